package form

import (
	"slices"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// MaxDraft is how many characters a draft may hold, in all its fields. It is
// four times the longest summary, and what is read and written at every answer.
const MaxDraft = 10_000

// size is how many characters a content holds that somebody typed, but for the long
// article, which has its own limit and comes as a file.
func size(c report.Content) (n int) {
	for _, text := range []string{
		c.Name, c.Place, c.Title, c.Summary, c.Position, c.Ethnicity, c.Results, c.Spread, c.When, c.Honoured,
	} {
		n += letters.Len(text)
	}
	for _, text := range []string{
		c.More.Author, c.More.AuthorUnit, c.More.Theme, c.More.Cleared, c.More.Chief, c.More.Quote, c.More.Link, c.More.Video,
		c.More.Since, c.More.RunBy, c.More.Reach, c.More.Cost, c.More.Lasting, c.More.Phone, c.More.AuthorPhone,
	} {
		n += letters.Len(text)
	}
	for _, m := range c.Media {
		n += letters.Len(m.Caption) + letters.Len(m.Author)
	}
	return n
}

// bounded changes a draft, and takes the change back if it makes the draft
// longer than it may be: the refusal says by how much. A draft from before there
// was a limit can still be made shorter.
func bounded(d *report.Draft, change func()) (refusal string) {
	before := *d
	before.Asked = slices.Clone(d.Asked)
	before.Content.Groups = slices.Clone(d.Content.Groups)
	before.Content.Media = slices.Clone(d.Content.Media)
	change()
	had, has := size(before.Content), size(d.Content)
	if has <= MaxDraft || has <= had {
		return ""
	}
	*d = before
	return texts.DraftFull(MaxDraft, had, has-MaxDraft)
}
