package publisher

import (
	"errors"
	"fmt"

	"guongsang/internal/chat"
	"guongsang/internal/publicity"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

// Stop ends a posting that is not in the channel yet. What left the house while
// nobody knew is taken out of the channel again.
func (p Publisher) Stop(tx *storage.Tx, pub records.Publication) error {
	return tx.PutPublication(pub.Stopped(tx.Now))
}

// TakeBack ends a publication wherever it stands: what the bot posted, it takes out;
// what others published stays on a list until it was taken down; the unit is told,
// and the figures count it as taken back. By is 0 for nobody in particular.
func (p Publisher) TakeBack(tx *storage.Tx, pub records.Publication, by int64, reason string) error {
	e, err := tx.Example(pub.Number)
	if err != nil {
		return err
	}
	if pub.Settled() {
		return p.Stop(tx, pub)
	}
	pub.Recalled = pub.Recalled || pub.Progress == records.Queued || pub.Follow > 0
	if ByHand(pub) {
		pub.Places = append(pub.Places, records.Place{Kind: "telegram", Link: pub.Link, Day: p.day(&tx.Snapshot), By: by})
	}
	if err := p.remove(tx, &pub, pub.Messages); err != nil {
		return err
	}
	pub.Progress, pub.Since, pub.Reason, pub.TakenBy, pub.TakenAt = records.TakenBack, tx.Now, reason, by, tx.Now
	pub.Reminded = p.day(&tx.Snapshot)
	e.Review = report.Retracted
	if err := tx.PutExample(e); err != nil {
		return err
	}
	if err := note(tx, by, report.PublicationTakenBack, pub.Number); err != nil {
		return err
	}
	if err := tx.PutPublication(pub); err != nil {
		return err
	}
	key := fmt.Sprintf("takenback/%s/%d", pub.Number, pub.Version)
	return p.TellUnit(tx, key, e, p.Office.TakenBack(pub.Number, e.Content.Name, reason), false)
}

// ByHand reports whether a post stands in the channel, or may, that the bot cannot take out:
// an officer has to.
func ByHand(pub records.Publication) bool {
	return pub.Progress == records.Doubtful || pub.Progress == records.Posted && (len(pub.Messages) == 0 || pub.Unnumbered)
}

func (p Publisher) day(tx *storage.Snapshot) report.Date {
	return report.DateOf(tx.Now.In(p.Rules.Zone))
}

// remove has messages taken out of the channel.
func (p Publisher) remove(tx *storage.Tx, pub *records.Publication, messages []int64) error {
	if len(messages) == 0 {
		return nil
	}
	line, picture, err := publicity.Retraction()
	if err != nil {
		return err
	}
	instead := chat.Message{Text: line, File: &chat.Attachment{Name: "anh.jpg", MIME: chat.JPEG, Data: picture}}
	for _, id := range messages {
		row := storage.Row{Chat: pub.Channel, Key: removeKey(*pub, id), Way: storage.Delete, Target: id, Message: instead}
		put, err := tx.Put(row)
		if err != nil {
			return err
		}
		if put { // else it is on its way out already
			pub.Removing = append(pub.Removing, id)
		}
	}
	return nil
}

func removeKey(pub records.Publication, id int64) string {
	return fmt.Sprintf("unpost/%s/%d/%d", pub.Number, pub.Channel, id)
}

// recall sees what became of a posting that was stopped on its way.
func (p Publisher) recall(tx *storage.Tx, pub *records.Publication) error {
	for _, key := range append(restKeys(*pub), postKey(*pub)) {
		d, known, err := tx.Delivery(key)
		switch {
		case err != nil:
			return err
		case !known:
			continue
		case d.Fate == "":
			return nil // not known yet
		case d.Fate == storage.Sent:
			if err := p.remove(tx, pub, messagesOf(d)); err != nil {
				return err
			}
		case d.Fate == storage.Unsure:
			if err := p.mayStand(tx, pub); err != nil {
				return err
			}
			if err := p.tellOfficers(tx, "doubt/"+key, pub.Number, texts.AskWhetherPosted(pub.Number)); err != nil {
				return err
			}
		}
	}
	pub.Recalled, pub.Follow = false, 0
	return nil
}

// mayStand puts the channel on the list of places at which a person has to look. Of an
// example that will not be published again it is reminded of until somebody did.
func (p Publisher) mayStand(tx *storage.Tx, pub *records.Publication) error {
	pub.Places = append(pub.Places, records.Place{Kind: "telegram", Day: p.day(&tx.Snapshot)})
	e, err := tx.Example(pub.Number)
	if err == nil && pub.Progress == records.Chosen && (!e.ForPublicity() || !e.Erased.IsZero()) {
		pub.Progress, pub.Since, pub.TakenAt, pub.Reminded = records.TakenBack, tx.Now, tx.Now, p.day(&tx.Snapshot)
	}
	return err
}

// removed sees which messages are out of the channel by now. One that could be
// neither taken out nor replaced is for a person to take out.
func (p Publisher) removed(tx *storage.Tx, pub *records.Publication) error {
	var left []int64
	for _, id := range pub.Removing {
		d, known, err := tx.Delivery(removeKey(*pub, id))
		switch {
		case err != nil:
			return err
		case known && d.Fate == "":
			left = append(left, id)
		case d.Fate == storage.Sent && d.Message != 0:
			pub.Replaced++
		case known && d.Fate != storage.Sent:
			pub.Places = append(pub.Places, records.Place{Kind: "telegram", Link: pub.Link, Day: p.day(&tx.Snapshot)})
		}
	}
	pub.Removing = left
	return nil
}

// ConsentBack takes back the consent to an example: from now on nothing that needed
// it is shown, what waits to be posted is stopped, and what is public is taken back.
func (p Publisher) ConsentBack(tx *storage.Tx, e report.Example, by int64) error {
	e.Content.Consent, e.Content.ChildConsent, e.Content.GuardianConsent = report.NotGiven, false, false
	e, err := tx.NewVersion(e)
	if err != nil {
		return err
	}
	if err := tx.Audit(by, report.ConsentWithdrawn, e.Ref()); err != nil {
		return err
	}
	pub, err := tx.Publication(e.Number)
	switch {
	case errors.Is(err, storage.ErrNotFound), err == nil && pub.Progress == records.TakenBack:
		return nil
	case err != nil:
		return err
	}
	return p.TakeBack(tx, pub, by, texts.ConsentBack)
}
