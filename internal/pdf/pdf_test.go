//go:build unix

package pdf

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// fake is a Converter by a shell script in which $out is the folder of the result.
func fake(t *testing.T, script string) *Converter {
	t.Helper()
	dir := t.TempDir()
	program := filepath.Join(dir, "soffice")
	head := "#!/bin/sh\nwhile [ \"$1\" != --outdir ]; do shift; done\nout=$2\n"
	if err := os.WriteFile(program, []byte(head+script), 0o700); err != nil {
		t.Fatal(err)
	}
	return New(program, filepath.Join(dir, "home"))
}

// A line is a pipe that ends when all who may write to it have ended.
type line struct {
	t    *testing.T
	path string
}

func newLine(t *testing.T) line {
	t.Helper()
	path := filepath.Join(t.TempDir(), "line")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	return line{t, path}
}

// open waits for the first who writes.
func (l line) open() *os.File {
	f, err := os.Open(l.path)
	if err != nil {
		l.t.Fatal(err)
	}
	l.t.Cleanup(func() { f.Close() })
	return f
}

// heard reads one byte.
func heard(t *testing.T, f *os.File) {
	t.Helper()
	if _, err := f.Read(make([]byte, 1)); err != nil {
		t.Fatal(err)
	}
}

// silent waits until nobody is left.
func silent(t *testing.T, f *os.File) {
	t.Helper()
	if _, err := io.Copy(io.Discard, f); err != nil {
		t.Fatal(err)
	}
}

func (c *Converter) nothingLeft(t *testing.T) {
	t.Helper()
	if _, err := os.Stat(c.work()); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the document is still there: %v", err)
	}
}

func TestConvert(t *testing.T) {
	t.Setenv("TELEGRAM_BOT_TOKEN", "secret")
	c := fake(t, `env > "$out/env"; (printf '%%PDF-'; cat "$3" "$out/env") > "$out/document.pdf"; echo "$3"`)
	for range 2 {
		got, err := c.Convert(t.Context(), []byte("the document\n"))
		if err != nil || !bytes.HasPrefix(got, []byte("%PDF-the document\n")) {
			t.Fatalf("%q, %v", got, err)
		}
		if bytes.Contains(got, []byte("secret")) || !bytes.Contains(got, []byte("HOME="+c.home)) {
			t.Errorf("it is told %s", got)
		}
		c.nothingLeft(t)
	}
}

// Whatever LibreOffice makes that is no PDF is an error, and the error does not say what is in it.
func TestWhatIsNoPDF(t *testing.T) {
	for name, script := range map[string]string{
		"nothing":   ``,
		"an exit":   `echo SECRET >&2; exit 3`,
		"something": `echo SECRET > "$out/document.pdf"`,
		"a link":    `ln -s /etc/passwd "$out/document.pdf"`,
		"a folder":  `mkdir "$out/document.pdf"`,
	} {
		c := fake(t, script)
		got, err := c.Convert(t.Context(), []byte("SECRET"))
		if got != nil || err == nil || strings.Contains(err.Error(), "SECRET") {
			t.Errorf("%s: %q, %v", name, got, err)
		}
		c.nothingLeft(t)
	}
	c := New(filepath.Join(t.TempDir(), "not-there"), t.TempDir())
	if _, err := c.Convert(t.Context(), nil); err == nil {
		t.Error("converted by a program that is not there")
	}
}

func TestWhatIsWrittenIsBounded(t *testing.T) {
	for name, script := range map[string]string{
		"the PDF":     `head -c 3000000 /dev/zero > "$out/document.pdf" || exit 1`,
		"on the way":  `mkdir "$TMPDIR/lu1"; head -c 3000000 /dev/zero > "$TMPDIR/lu1/a" || exit 1`,
		"no error":    `printf '%%PDF-' > "$out/document.pdf"; head -c 3000000 /dev/zero >> "$out/document.pdf"; exit 0`,
		"by children": `(head -c 3000000 /dev/zero > "$out/document.pdf") & wait $! || exit 1`,
	} {
		c := fake(t, script)
		c.most = 1 << 20
		if got, err := c.Convert(t.Context(), nil); got != nil || !errors.Is(err, ErrLarge) {
			t.Errorf("%s: %d bytes, %v", name, len(got), err)
		}
		c.nothingLeft(t)
	}
}

// A conversion that hangs ends with all that it began, when its time is over and when
// the program stops.
func TestNothingGoesOn(t *testing.T) {
	for name, end := range map[string]func(*Converter, context.CancelFunc){
		"stopped": func(_ *Converter, cancel context.CancelFunc) { cancel() },
		"slow":    func(c *Converter, _ context.CancelFunc) {},
	} {
		t.Run(name, func(t *testing.T) {
			l := newLine(t)
			c := fake(t, `exec 3> `+l.path+`
				trap '' TERM INT HUP
				(trap '' HUP; sleep 1000 & sleep 1000) &
				sh -c 'sh -c "sleep 1000" & sleep 1000' &
				sleep 1000 &
				echo >&3
				sleep 1000`)
			if name == "slow" {
				c.within = 50 * time.Millisecond
			}
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			var converted sync.WaitGroup
			converted.Go(func() {
				_, err := c.Convert(ctx, nil)
				if want := map[string]error{"stopped": context.Canceled, "slow": ErrSlow}[name]; !errors.Is(err, want) {
					t.Errorf("ends with %v", err)
				}
			})
			if name == "stopped" {
				f := l.open()
				heard(t, f)
				end(c, cancel)
				converted.Wait()
				silent(t, f)
			}
			converted.Wait()
			c.nothingLeft(t)
		})
	}
}

