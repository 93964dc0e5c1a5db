package demo

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/emulation"
	fingers "github.com/chromedp/cdproto/input"
	logs "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// The browser tests have a person use the demo's page: the real program, the
// real page, and Chromium, which is tapped and typed into from outside.

// handScript is what the tests see of the page by.
//
//go:embed testdata/browser/hand.js
var handScript string

// measureScript is what they measure it by.
//
//go:embed testdata/browser/measure.js
var measureScript string

// onPage is how long a test waits for anything on the page, and slowest how long
// for the browser itself.
var (
	onPage  = patienceOnPage()
	slowest = 4*onPage + 10*time.Second // a whole month has four times as long
)

func patienceOnPage() time.Duration {
	if raceDetector {
		return time.Minute
	}
	return 15 * time.Second
}

// chromiumNames are the names under which a browser is looked for;
// GUONGSANG_CHROMIUM names another.
var chromiumNames = []string{"chromium", "chromium-browser", "google-chrome", "headless-shell"}

func findChromium() string {
	for _, name := range append([]string{os.Getenv("GUONGSANG_CHROMIUM")}, chromiumNames...) {
		if path, err := exec.LookPath(name); name != "" && err == nil {
			return path
		}
	}
	return ""
}

// startChromium starts a browser for one test, or skips the test where there
// is none.
func startChromium(tb testing.TB) context.Context {
	tb.Helper()
	path := findChromium()
	if path == "" {
		tb.Skip("no Chromium on this machine: the page is not tried in a browser")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.NoSandbox, // the page is our own, and most containers forbid the sandbox
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("lang", "vi"),
	)
	ctx, free := chromedp.NewExecAllocator(context.WithoutCancel(tb.Context()), options...)
	tb.Cleanup(free)
	ctx, end := chromedp.NewContext(ctx, chromedp.WithLogf(tb.Logf), chromedp.WithErrorf(tb.Logf))
	tb.Cleanup(end)
	if err := chromedp.Do(ctx); err != nil {
		tb.Fatalf("starting %s: %v", path, err)
	}
	return ctx
}

// A website is the demo as the command serves it.
type website struct {
	*stage
	addr string
	stop func()
}

func openWebsite(tb testing.TB) *website {
	tb.Helper()
	return openWebsiteOf(tb, PageOptions{})
}

func openWebsiteOf(tb testing.TB, o PageOptions) *website {
	tb.Helper()
	stage, err := newStage(context.WithoutCancel(tb.Context()), o, slog.New(slog.NewTextHandler(tb.Output(), nil)))
	if err != nil {
		tb.Fatal(err)
	}
	s := &website{stage: stage, addr: "127.0.0.1:0"}
	s.start(tb)
	tb.Cleanup(func() {
		s.stop()
		if err := stage.end(); err != nil {
			tb.Errorf("closing the stage: %v", err)
		}
	})
	return s
}

// start serves the page; a second time at the same address.
func (s *website) start(tb testing.TB) {
	tb.Helper()
	listener, err := net.Listen("tcp", s.addr)
	if err != nil {
		tb.Fatal(err)
	}
	s.addr = listener.Addr().String()
	ctx, cancel := context.WithCancel(context.WithoutCancel(tb.Context()))
	ended := make(chan error, 1)
	go func() { ended <- s.serve(ctx, listener) }()
	s.stop = sync.OnceFunc(func() {
		cancel()
		if err := <-ended; err != nil {
			tb.Errorf("serving: %v", err)
		}
	})
}

// A look is the size of a screen.
type look struct {
	name       string
	wide, high int64
	phone      bool // is touched, and shows one view at a time
}

var (
	desktop = look{"1280", 1280, 800, false}
	handset = look{"360", 360, 740, true}
)

// A visitor is a person at the page.
type visitor struct {
	testing.TB
	ctx   context.Context
	site  *website
	look  look
	files string // folder of downloads

	mu         sync.Mutex
	complaints []string // of the browser
	chooser    chan cdp.BackendNodeID
	downloads  chan string // names of the files that came
}

