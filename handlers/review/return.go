package review

import (
	"strconv"
	"unicode/utf8"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

const (
	verbReturnPhrase turn.Verb = "retp"
	verbReturnDays   turn.Verb = "retd"
	verbReturned     turn.Verb = "reto"
	verbReturnMore   turn.Verb = "retm"
)

const (
	questionReturn    turn.Question = "return"
	questionReturnDue turn.Question = "returndue"
)

// returnDays are the working days that are offered for a completion.
var returnDays = [...]int{1, 2, 3, 5, 7, 10}

// askReturn asks an officer for what an example has to be completed.
func askReturn(t *turn.Reading, e report.Example) error { return askReasons(t, e, "") }

// addReason asks for one more reason beside those given.
func addReason(t *turn.Reading, e report.Example) error {
	if !t.Asked(questionReturnDue, e.Number, e.Version) {
		return t.Stale()
	}
	return askReasons(t, e, t.Arg(2))
}

// askReasons asks for reasons; those given stay.
func askReasons(t *turn.Reading, e report.Example, given string) error {
	t.Ask(questionReturn, e.Number, e.Version, given)
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
func pickReason(t *turn.Reading, e report.Example, phrase int) error {
	return confirmReasons(t, e, texts.ReturnPhrases()[phrase])
}

// confirmReasons adds a reason to those that were given before more were asked
// for.
func confirmReasons(t *turn.Reading, e report.Example, reason string) error {
	if t.Asked(questionReturn, e.Number, e.Version) && t.Arg(2) != "" {
		reason = texts.JoinReasons([]string{t.Arg(2), reason})
	}
	if utf8.RuneCountInString(reason) > form.MaxReason {
		return t.Say(chat.Message{Text: texts.Quoted(reason, texts.ReasonTooLong(form.MaxReason))})
	}
	return confirmReturn(t, e, reason, 0)
}

// answerReturn takes the officer's own words, also in place of those given
// before.
func answerReturn(t *turn.Reading, e report.Example, _ string) error {
	phrases := texts.ReturnPhrases()
	numbers, note, ok := form.ReadReasons(t.Event.Text, len(phrases))
	if !ok {
		return t.Say(chat.Message{Text: texts.NoSuchReason(len(phrases))})
	}
	var reasons []string
	for _, n := range numbers {
		reasons = append(reasons, phrases[n-1])
	}
	if note != "" {
		reasons = append(reasons, note)
	}
	return confirmReasons(t, e, texts.JoinReasons(reasons))
}

// answerConfirm takes other words in place of the reasons that are to go out.
func answerConfirm(t *turn.Reading, e report.Example, given string, _ int) error {
	return answerReturn(t, e, given)
}

// leaveReasons goes back to what was there before reasons were asked for: those
// that were given, or the example.
func leaveReasons(t *turn.Reading, e report.Example, given string) error {
	if given != "" {
		return confirmReturn(t, e, given, 0)
	}
	t.CloseQuestion()
	return openExample(t, e)
}

// backToReasons asks for the reasons again; those given stay.
func backToReasons(t *turn.Reading, e report.Example, given string, _ int) error {
	return askReasons(t, e, given)
}

// returnIn is the working days until a completion is due; none: those of the
// configuration.
var returnIn = turn.Opt(turn.Number("days", 1, 60))

// confirmReturn shows the reason and the day before it goes out.
func confirmReturn(t *turn.Reading, e report.Example, reason string, days int) error {
	if days == 0 {
		days = max(1, t.Options.ReturnDue)
	}
	t.Ask(questionReturnDue, e.Number, e.Version, reason, days)
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
			{turn.Button(texts.LabelMoreReasons, verbReturnMore, e.Number, e.Version)},
		},
	})
}

func due(t *turn.Reading, days int) report.Date { return t.Rules.Calendar.AddWorkdays(t.Today(), days) }

// pickDays changes the day.
func pickDays(t *turn.Reading, r returning) error {
	return confirmReturn(t, r.example, t.Arg(2), r.days)
}

// returnExample sends an example back to be completed.
func returnExample(t *turn.Turn, r returning) error {
	e := r.example
	e.Review, e.Reason, e.Due = report.Returned, t.Arg(2), due(&t.Reading, r.days)
	t.CloseQuestion()
	if err := rule(t, &e, report.ExampleReturned); err != nil {
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

// A returning is an example whose return is being prepared.
type returning struct {
	example report.Example
	days    int // working days until it is due
}

// toReturn is the example of the open question, with the days of the button.
var toReturn = turn.Join(toRule, turn.Number("days", 1, 60), func(t *turn.Reading, e report.Example, days int) (r returning, no turn.Refusal) {
	if !t.Asked(questionReturnDue, e.Number, e.Version) {
		return r, turn.Stale
	}
	return returning{e, days}, nil
})
