package privacy

import (
	"testing"

	"guongsang/internal/report"
)

func TestWhoIsAChild(t *testing.T) {
	day := report.NewDate
	nov := day(2026, 11, 2)
	for name, test := range map[string]struct {
		c            report.Content
		consent, day report.Date
		child, own   bool
	}{
		"sixteen by the year alone":             {report.Content{Born: 2010}, nov, nov, true, true},
		"seventeen":                             {report.Content{Born: 2009}, nov, nov, false, false},
		"sixteen today":                         {report.Content{Born: 2010, BornOn: day(2010, 11, 2)}, nov, nov, false, false},
		"sixteen tomorrow":                      {report.Content{Born: 2010, BornOn: day(2010, 11, 3)}, nov, nov, true, true},
		"sixteen within this month":             {report.Content{Born: 2010, BornOn: report.Date{Year: 2010, Month: 11}}, nov, nov, true, true},
		"sixteen since last month":              {report.Content{Born: 2010, BornOn: report.Date{Year: 2010, Month: 10}}, nov, nov, false, false},
		"seven within this month":               {report.Content{Born: 2019, BornOn: report.Date{Year: 2019, Month: 11}}, nov, nov, true, true},
		"sixteen when it leaves":                {report.Content{BornOn: day(2010, 11, 3)}, nov, day(2026, 11, 20), true, true},
		"seventeen when it leaves":              {report.Content{Born: 2010}, nov, day(2027, 1, 5), true, true},
		"before the consent":                    {report.Content{Born: 2010}, day(2027, 1, 5), nov, true, true},
		"six":                                   {report.Content{Born: 2020}, nov, nov, true, false},
		"seven this year":                       {report.Content{Born: 2019}, nov, nov, true, true},
		"seven when it leaves":                  {report.Content{BornOn: day(2019, 11, 3)}, nov, day(2026, 11, 3), true, true},
		"not yet seven":                         {report.Content{BornOn: day(2019, 11, 4)}, nov, day(2026, 11, 3), true, false},
		"a pupil":                               {report.Content{Groups: []report.Group{report.Pupil}}, nov, nov, true, true},
		"a pupil of age":                        {report.Content{Groups: []report.Group{report.Pupil}, Born: 2004}, nov, nov, false, false},
		"a pupil who is said to be of age":      {report.Content{Groups: []report.Group{report.Pupil}, Under16: report.No}, nov, nov, false, false},
		"said to be a child":                    {report.Content{Under16: report.Yes}, nov, nov, true, true},
		"said not to be, but born so":           {report.Content{Under16: report.No, Born: 2015}, nov, nov, true, true},
		"position of a pupil":                   {report.Content{Position: "Học sinh"}, nov, nov, true, true},
		"position of a pupil, short":            {report.Content{Position: "HS lớp 7"}, nov, nov, true, true},
		"a class as position":                   {report.Content{Position: "Lớp 5A"}, nov, nov, true, true},
		"a class, without accents":              {report.Content{Position: "lop 5a"}, nov, nov, true, true},
		"who teaches pupils":                    {report.Content{Position: "Giáo viên dạy học sinh lớp 5"}, nov, nov, false, false},
		"who has pupils":                        {report.Content{Position: "Phụ huynh học sinh"}, nov, nov, false, false},
		"who looks after children":              {report.Content{Position: "Phụ trách thiếu nhi"}, nov, nov, false, false},
		"who was a pupil":                       {report.Content{Position: "Cựu học sinh"}, nov, nov, false, false},
		"a farmer":                              {report.Content{Position: "Nông dân"}, nov, nov, false, false},
		"addressed as a child: only a question": {report.Content{Name: "Em Giàng A Minh"}, nov, nov, false, false},
		"a collective founded lately":           {report.Content{Object: report.Collective, Born: 2020}, nov, nov, false, false},
	} {
		if test.c.Object == "" {
			test.c.Object = report.Person
		}
		child := isChild(test.c, test.consent, test.day)
		if test.consent == test.day && (IsChild(test.c, test.day) != test.child || OwnConsent(test.c, test.day) != test.own) {
			t.Errorf("%s: asked of a child %t, of itself %t", name, IsChild(test.c, test.day), OwnConsent(test.c, test.day))
		}
		if own := child && speaks(test.c, test.consent, test.day); child != test.child || own != test.own {
			t.Errorf("%s: child %t, asked %t", name, child, own)
		}
	}
}

