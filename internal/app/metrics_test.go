package app

import (
	"strings"
	"testing"
)

// TestWriteMetrics holds the text format, character by character.
func TestWriteMetrics(t *testing.T) {
	var b strings.Builder
	writeMetrics(&b, []metric{
		gauge("units", "Units in the directory.", 85),
		gauge("last_seconds", "A moment.", 1795600000),
		{"sends_total", "counter", "By result.", []sample{
			{[][2]string{{"result", "sent"}}, 3}, {[][2]string{{"result", "a \"b\"\n\\c"}, {"x", ""}}, 0.5},
		}},
		{"none", "gauge", "Nothing.", nil},
	})
	const want = `# HELP units Units in the directory.
# TYPE units gauge
units 85
# HELP last_seconds A moment.
# TYPE last_seconds gauge
last_seconds 1.7956e+09
# HELP sends_total By result.
# TYPE sends_total counter
sends_total{result="sent"} 3
sends_total{result="a \"b\"\n\\c",x=""} 0.5
# HELP none Nothing.
# TYPE none gauge
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}
