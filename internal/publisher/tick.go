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

// Tick does all that is due at now.
func (p Publisher) Tick(store *storage.Store, now time.Time) error {
	var due []records.Publication
	err := store.View(now, func(tx *storage.Snapshot) (err error) {
		due, err = tx.Publishing()
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
		if !tx.Now.Before(pub.PostAt) && p.Rules.Publication.Allows(tx.Now.In(p.Rules.Zone)) {
			return p.post(tx, pub)
		}
	case records.Queued:
		return p.settle(tx, pub)
	case records.Posted:
		if err := p.followed(tx, &pub); err != nil {
			return err
		}
	case records.TakenBack:
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

// remind tells officers once each working day of the places that are still open.
func (p Publisher) remind(tx *storage.Tx, pub *records.Publication) error {
	today := p.day(tx)
	if pub.Open() == 0 || pub.Reminded == today || !p.Rules.Calendar.Working(today) || tx.Now.Before(today.At(remindAt, p.Rules.Zone)) {
		return nil
	}
	pub.Reminded = today
	return p.tellOfficers(tx, fmt.Sprintf("stillstands/%s/%s", pub.Number, today), pub.Number, texts.StillStands(pub.Number, pub.Open()))
}
