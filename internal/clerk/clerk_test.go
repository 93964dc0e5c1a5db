package clerk

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"os"
	"reflect"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

var (
	hanoi    = time.FixedZone("Asia/Ho_Chi_Minh", 7*60*60)
	november = report.Period{Duty: report.Month, Year: 2026, Number: 11}
	office   = texts.Office{
		Organization: "UBND xã Ví Dụ", Agency: "Phòng Ví Dụ", Council: "Hội đồng Ví Dụ", Contact: "Phòng Ví Dụ", You: "anh/chị", Zone: hanoi,
	}
)

const reader = 7

// A room is a clerk with a real store, and a sender that the test plays.
type room struct {
	*Clerk
	t   *testing.T
	dir string
	now time.Time
	log bytes.Buffer
}

func newRoom(t *testing.T, units int) *room {
	t.Helper()
	r := &room{t: t, dir: t.TempDir(), now: time.Date(2026, 11, 25, 9, 0, 0, 0, hanoi)}
	r.open()
	t.Cleanup(func() { r.Store.Close() })
	var list []report.Unit
	for i := range units {
		list = append(list, report.Unit{
			Code: fmt.Sprintf("U%02d", i+1), Name: fmt.Sprintf("Đơn vị Ví Dụ số %d", i+1), Block: fmt.Sprintf("Khối %d", i/8+1), Month: true, Quarter: true,
		})
	}
	r.update(func(tx *storage.Tx) error {
		if err := tx.PutUnits(list); err != nil {
			return err
		}
		return tx.PutMember(report.Member{ID: reader, Name: "Nguyễn Thị Ví Dụ", Posts: []report.Post{{Role: report.Officer}}})
	})
	return r
}

// open opens the store, as after a restart.
func (r *room) open() {
	r.t.Helper()
	duty := report.DutyRule{Scheme: report.ND09, DeadlineDay: 20, OnDayOff: report.Next, LockAfter: 5, Quota: 1}
	store, err := storage.Open(r.dir, report.Rules{Zone: hanoi, Calendar: report.NewCalendar(nil, nil), Month: duty, Quarter: duty})
	if err != nil {
		r.t.Fatal(err)
	}
	log := slog.New(slog.NewTextHandler(&r.log, nil))
	r.Clerk = &Clerk{
		Store: store, Office: office, Now: func() time.Time { return r.now }, Log: log,
		Papers: Papers{Office: office, Letterhead: digest.Letterhead{Place: "Ví Dụ"}, UrgeDays: 5, Templates: map[string][]byte{}, Log: log},
	}
}

// restart is the end of the process and a new one.
func (r *room) restart() {
	r.t.Helper()
	if err := r.Store.Close(); err != nil {
		r.t.Fatal(err)
	}
	r.open()
}

func (r *room) update(fn func(*storage.Tx) error) {
	r.t.Helper()
	if err := r.Store.Update(r.now, fn); err != nil {
		r.t.Fatal(err)
	}
}

func (r *room) ask(j storage.Job) {
	r.t.Helper()
	j.Period, j.For = november, reader
	r.update(func(tx *storage.Tx) error {
		fresh, err := tx.PutJob(j)
		if !fresh {
			r.t.Errorf("%s was asked for before", j.Key)
		}
		return err
	})
}

// works lets the clerk work, and says how long it then rests.
func (r *room) works() time.Duration {
	r.t.Helper()
	wait, err := r.Work(r.t.Context())
	if err != nil {
		r.t.Fatal(err)
	}
	return wait
}

func (r *room) jobs() (jobs []storage.Job) {
	r.t.Helper()
	r.update(func(tx *storage.Tx) (err error) {
		jobs, err = tx.Jobs()
		return err
	})
	return jobs
}

