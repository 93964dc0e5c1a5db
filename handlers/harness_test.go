package handlers

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/clerk"
	"guongsang/internal/emulator"
	"guongsang/internal/eraser"
	"guongsang/internal/importer"
	"guongsang/internal/invite"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/scheduler"
	"guongsang/storage"
	"guongsang/storage/records"
)

var update = flag.Bool("update", false, "rewrite the conversations in testdata")

// A house is a desk over a real store, with people who talk to it. What the
// bot says is taken out of the outbox and laid on the people's screens.
type house struct {
	t       testing.TB
	store   *storage.Store
	desk    *Desk
	now     time.Time
	refs    []storage.Ref
	people  map[string]int64
	screens map[int64][]*screened
	message int64 // last message id
	updates int64 // last update id
	presses int
	answers map[string]int // to presses, by query
	again   chat.Event     // the last event, for a double tap
	down    bool           // no message gets out
	held    []storage.Ref  // that leave at the next tick
	lasting bool           // no message of the channel can be deleted
	waits   waits          // of the next event
	out     strings.Builder
	before  string // the records, where a test compares
}

// waits are how long an event lies before it is handled.
type waits struct{ messenger, inbox time.Duration }

// screened is one message of the bot on somebody's screen.
type screened struct {
	id      int64
	key     string
	message chat.Message
	ever    []chat.Button // all buttons that it had
}

func newHouse(t testing.TB) *house {
	t.Helper()
	zone := time.FixedZone("+07", 7*3600)
	rules := report.Rules{
		Zone:     zone,
		Calendar: report.NewCalendar(nil, nil),
		Month:    report.DutyRule{Scheme: report.ND09, DeadlineDay: 20, OnDayOff: report.Next, LockAfter: 4, Quota: 1},
		Quarter:  report.DutyRule{Scheme: report.ND09, DeadlineDay: 20, OnDayOff: report.Next, LockAfter: 4, Quota: 1},
	}
	store, err := storage.Open(t.TempDir(), rules)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	h := &house{
		t: t, store: store, people: map[string]int64{}, screens: map[int64][]*screened{}, answers: map[string]int{},
		now: time.Date(2026, 11, 9, 8, 0, 0, 0, zone),
	}
	h.desk = &Desk{
		Decode: decodeEvent,
		Rules:  rules,
		Office: texts.Office{
			Organization: "UBND xã Phong Thổ", Agency: "Phòng Văn hóa - Xã hội", Council: "Hội đồng Thi đua - Khen thưởng xã Phong Thổ",
			Contact: "chị Hạnh, 0900 000 001", You: "anh/chị", Bot: "guongsang_bot", Zone: zone,
		},
		Log:     slog.New(slog.NewTextHandler(io.Discard, nil)),
		Options: turn.Options{SnoozeAt: 14 * time.Hour, ReturnDue: 3, Themes: texts.Themes()},
	}
	if _, err := store.Watch(time.Now(), func(refs []storage.Ref) { h.refs = append(h.refs, refs...) }); err != nil {
		t.Fatal(err)
	}
	return h
}

// officeWith makes a house in which everything that forged buttons speak of is
// there: a unit with its focal point, an officer, an example, an open invite.
func officeWith(t testing.TB) *house {
	t.Helper()
	h := newHouse(t)
	h.unit("PT001", "Trường Hoa Ban", "month quarter")
	h.unit("PT002", "Xã Dào San", "month")
	h.member("Lan", "focal PT001") // 101
	h.member("Hạnh", "officer")    // 102
	h.member("Tú", "focal PT002")
	h.member("Sơn", "head PT002")
	h.member("Thủy", "leader")
	h.member("Bình", "blockhead Khối 2")
	h.change(func(tx *storage.Tx) error {
		_, i := invite.Issue(report.Post{Role: report.Leader}, h.id("Hạnh"), h.now)
		i.Hash = strings.Repeat("0", 64)
		if err := tx.PutInvite(i); err != nil {
			return err
		}
		_, err := tx.NewExample(report.Example{
			Unit: "PT001", By: h.id("Lan"), Periods: []report.Period{{Duty: report.Month, Year: 2026, Number: 11}}, Review: report.Received,
			Sent: h.now, Received: h.now, Content: report.Content{Category: report.GoodDeed, Object: report.Person, Name: "Lò Văn A.", Title: "Bí mật của đơn vị khác"},
		})
		return err
	})
	h.out.Reset()
	return h
}

