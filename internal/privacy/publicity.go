package privacy

import (
	"slices"

	"guongsang/internal/report"
)

// A Publicity says how much of somebody may be shown to everybody.
type Publicity string

// From the most to the least.
const (
	Openly   Publicity = "openly"   // name and photo
	Named    Publicity = "named"    // name, no photo
	Given    Publicity = "given"    // a child: the given name alone, no photo
	Initials Publicity = "initials" // no name, no photo
)

// A Reason says why something of an example is not shown.
type Reason string

// The reasons.
const (
	Withdrawn   Reason = "withdrawn"   // by the unit
	Retracted   Reason = "retracted"   // by the agency
	Training    Reason = "training"    // the unit only tried the program
	NotAccepted Reason = "notaccepted" // not yet: nothing for internal readers
	NotAgreed   Reason = "notagreed"   // to the name
	NewName     Reason = "newname"     // another one than was agreed to
	NewFact     Reason = "newfact"     // something that was not there when it was agreed to
	NewPhoto    Reason = "newphoto"    // one that was not there
	NoPhoto     Reason = "nophoto"     // not agreed to photos
	Child       Reason = "child"       // a name in part, no photo, no places
	Unsure      Reason = "unsure"      // a child only because nobody knows better
	NoGuardian  Reason = "noguardian"  // who did not agree
	NoOwn       Reason = "noown"       // the child itself did not agree
)

// A verdict is what may be shown of an example.
type verdict struct {
	publicity Publicity
	child     bool
	why       []Reason
	gaps      []Reason // what was not agreed to
	people    []person // those whose name may not stand as it is
	others    []person // nor these, children of whom the texts speak
	named     text     // the name in which they were found
	photos    bool
}

// judge decides what may be shown of an example on a day.
func judge(c report.Content, consent, day report.Date) (v verdict) {
	v.meet(c, consent, day)
	agreed := v.agreed(c)
	given, single := agreed, aboutOne(c)
	if v.child {
		v.why = append(v.why, Child)
		if inDoubt(c, consent, day) {
			v.why = append(v.why, Unsure)
		}
		given = v.guarded(c, consent, day) && agreed
	}
	v.others = children(c, v.people, v.child, day)
	for i := range v.others { // whose given name is that of somebody who may be called by it
		p := &v.others[i]
		p.byGiven = slices.ContainsFunc(v.people, func(own person) bool {
			stands := agreed && !own.child || own.child && given && !own.beside
			return stands && own.name[len(own.name)-1].fold == p.name[len(p.name)-1].fold
		})
	}
	v.people = slices.DeleteFunc(v.people, func(p person) bool { return agreed && !p.child })
	v.people = append(v.people, alsoCalled(c, v.people)...)
	for i := range v.people {
		v.people[i].byGiven = v.people[i].child && given && !v.people[i].beside
	}
	crowd := !single && slices.Contains(c.Groups, report.Pupil) // of faces that nobody asked one by one
	v.photos = agreed && c.Consent == report.NameAndPhoto && !v.child && !crowd
	if c.Consent == report.NameOnly {
		v.why = append(v.why, NoPhoto)
	}
	named := inName(v.people)
	switch {
	case named && !(v.child && given):
		v.publicity = Initials
	case named:
		v.publicity = Given
	case single && !agreed:
		v.publicity = Initials // of a name without letters
	case v.photos:
		v.publicity = Openly
	default:
		v.publicity = Named
	}
	return v
}

// meet finds who is named, and which of them are children.
func (v *verdict) meet(c report.Content, consent, day report.Date) {
	v.named, v.people = about(c)
	v.people = append(v.people, aboutBeside(c)...)
	young, single := isChild(c, consent, day), aboutOne(c)
	v.child = young && single
	for i := range v.people {
		p := &v.people[i]
		// A word of address before somebody's own name only raises a question.
		p.child = young || p.child && !(single && c.Object == report.Person)
		v.child = v.child || p.child && !p.beside
	}
}

// agreed reports whether somebody agreed to what stands in an example now.
func (v *verdict) agreed(c report.Content) bool {
	if c.Consent != report.NameAndPhoto && c.Consent != report.NameOnly {
		v.why = append(v.why, NotAgreed)
		return false
	}
	agreed := true
	v.gaps = Uncovered(c)
	for _, gap := range v.gaps {
		v.why = append(v.why, gap)
		agreed = agreed && gap == NewPhoto
	}
	return agreed
}

// guarded reports whether all agreed who have to for a child.
func (v *verdict) guarded(c report.Content, consent, day report.Date) bool {
	if !c.GuardianConsent {
		v.why = append(v.why, NoGuardian)
	}
	own := !speaks(c, consent, day) || c.ChildConsent
	if !own {
		v.why = append(v.why, NoOwn)
	}
	return c.GuardianConsent && own
}
