package form

import (
	"slices"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// Caption finds the place of what was written with a file: the summary if
// there is none, else it stays with the file and is offered. It reports
// whether the open question was answered by it.
func Caption(d *report.Draft, caption string) (answered bool, note string) {
	if full := bounded(d, func() { answered, note = placeCaption(d, caption) }); full != "" {
		return false, full
	}
	return answered, note
}

func placeCaption(d *report.Draft, caption string) (answered bool, note string) {
	p := paste.Read(caption)
	caption = p.Text
	switch {
	case caption == "":
		return false, ""
	case p.Masked && p.Labels < 2:
		return false, texts.CitizenID()
	}
	if p.Labels >= 2 {
		taken, refused := fill(d, p)
		note = texts.Pasted("", taken, refused)
		if left := leftOut(p); left != "" {
			note += "\n" + left
		}
		return true, note
	}
	if d.Content.Summary == "" {
		if _, refusal := takeSummary(d, caption); refusal == "" || d.Content.Summary != "" {
			if d.Told {
				takeNames(d, caption)
			}
			return d.Step == "summary" || d.Told, texts.CaptionTaken()
		}
	}
	last := len(d.Content.Media) - 1
	if last < 0 {
		return false, texts.NotRecorded(caption, "")
	}
	m := &d.Content.Media[last]
	if kept := strings.TrimSpace(m.Caption + "\n" + caption); letters.Len(kept) <= report.MaxDetail {
		m.Caption = kept
		return false, ""
	}
	d.Content.Summary = strings.TrimSpace(d.Content.Summary + "\n" + caption)
	return false, strings.TrimSpace(texts.CaptionTaken() + " " + Overlong(d.Content))
}

// LastCaption is the last file with a text that went nowhere else, or -1.
func LastCaption(d report.Draft) int {
	for i, m := range slices.Backward(d.Content.Media) {
		if m.Caption != "" {
			return i
		}
	}
	return -1
}

// AddCaption adds the text that came with the n-th file to the summary. It
// reports whether there is one.
func AddCaption(d *report.Draft, n int) bool {
	if n < 0 || n >= len(d.Content.Media) || d.Content.Media[n].Caption == "" {
		return false
	}
	m := &d.Content.Media[n]
	d.Content.Summary = strings.TrimSpace(d.Content.Summary + "\n" + m.Caption)
	m.Caption = ""
	return true
}
