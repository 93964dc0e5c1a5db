package handlers

import (
	"guongsang/internal/digest"
	"guongsang/internal/texts"
)

// agencyRoutes are what officers, admins, leaders and heads can ask.
func agencyRoutes() routes {
	return routes{
		commands: map[string]action{
			"tinhhinh": (*turn).situation,
			"choxem":   (*turn).openQueue,
			"moi":      (*turn).inviteMenu,
			"donvi":    (*turn).unitsMenu,
			"ghinhan":  (*turn).recordOnBehalf,
			"giahan":   (*turn).extendMenu,
			"tamdung":  (*turn).pauseMenu,
			"bangiao":  (*turn).handOver,
			"thoi":     (*turn).leaveOffice,
			"quantri":  (*turn).adminCard,
		},
		words: map[string]action{
			texts.WordSituation: (*turn).situation,
			texts.WordQueue:     (*turn).openQueue,
			texts.WordInvite:    (*turn).inviteMenu,
			texts.WordUnits:     (*turn).unitsMenu,
			texts.WordBehalf:    (*turn).recordOnBehalf,
			texts.WordExtend:    (*turn).extendMenu,
			texts.WordPause:     (*turn).pauseMenu,
			texts.WordHandover:  (*turn).handOver,
			texts.WordLeave:     (*turn).leaveOffice,
			texts.WordAdmin:     (*turn).adminCard,
		},
		verbs: map[string]verb{
			verbPick: (*turn).pressUnit, // purpose unit

			// Invites.
			verbInviteUnit:      (*turn).inviteUnit,
			verbInviteTo:        (*turn).inviteToUnit,    // unit first|deputy|head
			verbInviteRole:      (*turn).inviteToAgency,  // role
			verbInviteBlocks:    (*turn).inviteBlocks,    // page
			verbInviteBlock:     (*turn).inviteBlock,     // block
			verbInviteBlockHead: (*turn).inviteBlockHead, // block
			verbInviteSheet:     (*turn).inviteSheet,     // [block]
			verbMakeSheet:       (*turn).makeInviteSheet, // [block] units
			verbListInvites:     (*turn).listInvites,     // page
			verbRevoke:          (*turn).revokeInvite,    // hash

			// Units and their people.
			verbUnit:        (*turn).unitCard,        // unit
			verbUnconnected: (*turn).listUnconnected, // page
			verbExport:      (*turn).exportUnits,
			verbTemplate:    (*turn).sendTemplate,
			verbApply:       (*turn).applyUnits, // file directory
			verbDropList:    (*turn).dropUnits,
			verbRemove:      (*turn).askRemove,     // member role place
			verbRemoved:     (*turn).remove,        // member role place
			verbHandOver:    (*turn).pressHandover, // unit
			verbResign:      (*turn).askLeave,      // unit
			verbResigned:    (*turn).leaveUnit,     // unit

			// Review.
			digest.VerbQueue: (*turn).showQueue,     // page
			verbCard:         (*turn).showCard,      // number
			verbFull:         (*turn).showFull,      // number
			verbPhotos:       (*turn).showPhotos,    // number
			verbAccept:       (*turn).acceptExample, // number version
			verbReturn:       (*turn).askReturn,     // number version
			verbReturnPhrase: (*turn).pickReason,    // number version phrase
			verbReturnDays:   (*turn).pickDays,      // number version days
			verbReturned:     (*turn).returnExample, // number version days

			// Recording on behalf of a unit.
			verbRecordPeriod:  (*turn).recordPeriod,  // unit period
			verbRecordChannel: (*turn).recordChannel, // unit period channel
			verbRecordWhen:    (*turn).recordWhen,    // unit period channel time
			verbRecordExample: (*turn).recordExample, // unit period channel time
			verbRecordNil:     (*turn).recordNil,     // unit period channel time

			// Extensions and pauses.
			verbExtendScope:    (*turn).extendScope,      // scope
			verbExtendBlocks:   (*turn).extendBlocks,     // page
			verbExtendBlock:    (*turn).extendBlock,      // block
			verbExtendUnit:     (*turn).extendUnit,       //
			verbExtendPeriod:   (*turn).extendPeriod,     // scope period
			verbExtendDate:     (*turn).extendDate,       // scope period day
			verbExtendNoReason: (*turn).skipExtendReason, // scope period day
			verbExtend:         (*turn).extend,           // scope period day
			verbPause:          (*turn).confirmPause,     // unit period
			verbPaused:         (*turn).pause,            // unit period
			verbUnpause:        (*turn).resume,           // unit period

			digest.VerbShow:   (*turn).pressDigest, // period section page
			digest.VerbPapers: (*turn).papersMenu,  // period
			verbPaper:         (*turn).orderPaper,  // kind period
			verbPraise:        (*turn).orderCard,   // number
		},
		questions: map[string]question{
			questionUnit:          {answer: (*turn).answerUnit},
			questionReturn:        {answer: (*turn).answerReturn},
			questionReturnDue:     {answer: (*turn).answerReturn},
			questionReceived:      {answer: (*turn).answerReceived},
			questionExtendDate:    {answer: (*turn).answerExtendDate},
			questionExtendReason:  {answer: (*turn).answerExtendReason},
			questionExtendConfirm: {answer: (*turn).answerExtendReason},
		},
	}
}