// Persons in the name of a collective or a model are asked like others; whoever
// was a child when agreeing is one until the consent is given anew.
func TestWhoseConsentsAreNeeded(t *testing.T) {
	day := report.NewDate
	nov := day(2026, 11, 2)
	for name, test := range map[string]struct {
		c                 report.Content
		child, own, doubt bool
	}{
		"two children":             {report.Content{Object: report.Collective, Name: "Hai em Giàng A Minh và Lò Thị Mai"}, true, true, false},
		"founded six years ago":    {report.Content{Object: report.Collective, Name: "Hai em Giàng A Minh và Lò Thị Mai", Born: 2020}, true, true, false},
		"two adults":               {report.Content{Object: report.Collective, Name: "Hai anh Giàng A Minh và Lò Văn Mai"}, false, false, false},
		"a model of a child":       {report.Content{Category: report.NewModel, Object: report.Person, Name: "Tủ sách của em Giàng A Minh"}, true, true, false},
		"sixteen by the year":      {report.Content{Born: 2010}, true, true, true},
		"fifteen by the year":      {report.Content{Born: 2011}, true, true, false},
		"tomorrow sixteen":         {report.Content{Born: 2010, BornOn: day(2010, 11, 3)}, true, true, false},
		"said to be a child":       {report.Content{Under16: report.Yes}, true, true, false},
		"a pupil":                  {report.Content{Groups: []report.Group{report.Pupil}}, true, true, true},
		"an adult":                 {report.Content{Born: 1980}, false, false, false},
		"a child when agreeing":    {report.Content{Born: 2009, Agreement: report.Agreement{Day: day(2025, 11, 2)}}, true, true, true},
		"agreed as an adult since": {report.Content{Born: 2009, Agreement: report.Agreement{Day: nov}}, false, false, false},
	} {
		if test.c.Object == "" {
			test.c.Object, test.c.Name = report.Person, "Giàng A Minh"
		}
		if child, own, doubt := IsChild(test.c, nov), OwnConsent(test.c, nov), AgeInDoubt(test.c, nov); child != test.child || own != test.own || doubt != test.doubt {
			t.Errorf("%s: child %t, own %t, doubt %t", name, child, own, doubt)
		}
	}
}

func TestAskAge(t *testing.T) {
	commune, school := "Ủy ban nhân dân xã Dào San", "Trường PTDTBT Tiểu học Nậm Xe"
	for name, test := range map[string]struct {
		c    report.Content
		unit string
		ask  bool
	}{
		"nothing":                        {report.Content{Title: "Nhặt được ví, trả lại người mất"}, commune, false},
		"a school":                       {report.Content{Title: "Nhặt được ví, trả lại bà Vàng Thị Sớ"}, school, true},
		"the market is no school":        {report.Content{}, "Đội Quản lý thị trường số 2", false},
		"the education office is none":   {report.Content{}, "Phòng Giáo dục và Đào tạo", false},
		"addressed":                      {report.Content{Name: "Em Giàng A Minh"}, commune, true},
		"addressed in the text":          {report.Content{Summary: "Trên đường về, em Minh nhặt được ví."}, commune, true},
		"addressed as an adult":          {report.Content{Summary: "Trên đường về, anh Minh cứu hai em học sinh lớp 5A."}, school, false},
		"praised by a teacher":           {report.Content{Title: "Thầy giáo khen em Minh"}, school, true},
		"a teacher":                      {report.Content{Title: "Cô giáo cắm bản 9 năm, vận động học sinh ra lớp"}, school, false},
		"a teacher by position":          {report.Content{Position: "Giáo viên", Title: "Dạy học sinh lớp 5"}, school, false},
		"police":                         {report.Content{Position: "Công an xã", Title: "Lao xuống suối lũ cứu hai em nhỏ"}, commune, false},
		"a class":                        {report.Content{Summary: "Đang học lớp 8, nhặt được ví."}, commune, true},
		"a farmer":                       {report.Content{Groups: []report.Group{report.Farmer}}, school, false},
		"of a group of any age":          {report.Content{Groups: []report.Group{report.Border}}, school, true},
		"pupils in the text":             {report.Content{Summary: "Được các bạn học sinh noi theo."}, commune, true},
		"spoken of as a man":             {report.Content{Summary: "Tháng 10/2026 ông hiến đất mở đường dài 600 m. Ông còn vận động 11 hộ, học sinh đi học đỡ lầy lội."}, commune, false},
		"another one is spoken of":       {report.Content{Summary: "Đang học lớp 8, nhặt được ví của bà Sớ. Bà rất cảm ơn."}, commune, true},
		"gone on about as a man":         {report.Content{Summary: "Tháng 10/2026 hiến đất mở đường. Ông còn vận động học sinh ra lớp."}, commune, false},
		"gone on about as a woman":       {report.Content{Summary: "Tháng 10/2026 hiến đất mở đường. Bà còn vận động học sinh ra lớp."}, commune, false},
		"gone on about as a young man":   {report.Content{Summary: "Tháng 10/2026 hiến đất mở đường. Anh còn vận động học sinh ra lớp."}, commune, false},
		"gone on about as a young woman": {report.Content{Summary: "Tháng 10/2026 hiến đất mở đường. Chị còn vận động học sinh ra lớp."}, commune, false},
		"whom the child helps":           {report.Content{Summary: "Đang học lớp 8, dắt ông qua suối."}, commune, true},
		"three years":                    {report.Content{Summary: "Ba năm liền giúp học sinh lớp 5."}, commune, true},
		"a teacher, no title":            {report.Content{Summary: "Cô giáo cắm bản 9 năm."}, school, false},
		"who is a teacher":               {report.Content{Title: "Là cô giáo cắm bản 9 năm"}, school, false},
		"a teacher in the results":       {report.Content{Title: "Nhặt được ví", Results: "Cô giáo khen trước toàn trường."}, school, true},
		"the year is known":              {report.Content{Born: 1980}, school, false},
		"answered":                       {report.Content{Under16: report.No}, school, false},
		"known as a pupil":               {report.Content{Groups: []report.Group{report.Pupil}}, school, false},
		"a household":                    {report.Content{Object: report.Household}, school, false},
	} {
		if test.c.Object == "" {
			test.c.Object = report.Person
		}
		if test.c.Name == "" {
			test.c.Name = "Giàng A Minh"
		}
		if got := AskAge(test.c, report.Unit{Name: test.unit}); got != test.ask {
			t.Errorf("%s: asks %t", name, got)
		}
	}
}
