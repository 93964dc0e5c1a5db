package report

import (
	"reflect"
	"slices"
	"time"
)

// A Deed is what somebody did to a record, as the audit log writes it. What is
// stored once is read for ever: words are added, and never changed.
type Deed string

// The deeds.
const (
	ExampleSent      Deed = "example sent"
	ExampleAmended   Deed = "example amended"   // by its unit, before it was looked at
	ExampleCompleted Deed = "example completed" // by its unit, after it was returned
	ExampleAccepted  Deed = "example accepted"
	ExampleReturned  Deed = "example returned"
	ExampleWithdrawn Deed = "example withdrawn"
	ExampleOnBehalf  Deed = "example recorded on behalf"
	ExampleChosen    Deed = "example chosen" // for one more period, a quarter
	DraftDropped     Deed = "draft thrown away"

	NilReported Deed = "nil filed"
	NilOnBehalf Deed = "nil recorded on behalf"
	NilChanged  Deed = "nil changed"
	NilUndone   Deed = "nil taken back"

	DeadlineExtended Deed = "deadline extended"
	UnitPaused       Deed = "unit paused"
	UnitResumed      Deed = "unit no longer paused"
	UnitChanged      Deed = "unit changed"
	UnitsAdded       Deed = "units added"
	UnitsImported    Deed = "units imported"

	InviteMade      Deed = "invite made"
	InviteUsed      Deed = "invite used"
	InviteRevoked   Deed = "invite revoked"
	AccountLocked   Deed = "locked out after wrong invite codes"
	PostEnded       Deed = "post ended"
	BecameDeputy    Deed = "focal point became deputy"
	MemberChanged   Deed = "member changed"
	MemberGone      Deed = "member unreachable"
	MemberBack      Deed = "member reachable again"
	FileGivenUp     Deed = "file given up"
	DocumentGivenUp Deed = "document given up"
	BackupMade      Deed = "backup made"
)

// Deeds are all of them.
var Deeds = [...]Deed{
	ExampleSent, ExampleAmended, ExampleCompleted, ExampleAccepted, ExampleReturned, ExampleWithdrawn, ExampleOnBehalf, ExampleChosen,
	DraftDropped, NilReported, NilOnBehalf, NilChanged, NilUndone, DeadlineExtended, UnitPaused, UnitResumed, UnitChanged, UnitsAdded,
	UnitsImported, InviteMade, InviteUsed, InviteRevoked, AccountLocked, PostEnded, BecameDeputy, MemberChanged, MemberGone, MemberBack,
	FileGivenUp, DocumentGivenUp, BackupMade,
}

// A Ref says which record a line of the audit log is about: its number and code, and
// names of fields. What stands in the record is never in it, because a line cannot be
// erased. Whatever does not apply is left out.
type Ref struct {
	Example string // number
	Version int    // of the example, as the deed left it
	Unit    string // code
	Period  Period
	Block   string
	Member  int64 // whom it was done to
	Role    Role
	Deputy  bool
	Invite  string   // its hint
	Fields  []string // that changed, as Changed names them
	Count   int      // how many records, where one line speaks of several
	How     string   // a word of the program: the way in which something came, the kind of document
}

// Ref is what the audit log says of a post.
func (p Post) Ref() Ref { return Ref{Role: p.Role, Deputy: p.Deputy, Unit: p.Unit, Block: p.Block} }

// Ref is what the audit log says of an example.
func (e Example) Ref() Ref {
	r := Ref{Example: e.Number, Version: e.Version, Unit: e.Unit}
	if len(e.Periods) > 0 {
		r.Period = e.Periods[0]
	}
	return r
}

// Ref is what the audit log says of an invite.
func (i Invite) Ref() Ref {
	r := i.Post.Ref()
	r.Invite = i.Hint
	return r
}

// With is the same with the names of the fields that changed.
func (r Ref) With(fields ...string) Ref {
	r.Fields = fields
	return r
}

// Changed names the fields in which two records of one kind differ, in their order.
// What is not stored does not count.
func Changed[T Content | Unit | Member](old, now T) (fields []string) {
	a, b := reflect.ValueOf(old), reflect.ValueOf(now)
	for i := range a.NumField() {
		field := a.Type().Field(i)
		if field.Tag.Get("json") != "-" && !same(a.Field(i), b.Field(i)) {
			fields = append(fields, field.Name)
		}
	}
	return fields
}

// same compares what two records have in one field. No list and an empty one are
// the same, times are by the moment that they mean, and a file is the same wherever
// it lies by now.
func same(a, b reflect.Value) bool {
	if a.Kind() == reflect.Slice && a.Len() == 0 && b.Len() == 0 {
		return true
	}
	if files, ok := a.Interface().([]Media); ok {
		return slices.EqualFunc(files, b.Interface().([]Media), func(m, n Media) bool { return m.Unique == n.Unique })
	}
	if at, ok := a.Interface().(time.Time); ok {
		return at.Equal(b.Interface().(time.Time))
	}
	return reflect.DeepEqual(a.Interface(), b.Interface())
}
