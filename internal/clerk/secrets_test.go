package clerk

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"image"
	"image/jpeg"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/robfig/cron/v3"
	"pgregory.net/rapid"

	"guongsang/handlers"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/privacy"
	"guongsang/internal/publicity"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/scheduler"
	"guongsang/storage"
)

// Whoever they are, however their names are written and wherever they stand:
// the Word reports with all their parts, what the pictures are drawn from, and
// all that leaders and heads of blocks are told in chat say of nobody what may
// not be said, and leave everything else as it was written.
func TestSecretsAreKept(t *testing.T) {
	checks := "25"
	if os.Getenv("GUONGSANG_LONG") != "" {
		checks = "400"
	}
	f := flag.Lookup("rapid.checks")
	if f.Value.String() == f.DefValue {
		if err := f.Value.Set(checks); err != nil {
			t.Fatal(err)
		}
		defer func() { _ = f.Value.Set(f.DefValue) }()
	}
	words, changed := 0, 0
	rapid.Check(t, func(rt *rapid.T) {
		s := prove(t, rapid.Custom(drawRecords).Draw(rt, "records"), rapid.SampledFrom(audiences).Draw(rt, "leaders"))
		for _, found := range s.found {
			rt.Error(found)
		}
		for number := range s.words {
			words, changed = words+s.words[number], changed+len(s.changed[number])
		}
	})
	t.Logf("%d words that may stand were read, %d of them changed", words, changed)
	if 500*changed > words {
		t.Errorf("of %d words that may stand %d changed", words, changed)
	}
}

// audiences are what leaders may be, by configuration.
var audiences = []privacy.Audience{privacy.Public, "", privacy.Internal}

// A proof has records in a store, with everybody who makes something of them.
type proof struct {
	*room
	records []record
	leaders privacy.Audience
	found   []string            // that is wrong
	words   map[string]int      // that may stand, read in all passages about a record, by number
	changed map[string][]string // those of them that were
	shown   map[string]int      // passages
}

const (
	leader    = 11
	blockHead = 12
)

func prove(t *testing.T, records []record, leaders privacy.Audience) *proof {
	t.Helper()
	s := &proof{room: newRoom(t, 0), records: records, leaders: leaders, words: map[string]int{}, changed: map[string][]string{}, shown: map[string]int{}}
	defer s.Store.Close()
	s.fill()
	s.reports()
	s.pictures()
	s.publicity()
	s.internal()
	s.chats()
	for _, r := range s.records {
		if all := s.words[r.Number]; tooMany(s.changed[r.Number], all) {
			s.wrong("%s: of %d words that may stand these changed: %q", r.Content.Name, all, s.changed[r.Number])
		}
	}
	return s
}

// tooMany holds the bound on hiding: 2 % of the words. In a text so short that
// two words are more than that, two may be, wherever they are told.
func tooMany(changed []string, all int) bool {
	few := len(slices.Compact(slices.Sorted(slices.Values(changed)))) <= 2 && 20*len(changed) <= all
	return 50*len(changed) > all && !few
}

func (s *proof) wrong(format string, args ...any) {
	s.found = append(s.found, fmt.Sprintf(format, args...))
}

// fill puts the records into the store, and who is told of them.
func (s *proof) fill() {
	s.update(func(tx *storage.Tx) error {
		for i := range s.records {
			if err := s.put(tx, &s.records[i]); err != nil {
				return err
			}
		}
		silent := report.Unit{Code: "DV99", Name: "Trạm Y tế xã Khun Há", Block: "Khối các trường học", Month: true, Quarter: true}
		if err := tx.PutUnits([]report.Unit{silent}); err != nil {
			return err
		}
		since := s.now.AddDate(0, -1, 0)
		for _, m := range []report.Member{
			{ID: leader, Name: "Hoàng Thị Khuê", Joined: since, Posts: []report.Post{{Role: report.Leader, Since: since}}},
			{ID: blockHead, Name: "Trịnh Văn Thắng", Joined: since, Posts: []report.Post{{Role: report.BlockHead, Block: "Khối các trường học", Since: since}}},
		} {
			if err := tx.PutMember(m); err != nil {
				return err
			}
		}
		return nil
	})
}

