package unit

import (
	"slices"

	"guongsang/handlers/turn"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// maxOpenFiles is how many bytes of files the open drafts of one person may hold
// together. Nothing is ever deleted for it.
const maxOpenFiles = 200 << 20

// otherDrafts lists the open drafts of the member besides one.
func otherDrafts(t *turn.Turn, d report.Draft) ([]report.Draft, error) {
	all, err := t.Tx.Drafts(t.Member.ID)
	return slices.DeleteFunc(all, func(other report.Draft) bool { return other.ID == d.ID }), err
}

// crowded refuses a file for which the open drafts have no room, and gives the
// oldest of them that has files.
func crowded(t *turn.Turn, drafts []report.Draft, size int64) (oldest report.Draft, refusal string) {
	held := int64(0)
	for _, d := range drafts {
		n := bytesIn(d)
		held += n
		if n > 0 && (oldest.ID == 0 || d.Started.Before(oldest.Started)) {
			oldest = d
		}
	}
	if held+size <= maxOpenFiles || oldest.ID == 0 {
		return report.Draft{}, ""
	}
	since := report.DateOf(oldest.Started.In(t.Rules.Zone))
	return oldest, texts.DraftsHoldTooMuch(maxOpenFiles, held, texts.DraftHead(oldest), since, bytesIn(oldest))
}

// bytesIn is how many bytes of files a draft holds.
func bytesIn(d report.Draft) (n int64) {
	for _, m := range d.Content.Media {
		n += m.Size
	}
	return n
}
