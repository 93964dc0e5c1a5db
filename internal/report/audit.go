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
	DraftSubmitted   Deed = "draft submitted to the head"
	DraftTakenBack   Deed = "draft taken back from the head"
	DraftHandedBack  Deed = "draft handed back by the head"
	DraftApproved    Deed = "draft approved by the head"

	ExampleTaken        Deed = "example taken up"
	ExampleReopened     Deed = "example reopened"
	ExampleSelected     Deed = "example selected"
	ExampleUnselected   Deed = "example no longer selected"
	ExampleForwarded    Deed = "example forwarded"
	ExampleNotForwarded Deed = "example no longer forwarded"
	RulingUndone        Deed = "ruling undone"
	NoteChanged         Deed = "internal note changed"
	InquirySent         Deed = "unit asked"
	InquiryAnswered     Deed = "question answered"
	CorrectionAsked     Deed = "correction asked"
	CorrectionAgreed    Deed = "correction agreed"
	CorrectionRefused   Deed = "correction refused"

	NilReported Deed = "nil filed"
	NilOnBehalf Deed = "nil recorded on behalf"
	NilChanged  Deed = "nil changed"
	NilUndone   Deed = "nil taken back"

	DeadlineExtended Deed = "deadline extended"
	UnitPaused       Deed = "unit paused"
	UnitResumed      Deed = "unit no longer paused"
	UnitsReminded    Deed = "units reminded" // at once, because an officer wished it
	UnitChanged      Deed = "unit changed"
	UnitsAdded       Deed = "units added"
	UnitsImported    Deed = "units imported"

	InviteMade      Deed = "invite made"
	InviteUsed      Deed = "invite used"
	InviteRevoked   Deed = "invite revoked"
	AccountLocked   Deed = "locked out after wrong invite codes"
	PostEnded       Deed = "post ended"
	BecameDeputy    Deed = "focal point became deputy"
	PostMoved       Deed = "post moved to the successor"
	DraftTakenOver  Deed = "draft taken over"
	TrainingDropped Deed = "training thrown away"
	MemberChanged   Deed = "member changed"
	MemberGone      Deed = "member unreachable"
	MemberBack      Deed = "member reachable again"
	FileGivenUp     Deed = "file given up"
	DocumentGivenUp Deed = "document given up"
	BackupMade      Deed = "backup made"
	// InternalPaperMade is the handing over of a document with names that may not be published.
	InternalPaperMade Deed = "internal document made"
	SettingsChanged   Deed = "settings changed" // found at a start; its fields are parts of the configuration

	PublicTextEdited     Deed = "public text edited"
	PublicationSubmitted Deed = "publication submitted"
	PublicationApproved  Deed = "publication approved"
	ApprovedAlone        Deed = "publication approved by the officer alone"
	PublicationDeclined  Deed = "publication declined"
	PostingOrdered       Deed = "posting ordered"
	PostingHastened      Deed = "posting hastened"
	PostingStopped       Deed = "posting stopped"
	PostingDropped       Deed = "posting dropped"
	PostingInDoubt       Deed = "posting in doubt"
	PostingArrived       Deed = "posting arrived"
	PostingNotArrived    Deed = "posting did not arrive"
	ExamplePosted        Deed = "example posted"
	PublishedElsewhere   Deed = "published elsewhere"
	PublicationTakenBack Deed = "publication taken back"
	TakenDownElsewhere   Deed = "taken down elsewhere"
	ConsentWithdrawn     Deed = "consent withdrawn"
	ConsentProofKept     Deed = "proof of consent kept"

	AssessmentEdited    Deed = "assessment edited"       // of a report, by an officer
	AssessmentRedrafted Deed = "assessment drafted anew" // from the figures: what was edited is gone

	DataRequested       Deed = "data request received"
	DataRequestEntered  Deed = "data request entered"
	DataRequestLinked   Deed = "data request linked"
	DataRequestAnswered Deed = "data request acknowledged"
	DataRequestDone     Deed = "data request done"
	DataRequestRefused  Deed = "data request refused"
	ErasureOrdered      Deed = "erasure ordered"
	ExampleErased       Deed = "example erased"
	DraftErased         Deed = "draft erased"
	EvidenceErased      Deed = "proof of consent erased"
	MemberErased        Deed = "member erased"
)

// Deeds are all of them.
var Deeds = [...]Deed{
	ExampleSent, ExampleAmended, ExampleCompleted, ExampleAccepted, ExampleReturned, ExampleWithdrawn, ExampleOnBehalf, ExampleChosen,
	DraftDropped, DraftSubmitted, DraftTakenBack, DraftHandedBack, DraftApproved, NilReported, NilOnBehalf, NilChanged, NilUndone, DeadlineExtended, UnitPaused, UnitResumed, UnitChanged, UnitsAdded, UnitsReminded, ExampleTaken, ExampleReopened, ExampleSelected, ExampleUnselected, ExampleForwarded, ExampleNotForwarded, RulingUndone, NoteChanged, InquirySent, InquiryAnswered, CorrectionAsked, CorrectionAgreed, CorrectionRefused,
	UnitsImported, InviteMade, InviteUsed, InviteRevoked, AccountLocked, PostEnded, BecameDeputy, PostMoved, DraftTakenOver, TrainingDropped, MemberChanged, MemberGone, MemberBack,
	FileGivenUp, DocumentGivenUp, InternalPaperMade, BackupMade, SettingsChanged, PublicTextEdited, PublicationSubmitted, PublicationApproved, ApprovedAlone, PublicationDeclined, PostingOrdered, PostingHastened, PostingStopped, PostingDropped, PostingInDoubt, PostingArrived, PostingNotArrived, ExamplePosted, PublishedElsewhere, PublicationTakenBack, TakenDownElsewhere, ConsentWithdrawn, ConsentProofKept,
	AssessmentEdited, AssessmentRedrafted, DataRequested, DataRequestEntered, DataRequestLinked, DataRequestAnswered, DataRequestDone, DataRequestRefused, ErasureOrdered,
	ExampleErased, DraftErased, EvidenceErased, MemberErased,
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
