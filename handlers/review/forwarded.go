package review

import (
	"errors"
	"strings"

	"guongsang/handlers/card"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbForwarded turn.Verb = "fwds" // page

// forward marks an accepted example as passed on to the upper level, or takes the mark
// away, in whatever state the example is by then.
func forward(t *turn.Turn, e report.Example, on bool) error {
	h, err := t.Tx.Handling(e.Number)
	if err != nil {
		return err
	}
	switch {
	case on == !h.Forwarded.At.IsZero(): // by a colleague, or with the button pressed twice
		return t.Toast(texts.ForwardedToast(e.Number, on))
	case on && !privacy.Accepted(e.Review):
		return t.Stale()
	}
	did := report.ExampleForwarded
	h.Forwarded = report.Mark{By: t.Member.ID, At: t.Tx.Now}
	if !on {
		did, h.Forwarded = report.ExampleNotForwarded, report.Mark{}
	}
	if err := errors.Join(t.Tx.PutHandling(h), note(t, did, e, "Forwarded"), card.Refresh(t, e)); err != nil {
		return err
	}
	return errors.Join(t.Toast(texts.ForwardedToast(e.Number, on)), showRuled(t, e))
}

// openForwarded lists what was passed on, from the beginning.
func openForwarded(t *turn.Reading) error {
	t.CloseQuestion()
	return showForwarded(t, 0)
}

// showForwarded lists what was passed on to the upper level, the newest first.
func showForwarded(t *turn.Reading, page int) error {
	all, err := t.Tx.Forwarded()
	if err != nil {
		return err
	}
	from, to, pages := turn.Bounds(len(all), queueAPage, page)
	shown, err := t.Tx.ExamplesNumbered(all[from:to])
	if err != nil {
		return err
	}
	var lines []string
	var open []chat.Button
	for _, e := range shown {
		h, err := t.Tx.Handling(e.Number)
		if err != nil {
			return err
		}
		lines = append(lines, t.Office.ForwardedLine(e, h.Forwarded.At))
		open = append(open, turn.Button(e.Number, digest.VerbExample, e.Number))
	}
	m := chat.Message{Title: texts.ForwardedTitle(len(all)), Buttons: turn.Pairs(open)}
	switch {
	case len(all) == 0:
		lines = []string{texts.NoneForwarded()}
	case pages > 1:
		lines = append(lines, texts.PageOf(from/queueAPage, pages))
		m.Buttons = append(m.Buttons, digest.Pager(from/queueAPage, pages, string(verbForwarded))...)
	}
	m.Text = strings.Join(lines, "\n")
	return t.Show(m)
}
