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

			"d.new": (*turn).newDraft, "d.resume": (*turn).resumeDraft, "d.list": (*turn).listDrafts,
			"d.pick": (*turn).pickAnswer, "d.tick": (*turn).tickGroup, "d.keep": (*turn).keepAnswer, "d.back": (*turn).stepBack,
			"d.cut": (*turn).cutSummary, "d.nofiles": (*turn).dropFiles, "d.caption": (*turn).addCaption,
			"d.review": (*turn).reviewDraft, "d.edit": (*turn).editDraft, "d.more": (*turn).moreDraft, "d.field": (*turn).askField,
			"d.periods": (*turn).listPeriods, "d.period": (*turn).setPeriod,
			"d.save": (*turn).keepDraft, "d.drop": (*turn).dropDraft, "d.dropped": (*turn).droppedDraft,
			"d.send": (*turn).sendDraft,

			"n.why": (*turn).askReason, "n.skip": (*turn).skipReason, "n.undo": (*turn).undoNil,
			"p.unit": (*turn).periodOf,
			"s.list": (*turn).listSent, "s.see": (*turn).seeSent, "s.amend": (*turn).amendSent,
			"s.pull": (*turn).withdrawSent, "s.pulled": (*turn).withdrawnSent, "s.attach": (*turn).attach,
			verbLetter: (*turn).orderLetter,
			"q.list":   (*turn).listQuarter, "q.tick": (*turn).tickExample, "q.done": (*turn).chooseQuarter, "q.new": (*turn).newForQuarter,
		},
		questions: map[string]question{
			askPrefix + "preview": {answer: (*turn).answerPreview},
			"n.why":               {answer: (*turn).answerReason, free: true},
			"q.list":              {answer: (*turn).answerQuarter},
		},
	}
	for _, q := range form.Questions {
		r.questions[askPrefix+q.Key] = question{answer: (*turn).answerDraft, free: true}
	}
	return r
}