func decodeEvent(item storage.Item) (ev chat.Event, err error) {
	if err := json.Unmarshal(item.Raw, &ev); err != nil {
		return ev, fmt.Errorf("event %d: %w: %w", item.ID, storage.ErrSetAside, err)
	}
	return ev, nil
}

// change is one transaction of the test's own.
func (h *house) change(fn func(*storage.Tx) error) {
	h.t.Helper()
	if err := h.store.Update(h.now, fn); err != nil {
		h.t.Fatal(err)
	}
}

func (h *house) look(fn func(*storage.Snapshot) error) {
	h.t.Helper()
	if err := h.store.View(h.now, fn); err != nil {
		h.t.Fatal(err)
	}
}

// unit adds a unit with the duties named.
func (h *house) unit(code, name, duties string) {
	h.t.Helper()
	u := report.Unit{Code: code, Name: name, Block: "Khối 1", Month: strings.Contains(duties, "month"), Quarter: strings.Contains(duties, "quarter")}
	if _, quota, ok := strings.Cut(duties, "quota="); ok {
		u.QuotaMonth, _ = strconv.Atoi(quota[:1])
	}
	h.change(func(tx *storage.Tx) error { return tx.PutUnits([]report.Unit{u}) })
}

// member adds a person with posts such as "focal PT001, officer", or replaces
// the posts; "" removes the person.
func (h *house) member(name, posts string) int64 {
	h.t.Helper()
	id := h.id(name)
	m := report.Member{ID: id, Name: name, Joined: h.now}
	for post := range strings.SplitSeq(posts, ",") {
		role, where, _ := strings.Cut(strings.TrimSpace(post), " ")
		if role == "" {
			continue
		}
		p := report.Post{Role: report.Role(role), Since: h.now}
		switch p.Role {
		case report.BlockHead:
			p.Block = where
		case report.Focal:
			where, p.Deputy = strings.CutSuffix(where, " deputy")
			fallthrough
		default:
			p.Unit = where
		}
		m.Posts = append(m.Posts, p)
	}
	h.change(func(tx *storage.Tx) error {
		if len(m.Posts) == 0 {
			if err := tx.DeleteMember(id); !errors.Is(err, storage.ErrNotFound) {
				return err
			}
			return nil
		}
		return tx.PutMember(m)
	})
	return id
}

// id is the account of a person, made on first mention.
func (h *house) id(name string) int64 {
	if h.people[name] == 0 {
		h.people[name] = int64(101 + len(h.people))
	}
	return h.people[name]
}

func (h *house) name(id int64) string {
	for name, n := range h.people {
		if n == id {
			return name
		}
	}
	return fmt.Sprint(id)
}

// do hands one event of a person to the desk and delivers the answers.
func (h *house) do(id int64, ev chat.Event) {
	h.t.Helper()
	wait := h.waits
	h.waits = waits{}
	ev.From.ID, ev.Chat, ev.Private, ev.At = id, id, true, h.now
	if ev.Kind == chat.Pressed {
		ev.At = time.Time{} // Telegram does not say when a button was pressed
	}
	h.now = h.now.Add(wait.messenger)
	if ev.From.Name == "" {
		ev.From.Name = h.name(id)
	}
	if ev.MessageID == 0 && (ev.Kind == chat.Said || ev.Kind == chat.Unknown) {
		h.message++
		ev.MessageID = h.message
	}
	if ev.Kind == chat.Pressed {
		h.presses++
		ev.Press.Query = fmt.Sprintf("q%d", h.presses)
	}
	h.again = ev
	h.updates++
	raw, err := json.Marshal(ev)
	if err != nil {
		h.t.Fatal(err)
	}
	if _, err := h.store.PutUpdates(h.now, []storage.Incoming{{ID: h.updates, Raw: raw}}, nil); err != nil {
		h.t.Fatal(err)
	}
	h.now = h.now.Add(wait.inbox)
	h.work()
}

// pressed is the update in which somebody presses a button. It asks nothing of
// the house but the account, so that it may be made by many at once.
func pressed(t testing.TB, id int64, data string) storage.Item {
	t.Helper()
	raw, err := json.Marshal(chat.Event{
		Kind: chat.Pressed, From: chat.Person{ID: id}, Chat: id, Private: true, MessageID: 9, Press: chat.Press{Query: "q", Data: data},
	})
	if err != nil {
		t.Fatal(err)
	}
	return storage.Item{Raw: raw}
}

