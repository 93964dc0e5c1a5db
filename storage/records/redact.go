package records

import (
	"bytes"
	"errors"

	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// Redact takes all that an example says of anybody out of its record: of it and all its
// versions, what the agency noted and asked about it, its proofs of consent, the words in
// which it was published, and what it is found by. What figures are made of stays, and
// so does its number.
//
// Where it is still public the links stay, until it was taken down there.
func (tx *Tx) Redact(number, instead string) error {
	k, err := exampleKey(number)
	if err != nil {
		return err
	}
	e, err := tx.Example(number)
	if err != nil {
		return err
	}
	if err := tx.redactVersions(k, instead); err != nil {
		return err
	}
	for _, of := range []struct{ bucket, k []byte }{{layout.BucketTraits, traitsKey(e.Sent, k)}, {layout.BucketSearch, k}} {
		if err := kv.Delete(tx, of.bucket, of.k); err != nil {
			return err
		}
	}
	if err := tx.PutExample(e.Redacted(instead, tx.Now)); err != nil {
		return err
	}
	if err := tx.EraseEvidence(number); err != nil {
		return err
	}
	if err := tx.redactHandling(number); err != nil {
		return err
	}
	return tx.redactPublication(number)
}

// redactVersions goes through the versions that were replaced.
func (tx *Tx) redactVersions(example []byte, instead string) error {
	older := map[string]report.Example{}
	err := kv.Each(tx, layout.BucketVersions, example, func(k, v []byte) error {
		var e report.Example
		if err := Decode(k, v, &e); err != nil {
			return err
		}
		older[string(bytes.Clone(k))] = e
		return nil
	})
	for k, e := range older {
		if err == nil {
			err = kv.Put(tx, layout.BucketVersions, []byte(k), e.Redacted(instead, tx.Now))
		}
	}
	return err
}

// EraseEvidence forgets the proofs of consent to an example.
func (tx *Tx) EraseEvidence(number string) error {
	example, err := exampleKey(number)
	if err != nil {
		return err
	}
	err = deleteOf(tx, layout.BucketEvidence, example)
	return errors.Join(err, tx.PutMark(ErasedMark, tx.Now))
}

// deleteOf deletes all that a bucket has of an example.
func deleteOf(tx *Tx, bucket, example []byte) error {
	var keys [][]byte
	err := kv.Each(tx, bucket, example, func(k, _ []byte) error {
		keys = append(keys, bytes.Clone(k))
		return nil
	})
	for _, k := range keys {
		if err == nil {
			err = kv.Delete(tx, bucket, k)
		}
	}
	return err
}

func (tx *Tx) redactHandling(number string) error {
	h, err := tx.Handling(number)
	if err != nil {
		return err
	}
	h.Note.Text, h.Undo = "", report.Undo{}
	for i := range h.Inquiries {
		q := &h.Inquiries[i]
		q.Text, q.Answer = "", ""
		if q.Open() { // there is nothing left to ask about
			q.Answered = report.Mark{At: tx.Now}
		}
	}
	for i := range h.Corrections {
		c := &h.Corrections[i]
		c.What, c.Why, c.Answer = "", "", ""
		if c.Open() {
			c.Answered = report.Mark{At: tx.Now}
		}
	}
	return tx.PutHandling(h)
}

func (tx *Tx) redactPublication(number string) error {
	p, err := tx.Publication(number)
	if err != nil {
		return IgnoreNotFound(err)
	}
	p.Edited, p.Reason, p.Ruling.Says, p.Ruling.For, p.Erased = nil, "", "", "", true
	return tx.PutPublication(p)
}

// RedactAudit empties the words of lines of before that tell of somebody: later lines
// have none. Such lines are the first of the log.
func (tx *Tx) RedactAudit(tells func(words string) bool) error {
	changed := map[string]AuditLine{}
	err := kv.Each(tx, layout.BucketAudit, nil, func(k, v []byte) error {
		var l AuditLine
		if err := Decode(k, v, &l); err != nil {
			return err
		}
		if l.What == "" {
			return errNewer
		}
		if tells(l.What) {
			l.What = ""
			changed[string(bytes.Clone(k))] = l
		}
		return nil
	})
	if errors.Is(err, errNewer) {
		err = nil
	}
	for k, l := range changed {
		if err == nil {
			err = kv.Put(tx, layout.BucketAudit, []byte(k), l)
		}
	}
	return err
}

// HeadForgotten takes the name of a head who is no member any more out of what they
// approved.
func (tx *Tx) HeadForgotten(account int64) error {
	for _, bucket := range [][]byte{layout.BucketExamples, layout.BucketVersions} {
		named := map[string]report.Example{}
		err := kv.Each(tx, bucket, nil, func(k, v []byte) error {
			var e report.Example
			if err := Decode(k, v, &e); err != nil {
				return err
			}
			if e.Approval.By == account && e.Approval.Name != "" {
				e.Approval.Name = ""
				named[string(bytes.Clone(k))] = e
			}
			return nil
		})
		for k, e := range named {
			if err == nil {
				err = kv.Put(tx, bucket, []byte(k), e)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}
