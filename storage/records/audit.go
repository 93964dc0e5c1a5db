package records

import (
	"bytes"
	"errors"
	"math"
	"strings"
	"time"

	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// The audit log can only be added to. It has an index by unit, by person and by example,
// so that a page of either costs the same after one year and after ten.

// An AuditLine says who did what to which record.
type AuditLine struct {
	At   time.Time
	Seq  uint64 `json:"-"` // tells lines of one moment apart
	By   int64  // account; 0 for the command line or the bot itself
	Did  report.Deed
	What string     `json:",omitempty"` // only of a line of before, in place of its Ref
	Ref  report.Ref `json:",omitzero"`
}

// pack leaves out what the key says. Lines of before said what was done and then all
// else in words of their own, so that an empty word tells the newer ones.
func (l AuditLine) pack() []byte {
	if l.What != "" {
		return layout.Pack(l.By, string(l.Did), l.What)
	}
	r, period := l.Ref, ""
	if r.Period != (report.Period{}) {
		period = r.Period.String()
	}
	return layout.Pack(l.By, "", string(l.Did), r.Example, r.Version, r.Unit, period, r.Block, r.Member,
		string(r.Role), r.Deputy, r.Invite, strings.Join(r.Fields, ","), r.Count, r.How)
}

func (l *AuditLine) unpack(k []byte, u *layout.Unpacking) (err error) {
	l.At, l.Seq = placeOf(k)
	l.By = u.Int()
	if did := u.Text(); did != "" {
		l.Did, l.What = report.Deed(did), u.Text()
		return nil
	}
	l.Did = report.Deed(u.Text())
	r := report.Ref{Example: u.Text(), Version: int(u.Int()), Unit: u.Text()}
	if period := u.Text(); period != "" {
		if r.Period, err = report.ParsePeriod(period); err != nil {
			return err
		}
	}
	r.Block, r.Member, r.Role, r.Deputy, r.Invite = u.Text(), u.Int(), report.Role(u.Text()), u.Bool(), u.Text()
	if fields := u.Text(); fields != "" {
		r.Fields = strings.Split(fields, ",")
	}
	r.Count, r.How = int(u.Int()), u.Text()
	l.Ref = r
	return nil
}

// placeOf is when what a line tells happened, and its number.
func placeOf(k []byte) (at time.Time, seq uint64) {
	t := layout.Tuple(k)
	return time.Unix(0, t.Int()), uint64(t.Int())
}

func (l AuditLine) key() []byte { return layout.Key(l.At.UnixNano(), l.Seq) }

// By what a line is found again.
const (
	auditUnit    = "u"
	auditPerson  = "p" // who did it, and whom it was done to
	auditExample = "e"
)

// indexes are the beginnings of the keys under which a line is found.
func (l AuditLine) indexes() (keys [][]byte) {
	if l.Ref.Unit != "" {
		keys = append(keys, layout.Key(auditUnit, l.Ref.Unit))
	}
	if l.Ref.Example != "" {
		keys = append(keys, layout.Key(auditExample, l.Ref.Example))
	}
	if l.By != 0 {
		keys = append(keys, layout.Key(auditPerson, l.By))
	}
	if l.Ref.Member != 0 && l.Ref.Member != l.By {
		keys = append(keys, layout.Key(auditPerson, l.Ref.Member))
	}
	return keys
}

// Audit notes that somebody did something to a record. Whatever changes a record
// writes such a line.
func (tx *Tx) Audit(by int64, did report.Deed, of report.Ref) error {
	seq, err := kv.Next(tx, layout.BucketAudit)
	if err != nil {
		return err
	}
	l := AuditLine{At: tx.Now, Seq: seq, By: by, Did: did, Ref: of}
	for _, index := range l.indexes() {
		if err := kv.PutRaw(tx, layout.BucketAudited, append(index, l.key()...), nil); err != nil {
			return err
		}
	}
	return kv.Put(tx, layout.BucketAudit, l.key(), l)
}

// AuditUnits notes how some units will differ from what they are, one line for each, and
// how many are new. It comes before they are written.
func (tx *Tx) AuditUnits(by int64, units []report.Unit) error {
	added := report.Ref{}
	for _, u := range units {
		var old report.Unit
		if err := kv.Get(tx, layout.BucketUnits, layout.Key(u.Code), &old); errors.Is(err, kv.ErrNotFound) {
			added.Unit = u.Code
			added.Count++
			continue
		} else if err != nil {
			return err
		}
		if fields := report.Changed(old, u); len(fields) > 0 {
			if err := tx.Audit(by, report.UnitChanged, report.Ref{Unit: u.Code}.With(fields...)); err != nil {
				return err
			}
		}
	}
	if added.Count > 1 {
		added.Unit = ""
	}
	if added.Count == 0 {
		return nil
	}
	return tx.Audit(by, report.UnitsAdded, added)
}

// An AuditQuery says which lines are asked for. What is zero does not matter.
type AuditQuery struct {
	Unit     string
	Person   int64 // who did it, or whom it was done to
	Example  string
	From, To time.Time // from one moment until before another
	// Before is the last line that was seen: those before it are asked for.
	Before AuditPlace
}

// An AuditPlace is where a line stands in the log.
type AuditPlace struct {
	Nano int64
	Seq  uint64
}

// Place is where it stands.
func (l AuditLine) Place() AuditPlace { return AuditPlace{l.At.UnixNano(), l.Seq} }

// An AuditPage is some lines of the log, the newest first.
type AuditPage struct {
	Lines []AuditLine
	More  bool       // there may be others
	Last  AuditPlace // to go on from
}

// auditLooks is how many lines a page looks at: where two filters have few lines in
// common, a page may be short or empty and there may still be more.
const auditLooks = 2000

// AuditLog gives the newest lines that are asked for, at most limit; all of them if limit
// is 0. It goes by the narrowest index that the query allows.
func (tx *Snapshot) AuditLog(q AuditQuery, limit int) (page AuditPage, err error) {
	c, prefix := kv.CursorOf(tx, layout.BucketAudit), q.prefix()
	if len(prefix) > 0 {
		c = kv.CursorOf(tx, layout.BucketAudited)
	}
	end := append(bytes.Clone(prefix), q.end()...)
	k, _ := c.Floor(end)
	if bytes.Equal(k, end) {
		k, _ = c.Prev()
	}
	for looks := 0; k != nil && bytes.HasPrefix(k, prefix); k, _ = c.Prev() {
		place := k[len(prefix):]
		at, seq := placeOf(place)
		if at.Before(q.From) {
			break
		}
		if limit > 0 && (len(page.Lines) == limit || looks == auditLooks) {
			page.More = true
			break
		}
		looks++
		var l AuditLine
		if err := kv.Get(tx, layout.BucketAudit, place, &l); err != nil {
			return page, err
		}
		page.Last = AuditPlace{at.UnixNano(), seq}
		if q.takes(l) {
			page.Lines = append(page.Lines, l)
		}
	}
	return page, nil
}

// prefix is what the keys of the narrowest index begin with; nothing if it is the log.
func (q AuditQuery) prefix() []byte {
	switch {
	case q.Example != "":
		return layout.Key(auditExample, q.Example)
	case q.Unit != "":
		return layout.Key(auditUnit, q.Unit)
	case q.Person != 0:
		return layout.Key(auditPerson, q.Person)
	}
	return nil
}

// end is the place before which the lines are.
func (q AuditQuery) end() []byte {
	end := layout.Key(int64(math.MaxInt64))
	if !q.To.IsZero() {
		end = layout.Key(q.To.UnixNano())
	}
	if q.Before != (AuditPlace{}) {
		if before := layout.Key(q.Before.Nano, q.Before.Seq); bytes.Compare(before, end) < 0 {
			return before
		}
	}
	return end
}

func (q AuditQuery) takes(l AuditLine) bool {
	return (q.Unit == "" || q.Unit == l.Ref.Unit) && (q.Example == "" || q.Example == l.Ref.Example) &&
		(q.Person == 0 || q.Person == l.By || q.Person == l.Ref.Member)
}