// work empties the inbox, the lists of units, and the outbox. Nothing may be set
// aside.
func (h *house) work() {
	h.t.Helper()
	for {
		n, err := h.store.Work(h.now, 10, h.desk)
		if err != nil {
			h.t.Fatal(err)
		}
		if n > 0 {
			continue
		}
		h.deliver()
		if !h.lists() && !h.errands() {
			break
		}
	}
	h.look(func(tx *storage.Snapshot) error {
		dead, err := tx.DeadItems()
		for _, d := range dead {
			h.t.Fatalf("update set aside: %s\n%s", d.Why, d.Raw)
		}
		return err
	})
	h.deliver()
}

// lists reads the lists of units that wait, if there are any.
func (h *house) lists() (any bool) {
	h.t.Helper()
	h.look(func(tx *storage.Snapshot) error {
		waiting, err := tx.UnitLists()
		any = len(waiting) > 0
		return err
	})
	if !any {
		return false
	}
	im := importer.Importer{
		Store: h.store, Now: func() time.Time { return h.now }, Log: h.desk.Log,
		Encode: func(e chat.Event) (json.RawMessage, error) { return json.Marshal(e) },
	}
	if err := im.Work(h.t.Context()); err != nil {
		h.t.Fatal(err)
	}
	return true
}

// errands has the clerk do what waits, unless that is a document: see made.
func (h *house) errands() (any bool) {
	h.t.Helper()
	h.look(func(tx *storage.Snapshot) error {
		waiting, err := tx.Jobs()
		any = len(waiting) > 0 && !slices.ContainsFunc(waiting, func(j storage.Job) bool {
			return !slices.Contains([]string{clerk.Invites, clerk.Extended, clerk.Revoke, clerk.Units, clerk.Erase}, j.Kind)
		})
		return err
	})
	if !any {
		return false
	}
	c := clerk.Clerk{Store: h.store, Office: h.desk.Office, Now: func() time.Time { return h.now }, Log: h.desk.Log, Erase: h.erase}
	if _, err := c.Work(h.t.Context()); err != nil {
		h.t.Fatal(err)
	}
	return true
}

// erase is what the program does where a request asks for it.
func (h *house) erase(ctx context.Context, now time.Time, request int, by int64) (string, error) {
	er := eraser.Eraser{Office: h.desk.Office, Rules: h.desk.Rules}
	left := texts.BackupsLeft{}
	if h.desk.Options.Backups != nil {
		left = h.desk.Options.Backups(now)
	}
	return texts.ErasingDone(report.RequestID(request), left), er.Request(ctx, h.store, now, request, by)
}

// backups lets there be some, of the two weeks before.
func (h *house) backups() {
	h.desk.Options.Backups = func(now time.Time) texts.BackupsLeft {
		today := report.DateOf(now)
		return texts.BackupsLeft{Count: 14, First: today.AddDays(-13), Last: today, Until: today.AddDays(14)}
	}
}

// deliver sends what is in the outbox and due.
func (h *house) deliver() {
	h.t.Helper()
	refs := h.refs
	h.refs = nil
	slices.SortStableFunc(refs, func(a, b storage.Ref) int { return int(a.Seq) - int(b.Seq) })
	for i, ref := range refs {
		if i+1 < len(refs) && refs[i+1].Seq == ref.Seq {
			continue // rewritten or taken out since
		}
		if ref.Gone {
			continue
		}
		row, ok, err := h.store.Claim(h.now, ref)
		if err != nil {
			h.t.Fatal(err)
		}
		if !ok {
			continue
		}
		if h.down && row.Way != storage.Act {
			if err := h.store.FinishAll(h.now, []storage.Row{row}, []storage.Result{{Fate: storage.Doubt, NotBefore: h.now, Why: "down"}}, true, nil); err != nil {
				h.t.Fatal(err)
			}
			continue
		}
		result := storage.Result{Fate: storage.Sent, Message: h.lay(row)}
		for i := range row.Message.Album {
			h.message = result.Message + int64(i)
			result.Album = append(result.Album, h.message)
		}
		if err := h.store.FinishAll(h.now, []storage.Row{row}, []storage.Result{result}, true, nil); err != nil {
			h.t.Fatal(err)
		}
	}
}