// What goes on beside a conversion that is through is ended with it.
func TestNothingGoesOnBehindIt(t *testing.T) {
	l := newLine(t)
	c := fake(t, `exec 3> `+l.path+`; sleep 1000 & printf '%%PDF-' > "$out/document.pdf"`)
	done := make(chan error)
	go func() {
		_, err := c.Convert(t.Context(), nil)
		done <- err
	}()
	f := l.open()
	if err := <-done; err != nil {
		t.Error(err)
	}
	silent(t, f)
}

// One conversion runs at a time; who waits can stop waiting.
func TestOneAtATime(t *testing.T) {
	c := fake(t, `mkdir "$HOME/../alone" || exit 1; printf '%%PDF-' > "$out/document.pdf"; rmdir "$HOME/../alone"`)
	var all sync.WaitGroup
	for range 5 {
		all.Go(func() {
			if _, err := c.Convert(t.Context(), nil); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := c.Convert(ended, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("after its end: %v", err)
	}
}

// What the program was killed over is swept away: the document and the processes.
func TestSweep(t *testing.T) {
	if _, err := os.Stat("/proc/self/cmdline"); err != nil {
		t.Skip("this system does not tell of its processes in files")
	}
	l := newLine(t)
	c := fake(t, "")
	url, err := profileURL(c.home)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.prepare([]byte("left behind")); err != nil {
		t.Fatal(err)
	}
	stray := exec.Command("/bin/sh", "-c", `exec 3> "$0"; echo >&3; while :; do read x <&4; done`, l.path, profileFlag+url)
	r, w, err := os.Pipe() // which stays open, so that it waits for ever
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	stray.ExtraFiles = []*os.File{r, r}
	if err := stray.Start(); err != nil {
		t.Fatal(err)
	}
	f := l.open()
	heard(t, f)
	if err := Sweep(c.home); err != nil {
		t.Error(err)
	}
	silent(t, f)
	if err := stray.Wait(); err == nil {
		t.Error("the process was not ended")
	}
	c.nothingLeft(t)
}

func TestFind(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("PATH", dir)
	if got := Find(""); got != "" {
		t.Errorf("found %s in an empty folder", got)
	}
	path := filepath.Join(dir, "libreoffice")
	if err := os.WriteFile(path, nil, 0o700); err != nil {
		t.Fatal(err)
	}
	if Find("") != path || Find(path) != path || Find(filepath.Join(dir, "soffice")) != "" {
		t.Errorf("found %q, %q, %q", Find(""), Find(path), Find(filepath.Join(dir, "soffice")))
	}
}

// The real LibreOffice converts, and asks nothing of the network that a document links to.
func TestRealLibreOffice(t *testing.T) {
	program := Find("")
	if program == "" || testing.Short() {
		t.Skip("LibreOffice is not here: a real conversion was not tried")
	}
	asked := make(chan string, 100)
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { asked <- r.URL.String() }))
	defer server.Close()
	c := New(program, filepath.Join(t.TempDir(), "có dấu cách", "pdf"))
	got, err := c.Convert(t.Context(), linking(t, server.URL+"/photo.png"))
	if err != nil || len(got) < 1000 {
		t.Fatalf("%d bytes, %v", len(got), err)
	}
	select {
	case url := <-asked:
		t.Errorf("%s was asked for", url)
	default:
	}
	c.nothingLeft(t)
}

// linking is a Word document with a picture that is elsewhere.
func linking(t *testing.T, url string) []byte {
	t.Helper()
	const (
		rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
		pkg = "http://schemas.openxmlformats.org/package/2006/"
		dml = "http://schemas.openxmlformats.org/drawingml/2006/"
	)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="` + pkg + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="` + pkg + `relationships"><Relationship Id="r1" Type="` + rel + `/officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/_rels/document.xml.rels", `<Relationships xmlns="` + pkg + `relationships"><Relationship Id="r2" Type="` + rel + `/image" Target="` + url + `" TargetMode="External"/></Relationships>`},
		{"word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Gương người tốt việc tốt</w:t></w:r></w:p>` +
			`<w:p><w:r><w:drawing><wp:inline xmlns:wp="` + dml + `wordprocessingDrawing"><wp:extent cx="990000" cy="990000"/><wp:docPr id="1" name="a"/>` +
			`<a:graphic xmlns:a="` + dml + `main"><a:graphicData uri="` + dml + `picture"><pic:pic xmlns:pic="` + dml + `picture"><pic:nvPicPr><pic:cNvPr id="1" name="a"/><pic:cNvPicPr/></pic:nvPicPr>` +
			`<pic:blipFill><a:blip xmlns:r="` + rel + `" r:link="r2"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="990000" cy="990000"/></a:xfrm>` +
			`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p></w:body></w:document>`},
	} {
		w, err := z.Create(part[0])
		if err == nil {
			_, err = io.WriteString(w, part[1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
