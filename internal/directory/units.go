package directory

import (
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/vietnamese"
)

// The longest that texts may be, in letters.
const (
	maxCode = 20
	maxName = 200
	maxWord = 100
)

// maxQuota is the largest quota that can be meant.
const maxQuota = 99

// A reader makes units of rows and gathers what is wrong with them.
type reader struct {
	header
	table    table
	budget   *budget
	current  map[string]report.Unit // by folded code
	alike    alike
	pairs    alike // codes of the list that differ by zeros from one another
	answers  Answers
	days     days
	problems Problems
	said     int // bytes of them
}

// list reads the whole table.
func (t table) list(b *budget, current report.Directory, answers Answers) (List, error) {
	h := t.header()
	if problems := h.problems(); problems != nil {
		return List{}, t.noHeader(h, problems)
	}
	rows := slices.DeleteFunc(slices.Clone(t.rows), func(r row) bool { return r.number <= h.row })
	rows, passed, err := h.sift(b, rows)
	if err != nil {
		return List{}, err
	}
	if len(rows) == 0 {
		return List{}, refusal(texts.ListEmpty())
	}
	filled := h.fillBlocks(rows)
	unknown := h.unknown
	h.drop(rows)
	rd := &reader{header: h, table: t, budget: b, current: byCode(current), answers: answers}
	rd.alike = alikeCodes(rd.current)
	rd.sound(t.rows[h.index])
	if err := rd.witness(rows); err != nil {
		return List{}, err
	}
	units := make([]report.Unit, 0, len(rows))
	for _, r := range rows {
		if err := b.time(); err != nil {
			return List{}, err
		}
		units = append(units, rd.unit(r))
	}
	if err := rd.compareRows(rows, units); err != nil {
		return List{}, err
	}
	if rd.problems != nil {
		slices.SortStableFunc(rd.problems, func(a, b Problem) int { return a.Row - b.Row })
		return List{}, rd.problems
	}
	if q := rd.question(); q != nil {
		return List{Question: q}, nil
	}
	return List{Units: units, Notices: rd.notices(passed, filled, unknown)}, nil
}

// noHeader says why the header was not found: if letters were lost above the
// units, it may be there and be unreadable.
func (t table) noHeader(h header, problems Problems) Problems {
	if h.complete() {
		return problems
	}
	for _, r := range t.rows[:min(len(t.rows), deepest)] {
		for _, cell := range r.cells {
			if strings.Contains(cell, lost) || questioned(cell, true) {
				return Problems{{Row: r.number, Says: texts.LettersLost(cell)}}
			}
		}
	}
	return problems
}

// notices say what was passed over.
func (rd *reader) notices(passed passed, filled int, unknown []string) (notices []string) {
	note := func(ok bool, says string) {
		if ok {
			notices = append(notices, says)
		}
	}
	u := rd.table.unread
	note(rd.table.mended, texts.LettersMended())
	note(rd.days.monthFirst, texts.DaysMonthFirst())
	note(len(u.others) > 0, texts.OtherSheets(u.sheet, u.others))
	note(len(u.sheets) > 0, texts.HiddenSheets(u.sheets))
	note(len(u.rows) > 0, texts.HiddenRows(u.rows, u.more))
	note(len(passed.named) > 0, texts.RowsPassedOver(passed.named, passed.more))
	note(filled > 0, texts.BlocksFromAbove(filled))
	note(len(unknown) > 0, texts.ColumnsPassedOver(unknown))
	return notices
}

func byCode(d report.Directory) map[string]report.Unit {
	units := map[string]report.Unit{}
	for _, u := range d.Units() {
		units[strings.ToLower(u.Code)] = u
	}
	return units
}

