package texts

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"guongsang/internal/letters"
	"guongsang/internal/report"
)

// letterForms name the forms of letters, as lists of units have them.
var letterForms = map[report.LetterForm]string{
	report.StateForm: "nhà nước", report.BranchForm: "ngành dọc", report.MassForm: "đoàn thể",
	report.PartyForm: "Đảng", report.YouthForm: "Đoàn Thanh niên", report.SlipForm: "phiếu",
}

// LetterForm names whose rules the letters of a unit follow; empty for none.
func LetterForm(f report.LetterForm) string { return letterForms[f] }

// ReadLetterForm reads the name of a form as people write it.
func ReadLetterForm(s string) (f report.LetterForm, ok bool) {
	f, ok = letterFormWords[strings.ReplaceAll(letters.Fold(s), "_", " ")]
	return f, ok
}

// letterFormWords are the ways to name a form, folded.
var letterFormWords = map[string]report.LetterForm{
	"nha nuoc": report.StateForm, "hanh chinh": report.StateForm, "chinh quyen": report.StateForm,
	"nganh doc": report.BranchForm, "vu trang": report.BranchForm, "luc luong vu trang": report.BranchForm, "doanh nghiep": report.BranchForm,
	"doan the": report.MassForm, "mat tran": report.MassForm, "mttq": report.MassForm, "hoi": report.MassForm,
	"dang": report.PartyForm, "van ban dang": report.PartyForm, "co quan dang": report.PartyForm,
	"doan thanh nien": report.YouthForm, "thanh nien": report.YouthForm, "doan tncs": report.YouthForm, "doan tncs ho chi minh": report.YouthForm,
	"phieu": report.SlipForm, "phieu gioi thieu": report.SlipForm, "khong so": report.SlipForm,
}

// LetterFormUnknown says which forms there are.
func LetterFormUnknown(value string) string {
	var names []string
	for _, f := range report.LetterForms {
		names = append(names, LetterForm(f))
	}
	return fmt.Sprintf("không có thể thức văn bản nào là “%s”. Ghi một trong: %s; hoặc để trống để theo tên đơn vị.", Cut(value, 60), strings.Join(names, ", "))
}

// blank is room for a number, or for a symbol, that the registry writes. It keeps the
// line in one piece.
const blank = "\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0"

// DocumentNumber is the line of the number, which is blank, with what stands behind
// it: Số: /BC-VHXH, of the Party (Guidance 36-HD/VPTW) Số -BC/ĐU, of the Youth Union
// Số: -CV/ĐTN. Kind is BC, or empty for a letter.
func DocumentNumber(f report.LetterForm, kind, symbol string) string {
	colon := ":"
	if f == report.PartyForm {
		colon = ""
	}
	return "Số" + colon + numberLine(f, kind, symbol)
}

// NumberInText is the same within a sentence.
func NumberInText(f report.LetterForm, kind, symbol string) string {
	return "số" + numberLine(f, kind, symbol)
}

func numberLine(f report.LetterForm, kind, symbol string) string {
	if symbol == "" {
		symbol = blank
	}
	switch {
	case f == report.PartyForm || f == report.YouthForm:
		if kind == "" {
			kind = "CV"
		}
		return blank + "-" + kind + "/" + symbol
	case kind != "":
		return blank + "/" + kind + "-" + symbol
	}
	return blank + "/" + symbol
}

// KeptBy says where a document is kept: with the registry, and with the unit that
// drafted it.
func KeptBy(f report.LetterForm, unit string) string {
	kept := "Lưu: VT"
	if f == report.PartyForm {
		kept = "Lưu VT"
	}
	if unit != "" {
		kept += ", " + unit
	}
	return kept
}

// A LegalBasis is a document that others refer to.
type LegalBasis struct {
	Name     string // with its number
	Date     report.Date
	From, To report.Date // in force; zero From: from its own date on; zero To: still
	State    bool        // binds bodies of the state alone: those of the Party and of associations do not refer to it
}

// InForce reports whether a basis is in force on a day.
func (b LegalBasis) InForce(day report.Date) bool { return !b.Pending(day) && !b.Ended(day) }

// Pending reports whether it is not in force yet.
func (b LegalBasis) Pending(day report.Date) bool {
	from := b.From
	if from.IsZero() {
		from = b.Date
	}
	return day.Before(from)
}

// Ended reports whether it is no longer in force.
func (b LegalBasis) Ended(day report.Date) bool { return !b.To.IsZero() && b.To.Before(day) }

// BasesOn are those that a document of that form and day refers to.
func BasesOn(day report.Date, f report.LetterForm, bases []LegalBasis) (valid []LegalBasis) {
	state := f == report.StateForm || f == report.BranchForm
	for _, b := range bases {
		if b.InForce(day) && (state || !b.State) {
			valid = append(valid, b)
		}
	}
	return valid
}

// Citing begins a sentence with what it is based on.
func Citing(bases []LegalBasis, sentence string) string {
	if len(bases) == 0 {
		return sentence
	}
	first, size := utf8.DecodeRuneInString(sentence)
	return basedOn(bases) + string(unicode.ToLower(first)) + sentence[size:]
}

// basedOn names bases in front of a sentence; nothing if there are none.
func basedOn(bases []LegalBasis) string {
	if len(bases) == 0 {
		return ""
	}
	var cited []string
	for _, b := range bases {
		cited = append(cited, b.cited())
	}
	return "Căn cứ " + strings.Join(cited, "; ") + ", "
}

// cited puts the date behind the number of a basis, where documents have it.
func (b LegalBasis) cited() string {
	if b.Date.IsZero() || strings.Contains(b.Name, " ngày ") {
		return b.Name
	}
	words := strings.Fields(b.Name)
	for i, word := range words {
		if strings.ContainsRune(word, '/') {
			words[i] += " " + LongDay(b.Date)
			return strings.Join(words, " ")
		}
	}
	return b.Name + " " + LongDay(b.Date)
}
