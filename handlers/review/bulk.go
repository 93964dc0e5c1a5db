package review

import (
	"fmt"
	"strconv"
	"strings"

	"guongsang/handlers/card"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbBulk   turn.Verb = "bulk"
	verbBulkDo turn.Verb = "bulkok"
)

const questionBulk turn.Question = "bulk"

// mostBulk is how many examples are accepted at once: each writes a ruling, the cards
// of all officers and a message to its unit, and others wait for that.
const mostBulk = 30

// askBulk asks once which of those that wait are to be accepted together: those of a
// page of the list, or the oldest of all. None is among them that an officer has to look
// at.
func askBulk(t *turn.Reading, page int) error {
	received, _, err := t.Tx.Waiting()
	if err != nil {
		return err
	}
	from, to, _ := turn.Bounds(len(received), queueAPage, page)
	ofPage, passed, err := clearOf(t, received[from:to])
	if err != nil {
		return err
	}
	all, passedAll, err := clearOf(t, received[:min(mostBulk, len(received))])
	if err != nil {
		return err
	}
	if len(ofPage) == 0 && len(all) == 0 {
		return t.Toast(texts.BulkNone())
	}
	return confirmBulk(t, strings.Join(ofPage, ","), strings.Join(all, ","), max(passed, passedAll), len(received) > mostBulk)
}

// clearOf gives those of some examples that can be accepted without looking at them,
// each with its version, and counts the others.
func clearOf(t *turn.Reading, numbers []string) (list []string, passed int, err error) {
	examples, err := t.Tx.ExamplesNumbered(numbers)
	if err != nil {
		return nil, 0, err
	}
	for _, e := range examples {
		ok, err := card.Clear(t, e)
		if err != nil {
			return nil, 0, err
		}
		if !ok {
			passed++
			continue
		}
		list = append(list, fmt.Sprintf("%s@%d", e.Number, e.Version))
	}
	return list, passed, nil
}

func confirmBulk(t *turn.Reading, page, all string, passed int, more bool) error {
	t.Ask(questionBulk, page, all)
	ofPage, ofAll := listed(page), listed(all)
	if all == page {
		ofAll = nil
	}
	var buttons []chat.Button
	if len(ofPage) > 0 {
		buttons = append(buttons, turn.Button(texts.LabelBulkPage(len(ofPage)), verbBulkDo, 0))
	}
	if len(ofAll) > 0 {
		buttons = append(buttons, turn.Button(texts.LabelBulkAll(len(ofAll)), verbBulkDo, 1))
	}
	buttons = append(buttons, turn.Button(texts.LabelCancel, turn.VerbCancel))
	limit := 0
	if more {
		limit = mostBulk
	}
	return t.Say(chat.Message{Text: texts.AskBulk(len(ofPage), len(ofAll), limit, passed), Buttons: [][]chat.Button{buttons}})
}

// bulkAgain puts the question again.
func bulkAgain(t *turn.Reading, page, all string) error { return confirmBulk(t, page, all, 0, false) }

// ofList are examples with their versions.
var ofList = turn.Opt(turn.Text("list"))

func listed(list string) []string {
	if list == "" {
		return nil
	}
	return strings.Split(list, ",")
}

// acceptAll accepts those that are still as they were when it was asked.
func acceptAll(t *turn.Turn, all bool) error {
	list := listed(t.Arg(0))
	if all {
		list = listed(t.Arg(1))
	}
	if !t.Asked(questionBulk) || len(list) == 0 || len(list) > mostBulk {
		return t.Stale()
	}
	t.CloseQuestion()
	passed := 0
	for _, one := range list {
		ok, err := acceptOne(t, one)
		if err != nil {
			return err
		}
		if !ok {
			passed++
		}
	}
	return t.Show(chat.Message{Text: texts.BulkDone(len(list)-passed, passed)})
}

// acceptOne accepts an example of a list, if it still waits in that version and no
// other officer looks at it.
func acceptOne(t *turn.Turn, one string) (ok bool, err error) {
	number, version, _ := strings.Cut(one, "@")
	e, err := t.Tx.Example(number)
	if err != nil {
		return false, err
	}
	h, err := t.Tx.Handling(number)
	if err != nil {
		return false, err
	}
	by := h.HeldBy(t.Tx.Now)
	if e.Review != report.Received || strconv.Itoa(e.Version) != version || by != 0 && by != t.Member.ID {
		return false, nil
	}
	e.Review, e.Reason, e.Due = report.Accepted, "", report.Date{}
	_, err = ruleAnd(t, &e, report.ExampleAccepted, chat.Message{Text: t.Office.ThanksAccepted(e)}, card.RefreshClear)
	return err == nil, err
}
