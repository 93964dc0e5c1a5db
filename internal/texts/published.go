package texts

import (
	"fmt"
	"slices"
	"strings"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
)

// Published says what everybody will read for a name, and which of the photos
// they will see.
func Published(v privacy.View, c report.Content) string {
	name := Cut(v.Name, 80)
	if v.Name == c.Name {
		name = "như trên"
	}
	all, shown := report.Pictures(c.Media), len(v.Photos)
	switch {
	case shown == 0 && all == 0 && v.Publicity == privacy.Openly:
		return name
	case shown == 0:
		return name + "; không dùng ảnh"
	case shown < all:
		return fmt.Sprintf("%s; kèm %d/%d ảnh", name, shown, all)
	}
	return fmt.Sprintf("%s; kèm %d ảnh", name, shown)
}

// publishedLabel stands before it.
const publishedLabel = "Tên khi đăng"

// countedLabel stands before the period that a draft counts for, and how.
const countedLabel = "Tính cho"

// Withheld says why not all of an example is shown to everybody; empty if all is.
func Withheld(v privacy.View, c report.Content) string { return why(v, c) }

// HiddenBecause says why nothing of an example may be published.
func HiddenBecause(v privacy.View) string {
	if slices.Contains(v.Why, privacy.Training) {
		return "Gương gửi trong lúc đơn vị tập huấn nên không đăng ở đâu."
	}
	return PublicityHidden
}

// why says why not all is shown to everybody; empty if all is, or the answer
// about the photos says it.
func why(v privacy.View, c report.Content) string {
	parts := fresh(v.Why, privacy.NewPhotos(c))
	switch {
	case parts != "":
		return fmt.Sprintf("Phần mới (%s) chưa được đồng ý; gương vẫn được tính.", parts)
	case v.Child && v.Publicity == privacy.Given:
		return whichMinor(v) + ": khi đăng không ghi họ, trường, lớp, bản và không dùng ảnh."
	case v.Child:
		return whichMinor(v) + ", chưa đủ sự đồng ý: gương vẫn được tính nhưng chưa đăng tên, ảnh."
	case slices.Contains(v.Why, privacy.NotAgreed):
		return "Chưa được đồng ý công khai; gương vẫn được tính."
	}
	return ""
}

func whichMinor(v privacy.View) string {
	if slices.Contains(v.Why, privacy.Unsure) {
		return "Người được giới thiệu có thể chưa đủ 16 tuổi"
	}
	return "Người được giới thiệu dưới 16 tuổi"
}

// consents says which consents of a child are wanting.
func consents(v privacy.View) string {
	switch guardian, own := slices.Contains(v.Why, privacy.NoGuardian), slices.Contains(v.Why, privacy.NoOwn); {
	case guardian && own:
		return "chưa có sự đồng ý của em và người giám hộ"
	case guardian:
		return "chưa có sự đồng ý của người giám hộ"
	case own:
		return "chưa có sự đồng ý của em"
	}
	return "đã có đủ sự đồng ý"
}

// Renewal says what came after the consent, and asks if it covers that as well.
// Photos is how many are new.
func Renewal(v privacy.View, gaps []privacy.Reason, photos int) string {
	who := "Người được giới thiệu"
	if v.Child {
		who = "Em và cha, mẹ hoặc người giám hộ"
	}
	return fmt.Sprintf("Sau khi xin phép có thêm: %s. %s đã đồng ý cả phần mới chưa?", fresh(gaps, photos), who)
}

// fresh names what is new.
func fresh(gaps []privacy.Reason, photos int) string {
	var parts []string
	for _, gap := range gaps {
		switch gap {
		case privacy.NewName:
			parts = append(parts, "tên mới")
		case privacy.NewPhoto:
			parts = append(parts, fmt.Sprintf("%d ảnh mới", photos))
		case privacy.NewFact:
			parts = append(parts, "thông tin mới")
		}
	}
	return strings.Join(parts, ", ")
}
