package form

import (
	"strconv"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// The captions of photos, and who took them. They are told by number: the photos
// stand in the conversation in the order in which they came.

func pictured(d report.Draft) bool { return report.Pictures(d.Content.Media) > 0 }

// picturesOf are the places of the photos among the files.
func picturesOf(c report.Content) (at []int) {
	for i, m := range c.Media {
		if m.Picture() {
			at = append(at, i)
		}
	}
	return at
}

func askCaptions(d report.Draft) string {
	var now []string
	for _, i := range picturesOf(d.Content) {
		now = append(now, texts.CaptionOf(d.Content.Media[i]))
	}
	return texts.AskCaptions(now)
}

// shownCaptions says which photos have a caption or an author.
func shownCaptions(d report.Draft) string {
	var all []string
	for n, i := range picturesOf(d.Content) {
		if m := d.Content.Media[i]; m.Caption != "" || m.Author != "" {
			all = append(all, strconv.Itoa(n+1)+". "+texts.CaptionOf(m))
		}
	}
	return strings.Join(all, "; ")
}

func clearCaptions(c *report.Content) {
	c.Media = append([]report.Media(nil), c.Media...)
	for i := range c.Media {
		if c.Media[i].Picture() {
			c.Media[i].Caption, c.Media[i].Author = "", ""
		}
	}
}

// takeCaptions reads lines such as "2. Chị Xoan bên vườn lê; ảnh: Lò Văn An". Without a
// number a line is about the only photo, or its author is that of all.
func takeCaptions(d *report.Draft, answer string) (note, refusal string) {
	at := picturesOf(d.Content)
	media := append([]report.Media(nil), d.Content.Media...)
	for line := range strings.SplitSeq(letters.Tidy(answer), "\n") {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		which, text := at, line
		n, rest, numbered := captionNumber(line)
		if numbered {
			if n < 1 || n > len(at) {
				return "", texts.NoSuchPhoto(len(at))
			}
			which, text = at[n-1:n], rest
		}
		caption, author := captionParts(text)
		if !numbered && caption != "" && len(at) > 1 {
			return "", texts.NoSuchPhoto(len(at))
		}
		if letters.Len(caption) > report.MaxDetail || letters.Len(author) > report.MaxName {
			return "", texts.TooLong(report.MaxDetail, letters.Len(text))
		}
		for _, i := range which {
			if caption != "" {
				media[i].Caption = caption
			}
			if author != "" {
				media[i].Author = author
			}
		}
	}
	if len(at) == 0 || strings.TrimSpace(answer) == "" {
		return "", texts.Empty()
	}
	d.Content.Media = media
	return "", ""
}

// captionNumber takes the number of the photo off a line.
func captionNumber(line string) (n int, rest string, ok bool) {
	at, runes := paste.FoundIn(line, numberBefore())
	if at == nil {
		return 0, line, false
	}
	n, _ = strconv.Atoi(string(runes[at[2]:at[3]]))
	return n, strings.TrimSpace(string(runes[at[1]:])), true
}

// captionParts parts a caption from who took the photo.
func captionParts(text string) (caption, author string) {
	at, runes := paste.FoundIn(text, photographer())
	if at == nil {
		return strings.TrimSpace(text), ""
	}
	return strings.TrimRight(string(runes[:at[0]]), " ;,.(-"), strings.Trim(string(runes[at[1]:]), ") .")
}

// ofPhoto takes what a text says of the photos of a draft where it answers nothing else:
// "người chụp: Lò Văn An", and where files are asked for by their number as well.
func ofPhoto(d *report.Draft, text string, numbered bool) (Reading, bool) {
	by := namesPhotographer(text)
	switch {
	case by && !pictured(*d):
		return Reading{Outcome: Refused, Note: texts.NotRecorded(text, "")}, true
	case !by && !(numbered && pictured(*d) && isCaption(text)):
		return Reading{}, false
	}
	note, refusal := correct(d, "captions", text)
	return Reading{Outcome: Kept, Note: note}, refusal == ""
}

// namesPhotographer reports whether a text says who took a photo, and nothing else: what may
// be shown is said in the same way ("ảnh: không").
func namesPhotographer(text string) bool {
	at, runes := paste.FoundIn(text, photographer())
	if at == nil || at[0] > 0 || strings.HasPrefix(letters.Fold(text), "anh") && !letters.Marked(text, "anh") {
		return false
	}
	return paste.IsPersonName(paste.BareName(strings.Trim(string(runes[at[1]:]), " .")))
}

// isCaption reports whether a text where files are asked for is what one of them shows:
// "1. Chị Xoan bên vườn lê", and neither "1-2 phút nữa" nor "1. không có".
func isCaption(text string) bool {
	_, rest, ok := captionNumber(text)
	if !ok || !firstOf().MatchString(letters.Fold(text)) || letters.Count(rest) < 3 {
		return false
	}
	to, _ := Question{Key: "files"}.steerOf(rest)
	return to == "" && !saysNone(rest) && !saysDone(rest)
}

var firstOf = letters.Pattern(`^(?:anh )?\d{1,2}\s*[.):]`)

var (
	numberBefore = letters.Pattern(`^(?:anh )?(\d{1,2})\s*[.):,-]\s*`)
	photographer = letters.Pattern(`(?:^|[;,.(-]\s*)(?:anh|tac gia anh|nguoi chup(?: anh| hinh)?)\s*:\s*`)
)
