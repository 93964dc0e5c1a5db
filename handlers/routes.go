package handlers

import (
	"slices"

	"guongsang/handlers/agency"
	"guongsang/handlers/behalf"
	"guongsang/handlers/board"
	"guongsang/handlers/directory"
	"guongsang/handlers/draft"
	"guongsang/handlers/enrol"
	"guongsang/handlers/find"
	"guongsang/handlers/publication"
	"guongsang/handlers/review"
	"guongsang/handlers/rights"
	"guongsang/handlers/supplement"
	"guongsang/handlers/turn"
	"guongsang/handlers/unit"
	"guongsang/internal/letters"
	"guongsang/internal/texts"
)

// routes are all that can be asked. Which rooms they come from makes no
// difference: each says who may ask, and what a button has to carry.
var routes = slices.Concat(ownRoutes(), enrol.Routes(), draft.Routes(), unit.Routes(), supplement.Routes(), review.Routes(), behalf.Routes(), board.Routes(), find.Routes(), publication.Routes(), directory.Routes(), rights.Routes(), agency.Routes())

// ownRoutes are what everybody can ask.
func ownRoutes() []turn.Route {
	return []turn.Route{
		{Commands: []string{"start"}, Who: turn.Everyone, Do: turn.With0(start)},
		{Commands: []string{"menu"}, Words: []string{texts.WordMenu}, Who: turn.Everyone, Do: turn.Reads0(menu)},
		{Commands: []string{"trogiup", "help"}, Words: []string{texts.WordHelp}, Who: turn.Everyone, Do: turn.Reads0(help)},
		{Commands: []string{"riengtu"}, Words: []string{texts.WordPrivacy}, Who: turn.Everyone, Do: turn.Reads0(privacyNotice)},
		{Verb: turn.VerbCancel, Who: turn.Everyone, Do: turn.Reads0(leave)},
		{Verb: verbBeside, Who: turn.Everyone, Do: turn.With2(resolveBeside, turn.Text("mark"), turn.Flag("yes"))},
		{Verb: verbUseEarly, Who: turn.Everyone, Do: turn.With1(useEarly, typedEarly)},
		{Verb: behalf.VerbPassedAnswer, Who: turn.Agency, Do: turn.With1(answerPassed, behalf.Passed())},
		{Verb: verbDropEarly, Who: turn.Everyone, Do: turn.With0(dropEarly)},
	}
}

// table finds routes by the ways in which they are asked. It is made when the
// program starts and not with the routes, one of which asks it.
var table routeTable

func init() { table = index(routes) }

type routeTable struct {
	verbs     map[turn.Verb]turn.Route
	questions map[turn.Question]turn.Route
	commands  map[string]turn.Route
	words     map[string]turn.Route // folded
}

func index(routes []turn.Route) routeTable {
	t := routeTable{map[turn.Verb]turn.Route{}, map[turn.Question]turn.Route{}, map[string]turn.Route{}, map[string]turn.Route{}}
	for _, r := range routes {
		if r.Verb != "" {
			t.verbs[r.Verb] = r
		}
		if r.Question != "" {
			t.questions[r.Question] = r
		}
		for _, name := range r.Commands {
			t.commands[name] = r
		}
		for _, word := range r.Words {
			t.words[letters.Fold(word)] = r
		}
	}
	return t
}
