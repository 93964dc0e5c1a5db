package picture

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"codeberg.org/go-fonts/liberation/liberationserifbold"
	"codeberg.org/go-fonts/liberation/liberationserifitalic"
	"codeberg.org/go-fonts/liberation/liberationserifregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// The fonts were cut with fontTools, each by
//
//	pyftsubset FULL.ttf --output-file=NAME.ttf --no-hinting --layout-features=kern --legacy-kern
//	  --unicodes=U+0020-024F,U+0300-036F,U+0391-03C9,U+0401-045F,U+0490,U+0491,U+1E00-1EFF,U+2000-22FF,U+25A0-25FF,U+2600-27BF
//	  --name-IDs=0,13,14 --notdef-outline --no-glyph-names --drop-tables+=DSIG,GDEF,FFTM
//	gzip -9n NAME.ttf
//
// and each letter in them is drawn as by the font in full, and is as wide.
func TestFontsDrawAsInFull(t *testing.T) {
	cut, err := fonts()
	if err != nil {
		t.Fatal(err)
	}
	for i, ttf := range [styles][]byte{
		liberationsansregular.TTF, liberationsansbold.TTF, liberationserifregular.TTF, liberationserifbold.TTF, liberationserifitalic.TTF,
	} {
		full, err := opentype.Parse(ttf)
		if err != nil {
			t.Fatal(err)
		}
		same := 0
		for r := rune(' '); r < 0x2800; r++ {
			ours, is := outline(t, cut[i], r)
			theirs, was := outline(t, full, r)
			switch {
			case is && (!was || ours.wide != theirs.wide || !slices.Equal(ours.lines, theirs.lines)):
				t.Errorf("%s: %q is not drawn as in full", styleFiles[i], r)
			case was && !is && needed(r):
				t.Errorf("%s has no %q", styleFiles[i], r)
			case is:
				same++
			}
		}
		if same < 900 {
			t.Errorf("%s has %d letters", styleFiles[i], same)
		}
		if theirs, ours := kern(t, full), kern(t, cut[i]); theirs != ours {
			t.Errorf("%s sets AV at %v, in full at %v", styleFiles[i], ours, theirs)
		}
	}
}

// needed reports whether a letter may stand in a name or a text of the locality, or
// look like one that does.
func needed(r rune) bool {
	return unicode.Is(unicode.Latin, r) && r < 0x250 || r >= 0x1e00 && r < 0x1f00 || r >= 0x300 && r < 0x370 ||
		strings.ContainsRune("АВЕКМНОРСТУХавекмнорстухіјѕΑΒΕΗΙΚΜΝΟΡΤΥΧο–—“”‘’…•·×÷±²³°€₫≥≤≠→✓", r)
}

// A glyph is how a letter is drawn.
type glyph struct {
	wide  fixed.Int26_6
	lines sfnt.Segments
}

func outline(t *testing.T, f *opentype.Font, r rune) (g glyph, ok bool) {
	t.Helper()
	var b sfnt.Buffer
	const size = 1000 << 6
	i, err := f.GlyphIndex(&b, r)
	if err != nil {
		t.Fatal(err)
	}
	if i == 0 {
		return g, false
	}
	if g.wide, err = f.GlyphAdvance(&b, i, size, font.HintingNone); err != nil {
		t.Fatal(err)
	}
	segments, err := f.LoadGlyph(&b, i, size, nil)
	if err != nil {
		t.Fatal(err)
	}
	g.lines = slices.Clone(segments)
	return g, true
}

// kern is how much closer V stands behind A.
func kern(t *testing.T, f *opentype.Font) fixed.Int26_6 {
	t.Helper()
	face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: 1000, DPI: 72})
	if err != nil {
		t.Fatal(err)
	}
	return face.Kern('A', 'V')
}