// put puts a record into the store, with its unit and photo.
func (s *proof) put(tx *storage.Tx, r *record) (err error) {
	if r.Content.Media[0].Hash, err = s.Store.PutMedia(photoOf(r.size)); err != nil {
		return err
	}
	if err := tx.PutUnits([]report.Unit{r.unit}); err != nil {
		return err
	}
	quarter := report.Period{Duty: report.Quarter, Year: 2026, Number: 4}
	r.Periods, r.Sent, r.Received = []report.Period{november, quarter}, s.now, s.now
	r.Example, err = tx.NewExample(r.Example)
	return err
}

// photoOf is a photo that is known again by its width.
func photoOf(width int) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, width, 12)), nil); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// passage judges one passage of the record that it is about, if that can be
// seen by a number in it.
func (s *proof) passage(where, said string) (of *record) {
	s.anywhere(where, said)
	for i := range s.records {
		if r := &s.records[i]; r.isIn(said) {
			s.about(where, r, said)
			return r
		}
	}
	return nil
}

func (r *record) isIn(said string) bool {
	for _, w := range wordsOf(said) {
		for _, mark := range r.marks {
			if w.exact == mark {
				return true
			}
		}
	}
	return strings.Contains(said, r.Number)
}

// about judges a passage about a record: what of it stands there, and nothing
// else.
func (s *proof) about(where string, r *record, said string) {
	s.shown[r.Number]++
	switch {
	case r.hidden():
		s.wrong("%s: of %q nothing may stand: %q", where, r.Content.Name, said)
	case r.open():
		s.untouched(where, r, said)
	default:
		s.judged(where, r, r.expected(said), said)
	}
}

// atSchool reports whether a child's school introduces it.
func (r record) atSchool() bool { return r.child && r.unit.Name != commune }

// told are the fields that passages tell, in their order.
var told = []string{"title", "summary", "results", "spread", "honoured", "caption"}

// expected is everything that a document may say in a passage, with those
// fields of which the number stands there in full.
func (r *record) expected(said string) (all text) {
	add := func(more text) { all = append(append(all, more...), piece{between, plain}) }
	add(frameOf(r.Number))
	add(r.texts["name"].asFrame())
	if !r.atSchool() {
		add(frameOf(r.unit.Code))
	}
	add(r.texts["position"].asFrame())
	if !r.atSchool() {
		add(frameOf(r.unit.Name))
	}
	add(frameOf("giới thiệu"))
	for _, field := range told {
		if mark := r.marks[field]; mark != "" && strings.Contains(said, mark) {
			if field == "results" {
				add(frameOf("Kết quả"))
			}
			add(r.texts[field])
		}
	}
	add(frameOf(texts.Category(r.Content.Category) + " trẻ em " + texts.Review(r.Review)))
	return all
}

// judged compares a passage with what it is made from.
func (s *proof) judged(where string, r *record, from text, said string) {
	f := judge(from, said, r.may)
	s.words[r.Number] += f.words
	s.changed[r.Number] = append(s.changed[r.Number], f.changed...)
	if len(f.wrong) > 0 {
		s.wrong("%s of %q: %s\n  said %q\n  from %q", where, r.Content.Name, strings.Join(f.wrong, "; "), said, from.String())
	}
}

// untouched holds that the fields stand byte for byte, but for white space,
// which documents set, the first letter, and an end that is cut off.
func (s *proof) untouched(where string, r *record, said string) {
	said = squeezed(said)
	for _, field := range told {
		mark, full := r.marks[field], squeezed(r.texts[field].String())
		if mark == "" || !strings.Contains(said, mark) {
			continue
		}
		first := len(initial(full))
		if !strings.Contains(said, full[first:]) && !strings.Contains(said, squeezed(texts.Cut(r.texts[field].String(), 60))) {
			s.wrong("%s of %q, who agreed: the %s is changed\n  said %q\n  from %q", where, r.Content.Name, field, said, full)
		}
	}
}

// anywhere holds that nobody who may not be named is, in whatever is said.
func (s *proof) anywhere(where, said string) {
	var bare []string
	for _, w := range wordsOf(said) {
		bare = append(bare, w.bare)
	}
	line, joined := " "+strings.Join(bare, " ")+" ", strings.Join(bare, "")
	for i := range s.records {
		r := &s.records[i]
		if r.open() && !r.hidden() {
			continue
		}
		for _, p := range r.persons {
			name := bareOf(p.full())
			if strings.Contains(line, " "+name+" ") || len(p.words) > 2 && strings.Contains(joined, strings.ReplaceAll(name, " ", "")) {
				s.wrong("%s: %q stands in %.500q", where, p.full(), said)
			}
		}
	}
}

