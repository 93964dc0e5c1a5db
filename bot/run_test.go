package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"guongsang/internal/app"
	"guongsang/internal/emulator"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

const testToken = "123456:AAE-test_token_of_thirty_five_lettr"

// A running bot is the command run against an emulated Telegram on loopback.
type running struct {
	t     *testing.T
	dir   string
	tg    *emulator.Server
	env   map[string]string
	lines chan string // of its output
	log   *os.File
	stop  context.CancelFunc
	ended chan int
}

func (r *running) config(more string) string {
	r.t.Helper()
	path := filepath.Join(r.dir, "config.yaml")
	text := fmt.Sprintf("organization: {name: A, standing_agency: B, council: C, place: D, contact: E}\n"+
		"storage: {path: %q}\nbackup: {path: %q}\n%s\n", filepath.Join(r.dir, "data"), filepath.Join(r.dir, "backups"), more)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		r.t.Fatal(err)
	}
	return path
}

func newRunning(t *testing.T) *running {
	t.Helper()
	r := &running{t: t, dir: t.TempDir(), env: map[string]string{app.EnvToken: testToken}}
	r.tg = emulator.New(emulator.Options{Token: testToken, Username: "thu_bot"})
	web := httptest.NewServer(r.tg)
	t.Cleanup(func() { r.tg.Close(); web.Close() })
	r.env["API"] = web.URL
	var err error
	if r.log, err = os.Create(filepath.Join(r.dir, "log")); err != nil {
		t.Fatal(err)
	}
	return r
}

// start starts the command; it is stopped when the test ends.
func (r *running) start(config string) {
	r.t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	out, in := io.Pipe()
	ended, lines := make(chan int, 1), make(chan string, 100)
	r.stop, r.ended, r.lines = stop, ended, lines
	lookup := func(name string) (string, bool) { v, ok := r.env[name]; return v, ok }
	c := &console{in: strings.NewReader(""), out: in, err: r.log, env: lookup, now: time.Now}
	go func() {
		ended <- c.command(ctx, []string{"run", "-config", config})
		in.Close()
	}()
	go func() {
		defer close(lines)
		for s := bufio.NewScanner(out); s.Scan(); {
			lines <- s.Text()
		}
	}()
	r.t.Cleanup(stop)
}

// until reads the output up to a line that matches.
func (r *running) until(pattern string) []string {
	r.t.Helper()
	re := regexp.MustCompile(pattern)
	limit := time.After(soon)
	for {
		select {
		case line, ok := <-r.lines:
			if m := re.FindStringSubmatch(line); m != nil {
				return m
			}
			if !ok {
				r.t.Fatalf("ended before %q; log:\n%s", pattern, r.logged())
			}
		case <-limit:
			r.t.Fatalf("no %q; log:\n%s", pattern, r.logged())
		}
	}
}

func (r *running) logged() string {
	b, _ := os.ReadFile(r.log.Name())
	return string(b)
}

// end stops the bot and checks how it ends. That it does so in time is proved in
// virtual time.
func (r *running) end() {
	r.t.Helper()
	r.stop()
	select {
	case code := <-r.ended:
		if code != exitOK {
			r.t.Errorf("ended with %d; log:\n%s", code, r.logged())
		}
	case <-time.After(soon):
		r.t.Fatalf("did not end; log:\n%s", r.logged())
	}
	if strings.Contains(r.logged(), strings.Split(testToken, ":")[1]) {
		r.t.Error("the token is in the log")
	}
}

// TestRun: from nothing to the first admin, with health and metrics, a second
// instance refused, and an end.
func TestRun(t *testing.T) {
	r := newRunning(t)
	listen := freeAddress(t)
	config := r.config("listen: " + listen + "\ntelegram: {api_url: '" + r.env["API"] + "'}")
	r.start(config)
	code := r.until(`Mã: (\S+)$`)[1]
	if link := r.until(`Liên kết: (.*)`)[1]; link != "https://t.me/thu_bot?start="+code {
		t.Errorf("link %q", link)
	}
	r.until("Bot đang chạy")

	status, body := r.get(listen, "/healthz", http.StatusOK)
	if !strings.Contains(body, "Bot hoạt động") {
		t.Errorf("health: %d %s", status, body)
	}
	answered := make(chan emulator.Message, 10)
	defer r.tg.Watch(func(e emulator.Event) {
		if e.Kind == "message" && e.Message.FromBot {
			answered <- e.Message
		}
	})()
	r.tg.Person(7, "Quản trị").Start(code)
	select {
	case <-answered:
	case <-time.After(soon):
		t.Fatalf("no answer; log:\n%s", r.logged())
	}
	wanted := []string{
		`guongsang_waiting{place="inbox"} 0`, `guongsang_waiting{place="outbox"}`, `guongsang_waiting{place="dead"} 0`,
		`guongsang_sends_total{result="sent"}`, "guongsang_last_poll_timestamp_seconds 1.", "guongsang_build_info{", "guongsang_units 0",
		`guongsang_period_units{period="`,
	}
	counted := time.After(soon) // the phone has the answer a moment before it is counted
	for metrics := ""; ; {
		_, metrics = r.get(listen, "/metrics", http.StatusOK)
		missing := slices.DeleteFunc(slices.Clone(wanted), func(want string) bool { return strings.Contains(metrics, want) })
		if len(missing) == 0 {
			break
		}
		select {
		case <-time.After(time.Millisecond):
		case <-counted:
			t.Fatalf("no %s in:\n%s", missing, metrics)
		}
	}

	if code, _, errs := in(t, r.env, "", "run", "-config", config); code != exitFault || !strings.Contains(errs, "bot đang chạy") {
		t.Errorf("a second instance: %d %s", code, errs)
	}
	r.end()

	// The admin is there now: no more invites are printed.
	r.start(config)
	for line := range r.lines {
		if strings.Contains(line, "Mã:") {
			t.Error("an invite was printed although there is an admin")
		}
		if strings.Contains(line, "Bot đang chạy") {
			break
		}
	}
	r.end()
}

