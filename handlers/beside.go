package handlers

import (
	"cmp"

	"guongsang/handlers/agency"
	"guongsang/handlers/draft"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/texts"
)

// At a question that is none of a draft's, too, people say "thôi" and "quay lại", or
// ask for something else. What they say then must not become the answer, which a
// unit may be sent. The question says what it takes and where it can be left to;
// what the text is, package form says.

// besides reads a text that was typed at the open question.
func besides(t *turn.Reading, question turn.Route) form.Reading {
	if question.Beside.Takes == "" {
		return form.Reading{Outcome: form.Answered}
	}
	found := len(agency.FindUnits(t, t.Event.Text)) > 0
	return question.Beside.Takes.Beside(t.Speaker(), t.Event.Text, found)
}

// takeAnswer takes a text for the answer to the open question, or for what else it
// says.
func takeAnswer(t *turn.Turn, question turn.Route) error {
	r := besides(&t.Reading, question)
	t.Talk.Doubt = ""
	switch r.Outcome {
	case form.Answered:
		return question.Answer(t)
	case form.Another:
		t.CloseQuestion()
		return draft.Unasked(t)
	case form.Doubtful:
		return askBeside(t, r)
	case form.Refused:
		if err := t.Say(chat.Message{Text: r.Note}); err != nil {
			return err
		}
		return question.Instead(t, question.Beside.Again)
	}
	return goBeside(t, question, r)
}

// goBeside goes where a text says, or does what it asks for and puts the question
// again.
func goBeside(t *turn.Turn, question turn.Route, r form.Reading) error {
	b := question.Beside
	switch {
	case r.Steer == form.GoBack && b.Back.Is():
		return question.Instead(t, b.Back)
	case r.Steer == form.GoPast && b.Skip.Is(), r.Steer == form.SaysNone && b.Skip.Is():
		return question.Instead(t, b.Skip)
	case r.Steer == form.GoPast, r.Steer == form.SaysNone:
		if err := t.Say(chat.Message{Text: texts.CannotPass()}); err != nil {
			return err
		}
		return question.Instead(t, b.Again)
	case r.Steer != "":
		return leave(&t.Reading)
	}
	args := t.Talk.Args
	t.Below()
	if err := atDesk(t, r.Meaning); err != nil {
		return err
	}
	t.Talk.Ask, t.Talk.Args = string(question.Question), args
	return question.Instead(t, b.Again)
}

const verbBeside turn.Verb = "beside"

// askBeside asks whether a text is the answer or meant otherwise. Nothing is done
// of either before.
func askBeside(t *turn.Turn, r form.Reading) error {
	t.Talk.Doubt = t.Event.Text
	mark := markOf(t.Talk, t.Talk.Doubt)
	return t.Prompt(chat.Message{Text: t.Office.DoubtReason(t.Event.Text), Buttons: turn.Column(
		turn.Button(texts.ToTakeReason, verbBeside, mark, 1),
		turn.Button(texts.ToMean(cmp.Or(string(r.Steer), string(r.Meaning.Intent))), verbBeside, mark, 0),
	)})
}

// resolveBeside does what a doubtful text was meant for.
func resolveBeside(t *turn.Turn, mark string, isAnswer bool) error {
	question, open := table.questions[turn.Question(t.Talk.Ask)]
	if !open || t.Talk.Doubt == "" || markOf(t.Talk, t.Talk.Doubt) != mark {
		return t.Stale()
	}
	t.Event.Text, t.Talk.Doubt = t.Talk.Doubt, ""
	if isAnswer {
		return question.Answer(t)
	}
	return goBeside(t, question, besides(&t.Reading, question))
}
