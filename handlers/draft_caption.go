package handlers

import (
	"fmt"
	"slices"
	"strings"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// joinCaption finds the place of what was written with a file: the summary if
// there is none, else it stays with the file and is offered. It reports
// whether the open question was answered by it.
func (t *turn) joinCaption(d *report.Draft, caption string) (answered bool, note string) {
	switch {
	case caption == "":
		return false, ""
	case holdsCitizenID(caption):
		return false, texts.CitizenID()
	}
	if p := readPaste(caption); p.labels >= 2 {
		taken, refused := t.fill(d, p)
		return true, texts.Pasted("", taken, refused)
	}
	if d.Content.Summary == "" && length(caption) >= minSummary {
		if _, refusal := takeSummary(t, d, caption); refusal == "" || d.Content.Summary != "" {
			return d.Step == "summary", texts.CaptionTaken()
		}
	}
	if last := len(d.Content.Media) - 1; last >= 0 {
		d.Content.Media[last].Caption = cut(caption, maxDetail)
	}
	return false, ""
}

// lastCaption is the last file with a text that went nowhere else, or -1.
func lastCaption(d report.Draft) int {
	for i, m := range slices.Backward(d.Content.Media) {
		if m.Caption != "" {
			return i
		}
	}
	return -1
}

// addCaption adds the text that came with a file to the summary: draft, file.
func (t *turn) addCaption(do chat.Action) error {
	d, ok, err := t.opened()
	if err != nil {
		return err
	}
	n := slices.IndexFunc(d.Content.Media, func(m report.Media) bool { return m.Caption != "" })
	if !ok || fmt.Sprint(d.ID) != do.Arg(0) || n < 0 {
		return t.stale()
	}
	for i, m := range d.Content.Media {
		if fmt.Sprint(i) == do.Arg(1) && m.Caption != "" {
			d.Content.Summary = strings.TrimSpace(d.Content.Summary + "\n" + m.Caption)
			d.Content.Media[i].Caption = ""
			t.shown = true // the count stays where it is
			return t.goOn(d, texts.CaptionTaken())
		}
	}
	return t.stale()
}
