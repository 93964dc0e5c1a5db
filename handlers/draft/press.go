package draft

import (
	"slices"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbChoose turn.Verb = "d.pick"
	verbTick   turn.Verb = "d.tick"
	verbKeep   turn.Verb = "d.keep"
	verbBack   turn.Verb = "d.back"
	verbCut    turn.Verb = "d.cut"
	verbRemove turn.Verb = "d.rm"
)

// pickAnswer takes a pressed choice of the open question.
func pickAnswer(t *turn.Turn, d report.Draft, q form.Question, n int) error {
	if d.Step != q.Key || !q.Pick(&d, n, ownChoices(t, q)) {
		return t.Stale()
	}
	from := ""
	if t.Asked(questionOf(q)) && t.Talk.Draft == d.ID {
		from = t.Arg(0)
	}
	return taken(t, d, "", from)
}

// keepAnswer leaves the open question as it is.
func keepAnswer(t *turn.Turn, d report.Draft, from string) error {
	if from == fromMore {
		return listMore(t, d, "", pageOf(t, d))
	}
	return goOn(t, d, "")
}

// removeAnswer takes the answer of a question out of the draft, with nothing in its
// place.
func removeAnswer(t *turn.Turn, d report.Draft, q form.Question, from string) error {
	if d.Step != q.Key || !q.Removable(d, unitOf(&t.Reading, d)) {
		return t.Stale()
	}
	q.Remove(&d)
	note := texts.FieldRemoved(texts.FieldName(q.Key, d.Content))
	if from == fromMore {
		return listMore(t, d, note, pageOf(t, d))
	}
	return goOn(t, d, note)
}

// cutSummary keeps the first characters of a summary that is too long.
func cutSummary(t *turn.Turn, d report.Draft) error {
	form.CutSummary(&d)
	return goOn(t, d, "")
}

// stepBack asks the question before.
func stepBack(t *turn.Turn, d report.Draft, q form.Question, from string) error {
	switch from {
	case fromMore:
		return listMore(t, d, "", pageOf(t, d))
	case fromEdit:
		return goOn(t, d, "")
	}
	if before, ok := form.Back(&d, unitOf(&t.Reading, d), q.Key); ok {
		return askStep(t, d, before, "", "")
	}
	return Save(t, d)
}

// tickButton puts a group on or off. It says which, so that a double tap
// does not undo itself.
func tickButton(d report.Draft, c form.Choice, label string) chat.Button {
	on, mark := 1, ""
	if slices.Contains(d.Content.Groups, report.Group(c.Value)) {
		on, mark = 0, texts.ToMark
	}
	return turn.Button(mark+label, verbTick, d.ID, d.Version, c.Value, on)
}

// tickGroup puts a priority group on or off.
func tickGroup(t *turn.Turn, d report.Draft, g report.Group, on bool) error {
	d.Content.Groups = slices.DeleteFunc(d.Content.Groups, func(other report.Group) bool { return other == g })
	if on {
		d.Content.Groups = append(d.Content.Groups, g)
	}
	q, _ := form.Find("groups")
	d.Step = q.Key
	d, err := t.Tx.PutDraft(d)
	if err != nil {
		return err
	}
	return questionPart(t, d, q, "", fromMore, slices.Index(report.Groups[:], g)/answersShown)
}
