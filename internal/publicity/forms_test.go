package publicity

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"guongsang/internal/letters"
	"guongsang/internal/privacy"
	"guongsang/internal/publicity/spoken"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

var update = flag.Bool("update", false, "write the golden files anew")

var (
	office = texts.Office{Organization: "UBND xã Phong Thổ", Agency: "Phòng Văn hóa - Xã hội", Council: "Hội đồng Thi đua - Khen thưởng xã Phong Thổ",
		Contact: "Phòng Văn hóa - Xã hội, điện thoại 0213 3876 543", Zone: time.FixedZone("", 7*3600)}
	today = report.NewDate(2026, 11, 20)
	unit  = report.Unit{Code: "PT1", Name: "UBND xã Dào San", Block: "Khối các xã"}
)

// samples are introductions of all kinds, each with its unit.
func samples() map[string]report.Example {
	long := strings.Repeat("Từ năm 2019, anh cùng 12 hộ trong bản khai hoang 3,5 ha đất dốc, làm ruộng bậc thang và trồng 1.200 cây quế. Mỗi tuần anh dành hai buổi tối đến từng nhà hướng dẫn kỹ thuật. ", 12)
	photos := []report.Media{{Kind: "photo", Unique: "a", Caption: "Anh Lìn bên tuyến đường mới"}, {Kind: "photo", Unique: "b"}}
	all := map[string]report.Content{
		"person": {Category: report.GoodDeed, Object: report.Person, Name: "Tẩn Phủ Lìn", Place: "Bản Nà Cúng, xã Dào San", Title: "Hiến 320 m² đất ruộng mở rộng đường bản", Born: 1979, Position: "Nông dân", Field: report.Rural,
			Summary: "Ngày 15/10, khi xã vận động mở rộng đường bản, anh Lìn là người đầu tiên ký giấy hiến 320 m² đất ruộng. Anh còn vận động 18 hộ cùng hiến đất và góp 26 ngày công. Tuyến đường dài 1,2 km hoàn thành trước mùa mưa.",
			Results: "Đường rộng từ 2 m lên 3,5 m, 52 hộ và 96 học sinh đi lại thuận lợi.", Spread: "Sau việc làm của anh, 5/7 bản trong xã đã đăng ký hiến đất làm đường.", When: "Từ tháng 10/2026", Honoured: "Giấy khen của Chủ tịch UBND xã năm 2026",
			Consent: report.NameAndPhoto, Media: photos},
		"child": {Category: report.GoodDeed, Object: report.Person, Name: "Giàng A Minh", Place: "Bản Sin Chải, xã Dào San", Title: "Em Giàng A Minh nhặt được ví, trả lại người mất", Born: 2014, Position: "Học sinh lớp 7A", Groups: []report.Group{report.Pupil}, Field: report.Education,
			Summary: "Sáng 3/11, trên đường đến Trường PTDTBT THCS Dào San, em Minh nhặt được chiếc ví có 6.450.000 đồng. Em đã mang ví đến Công an xã nhờ tìm người mất.", Consent: report.NameOnly, GuardianConsent: true, ChildConsent: true},
		"child without consent": {Category: report.GoodDeed, Object: report.Person, Name: "Giàng A Minh", Place: "Bản Sin Chải, xã Dào San", Title: "Nhặt được ví, trả lại người mất", Born: 2014, Position: "Học sinh lớp 7A",
			Summary: "Em Giàng A Minh ở bản Sin Chải nhặt được ví có 6.450.000 đồng và trả lại người mất.", Consent: report.NotGiven},
		"no consent": {Category: report.GoodDeed, Object: report.Person, Name: "Sùng A Dế", Place: "Bản Dền Thàng, xã Dào San", Title: "11 lần hiến máu tình nguyện", Born: 1996, Position: "Dân quân", Field: report.Health,
			Summary: "Anh Sùng A Dế đã 11 lần hiến máu, mỗi lần 350 ml. Đêm 24/6, anh Dế đi 40 km trong mưa để kịp hiến máu cho một sản phụ.", Consent: report.NotGiven, Media: photos},
		"collective": {Category: report.Advanced, Object: report.Collective, Name: "Tổ một cửa UBND xã Dào San", Place: "Xã Dào San", Title: "99,6% hồ sơ đúng hạn trong 6 tháng", Field: report.Digital, Groups: []report.Group{report.SmallCollective},
			Summary: "Trong 6 tháng đầu năm 2026, tổ tiếp nhận 2.340 hồ sơ TTHC, giải quyết đúng hạn 99,6%. Tổ làm việc từ 7h30 và nhận hồ sơ cả sáng thứ 7.\nTổ cũng hướng dẫn bà con dùng VNeID.", Results: "820 lượt người được hỗ trợ DVC trực tuyến.", Consent: report.NameOnly},
		"model": {Category: report.NewModel, Object: report.Collective, Name: "Ngân hàng bò luân chuyển", Place: "Xã Dào San", Title: "Ngân hàng bò luân chuyển giúp 31 hộ nghèo", Field: report.Poverty,
			Summary: "Từ 15 con bò ban đầu, Hội Nông dân xã giao cho hộ nghèo nuôi; khi bò đẻ, bê được chuyển cho hộ kế tiếp.", Results: "Sau 3 năm, 31 hộ có bò, 12 hộ thoát nghèo; thu nhập tăng 15-20 triệu đồng/năm.", Spread: "Mô hình có thể nhân rộng ở các bản có đồng cỏ.", Consent: report.NameOnly},
		"model by its name": {Category: report.NewModel, Object: report.Collective, Name: "Mô hình Đường biên xanh, mốc giới sạch", Title: "48 hộ tự quản 12,5 km đường biên", Field: report.Security,
			Summary: "48 hộ ở ba bản giáp biên nhận tự quản 12,5 km đường biên và 3 mốc.", Consent: report.NameOnly},
		"household": {Category: report.Advanced, Object: report.Household, Name: "Lý Thị Dung", Place: "Bản Mồ Sì San, xã Dào San", Title: "Từ hộ nghèo đến thu nhập 280 triệu đồng/năm", Field: report.Economy,
			Summary: "Năm 2018, gia đình chị Dung vay 50 triệu đồng của NHCSXH để trồng sâm và nuôi ong. Đến nay, gia đình có 2 ha sâm và 60 đàn ong.", Results: "Thu nhập 280 triệu đồng/năm.", Consent: report.NameAndPhoto, Media: photos[1:]},
		"household without consent": {Category: report.GoodDeed, Object: report.Household, Name: "Hộ ông Vàng Văn Păn", Place: "Bản Tả Phìn", Title: "Nhường 3 gian nhà làm lớp học tạm", Field: report.Education,
			Summary: "Sau trận sạt lở ngày 5/9, gia đình ông Păn nhường 3 gian nhà làm lớp học cho 24 em nhỏ trong 2 tháng.", Consent: report.NotGiven},
		"very short": {Category: report.GoodDeed, Object: report.Person, Name: "Hoàng Thu Trang", Title: "Đỡ đẻ giữa đêm mưa lũ", Summary: "Chị đỡ đẻ an toàn giữa đêm mưa lũ.", Consent: report.NameOnly},
		"very long": {Category: report.Advanced, Object: report.Person, Name: "Ma A Chua", Place: "Bản Sì Phài, xã Dào San", Title: "Người đưa cây quế lên đất dốc", Born: 1985, Position: "Trưởng bản, người có uy tín trong đồng bào dân tộc thiểu số của xã", Field: report.Economy,
			Summary: strings.TrimSpace(long), Results: "12 hộ thoát nghèo.", Spread: strings.TrimSpace(long[:len(long)/2]), Consent: report.NameAndPhoto, Media: photos},
		"one sentence without end": {Category: report.Advanced, Object: report.Person, Name: "Vũ Đình Khải", Title: "Sáng kiến giảm 40% thời gian khắc phục sự cố", Position: "Công nhân điện lực",
			Summary: strings.TrimSpace(strings.Repeat("anh kiểm tra từng trạm, đo lại dòng điện, thay sứ, ", 50)) + " và báo về trung tâm", Consent: report.NameOnly},
	}
	examples := map[string]report.Example{}
	for name, c := range all {
		examples[name] = example(c)
	}
	return examples
}

