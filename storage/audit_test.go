package storage

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"testing"

	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
	"guongsang/storage/records"
)

// seqs are the numbers of the lines that a query gives, all of them.
func seqs(t *testing.T, s *Store, q records.AuditQuery, limit int) (list []uint64) {
	t.Helper()
	mustView(t, s, at(9, 9), func(tx *Snapshot) error {
		for {
			page, err := tx.AuditLog(q, limit)
			for _, l := range page.Lines {
				list = append(list, l.Seq)
			}
			if err != nil || !page.More {
				return err
			}
			q.Before = page.Last
		}
	})
	return list
}

// Lines are found by unit, by person, by example and by time, alone and together,
// whole and in pages, the newest first.
func TestAuditLog(t *testing.T) {
	s := mustOpen(t)
	for i, l := range []struct {
		by int64
		of report.Ref
	}{
		{7, report.Ref{Unit: "PT1", Example: "G-2026-0001"}},
		{8, report.Ref{Unit: "PT2", Example: "G-2026-0002"}},
		{8, report.Ref{Unit: "PT1", Member: 7}},
		{0, report.Ref{Count: 3}},
		{7, report.Ref{Unit: "PT1", Example: "G-2026-0001", Member: 7}},
		{9, report.Ref{Unit: "PT10", Example: "G-2026-0011"}},
	} {
		mustUpdate(t, s, at(1+i, 8), func(tx *Tx) error { return tx.Audit(l.by, report.ExampleSent, l.of) })
	}
	for _, test := range []struct {
		q    records.AuditQuery
		want []uint64
	}{
		{records.AuditQuery{}, []uint64{6, 5, 4, 3, 2, 1}},
		{records.AuditQuery{Unit: "PT1"}, []uint64{5, 3, 1}},
		{records.AuditQuery{Person: 7}, []uint64{5, 3, 1}},
		{records.AuditQuery{Person: 8}, []uint64{3, 2}},
		{records.AuditQuery{Example: "G-2026-0001"}, []uint64{5, 1}},
		{records.AuditQuery{Unit: "PT1", Person: 8}, []uint64{3}},
		{records.AuditQuery{Unit: "PT2", Example: "G-2026-0001"}, nil},
		{records.AuditQuery{From: at(2, 8), To: at(4, 8)}, []uint64{3, 2}},
		{records.AuditQuery{Unit: "PT1", From: at(3, 8)}, []uint64{5, 3}},
		{records.AuditQuery{Unit: "PT1", To: at(3, 8)}, []uint64{1}},
		{records.AuditQuery{Unit: "PT3"}, nil},
	} {
		for _, limit := range []int{0, 1, 2, 10} {
			if got := seqs(t, s, test.q, limit); !reflect.DeepEqual(got, test.want) {
				t.Errorf("%+v in pages of %d: %v, want %v", test.q, limit, got, test.want)
			}
		}
	}
}

// A page looks at no more lines than it may, and the next goes on behind them.
func TestAuditPagesAreBounded(t *testing.T) {
	s := mustOpen(t)
	mustUpdate(t, s, at(1, 8), func(tx *Tx) error {
		err := tx.Audit(7, report.NilReported, report.Ref{Unit: "PT1"})
		for range 2500 {
			err = errors.Join(err, tx.Audit(8, report.NilReported, report.Ref{Unit: "PT1"}))
		}
		return err
	})
	mustView(t, s, at(2, 8), func(tx *Snapshot) error {
		page, err := tx.AuditLog(records.AuditQuery{Unit: "PT1", Person: 7}, 5)
		if len(page.Lines) != 0 || !page.More {
			t.Errorf("%d lines, more: %t", len(page.Lines), page.More)
		}
		return err
	})
	if got := seqs(t, s, records.AuditQuery{Unit: "PT1", Person: 7}, 5); !reflect.DeepEqual(got, []uint64{1}) {
		t.Errorf("found %v", got)
	}
}

// Units that are written leave a line for each that changes, with the names of its
// fields, and one for all that are new.
func TestAuditOfUnits(t *testing.T) {
	s := mustOpen(t)
	old := report.Unit{Code: "PT1", Name: "Trường A", Month: true}
	mustUpdate(t, s, at(1, 8), func(tx *Tx) error { return tx.PutUnits([]report.Unit{old}) })
	changed := old
	changed.Name, changed.Roster.Months, changed.Roster.Quarters = "Trường B", []int{}, []int{1}
	mustUpdate(t, s, at(2, 8), func(tx *Tx) error {
		return tx.AuditUnits(7, []report.Unit{changed, {Code: "PT2"}, {Code: "PT3"}})
	})
	mustUpdate(t, s, at(3, 8), func(tx *Tx) error { return tx.AuditUnits(7, []report.Unit{old, {Code: "PT4"}}) })
	mustView(t, s, at(4, 8), func(tx *Snapshot) error {
		page, err := tx.AuditLog(records.AuditQuery{}, 0)
		var got []string
		for _, l := range page.Lines {
			got = append(got, fmt.Sprint(l.By, " ", l.Did, " ", l.Ref.Unit, " ", l.Ref.Count, " ", l.Ref.Fields))
		}
		if want := []string{"7 units added PT4 1 []", "7 units added  2 []", "7 unit changed PT1 0 [Name Roster]"}; !reflect.DeepEqual(got, want) {
			t.Errorf("%q", got)
		}
		return err
	})
}

