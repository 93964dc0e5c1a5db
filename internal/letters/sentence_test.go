package letters

import "testing"

// A text is cut behind a word that says something: not behind a number of which one
// does not know what it counts.
func TestCutBehindWord(t *testing.T) {
	for _, test := range []struct {
		sentence string
		most     int
		want     string
	}{
		{"Góp 86 ngày công.", 30, "Góp 86 ngày công."},
		{"Vận động 14 hộ cùng góp 86 ngày công.", 28, "Vận động 14 hộ cùng góp…"},
		{"Vận động 14 hộ cùng góp 86 ngày công.", 32, "Vận động 14 hộ cùng góp 86 ngày…"},
		{"Làm từ năm 2019 đến nay, không nghỉ.", 17, "Làm từ năm 2019…"},
		{"1.200 cây quế", 7, "1.200…"},
		{"Dài", 3, "Dài"},
		{"Khônghết", 4, "Khô…"},
	} {
		if got := CutBehindWord(test.sentence, test.most, Len); got != test.want {
			t.Errorf("%q in %d: %q, want %q", test.sentence, test.most, got, test.want)
		}
	}
}
