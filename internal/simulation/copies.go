package simulation

import (
	"slices"
	"strings"
	"time"

	"guongsang/internal/emulator"
)

// What somebody waits for goes out until it certainly arrived: once more for each answer of
// Telegram that was lost, and where the program ended before it had noted one. How often it comes
// is up to how long that goes on; what is held is that each further copy has its cause.

// noting is how long after a message went out the program has noted for certain that it did.
const noting = 2 * time.Second

// copyOf is of what a text is a copy that is to come once: the receipt of an introduction, or the
// word that it was accepted; "" of any other.
func copyOf(text string) string {
	if _, rest, ok := strings.Cut(text, saysReceipt); ok {
		return saysReceipt + strings.Fields(rest)[0]
	}
	if number, ok := strings.CutPrefix(text, saysTaken); ok && strings.Contains(text, saysAccepted) {
		number, _, _ = strings.Cut(number, " ")
		return saysTaken + number
	}
	return ""
}

// A delivery is one text for one person.
type delivery struct {
	chat int64
	what string
}

// judgeCopies holds that of the calls since a moment none brought somebody the same once more
// without a cause.
func (p *Play) judgeCopies(calls []emulator.Call, since time.Time) {
	for _, c := range calls {
		what := delivery{c.Chat, copyOf(c.Text)}
		if what.what == "" || !c.Done || c.Method != "sendMessage" || c.At.Before(since) {
			continue
		}
		if before, again := p.delivered[what]; again && !p.mayCome(before) {
			p.wrong("%s was sent to %d at %s, of which the answer was %s, and once more at %s", what.what, c.Chat, before.At.Format(sent), before.Result, c.At.Format(sent))
		}
		p.delivered[what] = c
	}
}

const sent = "02/01 15:04:05.000"

// mayCome reports whether what was sent may come once more: that it arrived is not known where
// it came from.
func (p *Play) mayCome(before emulator.Call) bool {
	forgets := func(end time.Time) bool { return !end.Before(before.At) && (p.Loose || end.Sub(before.At) < noting) }
	return before.Result != "ok" || slices.ContainsFunc(p.ended, forgets)
}
