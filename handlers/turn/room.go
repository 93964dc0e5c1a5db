package turn

import (
	"cmp"
	"slices"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// maxOpenFiles is how many bytes of files the open drafts of one person may hold
// together. Nothing is ever deleted for it.
const maxOpenFiles = 200 << 20

// longestPhoto is how many bytes a photo has at most that was sent as one.
// https://core.telegram.org/bots/api#sendphoto
const longestPhoto = 10 << 20

// OtherDrafts lists the open drafts of the member besides one.
func (t *Turn) OtherDrafts(d report.Draft) ([]report.Draft, error) {
	all, err := t.Tx.Drafts(t.Member.ID)
	return slices.DeleteFunc(all, func(other report.Draft) bool { return other.ID == d.ID }), err
}

// Crowded refuses a file for which the open drafts have no room, and gives the
// oldest of them that has files.
func (t *Turn) Crowded(drafts []report.Draft, m report.Media) (oldest report.Draft, refusal string) {
	held := int64(0)
	for _, d := range drafts {
		n := t.bytesIn(d)
		held += n
		if n > 0 && (oldest.ID == 0 || d.Started.Before(oldest.Started)) {
			oldest = d
		}
	}
	if held+t.bytesOf(m) <= maxOpenFiles || oldest.ID == 0 {
		return report.Draft{}, ""
	}
	since := report.DateOf(oldest.Started.In(t.Rules.Zone))
	return oldest, texts.DraftsHoldTooMuch(maxOpenFiles, held, texts.DraftHead(oldest), since, t.bytesIn(oldest))
}

// bytesIn is how many bytes of files a draft holds.
func (t *Turn) bytesIn(d report.Draft) (n int64) {
	for _, m := range d.Content.Media {
		n += t.bytesOf(m)
	}
	return n
}

// bytesOf is how many bytes a file has. A messenger need not say so: then it is
// known once the file is in the house, and until then there is room kept for the
// longest that it can be, so that many which come at once do not pass the limit.
func (t *Turn) bytesOf(m report.Media) int64 {
	if n := cmp.Or(m.Size, t.Tx.MediaSize(m.Unique)); n > 0 {
		return n
	}
	if m.Kind == string(chat.Photo) {
		return longestPhoto
	}
	return chat.MaxFile
}
