package handlers

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

func takeBorn(t *turn, d *report.Draft, answer string) (note, refusal string) {
	year, ok := readYear(line(answer), t.today().Year)
	if !ok {
		return "", texts.BadYear(t.today().Year)
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

func yesOrNo(*turn, report.Draft) []choice {
	return []choice{{texts.ToYes, "yes"}, {texts.ToNo, "no"}}
}

func takeChild(_ *turn, d *report.Draft, answer string) (note, refusal string) {
	d.Content.ChildConsent = answer == "yes"
	d.Asked = append(d.Asked, "child")
	return "", ""
}

func takeGuardian(_ *turn, d *report.Draft, answer string) (note, refusal string) {
	d.Content.GuardianConsent = answer == "yes"
	d.Asked = append(d.Asked, "guardian")
	return "", ""
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
