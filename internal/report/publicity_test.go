package report

import (
	"testing"
	"time"
)

func TestPublicity(t *testing.T) {
	for name, test := range map[string]struct {
		c    Content
		want Publicity
	}{
		"agreed":                      {Content{Consent: NameAndPhoto}, Openly},
		"name only":                   {Content{Consent: NameOnly}, Named},
		"not agreed":                  {Content{Consent: NotGiven}, Initials},
		"never asked":                 {Content{}, Initials},
		"grown up this year":          {Content{Consent: NameAndPhoto, Born: 2010}, Openly},
		"a child nobody spoke for":    {Content{Consent: NameAndPhoto, Born: 2011}, Initials},
		"a child without guardian":    {Content{Consent: NameAndPhoto, Born: 2011, ChildConsent: true}, Initials},
		"a child who was not asked":   {Content{Consent: NameAndPhoto, Born: 2011, GuardianConsent: true}, Initials},
		"a child, all agreed":         {Content{Consent: NameAndPhoto, Born: 2011, GuardianConsent: true, ChildConsent: true}, Given},
		"too small to be asked":       {Content{Consent: NameAndPhoto, Born: 2021, GuardianConsent: true}, Given},
		"a pupil of no known age":     {Content{Consent: NameAndPhoto, Groups: []Group{Pupil}}, Given},
		"a pupil who did not agree":   {Content{Consent: NotGiven, Groups: []Group{Pupil}}, Initials},
		"a student of known age":      {Content{Consent: NameAndPhoto, Born: 2004, Groups: []Group{Pupil}}, Openly},
		"a collective founded lately": {Content{Object: Collective, Consent: NameAndPhoto, Born: 2020}, Openly},
	} {
		if test.c.Object == "" {
			test.c.Object = Person
		}
		e := Example{Content: test.c, Sent: time.Date(2026, 11, 5, 9, 0, 0, 0, time.UTC)}
		if got := e.Publicity(); got != test.want {
			t.Errorf("%s: %s, want %s", name, got, test.want)
		}
	}
}
