package picture

import (
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// balanceBars is how many bars the balance has.
const balanceBars = 7

func (l *lettering) balanceHeight(b report.Balance) int {
	if b.Total == 0 {
		return 0
	}
	return 20 + partHeight + balanceBars*barHeight + 16 + len(l.idle(b))*30
}

// idle is the note on fields of work in which nobody was introduced.
func (l *lettering) idle(b report.Balance) []string {
	return l.lines(texts.IdleFields(b.Idle), regular(22), Width-2*margin)
}

// balance draws whom the examples are about: shares of all, or of those about
// one person; a full bar would be all of them. Of origin it is a count and no
// more, and none of a single person, whom the count would name.
func (c *canvas) balance(b report.Balance, y int) {
	if b.Total == 0 {
		return
	}
	y = c.part(texts.ChartPart("balance"), texts.ChartBalanceNote(), y)
	origin := [2]int{b.Minorities, b.Persons}
	if b.Persons == 1 {
		origin = [2]int{}
	}
	parts := [balanceBars][2]int{
		{b.Labour, b.Total}, {b.SmallCollectives, b.Total}, {b.Remote, b.Total},
		{b.Women, b.Persons}, origin, {b.Leaders, b.Persons}, {b.Others, b.Persons},
	}
	var list []bar
	for i, label := range texts.ChartBalance() {
		part, whole := parts[i][0], parts[i][1]
		list = append(list, bar{label, texts.Percent(part, whole), texts.ChartShare(part, whole)})
	}
	const all = 100
	y = c.bars(list, all, navy, y)
	for i, l := range c.idle(b) {
		c.text(l, regular(22), faded, margin, y+44+i*30)
	}
}
