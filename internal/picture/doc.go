// Package picture draws what people look at on a phone: pictures of 1080
// pixels in width, as PNG.
//
//	Board  the light board: units by block over twelve periods, three big
//	       numbers, three names; in pages that a phone shows whole
//	Chart  how many examples came by month, category and priority group
//	Summary what leaders see at a glance: a few large figures, a bar for each
//	       block, all of it legible at a third of its size
//	Card   a praise card for an accepted example, with what may be shown of it,
//	       to be hung up or shown on a page
//
// A card is pieces one below the other (card.go), with letters as large as
// there is room; its lines end where a phrase does (breaks.go), its photo is
// shown whole (card_photo.go), and its ornaments are drawn (ornament.go).
//
// A picture is laid out from the top down on a canvas (canvas.go), which knows
// rectangles, texts and how wide they are (lettering.go). Standings are told
// apart twice: by colours that differ for every kind of colour blindness
// (colour.go) and by marks that are drawn as shapes, since the font has no
// ticks (mark.go).
//
// The package reads no store and no clock; the same input makes the same
// bytes.
package picture
