package app

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"guongsang/internal/emulator"
	"guongsang/internal/report"
	"guongsang/storage"
)

// A stage comes due for everybody at once. All are told as fast as the limit of
// sending allows, each once, and whoever asks for something meanwhile is
// answered as if nobody else were there. GUONGSANG_LONG=1 makes it 20,000 people.
func TestWave(t *testing.T) {
	people := 300
	if os.Getenv("GUONGSANG_LONG") != "" {
		people = 20_000
	}
	cfg := bubbleConfig()
	cfg.Digests = nil
	inBubble(t, cfg, "2026-11-12 12:00", func(b *bubble) {
		all := make([]*emulator.Person, people)
		b.start()
		for i := range all {
			all[i] = b.newcomer(fmt.Sprintf("Đầu mối %d", i+1))
			all[i].Start("")
		}
		b.pass(2 * time.Hour) // everybody has had an answer
		for some := range slices.Chunk(all, 1000) {
			b.change(func(tx *storage.Tx) error { return enrolAll(tx, some) })
		}
		b.until("2026-11-13 08:00")
		took := time.Duration(float64(people)/cfg.Limits.PerSecond*float64(time.Second)) * 102 / 100
		for range 4 { // somebody asks now and then
			b.pass(took / 5)
			asker := all[people/2]
			before := len(b.got(asker.ID(), ""))
			asker.Say("/menu")
			b.pass(2 * time.Second)
			if len(b.got(asker.ID(), "")) == before {
				b.fail("no answer within two seconds")
			}
		}
		b.until("2026-11-13 09:00")
		told, last := map[int64]int{}, time.Time{}
		for _, m := range b.srv.Sent() {
			if strings.HasPrefix(m.Text, reminder) {
				told[m.Chat]++
				last = m.At
			}
		}
		for _, p := range all {
			if told[p.ID()] != 1 {
				b.fail("%s was reminded %d times", p.Name(), told[p.ID()])
			}
		}
		if wave := last.Sub(b.at("2026-11-13 08:00")); wave > took {
			b.fail("the wave took %v, at %v a second for %d people that is %.3f times the limit", wave, cfg.Limits.PerSecond, people,
				wave.Seconds()*cfg.Limits.PerSecond/float64(people))
		} else {
			t.Logf("%d people in %v", people, wave)
		}
	})
}

// enrolAll makes each of some people the focal point of a unit of their own.
func enrolAll(tx *storage.Tx, people []*emulator.Person) error {
	var units []report.Unit
	for _, p := range people {
		code := fmt.Sprintf("U%05d", p.ID())
		units = append(units, report.Unit{Code: code, Name: "Đơn vị " + code, Block: "Khối", Month: true})
		if err := tx.PutMember(report.Member{ID: p.ID(), Name: p.Name(), Posts: []report.Post{focal(code)}}); err != nil {
			return err
		}
	}
	return tx.PutUnits(units)
}