// sent lets all rows leave, as the sender does.
func (r *room) sent() (rows []storage.Row) {
	r.t.Helper()
	refs, err := r.Store.Watch(time.Now(), func([]storage.Ref) {})
	if err != nil {
		r.t.Fatal(err)
	}
	for _, ref := range refs {
		row, ok, err := r.Store.Claim(r.now, ref)
		if err != nil {
			r.t.Fatal(err)
		}
		if !ok {
			continue
		}
		if err := r.Store.FinishAll(r.now, []storage.Row{row}, []storage.Result{{Fate: storage.Sent, Message: int64(row.Seq)}}, true, nil); err != nil {
			r.t.Fatal(err)
		}
		rows = append(rows, row)
	}
	return rows
}

// carried says which files rows bring, and that they are what they say.
func (r *room) carried(rows []storage.Row) (files []string) {
	r.t.Helper()
	begins := map[string]string{".docx": "PK", ".xlsx": "PK", ".png": "\x89PNG", ".pdf": "%PDF-"}
	for _, row := range rows {
		if row.Message.File == nil {
			r.t.Errorf("%s brings no file: %q", row.Key, row.Message.Text)
			continue
		}
		name := row.Message.File.Name
		body, err := os.ReadFile(r.Store.MediaPath(row.Message.File.Hash))
		if err != nil {
			r.t.Error(err)
		}
		if want := begins[name[strings.LastIndexByte(name, '.'):]]; want == "" || !bytes.HasPrefix(body, []byte(want)) {
			r.t.Errorf("%s begins with %q", name, body[:min(4, len(body))])
		}
		files = append(files, row.Key+": "+name)
	}
	return files
}

func (r *room) want(got, want []string) {
	r.t.Helper()
	if !slices.Equal(got, want) {
		r.t.Errorf("\n got %q\nwant %q\nlog: %s", got, want, r.log.String())
	}
}

func TestJobsBecomeRowsWithFiles(t *testing.T) {
	r := newRoom(t, 3)
	for _, kind := range []string{Report, Workbook, Board, Chart, Urge} {
		r.ask(storage.Job{Kind: kind, Key: "asked/" + kind})
	}
	if wait := r.works(); wait != 0 || len(r.jobs()) != 0 {
		t.Errorf("waits %s with %d jobs", wait, len(r.jobs()))
	}
	r.want(r.carried(r.sent()), []string{
		"asked/report/1: bao-cao-2026-11.docx", "asked/workbook/1: bang-theo-doi-2026-11.xlsx", "asked/board/1: tong-quan-2026-11.png",
		"asked/chart/1: bieu-do-2026-11.png", "asked/urge/1: cong-van-don-doc-2026-11.docx",
	})
	r.works()
	r.want(r.carried(r.sent()), nil)
}

// A board of many units has pages; each is a row of its own.
func TestPagesOfABoard(t *testing.T) {
	r := newRoom(t, 85)
	r.ask(storage.Job{Kind: Board, Key: "board"})
	r.works()
	rows := r.sent()
	files := r.carried(rows)
	if len(files) < 2 || files[1] != "board/2: tong-quan-2026-11-2.png" {
		t.Fatalf("%q", files)
	}
	hashes := map[string]bool{}
	for _, row := range rows {
		hashes[row.Message.File.Hash] = true
	}
	if len(hashes) != len(rows) {
		t.Errorf("%d pages have %d contents", len(rows), len(hashes))
	}
}

// The process ends when the document is made and not handed over yet, and
// again when it is handed over and not sent yet.
func TestCrashBetweenMakingAndHanding(t *testing.T) {
	r := newRoom(t, 3)
	r.ask(storage.Job{Kind: Report, Key: "report"})
	if _, err := r.make(t.Context(), batch(r.jobs())); err != nil {
		t.Fatal(err)
	}
	r.restart()
	r.want(r.carried(r.sent()), nil)
	r.works()
	r.restart()
	r.works()
	r.want(r.carried(r.sent()), []string{"report/1: bao-cao-2026-11.docx"})
	r.restart()
	r.works()
	r.want(r.carried(r.sent()), nil)
	r.update(func(tx *storage.Tx) error {
		fresh, err := tx.PutJob(storage.Job{Kind: Report, Key: "report", For: reader, Period: november})
		if fresh {
			t.Error("the same document is taken again")
		}
		return err
	})
}

