package publisher

import (
	"fmt"
	"reflect"
	"time"

	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

// remindAt is when on a working day officers are reminded of what still stands
// elsewhere.
const remindAt = 8 * time.Hour

// Tick does all that is due at now. Where nothing is due, nothing is written.
func (p Publisher) Tick(store *storage.Store, now time.Time) error {
	var due []records.Publication
	err := store.View(now, func(tx *storage.Snapshot) error {
		all, err := tx.Publishing()
		for _, pub := range all {
			if is, dueErr := p.due(tx, pub); dueErr != nil {
				return fmt.Errorf("%s: %w", pub.Number, dueErr)
			} else if is {
				due = append(due, pub)
			}
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("reading what is being published: %w", err)
	}
	for _, seen := range due {
		err := store.Update(now, func(tx *storage.Tx) error {
			pub, err := tx.Publication(seen.Number)
			if err != nil {
				return err
			}
			return p.goOn(tx, pub)
		})
		if err != nil {
			return fmt.Errorf("publishing %s: %w", seen.Number, err)
		}
	}
	return nil
}

// due reports whether goOn has something to do.
func (p Publisher) due(tx *storage.Snapshot, pub records.Publication) (bool, error) {
	var asked []string // what is known of one of these is news
	for _, id := range pub.Removing {
		asked = append(asked, removeKey(pub, id))
	}
	if pub.Recalled || pub.Progress == records.Queued {
		asked = append(asked, postKey(pub))
	}
	if pub.Recalled || pub.Progress == records.Posted {
		asked = append(asked, restKeys(pub)...)
	}
	for _, key := range asked {
		if d, known, err := tx.Delivery(key); err != nil || !known || d.Fate != "" {
			return true, err
		}
	}
	switch pub.Progress {
	case records.Waiting:
		return p.mayPost(tx, pub), nil
	case records.TakenBack, records.Doubtful:
		return p.mayRemind(tx, pub), nil
	}
	return false, nil
}

// mayPost reports whether the waiting room of a publication is over.
func (p Publisher) mayPost(tx *storage.Snapshot, pub records.Publication) bool {
	return !tx.Now.Before(pub.PostAt) && p.Rules.Publication.Allows(tx.Now.In(p.Rules.Zone)) && p.Chat(tx) != 0 && !pub.Recalled
}

// Ahead tells when the waiting rooms of publications will be over, from the snapshot's
// time on, if nobody does anything.
func (p Publisher) Ahead(tx *storage.Snapshot) (instants []time.Time, err error) {
	all, err := tx.Publishing()
	for _, pub := range all {
		if pub.Progress != records.Waiting || p.Chat(tx) == 0 {
			continue
		}
		at := pub.PostAt
		if at.Before(tx.Now) {
			at = tx.Now
		}
		if at = p.Rules.Publication.Opens(at.In(p.Rules.Zone)); !at.IsZero() {
			instants = append(instants, at)
		}
	}
	return instants, err
}

// goOn takes a publication as far as it can go by now.
func (p Publisher) goOn(tx *storage.Tx, pub records.Publication) error {
	was := pub
	if pub.Recalled {
		if err := p.recall(tx, &pub); err != nil {
			return err
		}
	}
	if err := p.removed(tx, &pub); err != nil {
		return err
	}
	switch pub.Progress {
	case records.Waiting:
		if p.mayPost(&tx.Snapshot, pub) {
			return p.post(tx, pub)
		}
	case records.Queued:
		return p.settle(tx, pub)
	case records.Posted:
		if err := p.followed(tx, &pub); err != nil {
			return err
		}
	case records.TakenBack, records.Doubtful:
		if err := p.remind(tx, &pub); err != nil {
			return err
		}
	}
	if reflect.DeepEqual(was, pub) {
		return nil
	}
	return tx.PutPublication(pub)
}

// followed sees what became of the rest of a text.
func (p Publisher) followed(tx *storage.Tx, pub *records.Publication) error {
	var arrived []int64
	for _, key := range restKeys(*pub) {
		d, known, err := tx.Delivery(key)
		switch {
		case err != nil, known && d.Fate == "":
			return err
		case d.Fate == storage.Sent:
			arrived = append(arrived, messagesOf(d)...)
		case known:
			if err := p.tellOfficers(tx, "doubt/"+key, pub.Number, texts.AskWhetherPosted(pub.Number)); err != nil {
				return err
			}
		}
	}
	pub.Messages, pub.Follow = append(pub.Messages, arrived...), 0
	return nil
}

// remind tells officers once each working day of the places that are still open, and asks
// again of a posting that is in doubt.
func (p Publisher) remind(tx *storage.Tx, pub *records.Publication) error {
	if !p.mayRemind(&tx.Snapshot, *pub) {
		return nil
	}
	today := p.day(&tx.Snapshot)
	pub.Reminded = today
	if pub.Progress == records.Doubtful {
		return p.tellOfficers(tx, fmt.Sprintf("doubt/%s/%s", postKey(*pub), today), pub.Number, texts.AskWhetherPosted(pub.Number))
	}
	return p.tellOfficers(tx, fmt.Sprintf("stillstands/%s/%s", pub.Number, today), pub.Number, texts.StillStands(pub.Number, pub.Open()))
}

func (p Publisher) mayRemind(tx *storage.Snapshot, pub records.Publication) bool {
	today := p.day(tx)
	return (pub.Open() > 0 || pub.Progress == records.Doubtful) && pub.Reminded != today && p.Rules.Calendar.Working(today) && !tx.Now.Before(today.At(remindAt, p.Rules.Zone))
}
