package directory

import (
	"slices"
	"strconv"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/texts"
)

// maxNamed is how many rows that were passed over are named.
const maxNamed = 12

// passed are the rows of a list that are no units.
type passed struct {
	named []string
	more  int
}

func (p *passed) add(r row) {
	if len(p.named) == maxNamed {
		p.more++
		return
	}
	p.named = append(p.named, texts.RowPassedOver(r.number, strings.Join(r.distinct(), " ")))
}

// sift takes the rows apart that offices put among the units: numbers of the
// columns below the header, the header again on each page, headings of blocks,
// totals, and below them all who signs. A row with a code and a name is none of
// these; one that could be a unit whose code was forgotten stays, to be refused.
func (h header) sift(b *budget, rows []row) (units []row, passed passed, err error) {
	below := false // the last unit
	for i, r := range rows {
		if err := b.time(); err != nil {
			return nil, passed, err
		}
		k := h.kindOf(r)
		below = (below || k == rowSignature) && k != rowUnit
		switch {
		case k == rowBlank:
		case i == 0 && h.numbersColumns(r), k == rowPassed, below:
			passed.add(r)
		default:
			units = append(units, r)
		}
	}
	return units, passed, nil
}

type kindOfRow byte

const (
	rowUnclear   kindOfRow = iota
	rowUnit                // has a code and a name
	rowBlank               // or nothing but a running number
	rowPassed              // the header again, a heading, a total
	rowSignature           // begins what stands below the list
)

func (h header) kindOf(r row) kindOfRow {
	code, name := r.cell(h.at[colCode]), r.cell(h.at[colName])
	switch {
	case code == h.names[h.at[colCode]] && name == h.names[h.at[colName]]:
		return rowPassed
	case drawn(r):
		return rowBlank
	case isCode(code) && name != "" && !isOrdinal().MatchString(code) && !isTotal(code):
		return rowUnit
	case code == "" && name == "" && h.saysNothing(r):
		return rowBlank
	}
	said := r.distinct()
	switch {
	case slices.ContainsFunc(said[:min(2, len(said))], isTotal), h.isHeading(r, said):
		return rowPassed
	case isCode(code) && name != "":
		return rowUnit
	case slices.ContainsFunc(said, isSignature):
		return rowSignature
	}
	return rowUnclear
}

// drawn reports whether a row is only a line that is drawn with signs, as tables of
// notes have it below their header: |---|:---:|.
func drawn(r row) bool {
	return strings.Trim(strings.Join(r.cells, ""), "-–—=_:+ ") == "" && len(strings.Join(r.cells, "")) > len(r.cells)
}

// distinct are the texts of a row from left to right, each once: a merged cell
// gives its text to all that it covers.
func (r row) distinct() (all []string) {
	for _, cell := range r.cells {
		cell = shown(cell)
		if cell != "" && !slices.Contains(all, cell) {
			all = append(all, cell)
		}
	}
	return all
}

// saysNothing reports whether there is nothing in a row but its number.
func (h header) saysNothing(r row) bool {
	for i, cell := range r.cells {
		if n, ok := h.at[colNumber]; cell != "" && (!ok || i != n || !isDigits(cell)) {
			return false
		}
	}
	return true
}

// numbersColumns reports whether a row numbers the columns: 1, 2, 3 or (1), (2),
// (3), perhaps with A, B before them, or how one comes of others: (5)=(3)+(4).
func (h header) numbersColumns(r row) bool {
	next, letter, count := 1, byte('A'), 0
	for _, cell := range r.cells {
		if cell == "" {
			continue
		}
		bare, _, _ := strings.Cut(cell, "=")
		bare = strings.Trim(bare, "()[] ")
		n, err := strconv.Atoi(bare)
		switch {
		case err == nil && n == next:
			next++
		case next == 1 && len(bare) == 1 && (bare[0] == letter || bare[0] == letter+'a'-'A'):
			letter++
		default:
			return false
		}
		count++
	}
	_, err := strconv.Atoi(strings.Trim(r.cell(h.at[colName]), "()[] "))
	return count >= 2 && next > 1 && (err == nil || letter > 'A')
}

// total begins a row that adds up the others. Tổng công ty and Cộng đồng are
// names, and Công an is written otherwise.
var total = letters.Pattern(`^(tổng|tong)( cộng| cong| số| so)?( khối.*| cụm.*| đơn vị.*| don vi.*|[ :(]*\d.*|:.*)?$|^cộng( khối.*| cụm.*| đơn vị.*|[ :(]*\d.*|:.*)?$|^tổng (cộng|số)( |:|$)`)

func isTotal(text string) bool { return total().MatchString(strings.ToLower(text)) }

// numbered begins a heading: I. or II - or A) before a text.
var numbered = letters.Pattern(`^([IVX]+|[A-H])\s*[.)\-–:]\s*\pL`)

// isOrdinal is such a number in a cell of its own.
var isOrdinal = letters.Pattern(`^([IVX]+|[A-H])[.)]?$`)

// groups begin the names of blocks and of groups of units, folded.
var groups = []string{"khoi ", "cum ", "nhom ", "cac "}

// isHeading knows the heading of a block: it has no code, or one that only numbers
// it, and calls itself a group of units, or is one text all across.
func (h header) isHeading(r row, said []string) bool {
	code, name := r.cell(h.at[colCode]), r.cell(h.at[colName])
	for len(said) > 0 && (isOrdinal().MatchString(said[0]) || isDigits(said[0])) {
		said = said[1:]
	}
	if len(said) == 0 {
		return false
	}
	group := slices.ContainsFunc(groups, func(g string) bool { return strings.HasPrefix(letters.Fold(said[0])+" ", g) }) || numbered().MatchString(said[0])
	ordinal := slices.ContainsFunc(r.cells[:min(len(r.cells), h.at[colName])], isOrdinal().MatchString)
	alone := len(said) == 1 || strings.Trim(strings.Join(said[1:], ""), "0123456789") == "" // with how many there are
	switch {
	case !alone:
		return false
	case code == "":
		return group || ordinal || name == "" && !isTick(said[0])
	case isOrdinal().MatchString(code):
		return group && name == said[0]
	case isCode(code):
		return false
	case code == name:
		return true
	}
	return name == "" && (group || strings.Count(code, " ") >= 2)
}

// isTick reports whether a cell only says yes or no.
func isTick(cell string) bool {
	_, ok := ticks[letters.Fold(cell)]
	return ok
}

// signature begins what stands below a list: who made and who signs it, where and
// when, who gets it, remarks.
var signature = letters.Pattern(`^(người lập|lập biểu|thủ trưởng|tm\.|t/m|kt\.|tl\.|tuq\.|chủ tịch|phó chủ tịch|trưởng phòng|nơi nhận|ký,|\(ký|\(đã ký|ký tên|ghi chú|lưu ý|\*|\(\*|xác nhận|danh sách (này|trên|gồm|có)|\(danh sách|ấn định)|^(\pL[\pL\s]*,\s*)?ngày[\s\d.…/]*tháng[\s\d.…/]*năm[\s\d.…/]*$`)

func isSignature(text string) bool { return signature().MatchString(strings.ToLower(text)) }
