package app

import (
	"archive/zip"
	"bytes"
	"fmt"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"guongsang/internal/emulator"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/disk"
)

// An officer asks for the report: a message says that it is being made, the
// file comes, and the message says that it is done.
func TestReportOnDemand(t *testing.T) {
	inTown(t, "2026-11-12 12:00", func(c *town) {
		c.introduce(c.an, "PT1", "Lò Thị Xuân An", "Cô giáo cắm bản")
		c.askPaper("report")
		c.holdReport()
		shown := 0
		for _, call := range c.srv.Calls() {
			if call.Method == "sendChatAction" && call.Chat == c.officer.ID() && call.Result == "ok" {
				shown++
			}
		}
		if shown != 1 {
			c.fail("%d chat actions", shown)
		}
		c.press(c.officer, texts.LabelMakeReport)
		if n := len(c.documents(c.officer)); n != 2 {
			c.fail("asked again, %d reports", n)
		}
	})
}

// The program dies right after it was asked: after the next start the report
// comes, once.
func TestReportAfterACrash(t *testing.T) {
	inTown(t, "2026-11-12 12:00", func(c *town) {
		c.introduce(c.an, "PT1", "Lò Thị Xuân An", "Cô giáo cắm bản")
		c.dieOnceAsked(func() { c.askPaper("report") })
		if n := len(c.documents(c.officer)); n != 0 {
			c.fail("%d reports from the life before", n)
		}
		c.start()
		c.settle()
		c.holdReport()
		c.stop()
		c.start()
		c.pass(c.at("2026-11-12 18:00").Sub(c.now()))
		c.holdReport()
	})
}

// Every document that can be asked for opens.
func TestEveryPaperOpens(t *testing.T) {
	inTown(t, "2026-11-12 12:00", func(c *town) {
		c.introduce(c.an, "PT1", "Lò Thị Xuân An", "Cô giáo cắm bản")
		for _, kind := range []string{"urge", "workbook", "board", "chart"} {
			c.askPaper(kind)
		}
		c.press(c.officer, texts.LabelAccept)
		c.press(c.officer, texts.PaperName("card"))
		c.press(c.officer, texts.PaperName("square")) // under the card
		c.press(c.officer, texts.PaperName("package"))
		c.askPaper("press")
		c.askPaper("annex")
		c.press(c.officer, texts.LabelMakeInternal)
		c.askPaper("nominees")
		c.press(c.officer, texts.LabelMakeInternal)
		c.said(c.officer, texts.PaperEmpty("nominees"), 1)
		c.holdFiles(c.officer, "cong-van-don-doc-2026-11.docx", "bang-theo-doi-2026-11.xlsx", "picture", "picture", "picture", "picture", "goi-tuyen-truyen-G-2026-0001.zip",
			"danh-sach-bao-chi-2026-11.docx", "danh-sach-bao-chi-2026-11.txt", "phu-luc-noi-bo-2026-11.docx")

		c.say(c.leader, texts.WordSituation)
		c.press(c.leader, texts.ToPapers())
		c.press(c.leader, texts.PaperName("summary"))
		c.holdFiles(c.leader, "picture")

		c.say(c.an, texts.WordSent)
		c.press(c.an, "1")
		c.press(c.an, texts.PaperName("letter"))
		c.holdFiles(c.an, "phieu-gioi-thieu-2026-11-PT1.docx")
	})
}

// Pictures that cannot be shown are kept as they came. The sender is told, once
// of each kind; the report leaves them out, and the officer is told how many and
// can have them as files.
func TestReportWithoutSpoiltPhotos(t *testing.T) {
	inTown(t, "2026-11-12 12:00", func(c *town) {
		c.say(c.an, template("Lò Thị Xuân An", "Cô giáo cắm bản"))
		c.an.Photo(picture(0), "")
		c.an.Document("anh.jpg", "image/jpeg", picture(1), "")
		c.an.Document("bai.pdf", "application/pdf", []byte("%PDF"), "")
		for n := range 5 {
			heic := fmt.Sprintf("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic%d", n)
			c.an.Document(fmt.Sprintf("IMG_%d.HEIC", n), "image/heic", []byte(heic), "")
		}
		c.an.Document("hong.jpg", "image/jpeg", picture(2)[:300], "")
		c.an.Document("la.bmp", "image/bmp", []byte("BM"), "")
		c.settle()
		for fault, times := range map[string]int{"heic": 1, "damaged": 1, "unknown": 1, "huge": 0, "": 0} {
			c.said(c.an, texts.PictureFault(fault), times)
		}
		c.press(c.an, texts.ToSend)
		c.press(c.an, texts.ToRenew) // the pictures came after the consent
		c.press(c.officer, texts.LabelPhotos)
		c.expect(c.officer, texts.PhotoAsItCame("G-2026-0001"), 7)
		shown := len(c.documents(c.officer))
		if shown != 9 {
			c.fail("%d pictures shown", shown)
		}
		c.askPaper("report")
		c.expect(c.officer, texts.PaperCaption("report", november)+"\n"+texts.PhotosLeftOut(7), 1)
		if n := len(c.documents(c.officer)); n != shown+1 {
			c.fail("%d files after the report", n)
		}
	})
}

// said holds in how many messages somebody now reads a sentence.
func (b *bubble) said(p *emulator.Person, sentence string, want int) {
	got := 0
	for _, m := range p.Chat() {
		if m.FromBot && strings.Contains(m.Text, sentence) {
			got++
		}
	}
	if got != want {
		b.fail("%s reads in %d messages, want %d: %s", p.Name(), got, want, sentence)
	}
}

