package unit

import (
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/texts"
)

// Routes are what focal points can ask.
func Routes() turn.Routes {
	r := turn.Routes{
		Commands: map[string]turn.Action{
			"gui": introduce, "khong": nilWord, "ky": periodWord, "dagui": sentWord, "huy": cancelWord,
		},
		Words: map[string]turn.Action{
			texts.LabelIntroduce: introduce,
			texts.LabelNil:       nilWord,
			texts.WordNow:        periodWord,
			texts.WordSent:       sentWord,
			texts.WordCancel:     cancelWord,
		},
		Verbs: map[string]turn.Verb{
			chat.VerbIntroduce: introduceFor,
			chat.VerbResume:    resumeFor,
			chat.VerbNil:       pressNil,
			chat.VerbNilPick:   pickNil,
			chat.VerbSnooze:    snooze,
			chat.VerbComplete:  completeSent,

			verbNew: newDraft, verbResumeDraft: resumeDraft, verbDrafts: listDrafts,
			verbChoose: pickAnswer, verbTick: tickGroup, verbKeep: keepAnswer, verbBack: stepBack,
			verbCut: cutSummary, verbNoFiles: dropFiles, verbCaption: addCaption,
			verbReview: reviewDraft, verbEdit: editDraft, verbMore: moreDraft, verbField: askField,
			verbPeriods: listPeriods, verbPeriod: setPeriod,
			verbSave: keepDraft, verbDrop: dropDraft, verbDropped: droppedDraft,
			verbSend: sendDraft,

			verbReason: askReason, verbSkipReason: skipReason, verbUndo: undoNil,
			verbPeriodsOf: periodOf,
			verbSent:      listSent, verbSee: seeSent, verbAmend: amendSent,
			verbWithdraw: withdrawSent, verbWithdrawn: withdrawnSent, verbAttach: attach,
			verbLetter:  orderLetter,
			verbQuarter: listQuarter, verbMark: tickExample, verbQuarterDone: chooseQuarter, verbQuarterNew: newForQuarter,
		},
		Questions: map[string]turn.Question{
			questionPreview: {Answer: answerPreview},
			questionReason:  {Answer: answerReason, Free: true},
			questionQuarter: {Answer: answerQuarter},
		},
	}
	for _, q := range form.Questions {
		r.Questions[questionPrefix+q.Key] = turn.Question{Answer: answerDraft, Free: true}
	}
	return r
}
