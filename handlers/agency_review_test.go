package handlers

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"sync"
	"testing"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

// twoOfficers makes a house with two officers and one example that waits.
func twoOfficers(t *testing.T) *house {
	t.Helper()
	h := officeWith(t)
	h.member("Quân", "officer")
	return h
}

// Two officers rule on one example in the same moment: one ruling holds, the
// sender hears of one, the other officer is told who was first.
func TestTwoOfficersRule(t *testing.T) {
	for range 10 {
		h := twoOfficers(t)
		var both sync.WaitGroup
		for _, name := range []string{"Hạnh", "Quân"} {
			item := pressed(t, h.id(name), "acc:G-2026-0001:1")
			h.screens[h.id(name)] = []*screened{{id: 9}}
			both.Go(func() {
				if err := h.store.Update(h.now, func(tx *storage.Tx) error { return h.desk.Handle(tx, item) }); err != nil {
					t.Error(err)
				}
			})
		}
		both.Wait()
		h.deliver()
		h.look(func(tx *storage.Snapshot) error {
			page, err := tx.AuditLog(records.AuditQuery{}, 0)
			if len(page.Lines) != 1 || page.Lines[0].Did != report.ExampleAccepted {
				t.Errorf("audit %v", page.Lines)
			}
			return err
		})
		if n := len(h.screens[h.id("Lan")]); n != 1 {
			t.Errorf("the sender was told %d times", n)
		}
	}
}

// What is returned goes to the sender; if that one cannot be reached, to the
// unit's other focal points.
func TestReturnedReachesSomebody(t *testing.T) {
	for _, test := range []struct {
		name    string
		prepare func(h *house)
		told    []string
		says    string
	}{
		{"sender", func(h *house) {}, []string{"Lan"}, texts.ReturnedDone("G-2026-0001", 1)},
		{"sender gone", func(h *house) { h.member("Lan", "") }, []string{"Mai"}, texts.ReturnedDone("G-2026-0001", 1)},
		{"sender serves elsewhere", func(h *house) { h.member("Lan", "focal PT002") }, []string{"Mai"}, texts.ReturnedDone("G-2026-0001", 1)},
		{"sender unreachable", func(h *house) {
			h.change(func(tx *storage.Tx) error { return tx.MarkGone(h.id("Lan"), "blocked") })
		}, []string{"Lan", "Mai"}, texts.ReturnedDone("G-2026-0001", 1)},
		{"nobody", func(h *house) { h.member("Lan", ""); h.member("Mai", "") }, nil, texts.ReturnedDone("G-2026-0001", 0)},
	} {
		t.Run(test.name, func(t *testing.T) {
			h := twoOfficers(t)
			h.member("Mai", "focal PT001 deputy")
			test.prepare(h)
			hanh := h.id("Hạnh")
			for _, data := range []string{"ret:G-2026-0001:1", "retp:G-2026-0001:1:0", "retn:G-2026-0001:1", "reto:G-2026-0001:1:3"} {
				h.message++
				h.do(hanh, chat.Event{Kind: chat.Pressed, Press: chat.Press{Data: data}})
			}
			if got := h.last("Hạnh").Text; got != test.says {
				t.Errorf("officer reads %q", got)
			}
			var told []string
			for _, name := range []string{"Lan", "Mai", "Tú"} {
				if len(h.screens[h.id(name)]) > 0 {
					told = append(told, name)
				}
			}
			if len(told) != len(test.told) || len(told) > 0 && told[0] != test.told[0] {
				t.Errorf("told %v, want %v", told, test.told)
			}
		})
	}
}

// A button of a return that was not being prepared by this officer does
// nothing.
func TestReturnNeedsItsQuestion(t *testing.T) {
	h := twoOfficers(t)
	before := h.records()
	h.do(h.id("Quân"), chat.Event{Kind: chat.Pressed, MessageID: 1, Press: chat.Press{Data: "reto:G-2026-0001:1:3"}})
	if h.records() != before {
		t.Error("returned without a reason")
	}
}

