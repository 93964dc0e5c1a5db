package draft

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

// Routes are what can be asked about drafts.
func Routes() []turn.Route {
	routes := []turn.Route{
		// Which draft.
		{Verb: turn.VerbTakeDraft, Who: turn.Focal, Do: turn.With1(take, leftDraft)},
		{Verb: chat.VerbResume, Keeps: true, Who: writers, Do: turn.With1(resumeDraft, turn.AnyDraft)},
		{Verb: verbResumeDraft, Who: writers, Do: turn.With1(resumeDraft, turn.AnyDraft)},
		{Verb: verbDrafts, Who: writers, Do: turn.Reads1(listDrafts, turn.Page)},
		{Commands: []string{"huy"}, Words: []string{texts.WordCancel}, Who: turn.Everyone, Do: turn.Reads0(cancelWord)},

		// The questions of a draft.
		{Verb: verbChoose, Who: writers, Do: turn.With3(pickAnswer, turn.Draft, questionKind, turn.Number("choice", 0, 99_999))},
		{Verb: verbUnitPage, Who: writers, Do: turn.With2(listUnits, turn.Draft, turn.Page)},
		{Verb: verbAnswers, Who: writers, Do: turn.With3(listAnswers, turn.Draft, questionKind, turn.Page)},
		{Verb: verbTick, Who: writers, Do: turn.With3(tickGroup, turn.Draft, turn.OneOf("group", report.Groups[:]...), turn.Flag("on"))},
		{Verb: verbKeep, Who: writers, Do: turn.With2(keepAnswer, turn.Draft, turn.Opt(from))},
		{Verb: verbBack, Who: writers, Do: turn.With3(stepBack, turn.Draft, questionKind, turn.Opt(from))},
		{Verb: verbMeant, Who: writers, Do: turn.With1(resolveDoubt, doubtKind)},
		{Verb: verbAddTold, Who: writers, Do: turn.With2(addTold, turn.Draft, turn.Opt(turn.Text("mark")))},
		{Verb: verbNewTold, Who: turn.OfUnit, Do: turn.With1(newTold, turn.Opt(turn.Text("mark")))},
		{Verb: verbRemove, Who: writers, Do: turn.With3(removeAnswer, turn.Draft, questionKind, turn.Opt(from))},
		{Verb: verbCut, Who: writers, Do: turn.With1(cutSummary, turn.Draft)},
		{Verb: verbNoFiles, Who: writers, Do: turn.With1(dropFiles, turn.Draft)},
		{Verb: verbCaption, Keeps: true, Who: writers, Do: turn.With2(addCaption, openedDraft, turn.Number("file", 0, 99))},

		{Verb: verbEach, Who: writers, Do: turn.With1(pressEach, draftDocument)},
		{Verb: verbEachPasted, Who: writers, Do: turn.With1(eachPasted, turn.Text("mark"))},
		{Verb: verbOnePasted, Who: writers, Do: turn.With1(onePasted, turn.Text("mark"))},
		{Verb: verbAttachOnly, Who: writers, Do: turn.With1(attachOnly, draftDocument)},

		// The whole draft.
		{Verb: verbReview, Who: writers, Do: turn.With1(reviewDraft, shown)},
		{Verb: verbRenew, Who: writers, Do: turn.With3(renewConsent, turn.Draft, turn.Flag("yes"), turn.Opt(turn.Period))},
		{Verb: verbWhole, Who: writers, Do: turn.Reads2(showWhole, turn.Draft, turn.Page)},
		{Verb: verbKind, Who: writers, Do: turn.Reads1(showKind, turn.Draft)},
		{Verb: verbKindSet, Who: writers, Do: turn.With3(setKind, turn.Draft, questionKind, turn.Number("choice", 0, 9))},
		{Verb: verbEdit, Who: writers, Do: turn.Reads2(editDraft, turn.Draft, turn.Opt(turn.Page))},
		{Verb: verbMore, Who: writers, Do: turn.With2(moreDraft, turn.Draft, turn.Opt(turn.Page))},
		{Verb: verbSubject, Who: writers, Do: turn.Reads3(listSubject, turn.Draft, subjectKind, from)},
		{Verb: verbField, Who: writers, Do: turn.With3(askField, turn.Draft, questionKind, from)},
		{Verb: verbPeriods, Who: writers, Do: turn.Reads1(listPeriods, turn.Draft)},
		{Verb: verbPeriod, Who: writers, Do: turn.With2(setPeriod, turn.Draft, turn.Period)},
		{Verb: verbSave, Who: writers, Do: turn.With1(Save, turn.Draft)},
		{Verb: verbDrop, Who: writers, Do: turn.Reads1(askDrop, turn.Draft)},
		{Verb: verbDropped, Who: writers, Do: turn.With1(droppedDraft, turn.Draft)},
		{Verb: verbSend, Who: writers, Do: turn.With3(sendDraft, shown, turn.Period, turn.Opt(turn.Flag("sure")))},
		{Verb: verbAlike, Who: writers, Do: turn.Reads3(listAlike, turn.Draft, turn.Period, turn.Page)},
		{Question: QuestionPreview, Idle: true, Who: writers, Do: turn.With0(answerPreview)},

		// What waits for the unit's head.
		{Verb: verbTakeBack, Who: turn.OfUnit, Do: turn.With1(takeBack, turn.Draft)},
		{Verb: verbApprove, Who: turn.Head, Do: turn.With1(approve, approved)},
		{Verb: verbRead, Keeps: true, Who: turn.Head, Do: turn.Reads2(readSubmitted, turn.SubmittedDraft, turn.Page)},
		{Verb: verbReturn, Keeps: true, Who: turn.Head, Do: turn.Reads1(askReturn, turn.SubmittedDraft)},
		{Question: questionReturn, Free: true, Who: turn.Head, Do: turn.With1(answerReturn, turn.SubmittedDraft), Beside: turn.Beside{
			Takes: form.TakesReason, Again: turn.Reads1(askReturn, turn.SubmittedDraft)}},

		// What was sent: all of it, and files that came after it.
		{Verb: VerbSentWhole, Who: turn.OfUnit, Do: turn.Reads2(showSentWhole, turn.Example, turn.Page)},
		{Verb: verbAttach, Keeps: true, Who: turn.OfUnit, Do: turn.With2(attach, turn.ExampleAt(nil), openedDraft)},
	}
	for _, q := range form.Questions {
		routes = append(routes, turn.Route{Question: questionOf(q), Free: true, Who: writers, Do: turn.With2(answerDraft(q), openDraft, turn.Opt(from))})
	}
	return routes
}

// shown is a draft that is shown whole next, or sent.
var shown = turn.Draft.Ahead(turn.LookAheadAt)

// approved is a draft that its head sends.
var approved = turn.SubmittedDraft.Ahead(func(t *turn.Reading, s turn.Submitted) { turn.LookAheadAt(t, s.Draft) })

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