// visit opens the page.
func visit(tb testing.TB, chromium context.Context, s *website, l look) *visitor {
	tb.Helper()
	v := &visitor{TB: tb, site: s, look: l, files: tb.TempDir(), chooser: make(chan cdp.BackendNodeID, 1), downloads: make(chan string, 4)}
	ctx, end := chromedp.NewContext(chromium, chromedp.WithNewBrowserContext(), chromedp.WithListener(v.notice))
	tb.Cleanup(end)
	v.ctx = ctx
	if err := chromedp.Do(ctx); err != nil { // the tab lives as long as this context
		tb.Fatal(err)
	}
	emulate := []chromedp.EmulateViewportOption{chromedp.EmulateScale(1)}
	if l.phone {
		emulate = append(emulate, chromedp.EmulateMobile, chromedp.EmulateTouch)
	}
	v.do(chromedp.EmulateViewport(l.wide, l.high, emulate...))
	protocol(v, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	protocol(v, page.SetInterceptFileChooserDialog, page.SetInterceptFileChooserDialogParams{Enabled: true})
	patience := onPage
	if *update {
		patience *= 4 // the tour goes slowly, so that its steps can be pictured
	}
	script := fmt.Sprintf("window.handPatience = %d;\n%s\n%s", patience.Milliseconds(), handScript, measureScript)
	protocol(v, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
	v.takeDownloads()
	v.do(chromedp.Navigate("http://" + s.addr + "/"))
	v.rests()
	return v
}

// do has the browser do something within its time.
func (v *visitor) do(steps ...chromedp.Action[chromedp.Void]) {
	v.Helper()
	ctx, cancel := context.WithTimeout(v.ctx, slowest)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		v.give("%v", err)
	}
}

// protocol gives the browser one command of its protocol.
func protocol[P, R any](v *visitor, cmd cdp.Command[P, R], params P) R {
	v.Helper()
	ctx, cancel := context.WithTimeout(v.ctx, slowest)
	defer cancel()
	result, err := chromedp.Call(ctx, cmd, params)
	if err != nil {
		v.give("%s: %v", cmd.Method, err)
	}
	return result
}

// ask calls one of the functions of hand.js.
func ask[T any](v *visitor, name string, args ...any) T {
	v.Helper()
	list := make([]string, len(args))
	for i, arg := range args {
		body, err := json.Marshal(arg)
		if err != nil {
			v.Fatal(err)
		}
		list[i] = string(body)
	}
	return eval[T](v, fmt.Sprintf("hand.%s(%s)", name, strings.Join(list, ", ")))
}

// eval evaluates an expression in the page.
func eval[T any](v *visitor, expression string) T {
	v.Helper()
	ctx, cancel := context.WithTimeout(v.ctx, slowest)
	defer cancel()
	result, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		v.give("%v", err)
	}
	return result
}

// give ends the test with what was last seen on the page.
func (v *visitor) give(format string, args ...any) {
	v.Helper()
	ctx, cancel := context.WithTimeout(v.ctx, 5*time.Second)
	defer cancel()
	if list, err := chromedp.Run(ctx, chromedp.Evaluate[[]seenMessage](`hand.messages().slice(-4)`)); err == nil {
		for _, m := range list {
			v.Logf("in the chat: %s", m)
		}
	}
	if picture, err := chromedp.Run(ctx, chromedp.CaptureScreenshot()); err == nil {
		file := filepath.Join(v.ArtifactDir(), "page.png")
		if os.WriteFile(file, picture, 0o600) == nil {
			v.Logf("the page is in %s (kept with -artifacts)", file)
		}
	}
	for _, c := range v.heard() {
		v.Log("browser: " + c)
	}
	v.Fatalf(format, args...)
}

// A seenMessage is a message as it is drawn.
type seenMessage struct {
	ID      string   `json:"id"`
	Bot     bool     `json:"bot"`
	Text    string   `json:"text"`
	Buttons []string `json:"buttons"`
	Files   []string `json:"files"`
	Photos  int      `json:"photos"`
}

func (m seenMessage) String() string {
	who := "person"
	if m.Bot {
		who = "bot"
	}
	return fmt.Sprintf("%s %s: %q %q %q, %d photos", m.ID, who, m.Text, m.Buttons, m.Files, m.Photos)
}

