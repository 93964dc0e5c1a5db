package opc

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

var small = Limits{File: 1 << 20, Parts: 10, Unpacked: 4 << 20, Part: 3 << 20, Elements: 100, Tree: 12 << 20}

// pack makes a zip file of names and parts in turns.
func pack(t testing.TB, parts ...string) []byte {
	t.Helper()
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, parts[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func readPart(ctx context.Context, p *Package, name string) (string, error) {
	r, err := p.XML(ctx, name, 0)
	if err != nil {
		return "", err
	}
	defer r.Close()
	b, err := io.ReadAll(r)
	return string(b), err
}

// Each limit is met exactly, and named one beyond.
func TestLimits(t *testing.T) {
	open := func(name, part string) error {
		p, err := Open(pack(t, name, part), small)
		if err != nil {
			return err
		}
		got, err := readPart(t.Context(), p, "a")
		if err == nil && got != part {
			t.Errorf("%d bytes of %d", len(got), len(part))
		}
		return err
	}
	tokens := func(n int) string { return strings.Repeat("</a>", n) }
	for _, test := range []struct {
		limit          Limit
		within, beyond string
	}{
		{Part, tokens(3 << 18), tokens(3<<18) + " "},
		{Elements, strings.Repeat("<a/>", 100), strings.Repeat("<a/>", 101)},
		{Tree, "<a" + strings.Repeat(` b=""`, 100_000) + "/>", "<a" + strings.Repeat(` b=""`, 200_000) + "/>"},
		{Token, "<a" + strings.Repeat(" ", maxToken), "<a" + strings.Repeat(" ", maxToken+1)},
		{Token, "<a/>" + strings.Repeat("> ", maxToken/2-2) + "<a/>", "<a/>" + strings.Repeat("> ", maxToken/2) + "<a/>"},
		{Token, "<!--" + strings.Repeat("< ", maxToken/2-10) + "-->", "<!--" + strings.Repeat("< ", maxToken/2) + "-->"},
		{Token, "<![CDATA[" + strings.Repeat("< ", maxToken/2-10) + "]]>", "<![CDATA[" + strings.Repeat("< ", maxToken/2) + "]]>"},
		{Token, "<?x" + strings.Repeat("?< ", maxToken/3-10) + "?>", "<?x" + strings.Repeat("?< ", maxToken/3) + "?>"},
	} {
		if err := open("a", test.within); err != nil {
			t.Errorf("within %s: %v", test.limit, err)
		}
		var limit *LimitError
		if err := open("a", test.beyond); !errors.As(err, &limit) || limit.Limit != test.limit {
			t.Errorf("beyond %s: %v", test.limit, err)
		}
	}
	for name, test := range map[Limit][]byte{
		File:     make([]byte, small.File+1),
		Unpacked: pack(t, "a", tokens(1<<19), "b", tokens(1<<19), "c", " "),
		Parts:    pack(t, strings.Split(strings.Repeat("a,,", 10)+"a,", ",")...),
		Name:     pack(t, strings.Repeat("a", maxName+1), ""),
	} {
		var limit *LimitError
		if _, err := Open(test, small); !errors.As(err, &limit) || limit.Limit != name {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Open([]byte("PK and no more"), small); err == nil {
		t.Error("opened what is no zip file")
	}
}

// A comment may seem to end where for a parser it does not.
func TestAnEndThatIsNone(t *testing.T) {
	for _, part := range []string{"<!-->", "<!--->", "<?>", "<![CDATA[]>", "<!--> <!-- -->"} {
		hidden := part + strings.Repeat("< ", maxToken)
		p, err := Open(pack(t, "a", hidden), Limits{File: 1 << 20, Parts: 1, Unpacked: 4 << 20, Part: 4 << 20})
		if err != nil {
			t.Fatal(err)
		}
		r, err := p.XML(t.Context(), "a", 0)
		if err != nil {
			t.Fatal(err)
		}
		longest, d := 0, xml.NewDecoder(r)
		for err == nil {
			var token xml.Token
			before := d.InputOffset()
			if token, err = d.RawToken(); token != nil {
				longest = max(longest, int(d.InputOffset()-before))
			}
		}
		if longest > maxToken+chunk {
			t.Errorf("%s: a token of %d bytes", part, longest)
		}
	}
}

// A part may lead to so many others, and no further is read.
func TestRelationshipsAreCounted(t *testing.T) {
	for n, want := range map[int]Limit{maxRelated: "", maxRelated + 1: Related} {
		p, err := Open(pack(t, "_rels/.rels", "<a>"+strings.Repeat("<Relationship/>", n)+"</a>"), Limits{File: 1 << 20, Parts: 1, Unpacked: 4 << 20, Part: 4 << 20})
		if err != nil {
			t.Fatal(err)
		}
		all, err := p.Relationships(t.Context(), "")
		var limit *LimitError
		if errors.As(err, &limit); want != "" && (limit == nil || limit.Limit != want) || want == "" && len(all) != n {
			t.Errorf("%d relationships: %d, %v", n, len(all), err)
		}
	}
}

func TestReadingEndsWithItsContext(t *testing.T) {
	p, err := Open(pack(t, "a", strings.Repeat("</a>", 1<<18)), small)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	r, err := p.XML(ctx, "a", 0)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if _, err := io.ReadFull(r, make([]byte, 10)); err != nil {
		t.Fatal(err)
	}
	stop()
	if n, err := r.Read(make([]byte, 10)); n != 0 || !errors.Is(err, context.Canceled) {
		t.Errorf("%d bytes, %v", n, err)
	}
}

func TestRelationships(t *testing.T) {
	file := pack(t,
		`_rels\.rels`, `<?xml version="1.0"?><Relationships><Relationship Id="r1" Type="x/officeDocument" Target="/xl/Workbook.xml"/></Relationships>`,
		"xl/workbook.xml", "<a/>",
		"xl/_rels/workbook.xml.rels", `<r:Relationships><r:Relationship Id="r2" Type="x/worksheet" Target="../s.xml"/></r:Relationships>`,
		"s.xml", "<a/>")
	p, err := Open(file, small)
	if err != nil {
		t.Fatal(err)
	}
	top, err := p.Relationships(t.Context(), "")
	if err != nil || len(top) != 1 || !top[0].Is("officeDocument") || !p.Has(top[0].Part) {
		t.Fatalf("%+v, %v", top, err)
	}
	sheets, err := p.Relationships(t.Context(), top[0].Part)
	if err != nil || len(sheets) != 1 || sheets[0].ID != "r2" || sheets[0].Part != "s.xml" {
		t.Errorf("%+v, %v", sheets, err)
	}
	if none, err := p.Relationships(t.Context(), "s.xml"); none != nil || err != nil {
		t.Errorf("%+v, %v", none, err)
	}
}
