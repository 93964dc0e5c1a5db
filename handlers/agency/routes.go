package agency

import (
	"guongsang/handlers/card"
	"guongsang/handlers/enrol"
	"guongsang/handlers/turn"
	"guongsang/handlers/unit"
	"guongsang/internal/digest"
	"guongsang/internal/texts"
)

// Routes are what officers, admins, leaders and heads can ask.
func Routes() turn.Routes {
	return turn.Routes{
		Commands: map[string]turn.Action{
			"tinhhinh": situation,
			"choxem":   openQueue,
			"moi":      inviteMenu,
			"donvi":    unitsMenu,
			"ghinhan":  recordOnBehalf,
			"giahan":   extendMenu,
			"tamdung":  pauseMenu,
			"bangiao":  unit.HandOver,
			"thoi":     unit.LeaveOffice,
			"quantri":  adminCard,
		},
		Words: map[string]turn.Action{
			texts.WordSituation: situation,
			texts.WordQueue:     openQueue,
			texts.WordInvite:    inviteMenu,
			texts.WordUnits:     unitsMenu,
			texts.WordBehalf:    recordOnBehalf,
			texts.WordExtend:    extendMenu,
			texts.WordPause:     pauseMenu,
			texts.WordHandover:  unit.HandOver,
			texts.WordLeave:     unit.LeaveOffice,
			texts.WordAdmin:     adminCard,
		},
		Verbs: map[string]turn.Verb{
			turn.VerbPick: pressUnit, // purpose unit

			// Invites.
			verbInviteUnit:      inviteUnit,
			verbInviteTo:        inviteToUnit,    // unit first|deputy|head
			verbInviteRole:      inviteToAgency,  // role
			verbInviteBlocks:    inviteBlocks,    // page
			verbInviteBlock:     inviteBlock,     // block
			verbInviteBlockHead: inviteBlockHead, // block
			verbInviteSheet:     inviteSheet,     // [block]
			verbMakeSheet:       makeInviteSheet, // [block] units
			verbListInvites:     listInvites,     // page
			verbRevoke:          revokeInvite,    // hash

			// Units and their people.
			verbUnit:          unitCard,        // unit
			verbUnconnected:   listUnconnected, // page
			verbExport:        exportUnits,
			verbTemplate:      sendTemplate,
			verbApply:         applyUnits, // file directory
			verbDropList:      dropUnits,
			enrol.VerbRemove:  enrol.AskRemove,    // member role place
			enrol.VerbRemoved: enrol.Remove,       // member role place
			unit.VerbHandOver: unit.PressHandover, // unit
			unit.VerbResign:   unit.AskLeave,      // unit
			unit.VerbResigned: unit.LeaveUnit,     // unit

			// Review.
			digest.VerbQueue: showQueue,     // page
			verbCard:         showCard,      // number
			card.VerbFull:    showFull,      // number
			card.VerbPhotos:  showPhotos,    // number
			card.VerbAccept:  acceptExample, // number version
			card.VerbReturn:  askReturn,     // number version
			verbReturnPhrase: pickReason,    // number version phrase
			verbReturnDays:   pickDays,      // number version days
			verbReturned:     returnExample, // number version days

			// Recording on behalf of a unit.
			verbRecordPeriod:  recordPeriod,  // unit period
			verbRecordChannel: recordChannel, // unit period channel
			verbRecordWhen:    recordWhen,    // unit period channel time
			verbRecordExample: recordExample, // unit period channel time
			verbRecordNil:     recordNil,     // unit period channel time

			// Extensions and pauses.
			verbExtendScope:    extendScope,      // scope
			verbExtendBlocks:   extendBlocks,     // page
			verbExtendBlock:    extendBlock,      // block
			verbExtendUnit:     extendUnit,       //
			verbExtendPeriod:   extendPeriod,     // scope period
			verbExtendDate:     extendDate,       // scope period day
			verbExtendNoReason: skipExtendReason, // scope period day
			verbExtend:         extend,           // scope period day
			verbPause:          confirmPause,     // unit period
			verbPaused:         pause,            // unit period
			verbUnpause:        resume,           // unit period

			digest.VerbShow:   pressDigest, // period section page
			digest.VerbPapers: papersMenu,  // period
			verbPaper:         orderPaper,  // kind period
			card.VerbPraise:   orderCard,   // number
		},
		Questions: map[string]turn.Question{
			questionUnit:          {Answer: answerUnit},
			questionReturn:        {Answer: answerReturn},
			questionReturnDue:     {Answer: answerReturn},
			questionReceived:      {Answer: answerReceived},
			questionExtendDate:    {Answer: answerExtendDate},
			questionExtendReason:  {Answer: answerExtendReason},
			questionExtendConfirm: {Answer: answerExtendReason},
		},
	}
}
