package paste

import "guongsang/internal/intent"

// Consent is the sentence that says what somebody agreed to, where no label does;
// of who passes on what others wrote it is none.
func (p Paste) Consent() string {
	if p.Fields["consent"] != "" || p.passed {
		return ""
	}
	return intent.ConsentTold(p.Rest)
}
