package report

import "strings"

// alphabet is the order of the Vietnamese letters, each with its five tones.
// What is not here keeps its place among all characters, before or after.
const alphabet = "aàảãáạ ăằẳẵắặ âầẩẫấậ b c d đ eèẻẽéẹ êềểễếệ f g h iìỉĩíị j k l m n " +
	"oòỏõóọ ôồổỗốộ ơờởỡớợ p q r s t uùủũúụ ưừửữứự v w x yỳỷỹýỵ z"

// firstLetter is the code from which the letters are counted: those of private
// use, so that no other character is taken for a letter.
const firstLetter = '\ue000'

// places gives every letter, whatever its tone, the character that stands for
// its place in the alphabet.
var places = func() map[rune]rune {
	places := map[rune]rune{}
	for i, letter := range strings.Fields(alphabet) {
		for _, tone := range letter {
			places[tone] = firstLetter + rune(i)
		}
	}
	return places
}()

// inPlaces is a text whose bytes are ordered as a Vietnamese dictionary orders
// texts: by letters, Đ after D and Ô after O, without regard to case and tones.
func inPlaces(s string) string {
	return strings.Map(func(r rune) rune {
		if place, ok := places[r]; ok {
			return place
		}
		return r
	}, strings.ToLower(s))
}
