package directory

import (
	"maps"
	"slices"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/texts"
)

// A column is one fact of a unit.
type column string

// The columns.
const (
	colCode         column = "code"
	colName         column = "name"
	colKind         column = "kind"
	colBlock        column = "block"
	colMonth        column = "month"
	colQuarter      column = "quarter"
	colQuotaMonth   column = "quota_month"
	colQuotaQuarter column = "quota_quarter"
	colRoster       column = "roster"
	colFrom         column = "active_from"
	colTo           column = "active_to"
	colSuccessor    column = "successor"
	colSuperior     column = "superior"
	colSymbol       column = "symbol"
	colForm         column = "form"
	colTraining     column = "training"
	colNumber       column = "stt" // a running number, passed over in silence
)

// named gives every name that a column goes by, folded and without spaces.
var named = func() map[string]column {
	names := map[string]column{}
	for col, list := range map[column][]string{
		colCode:         {"code", "unit_code", "unit", "mã", "mã đơn vị", "mã đv", "mã số", "mã cơ quan", "mã cơ quan, đơn vị", "ký hiệu", "kí hiệu", "ký hiệu đơn vị", "mã hiệu"},
		colName:         {"name", "tên", "tên đơn vị", "đơn vị", "tên cơ quan, đơn vị", "cơ quan, đơn vị", "tên cơ quan", "cơ quan", "tên đv", "tên đơn vị báo cáo", "tên đơn vị, cơ quan"},
		colKind:         {"kind", "type", "loại", "loại hình", "loại đơn vị"},
		colBlock:        {"block", "khối", "khối thi đua", "cụm", "cụm thi đua", "cụm, khối", "cụm, khối thi đua", "khối, cụm", "khối, cụm thi đua", "thuộc khối", "thuộc cụm"},
		colMonth:        {"month", "tháng", "hằng tháng", "hàng tháng", "báo cáo tháng", "nghĩa vụ tháng"},
		colQuarter:      {"quarter", "quý", "hằng quý", "hàng quý", "báo cáo quý", "nghĩa vụ quý"},
		colQuotaMonth:   {"quota_month", "chỉ tiêu tháng", "số gương tháng", "số lượng tháng"},
		colQuotaQuarter: {"quota_quarter", "chỉ tiêu quý", "số gương quý", "số lượng quý"},
		colRoster:       {"roster", "lịch", "phân kỳ", "kỳ báo cáo", "luân phiên"},
		colFrom:         {"active_from", "từ ngày", "hiệu lực từ", "ngày bắt đầu", "thành lập", "ngày thành lập"},
		colTo:           {"active_to", "đến ngày", "hiệu lực đến", "ngày kết thúc", "giải thể", "ngừng hoạt động", "ngày giải thể"},
		colSuccessor:    {"successor", "đơn vị kế thừa", "kế thừa", "đơn vị tiếp nhận", "sáp nhập vào"},
		colSuperior:     {"superior", "cấp trên", "cơ quan cấp trên", "cơ quan chủ quản", "đơn vị chủ quản", "chủ quản", "cấp trên trực tiếp", "cơ quan cấp trên trực tiếp", "trực thuộc"},
		colSymbol:       {"symbol", "ký hiệu văn bản", "kí hiệu văn bản", "số, ký hiệu văn bản", "ký hiệu công văn", "kí hiệu công văn"},
		colForm:         {"form", "thể thức", "thể thức văn bản", "mẫu văn bản", "mẫu công văn", "loại văn bản", "hình thức văn bản", "thể thức trình bày"},
		colTraining:     {"training", "tập huấn", "tập huấn từ", "tập huấn từ ngày"},
		colNumber:       {"stt", "tt", "số tt", "số thứ tự", "no"},
	} {
		for _, name := range list {
			names[squeeze(name)] = col
		}
	}
	return names
}()

// squeeze folds a header for comparison: no case, marks, spaces or signs.
func squeeze(name string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, letters.Fold(name))
}

// longestName is how many bytes the header of a known column has at most.
const longestName = 200

// meant is the column that goes by a name; names may have a remark in brackets.
func meant(name string) (col column, ok bool) {
	if len(name) > longestName {
		return "", false
	}
	if col, ok = named[squeeze(name)]; ok {
		return col, true
	}
	bare, _, _ := strings.Cut(name, "(")
	col, ok = named[squeeze(bare)]
	return col, ok
}

