package eraser

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/likeness"
	"guongsang/internal/publisher"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

// An Eraser knows the place, and for how long what is kept.
type Eraser struct {
	Office    texts.Office
	Rules     report.Rules
	Retention report.Retention
}

// ErrAgency means that an account still has a post at the agency, which has to be ended
// first.
var ErrAgency = errors.New("the account works for the agency")

// Request does what a request asks to have erased, and ends it: in the name of an
// officer. It can be done again at any time.
func (er Eraser) Request(ctx context.Context, store *storage.Store, now time.Time, n int, by int64) error {
	err := store.Update(now, func(tx *storage.Tx) error {
		q, err := tx.DataRequest(n)
		if err != nil || !q.Open() {
			return err
		}
		switch { // one of both, as what was shown before
		case q.Example != "":
			err = er.example(tx, q.Example, by)
		case q.Member != 0:
			err = er.member(tx, q.Member, by)
		}
		if err != nil {
			return err
		}
		return er.End(tx, q, by, report.RequestDone, "")
	})
	if err != nil {
		return fmt.Errorf("erasing for request %d: %w", n, err)
	}
	return er.Clear(ctx, store, now)
}

// Clear removes the bytes of what was erased: files, and free pages of the store.
func (er Eraser) Clear(ctx context.Context, store *storage.Store, now time.Time) error {
	due, err := store.ToOverwrite()
	if err != nil || !due {
		return err
	}
	_, done, err := store.SweepErased(ctx, now)
	if err != nil {
		return err
	}
	if err := store.Overwrite(ctx, now); err != nil || done {
		return err
	}
	return store.Update(now, func(tx *storage.Tx) error { return tx.PutMark(records.ErasedMark, now) })
}

// example erases one, and takes it back first where it is public.
func (er Eraser) example(tx *storage.Tx, number string, by int64) error {
	e, err := tx.Example(number)
	if err != nil || !e.Erased.IsZero() {
		return err
	}
	pub, err := tx.Publication(number)
	if err := records.IgnoreNotFound(err); err != nil {
		return err
	}
	if pub.Number != "" && pub.Progress != records.TakenBack {
		p := publisher.Publisher{Office: er.Office, Rules: er.Rules}
		if err := p.TakeBack(tx, pub, by, texts.ErasedName); err != nil {
			return err
		}
	}
	alike, err := alikeTo(tx, number)
	if err != nil {
		return err
	}
	if _, err := tx.Erase(number, texts.ErasedName, texts.ErasedMessage); err != nil {
		return err
	}
	if err := tx.Audit(by, report.ExampleErased, e.Ref()); err != nil {
		return err
	}
	return errors.Join(er.editTold(tx, number), er.editWarned(tx, alike), er.tellUnit(tx, e))
}

// toldOf begin the keys of messages that tell of an example and stay on people's screens.
var toldOf = []string{"card/%s/", "inquiry/%s/", "correction/%s/", "ruled/%s/", "toapprove/%s/", "thanks/%s/", "takenback/%s/"}

// editTold puts a sentence in place of what was said of an example, as far as the
// messenger still lets it be edited.
func (er Eraser) editTold(tx *storage.Tx, number string) error {
	for _, prefix := range toldOf {
		if err := er.edit(tx, fmt.Sprintf(prefix, number), chat.Message{Text: texts.ErasedExample(number)}); err != nil {
			return err
		}
	}
	return nil
}

// alikeTo lists the examples of which a card may tell in what they are like this one.
func alikeTo(tx *storage.Tx, number string) (alike []string, err error) {
	all, err := tx.Versions(number)
	for _, e := range all {
		u, err := tx.Unit(e.Unit)
		if err := records.IgnoreNotFound(err); err != nil {
			return nil, err
		}
		found, err := tx.LookAlike(likeness.Of(e.Content, u.Name))
		if err != nil {
			return nil, err
		}
		list, _, err := tx.Alike(found, number, len(found), func(likeness.Verdict) bool { return true })
		if err != nil {
			return nil, err
		}
		for _, one := range list {
			if !slices.Contains(alike, one.Example.Number) {
				alike = append(alike, one.Example.Number)
			}
		}
	}
	return alike, err
}

// editWarned puts a sentence in place of the cards of other examples that may have told
// whose name, year of birth and text the one that was erased had. The record is a press
// away.
func (er Eraser) editWarned(tx *storage.Tx, alike []string) error {
	for _, number := range alike {
		m := chat.Message{
			Title: number, Text: texts.WarnedOfErased,
			Buttons: [][]chat.Button{{{Label: texts.LabelFull, Do: chat.Do(chat.VerbFull, number)}}},
		}
		if err := er.edit(tx, fmt.Sprintf("card/%s/", number), m); err != nil {
			return err
		}
	}
	return nil
}

// edit puts a message in place of those whose keys begin so.
func (er Eraser) edit(tx *storage.Tx, prefix string, m chat.Message) error {
	told, err := tx.Told(prefix)
	if err != nil {
		return err
	}
	for _, key := range slices.Sorted(maps.Keys(told)) {
		if err := tx.PutEdit(storage.Row{Chat: told[key], TargetKey: key, Message: m}); err != nil {
			return err
		}
	}
	return nil
}

// tellUnit tells the unit, or those that go on from it, who must know why the record is
// empty.
func (er Eraser) tellUnit(tx *storage.Tx, e report.Example) error {
	p := publisher.Publisher{Office: er.Office, Rules: er.Rules}
	return p.TellUnit(tx, "erased/"+e.Number, e, texts.ErasedToUnit(e.Number), false)
}

// member erases an account that has no post at the agency.
func (er Eraser) member(tx *storage.Tx, id, by int64) error {
	m, err := tx.Member(id)
	if err := records.IgnoreNotFound(err); err != nil {
		return err
	}
	if m.Holds(report.Officer, report.Leader, report.Admin) {
		return ErrAgency
	}
	for _, p := range m.Posts {
		of := p.Ref()
		of.Member = id
		if err := tx.Audit(by, report.PostEnded, of); err != nil {
			return err
		}
	}
	if err := tx.EraseMember(id); err != nil {
		return err
	}
	return tx.Audit(by, report.MemberErased, report.Ref{Member: id})
}

// End ends a request, and tells who made it.
func (er Eraser) End(tx *storage.Tx, q report.DataRequest, by int64, how report.RequestResult, why string) error {
	q.Closed, q.Outcome = report.Mark{By: by, At: tx.Now}, how
	did := report.DataRequestDone
	if how == report.RequestRefused {
		did = report.DataRequestRefused
	}
	if err := errors.Join(tx.PutDataRequest(q), tx.Audit(by, did, RefOf(q))); err != nil {
		return err
	}
	return er.Tell(tx, q, er.Office.RequestEnded(q.ID(), string(q.Right), how == report.RequestDone, why))
}

// RefOf is what the audit log says of a request.
func RefOf(q report.DataRequest) report.Ref {
	return report.Ref{Example: q.Example, Member: q.Member, How: q.ID()}
}

// Tell says something to who made a request, if that was by an account.
func (er Eraser) Tell(tx *storage.Tx, q report.DataRequest, text string) error {
	if q.From == 0 {
		return nil
	}
	_, err := tx.Put(storage.Row{Chat: q.From, Message: chat.Message{Text: text}})
	return err
}
