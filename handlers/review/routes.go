package review

import (
	"guongsang/handlers/card"
	"guongsang/handlers/turn"
	"guongsang/internal/digest"
	"guongsang/internal/form"
	"guongsang/internal/report"
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
		{Verb: card.VerbChanges, Who: turn.Agency, Do: turn.Reads1(showChanges, turn.Example)},
		{Verb: card.VerbMore, Keeps: true, Who: turn.Agency, Do: turn.Reads1(showMore, turn.Example)},

		// Rulings.
		{Verb: card.VerbTake, Who: turn.Agency, Do: turn.With1(takeUp, toRule)},
		{Verb: verbTakeOver, Who: turn.Agency, Do: turn.With1(takeOver, toTake)},
		{Verb: card.VerbAccept, Who: turn.Agency, Do: turn.With1(acceptExample, toRule)},
		{Verb: card.VerbReturn, Who: turn.Agency, Do: turn.Reads1(askReturn, toRule)},
		{Verb: verbReturnPhrase, Who: turn.Agency, Do: turn.Reads2(tickReason, toRule, turn.Number("phrase", 0, len(texts.ReturnPhrases())-1))},
		{Verb: verbReasonsDone, Who: turn.Agency, Do: turn.Reads1(reasonsDone, toRule)},
		{Verb: verbReturnMore, Who: turn.Agency, Do: turn.Reads1(addReason, toRule)},
		{Question: questionReturn, Free: true, Who: turn.Agency, Do: turn.Reads2(answerReturn, toRule, turn.Given), Beside: turn.Beside{
			Takes: form.TakesReason, Again: turn.Reads2(askReasons, toRule, turn.Given), Back: turn.Reads2(leaveReasons, toRule, turn.Given)}},
		{Question: questionReturnDue, Who: turn.Agency, Do: turn.Reads3(answerConfirm, toRule, turn.Given, returnIn), Beside: turn.Beside{
			Takes: form.TakesReason, Again: turn.Reads3(confirmReturn, toRule, turn.Given, returnIn), Back: turn.Reads3(backToReasons, toRule, turn.Given, returnIn)}},
		{Verb: verbReturnDays, Who: turn.Agency, Do: turn.Reads1(pickDays, toReturn)},
		{Verb: verbReturned, Who: turn.Agency, Do: turn.With1(returnExample, toReturn)},
		{Verb: card.VerbUndo, Who: turn.Agency, Do: turn.With1(undoRuling, toUndo)},
		{Verb: card.VerbReopen, Who: turn.Agency, Do: turn.Reads1(askReopen, toReopen)},
		{Question: questionReopen, Free: true, Who: turn.Agency, Do: turn.With1(reopen, toReopen), Beside: turn.Beside{
			Takes: form.TakesReason, Again: turn.Reads1(askReopen, toReopen)}},
		{Verb: verbBulk, Who: turn.Agency, Do: turn.Reads2(askBulk, turn.Page, turn.Opt(turn.Text("after")))},
		{Verb: verbBulkDo, Who: turn.Agency, Do: turn.With2(acceptAll, turn.Flag("on"), turn.Text("mark"))},
		{Question: questionBulk, Who: turn.Agency, Do: turn.Reads3(bulkAgain, ofList, ofList, ofList), Beside: turn.Beside{
			Takes: form.TakesChoice, Again: turn.Reads3(bulkAgain, ofList, ofList, ofList)}},

		// What is done beside rulings.
		{Verb: card.VerbSelect, Who: turn.Agency, Do: turn.With1(selectExample, in(report.Accepted))},
		{Verb: card.VerbUnselect, Who: turn.Agency, Do: turn.With1(unselectExample, in(report.Selected).If(settled))},
		{Verb: card.VerbForward, Who: turn.Agency, Do: turn.With2(forward, turn.Example, turn.Flag("on"))},
		{Words: texts.WordsForwarded(), Who: turn.Agency, Do: turn.Reads0(openForwarded)},
		{Verb: verbForwarded, Who: turn.Agency, Do: turn.Reads1(showForwarded, turn.Page)},
		{Verb: card.VerbNote, Keeps: true, Who: turn.Agency, Do: turn.Reads1(askNote, turn.Example)},
		{Verb: verbDropNote, Who: turn.Agency, Do: turn.With1(dropNote, turn.Example)},
		{Question: questionNote, Free: true, Who: turn.Agency, Do: turn.With1(keepNote, turn.Example), Beside: turn.Beside{
			Takes: form.TakesReason, Again: turn.Reads1(askNote, turn.Example)}},
		{Verb: card.VerbInquire, Keeps: true, Who: turn.Agency, Do: turn.Reads1(askInquiry, turn.Example)},
		{Question: questionInquire, Free: true, Who: turn.Agency, Do: turn.With1(takeInquiry, turn.Example), Beside: turn.Beside{
			Takes: form.TakesShown, Again: turn.Reads1(askInquiry, turn.Example)}},
		{Verb: verbInquired, Who: turn.Agency, Do: turn.With1(sendInquiry, toInquire)},
		{Question: questionSendIt, Who: turn.Agency, Do: turn.With2(retakeInquiry, turn.Example, turn.Given), Beside: turn.Beside{
			Takes: form.TakesReason, Again: turn.Reads2(confirmInquiry, turn.Example, turn.Given), Back: turn.Reads2(backToInquiry, turn.Example, turn.Given)}},
		{Verb: card.VerbAgree, Who: turn.Agency, Do: turn.With1(agreeToCorrect, toCorrect)},
		{Verb: card.VerbDisagree, Keeps: true, Who: turn.Agency, Do: turn.Reads1(askRefusal, toCorrect)},
		{Question: questionRefuse, Free: true, Who: turn.Agency, Do: turn.With1(refuseToCorrect, toCorrect), Beside: turn.Beside{
			Takes: form.TakesReason, Again: turn.Reads1(askRefusal, toCorrect)}},
		{Verb: card.VerbPraise, Who: turn.Agency, Do: turn.With1(orderCard, turn.Example)},
		{Verb: card.VerbSquare, Who: turn.Agency, Do: turn.With1(orderSquare, turn.Example)},
		{Verb: card.VerbPackage, Who: turn.Agency, Do: turn.With1(orderPackage, turn.Example)},
	}
}
