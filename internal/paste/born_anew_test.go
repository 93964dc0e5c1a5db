package paste

import (
	"strings"
	"testing"
)

// Another year of birth is taken from who says that it was written wrong, and not from
// what is told.
func TestBornAnew(t *testing.T) {
	const head = "Anh Lò Văn Thịnh, sinh năm 1969, bản Nà Cúng.\n"
	for line, want := range map[string]string{
		"em ghi nhầm, anh Thịnh sinh năm 1996 nhé":                                 "1996",
		"À nhầm, sinh năm 1996 ạ":                                                  "1996",
		"Nhầm năm sinh rồi, anh sinh năm 1996":                                     "1996",
		"Trả lại 5 triệu đồng chuyển nhầm cho chị Hà sinh năm 1996":                "",
		"Anh tìm và trả lại 5 triệu đồng do ngân hàng chuyển nhầm, chị Hà sn 1996": "",
	} {
		p := Read(head + line)
		kept := strings.Contains(p.Rest, line)
		if p.Fields["born"] != want || kept != (want == "") {
			t.Errorf("%q: born %q, rest %q", line, p.Fields["born"], p.Rest)
		}
	}
}
