package card

import (
	"guongsang/handlers/turn"
	"guongsang/internal/report"
	"guongsang/storage"
)

// Refresh shows on the cards of all officers how an example stands now.
func Refresh(t *turn.Turn, e report.Example) error {
	return Mark(t, e, e.Version, Verdict(&t.Reading, e))
}

// RefreshClear is Refresh of an example that was found to be Clear.
func RefreshClear(t *turn.Turn, e report.Example) error {
	return mark(t, e, e.Version, Verdict(&t.Reading, e), true)
}

// Mark edits the cards of one version that officers have, so that all of
// them see what became of it.
func Mark(t *turn.Turn, e report.Example, version int, verdict string) error {
	return mark(t, e, version, verdict, false)
}

func mark(t *turn.Turn, e report.Example, version int, verdict string, unlike bool) error {
	shown, err := versionOf(&t.Reading, e, version)
	if err != nil {
		return err
	}
	of, err := facts(&t.Reading, shown, verdict, unlike)
	if err != nil {
		return err
	}
	of.past = version != e.Version
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
		if err := t.Tx.PutEdit(storage.Row{Chat: o.ID, TargetKey: k, Message: of.message(&t.Reading, o.ID), Guard: turn.As(o, turn.Agency, "")}); err != nil {
			return err
		}
	}
	return nil
}

// IsOn reports whether the button that was pressed is on the member's own card of
// an example, which is edited with those of all.
func IsOn(t *turn.Reading, e report.Example) (bool, error) {
	d, ok, err := t.Tx.Delivery(cardKey(e, e.Version, t.Member.ID))
	return ok && d.Message != 0 && d.Message == t.Event.MessageID, err
}

// versionOf is an example as it was at one of its sendings.
func versionOf(t *turn.Reading, e report.Example, version int) (report.Example, error) {
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