// lay puts a row on its person's screen and writes it into the transcript.
func (h *house) lay(row storage.Row) int64 {
	h.t.Helper()
	h.fits(row)
	switch row.Way {
	case storage.Answer:
		h.answers[row.Query]++
		if row.Message.Text != "" {
			fmt.Fprintf(&h.out, "! %s: %s\n", h.name(row.Chat), row.Message.Text)
		}
		return 0
	case storage.Act:
		fmt.Fprintf(&h.out, "… %s\n", h.name(row.Chat))
		return 0
	case storage.Delete:
		if !h.lasting {
			fmt.Fprintf(&h.out, "- %s #%d\n", h.name(row.Chat), row.Target)
			return 0
		}
		fmt.Fprintf(&h.out, "- %s #%d: %s\n", h.name(row.Chat), row.Target, row.Message.Text)
		return row.Target
	case storage.Edit:
		for _, s := range h.screens[row.Chat] {
			if s.id == row.Target || row.TargetKey != "" && s.key == row.TargetKey {
				s.message = row.Message
				s.ever = append(s.ever, flat(row.Message.Buttons)...)
				h.write("~", row.Chat, s)
				return s.id
			}
		}
		h.t.Fatalf("edit of a message that %s never got: %+v", h.name(row.Chat), row)
	}
	h.message++
	s := &screened{id: h.message, key: row.Key, message: row.Message, ever: flat(row.Message.Buttons)}
	h.screens[row.Chat] = append(h.screens[row.Chat], s)
	h.write("<", row.Chat, s)
	return s.id
}

// fits holds what the messenger and the phone ask of a message.
func (h *house) fits(row storage.Row) {
	h.t.Helper()
	m, units := row.Message, len([]rune(row.Message.String()))
	if row.Way == storage.Act {
		return
	}
	if row.Way == storage.Answer {
		if units > 200 {
			h.t.Errorf("notice of %d characters: %s", units, m.Text)
		}
		return
	}
	if strings.TrimSpace(m.String()) == "" && m.File == nil && m.Album == nil {
		h.t.Errorf("empty message %+v", row)
	}
	if units > 4096 || (m.File != nil || m.Album != nil) && units > 1024 {
		h.t.Errorf("message of %d characters: %.100s", units, m)
	}
	if m.Keys != nil && m.Buttons != nil {
		h.t.Errorf("message with both keys and buttons: %s", m)
	}
	if n := len(flat(m.Buttons)); n > emulator.MaxButtons {
		h.t.Errorf("%d buttons: %.100s", n, m)
	}
	for _, b := range flat(m.Buttons) {
		if len(b.Do.String()) > chat.MaxAction || b.Label == "" {
			h.t.Errorf("button %q carries %q", b.Label, b.Do)
		}
	}
}

func flat(lines [][]chat.Button) (all []chat.Button) {
	for _, line := range lines {
		all = append(all, line...)
	}
	return all
}

func (h *house) write(mark string, to int64, s *screened) {
	fmt.Fprintf(&h.out, "%s %s #%d\n", mark, h.name(to), s.id)
	if s.message.Title != "" {
		fmt.Fprintf(&h.out, "  *%s*\n", s.message.Title)
	}
	if s.message.Text != "" {
		for line := range strings.SplitSeq(s.message.Text, "\n") {
			fmt.Fprintf(&h.out, "%s\n", strings.TrimRight("  "+line, " "))
		}
	}
	if f := s.message.File; f != nil {
		fmt.Fprintf(&h.out, "  (file %s, %d bytes)\n", f.Name, len(f.Data))
	}
	for _, photo := range s.message.Album {
		fmt.Fprintf(&h.out, "  (photo %s)\n", photo.Name)
	}
	for _, line := range s.message.Buttons {
		var labels []string
		for _, b := range line {
			labels = append(labels, "["+b.Label+"]")
		}
		fmt.Fprintf(&h.out, "  %s\n", strings.Join(labels, " "))
	}
	for _, line := range s.message.Keys {
		fmt.Fprintf(&h.out, "  (%s)\n", strings.Join(line, ") ("))
	}
}

func (h *house) say(name, text string) {
	h.t.Helper()
	h.do(h.id(name), chat.Event{Kind: chat.Said, Text: text})
}

