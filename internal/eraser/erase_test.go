package eraser

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/disk"
)

var zone = time.FixedZone("+07", 7*3600)

func day(year int, month time.Month, d int) time.Time {
	return time.Date(year, month, d, 9, 0, 0, 0, zone)
}

func opened(t *testing.T) (*storage.Store, Eraser) {
	t.Helper()
	rules := report.Rules{Zone: zone, Calendar: report.NewCalendar(nil, nil), Month: report.DutyRule{Scheme: report.ND09, DeadlineDay: 20, OnDayOff: report.Next, LockAfter: 4, Quota: 1}}
	store, err := storage.Open(t.TempDir(), rules)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	return store, Eraser{Office: texts.Office{Agency: "Phòng Văn hóa", Zone: zone}, Rules: rules}
}

func change(t *testing.T, store *storage.Store, now time.Time, fn func(*storage.Tx) error) {
	t.Helper()
	if err := store.Update(now, fn); err != nil {
		t.Fatal(err)
	}
}

// Of a focal point who asks for it nothing is left but a number; who works for the agency
// gives up the post first.
func TestMemberForgotten(t *testing.T) {
	store, er := opened(t)
	now := day(2026, 11, 9)
	change(t, store, now, func(tx *storage.Tx) error {
		_, err := tx.NewDraft(report.Draft{By: 7, Unit: "PT001", Content: report.Content{Name: "Sùng A Dế", Summary: "Bản nháp dang dở"}})
		for _, q := range []report.DataRequest{{Right: report.ToErase, Member: 7, Name: "Giàng Thị Dợ", Contact: "0977 111 222"}, {Right: report.ToErase, Member: 8}} {
			if _, askErr := tx.NewDataRequest(q); askErr != nil {
				err = errors.Join(err, askErr)
			}
		}
		return errors.Join(err,
			tx.PutUnits([]report.Unit{{Code: "PT001", Name: "Trường Hoa Ban", Month: true}}),
			tx.PutMember(report.Member{ID: 7, Name: "Giàng Thị Dợ", Phone: "0977 111 222", Posts: []report.Post{{Role: report.Focal, Unit: "PT001"}}}),
			tx.PutMember(report.Member{ID: 8, Name: "Quân", Posts: []report.Post{{Role: report.Admin}}}))
	})
	if err := er.Request(t.Context(), store, now, 1, 8); err != nil {
		t.Fatal(err)
	}
	if err := er.Request(t.Context(), store, now, 2, 8); !errors.Is(err, ErrAgency) {
		t.Errorf("an admin is forgotten: %v", err)
	}
	raw, err := os.ReadFile(filepath.Join(store.Dir(), disk.FileName))
	if err != nil {
		t.Fatal(err)
	}
	for _, trace := range []string{"Giàng Thị Dợ", "0977 111 222", "Sùng A Dế", "Bản nháp dang dở"} {
		if bytes.Contains(raw, []byte(trace)) {
			t.Errorf("%q is left", trace)
		}
	}
	if err := er.Request(t.Context(), store, now, 1, 8); err != nil {
		t.Errorf("a second time: %v", err)
	}
}

// A request that is about a record and about an account erases what was shown before: the
// record only.
func TestOnlyWhatWasShown(t *testing.T) {
	store, er := opened(t)
	now := day(2026, 11, 9)
	change(t, store, now, func(tx *storage.Tx) error {
		e, err := tx.NewExample(report.Example{Unit: "PT001", Review: report.Accepted, Sent: now, Received: now, Content: report.Content{Name: "Sùng A Dế"}})
		_, askErr := tx.NewDataRequest(report.DataRequest{Right: report.ToErase, Example: e.Number, Member: 7})
		return errors.Join(err, askErr, tx.PutMember(report.Member{ID: 7, Name: "Giàng Thị Dợ"}))
	})
	if err := er.Request(t.Context(), store, now, 1, 8); err != nil {
		t.Fatal(err)
	}
	err := store.View(now, func(tx *storage.Snapshot) error {
		e, err := tx.Example("G-2026-0001")
		m, memberErr := tx.Member(7)
		if e.Erased.IsZero() || m.Name != "Giàng Thị Dợ" {
			t.Errorf("%+v and %+v are left", e, m)
		}
		return errors.Join(err, memberErr)
	})
	if err != nil {
		t.Error(err)
	}
}

