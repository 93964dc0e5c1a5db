package app

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"guongsang/internal/emulator"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// The property: four people of three units do whatever they like, all at once,
// twice, and with old buttons, while Telegram loses answers, asks to wait, fails
// and delivers again, and the program is stopped or killed in between. What is
// stored in the end is what a plain model says that does one thing after the
// other and knows nothing of all that; and everybody was told of each sending.
func TestAnythingInAnyOrder(t *testing.T) {
	if os.Getenv("GUONGSANG_LONG") == "" {
		defer setFlag(t, "rapid.checks", "40")()
	}
	rapid.Check(t, func(rt *rapid.T) {
		script := drawScript(rt)
		var seen string
		err := runBubble(t, bubbleConfig(), emulator.Options{Seed: 1}, "2026-11-10 10:00", func(b *bubble) {
			seen = perform(b, script)
		})
		if err != nil {
			rt.Fatalf("%v\nafter\n%s", err, script)
		}
		rt.Log(seen)
	})
}

// The deeds.
const (
	paste    = "paste an introduction"
	photo    = "send a photo"
	send     = "press Gửi"
	again    = "press Gửi lại"
	amend    = "amend the unit's last example"
	withdraw = "withdraw the unit's last example"
	none     = "say that there is nothing"
	undo     = "take that back"
	forge    = "press what only an officer may"
	old      = "press an old button"
	chatter  = "ask for help"
)

// A scene is one round: everybody does one thing at the same time.
type scene struct {
	deeds []deed // in the order in which they happen
	fault string
	end   string // of the program: "", "stop", "crash"
	after time.Duration
}

type deed struct {
	who    int
	what   string
	double bool // twice: pressed twice, or the message comes under two update ids
}

type script []scene

func (s script) String() string {
	var b strings.Builder
	for i, sc := range s {
		fmt.Fprintf(&b, "%d. fault %q, then %q after %s\n", i+1, sc.fault, sc.end, sc.after)
		for _, d := range sc.deeds {
			fmt.Fprintf(&b, "   %s: %s, twice %t\n", players[d.who].name, d.what, d.double)
		}
	}
	return b.String()
}

// players are the four people.
var players = []struct{ name, unit string }{{"An", "PT1"}, {"Bình", "PT1"}, {"Chi", "PT2"}, {"Dũng", "PT3"}}

// faultsOfProperty are what can go wrong on the wire in a round.
var faultsOfProperty = map[string]emulator.Fault{
	"":                         {Method: "none"},
	"wait":                     {Method: "sendMessage", Times: 2, Action: emulator.FloodWait(7)},
	"wait to edit":             {Method: "editMessageText", Times: 2, Action: emulator.FloodWait(4)},
	"wait, in HTML":            {Method: "sendMessage", Times: 1, Action: emulator.FloodWaitHTML(3)},
	"internal errors":          {Times: 3, Action: emulator.InternalError()},
	"no connection":            {Times: 4, Action: emulator.RefuseConnection()},
	"a message lost":           {Method: "sendMessage", Times: 1, Action: emulator.DropBefore()},
	"an edit lost":             {Method: "editMessageText", Times: 1, Action: emulator.DropBefore()},
	"an answer lost":           {Method: "sendMessage", Times: 1, Action: emulator.DropAfter()},
	"the answer to an edit":    {Method: "editMessageText", Times: 1, Action: emulator.DropAfter()},
	"a gateway":                {Method: "editMessageText", Times: 1, Action: emulator.BadGateway()},
	"half of the JSON":         {Method: "sendMessage", Times: 1, Action: emulator.TruncatedJSON()},
	"updates lost":             {Method: "getUpdates", Times: 2, Action: emulator.DropAfter()},
	"updates twice":            {Method: "getUpdates", Times: 5, Action: emulator.DuplicateUpdates()},
	"updates again":            {Method: "getUpdates", Times: 2, Action: emulator.Redeliver()},
	"slow":                     {Method: "sendMessage", Times: 6, Action: emulator.DelayAfter(3 * time.Second)},
	"slow before and no press": {Method: "answerCallbackQuery", Times: 4, Action: emulator.DelayBefore(5 * time.Second)},
}

