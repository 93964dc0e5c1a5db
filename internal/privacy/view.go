package privacy

import (
	"slices"
	"strings"
	"time"

	"guongsang/internal/report"
)

// An Audience is whom something is made for.
type Audience string

// The audiences.
const (
	Desk     Audience = "desk"     // the agency's desk and the unit itself
	Internal Audience = "internal" // the Council and leaders, where they are allowed it
	Public   Audience = "public"   // everybody else
)

// A View is what may be shown of an example to an audience. It holds nothing
// else of the example and leads back to nothing: whoever makes things for
// others has Views alone.
type View struct {
	Audience Audience
	Hidden   bool     // nothing of it may be shown but the number
	Mark     string   // has to be on what is made of it, if not empty
	Why      []Reason // why not more is shown to everybody

	Number  string
	Review  report.Review
	Periods []report.Period
	Unit    Unit

	Category report.Category
	Object   report.Object
	Field    report.Field
	Groups   []report.Group

	Name      string
	Title     string
	Summary   string
	Results   string
	Spread    string
	When      string
	Honoured  string
	Position  string
	Place     string
	Born      int         // year; 0: unknown, or not shown
	BornOn    report.Date // the same, where the whole date is known
	Photos    []Photo
	More      More
	Child     bool
	Named     bool      // the name stands as it was written
	Publicity Publicity // how much may be shown to everybody, whatever the audience

	Recognition *Recognition // for the desk and internal readers
	Record      *Record      // for the desk alone
}

// A Unit is the unit that introduced an example, as it may be called. The code
// of one that may not be named is left out.
type Unit struct{ Code, Name, Block string }

// A Photo is one that may be shown.
type Photo struct {
	Unique  string
	Hash    string // hex sha256 of the bytes; empty if it came after the example was sent
	Caption string
	Author  string // who took it
}

// A Record is what only the desk and the unit itself are shown.
type Record struct {
	Gender     string
	Ethnicity  string
	Private    Private
	Consent    report.Consent
	PublicName string // as everybody may read it
	Files      int    // beside the photos
	Version    int
	Sent       time.Time
	Received   time.Time
	OnBehalf   string
	Reason     string
	Due        report.Date
	Approval   report.Approval // of the unit's head
}

// Of gives what may be shown of an example, introduced by a unit, to an
// audience on a day. An audience that is not known is shown what everybody is.
func Of(e report.Example, u report.Unit, a Audience, day report.Date) View {
	if a != Desk && !e.Sent.IsZero() && u.Trains(report.DateOf(e.Sent)) {
		return hidden(a, e, Training)
	}
	j := judgeOn(e, day)
	switch a {
	case Desk:
		return forDesk(e, u, j)
	case Internal:
		return internally(e, u, j)
	}
	return publicly(e, u, j)
}

// DeskAndPublic gives what Of gives for the desk and for everybody.
func DeskAndPublic(e report.Example, u report.Unit, day report.Date) (desk, public View) {
	j := judgeOn(e, day)
	return forDesk(e, u, j), publicly(e, u, j)
}

// judgeOn decides what may be shown of an example on a day, with the reasons that
// matter.
func judgeOn(e report.Example, day report.Date) verdict {
	consent := e.Content.Agreement.Day
	if consent.IsZero() && !e.Sent.IsZero() {
		consent = report.DateOf(e.Sent)
	}
	j := judge(e.Content, consent, day)
	j.why = slices.DeleteFunc(j.why, idle(e.Content, j.gaps, day))
	return j
}

// begun is what each audience is shown, or what stands for an example that is
// not shown at all.
func begun(a Audience, e report.Example, j verdict) View {
	return View{Audience: a, Number: e.Number, Review: e.Review, Why: slices.Clone(j.why), Child: j.child, Publicity: j.publicity}
}

func hidden(a Audience, e report.Example, why Reason) View {
	return View{Audience: a, Hidden: true, Number: e.Number, Review: e.Review, Why: []Reason{why}}
}

// Shown reports whether anything of an example in that review may be shown to
// an audience.
func Shown(r report.Review, a Audience) bool {
	_, no := hides(r, a)
	return !no
}

// hides says why nothing of an example may be shown to an audience.
func hides(r report.Review, a Audience) (Reason, bool) {
	switch {
	case a == Desk:
		return "", false
	case r == report.Withdrawn:
		return Withdrawn, true
	case r == report.Retracted:
		return Retracted, true
	case a == Internal && !Accepted(r):
		return NotAccepted, true
	}
	return "", false
}

// Accepted reports whether the agency has taken an example up, so that it may be
// held out as one.
func Accepted(r report.Review) bool {
	return r == report.Accepted || r == report.Selected || r == report.Published
}

// fill gives a View all texts, through a mask.
func (v *View) fill(e report.Example, u report.Unit, m mask) {
	c := e.Content
	v.Periods, v.Groups = slices.Clone(e.Periods), slices.Clone(c.Groups)
	v.Unit = Unit{u.Code, u.Name, u.Block}
	v.Category, v.Object, v.Field = c.Category, c.Object, c.Field
	v.Title, v.Summary, v.Results, v.Spread = m.apply(c.Title), m.apply(c.Summary), m.apply(c.Results), m.apply(c.Spread)
	v.When, v.Honoured, v.Position = m.apply(c.When), m.apply(c.Honoured), m.apply(c.Position)
	v.More = moreOf(c.More, m)
}

