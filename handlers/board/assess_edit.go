package board

import (
	"slices"
	"strings"
	"unicode/utf8"

	"guongsang/handlers/turn"
	"guongsang/internal/assess"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/letters"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	questionParagraph    turn.Question = "asedit"
	questionNewParagraph turn.Question = "asadd"

	takesParagraph = form.TakesReason
)

// How long a paragraph may be, in characters.
const (
	shortestParagraph = 10
	longestParagraph  = 800
)

// showParagraph shows one paragraph whole, and what can be done with it.
func showParagraph(t *turn.Reading, a paragraphAt) error {
	t.CloseQuestion()
	p := a.paragraph()
	m := chat.Message{Title: texts.AssessPart(p.Part), Text: texts.AssessParagraph(a.at+1, len(a.paragraphs), p.Text)}
	to := func(label string, verb turn.Verb, at int) chat.Button {
		return turn.Button(label, verb, at, a.period, a.mark())
	}
	m.Buttons = [][]chat.Button{{to(texts.LabelEditParagraph, verbEditParagraph, a.at), to(texts.LabelDropParagraph, verbDropParagraph, a.at)}}
	var pager []chat.Button
	if a.at > 0 {
		pager = append(pager, to(texts.LabelPrev, verbParagraph, a.at-1))
	}
	if a.at+1 < len(a.paragraphs) {
		pager = append(pager, to(texts.LabelNext, verbParagraph, a.at+1))
	}
	if len(pager) > 0 {
		m.Buttons = append(m.Buttons, pager)
	}
	back := verbAssess
	if p.Part == assess.Tasks {
		back = verbAssessTasks
	}
	m.Buttons = append(m.Buttons, []chat.Button{turn.Button(texts.LabelBack, back, a.period)})
	return t.Show(m)
}

// askParagraph asks for a paragraph in other words.
func askParagraph(t *turn.Reading, a paragraphAt) error {
	t.Ask(questionParagraph, a.at, a.period, a.mark())
	return t.Show(chat.Message{Text: texts.AskParagraph(a.paragraph().Text, longestParagraph), Buttons: turn.Column(
		turn.Button(texts.LabelBack, verbParagraph, a.at, a.period, a.mark()),
	)})
}

func answerParagraph(t *turn.Turn, a paragraphAt) error {
	text, no, err := paragraphSaid(t, a.period)
	if err != nil || no != nil {
		return orSay(t, no, err)
	}
	all := slices.Clone(a.paragraphs)
	all[a.at].Text = text
	changed, err := a.keep(t, all)
	if err != nil {
		return err
	}
	return showParagraph(&t.Reading, paragraphAt{changed, a.at})
}

// dropParagraph leaves one out, and shows those that stay.
func dropParagraph(t *turn.Turn, a paragraphAt) error {
	part := a.paragraph().Part
	changed, err := a.keep(t, slices.Delete(slices.Clone(a.paragraphs), a.at, a.at+1))
	if err != nil {
		return err
	}
	return showPart(&t.Reading, changed, part)
}

// showPart shows the page on which a part stands.
func showPart(t *turn.Reading, a assessing, part assess.Part) error {
	if part == assess.Tasks {
		return showTasks(t, a)
	}
	return showAssessment(t, a)
}

// askAddTo asks to which part a paragraph is added.
func askAddTo(t *turn.Reading, a assessing) error {
	t.CloseQuestion()
	var line []chat.Button
	for _, part := range assess.Parts {
		line = append(line, turn.Button(texts.AssessPart(part), verbAddTo, part, a.period))
	}
	return t.Show(chat.Message{Text: texts.AskAddTo, Buttons: turn.Column(append(line, turn.Button(texts.LabelBack, verbAssess, a.period))...)})
}