func example(c report.Content) report.Example {
	sent := time.Date(2026, 11, 5, 9, 0, 0, 0, office.Zone)
	return report.Example{Number: "G-2026-0042", Unit: unit.Code, Content: c, Version: 1, Review: report.Selected, Sent: sent, Received: sent, Periods: []report.Period{{Duty: report.Month, Year: 2026, Number: 11}}}
}

func gate(e report.Example) privacy.Gate {
	u := unit
	if e.Content.Groups != nil && e.Content.Groups[0] == report.Pupil {
		u = report.Unit{Code: "PT9", Name: "Trường PTDTBT THCS Dào San", Block: "Khối giáo dục"}
	}
	return privacy.GateOf(e, u, privacy.Public, today)
}

// Every form of every sample keeps to its bounds, and passes its own gate.
func TestFormsKeepToTheirBounds(t *testing.T) {
	for name, e := range samples() {
		g := gate(e)
		forms, err := Of(g.View)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range All {
			if problems := Check(g, f, forms[f]); len(problems) > 0 {
				t.Errorf("%s, %s: %+v", name, f, problems)
			}
			if found := g.Findings(forms[f]); len(found) > 0 {
				t.Errorf("%s, %s: %+v", name, f, found)
			}
		}
		title, sapo, _ := Cut(forms[Article])
		if n := len(letters.Sentences(sapo)); n < 2 || n > 3 {
			t.Errorf("%s: a sapo of %d sentences: %s", name, n, sapo)
		}
		if strings.HasSuffix(title, ".") {
			t.Errorf("%s: the title is %q", name, title)
		}
		enough := words(strings.Join(story(g.View), " ")) > MinSocial
		if n := words(forms[Social]); n > MaxSocial || enough && n < MinSocial {
			t.Errorf("%s: a post of %d words", name, n)
		}
		for _, photos := range []int{0, 2} {
			caption, messages := Post(forms[Channel], photos)
			if photos == 0 && caption != "" || units(caption) > MaxCaption {
				t.Errorf("%s: a caption of %d units", name, units(caption))
			}
			for _, m := range messages {
				if units(m) > MaxMessage || m == "" {
					t.Errorf("%s: a message of %d units", name, units(m))
				}
			}
			if all := strings.Fields(strings.ReplaceAll(caption+" "+strings.Join(messages, " "), "…", "")); strings.Join(all, " ") != strings.Join(strings.Fields(forms[Channel]), " ") {
				t.Errorf("%s: of the post something is lost", name)
			}
		}
	}
}

