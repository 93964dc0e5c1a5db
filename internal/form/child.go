package form

import (
	"fmt"
	"slices"

	"guongsang/internal/dates"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// today is the day on which a draft is written: that of its last change.
func today(d report.Draft) report.Date { return report.DateOf(d.Changed) }

// takeBorn takes a year or a date of birth. It is better than what was answered
// about the age.
func takeBorn(d *report.Draft, answer string) (note, refusal string) {
	born, ok := dates.Born(answer, today(*d))
	if !ok {
		return "", texts.BadBorn(today(*d).Year)
	}
	on := born
	if born.Month == 0 {
		on = report.Date{}
	}
	changeAge(d, func(c *report.Content) { c.Born, c.BornOn, c.Under16 = born.Year, on, "" })
	return "", ""
}

func shownBorn(d report.Draft) string {
	switch c := d.Content; {
	case !c.BornOn.IsZero():
		return texts.Day(c.BornOn)
	case c.Born != 0:
		return fmt.Sprint(c.Born)
	}
	return ""
}

// needsAge reports whether it is asked if somebody is under 16: where something
// makes one think of a child, and no more than that is known.
func needsAge(d report.Draft, u report.Unit) bool {
	return person(d) && d.Content.Under16 != "" || privacy.AskAge(d.Content, u)
}

func ageChoices([]Choice) []Choice {
	return []Choice{{Label: texts.Age(report.Yes), Value: report.Yes}, {Label: texts.Age(report.No), Value: report.No}}
}

func chooseAge(d *report.Draft, value string) {
	changeAge(d, func(c *report.Content) { c.Under16 = value })
}

func shownAge(d report.Draft) string { return texts.Age(d.Content.Under16) }

// forgetAge forgets what was answered about the age of a person when a draft is
// no longer about one.
func forgetAge(d *report.Draft) {
	if !person(*d) {
		d.Content.Under16 = ""
	}
}

// changeAge changes what is known of somebody's age. If others have to agree by
// that, they are asked anew.
func changeAge(d *report.Draft, change func(*report.Content)) {
	guardian, own := needsGuardian(*d), needsChild(*d)
	change(&d.Content)
	if needsGuardian(*d) == guardian && needsChild(*d) == own {
		return
	}
	d.Content.ChildConsent, d.Content.GuardianConsent = false, false
	d.Asked = slices.DeleteFunc(d.Asked, func(key string) bool { return key == "child" || key == "guardian" })
}

func needsGuardian(d report.Draft) bool { return privacy.IsChild(d.Content, today(d)) }

func needsChild(d report.Draft) bool { return privacy.OwnConsent(d.Content, today(d)) }

func askChild(d report.Draft) string {
	return texts.AskChild(d.Content, privacy.AgeInDoubt(d.Content, today(d)))
}

func askGuardian(d report.Draft) string {
	return texts.AskGuardian(d.Content, privacy.AgeInDoubt(d.Content, today(d)))
}

func yesOrNo([]Choice) []Choice {
	return []Choice{{Label: texts.ToYes, Value: report.Yes}, {Label: texts.ToNo, Value: report.No}}
}

func chooseChild(d *report.Draft, value string) {
	d.Content.ChildConsent = value == report.Yes
	settle(d, "child")
}

// chooseGuardian takes the guardian's answer, which is the last of all and given
// for what stands in the draft by then.
func chooseGuardian(d *report.Draft, value string) {
	d.Content.GuardianConsent = value == report.Yes
	settle(d, "guardian")
	if d.Content.GuardianConsent {
		agree(d)
	}
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

// Asked are the questions that were answered in an example when it was sent, as far
// as the answers do not say so themselves.
func Asked(e report.Example) (keys []string) {
	sent := report.DateOf(e.Sent)
	if VoiceOnly(e.Content) {
		keys = append(keys, "summary")
	}
	if privacy.OwnConsent(e.Content, sent) {
		keys = append(keys, "child")
	}
	if privacy.IsChild(e.Content, sent) {
		keys = append(keys, "guardian")
	}
	return keys
}
