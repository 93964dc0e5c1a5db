package form

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// What letters ask besides (report.More): all of it is optional, and can be taken
// out again.

func collective(d report.Draft) bool { return d.Content.Object == report.Collective && noModel(d) }

// besides is a question for a text of what letters ask besides.
func besides(key string, limit int, ask func() string, field func(*report.More) *string, optional rule) Question {
	return plain(key, limit, ask, func(c *report.Content) *string { return field(&c.More) }, never, optional)
}

// theme asks for a movement of the agency's list, or for another by its name.
func theme() Question {
	q := besides("theme", report.MaxName, texts.AskTheme, func(m *report.More) *string { return &m.Theme }, always)
	q.choices = ownChoices
	q.choose = func(d *report.Draft, value string) { d.Content.More.Theme = value }
	return q
}

// ownChoices are those that the caller knows.
func ownChoices(own []Choice) []Choice { return own }

func proposalChoices([]Choice) (list []Choice) {
	for _, p := range report.Proposals {
		list = append(list, Choice{Label: texts.Proposal(p), Value: string(p)})
	}
	return list
}

func chooseProposal(d *report.Draft, value string) { d.Content.More.Proposal = report.Proposal(value) }

// takeProposal takes the recognition that a sentence of a letter names: "Tặng Giấy
// khen của Chủ tịch UBND xã".
func takeProposal(d *report.Draft, answer string) (note, refusal string) {
	said := letters.Fold(answer)
	for _, p := range []struct {
		words    []string
		proposal report.Proposal
	}{
		{[]string{"bang khen", "cap tren", "cap tinh", "chu tich ubnd tinh"}, report.HigherLevel},
		{[]string{"giay khen", "khen thuong"}, report.Certificate},
		{[]string{"bieu duong", "tuyen duong"}, report.Praise},
		{[]string{"tuyen truyen"}, report.OnlyPublicity},
	} {
		for _, words := range p.words {
			if strings.Contains(said, words) {
				d.Content.More.Proposal = p.proposal
				return "", ""
			}
		}
	}
	return "", texts.PickOne(len(report.Proposals))
}

// takeLeads takes yes and no.
func takeLeads(d *report.Draft, answer string) (note, refusal string) {
	switch letters.Fold(strings.TrimRight(strings.TrimSpace(answer), ".")) {
	case "co", "phai", "dung":
		d.Content.More.Leads = report.Yes
	case "khong", "khong phai":
		d.Content.More.Leads = report.No
	default:
		return "", texts.PickOne(len(leadsChoices(nil)))
	}
	return "", ""
}

func chooseCleared(d *report.Draft, who string) { d.Content.More.Cleared = who }

// takeCleared takes who said it from a text: that it is so, without a name, is
// nobody's word.
func takeCleared(d *report.Draft, answer string) (note, refusal string) {
	answer = letters.OneLine(answer)
	if refusal := within(answer, report.MaxName); refusal != "" {
		return "", refusal
	}
	if letters.Count(answer) < 6 {
		return "", texts.ClearedByWhom()
	}
	d.Content.More.Cleared = answer
	return "", ""
}

func leadsChoices([]Choice) []Choice {
	return []Choice{{Label: texts.Leads(report.Yes), Value: report.Yes}, {Label: texts.Leads(report.No), Value: report.No}}
}

// takePhone takes a number of a telephone.
func takePhone(field func(*report.More) *string) func(*report.Draft, string) (note, refusal string) {
	return func(d *report.Draft, answer string) (note, refusal string) {
		number := phone.FindString(answer)
		if number == "" {
			return "", texts.BadPhone()
		}
		*field(&d.Content.More) = strings.TrimSpace(number)
		return "", ""
	}
}

// number is a question for how many there are in a collective.
func number(key string, ask func() string, field func(*report.More) *int) Question {
	return Question{
		Key: key, ask: asking(ask),
		take: func(d *report.Draft, answer string) (note, refusal string) {
			n, err := strconv.Atoi(strings.ReplaceAll(digits.FindString(answer), ".", ""))
			if err != nil || n < 1 || n > report.MaxMembers {
				return "", texts.BadNumber(report.MaxMembers)
			}
			before := d.Content.More
			*field(&d.Content.More) = n
			if m := d.Content.More; m.Members > 0 && m.Women > m.Members {
				d.Content.More = before
				return "", texts.MoreWomen(m.Women, m.Members)
			}
			return "", ""
		},
		shown: func(d report.Draft) string {
			if n := *field(&d.Content.More); n > 0 {
				return fmt.Sprint(n)
			}
			return ""
		},
		clear:  func(c *report.Content) { *field(&c.More) = 0 },
		needed: never, optional: of(collective),
	}
}

var digits = regexp.MustCompile(`\d[\d.]*`)

// link is a question for an address on the web.
func link(key string, ask func() string, field func(*report.More) *string) Question {
	q := besides(key, report.MaxDetail, ask, field, always)
	q.take = func(d *report.Draft, answer string) (note, refusal string) {
		at := address.FindString(letters.OneLine(answer))
		switch {
		case at == "":
			return "", texts.BadLink()
		case letters.Len(at) > report.MaxDetail:
			return "", texts.TooLong(report.MaxDetail, letters.Len(at))
		}
		*field(&d.Content.More) = at
		return "", ""
	}
	return q
}

var address = regexp.MustCompile(`(?i)(?:https?://)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?`)

// SetArticle takes the long text that came as a file, as much of it as there may be,
// and gives how many characters that are. Lines that only say what is never shown to
// others stay out of it: the file has them.
func SetArticle(d *report.Draft, text string) int {
	var kept []string
	for line := range strings.SplitSeq(letters.Tidy(text), "\n") {
		label, _, _ := strings.Cut(line, ":")
		if !unshown[texts.FieldOf(label)] {
			kept = append(kept, line)
		}
	}
	d.Content.More.Article = letters.First(strings.Join(kept, "\n"), report.MaxArticle)
	settle(d, "article")
	return letters.Len(d.Content.More.Article)
}

// unshown are the fields that nobody but the agency and the unit is shown.
var unshown = map[string]bool{"ethnicity": true, "phone": true, "authorphone": true, "cleared": true}
