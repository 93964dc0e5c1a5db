package board

import (
	"slices"

	"guongsang/handlers/turn"
	"guongsang/internal/digest"
	"guongsang/internal/form"
	"guongsang/internal/texts"
)

// Routes are how things stand, who owes what until when, and documents of it.
func Routes() []turn.Route {
	return slices.Concat(assessRoutes(), []turn.Route{
		// Extensions and pauses.
		{Commands: []string{"giahan"}, Words: []string{texts.WordExtend}, Who: turn.Agency, Do: turn.Reads0(ExtendMenu)},
		{Verb: verbExtendScope, Who: turn.Agency, Do: turn.Reads1(AskExtendPeriod, scope)},
		{Verb: verbExtendBlocks, Who: turn.Agency, Do: turn.Reads1(extendBlocks, turn.Page)},
		{Verb: verbExtendBlock, Who: turn.Agency, Do: turn.Reads1(extendBlock, turn.NamedBlock)},
		{Verb: verbExtendUnit, Who: turn.Agency, Do: turn.Reads0(extendUnit)},
		{Verb: verbExtendPeriod, Who: turn.Agency, Do: turn.Reads1(extendPeriod, toExtend)},
		{Question: questionExtendDate, Who: turn.Agency, Do: turn.With1(answerExtendDate, toExtend), Beside: turn.Beside{
			Takes: form.TakesDay, Again: turn.Reads1(extendPeriod, toExtend), Back: turn.Reads1(backToPeriod, toExtend)}},
		{Verb: verbExtendDate, Who: turn.Agency, Do: turn.Reads1(askExtendReason, toDay)},
		{Verb: verbExtendNoReason, Who: turn.Agency, Do: turn.Reads1(skipExtendReason, toDay)},
		{Question: questionExtendReason, Who: turn.Agency, Do: turn.Reads2(answerExtendReason, toDay, turn.Given), Beside: turn.Beside{
			Takes: form.TakesReason, Again: turn.Reads2(extendReasonAgain, toDay, turn.Given), Back: turn.Reads2(backToDay, toDay, turn.Given),
			Skip: turn.Reads2(skipReason, toDay, turn.Given)}},
		{Question: questionExtendConfirm, Who: turn.Agency, Do: turn.Reads2(answerExtendReason, toDay, turn.Given), Beside: turn.Beside{
			Takes: form.TakesReason, Again: turn.Reads2(confirmExtend, toDay, turn.Given), Back: turn.Reads2(extendReasonAgain, toDay, turn.Given)}},
		{Verb: verbExtend, Who: turn.Agency, Do: turn.With1(extend, toConfirm)},
		{Commands: []string{"tamdung"}, Words: []string{texts.WordPause}, Who: turn.Agency, Do: turn.Reads0(pauseMenu)},
		{Verb: verbPause, Who: turn.Agency, Do: turn.Reads2(confirmPause, turn.Unit, turn.Period)},
		{Verb: verbPaused, Who: turn.Agency, Do: turn.With2(pause, turn.Unit, turn.Period)},
		{Verb: verbPauseDates, Who: turn.Agency, Do: turn.Reads1(askPauseDates, turn.Unit)},
		{Question: questionPause, Free: true, Who: turn.Agency, Do: turn.Reads1(answerPauseDates, turn.Unit), Beside: turn.Beside{
			Takes: form.TakesShown, Again: turn.Reads1(askPauseDates, turn.Unit)}},
		{Question: questionPauseConfirm, Free: true, Who: turn.Agency, Do: turn.Reads2(answerPauseOther, turn.Unit, turn.Text("reason")), Beside: turn.Beside{
			Takes: form.TakesShown, Again: turn.Reads2(pauseDatesAgain, turn.Unit, turn.Text("reason"))}},
		{Verb: verbPausedDates, Who: turn.Agency, Do: turn.With1(pauseDates, turn.Unit)},
		{Verb: verbUnpauseDates, Who: turn.Agency, Do: turn.With1(resumeDates, turn.Unit)},
		{Verb: verbUnpause, Who: turn.Agency, Do: turn.With2(resume, turn.Unit, turn.Period)},

		// Lists of units, and what is done about those that have not sent.
		{Verb: verbList, Who: turn.Agency | turn.Leader | turn.BlockHead, Do: turn.Reads4(showList, turn.Period, listKind, someUnits, turn.Page)},
		{Verb: verbStates, Who: turn.Agency | turn.Leader | turn.BlockHead, Do: turn.Reads2(askState, turn.Period, someUnits)},
		{Verb: verbBlocks, Who: turn.Agency | turn.Leader | turn.BlockHead, Do: turn.Reads3(askListBlock, turn.Period, listKind, turn.Page)},
		{Verb: verbUnit, Who: turn.Leader | turn.BlockHead, Do: turn.Reads2(showStanding, turn.Period, seenUnit)},
		{Verb: verbDeal, Who: turn.Agency | turn.BlockHead, Do: turn.Reads2(askDeal, turn.Period, someUnits)},
		{Verb: verbGroupText, Who: turn.Agency | turn.BlockHead, Do: turn.Reads3(groupText, turn.Period, someUnits, turn.Page)},
		{Verb: verbCallList, Who: turn.Agency, Do: turn.Reads3(callList, turn.Period, someUnits, turn.Page)},
		{Verb: verbRemind, Who: turn.Agency, Do: turn.Reads1(askRemind, toRemind)},
		{Verb: verbReminded, Who: turn.Agency, Do: turn.With2(remind, toRemind, confirmed)},

		// Where things stand, and documents.
		{Commands: []string{"tinhhinh"}, Words: []string{texts.WordSituation}, Who: turn.Agency | turn.Leader | turn.BlockHead, Do: turn.Reads0(situation)},
		{Verb: digest.VerbShow, Who: turn.Agency | turn.Leader | turn.BlockHead, Do: turn.Reads3(showDigest, turn.Period, section, turn.Page)},
		{Verb: digest.VerbPapers, Who: turn.Agency | turn.Leader, Do: turn.Reads1(papersMenu, turn.Period)},
		{Verb: verbPapersOf, Who: turn.Agency | turn.Leader, Do: turn.Reads2(papersOf, paperGroup, turn.Period)},
		{Verb: verbAskInternal, Who: turn.Agency | turn.Leader, Do: turn.Reads2(askInternal, internalKind, turn.Period)},
		{Verb: verbInternal, Who: turn.Agency | turn.Leader, Do: turn.With2(orderInternal, internalKind, turn.Period)},
		{Verb: verbPaper, Who: turn.Agency | turn.Leader, Do: turn.With2(orderPaper, paperKind, turn.Period)},
	})
}

// section is a section of the digest.
var section = turn.OneOf("section", digest.Main, digest.Gaps, digest.Unconnected, digest.Lost, digest.Blocks, digest.Kinds, digest.Examples)
