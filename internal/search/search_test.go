package search

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
)

func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"Tẩn A Páo, bản Nà Cúng": "tan a pao ban na cung", "Ma Ly Pho": "ma li pho", "Hiến 1.200 m² đất": "hien 1200 m2 dat", "6.450.000 đồng.": "6450000 dong",
		"V.A.P.": "v a p", "12,5 km": "12 5 km", "": "", "\n—": "", "ĐÀO QUỐC HƯNG": "dao quoc hung",
	} {
		if got := strings.Join(Words(text), " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

var (
	sent      = time.Date(2026, 11, 3, 8, 0, 0, 0, time.UTC)
	october   = report.Period{Duty: report.Month, Year: 2026, Number: 10}
	november  = october.Add(1)
	directory = report.NewDirectory([]report.Unit{
		{Code: "PT001", Name: "Trạm Y tế Hoa Ban", Block: "Khối 1"}, {Code: "PT002", Name: "UBND xã Dào San", Block: "Khối 2"},
	})
)

// library is an example for each content, numbered from 1, in turn of each unit.
func library(all ...report.Content) (entries []Entry) {
	for i, c := range all {
		e := report.Example{Number: fmt.Sprintf("G-2026-%04d", i+1), Unit: []string{"PT001", "PT002"}[i%2], Content: c, Review: report.Accepted, Sent: sent, Periods: []report.Period{[]report.Period{october, november}[i%2]}}
		u, _ := directory.Unit(e.Unit)
		entries = append(entries, EntryOf(e, u))
	}
	return entries
}

// look gives the ordinals of what is found, the best first.
func look(entries []Entry, q Query, by Reader) (ordinals []int, s *Search) {
	s = New(q, by, directory, 100)
	for i, en := range entries {
		s.Look(2026, i+1, en)
	}
	for _, h := range s.Hits() {
		ordinals = append(ordinals, h.N)
	}
	return ordinals, s
}

func named(name string) report.Content {
	return report.Content{Object: report.Person, Name: name, Consent: report.NameOnly, Category: report.GoodDeed}
}

// The name before the title, the title before the place, the place before the text;
// what is whole before what begins so; the newest first.
func TestRank(t *testing.T) {
	text, place, title, name := named("Lò Thị Mai"), named("Lò Thị Mai"), named("Lò Thị Mai"), named("Vàng A Páo")
	text.Summary, place.Place, title.Title = "Có Páo ở đó.", "bản Páo", "Bác Páo hiến đất"
	entries := library(text, place, title, name, named("Tẩn A Paolo"), named("Páo"), named("Páo Thị Hoa"), named("Tẩn A Páo"), text)
	if got, s := look(entries, Query{Words: Words("Páo")}, Reader{Agency: true}); !slices.Equal(got, []int{6, 8, 4, 7, 5, 3, 2, 9, 1}) || s.Named() != 5 || s.All() != 9 {
		t.Errorf("found %v, %d of them by name", got, s.Named())
	}
	if got, _ := look(entries, Query{Words: Words("páo a tẩn")}, Reader{Agency: true}); !slices.Equal(got, []int{8, 5}) {
		t.Errorf("in any order: %v", got)
	}
	if got, _ := look(entries, Query{Words: Words("a páo"), Place: Words("páo")}, Reader{Agency: true}); !slices.Equal(got, []int{8, 4, 5}) {
		t.Errorf("with a place: %v", got)
	}
	if got, _ := look(entries, Query{Words: Words("pa")}, Reader{Agency: true}); got != nil {
		t.Errorf("two letters are a word, not the beginning of one: %v", got)
	}
	if got, _ := look(entries, Query{Words: Words("páo"), Heads: true}, Reader{Agency: true}); !slices.Equal(got, []int{6, 8, 4, 7, 5, 3, 2}) {
		t.Errorf("without the text: %v", got)
	}
}

func TestNarrowed(t *testing.T) {
	model := named("Lò Văn Chung")
	model.Category = report.NewModel
	entries := library(named("Lò Văn An"), named("Lò Văn Bình"), model)
	returned, err := entries[1].Of(report.Example{Unit: "PT002", Review: report.Returned, Content: report.Content{Category: report.GoodDeed}})
	if err != nil {
		t.Fatal(err)
	}
	entries[1] = returned
	for _, c := range []struct {
		q    Query
		want []int
	}{
		{Query{}, []int{3, 2, 1}}, {Query{Periods: []report.Period{october}}, []int{3, 1}}, {Query{Year: 2026}, []int{3, 1}}, {Query{Year: 2025}, nil},
		{Query{Category: report.NewModel}, []int{3}}, {Query{Reviews: []report.Review{report.Returned}}, []int{2}}, {Query{Block: "Khối 1"}, []int{3, 1}},
		{Query{Words: Words("y tế hoa ban an")}, []int{1}}, {Query{Words: Words("tram i te")}, []int{3, 1}}, {Query{Words: Words("PT002")}, []int{2}},
		{Query{Words: Words("0003")}, []int{3}}, {Query{Words: Words("3")}, []int{3}}, {Query{Words: Words("Lo"), Block: "Khối 2"}, []int{2}},
	} {
		if got, _ := look(entries, c.q, Reader{Agency: true}); !slices.Equal(got, c.want) {
			t.Errorf("%+v: %v, want %v", c.q, got, c.want)
		}
	}
}

// Nobody is found by what the reader may not see: not the masked name of somebody who
// did not agree, not the school of a child, not what was not accepted or was retracted.
func TestReaders(t *testing.T) {
	asked, child := named("Tẩn A Páo"), named("Giàng A Minh")
	asked.Consent, asked.Summary = report.NotGiven, "Ông Páo hiến 320 m² đất."
	child.Born, child.Place = 2016, "bản Nà Cúng, xã Dào San"
	entries := library(asked, child, named("Sùng A Dế"))
	public, internal := Reader{Audience: privacy.Public}, Reader{Audience: privacy.Internal}
	for _, c := range []struct {
		by   Reader
		text string
		want []int
	}{
		{Reader{Agency: true}, "páo", []int{1}}, {internal, "páo", []int{1}}, {public, "páo", nil}, {public, "hiến đất", []int{1}}, {public, "T.A.P.", []int{1}},
		{Reader{Units: []string{"PT001"}}, "páo", []int{1}}, {Reader{Units: []string{"PT002"}}, "páo", nil}, {Reader{Units: []string{"PT002"}}, "dế", nil},
		{Reader{Agency: true}, "nà cúng", []int{2}}, {public, "nà cúng", nil}, {public, "giàng a minh", nil}, {public, "dế", []int{3}}, {Reader{}, "dế", nil},
		{Reader{Units: []string{"PT001"}, Audience: privacy.Public}, "páo", []int{1}},
	} {
		if got, _ := look(entries, Query{Words: Words(c.text)}, c.by); !slices.Equal(got, c.want) {
			t.Errorf("%q by %+v: %v, want %v", c.text, c.by, got, c.want)
		}
	}
	for review, want := range map[report.Review][3]int{
		report.Received: {1, 0, 1}, report.Returned: {1, 0, 1}, report.Published: {1, 1, 1}, report.Retracted: {1, 0, 0}, report.Withdrawn: {0, 0, 0},
	} {
		e := report.Example{Unit: "PT001", Content: named("Sùng A Dế"), Review: review, Sent: sent}
		u, _ := directory.Unit("PT001")
		for i, by := range []Reader{{Agency: true}, internal, public} {
			if got, _ := look([]Entry{EntryOf(e, u)}, Query{Words: Words("dế")}, by); len(got) != want[i] {
				t.Errorf("%s by %+v: %v", review, by, got)
			}
		}
	}
}

// What is found is what its View shows: before it is shown, that is asked again.
func TestShows(t *testing.T) {
	e := report.Example{Number: "G-2026-0042", Unit: "PT001", Content: named("Sùng A Dế"), Review: report.Accepted, Sent: sent}
	u, _ := directory.Unit("PT001")
	day := report.DateOf(sent)
	for text, want := range map[string]bool{"dế sùng": true, "hoa ban": true, "42": true, "43": false, "páo": false} {
		s := New(Query{Words: Words(text)}, Reader{Audience: privacy.Public}, directory, 6)
		if got := s.Shows(privacy.Of(e, u, privacy.Public, day)); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
	e.Content.Consent = report.NotGiven
	if New(Query{Words: Words("dế")}, Reader{Audience: privacy.Public}, directory, 6).Shows(privacy.Of(e, u, privacy.Public, day)) {
		t.Error("a masked name is shown for its letters")
	}
}

// Only so many are kept as are wanted; all are counted.
func TestKeep(t *testing.T) {
	entries := library(named("Páo"), named("Tẩn A Páo"), named("Páo"), named("Páo"))
	s := New(Query{Words: Words("páo")}, Reader{Agency: true}, directory, 2)
	for i, en := range entries {
		s.Look(2026, i+1, en)
	}
	if h := s.Hits(); len(h) != 2 || h[0].N != 4 || h[1].N != 3 || s.All() != 4 {
		t.Errorf("%v of %d", h, s.All())
	}
	if n := testing.AllocsPerRun(10, func() {
		for i, en := range entries {
			s.Look(2026, i+1, en)
		}
	}); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// Whatever lies in a store is read or passed over.
func FuzzLook(f *testing.F) {
	for _, en := range library(named("Tẩn A Páo"), report.Content{}) {
		f.Add([]byte(en), "páo 1")
	}
	f.Add([]byte{1, 9, 9, 9, 1, 0, 0, 0x81, 0, 0, 0}, "a")
	f.Fuzz(func(t *testing.T, raw []byte, text string) {
		for _, by := range []Reader{{Agency: true}, {Audience: privacy.Public, Units: []string{"PT001"}}} {
			look([]Entry{raw}, Query{Words: Words(text), Place: Words(text), Heads: true, Year: 2026}, by)
			look([]Entry{raw}, Query{Words: Words(text), Place: Words(text)}, by)
		}
		if Entry(raw).Check() != nil {
			return
		}
		if _, err := Entry(raw).Of(report.Example{}); err != nil {
			t.Error(err)
		}
	})
}
