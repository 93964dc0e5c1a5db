package publication

import (
	"fmt"
	"slices"
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/publicity"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

// submit asks the leaders for leave; once more, if they were asked: one may have left
// since, or come.
func submit(t *turn.Turn, c chosen) error {
	switch c.pub.Progress {
	case records.Chosen, records.Submitted, records.Approved:
	default:
		return t.Stale()
	}
	text, err := textOf(&t.Reading, c)
	if err != nil {
		return err
	}
	if text.Hidden() {
		return t.Toast(texts.PublicityHidden)
	}
	leaders, err := t.Tx.Holders(report.Leader, "")
	if err != nil {
		return err
	}
	if len(leaders) == 0 {
		return t.Toast(texts.NobodyLeads)
	}
	c.pub.Progress, c.pub.Since, c.pub.By, c.pub.Ruling = records.Submitted, t.Tx.Now, t.Member.ID, records.Ruling{}
	if c, err = keep(t, c, report.PublicationSubmitted); err != nil {
		return err
	}
	m := chat.Message{
		Text: t.Office.PleaseApprove(c.pub.Number, text.View.Title), Buttons: turn.Column(turn.Button(texts.LabelFull, verbToRule, c.pub.Number)),
	}
	for _, leader := range leaders {
		row := storage.Row{Chat: leader.ID, Key: fmt.Sprintf("toapprove/%s/%d/%d", c.pub.Number, c.pub.Version, leader.ID), Message: m, Guard: turn.As(leader, turn.Leader, "")}
		if _, err := t.Tx.Put(row); err != nil {
			return err
		}
	}
	if err := t.Toast(texts.SubmittedTo(c.pub.Number, len(leaders))); err != nil {
		return err
	}
	return showPage(&t.Reading, c)
}

// showToApprove lists to leaders what waits for their leave.
func showToApprove(t *turn.Reading, page int) error {
	numbers := t.Tx.SubmittedPublications()
	shown, err := read(t, numbers, page)
	if err != nil {
		return err
	}
	for i, c := range shown { // leaders see what everybody will
		gate, err := t.Tx.Gate(c.pub.Number)
		if err != nil {
			return err
		}
		shown[i].example.Content.Name, shown[i].example.Content.Title = gate.View.Name, gate.View.Title
	}
	return t.Show(pageOf(shown, len(numbers), page, texts.ToApproveTitle(len(numbers)), texts.NothingToApprove, verbToApprove, verbToRule))
}

// showToRule shows a leader the public text, with the answers.
func showToRule(t *turn.Reading, c chosen) error {
	t.CloseQuestion()
	text, err := textOf(t, c)
	if err != nil {
		return err
	}
	switch {
	case text.Hidden() && c.pub.Progress == records.Submitted:
		return t.Show(chat.Message{Text: texts.NotToShowNow(c.pub.Number)})
	case c.pub.Progress != records.Submitted:
		return t.Show(chat.Message{Text: texts.NotToRuleNow(c.pub.Number, string(c.pub.Progress))})
	}
	m := chat.Message{Title: c.pub.Number, Text: text.Forms[publicity.Channel]}
	if letters := []rune(m.Text); len(letters) > screenful {
		m.Text = string(letters[:screenful]) + "…"
	}
	m.Buttons = [][]chat.Button{{
		turn.Button(texts.LabelApprove, verbApprove, c.pub.Number, c.pub.Version), turn.Button(texts.LabelDecline, verbDecline, c.pub.Number, c.pub.Version),
	}}
	for _, photo := range text.View.Photos[:min(len(text.View.Photos), 1)] {
		if jpeg, ok := t.Tx.ReadCopy(photo.Hash); ok {
			if err := t.Say(chat.Message{Text: c.pub.Number, File: &chat.Attachment{Name: "anh.jpg", MIME: chat.JPEG, Data: jpeg}}); err != nil {
				return err
			}
			t.Below()
		}
	}
	return t.Show(m)
}

// approve gives a leader's leave, for the text as it was shown.
func approve(t *turn.Turn, c chosen) error {
	if c.pub.Progress != records.Submitted {
		return t.Stale()
	}
	return ruleOn(t, c, records.Ruling{Yes: true}, report.PublicationApproved)
}

// approveAlone gives an officer's own leave, where the configuration says that there
// is nobody else to give it.
func approveAlone(t *turn.Turn, c chosen) error {
	if t.Rules.Publication.Leave != report.BySelf || !slices.Contains([]records.Progress{records.Chosen, records.Submitted, records.Approved}, c.pub.Progress) {
		return t.Stale()
	}
	return ruleOn(t, c, records.Ruling{Yes: true, Alone: true}, report.ApprovedAlone)
}

// askWhyNot asks a leader for a word.
func askWhyNot(t *turn.Reading, c chosen) error {
	t.Ask(questionWhyNot, c.pub.Number, c.pub.Version)
	return t.Say(chat.Message{Text: texts.AskWhyNot, Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
}

// decline says no.
func decline(t *turn.Turn, c chosen) error {
	if c.pub.Progress != records.Submitted {
		return t.Stale()
	}
	return ruleOn(t, c, records.Ruling{Says: texts.Cut(strings.TrimSpace(t.Event.Text), 500)}, report.PublicationDeclined)
}

// ruleOn keeps a ruling and tells the officers.
func ruleOn(t *turn.Turn, c chosen, r records.Ruling, did report.Deed) error {
	t.CloseQuestion()
	text, err := textOf(&t.Reading, c)
	if err != nil {
		return err
	}
	r.By, r.At, r.For = t.Member.ID, t.Tx.Now, text.Mark()
	c.pub.Ruling, c.pub.Since, c.pub.Progress = r, t.Tx.Now, records.Chosen
	if r.Yes {
		c.pub.Progress = records.Approved
	}
	if c, err = keep(t, c, did); err != nil {
		return err
	}
	said := t.Office.RuledOn(c.pub.Number, t.Member.Name, r.Yes, r.Alone, r.Says)
	if err := t.TellColleagues(chat.Message{Text: said, Buttons: turn.Column(turn.Button(texts.LabelOpenPublicity, verbPage, c.pub.Number))}); err != nil {
		return err
	}
	if r.Alone {
		return showPage(&t.Reading, c)
	}
	return t.Show(chat.Message{Text: said})
}
