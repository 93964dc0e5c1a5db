package report

import "slices"

// A Publicity says how much of the person may be shown when an example is
// published. Inside the agency everything is seen.
type Publicity string

// From the most to the least.
const (
	Openly   Publicity = "openly"   // name and photo
	Named    Publicity = "named"    // name, no photo
	Given    Publicity = "given"    // a child: the given name alone, no face
	Initials Publicity = "initials" // no name, no photo
)

// The ages that decide who has to agree for a child (Law 91/2025/QH15, art. 24).
const (
	adultAge    = 16 // from here a person speaks alone
	speakingAge = 7  // from here a child is asked besides the guardian
)

// Publicity follows from what was agreed to. Of a child never more than the
// given name is shown, and nothing without guardian and child; somebody at
// school whose age nobody gave is shown as a child.
func (e Example) Publicity() Publicity {
	c := e.Content
	agreed := c.Consent == NameAndPhoto || c.Consent == NameOnly
	age := e.Sent.Year() - c.Born
	child := c.Object == Person && c.Born != 0 && age < adultAge
	switch {
	case !agreed, child && !c.GuardianConsent, child && age >= speakingAge && !c.ChildConsent:
		return Initials
	case child, c.Object == Person && c.Born == 0 && slices.Contains(c.Groups, Pupil):
		return Given
	case c.Consent == NameAndPhoto:
		return Openly
	}
	return Named
}
