//go:build unix

package clerk

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"guongsang/internal/pdf"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// converts lets a shell script stand for LibreOffice: $out is where the PDF belongs.
func (r *room) converts(script string) {
	r.t.Helper()
	program := filepath.Join(r.t.TempDir(), "soffice")
	head := "#!/bin/sh\nwhile [ \"$1\" != --outdir ]; do shift; done\nout=$2\n"
	if err := os.WriteFile(program, []byte(head+script), 0o700); err != nil {
		r.t.Fatal(err)
	}
	r.Papers.PDF = pdf.New(program, filepath.Join(r.dir, "pdf"))
}

// Each Word document comes with its PDF, whichever it is; pictures and tables come alone.
func TestPDFBesideWord(t *testing.T) {
	r := newRoom(t, 3)
	r.introduceAll(2)
	r.converts(`printf '%%PDF-1.7' > "$out/document.pdf"`)
	for _, kind := range []string{Report, Urge, Workbook, Chart} {
		r.ask(storage.Job{Kind: kind, Key: "asked/" + kind})
	}
	r.ask(storage.Job{Kind: Letter, Key: "asked/letter", Ref: "U01"})
	r.works()
	rows := r.sent()
	if says := rows[1].Message.Text; says != "Báo cáo tổng hợp (PDF), tháng 11 năm 2026." {
		t.Errorf("under a PDF: %q", says)
	}
	r.want(r.carried(rows), []string{
		"asked/report/1: bao-cao-2026-11.docx", "asked/report/2: bao-cao-2026-11.pdf",
		"asked/urge/1: cong-van-don-doc-2026-11.docx", "asked/urge/2: cong-van-don-doc-2026-11.pdf",
		"asked/workbook/1: bang-theo-doi-2026-11.xlsx", "asked/chart/1: bieu-do-2026-11.png",
		"asked/letter/1: cong-van-gioi-thieu-2026-11-U01.docx", "asked/letter/2: cong-van-gioi-thieu-2026-11-U01.pdf",
	})
}

// A PDF that cannot be made keeps no Word document from coming, which says so; the log
// says nothing of what is in it.
func TestWordComesWithoutItsPDF(t *testing.T) {
	r := newRoom(t, 3)
	r.introduceAll(2)
	r.converts(`cat "$3" >&2; exit 1`)
	r.ask(storage.Job{Kind: Report, Key: "report"})
	r.works()
	rows := r.sent()
	r.want(r.carried(rows), []string{"report/1: bao-cao-2026-11.docx"})
	if !strings.HasSuffix(rows[0].Message.Text, texts.PDFNotMade()) {
		t.Errorf("it says %q", rows[0].Message.Text)
	}
	if log := r.log.String(); !strings.Contains(log, "PDF not made") || strings.Contains(log, "Ví Dụ") {
		t.Errorf("the log: %s", log)
	}
	if _, err := os.Stat(filepath.Join(r.dir, "pdf", "work")); !os.IsNotExist(err) {
		t.Errorf("the document is still there: %v", err)
	}
}
