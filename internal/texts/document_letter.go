package texts

import (
	"fmt"
	"strings"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
)

// UrgeBody is the letter to the units that have not reported: what was owed
// and what is asked. Listed says that their names stand in a list behind the
// letter; by is the day before which they are asked to, zero if the deadline of
// the period is still to come.
func (o Office) UrgeBody(sum report.Summary, units int, listed bool, bases []LegalBasis, by report.Date) []string {
	council, until := o.Council, "đúng thời hạn nêu trên"
	if council == "" {
		council = o.Organization
	}
	if !by.IsZero() {
		until = "trước " + LongDay(by)
	}
	said := []string{
		o.urgeOpening(sum, units, listed, bases),
		fmt.Sprintf("Để kịp tổng hợp, báo cáo %s, %s đề nghị quý cơ quan, đơn vị thực hiện một số nội dung sau:", council, o.IssuedBy()),
		fmt.Sprintf("1. Lựa chọn gương của %s, gửi về %s %s.", Period(sum.Schedule.Period), o.sentTo(), until),
		"2. Trường hợp trong kỳ không có gương để giới thiệu thì báo cáo không phát sinh, cũng trong thời hạn trên.",
	}
	const connect = "cử cán bộ đầu mối, liên hệ để nhận mã mời và kết nối với kênh tiếp nhận."
	switch apart := apartWords(sum.Total.Unconnected, sum.Total.Unreachable); {
	case len(apart) > 0 && units == 1:
		said = append(said, "3. "+Cap(connect))
	case len(apart) > 0:
		said = append(said, fmt.Sprintf("3. Đơn vị %s %s", strings.Join(apart, " hoặc "), connect))
	}
	asked := "các cơ quan, đơn vị"
	if units == 1 {
		asked = "quý cơ quan, đơn vị"
	}
	return append(said, fmt.Sprintf("Thông tin liên hệ: %s.", strings.TrimSuffix(o.Contact, ".")), "Đề nghị "+asked+" quan tâm, thực hiện./.")
}

// urgeOpening says what was owed, until when, and by whom it was not sent.
func (o Office) urgeOpening(sum report.Summary, units int, listed bool, bases []LegalBasis) string {
	p := sum.Schedule.Period
	duty := fmt.Sprintf("theo chế độ định kỳ %s giới thiệu %s, thời hạn gửi báo cáo %s là %s.", regularly(p.Duty), threeKinds, Period(p), LongDay(sum.Schedule.Deadline))
	duty = basedOn(bases) + duty
	whose := Count(units) + " cơ quan, đơn vị có tên nêu trên"
	switch {
	case listed:
		whose = Count(units) + " cơ quan, đơn vị có tên trong danh sách kèm theo"
	case units == 1:
		whose = "quý cơ quan, đơn vị"
	}
	if units > 1 {
		whose += apartOf(sum.Total)
	}
	return fmt.Sprintf("%s Đến %s, %s chưa nhận được báo cáo của %s.", Cap(duty), o.longMoment(sum.At), o.IssuedBy(), whose)
}

// sentTo is where units send what they owe: to who issues the letter, by way of the
// agency that receives it.
func (o Office) sentTo() string {
	if o.IssuedBy() == o.Agency {
		return o.Agency
	}
	return fmt.Sprintf("%s (qua %s)", o.IssuedBy(), o.Agency)
}

// regularly is how often a duty comes.
func regularly(d report.Duty) string {
	if d == report.Quarter {
		return "hằng quý"
	}
	return "hằng tháng"
}

// UrgeTitle names the letter in the properties of its file.
func UrgeTitle(p report.Period) string {
	return "Công văn đôn đốc giới thiệu gương " + Period(p)
}

// IntroductionTitle names the letter of a unit in the properties of its file.
func IntroductionTitle(unit string, slip bool, p report.Period) string {
	return fmt.Sprintf("%s gương %s của %s", map[bool]string{false: "Công văn giới thiệu", true: "Phiếu giới thiệu"}[slip], Period(p), unit)
}

