package telegram

import (
	"net/http"
	"strings"
	"testing"

	"guongsang/internal/chat"
	"guongsang/internal/courier"
	"guongsang/storage"
)

// deliver makes an attempt that comes off.
func (w *wire) deliver(a courier.Attempt) courier.Verdict {
	w.Helper()
	v := w.client.Deliver(w.Context(), a)
	if v.Kind != courier.Delivered {
		w.Errorf("%+v was not delivered: %+v", a.Row.Message, v)
	}
	return v
}

func send(m chat.Message) storage.Row {
	return storage.Row{Chat: 1001, Way: storage.Send, Message: m}
}

func TestWordsAreNeverMarkup(t *testing.T) {
	inBubble(t, func(w *wire) {
		p := w.people(1)[0]
		odd := "<b>&lt; *_[]()~` \u202eabc\u202c 👨‍👩‍👧 @SUM"
		w.deliver(courier.Attempt{Row: send(chat.Message{Title: "🌸 " + odd, Text: odd, Buttons: withButton("").Buttons})})
		last := p.Last()
		if last.Text != "🌸 "+odd+"\n"+odd {
			t.Errorf("shown as %q", last.Text)
		}
		if len(last.Entities) != 1 || last.Entities[0].Offset != 0 || last.Entities[0].Length != utf16Len("🌸 "+odd) || last.Entities[0].Type != "bold" {
			t.Errorf("entities %+v", last.Entities)
		}
		if labels := last.Labels(); len(labels) != 1 || labels[0] != "Đi" {
			t.Errorf("buttons %q", labels)
		}
		w.must(p.PressLabel("Đi"))
	})
}

func TestFilesGoWithTheirWords(t *testing.T) {
	inBubble(t, func(w *wire) {
		p := w.people(1)[0]
		doc := &chat.Attachment{Name: "Bảng tổng hợp.xlsx", MIME: "application/vnd.ms-excel", Data: []byte("PK")}
		w.deliver(courier.Attempt{Row: send(chat.Message{Title: "Tháng 11", Text: "Có tệp", File: doc, Buttons: withButton("").Buttons})})
		last := p.Last()
		if last.Text != "Tháng 11\nCó tệp" || last.File == nil || last.File.Name != doc.Name || len(last.Labels()) != 1 {
			t.Errorf("message %+v", last)
		}
		for _, known := range []*chat.Attachment{nil, doc} { // one not known to have a file, one known
			sent := w.deliver(courier.Attempt{Row: send(chat.Message{Text: "Ảnh", File: doc})})
			row := send(chat.Message{Title: "Mới", File: known})
			row.Way = storage.Edit
			if v := w.deliver(courier.Attempt{Row: row, Target: sent.Message}); v.Message != sent.Message {
				t.Errorf("edited %d, want %d", v.Message, sent.Message)
			}
			if last := p.Last(); last.Text != "Mới" || last.File == nil {
				t.Errorf("edited to %+v", last)
			}
		}
		w.deliver(courier.Attempt{Row: send(chat.Message{Text: strings.Repeat("x", 1100), File: doc})})
		all := p.Chat()
		if n := len(all); n != 6 || all[n-2].File != nil || all[n-1].File == nil {
			t.Errorf("%d messages", n)
		}
	})
}

// An answer of a kind that the library cannot read still tells what was sent.
func TestAnswerWithFutureValues(t *testing.T) {
	inBubble(t, func(w *wire) {
		w.people(1)
		real := w.http.next
		w.http.next = doFunc(func(r *http.Request) (*http.Response, error) {
			if !strings.HasSuffix(r.URL.Path, "sendMessage") {
				return real.Do(r)
			}
			return response(`{"ok":true,"result":{"message_id":77,"date":"soon","chat":[]}}`), nil
		})
		if v := w.deliver(courier.Attempt{Row: send(chat.Message{Text: "a"})}); v.Message != 77 {
			t.Errorf("verdict %+v", v)
		}
	})
}
