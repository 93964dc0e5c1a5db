package form

import (
	"fmt"
	"strings"
	"testing"

	"guongsang/internal/paste"
	"guongsang/internal/report"

	"github.com/google/go-cmp/cmp"
)

// TestPastes reads testdata/pastes.txt, each text into a new draft.
func TestPastes(t *testing.T) {
	lines := linesOf(t, "pastes.txt")
	for len(lines) > 0 {
		text := lines[0]
		end := 1
		for end < len(lines) && !strings.HasPrefix(lines[end], "> ") {
			end++
		}
		want := written(strings.Join(lines[1:end], "\n"))
		lines = lines[end:]

		d := report.Draft{Unit: "PT001", Asked: []string{"unit"}, Changed: inNovember}
		if d := cmp.Diff(want, understood(&d, paste.Read(written(text[2:])))); d != "" {
			t.Errorf("%s\n%s", text, d)
		}
	}
}

// understood fills a draft and writes down what it then holds.
func understood(d *report.Draft, p paste.Paste) string {
	_, refused := fill(d, p)
	lines := []string{fmt.Sprintf("labels = %d", p.Labels)}
	for _, q := range Questions {
		if answer := q.Shown(*d); answer != "" && q.Key != "unit" {
			lines = append(lines, q.Key+" = "+answer)
		}
	}
	for _, s := range refused {
		lines = append(lines, "not = "+s.Field+": "+s.Value)
	}
	if q, ok := Missing(*d, office); ok {
		lines = append(lines, "asks = "+q.Key)
	}
	return strings.Join(lines, "\n")
}

// A pasted text fits a draft that it does not contradict.
func TestPasteFits(t *testing.T) {
	d := report.Draft{Step: "place", Content: report.Content{Name: "Lò Thị Xuân An", Title: "Cô giáo cắm bản"}}
	for text, want := range map[string]bool{
		"Họ tên: lo thi xuan an\nNăm sinh: 1988":     true,
		"Họ tên: Lò Văn Pản\nNăm sinh: 1988":         false,
		"Tiêu đề: Việc khác\nNăm sinh: 1988":         false,
		"Việc làm: Chín năm bám bản\nNăm sinh: 1988": true,
		"Cô đã vận động từng nhà cho trẻ ra lớp.":    false,
		"Năm sinh: 1988": false,
	} {
		if got := Fits(d, paste.Read(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	d.Step = "summary"
	if !Fits(d, paste.Read("Cô đã vận động từng nhà cho trẻ ra lớp.")) {
		t.Error("a text is not the summary that was asked for")
	}
}

// What contradicts the draft is named and not taken; somebody else's
// introduction wants a draft of its own, but never beside one on behalf.
func TestPasteAtAQuestion(t *testing.T) {
	text := "Họ tên: Lò Văn Pản\nNơi ở: bản Nà Cúng"
	d := draftAt("place")
	d.Content.Name = "Lò Thị Xuân An"
	q, before := asked(t, "place"), d
	r := q.Answer(&d, office, text, nil, false)
	if r.Outcome != Another || r.Paste.Labels != 2 {
		t.Errorf("%+v", r)
	}
	if diff := cmp.Diff(before, d); diff != "" {
		t.Error(diff)
	}
	d.OnBehalf = "paper"
	r = q.Answer(&d, office, text, nil, false)
	if r.Outcome != Filled || d.Content.Name != "Lò Thị Xuân An" || d.Content.Place != "bản Nà Cúng" || !strings.Contains(r.Note, "Lò Văn Pản") {
		t.Errorf("%+v, %+v", r, d.Content)
	}
}

// What was understood is said, unless the preview is to say it.
func TestFillSaysWhatItUnderstood(t *testing.T) {
	p := paste.Read("Họ tên: Lò Thị Xuân An\nNơi ở: bản Nà Cúng")
	d := report.Draft{Unit: "PT001", Asked: []string{"unit"}, Changed: inNovember, Content: report.Content{
		Category: report.GoodDeed, Object: report.Person, Title: "Cô giáo cắm bản", Summary: "Chín năm bám bản, bám lớp."}}
	short := d
	short.Content.Summary = ""
	if note := Fill(&short, office, p, ""); !strings.Contains(note, "bản Nà Cúng") {
		t.Errorf("with something missing: %q", note)
	}
	d.Content.Consent = report.NameOnly
	if note := Fill(&d, office, p, ""); strings.Contains(note, "bản Nà Cúng") {
		t.Errorf("with nothing missing: %q", note)
	}
}

// What was written with a photo is a template, the summary, or stays with it.
func TestCaption(t *testing.T) {
	photo := func(step, summary string) report.Draft {
		d := draftAt(step)
		d.Content.Summary, d.Content.Media = summary, []report.Media{{Kind: "photo"}}
		return d
	}
	deed := "Vận động 32 hộ hiến 1.200 m² đất làm đường bản"
	for _, tt := range []struct {
		step, summary, caption string
		answered, noted        bool
		wantSummary, wantKept  string
	}{
		{"place", "", "", false, false, "", ""},
		{"place", "", "số 012345678901", false, true, "", ""},
		{"place", "", deed, false, true, deed, ""},
		{"summary", "", deed, true, true, deed, ""},
		{"place", "", "Lễ khánh thành", false, false, "", "Lễ khánh thành"},
		{"place", deed, "Đoạn đường mới dài 300 mét", false, false, deed, "Đoạn đường mới dài 300 mét"},
		{"place", "", "Bản: Nà Cúng\nViệc làm: " + deed, true, true, deed, ""},
	} {
		d := photo(tt.step, tt.summary)
		answered, note := Caption(&d, tt.caption)
		if answered != tt.answered || (note != "") != tt.noted || d.Content.Summary != tt.wantSummary || d.Content.Media[0].Caption != tt.wantKept {
			t.Errorf("%+v: %v, %q, %+v", tt, answered, note, d.Content)
		}
		if (LastCaption(d) == 0) != (tt.wantKept != "") {
			t.Errorf("%+v: the last caption is %d", tt, LastCaption(d))
		}
	}

	d := photo("place", deed)
	d.Content.Media[0].Caption = "Đường mới"
	if AddCaption(&d, -1) || AddCaption(&d, 1) || !AddCaption(&d, 0) || AddCaption(&d, 0) || d.Content.Summary != deed+"\nĐường mới" {
		t.Errorf("%+v", d.Content)
	}
}