// press taps the button with that label on the newest message that has it;
// old looks at buttons that were edited away as well.
func (h *house) press(name, label string, old bool) {
	h.t.Helper()
	id := h.id(name)
	for _, s := range slices.Backward(h.screens[id]) {
		buttons := flat(s.message.Buttons)
		if old {
			buttons = s.ever
		}
		for _, b := range buttons {
			if b.Label == label || letters.Fold(texts.Bare(b.Label)) == letters.Fold(label) {
				h.do(id, chat.Event{Kind: chat.Pressed, MessageID: s.id, Press: chat.Press{Data: b.Do.String()}})
				return
			}
		}
	}
	h.t.Fatalf("%s has no button %q\n%s", name, label, h.out.String())
}

// last is the newest message on a person's screen.
func (h *house) last(name string) chat.Message {
	all := h.screens[h.id(name)]
	if len(all) == 0 {
		return chat.Message{}
	}
	return all[len(all)-1].message
}

// TestTalks plays every conversation in testdata/*.talk. A file holds what
// people do and, below each line, what the bot answers; -update rewrites the
// answers. Lines of input:
//
//	# a comment
//	+ unit PT001 | Trường Hoa Ban | month quarter quota=2
//	+ member Lan | focal PT001, officer      (no posts: removes the person)
//	+ review G-2026-0001 | returned | reason
//	+ remind Lan | PT001 2026-11, PT001 2026-Q4
//	+ down                                   no message gets out from now on; + up: they do again
//	+ tick                                   the scheduler looks what is due, and it is sent
//	+ publication channel=-100… wait=24h approval=leader
//	+ copy a b                               these photos are in the house, each with a copy that may leave it
//	+ publish                                the clock does what is due of publications
//	+ backups                                there are backups of the two weeks before
//	+ queued                                 the clock puts what is due into the outbox, from which nothing leaves yet
//	+ lasting                                messages of the channel cannot be deleted
//	+ made                                   the clerk has made what was asked for
//	+ fetched a | damaged                    file a is in the house, and what is wrong with it as a picture; lost: it
//	                                         could not be had; letter.docx: it is this document of package docx; pdf: it
//	                                         is no document, but that
//	@ 2026-11-20 08:00                       sets the clock
//	> Lan: text \n second line               says
//	> Lan: [Gửi]                             presses; old [Gửi]: one edited away
//	> Lan: <photo a> caption                 also <photos a b c>, <file name.pdf a 3000>, <voice a>,
//	                                         <from Cô_Nhung photos a b>: the same, forwarded, and who wrote it,
//	                                         <sticker>, <forwarded>, <long 2600>, <edited>, <left>, <forged data>,
//	                                         <reply 4> (to the message #4), <again> (double tap) and <same> (message sent twice)
//	+ wait inbox 20m                         the next line lies there; also messenger
//	= standing PT001 2026-11                 shows the state; also examples PT001, drafts Lan, ...
func TestTalks(t *testing.T) {
	files, err := filepath.Glob("testdata/*.talk")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".talk"), func(t *testing.T) { playTalk(t, file) })
	}
}

func playTalk(t *testing.T, file string) {
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	h := newHouse(t)
	for line := range strings.SplitSeq(string(b), "\n") {
		h.play(line)
	}
	h.look(func(tx *storage.Snapshot) error { h.nothingToldIn(tx); return nil })
	got := h.out.String()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got != string(b) {
		t.Errorf("%s differs (run with -update and look at the difference)\n%s", file, firstDifference(string(b), got))
	}
}

func firstDifference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range w {
		if i >= len(g) || w[i] != g[i] {
			return fmt.Sprintf("line %d\nwant:\n%s\ngot:\n%s", i+1, strings.Join(w[i:min(i+12, len(w))], "\n"), strings.Join(g[min(i, len(g)):min(i+12, len(g))], "\n"))
		}
	}
	return "longer than wanted:\n" + strings.Join(g[len(w)-1:], "\n")
}

// play does one line of a talk; lines of output are passed over.
func (h *house) play(line string) {
	h.t.Helper()
	if len(line) < 2 || line[1] != ' ' || !strings.ContainsRune("#+@>=", rune(line[0])) {
		return
	}
	if line[0] == '>' {
		h.out.WriteString("\n")
	}
	h.out.WriteString(line + "\n")
	rest := strings.TrimSpace(line[2:])
	switch line[0] {
	case '+':
		h.add(rest)
	case '@':
		now, err := time.ParseInLocation("2006-01-02 15:04", rest, h.desk.Rules.Zone)
		if err != nil {
			h.t.Fatal(err)
		}
		h.now = now
		h.deliver()
	case '>':
		name, what, _ := strings.Cut(rest, ": ")
		h.act(name, what)
	case '=':
		h.state(strings.Fields(rest))
	}
}

