package main

import (
	"bytes"
	"context"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"filippo.io/age"
	"github.com/rogpeppe/go-internal/testscript"

	"guongsang/internal/app"
	"guongsang/internal/demo"
	"guongsang/internal/demotexts"
	"guongsang/storage"
	"guongsang/storage/disk"
)

var update = flag.Bool("update", false, "write the golden files")

// TestMain lets the scripts call the program as a process of its own, on a
// fixed day.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"guongsang": func() {
		self, _ := os.Executable()
		c := &console{in: os.Stdin, out: os.Stdout, err: os.Stderr, env: os.LookupEnv, now: scriptNow, self: self}
		os.Exit(c.command(context.Background(), os.Args[1:]))
	}})
}

// scriptNow is the Sunday before Vietnamese Culture Day, unless the script
// says otherwise.
func scriptNow() time.Time {
	now := time.Date(2026, 11, 22, 9, 30, 0, 0, time.FixedZone("ICT", 7*60*60))
	if text := os.Getenv("NOW"); text != "" {
		now, _ = time.Parse(time.RFC3339, text)
	}
	return now
}

// TestScripts plays testdata/script: the commands as an operator types them.
func TestScripts(t *testing.T) {
	example, err := os.ReadFile("../config.example.yaml")
	if err != nil {
		t.Fatal(err)
	}
	demo, err := filepath.Abs("../internal/directory/demo-district-2024.csv")
	if err != nil {
		t.Fatal(err)
	}
	example = bytes.Replace(example, []byte("pdf: auto"), []byte("pdf: off"), 1) // what is made does not hang on the machine
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Setup: func(e *testscript.Env) error {
			e.Setenv("DEMO", demo)
			return os.WriteFile(filepath.Join(e.WorkDir, "config.yaml"), example, 0o600)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"hold":   holdStore,
			"damage": damageStore,
			"backup": backUp,
			"ruin":   ruinEachPage,
			"retag":  retag,
			"holds":  holdsText,
		},
	})
}

// holdStore is a running bot, as far as the store goes: hold DIR.
func holdStore(ts *testscript.TestScript, _ bool, args []string) {
	store, err := storage.Open(ts.MkAbs(args[0]), app.Defaults().Rules())
	ts.Check(err)
	ts.Defer(func() { store.Close() })
}

// backUp makes a backup of the store, encrypted if a file for its key is named: backup DATA BACKUPS [KEY].
func backUp(ts *testscript.TestScript, _ bool, args []string) {
	store, err := storage.Open(ts.MkAbs(args[0]), app.Defaults().Rules())
	ts.Check(err)
	defer store.Close()
	var recipients []string
	if len(args) > 2 {
		id, err := age.GenerateX25519Identity()
		ts.Check(err)
		ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(id.String()+"\n"), 0o600))
		recipients = append(recipients, id.Recipient().String())
	}
	_, err = store.Backup(context.Background(), ts.MkAbs(args[1]), scriptNow(), recipients...)
	ts.Check(err)
}

// damageStore ruins a file: damage meta|page|cut|empty|flip FILE.
func damageStore(ts *testscript.TestScript, _ bool, args []string) {
	path, page := ts.MkAbs(args[1]), os.Getpagesize()
	b, err := os.ReadFile(path)
	if args[0] != "empty" {
		ts.Check(err)
	}
	switch args[0] {
	case "meta":
		clear(b[:2*page])
	case "page":
		for i := 2 * page; i < len(b); i++ {
			b[i] ^= 0x5a
		}
	case "cut":
		b = b[:len(b)/2/page*page]
	case "empty":
		b = nil
	case "flip":
		b[len(b)/2] ^= 1
	default:
		ts.Fatalf("damage %q?", args[0])
	}
	ts.Check(os.WriteFile(path, b, 0o600))
}

// ruinEachPage spoils every page of a store, one after another and in three
// ways, and has check tell what it finds: ruin FILE. There are no panics,
// and whatever is found comes with the way out.
func ruinEachPage(ts *testscript.TestScript, _ bool, args []string) {
	path, page := ts.MkAbs(args[0]), os.Getpagesize()
	whole, err := os.ReadFile(path)
	ts.Check(err)
	damaged := 0
	for at := 0; at < len(whole); at += page {
		for _, spoil := range []func([]byte){
			func(b []byte) { clear(b) },
			func(b []byte) {
				for i := range b {
					b[i] ^= 0xff
				}
			},
			func(b []byte) {
				for i := 16; i < len(b); i++ { // whole header, wild pointers
					b[i] = 0x7f
				}
			},
		} {
			b := bytes.Clone(whole)
			spoil(b[at : at+page])
			ts.Check(os.WriteFile(path, b, 0o600))
			err := ts.Exec("guongsang", "check")
			said := ts.ReadFile("stdout") + ts.ReadFile("stderr")
			if strings.Contains(said, "goroutine") || strings.Contains(said, "runtime error") {
				ts.Fatalf("page %d: %s", at/page, said)
			}
			if err != nil {
				damaged++
				if !strings.Contains(said, "guongsang restore") {
					ts.Fatalf("page %d: %v: %s", at/page, err, said)
				}
			}
		}
	}
	if damaged < len(whole)/page {
		ts.Fatalf("only %d of %d pages with damage were found", damaged, len(whole)/page)
	}
	ts.Check(os.WriteFile(path, whole, 0o600))
}

