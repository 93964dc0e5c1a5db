package unitname

import "testing"

// FuzzGuess: whatever is written at the top of a letter and below it, and whatever is typed
// as a name, nothing panics, units are meant that there are, each once, and for a reason.
func FuzzGuess(f *testing.F) {
	f.Add("UBND HUYỆN PHONG THỔ   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTRƯỜNG MẦM NON DÀO SAN\tĐộc lập - Tự do - Hạnh phúc\nBáo cáo")
	f.Add("🌹🌹🌹🌹🌹🌹🌹🌹 ĐỘC LẬP")
	f.Add("ǅ ĐẢNG CỘNG SẢN VIỆT NAM\nĐẢNG ỦY XÃ")
	f.Add("Kính gửi UBND xã: em ở MN Dào San số 2, PT012, th&thcs Ma Ly Pho báo cáo")
	f.Add("mn dao sann")
	f.Add("truong truong th th th")
	f.Add("Tổ dân phố số ٣")
	x, known := index(f), map[string]bool{}
	for _, line := range fields(f, "units.txt") {
		known[line[0]] = true
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, g := range []Guess{x.Text(text), x.Name(text)} {
			if (len(g.Units) == 0) != (g.Reason == None) {
				t.Errorf("%q: %d units by %q", text, len(g.Units), g.Reason)
			}
			seen := map[string]bool{}
			for _, u := range g.Units {
				if seen[u.Code] || !known[u.Code] {
					t.Errorf("%q means %s", text, u.Code)
				}
				seen[u.Code] = true
			}
			if u, ok := g.One(); ok && (len(g.Units) != 1 || !known[u.Code]) {
				t.Errorf("%q means %s alone", text, u.Code)
			}
		}
	})
}