// reports reads the reports of the month and of the quarter and the letter to
// those who are late.
func (s *proof) reports() {
	quarter := report.Period{Duty: report.Quarter, Year: 2026, Number: 4}
	for _, o := range []Order{{Kind: Report, Period: november}, {Kind: Report, Period: quarter}, {Kind: Urge, Period: november}, {Kind: Press, Period: november}} {
		files, err := s.Papers.Make(s.t.Context(), s.Store, s.now, o)
		if errors.Is(err, ErrNothing) {
			continue
		}
		if err != nil {
			s.t.Fatal(err)
		}
		clear(s.shown)
		for _, file := range files {
			s.anywhere("name of a file", file.Name)
			if file.MIME == chat.TXT {
				s.pressText(string(file.Data))
			} else {
				s.word(o.Kind, file.Data)
			}
		}
		for _, r := range s.records {
			if o.Kind == Report && !r.hidden() && s.shown[r.Number] == 0 {
				s.wrong("%q stands in no passage of the report", r.Content.Name)
			}
		}
	}
}

// word reads a Word file.
func (s *proof) word(where string, file []byte) {
	read := readWord(s.t, file)
	s.anywhere("names and attributes in a "+where, read.all)
	for _, said := range read.passages {
		s.passage(where, unnumbered(said))
	}
	for _, said := range read.lines {
		s.line(where, unnumbered(said))
	}
	s.media(where, read.media)
}

// media looks whose photos are shown.
func (s *proof) media(where string, all map[string][]byte) {
	for name, data := range all {
		size, err := jpeg.DecodeConfig(bytes.NewReader(data))
		if err != nil {
			s.t.Fatalf("%s: %v", name, err)
		}
		for _, r := range s.records {
			if r.size == size.Width && (r.hidden() || !r.photos()) {
				s.wrong("%s: the photo of %q is in it", where, r.Content.Name)
			}
		}
	}
}

// unnumbered is a passage without the number of a line or paragraph before it.
func unnumbered(said string) string {
	said = strings.TrimLeft(said, "\n ")
	number := strings.TrimLeft(said, "0123456789")
	if rest := strings.TrimLeft(number, ".\n"); len(number) < len(said) && len(rest) < len(number) {
		return rest
	}
	return said
}

// pictures reads what cards and the board are drawn from.
func (s *proof) pictures() {
	for i := range s.records {
		r := &s.records[i]
		got, err := s.Papers.read(s.t.Context(), s.Store, s.now, Order{Kind: Card, Ref: r.Number})
		if errors.Is(err, ErrNothing) && r.hidden() {
			continue
		}
		if err != nil {
			s.t.Fatal(err)
		}
		in, _ := s.Papers.card(s.t.Context(), s.Store, got)
		s.view("card", r, in.Example)
		if (in.Photo != nil) != r.photos() {
			s.wrong("the card of %q has a photo: %t", r.Content.Name, in.Photo != nil)
		}
		s.anywhere("name of a card", texts.PaperFile(Card, report.Period{}, r.Number, 1, 1))
	}
	got, err := s.Papers.read(s.t.Context(), s.Store, s.now, Order{Kind: Board, Period: november})
	if err != nil {
		s.t.Fatal(err)
	}
	for _, v := range s.Papers.board(got).Names {
		r := &s.records[slices.IndexFunc(s.records, func(r record) bool { return r.Number == v.Number })]
		s.view("board", r, v)
	}
	if got, err = s.Papers.read(s.t.Context(), s.Store, s.now, Order{Kind: Chart, Period: november}); err != nil {
		s.t.Fatal(err)
	}
	s.anywhere("chart", fmt.Sprintf("%+v", s.Papers.chart(got)))
}

// publicity reads the forms of what was accepted, and the texts of one package.
func (s *proof) publicity() {
	packed := false
	for i := range s.records {
		r := &s.records[i]
		got, err := s.Papers.read(s.t.Context(), s.Store, s.now, Order{Kind: Package, Ref: r.Number})
		if errors.Is(err, ErrNothing) && r.hidden() {
			continue
		}
		if err != nil {
			s.t.Fatal(err)
		}
		v := got.examples[0]
		forms, err := publicity.Of(v)
		if (err == nil) != privacy.Accepted(r.Review) {
			s.wrong("%q, which is %s: forms with the error %v", r.Content.Name, r.Review, err)
		}
		for f, said := range forms {
			s.anywhere("the form "+string(f), said)
		}
		if err == nil && !packed {
			packed = true
			s.packed(r)
		}
	}
}

