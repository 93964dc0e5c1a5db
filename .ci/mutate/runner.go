package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// A runner builds and runs the tests of mutants.
type runner struct {
	settings
	root     string                // of the module
	dir      string                // for what is built; in memory where that can be had, so that syncing costs nothing
	packages map[string]*goPackage // by the path that names them
}

// A goPackage is one that is changed, or whose tests are run.
type goPackage struct {
	ImportPath   string
	Dir          string
	GoFiles      []string
	TestImports  []string
	XTestImports []string

	took time.Duration // by its tests, unchanged
}

// newRunner looks up the packages, and runs their tests as they are: they must
// pass, and tell how long a mutant may take.
func newRunner(ctx context.Context, s settings) (*runner, error) {
	// A mutant may ask for memory without end.
	limit := syscall.Rlimit{Cur: 8 << 30, Max: 8 << 30}
	if err := syscall.Setrlimit(syscall.RLIMIT_AS, &limit); err != nil {
		return nil, fmt.Errorf("limiting memory: %w", err)
	}
	mod, err := exec.Command("go", "env", "GOMOD").Output()
	if err != nil {
		return nil, fmt.Errorf("looking for the module: %w", err)
	}
	memory := "/dev/shm"
	if info, err := os.Stat(memory); err != nil || !info.IsDir() {
		memory = ""
	}
	dir, err := os.MkdirTemp(memory, "mutate")
	if err != nil {
		return nil, err
	}
	r := &runner{settings: s, root: filepath.Dir(strings.TrimSpace(string(mod))), dir: dir, packages: map[string]*goPackage{}}
	if err := r.prepare(ctx); err != nil {
		r.close()
		return nil, err
	}
	return r, nil
}

func (r *runner) prepare(ctx context.Context) error {
	for _, m := range r.settings.packages {
		for _, path := range append([]string{m.path}, m.proofs...) {
			if err := r.lookUp(path); err != nil {
				return err
			}
		}
		for _, path := range m.proofs {
			if err := r.runUnchanged(ctx, r.packages[path]); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *runner) close() { os.RemoveAll(r.dir) }

func (r *runner) lookUp(path string) error {
	if r.packages[path] != nil {
		return nil
	}
	out, err := exec.Command("go", "list", "-json=ImportPath,Dir,GoFiles,TestImports,XTestImports", path).Output()
	if err != nil {
		return fmt.Errorf("looking up %s: %w", path, err)
	}
	p := new(goPackage)
	r.packages[path] = p
	return json.Unmarshal(out, p)
}

// mutants lists all mutants of a package.
func (r *runner) mutants(m target) (all []mutant, err error) {
	p := r.packages[m.path]
	for _, name := range p.GoFiles {
		found, err := mutantsOf(m, r.root, filepath.Join(p.Dir, name), r.files)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

func (r *runner) runUnchanged(ctx context.Context, p *goPackage) error {
	if p.took > 0 {
		return nil
	}
	dir, err := os.MkdirTemp(r.dir, "unchanged")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	binary := filepath.Join(dir, "test")
	if err := r.build(ctx, p, binary, ""); err != nil {
		return fmt.Errorf("building the tests of %s: %w", p.ImportPath, err)
	}
	began := time.Now()
	if out, err := r.runTests(ctx, p, dir, binary, 20*time.Minute); err != nil {
		return fmt.Errorf("%s fails as it is: %w\n%s", p.ImportPath, err, out)
	}
	p.took = time.Since(began)
	fmt.Printf("%s passes in %.1f s\n", p.ImportPath, p.took.Seconds())
	return nil
}

// build makes the test binary of a package. Without tables for a debugger it
// is linked in half the time.
func (r *runner) build(ctx context.Context, p *goPackage, binary, overlay string) error {
	args := []string{"test", "-c", "-vet=off", "-ldflags=-s -w", "-o", binary}
	if overlay != "" {
		args = append(args, "-overlay", overlay, "-p", "1")
	}
	cmd := exec.CommandContext(ctx, "go", append(args, p.ImportPath)...)
	cmd.Dir = r.root
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%s", err, out)
	}
	return nil
}

func (r *runner) runTests(ctx context.Context, p *goPackage, dir, binary string, limit time.Duration) (out []byte, err error) {
	ctx, cancel := context.WithTimeout(ctx, limit+10*time.Second)
	defer cancel()
	args := []string{"-test.paniconexit0", "-test.failfast", "-test.timeout=" + limit.String()}
	if r.short {
		args = append(args, "-test.short")
	}
	if slices.Contains(slices.Concat(p.TestImports, p.XTestImports), "pgregory.net/rapid") {
		args = append(args, "-rapid.nofailfile", "-rapid.shrinktime=1ms", "-rapid.seed="+strconv.FormatUint(r.seed+1, 10))
	}
	temp := filepath.Join(dir, "temp")
	if err := os.MkdirAll(temp, 0o700); err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, binary, args...)
	cmd.Dir = p.Dir
	cmd.Env = append(os.Environ(), "TMPDIR="+temp)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	cmd.WaitDelay = time.Second
	var text bytes.Buffer
	cmd.Stdout, cmd.Stderr = &text, &text
	err = cmd.Run()
	return text.Bytes(), err
}
