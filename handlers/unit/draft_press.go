package unit

import (
	"slices"
	"strconv"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbChoose = "d.pick" // draft version question number
	verbTick   = "d.tick" // draft version group on
	verbKeep   = "d.keep" // draft version [from]
	verbBack   = "d.back" // draft version question [from]
	verbCut    = "d.cut"  // draft version
)

// pickAnswer takes a pressed choice: draft, version, question, number.
func pickAnswer(t *turn.Turn, do chat.Action) error {
	d, ok, err := t.Held(do)
	if err != nil || !ok {
		return err
	}
	q, known := form.Find(do.Arg(2))
	if !known || d.Step != q.Key {
		return t.Stale()
	}
	n, err := strconv.Atoi(do.Arg(3))
	if err != nil || !q.Pick(&d, n, unitChoices(t)) {
		return t.Stale()
	}
	from := ""
	if t.Talk.Ask == questionPrefix+q.Key && t.Talk.Draft == d.ID {
		from = t.Arg(0)
	}
	return taken(t, d, "", from)
}

// keepAnswer leaves the open question as it is: draft, version, from.
func keepAnswer(t *turn.Turn, do chat.Action) error {
	d, ok, err := t.Held(do)
	if err != nil || !ok {
		return err
	}
	if do.Arg(2) == fromMore {
		return listMore(t, d, "")
	}
	return goOn(t, d, "")
}

// cutSummary keeps the first characters of a summary that is too long.
func cutSummary(t *turn.Turn, do chat.Action) error {
	d, ok, err := t.Held(do)
	if err != nil || !ok {
		return err
	}
	form.CutSummary(&d)
	return goOn(t, d, "")
}

// stepBack asks the question before: draft, version, question, from.
func stepBack(t *turn.Turn, do chat.Action) error {
	d, ok, err := t.Held(do)
	if err != nil || !ok {
		return err
	}
	switch do.Arg(3) {
	case fromMore:
		return listMore(t, d, "")
	case fromEdit:
		return goOn(t, d, "")
	}
	if q, ok := form.Back(&d, do.Arg(2)); ok {
		return askStep(t, d, q, "", "")
	}
	return saveDraft(t, d)
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

// tickGroup puts a priority group on or off: draft, version, group, on.
func tickGroup(t *turn.Turn, do chat.Action) error {
	d, ok, err := t.Held(do)
	if err != nil || !ok {
		return err
	}
	g := report.Group(do.Arg(2))
	if !slices.Contains(report.Groups[:], g) {
		return t.Stale()
	}
	d.Content.Groups = slices.DeleteFunc(d.Content.Groups, func(other report.Group) bool { return other == g })
	if do.Arg(3) == "1" {
		d.Content.Groups = append(d.Content.Groups, g)
	}
	q, _ := form.Find("groups")
	return askStep(t, d, q, "", fromMore)
}
