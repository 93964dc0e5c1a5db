package agency

import (
	"guongsang/handlers/pick"
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
		{Verb: turn.VerbPick, Who: turn.Agency, Do: turn.Reads2(picked, pick.PurposeKind, turn.Unit)},
		{Question: pick.Question, Who: turn.Agency, Do: turn.Reads1(answerUnit, pick.PurposeKind), Beside: turn.Beside{
			Takes: form.TakesUnit, Again: turn.Reads1(askUnitAgain, pick.PurposeKind), Back: turn.Reads1(leaveUnit, pick.PurposeKind)}},
		{Verb: digest.VerbUnit, Keeps: true, Who: turn.Agency | turn.Head, Do: turn.Reads2(showUnit, turn.Unit, turn.Opt(turn.Page))},
		{Verb: turn.VerbPeople, Who: turn.Agency, Do: turn.Reads2(showUnitPeople, turn.Unit, turn.Page)},
		{Verb: verbReminders, Who: turn.Agency | turn.Head, Do: turn.Reads2(showReminders, turn.Unit, turn.Page)},
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
		{Verb: verbBackup, Words: texts.WordsBackup(), Who: turn.Admin, Do: turn.With0(backUp)},
		{Commands: []string{"nhatky"}, Words: []string{texts.WordLog}, Who: turn.Admin, Do: turn.Reads0(auditLog)},
		{Verb: verbLog, Who: turn.Admin, Do: turn.Reads1(showLog, logViewed)},
		{Verb: verbLogFilter, Who: turn.Admin, Do: turn.Reads1(askLogFilter, logFilter)},
		{Question: questionLog, Who: turn.Admin, Do: turn.Reads1(answerLogFilter, logFilter), Beside: turn.Beside{
			Takes: form.TakesSought, Again: turn.Reads1(askLogFilter, logFilter), Back: turn.Reads1(showLog, logFilter)}},
	}
}