func drawScript(t *rapid.T) (s script) {
	var faults []string
	for name := range faultsOfProperty {
		faults = append(faults, name)
	}
	slices.Sort(faults)
	whats := []string{paste, paste, paste, photo, photo, send, send, send, send, again, again, amend, amend, withdraw, none, undo, forge, old, chatter}
	for range rapid.IntRange(3, 12).Draw(t, "rounds") {
		sc := scene{
			fault: rapid.SampledFrom(faults).Draw(t, "fault"),
			end:   rapid.SampledFrom([]string{"", "", "", "stop", "crash"}).Draw(t, "end"),
			after: time.Duration(rapid.IntRange(0, 6000).Draw(t, "after")) * time.Millisecond,
		}
		for _, who := range rapid.Permutation([]int{0, 1, 2, 3}).Draw(t, "order") {
			sc.deeds = append(sc.deeds, deed{who, rapid.SampledFrom(whats).Draw(t, "deed"), rapid.IntRange(0, 3).Draw(t, "twice") == 0})
		}
		s = append(s, sc)
	}
	return s
}

// A stage is where the script is played, with the model beside it.
type stage struct {
	*bubble
	*model
	people  []*emulator.Person
	spoiled int64              // update ids of messages that came twice
	late    []storage.Incoming // messages that are to come twice

	mu       sync.Mutex
	receipts map[string]map[int]bool // number -> messages that said it was received
}

// watch notes receipts as they come: their buttons lead on, so that later the
// message says something else.
func (s *stage) watch(e emulator.Event) {
	_, rest, ok := strings.Cut(e.Message.Text, "Đã tiếp nhận. Mã số: ")
	if !ok {
		return
	}
	number, _, _ := strings.Cut(rest, "\n")
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.receipts[number] == nil {
		s.receipts[number] = map[int]bool{}
	}
	s.receipts[number][e.Message.ID] = true
}

func perform(b *bubble, script script) string {
	b.start()
	b.addUnits(report.Unit{Code: "PT1", Name: "Bản 1", Month: true}, report.Unit{Code: "PT2", Name: "Bản 2", Month: true},
		report.Unit{Code: "PT3", Name: "Bản 3", Month: true})
	s := &stage{bubble: b, model: newModel(), spoiled: 1 << 40, receipts: map[string]map[int]bool{}}
	defer b.srv.Watch(s.watch)()
	b.enrol("Hạnh", report.Post{Role: report.Officer})
	for i, p := range players {
		post := focal(p.unit)
		post.Deputy = i == 1
		s.people = append(s.people, b.enrol(p.name, post))
	}
	for _, sc := range script {
		s.round(sc)
	}
	s.comeAgain(s.late)
	s.pass(time.Minute)
	s.compare()
	return fmt.Sprintf("%d examples, %d messages", len(s.shown), len(b.srv.Sent()))
}

// round lets everybody do one thing at once, goes wrong, and comes to rest.
func (s *stage) round(sc scene) {
	s.srv.AddFault(faultsOfProperty[sc.fault])
	late := s.late
	s.late = nil
	for _, d := range sc.deeds {
		s.act(d)
	}
	s.pass(sc.after)
	switch sc.end {
	case "stop":
		s.stop()
		s.start()
	case "crash":
		s.crash()
		s.start()
	}
	s.comeAgain(late)
	s.pass(80 * time.Second)
	s.srv.ClearFaults()
	s.pass(2 * time.Minute)
	depths, err := s.program.store.Depths()
	s.must(err)
	if depths != (storage.Depths{}) {
		s.fail("after %s and %q the program has not come to rest: %+v", sc.fault, sc.end, depths)
	}
}

// act does one thing, and the model does the same.
func (s *stage) act(d deed) {
	p, times := s.people[d.who], 1
	if d.double {
		times = 2
	}
	switch d.what {
	case paste:
		text := withoutPhotos(template(s.newName(), "Hiến đất làm đường bản"))
		s.twice(p, p.Say(text), textOf(text), d.double)
		s.paste(d.who)
	case photo:
		s.photos++
		id := p.Photo([]byte(fmt.Sprintf("ảnh %d", s.photos)), "")
		s.twice(p, id, photoOf(p, id), d.double)
		s.photo(d.who)
	case send:
		if data, id, ok := newestButton(p, texts.ToSend); ok && s.maySend(d.who) {
			s.presses(p, id, data, times)
			s.send(d.who)
		}
	case again:
		if data, id, ok := newestButton(p, texts.ToSendAgain); ok && s.mayComplete(d.who) {
			s.presses(p, id, data, times)
			s.sendAgain(d.who)
		}
	case amend, withdraw:
		s.aboutLast(d, p, times)
	case none:
		s.twice(p, p.Say(texts.LabelNil), textOf(texts.LabelNil), d.double)
		s.nothing(d.who)
	case undo:
		if data, id, ok := newestButton(p, texts.ToUndo); ok {
			s.presses(p, id, data, times)
			s.undo(d.who)
		}
	case forge:
		s.presses(p, p.Last().ID, "acc:G-2026-0001:1", times)
	case old:
		s.presses(p, p.Last().ID, "d.send:1:1:2026-11", times)
	case chatter:
		s.twice(p, p.Say(texts.WordHelp), textOf(texts.WordHelp), d.double)
	}
}

