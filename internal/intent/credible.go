package intent

import (
	"slices"
	"strings"

	"guongsang/internal/letters"
)

// credible reports whether a sentence may ask for what the model takes it for. The model
// goes by all words together; where none of those is there without which nobody asks for
// it, somebody more likely tells of a deed, which is not to be lost for a guess.
func (by Speaker) credible(s Sentence, i Intent) bool {
	has := func(words map[string]bool) bool {
		return slices.ContainsFunc(s.All, func(w string) bool { return words[w] })
	}
	switch i {
	case AskNil:
		return has(ofNothing)
	case AskPeriod:
		return !onlyNamed(s.Text) && (len(s.All) <= 3 || has(ofMoving) || forPeriod().MatchString(strings.Join(s.All, " ")))
	case AskHandover:
		return has(ofHanding)
	case AskStop:
		return by.Open != "consent" && by.Open != "preview" || !letters.Marked(s.Text, "anh") // "ảnh thì em gửi sau"
	case AskHelp:
		if !s.endsAsking() && !strings.Contains(s.Text, "?") && s.figures() > 0 && !asksInside().MatchString(strings.Join(s.All, " ")) { // "Quý 3 chi hội giúp 5 hộ làm nhà"
			return false
		}
	}
	if by.Agency || by.Open != "" && by.Open != "preview" || ofSent[i] || s.endsAsking() {
		return true
	}
	return !letters.HasPhrase(" "+Spoken(s.Text)+" ", GoodDeeds)
}

// onlyNamed reports whether a text has no month but in a name that is like it without
// marks: bản Pa Thắng.
func onlyNamed(text string) (named bool) {
	for i, word := range strings.FieldsFunc(text, letters.NotOfWord) {
		folded := letters.Fold(word)
		isName := folded == "thang" && i > 0 && letters.Capital(word)
		if ofPeriods[folded] && !isName {
			return false
		}
		named = named || isName
	}
	return named
}

// forPeriod is for which period something is: "cho gạo" is a deed.
var forPeriod = letters.Pattern(`\b(?:cho|la|cua|vao) (?:ky |dot )?(?:thang|quy|nam)\b`)

// asksInside is a question that goes on behind its end.
var asksInside = letters.Pattern(`\b(?:duoc|co|phai) khong\b|\bhay (?:la|phai|khong)\b`)

var (
	ofNothing = letters.Set("khong chua chang cha het trong vang no thieu bo chiu 0 nil khuyet")
	ofMoving  = letters.Set("chuyen doi tinh ghi sang vao qua lui lai day dua nham lon nhay mo xem thuoc bao chon dung thay ve dat sua danh ky cua sai")
	ofHanding = letters.Set("thay giao phu trach ban nhan thoi doi dam lo cu ganh dau moi nguoi thua lam chuyen huu")
	ofPeriods = letters.Set("thang quy ky nam dot t q")
	// ofSent are what may speak of the deed of something that was sent.
	ofSent = map[Intent]bool{AskCorrect: true, AskWithdraw: true, AskStatus: true, AskUnit: true, AskRecord: true, AskHandover: true, SaysKeep: true}
)

// GivesWay reports whether a text that introduces somebody is hardly meant so: what it tells
// would be lost.
func (m Meaning) GivesWay() bool { return givesWay[m.Intent] }

var givesWay = map[Intent]bool{AskBegin: true, AskSent: true, AskHelp: true, AskPeriod: true, AskStop: true, SaysThanks: true, SaysGreeting: true}