func (h *house) add(line string) {
	h.t.Helper()
	var parts []string
	for part := range strings.SplitSeq(line, "|") {
		parts = append(parts, strings.TrimSpace(part))
	}
	kind, name, _ := strings.Cut(parts[0], " ")
	parts = append(parts, "", "")
	switch kind {
	case "unit":
		h.unit(name, parts[1], parts[2])
	case "member":
		h.member(name, parts[1])
	case "wait":
		for what, d := range map[string]*time.Duration{"messenger": &h.waits.messenger, "inbox": &h.waits.inbox} {
			if length, ok := strings.CutPrefix(name, what+" "); ok {
				*d, _ = time.ParseDuration(length)
			}
		}
	case "review":
		h.review(name, report.Review(parts[1]), parts[2])
	case "remind":
		h.remind(name, parts[1])
	case "down", "up":
		h.down = kind == "down"
		h.deliver()
	case "made":
		h.made()
	case "approval":
		h.desk.Options.Approval = turn.ApprovalBy(name)
	case "nohead":
		h.noHead(h.id(name))
	case "tick":
		h.tick()
	case "publication":
		h.publication(name)
	case "lasting":
		h.lasting = true
	case "copy":
		h.copied(strings.Fields(name))
	case "publish":
		h.publish()
	case "backups":
		h.backups()
	case "queued":
		h.queued()
	case "fetched":
		h.fetched(name, parts[1])
	default:
		h.t.Fatalf("cannot add %q", line)
	}
}

// review rules on an example as an officer would.
func (h *house) review(number string, r report.Review, reason string) {
	h.t.Helper()
	h.change(func(tx *storage.Tx) error {
		e, err := tx.Example(number)
		if err != nil {
			return err
		}
		e.Review, e.Reason, e.RuleAt = r, reason, h.now
		if r == report.Returned {
			e.Due = report.DateOf(h.now).AddDays(5)
		}
		return tx.PutExample(e)
	})
}

// remind puts a reminder on a person's screen, as the scheduler would: "PT001
// 2026-11, PT002 2026-11".
func (h *house) remind(name, duties string) {
	h.t.Helper()
	id := h.id(name)
	row := storage.Row{Chat: id, Class: storage.Bulk, Key: fmt.Sprintf("remind/%s/%d", duties, id), Guard: &storage.Guard{Member: id}}
	h.change(func(tx *storage.Tx) error {
		for duty := range strings.SplitSeq(duties, ",") {
			unit, period, _ := strings.Cut(strings.TrimSpace(duty), " ")
			p, err := report.ParsePeriod(period)
			if err != nil {
				return err
			}
			row.Guard.Owed = append(row.Guard.Owed, storage.Owed{Unit: unit, Period: p})
			key := records.StageKey{Period: p, Unit: unit, Deadline: h.desk.Rules.Schedule(p).Deadline, Stage: "-2", Member: id}
			if err := tx.PutStage(records.Stage{StageKey: key, Row: row.Key}); err != nil {
				return err
			}
		}
		no := turn.Button(texts.LabelNil, chat.VerbNilPick)
		if len(row.Guard.Owed) == 1 {
			no = turn.Button(texts.LabelNil, chat.VerbNil, row.Guard.Owed[0].Unit, row.Guard.Owed[0].Period)
		}
		row.Message = chat.Message{Title: "Nhắc", Text: duties, Buttons: [][]chat.Button{{
			turn.Button(texts.LabelIntroduce, chat.VerbIntroduce), no, turn.Button(texts.LabelSnooze, chat.VerbSnooze)}}}
		_, err := tx.Put(row)
		return err
	})
	h.deliver()
}

// noHead says of all that waits for heads that nobody is left, as the scheduler would
// in the name of an officer.
func (h *house) noHead(officer int64) {
	h.t.Helper()
	var waiting []report.Request
	h.look(func(tx *storage.Snapshot) (err error) { waiting, err = tx.Requests(); return err })
	for _, r := range waiting {
		h.do(officer, chat.Event{Kind: chat.Fetched, Text: fmt.Sprintf("%s%d:%d", chat.NoHead, r.Draft, r.Version)})
	}
}

