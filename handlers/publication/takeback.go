package publication

import (
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/publisher"
	"guongsang/internal/texts"
)

// askTakeBack asks why a publication is to be taken back.
func askTakeBack(t *turn.Reading, c chosen) error {
	if !c.pub.Public() {
		return t.Stale()
	}
	t.Ask(questionTakeBack, c.pub.Number, c.pub.Version)
	return t.Say(chat.Message{Text: texts.AskWhyTakeBack, Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
}

// confirmTakeBack shows what will be taken back before it is.
func confirmTakeBack(t *turn.Reading, c chosen) error {
	return confirm(t, c, texts.Cut(strings.TrimSpace(t.Event.Text), 500))
}

// changeReason takes another reason in place of the one that was given.
func changeReason(t *turn.Reading, c chosen, _ string) error { return confirmTakeBack(t, c) }

// backToReason asks for the reason anew.
func backToReason(t *turn.Reading, c chosen, _ string) error { return askTakeBack(t, c) }

func confirm(t *turn.Reading, c chosen, reason string) error {
	t.Ask(questionConfirm, c.pub.Number, c.pub.Version, reason)
	byHand := c.pub.Open()
	if publisher.ByHand(c.pub) {
		byHand++
	}
	return t.Say(chat.Message{
		Text: texts.ConfirmTakeBack(c.pub.Number, reason, len(c.pub.Messages), byHand),
		Buttons: [][]chat.Button{{
			turn.Button(texts.LabelTakeBack, verbTakenBack, c.pub.Number, c.pub.Version), turn.Button(texts.LabelCancel, turn.VerbCancel),
		}},
	})
}

// takeBack takes a publication back.
func takeBack(t *turn.Turn, c chosen) error {
	reason := t.Arg(2)
	if !t.Asked(questionConfirm, c.pub.Number, c.pub.Version) || !c.pub.Public() {
		return t.Stale()
	}
	t.CloseQuestion()
	if err := publisherOf(&t.Reading).TakeBack(t.Tx, c.pub, t.Member.ID, reason); err != nil {
		return err
	}
	open := turn.Column(turn.Button(texts.LabelOpenPublicity, verbPage, c.pub.Number))
	if err := t.TellColleagues(chat.Message{Text: texts.TakenBackTold(c.pub.Number, t.Member.Name, reason), Buttons: open}); err != nil {
		return err
	}
	c, err := again(&t.Reading, c)
	if err != nil {
		return err
	}
	return t.Show(chat.Message{Text: texts.PublicationGone(c.pub.Number, reason, c.pub.Open()), Buttons: open})
}
