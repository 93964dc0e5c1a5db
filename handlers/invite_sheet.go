package handlers

import (
	"slices"

	"guongsang/internal/chat"
	"guongsang/internal/invite"
	"guongsang/internal/report"
	"guongsang/internal/sheet"
	"guongsang/internal/texts"
)

const (
	verbInviteSheet = "inva" // [block]
	verbMakeSheet   = "invs" // [block] units
)

// inviteSheet asks before it makes many invites at once: for the units of a
// block, or for all, that have no focal point.
func (t *turn) inviteSheet(do chat.Action) error {
	missing, ok, err := t.uninvited(do)
	if err != nil || !ok {
		return err
	}
	return t.show(chat.Message{Text: texts.ConfirmSheet(len(missing)), Buttons: column(
		button(texts.LabelMakeSheet, verbMakeSheet, do.Arg(0), len(missing)),
		button(texts.LabelCancel, verbCancel),
	)})
}

// makeInviteSheet makes the invites and hands them out as two files.
func (t *turn) makeInviteSheet(do chat.Action) error {
	missing, ok, err := t.uninvited(do)
	if err != nil || !ok {
		return err
	}
	just, err := t.sheetJustMade(missing)
	if err != nil {
		return err
	}
	if just {
		return t.toast(texts.InviteJustMade())
	}
	rows := [][]string{texts.SheetColumns()}
	codes, invites, err := t.issueAll(missing)
	if err != nil {
		return err
	}
	for n, u := range missing {
		rows = append(rows, []string{
			u.Code, u.Name, u.Block, texts.LabelFirstFocal, codes[n], t.Office.InviteLink(codes[n]), t.Office.Moment(invites[n].Expires),
		})
	}
	if err := t.show(chat.Message{Text: texts.SheetMade(len(missing), t.tx.Now.Add(invite.Life), t.Office)}); err != nil {
		return err
	}
	return t.sayTable(rows, func(ext string) string { return texts.SheetFile(t.today(), ext) })
}

// uninvited lists the units that a sheet is for; not ok means that the answer
// was given already.
func (t *turn) uninvited(do chat.Action) (missing []report.Unit, ok bool, err error) {
	if !t.member.Agency() {
		return nil, false, t.refuse(do.Verb)
	}
	units := t.tx.Directory().Units()
	if key := do.Arg(0); key != "" {
		name, known := t.block(key)
		if !known {
			return nil, false, t.stale()
		}
		units = t.tx.Directory().Block(name)
	}
	missing, err = t.unconnected(units)
	if err == nil && len(missing) == 0 {
		return nil, false, t.show(chat.Message{Text: texts.NobodyToInvite()})
	}
	return missing, true, err
}

func (t *turn) sheetJustMade(units []report.Unit) (bool, error) {
	all, err := t.tx.Invites()
	return slices.ContainsFunc(all, func(i report.Invite) bool {
		return i.By == t.member.ID && i.Post.Unit == units[0].Code && i.Open(t.tx.Now) && t.tx.Now.Before(i.Made.Add(secondPress))
	}), err
}

// issueAll makes an invite for the first focal point of every unit; it looks
// through the older ones only once.
func (t *turn) issueAll(units []report.Unit) (codes []string, invites []report.Invite, err error) {
	wanted := map[string]bool{}
	for _, u := range units {
		wanted[u.Code] = true
	}
	all, err := t.tx.Invites()
	if err != nil {
		return nil, nil, err
	}
	for _, old := range all {
		if old.Open(t.tx.Now) && old.Post.Role == report.Focal && !old.Post.Deputy && wanted[old.Post.Unit] {
			old.Revoked = t.tx.Now
			if err := t.tx.PutInvite(old); err != nil {
				return nil, nil, err
			}
		}
	}
	for _, u := range units {
		code, i := invite.Issue(report.Post{Role: report.Focal, Unit: u.Code}, t.member.ID, t.tx.Now)
		if err := t.tx.PutInvite(i); err != nil {
			return nil, nil, err
		}
		codes, invites = append(codes, code), append(invites, i)
	}
	return codes, invites, t.tx.Audit(t.member.ID, "invites made", texts.Number(len(units))+" units")
}

// sayTable sends rows as a workbook and as CSV.
func (t *turn) sayTable(rows [][]string, name func(ext string) string) error {
	workbook, err := sheet.Workbook(rows)
	if err != nil {
		return err
	}
	for _, f := range []chat.Attachment{
		{Name: name(".xlsx"), MIME: sheet.XLSXType, Data: workbook},
		{Name: name(".csv"), MIME: sheet.CSVType, Data: sheet.CSV(rows)},
	} {
		if err := t.say(chat.Message{File: &f}); err != nil {
			return err
		}
	}
	return nil
}
