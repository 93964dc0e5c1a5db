package form

import (
	"testing"

	"guongsang/internal/report"
)

// What is put right in a sentence goes to the field that has what it denies, whichever
// text is asked for.
func TestNotButAtQuestions(t *testing.T) {
	filled := report.Content{Category: report.GoodDeed, Object: report.Person, Name: "Lò Thị Xoan", Place: "bản Nà Cúng, xã Dào San", Born: 1985,
		Position: "giáo viên", Title: "Cô giáo cứu 2 cháu nhỏ", Summary: "Chiều 1/11 cô nhảy xuống suối Nậm Na, kéo hai cháu nhỏ lên bờ rồi báo gia đình."}
	for _, tt := range []struct{ key, text, field, is string }{
		{"title", "không phải Nà Cúng mà là Nậm Cung", "place", "bản Nậm Cung, xã Dào San"},
		{"summary", "nhầm bản rồi, không phải Nà Cúng mà là Nậm Cung", "place", "bản Nậm Cung, xã Dào San"},
		{"results", "không phải 2 cháu nhỏ mà là 3 cháu nhỏ", "title", "Cô giáo cứu 3 cháu nhỏ"},
		{"results", "không phải suối Nậm Na mà là suối Nậm Pục", "summary", "Chiều 1/11 cô nhảy xuống suối Nậm Pục, kéo hai cháu nhỏ lên bờ rồi báo gia đình."},
		{"title", "không phải 1985 mà là 1986", "born", "1986"},
		{"results", "y tá chứ không phải giáo viên", "position", "y tá"},
		{"position", "không phải Lò Thị Xoan mà là Lò Thị Xuân", "name", "Lò Thị Xuân"},
		{"honoured", "không phải giấy khen xã mà là bằng khen tỉnh", "honoured", "bằng khen tỉnh"},
		{"consent", "không phải Nà Cúng mà là Nậm Cung", "place", "bản Nậm Cung, xã Dào San"},
	} {
		d := report.Draft{Unit: "PT001", Changed: onThursday, Content: filled}
		r := asked(t, tt.key).Answer(&d, office, tt.text, nil, false)
		if q, _ := Find(tt.field); q.Shown(d) != tt.is {
			t.Errorf("%s: %q: %s is %q, outcome %d", tt.key, tt.text, tt.field, q.Shown(d), r.Outcome)
		}
		if tt.key != tt.field && r.Outcome != Kept {
			t.Errorf("%s: %q: outcome %d", tt.key, tt.text, r.Outcome)
		}
	}
}
