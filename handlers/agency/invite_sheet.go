package agency

import (
	"slices"

	"guongsang/handlers/enrol"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/invite"
	"guongsang/internal/report"
	"guongsang/internal/sheet"
	"guongsang/internal/texts"
)

const (
	verbInviteSheet turn.Verb = "inva"
	verbMakeSheet   turn.Verb = "invs"
)

// sheetBlock is the block whose units a sheet is for; nil is all units.
var sheetBlock = turn.Opt(turn.NewKind("block", func(t *turn.Reading, key string) (*string, turn.Refusal) {
	name, no := turn.Block.Read(t, []string{key})
	return &name, no
}))

// inviteSheet asks before it makes many invites at once: for the units of a
// block, or for all, that have no focal point.
func inviteSheet(t *turn.Reading, block *string) error {
	missing, ok, err := uninvited(t, block)
	if err != nil || !ok {
		return err
	}
	key := ""
	if block != nil {
		key = turn.BlockKey(*block)
	}
	return t.Show(chat.Message{Text: texts.ConfirmSheet(len(missing)), Buttons: turn.Column(
		turn.Button(texts.LabelMakeSheet, verbMakeSheet, key, len(missing)),
		turn.Button(texts.LabelCancel, turn.VerbCancel),
	)})
}

// makeInviteSheet makes the invites and hands them out as two files.
func makeInviteSheet(t *turn.Turn, block *string, _ int) error {
	missing, ok, err := uninvited(&t.Reading, block)
	if err != nil || !ok {
		return err
	}
	just, err := sheetJustMade(t, missing)
	if err != nil {
		return err
	}
	if just {
		return t.Toast(texts.InviteJustMade())
	}
	rows := [][]string{texts.SheetColumns()}
	codes, invites, err := issueAll(t, missing)
	if err != nil {
		return err
	}
	for n, u := range missing {
		rows = append(rows, []string{
			u.Code, u.Name, u.Block, texts.LabelFirstFocal, codes[n], t.Office.InviteLink(codes[n]), t.Office.Moment(invites[n].Expires),
		})
	}
	if err := t.Show(chat.Message{Text: texts.SheetMade(len(missing), t.Tx.Now.Add(invite.Life), t.Office)}); err != nil {
		return err
	}
	return sayTable(&t.Reading, rows, func(ext string) string { return texts.SheetFile(t.Today(), ext) })
}

// uninvited lists the units that a sheet is for; not ok means that the answer
// was given already.
func uninvited(t *turn.Reading, block *string) (missing []report.Unit, ok bool, err error) {
	units := t.Tx.Directory().Units()
	if block != nil {
		units = t.Tx.Directory().Block(*block)
	}
	missing, err = unconnected(t, units)
	if err == nil && len(missing) == 0 {
		return nil, false, t.Show(chat.Message{Text: texts.NobodyToInvite()})
	}
	return missing, true, err
}

func sheetJustMade(t *turn.Turn, units []report.Unit) (bool, error) {
	open, err := t.Tx.OpenInvitesTo(report.Post{Role: report.Focal, Unit: units[0].Code})
	return slices.ContainsFunc(open, func(i report.Invite) bool {
		return i.By == t.Member.ID && t.Tx.Now.Before(i.Made.Add(enrol.SecondPress))
	}), err
}

// issueAll makes an invite for the first focal point of every unit, in place of
// those that are open.
func issueAll(t *turn.Turn, units []report.Unit) (codes []string, invites []report.Invite, err error) {
	for _, u := range units {
		older, err := t.Tx.OpenInvitesTo(report.Post{Role: report.Focal, Unit: u.Code})
		if err != nil {
			return nil, nil, err
		}
		for _, old := range older {
			old.Revoked = t.Tx.Now
			if err := t.Tx.PutInvite(old); err != nil {
				return nil, nil, err
			}
		}
	}
	for _, u := range units {
		code, i := invite.Issue(report.Post{Role: report.Focal, Unit: u.Code}, t.Member.ID, t.Tx.Now)
		if err := t.Tx.PutInvite(i); err != nil {
			return nil, nil, err
		}
		codes, invites = append(codes, code), append(invites, i)
	}
	return codes, invites, t.Tx.Audit(t.Member.ID, "invites made", texts.Number(len(units))+" units")
}

// sayTable sends rows as a workbook and as CSV.
func sayTable(t *turn.Reading, rows [][]string, name func(ext string) string) error {
	workbook, err := sheet.Workbook(rows)
	if err != nil {
		return err
	}
	for _, f := range []chat.Attachment{
		{Name: name(".xlsx"), MIME: chat.XLSX, Data: workbook},
		{Name: name(".csv"), MIME: chat.CSV, Data: sheet.CSV(rows)},
	} {
		if err := t.Say(chat.Message{File: &f}); err != nil {
			return err
		}
	}
	return nil
}
