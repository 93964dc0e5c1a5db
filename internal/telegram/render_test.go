package telegram

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"guongsang/internal/chat"
	"guongsang/internal/emulator"
	"guongsang/storage"
)

func TestWordsAreNeverMarkup(t *testing.T) {
	inBubble(t, func(w *wire) {
		p := w.people(1)[0]
		w.start()
		odd := "<b>&lt; *_[]()~` \u202eabc\u202c 👨‍👩‍👧 @SUM"
		w.put(storage.Row{Chat: 1001, Message: chat.Message{Title: "🌸 " + odd, Text: odd, Buttons: withButton("").Buttons}})
		w.idle()
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

func TestLongTexts(t *testing.T) {
	inBubble(t, func(w *wire) {
		p := w.people(1)[0]
		w.start()
		smiles := strings.Repeat("😀", 4096)
		w.put(text(1001, smiles))
		w.idle()
		w.wantChat(p, smiles)

		long := strings.Repeat("một hai ba bốn năm\n", 500)
		w.srv.AddFault(emulator.Fault{Method: "sendMessage", Nth: 2, Action: emulator.FloodWait(3)})
		m := withButton(long)
		m.Title = "Dài"
		w.put(storage.Row{Chat: 1001, Key: "long", Message: m})
		w.later(time.Minute)
		w.idle()
		parts := p.Chat()[2:]
		all := ""
		for i, part := range parts {
			all += part.Text + "\n" // Telegram trims the end of each
			if n := utf8.RuneCountInString(part.Text); n > 4096 {
				t.Errorf("part of %d", n)
			}
			if last := i == len(parts)-1; last != (len(part.Labels()) == 1) {
				t.Errorf("part %d has buttons %v", i, part.Labels())
			}
		}
		if all != "Dài\n"+long || len(parts) != 3 {
			t.Errorf("%d parts of %d bytes, want %d", len(parts), len(all), len(long))
		}
		if d := w.delivery("long"); d.Message != int64(parts[2].ID) {
			t.Errorf("message is %d, want the last part", d.Message)
		}
		w.put(storage.Row{Chat: 1001, Way: storage.Edit, TargetKey: "long", Message: chat.Message{Text: long}})
		w.idle()
		if last := p.Last(); utf8.RuneCountInString(last.Text) != 4096 || !strings.HasSuffix(last.Text, "…") {
			t.Errorf("edit of %d", utf8.RuneCountInString(last.Text))
		}
	})
}

func TestFilesGoWithTheirWords(t *testing.T) {
	inBubble(t, func(w *wire) {
		p := w.people(1)[0]
		w.start()
		doc := &chat.Attachment{Name: "Bảng tổng hợp.xlsx", MIME: "application/vnd.ms-excel", Data: []byte("PK")}
		w.put(storage.Row{Chat: 1001, Message: chat.Message{Title: "Tháng 11", Text: "Có tệp", File: doc, Buttons: withButton("").Buttons}})
		w.idle()
		last := p.Last()
		if last.Text != "Tháng 11\nCó tệp" || last.File == nil || last.File.Name != doc.Name || len(last.Labels()) != 1 {
			t.Errorf("message %+v", last)
		}
		for _, key := range []string{"", "card"} { // one not known to have a file, one known
			w.put(storage.Row{Chat: 1001, Key: key, Message: chat.Message{Text: "Ảnh", File: doc}})
			w.idle()
			edit := storage.Row{Chat: 1001, Way: storage.Edit, Target: int64(p.Last().ID), Message: chat.Message{Title: "Mới"}}
			if key != "" {
				edit.Target, edit.TargetKey, edit.Message.File = 0, key, doc
			}
			w.put(edit)
			w.idle()
			if last := p.Last(); last.Text != "Mới" || last.File == nil {
				t.Errorf("edited to %+v", last)
			}
		}
		w.put(storage.Row{Chat: 1001, Message: chat.Message{Text: strings.Repeat("x", 1100), File: doc}})
		w.idle()
		all := p.Chat()
		if n := len(all); n != 6 || all[n-2].File != nil || all[n-1].File == nil {
			t.Errorf("%d messages", n)
		}
	})
}

func TestSplitKeepsEverything(t *testing.T) {
	for _, s := range []string{"", "a", strings.Repeat("a", 11), strings.Repeat("ă\n", 30), "\n\n\n" + strings.Repeat(" ", 40) + "x"} {
		w := words{s, utf16Len(s)}
		all, bold := "", 0
		for _, part := range w.split(10) {
			if utf8.RuneCountInString(part.text) > 10 {
				t.Errorf("part %q", part.text)
			}
			all += part.text
			bold += part.bold
		}
		if strings.TrimSpace(all) != strings.TrimSpace(s) || bold != utf16Len(all) {
			t.Errorf("%q became %q, %d bold", s, all, bold)
		}
	}
}