// A document that cannot be made is tried three times, with longer and longer
// rests; then its reader hears of it. Others are made meanwhile.
func TestFailingDocument(t *testing.T) {
	r := newRoom(t, 3)
	r.Papers.Templates[digest.ReportTemplate] = []byte("not a Word file")
	r.update(func(tx *storage.Tx) error {
		_, err := tx.Put(storage.Row{Chat: reader, Key: "progress", Message: chat.Message{Text: texts.PaperBegun(Report, november)}})
		return err
	})
	r.sent()
	r.ask(storage.Job{Kind: Report, Key: "asked", Progress: "progress"})
	r.ask(storage.Job{Kind: Report, Key: "clocked"})
	r.ask(storage.Job{Kind: Chart, Key: "chart"})
	if wait := r.works(); wait != firstRest {
		t.Errorf("rests %s after the first time", wait)
	}
	r.want(r.carried(r.sent()), []string{"chart/1: bieu-do-2026-11.png"})
	r.now = r.now.Add(firstRest - time.Millisecond)
	if r.works(); r.jobs()[0].Tries != 1 {
		t.Errorf("tried before its time: %+v", r.jobs()[0])
	}
	r.now = r.now.Add(time.Millisecond)
	r.restart()
	r.Papers.Templates[digest.ReportTemplate] = []byte("not a Word file")
	if wait := r.works(); wait != 2*firstRest || len(r.jobs()) != 2 {
		t.Errorf("rests %s after the second time, with %d jobs", wait, len(r.jobs()))
	}
	r.now = r.now.Add(2 * firstRest)
	if wait := r.works(); wait != 0 || len(r.jobs()) != 0 {
		t.Errorf("rests %s after the third time, with %d jobs", wait, len(r.jobs()))
	}
	var told []string
	for _, row := range r.sent() {
		told = append(told, row.TargetKey+"|"+row.Key+"|"+row.Message.Text)
	}
	failed := office.PaperFailed(Report, november)
	slices.Sort(told)
	if len(told) != 2 || told[1] != "|clocked/1|"+failed || !strings.HasPrefix(told[0], "progress|") || !strings.HasSuffix(told[0], failed) {
		t.Errorf("told %q", told)
	}
	r.update(func(tx *storage.Tx) error {
		fresh, err := tx.PutJob(storage.Job{Kind: Report, Key: "clocked", For: reader, Period: november})
		if fresh {
			t.Error("what was given up is taken again by itself")
		}
		return err
	})
}

// A document that was put off is made when the clock is moved and the store
// wakes its clerk.
func TestWokenAtMovedClock(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRoom(t, 3)
		var shift atomic.Int64
		r.Now = func() time.Time { return r.now.Add(time.Duration(shift.Load())) }
		r.ask(storage.Job{Kind: Chart, Key: "chart"})
		r.update(func(tx *storage.Tx) error {
			jobs, err := tx.Jobs()
			if err != nil {
				return err
			}
			jobs[0].NotBefore = r.now.Add(24 * time.Hour)
			return tx.ChangeJob(jobs[0])
		})
		ctx, stop := context.WithCancel(t.Context())
		ended := make(chan struct{})
		go func() {
			r.Run(ctx)
			close(ended)
		}()
		r.Store.Wake()
		synctest.Wait()
		if len(r.jobs()) != 1 {
			t.Error("made before its time")
		}
		shift.Store(int64(25 * time.Hour))
		r.Store.Wake()
		synctest.Wait()
		if len(r.jobs()) != 0 {
			t.Error("not made")
		}
		stop()
		<-ended
	})
}