// ---- what the browser says

// notice collects what the browser complains of.
func (v *visitor) notice(event any) {
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeAssert {
			v.complain("console: %s", consoleWords(e.Args))
		}
	case *runtime.EventExceptionThrown:
		v.complain("exception: %s %s", e.ExceptionDetails.Text, consoleWords([]*runtime.RemoteObject{e.ExceptionDetails.Exception}))
	case *logs.EventEntryAdded:
		if e.Entry.Level == logs.EntryLevelError {
			v.complain("%s: %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL)
		}
	case *network.EventResponseReceived:
		if e.Response.Status >= 400 {
			v.complain("%s answered %d", e.Response.URL, e.Response.Status)
		}
	case *network.EventLoadingFailed:
		if !e.Canceled {
			v.complain("request: %s %s", e.ErrorText, e.BlockedReason)
		}
	case *page.EventFileChooserOpened:
		select {
		case v.chooser <- e.BackendNodeID:
		default:
		}
	}
}

func consoleWords(args []*runtime.RemoteObject) string {
	var list []string
	for _, a := range args {
		if a != nil {
			list = append(list, strings.TrimSpace(a.Description+" "+string(a.Value)))
		}
	}
	return strings.Join(list, " ")
}

func (v *visitor) complain(format string, args ...any) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.complaints = append(v.complaints, fmt.Sprintf(format, args...))
}

func (v *visitor) heard() []string {
	v.mu.Lock()
	defer v.mu.Unlock()
	return slices.Clone(v.complaints)
}

// forgive forgets what the browser complained of: the test made it so.
func (v *visitor) forgive() {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.complaints = nil
}

// content holds that the browser had nothing to complain of, and that no
// phone saw what a correct bot does not do.
func (v *visitor) content() {
	v.Helper()
	for _, c := range v.heard() {
		v.Errorf("browser: %s", c)
	}
	if violations := v.site.Telegram().Violations(); len(violations) > 0 {
		v.Errorf("no correct bot does this: %q", violations)
	}
}

// ---- what a person does

// tap presses a thing: with the finger on a phone, else with the mouse. What
// moved away under the press is pressed again.
func (v *visitor) tap(kind string, name ...any) {
	v.Helper()
	for range 5 {
		v.aim(kind, name)
		if ask[bool](v, "hit") {
			return
		}
		// A finger that a busy machine left where it fell, beside what it was
		// aimed at, opened the menu of a message: that lies above the next try.
		if eval[bool](v, `Boolean(document.getElementById("popup"))`) {
			v.keys(kb.Escape)
		}
	}
	v.give("%s %v was missed again and again", kind, name)
}

func (v *visitor) aim(kind string, name []any) {
	v.Helper()
	at := ask[struct{ X, Y float64 }](v, "place", append([]any{kind}, name...)...)
	if !v.look.phone {
		v.do(chromedp.MouseClickXY(at.X, at.Y))
		return
	}
	finger := []*fingers.TouchPoint{{X: at.X, Y: at.Y}}
	protocol(v, fingers.DispatchTouchEvent, fingers.DispatchTouchEventParams{Type: fingers.DispatchTouchEventTypeTouchStart, TouchPoints: finger})
	protocol(v, fingers.DispatchTouchEvent, fingers.DispatchTouchEventParams{Type: fingers.DispatchTouchEventTypeTouchEnd, TouchPoints: []*fingers.TouchPoint{}})
}

// keys types on the keyboard. What is long is put in at once, as an input method
// for Vietnamese does with every word: a test need not wait for the fingers.
func (v *visitor) keys(text string, modifiers ...chromedp.Modifier) {
	v.Helper()
	if len(text) > longText {
		protocol(v, fingers.InsertText, fingers.InsertTextParams{Text: text})
		return
	}
	for _, r := range text {
		for _, event := range strokes(r, modifiers) {
			protocol(v, fingers.DispatchKeyEvent, event)
		}
	}
}

