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
	root    string       // of the module
	dir     string       // for what is built; in memory where that can be had, so that syncing costs nothing
	changed []*goPackage // in which mutants are looked for
	known   map[string]*goPackage
}

// A goPackage is one that is changed, or whose tests are run.
type goPackage struct {
	ImportPath   string
	Dir          string
	GoFiles      []string
	TestImports  []string
	XTestImports []string
	Deps         []string // of its tests

	proofs []*goPackage  // whose tests are to notice a change of it
	took   time.Duration // by its tests, unchanged
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
	r := &runner{settings: s, root: filepath.Dir(strings.TrimSpace(string(mod))), dir: dir, known: map[string]*goPackage{}}
	if err := r.prepare(ctx); err != nil {
		r.close()
		return nil, err
	}
	return r, nil
}

func (r *runner) close() { os.RemoveAll(r.dir) }

func (r *runner) prepare(ctx context.Context) error {
	for _, t := range r.targets {
		changed, err := r.lookUp(t.packages)
		if err != nil {
			return err
		}
		var proofs []*goPackage
		if t.proofs != "" {
			if proofs, err = r.lookUp(strings.Split(t.proofs, ",")...); err != nil {
				return err
			}
		}
		for _, p := range changed {
			if err := r.prove(ctx, p, append([]*goPackage{p}, proofs...)); err != nil {
				return err
			}
		}
		r.changed = append(r.changed, changed...)
	}
	return nil
}

// prove gives a package those proofs whose tests reach it.
func (r *runner) prove(ctx context.Context, p *goPackage, proofs []*goPackage) error {
	for _, proof := range proofs {
		if !slices.Contains(proof.Deps, p.ImportPath) || slices.Contains(p.proofs, proof) {
			continue
		}
		p.proofs = append(p.proofs, proof)
		if err := r.runUnchanged(ctx, proof); err != nil {
			return err
		}
	}
	if len(p.proofs) == 0 {
		return fmt.Errorf("no test reaches %s", p.ImportPath)
	}
	return nil
}

// lookUp finds packages by the go command's patterns.
func (r *runner) lookUp(patterns ...string) (found []*goPackage, err error) {
	list := append([]string{"list", "-test", "-json=ImportPath,Dir,GoFiles,TestImports,XTestImports,Deps"}, patterns...)
	out, err := exec.Command("go", list...).Output()
	if err != nil {
		return nil, fmt.Errorf("looking up %s: %w", patterns, err)
	}
	for read := json.NewDecoder(bytes.NewReader(out)); read.More(); {
		p := new(goPackage)
		if err := read.Decode(p); err != nil {
			return nil, fmt.Errorf("looking up %s: %w", patterns, err)
		}
		of, isTest := strings.CutSuffix(p.ImportPath, ".test")
		switch {
		case isTest: // comes after the package itself
			for _, dep := range p.Deps {
				path, _, _ := strings.Cut(dep, " ") // without " [for which test it is built]"
				r.known[of].Deps = append(r.known[of].Deps, path)
			}
		case !strings.HasSuffix(p.ImportPath, "]"):
			p.Deps = nil
			if r.known[p.ImportPath] == nil {
				r.known[p.ImportPath] = p
			}
			found = append(found, r.known[p.ImportPath])
		}
	}
	return found, nil
}

// mutants lists all mutants of a package.
func (r *runner) mutants(p *goPackage) (all []mutant, err error) {
	for _, name := range p.GoFiles {
		found, err := mutantsOf(p, r.root, filepath.Join(p.Dir, name), r.files)
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
