package form

import (
	"strings"
	"unicode/utf8"

	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/vietnamese"
)

// deedBehind takes what a text tells more behind what it answers: "đồng ý tên thôi, cô còn
// hiến máu 5 lần". What it tells joins the summary first, so that a consent covers it.
func deedBehind(d *report.Draft, text string, answer func(*report.Draft, string) Reading) (Reading, bool) {
	for at, mark := range text {
		head, deed := strings.TrimSpace(text[:at]), strings.TrimSpace(text[at+utf8.RuneLen(mark):])
		if !strings.ContainsRune(",.;\n", mark) || head == "" || !tellsMore(deed) {
			continue
		}
		with := *d
		told := texts.NotRecorded(deed, "")
		if !NamesAnother(with.Content, deed) {
			told, with.Told = takeTold(&with, texts.Cap(deed)), d.Told
		}
		r := answer(&with, head)
		if with.Content.AllowsMore(d.Content) && intent.HasProviso(text, deed) {
			continue // the head alone would give more than they said
		}
		if r.Outcome == Answered || r.Outcome == Kept {
			*d, r.Note = with, strings.TrimSpace(r.Note+" "+told)
			return r, true
		}
	}
	return Reading{}, false
}

// tellsMore reports whether a text goes on to tell what somebody did, and agrees to nothing.
func tellsMore(text string) bool {
	if len(strings.Fields(text)) < leastAdded || intent.ConsentIn(text) != "" {
		return false
	}
	return paste.NamesDeed(text) || alsoDid().MatchString(letters.Fold(text))
}

var alsoDid = letters.Pattern(`^(?:(?:a|ah|o|oi|quen|ma|ngoai ra|nam ngoai|nam truoc|truoc day|hom truoc|thang truoc)[ ,]+)*` + vietnamese.Somebody + ` (?:con|tung|da tung|truoc day)(?: \w+){2,}`)
