package storage

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/storage/disk"
	"guongsang/storage/records"
)

func seed(tb testing.TB, s *Store) {
	tb.Helper()
	mustUpdate(tb, s, at(1, 8), func(tx *Tx) error {
		if err := tx.PutUnits([]report.Unit{
			{Code: "PT001", Name: "Văn phòng", Block: "K1", Month: true, Quarter: true},
			{Code: "PT002", Name: "Hội Nông dân", Block: "K2", Month: true},
		}); err != nil {
			return err
		}
		return tx.PutMember(report.Member{ID: 7, Name: "Lò Thị An", Posts: []report.Post{{Role: report.Focal, Unit: "PT001"}}})
	})
}

func send(tb testing.TB, s *Store, when time.Time, unit, name string) (e report.Example) {
	tb.Helper()
	mustUpdate(tb, s, when, func(tx *Tx) (err error) {
		e, err = tx.NewExample(report.Example{
			Unit: unit, By: 7, Periods: []report.Period{november}, Content: report.Content{Name: name},
			Review: report.Received, Sent: when, Received: when,
		})
		return err
	})
	return e
}

func standing(tb testing.TB, s *Store, now time.Time, unit string) (st report.Standing) {
	tb.Helper()
	mustView(tb, s, now, func(tx *Snapshot) (err error) {
		st, err = tx.Standing(unit, november)
		return err
	})
	return st
}

func TestExamplesAreNumberedWithinTheYearOfTheOffice(t *testing.T) {
	s := mustOpen(t)
	seed(t, s)
	newYear := time.Date(2026, 12, 31, 17, 30, 0, 0, time.UTC) // 00:30 on 1 January here
	for _, c := range []struct {
		when time.Time
		want string
	}{{at(2, 8), "G-2026-0001"}, {at(3, 8), "G-2026-0002"}, {newYear, "G-2027-0001"}} {
		if e := send(t, s, c.when, "PT001", "Lò Văn A"); e.Number != c.want || e.Version != 1 {
			t.Errorf("numbered %s version %d, want %s version 1", e.Number, e.Version, c.want)
		}
	}
}

func TestVersionsAreKept(t *testing.T) {
	s := mustOpen(t)
	seed(t, s)
	e := send(t, s, at(2, 8), "PT001", "Lò Văn A")
	mustUpdate(t, s, at(3, 8), func(tx *Tx) error {
		e.Content.Name = "Lò Văn Anh"
		_, err := tx.NewVersion(e)
		return err
	})
	mustView(t, s, at(3, 9), func(tx *Snapshot) error {
		versions, err := tx.Versions(e.Number)
		if err != nil || len(versions) != 2 || versions[0].Content.Name != "Lò Văn A" || versions[1].Content.Name != "Lò Văn Anh" {
			t.Errorf("versions %+v, %v", versions, err)
		}
		return nil
	})
}

func TestStandingFollowsTheRecords(t *testing.T) {
	s := mustOpen(t)
	seed(t, s)
	want := func(now time.Time, state report.State, waiting bool) {
		t.Helper()
		if st := standing(t, s, now, "PT001"); st.State != state || st.Waiting != waiting {
			t.Errorf("standing %s waiting %t, want %s %t", st.State, st.Waiting, state, waiting)
		}
	}
	want(at(2, 8), report.Pending, false)
	e := send(t, s, at(3, 8), "PT001", "Lò Văn A")
	want(at(3, 9), report.OnTime, false)
	set := func(when time.Time, review report.Review) {
		mustUpdate(t, s, when, func(tx *Tx) error {
			e.Review = review
			return tx.PutExample(e)
		})
	}
	set(at(4, 8), report.Returned)
	want(at(4, 9), report.OnTime, true)
	set(at(5, 8), report.Withdrawn)
	want(at(5, 9), report.Pending, false)
	mustUpdate(t, s, at(23, 8), func(tx *Tx) error {
		return tx.PutNil(report.Filing{Period: november, Unit: "PT001", At: tx.Now})
	})
	want(at(23, 9), report.NilFiled, false)
}

func TestExtensionsAndPauses(t *testing.T) {
	s := mustOpen(t)
	seed(t, s)
	mustUpdate(t, s, at(19, 8), func(tx *Tx) error {
		if err := tx.PutPause(report.Pause{Period: november, Unit: "PT002"}); err != nil {
			return err
		}
		return tx.PutExtension(report.Extension{Period: november, Scope: report.Scope{Block: "K1"}, Deadline: report.NewDate(2026, 11, 27)})
	})
	send(t, s, at(26, 8), "PT001", "Lò Văn A")
	if st := standing(t, s, at(26, 9), "PT001"); st.State != report.OnTime {
		t.Errorf("within the extension: %s", st.State)
	}
	if st := standing(t, s, at(26, 9), "PT002"); st.State != report.Exempt {
		t.Errorf("paused: %s", st.State)
	}
	mustView(t, s, at(26, 9), func(tx *Snapshot) error {
		list, err := tx.Standings(november)
		if err != nil || len(list) != 2 || list[0].State != report.OnTime || list[1].State != report.Exempt {
			t.Errorf("standings %+v, %v", list, err)
		}
		return nil
	})
}

