package demo

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"guongsang/internal/app"
	"guongsang/internal/demotexts"
	"guongsang/internal/files"
)

// A kept demo is the program's own store with what it does not know beside it:
// the phones and the time, and the files on the phones.
const (
	keptFile  = "demo.json"
	keptFiles = "phones" // folder
)

// kept is what the file holds.
type kept struct {
	Scene string
	Now   time.Time       // of the demo
	Sent  int             // messages that had been sent, for the page's count
	Phone json.RawMessage // all that the emulator knows, but for contents of files
}

// keep writes down the phones and the time. The file is replaced whole.
func keep(p *play, dir, scene string) error {
	var phones bytes.Buffer
	if err := p.server.Save(&phones, filepath.Join(dir, keptFiles)); err != nil {
		return fmt.Errorf("keeping the phones: %w", err)
	}
	body, err := json.Marshal(kept{Scene: scene, Now: p.clock.Now(), Sent: p.sent(), Phone: phones.Bytes()})
	if err != nil {
		return fmt.Errorf("keeping the demo: %w", err)
	}
	if err := files.Write(filepath.Join(dir, keptFile), body); err != nil {
		return fmt.Errorf("keeping the demo: %w", err)
	}
	return nil
}

// readKept reads what was kept; nil if the folder is new or holds only what was
// put aside.
func readKept(dir string) (*kept, error) {
	path := filepath.Join(dir, keptFile)
	body, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		names, err := present(dir)
		if len(names) > 0 {
			return nil, app.OperatorError(demotexts.NotKept(dir))
		}
		return nil, err
	}
	if err != nil {
		return nil, fmt.Errorf("reading the kept demo: %w", err)
	}
	var k kept
	if err := json.Unmarshal(body, &k); err != nil {
		return nil, errors.Join(app.OperatorError(demotexts.KeptBroken(path)), err)
	}
	return &k, nil
}

// restore goes on with a demo that was written down in a folder.
func (s *stage) restore(dir string, was *kept) error {
	sc, _ := sceneOf(was.Scene) // the tour's is not among them, and has no heads that approve
	p, err := newPlay(PlayOptions{Quiet: true, heads: sc.heads}, dir, io.Discard)
	if err != nil {
		return err
	}
	if err := p.server.Load(bytes.NewReader(was.Phone), filepath.Join(dir, keptFiles)); err != nil {
		return errors.Join(app.OperatorError(demotexts.KeptBroken(filepath.Join(dir, keptFile))), err, p.program.Close())
	}
	p.clock.Set(was.Now)
	p.earlier = was.Sent
	p.begin(s.life)
	return s.replace(p, dir, was.Scene)
}

// putAside moves what is in the folder of a kept demo into a folder of its
// own, so that another demo can begin and nothing is lost.
func putAside(dir string) (aside string, err error) {
	names, err := present(dir)
	if err != nil || len(names) == 0 {
		return "", err
	}
	aside = filepath.Join(dir, asidePrefix+time.Now().Format("20060102-150405.000"))
	if err := os.Mkdir(aside, 0o700); err != nil {
		return "", fmt.Errorf("putting the kept demo aside: %w", err)
	}
	return aside, moveAll(names, dir, aside)
}

func moveAll(names []string, from, to string) error {
	for _, name := range names {
		if err := os.Rename(filepath.Join(from, name), filepath.Join(to, name)); err != nil {
			return fmt.Errorf("putting the kept demo aside: %w", err)
		}
	}
	return nil
}

// present names what is in the folder of a kept demo beside what was put aside;
// nothing if there is no folder.
func present(dir string) (names []string, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("looking into the folder of the demo: %w", err)
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), asidePrefix) {
			names = append(names, e.Name())
		}
	}
	return names, nil
}

// asidePrefix begins the names of folders with earlier demos.
const asidePrefix = "before-"
