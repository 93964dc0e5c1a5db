package app

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"guongsang/internal/clerk"
	"guongsang/internal/digest"
	"guongsang/internal/emulator"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// names are what people could write where a name, a title and a text are asked for, so that
// whoever shows it shows something else, or does something.
var hostileNames = []string{
	`<b>Lò</b> & "Văn" <script>alert(1)</script>`, `&lt;img src=x onerror=alert(1)&gt;`, `*Lò* _Văn_ [A](tg://user?id=1) ~B~ ||C|| ` + "`d`",
	`=HYPERLINK("http://x.vn","bấm")`, `+84;=cmd|' /C calc'!A0`, "@SUM(1+1)*cmd|' /C calc'!A0", "-2+3", "{{ten}} {ten} {#ds} {/ds} ${ten} %s%d%n",
	"'; DROP TABLE examples; --", `\u0000\n\r "` + "\x01\x02", "\u202eảP năV òL\u202c", "\u2066Lò\u2069 \u200fVăn\u061c Pản", "Lò\u200bVăn\u200dPản\ufeff\u2060",
	"Lò Văn Pản", "L\u0323o\u0302 Va\u0306n Pa\u0309n\u0301", "مريم בת שרה Лариса 李", "👨‍👩‍👧‍👦🏳️‍🌈👩🏽‍🌾 Lò Văn 🇻🇳", "L" + strings.Repeat("\u0301", 300), strings.Repeat("ﷺ", 90),
	"Lò\u2028Văn\u2029Pản\u0085x\vy\fz", "Ｌò Ｖăn Ｐản", "\U000e0041\U000e0042Lò\U000e007f Văn", "\ue000\uf8ff\U000f0000 Lò", "\ufffe\uffff\U0001fffe Lò Văn", "\u3164\u115f\u2800", "..\\..\\/etc/passwd",
	"G-2026-0001", "/start", "Bỏ qua", "0", "-1", "1e9", "٣", "31/12/9999", "01/01/0001", "AC", strings.Repeat("Ộ", 121), strings.Repeat("Lò ", 60), "]]> <!-- --> <?xml?> &#0; &#x1F;", "_x0041_ _x000D_ _xFFFF_",
}

// Whatever people write as name, title and text, and then edit, forward, quote and press, is
// kept and shown literally or refused with a reason: nobody stays without an answer, nothing
// is set aside, no message turns round what stands beside it, and every document of the
// period is one that offices open, without a formula.
func TestHostileTexts(t *testing.T) {
	var files []clerk.File
	var sent []report.Example
	inTown(t, "2026-11-10 09:00", func(c *town) {
		for _, name := range hostileNames {
			before := len(c.an.Chat())
			c.an.Say(template(name, "Việc của "+name))
			c.settle()
			if len(c.an.Chat()) < before+2 {
				c.fail("%q is not answered", name)
			}
			for _, label := range []string{texts.ToSend, texts.ToSendStill} {
				_ = c.an.PressLabel(label)
				c.settle()
			}
			c.say(c.an, "/menu")
		}
		sent = c.bubble.examples("PT1")
		if len(sent) < len(hostileNames)/2 {
			c.fail("%d of %d were sent", len(sent), len(hostileNames))
		}
		for i, e := range sent {
			c.officer.Press(c.officer.Last().ID, "take:"+e.Number+":1")
			c.settle()
			c.officer.Press(c.officer.Last().ID, "acc:"+e.Number+":1")
			c.settle()
			if i%5 == 0 {
				c.say(c.officer, e.Number)
			}
		}
		for _, name := range []string{"\u202eạB năV", "\u200fBạ (12)\u061c", "\x07\u2066 B\u2028ạ", "ﷺ" + strings.Repeat("\u0301", 60), "=1+1", "\u3164"} {
			who := c.enrol(name, deputy("PT2"))
			c.say(who, "Kỳ này")
			c.say(c.admin, who.Name())
			c.say(c.officer, "đầu mối PT2 là ai")
		}
		for _, asked := range []string{"Tình hình", "Chờ xem", "Tìm Lò Văn", "Ai chưa gửi", "/tim " + strings.Repeat("a ", 2000)} {
			c.say(c.officer, asked)
		}
		c.holdShown(c.an, c.officer, c.leader, c.admin)
		papers := clerk.Papers{Office: c.cfg.Office(), Letterhead: digest.Letterhead{Place: "Ví Dụ"}, Templates: map[string][]byte{}, Log: slog.New(slog.DiscardHandler)}
		var err error
		files, _, err = papers.MakePeriod(context.Background(), c.program.store, c.now(), november, clerk.PeriodKinds)
		c.must(err)
	})
	holdPapers(t, files, len(sent))
}