// Cards warn of what an officer has to look at.
func TestCardWarns(t *testing.T) {
	office := texts.Office{Zone: time.UTC}
	card := texts.Card{
		Example: report.Example{Number: "G-2026-0002", Periods: []report.Period{{Duty: report.Month, Year: 2026, Number: 11}}, Content: report.Content{Consent: report.NotGiven}},
		Public:  privacy.View{Child: true, Why: []privacy.Reason{privacy.NotAgreed, privacy.Child}}, Alike: []texts.Alike{{Example: report.Example{Number: "G-2026-0001"}, Same: true, Exact: true}},
	}
	text := office.CardText(card)
	for _, want := range []string{"dưới 16 tuổi", "chưa có sự đồng ý công khai", "G-2026-0001"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

// Photos that are in the house can be looked at: the message names the file, which
// may be large, and does not hold it.
func TestPhotosAreShown(t *testing.T) {
	h := twoOfficers(t)
	h.change(func(tx *storage.Tx) error {
		e, err := tx.Example("G-2026-0001")
		if err != nil {
			return err
		}
		e.Content.Media = []report.Media{{Kind: "photo", Unique: "Ua"}, {Kind: "document", Unique: "b"}, {Kind: "photo", Unique: "c"}}
		return tx.PutExample(e)
	})
	h.media("Ua", "jpeg")
	h.do(h.id("Hạnh"), chat.Event{Kind: chat.Pressed, MessageID: 1, Press: chat.Press{Data: "pics:G-2026-0001"}})
	f := h.last("Hạnh").File
	sum := sha256.Sum256([]byte("jpeg"))
	if f == nil || f.Hash != hex.EncodeToString(sum[:]) || len(f.Data) > 0 || !strings.Contains(h.out.String(), texts.PhotosNotHere()) {
		t.Error(h.out.String())
	}
}

// Pictures that were sent as files are shown by their copies; what has none is
// handed over as it came, and said to be so.
func TestPicturesSentAsFilesAreShown(t *testing.T) {
	h := twoOfficers(t)
	h.change(func(tx *storage.Tx) error {
		e, err := tx.Example("G-2026-0001")
		if err != nil {
			return err
		}
		e.Content.Media = []report.Media{
			{Kind: "document", Unique: "Ua", Name: "a.jpg"}, {Kind: "document", Unique: "Ub", Name: "IMG_1.HEIC"}, {Kind: "document", Unique: "Uc", Name: "c.pdf"},
		}
		return tx.PutExample(e)
	})
	h.media("Ua", "as it came, with a place")
	h.media("Ub", "heic")
	h.media("Uc", "pdf")
	var hashes [2]string
	h.look(func(tx *storage.Snapshot) error {
		hashes = [2]string{tx.MediaHash("Ua"), tx.MediaHash("Ub")}
		return nil
	})
	if err := h.store.PutCopy(hashes[0], []byte("jpeg")); err != nil {
		t.Fatal(err)
	}
	before := len(h.screens[h.id("Hạnh")])
	h.do(h.id("Hạnh"), chat.Event{Kind: chat.Pressed, MessageID: 1, Press: chat.Press{Data: "pics:G-2026-0001"}})
	shown := h.screens[h.id("Hạnh")][before:]
	if len(shown) != 2 {
		t.Fatalf("%d messages\n%s", len(shown), h.out.String())
	}
	if f := shown[0].message.File; f.Hash != hashes[0] || !f.Copy || f.MIME != "image/jpeg" {
		t.Errorf("the copy: %+v", f)
	}
	m := shown[1].message
	if m.File.Hash != hashes[1] || m.File.Name != "IMG_1.HEIC" || m.File.MIME == "image/heic" || m.Text != texts.PhotoAsItCame("G-2026-0001") {
		t.Errorf("as it came: %+v, %s", m.File, m.Text)
	}
}

// A long example comes in several messages, none of them too long.
func TestFullTextIsCut(t *testing.T) {
	h := twoOfficers(t)
	h.change(func(tx *storage.Tx) error {
		e, err := tx.Example("G-2026-0001")
		if err != nil {
			return err
		}
		for range 900 {
			e.Content.Summary += "chữ dài "
		}
		return tx.PutExample(e)
	})
	h.do(h.id("Hạnh"), chat.Event{Kind: chat.Pressed, MessageID: 1, Press: chat.Press{Data: "full:G-2026-0001"}})
	if n := len(h.screens[h.id("Hạnh")]); n != 3 {
		t.Errorf("%d messages", n)
	}
}

// The queue is paged, and every page is short.
func TestQueueOfMany(t *testing.T) {
	h := twoOfficers(t)
	h.change(func(tx *storage.Tx) error {
		for range 200 {
			_, err := tx.NewExample(report.Example{Unit: "PT001", Review: report.Received, Content: report.Content{Name: "Sùng A Dế", Title: "11 lần hiến máu tình nguyện"}})
			if err != nil {
				return err
			}
		}
		return nil
	})
	h.say("Hạnh", "Chờ xem")
	if got := h.last("Hạnh").Title; got != texts.QueueTitle(201, 0) {
		t.Error(got)
	}
	h.press("Hạnh", texts.LabelLast, false)
	if got := h.last("Hạnh").Text; len(got) > 1024 || !strings.Contains(got, "G-2026-0201") {
		t.Error(got)
	}
	h.press("Hạnh", "G-2026-0201", false)
	h.press("Hạnh", texts.LabelAccept, false)
	h.say("Hạnh", "Chờ xem")
	if got := h.last("Hạnh").Title; got != texts.QueueTitle(200, 0) {
		t.Error(got)
	}
}

// What was not sent yet of a ruling that is undone stays in the house, and so does its
// correction; what is being sent is corrected.
func TestUndoneBeforeItLeft(t *testing.T) {
	for name, leaving := range map[string]bool{"waiting": false, "being sent": true} {
		t.Run(name, func(t *testing.T) {
			h := officeWith(t)
			lan := h.id("Lan")
			handle := func(data string) {
				t.Helper()
				h.change(func(tx *storage.Tx) error { return h.desk.Handle(tx, pressed(t, h.id("Hạnh"), data)) })
			}
			handle("acc:G-2026-0001:1")
			var note storage.Row
			for _, ref := range h.refs {
				if ref.Chat != lan {
					continue
				}
				row, ok, err := h.store.Claim(h.now, ref)
				if err != nil || !ok {
					t.Fatal(ok, err)
				}
				note = row
			}
			handle("undo:G-2026-0001:1:1")
			if leaving {
				if err := h.store.FinishAll(h.now, []storage.Row{note}, []storage.Result{{Fate: storage.Sent, Message: 9}}, true, nil); err != nil {
					t.Fatal(err)
				}
			}
			var said []string
			for _, ref := range h.refs {
				if ref.Chat != lan {
					continue
				}
				row, ok, err := h.store.Claim(h.now, ref)
				if err != nil {
					t.Fatal(err)
				}
				if ok {
					said = append(said, string(row.Way)+" "+row.Message.Text)
				}
			}
			want := "edit " + texts.WasUndone(report.Example{Number: "G-2026-0001"})
			if leaving && (len(said) != 1 || said[0] != want) {
				t.Errorf("said %q", said)
			}
			h.look(func(tx *storage.Snapshot) error {
				d, known, err := tx.Delivery("ruled/G-2026-0001/1/101")
				if !leaving && (known || len(said) > 1) { // the edit of a message that never was is dropped by the courier
					t.Errorf("said %q, delivered %+v", said, d)
				}
				return err
			})
		})
	}
}
