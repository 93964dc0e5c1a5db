package enrol

import "guongsang/handlers/turn"

// Routes are what those can ask who answer for posts. Codes are no routes: who
// presents one may be nobody yet.
func Routes() []turn.Route {
	return []turn.Route{
		{Verb: verbRemove, Who: turn.Agency | turn.Head, Do: turn.Reads1(askRemove, removable)},
		{Verb: verbRemoved, Who: turn.Agency | turn.Head, Do: turn.With1(remove, removable)},
	}
}
