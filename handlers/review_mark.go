package handlers

import (
	"guongsang/internal/report"
	"guongsang/storage"
)

// markCards edits the cards of one version that officers have, so that all of
// them see what became of it.
func (t *turn) markCards(e report.Example, version int, verdict string) error {
	shown, err := t.versionOf(e, version)
	if err != nil {
		return err
	}
	card, err := t.card(shown, verdict)
	if err != nil {
		return err
	}
	officers, err := t.agency()
	if err != nil {
		return err
	}
	for _, o := range officers {
		k := cardKey(e, version, o.ID)
		if _, ok, err := t.tx.Delivery(k); err != nil || !ok {
			if err != nil {
				return err
			}
			continue // came to the agency after this card
		}
		if err := t.tx.PutEdit(storage.Row{Chat: o.ID, TargetKey: k, Message: card}); err != nil {
			return err
		}
	}
	return nil
}

// versionOf is an example as it was at one of its sendings.
func (t *turn) versionOf(e report.Example, version int) (report.Example, error) {
	if version == e.Version {
		return e, nil
	}
	all, err := t.tx.Versions(e.Number)
	for _, old := range all {
		if old.Version == version {
			return old, err
		}
	}
	return e, err
}
