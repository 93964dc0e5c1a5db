package emulator_test

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"slices"
	"testing"
	"time"

	"github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"guongsang/internal/emulator"
)

func uploadOf(name string, data []byte) models.InputFile {
	return &models.InputFileUpload{Filename: name, Data: bytes.NewReader(data)}
}

// fetch downloads a file by its id; "" means that the link was refused.
func (b *bench) fetch(id string, wait time.Duration) string {
	b.Helper()
	f, err := b.bot.GetFile(b.ctx, &bot.GetFileParams{FileID: id})
	if err != nil {
		b.Fatal(err)
	}
	time.Sleep(wait)
	r, err := http.NewRequest(http.MethodGet, b.bot.FileDownloadLink(f), nil)
	if err != nil {
		b.Fatal(err)
	}
	answer, err := b.srv.Client().Do(r)
	if err != nil {
		b.Fatal(err)
	}
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		b.Fatal(err)
	}
	if answer.StatusCode != http.StatusOK {
		return ""
	}
	return string(body)
}

func TestIncomingFiles(t *testing.T) {
	inBubble(t, emulator.Options{}, func(b *bench) {
		photo := picture(t, 300, 200)
		b.an.Photo(photo, "Ảnh bản Nậm Xe")
		b.an.Document("báo cáo.docx", "application/msword", []byte("chữ"), "")
		b.an.Voice([]byte("tiếng"))
		got := b.poll(offset(1001))
		sizes := got[0].Message.Photo
		if len(sizes) != 2 || sizes[1].Width != 300 || sizes[1].FileSize != len(photo) || got[0].Message.Caption != "Ảnh bản Nậm Xe" {
			t.Errorf("photo: %+v", got[0].Message)
		}
		if d := got[1].Message.Document; d.FileName != "báo cáo.docx" || d.MimeType != "application/msword" {
			t.Errorf("document: %+v", d)
		}
		if body := b.fetch(sizes[1].FileID, 0); body != string(photo) {
			t.Errorf("%d bytes of the photo", len(body))
		}
		if body := b.fetch(got[1].Message.Document.FileID, 59*time.Minute); body != "chữ" {
			t.Errorf("document: %q", body)
		}
		if body := b.fetch(got[2].Message.Voice.FileID, time.Hour); body != "" {
			t.Errorf("an hour later there was still %q", body)
		}
	})
}

func TestIncomingAlbum(t *testing.T) {
	b := newBench(t, emulator.Options{})
	sent := b.an.Album("Ba ảnh", picture(t, 1, 1), picture(t, 2, 2), picture(t, 3, 3))
	got := b.poll(offset(1001))
	if len(sent) != 3 || len(got) != 3 {
		t.Fatalf("%d messages, %d updates", len(sent), len(got))
	}
	album := got[0].Message.MediaGroupID
	for i, u := range got {
		caption := map[bool]string{true: "Ba ảnh"}[i == 0]
		if u.Message.MediaGroupID != album || album == "" || u.Message.Caption != caption || u.Message.ID != sent[i] {
			t.Errorf("item %d: %+v", i, u.Message)
		}
	}
}

// TestIncomingGroups sends several files at once; there are ten in an album.
func TestIncomingGroups(t *testing.T) {
	b := newBench(t, emulator.Options{})
	for _, test := range []struct {
		files int
		want  []int // sizes of the albums
	}{{1, nil}, {2, []int{2}}, {10, []int{10}}, {11, []int{10}}, {12, []int{10, 2}}} {
		next := b.poll(offset(-1))
		sent := b.an.Documents("Hồ sơ", slices.Repeat([]emulator.File{{Name: "a.txt", MIME: "text/plain", Data: []byte("a")}}, test.files)...)
		got := b.poll(offset(next[0].ID + 1))
		if len(sent) != test.files || len(got) != test.files || got[0].Message.Caption != "Hồ sơ" || got[0].Message.Document.FileName != "a.txt" {
			t.Fatalf("%d files: %d messages, %d updates, the first %+v", test.files, len(sent), len(got), got[0].Message)
		}
		var sizes []int
		last := ""
		for _, u := range got {
			switch id := u.Message.MediaGroupID; {
			case id == "":
			case id != last:
				sizes, last = append(sizes, 1), id
			default:
				sizes[len(sizes)-1]++
			}
		}
		if !slices.Equal(sizes, test.want) {
			t.Errorf("%d files: albums of %v, want %v", test.files, sizes, test.want)
		}
	}
}

func TestIncomingVoices(t *testing.T) {
	b := newBench(t, emulator.Options{})
	for _, test := range []struct {
		name string
		do   func()
		want models.Voice
	}{
		{"plain", func() { b.an.Voice([]byte("a")) }, models.Voice{MimeType: "audio/ogg", Duration: 7}},
		{"of a browser", func() {
			b.an.VoiceNote(emulator.File{Name: "a.webm", MIME: "audio/webm", Duration: 3, Data: []byte("a")})
		}, models.Voice{MimeType: "audio/webm", Duration: 3}},
		{"of no type", func() { b.an.VoiceNote(emulator.File{Data: []byte("a")}) }, models.Voice{MimeType: "audio/ogg"}},
	} {
		test.do()
		got := b.poll(offset(-1))[0].Message.Voice
		if got == nil || got.MimeType != test.want.MimeType || got.Duration != test.want.Duration {
			t.Errorf("%s: %+v", test.name, got)
			continue
		}
		if f, ok := b.srv.File(got.FileID); !ok || string(f.Data) != "a" || f.MIME != got.MimeType {
			t.Errorf("%s: file %+v, %v", test.name, f, ok)
		}
	}
	if f, ok := b.srv.File("made-up"); ok {
		t.Errorf("there is %+v", f)
	}
}

