package texts

import (
	"fmt"
	"strings"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
)

// UrgeBody is the letter to the units that have not reported: what was owed
// and what is asked. Listed says that their names stand in a list behind the
// letter; by is until when they are asked, zero if the signer says it.
func (o Office) UrgeBody(sum report.Summary, units int, listed bool, by report.Date) []string {
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
	p, council := Period(sum.Schedule.Period), o.Council
	if council == "" {
		council = o.Organization
	}
	until := "sớm gửi"
	if !by.IsZero() {
		until = "gửi trước " + LongDay(by)
	}
	return []string{
		fmt.Sprintf("Thực hiện chế độ định kỳ hằng tháng, hằng quý giới thiệu %s, thời hạn gửi báo cáo %s là %s. Đến %s, %s chưa nhận được báo cáo của %s.",
			threeKinds, p, LongDay(sum.Schedule.Deadline), o.longMoment(sum.At), o.Agency, whose),
		fmt.Sprintf("Để kịp tổng hợp, báo cáo %s, %s đề nghị quý cơ quan, đơn vị quan tâm thực hiện một số nội dung sau:", council, o.Agency),
		fmt.Sprintf("1. Lựa chọn, giới thiệu gương trong %s và %s qua kênh tiếp nhận của %s.", p, until, o.Agency),
		"2. Trường hợp trong kỳ không có gương để giới thiệu thì báo cáo không phát sinh, cũng qua kênh tiếp nhận.",
		"3. Đơn vị chưa có cán bộ đầu mối hoặc chưa kết nối với kênh tiếp nhận thì cử đầu mối và liên hệ để nhận mã mời.",
		fmt.Sprintf("Thông tin liên hệ: %s.", strings.TrimSuffix(o.Contact, ".")),
		"Rất mong nhận được sự quan tâm, phối hợp của quý cơ quan, đơn vị./.",
	}
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
	duty := "hằng tháng"
	if p.Duty == report.Quarter {
		duty = "hằng quý"
	}
	return fmt.Sprintf("Thực hiện chế độ định kỳ %s giới thiệu %s, %s giới thiệu %s gương trong %s như sau:", duty, threeKinds, unit, Count(n), Period(p))
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

// TemplateUnused names what a template could show and does not.
func TemplateUnused(names []string) string {
	return "Chưa dùng: " + strings.Join(names, ", ")
}
