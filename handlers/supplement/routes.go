package supplement

import (
	"guongsang/handlers/turn"
	"guongsang/handlers/unit"
)

// Routes are what can be added to what was sent.
func Routes() []turn.Route {
	return []turn.Route{
		{Verb: verbCorrect, Who: turn.OfUnit, Do: turn.With2(correct, turn.ExampleAt(nil), turn.Text("mark"))},
		{Verb: verbPlease, Who: turn.OfUnit, Do: turn.With2(please, unit.ToAskFor, turn.Text("mark"))},
		{Verb: verbAdd, Who: turn.OfUnit, Do: turn.With2(add, turn.ExampleAt(nil), turn.Text("mark"))},
	}
}