func askNewParagraph(t *turn.Reading, part assess.Part, a assessing) error {
	t.Ask(questionNewParagraph, part, a.period)
	return t.Show(chat.Message{Text: texts.AskNewParagraph(texts.AssessPart(part), longestParagraph), Buttons: turn.Column(
		turn.Button(texts.LabelBack, verbAddParagraph, a.period),
	)})
}

func backToAddTo(t *turn.Reading, _ assess.Part, a assessing) error { return askAddTo(t, a) }

// answerNewParagraph puts a paragraph behind those of its part.
func answerNewParagraph(t *turn.Turn, part assess.Part, a assessing) error {
	text, no, err := paragraphSaid(t, a.period)
	if err != nil || no != nil {
		return orSay(t, no, err)
	}
	if len(a.paragraphs) >= maxParagraphs {
		return t.Say(chat.Message{Text: texts.Quoted(t.Event.Text, texts.TooManyParagraphs(maxParagraphs))})
	}
	at := 0
	for i, p := range a.paragraphs {
		if slices.Index(assess.Parts[:], p.Part) <= slices.Index(assess.Parts[:], part) {
			at = i + 1
		}
	}
	changed, err := a.keep(t, slices.Insert(slices.Clone(a.paragraphs), at, assess.Paragraph{Part: part, Text: text}))
	if err != nil {
		return err
	}
	return showPart(&t.Reading, changed, part)
}

// askRedraft asks once more before what was edited is thrown away.
func askRedraft(t *turn.Reading, a assessing) error {
	return t.Show(chat.Message{Text: texts.AskRedraft(a.period), Buttons: turn.Column(
		turn.Button(texts.LabelRedraft, verbRedrafted, a.period, a.mark()), turn.Button(texts.LabelBack, verbAssess, a.period),
	)})
}

// redraft goes back to what the figures say today.
func redraft(t *turn.Turn, a assessing) error {
	if a.kept != nil {
		if err := t.Tx.DeleteAssessment(a.period); err != nil {
			return err
		}
		if err := t.Tx.Audit(t.Member.ID, report.AssessmentRedrafted, report.Ref{Period: a.period}); err != nil {
			return err
		}
	}
	drafted, err := readAssessing(&t.Reading, a.period)
	if err != nil {
		return err
	}
	return showAssessment(&t.Reading, drafted)
}

// paragraphSaid is what was typed as a paragraph; refused is what is too short or too
// long for one, and what names somebody who was introduced: the report says in general
// how things stand, and names people where it may show them.
func paragraphSaid(t *turn.Turn, p report.Period) (text string, no turn.Refusal, err error) {
	text = letters.Line(t.Event.Text)
	switch n := utf8.RuneCountInString(text); {
	case n < shortestParagraph:
		return "", turn.Saying(texts.Quoted(t.Event.Text, texts.ParagraphTooShort)), nil
	case n > longestParagraph:
		return "", turn.Saying(texts.Quoted(t.Event.Text, texts.ParagraphTooLong(longestParagraph))), nil
	}
	named, err := namesSomebody(&t.Reading, p, text)
	if named {
		no = turn.Saying(texts.Quoted(t.Event.Text, texts.ParagraphNames))
	}
	return text, no, err
}

func orSay(t *turn.Turn, no turn.Refusal, err error) error {
	if err != nil {
		return err
	}
	return no(t)
}

// namesSomebody reports whether a text has the whole name of somebody who was
// introduced for the period.
func namesSomebody(t *turn.Reading, p report.Period, text string) (bool, error) {
	in := " " + strings.Join(strings.FieldsFunc(letters.Fold(text), letters.NotOfWord), " ") + " "
	for _, part := range p.Parts() {
		examples, err := t.Tx.ExamplesIn(part)
		if err != nil {
			return false, err
		}
		for _, e := range examples {
			for _, name := range privacy.Names(e.Content) {
				if len(name) > 1 && strings.Contains(in, " "+strings.Join(name, " ")+" ") {
					return true, nil
				}
			}
		}
	}
	return false, nil
}
