package texts

import (
	"slices"
	"strings"

	"guongsang/internal/report"
)

// PreviewChanges is what is said below the preview of a draft in place of another: a note, what
// of the preview, as it is now, is not above, and what is asked; in renewal that is whether
// the consent covers what is new, which stands in the preview.
func PreviewChanges(d report.Draft, preview, above, note, asks string, renewal bool) string {
	known, lines := strings.Split(above, "\n"), strings.Split(preview, "\n")
	public := func(line string) bool { return strings.HasPrefix(line, "• "+publishedLabel+":") }
	name := "• " + FieldName("name", d.Content) + ":"
	asAbove := slices.ContainsFunc(lines, func(line string) bool { return public(line) && !slices.Contains(known, line) })
	changed := slices.DeleteFunc(lines, func(line string) bool {
		field, value, isField := strings.Cut(strings.TrimPrefix(line, "• "), ": ")
		switch {
		case line == "":
			return true
		case !strings.HasPrefix(line, "• "):
			return slices.Contains(known, line) && !renewal
		case isField && strings.Contains(note, field+": “"+value+"”"): // that says it
			return true
		case isField && field == countedLabel && strings.HasSuffix(value, State(report.Late)): // as it may not have been when it was shown
			return false
		case strings.HasPrefix(line, name) && asAbove: // it may be said to be read as that
			return false
		}
		return slices.Contains(known, line)
	})
	if asks == "" && !renewal {
		asks = thenSend(d, note, len(changed) > 0 || strings.Contains(note, ": “"))
	}
	text := Noted(append([]string{note}, changed...)...)
	if asks != "" {
		text = strings.TrimSpace(text + "\n\n" + asks)
	}
	return text
}

// thenSend says what is to be done with a draft if it is right; nothing if the note says
// so.
func thenSend(d report.Draft, note string, changed bool) string {
	button := ToSend
	if d.Amends != "" {
		button = ToSendAgain
	}
	switch {
	case strings.Contains(note, "thì bấm "+button) || strings.Contains(note, "thì gửi.") || strings.Contains(note, "Muốn gửi,"):
		return ""
	case changed:
		return "Đúng rồi thì bấm " + button + "."
	}
	return "Bản nháp vẫn như trên. Đúng rồi thì bấm " + button + "."
}
