package find

import (
	"guongsang/handlers/turn"
	"guongsang/internal/form"
	"guongsang/internal/texts"
)

const (
	question turn.Question = "sought"
	verbPage turn.Verb     = "find" // what was typed, page
)

// pages is how many pages are shown at most of what was found.
const pages = 100

// Routes are the ways to look for examples, beside what is typed where nothing was
// asked (Unasked).
func Routes() []turn.Route {
	const readers = turn.OfUnit | turn.Agency | turn.Leader
	return []turn.Route{
		{Commands: []string{"tim"}, Words: []string{texts.WordFind}, Who: readers, Do: turn.Reads0(begin)},
		{Question: question, Free: true, Who: readers, Do: turn.Reads0(answer), Beside: turn.Beside{Takes: form.TakesSought, Again: turn.Reads0(ask)}},
		{Verb: verbPage, Who: readers, Do: turn.Reads2(showPage, turn.Text("query"), turn.Number("page", 0, pages-1))},
	}
}
