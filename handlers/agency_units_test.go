package handlers

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// media brings a file into the house, as the fetcher does.
func (h *house) media(unique, content string) {
	h.t.Helper()
	sum := sha256.Sum256([]byte(content))
	hash := hex.EncodeToString(sum[:])
	path := h.store.MediaPath(hash)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		h.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		h.t.Fatal(err)
	}
	h.change(func(tx *storage.Tx) error { return tx.PutMedia(unique, hash) })
}

// send lets a person send a file and has it fetched.
func (h *house) send(name, file, content string) {
	h.t.Helper()
	unique := fmt.Sprintf("U%x", sha256.Sum256([]byte(content)))
	f := chat.File{Kind: chat.Document, ID: "F" + unique, Unique: unique, Name: file, Size: int64(len(content))}
	h.do(h.id(name), chat.Event{Kind: chat.Said, Files: []chat.File{f}})
	var waiting []storage.Fetch
	h.look(func(tx *storage.Snapshot) (err error) { waiting, err = tx.Fetches(); return err })
	for _, one := range waiting {
		if one.For == "" {
			continue
		}
		h.media(one.Unique, content)
		h.change(func(tx *storage.Tx) error { return tx.DeleteFetch(one) })
		h.do(h.id(name), chat.Event{Kind: chat.Fetched, Text: one.For, Files: []chat.File{f}})
	}
}

func (h *house) directory() (d report.Directory) { return h.store.Directory() }

const list = "Mã;Tên đơn vị;Khối thi đua;Tháng;Quý\nPT001;Trường Hoa Ban;Khối 1;x;x\nPT002;Xã Dào San;Khối 2;x;\n"

func TestListIsShownThenApplied(t *testing.T) {
	h := newHouse(t)
	h.member("Hạnh", "officer")
	h.send("Hạnh", "don-vi.csv", list)
	if h.directory().Len() != 0 {
		t.Fatal("applied without asking")
	}
	h.press("Hạnh", texts.LabelApply, false)
	if h.directory().Len() != 2 {
		t.Fatal(h.out.String())
	}
	h.press("Hạnh", texts.LabelApply, true) // the preview is past
	if !strings.Contains(h.out.String(), texts.ListPastPreview()) {
		t.Error(h.out.String())
	}
	h.send("Hạnh", "don-vi.csv", list)
	if got := h.last("Hạnh").Text; got != texts.ListSame(2) {
		t.Errorf("second time: %s", got)
	}
}

func TestListIsRefusedWhenTheDirectoryChanged(t *testing.T) {
	h := newHouse(t)
	h.member("Hạnh", "officer")
	h.send("Hạnh", "don-vi.csv", list)
	h.unit("PT009", "Trạm y tế", "month")
	h.press("Hạnh", texts.LabelApply, false)
	if _, ok := h.directory().Unit("PT001"); ok {
		t.Error("a past preview was applied")
	}
}

// What a list leaves open is asked with buttons, one question at a time.
func TestListIsAskedAbout(t *testing.T) {
	h := newHouse(t)
	h.member("Hạnh", "officer")
	h.send("Hạnh", "cu.csv", "Mã;Tên\n001;Trường Hoa Ban\n")
	h.press("Hạnh", texts.LabelApply, false)
	h.send("Hạnh", "don-vi.csv", "Mã;Tên;Từ ngày\n1;Trường Hoa Ban;1/7/2025\n")
	h.press("Hạnh", texts.LabelKnownUnits, false)
	h.press("Hạnh", texts.LongDay(report.NewDate(2025, 7, 1)), false)
	h.press("Hạnh", texts.LabelApply, false)
	u, ok := h.directory().Unit("001")
	if !ok || h.directory().Len() != 1 || u.ActiveFrom != report.NewDate(2025, 7, 1) {
		t.Errorf("%+v\n%s", u, h.out.String())
	}
}

