package board

import (
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// Units that the bot does not reach are reached otherwise: by a text for the group
// of their block, and by a list of whom to call.

const (
	verbGroupText turn.Verb = "grp"
	verbCallList  turn.Verb = "call"
)

const (
	// namesAText is how many units one message for a group names.
	namesAText = 40
	// callsAPage is how many units a page of the list of whom to call has.
	callsAPage = 6
)

// groupText gives the text for the group of a block, as a message of its own that
// can be copied; a part of it where there are many units.
func groupText(t *turn.Reading, p report.Period, scope report.Scope, part int) error {
	if scope.Block == "" {
		return askGroupBlock(t, p, part)
	}
	all, err := standingsIn(t, p, scope)
	if err != nil {
		return err
	}
	s, err := scheduleOf(t, scope, p)
	if err != nil {
		return err
	}
	missing := inList(all, digest.Gaps)
	if len(missing) == 0 {
		return t.Show(chat.Message{Text: texts.NothingToRemind(scopeName(t, scope), texts.ShortPeriod(p))})
	}
	from, to, parts := turn.Bounds(len(missing), namesAText, part)
	var units []report.Unit
	for _, l := range missing[from:to] {
		units = append(units, l.Unit)
	}
	part = from / namesAText
	var buttons []chat.Button
	if part+1 < parts {
		buttons = append(buttons, turn.Button(texts.NextGroupText(part, parts), verbGroupText, p, scopeKey(scope), part+1))
	}
	buttons = append(buttons, turn.Button(texts.LabelToList, verbList, p, digest.Gaps, scopeKey(scope), 0))
	if err := t.Show(chat.Message{Text: texts.GroupTextBelow(scope.Block, part, parts), Buttons: [][]chat.Button{buttons}}); err != nil {
		return err
	}
	return t.Beneath(chat.Message{Text: t.Office.GroupText(scope.Block, s, t.Today(), units, from, len(missing))})
}

// askGroupBlock asks for whose group the text is.
func askGroupBlock(t *turn.Reading, p report.Period, page int) error {
	blocks := blocksSeen(t)
	from, to, pages := turn.Bounds(len(blocks), turn.Listed, page)
	var buttons []chat.Button
	for _, block := range blocks[from:to] {
		if block != "" {
			buttons = append(buttons, turn.Button(texts.BlockName(block), verbGroupText, p, scopeKey(report.Scope{Block: block}), 0))
		}
	}
	rows := append(turn.Column(buttons...), digest.Pager(from/turn.Listed, pages, string(verbGroupText), p, scopeKey(report.Scope{}))...)
	return t.Show(chat.Message{Text: texts.AskBlock(), Buttons: append(rows, []chat.Button{turn.Button(texts.LabelCancel, turn.VerbCancel)})})
}

// callList shows a page of the units that have not sent, with the people of each and
// their phones. Only the people of that page are read.
func callList(t *turn.Reading, p report.Period, scope report.Scope, page int) error {
	all, err := standingsIn(t, p, scope)
	if err != nil {
		return err
	}
	missing := inList(all, digest.Gaps)
	from, to, pages := turn.Bounds(len(missing), callsAPage, page)
	lines, err := callHeads(t, scope.Block)
	if err != nil {
		return err
	}
	for _, l := range missing[from:to] {
		of, err := callLines(t, l)
		if err != nil {
			return err
		}
		lines = append(lines, of...)
	}
	if len(missing) == 0 {
		lines = append(lines, texts.NothingListed())
	}
	if pages > 1 {
		lines = append(lines, "", texts.PageOf(from/callsAPage, pages))
	}
	rows := append(openers(t, p, missing[from:to]), digest.Pager(from/callsAPage, pages, string(verbCallList), p, scopeKey(scope))...)
	return t.Show(chat.Message{
		Title: texts.CallListTitle(p), Text: strings.Join(lines, "\n"),
		Buttons: append(rows, []chat.Button{turn.Button(texts.LabelBack, verbList, p, digest.Gaps, scopeKey(scope), 0)}),
	})
}

// callHeads are the heads of a block, who can call its units themselves.
func callHeads(t *turn.Reading, block string) (lines []string, err error) {
	if block == "" {
		return nil, nil
	}
	heads, err := t.Tx.Holders(report.BlockHead, block)
	for _, m := range heads {
		lines = append(lines, texts.CallPerson(m, report.Post{Role: report.BlockHead, Block: block}))
	}
	return lines, err
}

// callLines are a unit and those of it who can be called.
func callLines(t *turn.Reading, l listed) ([]string, error) {
	lines := []string{texts.CallUnit(l.Unit, l.Contact)}
	people, err := t.PeopleOf(l.Code)
	if err != nil {
		return nil, err
	}
	for _, h := range people {
		lines = append(lines, texts.CallPerson(h.Member, h.Post))
	}
	if len(people) == 0 {
		lines = append(lines, texts.CallNobody())
	}
	return lines, nil
}
