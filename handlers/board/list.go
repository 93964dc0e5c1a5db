package board

import (
	"slices"
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbList   turn.Verb = "sit"
	verbStates turn.Verb = digest.VerbStates
	verbBlocks turn.Verb = "sitb"
	verbUnit   turn.Verb = "situ"
)

// lists are the lists of units that there are of a period: by where a unit stands,
// and those who have not sent by whether they can be asked.
var lists = [...]string{
	digest.Gaps, digest.Unconnected, digest.Lost, texts.ListHead, texts.ListOnTime, texts.ListLate, texts.ListMadeUp, texts.ListNil, texts.ListWaiting, texts.ListExempt, texts.ListNotDue,
}

// gaps reports whether a list is of units that have not sent.
func gaps(list string) bool {
	return list == digest.Gaps || list == digest.Unconnected || list == digest.Lost
}

// A listed unit is one line of a list.
type listed struct {
	report.Unit
	report.Standing
	report.Contact
	head bool // what would meet the duty waits for the unit's head
}

// in reports whether a unit is in a list.
func (l *listed) in(list string) bool {
	switch list {
	case digest.Gaps:
		return l.State == report.Pending
	case digest.Unconnected:
		return l.State == report.Pending && l.Contact == report.Unconnected
	case digest.Lost:
		return l.State == report.Pending && l.Contact == report.Unreachable
	case texts.ListHead:
		return l.head
	case texts.ListWaiting:
		return l.Waiting
	}
	return l.State == stateOf[list]
}

// stateOf is the state of the units of a list that is of one.
var stateOf = map[string]report.State{
	texts.ListOnTime: report.OnTime, texts.ListLate: report.Late, texts.ListMadeUp: report.MadeUp, texts.ListNil: report.NilFiled,
	texts.ListExempt: report.Exempt, texts.ListNotDue: report.NotDue,
}

// standingsIn are the units of a scope that the member may see, and how they stand in
// a period, in the order of the directory. No record of a unit is read.
func standingsIn(t *turn.Reading, p report.Period, scope report.Scope) ([]listed, error) {
	units := unitsIn(t, scope)
	standings, err := t.Tx.StandingsOf(p, units)
	if err != nil {
		return nil, err
	}
	contacts, err := t.Tx.Contacts(units)
	if err != nil {
		return nil, err
	}
	requests, err := t.Tx.Requests()
	if err != nil {
		return nil, err
	}
	all := make([]listed, 0, len(standings))
	for _, st := range standings {
		u, _ := t.Tx.Directory().Unit(st.Unit)
		all = append(all, listed{u, st, contacts[u.Code], st.AwaitsHead(requests)})
	}
	return all, nil
}

// unitsIn are the units of a scope that the member may see.
func unitsIn(t *turn.Reading, scope report.Scope) report.Directory {
	d := t.Tx.Directory()
	if scope == (report.Scope{}) && (t.Member.Agency() || t.Member.Holds(report.Leader)) {
		return d
	}
	var units []report.Unit
	for u := range d.All() {
		if scope.Covers(u) && sees(t, u.Block) {
			units = append(units, u)
		}
	}
	return report.NewDirectory(units)
}

// sees reports whether the member may see how the units of a block stand.
func sees(t *turn.Reading, block string) bool {
	return t.Member.Agency() || t.Member.Holds(report.Leader) || headsBlock(t.Member, block)
}

// inList are those of a list; of those that have not sent, the ones that can be
// asked first.
func inList(all []listed, list string) (some []listed) {
	for i := range all {
		if all[i].in(list) {
			some = append(some, all[i])
		}
	}
	if list == digest.Gaps {
		slices.SortStableFunc(some, func(a, b listed) int {
			return slices.Index(report.Contacts[:], a.Contact) - slices.Index(report.Contacts[:], b.Contact)
		})
	}
	return some
}

// countIn counts them.
func countIn(all []listed, list string) (n int) {
	for i := range all {
		if all[i].in(list) {
			n++
		}
	}
	return n
}

// showList shows a page of a list of units; each line opens its unit.
func showList(t *turn.Reading, p report.Period, list string, scope report.Scope, page int) error {
	all, err := standingsIn(t, p, scope)
	if err != nil {
		return err
	}
	units := inList(all, list)
	from, to, pages := turn.Bounds(len(units), digest.NamesAPage, page)
	m := chat.Message{Title: texts.UnitListTitle(list, scope.Block, p)}
	lines, err := listLines(t, p, list, scope, units, from, to)
	if err != nil {
		return err
	}
	if pages > 1 {
		lines = append(lines, "", texts.PageOf(from/digest.NamesAPage, pages))
	}
	m.Text = strings.Join(lines, "\n")
	m.Buttons = append(openers(t, p, units[from:to]), digest.Pager(from/digest.NamesAPage, pages, string(verbList), p, list, scopeKey(scope))...)
	m.Buttons = append(m.Buttons, ways(t, p, list, scope, len(units) > 0)...)
	return t.Show(m)
}