// Two codes of one list that differ by zeros only are asked about, though none of
// them is known.
func TestCodesAlikeInOneList(t *testing.T) {
	h := newHouse(t)
	h.member("Hạnh", "officer")
	const list = "Ký hiệu;Tên\n1;Trường Hoa Ban\n001;Trường Hoa Ban\n"
	h.send("Hạnh", "don-vi.csv", list)
	h.press("Hạnh", texts.LabelOneUnit, false)
	if last := h.last("Hạnh").Text; !strings.Contains(last, texts.CodeTwice("001", 2)) {
		t.Errorf("one unit: %s", last)
	}
	h.send("Hạnh", "don-vi.csv", list)
	h.press("Hạnh", texts.LabelTwoUnits, false)
	h.press("Hạnh", texts.LabelApply, false)
	if n := h.directory().Len(); n != 2 {
		t.Errorf("%d units, not 2", n)
	}
	h.send("Hạnh", "don-vi.csv", list) // both are known
	if last := h.last("Hạnh").Text; strings.Contains(last, texts.AskPairs(nil, 0)[:20]) {
		t.Errorf("asked again: %s", last)
	}
}

// The buttons of a preview have room for the file, the directory and all answers.
func TestTheLongestButtonOfAList(t *testing.T) {
	h := newHouse(t)
	h.member("Hạnh", "officer")
	h.send("Hạnh", "cu.csv", "Mã;Tên\n001;Trường Hoa Ban\n")
	h.press("Hạnh", texts.LabelApply, false)
	h.send("Hạnh", "don-vi.csv", "Mã;Tên;Từ ngày\n1;Trường Hoa Ban;1/7/2025\n")
	h.press("Hạnh", texts.LabelKnownUnits, false)
	h.press("Hạnh", texts.LongDay(report.NewDate(2025, 7, 1)), false)
	for _, line := range h.last("Hạnh").Buttons {
		for _, b := range line {
			if n := len(b.Do.String()) + 1; n > 64 { // one answer more
				t.Errorf("%s: %d bytes", b.Do, n)
			}
		}
	}
}

// With a draft open, a table may be a list of units or belong to the example, so
// it is neither until the officer has said which.
func TestATableWhileADraftIsOpen(t *testing.T) {
	for _, tt := range []struct {
		file, label string
		media       int
		fetched     string
		says        string
	}{
		{"don-vi.xlsx", texts.LabelIsList, 0, "units:", ""},
		{"don-vi.csv", texts.LabelIsFile, 1, "", ""},
		{"don-vi.ods", texts.LabelIsList, 0, "", texts.SaveAs(".ods")},
	} {
		h := newHouse(t)
		h.unit("PT001", "Trường Hoa Ban", "month")
		id := h.member("Hạnh", "officer, focal PT001")
		h.say("Hạnh", "Gửi gương")
		h.do(id, chat.Event{Kind: chat.Said, Text: "bảng kèm", Files: []chat.File{{Kind: chat.Document, ID: "F1", Unique: "U1", Name: tt.file, Size: 9}}})
		if got := h.last("Hạnh").Text; got != texts.AskIsList(tt.file) {
			t.Fatalf("%s: %s", tt.file, got)
		}
		h.press("Hạnh", tt.label, false)
		h.look(func(tx *storage.Snapshot) error {
			drafts, err := tx.Drafts(id)
			if err != nil {
				return err
			}
			if len(drafts) != 1 || len(drafts[0].Content.Media) != tt.media {
				t.Errorf("%s: drafts %+v", tt.file, drafts)
			}
			fetches, err := tx.Fetches()
			if err != nil {
				return err
			}
			for _, f := range fetches {
				if !strings.HasPrefix(f.For, tt.fetched) || tt.says != "" {
					t.Errorf("%s: fetched for %q", tt.file, f.For)
				}
			}
			return nil
		})
		if tt.says != "" && !strings.Contains(h.out.String(), strings.TrimSpace(tt.says)) {
			t.Errorf("%s: %s", tt.file, h.out.String())
		}
		h.press("Hạnh", tt.label, true)
	}
}

