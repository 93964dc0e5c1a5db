package handlers

import (
	"guongsang/handlers/behalf"
	"guongsang/handlers/draft"
	"guongsang/handlers/publication"
	"guongsang/handlers/turn"

	"guongsang/internal/chat"
	"guongsang/internal/intent"
	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/storage/records"
)

// unasked are the routes of texts that answer nothing and that the agency sends
// for a unit. They only read: whose a text is, is found out beside the store's
// writer.
var (
	passText  = turn.Route{Who: turn.Agency, Do: turn.Reads0(behalf.Pass)}
	listsNone = turn.Route{Who: turn.Agency, Do: turn.Reads0(behalf.ListNil)}
)

// forUnits finds the route of a text that the agency sends for units, whatever is
// open.
func forUnits(t *turn.Reading) (r turn.Route, ok bool) {
	switch {
	case behalf.ListsNil(t):
		return listsNone, true
	case behalf.PassesOn(t):
		return passText, true
	}
	return r, false
}

// answerPassed takes a text that was passed on for the answer to the open question
// after all.
func answerPassed(t *turn.Turn, p records.Passed) error {
	question, open := table.questions[turn.Question(t.Talk.Ask)]
	if !open {
		return t.Stale()
	}
	behalf.Answered(t, p)
	t.Below()
	t.Event.Text = p.Text
	return question.Answer(t)
}

// forOfficers reports whether somebody passes on what only officers can record: a
// leader or the head of a block who serves no unit.
func forOfficers(t *turn.Turn) bool {
	if t.Member.Agency() || len(t.Member.Represented()) > 0 || !t.Member.Holds(report.Leader, report.BlockHead) {
		return false
	}
	return len(t.Event.Files) > 0 || t.Event.Forwarded || paste.Read(t.Event.Text).Introduces(false) &&
		intent.Understand(t.Speaker(), t.Event.Text).Intent == intent.NoIntent
}

// tellWhoRecords says who can record it.
func tellWhoRecords(t *turn.Turn) error {
	return t.MainMenu(t.Office.OfficersRecord())
}

// takeFiles takes files that are no lists of units.
func takeFiles(t *turn.Turn, files []chat.File) error {
	taken, err := publication.TakeEvidence(t, files)
	if err != nil || taken {
		return err
	}
	taken, err = behalf.PassFiles(t, files)
	if err != nil || taken {
		return err
	}
	return draft.TakeFiles(t, files)
}
