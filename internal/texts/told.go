package texts

import (
	"sync"

	"guongsang/internal/letters"
	"guongsang/internal/vietnamese"
)

// The words below are known with their marks, as without them they are others.

// Pointing are words behind a name by which it is pointed at, and which are no part of it.
var Pointing = wordSet("đó đấy")

// AddressWords are the forms of address after which what has capitals is a name, of
// whichever people it is.
var AddressWords = wordSet("ông bà anh chị cô chú bác thầy cụ em cháu chí làng giáo cậu dì mế bé ong chi chau thay")

// PlaceWords are the words before the names of places.
var PlaceWords = wordSet(vietnamese.MarkedVillage + " xã phường tỉnh tp tp. p. phố đường chợ sông suối đèo cầu dốc núi hang thác khu quận trấn khe đảo báo đài xa thon phuong huyen")

// CommuneWords are those before the name of a commune; the long ones are of two.
var (
	CommuneWords = wordSet("xã phường p. x. tt. xa phuong")
	longCommunes = map[string]string{"thị": "trấn", "đặc": "khu"}
)

// LongCommune reports whether two words stand before the name of a commune.
func LongCommune(first, second string) bool { return longCommunes[first] == second && second != "" }

// School is how the names of schools begin; a head of one has another mark.
const School = "trường"

// InCommune are how a commune goes on the name of a village.
var InCommune = []string{" xã ", " phường "}

// AfterGroup are the words before which the name of a collective ends, and GroupDoes
// the verbs.
var (
	AfterGroup = wordSet("ở tại đã trong gồm có do mỗi cùng của đang là năm được o tai da trong gom moi cung cua dang la nam duoc")
	GroupDoes  = wordSet("ra lắp góp vận quyên dựng xây nấu sửa mỗi hằng hàng tự đứng thường tham thành tặng hiến giúp dọn cứu tuần bắt đưa mang nhận đảm duy")
)

// HasOrDid are words that stand in a sentence and in no name.
var HasOrDid = map[string]bool{"có": true, "đã": true, "được": true}

// MarkedDeeds are the deeds that without their marks are other words.
var MarkedDeeds = map[string]string{"hien": "hiến", "cuu": "cứu"}

func wordSet(words string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool { return letters.Set(words) })
}
