package privacy

import (
	"strings"
	"testing"

	"guongsang/internal/report"
)

// long is a text of about that many characters.
func long(characters int) string {
	const part = "Ông Lò Văn Pản ở bản Nà Cúng vận động 14 hộ cùng hiến đất, xuân về hoa ban nở; cô Hoa học lớp 5A, Trường Tiểu học Dào San. "
	runes := []rune(strings.Repeat(part, characters/100+1))
	return string(runes[:characters])
}

// BenchmarkOf makes Views of texts of the greatest length that is taken, and of
// half of it: the time per character has to stay the same.
func BenchmarkOf(b *testing.B) {
	day, u := report.NewDate(2026, 11, 20), report.Unit{Name: "Trường Tiểu học Dào San"}
	for name, c := range map[string]report.Content{
		"agreed": {Consent: report.NameAndPhoto}, "refused": {}, "child": {Under16: report.Yes, Place: "bản Nà Cúng, xã Dào San"},
	} {
		for _, size := range []int{5000, 10000} {
			c.Object, c.Name, c.Summary = report.Person, "Lò Văn Pản", long(size)
			b.Run(name+"/"+map[int]string{5000: "half", 10000: "whole"}[size], func(b *testing.B) {
				for b.Loop() {
					Of(report.Example{Content: c, Review: report.Accepted}, u, Public, day)
				}
			})
		}
	}
}
