package handlers

import (
	"fmt"
	"hash/fnv"
	"slices"
	"unicode/utf8"

	"guongsang/handlers/draft"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/citizen"
	"guongsang/internal/letters"
	"guongsang/internal/texts"
	"guongsang/storage/records"
)

// While messages do not get out, people type again, or type on, and none of it
// answers the question that is open: they have not seen it. Such a text is kept
// in the conversation and asked about, in a message that comes after the
// question, whenever that is.

// What is kept of texts that were typed early.
const (
	maxEarly     = 10
	maxEarlyText = 10_000 // characters of all
)

const (
	verbUseEarly  turn.Verb = "early.use"
	verbDropEarly turn.Verb = "early.no"
)

// early takes a text that can be no answer to the open question, because it was
// typed before that was seen. It reports whether it is one.
func early(t *turn.Turn) (bool, error) {
	if !t.Early() {
		return false, nil
	}
	rest, err := draft.GoesOn(t)
	if err != nil || rest {
		return false, err
	}
	return true, keepEarly(t)
}

func keepEarly(t *turn.Turn) error {
	text := letters.Tidy(t.Event.Text)
	if citizen.HoldsID(text) {
		return t.Say(chat.Message{Text: texts.CitizenID()})
	}
	known, err := draft.Holds(t, text)
	switch {
	case err != nil:
		return err
	case known:
		return t.Say(chat.Message{Text: texts.EarlyKnown()})
	case slices.Contains(t.Talk.Early, text):
		return nil // it is asked about
	}
	size := utf8.RuneCountInString(text)
	for _, s := range t.Talk.Early {
		size += utf8.RuneCountInString(s)
	}
	if len(t.Talk.Early) >= maxEarly || size > maxEarlyText {
		return t.Say(chat.Message{Text: texts.EarlyTooMuch()})
	}
	t.Talk.Early = append(t.Talk.Early, text)
	return askOfEarly(t)
}

// askOfEarly asks about all that was typed early.
func askOfEarly(t *turn.Turn) error {
	var buttons []chat.Button
	for i, s := range t.Talk.Early {
		buttons = append(buttons, turn.Button(texts.ToUseEarly(s), verbUseEarly, i, markOf(t.Talk, s)))
	}
	buttons = append(buttons, turn.Button(texts.ToDropEarly, verbDropEarly))
	field, err := draft.Asked(t)
	if err != nil {
		return err
	}
	return t.AskOfEarly(chat.Message{Text: texts.EarlyText(t.Talk.Early, field), Buttons: turn.Column(buttons...)})
}

// markOf tells a text and the question that it is for from all others.
func markOf(talk records.Talk, text string) string {
	sum := fnv.New32a()
	_, _ = fmt.Fprint(sum, talk.Ask, talk.Args, talk.Draft, text)
	return fmt.Sprintf("%08x", sum.Sum32())
}

// typedEarly is the place of a text that was typed early, while the question is
// open for which it is kept.
var typedEarly = turn.Join(turn.Number("early", 0, maxEarly-1), turn.Text("mark"), func(t *turn.Reading, n int, mark string) (int, turn.Refusal) {
	if n >= len(t.Talk.Early) || markOf(t.Talk, t.Talk.Early[n]) != mark {
		return 0, turn.Stale
	}
	return n, nil
})

// useEarly answers the open question with a text that was typed early, and asks
// about the others again.
func useEarly(t *turn.Turn, n int) error {
	t.Event.Text = t.Talk.Early[n]
	rest := slices.Delete(slices.Clone(t.Talk.Early), n, n+1)
	t.Talk.Early, t.Talk.EarlyIn = nil, ""
	question, open := table.questions[turn.Question(t.Talk.Ask)]
	if !open {
		return t.Stale()
	}
	if err := answer(t, question); err != nil || len(rest) == 0 {
		return err
	}
	t.Talk.Early = rest
	return askOfEarly(t)
}

// answer takes a text for what it would have been had it come now: the number or
// label of a button, or an answer in words.
func answer(t *turn.Turn, question turn.Route) error {
	if do, ok := offered(&t.Reading); ok {
		return perform(t, do)
	}
	return takeAnswer(t, question)
}

// dropEarly forgets what was typed early, and puts the question again.
func dropEarly(t *turn.Turn) error {
	if len(t.Talk.Early) == 0 {
		return t.Stale()
	}
	t.Talk.Early, t.Talk.EarlyIn = nil, ""
	if done, err := draft.AskAgain(t, texts.EarlyDropped()); err != nil || done {
		return err
	}
	return t.Show(chat.Message{Text: texts.EarlyDropped() + " " + texts.AnswerAbove()})
}
