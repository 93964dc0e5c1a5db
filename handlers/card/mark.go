package card

import (
	"guongsang/handlers/turn"
	"guongsang/internal/report"
	"guongsang/storage"
)

// Mark edits the cards of one version that officers have, so that all of
// them see what became of it.
func Mark(t *turn.Turn, e report.Example, version int, verdict string) error {
	shown, err := versionOf(t, e, version)
	if err != nil {
		return err
	}
	card, err := Of(&t.Reading, shown, verdict)
	if err != nil {
		return err
	}
	officers, err := t.Officers()
	if err != nil {
		return err
	}
	for _, o := range officers {
		k := cardKey(e, version, o.ID)
		if _, ok, err := t.Tx.Delivery(k); err != nil || !ok {
			if err != nil {
				return err
			}
			continue // came to the agency after this card
		}
		if err := t.Tx.PutEdit(storage.Row{Chat: o.ID, TargetKey: k, Message: card, Guard: turn.As(o, turn.Agency, "")}); err != nil {
			return err
		}
	}
	return nil
}

// versionOf is an example as it was at one of its sendings.
func versionOf(t *turn.Turn, e report.Example, version int) (report.Example, error) {
	if version == e.Version {
		return e, nil
	}
	all, err := t.Tx.Versions(e.Number)
	for _, old := range all {
		if old.Version == version {
			return old, err
		}
	}
	return e, err
}
