package publicity

import (
	"slices"
	"strings"

	"guongsang/internal/privacy"
	"guongsang/internal/publicity/spoken"
	"guongsang/internal/texts"
)

// A ProblemKind says what keeps a text from being used.
type ProblemKind string

// The kinds.
const (
	Refused  ProblemKind = "refused"  // nothing of the example may be published
	Private  ProblemKind = "private"  // a passage says too much of somebody
	Empty    ProblemKind = "empty"    // there is no text, or a part of it is missing
	TooLong  ProblemKind = "toolong"  // a part of it
	Unspoken ProblemKind = "unspoken" // a loudspeaker's text has what is not written as spoken
)

// The parts of a form that have bounds of their own.
const (
	Whole     = ""
	TitlePart = "title"
	SapoPart  = "sapo"
)

// A Problem is one thing that keeps a text from being used.
type Problem struct {
	Kind      ProblemKind
	Part      string // of the form: Whole, TitlePart, SapoPart
	Found     privacy.FindingKind
	Text      string // the passage, if it is one
	Has, Most int    // TooLong: in what the form is measured by
}

// Says tells the problem of a form to who wrote it, and what to do.
func (p Problem) Says(f Form) string {
	return texts.PublicityProblem{Kind: string(p.Kind), Form: string(f), Part: p.Part, Found: string(p.Found), Text: p.Text, Has: p.Has, Most: p.Most}.Says()
}

// Check says what keeps a text from being used as a form of an example. A form that
// Of made has no problems; one that somebody changed may say what the View does
// not.
func Check(g privacy.Gate, f Form, text string) (problems []Problem) {
	maker, known := makers[f]
	if publishable(g.View) != nil || !known {
		return []Problem{{Kind: Refused}}
	}
	for _, found := range newFindings(g, text, maker(g.View)) {
		problems = append(problems, Problem{Kind: Private, Found: found.Kind, Text: found.Text})
	}
	if strings.TrimSpace(text) == "" {
		return append(problems, Problem{Kind: Empty})
	}
	tooLong := func(part string, has, most int) {
		if has > most {
			problems = append(problems, Problem{Kind: TooLong, Part: part, Has: has, Most: most})
		}
	}
	switch f {
	case Article, ZaloPage:
		title, sapo, body := Cut(text)
		tooLong(TitlePart, runes(title), MaxTitle)
		tooLong(SapoPart, runes(sapo), MaxSapo)
		if sapo == "" {
			problems = append(problems, Problem{Kind: Empty, Part: SapoPart})
		} else if len(body) == 0 {
			problems = append(problems, Problem{Kind: Empty})
		}
	case Social:
		tooLong(Whole, words(text), MaxSocial)
	case Loudspeaker:
		tooLong(Whole, words(text), MaxSpoken)
		for _, left := range spoken.Left(text) {
			problems = append(problems, Problem{Kind: Unspoken, Text: left})
		}
	}
	return problems
}

// newFindings are those of a text that the form as it was made does not have:
// what the rules made of the View is fit to be shown, even where a fixed word looks
// like somebody's name.
func newFindings(g privacy.Gate, text, made string) []privacy.Finding {
	known := g.Findings(made)
	return slices.DeleteFunc(g.Findings(text), func(f privacy.Finding) bool {
		i := slices.IndexFunc(known, func(k privacy.Finding) bool { return k.Kind == f.Kind && k.Text == f.Text })
		if i >= 0 {
			known = slices.Delete(known, i, i+1)
		}
		return i >= 0
	})
}
