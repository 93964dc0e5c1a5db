package agency

import (
	"slices"

	"guongsang/handlers/enrol"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
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

// makeInviteSheet has the sheet made: the invites of thousands of units take longer
// than a turn may.
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
	of := ""
	if block != nil {
		of = turn.SheetOfBlock + *block
	}
	as, _ := t.Post(turn.Agency, "")
	return t.OrderHere(turn.SheetOfInvites, report.Period{}, of, as)
}

// uninvited lists the units that a sheet is for; not ok means that the answer
// was given already.
func uninvited(t *turn.Reading, block *string) (missing []report.Unit, ok bool, err error) {
	units := t.Tx.Directory().Units()
	if block != nil {
		units = t.Tx.Directory().Block(*block)
	}
	missing, err = t.Tx.Unconnected(units, t.Today())
	if err == nil && len(missing) == 0 {
		return nil, false, t.Show(chat.Message{Text: texts.NobodyToInvite()})
	}
	return missing, true, err
}

func sheetJustMade(t *turn.Turn, units []report.Unit) (bool, error) {
	open, err := t.Tx.OpenInvitesTo(report.Post{Role: report.Focal, Unit: units[0].Code})
	return slices.ContainsFunc(open, func(i report.Invite) bool {
		return i.By == t.Member.ID && t.Lately(i.Made, enrol.SecondPress)
	}), err
}
