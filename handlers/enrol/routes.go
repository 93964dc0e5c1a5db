package enrol

import (
	"guongsang/handlers/turn"
	"guongsang/internal/form"
	"guongsang/internal/texts"
)

// Routes are what people can ask about themselves, and those who answer for posts.
// Codes are no routes: who presents one may be nobody yet.
func Routes() []turn.Route {
	return []turn.Route{
		{Commands: []string{"toi"}, Words: []string{texts.WordContact}, Who: turn.Everyone, Do: turn.Reads0(showOwn)},
		{Verb: verbContact, Who: turn.Everyone, Do: turn.Reads1(askContact, contactOf)},
		{Verb: verbSkipContact, Who: turn.Everyone, Do: turn.Reads0(skipContact)},
		{Question: questionContact, Free: true, Who: turn.Everyone, Do: turn.With1(answerContact, contactOf), Beside: turn.Beside{
			Takes: form.TakesContact, Again: turn.Reads1(askContact, contactOf), Skip: turn.Reads1(leaveContact, contactOf)}},
		{Verb: verbRemove, Who: turn.Agency | turn.Head, Do: turn.Reads1(askRemove, removable)},
		{Verb: verbRemoved, Who: turn.Agency | turn.Head, Do: turn.With1(remove, removable)},
	}
}
