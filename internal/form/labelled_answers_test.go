package form

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"guongsang/internal/dates"
	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/report"
)

// valueNames are the values of the labelled lines that are not written out.
var valueNames = map[string]string{
	string(report.Advanced): "dien-hinh", string(report.GoodDeed): "viec-tot", string(report.NewModel): "mo-hinh",
	string(report.Person): "ca-nhan", string(report.Collective): "tap-the", string(report.Household): "ho",
	string(report.NameAndPhoto): "ten-anh", string(report.NameOnly): "ten", string(report.NotGiven): "chua",
}

// TestLabelledAnswers holds what becomes of answers, which were written down by
// somebody who had not read how they are read. At their first run answers-second were
// right to 69 %, answers-third to 78 %, and after that answers-second-held to 96.4 % and
// answers-exam to 96.7 %. Of answers-fourth 87.4 % were, of answers-fourth-held 80.6 %, and
// 81.6 % after the mending by the first. Of answers-fifth 82.5 % were, of its held half
// 75.9 % after that (four of its labels were the script's, and not the writer's). Of
// answers-sixth 78.8 % were, of its held half 72.5 %, and 78.8 % after the mending by the first. Of
// answers-seventh and of its held half 87.3 % were at the first run, of answers-eighth 80.0 %
// and of its held half 82.9 %, of answers-ninth 74.3 and 78.6 %, of answers-ten 66.8 and of
// answers-desk 90.8 %. Of answers-thirteen, written while those were mended, 78.5 % were after that.
func TestLabelledAnswers(t *testing.T) {
	for name, least := range map[string]int{"labelled/answers.txt": 100, "labelled/answers-held.txt": 100, "own-answers.txt": 100, "fields-said.txt": 100, "lists.txt": 100, "labelled/answers-second.txt": 100, "labelled/answers-third.txt": 100, "labelled/answers-second-held.txt": 100, "labelled/answers-exam.txt": 100, "labelled/answers-rows.txt": 100, "labelled/answers-fourth.txt": 100, "labelled/answers-fourth-held.txt": 100, "labelled/answers-fifth.txt": 100, "labelled/answers-fifth-held.txt": 100, "labelled/answers-sixth.txt": 100, "labelled/answers-sixth-held.txt": 100, "labelled/answers-seventh.txt": 100, "labelled/answers-seventh-held.txt": 100, "labelled/answers-eighth.txt": 100, "labelled/answers-eighth-held.txt": 98, "labelled/answers-ninth.txt": 97, "labelled/answers-thirteen.txt": 96, "labelled/answers-ninth-held.txt": 95, "labelled/answers-ten.txt": 96, "labelled/answers-desk.txt": 99, "labelled/answers-north.txt": 99, "labelled/answers-south.txt": 100, "labelled/answers-hard.txt": 98} {
		t.Run(name, func(t *testing.T) {
			lines := linesOf(t, name)
			right := 0
			for _, line := range lines {
				c := strings.SplitN(line, "|", 3)
				key, text, want := strings.TrimSpace(c[0]), strings.TrimSpace(c[1]), strings.TrimSpace(c[2])
				got := becomesOf(t, key, text)
				if want == "send" && key == "preview" && saysSend(text) { // which the conversation does, with a look at what is missing
					got = want
				}
				if meant(got, want, text) {
					right++
				} else {
					t.Logf("%s: is %s", line, got)
				}
			}
			t.Logf("%s: %d of %d, %.1f %%", name, right, len(lines), 100*float64(right)/float64(len(lines)))
			if right*100 < least*len(lines) {
				t.Errorf("%s: less than %d %%", name, least)
			}
		})
	}
}

// meant reports whether what became of a text is one of what may.
func meant(got, want, text string) bool {
	for one := range strings.SplitSeq(want, " / ") {
		if one == "nothing" {
			one = ""
		}
		var parts []string
		for part := range strings.SplitSeq(one, "; ") {
			field, value, ok := strings.Cut(part, "=")
			if value == "*" {
				value = text
			}
			if ok {
				part = field + "=" + value
			}
			parts = append(parts, strings.TrimSuffix(strings.ToLower(letters.Clean(part)), "."))
		}
		parts, is := strings.Split(strings.Join(parts, "; "), "; "), strings.Split(got, "; ") // a text has semicolons too
		if paired(parts, is, fits) && paired(is, parts, func(is, part string) bool { return fits(part, is) }) {
			return true
		}
	}
	return false
}

// paired reports whether each of some texts has one among others that fits it.
func paired(some, others []string, fits func(one, other string) bool) bool {
	return !slices.ContainsFunc(some, func(one string) bool {
		return !slices.ContainsFunc(others, func(other string) bool { return fits(one, other) })
	})
}