// What panics is a document that cannot be made: the others are.
func TestPanickingDocument(t *testing.T) {
	r := newRoom(t, 3)
	r.Papers.Office.Zone = nil // no document can do without
	r.ask(storage.Job{Kind: Report, Key: "report"})
	if wait := r.works(); wait != firstRest || r.jobs()[0].Tries != 1 {
		t.Errorf("rests %s: %+v", wait, r.jobs())
	}
	if !strings.Contains(r.log.String(), "document ended in a panic") {
		t.Errorf("the log: %s", r.log.String())
	}
	r.Papers.Office.Zone = hanoi
	r.now = r.now.Add(firstRest)
	r.works()
	r.want(r.carried(r.sent()), []string{"report/1: bao-cao-2026-11.docx"})
}

func TestNobodyToUrge(t *testing.T) {
	r := newRoom(t, 0)
	r.ask(storage.Job{Kind: Urge, Key: "urge"})
	r.works()
	rows := r.sent()
	if len(rows) != 1 || rows[0].Message.File != nil || rows[0].Message.Text != texts.PaperEmpty(Urge) {
		t.Errorf("%+v", rows)
	}
	if left := r.jobs(); len(left) != 0 {
		t.Errorf("still to do: %+v", left)
	}
}

// Whoever has left, or does not hold the post any more, gets nothing.
func TestReaderWhoLeft(t *testing.T) {
	r := newRoom(t, 3)
	r.ask(storage.Job{Kind: Chart, Key: "post", Progress: "progress", Posts: []report.Post{{Role: report.Officer}}})
	r.works()
	r.update(func(tx *storage.Tx) error {
		return tx.PutMember(report.Member{ID: reader, Name: "Nguyễn Thị Ví Dụ"})
	})
	r.want(r.carried(r.sent()), nil)
	r.ask(storage.Job{Kind: Chart, Key: "person"})
	r.works()
	r.update(func(tx *storage.Tx) error { return tx.DeleteMember(reader) })
	r.want(r.carried(r.sent()), nil)
}

func TestUnknownDocument(t *testing.T) {
	r := newRoom(t, 1)
	if _, err := r.Papers.Make(t.Context(), r.Store, r.now, Order{Kind: "poem", Period: november}); err == nil {
		t.Error("a poem was made")
	}
}

// The newest bar of the chart is the number of the period, in which what the
// unit took back does not count and what the agency took down does.
func TestChartCountsAsTheFigures(t *testing.T) {
	r := newRoom(t, 2)
	r.update(func(tx *storage.Tx) error {
		for _, review := range []report.Review{report.Accepted, report.Retracted, report.Withdrawn, report.Returned} {
			e := report.Example{Unit: "U01", Periods: []report.Period{november}, Review: review, Sent: r.now, Received: r.now}
			if _, err := tx.NewExample(e); err != nil {
				return err
			}
		}
		return nil
	})
	got, err := r.Papers.read(t.Context(), r.Store, r.now, Order{Kind: Chart, Period: november})
	if err != nil {
		t.Fatal(err)
	}
	in := r.Papers.chart(got)
	if newest := in.Months[len(in.Months)-1]; in.Total != 3 || newest.Examples != in.Total || newest.Period != november {
		t.Errorf("%d examples, the newest bar is %+v", in.Total, newest)
	}
}

