package digest

import (
	"io"
	"time"

	"guongsang/internal/letterhead"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/word"
)

// A Letterhead is what documents say of the agency beside its names, which are
// the Office's. All of it is configuration; number and day of a document are
// the registry's and never made up here.
type Letterhead struct {
	Place       string            // of the date line, e.g. Phong Thổ
	Form        report.LetterForm // empty: as the agency's name tells
	Symbols     Symbols
	SignerTitle string // may have several lines: KT. TRƯỞNG PHÒNG, PHÓ TRƯỞNG PHÒNG
	SignerName  string // empty: left for the signature
	Recipients  []string
	Bases       []texts.LegalBasis
}

// Symbols (ký hiệu) are what stands behind the numbers of documents, and behind Lưu: VT.
// A letter that the committee issues and an office drafts has /UBND-NV, and is kept by NV.
type Symbols struct{ Report, Letter, Kept string }

// OpenMedia gives the copy of a photo that may leave the house.
type OpenMedia func(privacy.Photo) (io.ReadCloser, error)

// A head is the top of one document and what follows from it.
type head struct {
	letterhead.Head
	full    string // the issuer's name in sentences
	symbols Symbols
}

// Head is what stands at the top of the agency's documents.
func (l Letterhead) Head(o texts.Office) letterhead.Head {
	return letterhead.OfAgency(report.Unit{Name: o.IssuedBy(), Form: l.Form}, o.Letterhead())
}

// agencyHead is the head of what the agency issues.
func agencyHead(o texts.Office, l Letterhead) head { return head{l.Head(o), o.IssuedBy(), l.Symbols} }

// unitHead is the head of a unit's letters.
func unitHead(o texts.Office, u report.Unit) head {
	h := letterhead.Of(u, o.Letterhead())
	return head{h, u.Name, Symbols{Letter: h.Symbol}}
}

// letterheadValues fills the letterhead and the signature of a document: of a letter,
// or of one of the kind whose name is shortened so, BC.
func letterheadValues(o texts.Office, l Letterhead, h head, kind string, p report.Period, at time.Time) word.Values {
	day := report.DateOf(at.In(o.Zone))
	symbol := h.symbols.Letter
	if kind != "" {
		symbol = h.symbols.Report
	}
	party, youth := h.Form == report.PartyForm, h.Form == report.YouthForm
	return word.Values{
		"nha_nuoc":    word.Flag(!party && !youth),
		"dang":        word.Flag(party),
		"ngoai_dang":  word.Flag(!party),
		"doan":        word.Flag(youth),
		"co_chu_quan": word.Flag(h.Superior != ""),
		"chu_quan":    upper(letterhead.Tied(h.Superior)),
		"co_quan":     upper(letterhead.Tied(h.Name)),
		"ten_co_quan": word.Text(h.full),
		"hoi_dong":    word.Text(o.Council),
		"so":          word.Text(texts.DocumentNumber(h.Form, kind, symbol)),
		"so_kem":      word.Text(texts.NumberInText(h.Form, kind, symbol)),
		"luu":         word.Text(texts.KeptBy(h.Form, h.symbols.Kept)),
		"so_hieu":     word.Text("BC-" + h.symbols.Report),
		"ky_hieu":     word.Text(h.symbols.Letter),
		"dia_danh":    word.Text(l.Place),
		"thang":       word.Text(texts.MonthOfIssue(day)),
		"nam":         word.Text(texts.Year(day)),
		"ky":          word.Text(texts.Period(p)),
		"ky_hoa":      upper(texts.Period(p)),
		"lien_he":     word.Text(o.Contact),
		"chuc_vu":     word.Text(l.SignerTitle),
		"nguoi_ky":    word.Text(l.SignerName),
		"noi_nhan":    paragraphs("noi", l.Recipients),
	}
}

// basesOf are what a document of that form and day is based on.
func (l Letterhead) basesOf(f report.LetterForm, o texts.Office, at time.Time) []texts.LegalBasis {
	return texts.BasesOn(report.DateOf(at.In(o.Zone)), f, l.Bases)
}

// photos are those that can be placed: what is damaged is left out rather than
// keeping a whole document from being made.
func photos(v privacy.View, open OpenMedia) word.Photos {
	all := word.Photos{}
	if open == nil {
		return all
	}
	for _, p := range v.Photos {
		photo := word.Photo{Alt: texts.PhotoCaption(v), Open: func() (io.ReadCloser, error) { return open(p) }}
		if photo.Measure() == nil {
			all = append(all, photo)
		}
	}
	return all
}
