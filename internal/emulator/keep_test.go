package emulator

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"
)

// What was saved is there again: people, transcripts, files, ids, and what the
// bot has not confirmed. What is said afterwards takes the next ids.
func TestSaveAndLoad(t *testing.T) {
	at := time.Date(2026, 11, 20, 9, 5, 0, 0, time.UTC)
	options := Options{Token: "1:secret", Clock: func() time.Time { return at }}
	old := New(options)
	an, binh := old.Person(11, "Lò Thị An"), old.Person(12, "Lý Văn Bình")
	an.Start("CODE")
	an.Document("bien-ban.pdf", "application/pdf", []byte("%PDF-1.7"), "Biên bản")
	an.Documents("Hai tệp", File{Name: "a.txt", Data: []byte("a")}, File{Name: "b.txt", Data: []byte("b")})
	an.Sticker()
	binh.Say("Chào")
	binh.Block()
	var saved bytes.Buffer
	if err := old.Save(&saved); err != nil {
		t.Fatal(err)
	}

	fresh := New(options)
	if err := fresh.Load(bytes.NewReader(saved.Bytes())); err != nil {
		t.Fatal(err)
	}
	again := fresh.Person(11, "")
	if got, want := written(t, again.Chat()), written(t, an.Chat()); got != want {
		t.Errorf("transcript\n%s\nwant\n%s", got, want)
	}
	if f, ok := fresh.File(again.Chat()[1].File.ID); !ok || string(f.Data) != "%PDF-1.7" || f.Name != "bien-ban.pdf" {
		t.Errorf("file %+v, %v", f, ok)
	}
	if p := fresh.Person(12, ""); p.Name() != "Lý Văn Bình" || !p.Blocked() || !p.Started() {
		t.Errorf("%s: blocked %v, started %v", p.Name(), p.Blocked(), p.Started())
	}
	if fresh.Pending() != old.Pending() {
		t.Errorf("%d updates wait, had %d", fresh.Pending(), old.Pending())
	}
	if got, want := again.Say("tiếp"), an.Say("tiếp"); got != want {
		t.Errorf("the next message has id %d, want %d", got, want)
	}
	if got, want := fresh.queue.next, old.queue.next; got != want {
		t.Errorf("the next update has id %d, want %d", got, want)
	}
}

func written(t *testing.T, list []Message) string {
	t.Helper()
	body, err := json.MarshalIndent(list, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

func TestLoadRefuses(t *testing.T) {
	for name, c := range map[string]struct{ saved, want string }{
		"damaged":           {`{"Version":1,"Chats":[{`, "unexpected EOF"},
		"of another form":   {`{"Version":7}`, "version 7"},
		"empty":             {``, "EOF"},
		"without a content": {`{"Version":1,"Files":{"x":{"UniqueID":"u"}}}`, "file x has no content"},
		"without a file":    {`{"Version":1,"Chats":[{"ID":4,"Messages":[{"ID":9,"File":"x"}]}]}`, "chat 4: message 9: file x is missing"},
	} {
		s := New(Options{Token: "1:secret"})
		if err := s.Load(strings.NewReader(c.saved)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
		if len(s.People()) != 0 || s.nextID != 0 {
			t.Errorf("%s: something was loaded", name)
		}
	}
	s := New(Options{Token: "1:secret"})
	s.Person(1, "An")
	if err := s.Load(strings.NewReader(`{"Version":1}`)); err == nil {
		t.Error("loaded into a server that is in use")
	}
}
