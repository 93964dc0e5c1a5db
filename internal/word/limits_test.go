package word

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/beevik/etree"

	"guongsang/internal/opc"
)

// A costly template, and what is over the limit in it: a limit of opc, or one
// here. A template that is over none costs no more than is allowed either.
type costly struct {
	name string
	body func() string
	want error
	over opc.Limit
	long bool
}

func times(s string, n int) func() string { return func() string { return strings.Repeat(s, n) } }

var costlies = []costly{
	{"15 MB of empty paragraphs", times("<w:p/>", 15<<20/6), nil, opc.Elements, false},
	{"as many elements as may be", times("<w:p/>", maxElements-10), nil, "", true},
	{"text in them", times("<w:p><w:r><w:t>{{</w:t></w:r></w:p>", maxElements/3-10), nil, "", true},
	{"attributes", times("<w:p "+strings.Repeat(`w:a="" `, 100)+"/>", 20_000), nil, opc.Tree, false},
	{"unpacked", times(strings.Repeat(" ", 1000)+"<w:p/>", 68_000), nil, opc.Unpacked, true},
	{"a long text", times(" ", 2<<20), nil, opc.Token, false},
	{"a long paragraph", func() string {
		return "<w:p>" + strings.Repeat("<w:r><w:t>{{{{ {{ {{ {{ </w:t></w:r>", 90_000) + "</w:p>"
	}, nil, opc.Token, false},
	{"many tags in a paragraph", func() string { return "<w:p>" + strings.Repeat("<w:r><w:t>{{ky}}</w:t></w:r>", 20_000) + "</w:p>" }, nil, "", false},
	{"blocks without an end", times(p("{{#muc}}"), 2000), nil, "", false},
	{"depth", func() string { return strings.Repeat("<w:a>", 5000) + strings.Repeat("</w:a>", 5000) }, etree.ErrMaxDepth, "", false},
	{"repeated", func() string {
		return p("{{#muc}}") + strings.Repeat("<w:p/>", 100_000) + p("{{/muc}}")
	}, ErrTooMuch, "", true},
}

func costlyValues() Values {
	items := List{}
	for range 20 {
		items = append(items, Values{})
	}
	return Values{"ky": Text("x"), "muc": items}
}

func fillWithin(ctx context.Context, template []byte, values Values) ([]byte, error) {
	return fill(budget{ctx: ctx, timed: ctx}, template, values, About{})
}

// What is over a limit is refused with it, and nothing else is refused for it.
func TestTemplatesWithinLimits(t *testing.T) {
	for _, one := range costlies {
		if one.long && os.Getenv("GUONGSANG_LONG") == "" {
			continue
		}
		_, err := fillWithin(t.Context(), docx(t, one.body(), nil), costlyValues())
		var limit *opc.LimitError
		var problems Problems
		switch {
		case one.over != "":
			if !errors.As(err, &limit) || limit.Limit != one.over {
				t.Errorf("%s: %.300v", one.name, err)
			}
		case one.want != nil:
			if !errors.Is(err, one.want) {
				t.Errorf("%s: %.300v", one.name, err)
			}
		case err != nil && !errors.As(err, &problems), len(problems) > maxProblems:
			t.Errorf("%s: %.300v", one.name, err)
		}
	}
	if _, err := Fill(t.Context(), make([]byte, MaxFile+1), nil); !strings.Contains(fmt.Sprint(err), "bytes in the file") {
		t.Errorf("a large file: %v", err)
	}
}

// A small file that unpacks to a thousand times its size costs no more than what is
// read until that shows: it once took 790 MB.
func TestASmallFileCostsLittle(t *testing.T) {
	file := docx(t, strings.Repeat("<w:p/>", 15<<20/6), nil)
	allocated := func() uint64 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.TotalAlloc
	}
	before := allocated()
	_, err := Check(file, costlyValues())
	if spent := (allocated() - before) >> 20; err == nil || len(file) > 64<<10 || spent > 120 {
		t.Errorf("%d bytes took %d MB: %v", len(file), spent, err)
	}
}

// expired is a context that has no time left after so many looks at it.
type expired struct {
	context.Context
	left int
}

func (e *expired) Err() error {
	if e.left--; e.left < 0 {
		return context.DeadlineExceeded
	}
	return nil
}

// Reading and filling look at the clock all along.
func TestFillingHasADeadline(t *testing.T) {
	for name, body := range map[string]string{
		"reading":   strings.Repeat("<w:a>"+strings.Repeat(" ", 2000)+"</w:a>", 500),
		"elements":  strings.Repeat("<w:p/>", 20_000),
		"one block": "<w:p/>" + strings.Repeat(p("{{#muc}}"), 500),
		"tags":      "<w:p>" + strings.Repeat("<w:r><w:t>{{ky}}</w:t></w:r>", 2000) + "</w:p>",
	} {
		file := docx(t, body, nil)
		ctx := &expired{Context: t.Context(), left: 1 << 40}
		var problems Problems
		if _, err := fillWithin(ctx, file, costlyValues()); err != nil && !errors.As(err, &problems) {
			t.Errorf("%s: %v", name, err)
		}
		looks := 1<<40 - ctx.left
		if looks < 25 {
			t.Errorf("%s: %d looks at the clock", name, looks)
		}
		for _, left := range []int{0, looks / 2, looks - 1} {
			if _, err := fillWithin(&expired{t.Context(), left}, file, costlyValues()); !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("%s, after %d looks of %d: %v", name, left, looks, err)
			}
			if _, err := inspect(&expired{t.Context(), 0}, file, costlyValues()); !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("%s, checked: %v", name, err)
			}
		}
	}
}

// TestTemplatesStayWithinTheirHeap fills all that is costly in a process of its
// own, and asks how large the heap was at most: HeapSys is never given back.
func TestTemplatesStayWithinTheirHeap(t *testing.T) {
	const maxHeap = 256 << 20
	if paths := os.Getenv("GUONGSANG_FILL"); paths != "" {
		for path := range strings.SplitSeq(paths, "\n") {
			file, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			_, err = fillWithin(t.Context(), file, costlyValues())
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			t.Logf("%s: %d MB, %.60s", filepath.Base(path), m.HeapSys>>20, fmt.Sprint(err))
			if m.HeapSys > maxHeap {
				t.Errorf("%s: the heap had %d MB", filepath.Base(path), m.HeapSys>>20)
			}
		}
		return
	}
	if os.Getenv("GUONGSANG_LONG") == "" {
		t.Skip("fills for some seconds: GUONGSANG_LONG=1")
	}
	folder := t.TempDir()
	var paths []string
	for _, one := range costlies {
		path := filepath.Join(folder, one.name)
		if err := os.WriteFile(path, docx(t, one.body(), nil), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	child := exec.CommandContext(t.Context(), self, "-test.run=^TestTemplatesStayWithinTheirHeap$", "-test.v")
	child.Env = append(os.Environ(), "GUONGSANG_FILL="+strings.Join(paths, "\n"), "GOGC=130", "GOMEMLIMIT=160MiB") // as bot/main.go tunes the collector
	out, err := child.CombinedOutput()
	if err != nil {
		t.Errorf("%v", err)
	}
	t.Logf("%s", out)
}
