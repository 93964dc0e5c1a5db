package unit

import (
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// writers are who has drafts: those who report for a unit, and the agency on behalf
// of units.
const writers = turn.OfUnit | turn.Agency

// Routes are what focal points and heads can ask.
func Routes() []turn.Route {
	routes := []turn.Route{
		// Introductions.
		{Verb: chat.VerbIntroduce, Keeps: true, Commands: []string{"gui"}, Words: []string{texts.LabelIntroduce}, Who: turn.OfUnit,
			Do: turn.With2(introduce, turn.Opt(turn.Unit), turn.Opt(turn.Period))},
		{Verb: verbNew, Who: turn.OfUnit, Do: turn.With2(newDraft, turn.Opt(turn.Unit), turn.Opt(turn.Period))},
		{Verb: chat.VerbResume, Keeps: true, Who: writers, Do: turn.With1(resumeDraft, turn.AnyDraft)},
		{Verb: verbResumeDraft, Who: writers, Do: turn.With1(resumeDraft, turn.AnyDraft)},
		{Verb: verbDrafts, Who: writers, Do: turn.Reads1(listDrafts, turn.Page)},
		{Commands: []string{"huy"}, Words: []string{texts.WordCancel}, Who: turn.Everyone, Do: turn.Reads0(cancelWord)},

		// The questions of a draft.
		{Verb: verbChoose, Who: writers, Do: turn.With3(pickAnswer, turn.Draft, questionKind, turn.Number("choice", 0, 99_999))},
		{Verb: verbUnitPage, Who: writers, Do: turn.With2(listUnits, turn.Draft, turn.Page)},
		{Verb: verbTick, Who: writers, Do: turn.With3(tickGroup, turn.Draft, turn.OneOf("group", report.Groups[:]...), turn.Flag("on"))},
		{Verb: verbKeep, Who: writers, Do: turn.With2(keepAnswer, turn.Draft, turn.Opt(from))},
		{Verb: verbBack, Who: writers, Do: turn.With3(stepBack, turn.Draft, questionKind, turn.Opt(from))},
		{Verb: verbMeant, Who: writers, Do: turn.With1(resolveDoubt, doubtKind)},
		{Verb: verbAddTold, Who: writers, Do: turn.With1(addTold, turn.Draft)},
		{Verb: verbNewTold, Who: turn.OfUnit, Do: turn.With0(newTold)},
		{Verb: verbCut, Who: writers, Do: turn.With1(cutSummary, turn.Draft)},
		{Verb: verbNoFiles, Who: writers, Do: turn.With1(dropFiles, turn.Draft)},
		{Verb: verbCaption, Keeps: true, Who: writers, Do: turn.With2(addCaption, openedDraft, turn.Number("file", 0, 99))},

		{Verb: verbEach, Who: writers, Do: turn.With1(pressEach, draftDocument)},
		{Verb: verbEachPasted, Who: writers, Do: turn.With1(eachPasted, turn.Text("mark"))},
		{Verb: verbOnePasted, Who: writers, Do: turn.With1(onePasted, turn.Text("mark"))},
		{Verb: verbAttachOnly, Who: writers, Do: turn.With1(attachOnly, draftDocument)},

		// The whole draft.
		{Verb: verbReview, Who: writers, Do: turn.With1(reviewDraft, turn.Draft)},
		{Verb: verbRenew, Who: writers, Do: turn.With3(renewConsent, turn.Draft, turn.Flag("yes"), turn.Opt(turn.Period))},
		{Verb: verbWhole, Who: writers, Do: turn.Reads2(showWhole, turn.Draft, turn.Page)},
		{Verb: verbKind, Who: writers, Do: turn.Reads1(showKind, turn.Draft)},
		{Verb: verbKindSet, Who: writers, Do: turn.With3(setKind, turn.Draft, questionKind, turn.Number("choice", 0, 9))},
		{Verb: verbEdit, Who: writers, Do: turn.Reads1(editDraft, turn.Draft)},
		{Verb: verbMore, Who: writers, Do: turn.With1(moreDraft, turn.Draft)},
		{Verb: verbField, Who: writers, Do: turn.With3(askField, turn.Draft, questionKind, from)},
		{Verb: verbPeriods, Who: writers, Do: turn.Reads1(listPeriods, turn.Draft)},
		{Verb: verbPeriod, Who: writers, Do: turn.With2(setPeriod, turn.Draft, turn.Period)},
		{Verb: verbSave, Who: writers, Do: turn.With1(saveDraft, turn.Draft)},
		{Verb: verbDrop, Who: writers, Do: turn.Reads1(askDrop, turn.Draft)},
		{Verb: verbDropped, Who: writers, Do: turn.With1(droppedDraft, turn.Draft)},
		{Verb: verbSend, Who: writers, Do: turn.With3(sendDraft, turn.Draft, turn.Period, turn.Opt(turn.Flag("sure")))},
		{Question: questionPreview, Idle: true, Who: writers, Do: turn.With0(answerPreview)},

		// Nothing to introduce.
		{Verb: chat.VerbNilPick, Keeps: true, Commands: []string{"khong"}, Words: []string{texts.LabelNil}, Exact: true, Who: turn.OfUnit, Do: turn.With0(pickNil)},
		{Verb: chat.VerbNil, Keeps: true, Who: turn.OfUnit, Do: turn.With2(pressNil, duty, turn.Opt(turn.Flag("sure")))},
		{Verb: verbNilPage, Who: turn.OfUnit, Do: turn.Reads1(listNil, turn.Page)},
		{Verb: verbReason, Who: turn.OfUnit, Do: turn.Reads1(askReason, filedNil)},
		{Question: questionReason, Free: true, Who: turn.OfUnit, Do: turn.With1(answerReason, filedNil), Beside: turn.Beside{
			Takes: form.TakesReason, Again: turn.Reads1(askReason, filedNil), Skip: turn.Reads1(passReason, filedNil)}},
		{Verb: verbSkipReason, Who: turn.OfUnit, Do: turn.Reads0(skipReason)},
		{Verb: VerbUndo, Who: writers, Do: turn.With1(undoNil, ownNil)},

		// Where the unit stands, and reminders.
		{Commands: []string{"ky"}, Words: []string{texts.WordNow}, Who: turn.OfUnit, Do: turn.Reads0(periodWord)},
		{Verb: chat.VerbOwed, Keeps: true, Who: turn.OfUnit, Do: turn.Reads1(listOwed, turn.Page)},
		{Verb: verbPeriodsOf, Who: turn.OfUnit, Do: turn.Reads1(periodOf, turn.Unit)},
		{Verb: chat.VerbSnooze, Keeps: true, Who: turn.Focal, Do: turn.With0(snooze)},

		// The quarter.
		{Verb: verbQuarter, Who: turn.OfUnit, Do: turn.Reads2(listQuarter, quarter, turn.Page)},
		{Verb: verbMark, Who: turn.OfUnit, Do: turn.Reads4(tickExample, quarter, turn.Example, turn.Flag("on"), turn.Page)},
		{Verb: verbQuarterDone, Who: turn.OfUnit, Do: turn.With1(chooseQuarter, quarter)},
		{Verb: verbQuarterNew, Who: turn.OfUnit, Do: turn.With1(newForQuarter, quarter)},
		{Question: questionQuarter, Who: turn.OfUnit, Do: turn.With2(answerQuarter, duty, numbers), Beside: turn.Beside{
			Takes: form.TakesChoice, Again: turn.With2(quarterAgain, duty, numbers)}},

		// What was sent.
		{Commands: []string{"dagui"}, Words: []string{texts.WordSent}, Who: turn.OfUnit, Do: turn.Reads0(sentWord)},
		{Verb: verbSent, Who: turn.OfUnit, Do: turn.Reads2(listSent, turn.Unit, turn.Opt(turn.Page))},
		{Verb: VerbSee, Who: turn.OfUnit, Do: turn.Reads1(seeSent, turn.Example)},
		{Verb: verbSentWhole, Who: turn.OfUnit, Do: turn.Reads2(showSentWhole, turn.Example, turn.Page)},
		{Verb: verbAmend, Who: turn.OfUnit, Do: turn.With1(amendSent, toAmend)},
		{Verb: chat.VerbComplete, Keeps: true, Who: turn.OfUnit, Do: turn.With1(amendSent, toAmend)},
		{Verb: verbWithdraw, Who: turn.OfUnit, Do: turn.Reads1(withdrawSent, toWithdraw)},
		{Verb: verbWithdrawn, Who: turn.OfUnit, Do: turn.With1(withdrawnSent, toWithdraw)},
		{Verb: verbAttach, Keeps: true, Who: turn.OfUnit, Do: turn.With2(attach, turn.ExampleAt(nil), openedDraft)},
		{Verb: verbLetter, Who: turn.OfUnit, Do: turn.With2(orderLetter, turn.Unit, turn.Period)},

		// Who serves the unit.
		{Verb: verbUnits, Who: turn.OfUnit, Do: turn.Reads2(showUnits, toPick, turn.Page)},
		{Commands: []string{"bangiao"}, Words: []string{texts.WordHandover}, Who: turn.OfUnit, Do: turn.With0(handOver)},
		{Verb: VerbHandOver, Who: turn.OfUnit, Do: turn.With1(pressHandover, turn.Unit)},
		{Commands: []string{"thoi"}, Words: []string{texts.WordLeave}, Who: turn.Focal, Do: turn.Reads0(leaveOffice)},
		{Verb: verbResign, Who: turn.Focal, Do: turn.Reads1(askLeave, turn.Unit)},
		{Verb: verbResigned, Who: turn.Focal, Do: turn.With1(leaveUnit, turn.Unit)},
	}
	for _, q := range form.Questions {
		routes = append(routes, turn.Route{Question: questionOf(q), Free: true, Who: writers, Do: turn.With2(answerDraft(q), openDraft, turn.Opt(from))})
	}
	return routes
}

// questionKind is a question of the form.
var questionKind = turn.NewKind("question", func(_ *turn.Reading, key string) (form.Question, turn.Refusal) {
	q, ok := form.Find(key)
	if !ok {
		return q, turn.Stale
	}
	return q, nil
})

// from is where a question was come to from.
var from = turn.OneOf("from", fromEdit, fromMore)

// openDraft is the draft that is open in the conversation.
var openDraft = turn.Kind[report.Draft]{Read: func(t *turn.Reading, _ []string) (report.Draft, turn.Refusal) {
	d, ok, err := t.Opened()
	if err == nil && !ok {
		return d, Unasked
	}
	return d, turn.Failed(err)
}}

// openedDraft is a draft of a button that is good only while the draft is open.
var openedDraft = turn.AnyDraft.If(func(t *turn.Reading, d report.Draft) turn.Refusal {
	if d.ID != t.Talk.Draft {
		return turn.Stale
	}
	return nil
})
