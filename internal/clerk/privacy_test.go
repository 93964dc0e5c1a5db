package clerk

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"guongsang/internal/report"
	"guongsang/storage"
)

// secrets are examples that may not be shown as they were written, with the
// words of each that may stand in nothing that is made for others.
var secrets = []struct {
	content report.Content
	never   []string
}{
	{report.Content{
		Object: report.Person, Name: "Lò Văn Pản", Place: "bản Huổi Én", Born: 1970, Ethnicity: "Mảng", Position: "Nông dân", Consent: report.NotGiven,
		Title: "LÒ VĂN PẢN hiến đất", Summary: "Ông  Pản hiến 320 m². Lò Văn\nPản và lo van pan, #LoVanPan.", Results: "Ông Pản góp 20 công",
		Media: []report.Media{{Kind: "photo", Unique: "a", Name: "lo-van-pan.jpg", Caption: "Ông Pản"}},
	}, []string{"lo van pan", "pan", "lovanpan", "huoi en", "mang"}},
	{report.Content{
		Object: report.Person, Name: "Giàng A Minh", Place: "bản Nà Cúng, xã Ví Dụ", Born: 2015, Position: "Học sinh lớp 5A", Consent: report.NameAndPhoto,
		ChildConsent: true, GuardianConsent: true, Title: "Em Giàng A Minh lớp 5A trả lại ví", Summary: "Em Minh ở bản Nà Cúng học Trường Tiểu học Mường So.",
		Media: []report.Media{{Kind: "photo", Unique: "b", Caption: "Em Giàng A Minh"}},
	}, []string{"giang", "5a", "na cung", "muong so", "2015"}},
	{report.Content{
		Object: report.Collective, Name: "Tổ nuôi ong của anh Sùng A Dế", Consent: report.NotGiven, Title: "Anh Dế nuôi ong", Summary: "Sùng A Dế cùng 12 hộ nuôi ong.",
	}, []string{"sung", "a de", "anh de"}},
}

// The Word report says nothing of anybody that may not be said, in none of its
// parts: texts, lists, captions, texts in place of pictures.
func TestReportKeepsSecrets(t *testing.T) {
	r := newRoom(t, 3)
	r.update(func(tx *storage.Tx) error {
		for _, s := range secrets {
			c := s.content
			c.Category = report.GoodDeed
			_, err := tx.NewExample(report.Example{Unit: "U01", Periods: []report.Period{november}, Review: report.Selected, Sent: r.now, Received: r.now, Content: c})
			if err != nil {
				return err
			}
		}
		return nil
	})
	files, err := r.Papers.Make(t.Context(), r.Store, r.now, Order{Kind: Report, Period: november})
	if err != nil {
		t.Fatal(err)
	}
	said := spoken(t, files[0].Data)
	for _, s := range secrets {
		for _, never := range s.never {
			if strings.Contains(said, " "+never+" ") {
				t.Errorf("%s: %q stands in the report", s.content.Name, never)
			}
		}
	}
	for _, want := range []string{"l v p", "em minh", "s a d", "320"} {
		if !strings.Contains(said, " "+want+" ") {
			t.Errorf("%q does not stand in the report:\n%s", want, said)
		}
	}
}

// spoken are the words of all parts of a document, folded in a way of the
// test's own, with single spaces.
func spoken(t *testing.T, file []byte) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	paragraph, tag, quoted := regexp.MustCompile(`</w:p>|<w:br/>`), regexp.MustCompile(`<[^>]*>`), regexp.MustCompile(`(descr|title)="([^"]*)"`)
	var all strings.Builder
	for _, part := range archive.File {
		if !strings.HasSuffix(part.Name, ".xml") {
			continue
		}
		in, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		for _, alt := range quoted.FindAllSubmatch(b, -1) {
			all.WriteString(" " + string(alt[2]) + " ")
		}
		all.Write(tag.ReplaceAll(paragraph.ReplaceAll(b, []byte(" \n ")), nil))
	}
	plain := strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == 'đ', r == 'Đ':
			return 'd'
		case unicode.IsLetter(r), unicode.IsDigit(r):
			return unicode.ToLower(r)
		}
		return ' '
	}, norm.NFD.String(all.String()))
	return " " + strings.Join(strings.Fields(plain), " ") + " "
}
