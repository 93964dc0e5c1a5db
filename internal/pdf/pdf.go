package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"time"

	"guongsang/internal/files"
)

// The bounds of one conversion. A report of a thousand examples with two hundred photos
// takes some twenty seconds where nobody else wants the processor.
const (
	maxTime = 3 * time.Minute
	MaxFile = 45 << 20 // bytes of what comes out, and of all else that is written on the way
)

// The errors that a caller may tell apart.
var (
	ErrSlow  = errors.New("conversion took too long")
	ErrLarge = errors.New("PDF is too large")
)

// programs are the names by which LibreOffice is called.
var programs = []string{"soffice", "libreoffice"}

// Find says where LibreOffice is: at the path that was given, or else on the machine's
// own paths. "" means that it is not there, or that conversions cannot be bounded on this
// system.
func Find(path string) string {
	if !bounded {
		return ""
	}
	names := programs
	if path != "" {
		names = []string{path}
	}
	for _, name := range names {
		if found, err := exec.LookPath(name); err == nil {
			return found
		}
	}
	return ""
}

// A Converter converts by one LibreOffice, one document at a time. It may be shared.
type Converter struct {
	program string
	home    string // all that is written is below it
	within  time.Duration
	most    int64

	turn sync.Mutex
}

// New is a Converter by the program that Find found, which writes below home only.
func New(program, home string) *Converter {
	return &Converter{program: program, home: home, within: maxTime, most: MaxFile}
}

// Sweep removes what a conversion below home left behind over which the program was
// killed: its processes and the document. None may be under way.
func Sweep(home string) error {
	url, err := profileURL(home)
	if err != nil {
		return err
	}
	killStrays(profileFlag + url)
	if err := os.RemoveAll(workIn(home)); err != nil {
		return fmt.Errorf("removing what a conversion left: %w", err)
	}
	return nil
}

func workIn(home string) string { return filepath.Join(home, "work") }

func (c *Converter) work() string { return workIn(c.home) }

// The names of a document on its way. LibreOffice makes the second of the first.
const (
	wordName = "document.docx"
	pdfName  = "document.pdf"
)

// Convert makes the PDF of a Word document. It waits for its turn, and ends with ctx. Its
// error says nothing of what is in the document.
func (c *Converter) Convert(ctx context.Context, document []byte) ([]byte, error) {
	c.turn.Lock()
	defer c.turn.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	defer os.RemoveAll(c.work())
	if err := c.prepare(document); err != nil {
		return nil, fmt.Errorf("preparing a conversion to PDF: %w", err)
	}
	data, err := c.convert(ctx)
	if err != nil {
		return nil, fmt.Errorf("converting a document of %d bytes to PDF: %w", len(document), err)
	}
	return data, nil
}

// prepare puts the document where LibreOffice is told to look, and the profile beside it.
func (c *Converter) prepare(document []byte) error {
	if err := files.MkdirAll(c.work()); err != nil {
		return err
	}
	if err := c.writeProfile(); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(c.work(), wordName), document, 0o600)
}

func (c *Converter) convert(ctx context.Context) ([]byte, error) {
	url, err := profileURL(c.home)
	if err != nil {
		return nil, err
	}
	work, err := filepath.Abs(c.work())
	if err != nil {
		return nil, err
	}
	timed, cancel := context.WithTimeoutCause(ctx, c.within, ErrSlow)
	defer cancel()
	cmd := command(timed, c.most, c.program,
		profileFlag+url, "--headless", "--norestore", "--nolockcheck", "--nologo", "--nodefault",
		"--convert-to", "pdf:writer_pdf_Export", "--outdir", work, filepath.Join(work, wordName))
	cmd.Dir, cmd.Env = work, environment(work)
	err = run(cmd)
	switch {
	case timed.Err() != nil:
		return nil, context.Cause(timed)
	case err != nil && c.reached(work):
		return nil, ErrLarge
	case err != nil:
		return nil, err
	}
	return c.result(filepath.Join(work, pdfName))
}

// reached reports whether a file below a folder is as large as any may become.
func (c *Converter) reached(dir string) (is bool) {
	_ = filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if info, infoErr := os.Lstat(path); err == nil && infoErr == nil && !entry.IsDir() && info.Size() >= c.most {
			is = true
		}
		return nil
	})
	return is
}

// result reads what LibreOffice made. It says that all is well also where it made nothing.
func (c *Converter) result(path string) ([]byte, error) {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, errors.New("no PDF was made")
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, errors.New("what was made is no file")
	case info.Size() >= c.most:
		return nil, ErrLarge
	}
	data, err := os.ReadFile(path)
	if err == nil && !bytes.HasPrefix(data, []byte("%PDF-")) {
		return nil, errors.New("what was made is no PDF")
	}
	return data, err
}