// withoutPhotos agrees to the name alone: photos that come later are then not
// asked about before "Gửi" sends.
func withoutPhotos(introduction string) string {
	return strings.Replace(introduction, texts.Consent(report.NameAndPhoto), texts.Consent(report.NameOnly), 1)
}

func (s *stage) presses(p *emulator.Person, id int, data string, times int) {
	for range times {
		p.Press(id, data)
	}
}

// aboutLast presses a button of the newest example of the unit, as it stood
// before the round.
func (s *stage) aboutLast(d deed, p *emulator.Person, times int) {
	e := s.last(players[d.who].unit)
	if e == nil || s.cur[d.who] != nil {
		return
	}
	verb := "s.pulled"
	if d.what == amend {
		verb = "s.amend"
	}
	s.presses(p, p.Last().ID, fmt.Sprintf("%s:%s:%d", verb, e.number, e.version), times)
	if d.what == amend {
		s.amend(d.who, e)
		return
	}
	e.withdrawn = true
}

// twice brings a message a second time, under another update id.
func (s *stage) twice(p *emulator.Person, id int, content string, double bool) {
	if !double {
		return
	}
	s.spoiled++
	update := storage.Incoming{ID: s.spoiled}
	update.Raw = fmt.Appendf(nil, `{"update_id":%d,"message":{"message_id":%d,"date":%d,"chat":{"id":%d,"type":"private"},"from":{"id":%d,"first_name":%q},%s}}`,
		s.spoiled, id, time.Now().Unix(), p.ID(), p.ID(), p.Name(), content)
	s.late = append(s.late, update)
}

// comeAgain lets the messages of an earlier round come the second time, when
// something else was done since.
func (s *stage) comeAgain(late []storage.Incoming) {
	_, err := s.program.store.PutUpdates(s.now(), late, nil)
	s.must(err)
}

func textOf(text string) string { return `"text":` + strconv.Quote(text) }

// photoOf is the photo of a message, as an update has it.
func photoOf(p *emulator.Person, id int) string {
	for _, m := range p.Since(id - 1) {
		if m.ID == id {
			return fmt.Sprintf(`"photo":[{"file_id":%q,"file_unique_id":%q,"width":1280,"height":960}]`, m.File.ID, m.File.UniqueID)
		}
	}
	return ""
}

// newestButton finds the newest button with that very label.
func newestButton(p *emulator.Person, label string) (data string, message int, ok bool) {
	for _, m := range slices.Backward(p.Chat()) {
		for _, row := range m.Keyboard {
			for _, b := range row {
				if b.Text == label {
					return b.Data, m.ID, true
				}
			}
		}
	}
	return "", 0, false
}

// A model is what the people did, one thing after the other.
type model struct {
	drafts  [4][]*sketch
	cur     [4]*sketch
	shown   []*introduced
	nils    map[string]int // unit -> which nil; 0: none
	newest  [4]int         // the last nil of each person
	counter int
	names   int
	photos  int
	name    string
}

// A sketch is a draft that was not sent.
type sketch struct {
	name   string
	photos int
	amends *introduced
	base   int // version of what it amends
	gone   bool
}

type introduced struct {
	number, unit, name string
	by                 int
	photos, version    int
	withdrawn          bool
}

func newModel() *model { return &model{nils: map[string]int{}} }

func (m *model) newName() string {
	m.names++
	words := strings.Fields("An Bình Chi Dung Giang Hà Hạnh Hoa Hương Khánh Lan Liên Mai Minh Nga")
	m.name = fmt.Sprintf("Lò Thị %s %s", words[m.names/15%15], words[m.names%15])
	return m.name
}

// paste fills the draft in hand, if it has no name yet, else begins one.
func (m *model) paste(who int) {
	if c := m.cur[who]; c != nil && c.name == "" {
		c.name = m.name
		return
	}
	m.begin(who, &sketch{name: m.name})
}

func (m *model) begin(who int, d *sketch) {
	m.drafts[who] = append(m.drafts[who], d)
	m.cur[who] = d
}

// photo joins the draft in hand, or begins one.
func (m *model) photo(who int) {
	if m.cur[who] == nil {
		m.begin(who, &sketch{})
	}
	m.cur[who].photos++
}