// A form says no word that is neither in the View nor one of the fixed words.
func TestFormsInventNothing(t *testing.T) {
	fixed := wordsOf(fixedWords())
	for name, e := range samples() {
		v := gate(e).View
		said := []string{v.Name, v.Title, v.Summary, v.Results, v.Spread, v.When, v.Honoured, v.Position, v.Place, v.Unit.Name, texts.Field(v.Field), fmt.Sprint(v.Born)}
		known := wordsOf(strings.Join(said, "\n"))
		for _, s := range said {
			for w := range wordsOf(spoken.Text(s)) {
				known[w] = true
			}
		}
		for w := range wordsOf(spoken.Text(texts.PublicityWho(v, 0))) {
			known[w] = true // a number beside a word may be said otherwise than alone
		}
		for _, p := range story(v) {
			for w := range wordsOf(spoken.Text(p)) {
				known[w] = true
			}
		}
		forms, err := Of(v)
		if err != nil {
			t.Fatal(err)
		}
		for f, text := range forms {
			for w := range wordsOf(text) {
				if !known[w] && !fixed[w] {
					t.Errorf("%s, %s: %q stands nowhere", name, f, w)
				}
			}
		}
	}
}

// fixedWords are all that the forms may say of their own.
func fixedWords() string {
	return "gương tập thể hộ gia đình điển hình tiên tiến người tốt việc tốt mô hình mới một sinh năm là trong lĩnh vực được giới thiệu " +
		"kết quả thời gian đã được ghi nhận xin trân trọng để mọi người cùng biết và học tập " +
		"kính thưa toàn thể bà con sau đây là bài giới thiệu đến đây là hết cảm ơn đã chú ý lắng nghe " +
		"guongsang dienhinhtientien nguoitotviectot mohinhmoi phattrienkinhte giaoduc yte anninhtrattu nongthonmoi vanhoa giamngheo chuyendoiso cuunguoi"
}

func wordsOf(s string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) }) {
		all[w] = true
	}
	return all
}

// What every form of every sample says stands in testdata/forms.txt, to be read.
func TestFormsAsRead(t *testing.T) {
	var b strings.Builder
	all := samples()
	for _, name := range sortedNames(all) {
		g := gate(all[name])
		forms, err := Of(g.View)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "######## %s\n\n", name)
		for _, f := range All {
			fmt.Fprintf(&b, "==== %s, %d words\n%s\n\n", f, words(forms[f]), forms[f])
		}
		fmt.Fprintf(&b, "==== nguon.txt\n%s\n\n", strings.Join(office.PublicitySource(g.View, texts.PublicitySource{
			Accepted: "Nguyễn Thị Hạnh", At: time.Date(2026, 11, 6, 8, 5, 0, 0, office.Zone), Reading: ReadingTime(forms[Loudspeaker])}), "\n"))
	}
	golden(t, "testdata/forms.txt", b.String())
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, []byte(got)) {
		t.Errorf("%s is not what is made now (-update)", path)
	}
}