// fits reports whether a part of what is wanted is what became of a field, or with "has" a
// piece of it.
func fits(part, is string) bool {
	if field, piece, ok := strings.Cut(part, " has "); ok {
		return strings.HasPrefix(is, field+"=") && strings.Contains(is, piece)
	}
	return part == is
}

// becomesOf is what becomes of a text at a question, in the notation of the
// labelled lines.
func becomesOf(t *testing.T, key, text string) string {
	switch key {
	case "date", "due":
		return ofDate(key, text)
	case "return-reasons":
		return ofReasons(text)
	case "preview":
		d := report.Draft{Unit: "PT001", Changed: onThursday}
		got := ofReading(d, AnswerPreview(&d, text))
		if day, ok := dates.Past(d.Content.When, thatThursday); ok && got == "" {
			return "date=" + dateOf(day)
		}
		return got
	case "result":
		key = "results"
	case "period":
		p := intent.PeriodIn(intent.Words(text), thatThursday)
		return "period=" + strings.ToLower(p.String())
	}
	d := report.Draft{Unit: "PT001", Step: key, Changed: onThursday}
	if key == "files" {
		d.Content.Media = []report.Media{{Kind: "photo"}}
	}
	q := asked(t, key)
	r := q.Answer(&d, office, text, twoUnits, false)
	if q.Key == "born" && r.Outcome == Answered {
		born, _ := dates.Born(text, thatThursday)
		return "born=" + dateOf(born)
	}
	got := ofReading(d, r)
	switch captions := strings.ToLower(shownCaptions(d)); {
	case key == "files" && captions != "":
		return "captions=" + captions
	case r.Outcome != Answered && r.Outcome != Kept:
	case slices.Contains(shownOnly, key) && q.Shown(d) != "":
		got = strings.TrimPrefix(got+"; "+key+"="+strings.TrimSuffix(strings.ToLower(q.Shown(d)), "."), "; ")
	case key == "phone":
		got = key + "=" + letters.Digits(strings.Replace(q.Shown(d), "+84", "0", 1))
	}
	return got
}

// shownOnly are the questions whose answers ofReading does not tell.
var shownOnly = []string{"gender", "ethnicity", "captions", "spread", "when", "honoured", "proposal", "child", "guardian"}

var onThursday = time.Date(2026, time.November, 26, 8, 0, 0, 0, time.UTC)

func ofDate(key, text string) string {
	if to, sure := (Question{Key: key}).steerOf(text); sure {
		return string(to)
	}
	read := dates.Past
	if key == "due" {
		read = dates.Coming
	}
	if d, ok := read(text, thatThursday); ok {
		return key + "=" + dateOf(d)
	}
	return "again"
}

func dateOf(d report.Date) string {
	switch {
	case d.Month == 0:
		return fmt.Sprint(d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%d-%02d", d.Year, d.Month)
	}
	return d.String()
}

func ofReasons(text string) string {
	if to, sure := (Question{Key: "return-reasons"}).steerOf(text); sure {
		return string(to)
	} else if Leaves(text) {
		return string(GoAway)
	}
	numbers, note, ok := ReadReasons(text, 7)
	switch {
	case !ok:
		return "again"
	case len(numbers) == 0:
		return "reasons=" + strings.TrimSuffix(strings.ToLower(note), ".")
	}
	got := "reasons=" + strings.ReplaceAll(strings.Trim(fmt.Sprint(numbers), "[]"), " ", ",")
	if note != "" {
		got += "; note=" + strings.ToLower(note)
	}
	return got
}

func ofReading(d report.Draft, r Reading) string {
	switch r.Outcome {
	case Steered:
		return string(r.Steer)
	case Doubtful:
		return "ask"
	case Refused:
		return "again"
	case Aside:
		return "aside " + string(r.Meaning.Intent)
	}
	var parts []string
	add := func(field, value string) {
		if value != "" {
			parts = append(parts, field+"="+strings.TrimSuffix(strings.ToLower(value), "."))
		}
	}
	c := d.Content
	add("category", valueNames[string(c.Category)])
	add("object", valueNames[string(c.Object)])
	add("summary", c.Summary)
	add("name", c.Name)
	if c.Born != 0 {
		add("born", fmt.Sprint(c.Born))
	}
	add("place", c.Place)
	add("title", c.Title)
	add("result", c.Results)
	add("position", c.Position)
	add("consent", valueNames[string(c.Consent)])
	return strings.Join(parts, "; ")
}
