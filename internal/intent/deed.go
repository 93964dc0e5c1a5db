package intent

import (
	"strings"
	"unicode"

	"guongsang/internal/letters"
)

// GoodDeeds are the words of a good deed, as Spoken gives them.
var GoodDeeds = strings.Split("cuu,tra lai,nhat duoc,hien,hien tang,ung ho,quyen gop,giup do,dap lua,chua chay,dung cam,khong tham,cham soc nguoi,nuoi giup,cho muon dat", ",")

// Spoken is a text folded, without the marks between its words and without the
// words in which another hides.
func Spoken(text string) string {
	words := strings.FieldsFunc(letters.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.TrimSpace(notRescue.Replace(" " + strings.Join(words, " ") + " "))
}

var notRescue = strings.NewReplacer(" nghien cuu ", " ", " cuu chien binh ", " ", " tra cuu ", " ", " yeu cau cuu ", " ")
