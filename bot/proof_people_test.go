package main

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"guongsang/internal/app"
	"guongsang/internal/emulator"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// proofToken is the token of the proofs; no log may hold its latter half.
const proofToken = "700000001:proof-token-that-nobody-may-ever-read"

// A writer is a person of the proofs: the focal point of a unit of their own,
// who introduces, sometimes says that there is nothing, and remembers what was
// meant and what the bot said to it. A writer answers what the bot asked, once,
// and then waits for the reply, however long that takes: whatever is lost on
// the way stops the writer for good.
type writer struct {
	*emulator.Person
	srv    *emulator.Server
	dice   *rand.Rand
	clumsy bool // taps twice at times, and has messages that come twice
	unit   string

	meant  []report.Content // introductions that were sent, in order
	nils   []string         // reasons of the nils that were said
	heard  []string         // replies, in order
	offers int              // to use a text that was typed around a kill
	taps   []string         // presses, each to be answered
}

// newWriters makes n people, each with a unit.
func newWriters(srv *emulator.Server, n int, clumsy bool) []*writer {
	all := make([]*writer, n)
	for i := range all {
		id := int64(1001 + i)
		all[i] = &writer{
			Person: srv.Person(id, fmt.Sprintf("Người %d", i+1)), srv: srv, clumsy: clumsy,
			dice: rand.New(rand.NewPCG(uint64(id), 7)), unit: fmt.Sprintf("PT%03d", i+1),
		}
	}
	return all
}

// enrol makes the store in which the writers are members.
func enrol(tb testing.TB, dir string, writers []*writer) {
	tb.Helper()
	var members []report.Member
	for _, w := range writers {
		members = append(members, focal(w.ID(), w.Name(), w.unit))
	}
	enrolFocals(tb, dir, members)
}

// focal is a focal point of a unit, and enrolFocals makes the store in which
// there are such members and their units.
func focal(id int64, name, unit string) report.Member {
	return report.Member{ID: id, Name: name, Posts: []report.Post{{Role: report.Focal, Unit: unit}}}
}

