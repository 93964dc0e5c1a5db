package picture

import (
	"bytes"
	"compress/gzip"
	"embed"
	"fmt"
	"io"
	"sync"

	"golang.org/x/image/font/opentype"
)

// Pictures are lettered in Liberation Sans and Serif, of which the program carries what
// it draws: Latin with all Vietnamese letters, the capitals and small letters of Greek and
// Cyrillic that look like them, and signs, without the instructions for small screens. In
// full the five would be a twelfth of the program. A font that was cut may not go by the
// name that its makers reserved, and so has none; fonts/LICENSE-SIL goes with it.
// fonts_test.go holds that each letter is drawn as by the font in full, and says how they
// were cut.

// styleFiles are the fonts of the styles.
var styleFiles = [styles]string{sans: "sans", sansBold: "sans-bold", serif: "serif", serifBold: "serif-bold", serifItalic: "serif-italic"}

//go:embed fonts/*.ttf.gz
var fontFiles embed.FS

// fonts are unpacked and parsed once. They can be shared; the faces made of them cannot.
var fonts = sync.OnceValues(func() (parsed [styles]*opentype.Font, err error) {
	for i, name := range styleFiles {
		if parsed[i], err = readFont("fonts/" + name + ".ttf.gz"); err != nil {
			return parsed, fmt.Errorf("reading the built-in font: %w", err)
		}
	}
	return parsed, nil
})

func readFont(path string) (*opentype.Font, error) {
	packed, err := fontFiles.ReadFile(path)
	if err != nil {
		return nil, err
	}
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	ttf, err := io.ReadAll(z)
	if err != nil {
		return nil, err
	}
	return opentype.Parse(ttf)
}