// tick has the scheduler do what is due. It reminds three working days and one before the
// deadline, and on its day.
func (h *house) tick() {
	h.t.Helper()
	s := scheduler.Scheduler{
		Store: h.store, Office: h.desk.Office, Log: h.desk.Log,
		Ladder: scheduler.Ladder{
			Before: []int{3, 1, 0}, At: 8 * time.Hour, CatchUp: 24 * time.Hour,
			Quiet: scheduler.Quiet{From: 17*time.Hour + 30*time.Minute, To: 7*time.Hour + 30*time.Minute},
		},
	}
	s.Tick(h.now)
	if err := (eraser.Eraser{Office: h.desk.Office, Rules: h.desk.Rules}).Remind(h.store, h.now); err != nil {
		h.t.Fatal(err)
	}
	h.deliver()
}

// made ends all jobs, as the clerk would.
func (h *house) made() {
	h.t.Helper()
	h.change(func(tx *storage.Tx) error {
		all, err := tx.Jobs()
		for _, j := range all {
			if j.Progress == "" { // nobody waits
				err = errors.Join(err, tx.DeleteJob(j))
				continue
			}
			edit := storage.Row{Chat: j.For, TargetKey: j.Progress, Message: chat.Message{Text: texts.PaperDone(j.Kind, j.Period)}}
			if err := errors.Join(tx.PutEdit(edit), tx.DeleteJob(j)); err != nil {
				return err
			}
		}
		return err
	})
	h.deliver()
}

// fetched brings a file into the house, as the fetcher would.
func (h *house) fetched(unique, fault string) {
	h.t.Helper()
	var waiting []storage.Fetch
	h.look(func(tx *storage.Snapshot) (err error) { waiting, err = tx.Fetches(); return err })
	for _, one := range waiting {
		if one.Unique != unique {
			continue
		}
		h.change(func(tx *storage.Tx) error { return tx.DeleteFetch(one) })
		if fault == "" || one.For == "" {
			continue
		}
		if one.Document {
			h.read(one, fault)
			continue
		}
		fault = strings.TrimPrefix(fault, "lost")
		id, err := strconv.ParseInt(one.For[strings.LastIndexByte(one.For, ':')+1:], 10, 64)
		if err != nil {
			h.t.Fatal(err)
		}
		h.do(id, chat.Event{Kind: chat.Fetched, Text: one.For, Files: []chat.File{{Kind: chat.Document, Unique: unique, Fault: fault}}})
	}
}

// read reads a document of package docx, as the fetcher would.
func (h *house) read(one storage.Fetch, name string) {
	h.t.Helper()
	d := importer.Document{Fault: importer.Fault(name)}
	if strings.HasSuffix(name, ".docx") {
		file, err := os.ReadFile("../internal/docx/testdata/" + name)
		if err != nil {
			h.t.Fatal(err)
		}
		hash, err := h.store.PutMedia(file)
		if err != nil {
			h.t.Fatal(err)
		}
		h.change(func(tx *storage.Tx) error { return tx.PutMedia(one.Unique, hash) })
		if d, err = importer.ReadDocument(h.t.Context(), h.store, h.desk.Log, hash, one.Each); err != nil {
			h.t.Fatal(err)
		}
	}
	_, id, _ := strings.Cut(one.For, ":")
	_, id, _ = strings.Cut(id, ":")
	member, err := strconv.ParseInt(id, 10, 64)
	if err != nil {
		h.t.Fatal(err)
	}
	file := chat.File{Kind: chat.Document, Unique: one.Unique, Name: one.Name}
	h.do(member, chat.Event{Kind: chat.Fetched, Text: d.Text(one.For), Files: []chat.File{file}})
}