// place gives a View what else would tell who somebody is.
func (v *View) place(c report.Content) {
	v.Place, v.Born, v.BornOn = c.Place, max(c.Born, c.BornOn.Year), c.BornOn
}

// addPhotos gives a View the pictures of an example that are asked for.
func (v *View) addPhotos(c report.Content, m mask, shown func(report.Media) bool) {
	for _, media := range c.Media {
		if media.Picture() && shown(media) {
			v.Photos = append(v.Photos, Photo{Unique: media.Unique, Hash: media.Hash, Caption: m.apply(media.Caption), Author: m.apply(media.Author)})
		}
	}
}

func forDesk(e report.Example, u report.Unit, j verdict) View {
	c := e.Content
	v := begun(Desk, e, j)
	v.fill(e, u, mask{})
	v.addPhotos(c, mask{}, func(report.Media) bool { return true })
	v.Name, v.Named = c.Name, true
	v.place(c)
	v.More.addLinks(c.More)
	v.Recognition = recognitionOf(c)
	v.Record = &Record{
		Gender: c.Gender, Ethnicity: c.Ethnicity, Private: privateOf(c.More), Consent: c.Consent, PublicName: j.name(c), Files: len(c.Media) - len(v.Photos),
		Version: e.Version, Sent: e.Sent, Received: e.Received, OnBehalf: e.OnBehalf, Reason: e.Reason, Due: e.Due,
		Approval: e.Approval,
	}
	return v
}

func internally(e report.Example, u report.Unit, j verdict) View {
	if why, ok := hides(e.Review, Internal); ok {
		return hidden(Internal, e, why)
	}
	c := e.Content
	v := begun(Internal, e, j)
	v.Mark = internalUse
	v.fill(e, u, mask{})
	v.Name, v.Named = c.Name, true
	v.place(c)
	v.More.addLinks(c.More)
	v.Recognition = recognitionOf(c)
	v.addPhotos(c, mask{}, j.shows(c))
	return v
}

func publicly(e report.Example, u report.Unit, j verdict) View {
	if why, ok := hides(e.Review, Public); ok {
		return hidden(Public, e, why)
	}
	c := e.Content
	v := begun(Public, e, j)
	m := j.mask(e, u)
	v.fill(e, u, m)
	v.Name, v.Named = j.name(c), j.publicity == Openly || j.publicity == Named
	switch {
	case j.child:
		v.Place = communeOf(c.Place)
		if name := unitOf(u.Name); name != u.Name {
			v.Unit.Code, v.Unit.Name = "", name
		}
		v.More.AuthorUnit = ""
	case v.Named:
		v.place(c)
	}
	if j.photos { // behind a link there are pictures, and the name stands in it
		v.More.addLinks(c.More)
	}
	v.addPhotos(c, m, j.shows(c))
	return v
}

// mask is what hides of texts what everybody may not read.
func (j verdict) mask(e report.Example, u report.Unit) mask {
	m := mask{people: slices.Concat(j.people, j.others), reached: len(j.people) > 0 || j.publicity == Initials}
	if j.child {
		m.around = aroundOf(e.Content, u)
	}
	return m
}

// shows says which photos may be shown to everybody.
func (j verdict) shows(c report.Content) func(report.Media) bool {
	return func(m report.Media) bool { return j.photos && covered(c.Agreement, m) }
}

// photosOf counts the photos that may be shown to everybody.
func (j verdict) photosOf(c report.Content) (n int) {
	shows := j.shows(c)
	for _, m := range c.Media {
		if m.Picture() && shows(m) {
			n++
		}
	}
	return n
}

// name is the name as everybody may read it.
func (j verdict) name(c report.Content) string {
	if !inName(j.people) {
		if j.publicity == Initials {
			return somebody
		}
		return mask{people: j.people}.apply(c.Name)
	}
	if j.child && c.Object == report.Person && c.Category != report.NewModel {
		return someChild + " " + j.children()
	}
	var edits []edit
	for i := range j.people {
		p := &j.people[i]
		if p.beside {
			continue
		}
		s := span{p.from, p.to, p, p.all()}
		if p.byGiven {
			edits = append(edits, edit{j.named.words[p.from].from, j.named.words[p.to-1].to, p.given})
		} else {
			edits = append(edits, j.named.shorten(s))
		}
	}
	// What else stands in the name may name somebody again.
	return mask{people: j.people}.apply(j.named.edit(edits))
}

// children names children: by the given name or by initials.
func (j verdict) children() string {
	var names []string
	for _, p := range j.people {
		if p.beside {
			continue
		}
		if p.byGiven {
			names = append(names, properly(p.given))
		} else {
			names = append(names, p.short(p.all()))
		}
	}
	return strings.Join(names, and)
}

// properly writes a given name with one capital, however it came.
func properly(name string) string {
	if name == strings.ToUpper(name) {
		name = strings.ToLower(name)
	}
	return capitalized(name)
}
