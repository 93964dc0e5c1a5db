package handlers

import (
	"fmt"
	"runtime"
	"testing"
	"time"

	"guongsang/internal/report"
	"guongsang/storage"
)

// provinceOf makes a house with so many units, half of which have sent, and an
// officer.
func provinceOf(tb testing.TB, n int) *house {
	tb.Helper()
	h := newHouse(tb)
	var units []report.Unit
	for i := range n {
		units = append(units, report.Unit{Code: fmt.Sprintf("DV%04d", i), Name: fmt.Sprintf("Xã Mường So %d", i), Block: fmt.Sprintf("Khối %d", i%60), Month: true})
	}
	h.change(func(tx *storage.Tx) error {
		if err := tx.PutUnits(units); err != nil {
			return err
		}
		for _, u := range units[:n/2] {
			_, err := tx.NewExample(report.Example{
				Unit: u.Code, Periods: []report.Period{{Duty: report.Month, Year: 2026, Number: 11}}, Review: report.Received, Sent: h.now, Received: h.now,
				Content: report.Content{Category: report.GoodDeed, Object: report.Person, Name: "Lò Văn " + u.Code, Title: "Trả lại ví ở " + u.Name},
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	h.member("Hạnh", "officer")
	return h
}

// asked are what an officer types that looks at every unit.
var asked = []string{"Tình hình", "Đơn vị", "mường so 7", "Chờ xem", "Mời"}

// What an officer asks costs at most in proportion to the number of units, and
// the answer stays one message of one screen.
func TestTurnsCostWhatTheirUnitsCost(t *testing.T) {
	const few = 330
	small, large := provinceOf(t, few), provinceOf(t, 10*few)
	for _, word := range asked {
		a, b := allocations(small, word), allocations(large, word)
		t.Logf("%s: %d and %d", word, a, b)
		if b > 11*a {
			t.Errorf("%s costs %d allocations with %d units, and %d with ten times as many", word, a, few, b)
		}
		if got := len(large.screens[large.id("Hạnh")]); got != len(small.screens[small.id("Hạnh")]) {
			t.Errorf("%s: %d messages", word, got)
		}
		if text := large.last("Hạnh").String(); len(text) > 2048 {
			t.Errorf("%s is answered with %d bytes", word, len(text))
		}
	}
}

func allocations(h *house, word string) uint64 {
	h.t.Helper()
	h.say("Hạnh", word) // what is kept from then on costs no more
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	h.say("Hạnh", word)
	runtime.ReadMemStats(&after)
	return after.Mallocs - before.Mallocs
}

// BenchmarkTurnsOfAProvince says how many times as long a turn of an officer
// takes with 3,321 units as one that looks at none, in turns.
func BenchmarkTurnsOfAProvince(b *testing.B) {
	h := provinceOf(b, 3321)
	for _, word := range asked[:3] {
		b.Run(word, func(b *testing.B) {
			var turn, plain time.Duration
			for b.Loop() {
				began := time.Now()
				h.say("Hạnh", "/trogiup")
				between := time.Now()
				h.say("Hạnh", word)
				plain, turn = plain+between.Sub(began), turn+time.Since(between)
			}
			b.ReportMetric(0, "ns/op") // of both together
			b.ReportMetric(float64(turn)/float64(plain), "x-help")
		})
	}
}
