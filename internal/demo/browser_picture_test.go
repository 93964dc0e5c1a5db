package demo

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"slices"

	"guongsang/internal/demotexts"

	"github.com/chromedp/chromedp"
)

// update writes what is kept of a run.
var update = flag.Bool("update", false, "take the pictures of the documentation anew")

// With -update the browser tests take the pictures of the documentation anew.

const (
	picturesFolder = "../../docs/images"
	heaviest       = 200 << 10 // bytes of a picture: they are loaded with the README
)

// deskPictures show two phones and the desk, by day and by night.
func deskPictures(v *visitor) {
	if !*update {
		return
	}
	people := v.people()
	v.on("#welcome-close")
	v.open(people.officer)
	v.on(".chat .split")
	eval[bool](v, `hand.until("two chats", () => document.querySelectorAll(".chat").length === 2)`)
	v.open(people.model)
	eval[any](v, `document.getElementById("board").scrollIntoView({ block: "start", behavior: "instant" })`)
	v.picture("demo-1280")
	v.on("#theme")
	v.picture("demo-dark")
	v.on("#theme")
	v.on(".chat.active .shut")
}

// pictured are the steps of the tour of which there are pictures.
var pictured = []string{"introduce", "accept", "remind", "return", "digest"}

// tourPictures stop the tour after some of its steps.
func (v *visitor) tourPictures(steps []tourStep) {
	if !*update {
		return
	}
	n := 0
	for i, step := range steps {
		if !slices.Contains(pictured, step.id) {
			continue
		}
		n++
		title, _ := demotexts.Tour(step.id)
		eval[bool](v, fmt.Sprintf(`hand.until(%q, () => hand.says("#tour-step").startsWith("%d/") && document.querySelector("#tour").classList.contains("done"))`, title, i+1))
		v.on("#tour-pause")
		v.picture(fmt.Sprintf("demo-tour-%d", n))
		v.on("#tour-pause")
	}
}

// picture writes what is seen of the page into the documentation.
func (v *visitor) picture(name string) {
	v.Helper()
	if !*update {
		return
	}
	ask[bool](v, "gone", ".chat-notice p, #toasts p")
	eval[bool](v, `hand.until("photos", () => [...document.images].every((photo) => {
		const box = photo.getBoundingClientRect();
		return box.width === 0 || box.bottom < 0 || box.top > innerHeight || photo.complete && photo.naturalWidth > 0;
	}))`)
	eval[bool](v, `Promise.all([...document.images].filter((photo) => photo.complete).map((photo) => photo.decode().catch(() => null))).then(() => true)`)
	eval[bool](v, `measure.still()`)
	ctx, cancel := context.WithTimeout(v.ctx, slowest)
	defer cancel()
	shot, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err != nil {
		v.give("taking a picture: %v", err)
	}
	shown, err := png.Decode(bytes.NewReader(shot))
	if err != nil {
		v.Fatal(err)
	}
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, fewColours(shown)); err != nil {
		v.Fatal(err)
	}
	if b.Len() > heaviest {
		v.Errorf("%s has %d bytes", name, b.Len())
	}
	if err := os.WriteFile(filepath.Join(picturesFolder, name+".png"), b.Bytes(), 0o644); err != nil {
		v.Fatal(err)
	}
}
