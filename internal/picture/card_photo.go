package picture

import (
	"image"
	"image/draw"
	"slices"

	xdraw "golang.org/x/image/draw"
)

// photoMat is the paper around a photo, with a golden line on both sides.
const photoMat = 14

// photoPiece gives the photo in the body the height that it fills of what is
// free beside its least height, and says how much it took. A photo is shown
// whole: nobody of a group is cut off.
func (c *canvas) photoPiece(body []piece, photo image.Image, free int) (took int) {
	at := slices.IndexFunc(body, func(p piece) bool { return p.lines == nil && p.draw == nil })
	least := body[at].height
	size := within(photo.Bounds().Size(), image.Pt(cardWide-2*photoMat, least+max(0, free)-2*photoMat))
	body[at].height = size.Y + 2*photoMat
	body[at].draw = func(y, height int) {
		box := image.Rect(Width/2-size.X/2-photoMat, y, Width/2+(size.X+1)/2+photoMat, y+height)
		c.photo(photo, box)
	}
	return body[at].height - least
}

// within is the largest size of the same proportions that fits into room.
func within(size, room image.Point) image.Point {
	if size.X*room.Y > size.Y*room.X {
		return image.Pt(room.X, max(1, room.X*size.Y/size.X))
	}
	return image.Pt(max(1, room.Y*size.X/size.Y), room.Y)
}

// photo draws a photo in a mat.
func (c *canvas) photo(photo image.Image, box image.Rectangle) {
	c.fill(box, gilt)
	c.fill(box.Inset(3), paper)
	c.fill(box.Inset(photoMat-2), gilt)
	in := box.Inset(photoMat)
	xdraw.BiLinear.Scale(c.img, in, photo, photo.Bounds(), draw.Src, nil)
}
