package clerk

import (
	"fmt"
	"log/slog"
	"testing"
	"time"

	"guongsang/internal/report"
	"guongsang/storage"
)

// BenchmarkErrands has somebody save every two milliseconds beside each errand that
// writes for all units: longest-ms is the longest that a save waited, alone-ms with
// nothing beside it; took-ms is the whole errand.
func BenchmarkErrands(b *testing.B) {
	for _, units := range []int{3321, 20000} {
		store, err := storage.Open(b.TempDir(), report.Rules{
			Zone: hanoi, Calendar: report.NewCalendar(nil, nil), Month: report.DutyRule{Scheme: report.ND09, DeadlineDay: 20, OnDayOff: report.Next, LockAfter: 5, Quota: 1},
		})
		if err != nil {
			b.Fatal(err)
		}
		now := time.Date(2026, 11, 25, 9, 0, 0, 0, hanoi)
		update := func(fn func(*storage.Tx) error) {
			if err := store.Update(now, fn); err != nil {
				b.Fatal(err)
			}
		}
		c := &Clerk{Store: store, Office: office, Now: func() time.Time { return now }, Log: slog.New(slog.DiscardHandler)}
		update(func(tx *storage.Tx) error {
			var list []report.Unit
			for i := range units {
				list = append(list, report.Unit{Code: fmt.Sprintf("U%05d", i), Name: "Đơn vị Ví Dụ", Block: "Khối 1", Month: true})
			}
			if err := tx.PutUnits(list); err != nil {
				return err
			}
			return tx.PutMember(report.Member{ID: reader, Name: "Nguyễn Thị Ví Dụ", Posts: []report.Post{{Role: report.Officer}}})
		})
		alone := longestWait(b, c, func() { time.Sleep(time.Second / 2) })
		officer := []report.Post{{Role: report.Officer}}
		for _, j := range []storage.Job{
			{Kind: Invites, For: reader, Posts: officer}, {Kind: Revoke, Ref: "7"}, {Kind: Extended, Period: november, For: reader, Posts: officer},
		} {
			b.Run(fmt.Sprintf("%s/%d", j.Kind, units), func(b *testing.B) {
				var longest, took time.Duration
				for n := 0; b.Loop(); n++ {
					b.StopTimer()
					j.Key = fmt.Sprintf("%s/%d/%d", j.Kind, units, n)
					prepare(b, c, j)
					begin := time.Now()
					longest = max(longest, longestWait(b, c, func() {
						b.StartTimer()
						if _, err := c.Work(b.Context()); err != nil {
							b.Fatal(err)
						}
						b.StopTimer()
					}))
					took += time.Since(begin)
					b.StartTimer()
				}
				b.ReportMetric(0, "ns/op")
				b.ReportMetric(longest.Seconds()*1000, "longest-ms")
				b.ReportMetric(alone.Seconds()*1000, "alone-ms")
				b.ReportMetric(took.Seconds()*1000/float64(b.N), "took-ms")
			})
		}
		store.Close()
	}
}

// prepare puts a job, and what it is about: for Revoke the invites of a sheet whose
// maker is an officer no more, for Extended a focal point of each unit.
func prepare(b *testing.B, c *Clerk, j storage.Job) {
	b.Helper()
	update := func(fn func(*storage.Tx) error) {
		if err := c.Store.Update(c.Now(), fn); err != nil {
			b.Fatal(err)
		}
	}
	as := func(role report.Role) func(*storage.Tx) error {
		return func(tx *storage.Tx) error {
			return tx.PutMember(report.Member{ID: reader, Name: "Nguyễn Thị Ví Dụ", Posts: []report.Post{{Role: role}}})
		}
	}
	update(as(report.Officer))
	switch j.Kind {
	case Revoke:
		if _, err := c.makeInvites(b.Context(), storage.Job{For: reader, Posts: []report.Post{{Role: report.Officer}}}); err != nil {
			b.Fatal(err)
		}
		update(as(report.Leader))
	case Extended:
		update(func(tx *storage.Tx) error {
			for i, u := range tx.Directory().Units() {
				post := report.Post{Role: report.Focal, Unit: u.Code}
				if err := tx.PutMember(report.Member{ID: int64(1000 + i), Name: "Lò Văn Mẫu", Posts: []report.Post{post}}); err != nil {
					return err
				}
			}
			return tx.PutExtension(report.Extension{Period: november, Deadline: report.NewDate(2026, 11, 27)})
		})
	}
	update(func(tx *storage.Tx) error { _, err := tx.PutJob(j); return err })
}

// longestWait is the longest that a save took beside something.
func longestWait(b *testing.B, c *Clerk, beside func()) time.Duration {
	over, longest := make(chan struct{}), make(chan time.Duration)
	go func() {
		var most time.Duration
		for {
			begin := time.Now()
			if err := c.Store.Update(c.Now(), func(tx *storage.Tx) error { return tx.PutMark("errand", c.Now()) }); err != nil {
				b.Error(err)
			}
			most = max(most, time.Since(begin))
			select {
			case <-over:
				longest <- most
				return
			case <-time.After(2 * time.Millisecond):
			}
		}
	}()
	beside()
	close(over)
	return <-longest
}
