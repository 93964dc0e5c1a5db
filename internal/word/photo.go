package word

import (
	"fmt"
	"image"
	_ "image/jpeg" // the forms that Word shows
	_ "image/png"
	"strconv"

	"guongsang/internal/letters"

	"github.com/beevik/etree"
)

// Lengths in twips (1/20 of a point), as Word counts; pictures are measured
// in EMU.
const (
	emuPerTwip = 635
	a4Text     = 8787 // between the margins of Decree 30/2020
	maxHeight  = 4540 // 8 cm
	maxPixels  = 1 << 28
)

// photos puts a paragraph with a picture for each photo.
func (f *filler) photos(out []etree.Token, p *etree.Element, photos Photos, width int) ([]etree.Token, error) {
	if f.dry {
		return out, nil
	}
	for _, photo := range photos {
		size, format, err := measure(photo)
		if err != nil {
			return nil, fmt.Errorf("photo %q: %w", photo.Alt, err)
		}
		id, err := f.archive.addPhoto(f.part, photo, format)
		if err != nil {
			return nil, err
		}
		wide, high := fit(size, room(p, width))
		out = append(out, pictureParagraph(p, id, letters.Clean(photo.Alt), wide, high))
	}
	return out, nil
}

// Measure reports whether a photo can be placed: its form is known and its
// size can be read.
func (p Photo) Measure() error {
	_, _, err := measure(p)
	return err
}

func measure(p Photo) (size image.Point, format string, err error) {
	r, err := p.Open()
	if err != nil {
		return image.Point{}, "", err
	}
	defer r.Close()
	c, format, err := image.DecodeConfig(r)
	switch {
	case err != nil:
		return image.Point{}, "", err
	case format != "jpeg" && format != "png":
		return image.Point{}, "", fmt.Errorf("is %s, want JPEG or PNG", format)
	case c.Width <= 0 || c.Height <= 0 || c.Width > maxPixels/c.Height:
		return image.Point{}, "", fmt.Errorf("has %d x %d pixels", c.Width, c.Height)
	}
	return image.Pt(c.Width, c.Height), format, nil
}

// room is what the indents of a paragraph leave of a width for a photo.
func room(p *etree.Element, width int) int {
	indents := p.FindElement("w:pPr/w:ind")
	if indents == nil {
		return width
	}
	const least = 1000
	if left := width - twips(indents, "w:left") - twips(indents, "w:right"); left >= least && left < width {
		return left
	}
	return width
}

// fit gives the size in EMU that uses the room and keeps the shape.
func fit(size image.Point, width int) (wide, high int) {
	wide, high = width, width*size.Y/size.X
	if high > maxHeight {
		wide, high = maxHeight*size.X/size.Y, maxHeight
	}
	return max(wide, 1) * emuPerTwip, max(high, 1) * emuPerTwip
}

// pictureParagraph is a paragraph formatted as p with nothing but a picture.
func pictureParagraph(p *etree.Element, id, alt string, wide, high int) *etree.Element {
	out := etree.NewElement("w:p")
	if format := p.SelectElement("w:pPr"); format != nil {
		out.AddChild(format.Copy())
	}
	run := out.CreateElement("w:r")
	inline := run.CreateElement("w:drawing").CreateElement("wp:inline")
	for prefix, uri := range map[string]string{"wp": wpNS, "a": aNS, "pic": picNS, "r": rNS} {
		inline.CreateAttr("xmlns:"+prefix, uri)
	}
	inline.SortAttrs()
	extent := func(parent *etree.Element, tag string) {
		e := parent.CreateElement(tag)
		e.CreateAttr("cx", strconv.Itoa(wide))
		e.CreateAttr("cy", strconv.Itoa(high))
	}
	for _, side := range []string{"distT", "distB", "distL", "distR"} {
		inline.CreateAttr(side, "0")
	}
	extent(inline, "wp:extent")
	about := inline.CreateElement("wp:docPr")
	about.CreateAttr("id", "0") // numbered with all others in the end
	about.CreateAttr("name", id)
	about.CreateAttr("descr", alt)
	data := inline.CreateElement("a:graphic").CreateElement("a:graphicData")
	data.CreateAttr("uri", picNS)
	pic := data.CreateElement("pic:pic")
	named := pic.CreateElement("pic:nvPicPr")
	inner := named.CreateElement("pic:cNvPr")
	inner.CreateAttr("id", "0")
	inner.CreateAttr("name", id)
	named.CreateElement("pic:cNvPicPr")
	blip := pic.CreateElement("pic:blipFill")
	blip.CreateElement("a:blip").CreateAttr("r:embed", id)
	blip.CreateElement("a:stretch").CreateElement("a:fillRect")
	shape := pic.CreateElement("pic:spPr")
	frame := shape.CreateElement("a:xfrm")
	corner := frame.CreateElement("a:off")
	corner.CreateAttr("x", "0")
	corner.CreateAttr("y", "0")
	extent(frame, "a:ext")
	geometry := shape.CreateElement("a:prstGeom")
	geometry.CreateAttr("prst", "rect")
	geometry.CreateElement("a:avLst")
	return out
}

// number gives every drawing of a part an id of its own: blocks that repeat
// have copied theirs.
func number(root *etree.Element) {
	next := 1
	each(root, func(e *etree.Element) {
		if e.Space == "wp" && e.Tag == "docPr" {
			e.CreateAttr("id", strconv.Itoa(next))
			next++
		}
	})
}

// textWidth is the width between the margins of the last section.
func textWidth(root *etree.Element) int {
	body := root.SelectElement("w:body")
	if body == nil {
		return a4Text
	}
	section := body.SelectElement("w:sectPr")
	if section == nil {
		return a4Text
	}
	page, margins := section.SelectElement("w:pgSz"), section.SelectElement("w:pgMar")
	if page == nil || margins == nil {
		return a4Text
	}
	width := twips(page, "w:w") - twips(margins, "w:left") - twips(margins, "w:right")
	if width < 1000 {
		return a4Text
	}
	return width
}

// cellWidth is the room in a cell, or what is around it if the cell does not
// say.
func cellWidth(tc *etree.Element, around int) int {
	const margins = 216
	format := tc.SelectElement("w:tcPr")
	if format == nil {
		return around
	}
	width := format.SelectElement("w:tcW")
	if width == nil || width.SelectAttrValue("w:type", "dxa") != "dxa" || twips(width, "w:w") <= margins {
		return around
	}
	return min(around, twips(width, "w:w")-margins)
}

func twips(e *etree.Element, key string) int {
	n, err := strconv.ParseFloat(e.SelectAttrValue(key, "0"), 64)
	if err != nil {
		return 0
	}
	return int(n)
}
