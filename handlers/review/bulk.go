package review

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"guongsang/handlers/card"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbBulk   turn.Verb = "bulk"
	verbBulkDo turn.Verb = "bulkok"
)

const questionBulk turn.Question = "bulk"

// mostBulk is how many examples are accepted at once: each writes a ruling, the cards
// of all officers and a message to its unit, and others wait for that. Of more the next
// portion is offered when one is done.
const mostBulk = 30

// mostLooks is how many examples are looked at for a portion.
const mostLooks = 60

// A portion is what one question offers: the examples of a page, and the first that can
// be accepted of all that wait, each list as texts of number and version. Next is after
// which example the following portion begins; empty if there is none.
type portion struct{ page, all, next string }

// key tells a portion from others: a button accepts what was asked above it.
func (p portion) key() string { return turn.BlockKey(p.page + " " + p.all) }

// askBulk asks once which of those that wait are to be accepted together: those of a
// page of the list, or the oldest of all. None is among them that an officer has to look
// at.
func askBulk(t *turn.Reading, page int, after string) error {
	received, _, err := t.Tx.Waiting()
	if err != nil {
		return err
	}
	var ofPage []string
	passedOfPage := 0
	if after == "" {
		from, to, _ := turn.Bounds(len(received), queueAPage, page)
		if ofPage, passedOfPage, _, err = clearOf(t, received[from:to]); err != nil {
			return err
		}
	}
	rest := behind(received, after)
	all, passed, looked, err := clearOf(t, rest)
	if err != nil {
		return err
	}
	p := portion{page: strings.Join(ofPage, ","), all: strings.Join(all, ",")}
	if looked < len(rest) {
		p.next = rest[looked-1]
	}
	if len(ofPage) == 0 && len(all) == 0 && p.next == "" {
		return t.Toast(texts.BulkNone())
	}
	return confirmBulk(t, p, max(passed, passedOfPage))
}

// behind are those of a list that come after one of them. That one may have left it.
func behind(numbers []string, after string) []string {
	if n := slices.Index(numbers, after); n >= 0 {
		return numbers[n+1:]
	}
	return numbers
}

// clearOf gives the first of some examples that can be accepted without looking at them,
// each with its version, counts the others, and says how many it looked at.
func clearOf(t *turn.Reading, numbers []string) (list []string, passed, looked int, err error) {
	for _, number := range numbers[:min(mostLooks, len(numbers))] {
		if len(list) == mostBulk {
			break
		}
		e, err := t.Tx.Example(number)
		if err != nil {
			return nil, 0, 0, err
		}
		ok, err := card.Clear(t, e)
		if err != nil {
			return nil, 0, 0, err
		}
		looked++
		if !ok {
			passed++
			continue
		}
		list = append(list, fmt.Sprintf("%s@%d", e.Number, e.Version))
	}
	return list, passed, looked, nil
}

func confirmBulk(t *turn.Reading, p portion, passed int) error {
	t.Ask(questionBulk, p.page, p.all, p.next)
	ofPage, ofAll := listed(p.page), listed(p.all)
	if p.all == p.page {
		ofAll = nil
	}
	var buttons []chat.Button
	if len(ofPage) > 0 {
		buttons = append(buttons, turn.Button(texts.LabelBulkPage(len(ofPage)), verbBulkDo, 0, p.key()))
	}
	if len(ofAll) > 0 {
		buttons = append(buttons, turn.Button(texts.LabelBulkAll(len(ofAll)), verbBulkDo, 1, p.key()))
	}
	if len(ofPage) == 0 && len(ofAll) == 0 {
		buttons = append(buttons, turn.Button(texts.LabelBulkNext, verbBulk, 0, p.next))
	}
	buttons = append(buttons, turn.Button(texts.LabelCancel, turn.VerbCancel))
	return t.Say(chat.Message{Text: texts.AskBulk(len(ofPage), len(ofAll), passed, p.next != ""), Buttons: [][]chat.Button{buttons}})
}

// bulkAgain puts the question again.
func bulkAgain(t *turn.Reading, page, all, next string) error {
	return confirmBulk(t, portion{page, all, next}, 0)
}

// ofList are examples with their versions.
var ofList = turn.Opt(turn.Text("list"))

func listed(list string) []string {
	if list == "" {
		return nil
	}
	return strings.Split(list, ",")
}

// acceptAll accepts those that are still as they were when it was asked, and leads on to
// what waits behind them.
func acceptAll(t *turn.Turn, all bool, key string) error {
	p := portion{t.Arg(0), t.Arg(1), t.Arg(2)}
	list := listed(p.page)
	if all {
		list = listed(p.all)
	}
	if !t.Asked(questionBulk) || key != p.key() || len(list) == 0 || len(list) > mostBulk {
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
	m := chat.Message{Text: texts.BulkDone(len(list)-passed, passed)}
	received, _, err := t.Tx.Waiting()
	switch {
	case err != nil:
		return err
	case all && p.next != "" && len(received) > 0:
		m.Buttons = turn.Column(turn.Button(texts.LabelBulkNext, verbBulk, 0, p.next))
	case len(received) > 0:
		m.Buttons = turn.Column(turn.Button(texts.WordQueue, digest.VerbQueue, 0))
	}
	return t.Show(m)
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
