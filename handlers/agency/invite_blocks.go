package agency

import (
	"guongsang/handlers/pick"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbInviteBlocks    turn.Verb = "invb"
	verbInviteBlock     turn.Verb = "invk"
	verbInviteBlockHead turn.Verb = "invh"
)

// inviteBlocks asks for a block.
func inviteBlocks(t *turn.Reading, page int) error {
	return pick.ShowBlocks(t, texts.AskBlock(), verbInviteBlock, verbInviteBlocks, page)
}

// inviteBlock asks whom of a block to invite.
func inviteBlock(t *turn.Reading, name string) error {
	missing, err := t.Tx.Unconnected(t.Tx.Directory().Block(name), t.Today())
	if err != nil {
		return err
	}
	return t.Show(chat.Message{Text: texts.AskBlockPost(name, len(missing)), Buttons: turn.Column(
		turn.Button(texts.LabelBlockUnits(len(missing)), verbInviteSheet, turn.BlockKey(name)),
		turn.Button(texts.LabelBlockHead, verbInviteBlockHead, turn.BlockKey(name)),
		turn.Button(texts.LabelCancel, turn.VerbCancel),
	)})
}

// inviteBlockHead makes an invite for the head of a block.
func inviteBlockHead(t *turn.Turn, name string) error {
	return inviteOne(t, report.Post{Role: report.BlockHead, Block: name})
}