// strokes are the events of one key. The letter goes with the key that is
// pressed down: as an event of its own it would come even where the page has
// taken the key for something else, as it takes Enter for sending.
func strokes(r rune, modifiers []chromedp.Modifier) []fingers.DispatchKeyEventParams {
	var list []fingers.DispatchKeyEventParams
	for _, e := range kb.Encode(r) {
		if e.Type == kb.KeyChar {
			list[0].Text, list[0].UnmodifiedText = e.Text, e.UnmodifiedText
			continue
		}
		for _, m := range modifiers {
			e.Modifiers |= int64(m)
		}
		list = append(list, *e)
	}
	return list
}

const longText = 80 // bytes

// view turns to people, chat or desk where only one of them is seen.
func (v *visitor) view(name string) {
	v.Helper()
	if v.look.phone {
		v.tap("at", "#tab-"+name)
	}
}

// open opens somebody's chat.
func (v *visitor) open(name string) {
	v.Helper()
	v.view("people")
	v.tap("person", name)
	ask[bool](v, "opened", name)
}

// say types a text and sends it.
func (v *visitor) say(text string) {
	v.Helper()
	v.tap("chat", "textarea")
	v.keys(text)
	ask[any](v, "mark")
	if v.look.phone {
		v.tap("chat", ".send")
	} else {
		v.keys(kb.Enter)
	}
}

// press presses a button under a message.
func (v *visitor) press(label string) {
	v.Helper()
	ask[any](v, "mark")
	v.tap("answer", label)
}

// key presses a button of the keyboard below the text field.
func (v *visitor) key(label string) {
	v.Helper()
	ask[any](v, "mark")
	v.tap("key", label)
}

// hears waits until the bot says something to what was last done.
func (v *visitor) hears(text string) seenMessage {
	v.Helper()
	return ask[seenMessage](v, "hears", text)
}

// sees waits until the chat holds a text.
func (v *visitor) sees(text string) {
	v.Helper()
	ask[seenMessage](v, "reads", text)
}

// photos sends pictures as the clip beside the text field does.
func (v *visitor) photos(files ...string) {
	v.Helper()
	v.tap("chat", ".attach")
	select {
	case field := <-v.chooser:
		protocol(v, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: files, BackendNodeID: field})
	case <-time.After(slowest):
		v.give("no window for choosing files opened")
	}
	ask[any](v, "mark")
	v.tap("at", "#files-send")
}

// clock presses a button of the time machine and waits until it is there.
func (v *visitor) clock(to string) {
	v.Helper()
	v.view("desk")
	v.tap("at", "#clock-"+to)
	v.rests()
}

func (v *visitor) rests() {
	v.Helper()
	ask[bool](v, "rests")
}

// on presses something beside the chats, by its selector.
func (v *visitor) on(selector string) {
	v.Helper()
	v.tap("at", selector)
}

// takeDownloads has the browser put what is downloaded into a folder.
func (v *visitor) takeDownloads() {
	v.Helper()
	names, frame := map[string]string{}, cdp.FrameID(chromedp.FromContext(v.ctx).Target.TargetID)
	err := chromedp.ListenBrowser(v.ctx, func(event any) {
		switch e := event.(type) {
		case *browser.EventDownloadWillBegin:
			if e.FrameID == frame { // another visitor's download is told here as well
				names[e.GUID] = e.SuggestedFilename
			}
		case *browser.EventDownloadProgress:
			if name, ok := names[e.GUID]; ok && e.State == browser.DownloadProgressStateCompleted {
				delete(names, e.GUID)
				v.downloads <- name
			}
		}
	})
	if err != nil {
		v.Fatal(err)
	}
	_, err = chromedp.CallBrowser(v.ctx, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{
		Behavior: browser.SetDownloadBehaviorBehaviorAllow, BrowserContextID: chromedp.FromContext(v.ctx).BrowserContextID,
		DownloadPath: v.files, EventsEnabled: new(true),
	})
	if err != nil {
		v.Fatal(err)
	}
}

// download saves the newest file of the chat with an ending; it gives its path.
func (v *visitor) download(ending string) string {
	v.Helper()
	v.tap("file", ending)
	select {
	case name := <-v.downloads:
		return filepath.Join(v.files, name)
	case <-time.After(slowest):
		v.give("the %s did not come", ending)
	}
	return ""
}
