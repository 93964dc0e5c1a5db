package handlers

import (
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbInviteUnit = "invu"
	verbInviteTo   = "inv"  // unit post
	verbInviteRole = "invr" // role
)

// inviteMenu offers whom to invite.
func (t *turn) inviteMenu() error {
	if !t.member.Agency() {
		return t.refuse("invite")
	}
	t.closeQuestion()
	missing, err := t.unconnected(t.tx.Directory().Units())
	if err != nil {
		return err
	}
	buttons := []chat.Button{
		button(texts.LabelInviteUnit, verbInviteUnit),
		button(texts.LabelInviteBlock, verbInviteBlocks, 0),
		button(texts.LabelInviteAll(len(missing)), verbInviteSheet),
		button(texts.LabelInviteOpen, verbListInvites, 0),
	}
	lines := column(buttons...)
	if t.member.Holds(report.Admin) {
		lines = append(lines, []chat.Button{
			button(texts.LabelInviteOfficer, verbInviteRole, report.Officer),
			button(texts.LabelInviteLeader, verbInviteRole, report.Leader),
			button(texts.LabelInviteAdmin, verbInviteRole, report.Admin),
		})
	}
	return t.show(chat.Message{Text: texts.InviteMenu(), Buttons: lines})
}

// inviteUnit asks which unit to invite somebody of.
func (t *turn) inviteUnit(do chat.Action) error {
	if !t.member.Agency() {
		return t.refuse(do.Verb)
	}
	return t.findUnit(toInvite)
}

// askInvitePost asks for which role of the unit.
func (t *turn) askInvitePost(u report.Unit) error {
	return t.show(chat.Message{Text: texts.AskPost(texts.UnitName(u)), Buttons: column(
		button(texts.LabelFirstFocal, verbInviteTo, u.Code, "first"),
		button(texts.LabelDeputyFocal, verbInviteTo, u.Code, "deputy"),
		button(texts.LabelHead, verbInviteTo, u.Code, "head"),
		button(texts.LabelCancel, verbCancel),
	)})
}

// inviteToUnit makes the invite that was asked for.
func (t *turn) inviteToUnit(do chat.Action) error {
	if !t.member.Agency() {
		return t.refuse(do.Verb)
	}
	u, err := t.tx.Unit(do.Arg(0))
	if err != nil {
		return t.stale()
	}
	switch do.Arg(1) {
	case "first":
		return t.inviteOne(report.Post{Role: report.Focal, Unit: u.Code})
	case "deputy":
		return t.inviteOne(report.Post{Role: report.Focal, Unit: u.Code, Deputy: true})
	case "head":
		return t.inviteOne(report.Post{Role: report.Head, Unit: u.Code})
	}
	return t.stale()
}

// inviteToAgency makes an invite to the agency itself, for admins only.
func (t *turn) inviteToAgency(do chat.Action) error {
	role := report.Role(do.Arg(0))
	if !t.member.Holds(report.Admin) {
		return t.refuse(do.Verb)
	}
	if role != report.Officer && role != report.Leader && role != report.Admin {
		return t.stale()
	}
	return t.inviteOne(report.Post{Role: role})
}

// unconnected picks the units, still active, that have no focal point.
func (t *turn) unconnected(units []report.Unit) (missing []report.Unit, err error) {
	focals, err := t.tx.Holders(report.Focal, "")
	if err != nil {
		return nil, err
	}
	connected := map[string]bool{}
	for _, m := range focals {
		for _, code := range m.Units() {
			connected[code] = true
		}
	}
	for _, u := range units {
		if !connected[u.Code] && u.ActiveOn(t.today()) {
			missing = append(missing, u)
		}
	}
	return missing, nil
}

// inviteOne makes an invite to a post and shows it, once, in a message that is
// ready to be forwarded.
func (t *turn) inviteOne(p report.Post) error {
	t.closeQuestion()
	just, err := t.justMade(p)
	if err != nil {
		return err
	}
	if just {
		return t.toast(texts.InviteJustMade())
	}
	code, i, err := t.issue(p)
	if err != nil {
		return err
	}
	name := t.postName(p)
	if err := t.show(chat.Message{Text: texts.InviteMade(name)}); err != nil {
		return err
	}
	return t.say(chat.Message{Text: t.Office.InviteLetter(name, code, i.Expires)})
}
