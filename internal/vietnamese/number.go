package vietnamese

// Digits are the digits as they are spoken.
var Digits = map[string]int{
	"khong": 0, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
}

// LastDigit is a digit as it is spoken behind others, where five has a word that is "to do"
// elsewhere.
func LastDigit(word string) (n int, ok bool) {
	if word == "lam" {
		return 5, true
	}
	n, ok = Digits[word]
	return n, ok
}

// Ten is the word for it; behind another digit it has another mark only.
const Ten = "muoi"

// Number is a digit or ten in words; 0: none.
func Number(word string) int {
	if word == Ten {
		return 10
	}
	return Digits[word]
}

// Ordinal is which of a row a word says, in letters or as a digit: "nhất", "tư", "4"; 0: none.
func Ordinal(word string) int {
	switch {
	case word == "nhat":
		return 1
	case word == "nhi":
		return 2
	case len(word) == 1 && word[0] > '0' && word[0] <= '9':
		return int(word[0] - '0')
	}
	return Number(word)
}

// Months are the months as they are spoken, with their marks, up to the tenth and the last.
// The sixth is not here: without marks it is the next month.
var Months = map[string]int{
	"giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10, "chạp": 12,
}

// MonthNames are those of them that are no numbers, without marks.
var MonthNames = map[string]int{"gieng": 1, "chap": 12}

// Weekdays are the words behind "thứ", Monday first.
const Weekdays = "hai|ba|tu|nam|sau|bay"

// Born stands before a year or a day of birth, as a regular expression.
const Born = `sinh nam|nam sinh|sinh ngay|ngay sinh|sn`
