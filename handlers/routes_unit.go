package handlers

import (
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/texts"
)

// unitRoutes are what focal points can ask.
func unitRoutes() routes {
	r := routes{
		commands: map[string]action{
			"gui": (*turn).introduce, "khong": (*turn).nilWord, "ky": (*turn).periodWord, "dagui": (*turn).sentWord, "huy": (*turn).cancelWord,
		},
		words: map[string]action{
			texts.LabelIntroduce: (*turn).introduce,
			texts.LabelNil:       (*turn).nilWord,
			texts.WordNow:        (*turn).periodWord,
			texts.WordSent:       (*turn).sentWord,
			texts.WordCancel:     (*turn).cancelWord,
		},
		verbs: map[string]verb{
			chat.VerbIntroduce: (*turn).introduceFor,
			chat.VerbResume:    (*turn).resumeFor,
			chat.VerbNil:       (*turn).pressNil,
			chat.VerbNilPick:   (*turn).pickNil,
			chat.VerbSnooze:    (*turn).snooze,
			chat.VerbComplete:  (*turn).completeSent,

			verbNew: (*turn).newDraft, verbResumeDraft: (*turn).resumeDraft, verbDrafts: (*turn).listDrafts,
			verbChoose: (*turn).pickAnswer, verbTick: (*turn).tickGroup, verbKeep: (*turn).keepAnswer, verbBack: (*turn).stepBack,
			verbCut: (*turn).cutSummary, verbNoFiles: (*turn).dropFiles, verbCaption: (*turn).addCaption,
			verbReview: (*turn).reviewDraft, verbEdit: (*turn).editDraft, verbMore: (*turn).moreDraft, verbField: (*turn).askField,
			verbPeriods: (*turn).listPeriods, verbPeriod: (*turn).setPeriod,
			verbSave: (*turn).keepDraft, verbDrop: (*turn).dropDraft, verbDropped: (*turn).droppedDraft,
			verbSend: (*turn).sendDraft,

			verbReason: (*turn).askReason, verbSkipReason: (*turn).skipReason, verbUndo: (*turn).undoNil,
			verbPeriodsOf: (*turn).periodOf,
			verbSent:      (*turn).listSent, verbSee: (*turn).seeSent, verbAmend: (*turn).amendSent,
			verbWithdraw: (*turn).withdrawSent, verbWithdrawn: (*turn).withdrawnSent, verbAttach: (*turn).attach,
			verbLetter:  (*turn).orderLetter,
			verbQuarter: (*turn).listQuarter, verbMark: (*turn).tickExample, verbQuarterDone: (*turn).chooseQuarter, verbQuarterNew: (*turn).newForQuarter,
		},
		questions: map[string]question{
			questionPreview: {answer: (*turn).answerPreview},
			questionReason:  {answer: (*turn).answerReason, free: true},
			questionQuarter: {answer: (*turn).answerQuarter},
		},
	}
	for _, q := range form.Questions {
		r.questions[questionPrefix+q.Key] = question{answer: (*turn).answerDraft, free: true}
	}
	return r
}
