package storage_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/sample"
	"guongsang/internal/search"
	"guongsang/storage"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// BenchmarkSearch looks for what people type among 20,000 examples of some 600 letters
// each, as those see them who find most: the agency, and a leader for whom names are
// masked. The floor is every byte of what they are found by, read once. A machine that
// does other work as well is told by the clock, but not by the processor time.
func BenchmarkSearch(b *testing.B) {
	s := library(b, 20_000)
	for name, by := range map[string]search.Reader{"agency": {Agency: true}, "leader": {Audience: privacy.Public}} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			var took, used, floor []time.Duration
			for b.Loop() {
				query := queries[len(took)%len(queries)]
				floor = append(floor, usedBy(func() { timed(b, func() error { return readEntries(s) }) }))
				used = append(used, usedBy(func() {
					took = append(took, timed(b, func() error { return lookFor(s, by, query) }))
				}))
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(p99(took).Seconds()*1000, "p99-ms")
			b.ReportMetric(p99(used).Seconds()*1000, "p99-cpu-ms")
			b.ReportMetric(p99(used).Seconds()/median(floor).Seconds(), "p99/floor")
		})
	}
}

func lookFor(s *storage.Store, by search.Reader, query string) error {
	return s.View(sample.Until(), func(tx *storage.Snapshot) error {
		_, err := tx.Search(search.New(search.Query{Words: search.Words(query)}, by, tx.Directory(), 6))
		return err
	})
}

func p99(all []time.Duration) time.Duration {
	slices.Sort(all)
	return all[len(all)*99/100]
}

func usedBy(fn func()) time.Duration {
	began := processorTime()
	fn()
	return processorTime() - began
}

// queries are what people type: names, places, units, words that few have, all, or none.
var queries = []string{"A Páo", "Lò Thị Mai", "páo", "hiến đất", "hien dat ban na cung", "trạm y tế", "0042", "Giàng", "bản", "a", "xe cứu thương", "lo van chung dao san", "học sinh bản lang 12", "mô hình trồng chuối", "không có chữ này"}

func readEntries(s *storage.Store) error {
	return s.View(sample.Until(), func(tx *storage.Snapshot) error {
		sum := 0
		err := kv.Each(tx, layout.BucketSearch, nil, func(_, v []byte) error {
			for _, c := range v {
				sum += int(c)
			}
			return nil
		})
		if sum == 0 {
			return fmt.Errorf("nothing was read: %w", err)
		}
		return err
	})
}

// library is a store of so many examples.
func library(b *testing.B, n int) *storage.Store {
	b.Helper()
	s, err := storage.Open(b.TempDir(), sample.Rules())
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	r := rand.New(rand.NewPCG(7, 4))
	pick := func(words ...string) string { return words[r.IntN(len(words))] }
	names := func() string {
		return pick("Lò", "Giàng", "Tẩn", "Vàng", "Nguyễn", "Phàn", "Chẻo", "Sùng") + " " + pick("A", "Văn", "Thị", "Phủ", "Láo", "Quốc") + " " + pick("Páo", "Mai", "Chung", "Hoa", "Dế", "Minh", "Sử", "Lìn", "An", "Dung")
	}
	syllables := strings.Fields("bà con trong bản đã cùng nhau hiến đất mở đường làm cầu qua suối đưa học sinh đến trường vận động hộ nghèo nuôi ong trồng chuối thảo quả bán hàng qua mạng giữ rừng đầu nguồn tuần tra biên giới cứu người trong mưa lũ nhặt được ví trả lại người mất giúp đỡ gia đình khó khăn sửa nhà dột nát")
	text := func(words int) string {
		all := make([]string, words)
		for i := range all {
			if all[i] = syllables[r.IntN(len(syllables))]; r.IntN(12) == 0 {
				all[i] = fmt.Sprint(1 + r.IntN(400))
			}
		}
		return strings.Join(all, " ")
	}
	var units []report.Unit
	for i := range 85 {
		units = append(units, report.Unit{Code: fmt.Sprintf("PT%03d", i+1), Name: pick("Trạm Y tế xã", "Trường Mầm non xã", "UBND xã", "Hội Nông dân xã") + " " + pick("Dào San", "Mù Sang", "Bản Lang", "Sin Suối Hồ", "Nậm Xe"), Block: fmt.Sprintf("Khối %d", i%6+1), Month: true})
	}
	day := sample.Until().AddDate(-10, 0, 0)
	if err := s.Update(day, func(tx *storage.Tx) error { return tx.PutUnits(units) }); err != nil {
		b.Fatal(err)
	}
	for made := 0; made < n; day = day.Add(440 * time.Hour) {
		err := s.Update(day, func(tx *storage.Tx) error {
			for range 100 {
				c := report.Content{
					Category: report.GoodDeed, Object: report.Person, Name: names(), Title: text(6), Summary: text(120), Born: 1950 + r.IntN(65),
					Place: "bản " + pick("Nà Cúng", "Sin Chải", "Hợp 1", "Van Hồ", "Bản Lang 2") + ", xã " + pick("Dào San", "Mù Sang", "Bản Lang"), Consent: report.Consents[r.IntN(3)],
				}
				_, err := tx.NewExample(report.Example{Unit: units[r.IntN(len(units))].Code, By: 7, Content: c, Review: report.Accepted, Sent: day, Received: day,
					Periods: []report.Period{{Duty: report.Month, Year: day.Year(), Number: int(day.Month())}}})
				if err != nil {
					return err
				}
				made++
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	return s
}