// What is kept for some years only goes when they are over, and not before; the number
// stays.
func TestRetain(t *testing.T) {
	store, er := opened(t)
	er.Retention = report.Retention{Examples: 5, Drafts: 1, Members: 2}
	for _, sent := range []time.Time{day(2020, 3, 1), day(2021, 12, 1), day(2026, 3, 1)} {
		change(t, store, sent, func(tx *storage.Tx) error {
			_, err := tx.NewExample(report.Example{
				Unit: "PT001", Review: report.Accepted, Sent: sent, Received: sent, Periods: []report.Period{{Duty: report.Month, Year: sent.Year(), Number: 3}},
				Content: report.Content{Category: report.GoodDeed, Object: report.Person, Name: "Lò Văn Pín", Title: "Hiến đất"},
			})
			_, draftErr := tx.NewDraft(report.Draft{By: 7, Unit: "PT001", Content: report.Content{Name: "Sùng A Dế"}})
			return errors.Join(err, draftErr)
		})
	}
	now := day(2026, 11, 9)
	var p texts.RetentionPlan
	err := store.View(now, func(tx *storage.Snapshot) (err error) {
		p, err = er.Preview(tx)
		return err
	})
	if err != nil || p.Examples != 1 || p.Drafts != 2 || p.Numbers[0] != "G-2020-0001" {
		t.Errorf("%+v would go, %v", p, err)
	}
	for _, want := range []int{3, 0} { // an example and two drafts
		if n, err := er.Retain(t.Context(), store, now); n != want || err != nil {
			t.Errorf("%d records went, %v", n, err)
		}
	}
	err = store.View(now, func(tx *storage.Snapshot) error {
		gone, err := tx.Example("G-2020-0001")
		kept, keptErr := tx.Example("G-2021-0001")
		if gone.Content.Name != texts.ErasedName || kept.Content.Name != "Lò Văn Pín" {
			t.Errorf("%q and %q are left", gone.Content.Name, kept.Content.Name)
		}
		drafts, draftErr := tx.Drafts(7)
		if len(drafts) != 1 {
			t.Errorf("%d drafts are left", len(drafts))
		}
		return errors.Join(err, keptErr, draftErr)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Who has no unit any more is kept for as long as the configuration says, with name and
// phone; then both are gone from the bytes as well. So is the name of a head who left on
// what was approved.
func TestRetainMembers(t *testing.T) {
	store, er := opened(t)
	er.Retention = report.Retention{Members: 2}
	start := day(2024, 3, 1)
	focal := func(id int64, name, unit string, more ...report.Post) report.Member {
		return report.Member{ID: id, Name: name, Named: true, Phone: "0977 111 22" + name[len(name)-1:], Posts: append([]report.Post{{Role: report.Focal, Unit: unit}}, more...)}
	}
	change(t, store, start, func(tx *storage.Tx) error {
		_, err := tx.NewExample(report.Example{
			Unit: "PT001", Review: report.Accepted, Sent: start, Received: start, Approval: report.Approval{By: 9, Name: "Chẻo Lao Sử", At: start},
			Content: report.Content{Category: report.GoodDeed, Object: report.Person, Name: "Lò Văn Pín", Title: "Hiến đất"},
		})
		return errors.Join(err,
			tx.PutUnits([]report.Unit{
				{Code: "PT001", Name: "Trường Hoa Ban", Month: true},
				{Code: "PT002", Name: "Trường Mù Sang", Month: true, ActiveTo: report.NewDate(2024, 6, 30), Successor: "PT001"},
			}),
			tx.PutMember(focal(1, "Giàng Thị Dợ 1", "PT001")),
			tx.PutMember(focal(2, "Tẩn Phủ Lìn 2", "PT002")),
			tx.PutMember(focal(3, "Sùng A Dế 3", "PT002", report.Post{Role: report.Focal, Unit: "PT001"})),
			tx.PutMember(focal(4, "Phàn Mý Hoa 4", "PT002", report.Post{Role: report.Officer})))
	})
	for _, c := range []struct {
		now    time.Time
		erased int
	}{{day(2026, 2, 27), 0}, {day(2026, 3, 2), 1}, {day(2026, 6, 30), 0}, {day(2026, 7, 2), 1}, {day(2027, 7, 2), 0}} {
		var p texts.RetentionPlan
		if err := store.View(c.now, func(tx *storage.Snapshot) (err error) { p, err = er.Preview(tx); return err }); err != nil || p.Members != c.erased {
			t.Errorf("on %s is shown that %d would go, %v", c.now, p.Members, err)
		}
		if n, err := er.Retain(t.Context(), store, c.now); n != c.erased || err != nil {
			t.Errorf("on %s %d went, %v", c.now, n, err)
		}
		if err := er.Clear(t.Context(), store, c.now); err != nil {
			t.Fatal(err)
		}
	}
	raw, err := os.ReadFile(filepath.Join(store.Dir(), disk.FileName))
	if err != nil {
		t.Fatal(err)
	}
	for trace, kept := range map[string]bool{"Giàng Thị Dợ": true, "Sùng A Dế": true, "Phàn Mý Hoa": true, "Tẩn Phủ Lìn": false, "0977 111 222": false, "Chẻo Lao Sử": false} {
		if bytes.Contains(raw, []byte(trace)) != kept {
			t.Errorf("%q is left: %t", trace, !kept)
		}
	}
}

// Whoever speaks for the unit is told why a record is empty: where it was merged those that
// go on from it, and where nobody else is left its head.
func TestWhoSpeaksForTheUnitIsToldOfAnErasure(t *testing.T) {
	store, er := opened(t)
	start := day(2026, 11, 9)
	change(t, store, start, func(tx *storage.Tx) error {
		err := tx.PutUnits([]report.Unit{
			{Code: "PT001", Name: "Trường Hoa Ban", Month: true},
			{Code: "PT002", Name: "Trường Mù Sang", Month: true, ActiveTo: report.NewDate(2026, 6, 30), Successor: "PT001"},
			{Code: "PT003", Name: "Trường Dào San", Month: true},
		})
		for _, unit := range []string{"PT002", "PT003"} {
			e, exampleErr := tx.NewExample(report.Example{
				Unit: unit, Review: report.Accepted, Sent: start, Received: start,
				Content: report.Content{Category: report.GoodDeed, Object: report.Person, Name: "Lò Văn Pín", Title: "Hiến đất"},
			})
			_, requestErr := tx.NewDataRequest(report.DataRequest{Right: report.ToErase, Example: e.Number, Name: "Lò Văn Pín"})
			err = errors.Join(err, exampleErr, requestErr)
		}
		return errors.Join(err,
			tx.PutMember(report.Member{ID: 1, Name: "Giàng Thị Dợ", Posts: []report.Post{{Role: report.Focal, Unit: "PT001"}}}),
			tx.PutMember(report.Member{ID: 3, Name: "Sùng A Dế", Posts: []report.Post{{Role: report.Head, Unit: "PT003"}}}))
	})
	for n, hears := range []int64{1, 3} {
		if err := er.Request(t.Context(), store, start, n+1, 9); err != nil {
			t.Fatal(err)
		}
		err := store.View(start, func(tx *storage.Snapshot) error {
			told, err := tx.Told(fmt.Sprintf("erased/G-2026-%04d/", n+1))
			if len(told) != 1 || told[fmt.Sprintf("erased/G-2026-%04d/%d", n+1, hears)] != hears {
				t.Errorf("told are %v, not %d", told, hears)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
}
