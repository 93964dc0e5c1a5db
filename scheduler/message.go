package scheduler

import (
	"slices"

	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// message puts a notice into words and buttons.
func (s *Scheduler) message(tx *storage.Snapshot, n Notice) (chat.Message, error) {
	today := report.DateOf(tx.Now.In(s.rules().Zone))
	owed, apart := s.owing(n.Items, today), s.owing(n.Apart, today)
	switch n.Kind {
	case Completion:
		return chat.Message{
			Title: texts.HangingTitle(n.Example), Text: s.Office.Hanging(n.Example, today),
			Buttons: [][]chat.Button{{{Label: texts.LabelHanging, Do: chat.Do(chat.VerbComplete, n.Example.Number, n.Example.Version)}}},
		}, nil
	case Approval:
		r := n.Requests[0]
		title, text := s.Office.ApprovalReminder(r.Name, r.Since)
		return chat.Message{Title: title, Text: text, Buttons: [][]chat.Button{{{Label: texts.LabelFull, Do: chat.Do(chat.VerbSubmitted, r.Draft, r.Version, 0)}}}}, nil
	case WaitList:
		var lines []string
		for _, r := range n.Requests {
			lines = append(lines, s.Office.WaitsForHead(r.Unit, r.Name, r.Since))
		}
		return chat.Message{Title: texts.WaitListTitle(), Text: texts.WaitList(lines)}, nil
	case Escalated:
		buttons, err := answerButtons(tx, n)
		return chat.Message{Title: texts.EscalationTitle(), Text: s.Office.Escalation(owed), Buttons: append(buttons, toOwed(owed)...)}, err
	case BlockList:
		return chat.Message{Title: texts.BlockListTitle(n.Items[0].Unit.Block), Text: s.Office.BlockList(owed, apart), Buttons: toWhole(n)}, nil
	case AgencyList:
		return chat.Message{Title: texts.AgencyListTitle(), Text: texts.AgencyList(owed, apart), Buttons: toWhole(n)}, nil
	case LostList:
		return chat.Message{Title: texts.LostListTitle(), Text: texts.LostList(owed), Buttons: toWhole(n)}, nil
	}
	buttons, err := answerButtons(tx, n)
	buttons = append(buttons, toOwed(owed)...)
	buttons = append(buttons, []chat.Button{{Label: texts.LabelSnooze, Do: chat.Do(chat.VerbSnooze)}})
	return chat.Message{Title: texts.ReminderTitle(owed), Text: s.Office.Reminder(owed), Buttons: buttons}, err
}

// toWhole leads from a list, which has to fit one screen, to the whole of it: a
// button for each period.
func toWhole(n Notice) (rows [][]chat.Button) {
	var periods []report.Period
	for _, i := range slices.Concat(n.Items, n.Apart) {
		if p := i.Schedule.Period; !slices.Contains(periods, p) {
			periods = append(periods, p)
			rows = append(rows, []chat.Button{{Label: texts.ToWhole(p), Do: chat.Do(digest.VerbShow, p, digest.Gaps, 0)}})
		}
	}
	return rows
}

// toOwed leads from a list of what somebody's units owe, if it does not name all,
// to the whole of it.
func toOwed(owed []texts.Owing) [][]chat.Button {
	if !texts.CutsOwed(owed) {
		return nil
	}
	return [][]chat.Button{{{Label: texts.ToOwed, Do: chat.Do(chat.VerbOwed, 0)}}}
}

// owing sees the duties from the day of the message, which is not always the
// day of the stage.
func (s *Scheduler) owing(items []Item, today report.Date) (owed []texts.Owing) {
	for _, i := range items {
		deadline := i.Schedule.Deadline
		left := s.rules().Calendar.WorkdaysBetween(today, deadline)
		if today.After(deadline) {
			left = min(left, -1) // also if no working day lies between
		}
		owed = append(owed, texts.Owing{
			Unit: i.Unit, Schedule: i.Schedule, Need: i.Standing.Need, Have: i.Standing.Have, Left: left, Today: today == deadline, Contact: i.Contact,
		})
	}
	return owed
}

// answerButtons are the two answers of a unit to what it owes, and a third if the
// person has begun an introduction for one of the units. With one duty the buttons
// say which; with several the person is asked.
func answerButtons(tx *storage.Snapshot, n Notice) ([][]chat.Button, error) {
	introduce, none := chat.Do(chat.VerbIntroduce), chat.Do(chat.VerbNilPick)
	if len(n.Items) == 1 {
		unit, period := n.Items[0].Unit.Code, n.Items[0].Schedule.Period
		introduce, none = chat.Do(chat.VerbIntroduce, unit, period), chat.Do(chat.VerbNil, unit, period)
	}
	buttons := [][]chat.Button{
		{{Label: texts.LabelIntroduce, Do: introduce}, {Label: texts.LabelNil, Do: none}},
	}
	drafts, err := tx.Drafts(n.To.ID)
	if err != nil {
		return nil, err
	}
	for _, d := range slices.Backward(drafts) {
		if speaksOf(n, d.Unit) {
			resume := chat.Button{Label: texts.LabelContinue, Do: chat.Do(chat.VerbResume, d.ID)}
			return append([][]chat.Button{{resume}}, buttons...), nil
		}
	}
	return buttons, nil
}

func speaksOf(n Notice, unit string) bool {
	for _, i := range n.Items {
		if i.Unit.Code == unit {
			return true
		}
	}
	return false
}