// unit reads one row over what is known of the unit.
func (rd *reader) unit(r row) report.Unit {
	rd.sound(r)
	code, _ := rd.meet(rd.code(r), r.cell(rd.at[colName]))
	u, ok := rd.current[strings.ToLower(code)]
	if !ok {
		u = report.Unit{Code: code, Month: true, Quarter: true}
	}
	u.Name = rd.name(r)
	u.Kind = rd.text(r, colKind, u.Kind, maxWord)
	u.Block = rd.text(r, colBlock, u.Block, maxWord)
	u.Month = rd.yes(r, colMonth, u.Month)
	u.Quarter = rd.yes(r, colQuarter, u.Quarter)
	u.QuotaMonth = rd.quota(r, colQuotaMonth, u.QuotaMonth)
	u.QuotaQuarter = rd.quota(r, colQuotaQuarter, u.QuotaQuarter)
	u.Roster = rd.roster(r, u.Roster)
	u.ActiveFrom = rd.day(r, colFrom, u.ActiveFrom)
	u.ActiveTo = rd.day(r, colTo, u.ActiveTo)
	backwards := !u.ActiveTo.IsZero() && u.ActiveTo.Before(u.ActiveFrom) && !rd.daysOpen()
	rd.say(!backwards, r, colTo, texts.EndsBeforeStart(u.ActiveFrom, u.ActiveTo))
	u.Superior = rd.text(r, colSuperior, u.Superior, maxName)
	u.Symbol = rd.text(r, colSymbol, u.Symbol, maxCode)
	u.Form = rd.form(r, u.Form)
	u.Training = rd.day(r, colTraining, u.Training)
	rd.heirs(r, &u)
	return u
}

// heirs reads the codes of the units that go on, of which there are several if the
// unit was split.
func (rd *reader) heirs(r row, u *report.Unit) {
	v, ok := rd.value(r, colSuccessor)
	if !ok {
		return
	}
	u.Successor, u.Others = "", nil
	for code := range codes(v) {
		rd.say(utf8.RuneCountInString(code) <= maxCode, r, colSuccessor, texts.CellTooLong(maxCode))
		if u.Successor == "" {
			u.Successor = code
		} else {
			u.Others = append(u.Others, code)
		}
	}
}

// codes are those that stand in one cell.
func codes(cell string) iter.Seq[string] {
	return strings.FieldsFuncSeq(cell, func(c rune) bool { return strings.ContainsRune(",; ", c) })
}

// sound refuses letters that are lost, in every cell: who knows what else is lost
// with them.
func (rd *reader) sound(r row) {
	for i, cell := range r.cells {
		if strings.Contains(cell, lost) {
			rd.note(Problem{r.number, rd.names[i], texts.LettersLost(cell)})
		}
	}
}

// say notes a problem of one cell.
func (rd *reader) say(ok bool, r row, col column, says string) {
	if ok {
		return
	}
	i, there := rd.at[col]
	name := texts.ListColumn(string(col))
	if there {
		name = rd.names[i]
	}
	rd.note(Problem{r.number, name, says})
}

// note notes a problem, unless there are more than anybody wants to read.
func (rd *reader) note(p Problem) {
	if len(rd.problems) >= maxProblems || rd.said >= maxSaid {
		return
	}
	rd.problems, rd.said = append(rd.problems, p), rd.said+len(p.String())
}

// value is a cell, and whether the file has its column.
func (rd *reader) value(r row, col column) (string, bool) {
	i, ok := rd.at[col]
	if !ok {
		return "", false
	}
	v := r.cell(i)
	if col != colFrom && col != colTo && col != colTraining {
		v = shown(v)
	}
	if isExcelError(v) {
		rd.say(false, r, col, texts.ErrorInCell(v))
		return "", false
	}
	return v, true
}

// isExcelError knows #REF!, #N/A, #NAME? and their like.
func isExcelError(v string) bool {
	return len(v) > 2 && v[0] == '#' && strings.ToUpper(v) == v && !strings.Contains(v, " ") && strings.ContainsAny(v, "!/?")
}

func (rd *reader) code(r row) string {
	code, ok := rd.value(r, colCode)
	if !ok {
		return ""
	}
	switch {
	case code == "":
		rd.say(false, r, colCode, texts.CodeMissing())
	case strings.Contains(code, lost):
	case !isCode(code):
		rd.say(false, r, colCode, texts.CodeSigns(code))
	case len(code) > maxCode:
		rd.say(false, r, colCode, texts.CellTooLong(maxCode))
	}
	return code
}

// isCode reports whether a text is made of what codes are made of.
func isCode(text string) bool {
	return text != "" && strings.IndexFunc(text, func(c rune) bool {
		return c > unicode.MaxASCII || !unicode.IsLetter(c) && !unicode.IsDigit(c) && !strings.ContainsRune("._-", c)
	}) < 0
}