// Lines of before are read into references, lose the names of files that stood in
// them, and are found as the others are.
func TestIndexAudit(t *testing.T) {
	s := mustOpen(t)
	quarter := report.Period{Duty: report.Quarter, Year: 2026, Number: 4}
	lines := []struct {
		did  report.Deed
		what string
		want report.Ref
	}{
		{report.ExampleAccepted, "G-2026-0001", report.Ref{Example: "G-2026-0001", Unit: "PT1"}},
		{report.ExampleOnBehalf, "G-2026-0001 zalo", report.Ref{Example: "G-2026-0001", Unit: "PT1", How: "zalo"}},
		{"example chosen for 2026-Q4", "G-2026-0001", report.Ref{Example: "G-2026-0001", Unit: "PT1", Period: quarter}},
		{report.DraftDropped, "PT1", report.Ref{Unit: "PT1"}},
		{report.NilReported, "PT1 2026-11", report.Ref{Unit: "PT1", Period: november}},
		{report.NilOnBehalf, "PT1 2026-11 paper", report.Ref{Unit: "PT1", Period: november, How: "paper"}},
		{report.DeadlineExtended, "2026-11 PT1 to 2026-11-25", report.Ref{Unit: "PT1", Period: november, Fields: []string{"Deadline"}}},
		{report.DeadlineExtended, "2026-11 Khối các trường to 2026-11-25", report.Ref{Block: "Khối các trường", Period: november, Fields: []string{"Deadline"}}},
		{report.DeadlineExtended, "2026-11 all to 2026-11-25", report.Ref{Period: november, Fields: []string{"Deadline"}}},
		{report.InviteMade, "AB focal deputy PT1", report.Ref{Invite: "AB", Role: report.Focal, Deputy: true, Unit: "PT1"}},
		{report.InviteMade, "focal PT1 ...AB", report.Ref{Invite: "AB", Role: report.Focal, Unit: "PT1"}},
		{report.InviteUsed, "AB blockhead Khối các trường", report.Ref{Invite: "AB", Role: report.BlockHead, Block: "Khối các trường"}},
		{report.InviteUsed, "AB admin ", report.Ref{Invite: "AB", Role: report.Admin}},
		{report.PostEnded, "8 focal PT1", report.Ref{Member: 8, Role: report.Focal, Unit: "PT1"}},
		{report.BecameDeputy, "8 PT1", report.Ref{Member: 8, Unit: "PT1"}},
		{report.AccountLocked, "8", report.Ref{Member: 8}},
		{report.UnitsImported, "3 units from danh-sach-Lo-Van-Pan.xlsx", report.Ref{Count: 3}},
		{report.FileGivenUp, "AgAD: open /home/Pan", report.Ref{}},
		{report.DocumentGivenUp, "board 2026-11: Lò Văn Pản", report.Ref{How: "board", Period: november}},
		{"something else", "as it was", report.Ref{}},
	}
	mustUpdate(t, s, at(1, 8), func(tx *Tx) error {
		if err := tx.PutUnits([]report.Unit{{Code: "PT1"}}); err != nil {
			return err
		}
		if _, err := tx.NewExample(report.Example{Unit: "PT1", Sent: at(1, 8), Review: report.Received}); err != nil {
			return err
		}
		for i, l := range lines {
			v := layout.Pack(7, string(l.did), l.what)
			if i%2 == 0 { // as it was written at first
				plain, err := json.Marshal(map[string]any{"At": at(1+i, 8), "By": 7, "Did": l.did, "What": l.what})
				if err != nil {
					return err
				}
				v = plain
			}
			if err := kv.PutRaw(tx, layout.BucketAudit, layout.Key(at(1+i, 8).UnixNano(), i), v); err != nil {
				return err
			}
		}
		return nil
	})
	backTo(t, s, 15, layout.BucketAudited)
	if err := s.migrate(); err != nil {
		t.Fatal(err)
	}
	mustView(t, s, at(1, 10), func(tx *Snapshot) error {
		page, err := tx.AuditLog(records.AuditQuery{Person: 7}, 0)
		if len(page.Lines) != len(lines) {
			t.Fatalf("%d of %d lines are found by who did them", len(page.Lines), len(lines))
		}
		for i, l := range lines {
			got := page.Lines[len(lines)-1-i]
			what := ""
			if l.did == "something else" {
				what = l.what
			}
			if !reflect.DeepEqual(got.Ref, l.want) || got.What != what || !got.At.Equal(at(1+i, 8)) {
				t.Errorf("%s %q reads as %+v, %q", l.did, l.what, got.Ref, got.What)
			}
		}
		return err
	})
	for q, want := range map[records.AuditQuery]int{{Unit: "PT1"}: 11, {Example: "G-2026-0001"}: 3, {Person: 8}: 3} {
		if got := seqs(t, s, q, 0); len(got) != want {
			t.Errorf("%+v finds %d, want %d", q, len(got), want)
		}
	}
}

// Which parts of the configuration changed since the last start is noted, once.
func TestNoteSettings(t *testing.T) {
	s := mustOpen(t)
	for i, sums := range []map[string]string{
		{"backup": "1", "limits": "2"}, {"backup": "1", "limits": "2"}, {"backup": "3", "listen": "4"}, {"backup": "3", "listen": "4"},
	} {
		if err := s.NoteSettings(at(1+i, 8), sums); err != nil {
			t.Fatal(err)
		}
	}
	mustView(t, s, at(9, 8), func(tx *Snapshot) error {
		page, err := tx.AuditLog(records.AuditQuery{}, 0)
		if len(page.Lines) != 1 || !reflect.DeepEqual(page.Lines[0].Ref.Fields, []string{"backup", "limits", "listen"}) {
			t.Errorf("%+v", page.Lines)
		}
		return err
	})
}
