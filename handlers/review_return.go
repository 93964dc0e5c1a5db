package handlers

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

const (
	verbReturnPhrase = "retp" // number version phrase
	verbReturnDays   = "retd" // number version days
	verbReturned     = "reto" // number version days
)

const (
	questionReturn    = "return"    // number version
	questionReturnDue = "returndue" // number version reason
)

// maxReason is how long a reason may be.
const maxReason = 500

// returnDays are the working days that are offered for a completion.
var returnDays = [...]int{1, 2, 3, 5, 7, 10}

// askReturn asks an officer for what an example has to be completed.
func (t *turn) askReturn(do chat.Action) error {
	e, ok, err := t.ruling(do)
	if err != nil || !ok {
		return err
	}
	t.ask(questionReturn, e.Number, strconv.Itoa(e.Version))
	var line []chat.Button
	for n := range texts.ReturnPhrases() {
		line = append(line, button(strconv.Itoa(n+1), verbReturnPhrase, e.Number, e.Version, n))
	}
	return t.say(chat.Message{
		Text:    texts.AskReturnReason(e.Number),
		Buttons: [][]chat.Button{line, {button(texts.LabelCancel, verbCancel)}},
	})
}

// pickReason takes a ready phrase.
func (t *turn) pickReason(do chat.Action) error {
	e, ok, err := t.ruling(do)
	if err != nil || !ok {
		return err
	}
	phrases := texts.ReturnPhrases()
	n, err := strconv.Atoi(do.Arg(2))
	if err != nil || n < 0 || n >= len(phrases) {
		return t.stale()
	}
	return t.confirmReturn(e, phrases[n], t.Options.ReturnDue)
}

// answerReturn takes the officer's own words, also in place of those given
// before.
func (t *turn) answerReturn() error {
	e, ok, err := t.ruling(chat.Do(questionReturn, t.arg(0), t.arg(1)))
	if err != nil || !ok {
		return err
	}
	reason := strings.Join(strings.Fields(t.ev.Text), " ")
	if utf8.RuneCountInString(reason) > maxReason {
		return t.say(chat.Message{Text: texts.ReasonTooLong(maxReason)})
	}
	return t.confirmReturn(e, reason, t.Options.ReturnDue)
}

// confirmReturn shows the reason and the day before it goes out.
func (t *turn) confirmReturn(e report.Example, reason string, days int) error {
	days = max(1, days)
	t.ask(questionReturnDue, e.Number, strconv.Itoa(e.Version), reason)
	var line []chat.Button
	for _, n := range returnDays {
		if n != days {
			line = append(line, button(texts.LabelDays(n), verbReturnDays, e.Number, e.Version, n))
		}
	}
	return t.show(chat.Message{
		Text: texts.ConfirmReturn(e.Number, reason, t.due(days), days),
		Buttons: [][]chat.Button{
			{button(texts.LabelSendBack, verbReturned, e.Number, e.Version, days), button(texts.LabelCancel, verbCancel)}, line[:3], line[3:],
		},
	})
}

func (t *turn) due(days int) report.Date { return t.Rules.Calendar.AddWorkdays(t.today(), days) }

// pickDays changes the day.
func (t *turn) pickDays(do chat.Action) error {
	e, days, ok, err := t.returning(do)
	if err != nil || !ok {
		return err
	}
	return t.confirmReturn(e, t.arg(2), days)
}

// returnExample sends an example back to be completed.
func (t *turn) returnExample(do chat.Action) error {
	e, days, ok, err := t.returning(do)
	if err != nil || !ok {
		return err
	}
	e.Review, e.Reason, e.Due = report.Returned, t.arg(2), t.due(days)
	t.closeQuestion()
	if err := t.rule(&e, "example returned"); err != nil {
		return err
	}
	m := chat.Message{
		Text:    t.Office.PleaseComplete(e),
		Buttons: column(button(texts.LabelCompleteNow, chat.VerbComplete, e.Number, e.Version)),
	}
	told, err := t.tellSender(e, m, &storage.Guard{Returned: e.Number, Version: e.Version})
	if err != nil {
		return err
	}
	return t.show(chat.Message{Text: texts.ReturnedDone(e.Number, told)})
}

// returning finds the example whose return is being prepared, and the working
// days that the button asks for.
func (t *turn) returning(do chat.Action) (e report.Example, days int, ok bool, err error) {
	e, ok, err = t.ruling(do)
	if err != nil || !ok {
		return e, 0, false, err
	}
	days, _ = strconv.Atoi(do.Arg(2))
	asked := t.talk.Ask == questionReturnDue && t.arg(0) == e.Number && t.arg(1) == fmt.Sprint(e.Version)
	if !asked || days < 1 || days > 60 {
		return e, 0, false, t.stale()
	}
	return e, days, true, nil
}