func sortedNames(all map[string]report.Example) (names []string) {
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Nothing is made of what may not be published.
func TestRefused(t *testing.T) {
	e := samples()["person"]
	for _, review := range []report.Review{report.Received, report.Returned, report.Retracted, report.Withdrawn} {
		e.Review = review
		g := gate(e)
		if forms, err := Of(g.View); err == nil || forms != nil {
			t.Errorf("%s: %v", review, forms)
		}
		if problems := Check(g, Social, "Một bài viết."); len(problems) != 1 || problems[0].Kind != Refused {
			t.Errorf("%s: %+v", review, problems)
		}
		if _, _, err := Package(t.Context(), Input{View: g.View}); err == nil {
			t.Errorf("%s: a package", review)
		}
	}
	e.Review = report.Accepted
	for _, a := range []privacy.Audience{privacy.Desk, privacy.Internal} {
		if _, err := Of(privacy.Of(e, unit, a, today)); err == nil {
			t.Errorf("forms of what %s sees", a)
		}
	}
	if problems := Check(gate(samples()["person"]), "no form", "Một bài viết."); len(problems) != 1 || problems[0].Kind != Refused {
		t.Errorf("a form that there is not: %+v", problems)
	}
	if problems := Check(privacy.Gate{}, Social, "Một bài viết."); len(problems) != 1 || problems[0].Kind != Refused {
		t.Errorf("the gate of nothing: %+v", problems)
	}
}

// An edit brings in what may not stand, or makes a form too long.
func TestCheckOfEdits(t *testing.T) {
	all := samples()
	for _, test := range []struct {
		sample, edit string
		form         Form
		want         ProblemKind
		found        privacy.FindingKind
	}{
		{"no consent", " Anh Sùng A Dế là dân quân.", Social, Private, privacy.FoundName},
		{"no consent", " Anh Dế rất nhiệt tình.", Channel, Private, privacy.FoundName},
		{"no consent", " Anh ở bản Dền Thàng.", Social, Private, privacy.FoundPlace},
		{"no consent", " Anh sinh năm 1996.", Social, Private, privacy.FoundBirth},
		{"no consent", " SUNG A DE", Article, Private, privacy.FoundName},
		{"child", " Em Giàng A Minh rất ngoan.", Social, Private, privacy.FoundName},
		{"child", " Nhà em ở bản Sin Chải.", ZaloPage, Private, privacy.FoundPlace},
		{"child", " Em học lớp 7A.", Social, Private, privacy.FoundPlace},
		{"child", " Em học Trường PTDTBT THCS Dào San.", Channel, Private, privacy.FoundPlace},
		{"child without consent", " Em Minh rất ngoan.", Social, Private, privacy.FoundName},
		{"household without consent", " Ông Vàng Văn Păn rất vui.", Social, Private, privacy.FoundName},
		{"person", " Và " + strings.Repeat("thêm ", 120), Social, TooLong, ""},
		{"person", " Có 15 hộ.", Loudspeaker, Unspoken, ""},
		{"person", " Theo UBND xã.", Loudspeaker, Unspoken, ""},
		{"person", " Anh rất vui.", Loudspeaker, "", ""},
		{"child", " Em Minh rất ngoan.", Loudspeaker, "", ""},
	} {
		g := gate(all[test.sample])
		forms, err := Of(g.View)
		if err != nil {
			t.Fatal(err)
		}
		problems := Check(g, test.form, forms[test.form]+test.edit)
		ok := len(problems) == 0 && test.want == ""
		for _, p := range problems {
			if p.Says(test.form) == "" {
				t.Errorf("%+v is not told", p)
			}
			ok = ok || p.Kind == test.want && p.Found == test.found
		}
		if !ok {
			t.Errorf("%s, %s with %q: %+v", test.sample, test.form, test.edit, problems)
		}
	}
	g := gate(all["person"])
	for text, want := range map[string]Problem{
		"  ":                                  {Kind: Empty},
		"Tiêu đề":                             {Kind: Empty, Part: SapoPart},
		"Tiêu đề\n\nSapo. Hai câu.":           {Kind: Empty},
		strings.Repeat("a", 151) + "\n\nb\nc": {Kind: TooLong, Part: TitlePart, Has: 151, Most: MaxTitle},
		"a\n\n" + strings.Repeat("b", 301) + "\n\nc": {Kind: TooLong, Part: SapoPart, Has: 301, Most: MaxSapo},
	} {
		if problems := Check(g, Article, text); len(problems) != 1 || problems[0] != want {
			t.Errorf("%.20q: %+v", text, problems)
		}
	}
}

// What is said twice in the same words costs nothing: the same View, the same text.
func TestSameEachTime(t *testing.T) {
	for name, e := range samples() {
		a, err := Of(gate(e).View)
		b, again := Of(gate(e).View)
		if err != nil || again != nil || fmt.Sprint(a) != fmt.Sprint(b) {
			t.Errorf("%s: two texts", name)
		}
	}
}