// maySend reports whether the newest button "Gửi" belongs to the draft in hand.
func (m *model) maySend(who int) bool {
	c := m.cur[who]
	return c == nil && len(m.open(who)) == 0 || c != nil && c.name != "" && c.amends == nil
}

func (m *model) mayComplete(who int) bool { return m.cur[who] != nil && m.cur[who].amends != nil }

// open are the drafts that were not sent.
func (m *model) open(who int) (list []*sketch) {
	for _, d := range m.drafts[who] {
		if !d.gone {
			list = append(list, d)
		}
	}
	return list
}

func (m *model) send(who int) {
	d := m.cur[who]
	if d == nil {
		return // an old button
	}
	d.gone, m.cur[who] = true, nil
	m.shown = append(m.shown, &introduced{
		number: fmt.Sprintf("G-2026-%04d", len(m.shown)+1), unit: players[who].unit, name: d.name, by: who, photos: d.photos, version: 1,
	})
}

// sendAgain makes the next version, unless somebody was quicker.
func (m *model) sendAgain(who int) {
	d := m.cur[who]
	if d.amends.withdrawn || d.amends.version != d.base {
		return
	}
	d.gone, m.cur[who] = true, nil
	d.amends.version++
	d.amends.photos = d.photos
}

// last is the newest example of a unit that stands.
func (m *model) last(unit string) *introduced {
	for _, e := range slices.Backward(m.shown) {
		if e.unit == unit && !e.withdrawn {
			return e
		}
	}
	return nil
}

// amend opens an example again, also one that was begun before.
func (m *model) amend(who int, e *introduced) {
	for _, d := range m.open(who) {
		if d.amends == e {
			m.cur[who] = d
			return
		}
	}
	m.begin(who, &sketch{name: e.name, photos: e.photos, amends: e, base: e.version})
}

func (m *model) stands(unit string) int {
	n := 0
	for _, e := range m.shown {
		if e.unit == unit && !e.withdrawn {
			n++
		}
	}
	return n
}

func (m *model) nothing(who int) {
	unit := players[who].unit
	if m.nils[unit] == 0 && m.stands(unit) == 0 {
		m.counter++
		m.nils[unit], m.newest[who] = m.counter, m.counter
	}
}

func (m *model) undo(who int) {
	if unit := players[who].unit; m.nils[unit] == m.newest[who] {
		m.nils[unit] = 0
	}
}

// compare holds what is stored against the model.
func (s *stage) compare() {
	for _, unit := range []string{"PT1", "PT2", "PT3"} {
		s.compareUnit(unit)
	}
	for who, p := range s.people {
		var drafts []report.Draft
		s.look(func(tx *storage.Snapshot) (err error) {
			drafts, err = tx.Drafts(p.ID())
			return err
		})
		var got, want []string
		for _, d := range drafts {
			got = append(got, fmt.Sprintf("%q with %d photos, for %q", d.Content.Name, len(d.Content.Media), d.Amends))
		}
		for _, d := range s.open(who) {
			number := ""
			if d.amends != nil {
				number = d.amends.number
			}
			want = append(want, fmt.Sprintf("%q with %d photos, for %q", d.name, d.photos, number))
		}
		if !slices.Equal(got, want) {
			s.fail("drafts of %s are %v, want %v", p.Name(), got, want)
		}
	}
	for _, e := range s.shown {
		s.compareReceipt(e)
	}
}

func (s *stage) compareUnit(unit string) {
	var got, want []string
	for _, e := range slices.Backward(s.bubble.examples(unit)) {
		got = append(got, fmt.Sprintf("%s %s v%d %t %d photos %v", e.Number, e.Content.Name, e.Version, e.Review == report.Withdrawn, len(e.Content.Media), e.Periods))
	}
	for _, e := range s.shown {
		if e.unit == unit {
			want = append(want, fmt.Sprintf("%s %s v%d %t %d photos %v", e.number, e.name, e.version, e.withdrawn, e.photos, []report.Period{november}))
		}
	}
	if !slices.Equal(got, want) {
		s.fail("examples of %s are\n%s\nwant\n%s", unit, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	st := s.standing(unit, november)
	met := s.nils[unit] != 0 || s.stands(unit) > 0
	if st.Have != s.stands(unit) || st.State.Met() != met {
		s.fail("%s stands at %+v, want %d examples, met %t", unit, st, s.stands(unit), met)
	}
}

// compareReceipt holds that the sender was told the number, once, or twice
// where an answer of Telegram was lost.
func (s *stage) compareReceipt(e *introduced) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if n := len(s.receipts[e.number]); n < 1 || n > 2 {
		s.fail("%s was told %d times of %s", players[e.by].name, n, e.number)
	}
}
