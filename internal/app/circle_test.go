package app

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"guongsang/internal/emulator"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// The whole circle once, for reading: from the first invite to the digest of
// the month. testdata/circle.txt has all that people said and saw; -update
// writes it anew.
//
//	> An: text          somebody says
//	> An: [label]       somebody presses
//	< An                the bot's message to somebody
//	~ An                the same message, changed
//	! An                the notice after a press
func TestCircle(t *testing.T) {
	var told string
	inBubble(t, bubbleConfig(), "2026-11-09 08:30", func(b *bubble) {
		b.start()
		b.settle()
		c := &tale{bubble: b, seen: map[string]int{}}
		c.enrolling()
		c.firstReminder()
		c.introducing()
		c.reviewing()
		c.lastDay()
		c.summing()
		told = c.out.String()
	})
	golden := filepath.Join("testdata", "circle.txt")
	if *update {
		if err := os.WriteFile(golden, []byte(told), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if told != string(want) {
		t.Errorf("the story has changed (-update writes it anew):\n%s", firstDifference(string(want), told))
	}
}

func firstDifference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d was\n%s\nand is\n%s", i+1, strings.Join(a[i:min(i+5, len(a))], "\n"), strings.Join(b[i:min(i+5, len(b))], "\n"))
		}
	}
	return fmt.Sprintf("%d lines were %d", len(b), len(a))
}

// A tale tells the story as it goes on.
type tale struct {
	*bubble
	out  strings.Builder
	cast []*emulator.Person
	seen map[string]int // message -> how it was when it was last told

	admin, officer, leader, an, binh *emulator.Person
}

// enter lets somebody appear.
func (c *tale) enter(name string) *emulator.Person {
	p := c.newcomer(name)
	c.cast = append(c.cast, p)
	return p
}

// day begins a chapter.
func (c *tale) day(moment, what string) {
	c.until(moment)
	fmt.Fprintf(&c.out, "\n=== %s: %s\n", c.now().Format("02/01/2006 15:04"), what)
	c.tell()
}

// says is a typed text and what follows.
func (c *tale) says(p *emulator.Person, text string) {
	fmt.Fprintf(&c.out, "\n> %s: %s\n", p.Name(), hideCodes(text))
	p.Say(text)
	c.settle()
	c.tell()
}

// presses is a pressed button and what follows.
func (c *tale) presses(p *emulator.Person, label string) {
	fmt.Fprintf(&c.out, "\n> %s: [%s]\n", p.Name(), label)
	c.must(p.PressLabel(label))
	c.settle()
	c.tell()
}

var inviteCode = regexp.MustCompile(`(?i)\b[2-9CFGHJKMNPQRTVX]{5}-?[2-9CFGHJKMNPQRTVX]{5}-?[2-9CFGHJKMNPQRTVX]{4}\b`)

// hideCodes takes the random codes out of a text.
func hideCodes(text string) string { return inviteCode.ReplaceAllString(text, "MÃ-MỜI") }

// codeFor is the newest invite code that somebody was given.
func (c *tale) codeFor(p *emulator.Person) string {
	chat := p.Chat()
	for i := len(chat) - 1; i >= 0; i-- {
		if code := inviteCode.FindString(chat[i].Text); code != "" && chat[i].FromBot {
			return code
		}
	}
	c.fail("%s was given no code", p.Name())
	return ""
}

// tell writes what is new on everybody's screen.
func (c *tale) tell() {
	for _, p := range c.cast {
		for _, m := range p.Chat() {
			if m.FromBot {
				c.show(p, m)
			}
		}
		toasts := p.Toasts()
		for _, t := range toasts[c.seen[p.Name()]:] {
			if t.Text != "" {
				fmt.Fprintf(&c.out, "! %s: %s\n", p.Name(), t.Text)
			}
		}
		c.seen[p.Name()] = len(toasts)
	}
}

func (c *tale) show(p *emulator.Person, m emulator.Message) {
	key, mark := fmt.Sprint(p.ID(), "/", m.ID), "<"
	if before, known := c.seen[key]; known && before == m.Edits+1 {
		return
	} else if known {
		mark = "~"
	}
	c.seen[key] = m.Edits + 1
	fmt.Fprintf(&c.out, "%s %s\n", mark, p.Name())
	for line := range strings.SplitSeq(hideCodes(m.Text), "\n") {
		fmt.Fprintln(&c.out, strings.TrimRight("    "+line, " "))
	}
	if m.File != nil {
		fmt.Fprintf(&c.out, "    (%s %s)\n", m.Kind, m.File.Name)
	}
	for _, row := range m.Keyboard {
		var labels []string
		for _, b := range row {
			labels = append(labels, "["+b.Text+"]")
		}
		fmt.Fprintln(&c.out, "    "+strings.Join(labels, " "))
	}
}

