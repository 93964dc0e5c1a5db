package handlers

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"guongsang/internal/chat"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/storage"
	"guongsang/storage/layout"
	"guongsang/storage/records"
)

// Who is introduced and then forgotten, and what is said of her.
const (
	forgotten = "Lò Thị Xuân An"
	herDeed   = "Từ năm 2017 đến nay, cô An ở lại điểm trường Huổi Lặc, đến từng nhà vận động, 32 trẻ 5 tuổi của bản đều ra lớp."
	herPhone  = "0987 654 321"
)

// traces are what must not be left of her: her name, her deeds, her phone, and how each is
// stored to be found by.
var traces = []string{
	forgotten, letters.Fold(forgotten), letters.FoldLoosely(forgotten), strings.ToUpper(forgotten),
	"Huổi Lặc", "huoi lac", "cắm bản 9 năm", "cam ban 9 nam", "vận động, 32 trẻ", "32 tre 5 tuoi",
	herPhone, "0987654321", "987654321", "Sai tên điểm trường", "Ảnh chụp ở đâu", "Ghi riêng về cô", "bài sửa tay cho kênh",
	"photo anh1", "copy of anh1", "photo giay1", "Bản nháp nữa của cô", "32 trẻ ở", "Sai tên điểm trường Huổi Lặc",
}

// TestForgotten fills a store by conversations, has somebody forgotten, and searches the
// bytes of the store's file and of all files beside it.
func TestForgotten(t *testing.T) {
	h := newHouse(t)
	for _, line := range []string{
		"+ unit PT001 | Trường Hoa Ban | month", "+ unit PT002 | Xã Dào San | month",
		"+ member Lan | focal PT001", "+ member Tú | focal PT002", "+ member Hạnh | officer", "+ member Quân | admin", "+ member Thủy | leader",
		"+ publication channel=-1001234567890 wait=1h approval=none",
		"> Lan: Loại: Người tốt việc tốt\\nĐối tượng: Cá nhân\\nHọ tên: " + forgotten + "\\nNăm sinh: 1988\\nNơi ở: Bản Dền Thàng, xã Dào San\\n" +
			"Tiêu đề: Cô giáo cắm bản 9 năm\\nViệc làm: " + herDeed + "\\nĐồng ý: 1",
		"> Lan: <photos anh1 anh2>",
		"> Lan: [Đồng ý cả phần mới]",
		"> Lan: [Gửi]",
		"+ copy anh1 anh2",
		// The same by another unit: the officer's card of that one warns.
		"> Tú: Loại: Người tốt việc tốt\\nĐối tượng: Cá nhân\\nHọ tên: Vàng A Sử\\nNơi ở: Bản Tả Phùng\\nTiêu đề: Hiến đất làm đường\\nViệc làm: Anh Sử hiến 300 m² đất để làm đường vào bản cho bà con đi lại.\\nĐồng ý: 1",
		"> Tú: [Gửi]",
		"> Hạnh: " + forgotten, // looked for
	} {
		h.play(line)
	}
	h.moreOfHer()
	h.play("> Lan: Nhờ ghi thêm: " + forgotten + " cũng dạy xóa mù chữ ở Huổi Lặc") // a conversation that is open
	h.mustLie()

	for _, line := range []string{
		"+ member Tú | focal PT002",
		"> Quân: /yeucau",
		"> Quân: [Ghi yêu cầu nhận ngoài]",
		"> Quân: [Xóa dữ liệu]",
		"> Quân: " + forgotten + ", " + herPhone + ", xin xóa gương G-2026-0001",
		"> Quân: [Đã tiếp nhận]",
		"> Quân: [Xem trước khi xóa]",
		"> Quân: [Xóa]",
		"> Quân: [Xóa hẳn, không lấy lại]",
		"+ publish",
	} {
		h.play(line)
	}
	if !strings.Contains(h.out.String(), "Đã xóa xong theo yêu cầu YC-0001") {
		t.Fatalf("it was not erased:\n%s", h.out.String())
	}
	h.nothingIsLeft()
	h.look(func(tx *storage.Snapshot) error {
		e, err := tx.Example("G-2026-0001")
		if err != nil || e.Erased.IsZero() {
			t.Errorf("the number is gone, or not erased: %+v", e)
		}
		in, err := tx.FilingsIn(e.Periods[0])
		if len(in) != 2 {
			t.Errorf("%d filings are counted", len(in))
		}
		other, otherErr := tx.Example("G-2026-0002")
		if otherErr != nil || other.Content.Name != "Vàng A Sử" {
			t.Errorf("another example became %+v", other)
		}
		h.nothingToldIn(tx)
		return err
	})
}

