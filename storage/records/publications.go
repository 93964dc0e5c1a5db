package records

import (
	"slices"
	"time"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// A Progress is how far the publication of an example has come.
type Progress string

// The steps from the choice to the end. Refused, stopped, or dropped at the gate, a
// publication is where it began: chosen.
const (
	Chosen    Progress = "chosen"    // by an officer
	Submitted Progress = "submitted" // a leader is asked
	Approved  Progress = "approved"  // by a leader, or by an officer where the configuration says so
	Waiting   Progress = "waiting"   // in the waiting room, in which any officer can stop it
	Queued    Progress = "queued"    // handed to the outbox
	Doubtful  Progress = "doubtful"  // nobody knows whether it is in the channel: officers are asked
	Posted    Progress = "posted"    // in the channel
	TakenBack Progress = "takenback" // gỡ
)

// A Publication (tuyên truyền) is what became of an example after it was chosen for
// publication: in which words, by whose leave, where it stands, and how it was taken
// back. There is one for each example that ever was chosen.
type Publication struct {
	Number   string
	Version  int // grows with every change; buttons carry it
	Progress Progress
	Since    time.Time // of the step

	// Edited has the forms that an officer put into other words, by their names.
	Edited map[string]string `json:",omitempty"`
	// Ruling is what a leader said last. It holds for those words and that View alone.
	Ruling Ruling `json:",omitzero"`

	PostAt   time.Time `json:",omitzero"`  // Waiting: when that ends
	By       int64     `json:",omitempty"` // who asked for the posting
	Postings int       `json:",omitempty"` // how often it was handed to the outbox
	Follow   int       `json:",omitempty"` // messages with the rest of the text of which it is not known yet whether they arrived

	Channel  int64   `json:",omitempty"` // where it was posted
	Called   string  `json:",omitempty"` // as which the configuration knew that channel then
	Messages []int64 `json:",omitempty"` // all parts, but for what is Unnumbered
	// Unnumbered is set where other parts stand in the channel under numbers that nobody told.
	Unnumbered bool      `json:",omitempty"`
	Link       string    `json:",omitempty"`
	At         time.Time `json:",omitzero"` // when it was published first, wherever

	Places []Place `json:",omitempty"` // beside the channel, entered by hand

	// Recalled is set where the publication was stopped or taken back while nobody
	// knew yet what became of its posting: what arrived all the same is taken out.
	Recalled bool `json:",omitempty"`

	Reason   string      `json:",omitempty"` // why it was taken back
	TakenBy  int64       `json:",omitempty"`
	TakenAt  time.Time   `json:",omitzero"`
	Replaced int         `json:",omitempty"` // messages of the channel that could not be deleted and say that it was taken back
	Removing []int64     `json:",omitempty"` // messages of which it is not known yet
	Reminded report.Date `json:",omitzero"`  // when officers were last told of the places that are open, or asked where it is in doubt
	Erased   bool        `json:",omitempty"` // its example was: a link stays only until it was taken down there
}

// A Ruling is a leader's answer, or an officer's own where there is nobody else.
type Ruling struct {
	By    int64
	At    time.Time
	Yes   bool
	Alone bool   `json:",omitempty"` // by the officer's own leave
	Says  string `json:",omitempty"` // why not
	For   string // the mark of what was shown
}

// A Place is where an example was published by hand.
type Place struct {
	Kind string // bao, dai, cong, zalo, facebook, loa
	Link string `json:",omitempty"`
	Day  report.Date
	By   int64
	Gone report.Date `json:",omitzero"` // when it was taken down there
}

// OnItsWay reports whether a publication is between the outbox and the channel, or
// in it.
func (p Publication) OnItsWay() bool { return p.Progress == Queued || p.Progress == Posted }

// Public reports whether it can be read somewhere.
func (p Publication) Public() bool {
	return p.Progress == Posted || p.Progress != TakenBack && p.Open() > 0
}

// Settled reports whether nothing of it stands anywhere that has to be taken back
// before the example can be anything else than published.
func (p Publication) Settled() bool { return !p.Public() && p.Progress != Doubtful }

// Stopped is a publication where it began: nothing of it goes out, and what went out
// while nobody knew is taken out again.
func (p Publication) Stopped(now time.Time) Publication {
	p.Recalled = p.Recalled || p.Progress == Queued
	p.Progress, p.Since, p.PostAt, p.Ruling = Chosen, now, time.Time{}, Ruling{}
	return p
}

// Open is the places at which it was not taken down yet.
func (p Publication) Open() (n int) {
	for _, place := range p.Places {
		if place.Gone.IsZero() {
			n++
		}
	}
	return n
}

// pending reports whether the clock has to look at it.
func (p Publication) pending() bool {
	if p.Recalled || len(p.Removing) > 0 {
		return true
	}
	switch p.Progress {
	case Waiting, Queued:
		return true
	case Posted:
		return p.Follow > 0
	case TakenBack:
		return p.Open() > 0
	case Doubtful: // officers are reminded until one answers
		return true
	}
	return false
}

// Publication is that of an example.
func (tx *Snapshot) Publication(number string) (p Publication, err error) {
	k, err := exampleKey(number)
	if err != nil {
		return p, kv.ErrNotFound
	}
	return p, kv.Get(tx, layout.BucketPublications, k, &p)
}

// PutPublication writes a publication in its next version.
func (tx *Tx) PutPublication(p Publication) error {
	k, err := exampleKey(p.Number)
	if err != nil {
		return err
	}
	if p.Erased {
		if p, err = tx.forgetLinks(p); err != nil {
			return err
		}
	}
	if p.pending() {
		err = kv.PutRaw(tx, layout.BucketPublishing, k, nil)
	} else {
		err = kv.Delete(tx, layout.BucketPublishing, k)
	}
	if err != nil {
		return err
	}
	e, err := tx.Example(p.Number)
	if IgnoreNotFound(err) != nil {
		return err
	}
	p.Version++
	if err := kv.Put(tx, layout.BucketPublications, k, p); err != nil {
		return err
	}
	return tx.listPublication(p, e)
}

// forgetLinks takes the links out at which nothing is to be taken down any more.
func (tx *Tx) forgetLinks(p Publication) (Publication, error) {
	p.Reason, p.Places = "", slices.Clone(p.Places)
	for i := range p.Places {
		if !p.Places[i].Gone.IsZero() {
			p.Places[i].Link = ""
		}
	}
	if !p.Recalled && len(p.Removing) == 0 {
		p.Link = ""
	}
	return p, tx.PutMark(ErasedMark, tx.Now)
}

// choose begins the publication of an example that was chosen, or begins it anew.
// One that is no longer chosen waits for nothing, whichever way it came to that.
func (tx *Tx) choose(old, e report.Example) error {
	p, err := tx.Publication(e.Number)
	if err = IgnoreNotFound(err); err != nil {
		return err
	}
	switch {
	case e.Review == report.Selected && (p.Number == "" || p.Progress == TakenBack) && old.Review != report.Selected:
		// what is known of an end before stays in the audit log
		p.Messages, p.Link, p.Reason, p.TakenBy, p.TakenAt, p.Replaced = nil, "", "", 0, time.Time{}, 0
		p.Number = e.Number
		p = p.Stopped(tx.Now)
		err = tx.PutPublication(p)
	case p.Number == "":
		return nil
	case !e.ForPublicity() && slices.Contains([]Progress{Submitted, Approved, Waiting, Queued}, p.Progress):
		p = p.Stopped(tx.Now)
		err = tx.PutPublication(p)
	}
	if err != nil {
		return err
	}
	return tx.listPublication(p, e)
}

// Publishing lists those at which the clock has to look.
func (tx *Snapshot) Publishing() (all []Publication, err error) {
	err = kv.Each(tx, layout.BucketPublishing, nil, func(k, _ []byte) error {
		p, err := tx.Publication(numberOf(layout.Tuple(k)))
		all = append(all, p)
		return err
	})
	return all, err
}

// Gate is the gate through which all goes that is published of an example: what
// everybody may see of it today, and what may not stand in a text about it.
func (tx *Snapshot) Gate(number string) (g privacy.Gate, err error) {
	e, err := tx.Example(number)
	if err != nil {
		return g, err
	}
	u, err := tx.Unit(e.Unit)
	return privacy.GateOf(e, u, privacy.Public, report.DateOf(tx.Now.In(tx.rules.Zone))), err
}

// An Evidence is a proof of consent: a photo of a signed sheet, or a voice note. It
// is for the desk and is never published.
type Evidence struct {
	Example string
	Unique  string
	FileID  string
	Kind    string
	MIME    string `json:",omitempty"`
	Name    string `json:",omitempty"`
	By      int64
	At      time.Time
}

// AddEvidence keeps a proof of the consent to an example.
func (tx *Tx) AddEvidence(e Evidence) error {
	k, err := exampleKey(e.Example)
	if err != nil {
		return err
	}
	seq, err := kv.Next(tx, layout.BucketEvidence)
	if err != nil {
		return err
	}
	return kv.Put(tx, layout.BucketEvidence, append(k, layout.Key(seq)...), e)
}

// EvidenceOf lists the proofs of consent to an example, oldest first.
func (tx *Snapshot) EvidenceOf(number string) ([]Evidence, error) {
	k, err := exampleKey(number)
	if err != nil {
		return nil, err
	}
	return kv.List[Evidence](tx, layout.BucketEvidence, k)
}

// PutChannel notes as which chat the messenger knows a channel of that name.
func (tx *Tx) PutChannel(name string, chat int64) error {
	return kv.PutRaw(tx, layout.BucketMeta, layout.Key("channel", name), layout.Key(chat))
}

// Channel is the chat of a channel; 0 while the messenger has not told it.
func (tx *Snapshot) Channel(name string) int64 {
	t := layout.Tuple(kv.Raw(tx, layout.BucketMeta, layout.Key("channel", name)))
	return t.Int()
}
