package draft

import (
	"unicode/utf8"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/intent"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// answerDraft takes a text for the open question of the open draft, or for that
// to which it replies.
func answerDraft(q form.Question) func(*turn.Turn, report.Draft, string) error {
	return func(t *turn.Turn, d report.Draft, from string) error {
		if d.Step != q.Key {
			t.CloseQuestion()
			return Unasked(t)
		}
		mayHaveRest(t)
		if t.IsRest() && t.Talk.Doubt != "" { // a messenger cut what is asked about
			t.Event.Text = t.Talk.Doubt + "\n" + t.Event.Text
		}
		t.Talk.Doubt = ""
		if other, ok := form.QuestionIn(t.Event.Quoted, d, unitOf(&t.Reading, d)); ok && other.Key != q.Key {
			return answerReplied(t, d, q, other, from)
		}
		r := q.Answer(&d, unitOf(&t.Reading, d), t.Event.Text, ownChoices(t, q), t.IsRest())
		return became(t, d, q, r, from)
	}
}

// became goes on after a text of which that became.
func became(t *turn.Turn, d report.Draft, q form.Question, r form.Reading, from string) error {
	switch r.Outcome {
	case form.Another:
		return beginPaste(t, r.Paste, true)
	case form.Several:
		_, err := askSeveral(t)
		return err
	case form.Filled:
		return goOn(t, d, r.Note)
	case form.Answered:
		note := r.Note
		if q.Key == "name" {
			named, err := t.NamedBefore(d)
			if err != nil {
				return err
			}
			if named != "" {
				note = under(note, named)
			}
		}
		return taken(t, d, note, from)
	case form.Kept:
		return kept(t, d, q, r.Note, from)
	case form.Steered:
		return steer(t, d, q, r.Steer, from)
	case form.Doubtful:
		return askDoubt(t, d, q, r, from)
	case form.Aside:
		t.Meant = r.Meaning
		return nil
	default:
		return question(t, d, q, r.Note, from)
	}
}

// kept goes on after a text that became part of the draft elsewhere: with the same
// question, unless all that it asks for is told by now.
func kept(t *turn.Turn, d report.Draft, q form.Question, note, from string) error {
	next, missing := form.Next(&d, unitOf(&t.Reading, d))
	if d.Told && from == "" && q.Key != "unit" && (!missing || next.Key != q.Key) {
		return taken(t, d, note, from)
	}
	return askStep(t, d, q, note, from)
}

// answerReplied takes a text for the question to whose message it replies. What
// is open stays so.
func answerReplied(t *turn.Turn, d report.Draft, open, replied form.Question, from string) error {
	switch r := replied.Answer(&d, unitOf(&t.Reading, d), t.Event.Text, ownChoices(t, replied), false); r.Outcome {
	case form.Answered:
		note := texts.Corrected(texts.FieldName(replied.Key, d.Content), replied.Shown(d))
		if r.Note != "" {
			note += " " + r.Note
		}
		return askStep(t, d, open, note, from)
	case form.Steered, form.Aside, form.Doubtful:
		return became(t, d, open, r, from)
	default:
		return question(t, d, open, r.Note, from)
	}
}

// steer goes where a text says.
func steer(t *turn.Turn, d report.Draft, q form.Question, to form.Steer, from string) error {
	switch to {
	case form.GoAway:
		return Save(t, d)
	case form.GoBack:
		return stepBack(t, d, q, from)
	case form.GoReview:
		if err := showWhole(&t.Reading, d, 0); err != nil {
			return err
		}
		t.Below()
		return question(t, d, q, "", from)
	}
	if q.Shown(d) == "" && q.Needed(d, unitOf(&t.Reading, d)) {
		return question(t, d, q, texts.CannotSkip(), from)
	}
	return keepAnswer(t, d, from)
}

// mayHaveRest notes of a text that was meant for a draft whether it may have a
// rest: that of one for which there was no room is no answer either.
func mayHaveRest(t *turn.Turn) {
	if form.FillsOneMessage(t.Event.Text) {
		t.HasRest()
	}
}

// taken goes on after an answer.
func taken(t *turn.Turn, d report.Draft, note, from string) error {
	if next, ok := form.Next(&d, unitOf(&t.Reading, d)); ok {
		return askStep(t, d, next, note, from)
	}
	if from == fromMore {
		return listMore(t, d, note, pageOf(t, d))
	}
	return preview(t, d, note)
}

const verbMeant turn.Verb = "d.meant"

// What a text was meant for that could be two things.
const (
	meantAnswer = "answer" // of the open question
	meantSteer  = "steer"  // where it says to go
)

// askDoubt asks whether a text is an answer or says where to go. Nothing is
// stored of it in the draft.
func askDoubt(t *turn.Turn, d report.Draft, q form.Question, r form.Reading, from string) error {
	if r.Steer == "" {
		return question(t, d, q, r.Note, from)
	}
	t.Talk.Doubt = t.Event.Text
	button := func(label, meant string) chat.Button {
		return turn.Button(label, verbMeant, d.ID, d.Version, q.Key, meant, r.Steer)
	}
	if q.Key == "summary" && r.Steer == form.ToSummary {
		return t.Prompt(chat.Message{
			Text:    texts.DoubtLong(t.Event.Text, utf8.RuneCountInString(d.Content.Summary)),
			Buttons: turn.Column(button(texts.ToReplace, meantAnswer), button(texts.ToAppend, meantSteer)),
		})
	}
	needed := q.Shown(d) == "" && q.Needed(d, unitOf(&t.Reading, d))
	label := texts.ToSteer(string(r.Steer), needed)
	if r.Steer == form.ToAsk {
		label = texts.ToMean(string(r.Meaning.Intent))
	}
	lines := turn.Column(button(label, meantSteer))
	if r.Steer != form.ToSummary && q.Choices(ownChoices(t, q)) == nil || q.Key == "place" { // a deed may stand in the name of a place
		lines = append(turn.Column(button(texts.ToTakeAnswer(texts.FieldName(q.Key, d.Content)), meantAnswer)), lines...)
	}
	if r.Steer == form.ToSummary {
		lines = append(lines, choiceButtons(t, d, q, 0)...)
		lines = append(lines, steering(t, d, q, from))
	}
	return t.Prompt(chat.Message{Text: under(r.Note, t.Office.Doubt(t.Event.Text, texts.FieldName(q.Key, d.Content), string(r.Steer))), Buttons: lines})
}

// resolveDoubt does what a doubtful text was meant for.
func resolveDoubt(t *turn.Turn, m doubtful) error {
	text := t.Talk.Doubt
	if text == "" || m.draft.Step != m.question.Key || t.Talk.Draft != m.draft.ID {
		return t.Stale()
	}
	t.Talk.Doubt = ""
	d, q := m.draft, m.question
	switch {
	case m.meant == meantAnswer:
		return became(t, d, q, q.Take(&d, text), m.from(t))
	case m.steer == form.ToSummary:
		r := addToSummary(&d, text)
		return became(t, d, q, r, m.from(t))
	case m.steer == form.ToName:
		return became(t, d, q, form.Rename(&d, text), m.from(t))
	case m.steer == form.ToAsk:
		t.Event.Text = text
		by := t.Speaker()
		by.Open = q.Key
		if t.Meant = intent.Understand(by, text); t.Meant.Intent == intent.AskStop {
			t.Meant = intent.Meaning{}
			return Save(t, d)
		}
		return nil
	case m.steer == form.SaysNone && q.Shown(d) == "" && q.Needed(d, unitOf(&t.Reading, d)):
		t.Meant = intent.Meaning{Intent: intent.AskNil}
		return nil
	}
	return steer(t, d, q, m.steer, m.from(t))
}

// A doubtful text, and what it was meant for.
type doubtful struct {
	draft    report.Draft
	question form.Question
	meant    string
	steer    form.Steer
}

// doubtKind is what the buttons under a doubt carry.
var doubtKind = turn.Join(
	turn.Join(turn.Draft, questionKind, func(_ *turn.Reading, d report.Draft, q form.Question) (doubtful, turn.Refusal) {
		return doubtful{draft: d, question: q}, nil
	}),
	turn.Join(turn.OneOf("meant", meantAnswer, meantSteer), turn.OneOf("steer", form.GoBack, form.GoPast, form.GoAway, form.SaysNone, form.ToSummary, form.GoReview, form.ToAsk, form.ToName),
		func(_ *turn.Reading, meant string, to form.Steer) (doubtful, turn.Refusal) {
			return doubtful{meant: meant, steer: to}, nil
		}),
	func(_ *turn.Reading, a, b doubtful) (doubtful, turn.Refusal) {
		a.meant, a.steer = b.meant, b.steer
		return a, nil
	},
)

// from is where the question was come to from that is open.
func (m doubtful) from(t *turn.Turn) string {
	if t.Asked(questionOf(m.question)) {
		return t.Arg(0)
	}
	return ""
}
