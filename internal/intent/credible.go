package intent

import (
	"slices"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/texts"
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
	case AskStatus:
		if by.Open == "preview" && len(s.All) <= 3 && saysSend(s) { // "duyệt, gửi!"
			return false
		}
	case AskCorrect:
		if capitalsIn(s.Text) > 1 && !has(ofCorrecting) { // it tells of somebody
			return false
		}
	case AskReport:
		if !has(ofPapers) {
			return false
		}
	case AskBegin:
		if by.Offers != nil && !has(ofBeginning) {
			return false
		}
	case SaysKeep:
		said := strings.Join(s.All, " ")
		if !strings.Contains(strings.ToLower(s.Text), texts.Right) {
			said = changingNot().ReplaceAllString(said, "")
		}
		if by.Open == "preview" && changing().MatchString(said) { // "chưa đúng, bỏ câu cuối đi"
			return false
		}
	case SaysGreeting:
		return has(ofGreeting)
	case AskHandover:
		return has(ofHanding)
	case AskStop:
		if m := noMore().FindStringSubmatch(strings.Join(s.All, " ")); m != nil && by.texting() && !ofLeaving[m[1]] { // "thôi không bắt vợ nữa"
			return false
		}
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

// changing is what changes a draft, and changingNot where that is denied.
var (
	changing    = letters.Pattern(`\b(?:bo|cat|sua|doi|them|xoa)\b`)
	changingNot = letters.Pattern(`\b(?:dung|khoan|khong|chua|khoi)(?: (?:co|can|muon|phai|nen|vay|hay|da|voi|vang))* (?:bo|cat|sua|doi|them|xoa)\b`)
)

// noMore is what is not done any more.
var noMore = letters.Pattern(`^(?:thoi )?khong (\w+)(?: \w+){0,3} nua$`)

// forPeriod is for which period something is: "cho gạo" is a deed.
var forPeriod = letters.Pattern(`\b(?:cho|la|cua|vao) (?:ky |dot )?(?:thang|quy|nam)\b`)

// asksInside is a question that goes on behind its end.
var asksInside = letters.Pattern(`\b(?:duoc|co|phai) khong\b|\bhay (?:la|phai|khong)\b`)

var (
	ofNothing    = letters.Set("khong chua chang cha het trong vang no thieu bo chiu 0 nil khuyet")
	ofGreeting   = letters.Set("chao hello helo hi alo lo xin kinh buoi chuc hey nay oi ngay co ai")
	ofCorrecting = letters.Set("sua doi nham sai lon them bo sung thieu quen chinh cap nhat thay viet ghi sot dung phai")
	ofPapers     = letters.Set("bao lap xuat word ban trinh thu giay file pdf excel bang danh sach hop in soan")
	ofBeginning  = letters.Set("thieu gui goi dua bat tao nhap them viet khai lap ke neu moi mo dang dien soan")
	ofMoving     = letters.Set("chuyen doi tinh ghi sang vao qua lui lai day dua nham lon nhay mo xem thuoc bao chon dung thay ve dat sua danh ky cua sai")
	ofHanding    = letters.Set("thay giao phu trach ban nhan thoi doi dam lo cu ganh dau moi nguoi thua lam chuyen huu")
	ofPeriods    = letters.Set("thang quy ky nam dot t q")
	// ofSent are what may speak of the deed of something that was sent.
	ofSent = map[Intent]bool{AskCorrect: true, AskWithdraw: true, AskStatus: true, AskUnit: true, AskRecord: true, AskHandover: true, SaysKeep: true}
)

// GivesWay reports whether a text that introduces somebody is hardly meant so: what it tells
// would be lost.
func (m Meaning) GivesWay() bool { return givesWay[m.Intent] }

var givesWay = map[Intent]bool{AskBegin: true, AskSent: true, AskHelp: true, AskPeriod: true, AskStop: true, SaysThanks: true, SaysGreeting: true}
