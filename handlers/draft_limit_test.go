package handlers

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// the draft of Lan, of which there is one.
func (h *house) draft() (d report.Draft) {
	h.t.Helper()
	h.look(func(tx *storage.Snapshot) error {
		all, err := tx.Drafts(h.id("Lan"))
		if len(all) != 1 {
			h.t.Fatalf("%d drafts", len(all))
		}
		d = all[0]
		return err
	})
	return d
}

// begun is a house in which Lan writes, with as many characters of a summary
// as come in full messages.
func begun(t testing.TB, messages int, letter string) *house {
	h := newHouse(t)
	h.unit("PT001", "Trường Hoa Ban", "month")
	h.member("Lan", "focal PT001")
	h.say("Lan", "Họ tên: Lò Thị Xuân An\nLoại: 2\nĐối tượng: 1\nNơi ở: bản Nà Cúng\nTiêu đề: Cô giáo cắm bản")
	for range messages {
		h.say("Lan", strings.Repeat(letter, 4096/len([]rune(letter))))
	}
	return h
}

// allocated is how many bytes something allocates; the least of a few tries.
func allocated(tries int, do func(n int)) (least uint64) {
	var before, after runtime.MemStats
	for n := range tries {
		runtime.ReadMemStats(&before)
		do(n)
		runtime.ReadMemStats(&after)
		if cost := after.TotalAlloc - before.TotalAlloc; n == 0 || cost < least {
			least = cost
		}
	}
	return least
}

func (h *house) file(n int) {
	unique := fmt.Sprint("file", n)
	h.do(h.id("Lan"), chat.Event{Kind: chat.Said, Files: []chat.File{{Kind: chat.Document, ID: unique, Unique: unique, Name: unique + ".pdf", Size: 1000}}})
}

// Message after message of nothing but emoji leaves a draft that is no longer than
// a draft may be; the last of them cost no more than the first, and a file that
// joins it costs about what one costs that joins a short draft. (ATTACKS 5)
func TestFloodLeavesAShortDraft(t *testing.T) {
	h := begun(t, 1, "Làm việc tốt. 😀")
	emoji := strings.Repeat("😀", 4096)
	full := func(int) { h.say("Lan", emoji) }
	first := allocated(3, full)
	for range 40 {
		full(0)
	}
	if last := allocated(3, full); last > 2*first {
		t.Errorf("a message at last allocates %d bytes, at first %d", last, first)
	}
	c := h.draft().Content
	if n := utf8.RuneCountInString(c.Name + c.Place + c.Title + c.Summary); n < 8000 || n > 10_000 {
		t.Errorf("the draft holds %d characters", n)
	}
	if m := h.last("Lan"); !strings.HasPrefix(m.Text, texts.DraftFull(10_000, 0, 0)[:30]) {
		t.Errorf("the last answer is\n%s", m)
	}
	toFull := allocated(5, h.file)
	short := begun(t, 0, "")
	if toShort := allocated(5, short.file); toFull > 8*toShort {
		t.Errorf("a file for a full draft allocates %d bytes, for a short one %d", toFull, toShort)
	} else {
		t.Logf("a file for a full draft allocates %d bytes, for a short one %d", toFull, toShort)
	}
	if files := len(h.draft().Content.Media); files != 5 {
		t.Errorf("%d files joined", files)
	}
}

// Files of which the messenger does not say how long they are count by what came
// into the house.
func TestFilesOfUnknownSizeCountAsTheyCame(t *testing.T) {
	h := newHouse(t)
	h.unit("PT001", "Trường Hoa Ban", "month")
	lan := h.member("Lan", "focal PT001")
	h.media("long", "one file")
	h.change(func(tx *storage.Tx) error {
		hash := tx.MediaHash("long")
		if err := os.Truncate(h.store.MediaPath(hash), chat.MaxFile); err != nil { // as long as a file may be
			return err
		}
		for n := range 10 {
			if err := tx.PutMedia(fmt.Sprint("long", n), hash); err != nil {
				return err
			}
		}
		return nil
	})
	for n := range 11 {
		unique := fmt.Sprint("long", n)
		kind := chat.Document
		if n == 10 {
			kind = chat.Photo // of which there is room for ten more
		}
		h.do(lan, chat.Event{Kind: chat.Said, Files: []chat.File{{Kind: kind, ID: unique, Unique: unique, Name: unique + ".pdf", Size: int64(n / 10)}}})
	}
	if files := len(h.draft().Content.Media); files != 10 || !strings.Contains(h.last("Lan").Text, "tối đa 200 MB") {
		t.Errorf("%d files, and then\n%s", files, h.last("Lan"))
	}
}

// Files of unknown size that come at once, before any of them is in the house, do
// not pass the limit either; once they came there is room for what they left.
func TestABurstOfFilesOfUnknownSize(t *testing.T) {
	h := newHouse(t)
	h.unit("PT001", "Trường Hoa Ban", "month")
	lan := h.member("Lan", "focal PT001")
	send := func(kind chat.FileKind, unique string) {
		h.do(lan, chat.Event{Kind: chat.Said, Files: []chat.File{{Kind: kind, ID: unique, Unique: unique, Name: unique}}})
	}
	for n := range 10 {
		send(chat.Document, fmt.Sprint("burst", n))
	}
	send(chat.Photo, "photo")
	if files := len(h.draft().Content.Media); files != 10 || !strings.Contains(h.last("Lan").Text, "tối đa 200 MB") {
		t.Errorf("%d files, and then\n%s", files, h.last("Lan"))
	}
	for n := range 10 {
		h.media(fmt.Sprint("burst", n), "a short file")
	}
	send(chat.Photo, "photo")
	if files := len(h.draft().Content.Media); files != 11 {
		t.Errorf("%d files, once those are known to be short", files)
	}
}

// BenchmarkFileToDraft: how long a file takes to join a short draft and one that
// is as long as a draft may be, commit included.
func BenchmarkFileToDraft(b *testing.B) {
	for name, messages := range map[string]int{"short": 0, "full": 4} {
		b.Run(name, func(b *testing.B) {
			h := begun(b, messages, "😀")
			for n := 0; b.Loop(); n++ {
				if n%8 == 0 {
					b.StopTimer()
					d := h.draft()
					d.Content.Media = nil
					h.change(func(tx *storage.Tx) error { return tx.JoinDraft(d) })
					b.StartTimer()
				}
				h.file(n)
			}
		})
	}
}
