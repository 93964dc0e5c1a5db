package review

import (
	"slices"
	"unicode/utf8"

	"guongsang/handlers/card"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/said"
	"guongsang/internal/texts"
)

const (
	verbReturnPhrase turn.Verb = "retp"
	verbReasonsDone  turn.Verb = "retn"
	verbReturnDays   turn.Verb = "retd"
	verbReturned     turn.Verb = "reto"
	verbReturnMore   turn.Verb = "retm"
)

const (
	questionReturn    turn.Question = "return"
	questionReturnDue turn.Question = "returndue"
)

// returnDays are the working days that are offered for a completion.
var returnDays = [...]int{2, 3, 5, 10}

// askReturn asks an officer for what an example has to be completed.
func askReturn(t *turn.Reading, e report.Example) error {
	t.Below()
	return askReasons(t, e, "")
}

// addReason asks for more reasons beside those given.
func addReason(t *turn.Reading, e report.Example) error {
	if !t.Asked(questionReturnDue, e.Number, e.Version) {
		return t.Stale()
	}
	return askReasons(t, e, t.Arg(2))
}

// askReasons asks for reasons, of which several can be ticked; those given are.
func askReasons(t *turn.Reading, e report.Example, given string) error {
	t.Ask(questionReturn, e.Number, e.Version, given)
	marked, other := texts.SplitReasons(given)
	var ticks []chat.Button
	for n := range texts.ReturnPhrases() {
		ticks = append(ticks, turn.Button(texts.LabelReason(n, slices.Contains(marked, n)), verbReturnPhrase, e.Number, e.Version, n))
	}
	return t.Show(chat.Message{
		Text: texts.AskReturnReason(e.Number, marked, other),
		Buttons: [][]chat.Button{ticks, {
			turn.Button(texts.LabelReasonsDone, verbReasonsDone, e.Number, e.Version), turn.Button(texts.LabelCancel, turn.VerbCancel),
		}},
	})
}

// tickReason ticks a ready reason, or takes the tick away.
func tickReason(t *turn.Reading, e report.Example, phrase int) error {
	given := ""
	if t.Asked(questionReturn, e.Number, e.Version) {
		given = t.Arg(2)
	}
	marked, other := texts.SplitReasons(given)
	if n := slices.Index(marked, phrase); n >= 0 {
		marked = slices.Delete(marked, n, n+1)
	} else {
		marked = append(marked, phrase)
	}
	return askReasons(t, e, reasonsOf(marked, other))
}

// reasonsOf joins the ready reasons at these places with what was written.
func reasonsOf(marked []int, other string) string {
	var all []string
	for _, n := range marked {
		all = append(all, texts.ReturnPhrases()[n])
	}
	if other != "" {
		all = append(all, other)
	}
	if len(all) == 0 {
		return ""
	}
	return texts.JoinReasons(all)
}

// reasonsDone goes on with what was ticked.
func reasonsDone(t *turn.Reading, e report.Example) error {
	if !t.Asked(questionReturn, e.Number, e.Version) {
		return t.Stale()
	}
	if t.Arg(2) == "" {
		return t.Toast(texts.NoReasonYet())
	}
	return confirmReturn(t, e, t.Arg(2), 0)
}

// answerReturn takes the officer's own words, or the numbers of ready reasons, also
// in place of those given before.
func answerReturn(t *turn.Reading, e report.Example, _ string) error {
	if said.Accepts(t.Event.Text) { // the example has the button
		return leaveReasons(t, e, "")
	}
	phrases := texts.ReturnPhrases()
	numbers, note, ok := form.ReadReasons(t.Event.Text, len(phrases))
	if !ok {
		return t.Say(chat.Message{Text: texts.NoSuchReason(len(phrases))})
	}
	var marked []int
	other := ""
	if t.Asked(questionReturn, e.Number, e.Version) {
		marked, other = texts.SplitReasons(t.Arg(2))
	}
	for _, n := range numbers {
		if !slices.Contains(marked, n-1) {
			marked = append(marked, n-1)
		}
	}
	if other != "" && note != "" {
		other += "; "
	}
	reason := reasonsOf(marked, other+note)
	if utf8.RuneCountInString(reason) > form.MaxReason {
		return t.Say(chat.Message{Text: texts.Quoted(reason, texts.ReasonTooLong(form.MaxReason))})
	}
	return confirmReturn(t, e, reason, 0)
}

// answerConfirm takes other words in place of the reasons that are to go out. What only
// says that they may go is no reason: the button sends.
func answerConfirm(t *turn.Reading, e report.Example, given string, days int) error {
	if form.SaysGo(t.Event.Text) {
		return confirmReturn(t, e, given, days)
	}
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
		if n != days && len(line) < 3 {
			line = append(line, turn.Button(texts.LabelDays(n), verbReturnDays, e.Number, e.Version, n))
		}
	}
	return t.Show(chat.Message{
		Text: texts.ConfirmReturn(e.Number, reason, due(t, days), days),
		Buttons: [][]chat.Button{
			{turn.Button(texts.LabelSendBack, verbReturned, e.Number, e.Version, days), turn.Button(texts.LabelCancel, turn.VerbCancel)}, line,
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
	told, err := rule(t, &e, report.ExampleReturned, chat.Message{
		Text:    t.Office.PleaseComplete(e),
		Buttons: turn.Column(turn.Button(texts.LabelCompleteNow, chat.VerbComplete, e.Number, e.Version)),
	})
	if err != nil {
		return err
	}
	h, err := t.Tx.Handling(e.Number)
	if err != nil {
		return err
	}
	return t.Show(chat.Message{
		Text:    texts.ReturnedDone(e.Number, told),
		Buttons: turn.Column(turn.Button(texts.LabelUndoRuling, card.VerbUndo, e.Number, e.Version, h.Rulings)),
	})
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
