package texts

import (
	"fmt"
	"slices"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
)

// What stands in lists of examples: a cell each, so as short as it can be said.

// DocumentPerson is whom an example is about, with the year of birth.
func DocumentPerson(v privacy.View) string {
	if year := DocumentBorn(v); year != "" {
		return v.Name + " (" + year + ")"
	}
	return v.Name
}

// DocumentWorkplace is where somebody works or lives, and which unit introduced them
// where that is another.
func DocumentWorkplace(v privacy.View) string {
	return workplace(v, "\n", unitInSentence(v.Unit)+" giới thiệu")
}

// DocumentPlaceAndUnit is the same under a heading that says what stands in brackets.
func DocumentPlaceAndUnit(v privacy.View) string { return workplace(v, " ", unitInSentence(v.Unit)) }

func workplace(v privacy.View, between, by string) string {
	switch place := strings.TrimSpace(v.Place); {
	case place == "":
		return "(" + by + ")"
	case strings.Contains(letters.Fold(place), letters.Fold(v.Unit.Name)):
		return place
	default:
		return place + between + "(" + by + ")"
	}
}

// DocumentPost is what somebody is, and where.
func DocumentPost(v privacy.View) string {
	if v.Position == "" {
		return DocumentWorkplace(v)
	}
	return v.Position + "\n" + DocumentWorkplace(v)
}

// DocumentGist is what was done in as many whole sentences as long allows, which
// says how many of most a text takes; of a longer one the beginning.
func DocumentGist(v privacy.View, most int, long letters.Measure) string {
	for _, told := range []string{v.Summary, v.Results, v.Title} {
		if told = letters.OneLine(told); told != "" {
			gist, _ := letters.Fit(told, most, long)
			return gist
		}
	}
	return ""
}

// DocumentProposal is what is proposed for an example: by the unit where readers may
// know that, otherwise by what the agency decided.
func DocumentProposal(v privacy.View) string {
	if r := v.Recognition; r != nil && r.Proposal != "" {
		return Proposal(r.Proposal)
	}
	return map[report.Review]string{
		report.Received: "Đang xem xét", report.Returned: "Đang bổ sung", report.Accepted: "Xem xét tuyên truyền", report.Selected: "Tuyên truyền",
		report.Published: "Đã tuyên truyền",
	}[v.Review]
}

// notForAll says in internal documents that a name in them may not be published.
const notForAll = "không công khai tên"

// withheld reports whether readers see more of a name than everybody may.
func withheld(v privacy.View) bool {
	return v.Audience == privacy.Internal && v.Publicity != privacy.Openly && v.Publicity != privacy.Named
}

// NomineeRemarks are what whoever recognises somebody has to look at: whether
// something is pending, whether they come first among equals, and whether the name may
// be published.
func NomineeRemarks(v privacy.View) (all []string) {
	r := v.Recognition
	if r == nil {
		return nil
	}
	if who := Cleared(r.Cleared); who != "" {
		all = append(all, "Kỷ luật, khiếu nại: không ("+who+")")
	} else {
		all = append(all, "Kỷ luật, khiếu nại: chưa xác nhận")
	}
	switch {
	case woman(r.Gender):
		all = append(all, "Nữ (ưu tiên)")
	case mostlyWomen(v):
		all = append(all, fmt.Sprintf("%s nữ (ưu tiên)", percent(v.More.Women, v.More.Members)))
	}
	if v.Child {
		all = append(all, "Trẻ em")
	}
	if withheld(v) {
		all = append(all, Cap(notForAll))
	}
	return all
}

// mostlyWomen reports whether a collective has the share of women by which it comes
// first among equals: 70 % at least (Decree 152/2025, art. 4.6).
func mostlyWomen(v privacy.View) bool {
	return v.Object == report.Collective && v.More.Women <= v.More.Members && v.More.Members > 0 && 100*v.More.Women >= 70*v.More.Members
}

// Nominees sums up who is proposed for which recognition.
func Nominees(all []privacy.View) string {
	count, uncleared := map[report.Proposal]int{}, 0
	for _, v := range all {
		count[v.Recognition.Proposal]++
		if v.Recognition.Cleared == "" {
			uncleared++
		}
	}
	var parts []string
	for _, p := range slices.Backward(report.Proposals[:]) {
		if n := count[p]; n > 0 {
			parts = append(parts, lower(Proposal(p))+" "+Count(n))
		}
	}
	s := fmt.Sprintf("Có %s trường hợp được đơn vị đề xuất: %s.", Count(len(all)), enumerate(parts))
	if uncleared > 0 {
		s += fmt.Sprintf(" Còn %s trường hợp chưa có xác nhận về kỷ luật, khiếu nại.", Count(uncleared))
	}
	return s
}

// mostPressLetters is how long the one sentence for the press is at most.
const mostPressLetters = 320

// PressSentence is what was done, in one sentence.
func PressSentence(v privacy.View) string {
	told := letters.OneLine(v.Summary)
	if told == "" {
		return sentences(v.Title, mostPressLetters)
	}
	return sentences(letters.CutBehindWord(letters.Sentences(told)[0], mostPressLetters, letters.Len), mostPressLetters+1)
}

// PressPerson is whom a journalist would look for: name, year, position, place.
func PressPerson(v privacy.View) string {
	s := DocumentPerson(v)
	for _, more := range []string{v.Position, v.Place} {
		if more = inSentence(more); more != "" {
			s += ", " + more
		}
	}
	return s
}

// PressPhotos says how many photos there are, and by whom.
func PressPhotos(v privacy.View) string {
	if len(v.Photos) == 0 {
		return "Chưa có ảnh"
	}
	s := Count(len(v.Photos)) + " ảnh"
	var by []string
	for _, p := range v.Photos {
		if p.Author != "" && !slices.Contains(by, p.Author) {
			by = append(by, p.Author)
		}
	}
	if len(by) > 0 {
		s += " (" + strings.Join(by, ", ") + " chụp)"
	}
	return s
}

// PressAuthor is who wrote the introduction, where that is known. How to reach them
// is not told: they were asked for their number on the word that it is not published.
func PressAuthor(v privacy.View) string {
	if v.More.Author == "" {
		return ""
	}
	return strings.Trim(v.More.Author+", "+v.More.AuthorUnit, ", ")
}

// PressContact is through whom journalists reach everybody on the list.
func (o Office) PressContact() string {
	return fmt.Sprintf("Đầu mối liên hệ nhân vật, người viết, lấy ảnh và bài chi tiết: %s.", strings.TrimSuffix(o.Contact, "."))
}

// PressText is the list for the press to be copied into a letter or message.
func (o Office) PressText(p report.Period, all []privacy.View) string {
	var b strings.Builder
	fmt.Fprintf(&b, "DANH SÁCH GƯƠNG GIỚI THIỆU VỚI BÁO CHÍ %s\n%s\n", strings.ToUpper(Period(p)), o.IssuedBy())
	for i, v := range all {
		fmt.Fprintf(&b, "\n%d. %s\n%s.\n%s\n", i+1, PublicityTitle(v), PressPerson(v), PressSentence(v))
		fmt.Fprintf(&b, "Đơn vị giới thiệu: %s. %s. Mã số: %s.\n", v.Unit.Name, PressPhotos(v), v.Number)
		if by := PressAuthor(v); by != "" {
			fmt.Fprintf(&b, "Người viết: %s.\n", by)
		}
	}
	fmt.Fprintf(&b, "\n%s\nTên và ảnh trong danh sách này đã được đồng ý công khai.\n", o.PressContact())
	return b.String()
}
