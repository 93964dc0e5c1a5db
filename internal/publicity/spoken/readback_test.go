package spoken

import (
	"math/big"
	"slices"
)

// readBack is the number that words say, as digits: written without a look at how
// they were made.
func readBack(words []string) string {
	return valueOf(words).String()
}

func valueOf(words []string) *big.Int {
	for _, scale := range []struct {
		name  string
		value int64
	}{{"tỷ", 1e9}, {"triệu", 1e6}, {"nghìn", 1e3}, {"trăm", 100}} {
		at := slices.Index(words, scale.name)
		if scale.name == "tỷ" { // the last: một nghìn tỷ tỷ
			for i, w := range words {
				if w == "tỷ" {
					at = i
				}
			}
		}
		if at >= 0 {
			head := new(big.Int).Mul(valueOf(words[:at]), big.NewInt(scale.value))
			return head.Add(head, valueOf(words[at+1:]))
		}
	}
	n := int64(0)
	for _, w := range words {
		switch w {
		case "linh":
		case "mười":
			n += 10
		case "mươi":
			n *= 10
		case "mốt":
			n++
		case "tư":
			n += 4
		case "lăm":
			n += 5
		default:
			digit := slices.Index(digitWords[:], w)
			if digit < 0 {
				return big.NewInt(-1)
			}
			n += int64(digit)
		}
	}
	return big.NewInt(n)
}

func readDigits(words []string) (s string) {
	for _, w := range words {
		s += string(rune('0' + slices.Index(digitWords[:], w)))
	}
	return s
}
