package report

// A LetterForm (thể thức) is whose rules the letters of a unit follow.
type LetterForm string

// The forms.
const (
	StateForm  LetterForm = "state"  // cơ quan nhà nước: Decree 30/2020/NĐ-CP
	BranchForm LetterForm = "branch" // ngành dọc, lực lượng vũ trang: the same, under a body of its own branch
	MassForm   LetterForm = "mass"   // đoàn thể: the same, under the next level of its association
	PartyForm  LetterForm = "party"  // Đảng: Guidance 36-HD/VPTW
	YouthForm  LetterForm = "youth"  // Đoàn TNCS Hồ Chí Minh: Guidance 29-HD/TWĐTN-VP
	SlipForm   LetterForm = "slip"   // bản, tổ dân phố: has no seal and no number; a slip instead of a letter
)

// LetterForms are all of them.
var LetterForms = []LetterForm{StateForm, BranchForm, MassForm, PartyForm, YouthForm, SlipForm}
