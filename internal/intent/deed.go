package intent

import (
	"strings"
	"unicode"

	"guongsang/internal/letters"
	"guongsang/internal/texts"
)

// GoodDeeds are the words of a good deed, as Spoken gives them.
var GoodDeeds = strings.Split("cuu,tra lai,nhat duoc,hien,hien tang,ung ho,quyen gop,giup do,dap lua,chua chay,dung cam,khong tham,cham soc nguoi,nuoi giup,cho muon dat", ",")

// Spoken is a text folded, without the marks between its words and without the
// words in which another hides.
func Spoken(text string) string {
	words := strings.FieldsFunc(letters.Fold(now.Replace(text)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.TrimSpace(notRescue.Replace(" " + strings.Join(words, " ") + " "))
}

// now is the word that folds to the one for to give.
var now = strings.NewReplacer(texts.Now, "nay", texts.Cap(texts.Now), "nay", strings.ToUpper(texts.Now), "nay")

// Without its mark "hiện" is the word for to give.
var notRescue = strings.NewReplacer(" hien cong tac ", " ", " hien dang ", " ", " hien nay ", " ", " hien tai ", " ", " hien o ", " ", " hien la ", " ", " hien song ", " ", " hien sinh song ", " ", " hien lam viec ", " ",
	" nghien cuu ", " ", " cuu chien binh ", " ", " tra cuu ", " ", " bi tra lai ", " ", " tra lai bai ", " ", " tra lai guong ", " ", " yeu cau cuu ", " ")