// A header says where the columns are.
type header struct {
	row     int // number of its last row, 0 if there is none
	index   int // of that in the table
	at      map[column]int
	names   map[int]string // as the file writes them
	unknown []string
	doubles []string
}

// deepest is how many rows are searched for the header, below titles.
const deepest = 30

// header finds the row that knows most columns, or the two rows that know more
// together: below one name there may be others that share it.
func (t table) header() header {
	var best header
	for i, r := range t.rows {
		if i == deepest {
			break
		}
		h := readHeader(r, titles(r))
		if i > 0 && under(t.rows[i-1], r) {
			if both := readHeader(r, bothNames(t.rows[i-1], r)); both.known() >= h.known() {
				h = both
			}
		}
		if h.known() > best.known() {
			best = h
			best.index = i
		}
	}
	return best
}

// titles are the names in a row.
func titles(r row) []string {
	names := make([]string, len(r.cells))
	for i := range names {
		names[i] = shown(r.cell(i))
	}
	return names
}

// under reports whether a row goes on with the header above it, which has the code
// and the name of the units: it says nothing else in their place.
func under(above, r row) bool {
	h := readHeader(above, titles(above))
	for _, col := range []column{colCode, colName} {
		i, ok := h.at[col]
		if !ok || r.cell(i) != "" && r.cell(i) != above.cell(i) {
			return false
		}
	}
	return true
}

// bothNames are the names of two rows: what stands below, with what stands above it
// if that makes another column of it, else what stands above.
func bothNames(above, r row) []string {
	names := make([]string, max(len(above.cells), len(r.cells)))
	shared := ""
	for i := range names {
		top, low := above.cell(i), r.cell(i)
		if top != "" {
			shared = top
		}
		_, both := meant(shared + " " + low)
		switch {
		case low == "":
			names[i] = top
		case both:
			names[i] = shared + " " + low
		default:
			names[i] = low
		}
	}
	return names
}

func readHeader(r row, names []string) header {
	h := header{row: r.number, at: map[column]int{}, names: map[int]string{}}
	for i, name := range names {
		if name == "" {
			continue
		}
		h.names[i] = name
		col, ok := meant(name)
		switch _, twice := h.at[col]; {
		case !ok:
			h.unknown = append(h.unknown, name)
		case twice:
			h.doubles = append(h.doubles, name)
		case ok:
			h.at[col] = i
		}
	}
	h.calledUnit()
	return h
}

// calledUnit takes a column called unit for that of the names where another has the codes
// and none the names: alone it has the codes.
func (h *header) calledUnit() {
	if _, ok := h.at[colName]; ok {
		return
	}
	for i, name := range h.names {
		if squeeze(name) != "unit" || len(h.doubles) != 1 {
			continue
		}
		if h.at[colCode] == i { // the other one came behind it
			for j, other := range h.names {
				if other == h.doubles[0] && j != i {
					h.at[colCode] = j
				}
			}
		}
		h.at[colName], h.doubles = i, nil
		return
	}
}

// known is how many columns are known, for choosing.
func (h header) known() int { return len(h.at) }

// complete reports whether units can be read at all.
func (h header) complete() bool {
	_, code := h.at[colCode]
	_, name := h.at[colName]
	return code && name
}

// problems says which columns are missing or there twice.
func (h header) problems() (problems Problems) {
	for _, col := range []column{colCode, colName} {
		if _, ok := h.at[col]; !ok {
			problems = append(problems, Problem{Says: texts.ColumnMissing(string(col), h.row, h.inOrder())})
		}
	}
	for _, name := range h.doubles {
		problems = append(problems, Problem{Row: h.row, Column: name, Says: texts.ColumnTwice()})
	}
	return problems
}

// inOrder are the names of the columns as they stand in the file.
func (h header) inOrder() (names []string) {
	for _, i := range slices.Sorted(maps.Keys(h.names)) {
		names = append(names, h.names[i])
	}
	return names
}

// drop forgets columns in which no row says anything: an empty column is as
// good as none.
func (h header) drop(rows []row) {
	for col, i := range h.at {
		if col != colCode && col != colName && !slices.ContainsFunc(rows, func(r row) bool { return r.cell(i) != "" }) {
			delete(h.at, col)
		}
	}
}
