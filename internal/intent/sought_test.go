package intent

import (
	"strings"
	"testing"
)

func TestSought(t *testing.T) {
	for text, want := range map[string]string{
		"A Páo": "a pao|", "Páo": "pao|", "tan a pao": "tan a pao|", "tìm A Páo": "a pao|", "anh Páo bản Nà Cúng": "pao|na cung",
		"anh Páo ở bản Nà Cúng ạ": "pao|na cung", "chị Hoa nhé em": "hoa|", "Tẩn A Páo bản Nà Cúng xã Dào San": "tan a pao|na cung xa dao san",
		"Hà Thị Em": "ha thi em|", "bà Lò Thị Mai": "lo thi mai|", "xem gương của anh Páo": "pao|", "gia đình ông Vàng Văn Păn": "dinh ong vang van pan|",
		"25/11": "", "a": "", "hôm nay trời nắng quá không biết có mưa không": "",
	} {
		got := ""
		if s, ok := SoughtIn(text); ok {
			got = strings.Join(s.Name, " ") + "|" + strings.Join(s.Place, " ")
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