// moreOfHer lets there be all that can tell of her: versions, a draft, notes, questions, a
// proof of consent, a publication in other words, a document, messages that wait.
func (h *house) moreOfHer() {
	h.t.Helper()
	hash, err := h.store.PutMedia([]byte("photo giay1 as it came"))
	if err != nil {
		h.t.Fatal(err)
	}
	document, err := h.store.PutMedia([]byte("report that names " + forgotten))
	if err != nil {
		h.t.Fatal(err)
	}
	h.change(func(tx *storage.Tx) error {
		e, err := tx.Example("G-2026-0001")
		if err != nil {
			return err
		}
		e.Content.More.Phone = herPhone
		for n := range 3 {
			e.Content.Results = fmt.Sprintf("%d trẻ ở Huổi Lặc", 30+n)
			if e, err = tx.NewVersion(e); err != nil {
				return err
			}
		}
		e.Review, e.Reason = report.Selected, "Sai tên điểm trường Huổi Lặc"
		if err := tx.PutExample(e); err != nil {
			return err
		}
		pub, err := tx.Publication(e.Number)
		if err != nil {
			return err
		}
		pub.Edited = map[string]string{"channel": "bài sửa tay cho kênh về " + forgotten}
		pub.Progress, pub.Channel, pub.Messages, pub.Link, pub.At = records.Posted, -1001234567890, []int64{41, 42}, "https://t.me/x/41", h.now
		draft, err := tx.NewDraft(report.Draft{By: h.id("Lan"), Unit: "PT001", Content: report.Content{Name: forgotten, Summary: "Bản nháp nữa của cô"}})
		if err != nil {
			return err
		}
		talk, err := tx.Talk(h.id("Lan"))
		if err != nil {
			return err
		}
		talk.Draft = draft.ID
		put := func(row storage.Row) error { _, err := tx.Put(row); return err }
		for _, err := range []error{
			tx.PutPublication(pub), tx.PutTalk(h.id("Lan"), talk), tx.PutMedia("giay1", hash),
			tx.AddEvidence(records.Evidence{Example: e.Number, Unique: "giay1", By: h.id("Lan"), At: h.now}),
			tx.PutHandling(report.Handling{
				Number: e.Number, Note: report.Note{Text: "Ghi riêng về cô An, " + herPhone}, Inquiries: []report.Inquiry{{Text: "Ảnh chụp ở đâu?", Answer: "Ở Huổi Lặc"}},
				Corrections: []report.Correction{{What: "Sai tên điểm trường"}},
			}),
			put(storage.Row{Chat: h.id("Hạnh"), NotBefore: h.now.AddDate(1, 0, 0), Message: chat.Message{Text: "Nhắc: " + forgotten}}),
			put(storage.Row{Chat: h.id("Hạnh"), NotBefore: h.now.AddDate(1, 0, 0), Message: chat.Message{Text: "Báo cáo", File: &chat.Attachment{Name: "a.docx", Hash: document}}}),
		} {
			if err != nil {
				return err
			}
		}
		return nil
	})
	h.refs = nil // those two wait
}

// mustLie holds that all of it lies in the bytes now: else the search would prove
// nothing.
func (h *house) mustLie() {
	h.t.Helper()
	found := h.bytesOf(traces)
	for _, trace := range []string{forgotten, letters.Fold(forgotten), herPhone, "Ghi riêng về cô", "Bản nháp nữa của cô", "photo anh1", "copy of anh1", "photo giay1", "bài sửa tay cho kênh", "32 trẻ ở", "Sai tên điểm trường Huổi Lặc"} {
		if !slices.Contains(found, trace) {
			h.t.Errorf("%q lies nowhere before", trace)
		}
	}
}

