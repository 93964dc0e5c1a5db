package eraser

import (
	"bytes"
	"errors"
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
	for _, want := range []int{1, 0} {
		if n, err := er.Retain(t.Context(), store, now); n != want || err != nil {
			t.Errorf("%d examples went, %v", n, err)
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
