package form

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// Whatever is typed, pasted and written with files, in any order, a draft never
// grows longer than a draft may be; and what is refused for that leaves it as it
// was. (ATTACKS 5)
func TestDraftsStayShort(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := report.Draft{Content: report.Content{Media: make([]report.Media, 20), Groups: []report.Group{report.Worker}}}
		for range rapid.IntRange(1, 30).Draw(t, "texts") {
			q := rapid.SampledFrom(Questions).Draw(t, "question")
			label := rapid.SampledFrom([]string{"", "Họ tên: Lò Văn A\nTóm tắt: ", "Tên mô hình: Nuôi ong\nKết quả: ", "Ghi chú lạ: "}).Draw(t, "label")
			word := rapid.SampledFrom([]string{"😀", "Làm việc tốt. ", "chữ\n", "é"}).Draw(t, "word")
			text := label + strings.Repeat(word, rapid.IntRange(1, 5000).Draw(t, "times")/len([]rune(word)))
			before, was := copied(d), size(d.Content)
			var note string
			switch rapid.IntRange(0, 3).Draw(t, "way") {
			case 0:
				note = Fill(&d, report.Unit{}, paste.Read(text), "")
			case 1:
				_, note = Caption(&d, text)
			case 2:
				AddCaption(&d, rapid.IntRange(0, 19).Draw(t, "file"))
			default:
				note = q.Answer(&d, report.Unit{}, text, nil, rapid.Bool().Draw(t, "soon")).Note
			}
			if n := size(d.Content); n > MaxDraft+20 && n > was { // a caption moves with a line break
				t.Fatalf("%d characters after %q at %s", n, text[:min(len(text), 40)], q.Key)
			}
			full := texts.DraftFull(MaxDraft, 0, 0)[:40]
			if strings.HasPrefix(note, full) && !cmp.Equal(before, d) {
				t.Fatalf("refused, and changed:\n%s", cmp.Diff(before, d))
			}
		}
	})
}

// copied shares nothing with the draft that it is a copy of.
func copied(d report.Draft) report.Draft {
	d.Asked = append([]string(nil), d.Asked...)
	d.Content.Media = append([]report.Media(nil), d.Content.Media...)
	d.Content.Groups = append([]report.Group(nil), d.Content.Groups...)
	return d
}

// A draft from before there was a limit can be read, and made shorter.
func TestALongDraftCanBeShortened(t *testing.T) {
	d := report.Draft{Content: report.Content{Summary: strings.Repeat("Làm việc tốt. ", 5000)}}
	q, _ := Find("summary")
	shorter := strings.Repeat("Làm việc tốt. ", 300)
	if r := q.Answer(&d, report.Unit{}, shorter, nil, false); r.Outcome != Doubtful {
		t.Errorf("replaced without a word: %+v", r)
	}
	if r := q.Take(&d, shorter); size(d.Content) > MaxDraft {
		t.Errorf("%d characters: %+v", size(d.Content), r)
	}
}
