package form

import (
	"strings"

	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/vietnamese"
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
	c := intent.ConsentIn(answer)
	if c == "" {
		return "", texts.PickOne(len(report.Consents))
	}
	chooseConsent(d, string(c))
	return "", ""
}

// longestRefusal is how many words say at most that a name may not be shown.
const longestRefusal = 16

// refusesName reports whether a text says that the name may not be shown: then
// nothing may.
func refusesName(text string) bool {
	s := intent.Words(text)
	said := " " + strings.Join(s.All, " ") + " "
	return len(s.All) <= longestRefusal && (intent.RefusesName(text) || letters.HasPhrase(said, []string{"dung dang nua", "khong dang nua"}))
}

// agrees reports whether a text only says yes.
func agrees(text string) bool {
	s := intent.Words(text)
	if len(s.All) > 8 {
		return false
	}
	said := " " + strings.Join(s.All, " ") + " "
	if strings.Contains(said, " cho ") && len(s.All) > 4 && !letters.HasPhrase(said, []string{"dong y", "dang", "ten", "anh", "cho phep"}) {
		return false // "cho học sinh mượn áo ấm": it tells what was given
	}
	return saysYes().MatchString(said) && !strings.Contains(said, " khong ") && !strings.Contains(said, " chua ")
}

// saysYes is how people say so where a consent is asked for.
var saysYes = letters.Pattern(` (?:` + vietnamese.Yes + `|` + vietnamese.Agreeing + `|co|cho|cho phep|y|dk|dy|yes|dongy|roi|da xin|da hoi) `)

// agreesAloud reports whether a text says by its own words that somebody agreed, where
// nobody asked for that yet: it is no name and no place.
func agreesAloud(text string) bool {
	words := foldedWords(text)
	return len(words) <= 12 && aloud().MatchString(" "+strings.Join(words, " ")+" ")
}

var aloud = letters.Pattern(` (?:` + vietnamese.Agreeing + `|cho phep|xin phep) `)
