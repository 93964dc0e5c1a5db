package unit

import (
	"guongsang/handlers/card"
	"guongsang/handlers/draft"
	"guongsang/handlers/duty"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/texts"
)

// Routes are what focal points and heads can ask.
func Routes() []turn.Route {
	return []turn.Route{
		// Introductions.
		{Verb: chat.VerbIntroduce, Keeps: true, Commands: []string{"gui"}, Words: []string{texts.LabelIntroduce}, Who: turn.OfUnit,
			Do: turn.With2(introduce, turn.Opt(turn.Unit), turn.Opt(turn.Period))},
		{Verb: draft.VerbNew, Who: turn.OfUnit, Do: turn.With2(newDraft, turn.Opt(turn.Unit), turn.Opt(turn.Period))},

		// Nothing to introduce.
		{Verb: chat.VerbNilPick, Keeps: true, Commands: []string{"khong"}, Words: []string{texts.LabelNil}, Exact: true, Who: turn.OfUnit, Do: turn.With0(pickNil)},
		{Verb: chat.VerbNil, Keeps: true, Who: turn.OfUnit, Do: turn.With2(pressNil, duty.Of, turn.Opt(turn.Flag("sure")))},
		{Verb: verbNilAll, Who: turn.OfUnit, Do: turn.With1(pressNilAll, turn.Period)},
		{Verb: verbNilPage, Who: turn.OfUnit, Do: turn.Reads1(listNil, turn.Page)},
		{Verb: verbReason, Who: turn.OfUnit, Do: turn.Reads1(askReason, filedNil)},
		{Question: questionReason, Free: true, Who: turn.OfUnit, Do: turn.With1(answerReason, filedNil), Beside: turn.Beside{
			Takes: form.TakesReason, Again: turn.Reads1(askReason, filedNil), Skip: turn.Reads1(passReason, filedNil)}},
		{Verb: verbSkipReason, Who: turn.OfUnit, Do: turn.Reads0(skipReason)},
		{Verb: VerbUndo, Who: turn.OfUnit | turn.Agency, Do: turn.With1(undoNil, ownNil)},

		// Where the unit stands, and reminders.
		{Commands: []string{"ky"}, Words: []string{texts.WordNow}, Who: turn.OfUnit, Do: turn.Reads0(periodWord)},
		{Verb: chat.VerbOwed, Keeps: true, Who: turn.OfUnit, Do: turn.Reads1(listOwed, turn.Page)},
		{Verb: verbPeriodsOf, Who: turn.OfUnit, Do: turn.Reads1(periodOf, turn.Unit)},
		{Verb: chat.VerbSnooze, Keeps: true, Who: turn.Focal, Do: turn.With0(snooze)},

		// The quarter.
		{Verb: draft.VerbQuarter, Who: turn.OfUnit, Do: turn.Reads2(listQuarter, quarter, turn.Page)},
		{Verb: verbMark, Who: turn.OfUnit, Do: turn.Reads4(tickExample, quarter, turn.Example, turn.Flag("on"), turn.Page)},
		{Verb: verbQuarterDone, Who: turn.OfUnit, Do: turn.With1(chooseQuarter, quarter)},
		{Verb: verbQuarterNew, Who: turn.OfUnit, Do: turn.With1(newForQuarter, quarter)},
		{Question: questionQuarter, Who: turn.OfUnit, Do: turn.With2(answerQuarter, duty.Of, numbers), Beside: turn.Beside{
			Takes: form.TakesChoice, Again: turn.With2(quarterAgain, duty.Of, numbers)}},

		// What was sent.
		{Commands: []string{"dagui"}, Words: []string{texts.WordSent}, Who: turn.OfUnit, Do: turn.Reads0(sentWord)},
		{Verb: verbSent, Who: turn.OfUnit, Do: turn.Reads2(listSent, turn.Unit, turn.Opt(turn.Page))},
		{Verb: draft.VerbSee, Who: turn.OfUnit, Do: turn.Reads1(seeSent, turn.Example)},
		{Verb: verbAmend, Who: turn.OfUnit, Do: turn.With1(draft.Amend, toAmend)},
		{Verb: chat.VerbComplete, Keeps: true, Who: turn.OfUnit, Do: turn.With1(draft.Amend, toAmend)},
		{Verb: verbWithdraw, Who: turn.OfUnit, Do: turn.Reads1(withdrawSent, toWithdraw)},
		{Verb: verbWithdrawn, Who: turn.OfUnit, Do: turn.With1(withdrawnSent, toWithdraw)},
		{Verb: verbAnew, Who: turn.OfUnit, Do: turn.With1(draft.SendAnew, toSendAnew)},
		{Verb: verbAskCorrection, Who: turn.OfUnit, Do: turn.Reads1(askWhat, ToAskFor)},
		{Question: questionWhat, Free: true, Who: turn.OfUnit, Do: turn.With1(answerWhat, ToAskFor), Beside: turn.Beside{
			Takes: form.TakesShown, Again: turn.Reads1(askWhat, ToAskFor)}},
		{Question: questionWhy, Free: true, Who: turn.OfUnit, Do: turn.With2(answerWhy, ToAskFor, turn.Text("reason")), Beside: turn.Beside{
			Takes: form.TakesReason, Again: turn.Reads2(AskWhy, ToAskFor, turn.Text("reason")), Back: turn.Reads2(backToWhat, ToAskFor, turn.Text("reason"))}},
		{Verb: card.VerbAnswer, Keeps: true, Who: turn.OfUnit, Do: turn.Reads1(askAnswer, openInquiry)},
		{Question: questionAnswer, Free: true, Who: turn.OfUnit, Do: turn.With1(answerInquiry, openInquiry), Beside: turn.Beside{
			Takes: form.TakesAnswer, Again: turn.Reads1(askAnswer, openInquiry)}},
		{Verb: verbLetter, Who: turn.OfUnit, Do: turn.With2(orderLetter, turn.Unit, turn.Period)},

		// Who serves the unit.
		{Verb: verbUnits, Who: turn.OfUnit, Do: turn.Reads2(showUnits, toPick, turn.Page)},
		{Commands: []string{"bangiao"}, Words: []string{texts.WordHandover}, Who: turn.OfUnit, Do: turn.With0(handOver)},
		{Verb: VerbHandOver, Who: turn.OfUnit, Do: turn.With1(pressHandover, turn.Unit)},
		{Commands: []string{"thoi"}, Words: []string{texts.WordLeave}, Who: turn.Focal, Do: turn.Reads0(leaveOffice)},
		{Verb: verbResign, Who: turn.Focal, Do: turn.Reads1(askLeave, turn.Unit)},
		{Verb: verbResigned, Who: turn.Focal, Do: turn.With1(leaveUnit, turn.Unit)},
	}
}