// Kinds that are not read are answered with what to save them as.
func TestKindsOfListsThatAreNotRead(t *testing.T) {
	for _, ext := range []string{".ods", ".xlsm", ".txt"} {
		h := newHouse(t)
		h.member("Hạnh", "officer")
		h.send("Hạnh", "don-vi"+ext, "x")
		if got := h.last("Hạnh").Text; got != texts.SaveAs(ext) {
			t.Errorf("%s: %s", ext, got)
		}
	}
}

func TestListMayBeDropped(t *testing.T) {
	h := newHouse(t)
	h.member("Hạnh", "officer")
	h.send("Hạnh", "don-vi.csv", list)
	h.press("Hạnh", texts.LabelDrop, false)
	if h.directory().Len() != 0 || h.last("Hạnh").Text != texts.ListDropped() {
		t.Error(h.out.String())
	}
}

func TestBadRowsAreAllNamed(t *testing.T) {
	for _, n := range []int{3, 40} {
		h := newHouse(t)
		h.member("Hạnh", "officer")
		bad := "Mã;Tên đơn vị\n"
		for i := range n {
			bad += fmt.Sprintf("PT%03d;\n", i)
		}
		h.send("Hạnh", "don-vi.csv", bad+"PT900;Trường Hoa Ban\n")
		shown := h.out.String()
		if f := h.last("Hạnh").File; f != nil {
			file, err := h.store.ReadMedia(f.Hash)
			if err != nil || len(f.Data) > 0 {
				t.Errorf("a file of %d bytes in the message, %v", len(f.Data), err)
			}
			shown = string(file)
		}
		if got := strings.Count(shown, "Dòng "); got != n || h.directory().Len() != 0 {
			t.Errorf("%d of %d bad rows named, %d units:\n%s", got, n, h.directory().Len(), shown)
		}
	}
}

func TestOnlyTheAgencySendsLists(t *testing.T) {
	h := newHouse(t)
	h.unit("PT001", "Trường Hoa Ban", "month")
	h.member("Lan", "focal PT001")
	h.send("Lan", "don-vi.csv", list)
	h.look(func(tx *storage.Snapshot) error {
		fetches, err := tx.Fetches()
		for _, f := range fetches {
			if f.For != "" {
				t.Errorf("fetched for %q", f.For)
			}
		}
		return err
	})
}

func TestListThatDidNotCome(t *testing.T) {
	h := newHouse(t)
	id := h.member("Hạnh", "officer")
	f := chat.File{Kind: chat.Document, ID: "F1", Unique: "U1", Name: "don-vi.xlsx"}
	h.do(id, chat.Event{Kind: chat.Fetched, Text: fmt.Sprintf("units:%d", id), Files: []chat.File{f}})
	if h.last("Hạnh").Text != texts.ListNotCome() {
		t.Error(h.out.String())
	}
}

// What is exported reads back as it was.
func TestExportReadsBack(t *testing.T) {
	h := newHouse(t)
	h.member("Hạnh", "officer")
	h.change(func(tx *storage.Tx) error {
		return tx.PutUnits([]report.Unit{
			{Code: "PT001", Name: "Trường, \"Hoa Ban\"", Kind: "trường", Block: "Khối 1", Month: true, QuotaMonth: 2},
			{Code: "PT002", Name: "Xã Dào San", Quarter: true, Roster: report.Roster{Quarters: []int{1, 3}}, ActiveFrom: report.NewDate(2025, 7, 1)},
			{Code: "PT003", Name: "Xã cũ", Month: true, Quarter: true, Roster: report.Roster{Months: []int{1, 7}, Quarters: []int{4}}, ActiveTo: report.NewDate(2026, 6, 30), Successor: "PT002"},
		})
	})
	h.say("Hạnh", "Đơn vị")
	h.press("Hạnh", texts.LabelExport, false)
	for _, s := range h.screens[h.id("Hạnh")] {
		if f := s.message.File; f != nil {
			data, err := h.store.ReadMedia(f.Hash)
			if err != nil {
				t.Fatal(err)
			}
			h.send("Hạnh", f.Name, string(data))
			if got := h.last("Hạnh").Text; got != texts.ListSame(3) {
				t.Errorf("%s: %s", f.Name, got)
			}
		}
	}
}

