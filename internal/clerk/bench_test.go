//go:build unix

package clerk

import (
	"fmt"
	"io"
	"log/slog"
	"os"
	"runtime/debug"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"

	"guongsang/internal/digest"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/storage"
)

// BenchmarkDocuments makes the documents of a month from a year of a commune and
// of a province, and with GUONGSANG_UNITS=20000 of as many units more. The floor
// is the decoding of that month's examples, without which no document can be
// made: x-read is how many times it a document takes.
func BenchmarkDocuments(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // as main does
	sizes := []int{85, 3321}
	if more := os.Getenv("GUONGSANG_UNITS"); more != "" {
		n, err := strconv.Atoi(more)
		if err != nil {
			b.Fatal(err)
		}
		sizes = append(sizes, n)
	}
	for _, units := range sizes {
		store, now := year(b, units)
		log := slog.New(slog.NewTextHandler(io.Discard, nil))
		papers := Papers{Office: office, Letterhead: digest.Letterhead{Place: "Ví Dụ"}, Templates: map[string][]byte{}, Log: log}
		for _, kind := range PeriodKinds {
			b.Run(fmt.Sprintf("%s/units=%d", kind, units), func(b *testing.B) {
				var made, read time.Duration
				for b.Loop() {
					began := cpu()
					files, err := papers.Make(b.Context(), store, now, Order{Kind: kind, Period: november})
					if err != nil || len(files) == 0 {
						b.Fatal(err)
					}
					made += cpu() - began
					began = cpu()
					if err := store.View(now, func(tx *storage.Tx) error { _, err := tx.ExamplesIn(november); return err }); err != nil {
						b.Fatal(err)
					}
					read += cpu() - began
				}
				b.ReportMetric(0, "ns/op")
				b.ReportMetric(float64(made.Microseconds())/1000/float64(b.N), "cpu-ms")
				b.ReportMetric(float64(made)/float64(read), "x-read")
			})
		}
	}
}

// year is a store in which four units of five introduced somebody in each month
// of a year, and were reminded before.
func year(b *testing.B, units int) (*storage.Store, time.Time) {
	b.Helper()
	duty := report.DutyRule{Scheme: report.ND09, DeadlineDay: 20, OnDayOff: report.Next, LockAfter: 5, Quota: 1}
	store, err := storage.Open(b.TempDir(), report.Rules{Zone: hanoi, Calendar: report.NewCalendar(nil, nil), Month: duty, Quarter: duty})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { store.Close() })
	now := time.Date(2026, 11, 25, 9, 0, 0, 0, hanoi)
	code := func(i int) string { return fmt.Sprintf("U%05d", i) }
	var list []report.Unit
	people := make([]int, units)
	for i := range units {
		people[i] = i
		list = append(list, report.Unit{
			Code: code(i), Name: fmt.Sprintf("Trường Phổ thông dân tộc bán trú Tiểu học số %d", i), Block: fmt.Sprintf("Khối %d", i/30+1), Month: true, Quarter: true,
		})
	}
	do := func(now time.Time, fn func(*storage.Tx) error) {
		if err := store.Update(now, fn); err != nil {
			b.Fatal(err)
		}
	}
	do(now, func(tx *storage.Tx) error { return tx.PutUnits(list) })
	for some := range slices.Chunk(people, 1000) {
		do(now, func(tx *storage.Tx) error {
			for _, i := range some {
				m := report.Member{ID: int64(i + 1), Name: "Lò Thị Nhung", Posts: []report.Post{{Role: report.Focal, Unit: code(i)}}}
				if err := tx.PutMember(m); err != nil {
					return err
				}
			}
			return nil
		})
	}
	for back := columns - 1; back >= 0; back-- {
		p := november.Add(-back)
		sent := now.AddDate(0, -back, -10)
		for some := range slices.Chunk(people, 1000) {
			do(sent, func(tx *storage.Tx) error {
				for _, i := range some {
					if err := duty4of5(tx, p, code(i), i, back == 0); err != nil {
						return err
					}
				}
				return nil
			})
		}
	}
	return store, now
}

// duty4of5 is what the nth unit does for a period.
func duty4of5(tx *storage.Tx, p report.Period, unit string, n int, logged bool) error {
	if logged {
		for _, stage := range []string{"-5", "-2", "0"} {
			k := storage.StageKey{Period: p, Unit: unit, Deadline: report.NewDate(2026, 11, 20), Stage: stage, Member: int64(n + 1)}
			if err := tx.PutStage(storage.Stage{StageKey: k, Note: "merged"}); err != nil {
				return err
			}
		}
	}
	if n%5 == 4 {
		return nil
	}
	_, err := tx.NewExample(report.Example{
		Unit: unit, By: int64(n + 1), Periods: []report.Period{p}, Sent: tx.Now, Received: tx.Now,
		Review:  []report.Review{report.Received, report.Accepted, report.Published}[n%3],
		Content: story(n, tx.Now),
	})
	return err
}

// story is what is introduced, as long as it usually is.
func story(n int, day time.Time) report.Content {
	c := report.Content{
		Category: report.Categories[n%len(report.Categories)], Object: report.Objects[n%len(report.Objects)], Name: "Lò Thị Xuân An", Place: "Bản Mồ, xã Ví Dụ",
		Title: "Cô giáo cắm bản chín năm, vận động toàn bộ trẻ năm tuổi ra lớp", Consent: report.Consents[n%len(report.Consents)],
		Summary: "Chín năm cắm bản ở điểm trường xa nhất, cô Xuân An đi từng nhà cùng trưởng bản vận động phụ huynh. Những ngày mưa lũ, cô ở lại với các em, " +
			"nấu cơm, giữ ấm, dạy chữ buổi tối cho người lớn. Đến nay toàn bộ trẻ năm tuổi của bản ra lớp đúng độ tuổi, tỷ lệ chuyên cần đạt 98%. " +
			"Cô cùng phụ huynh làm vườn rau, nuôi gà để thêm bữa ăn cho học sinh bán trú, được bà con tin yêu và noi theo.",
		Born: 1991, Gender: "nữ", Position: "Giáo viên", Field: report.Fields[n/5%len(report.Fields)], Groups: []report.Group{report.Groups[n%len(report.Groups)]},
		Results: "32 trẻ ra lớp, 98% chuyên cần", Spread: "Ba điểm trường trong xã làm theo",
	}
	if c.Consent != report.NotGiven {
		c.Agreement = privacy.Agree(c, report.DateOf(day))
	}
	return c
}

// cpu is the processor time that this process has used: on a machine that others
// use too, it says more than the clock.
func cpu() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