// packed reads a package, and that each asking makes the same.
func (s *proof) packed(r *record) {
	o := Order{Kind: Package, Ref: r.Number}
	files, err := s.Papers.Make(s.t.Context(), s.Store, s.now, o)
	again, twice := s.Papers.Make(s.t.Context(), s.Store, s.now, o)
	if err != nil || twice != nil || len(files) != 1 || !bytes.Equal(files[0].Data, again[0].Data) {
		s.t.Fatalf("%d files, %v, %v", len(files), err, twice)
	}
	z, err := zip.NewReader(bytes.NewReader(files[0].Data), int64(len(files[0].Data)))
	if err != nil {
		s.t.Fatal(err)
	}
	for _, f := range z.File {
		s.anywhere("name in a package", f.Name)
		data, err := fs.ReadFile(z, f.Name)
		if err != nil {
			s.t.Fatal(err)
		}
		switch filepath.Ext(f.Name) {
		case ".docx":
			article := readWord(s.t, data)
			s.anywhere("article of a package", article.all+"\n"+strings.Join(append(article.passages, article.lines...), "\n"))
			s.media("article of a package", article.media)
		case ".txt", ".html":
			s.anywhere(f.Name, string(data))
		}
	}
}

// view reads what a picture knows of somebody, field by field.
func (s *proof) view(where string, r *record, v privacy.View) {
	if v.Record != nil || v.Hidden {
		s.wrong("%s of %q: %+v", where, r.Content.Name, v)
	}
	caption := ""
	for _, p := range v.Photos {
		caption += p.Caption
	}
	if len(v.Photos) > 0 && !r.photos() {
		s.wrong("%s of %q has photos", where, r.Content.Name)
	}
	for field, said := range map[string]string{
		"name": v.Name, "title": v.Title, "summary": v.Summary, "results": v.Results, "spread": v.Spread, "honoured": v.Honoured, "position": v.Position, "caption": caption,
	} {
		switch from := r.texts[field]; {
		case field == "caption" && len(v.Photos) == 0:
		case field == "name" && r.child: // a child is called em
			s.judged(where+", "+field, r, from.asFrame(), said)
		case !r.open():
			s.judged(where+", "+field, r, from, said)
		case said != from.String():
			s.wrong("%s of %q, who agreed: the %s is %q, was %q", where, r.Content.Name, field, said, from)
		}
	}
	switch {
	case r.open() && len(r.persons) > 0 && (v.Place != r.Content.Place || v.Born != r.Content.Born):
		s.wrong("%s of %q: place %q, born %d", where, r.Content.Name, v.Place, v.Born)
	case !r.open() && (v.Born != 0 || !v.BornOn.IsZero() || v.Place != "" && !(r.child && v.Place == "xã Khun Há")):
		s.wrong("%s of %q: place %q, born %d, %v", where, r.Content.Name, v.Place, v.Born, v.BornOn)
	}
	unit := privacy.Unit{Code: r.unit.Code, Name: r.unit.Name, Block: r.unit.Block}
	if r.atSchool() {
		unit.Code, unit.Name = "", "Trường học trên địa bàn"
	}
	if v.Unit != unit {
		s.wrong("%s of %q: the unit is %+v", where, r.Content.Name, v.Unit)
	}
}

// chats reads what leaders and heads of blocks are told by the clock and when
// they ask, with the documents that they get.
func (s *proof) chats() {
	s.sent()
	s.tick()
	s.talk()
	s.room.ask(storage.Job{Kind: Report, Key: "asked by a leader"})
	s.works()
	for _, row := range s.sent() {
		switch {
		case row.Message.File != nil:
			s.anywhere("caption", row.Message.String()+"\n"+row.Message.File.Name)
			file, err := os.ReadFile(s.Store.MediaPath(row.Message.File.Hash))
			if err != nil {
				s.t.Fatal(err)
			}
			s.word("report of a leader", file)
		case row.Chat == leader:
			s.leader(row.Message)
		case row.Chat == blockHead:
			s.blockHead(row.Message)
		}
	}
}

