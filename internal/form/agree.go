package form

import (
	"strings"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// chooseConsent takes what somebody agreed to have published. It covers what
// stands in the draft by then.
func chooseConsent(d *report.Draft, value string) {
	d.Content.Consent = report.Consent(value)
	agree(d)
}

// agree keeps what the consent covers from now on.
func agree(d *report.Draft) {
	d.Content.Agreement, d.Declined = report.Agreement{}, report.Agreement{}
	if c := d.Content.Consent; c == report.NameAndPhoto || c == report.NameOnly {
		d.Content.Agreement = privacy.Agree(d.Content, today(*d))
	}
}

// ToRenew lists what came into a draft after the consent and has to be asked
// about before it is sent: what would be shown if it were agreed to, and was not
// declined yet.
func ToRenew(d report.Draft) []privacy.Reason {
	if !d.Declined.Day.IsZero() {
		seen := d.Content
		seen.Agreement = d.Declined
		if len(privacy.Uncovered(seen)) == 0 {
			return nil
		}
	}
	return privacy.ToRenew(d.Content, today(d))
}

// Renew notes whether the consent covers what is new as well. If not, it is not
// shown, and not asked about again.
func Renew(d *report.Draft, yes bool) {
	if yes {
		agree(d)
	} else {
		d.Declined = privacy.Agree(d.Content, today(*d))
	}
}

// takeConsent takes a consent in words. That somebody agrees does not say to
// what.
func takeConsent(d *report.Draft, answer string) (note, refusal string) {
	c := consentIn(wordsOf(answer))
	if c == "" {
		return "", texts.PickOne(len(report.Consents))
	}
	chooseConsent(d, string(c))
	return "", ""
}

// consentIn is the consent that a sentence gives, if it says one.
func consentIn(s sentence) report.Consent {
	said := " " + strings.Join(s.all, " ") + " "
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(said, " "+w+" ") {
				return true
			}
		}
		return false
	}
	if len(s.all) > 16 {
		return ""
	}
	photo := has("anh") && (has("ten va anh", "ten lan anh", "ca anh", "ten anh", "dang anh", "hinh anh", "va anh", "anh luon", "anh nua", "con anh", "khong anh", "anh khong", "anh thi", "cho anh", "ten cung anh", "ten voi anh", "bo anh", "tru anh", "dung anh", "dua anh") || marked(s.text, "anh")) || has("hinh")
	name := has("ten")
	switch whole := strings.Join(trimCourtesy(s.all), " "); {
	case whole == "khong", whole == "chua":
		return report.NotGiven
	case name && photo && !has("khong dong y ten", "khong dong y dang ten", "khong cho ten", "khong cho dang ten", "chua dong y ten", "chua dong y dang ten", "chua cho dang ten", "ten khong") &&
		has("dong y ten", "dong y dang ten", "cho ten", "cho dang ten") && has("khong dong y anh", "khong dong y dang anh", "khong cho anh", "khong cho dang anh", "khong dong y hinh"):
		return report.NameOnly
	case has("chua hoi", "chua xin", "chua dong y", "khong dong y", "khong cho", "chua cho", "tu choi", "chua biet", "de hoi lai", "hoi lai", "khong muon", "chua co y kien", "chua duoc phep", "khong cho dang", "chua lien he", "chua gap") && !name && !photo,
		has("khong dong y") && !has("anh khong dong y"), has("chua hoi", "chua xin phep"):
		return report.NotGiven
	case has("chi ten", "moi ten", "ten thoi", "chi dang ten", "chi dong y ten", "chi cho ten", "rieng ten", "chi cho dang ten", "moi dong y ten", "chi neu ten", "chi lay ten"),
		name && has("anh thi khong", "khong anh", "khong dang anh", "anh khong", "khong cho anh", "bo anh", "tru anh", "khong co anh", "khong hinh", "hinh thi khong", "khong dang hinh", "khong dua anh", "khong cho dang anh", "anh thi chua", "chua dong y anh", "khong dong y anh", "khong dung anh"):
		return report.NameOnly
	case has("nhung", "mien la", "voi dieu kien", "che mat", "giau"): // a condition is asked about
	case has("ca hai", "ca 2", "tat ca", "het luon", "ca ten va anh", "ca ten lan anh", "ca ten ca anh", "ca ten anh"), name && photo && !has("khong", "chua"), has("dong y het", "dong y tat", "ca anh"):
		return report.NameAndPhoto
	}
	return ""
}

// ofConsent reports whether a sentence speaks of what may be published: it gives
// a consent where none is asked for. "Tất cả" and "không" answer what is asked.
func ofConsent(s sentence) bool {
	said := " " + strings.Join(s.all, " ") + " "
	return hasAny(said, []string{"dong y", "ten", "dang", "hinh", "xin phep", "cho phep", "hoi"}) || marked(s.text, "anh")
}

// refusesPhoto reports whether a sentence says that photos may not be shown, and
// nothing of the name.
func refusesPhoto(s sentence) bool {
	said := " " + strings.Join(s.all, " ") + " "
	return marked(s.text, "anh") && !hasAny(said, []string{"ten"}) &&
		hasAny(said, []string{"khong cho dang anh", "khong cho anh", "khong dang anh", "khong dong y anh", "khong dong y dang anh", "khong muon dang anh", "bo anh", "dung dang anh"})
}

// refusesName reports whether a sentence says that the name may not be shown: then
// nothing may.
func refusesName(s sentence) bool {
	said := " " + strings.Join(s.all, " ") + " "
	return len(s.all) <= 16 && hasAny(said, []string{"dung dang ten", "dung ghi ten", "khong dang ten", "khong cho dang ten", "khong dong y dang ten", "khong muon dang ten", "dung neu ten", "khong neu ten", "bo ten", "giau ten", "dung dang nua", "khong dang nua"})
}

// agrees reports whether a text only says yes.
func agrees(text string) bool {
	s := wordsOf(text)
	if len(s.all) > 8 {
		return false
	}
	said := " " + strings.Join(s.all, " ") + " "
	for _, yes := range []string{"dong y", "ok", "roi", "duoc", "vang", "co", "cho phep", "nhat tri", "da xin", "u", "uh", "da hoi", "y", "da", "dk", "dy", "cho", "yes", "dongy", "da dong y", "xin roi", "dang duoc"} {
		if strings.Contains(said, " "+yes+" ") {
			return !strings.Contains(said, " khong ") && !strings.Contains(said, " chua ")
		}
	}
	return false
}
