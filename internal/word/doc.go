// Package word fills Word documents: an ordinary .docx, written in Word by
// whoever signs it, becomes the next one with values in the places of its
// tags. It knows nothing of what the documents are about.
//
//	{{ten}}                  a text; its line breaks stay, its format is that of the tag's first letter
//	{{hang.ten}}             in a row of a table: the row comes once for each item of the list hang
//	{{#muc}} ... {{/muc}}    each alone in a paragraph: what stands between comes once for each item
//	{{?co}} ... {{/co}}      the same, once or not at all
//	{{anh}}                  alone in a paragraph: a paragraph with a picture for each photo
//
// Inside a block or row the names of the item come first, then those around it.
//
// Word cuts a tag into runs as it likes, and puts marks for spelling and
// bookmarks between, so tags are looked for in the joined text of a paragraph
// (paragraph.go). Only parts that have tags are written anew (fill.go); all
// others go over byte for byte, still compressed (archive.go). Photos become
// parts of their own (photo.go). A break behind the last section begins no page
// (section.go), and rows that a merged cell holds together are repeated together
// (merged.go).
//
// A document is filled wholly or not at all: a tag that no value answers, or a
// block without an end, is a Problem with the place where it stands, and with what
// may have been meant (problem.go, name.go): of what has one cause is said one thing.
// Check finds the same in a template before anything is to be filled, and warns of
// what would be printed though nobody wants it (look.go). A template is read within
// limits, whoever made it (limits.go).
package word