// listLines are the lines of a page.
func listLines(t *turn.Reading, p report.Period, list string, scope report.Scope, units []listed, from, to int) ([]string, error) {
	if len(units) == 0 {
		return []string{texts.NothingListed()}, nil
	}
	if !gaps(list) {
		lines := []string{texts.UnitListIntro(len(units)), ""}
		for _, l := range units[from:to] {
			lines = append(lines, t.Office.ListedStanding(l.Unit, l.Standing))
		}
		return lines, nil
	}
	s, err := scheduleOf(t, scope, p)
	if err != nil {
		return nil, err
	}
	lines := []string{texts.SectionIntro(list, missingOf(units)), texts.SectionDue(s.Deadline), ""}
	for _, l := range units[from:to] {
		lines = append(lines, texts.GapLine(report.Gap{Unit: l.Unit, Need: l.Need, Have: l.Have, Contact: l.Contact})+texts.AwaitingHead(l.head))
	}
	return lines, nil
}

// missingOf counts units that have not sent.
func missingOf(units []listed) (f report.Figures) {
	for _, l := range units {
		f.Missing++
		switch l.Contact {
		case report.Unconnected:
			f.Unconnected++
		case report.Unreachable:
			f.Unreachable++
		}
	}
	return f
}

// openers are the buttons that open the units of a page: for the agency their page,
// for others how they stand.
func openers(t *turn.Reading, p report.Period, units []listed) (rows [][]chat.Button) {
	for row := range slices.Chunk(units, 3) {
		var line []chat.Button
		for _, l := range row {
			if t.Member.Agency() {
				line = append(line, turn.Button(l.Code, digest.VerbUnit, l.Code))
			} else {
				line = append(line, turn.Button(l.Code, verbUnit, p, l.Code))
			}
		}
		rows = append(rows, line)
	}
	return rows
}

// ways lead from a list to what can be done about it, to others, and back.
func ways(t *turn.Reading, p report.Period, list string, scope report.Scope, any bool) (rows [][]chat.Button) {
	if gaps(list) && any && (t.Member.Agency() || t.Member.Holds(report.BlockHead)) {
		rows = append(rows, []chat.Button{turn.Button(texts.LabelDeal, verbDeal, p, scopeKey(scope))})
	}
	line := []chat.Button{turn.Button(texts.LabelByState, verbStates, p, scopeKey(scope))}
	if len(blocksSeen(t)) > 1 {
		line = append(line, turn.Button(texts.LabelByBlock, verbBlocks, p, list, 0))
	}
	return append(rows, line, []chat.Button{turn.Button(texts.LabelBack, digest.VerbShow, p, digest.Main, 0)})
}

// blocksSeen are the blocks whose units the member may see.
func blocksSeen(t *turn.Reading) []string {
	return slices.DeleteFunc(slices.Clone(t.Tx.Directory().Blocks()), func(block string) bool { return !sees(t, block) })
}

// askState offers the lists of a period that have something in them.
func askState(t *turn.Reading, p report.Period, scope report.Scope) error {
	all, err := standingsIn(t, p, scope)
	if err != nil {
		return err
	}
	var buttons []chat.Button
	for _, list := range lists {
		if n := countIn(all, list); n > 0 {
			buttons = append(buttons, turn.Button(texts.StateButton(list, n), verbList, p, list, scopeKey(scope), 0))
		}
	}
	return t.Show(chat.Message{
		Text:    texts.AskState(scopeName(t, scope), p),
		Buttons: append(turn.Pairs(buttons), []chat.Button{turn.Button(texts.LabelBack, digest.VerbShow, p, digest.Main, 0)}),
	})
}

// askListBlock offers the blocks of which a list can be shown.
func askListBlock(t *turn.Reading, p report.Period, list string, page int) error {
	blocks := blocksSeen(t)
	from, to, pages := turn.Bounds(len(blocks), turn.Listed, page)
	buttons := []chat.Button{turn.Button(texts.LabelAllBlocks, verbList, p, list, scopeKey(report.Scope{}), 0)}
	for _, block := range blocks[from:to] {
		if block != "" { // a scope without a name is everybody
			buttons = append(buttons, turn.Button(texts.BlockName(block), verbList, p, list, scopeKey(report.Scope{Block: block}), 0))
		}
	}
	rows := append(turn.Column(buttons...), digest.Pager(from/turn.Listed, pages, string(verbBlocks), p, list)...)
	return t.Show(chat.Message{Text: texts.AskBlock(), Buttons: rows})
}

// showStanding shows leaders and heads of blocks how one unit of a list stands.
func showStanding(t *turn.Reading, p report.Period, u report.Unit) error {
	return showFigures(t, p, []report.Unit{u}, texts.UnitName(u))
}

// listKind is a list of units.
var listKind = turn.OneOf("shown", lists[:]...)

// someUnits are those of a list's scope: all that the member may see, or of a block.
var someUnits = turn.NewKind("scope", func(t *turn.Reading, key string) (report.Scope, turn.Refusal) {
	s, no := scope.Read(t, []string{key})
	if no == nil && (s.Unit != "" || s.Block != "" && !sees(t, s.Block)) {
		no = turn.Stale
	}
	return narrowed(t, s), no
})

// narrowed names the only block of which the head of a block may see the units.
func narrowed(t *turn.Reading, s report.Scope) report.Scope {
	if s != (report.Scope{}) || t.Member.Agency() || t.Member.Holds(report.Leader) {
		return s
	}
	if blocks := blocksSeen(t); len(blocks) == 1 {
		s.Block = blocks[0]
	}
	return s
}

// seenUnit is a unit of which the member may see how it stands.
var seenUnit = turn.NewKind("seen", func(t *turn.Reading, code string) (report.Unit, turn.Refusal) {
	u, ok := t.Tx.Directory().Unit(code)
	if !ok || !sees(t, u.Block) {
		return u, turn.Stale
	}
	return u, nil
})
