package behalf

import (
	"slices"

	"guongsang/handlers/pick"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/nillist"
	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/unitname"
	"guongsang/storage/records"
)

// ListsNil reports whether a text says of units that they have nothing: at least
// one of those that it names is known.
func ListsNil(t *turn.Reading) bool {
	if !t.Member.Agency() || t.Event.Kind != chat.Said || len(t.Event.Files) > 0 || t.Talk.Draft != 0 && !t.Event.Forwarded {
		return false
	}
	switch turn.Question(t.Talk.Ask) {
	case "", pick.Question, questionNilUnits, questionPassedUnit:
	default:
		return false // an answer may say so of a unit
	}
	if nillist.SaysNoneOfRest(t.Event.Text) || len(forwardedNil(t)) > 0 {
		return true
	}
	l, ok := nillist.Read(t.Event.Text, t.Today())
	if !ok || len(l.Names) < 2 && len(t.Member.Represented()) > 0 {
		return false
	}
	return namesUnit(t, l.Names)
}

// namesUnit reports whether one of some names is that of a unit.
func namesUnit(t *turn.Reading, names []string) bool {
	x := unitname.New(t.Tx.Directory(), t.Today())
	return slices.ContainsFunc(names, func(name string) bool { return len(x.Name(name).Units) > 0 })
}

// forwardedNil lists the units of the member whose text was forwarded, if that says
// that there is nothing and names no unit.
func forwardedNil(t *turn.Reading) (units []report.Unit) {
	if !t.Event.Forwarded || !nillist.SaysNone(t.Event.Text) || paste.Read(t.Event.Text).Introduces(false) {
		return nil
	}
	if l, ok := nillist.Read(t.Event.Text, t.Today()); ok && namesUnit(t, l.Names) {
		return nil
	}
	units, err := unitsOfWriter(t, t.Event.Forwarder)
	if err != nil {
		return nil // it is asked for as of anybody
	}
	return units
}

// ListNil takes a text that says of units that they have nothing. While a list is
// open it adds to that, unless it is about another period.
func ListNil(t *turn.Reading) error {
	l, _ := nillist.Read(t.Event.Text, t.Today())
	writers := forwardedNil(t)
	if len(writers) == 1 {
		l.Names = []string{writers[0].Code}
	}
	if len(l.Others) > 0 {
		if err := t.Say(chat.Message{Text: texts.NilsNotOf(l.Others)}); err != nil {
			return err
		}
	}
	n := nilUnits{channel: "zalo", at: t.At, names: l.Names}
	n.about(t, l.Periods)
	if len(writers) > 1 || nillist.SaysNoneOfRest(t.Event.Text) { // of which, is ticked
		n.names = nil
		return showTicks(t, n, 0)
	}
	if t.Asked(questionNilUnits) {
		if open, no := readNils(t); no == nil && (len(l.Periods) == 0 || n.period == open.period && len(n.more) == 0) {
			open.names = append(open.names, l.Names...)
			return showNilUnits(t, open)
		}
	}
	return showNilUnits(t, n)
}

// OfferNil asks of which units it is to be recorded that they have nothing: of the one
// that the text names beside other words, else of those that are ticked.
func OfferNil(t *turn.Reading, periods []report.Period) error {
	u, ok := unitname.New(t.Tx.Directory(), t.Today()).Text(t.Event.Text).One()
	if !ok {
		return beginNilUnits(t)
	}
	n := nilUnits{channel: "zalo", at: t.At, names: []string{u.Code}}
	n.about(t, periods)
	return showNilUnits(t, n)
}

// about takes the periods that a text names; if it names none, the one that is being
// worked on is meant.
func (n *nilUnits) about(t *turn.Reading, periods []report.Period) {
	if len(periods) == 0 {
		n.period = t.Working()
		return
	}
	n.period, n.more = periods[0], periods[1:]
}

// nilDocument asks the same of a document that says it of one unit. Where something
// else is open, that stays so.
func nilDocument(t *turn.Reading, p records.Passed, of material) (m chat.Message, is bool, err error) {
	said := paste.Read(of.text)
	if t.Talk.Draft != 0 || t.Talk.Ask != "" || !nillist.SaysNone(of.text) || !said.IsTalk() {
		return m, false, nil
	}
	g, _, err := whose(t, p, of)
	if err != nil {
		return m, false, err
	}
	n := nilUnits{channel: p.Channel, at: p.At}
	n.about(t, nillist.PeriodsOfNone(of.text, t.Today()))
	if u, ok := g.One(); ok {
		n.add(u.Code)
	}
	m, err = n.question(t)
	return m, true, err
}