// Where there is nothing to write, the message says so instead of being done.
func TestNobodyToUrge(t *testing.T) {
	inTown(t, "2026-11-12 12:00", func(c *town) {
		for _, p := range []*emulator.Person{c.an, c.binh, c.chi} {
			c.say(p, texts.LabelNil)
		}
		c.askPaper("urge")
		if last := c.officer.Last(); last.Text != texts.PaperEmpty("urge") || last.File != nil {
			c.fail("the officer got %s", last.Text)
		}
	})
}

// Who loses the post while the report is being made does not get it.
func TestReportForOneWhoIsNoOfficerAnyMore(t *testing.T) {
	inTown(t, "2026-11-12 12:00", func(c *town) {
		c.dieOnceAsked(func() { c.askPaper("report") })
		store, err := storage.Open(c.cfg.Storage.Path, c.cfg.Rules())
		c.must(err)
		c.must(store.Update(c.now(), func(tx *storage.Tx) error {
			m, err := tx.Member(c.officer.ID())
			if err != nil {
				return err
			}
			m.Posts = []report.Post{focal("PT1")}
			return tx.PutMember(m)
		}))
		c.must(store.Close())
		c.start()
		c.settle()
		if n := len(c.documents(c.officer)); n != 0 {
			c.fail("%d files for one who is no officer", n)
		}
	})
}

// askPaper goes the officer's way to a document of the month.
func (c *town) askPaper(kind string) {
	c.say(c.officer, texts.WordSituation)
	c.press(c.officer, texts.ToPapers())
	group := "letters"
	switch kind {
	case "workbook", "press", "nominees", "annex":
		group = "lists"
	case "board", "chart":
		group = "pictures"
	}
	c.press(c.officer, texts.PaperGroup(group))
	c.press(c.officer, texts.PaperName(kind))
	if kind == "report" { // after what it will say
		c.press(c.officer, texts.LabelMakeReport)
	}
}

// dieOnceAsked ends the program as kill -9 would, right after the commit in
// which a document was asked for, and before it is known that anything was said of it:
// now and then that it is begun is on its way already, and is said once more afterwards.
func (c *town) dieOnceAsked(ask func()) {
	file := filepath.Join(c.cfg.Storage.Path, disk.FileName)
	var left []byte
	_, err := c.program.store.Watch(time.Now(), func(refs []storage.Ref) { // no other commit begins meanwhile
		for _, ref := range refs {
			if ref.Way == storage.Act && left == nil {
				c.srv.NetworkDown(true)
				left, _ = os.ReadFile(file)
			}
		}
	})
	c.must(err)
	ask()
	c.crash()
	if left == nil {
		c.fail("nothing was asked for")
	}
	c.must(os.WriteFile(file, left, 0o600))
	c.heard = len(c.officer.Chat())
}

// documents are the files in somebody's chat.
func (b *bubble) documents(p *emulator.Person) (files []*emulator.File) {
	for _, m := range p.Chat() {
		if m.FromBot && m.File != nil {
			files = append(files, m.File)
		}
	}
	return files
}

// holdReport holds that the officer has the report of November once, that it
// opens and names the unit, and that the one message about it says so.
func (c *town) holdReport() {
	files := c.documents(c.officer)
	if len(files) != 1 {
		c.fail("%d files, want one report", len(files))
	}
	if name := files[0].Name; name != "bao-cao-2026-11.docx" {
		c.fail("the report is called %s", name)
	}
	text := c.part(files[0], "word/document.xml")
	for _, want := range []string{"bản 1", "Lò Thị Xuân An"} {
		if !strings.Contains(text, want) {
			c.fail("the report does not have %q", want)
		}
	}
	told := 0
	for i, m := range c.officer.Chat() {
		if i >= c.heard && strings.HasPrefix(m.Text, texts.PaperBegun("report", november)) {
			c.fail("still: %s", m.Text)
		}
		if m.FromBot && m.File == nil && m.Text == texts.PaperDone("report", november) {
			told++
		}
	}
	if told != 1 {
		c.fail("said %d times that it is done", told)
	}
}

// holdFiles holds which files somebody has, and that each opens. Pictures have
// no names in a chat.
func (b *bubble) holdFiles(p *emulator.Person, want ...string) {
	var names []string
	for _, f := range b.documents(p) {
		name := f.Name
		switch filepath.Ext(f.Name) {
		case ".docx":
			b.part(f, "word/document.xml")
		case ".xlsx":
			b.part(f, "xl/workbook.xml")
		case ".zip":
			b.part(f, "loa.txt")
		case ".txt":
			if !utf8.Valid(f.Data) || len(f.Data) == 0 {
				b.fail("%s is no text", f.Name)
			}
		default:
			name = "picture"
			_, err := png.Decode(bytes.NewReader(f.Data))
			b.must(err)
		}
		names = append(names, name)
	}
	if strings.Join(names, " ") != strings.Join(want, " ") {
		b.fail("%s has %v, want %v", p.Name(), names, want)
	}
}

// part reads a part of an Office document.
func (b *bubble) part(f *emulator.File, name string) string {
	archive, err := zip.NewReader(bytes.NewReader(f.Data), int64(len(f.Data)))
	b.must(err)
	r, err := archive.Open(name)
	b.must(err)
	defer r.Close()
	data, err := io.ReadAll(r)
	b.must(err)
	return string(data)
}
