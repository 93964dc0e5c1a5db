package supplement

import (
	"strings"

	"guongsang/internal/citizen"
	"guongsang/internal/form"
	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// Answers reports whether a text may answer a request for more about what some content
// introduces: it tells something, asks for nothing and introduces nobody else. Sure says
// that it is hardly anything else.
func Answers(by intent.Speaker, c report.Content, text string) (may, sure bool) {
	text = letters.Tidy(text)
	p := paste.Read(text)
	switch {
	case p.Labels >= 2, citizen.HoldsID(text), letters.Unreadable(text), intent.Asks(text), p.SaysNil():
		return false, false
	case p.Introduces(false) && form.NamesAnother(c, text):
		return false, false
	}
	words, figures := len(strings.Fields(text)), letters.Digits(text) != ""
	switch m := intent.Understand(by, text); {
	case m.Intent == intent.NoIntent:
		return true, figures || words >= leastTold
	case m.GivesWay() && !m.Civil(), taken[m.Intent]:
		return figures && words >= leastTold, figures && words >= leastTold
	}
	return false, false
}

// leastTold is how many words tell something.
const leastTold = 4

// taken are intents that a sentence of somebody's deeds may sound like.
var taken = map[intent.Intent]bool{intent.AskCount: true, intent.AskPerson: true, intent.AskUnit: true}

// A wish is by which words a field is asked for.
type wish struct {
	key   string
	words []string
}

var wishes = []wish{
	{"results", []string{"so lieu", "ket qua", "bao nhieu", "may nguoi", "may ho", "may chau", "so luong", "con so"}},
	{"when", []string{"thoi gian", "ngay nao", "khi nao", "hom nao", "bao gio", "thang nao", "ngay thang"}},
	{"born", []string{"nam sinh", "tuoi", "sinh nam", "ngay sinh"}},
	{"place", []string{"noi o", "dia chi", "que quan", "ban nao", "o dau", "thon nao", "noi cong tac"}},
	{"position", []string{"chuc vu", "lam nghe gi"}},
	{"honoured", []string{"khen thuong", "giay khen", "bang khen"}},
}

// Field is the field that a text answers among those that a request asks for; "" if it
// belongs into the text of the whole.
func Field(request, text string) string {
	asked := " " + strings.Join(wordsOf(request), " ") + " "
	for _, w := range wishes {
		if letters.HasPhrase(asked, w.words) && fits(w.key, text) {
			return w.key
		}
	}
	return ""
}

// fits reports whether a text looks like what stands in a field.
func fits(key, text string) bool {
	folded := letters.Fold(text)
	words, figures := len(strings.Fields(text)), letters.Digits(text) != ""
	switch key {
	case "results":
		return figures && !(words <= 4 && dated().MatchString(folded))
	case "when":
		return figures && words <= 8 && dated().MatchString(folded)
	case "born":
		return len(letters.Digits(text)) >= 4 && words <= 5
	case "place":
		return words <= 10 && placed().MatchString(folded)
	}
	return words <= 15
}

var (
	dated  = letters.Pattern(`\b(?:ngay|thang|nam|sang|trua|chieu|toi|dem|hom)\b|\d[/.-]\d`)
	placed = letters.Pattern(`^(?:(?:o|tai|la|em|da|a|nha|co ay|anh ay|chi ay) )*(?:ban|thon|xom|ap|to|khu|xa|phuong|so nha|duong|truong|tram)\b`)
)

// Put takes a text for what a request asks, in the field that it answers or after what is
// told. It says which, and how that was taken.
func Put(d *report.Draft, request, text string) (key string, r form.Reading) {
	if more, _ := form.Supplement(text); more != "" {
		text = more
	}
	if q, ok := form.Find(Field(request, text)); ok && (q.Key == "place" || q.Shown(*d) == "") {
		changed := *d
		if r := q.Take(&changed, text); r.Outcome == form.Answered {
			*d = changed
			return q.Key, r
		}
	}
	return "summary", form.AddToSummary(d, texts.Cap(text))
}