// A province of 3,321 units: lists are paged, and searches narrow down.
func TestProvince(t *testing.T) {
	h := newHouse(t)
	var units []report.Unit
	for n := range 3321 {
		units = append(units, report.Unit{Code: fmt.Sprintf("DV%04d", n), Name: fmt.Sprintf("Xã Mường So %d", n), Block: fmt.Sprintf("Khối %d", n%60), Month: true})
	}
	h.change(func(tx *storage.Tx) error { return tx.PutUnits(units) })
	h.member("Hạnh", "officer")
	h.say("Hạnh", "Tình hình")
	h.press("Hạnh", "Chưa kết nối (3.321)", false)
	for range 5 {
		h.press("Hạnh", texts.LabelNext, false)
	}
	h.press("Hạnh", texts.LabelLast, false)
	if got := h.last("Hạnh").Text; !strings.Contains(got, texts.PageOf(276, 277)) {
		t.Error(got)
	}
	h.say("Hạnh", "Đơn vị")
	h.say("Hạnh", "mường so")
	if got := h.last("Hạnh").Text; got != texts.SeveralUnits(3321-8) {
		t.Error(got)
	}
	h.say("Hạnh", "dv3320")
	if got := h.last("Hạnh").Title; got != "Xã Mường So 3320" {
		t.Error(got)
	}
	h.say("Hạnh", "Mời")
	h.press("Hạnh", texts.LabelInviteBlock, false)
	h.press("Hạnh", texts.LabelLast, false)
}

// Units that come in two days before a deadline do not owe it: they are neither
// late nor shown as missing, and the preview, the unit's card and its focal point's
// list of deadlines say from when they owe. The list may say otherwise.
func TestNewUnitsAreNotLate(t *testing.T) {
	const first = "tháng 12/2026 (hạn 21/12/2026), quý IV/2026 (hạn 21/12/2026)"
	for name, test := range map[string]struct {
		list   string
		states string // of November, when the deadline is past
		owes   bool   // the list says that November is owed
	}{
		"new":                 {list, "[notDue notDue]", false},
		"the list says since": {"Mã;Tên đơn vị;Từ ngày\nPT001;Trường Hoa Ban;2026-11-01\nPT002;Xã Dào San;2026-11-01\n", "[pending pending]", true},
		"founded long ago":    {"Mã;Tên đơn vị;Thành lập\nPT001;Trường Hoa Ban;15/09/2008\nPT002;Xã Dào San;\n", "[notDue notDue]", false},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			h.now = time.Date(2026, 11, 18, 9, 0, 0, 0, h.desk.Rules.Zone)
			h.member("Hạnh", "officer")
			h.send("Hạnh", "don-vi.csv", test.list)
			if preview := h.last("Hạnh").Text; strings.Contains(preview, "Đơn vị mới phải gửi từ: "+first) == test.owes {
				t.Errorf("the preview is\n%s", preview)
			}
			h.press("Hạnh", texts.LabelApply, false)
			h.member("Lan", "focal PT001")
			h.member("Sơn", "head PT001")
			h.say("Sơn", texts.WordUnits)
			if card := h.last("Sơn").Text; strings.Contains(card, "Phải gửi từ: "+first) == test.owes {
				t.Errorf("the card is\n%s", card)
			}
			h.now = time.Date(2026, 11, 23, 9, 0, 0, 0, h.desk.Rules.Zone)
			var states []report.State
			h.look(func(tx *storage.Snapshot) error {
				standings, err := tx.Standings(report.Period{Duty: report.Month, Year: 2026, Number: 11})
				for _, st := range standings {
					states = append(states, st.State)
				}
				return err
			})
			if fmt.Sprint(states) != test.states {
				t.Errorf("in November they are %v, want %s", states, test.states)
			}
			h.say("Lan", texts.WordNow)
			if now := h.last("Lan").Text; strings.Contains(now, "Tháng 11/2026") != test.owes || !strings.Contains(now, "Tháng 12/2026") {
				t.Errorf("the focal point reads\n%s", now)
			}
		})
	}
}
