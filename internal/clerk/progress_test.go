package clerk

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// The message that was pressed tells how far a long document is: at most every few
// seconds, and of what was not sent yet only the last. In the end it says that it is made.
func TestProgressIsTold(t *testing.T) {
	r := newRoom(t, 9)
	illustrate(t, r.Store, &r.Papers, 16, 1, noisy(t, 240, 180, 95))
	r.Papers.fileLimit = 240 << 10
	begun := r.now
	r.Now = func() time.Time { r.now = r.now.Add(time.Second); return r.now } // each look takes a second
	r.update(func(tx *storage.Tx) error {
		_, err := tx.Put(storage.Row{Chat: reader, Key: "progress", Message: chat.Message{Text: texts.PaperBegun(Report, november)}})
		return err
	})
	r.sent()
	r.ask(storage.Job{Kind: Report, Key: "asked", Progress: "progress"})
	var steps []string
	b := r.jobs()
	g := r.progress(b)
	say := g.say
	g.say = func(step string) { steps = append(steps, step); say(step) }
	papers := r.Papers
	papers.progress = g
	if _, err := papers.Make(t.Context(), r.Store, r.now, orderOf(b[0])); err != nil {
		t.Fatal(err)
	}
	all := strings.Join(steps, "\n")
	for _, want := range []string{"Đã xem ", "Đã thu nhỏ ", "Đang lập tập "} {
		if !strings.Contains(all, want) {
			t.Errorf("no step says %q:\n%s", want, all)
		}
	}
	if most := int(r.now.Sub(begun)/tellEvery) + 1; len(steps) > most {
		t.Errorf("%d steps in %s", len(steps), r.now.Sub(begun))
	}
	rows := r.sent()
	want := texts.PaperBegun(Report, november) + "\n" + steps[len(steps)-1]
	if len(rows) != 1 || rows[0].TargetKey != "progress" || rows[0].Message.Text != want {
		t.Errorf("told %+v", rows)
	}
	r.works()
	for _, row := range r.sent() {
		if row.TargetKey == "progress" && row.Message.Text != texts.PaperDone(Report, november) {
			t.Errorf("in the end it says %q", row.Message.Text)
		}
	}
}

// While a conversion runs, of which nothing is seen, it is told for how long it has.
func TestProgressOfWhatIsNotSeen(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var said []string
		g := &progress{say: func(step string) { said = append(said, step) }, now: time.Now, last: time.Now()}
		ended := g.during(t.Context(), func(d time.Duration) string { return texts.PDFUnderWay(int(d.Seconds())) })
		time.Sleep(3*tellEvery + time.Second)
		ended()
		time.Sleep(time.Minute)
		if fmt.Sprint(said) != fmt.Sprint([]string{texts.PDFUnderWay(4), texts.PDFUnderWay(8), texts.PDFUnderWay(12)}) {
			t.Errorf("said %q", said)
		}
	})
}
