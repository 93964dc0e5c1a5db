package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// A result is what became of a mutant.
type result struct {
	mutant
	compiled bool
	killer   string // empty: it survived
}

// try builds and runs the proofs of a mutant until one fails.
func (r *runner) try(ctx context.Context, m mutant) result {
	end := result{mutant: m}
	dir, err := os.MkdirTemp(r.dir, "mutant")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	overlay, err := writeOverlay(dir, m)
	if err != nil {
		panic(err)
	}
	for _, p := range m.pkg.proofs {
		binary := filepath.Join(dir, "test")
		if err := r.build(ctx, p, binary, overlay); err != nil {
			return end
		}
		end.compiled = true
		out, err := r.runTests(ctx, p, dir, binary, 3*p.took+15*time.Second)
		if err != nil {
			end.killer = r.killer(p, out, err)
			return end
		}
	}
	return end
}

func writeOverlay(dir string, m mutant) (path string, err error) {
	file := filepath.Join(dir, "changed.go")
	list, err := json.Marshal(map[string]any{"Replace": map[string]string{m.path: file}})
	if err != nil {
		return "", err
	}
	path = filepath.Join(dir, "overlay.json")
	return path, errors.Join(os.WriteFile(file, m.changed(), 0o600), os.WriteFile(path, list, 0o600))
}

var failed = regexp.MustCompile(`(?m)^\s*--- FAIL: (\S+)`)

// killer names what failed: the innermost test whose name is printed, or how
// else it ended.
func (r *runner) killer(p *goPackage, out []byte, err error) string {
	how := err.Error()
	switch found := failed.FindSubmatch(out); {
	case bytes.Contains(out, []byte("panic: test timed out")), errors.Is(err, context.DeadlineExceeded), how == "signal: killed":
		how = "time-out"
	case found != nil:
		how = string(found[1])
	case bytes.Contains(out, []byte("fatal error: ")):
		how = "fatal error"
	case bytes.Contains(out, []byte("panic: ")):
		how = "panic"
	}
	return how + " (" + strings.TrimPrefix(p.Dir, r.root+string(filepath.Separator)) + ")"
}