// A chart reads less of each example than a report, and measures and counts the
// same.
func TestAChartMeasuresAsAReport(t *testing.T) {
	r := newRoom(t, 3)
	r.update(func(tx *storage.Tx) error {
		if err := tx.PutNil(report.Filing{Unit: "U03", Period: november, At: r.now, By: reader}); err != nil {
			return err
		}
		for n, c := range []report.Content{
			{Object: report.Person, Groups: []report.Group{report.Worker, report.Border}, Field: report.Fields[0], Gender: "nữ", Ethnicity: "Thái", Position: "hiệu trưởng"},
			{Object: report.Person, Groups: []report.Group{report.Farmer}, Gender: "nam", Ethnicity: "Kinh", Position: "trưởng bản"},
			{Object: report.Collective, Groups: []report.Group{report.SmallCollective, report.Remote}, Field: report.Fields[1]},
			{Object: report.Person},
		} {
			c.Category, c.Name, c.Title = report.GoodDeed, fmt.Sprint("Người Ví Dụ ", n), "Việc ví dụ"
			e := report.Example{Unit: "U01", Periods: []report.Period{november.Add(-n / 3)}, Review: report.Accepted, Content: c, Sent: r.now, Received: r.now}
			if _, err := tx.NewExample(e); err != nil {
				return err
			}
		}
		return nil
	})
	var balances []report.Balance
	var counts [][]int
	for _, kind := range []string{Chart, Workbook} {
		got, err := r.Papers.read(t.Context(), r.Store, r.now, Order{Kind: kind, Period: november})
		if err != nil {
			t.Fatal(err)
		}
		balances, counts = append(balances, got.balance), append(counts, got.counts)
		have := map[report.Period]int{}
		for _, st := range got.standings {
			have[st.Period] += st.Have
		}
		for i, p := range got.periods {
			if kind != Chart && have[p] != got.counts[i] {
				t.Errorf("%d examples of %s, %d by its standings", got.counts[i], p, have[p])
			}
		}
	}
	if !reflect.DeepEqual(balances[0], balances[1]) || balances[0].Women != 1 || !slices.Equal(counts[0], counts[1]) || counts[0][len(counts[0])-1] != 3 {
		t.Errorf("a chart has\n%+v %v\na workbook\n%+v %v", balances[0], counts[0], balances[1], counts[1])
	}
}