func enrolFocals(tb testing.TB, dir string, members []report.Member) {
	tb.Helper()
	store := openStore(tb, dir)
	err := store.Update(time.Now(), func(tx *storage.Tx) error {
		var units []report.Unit
		for _, m := range members {
			units = append(units, report.Unit{Code: m.Posts[0].Unit, Name: "Đơn vị " + m.Posts[0].Unit, Month: true})
		}
		if err := tx.PutUnits(units); err != nil {
			return err
		}
		for _, m := range members {
			m.Joined, m.Posts[0].Since = tx.Now, tx.Now
			if err := tx.PutMember(m); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	if err := store.Close(); err != nil {
		tb.Fatal(err)
	}
}

func openStore(tb testing.TB, dir string) *storage.Store {
	tb.Helper()
	store, err := storage.Open(dir, app.Defaults().Rules())
	if err != nil {
		tb.Fatal(err)
	}
	return store
}

// A reply says whether a message is the one that is waited for.
type reply func(emulator.Message) bool

func asks(text string) reply {
	return func(m emulator.Message) bool { return strings.Contains(m.Text, text) }
}

func offers(label string) reply {
	return func(m emulator.Message) bool { _, ok := buttonFor(m, label); return ok }
}

// buttonFor finds the button with a label, numbered or not, and its place.
func buttonFor(m emulator.Message, label string) (n int, ok bool) {
	for i, l := range m.Labels() {
		if texts.Bare(l) == label {
			return i, true
		}
	}
	return 0, false
}

func dataOf(m emulator.Message, n int) string {
	for _, row := range m.Keyboard {
		if n < len(row) {
			return row[n].Data
		}
		n -= len(row)
	}
	return ""
}

// greet opens the chat.
func (w *writer) greet(ctx context.Context) error {
	w.Start("")
	_, err := w.hear(ctx, asks("/riengtu"))
	return err
}

// leave ends the talk, when all that was said and pressed is answered.
func (w *writer) leave(ctx context.Context) error {
	for _, query := range w.taps {
		if _, err := w.WaitForToast(ctx, query); err != nil {
			return err
		}
	}
	w.Say("/menu")
	_, err := w.hear(ctx, asks("/riengtu"))
	return err
}

// An input is an answer and the reply that shows that it was understood.
type input struct {
	answer string
	then   reply
}

// form is the short path of an introduction, from the menu to the receipt.
func form(c report.Content) []input {
	return []input{
		{texts.LabelIntroduce, asks(texts.AskCategory())},
		{texts.Category(c.Category), asks(texts.AskObject(c.Category))},
		{texts.Object(c.Object), asks(texts.AskName(c))},
		{c.Name, asks(texts.AskPlace())},
		{c.Place, asks(texts.AskTitle())},
		{c.Title, asks(texts.AskSummary())},
		{c.Summary, asks(texts.AskConsent(c))},
		{texts.Consent(c.Consent), offers(texts.ToSend)},
		{texts.ToSend, offers(texts.ToSee)},
	}
}

// introduce goes through the whole form.
func (w *writer) introduce(ctx context.Context) error {
	c := w.invent()
	var last emulator.Message
	for _, in := range form(c) {
		if err := w.act(last, in.answer); err != nil {
			return err
		}
		var err error
		if last, err = w.hear(ctx, in.then); err != nil {
			return err
		}
	}
	w.meant = append(w.meant, c)
	return nil
}

// invent makes up an introduction that there is only once.
func (w *writer) invent() report.Content {
	c := invention(w.ID(), w.unit, len(w.meant)+1)
	if w.clumsy { // and wayward
		c.Category = report.Categories[w.dice.IntN(2)]
		c.Object = report.Objects[w.dice.IntN(len(report.Objects))]
		c.Consent = report.Consents[w.dice.IntN(len(report.Consents))]
	}
	return c
}

// invention is the n-th introduction of a person.
func invention(id int64, unit string, n int) report.Content {
	return report.Content{
		Category: report.GoodDeed, Object: report.Person, Consent: report.NameAndPhoto,
		Name:    "Lò Thị " + onlyLetters(int(id)) + " " + onlyLetters(n),
		Place:   fmt.Sprintf("bản Nà Cúng %d, nhóm %s, lần %d", int(id)*1000+n, unit, n), // names are so much alike that the village must tell them apart
		Title:   fmt.Sprintf("Hiến %d m² đất ruộng mở rộng đường bản", 100+n),
		Summary: fmt.Sprintf("Vận động %d hộ của %s hiến 1.200 m² đất làm đường bản, hoàn thành trước mùa mưa, cả bản đi lại thuận lợi.", 10+n, unit),
	}
}

// onlyLetters writes a number as a word.
func onlyLetters(n int) string {
	b := []byte{'T'}
	for ; n > 0; n /= 10 {
		b = append(b, "aeiouybchk"[n%10])
	}
	return string(b)
}

// sayNil says that there is nothing to introduce, and why.
func (w *writer) sayNil(ctx context.Context) error {
	reason := "Lý do của " + w.unit
	if err := w.act(emulator.Message{}, texts.LabelNil); err != nil {
		return err
	}
	filed := offers(texts.ToReason)
	doubted := func(m emulator.Message) bool {
		return len(m.Labels()) > 0 && strings.HasPrefix(m.Labels()[0], "Báo không phát sinh")
	}
	m, err := w.hear(ctx, func(m emulator.Message) bool { return filed(m) || asks(texts.WhichNil())(m) || doubted(m) })
	if err == nil && !filed(m) { // several periods are open, or one of which it may not be meant
		w.press(m.ID, dataOf(m, 0))
		m, err = w.hear(ctx, filed)
	}
	if err != nil {
		return err
	}
	n, _ := buttonFor(m, texts.ToReason)
	w.press(m.ID, dataOf(m, n))
	if _, err = w.hear(ctx, asks(texts.AskReason())); err != nil {
		return err
	}
	w.say(reason)
	_, err = w.hear(ctx, asks(texts.ReasonKept()))
	w.nils = append(w.nils, reason)
	return err
}

// act gives an answer: by its button where there is one, by its number, or in
// words.
func (w *writer) act(asked emulator.Message, answer string) error {
	n, ok := buttonFor(asked, answer)
	switch way := w.dice.IntN(3); {
	case ok && way == 0 && w.clumsy:
		w.tap(asked.ID, dataOf(asked, n))
	case ok && way == 1:
		w.say(strconv.Itoa(n + 1))
	default:
		w.say(answer)
	}
	return nil
}

const clumsiness = 0.2

func (w *writer) tap(message int, data string) {
	w.press(message, data)
	if w.dice.Float64() < clumsiness {
		w.press(message, data)
	}
}

func (w *writer) press(message int, data string) {
	w.taps = append(w.taps, w.Press(message, data))
}

// say writes a text. At times it comes under a second update id as well.
func (w *writer) say(text string) {
	id := w.Say(text)
	if !w.clumsy || w.dice.Float64() >= clumsiness {
		return
	}
	who := map[string]any{"id": w.ID(), "is_bot": false, "first_name": w.Name()}
	raw, err := json.Marshal(map[string]any{"message": map[string]any{
		"message_id": id, "date": time.Now().Unix(), "text": text, "from": who,
		"chat": map[string]any{"id": w.ID(), "type": "private", "first_name": w.Name()},
	}})
	if err == nil {
		_, err = w.srv.Inject(raw)
	}
	if err != nil {
		panic(err) // the update is of our own making
	}
}

// hear waits for a reply. Should the bot ask what a text is for, because it was
// killed before it knew that its question had come, the text is for that question.
func (w *writer) hear(ctx context.Context, fits reply) (emulator.Message, error) {
	for {
		m, err := w.WaitFor(ctx, func(m emulator.Message) bool { return fits(m) || usesEarly(m) != "" })
		if err != nil {
			return m, err
		}
		use := usesEarly(m)
		if use == "" {
			w.heard = append(w.heard, m.Text)
			return m, nil
		}
		w.offers++
		w.press(m.ID, use)
	}
}

// usesEarly is what the button carries by which a text that was kept is used.
func usesEarly(m emulator.Message) string {
	for _, row := range m.Keyboard {
		for _, b := range row {
			if strings.HasPrefix(b.Data, "early.use") {
				return b.Data
			}
		}
	}
	return ""
}

// sentBelow is how a preview ends when its receipt stands below it: a note that no
// writer waits for, and no record holds.
var sentBelow = func() string {
	_, end, _ := strings.Cut(texts.SentBelow(report.Example{}), "”")
	return end
}()

// early is how the bot begins to ask what a text is for. When it asks depends on
// when it was killed: so no record holds it either.
var early, _, _ = strings.Cut(texts.EarlyText([]string{"x"}, ""), "\n")

// A record is what the bot showed in every chat, in the order in which it
// was shown.
type record struct {
	mu    sync.Mutex
	shown map[int64][]string
	end   chan struct{}
	srv   *emulator.Server
}

// deskOfficer is a person who only marks the end of a record.
const deskOfficer = 999

func newRecord(srv *emulator.Server) *record {
	r := &record{shown: map[int64][]string{}, end: make(chan struct{}), srv: srv}
	srv.Watch(func(e emulator.Event) {
		if e.Kind != "message" && e.Kind != "edit" {
			return
		}
		if e.Chat == deskOfficer {
			close(r.end)
			return
		}
		if e.Message.FromBot && !strings.HasSuffix(e.Message.Text, sentBelow) && !strings.HasPrefix(e.Message.Text, early) {
			r.mu.Lock()
			r.shown[e.Chat] = append(r.shown[e.Chat], e.Message.Text)
			r.mu.Unlock()
		}
	})
	return r
}

// close waits until all that happened is in the record.
func (r *record) close() map[int64][]string {
	r.srv.Person(deskOfficer, "Thư ký").Say("hết")
	<-r.end
	return r.shown
}

// holdReplies holds the record against what a writer heard: the same, in the
// same order, each message at most so often twice as allowed in all.
func holdReplies(t *testing.T, w *writer, shown []string, twice int) (doubled int) {
	t.Helper()
	var once []string
	for i, text := range shown {
		if i > 0 && text == shown[i-1] {
			doubled++
			continue
		}
		once = append(once, text)
	}
	for i := range max(len(once), len(w.heard)) {
		if got, want := at(once, i), at(w.heard, i); got != want {
			t.Errorf("message %d to %s was\n%s\nwanted was\n%s", i+1, w.Name(), got, want)
			break
		}
	}
	if doubled > twice {
		t.Errorf("%s got %d messages twice, at most %d may be", w.Name(), doubled, twice)
	}
	return doubled
}

func at(texts []string, i int) string {
	if i < len(texts) {
		return texts[i]
	}
	return "(none)"
}

// holdMeant holds what is stored against what the writers meant: each
// introduction and each nil exactly once, as it was typed, in order, and
// nothing left to do.
func holdMeant(t *testing.T, dir string, writers []*writer) {
	t.Helper()
	store := openStore(t, dir)
	defer store.Close()
	depths, err := store.Depths()
	if err != nil || depths != (storage.Depths{}) {
		t.Errorf("left in the store: %+v %v", depths, err)
	}
	err = store.View(time.Now(), func(tx *storage.Snapshot) error {
		for _, w := range writers {
			if err := w.holdMeantd(t, tx); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

func (w *writer) holdMeantd(t *testing.T, tx *storage.Snapshot) error {
	examples, err := tx.ExamplesOf(w.unit, 0)
	if err != nil {
		return err
	}
	var got, want []string
	for _, e := range examples { // newest first
		if consented := e.Content.Consent != report.NotGiven; consented == e.Content.Agreement.Day.IsZero() || len(privacy.Uncovered(e.Content)) > 0 {
			t.Errorf("%s: what was agreed to is %+v", e.Number, e.Content.Agreement)
		}
		e.Content.Agreement = report.Agreement{} // nobody types it
		got = append(got, fmt.Sprintf("%+v version %d %s", e.Content, e.Version, e.Review))
	}
	for _, c := range w.meant {
		want = append([]string{fmt.Sprintf("%+v version %d %s", c, 1, report.Received)}, want...)
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("stored of %s:\n%s\nmeant:\n%s", w.unit, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	drafts, err := tx.Drafts(w.ID())
	if err != nil || len(drafts) > 0 {
		t.Errorf("%d drafts of %s are left, %v", len(drafts), w.unit, err)
	}
	return w.holdNils(t, tx)
}

func (w *writer) holdNils(t *testing.T, tx *storage.Snapshot) error {
	var got []string
	now := report.DateOf(tx.Now)
	for month := -3; month <= 3; month++ {
		p := app.Defaults().Rules().Current(report.Month, now).Add(month)
		filings, err := tx.Filings(p, w.unit)
		if err != nil {
			return err
		}
		for _, f := range filings {
			if f.Nil() {
				got = append(got, f.Reason)
			}
		}
	}
	if strings.Join(got, "\n") != strings.Join(w.nils, "\n") {
		t.Errorf("nils of %s: %q, said were %q", w.unit, got, w.nils)
	}
	return nil
}
