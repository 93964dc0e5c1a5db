package agency

import (
	"guongsang/handlers/card"
	"guongsang/handlers/turn"
	"guongsang/internal/digest"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// Routes are what officers, admins, leaders, and heads of units and blocks can
// ask.
func Routes() []turn.Route {
	return []turn.Route{
		// Invites.
		{Commands: []string{"moi"}, Words: []string{texts.WordInvite}, Who: turn.Agency, Do: turn.Reads0(inviteMenu)},
		{Verb: verbInviteUnit, Who: turn.Agency, Do: turn.Reads0(inviteUnit)},
		{Verb: verbInviteTo, Who: turn.Agency, Do: turn.With2(inviteToUnit, turn.Unit, turn.OneOf("post", postFirst, postDeputy, postHead))},
		{Verb: verbInviteRole, Who: turn.Admin, Do: turn.With1(inviteToAgency, turn.OneOf("role", report.Officer, report.Leader, report.Admin))},
		{Verb: verbInviteBlocks, Who: turn.Agency, Do: turn.Reads1(inviteBlocks, turn.Page)},
		{Verb: verbInviteBlock, Who: turn.Agency, Do: turn.Reads1(inviteBlock, turn.Block)},
		{Verb: verbInviteBlockHead, Who: turn.Agency, Do: turn.With1(inviteBlockHead, turn.NamedBlock)},
		{Verb: verbInviteSheet, Who: turn.Agency, Do: turn.Reads1(inviteSheet, sheetBlock)},
		{Verb: verbMakeSheet, Who: turn.Agency, Do: turn.With2(makeInviteSheet, sheetBlock, turn.Number("units", 0, 100_000))},
		{Verb: verbListInvites, Who: turn.Agency, Do: turn.Reads1(listInvites, turn.Page)},
		{Verb: verbRevoke, Who: turn.Agency, Do: turn.With1(revokeInvite, ownInvite)},

		// Units and their people.
		{Commands: []string{"donvi"}, Words: []string{texts.WordUnits}, Who: turn.Agency | turn.Head, Do: turn.Reads0(unitsMenu)},
		{Verb: turn.VerbPick, Who: turn.Agency, Do: turn.Reads2(picked, purposeKind, turn.Unit)},
		{Question: questionUnit, Who: turn.Agency, Do: turn.Reads1(answerUnit, purposeKind), Beside: turn.Beside{
			Takes: form.TakesUnit, Again: turn.Reads1(askUnitAgain, purposeKind), Back: turn.Reads1(leaveUnit, purposeKind)}},
		{Verb: digest.VerbUnit, Keeps: true, Who: turn.Agency | turn.Head, Do: turn.Reads2(showUnit, turn.Unit, turn.Opt(turn.Page))},
		{Verb: verbHeaded, Who: turn.Head, Do: turn.Reads1(listHeaded, turn.Page)},
		{Verb: verbUnconnected, Who: turn.Agency, Do: turn.Reads1(listUnconnected, turn.Page)},
		{Verb: verbExport, Who: turn.Agency, Do: turn.With0(exportUnits)},
		{Verb: verbTemplate, Who: turn.Agency, Do: turn.Reads0(sendTemplate)},
		{Verb: verbApply, Who: turn.Agency, Do: turn.With3(applyUnits, turn.Text("list"), turn.Text("directory"), turn.Opt(turn.Text("answers")))},
		{Verb: verbAnswerList, Who: turn.Agency, Do: turn.With2(answerList, turn.Text("list"), turn.Text("answers"))},
		{Verb: verbIsList, Who: turn.Agency, Do: turn.With1(heldIsList, heldFile)},
		{Verb: verbIsFile, Who: turn.Agency, Do: turn.With1(heldIsFile, heldFile)},
		{Verb: verbDropList, Who: turn.Agency, Do: turn.Reads0(dropUnits)},
		{Commands: []string{"quantri"}, Words: []string{texts.WordAdmin}, Who: turn.Admin, Do: turn.Reads0(adminCard)},
		{Verb: verbAdmin, Who: turn.Admin, Do: turn.Reads1(showAdmin, turn.Page)},

		// Review.
		{Commands: []string{"choxem"}, Words: []string{texts.WordQueue}, Who: turn.Agency, Do: turn.Reads0(openQueue)},
		{Verb: digest.VerbQueue, Who: turn.Agency, Do: turn.Reads1(showQueue, turn.Page)},
		{Verb: digest.VerbExample, Who: turn.Agency | turn.Leader, Do: turn.Reads1(openExample, turn.Example)},
		{Verb: card.VerbFull, Who: turn.Agency, Do: turn.Reads1(showFull, turn.Example)},
		{Verb: card.VerbPhotos, Who: turn.Agency, Do: turn.Reads1(showPhotos, turn.Example)},
		{Verb: card.VerbAccept, Who: turn.Agency, Do: turn.With1(acceptExample, toRule)},
		{Verb: card.VerbReturn, Who: turn.Agency, Do: turn.Reads1(askReturn, toRule)},
		{Verb: verbReturnPhrase, Who: turn.Agency, Do: turn.Reads2(pickReason, toRule, turn.Number("phrase", 0, len(texts.ReturnPhrases())-1))},
		{Verb: verbReturnMore, Who: turn.Agency, Do: turn.Reads1(addReason, toRule)},
		{Question: questionReturn, Who: turn.Agency, Do: turn.Reads2(answerReturn, toRule, given), Beside: turn.Beside{
			Takes: form.TakesReason, Again: turn.Reads2(askReasons, toRule, given), Back: turn.Reads2(leaveReasons, toRule, given)}},
		{Question: questionReturnDue, Who: turn.Agency, Do: turn.Reads3(answerConfirm, toRule, given, returnIn), Beside: turn.Beside{
			Takes: form.TakesReason, Again: turn.Reads3(confirmReturn, toRule, given, returnIn), Back: turn.Reads3(backToReasons, toRule, given, returnIn)}},
		{Verb: verbReturnDays, Who: turn.Agency, Do: turn.Reads1(pickDays, toReturn)},
		{Verb: verbReturned, Who: turn.Agency, Do: turn.With1(returnExample, toReturn)},

		// Recording on behalf of a unit.
		{Commands: []string{"ghinhan"}, Words: []string{texts.WordBehalf}, Who: turn.Agency, Do: turn.Reads0(recordOnBehalf)},
		{Verb: verbRecordPeriod, Who: turn.Agency, Do: turn.Reads1(recordPeriod, toRecord)},
		{Verb: verbRecordChannel, Who: turn.Agency, Do: turn.Reads1(recordChannel, toChannel)},
		{Question: questionReceived, Who: turn.Agency, Do: turn.With1(answerReceived, toChannel), Beside: turn.Beside{
			Takes: form.TakesDay, Again: turn.Reads1(recordChannel, toChannel), Back: turn.Reads1(backToChannel, toChannel)}},
		{Verb: verbRecordWhen, Who: turn.Agency, Do: turn.With1(askRecordKind, toDate)},
		{Verb: verbRecordExample, Who: turn.Agency, Do: turn.With1(recordExample, toFile)},
		{Verb: verbRecordNil, Who: turn.Agency, Do: turn.With1(recordNil, toFile)},

		// Several units that have nothing.
		{Verb: verbNilUnits, Who: turn.Agency, Do: turn.Reads0(beginNilUnits)},
		{Question: questionNilUnits, Free: true, Who: turn.Agency, Do: turn.Reads1(answerNilUnits, nilAsked), Beside: turn.Beside{
			Takes: form.TakesUnit, Again: turn.Reads1(showNilUnits, nilAsked)}},
		{Question: questionNilWhen, Who: turn.Agency, Do: turn.Reads1(answerNilDay, nilAsked), Beside: turn.Beside{
			Takes: form.TakesDay, Again: turn.Reads1(askNilDay, nilAsked), Back: turn.Reads1(showNilUnits, nilAsked)}},
		{Verb: verbNilShow, Who: turn.Agency, Do: turn.Reads1(showNilUnits, nilShown)},
		{Verb: verbNilAdd, Who: turn.Agency, Do: turn.Reads3(addNilUnit, nilShown, turn.Unit, turn.Number("choice", 0, maxNils))},
		{Verb: verbNilChannel, Who: turn.Agency, Do: turn.Reads2(setNilChannel, nilShown, turn.OneOf("channel", channels...))},
		{Verb: verbNilDay, Who: turn.Agency, Do: turn.Reads1(askNilDay, nilShown)},
		{Verb: verbNilWhen, Who: turn.Agency, Do: turn.Reads2(setNilDay, nilShown, turn.Moment)},
		{Verb: verbNilPeriods, Who: turn.Agency, Do: turn.Reads1(askNilPeriod, nilShown)},
		{Verb: verbNilPeriod, Who: turn.Agency, Do: turn.Reads2(setNilPeriod, nilShown, turn.Period)},
		{Verb: verbNilTicks, Who: turn.Agency, Do: turn.Reads2(showTicks, nilShown, turn.Page)},
		{Verb: verbNilTick, Who: turn.Agency, Do: turn.Reads4(tickUnit, nilShown, turn.Unit, turn.Flag("on"), turn.Page)},
		{Verb: verbNilFile, Who: turn.Agency, Do: turn.With1(fileNilUnits, nilShown)},
		{Verb: verbNilFiled, Who: turn.Agency, Do: turn.Reads3(showNilFiled, turn.Period, turn.Moment, turn.Page)},

		// What reached the agency by other ways, and was passed on.
		{Verb: verbPassedRecord, Who: turn.Agency, Do: turn.With2(recordPassed, passedKind, turn.Unit)},
		{Verb: verbPassedChannel, Who: turn.Agency, Do: turn.With3(setPassedChannel, passedKind, turn.Unit, turn.OneOf("channel", channels...))},
		{Verb: verbPassedEach, Who: turn.Agency, Do: turn.With3(draftPassed, passedKind, turn.Unit, turn.Flag("each"))},
		{Verb: verbPassedPick, Who: turn.Agency, Do: turn.Reads1(pickPassed, passedKind)},
		{Verb: verbPassedUnit, Who: turn.Agency, Do: turn.Reads2(usePassedUnit, passedKind, turn.Unit)},
		{Question: questionPassedUnit, Free: true, Who: turn.Agency, Do: turn.Reads1(answerPassedUnit, passedKind), Beside: turn.Beside{
			Takes: form.TakesUnit, Again: turn.Reads1(pickPassed, passedKind), Back: turn.Reads1(backToPassed, passedKind)}},
		{Verb: verbPassedDay, Who: turn.Agency, Do: turn.Reads1(askPassedDay, passedKind)},
		{Verb: verbPassedWhen, Who: turn.Agency, Do: turn.Reads2(setPassedDay, passedKind, turn.Moment)},
		{Question: questionPassedWhen, Who: turn.Agency, Do: turn.Reads1(answerPassedDay, passedKind), Beside: turn.Beside{
			Takes: form.TakesDay, Again: turn.Reads1(askPassedDay, passedKind), Back: turn.Reads1(backToPassed, passedKind)}},
		{Verb: verbPassedBy, Who: turn.Agency, Do: turn.Reads1(passBy, passedKind)},
		{Verb: verbPassedJoin, Who: turn.Agency, Do: turn.With1(joinPassed, passedKind)},

		// Extensions and pauses.
		{Commands: []string{"giahan"}, Words: []string{texts.WordExtend}, Who: turn.Agency, Do: turn.Reads0(extendMenu)},
		{Verb: verbExtendScope, Who: turn.Agency, Do: turn.Reads1(askExtendPeriod, scope)},
		{Verb: verbExtendBlocks, Who: turn.Agency, Do: turn.Reads1(extendBlocks, turn.Page)},
		{Verb: verbExtendBlock, Who: turn.Agency, Do: turn.Reads1(extendBlock, turn.NamedBlock)},
		{Verb: verbExtendUnit, Who: turn.Agency, Do: turn.Reads0(extendUnit)},
		{Verb: verbExtendPeriod, Who: turn.Agency, Do: turn.Reads1(extendPeriod, toExtend)},
		{Question: questionExtendDate, Who: turn.Agency, Do: turn.With1(answerExtendDate, toExtend), Beside: turn.Beside{
			Takes: form.TakesDay, Again: turn.Reads1(extendPeriod, toExtend), Back: turn.Reads1(backToPeriod, toExtend)}},
		{Verb: verbExtendDate, Who: turn.Agency, Do: turn.Reads1(askExtendReason, toDay)},
		{Verb: verbExtendNoReason, Who: turn.Agency, Do: turn.Reads1(skipExtendReason, toDay)},
		{Question: questionExtendReason, Who: turn.Agency, Do: turn.Reads2(answerExtendReason, toDay, given), Beside: turn.Beside{
			Takes: form.TakesReason, Again: turn.Reads2(extendReasonAgain, toDay, given), Back: turn.Reads2(backToDay, toDay, given),
			Skip: turn.Reads2(skipReason, toDay, given)}},
		{Question: questionExtendConfirm, Who: turn.Agency, Do: turn.Reads2(answerExtendReason, toDay, given), Beside: turn.Beside{
			Takes: form.TakesReason, Again: turn.Reads2(confirmExtend, toDay, given), Back: turn.Reads2(extendReasonAgain, toDay, given)}},
		{Verb: verbExtend, Who: turn.Agency, Do: turn.With1(extend, toConfirm)},
		{Commands: []string{"tamdung"}, Words: []string{texts.WordPause}, Who: turn.Agency, Do: turn.Reads0(pauseMenu)},
		{Verb: verbPause, Who: turn.Agency, Do: turn.Reads2(confirmPause, turn.Unit, turn.Period)},
		{Verb: verbPaused, Who: turn.Agency, Do: turn.With2(pause, turn.Unit, turn.Period)},
		{Verb: verbUnpause, Who: turn.Agency, Do: turn.With2(resume, turn.Unit, turn.Period)},

		// Where things stand, and documents.
		{Commands: []string{"tinhhinh"}, Words: []string{texts.WordSituation}, Who: turn.Agency | turn.Leader | turn.BlockHead, Do: turn.Reads0(situation)},
		{Verb: digest.VerbShow, Who: turn.Agency | turn.Leader | turn.BlockHead, Do: turn.Reads3(showDigest, turn.Period, section, turn.Page)},
		{Verb: digest.VerbPapers, Who: turn.Agency | turn.Leader, Do: turn.Reads1(papersMenu, turn.Period)},
		{Verb: verbPaper, Who: turn.Agency | turn.Leader, Do: turn.With2(orderPaper, paperKind, turn.Period)},
		{Verb: card.VerbPraise, Who: turn.Agency, Do: turn.With1(orderCard, turn.Example)},
	}
}

// given is the reason that was given already, if any.
var given = turn.Opt(turn.Text("reason"))

// section is a section of the digest.
var section = turn.OneOf("section", digest.Main, digest.Gaps, digest.Unconnected, digest.Lost, digest.Blocks, digest.Kinds, digest.Examples)
