package board

import (
	"slices"
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/digest"
	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/unitname"
)

// Leaders and heads of blocks ask for a unit or a block in words. They see of it
// the figures that the situation shows them of all, and no more.

// asksOf are the words that ask how things stand, beside a name and a period.
var asksOf = letters.Set("tinh hinh the nao nhu ra sao roi cua thang quy nay truoc nam xem cho toi em chi anh a nhe voi da vang bao cao ket qua chua gui nop lam di hien hom may co don vi " +
	"0 1 2 3 4 5 6 7 8 9 10 11 12 i ii iii iv")

// Asks reports whether a text may ask for a unit or a block by its name.
func Asks(t *turn.Reading) bool {
	if t.Event.Forwarded || len(t.Member.Represented()) > 0 || !t.Member.Agency() && !t.Member.Holds(report.Leader, report.BlockHead) ||
		len(strings.Fields(t.Event.Text)) > wordsOfAsking {
		return false
	}
	switch intent.Understand(t.Speaker(), t.Event.Text).Intent {
	case intent.NoIntent, intent.AskUnit, intent.AskStatus, intent.AskHelp:
		return true
	}
	return false // something else is asked of all
}

const wordsOfAsking = 14

// ShowNamed shows the block or the unit that a text asks for, if it says hardly
// more than its name and the member may see it.
func ShowNamed(t *turn.Reading, p report.Period) (shown bool, err error) {
	if p == (report.Period{}) {
		p = t.Working()
	}
	d := t.Tx.Directory()
	for _, block := range d.Blocks() {
		if block == "" || !asksFor(t.Event.Text, block) || !t.Member.Agency() && !t.Member.Holds(report.Leader) && !headsBlock(t.Member, block) {
			continue
		}
		return true, showFigures(t, p, d.Block(block), block)
	}
	if t.Member.Agency() {
		return false, nil // units have a card
	}
	g := unitname.New(d, t.Today()).Name(nameAsked(t.Event.Text))
	u, ok := g.One()
	if !ok || !t.Member.Holds(report.Leader) && !headsBlock(t.Member, u.Block) {
		return false, nil
	}
	return true, showFigures(t, p, []report.Unit{u}, texts.UnitName(u))
}

// headsBlock reports whether a member is the head of a block.
func headsBlock(m report.Member, block string) bool {
	return slices.ContainsFunc(m.Posts, func(p report.Post) bool { return p.Role == report.BlockHead && p.Block == block })
}

// asksFor reports whether a text is a name and no more than words that ask.
func asksFor(text, name string) bool {
	words := " " + strings.Join(intent.Words(text).All, " ") + " "
	before, after, ok := strings.Cut(words, " "+strings.Join(intent.Words(name).All, " ")+" ")
	return ok && !slices.ContainsFunc(strings.Fields(before+" "+after), func(w string) bool { return !asksOf[w] })
}

// nameAsked is a text without the words that ask, at both of its ends.
func nameAsked(text string) string {
	words := strings.Fields(letters.Tidy(strings.Trim(text, " ?!.")))
	asks := func(w string) bool { return asksOf[letters.Fold(strings.Trim(w, ",.?!"))] }
	for len(words) > 0 && asks(words[0]) {
		words = words[1:]
	}
	for len(words) > 0 && asks(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

// showFigures shows how some units stand in a period.
func showFigures(t *turn.Reading, p report.Period, units []report.Unit, name string) error {
	sum, err := t.Tx.SummaryOf(p, report.NewDirectory(units))
	if err != nil {
		return err
	}
	m := digest.Block(sum, t.Office)
	m.Title = texts.BlockTitle(name, p)
	m.Buttons = turn.Column(turn.Button(texts.WordSituation, digest.VerbShow, p, digest.Main, 0))
	t.CloseQuestion()
	return t.Say(m)
}