// Whatever files, buttons, links, quotes and changed messages people send, each is answered
// or taken, nothing is set aside, and nobody else waits for it.
func TestHostileFiles(t *testing.T) {
	zipped := func(parts ...string) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for i := 0; i+1 < len(parts); i += 2 {
			if w, err := z.Create(parts[i]); err == nil {
				_, _ = w.Write([]byte(parts[i+1]))
			}
		}
		_ = z.Close()
		return b.Bytes()
	}
	const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	body := func(inner string) string {
		return `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + inner + `</w:body></w:document>`
	}
	const rels = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="%s"/></Relationships>`
	word := func(target, document string) []byte {
		return zipped("[Content_Types].xml", types, "_rels/.rels", fmt.Sprintf(rels, target), "word/document.xml", document)
	}
	line := func(text string) string { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>" }
	files := map[string][]byte{
		"empty.docx": {}, "pdf.docx": []byte("%PDF-1.7"), "nozip.xlsx": []byte("PK\x03\x04zzzz"), "zip.docx": zipped("a", "b"),
		"../../../etc/cron.d/x.docx": word("word/document.xml", body(line("Họ tên: A"))), "\u202excod.gnp": {1}, "a\x00b.docx": word("../../../etc/passwd", body("")),
		strings.Repeat("ệ", 300) + ".docx": word("word/document.xml", body(line("Họ tên: Lò Văn Pản")+line("Việc làm: hiến đất"))),
		"entity.docx":                      word("word/document.xml", `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY b "&x;&x;">]>`+body(line("&b;"))),
		"deep.docx":                        word("word/document.xml", body(strings.Repeat("<w:tbl><w:tr><w:tc>", 5000))),
		"many.docx":                        word("word/document.xml", body(strings.Repeat("<w:p/>", 250_000))),
		"roses.docx":                       word("word/document.xml", body(line("🌹🌹🌹🌹🌹🌹🌹🌹🌹🌹 ĐỘC LẬP")+line("ĐƠN VỊ KHÔNG PHÁT SINH GƯƠNG"))),
		"commas.docx":                      word("word/document.xml", body(line("Ông Lò Văn Pản "+strings.Repeat(",", 100_000)+" không phải là a"))),
		"nil.docx":                         word("word/document.xml", body(strings.Repeat(line("MN Bản 1: không phát sinh"), 10_000))),
		"external.docx":                    zipped("[Content_Types].xml", types, "_rels/.rels", strings.Replace(fmt.Sprintf(rels, "http://127.0.0.1:1/x"), "/>", ` TargetMode="External"/>`, 1)),
		"list.csv":                         []byte("Mã,Tên\n" + strings.Repeat(",", 300_000)), "list2.csv": []byte("M\xe3\x00,T\xean\r" + strings.Repeat("\"", 4001)), "list.xlsx": zipped("xl/workbook.xml", "<workbook/>"),
		"image.jpg": []byte("\xff\xd8\xff\xe0\x00\x10JFIF"), "huge.png": []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff\x08\x06\x00\x00\x00"), "a.exe": []byte("MZ"), "": []byte("x"), ".docx": word("word/document.xml", body("")),
	}
	names := slices.Sorted(maps.Keys(files))
	inTown(t, "2026-11-10 09:00", func(c *town) {
		answered := func(p *emulator.Person, what string, do func()) {
			before := heard(p)
			do()
			c.settle()
			if heard(p) == before {
				c.fail("%s gets no answer to %q; last: %s", p.Name(), what, p.Last().Text)
			}
			c.say(c.binh, "Kỳ này") // who is not held up
			if !c.binh.Last().FromBot {
				c.fail("behind %q of %s somebody else waits", what, p.Name())
			}
		}
		for _, who := range []*emulator.Person{c.officer, c.admin, c.an} {
			for _, name := range names {
				c.say(who, "/menu")
				answered(who, name, func() { who.Document(name, "application/octet-stream", files[name], "") })
				c.say(who, "/menu")
				answered(who, name+" with words", func() {
					who.Document(name, "\u202e/\x00", append(slices.Clip(files[name]), 0), "đơn vị không phát sinh\u202e "+strings.Repeat("😀", 500))
				})
			}
			who.Album(strings.Repeat("👩‍👩‍👧‍👦", 90), slices.Repeat(tenPhotos(), 12)...)
			c.settle()
			c.say(who, "/menu")
		}
		for _, who := range []*emulator.Person{c.officer, c.an} {
			for _, data := range []string{"", ":", "::::", "acc:", "acc:G-2026-0001:-1", "acc:G-9999-99999:18446744073709551616", "nil:PT1:0000-00", "nil:PT1:9999-12", "nil:PT1:-001-01", "dig:2026-13:main:0",
				"d.send:1:1:2026-Q9", "unita:\u202eA:0", "early.use:-1:x", "rmok:9223372036854775807:focal:PT1", strings.Repeat("ệ", 21), "intro:PT1:٢٠٢٦-١١", "s.see:G-2026-0001\n", "\x00\x01", "menu: ", "d.review:1e3:0x1"} {
				who.Press(who.Last().ID, data)
				who.Press(-1, data)
				c.settle()
			}
			for _, payload := range []string{strings.Repeat("A", 64), strings.Repeat("ệ", 64), "../..", "KM4TN-X7QPR-2VJC", "-1", "%00", "a b c", "\u202eabc", "=1+1", "G-2026-0001"} {
				answered(who, "/start "+payload, func() { who.Start(payload) })
			}
			first := who.Say("Kỳ này")
			c.settle()
			for _, text := range []string{"\u202e", strings.Repeat("Ộ", 4096), "/start", "Không phát sinh"} {
				c.must(who.EditText(first, text))
				c.settle()
				who.Forward(text)
				c.settle()
				who.Reply(first, text)
				c.settle()
				who.Reply(1<<30, text)
				c.settle()
			}
			answered(who, "/menu", func() { who.Say("/menu") })
		}
		c.holdShown(c.an, c.binh, c.officer, c.leader, c.admin)
	})
}

// However much an officer forwards, the conversation, which is read and written at every turn,
// holds ten pieces of as many letters and files as a draft may have; what was not kept is said.
func TestWhatIsForwardedStaysShort(t *testing.T) {
	inTown(t, "2026-11-10 09:00", func(c *town) {
		for i := range 60 {
			c.officer.Forward(letters.First(fmt.Sprintf("Họ tên: Lò Văn %d\nViệc làm: %s", i, strings.Repeat("hiến đất làm đường ", 300)), 4096))
			if i%4 == 3 {
				c.settle()
			}
		}
		c.officer.Photo([]byte("ảnh"), strings.Repeat("ệ", 1024))
		c.settle()
		full := texts.PassedFull(10_000, 20)
		if said := c.got(c.officer.ID(), full); len(said) == 0 {
			c.fail("the officer is not told: %s", c.officer.Last().Text)
		}
		c.look(func(tx *storage.Snapshot) error {
			talk, err := tx.Talk(c.officer.ID())
			for _, p := range talk.Passed {
				if n := letters.Len(p.Text); n > 10_000 || len(p.Files) > 20 {
					c.fail("%d letters and %d files wait", n, len(p.Files))
				}
			}
			return err
		})
	})
	inTown(t, "2026-11-10 09:00", func(c *town) {
		c.officer.Album("Bản 1 làm đường", slices.Repeat(tenPhotos(), 4)...)
		for n := range 40 {
			c.officer.Photo(fmt.Append(nil, n), "")
		}
		c.settle()
		c.look(func(tx *storage.Snapshot) error {
			talk, err := tx.Talk(c.officer.ID())
			for _, p := range talk.Passed {
				if len(p.Files) > 20 {
					c.fail("%d files wait", len(p.Files))
				}
			}
			return err
		})
	})
}

// heard counts what somebody was told, and how often that was changed.
func heard(p *emulator.Person) (n int) {
	for _, m := range p.Chat() {
		if m.FromBot {
			n += 1 + m.Edits
		}
	}
	return n + len(p.Toasts())
}

// holdShown holds that nothing that people were shown steers a screen, and that nothing was
// set aside.
func (c *town) holdShown(people ...*emulator.Person) {
	for _, p := range people {
		for _, m := range p.Chat() {
			if !m.FromBot {
				continue
			}
			all := m.Text
			for _, row := range m.Keyboard {
				for _, b := range row {
					all += "\n" + b.Text
				}
			}
			if !utf8.ValidString(all) || strings.IndexFunc(all, steers) >= 0 {
				c.fail("%s is shown what steers the screen: %q", p.Name(), all)
			}
			if !letters.Visible(m.Text) && m.File == nil {
				c.fail("%s is shown nothing: %q", p.Name(), m.Text)
			}
		}
	}
	c.look(func(tx *storage.Snapshot) error {
		if d := tx.Depths(); d.Dead > 0 || d.Inbox > 0 {
			return fmt.Errorf("%+v are left", d)
		}
		return nil
	})
}

func steers(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' || letters.TurnsDirection(r) || r == '\u2028' || r == '\u2029' || r == utf8.RuneError
}

// holdPapers holds that all documents are whole, and have so many examples.
func holdPapers(t *testing.T, files []clerk.File, examples int) {
	t.Helper()
	for _, file := range files {
		switch {
		case strings.HasSuffix(file.Name, ".docx"), strings.HasSuffix(file.Name, ".xlsx"):
			eachPart(t, file.Data, func(name string, part []byte) {
				if !strings.HasSuffix(name, ".xml") && !strings.HasSuffix(name, ".rels") {
					return
				}
				d := xml.NewDecoder(bytes.NewReader(part))
				for {
					if _, err := d.Token(); err == io.EOF {
						break
					} else if err != nil {
						t.Fatalf("%s: %s: %v", file.Name, name, err)
					}
				}
				if bytes.Contains(part, []byte("<f>")) || bytes.Contains(part, []byte("<f ")) || strings.ContainsFunc(string(part), letters.TurnsDirection) {
					t.Errorf("%s: %s has a formula, or turns the direction", file.Name, name)
				}
			})
		}
		if strings.HasSuffix(file.Name, ".xlsx") {
			rows := readSheets(t, file.Data)[texts.SheetExamples]
			n := 0
			for _, row := range rows {
				if slices.ContainsFunc(row, func(cell string) bool { return strings.HasPrefix(cell, "G-2026-") && len(cell) == len("G-2026-0001") }) {
					n++
				}
			}
			if n != examples {
				t.Errorf("%d of %d examples stand in the workbook", n, examples)
			}
		}
	}
}
