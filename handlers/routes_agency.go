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
			"pick": (*turn).pressUnit, // purpose unit

			// Invites.
			"invu": (*turn).inviteUnit,
			"inv":  (*turn).inviteToUnit,    // unit first|deputy|head
			"invr": (*turn).inviteToAgency,  // role
			"invb": (*turn).inviteBlocks,    // page
			"invk": (*turn).inviteBlock,     // block
			"invh": (*turn).inviteBlockHead, // block
			"inva": (*turn).inviteSheet,     // [block]
			"invs": (*turn).makeInviteSheet, // [block] units
			"invl": (*turn).listInvites,     // page
			"invx": (*turn).revokeInvite,    // hash

			// Units and their people.
			"unit":    (*turn).unitCard,        // unit
			"uncon":   (*turn).listUnconnected, // page
			"unitx":   (*turn).exportUnits,
			"unitt":   (*turn).sendTemplate,
			"unita":   (*turn).applyUnits, // file directory
			"unitd":   (*turn).dropUnits,
			"rm":      (*turn).askRemove,     // member role place
			"rmok":    (*turn).remove,        // member role place
			"hand":    (*turn).pressHandover, // unit
			"leave":   (*turn).askLeave,      // unit
			"leaveok": (*turn).leaveUnit,     // unit

			// Review.
			digest.VerbQueue: (*turn).showQueue,     // page
			"card":           (*turn).showCard,      // number
			"full":           (*turn).showFull,      // number
			"pics":           (*turn).showPhotos,    // number
			"acc":            (*turn).acceptExample, // number version
			"ret":            (*turn).askReturn,     // number version
			"retp":           (*turn).pickReason,    // number version phrase
			"retd":           (*turn).pickDays,      // number version days
			"reto":           (*turn).returnExample, // number version days

			// Recording on behalf of a unit.
			"bhp": (*turn).recordPeriod,  // unit period
			"bhc": (*turn).recordChannel, // unit period channel
			"bhw": (*turn).recordWhen,    // unit period channel time
			"bhx": (*turn).recordExample, // unit period channel time
			"bhn": (*turn).recordNil,     // unit period channel time

			// Extensions and pauses.
			"exs":   (*turn).extendScope,      // scope
			"exb":   (*turn).extendBlocks,     // page
			"exk":   (*turn).extendBlock,      // block
			"exu":   (*turn).extendUnit,       //
			"exp":   (*turn).extendPeriod,     // scope period
			"exd":   (*turn).extendDate,       // scope period day
			"exr":   (*turn).skipExtendReason, // scope period day
			"exok":  (*turn).extend,           // scope period day
			"pau":   (*turn).confirmPause,     // unit period
			"pauok": (*turn).pause,            // unit period
			"unp":   (*turn).resume,           // unit period

			digest.VerbShow:   (*turn).pressDigest, // period section page
			digest.VerbPapers: (*turn).papersMenu,  // period
			verbPaper:         (*turn).orderPaper,  // kind period
			verbPraise:        (*turn).orderCard,   // number
		},
		questions: map[string]question{
			"unit":       {answer: (*turn).answerUnit},
			"return":     {answer: (*turn).answerReturn},
			"returndue":  {answer: (*turn).answerReturn},
			"received":   {answer: (*turn).answerReceived},
			"extdate":    {answer: (*turn).answerExtendDate},
			"extreason":  {answer: (*turn).answerExtendReason},
			"extconfirm": {answer: (*turn).answerExtendReason},
		},
	}
}