// TestEachRunRevokesTheInviteBefore: only the newest printed code is good.
func TestEachRunRevokesTheInviteBefore(t *testing.T) {
	r := newRunning(t)
	config := r.config("telegram: {api_url: '" + r.env["API"] + "'}")
	codes := map[string]bool{}
	for range 2 {
		r.start(config)
		codes[r.until(`Mã: (\S+)$`)[1]] = true
		r.until("Bot đang chạy")
		r.end()
	}
	store, err := storage.Open(filepath.Join(r.dir, "data"), app.Defaults().Rules())
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	var open int
	err = store.View(time.Now(), func(tx *storage.Snapshot) error {
		invites, err := tx.Invites()
		for _, i := range invites {
			if i.Open(time.Now()) && i.Post.Role == report.Admin {
				open++
			}
		}
		return err
	})
	if len(codes) != 2 || open != 1 || err != nil {
		t.Errorf("%d codes printed, %d open, %v", len(codes), open, err)
	}
}

// TestRunWithoutTelegram: the bot starts without a network, and ends in time
// while it waits for one.
func TestRunWithoutTelegram(t *testing.T) {
	r := newRunning(t)
	listen := freeAddress(t)
	r.start(r.config("listen: " + listen + "\ntelegram: {api_url: 'http://" + freeAddress(t) + "'}"))
	r.until("Mã: ")
	r.until("Bot đang chạy")
	r.get(listen, "/healthz", http.StatusServiceUnavailable)
	r.end()
}

// TestRunWithAnothersToken: a token that Telegram does not know ends the start
// before anything is promised. One in a file of Windows, with a byte order mark
// and a line end, is the token.
func TestRunWithAnothersToken(t *testing.T) {
	r := newRunning(t)
	file := filepath.Join(r.dir, "token.txt")
	config := r.config("telegram: {api_url: '" + r.env["API"] + "', token_file: '" + file + "'}")
	delete(r.env, app.EnvToken)
	write := func(token string) {
		if err := os.WriteFile(file, []byte("\ufeff"+token+"\r\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(strings.Replace(testToken, "AAE", "AAF", 1))
	code, out, errs := in(t, r.env, "", "run", "-config", config)
	if code != exitFault || out != "" || !strings.Contains(errs, texts.TokenRefused()) {
		t.Errorf("ended with %d, said %q, %q", code, out, errs)
	}
	write(testToken)
	r.start(config)
	r.until("Bot đang chạy")
	r.end()
}

// TestRunWhereSomebodyListens: an address that is taken ends the bot with the
// cause.
func TestRunWhereSomebodyListens(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	r := newRunning(t)
	r.start(r.config("listen: " + taken.Addr().String() + "\ntelegram: {api_url: '" + r.env["API"] + "'}"))
	select {
	case code := <-r.ended:
		if code != exitFault || !strings.Contains(r.logged(), taken.Addr().String()) {
			t.Errorf("ended with %d; log:\n%s", code, r.logged())
		}
	case <-time.After(soon):
		t.Fatalf("did not end; log:\n%s", r.logged())
	}
}

// get asks the bot for a page until it has the wanted status.
func (r *running) get(address, path string, want int) (status int, body string) {
	r.t.Helper()
	limit := time.Now().Add(soon)
	for time.Now().Before(limit) {
		resp, err := http.Get("http://" + address + path)
		if err != nil {
			continue // not listening yet
		}
		b, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err == nil && resp.StatusCode == want {
			return resp.StatusCode, string(b)
		}
	}
	r.t.Fatalf("no %d from %s; log:\n%s", want, path, r.logged())
	return 0, ""
}

func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}
