package form

import (
	"strings"

	"guongsang/internal/correction"
	"guongsang/internal/letters"
	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// nameBehind takes the name that stands behind a choice, with the place beside it: "cá nhân,
// tên là Lò Văn Nhi".
func (q Question) nameBehind(d *report.Draft, text string) (note string) {
	if q.Key != "category" && q.Key != "object" || d.Content.Name != "" {
		return ""
	}
	_, behind, _ := strings.Cut(text, ",")
	for _, rest := range []string{strings.TrimSpace(behind), text} {
		if key, name, ok := correction.Of(rest); ok && key == "name" {
			note, _ = correct(d, key, name)
			return note
		}
		if name := paste.ToldBy(rest).Name; !paste.IsPersonName(name) || paste.IsHousehold(name) || d.Content.Object == report.Collective { // of which few words are a name
			continue
		}
		for _, said := range takeNames(d, rest) {
			note += " " + texts.Corrected(said.Field, said.Value)
		}
		return strings.TrimSpace(note)
	}
	return ""
}

// ofWhom is how people say beside a category whose it is: "mô hình mới của tập thể xóm".
var ofWhom = letters.Pattern(`[ ,]+(?:cua|thuoc|do) ((?:mot |1 )?(?:tap the|ca nhan|ho|gia dinh|nhom|to)\b.*)$`)
