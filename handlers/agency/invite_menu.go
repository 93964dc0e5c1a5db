package agency

import (
	"guongsang/handlers/enrol"
	"guongsang/handlers/pick"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbInviteUnit turn.Verb = "invu"
	verbInviteTo   turn.Verb = "inv"
	verbInviteRole turn.Verb = "invr"
)

// The posts of a unit, as a button names them.
const (
	postFirst  = "first"
	postDeputy = "deputy"
	postHead   = "head"
)

// inviteMenu offers whom to invite.
func inviteMenu(t *turn.Reading) error {
	t.CloseQuestion()
	missing, err := t.Tx.Unconnected(t.Tx.Directory().Units(), t.Today())
	if err != nil {
		return err
	}
	buttons := []chat.Button{
		turn.Button(texts.LabelInviteUnit, verbInviteUnit),
		turn.Button(texts.LabelInviteBlock, verbInviteBlocks, 0),
		turn.Button(texts.LabelInviteAll(len(missing)), verbInviteSheet),
		turn.Button(texts.LabelInviteOpen, verbListInvites, 0),
	}
	lines := turn.Column(buttons...)
	if t.Member.Holds(report.Admin) {
		lines = append(lines, []chat.Button{
			turn.Button(texts.LabelInviteOfficer, verbInviteRole, report.Officer),
			turn.Button(texts.LabelInviteLeader, verbInviteRole, report.Leader),
			turn.Button(texts.LabelInviteAdmin, verbInviteRole, report.Admin),
		})
	}
	return t.Show(chat.Message{Text: texts.InviteMenu(), Buttons: lines})
}

// inviteUnit asks which unit to invite somebody of.
func inviteUnit(t *turn.Reading) error { return pick.Ask(t, pick.ToInvite) }

// askInvitePost asks for which role of the unit.
func askInvitePost(t *turn.Reading, u report.Unit) error {
	return t.Show(chat.Message{Text: texts.AskPost(texts.UnitName(u)), Buttons: turn.Column(
		turn.Button(texts.LabelFirstFocal, verbInviteTo, u.Code, postFirst),
		turn.Button(texts.LabelDeputyFocal, verbInviteTo, u.Code, postDeputy),
		turn.Button(texts.LabelHead, verbInviteTo, u.Code, postHead),
		turn.Button(texts.LabelCancel, turn.VerbCancel),
	)})
}

// inviteToUnit makes the invite that was asked for.
func inviteToUnit(t *turn.Turn, u report.Unit, post string) error {
	if post == postHead {
		return inviteOne(t, report.Post{Role: report.Head, Unit: u.Code})
	}
	return inviteOne(t, report.Post{Role: report.Focal, Unit: u.Code, Deputy: post == postDeputy})
}

// inviteToAgency makes an invite to the agency itself.
func inviteToAgency(t *turn.Turn, role report.Role) error {
	return inviteOne(t, report.Post{Role: role})
}

// inviteOne makes an invite to a post and shows it, once, in a message that is
// ready to be forwarded.
func inviteOne(t *turn.Turn, p report.Post) error {
	t.CloseQuestion()
	code, i, ok, err := enrol.Issue(t, p)
	if err != nil || !ok {
		return err
	}
	name := t.PostName(p)
	if err := t.Show(chat.Message{Text: texts.InviteMade(name)}); err != nil {
		return err
	}
	return t.Say(chat.Message{Text: t.Office.InviteLetter(name, code, i.Expires)})
}