func (rd *reader) name(r row) string {
	name := rd.text(r, colName, "x", maxName) // x: what is wrong is said already
	switch {
	case name == "", !letters.Visible(name):
		rd.say(false, r, colName, texts.UnitNameMissing())
	case strings.IndexFunc(name, unicode.IsLetter) < 0:
		rd.say(false, r, colName, texts.NoUnitName(name))
	}
	return name
}

func (rd *reader) text(r row, col column, old string, most int) string {
	v, ok := rd.value(r, col)
	if !ok {
		return old
	}
	rd.say(utf8.RuneCountInString(v) <= most, r, col, texts.CellTooLong(most))
	if questioned(v, false) {
		rd.say(false, r, col, texts.LettersLost(v))
	}
	return v
}

// form reads whose rules the letters of a unit follow; an empty cell leaves it to the
// unit's name.
func (rd *reader) form(r row, old report.LetterForm) report.LetterForm {
	v, ok := rd.value(r, colForm)
	if !ok {
		return old
	}
	f, known := texts.ReadLetterForm(v)
	rd.say(known || v == "", r, colForm, texts.LetterFormUnknown(v))
	return f
}

// yes reads a tick. In a column that is there, an empty cell means no.
func (rd *reader) yes(r row, col column, old bool) bool {
	v, ok := rd.value(r, col)
	if !ok {
		return old
	}
	yes, ok := ticks[letters.Fold(v)]
	if !ok {
		rd.say(false, r, col, texts.NotYesOrNo(v))
		return old
	}
	return yes
}

// ticks are the ways to say yes and no, folded.
var ticks = map[string]bool{
	"x": true, "co": true, "1": true, "1.0": true, "true": true, "yes": true, "y": true, "v": true, "✓": true, "✔": true, "☑": true,
	"": false, "khong": false, "0": false, "0.0": false, "false": false, "no": false, "n": false, "k": false, "-": false, "☐": false,
}

// quota reads a whole number, also one that a spreadsheet wrote as 2.0 or 2,0.
func (rd *reader) quota(r row, col column, old int) int {
	v, ok := rd.value(r, col)
	if !ok {
		return old
	}
	n, good := whole(v)
	rd.say(good && n <= maxQuota, r, col, texts.BadQuota(v, maxQuota))
	return n
}

func whole(v string) (n int, ok bool) {
	if v == "" {
		return 0, true
	}
	number, decimals, _ := strings.Cut(strings.ReplaceAll(v, ",", "."), ".")
	n, err := strconv.Atoi(number)
	return n, err == nil && n >= 0 && number[0] != '+' && strings.Trim(decimals, "0") == ""
}

// roster reads the months and quarters in which a unit's turn comes: 1,4,7
// means months; Q1 or quý II quarters.
func (rd *reader) roster(r row, old report.Roster) report.Roster {
	v, ok := rd.value(r, colRoster)
	if !ok {
		return old
	}
	var roster report.Roster
	joined := strings.NewReplacer("quy ", "q", "thang ", "t", "q ", "q", "t ", "t").Replace(letters.Fold(v))
	for _, token := range strings.FieldsFunc(joined, func(c rune) bool { return strings.ContainsRune(",;. /", c) }) {
		if !addTurn(&roster, token) {
			rd.say(false, r, colRoster, texts.BadRoster(v))
			return old
		}
	}
	slices.Sort(roster.Months)
	slices.Sort(roster.Quarters)
	return report.Roster{Months: slices.Compact(roster.Months), Quarters: slices.Compact(roster.Quarters)}
}

// addTurn adds one turn: 4, t4, q2, qii.
func addTurn(roster *report.Roster, token string) bool {
	if quarter, ok := strings.CutPrefix(token, "q"); ok {
		roman := vietnamese.OfRoman(strings.ToUpper(quarter))
		n, err := strconv.Atoi(quarter)
		n = max(n, roman)
		roster.Quarters = append(roster.Quarters, n)
		return (err == nil || roman > 0) && n >= 1 && n <= 4
	}
	n, err := strconv.Atoi(strings.TrimPrefix(token, "t"))
	roster.Months = append(roster.Months, n)
	return err == nil && n >= 1 && n <= 12
}