// enrolling: the first admin comes in with the code that the command line
// prints, then the agency, the list of units and the focal points.
func (c *tale) enrolling() {
	c.admin, c.officer, c.leader = c.enter("Quản"), c.enter("Hạnh"), c.enter("Lãnh")
	c.an, c.binh = c.enter("An"), c.enter("Bình")
	c.day("2026-11-09 08:31", "những người đầu tiên")
	c.says(c.admin, "/start "+strings.ReplaceAll(c.code(report.Post{Role: report.Admin}), "-", ""))
	c.invites(c.admin, c.officer, "Chuyên viên")
	c.invites(c.admin, c.leader, "Lãnh đạo")
	c.importing()
	c.invites(c.officer, c.an, "Một đơn vị", "PT001", "Đầu mối chính")
	c.invites(c.officer, c.binh, "Một đơn vị", "PT002", "Đầu mối chính")
}

// invites lets one person make an invite, and another come in by it.
func (c *tale) invites(from, to *emulator.Person, way ...string) {
	c.says(from, "Mời")
	c.presses(from, way[0])
	if len(way) > 1 {
		c.says(from, way[1])
		c.presses(from, way[2])
	}
	c.says(to, strings.ToLower(c.codeFor(from)))
}

// importing: the officer sends the list of units as an office has it.
func (c *tale) importing() {
	list := "\ufeffMã;Tên đơn vị;Khối;Tháng;Quý\r\nPT001;Trường Mầm non Hoa Ban;Khối trường;x;\r\nPT002;Xã Dào San;Khối xã;x;\r\nPT003;Xã Sin Suối Hồ;Khối xã;x;\r\n"
	fmt.Fprintf(&c.out, "\n> %s: (tệp don-vi.csv)\n", c.officer.Name())
	c.officer.Document("don-vi.csv", "text/csv", []byte(list), "")
	c.settle()
	c.tell()
	c.presses(c.officer, texts.LabelApply)
}

// firstReminder: five working days before the 20th.
func (c *tale) firstReminder() {
	c.day("2026-11-13 08:01", "còn năm ngày làm việc")
}

// introducing: An answers with buttons, numbers and words, and two photos come
// in between.
func (c *tale) introducing() {
	c.day("2026-11-13 09:15", "An giới thiệu một gương")
	c.presses(c.an, texts.LabelIntroduce)
	c.says(c.an, "2")
	c.says(c.an, "cá nhân")
	c.says(c.an, "Lò Thị Xuân An")
	c.says(c.an, "Bản Thèn Sin, xã Phong Thổ")
	fmt.Fprintf(&c.out, "\n> %s: (hai ảnh)\n", c.an.Name())
	c.an.Album("", picture(1), picture(2))
	c.settle()
	c.tell()
	c.says(c.an, "Hiến 320 m² đất ruộng mở rộng đường bản")
	c.says(c.an, "Tháng 10/2026, chị hiến 320 m² đất ruộng và vận động 32 hộ cùng làm đường bản, nay xe ra vào thuận lợi.")
	c.presses(c.an, texts.Consent(report.NameAndPhoto))
	c.presses(c.an, texts.ToFrom16)
	c.presses(c.an, texts.ToSend)
	c.day("2026-11-18 08:01", "còn hai ngày làm việc: chỉ nhắc đơn vị chưa gửi")
}

func picture(n uint8) []byte {
	m := image.NewRGBA(image.Rect(0, 0, 8, 8))
	draw.Draw(m, m.Bounds(), image.NewUniform(color.RGBA{80 * n, 40 * n, 0, 255}), image.Point{}, draw.Src)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// reviewing: returned, completed, accepted.
func (c *tale) reviewing() {
	c.day("2026-11-18 10:00", "cơ quan thường trực xem gương")
	c.presses(c.officer, texts.LabelReturn)
	c.presses(c.officer, "1")
	c.presses(c.officer, texts.LabelReasonsDone)
	c.presses(c.officer, texts.LabelSendBack)
	c.day("2026-11-19 14:00", "An bổ sung")
	c.presses(c.an, texts.LabelCompleteNow)
	c.presses(c.an, texts.ToMore)
	c.presses(c.an, texts.ToDeed)
	c.presses(c.an, texts.FieldName("results", report.Content{}))
	c.says(c.an, "32 hộ, 1,2 km đường bản")
	c.presses(c.an, texts.ToReview)
	c.presses(c.an, texts.ToRenew)
	c.presses(c.an, texts.ToSendAgain)
	c.presses(c.officer, texts.LabelAccept)
}

// lastDay: the other unit has nothing this month.
func (c *tale) lastDay() {
	c.day("2026-11-20 08:01", "ngày hạn")
	c.presses(c.binh, texts.LabelNil)
}

// summing: the third unit has nobody, which is not its fault.
func (c *tale) summing() {
	c.day("2026-11-25 09:31", "tổng hợp")
	c.says(c.officer, "Tình hình")
}
