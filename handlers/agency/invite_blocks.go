package agency

import (
	"strconv"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbInviteBlocks    = "invb" // page
	verbInviteBlock     = "invk" // block
	verbInviteBlockHead = "invh" // block
)

// inviteBlocks asks for a block.
func inviteBlocks(t *turn.Turn, do chat.Action) error {
	if !t.Member.Agency() {
		return t.Refuse(do.Verb)
	}
	page, _ := strconv.Atoi(do.Arg(0))
	return showBlocks(t, texts.AskBlock(), verbInviteBlock, verbInviteBlocks, page)
}

// inviteBlock asks whom of a block to invite.
func inviteBlock(t *turn.Turn, do chat.Action) error {
	if !t.Member.Agency() {
		return t.Refuse(do.Verb)
	}
	name, ok := t.Block(do.Arg(0))
	if !ok {
		return t.Stale()
	}
	missing, err := unconnected(t, t.Tx.Directory().Block(name))
	if err != nil {
		return err
	}
	return t.Show(chat.Message{Text: texts.AskBlockPost(name, len(missing)), Buttons: turn.Column(
		turn.Button(texts.LabelBlockUnits(len(missing)), verbInviteSheet, do.Arg(0)),
		turn.Button(texts.LabelBlockHead, verbInviteBlockHead, do.Arg(0)),
		turn.Button(texts.LabelCancel, turn.VerbCancel),
	)})
}

// inviteBlockHead makes an invite for the head of a block.
func inviteBlockHead(t *turn.Turn, do chat.Action) error {
	if !t.Member.Agency() {
		return t.Refuse(do.Verb)
	}
	name, ok := t.Block(do.Arg(0))
	if !ok || name == "" {
		return t.Stale()
	}
	return inviteOne(t, report.Post{Role: report.BlockHead, Block: name})
}