// A quarter's report says apart what its months introduced, what was chosen for it,
// and what there was since January; the words under the board say its numbers.
func TestFiguresInWords(t *testing.T) {
	r := newRoom(t, 2)
	quarter := report.Period{Duty: report.Quarter, Year: 2026, Number: 4}
	r.update(func(tx *storage.Tx) error {
		for _, periods := range [][]report.Period{{november.Add(-9)}, {november.Add(-1)}, {november}, {november, quarter}} {
			e := report.Example{Unit: "U01", Periods: periods, Review: report.Accepted, Sent: r.now, Received: r.now}
			e.Content.Category, e.Content.Object = report.GoodDeed, report.Person
			if _, err := tx.NewExample(e); err != nil {
				return err
			}
		}
		return nil
	})
	files, err := r.Papers.Make(t.Context(), r.Store, r.now, Order{Kind: Report, Period: quarter})
	if err != nil {
		t.Fatal(err)
	}
	said := strings.Join(readWord(t, files[0].Data).passages, "\n")
	for _, want := range []string{
		"Trong các tháng của quý IV năm 2026, các đơn vị đã giới thiệu 03 gương (tháng 10: 01; tháng 11: 02; tháng 12: 0).",
		"Cho kỳ báo cáo quý IV năm 2026, các đơn vị đã chọn, giới thiệu 01 gương",
		"Lũy kế từ đầu năm (từ tháng 01 đến tháng 12 năm 2026), các đơn vị đã giới thiệu 04 gương.",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
	r.ask(storage.Job{Kind: Board, Key: "board"})
	r.works()
	want := "Đã gửi: 1/2 đơn vị (50%). Chưa gửi: 1 đơn vị, trong đó 1 chưa kết nối. Gương được giới thiệu: 2."
	if got := r.sent()[0].Message.Text; !strings.HasSuffix(got, "\n"+want) {
		t.Errorf("under the board: %q", got)
	}
}

// Everybody who waits for the same document gets the same file, which is made
// once; what others ask for meanwhile is made for them.
func TestMadeOnceForAllReaders(t *testing.T) {
	r := newRoom(t, 3)
	moment := r.now
	r.Now = func() time.Time { // every document is made at a moment of its own, which it says
		moment = moment.Add(time.Minute)
		return moment
	}
	for id := range int64(3) {
		r.update(func(tx *storage.Tx) error {
			return tx.PutMember(report.Member{ID: reader + id, Posts: []report.Post{{Role: report.Officer}}})
		})
	}
	for id := range int64(3) {
		for _, kind := range []string{Report, Board} {
			r.update(func(tx *storage.Tx) error {
				_, err := tx.PutJob(storage.Job{Kind: kind, Period: november, For: reader + id, Key: fmt.Sprintf("%s/%d", kind, reader+id)})
				return err
			})
		}
	}
	r.update(func(tx *storage.Tx) error {
		_, err := tx.PutJob(storage.Job{Kind: Report, Period: november.Add(-1), For: reader, Key: "another"})
		return err
	})
	r.works()
	rows := r.sent()
	if files := r.carried(rows); len(files) != 7 {
		t.Fatalf("%q", files)
	}
	made, to := map[string]bool{}, map[int64]int{}
	for _, row := range rows {
		made[row.Message.File.Hash] = true
		to[row.Chat]++
	}
	if len(made) != 3 || len(to) != 3 || to[reader] != 3 {
		t.Errorf("%d files were made for %v", len(made), to)
	}
}

// The program dies while a document is made, as one that eats all memory lets
// it: it is taken again at the next start, and once more it is not. Who asked
// hears of it and may ask again; what others asked for is made.
func TestTheProgramDiesOverADocument(t *testing.T) {
	r := newRoom(t, 3)
	r.ask(storage.Job{Kind: Report, Key: "deadly"})
	dies := func() {
		t.Helper()
		if err := r.change(batch(r.jobs()), func(j *storage.Job) { j.Begun++ }); err != nil { // as do begins
			t.Fatal(err)
		}
		r.restart()
	}
	dies()
	dies()
	r.ask(storage.Job{Kind: Chart, Key: "chart"})
	if wait := r.works(); wait != 0 || len(r.jobs()) != 0 {
		t.Errorf("rests %s with %+v", wait, r.jobs())
	}
	rows := r.sent()
	if len(rows) != 2 || rows[0].Message.Text != office.PaperFailed(Report, november) || rows[1].Key != "chart/1" {
		t.Errorf("%+v", rows)
	}
	if !strings.Contains(r.log.String(), "document set aside") {
		t.Errorf("the log: %s", r.log.String())
	}
	r.ask(storage.Job{Kind: Report, Key: "asked again"})
	r.works()
	r.want(r.carried(r.sent()), []string{"asked again/1: bao-cao-2026-11.docx"})
}

// A document is marked before it is begun, and the mark goes with a failure and
// with a stop: only the end of the program itself leaves it.
func TestBegunIsMarkedWhileItIsMade(t *testing.T) {
	r := newRoom(t, 3)
	r.ask(storage.Job{Kind: Report, Key: "report"})
	begun := func() int { return r.jobs()[0].Begun }
	ctx, stop := context.WithCancel(t.Context())
	seen := -1
	r.Papers.Templates[digest.ReportTemplate] = []byte("not a Word file")
	r.works()
	if begun() != 0 || r.jobs()[0].Tries != 1 {
		t.Errorf("after a failure: %+v", r.jobs()[0])
	}
	delete(r.Papers.Templates, digest.ReportTemplate)
	r.now = r.now.Add(firstRest)
	calls := 0
	r.Now = func() time.Time { // the clock is read as the making begins
		if calls++; calls > 3 && seen < 0 {
			seen = begun()
			stop()
		}
		return r.now
	}
	if _, err := r.Work(ctx); err != nil {
		t.Fatal(err)
	}
	if seen != 1 || begun() != 0 || r.jobs()[0].Tries != 1 {
		t.Errorf("begun %d times while it was made; after the stop: %+v", seen, r.jobs()[0])
	}
	r.want(r.carried(r.sent()), nil)
	r.works()
	r.want(r.carried(r.sent()), []string{"report/1: bao-cao-2026-11.docx"})
}