// tick lets the clock send the digest with its report, and the list of those
// who are late.
func (s *proof) tick() {
	when, err := cron.ParseStandard("0 9 * * *")
	if err != nil {
		s.t.Fatal(err)
	}
	clock := &scheduler.Scheduler{
		Store: s.Store, Office: office, Log: s.Log, Leaders: s.leaders,
		Ladder:  scheduler.Ladder{At: 8 * time.Hour, CatchUp: 72 * time.Hour, Escalate: []scheduler.Escalation{{To: scheduler.BlockHead, After: 2}}},
		Digests: []scheduler.Digest{{Spec: "0 9 * * *", When: when, Duty: report.Month, To: report.Leader, Files: []string{Report}}},
	}
	clock.Tick(s.now.Add(-time.Hour))
	clock.Tick(s.now)
}

// talk lets a leader and the head of a block ask how things stand, and open the
// lists.
func (s *proof) talk() {
	desk := &handlers.Desk{
		Decode: func(item storage.Item) (ev chat.Event, err error) { return ev, json.Unmarshal(item.Raw, &ev) },
		Rules:  s.Store.Rules(), Office: office, Log: s.Log, Options: handlers.Options{Leaders: s.leaders},
	}
	var updates []storage.Incoming
	for _, who := range []int64{leader, blockHead} {
		for i, ev := range []chat.Event{
			{Kind: chat.Said, Text: texts.WordSituation},
			{Kind: chat.Pressed, Press: chat.Press{Data: chat.Do(digest.VerbShow, november, digest.Examples, 0).String()}},
			{Kind: chat.Pressed, Press: chat.Press{Data: chat.Do(digest.VerbShow, november, digest.Gaps, 0).String()}},
			{Kind: chat.Pressed, Press: chat.Press{Data: chat.Do(digest.VerbShow, november, digest.Kinds, 0).String()}},
		} {
			ev.From.ID, ev.Chat, ev.Private, ev.At, ev.MessageID = who, who, true, s.now, int64(100*who)+int64(i)
			ev.Press.Query = fmt.Sprint("query", who, i)
			raw, err := json.Marshal(ev)
			if err != nil {
				s.t.Fatal(err)
			}
			updates = append(updates, storage.Incoming{ID: 10*who + int64(i), Raw: raw})
		}
	}
	if _, err := s.Store.PutUpdates(s.now, updates, nil); err != nil {
		s.t.Fatal(err)
	}
	for n := 1; n > 0; {
		var err error
		if n, err = s.Store.Work(s.now, 10, desk); err != nil {
			s.t.Fatal(err)
		}
	}
}

// leader judges what a leader is told, entry by entry. Where the agency lets
// leaders see more, that is what it accepted, as it was written and marked.
func (s *proof) leader(m chat.Message) {
	if s.leaders != privacy.Internal {
		s.anywhere("a leader", m.String())
	}
	about := false
	for _, said := range entries(m.Text) {
		for i := range s.records {
			r := &s.records[i]
			if !r.isIn(said) {
				continue
			}
			about = true
			if s.leaders != privacy.Internal {
				s.about("a leader", r, said)
			} else if r.Review != report.Accepted && r.Review != report.Selected && r.Review != report.Published {
				s.wrong("a leader is shown %q, which is not accepted", said)
			} else {
				s.untouched("a leader", r, said)
			}
		}
	}
	if marked := strings.Contains(m.Text, "Lưu hành nội bộ"); about && marked != (s.leaders == privacy.Internal) {
		s.wrong("marked %t: %s", marked, m.Text)
	}
}

// entries are the entries of a list, of which each may have several lines.
func entries(list string) (all []string) {
	for line := range strings.SplitSeq(list, "\n") {
		if len(all) == 0 || line == "" || strings.HasPrefix(line, "•") || strings.HasPrefix(line, "G-") || strings.HasPrefix(line, "… và ") {
			all = append(all, line)
		} else {
			all[len(all)-1] += "\n" + line
		}
	}
	return all
}

// blockHead holds that the head of a block is told nothing of anybody.
func (s *proof) blockHead(m chat.Message) {
	s.anywhere("the head of a block", m.String())
	for i := range s.records {
		if s.records[i].isIn(m.String()) {
			s.wrong("the head of a block is told of %q: %s", s.records[i].Content.Name, m)
		}
	}
}