func (h *house) nothingIsLeft() {
	h.t.Helper()
	for _, trace := range h.bytesOf(traces) {
		h.t.Errorf("%q is left", trace)
	}
	if err := h.store.Close(); err != nil {
		h.t.Fatal(err)
	}
	for _, trace := range h.bytesOf(traces) {
		h.t.Errorf("%q is left in the closed store", trace)
	}
	store, err := storage.Open(h.store.Dir(), h.desk.Rules)
	if err != nil {
		h.t.Fatal(err)
	}
	h.store = store
	h.t.Cleanup(func() { store.Close() })
}

// bytesOf gives those of some texts that lie somewhere below the data folder: in the bytes
// of a file, or in a value of the store that was made smaller.
func (h *house) bytesOf(texts []string) (found []string) {
	h.t.Helper()
	var all [][]byte
	err := filepath.WalkDir(h.store.Dir(), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		all = append(append(all, raw), inflated(raw)...)
		return err
	})
	if err != nil {
		h.t.Fatal(err)
	}
	for _, text := range texts {
		if slices.ContainsFunc(all, func(raw []byte) bool { return bytes.Contains(raw, []byte(text)) }) {
			found = append(found, text)
		}
	}
	return found
}

// inflated are all values that were made smaller, wherever they begin in a file: in a page
// that is free as well.
func inflated(raw []byte) (all [][]byte) {
	for i, b := range raw {
		if b != 2 { // the mark of such a value
			continue
		}
		if plain, err := layout.Inflate(raw[i:]); err == nil && len(plain) > 40 && plain[0] == '{' {
			all = append(all, plain)
		}
	}
	return all
}

// The card of another example that warned of the one that was forgotten says no more what
// was alike in it: it is edited, with a button that opens the record.
func TestForgottenInWarnings(t *testing.T) {
	h := newHouse(t)
	const copied = "Từ năm 2017 đến nay, ở lại điểm trường Huổi Lặc, đến từng nhà vận động, thuyết phục cha mẹ, mua thêm chăn màn cho các cháu, 32 trẻ 5 tuổi của bản đều ra lớp."
	told := func(name string) string {
		return "Loại: Người tốt việc tốt\\nĐối tượng: Cá nhân\\nHọ tên: " + name + "\\nNơi ở: Bản Dền Thàng, xã Dào San\\nTiêu đề: Cô giáo cắm bản 9 năm\\nViệc làm: " + copied + "\\nĐồng ý: 1"
	}
	for _, line := range []string{
		"+ unit PT001 | Trường Hoa Ban | month", "+ unit PT002 | Xã Dào San | month",
		"+ member Lan | focal PT001", "+ member Tú | focal PT002", "+ member Hạnh | officer", "+ member Quân | admin",
		"> Lan: " + told(forgotten), "> Lan: [Gửi]", "> Tú: " + told("Vàng Thị Sử"), "> Tú: [Gửi]",
	} {
		h.play(line)
	}
	warns := func() bool {
		return slices.ContainsFunc(h.screens[h.id("Hạnh")], func(s *screened) bool {
			return strings.Contains(s.message.Text, "giống G-2026-0001") || strings.Contains(s.message.Text, forgotten)
		})
	}
	if !warns() {
		t.Fatalf("no card warned:\n%s", h.out.String())
	}
	h.now = h.now.AddDate(0, 2, 0)
	for _, line := range []string{
		"> Quân: /yeucau", "> Quân: [Ghi yêu cầu nhận ngoài]", "> Quân: [Xóa dữ liệu]", "> Quân: Người nhà cô An xin xóa gương G-2026-0001",
		"> Quân: [Đã tiếp nhận]", "> Quân: [Xem trước khi xóa]", "> Quân: [Xóa]", "> Quân: [Xóa hẳn, không lấy lại]",
	} {
		h.play(line)
	}
	if warns() {
		t.Errorf("a card still tells what she was like:\n%s", h.out.String())
	}
	h.out.Reset()
	h.play("> Hạnh: [Xem đầy đủ]")
	if !strings.Contains(h.out.String(), "Vàng Thị Sử") {
		t.Errorf("the record does not open:\n%s", h.out.String())
	}
}
