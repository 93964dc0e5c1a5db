package form

import (
	"fmt"
	"strings"
	"testing"

	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// shortPath answers what is missing until nothing is, and gives the questions.
func shortPath(t *testing.T, d report.Draft) (keys, headings []string) {
	t.Helper()
	for {
		q, ok := Missing(d, office)
		if !ok {
			return keys, headings
		}
		if len(keys) > len(Questions) {
			t.Fatalf("no end: %q", keys)
		}
		keys, headings = append(keys, q.Key), append(headings, q.Heading(d, office))
		text := map[string]string{
			"name": "Lò Thị Xuân An", "place": "bản Nà Cúng", "title": "Cô giáo cắm bản",
			"summary": "Chín năm bám bản, bám lớp.", "spread": "Ba bản đã làm theo",
		}[q.Key]
		if text == "" {
			text = "1"
		}
		if r := q.Answer(&d, office, text, twoUnits, false); r.Outcome != Answered {
			t.Fatalf("%s: %q is refused: %s", q.Key, text, r.Note)
		}
	}
}

func TestShortPath(t *testing.T) {
	for _, tt := range []struct {
		name    string
		asked   []string
		content report.Content
		want    string
		steps   string
	}{
		{"a person", []string{"unit"}, report.Content{}, "category object name place title summary consent", "1/7 2/7 3/7 4/7 5/7 6/7 7/7"},
		{"whoever serves several units", nil, report.Content{}, "unit category object name place title summary consent", " 1/7 2/7 3/7 4/7 5/7 6/7 7/7"},
		{"a model", []string{"unit"}, report.Content{Category: report.NewModel}, "object name place title summary spread consent", "2/8 3/8 4/8 5/8 6/8 7/8 8/8"},
		{"a child", []string{"unit"}, report.Content{Category: report.GoodDeed, Object: report.Person, Born: 2015},
			"name place title summary consent child guardian", "3/7 4/7 5/7 6/7 7/7  "},
	} {
		keys, headings := shortPath(t, report.Draft{Unit: "PT001", Changed: inNovember, Asked: tt.asked, Content: tt.content})
		if got := strings.Join(keys, " "); got != tt.want {
			t.Errorf("%s: %s", tt.name, got)
		}
		if got := strings.ReplaceAll(strings.Join(headings, " "), "Bước ", ""); got != tt.steps {
			t.Errorf("%s: %q", tt.name, got)
		}
	}
}

// What is optional says so, and of a collective no traits of a person are asked.
func TestOptional(t *testing.T) {
	for _, tt := range []struct {
		category report.Category
		object   report.Object
		want     string
	}{
		{report.GoodDeed, report.Person, "spread born gender position ethnicity groups field results when honoured files phone author authorunit authorphone theme proposal cleared leads quote link video article"},
		{report.GoodDeed, report.Household, "spread groups field results when honoured files phone author authorunit authorphone theme proposal cleared quote link video article"},
		{report.NewModel, report.Person, "groups field results when honoured files phone author authorunit authorphone theme proposal cleared since runby reach cost lasting quote link video article"},
	} {
		d := report.Draft{Content: report.Content{Category: tt.category, Object: tt.object}}
		var keys []string
		for _, q := range Questions {
			if q.Optional(d, office) {
				keys = append(keys, q.Key)
				if q.Heading(d, office) != texts.Extra() {
					t.Errorf("%s is headed %q", q.Key, q.Heading(d, office))
				}
			}
		}
		if got := strings.Join(keys, " "); got != tt.want {
			t.Errorf("%s, %s: %s", tt.category, tt.object, got)
		}
	}
}

// Back goes the way of the answers, past those that are asked no more, and
// never to the unit.
func TestBack(t *testing.T) {
	d := report.Draft{Changed: inNovember, Asked: []string{"unit", "category", "object", "child", "name", "place"}}
	var keys []string
	for key := "title"; ; {
		q, ok := Back(&d, office, key)
		if !ok {
			break
		}
		keys, key = append(keys, q.Key), q.Key
	}
	if got := fmt.Sprint(keys, d.Asked); got != "[place name object category] [unit]" {
		t.Error(got)
	}
	d = report.Draft{Asked: []string{"name", "place"}} // the place is asked once more
	if q, _ := Back(&d, office, "place"); q.Key != "name" {
		t.Errorf("back to %q", q.Key)
	}
}

// An answer is kept when it is changed: the question shows it.
func TestAsk(t *testing.T) {
	d := draftAt("name")
	q := asked(t, "name")
	if got := q.Ask(d); got != texts.AskName(d.Content) {
		t.Error(got)
	}
	d.Content.Name = "Lò Thị Xuân An"
	if got := q.Ask(d); !strings.HasSuffix(got, "\n"+texts.NowIs("Lò Thị Xuân An")) {
		t.Error(got)
	}
}

func TestBlank(t *testing.T) {
	if d := draftAt("category"); !Blank(d) {
		t.Errorf("%+v is not blank", d)
	}
	for _, d := range []report.Draft{
		{Amends: "G-2026-0001"}, {OnBehalf: "paper"}, {Content: report.Content{Name: "A"}}, {Content: report.Content{Born: 1988}},
		{Content: report.Content{Media: []report.Media{{}}}}, {Content: report.Content{Summary: "a"}},
	} {
		if Blank(d) {
			t.Errorf("%+v is blank", d)
		}
	}
}

// Ten pictures, and ten of all else.
func TestNoRoom(t *testing.T) {
	var media []report.Media
	for range 10 {
		media = append(media, report.Media{Kind: "photo"})
	}
	if NoRoom(media[:9], report.Media{Kind: "photo"}) != "" || NoRoom(media, report.Media{Kind: "photo"}) != texts.TooManyPhotos() {
		t.Error("not ten photos")
	}
	if NoRoom(media, report.Media{Kind: "voice"}) != "" {
		t.Error("photos keep a voice note out")
	}
	for range 10 {
		media = append(media, report.Media{Kind: "voice"})
	}
	if NoRoom(media, report.Media{Kind: "document", Name: "a.pdf"}) != texts.TooManyFiles() {
		t.Error("not ten files")
	}
}

// A person whose name cannot be seen has none, whatever question it is typed at.
func TestNamesThatCannotBeSeen(t *testing.T) {
	for _, name := range []string{"\u3164", "\u200b", "\u2800", "\u00ad", "\u0301\u0323", "\u3164\u3164 \u2800", "a\u3164"} {
		for _, key := range []string{"name", "place", "title"} {
			d := draftAt(key)
			r := asked(t, key).Answer(&d, office, name, nil, false)
			if c := d.Content; r.Outcome != Refused && !(key != "name" && name == "a\u3164") || c.Name != "" {
				t.Errorf("%q at %s: %v, %+v", name, key, r.Outcome, c)
			}
		}
	}
}

// TestChoiceFields holds that who reads pastes knows of which fields the
// questionnaire has choices.
func TestChoiceFields(t *testing.T) {
	for _, q := range Questions {
		if q.Key != "files" && paste.ChoiceFields[q.Key] != (q.choices != nil) {
			t.Errorf("%s: %v", q.Key, paste.ChoiceFields[q.Key])
		}
	}
}
