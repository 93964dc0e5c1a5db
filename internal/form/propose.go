package form

import (
	"slices"
	"strings"
	"unicode"

	"guongsang/internal/letters"
	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/vietnamese"
)

// Who sends a text or photos of their own accord is asked only what these do not
// tell: the deed, the name, the place. Category, object and title are proposed by
// them, shown before anything is sent, and changed there.

// propose answers what can be told by the deed and the name of a draft that began
// with what was sent.
func propose(d *report.Draft) {
	c := &d.Content
	if !d.Told || c.Name == "" || shownSummary(*d) == "" && !voiced(*d) {
		return
	}
	deed := paste.ToldBy(c.Summary).Deed
	if c.Category == "" {
		c.Category = paste.ProposeCategory(c.Name, deed)
		proposed(d, "category")
	}
	if c.Object == "" {
		c.Object = paste.ProposeObject(*c, deed)
		proposed(d, "object")
	}
	if c.Title == "" {
		c.Title = titleTold(*c, deed)
		proposed(d, "title")
	}
}

// proposed notes that an answer is the program's.
func proposed(d *report.Draft, key string) {
	if !slices.Contains(d.Proposed, key) {
		d.Proposed = append(slices.Clone(d.Proposed), key)
	}
}

// IsProposed reports whether the answer to a question is only the program's.
func IsProposed(d report.Draft, key string) bool { return slices.Contains(d.Proposed, key) }

// Next is the first question that is still to be answered, when all that can be
// proposed is.
func Next(d *report.Draft, u report.Unit) (Question, bool) {
	propose(d)
	return Missing(*d, u)
}

// InPreview reports whether a question is asked below the whole draft: the
// consent, of one that began with what was sent. Then nothing else is left to
// look through.
func (q Question) InPreview(d report.Draft) bool {
	return q.Key == "consent" && d.Told && d.Content.Consent == "" && d.Content.Category != ""
}

// Voiced takes a voice note for the deed, where that is what is asked for or what
// somebody begins with. It reports whether it is taken.
func Voiced(d *report.Draft) bool {
	if d.Content.Summary != "" || !d.Told && d.Step != "summary" {
		return false
	}
	settle(d, "summary")
	return true
}

// voiced reports whether a voice note tells the deed.
func voiced(d report.Draft) bool { return VoiceOnly(d.Content) && slices.Contains(d.Asked, "summary") }

// VoiceOnly reports whether a content has a voice note in place of a summary.
func VoiceOnly(c report.Content) bool {
	return c.Summary == "" && slices.ContainsFunc(c.Media, func(m report.Media) bool { return m.Kind == "voice" })
}

// titleTold is the deed in one line: its first sentence, shortened at a clause or
// at a word. Where the deed is told by voice it says whose it is.
func titleTold(c report.Content, deed string) string {
	deed = withoutLead(withoutGreeting(deed))
	first := letters.OneLine(paste.FirstSentence(deed))
	if rest := strings.TrimLeft(strings.TrimPrefix(strings.TrimSpace(deed), paste.FirstSentence(deed)), ".!… \n"); announces(first, c.Name) && letters.Len(paste.FirstSentence(rest)) >= report.MinSummary {
		first = letters.OneLine(paste.FirstSentence(rest))
	}
	switch {
	case letters.Len(first) > report.MaxTitle:
		first = shortened(first)
	case within(first, report.MaxTitle) != "":
		return letters.First(texts.DeedOf(c), report.MaxTitle)
	}
	r := []rune(first)
	return string(unicode.ToUpper(r[0])) + string(r[1:])
}

// shortened cuts a sentence that is too long for a title after a clause, if one is
// long enough, else after a word.
func shortened(sentence string) string {
	short := []rune(sentence)[:report.MaxTitle]
	at := lastOf(short, ',', ';', ':')
	if at < report.MaxTitle/3 {
		at = lastOf(short, ' ')
	}
	if at <= 0 {
		at = report.MaxTitle
	}
	return strings.TrimRight(string(short[:at]), " ,;:-–")
}

func lastOf(s []rune, marks ...rune) int {
	for i := len(s) - 1; i >= 0; i-- {
		if slices.Contains(marks, s[i]) {
			return i
		}
	}
	return -1
}

// announces reports whether a sentence only says that somebody is introduced: the deed
// is told by the next.
func announces(sentence, name string) bool {
	folded := letters.Fold(sentence)
	introduced := letters.HasPhrase(" "+folded+" ", []string{"gioi thieu", "gui guong", "bao cao guong", "de xuat guong", "nop guong"})
	return name != "" && introduced && strings.Contains(folded, letters.Fold(name)) && !paste.TellsDeed(sentence)
}

// withoutGreeting is a text without the clause by which somebody is greeted before it.
func withoutGreeting(text string) string {
	at := strings.IndexAny(text, ",.!\n")
	if at < 0 || !greetingClause().MatchString(strings.Join(foldedWords(text[:at]), " ")) {
		return text
	}
	return strings.TrimLeft(text[at:], ",.! \n")
}

var greetingClause = letters.Pattern(`^(?:(?:xin|em|toi|chi|anh) )?(?:kinh )?(?:chao|kinh gui|alo|a lo|hello)(?: \S+){0,5}$|^(?:kinh )?(?:thua|hi) (?:` + vietnamese.Person + `|cac|d/c|ban|lanh dao|quy|ad|moi nguoi|ca nha)(?: \S+){0,5}$|^(?:ad|em|anh|chi|ban) oi$`)

// withoutLead is a text without the words that only say that a next one comes: "Còn một
// gương nữa: …".
func withoutLead(text string) string {
	lead, rest, ok := strings.Cut(text, ":")
	if words := foldedWords(lead); !ok || len(words) > 8 || letters.Len(strings.TrimSpace(rest)) < report.MinSummary || !letters.HasPhrase(" "+strings.Join(words, " ")+" ", []string{"guong", "gioi thieu", "truong hop"}) || strings.ContainsAny(lead, ".,;") {
		return text
	}
	return strings.TrimSpace(rest)
}
