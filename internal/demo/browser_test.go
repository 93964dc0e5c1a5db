package demo

import (
	"archive/zip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// TestBrowserMonth has a person play a month on the page, on a wide screen and
// on a phone: somebody comes in, introduces an example with two photos, is not
// reminded while the others are, one of whom has nothing to introduce; the
// agency returns the example, it is completed, and is in the Word report.
func TestBrowserMonth(t *testing.T) {
	chromium := startChromium(t)
	for _, l := range []look{desktop, handset} {
		t.Run(l.name, func(t *testing.T) {
			t.Parallel()
			v := visit(t, chromium, openWebsite(t), l)
			playMonth(v)
			v.content()
		})
	}
}

// The person who comes in, and the people of the story who answer.
const (
	newcomerUnit = "PT034"
	nilUnit      = "PT012"
)

func playMonth(v *visitor) {
	s, err := loadStory()
	if err != nil {
		v.Fatal(err)
	}
	newcomer, example := "Vàng Thị Sao", exampleOf(v, s, newcomerUnit)
	v.on("#welcome-close")
	v.addPhone(newcomer, newcomerUnit)
	v.introduce(example)
	if v.look.phone {
		v.picture("demo-360")
	}

	v.open(s.Officer)
	v.sees(example.Title)
	v.press(texts.LabelPhotos)
	ask[bool](v, "photos", 2)

	v.untilReminded(s.People["PT058"])
	v.open(newcomer)
	if ask[bool](v, "has", "Nhắc gửi gương") {
		v.give("%s, who reported, was reminded", newcomer)
	}
	v.open(s.People[nilUnit])
	v.sees("Nhắc gửi gương tháng 11")
	v.press(texts.LabelNil)
	v.hears("không phát sinh")
	ask[bool](v, "unit", "2026-11", nilUnit, "nil")
	ask[bool](v, "unit", "2026-11", newcomerUnit, "onTime")

	v.giveBack(s.Officer, "Đề nghị bổ sung thời gian cụ thể.")
	v.open(newcomer)
	v.complete(example.Summary + " Việc xảy ra lúc 16 giờ 20 phút.")
	v.open(s.Officer)
	v.sees("16 giờ 20 phút")
	v.press(texts.LabelAccept)
	v.hears(texts.Cap(texts.Ruling(report.Accepted)))

	holdsReport(v, v.wordReport(s.Officer), example.Name)
}

func exampleOf(v *visitor, s story, unit string) storyExample {
	for _, step := range s.Steps {
		if step.Unit == unit && step.Do == "introduce" {
			return step.Example
		}
	}
	v.Fatalf("nobody of %s introduces anything", unit)
	return storyExample{}
}

// addPhone lets somebody in by an invite.
func (v *visitor) addPhone(name, unit string) {
	v.Helper()
	v.view("people")
	v.on("#add-phone")
	v.tap("at", "#phone-dialog input[name=name]")
	v.keys(name)
	// A list opens outside the page, where no test reaches: it is chosen from
	// as the keyboard does.
	eval[any](v, fmt.Sprintf(`(() => {
		const list = document.querySelector("#phone-dialog select[name=unit]");
		list.value = %q;
		list.dispatchEvent(new Event("change", { bubbles: true }));
	})()`, unit))
	v.tap("at", "#phone-dialog button[type=submit]")
	ask[bool](v, "opened", name)
	ask[any](v, "mark")
	v.tap("chat", ".start")
	v.hears(unit)
}

// introduce answers every question about an example and sends it.
func (v *visitor) introduce(e storyExample) {
	v.Helper()
	v.key(texts.LabelIntroduce)
	v.hears(texts.AskCategory())
	v.photos(v.jpeg(e.Title, 0), v.jpeg(e.Title, 1))
	v.hears("2 ảnh")
	v.press(e.Category)
	v.hears(texts.AskObject(report.GoodDeed))
	v.press(e.Object)
	v.hears(texts.AskName(report.Content{}))
	v.say(e.Name)
	v.hears(texts.AskPlace())
	v.say(e.Place)
	v.hears(texts.AskTitle())
	v.say(e.Title)
	v.hears(texts.AskSummary())
	v.say(e.Summary)
	v.hears(texts.AskConsent(report.Content{}))
	v.press(e.Consent)
	v.hears(e.Title)
	v.press(texts.ToSend)
	v.hears(e.Name)
	if left := eval[string](v, `document.querySelector(".chat.active textarea").value`); left != "" {
		v.Errorf("%q is left where one types", left)
	}
}

// jpeg writes a picture of the story into a file.
func (v *visitor) jpeg(title string, number int) string {
	v.Helper()
	file := filepath.Join(v.TempDir(), fmt.Sprintf("anh-%d.jpg", number+1))
	if err := os.WriteFile(file, photo(title, number), 0o600); err != nil {
		v.Fatal(err)
	}
	return file
}

// untilReminded moves the clock from event to event until somebody is
// reminded.
func (v *visitor) untilReminded(name string) {
	v.Helper()
	for range 12 {
		v.clock("next")
		v.open(name)
		if ask[bool](v, "has", "Nhắc gửi gương tháng 11") {
			return
		}
	}
	v.give("%s is never reminded", name)
}

// giveBack returns the example that waits, in words of one's own.
func (v *visitor) giveBack(officer, reason string) {
	v.Helper()
	v.open(officer)
	v.press(texts.LabelReturn)
	v.hears(texts.ReturnPhrases()[0])
	v.say(reason)
	v.hears(reason)
	v.press(texts.LabelSendBack)
	v.hears("Đã trả lại")
}

// complete writes the summary of a returned example anew.
func (v *visitor) complete(summary string) {
	v.Helper()
	v.sees("cần bổ sung")
	v.press(texts.LabelCompleteNow)
	v.hears("")
	v.press(texts.ToEdit)
	v.hears("")
	v.press(texts.ToDeed)
	v.hears("")
	v.press(texts.FieldName("summary", report.Content{}))
	v.hears(texts.AskSummary())
	v.say(summary)
	v.hears("16 giờ 20 phút")
	v.press(texts.ToRenew)
	v.hears("16 giờ 20 phút")
	v.press(texts.ToSendAgain)
	v.hears("")
}

// wordReport moves the clock until the officer has the digest, and downloads
// the Word report.
func (v *visitor) wordReport(officer string) string {
	v.Helper()
	for range 12 {
		v.clock("next")
		v.open(officer)
		if ask[bool](v, "there", "file", ".docx") {
			return v.download(".docx")
		}
	}
	v.give("%s gets no report", officer)
	return ""
}

// holdsReport holds that a Word file can be opened and names somebody.
func holdsReport(v *visitor, file, name string) {
	v.Helper()
	archive, err := zip.OpenReader(file)
	if err != nil {
		v.Fatal(err)
	}
	defer archive.Close()
	if info, err := os.Stat(file); err != nil || info.Size() < 5<<10 {
		v.Errorf("the report has %d bytes (%v)", info.Size(), err)
	}
	part, err := archive.Open("word/document.xml")
	if err != nil {
		v.Fatal(err)
	}
	defer part.Close()
	body, err := io.ReadAll(part)
	if err != nil {
		v.Fatal(err)
	}
	if !strings.Contains(string(body), name) {
		v.Errorf("%s is not in %s", name, filepath.Base(file))
	}
}
