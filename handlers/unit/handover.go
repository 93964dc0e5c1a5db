package unit

import (
	"guongsang/handlers/enrol"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// VerbHandOver hands over the post of a unit's first focal point.
const VerbHandOver turn.Verb = "hand"

// handOver gives a focal point or head a code for the successor.
func handOver(t *turn.Turn) error {
	t.CloseQuestion()
	units := t.Member.Represented()
	if len(units) == 1 {
		return makeHandover(t, units[0])
	}
	return pickUnit(&t.Reading, VerbHandOver)
}

// pressHandover takes one of several units.
func pressHandover(t *turn.Turn, u report.Unit) error { return makeHandover(t, u.Code) }

// makeHandover makes the code that gives the own post to somebody else: a head
// hands over that of the first focal point, a deputy only a deputy's.
func makeHandover(t *turn.Turn, unit string) error {
	p := report.Post{Role: report.Focal, Unit: unit}
	p.Deputy = !t.Member.MayAppoint(p)
	code, i, ok, err := enrol.Issue(t, p)
	if err != nil || !ok {
		return err
	}
	name := t.NameAndCode(unit)
	if err := t.Say(chat.Message{Text: texts.HandoverMade(name)}); err != nil {
		return err
	}
	return t.Say(chat.Message{Text: t.Office.HandoverLetter(name, code, i.Expires, p.Deputy)})
}
