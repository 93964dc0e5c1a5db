package supplement

import (
	"errors"
	"guongsang/handlers/draft"
	"guongsang/handlers/turn"
	"guongsang/internal/report"
	"guongsang/internal/supplement"
	"strings"
)

// An example that the agency returned waits for what it asked for. People type that as the
// answer, and need not press the button for it first.

// offerReturned offers to add to it what can hardly be meant otherwise. What the member just
// sent goes before one that was returned earlier.
func offerReturned(t *turn.Turn) (bool, error) {
	if last, ok, err := draft.LastSent(t); err != nil || ok && draft.Lately(t, last) && last.Review != report.Returned {
		returned, failed := t.Introduced(func(e report.Example) bool { return e.Review == report.Returned && e.RuleAt.After(last.Changed) })
		if err = errors.Join(err, failed); err != nil {
			return false, err
		}
		if len(returned) == 0 {
			if offered, err := offerJustSent(t); err != nil || offered {
				return offered, err
			}
		}
	}
	return ofReturned(t, func(_, sure bool) bool { return sure })
}

// OfferRest offers so for a text of which nothing else is known. It reports whether it does.
func OfferRest(t *turn.Turn) (bool, error) {
	if t.Event.Forwarded {
		return false, nil
	}
	return ofReturned(t, func(may, _ bool) bool { return may })
}

// leastOfItsOwn is how many words may introduce somebody.
const leastOfItsOwn = 4

func ofReturned(t *turn.Turn, enough func(may, sure bool) bool) (bool, error) {
	if open, err := opensElse(t); err != nil || open {
		return false, err
	}
	returned, err := t.Introduced(func(e report.Example) bool { return e.Review == report.Returned })
	if err != nil || len(returned) == 0 {
		return false, err
	}
	if offered, err := correctionOfReturned(t, returned); err != nil || offered {
		return offered, err
	}
	for _, e := range returned {
		if !enough(supplement.Answers(t.Speaker(), e.Content, t.Event.Text)) {
			return false, nil
		}
	}
	if len(returned) > 1 {
		return true, askWhich(t, returned, t.Event.Text)
	}
	return true, offerTo(t, returned[0], t.Event.Text, len(strings.Fields(t.Event.Text)) >= leastOfItsOwn)
}

// opensElse reports whether a draft is open that has more in it than files which may belong
// to what was returned.
func opensElse(t *turn.Turn) (bool, error) {
	d, open, err := t.Opened()
	return open && !draft.FilesOnly(d), err
}

// correctionOfReturned offers to put a field of the only one right that was returned, unless
// the member sent another since.
func correctionOfReturned(t *turn.Turn, returned []report.Example) (bool, error) {
	last, ok, err := draft.LastSent(t)
	if err != nil || len(returned) > 1 || ok && last.Number != returned[0].Number && last.Changed.After(returned[0].RuleAt) {
		return false, err
	}
	return offerCorrectionOf(t, returned[0])
}
