package handlers

import (
	"strconv"

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
func (t *turn) inviteBlocks(do chat.Action) error {
	if !t.member.Agency() {
		return t.refuse(do.Verb)
	}
	page, _ := strconv.Atoi(do.Arg(0))
	return t.showBlocks(texts.AskBlock(), verbInviteBlock, verbInviteBlocks, page)
}

// inviteBlock asks whom of a block to invite.
func (t *turn) inviteBlock(do chat.Action) error {
	if !t.member.Agency() {
		return t.refuse(do.Verb)
	}
	name, ok := t.block(do.Arg(0))
	if !ok {
		return t.stale()
	}
	missing, err := t.unconnected(t.tx.Directory().Block(name))
	if err != nil {
		return err
	}
	return t.show(chat.Message{Text: texts.AskBlockPost(name, len(missing)), Buttons: column(
		button(texts.LabelBlockUnits(len(missing)), verbInviteSheet, do.Arg(0)),
		button(texts.LabelBlockHead, verbInviteBlockHead, do.Arg(0)),
		button(texts.LabelCancel, verbCancel),
	)})
}

// inviteBlockHead makes an invite for the head of a block.
func (t *turn) inviteBlockHead(do chat.Action) error {
	if !t.member.Agency() {
		return t.refuse(do.Verb)
	}
	name, ok := t.block(do.Arg(0))
	if !ok || name == "" {
		return t.stale()
	}
	return t.inviteOne(report.Post{Role: report.BlockHead, Block: name})
}
