package records

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/report"
	"guongsang/storage/layout"
)

// Once a line of the audit log told in words what was done to what, among them names
// of files that people had sent. IndexAudit reads these words into references, leaves
// the rest of them out, and makes the index. A line whose words it does not know stays
// as it is.
func IndexAudit(tx *bolt.Tx) error {
	audited, err := tx.CreateBucketIfNotExists(layout.BucketAudited)
	if err != nil {
		return fmt.Errorf("making bucket %s: %w", layout.BucketAudited, err)
	}
	older := olderAudit{units: tx.Bucket(layout.BucketUnits), unitOf: unitsOfExamples(tx)}
	log := tx.Bucket(layout.BucketAudit)
	var after []byte
	for {
		lines, last, err := older.read(log, after)
		if err != nil {
			return err
		}
		if len(lines) == 0 {
			break
		}
		for _, l := range lines {
			if err := log.Put(l.key(), l.pack()); err != nil {
				return fmt.Errorf("writing audit%s: %w", layout.Format(l.key()), err)
			}
		}
		after = last
	}
	for _, kind := range []string{auditExample, auditPerson, auditUnit} { // in the order in which they lie, and one after the other, for the memory's sake
		if err := indexAudit(log, audited, layout.Key(kind)); err != nil {
			return err
		}
	}
	return nil
}

// indexAudit makes the part of the index whose keys begin so. They are written in
// the order in which they lie: see AddTraits.
func indexAudit(log, audited *bolt.Bucket, part []byte) error {
	var keys [][]byte
	err := log.ForEach(func(k, v []byte) error {
		var l AuditLine
		if err := Decode(k, v, &l); err != nil {
			return fmt.Errorf("reading audit%s: %w", layout.Format(k), err)
		}
		for _, index := range l.indexes() {
			if bytes.HasPrefix(index, part) {
				keys = append(keys, append(index, k...))
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	slices.SortFunc(keys, bytes.Compare)
	audited.FillPercent = 0.9
	for _, k := range keys {
		if err := audited.Put(k, nil); err != nil {
			return fmt.Errorf("indexing audit%s: %w", layout.Format(k), err)
		}
	}
	return nil
}

// unitsOfExamples gives the unit of every example, by its key.
func unitsOfExamples(tx *bolt.Tx) map[string]string {
	units := map[string]string{}
	_ = tx.Bucket(layout.BucketByUnit).ForEach(func(k, _ []byte) error { // it never fails
		t := layout.Tuple(k)
		unit := t.Text()
		units[string(t)] = unit
		return nil
	})
	return units
}

// An olderAudit reads lines of before.
type olderAudit struct {
	units  *bolt.Bucket
	unitOf map[string]string // of examples, by key
}

// auditChunk is how many lines are read before they are written.
const auditChunk = 1000

// read gives the next lines after a key, with what their words refer to.
func (o olderAudit) read(log *bolt.Bucket, after []byte) (lines []AuditLine, last []byte, err error) {
	c := log.Cursor()
	k, v := c.Seek(after)
	if after != nil && bytes.Equal(k, after) {
		k, v = c.Next()
	}
	for ; k != nil && len(lines) < auditChunk; k, v = c.Next() {
		var l AuditLine
		if err := Decode(k, v, &l); err != nil {
			return nil, nil, fmt.Errorf("reading audit%s: %w", layout.Format(k), err)
		}
		l.At, l.Seq = placeOf(k)
		o.refer(&l)
		lines, last = append(lines, l), bytes.Clone(k)
	}
	return lines, last, nil
}

// refer puts a reference in place of the words of a line.
func (o olderAudit) refer(l *AuditLine) {
	words := strings.Fields(l.What)
	word := func(i int) string {
		if i < len(words) {
			return words[i]
		}
		return ""
	}
	if quarter, ok := strings.CutPrefix(string(l.Did), "example chosen for "); ok {
		l.Did, words = report.ExampleChosen, append(words, quarter)
	}
	var r report.Ref
	var known bool
	switch l.Did {
	case report.ExampleSent, report.ExampleAmended, report.ExampleCompleted, report.ExampleAccepted, report.ExampleReturned,
		report.ExampleWithdrawn:
		r, known = o.example(word(0))
	case report.ExampleOnBehalf:
		r, known = o.example(word(0))
		r.How = word(1)
	case report.ExampleChosen:
		r, known = o.example(word(0))
		r.Period = periodOr(word(1))
	case report.DraftDropped:
		r, known = report.Ref{Unit: l.What}, true
	case report.NilReported, report.NilUndone, report.NilOnBehalf, report.UnitPaused, report.UnitResumed:
		r = report.Ref{Unit: word(0), Period: periodOr(word(1)), How: word(2)}
		known = r.Unit != ""
	case report.DeadlineExtended:
		r, known = o.extended(l.What)
	case report.InviteMade, report.InviteUsed, report.InviteRevoked:
		if hint, ok := strings.CutPrefix(word(len(words)-1), "..."); ok && len(words) > 1 { // as the command line wrote it
			words = append([]string{hint}, words[:len(words)-1]...)
		}
		r, known = post(words)
		r.Invite = word(0)
	case report.PostEnded:
		r, known = post(words)
		r.Member, _ = strconv.ParseInt(word(0), 10, 64)
	case report.BecameDeputy, report.AccountLocked:
		r.Member, _ = strconv.ParseInt(word(0), 10, 64)
		r.Unit, known = word(1), r.Member != 0
	case "invites made":
		l.Did = report.InviteMade
		r.Count, known = digits(word(0)), true
	case report.UnitsImported:
		r.Count, known = digits(word(0)), true
	case report.FileGivenUp:
		known = true
	case report.DocumentGivenUp:
		r, known = report.Ref{How: word(0), Period: periodOr(strings.TrimSuffix(word(1), ":"))}, true
	}
	if known {
		l.What, l.Ref = "", r
	}
}

// example refers to an example, and to its unit.
func (o olderAudit) example(number string) (r report.Ref, ok bool) {
	k, err := exampleKey(number)
	return report.Ref{Example: number, Unit: o.unitOf[string(k)]}, err == nil
}

// extended reads "2026-11 PT001 to 2026-11-25", where a block or "all" may stand in
// place of a unit.
func (o olderAudit) extended(what string) (r report.Ref, ok bool) {
	period, rest, _ := strings.Cut(what, " ")
	to := strings.LastIndex(rest, " to ")
	if to < 0 {
		return r, false
	}
	r.Period, r.Fields = periodOr(period), []string{"Deadline"}
	switch scope := rest[:to]; {
	case scope == "all":
	case o.units.Get(layout.Key(scope)) != nil:
		r.Unit = scope
	default:
		r.Block = scope
	}
	return r, true
}

// post reads what stands behind the first word as a post: "focal deputy PT001".
func post(words []string) (r report.Ref, ok bool) {
	if len(words) < 2 {
		return r, false
	}
	r.Role = report.Role(words[1])
	place := words[2:]
	if len(place) > 0 && place[0] == "deputy" {
		r.Deputy, place = true, place[1:]
	}
	if r.Role == report.BlockHead {
		r.Block = strings.Join(place, " ")
	} else {
		r.Unit = strings.Join(place, " ")
	}
	return r, slices.Contains(report.Roles[:], r.Role)
}

// periodOr reads a period, or none.
func periodOr(s string) report.Period {
	p, _ := report.ParsePeriod(s)
	return p
}

// digits reads a number that may be grouped: 3.321.
func digits(s string) int {
	n, _ := strconv.Atoi(strings.ReplaceAll(s, ".", ""))
	return n
}