// in runs a command in this process.
func in(t *testing.T, env map[string]string, stdin string, args ...string) (code int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	lookup := func(name string) (string, bool) { v, ok := env[name]; return v, ok }
	c := &console{in: strings.NewReader(stdin), out: &o, err: &e, env: lookup, now: scriptNow}
	code = c.command(t.Context(), args)
	return code, o.String(), e.String()
}

// TestNoEnglishFromFlags: package flag's own sentences stay inside.
func TestNoEnglishFromFlags(t *testing.T) {
	for _, args := range [][]string{
		{"invite", "-x"}, {"invite", "-role"}, {"import-units", "-yes=maybe", "f"}, {"check", "-config"}, {"-config"},
		{"check", "-=x"}, {"check", "---x"}, {"check", "a"}, {"import-units"}, {"import-units", "a", "b"}, {"nothing"}, {""},
	} {
		code, out, errs := in(t, nil, "", args...)
		if code != exitUsage || out != "" || errs == "" {
			t.Errorf("%q: %d %q %q", args, code, out, errs)
		}
		for _, english := range []string{"flag", "Usage", "invalid", "parse error", "defined", "argument"} {
			if strings.Contains(errs, english) {
				t.Errorf("%q says %q", args, errs)
			}
		}
	}
}

// TestDemoUsage: what the demo cannot do is refused before it begins.
func TestDemoUsage(t *testing.T) {
	full := t.TempDir()
	if err := os.WriteFile(filepath.Join(full, "letter.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for want, args := range map[string][]string{
		demotexts.Days():                                 {"-play", "-days", "-1"},
		demotexts.Flag("addr", true):                     {"-play", "-addr", "127.0.0.1:0"},
		demotexts.Flag("out", false):                     {"-out", full},
		demotexts.FolderFull("out", full):                {"-play", "-out", full},
		demotexts.FolderFull("store", full):              {"-play", "-store", full},
		demotexts.Generate(demo.MaxUnits, demo.MaxYears): {"-units", "5", "-years", "0", "-store", full},
		demotexts.FlagWithUnits("play"):                  {"-play", "-units", "5", "-store", full},
		demotexts.FlagWithoutUnits("years"):              {"-years", "7"},
		demotexts.FlagWithSeed("days"):                   {"-play", "-seed", "7", "-days", "3"},
		demotexts.FlagWithSeed("store"):                  {"-seed", "7", "-store", full},
		demotexts.Loopback("0.0.0.0:8080"):               {"-addr", "0.0.0.0:8080"},
	} {
		code, out, errs := in(t, nil, "", append([]string{"demo"}, args...)...)
		if code != exitUsage || out != "" || errs != want+"\n" {
			t.Errorf("%q: %d %q %q", args, code, out, errs)
		}
	}
}

// TestDemoGenerates: a store to measure with is made once, and is a sound store.
func TestDemoGenerates(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "store")
	args := []string{"demo", "-units", "3", "-store", dir}
	if code, out, errs := in(t, nil, "", args...); code != exitOK || errs != "" || !strings.Contains(out, dir) {
		t.Fatalf("%d %q %q", code, out, errs)
	}
	if err := disk.VerifyFile(filepath.Join(dir, disk.FileName)); err != nil {
		t.Error(err)
	}
	if code, _, errs := in(t, nil, "", args...); code != exitUsage || errs != demotexts.FolderFull("store", dir)+"\n" {
		t.Errorf("again: %d %q", code, errs)
	}
}

// TestEveryCommandHasHelp, also when it is asked for in other ways.
func TestEveryCommandHasHelp(t *testing.T) {
	for _, cmd := range commands() {
		if cmd.about == "" {
			continue
		}
		for _, args := range [][]string{{"help", cmd.name}, {cmd.name, "-h"}, {cmd.name, "--help"}} {
			code, out, errs := in(t, nil, "", args...)
			if code != exitOK || !strings.Contains(out, "guongsang "+cmd.name) || errs != "" {
				t.Errorf("%q: %d %q %q", args, code, out, errs)
			}
		}
	}
	if code, out, _ := in(t, nil, "", "help"); code != exitOK || strings.Contains(out, "verify-store") {
		t.Errorf("help: %d %s", code, out)
	}
}

// TestRunItself: the one function that main calls.
func TestRunItself(t *testing.T) {
	var out, errs bytes.Buffer
	env := func(string) (string, bool) { return "", false }
	if code := run(t.Context(), []string{"version"}, nil, &out, io.Discard, env); code != exitOK || !strings.Contains(out.String(), "Gương Sáng") {
		t.Errorf("version: %d %q", code, out.String())
	}
	if code := run(t.Context(), []string{"check", "-config", filepath.Join(t.TempDir(), "no.yaml")}, nil, io.Discard, &errs, env); code != exitFault {
		t.Errorf("check without a configuration: %d %q", code, errs.String())
	}
}
