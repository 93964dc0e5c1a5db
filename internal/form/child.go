package form

import (
	"fmt"
	"slices"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// adult is the age from which a person speaks alone; a child of speaking age
// is asked besides the guardian (Law 91/2025/QH15, art. 24).
const (
	adult    = 16
	speaking = 7
)

func takeBorn(d *report.Draft, answer string) (note, refusal string) {
	now := d.Changed.Year()
	year, ok := readYear(line(answer), now)
	if !ok {
		return "", texts.BadYear(now)
	}
	if d.Content.Born != year {
		forgetConsents(d)
	}
	d.Content.Born = year
	return "", ""
}

// forgetConsents asks a child and guardian anew.
func forgetConsents(d *report.Draft) {
	d.Content.ChildConsent, d.Content.GuardianConsent = false, false
	d.Asked = slices.DeleteFunc(d.Asked, func(key string) bool { return key == "child" || key == "guardian" })
}

func shownBorn(d report.Draft) string {
	if d.Content.Born == 0 {
		return ""
	}
	return fmt.Sprint(d.Content.Born)
}

// age is how old a person is by the year, or -1 if that is not known. A draft
// is as old as its last change.
func age(c report.Content, year int) int {
	if c.Born == 0 {
		return -1
	}
	return year - c.Born
}

// minor reports whether a child's consents are needed.
func minor(d report.Draft) bool {
	years := age(d.Content, d.Changed.Year())
	return person(d) && years >= 0 && years < adult
}

func needsChild(d report.Draft) bool {
	return minor(d) && age(d.Content, d.Changed.Year()) >= speaking
}

func yesOrNo([]Choice) []Choice {
	return []Choice{{texts.ToYes, "yes"}, {texts.ToNo, "no"}}
}

func chooseChild(d *report.Draft, value string) {
	d.Content.ChildConsent = value == "yes"
	settle(d, "child")
}

func chooseGuardian(d *report.Draft, value string) {
	d.Content.GuardianConsent = value == "yes"
	settle(d, "guardian")
}

func shownChild(d report.Draft) string { return shownYes(d, "child", d.Content.ChildConsent) }

func shownGuardian(d report.Draft) string { return shownYes(d, "guardian", d.Content.GuardianConsent) }

func shownYes(d report.Draft, key string, yes bool) string {
	switch {
	case !slices.Contains(d.Asked, key):
		return ""
	case yes:
		return texts.ToYes
	}
	return texts.ToNo
}

// Treatment says how the name will be treated when it is published.
func Treatment(d report.Draft) texts.Treatment {
	c := d.Content
	switch {
	case minor(d) && (c.Consent == report.NotGiven || !c.GuardianConsent || needsChild(d) && !c.ChildConsent):
		return texts.MinorWithout
	case minor(d):
		return texts.MinorWith
	case c.Consent == report.NotGiven:
		return texts.NameHidden
	case c.Consent == report.NameOnly:
		return texts.PhotoHidden
	}
	return texts.Open
}
