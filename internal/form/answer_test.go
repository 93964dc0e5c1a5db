package form

import (
	"strings"
	"testing"

	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// outcome names what became of a text, as the table does.
func outcome(r Reading) string {
	if r.Outcome == Answered && r.Note != "" {
		return "noted"
	}
	return [...]string{Refused: "refused", Kept: "kept", Answered: "answered", Filled: "filled", Another: "another",
		Steered: "steered", Doubtful: "doubtful", Aside: "aside"}[r.Outcome]
}

func TestAnswers(t *testing.T) {
	for _, line := range linesOf(t, "answers.txt") {
		c := columnsOf(line)
		if len(c) != 4 {
			t.Fatalf("%d columns: %s", len(c), line)
		}
		q, d := asked(t, c[0]), draftAt(c[0])
		r := q.Answer(&d, office, c[1], twoUnits, false)
		if got := outcome(r); got != c[2] {
			t.Errorf("%s: %s (%s)", line, got, r.Note)
		}
		if got := q.Shown(d); got != c[3] {
			t.Errorf("%s: holds %q", line, got)
		}
		if (r.Outcome == Refused || r.Outcome == Kept) && r.Note == "" {
			t.Errorf("%s: no reason is given", line)
		}
		if r.Outcome == Kept && d.Content.Summary != "" && d.Content.Summary != letters.Tidy(c[1]) {
			t.Errorf("%s: the summary is %q", line, d.Content.Summary)
		}
	}
}

// Every choice is understood by its number and by its label, and pressing it
// comes to the same.
func TestChoices(t *testing.T) {
	for _, q := range Questions {
		for n, c := range q.Choices(twoUnits) {
			pressed := draftAt(q.Key)
			if !q.Pick(&pressed, n, twoUnits) {
				t.Errorf("%s: %q cannot be pressed", q.Key, c.Label)
			}
			if q.Shown(pressed) == "" || pressed.Asked[len(pressed.Asked)-1] != q.Key {
				t.Errorf("%s: pressing %q is no answer", q.Key, c.Label)
			}
			for _, text := range []string{string(rune('1'+n%9)) + strings.Repeat("0", n/9), c.Label, strings.ToUpper(c.Label)} {
				if n >= 9 && text[0] != '1' {
					continue
				}
				d := draftAt(q.Key)
				if q.Answer(&d, office, text, twoUnits, false); q.Shown(d) != q.Shown(pressed) {
					t.Errorf("%s: %q is %q, not %q", q.Key, text, q.Shown(d), q.Shown(pressed))
				}
			}
		}
		d := draftAt(q.Key)
		if q.Pick(&d, -1, twoUnits) || q.Pick(&d, len(q.Choices(twoUnits)), twoUnits) || q.Shown(d) != "" {
			t.Errorf("%s: a choice that is none was taken", q.Key)
		}
	}
}

// Another unit owes other periods.
func TestAnotherUnitForgetsThePeriod(t *testing.T) {
	d := draftAt("unit")
	d.Period = report.Period{Duty: report.Month, Year: 2026, Number: 11}
	if asked(t, "unit").Pick(&d, 1, twoUnits); d.Unit != "PT002" || d.Period != (report.Period{}) {
		t.Errorf("%s, %s", d.Unit, d.Period)
	}
}

// The limits are those that the questions name; one character more is refused.
func TestLimits(t *testing.T) {
	for key, limit := range map[string]int{
		"name": 120, "place": 160, "title": 120, "summary": 2500, "spread": 500, "position": 120, "ethnicity": 40, "results": 500, "when": 120, "honoured": 200,
	} {
		q := asked(t, key)
		d := draftAt(key)
		if r := q.Answer(&d, office, strings.Repeat("ệ", limit), nil, false); r.Outcome != Answered {
			t.Errorf("%s: %d characters: %s", key, limit, r.Note)
		}
		d = draftAt(key)
		if r := q.Answer(&d, office, strings.Repeat("ệ", limit+1), nil, false); r.Outcome == Answered || q.Shown(d) != "" {
			t.Errorf("%s: %d characters are an answer", key, limit+1)
		}
	}
	for n, want := range map[int]Outcome{19: Refused, 20: Answered} {
		d := draftAt("summary")
		if r := asked(t, "summary").Answer(&d, office, strings.Repeat("ệ", n), nil, false); r.Outcome != want {
			t.Errorf("a summary of %d characters: %v", n, r)
		}
	}
}

// A text that tells of somebody and answers nothing becomes the summary, however
// short it is, and never in place of one that is there: then that is asked. A
// length alone decides nothing.
func TestWhatIsToldIsTheSummary(t *testing.T) {
	for text, want := range map[string]Outcome{
		"Anh Tẩn A Páo bản Nà Cúng cứu 2 cháu nhỏ đuối nước ở suối Nậm Na chiều 1/11": Kept,
		strings.Repeat("ệ", 80):         Refused,
		strings.Repeat("việc tốt ", 40): Kept,
		strings.Repeat("việc tốt ", 10): Doubtful,
		strings.Repeat("việc tốt ", 4):  Doubtful,
		"mai trời nắng không":           Refused,
	} {
		d := draftAt("category")
		r := asked(t, "category").Answer(&d, office, text, nil, false)
		if r.Outcome != want || (d.Content.Summary != "") != (want == Kept) {
			t.Errorf("%q: %v, the summary is %q", text, r, d.Content.Summary)
		}
	}
	d := draftAt("category")
	asked(t, "category").Answer(&d, office, "Anh Tẩn A Páo bản Nà Cúng cứu 2 cháu nhỏ đuối nước ở suối Nậm Na chiều 1/11", nil, false)
	if c := d.Content; c.Name != "Tẩn A Páo" || c.Place != "bản Nà Cúng" {
		t.Errorf("%q, %q", c.Name, c.Place)
	}
	before := d.Content.Summary
	r := asked(t, "category").Answer(&d, office, strings.Repeat("việc tốt ", 10), nil, false)
	if r.Outcome != Doubtful || r.Steer != ToSummary || d.Content.Summary != before {
		t.Errorf("%v, the summary is %q", r, d.Content.Summary)
	}
}

// A messenger cuts a long text: the parts are joined if they come at once, but
// a choice is a choice.
func TestTextInParts(t *testing.T) {
	first := strings.Repeat("ệ", 4000)
	parts := func(key, text string, soon bool) (Outcome, report.Draft) {
		d := draftAt(key)
		d.Content.Summary = first
		r := asked(t, key).Answer(&d, office, text, twoUnits, soon)
		return r.Outcome, d
	}
	for _, key := range []string{"name", "summary", "consent"} {
		if got, d := parts(key, "và phần còn lại", true); got != Kept || d.Content.Summary != first+"\nvà phần còn lại" {
			t.Errorf("%s: %v, %d characters", key, got, letters.Len(d.Content.Summary))
		}
	}
	if got, d := parts("consent", "2", true); got != Answered || d.Content.Summary != first {
		t.Errorf("a choice: %v", got)
	}
	if got, d := parts("name", "Lò Văn Pản", false); got != Answered || d.Content.Summary != first {
		t.Errorf("a name that comes later: %v", got)
	}
	for _, cut := range []string{strings.Repeat("việc tốt ", 426), strings.Repeat("👩‍🌾", 500), strings.Repeat("ệ", 2000)} {
		first = strings.TrimSpace(cut)
		if got, d := parts("title", "phần còn lại", true); got != Kept || d.Content.Summary != first+"\nphần còn lại" {
			t.Errorf("after %d letters: %v", letters.Len(cut), got)
		}
	}
	first = strings.Repeat("ệ", 499)
	if got, _ := parts("name", "Lò Văn Pản", true); got != Answered {
		t.Errorf("after a message that was not cut: %v", got)
	}
}

// A summary that is too long is kept and can be cut.
func TestCutSummary(t *testing.T) {
	q, d := asked(t, "summary"), draftAt("summary")
	if r := q.Answer(&d, office, strings.Repeat("ệ", 2600), nil, false); r.Outcome != Kept || q.Warning(d) == "" {
		t.Errorf("%v, warning %q", r, q.Warning(d))
	}
	CutSummary(&d)
	if letters.Len(d.Content.Summary) != 2500 || q.Warning(d) != "" || q.Shown(d) == "" {
		t.Errorf("%d characters", letters.Len(d.Content.Summary))
	}
}

func TestReadRemark(t *testing.T) {
	for text, good := range map[string]bool{
		"nghỉ hè": true, "": false, "!": false, "012345678901": false, strings.Repeat("ệ", 200): true, strings.Repeat("ệ", 201): false,
	} {
		if remark, refusal := ReadRemark(text); (refusal == "") != good || good && remark != text {
			t.Errorf("%q: %q, %q", text, remark, refusal)
		}
	}
	if remark, _ := ReadRemark(" nghỉ \n hè "); remark != "nghỉ hè" {
		t.Errorf("%q", remark)
	}
}

// BenchmarkAnswer reads the lines of the table at every question.
func BenchmarkAnswer(b *testing.B) {
	var texts []string
	for _, line := range linesOf(b, "answers.txt") {
		texts = append(texts, columnsOf(line)[1])
	}
	lines := 0
	for b.Loop() {
		for _, text := range texts {
			for _, q := range Questions {
				d := draftAt(q.Key)
				q.Answer(&d, office, text, twoUnits, false)
				lines++
			}
		}
	}
	b.ReportMetric(float64(lines)/b.Elapsed().Seconds(), "lines/s")
}

// What tells more of somebody who was told of before is known by how it begins.
func TestSupplement(t *testing.T) {
	for text, want := range map[string]string{
		"à quên, anh ấy còn giúp 3 hộ nghèo nữa":            "anh ấy còn giúp 3 hộ nghèo nữa",
		"quên chưa ghi là năm 2024 ông đã hiến 300 m2 đất":  "năm 2024 ông đã hiến 300 m2 đất",
		"chị ấy còn dạy chữ cho 12 chị em trong bản":        "chị ấy còn dạy chữ cho 12 chị em trong bản",
		"bổ sung: được Chủ tịch xã tặng giấy khen năm 2025": "được Chủ tịch xã tặng giấy khen năm 2025",
		"em nói thêm, cháu được nhà trường khen rồi ạ":      "cháu được nhà trường khen rồi ạ",
		"gửi thêm ảnh của bác Sính":                         "photos",
		"em gửi bổ sung 2 ảnh":                              "photos",
		"quên mất chưa gửi ảnh":                             "photos",
		"quên rồi":                                          "",
		"chị ấy còn trẻ":                                    "",
		"Anh Tẩn A Páo còn giúp 3 hộ nghèo":                 "",
		"gửi ảnh thế nào":                                   "",
		"hạn bao giờ":                                       "",
	} {
		got, photos := Supplement(text)
		if photos {
			got = "photos"
		}
		if got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
}

// A summary that becomes too long by what joins it says so at once, whichever question is open.
func TestJoinedTooLong(t *testing.T) {
	long := strings.Repeat("Chị vận động từng nhà cho trẻ ra lớp. ", report.MaxSummary/40)
	d := draftAt("name")
	d.Content.Summary = long
	if r := AddToSummary(&d, long); r.Outcome != Kept || !strings.Contains(r.Note, texts.SummaryJoined(report.MaxSummary, letters.Len(d.Content.Summary))) {
		t.Errorf("%+v", r)
	}
	d = draftAt("name")
	d.Content.Summary, d.Content.Media = long, []report.Media{{Kind: "photo"}}
	if _, note := Caption(&d, strings.Repeat("Ảnh lớp học ở điểm trường Sin Chải buổi sáng. ", 60)); !strings.Contains(note, texts.SummaryJoined(report.MaxSummary, letters.Len(d.Content.Summary))) {
		t.Error(note)
	}
}

// What sounds like a request for a right can be meant as the answer: which, is asked, and
// it is taken as that. Under a preview, where nothing is asked, it is a request.
func TestARightOrTheAnswer(t *testing.T) {
	const said = "Xin gỡ ảnh con trai tôi trên trang xã"
	for _, key := range []string{"summary", "title", "spread"} {
		q, _ := Find(key)
		d := report.Draft{}
		if r := q.Answer(&d, report.Unit{}, said, nil, false); r.Outcome != Doubtful || r.Steer != ToAsk || r.Meaning.Right != report.ToErase {
			t.Errorf("at %s: %+v", key, r)
		}
		if q.Take(&d, said); !strings.Contains(d.Content.Summary+d.Content.Title+d.Content.Spread, said) {
			t.Errorf("at %s it is not taken: %+v", key, d.Content)
		}
	}
	if r := AnswerPreview(&report.Draft{}, said); r.Outcome != Aside || r.Meaning.Intent != intent.AskRight {
		t.Errorf("under a preview: %+v", r)
	}
	q, _ := Find("summary")
	d := report.Draft{}
	const deed = "Gia đình anh viết đơn xin rút tên khỏi danh sách hộ nghèo"
	if r := q.Answer(&d, report.Unit{}, deed, nil, false); r.Outcome != Answered || d.Content.Summary != deed {
		t.Errorf("%+v", r)
	}
}

// A place that is typed again is no title.
func TestThePlaceAgainIsNoTitle(t *testing.T) {
	for typed, taken := range map[string]bool{"bản Nà Cúng": false, "Bản Nà Cúng": false, "Bản Nà Cúng sạch rác": true} {
		q, d := asked(t, "title"), draftAt("title")
		d.Content.Place = "bản Nà Cúng"
		if r := q.Answer(&d, office, typed, twoUnits, false); (r.Outcome == Answered) != taken || (d.Content.Title != "") != taken {
			t.Errorf("%q is the title: %q (%s)", typed, d.Content.Title, r.Note)
		}
	}
}

// A name that is typed again while the question for the place is on its way is no place,
// whatever the middle name; where the name of a body is its place, it is one.
func TestTheNameAgainIsNoPlace(t *testing.T) {
	for _, test := range []struct {
		name, typed, place string
	}{
		{"Chẻo Seo Páo", "Chẻo Seo Páo", ""}, {"Chẻo Seo Páo", "chẻo seo páo ạ", ""}, {"Vàng Láo Khánh", "Vàng Láo Khánh", ""}, {"Lò Minh Dế", "Lò Minh Dế", ""},
		{"Chẻo Seo Páo", "Vàng Ma Chải", "Vàng Ma Chải"}, {"Chẻo Seo Páo", "bản Seo Páo", "bản Seo Páo"},
		{"Bản Nà Cúng", "Bản Nà Cúng", "Bản Nà Cúng"}, {"Trạm Y tế xã", "Trạm Y tế xã", "Trạm Y tế xã"},
	} {
		q, d := asked(t, "place"), draftAt("place")
		d.Content.Name = test.name
		if r := q.Answer(&d, office, test.typed, twoUnits, false); d.Content.Place != test.place || d.Content.Name != test.name || test.place == "" && (r.Outcome != Refused || r.Note == "") {
			t.Errorf("%s, then %q: %s at %q (%s)", test.name, test.typed, d.Content.Name, d.Content.Place, r.Note)
		}
	}
}
