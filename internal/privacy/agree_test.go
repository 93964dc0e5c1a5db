package privacy

import (
	"encoding/json"
	"slices"
	"testing"

	"guongsang/internal/report"
)

func TestUncovered(t *testing.T) {
	photo := func(unique string) report.Media { return report.Media{Kind: "photo", Unique: unique} }
	agreed := report.Content{
		Object: report.Person, Name: "Lò Văn Pản", Title: "Hiến đất làm đường", Consent: report.NameAndPhoto, Media: []report.Media{photo("1")},
		Summary: "Tháng 10/2026, ông Lò Văn Pản ở bản Nà Cúng hiến 1.320 m² đất ruộng và vận động 14 hộ cùng làm.",
	}
	for name, test := range map[string]struct {
		change func(*report.Content)
		want   []Reason
	}{
		"nothing":   {func(*report.Content) {}, nil},
		"shortened": {func(c *report.Content) { c.Summary = "Ông Pản hiến 1320 m² đất." }, nil},
		"reworded": {func(c *report.Content) {
			c.Summary = "Trong tháng 10/2026, ông Pản đã hiến 1.320m² đất; Ủy ban nhân dân xã ghi nhận."
		}, nil},
		"a nought before":    {func(c *report.Content) { c.Summary = "Ông Pản vận động 014 hộ." }, nil},
		"initials":           {func(c *report.Content) { c.Summary = "Ông L.V.P. hiến 1.320 m² đất." }, nil},
		"another family":     {func(c *report.Content) { c.Name = "Ông Giàng Văn Pản" }, []Reason{NewName}},
		"another sentence":   {func(c *report.Content) { c.Summary = "Hiến 1.320 m² đất. Có 14 hộ cùng làm." }, nil},
		"a name in capitals": {func(c *report.Content) { c.Summary += " Cùng làm có PÁO." }, []Reason{NewFact}},
		"no space":           {func(c *report.Content) { c.Summary = "Vận động hộ thứ 14,còn hiến đất." }, nil},
		"a number":           {func(c *report.Content) { c.Summary += " Trị giá 50 triệu đồng." }, []Reason{NewFact}},
		"a proper name":      {func(c *report.Content) { c.Summary += " Cùng làm có ông Vàng A Páo." }, []Reason{NewFact}},
		"a field":            {func(c *report.Content) { c.Spread = "Nhiều nhà làm theo" }, []Reason{NewFact}},
		"results":            {func(c *report.Content) { c.Results = "đường đã rộng hơn" }, []Reason{NewFact}},
		"when it was":        {func(c *report.Content) { c.When = "vụ gặt" }, []Reason{NewFact}},
		"an honour":          {func(c *report.Content) { c.Honoured = "giấy khen" }, []Reason{NewFact}},
		"a position":         {func(c *report.Content) { c.Position = "thợ mộc" }, []Reason{NewFact}},
		"a place":            {func(c *report.Content) { c.Place = "ven suối" }, []Reason{NewFact}},
		"the year of birth":  {func(c *report.Content) { c.Born = 1980 }, []Reason{NewFact}},
		"a word of address":  {func(c *report.Content) { c.Name = "Ông Lò Văn Pản" }, nil},
		"a mended accent":    {func(c *report.Content) { c.Name = "Lò Văn Pán" }, nil},
		"another name":       {func(c *report.Content) { c.Name = "Lò Văn Páo" }, []Reason{NewName}},
		"another, addressed": {func(c *report.Content) { c.Name = "Ông Lò Văn Páo" }, []Reason{NewName}},
		"a photo":            {func(c *report.Content) { c.Media = append(c.Media, photo("2")) }, []Reason{NewPhoto}},
		"fewer photos":       {func(c *report.Content) { c.Media = nil }, nil},
		"all":                {func(c *report.Content) { c.Name, c.Born, c.Media = "Páo", 1980, []report.Media{photo("3")} }, []Reason{NewName, NewPhoto, NewFact}},
		"no consent":         {func(c *report.Content) { c.Name, c.Consent = "Páo", report.NotGiven }, nil},
		"from an old record": {func(c *report.Content) { c.Name, c.Agreement = "Páo", report.Agreement{} }, nil},
	} {
		c := agreed
		c.Agreement = Agree(c, report.NewDate(2026, 11, 2))
		test.change(&c)
		kept, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		var read report.Content
		if err := json.Unmarshal(kept, &read); err != nil {
			t.Fatal(err)
		}
		if got := Uncovered(read); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}

// The facts of an agreement are sorted, each once.
func TestFacts(t *testing.T) {
	c := report.Content{Title: "Hiến 320 m² đất", Summary: "Ông Pản ở bản Nà Cúng hiến 1.320 m², rồi 320 m².", Spread: "Nhiều nhà làm theo.", Born: 1970}
	want := []string{"*1970", "+spread", "1320", "2", "320", "cung", "na", "pan"}
	if got := Agree(c, report.NewDate(2026, 11, 2)).Facts; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// What was not agreed to is shown as if nothing had been; of photos only those
// that were not there are left out.
func TestUncoveredIsNotShown(t *testing.T) {
	c := report.Content{Object: report.Person, Name: "Lò Văn Pản", Title: "Ông Pản hiến đất", Consent: report.NameAndPhoto, Media: []report.Media{{Kind: "photo", Unique: "1"}}}
	c.Agreement = Agree(c, report.NewDate(2026, 11, 2))
	c.Media = append(c.Media, report.Media{Kind: "photo", Unique: "2"})
	if v := of(c); v.Name != c.Name || len(v.Photos) != 1 || v.Photos[0].Unique != "1" || !slices.Contains(v.Why, NewPhoto) {
		t.Errorf("%+v", v)
	}
	c.Title = "Ông Pản hiến 300 m² đất"
	if v := of(c); v.Name != "L.V.P." || v.Title != "Ông P. hiến 300 m² đất" || len(v.Photos) != 0 || !slices.Contains(v.Why, NewFact) {
		t.Errorf("%+v", v)
	}
}

// Somebody is asked again only for what would then be shown.
func TestToRenew(t *testing.T) {
	day := report.NewDate(2026, 11, 2)
	photo := func(unique string) report.Media { return report.Media{Kind: "photo", Unique: unique} }
	for name, test := range map[string]struct {
		agreed report.Content
		change func(*report.Content)
		want   []Reason
	}{
		"nothing":                     {report.Content{}, func(*report.Content) {}, nil},
		"a photo":                     {report.Content{}, func(c *report.Content) { c.Media = append(c.Media, photo("2")) }, []Reason{NewPhoto}},
		"a fact":                      {report.Content{}, func(c *report.Content) { c.Results = "14 hộ" }, []Reason{NewFact}},
		"a photo, where none goes":    {report.Content{Consent: report.NameOnly}, func(c *report.Content) { c.Media = append(c.Media, photo("2")) }, nil},
		"a fact and such a photo":     {report.Content{Consent: report.NameOnly}, func(c *report.Content) { c.Results, c.Media = "14 hộ", []report.Media{photo("2")} }, []Reason{NewFact}},
		"a photo of a child":          {report.Content{Under16: report.Yes, GuardianConsent: true, ChildConsent: true}, func(c *report.Content) { c.Media = append(c.Media, photo("2")) }, nil},
		"a fact of a child":           {report.Content{Under16: report.Yes, GuardianConsent: true, ChildConsent: true}, func(c *report.Content) { c.Results = "14 hộ" }, []Reason{NewFact}},
		"a child without the consent": {report.Content{Under16: report.Yes, GuardianConsent: true}, func(c *report.Content) { c.Results = "14 hộ" }, nil},
		"a collective without photos": {report.Content{Object: report.Collective, Name: "Chi hội Phụ nữ bản Nà Cúng"}, func(c *report.Content) { c.Results = "14 hộ" }, nil},
		"a collective with a photo": {report.Content{Object: report.Collective, Name: "Chi hội Phụ nữ bản Nà Cúng", Media: []report.Media{photo("1")}},
			func(c *report.Content) { c.Results = "14 hộ" }, []Reason{NewFact}},
	} {
		c := test.agreed
		if c.Object == "" {
			c.Object, c.Name = report.Person, "Lò Văn Pản"
		}
		if c.Consent == "" {
			c.Consent = report.NameAndPhoto
		}
		c.Agreement = Agree(c, day)
		test.change(&c)
		if got := ToRenew(c, day); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}
