package texts_test

import (
	"time"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
	. "guongsang/internal/texts"
)

// publicity are the fixed words of what is made for publicity.
func publicity() map[string][]string {
	person := privacy.View{
		Number: "G-2026-0042", Category: report.GoodDeed, Object: report.Person, Name: "Tẩn Phủ Lìn", Title: "Hiến 320 m² đất ruộng.", Born: 1979, Position: "Nông dân",
		Place: "Bản Nà Cúng, xã Dào San", Field: report.Rural, Unit: privacy.Unit{Code: "PT1", Name: "UBND xã Dào San"}, Publicity: privacy.Openly, Periods: []report.Period{november},
	}
	child := person
	child.Name, child.Born, child.Child, child.Publicity, child.Place, child.Position, child.Unit = "Em Minh", 0, true, privacy.Given, "xã Dào San", "Học sinh", privacy.Unit{Name: "Trường học trên địa bàn"}
	nameless := person
	nameless.Name, nameless.Object, nameless.Place, nameless.Born, nameless.Publicity, nameless.Title = "Một cá nhân", report.Household, "", 0, privacy.Initials, ""
	secret := child
	secret.Publicity = privacy.Initials
	household := person
	household.Object, household.Category, household.Name, household.Publicity = report.Household, report.Advanced, "Lý Thị Dung", privacy.Named
	collective := person
	collective.Object, collective.Category, collective.Name, collective.Position, collective.Place, collective.Field = report.Collective, report.Advanced, "Tổ một cửa xã Dào San", "", "Xã Dào San", report.Digital
	model := collective
	model.Category, model.Name = report.NewModel, "Ngân hàng bò luân chuyển"
	called := model
	called.Name = "Mô hình Đường biên xanh"
	village := collective
	village.Name, village.Place, village.Unit.Name = "Đội văn nghệ Sóc Nâu", "Bản Nà Cúng", "Sóc Nâu"
	all := []privacy.View{person, child, nameless, secret, household, collective, model, called, village}
	of := func(say func(privacy.View) string) (said []string) {
		for _, v := range all {
			said = append(said, say(v))
		}
		return said
	}
	var whole, short, tags []string
	for _, v := range all {
		whole, short, tags = append(whole, PublicityWho(v, 0)), append(short, PublicityWho(v, 4)), append(tags, PublicityHashtags(v)...)
	}
	var problems []string
	for _, p := range []PublicityProblem{
		{Kind: "refused"}, {Kind: "private", Found: "name", Text: "Sùng A Dế"}, {Kind: "private", Found: "place", Text: "bản Dền Thàng"}, {Kind: "private", Found: "birth", Text: "1996"},
		{Kind: "private", Found: "ethnicity", Text: "dân tộc Thái"}, {Kind: "empty", Part: "sapo"}, {Kind: "toolong", Part: "title", Has: 180, Most: 150},
		{Kind: "toolong", Form: "facebook", Has: 190, Most: 150}, {Kind: "unspoken", Text: "UBND"},
	} {
		problems = append(problems, p.Says())
	}
	source := PublicitySource{Accepted: "Nguyễn Thị Hạnh", At: at, Reading: 100 * time.Second, Photos: []string{"TAN_PHU_LIN_01.jpg"}}
	title, author, sapo, body := ZaloLabels()
	return map[string][]string{
		"PublicityKind":               of(PublicityKind),
		"PublicityTitle":              of(PublicityTitle),
		"PublicitySubject":            of(PublicitySubject),
		"PublicityWho":                append(whole, short...),
		"PublicityResults":            {PublicityResults("52 hộ đi lại thuận lợi."), PublicityResults("Đường rộng 3,5 m."), PublicityResults("UBND xã đã nhân rộng.")},
		"PublicityWhen":               {PublicityWhen("Từ tháng 10/2026")},
		"PublicityHonoured":           {PublicityHonoured("Giấy khen năm 2026")},
		"PublicityInvitation":         {PublicityInvitation()},
		"Office.PublicityAuthor":      {office.PublicityAuthor(person, 50), office.PublicityAuthor(person, 5)},
		"Office.PublicityAuthorBlock": office.PublicityAuthorBlock(person),
		"PublicityPhotographer":       {PublicityPhotographer("Tẩn A Páo")},
		"PublicityQuote":              {PublicityQuote("Đường rộng thì trẻ con đi học đỡ khổ."), PublicityQuote("“Cứ làm rồi bà con theo”")},
		"PublicityVideo":              {PublicityVideo("https://example.vn/video")},
		"PublicityCaption":            of(PublicityCaption),
		"PublicityHashtags":           tags,
		"LoudspeakerOpening":          of(LoudspeakerOpening),
		"LoudspeakerClosing":          {LoudspeakerClosing()},
		"ReadingTime":                 {ReadingTime(42 * time.Second), ReadingTime(2 * time.Minute), ReadingTime(100 * time.Second)},
		"PublicityRetracted":          {PublicityRetracted()},
		"ZaloLabels":                  {title, author, sapo, body},
		"Office.PublicitySource":      append(append(office.PublicitySource(person, source), office.PublicitySource(secret, PublicitySource{})...), append(office.PublicitySource(child, source), office.PublicitySource(household, source)...)...),
		"PublicityForm":               each(PublicityForm, "channel", "article", "zalo", "facebook", "loudspeaker"),
		"PublicityProblem.Says":       problems,
		"PackageSays":                 {PackageSays(100*time.Second, 2), PackageSays(40*time.Second, 0)},
	}
}
