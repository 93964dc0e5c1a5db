package digest

import (
	"io"
	"time"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/word"
)

// A Letterhead is what documents say of the agency beside its names, which are
// the Office's. All of it is configuration; number and day of a document are
// the registry's and never made up here.
type Letterhead struct {
	Place       string // of the date line, e.g. Phong Thổ
	Symbol      string // after BC-, e.g. VHXH
	SignerTitle string // may have several lines: KT. TRƯỞNG PHÒNG, PHÓ TRƯỞNG PHÒNG
	SignerName  string // empty: left for the signature
	Recipients  []string
	Bases       []texts.LegalBasis
}

// OpenMedia gives the copy of a photo that may leave the house.
type OpenMedia func(privacy.Photo) (io.ReadCloser, error)

// letterheadValues fills the letterhead and the signature of the agency's documents.
func letterheadValues(o texts.Office, l Letterhead, p report.Period, at time.Time) word.Values {
	day := report.DateOf(at.In(o.Zone))
	return word.Values{
		"chu_quan":    upper(o.Organization),
		"co_quan":     upper(o.Agency),
		"ten_co_quan": word.Text(o.Agency),
		"hoi_dong":    word.Text(o.Council),
		"so_hieu":     word.Text("BC-" + l.Symbol),
		"ky_hieu":     word.Text(l.Symbol),
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
