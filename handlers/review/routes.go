package review

import (
	"guongsang/handlers/card"
	"guongsang/handlers/turn"
	"guongsang/internal/digest"
	"guongsang/internal/form"
	"guongsang/internal/texts"
)

// Routes are what officers ask of what units sent; leaders see what they may of it.
func Routes() []turn.Route {
	return []turn.Route{
		{Commands: []string{"choxem"}, Words: []string{texts.WordQueue}, Who: turn.Agency, Do: turn.Reads0(openQueue)},
		{Verb: digest.VerbQueue, Who: turn.Agency, Do: turn.Reads1(showQueue, turn.Page)},
		{Verb: digest.VerbExample, Who: turn.Agency | turn.Leader, Do: turn.Reads1(openExample, turn.Example)},
		{Verb: card.VerbFull, Who: turn.Agency, Do: turn.Reads1(showFull, turn.Example)},
		{Verb: card.VerbPhotos, Who: turn.Agency, Do: turn.Reads1(showPhotos, turn.Example)},
		{Verb: card.VerbAccept, Who: turn.Agency, Do: turn.With1(acceptExample, toRule)},
		{Verb: card.VerbReturn, Who: turn.Agency, Do: turn.Reads1(askReturn, toRule)},
		{Verb: verbReturnPhrase, Who: turn.Agency, Do: turn.Reads2(pickReason, toRule, turn.Number("phrase", 0, len(texts.ReturnPhrases())-1))},
		{Verb: verbReturnMore, Who: turn.Agency, Do: turn.Reads1(addReason, toRule)},
		{Question: questionReturn, Who: turn.Agency, Do: turn.Reads2(answerReturn, toRule, turn.Given), Beside: turn.Beside{
			Takes: form.TakesReason, Again: turn.Reads2(askReasons, toRule, turn.Given), Back: turn.Reads2(leaveReasons, toRule, turn.Given)}},
		{Question: questionReturnDue, Who: turn.Agency, Do: turn.Reads3(answerConfirm, toRule, turn.Given, returnIn), Beside: turn.Beside{
			Takes: form.TakesReason, Again: turn.Reads3(confirmReturn, toRule, turn.Given, returnIn), Back: turn.Reads3(backToReasons, toRule, turn.Given, returnIn)}},
		{Verb: verbReturnDays, Who: turn.Agency, Do: turn.Reads1(pickDays, toReturn)},
		{Verb: verbReturned, Who: turn.Agency, Do: turn.With1(returnExample, toReturn)},
		{Verb: card.VerbPraise, Who: turn.Agency, Do: turn.With1(orderCard, turn.Example)},
		{Verb: card.VerbPackage, Who: turn.Agency, Do: turn.With1(orderPackage, turn.Example)},
	}
}