// UrgeAddressees stands for the units where they are too many for the letter.
func UrgeAddressees() string { return "Các cơ quan, đơn vị có tên trong danh sách kèm theo" }

// IntroductionAddressee is to whom units write.
func IntroductionAddressee(agency, council string) string {
	if council == "" {
		return agency
	}
	return fmt.Sprintf("%s (Cơ quan thường trực của %s)", agency, council)
}

// IntroductionOpening begins the letter of a unit.
func IntroductionOpening(unit string, p report.Period, n int) string {
	return fmt.Sprintf("Thực hiện chế độ định kỳ %s giới thiệu %s, %s giới thiệu %s gương trong %s như sau:", regularly(p.Duty), threeKinds, villageInSentence(unit), Count(n), Period(p))
}

// IntroductionFacts are the lines about an example in the letter of its own
// unit, which knows everything.
func IntroductionFacts(v privacy.View) []string {
	var lines []string
	add := func(what, text string) {
		if text = strings.TrimSpace(text); text != "" {
			lines = append(lines, "- "+what+": "+strings.TrimSuffix(text, ".")+".")
		}
	}
	kind := Category(v.Category) + "; đối tượng: " + lower(Object(v.Object))
	if v.Field != "" {
		kind += "; lĩnh vực: " + lower(Field(v.Field))
	}
	add("Loại", kind)
	gender := strings.TrimSpace(v.Record.Gender)
	switch what, text := born(v.Born, v.BornOn); {
	case text != "" && gender != "":
		add(what, text+"; giới tính: "+lower(gender))
	case text != "":
		add(what, text)
	default:
		add("Giới tính", gender)
	}
	add("Chức vụ, nghề nghiệp", v.Position)
	add("Đơn vị công tác, nơi ở", v.Place)
	add("Thời gian", v.When)
	add("Đã được ghi nhận", v.Honoured)
	add("Lãnh đạo, quản lý", Leads(v.More.Leads))
	if p := v.Record.Private.Proposal; p != "" {
		add("Đề nghị", Proposal(p)+" ("+noFile+")")
	}
	add("Xem xét kỷ luật, khiếu nại", cleared(v.Record.Private.Cleared))
	add("Người viết", strings.Trim(v.More.Author+", "+v.More.AuthorUnit, ", "))
	add("Đã đăng", v.More.Link)
	add("Video", v.More.Video)
	add("Công khai thông tin", map[report.Consent]string{
		report.NameAndPhoto: "Đồng ý công khai tên và ảnh",
		report.NameOnly:     "Đồng ý công khai tên, không công khai ảnh",
		report.NotGiven:     "Chưa có sự đồng ý",
	}[v.Record.Consent])
	return lines
}

// cleared says in a letter of who said so that nothing is pending.
func cleared(who string) string {
	if who == "" {
		return ""
	}
	return "không trong thời gian xem xét (" + Cleared(who) + ")"
}

// IntroductionStory is what the unit says that was done.
func IntroductionStory(v privacy.View) []string {
	all := []string{sentences(v.Summary, 5000)}
	if v.Results != "" {
		all = append(all, "Kết quả: "+sentences(v.Results, 2000))
	}
	if v.Spread != "" {
		all = append(all, "Tác động, sức lan tỏa: "+sentences(v.Spread, 2000))
	}
	return append(all, MoreStory(v)...)
}

// IntroductionSigner is who signs for a unit that has not said.
func IntroductionSigner() string { return "THỦ TRƯỞNG ĐƠN VỊ" }

// TemplateUnmarked says that a template for internal documents does not say so.
func TemplateUnmarked(tag string) string {
	return "Mẫu văn bản nội bộ phải có thẻ " + tag + " ở đầu trang, để trang nào cũng ghi “Lưu hành nội bộ”"
}

// TemplateUnused names what a template could show and does not.
func TemplateUnused(names []string) string {
	return "Chưa dùng: " + strings.Join(names, ", ")
}
