package clerk

import (
	"context"
	"errors"
	"strings"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/pdf"
	"guongsang/internal/texts"
)

// withPDF puts the PDF of each Word document behind it. One that cannot be made keeps
// nothing else from coming: the document says then what it lacks.
func (p Papers) withPDF(ctx context.Context, files []File) (all []File) {
	if p.PDF == nil {
		return files
	}
	for _, file := range files {
		if file.MIME != chat.DOCX {
			all = append(all, file)
			continue
		}
		ended := p.progress.during(ctx, func(d time.Duration) string { return texts.PDFUnderWay(int(d.Seconds())) })
		data, err := p.PDF.Convert(ctx, file.Data)
		ended()
		switch {
		case errors.Is(err, pdf.ErrLarge):
			file.Lacks = texts.PDFTooLarge()
		case err != nil:
			file.Lacks = texts.PDFNotMade()
		}
		if err != nil {
			p.Log.Error("PDF not made", "file", file.Name, "err", err)
			all = append(all, file)
			continue
		}
		name := strings.TrimSuffix(file.Name, ".docx") + ".pdf"
		all = append(all, file, File{Name: name, MIME: chat.PDF, Data: data, Says: file.Says})
	}
	return all
}