// A reminder that was queued before a report was committed does not leave
// after it (FAULTS 29), and one for a person who was removed never does (26).
func TestGuardedRowIsDroppedWhenItsReasonIsGone(t *testing.T) {
	for name, settle := range map[string]func(*Tx) error{
		"nil":   func(tx *Tx) error { return tx.PutNil(report.Filing{Period: november, Unit: "PT001", At: tx.Now}) },
		"pause": func(tx *Tx) error { return tx.PutPause(report.Pause{Period: november, Unit: "PT001"}) },
		"gone":  func(tx *Tx) error { return tx.DeleteMember(7) },
		"closed": func(tx *Tx) error {
			return tx.PutUnits([]report.Unit{{Code: "PT001", Name: "Văn phòng", Month: true, ActiveTo: report.NewDate(2026, 10, 1)}})
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := mustOpen(t)
			seed(t, s)
			var ref Ref
			if _, err := s.Watch(at(1, 9), func(rows []Ref) { ref = rows[0] }); err != nil {
				t.Fatal(err)
			}
			stage := records.StageKey{Period: november, Unit: "PT001", Deadline: report.NewDate(2026, 11, 20), Stage: "-2", Member: 7}
			mustUpdate(t, s, at(18, 8), func(tx *Tx) error {
				if err := tx.PutStage(records.Stage{StageKey: stage, Row: "remind/1"}); err != nil {
					return err
				}
				_, err := tx.Put(Row{Chat: 7, Key: "remind/1", Class: Bulk, Message: chat.Message{Text: "nhắc"}, Guard: &Guard{
					Member: 7, Owed: []Owed{{"PT001", november}}, Stages: []records.StageKey{stage},
				}})
				return err
			})
			mustUpdate(t, s, at(18, 9), settle)
			if _, ok, err := s.Claim(at(18, 10), ref); err != nil || ok {
				t.Errorf("claimed: %t, %v", ok, err)
			}
			mustView(t, s, at(18, 10), func(tx *Snapshot) error {
				if stages, err := tx.Stages(november); err != nil || len(stages) != 0 {
					t.Errorf("stages left: %v, %v", stages, err)
				}
				return nil
			})
			if d, err := s.Depths(); err != nil || d.Outbox != 0 {
				t.Errorf("outbox holds %d, %v", d.Outbox, err)
			}
		})
	}
}

func TestSecondOpenSaysBusy(t *testing.T) {
	t.Parallel() // waits for a lock
	s := mustOpen(t)
	if _, err := Open(s.Dir(), testRules()); !errors.Is(err, disk.ErrBusy) {
		t.Errorf("second open: %v", err)
	}
}

// What ten years of 10,000 units leave behind must not slow the question down.
func BenchmarkWhoHasNotReported(b *testing.B) {
	for _, years := range []int{1, 10} {
		b.Run(fmt.Sprintf("years=%d", years), func(b *testing.B) {
			s := mustOpen(b)
			const units = 10_000
			mustUpdate(b, s, at(1, 8), func(tx *Tx) error {
				list := make([]report.Unit, units)
				for i := range list {
					list[i] = report.Unit{Code: fmt.Sprintf("U%05d", i), Name: "Đơn vị", Block: fmt.Sprint(i % 40), Month: true}
				}
				return tx.PutUnits(list)
			})
			for back := range years * 12 {
				p := november.Add(-back)
				mustUpdate(b, s, at(2, 8), func(tx *Tx) error {
					for i := range units {
						if i%10 == 0 {
							continue
						}
						f := report.Filing{Period: p, Unit: fmt.Sprintf("U%05d", i), Reason: "không có", At: tx.Now}
						if err := tx.PutNil(f); err != nil {
							return err
						}
					}
					return nil
				})
			}
			b.ResetTimer()
			for b.Loop() {
				mustView(b, s, at(20, 8), func(tx *Snapshot) error {
					list, err := tx.Standings(november)
					pending := 0
					for _, st := range list {
						if st.State == report.Pending {
							pending++
						}
					}
					if pending != units/10 {
						b.Fatalf("%d pending", pending)
					}
					return err
				})
			}
		})
	}
}
