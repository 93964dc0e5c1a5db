package digest

import (
	"github.com/xuri/excelize/v2"

	"guongsang/internal/report"
)

// A look is how a cell is shown.
type look int

// The looks.
const (
	plain      look = iota
	lookTitle       // of a sheet
	lookNote        // below the title
	lookHead        // of a column
	lookText        // wrapped
	lookLong        // a text of which only the beginning has room
	lookInner       // a text set in from the left
	lookRank        // the running number of a line
	lookWhole       // 1.234
	lookYear        // 2026, without a dot
	lookShare       // 87,5%
	lookChange      // +3
	lookDay         // 20/11/2026
	lookMoment      // 20/11/2026 08:05
	lookBlock       // the line over the units of a block
	lookTotal       // a text in the line that adds up
	lookTotalWhole
	lookTotalShare
	lookOnTime // the standings
	lookLate
	lookMadeUp
	lookNil
	lookPending
	lookUnconnected
	lookLost
	lookExempt
	lookNotDue
	looks
)

// font is the one that the decree on documents asks for.
const font = "Times New Roman"

// The formats of numbers and dates. Numbers keep the width of a digit (_0)
// from the text in the next column; an indent is not heeded everywhere.
const (
	formatRank   = "#,##0"
	formatWhole  = "#,##0_0"
	formatShare  = "0.0%_0"
	formatChange = `+#,##0_0;-#,##0_0;0_0`
	formatDay    = "dd/mm/yyyy"
	formatMoment = "dd/mm/yyyy hh:mm"
)

// newStyles makes the styles of all looks in a book, by look. The widths of
// columns count the digits of the book's own font: it is one that every office
// has.
func newStyles(book *excelize.File) (styles [looks]int, err error) {
	if err := book.SetDefaultFont(font); err != nil {
		return styles, err
	}
	for l := plain + 1; l < looks; l++ {
		if styles[l], err = book.NewStyle(l.style()); err != nil {
			return styles, err
		}
	}
	return styles, nil
}

func (l look) style() *excelize.Style {
	if l >= lookOnTime {
		return l.standing()
	}
	s := &excelize.Style{
		Font:      &excelize.Font{Family: font, Size: 11},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: true},
	}
	if l != lookTitle && l != lookNote {
		s.Border = grid("left", "top", "right", "bottom")
	}
	switch l {
	case lookTitle:
		s.Font.Size, s.Font.Bold, s.Alignment.WrapText = 14, true, false
	case lookNote:
		s.Font.Italic, s.Alignment.WrapText = true, false
	case lookHead:
		s.Font.Bold, s.Fill = true, fill("DCE6F1")
		s.Alignment.Horizontal = "center"
	case lookLong:
		s.Alignment.Vertical = "top"
	case lookInner:
		s.Alignment.Horizontal, s.Alignment.Indent = "left", innerIndent
	case lookRank, lookYear, lookDay, lookMoment:
		s.Alignment.Horizontal = "center"
	case lookBlock: // one long cell to the eye: its name runs through many
		s.Font.Bold, s.Fill, s.Alignment.WrapText = true, fill("F2F2F2"), false
		s.Border = grid("top", "bottom")
	case lookTotal, lookTotalWhole, lookTotalShare:
		s.Font.Bold, s.Fill = true, fill("F2F2F2")
	}
	s.CustomNumFmt = l.format()
	return s
}

// innerIndent is how far a text is set in, in steps of three digits' width.
const innerIndent = 2

// bold reports whether its letters are, which makes them wider.
func (l look) bold() bool { return l == lookHead || l == lookTotal }

// room is what it leaves of the width of a column.
func (l look) room(width float64) float64 {
	if l == lookInner {
		return width - 3*innerIndent
	}
	return width
}

// format is that of a number, nil for texts.
func (l look) format() *string {
	format, ok := map[look]string{
		lookRank: formatRank, lookWhole: formatWhole, lookTotalWhole: formatWhole, lookShare: formatShare, lookTotalShare: formatShare,
		lookChange: formatChange, lookDay: formatDay, lookMoment: formatMoment, lookYear: "0",
	}[l]
	if !ok {
		return nil
	}
	return &format
}

// standing is the style of one cell of the board: a colour, and a letter that
// stands out on it. The colours differ for every kind of colour blindness;
// they are those of the picture.
func (l look) standing() *excelize.Style {
	colours := map[look][2]string{
		lookOnTime: {"1769AA", "FFFFFF"}, lookLate: {"F3B61F", "1F2933"}, lookMadeUp: {"F9E3A1", "1F2933"}, lookNil: {"A8CBE6", "1F2933"},
		lookPending: {"B93A1B", "FFFFFF"}, lookUnconnected: {"8792A2", "1F2933"}, lookLost: {"4B5563", "FFFFFF"},
		lookExempt: {"DDE1E6", "1F2933"}, lookNotDue: {"FFFFFF", "1F2933"},
	}[l]
	return &excelize.Style{
		Font:      &excelize.Font{Family: font, Size: 11, Bold: true, Color: colours[1]},
		Fill:      fill(colours[0]),
		Border:    grid("left", "top", "right", "bottom"),
		Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center"},
	}
}

func fill(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

func grid(sides ...string) (borders []excelize.Border) {
	for _, side := range sides {
		borders = append(borders, excelize.Border{Type: side, Color: "B0B7C0", Style: 1})
	}
	return borders
}

// lookOf is the look of a standing.
func lookOf(s report.State, c report.Contact) look {
	if s == report.Pending && c != report.Reachable {
		return map[report.Contact]look{report.Unconnected: lookUnconnected, report.Unreachable: lookLost}[c]
	}
	l, ok := map[report.State]look{
		report.OnTime: lookOnTime, report.Late: lookLate, report.MadeUp: lookMadeUp, report.NilFiled: lookNil,
		report.Pending: lookPending, report.Exempt: lookExempt,
	}[s]
	if !ok {
		return lookNotDue
	}
	return l
}