func TestFileLimits(t *testing.T) {
	b := newBench(t, emulator.Options{})
	b.an.Document("to.bin", "", make([]byte, 20<<20+1), "")
	big := b.poll(offset(1001))[0].Message.Document.FileID
	_, err := b.bot.GetFile(b.ctx, &bot.GetFileParams{FileID: big})
	expect(t, err, bot.ErrorBadRequest, "file is too big")
	_, err = b.bot.GetFile(b.ctx, &bot.GetFileParams{FileID: "made-up"})
	expect(t, err, bot.ErrorBadRequest, "wrong file_id")
	for _, test := range []struct {
		name, want string
		photo      models.InputFile
	}{
		{"good", "", uploadOf("a.png", picture(t, 20, 1))},
		{"empty", "file must be non-empty", uploadOf("a.png", nil)},
		{"no picture", "IMAGE_PROCESS_FAILED", uploadOf("a.png", []byte("x"))},
		{"too narrow", "PHOTO_INVALID_DIMENSIONS", uploadOf("a.png", picture(t, 21, 1))},
		{"too heavy", "file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes", uploadOf("a.png", make([]byte, 10<<20+1))},
		{"a document", "can't use file of type Document as Photo", &models.InputFileString{Data: big}},
		{"an address", "failed to get HTTP URL content", &models.InputFileString{Data: "https://vi.du/a.png"}},
		{"unknown", "wrong remote file identifier", &models.InputFileString{Data: "AQAD"}},
	} {
		_, err := b.bot.SendPhoto(b.ctx, &bot.SendPhotoParams{ChatID: b.an.ID(), Photo: test.photo})
		t.Run(test.name, func(t *testing.T) { expect(t, err, bot.ErrorBadRequest, test.want) })
	}
	caption := string(bytes.Repeat([]byte("ỗ"), 1025))
	_, err = b.bot.SendDocument(b.ctx, &bot.SendDocumentParams{ChatID: b.an.ID(), Document: uploadOf("a.txt", []byte("x")), Caption: caption})
	expect(t, err, bot.ErrorBadRequest, "message caption is too long")
}

func TestUploadAboveAllLimits(t *testing.T) {
	b := newBench(t, emulator.Options{})
	_, err := b.bot.SendDocument(b.ctx, &bot.SendDocumentParams{ChatID: b.an.ID(), Document: uploadOf("a.bin", make([]byte, 50<<20+1))})
	if err == nil || len(b.srv.Sent()) != 0 {
		t.Errorf("50 MB and a byte: %v", err)
	}
}

// TestOutgoingFiles sends each kind and then the document again by its id.
func TestOutgoingFiles(t *testing.T) {
	b := newBench(t, emulator.Options{})
	doc, err := b.bot.SendDocument(b.ctx, &bot.SendDocumentParams{
		ChatID: b.an.ID(), Document: uploadOf("tổng hợp.xlsx", []byte("bảng")), Caption: "Tháng 11", ReplyMarkup: oneButton("Xem", "v"),
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.bot.SendVoice(b.ctx, &bot.SendVoiceParams{ChatID: b.an.ID(), Voice: uploadOf("a.ogg", []byte("v")), Duration: 4}); err != nil {
		t.Error(err)
	}
	if _, err := b.bot.SendDocument(b.ctx, &bot.SendDocumentParams{ChatID: b.an.ID(), Document: &models.InputFileString{Data: doc.Document.FileID}}); err != nil {
		t.Error(err)
	}
	chat := b.an.Chat()[1:]
	first, voice, again := chat[0], chat[1], chat[2]
	if first.Text != "Tháng 11" || first.File.Name != "tổng hợp.xlsx" || string(first.File.Data) != "bảng" || first.Labels()[0] != "Xem" {
		t.Errorf("document: %+v", first)
	}
	if voice.Kind != emulator.KindVoice || voice.File.Duration != 4 || again.File.ID != first.File.ID {
		t.Errorf("voice %+v, again %+v", voice.File, again.File)
	}
	b.noViolations()
}

func TestOutgoingAlbum(t *testing.T) {
	b := newBench(t, emulator.Options{})
	item := func(i int) models.InputMedia {
		return &models.InputMediaPhoto{
			Media: fmt.Sprint("attach://p", i), MediaAttachment: bytes.NewReader(picture(t, i+1, 4)), Caption: fmt.Sprint("ảnh ", i),
		}
	}
	send := func(media ...models.InputMedia) error {
		_, err := b.bot.SendMediaGroup(b.ctx, &bot.SendMediaGroupParams{ChatID: b.an.ID(), Media: media})
		return err
	}
	expect(t, send(item(0), item(1), item(2)), nil, "")
	expect(t, send(item(0)), bot.ErrorBadRequest, "2-10 items")
	document := &models.InputMediaDocument{Media: "attach://d", MediaAttachment: bytes.NewReader([]byte("x"))}
	expect(t, send(item(0), document), bot.ErrorBadRequest, "document can't be mixed with other media types")
	sent := b.srv.Sent()
	if len(sent) != 3 || sent[2].File.Width != 3 || sent[2].Album != sent[0].Album || sent[1].Text != "ảnh 1" {
		t.Errorf("album: %+v", sent)
	}
}