func (h *house) act(name, what string) {
	h.t.Helper()
	id := h.id(name)
	old := strings.HasPrefix(what, "old [")
	if label := strings.TrimPrefix(what, "old "); strings.HasPrefix(label, "[") && strings.HasSuffix(label, "]") {
		h.press(name, label[1:len(label)-1], old)
		return
	}
	tag, text := "", what
	if strings.HasPrefix(what, "<") {
		tag, text, _ = strings.Cut(what[1:], ">")
	}
	text = strings.ReplaceAll(strings.TrimSpace(text), `\n`, "\n")
	args := append(strings.Fields(tag), "", "", "")
	ev := chat.Event{Kind: chat.Said, Text: text}
	if args[0] == "from" {
		ev.Forwarded, ev.Forwarder = true, chat.Person{ID: h.people[args[1]], Name: strings.ReplaceAll(args[1], "_", " ")}
		args = args[2:]
	}
	switch args[0] {
	case "photo", "photos":
		h.photos(id, args[1:], ev)
		return
	case "file":
		size, _ := strconv.ParseInt(args[3], 10, 64)
		ev.Files = []chat.File{{Kind: chat.Document, ID: "F" + args[2], Unique: args[2], Name: args[1], Size: size}}
	case "voice":
		ev.Files = []chat.File{{Kind: chat.Voice, ID: "F" + args[1], Unique: args[1], MIME: "audio/ogg"}}
	case "long":
		n, _ := strconv.Atoi(args[1])
		ev.Text = string([]rune(strings.Repeat("Làm việc tốt. ", n/10))[:n])
	case "sticker":
		ev.Kind = chat.Unknown
	case "forwarded":
		ev.Forwarded = true
	case "reply":
		ev.ReplyTo, _ = strconv.ParseInt(args[1], 10, 64)
		for _, s := range h.screens[id] {
			if s.id == ev.ReplyTo {
				ev.Quoted = s.message.String()
			}
		}
	case "edited":
		ev.Kind = chat.Edited
	case "left":
		ev.Kind = chat.Left
	case "forged":
		ev = chat.Event{Kind: chat.Pressed, MessageID: h.message, Press: chat.Press{Data: args[1]}}
	case "again", "same":
		ev = h.again
	}
	h.do(id, ev)
}

// photos sends photos as an album, the caption with the first.
func (h *house) photos(id int64, names []string, ev chat.Event) {
	h.t.Helper()
	album := fmt.Sprintf("A%d", h.message)
	for _, name := range names {
		if name == "" {
			continue
		}
		part := ev
		part.Files = []chat.File{{Kind: chat.Photo, ID: "F" + name, Unique: name, MIME: "image/jpeg", Size: 100_000}}
		if len(names) > 4 {
			part.Album = album
		}
		h.do(id, part)
		ev.Text = ""
	}
}

// state writes a part of the stored state into the transcript.
func (h *house) state(args []string) {
	h.t.Helper()
	args = append(args, "", "", "")
	h.look(func(tx *storage.Snapshot) error {
		switch args[0] {
		case "standing":
			p, err := report.ParsePeriod(args[2])
			if err != nil {
				return err
			}
			st, err := tx.Standing(args[1], p)
			fmt.Fprintf(&h.out, "  %s, %d of %d\n", st.State, st.Have, st.Need)
			return err
		case "examples":
			list, err := tx.ExamplesOf(args[1], 0)
			for _, e := range list {
				fmt.Fprintf(&h.out, "  %s v%d %s %v %s: %s; %d files\n", e.Number, e.Version, e.Review, e.Periods, e.Content.Name, e.Content.Title, len(e.Content.Media))
			}
			return err
		case "example":
			e, err := tx.Example(args[1])
			b, _ := json.Marshal(e)
			fmt.Fprintf(&h.out, "  %s\n", b)
			return err
		case "member":
			m, err := tx.Member(h.id(args[1]))
			fmt.Fprintf(&h.out, "  reachable: %v\n", m.Unreachable.IsZero())
			return err
		case "drafts":
			list, err := tx.Drafts(h.id(args[1]))
			for _, d := range list {
				fmt.Fprintf(&h.out, "  %d %s %s; %s; %d files\n", d.ID, d.Unit, d.Content.Name, d.Content.Title, len(d.Content.Media))
			}
			return err
		case "jobs":
			all, err := tx.Jobs()
			for _, j := range all {
				fmt.Fprintf(&h.out, "  %s\n", strings.TrimSpace(fmt.Sprint(h.name(j.For), ": ", texts.PaperDone(j.Kind, j.Period), " ", j.Ref)))
			}
			return err
		case "snoozes":
			all, err := tx.Snoozes()
			for id, at := range all {
				fmt.Fprintf(&h.out, "  %s %s\n", h.name(id), h.desk.Office.Moment(at))
			}
			return err
		case "versions":
			list, err := tx.Versions(args[1])
			for _, e := range list {
				fmt.Fprintf(&h.out, "  v%d %s %s\n", e.Version, e.Review, e.Content.Title)
			}
			return err
		case "draft":
			n, _ := strconv.ParseUint(args[1], 10, 64)
			d, err := tx.Draft(n)
			b, _ := json.Marshal(d.Content)
			fmt.Fprintf(&h.out, "  %s\n", b)
			return err
		}
		h.t.Fatalf("cannot show %q", args)
		return nil
	})
}
