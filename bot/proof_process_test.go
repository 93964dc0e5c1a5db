package main

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/emulator"
	"guongsang/storage/disk"
)

// build makes the real program, as .ci/release does.
func build(t testing.TB) (binary string) {
	t.Helper()
	binary = filepath.Join(t.TempDir(), "guongsang")
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", binary, ".")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("building the program: %v\n%s", err, out)
	}
	return binary
}

// A site is a place where the real program runs: a folder with its store and
// its configuration, and an emulator behind a loopback address.
type site struct {
	t      testing.TB
	binary string
	dir    string // of the store
	config string
	srv    *emulator.Server
	said   output // by every process

	mu     sync.Mutex
	calls  chan struct{} // a token for each call, while somebody counts
	polled chan struct{} // closed at the next poll
}

// output gathers what processes print.
type output struct {
	mu      sync.Mutex
	buf     bytes.Buffer
	changed chan struct{} // closed when more is printed
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.changed != nil {
		close(o.changed)
		o.changed = nil
	}
	return o.buf.Write(p)
}

// await waits until a text is printed.
func (o *output) await(ctx context.Context, text string) error {
	for {
		o.mu.Lock()
		if o.changed == nil {
			o.changed = make(chan struct{})
		}
		found, changed := bytes.Contains(o.buf.Bytes(), []byte(text)), o.changed
		o.mu.Unlock()
		if found {
			return nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return fmt.Errorf("waiting for the output %q: %w", text, ctx.Err())
		}
	}
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.buf.String()
}

func newSite(t testing.TB, binary string) *site {
	t.Helper()
	folder := t.TempDir()
	s := &site{t: t, binary: binary, dir: filepath.Join(folder, "data"), config: filepath.Join(folder, "config.yaml")}
	s.srv = emulator.New(emulator.Options{Token: proofToken, Username: "proof_bot", Seed: 11})
	t.Cleanup(s.srv.Close)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{Handler: s.srv}
	go server.Serve(listener)
	t.Cleanup(s.explain)
	t.Cleanup(func() { server.Close() })
	config := fmt.Sprintf(proofConfig, "http://"+listener.Addr().String(), s.dir, filepath.Join(folder, "backups"))
	if err := os.WriteFile(s.config, []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	s.srv.AddFault(emulator.Fault{When: s.count})
	return s
}

// explain shows what the processes printed, if something went wrong.
func (s *site) explain() {
	if s.t.Failed() {
		s.t.Logf("the processes said:\n%s", s.said.String())
	}
}

// proofConfig reminds nobody, so that what is shown is only what was asked for.
const proofConfig = `
telegram: {mode: polling, api_url: %q}
organization:
  name: UBND xã Phong Thổ
  standing_agency: Phòng Văn hóa - Xã hội
  council: Hội đồng Thi đua - Khen thưởng xã Phong Thổ
  place: Phong Thổ
  contact: chị Hạnh, 0900 000 001
duties: {quarter: {enabled: false}}
reminders: {before: [], after: [], escalation: []}
digests: []
storage: {path: %q}
backup: {path: %q}
limits: {per_second: 0, per_chat: 0, per_minute_group: 0}
`

// count passes a token for a call to whoever counts. It hits no call.
func (s *site) count(c emulator.Call) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.polled != nil && c.Method == "getUpdates" {
		close(s.polled)
		s.polled = nil
	}
	if s.calls != nil {
		select {
		case s.calls <- struct{}{}:
		default:
		}
	}
	return false
}

// counting gives a token for every call from now on.
func (s *site) counting() <-chan struct{} {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls = make(chan struct{}, 1<<16)
	return s.calls
}

// polls ends at the next poll.
func (s *site) polls() <-chan struct{} {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.polled = make(chan struct{})
	return s.polled
}

// A child is the program as a process.
type child struct {
	t     testing.TB
	cmd   *exec.Cmd
	said  output
	ended chan struct{}
}

// start starts the program; wrap, if any, is the command that starts it.
func (s *site) start(wrap ...string) *child {
	s.t.Helper()
	line := append(wrap, s.binary, "run", "-config", s.config)
	c := &child{t: s.t, cmd: exec.Command(line[0], line[1:]...), ended: make(chan struct{})}
	c.cmd.Env = append(os.Environ(), "TELEGRAM_BOT_TOKEN="+proofToken)
	c.cmd.Dir = filepath.Dir(s.config)
	both := both{&c.said, &s.said}
	c.cmd.Stdout, c.cmd.Stderr = both, both
	if err := c.cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	go func() {
		c.cmd.Wait()
		close(c.ended)
	}()
	s.t.Cleanup(c.kill)
	return c
}

// both writes to the child's own output and to that of the site.
type both struct{ a, b *output }

func (w both) Write(p []byte) (int, error) {
	w.a.Write(p)
	return w.b.Write(p)
}

// kill ends the process as a power cut would end it.
func (c *child) kill() {
	c.cmd.Process.Kill()
	<-c.ended
}

// stop asks the process to end, which it has to do with success. That it does so
// in time is proved in virtual time.
func (c *child) stop() {
	c.t.Helper()
	if err := c.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		c.t.Fatalf("stopping: %v\n%s", err, c.said.String())
	}
	if code := c.exit(soon); code != 0 {
		c.t.Errorf("stopped with exit code %d\n%s", code, c.said.String())
	}
}

// exit waits for the end of the process and gives its exit code.
func (c *child) exit(within time.Duration) int {
	c.t.Helper()
	timer := time.NewTimer(within)
	defer timer.Stop()
	select {
	case <-c.ended:
	case <-timer.C:
		c.t.Fatalf("still running after %s\n%s", within, c.said.String())
	}
	return c.cmd.ProcessState.ExitCode()
}

// holdPeace holds what must be true after every proof: no request that a bot
// must not make, no token and no trace of a panic in anything that was printed.
func (s *site) holdPeace() {
	s.t.Helper()
	for _, v := range s.srv.Violations() {
		s.t.Errorf("violation: %s", v)
	}
	said := s.said.String()
	for _, forbidden := range []string{proofToken[10:], "goroutine ", "SIGSEGV", "fatal error"} {
		if strings.Contains(said, forbidden) {
			s.t.Errorf("output has %q:\n%s", forbidden, said)
		}
	}
}

// holdFile lets bbolt check the store.
func (s *site) holdFile() {
	s.t.Helper()
	db, err := bolt.Open(filepath.Join(s.dir, disk.FileName), 0o600, &bolt.Options{ReadOnly: true, Timeout: time.Second})
	if err != nil {
		s.t.Fatal(err)
	}
	defer db.Close()
	err = db.View(func(tx *bolt.Tx) error {
		for err := range tx.Check() {
			s.t.Errorf("store: %v", err)
		}
		return nil
	})
	if err != nil {
		s.t.Error(err)
	}
}
