package agency

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"guongsang/handlers/turn"
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
func askReturn(t *turn.Turn, do chat.Action) error {
	e, ok, err := ruling(t, do)
	if err != nil || !ok {
		return err
	}
	t.Ask(questionReturn, e.Number, strconv.Itoa(e.Version))
	var line []chat.Button
	for n := range texts.ReturnPhrases() {
		line = append(line, turn.Button(strconv.Itoa(n+1), verbReturnPhrase, e.Number, e.Version, n))
	}
	return t.Say(chat.Message{
		Text:    texts.AskReturnReason(e.Number),
		Buttons: [][]chat.Button{line, {turn.Button(texts.LabelCancel, turn.VerbCancel)}},
	})
}

// pickReason takes a ready phrase.
func pickReason(t *turn.Turn, do chat.Action) error {
	e, ok, err := ruling(t, do)
	if err != nil || !ok {
		return err
	}
	phrases := texts.ReturnPhrases()
	n, err := strconv.Atoi(do.Arg(2))
	if err != nil || n < 0 || n >= len(phrases) {
		return t.Stale()
	}
	return confirmReturn(t, e, phrases[n], t.Options.ReturnDue)
}

// answerReturn takes the officer's own words, also in place of those given
// before.
func answerReturn(t *turn.Turn) error {
	e, ok, err := ruling(t, chat.Do(questionReturn, t.Arg(0), t.Arg(1)))
	if err != nil || !ok {
		return err
	}
	reason := strings.Join(strings.Fields(t.Event.Text), " ")
	if utf8.RuneCountInString(reason) > maxReason {
		return t.Say(chat.Message{Text: texts.ReasonTooLong(maxReason)})
	}
	return confirmReturn(t, e, reason, t.Options.ReturnDue)
}

// confirmReturn shows the reason and the day before it goes out.
func confirmReturn(t *turn.Turn, e report.Example, reason string, days int) error {
	days = max(1, days)
	t.Ask(questionReturnDue, e.Number, strconv.Itoa(e.Version), reason)
	var line []chat.Button
	for _, n := range returnDays {
		if n != days {
			line = append(line, turn.Button(texts.LabelDays(n), verbReturnDays, e.Number, e.Version, n))
		}
	}
	return t.Show(chat.Message{
		Text: texts.ConfirmReturn(e.Number, reason, due(t, days), days),
		Buttons: [][]chat.Button{
			{turn.Button(texts.LabelSendBack, verbReturned, e.Number, e.Version, days), turn.Button(texts.LabelCancel, turn.VerbCancel)}, line[:3], line[3:],
		},
	})
}

func due(t *turn.Turn, days int) report.Date { return t.Rules.Calendar.AddWorkdays(t.Today(), days) }

// pickDays changes the day.
func pickDays(t *turn.Turn, do chat.Action) error {
	e, days, ok, err := returning(t, do)
	if err != nil || !ok {
		return err
	}
	return confirmReturn(t, e, t.Arg(2), days)
}

// returnExample sends an example back to be completed.
func returnExample(t *turn.Turn, do chat.Action) error {
	e, days, ok, err := returning(t, do)
	if err != nil || !ok {
		return err
	}
	e.Review, e.Reason, e.Due = report.Returned, t.Arg(2), due(t, days)
	t.CloseQuestion()
	if err := rule(t, &e, "example returned"); err != nil {
		return err
	}
	m := chat.Message{
		Text:    t.Office.PleaseComplete(e),
		Buttons: turn.Column(turn.Button(texts.LabelCompleteNow, chat.VerbComplete, e.Number, e.Version)),
	}
	told, err := tellSender(t, e, m, &storage.Guard{Returned: e.Number, Version: e.Version})
	if err != nil {
		return err
	}
	return t.Show(chat.Message{Text: texts.ReturnedDone(e.Number, told)})
}

// returning finds the example whose return is being prepared, and the working
// days that the button asks for.
func returning(t *turn.Turn, do chat.Action) (e report.Example, days int, ok bool, err error) {
	e, ok, err = ruling(t, do)
	if err != nil || !ok {
		return e, 0, false, err
	}
	days, _ = strconv.Atoi(do.Arg(2))
	asked := t.Talk.Ask == questionReturnDue && t.Arg(0) == e.Number && t.Arg(1) == fmt.Sprint(e.Version)
	if !asked || days < 1 || days > 60 {
		return e, 0, false, t.Stale()
	}
	return e, days, true, nil
}
