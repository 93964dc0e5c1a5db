package enrol

import (
	"strconv"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// Under what name and number somebody is called is asked once, right after the code
// was accepted; later the person and the agency can change it. It is for the agency,
// and the head of the own unit, to call by, and stands in nothing that is published.

const (
	verbContact     turn.Verb     = "me"
	verbSkipContact turn.Verb     = "meskip"
	questionContact turn.Question = "contact"
)

// ContactButton asks to change the name and phone of a member.
func ContactButton(label string, member int64) chat.Button {
	return turn.Button(label, verbContact, member)
}

// AskContact asks somebody who has just come in, below the main menu: those of units
// and heads of blocks, for whoever works at the agency need not be called by it.
func AskContact(t *turn.Reading) error {
	if !t.Member.Holds(report.Focal, report.Head, report.BlockHead) {
		return nil
	}
	t.Ask(questionContact, t.Member.ID)
	return t.Say(chat.Message{
		Text: t.Office.AskContactFirst(), Buttons: turn.Column(turn.Button(texts.LabelSkip, verbSkipContact)),
	})
}

// showOwn shows the own name and phone, to be changed.
func showOwn(t *turn.Reading) error { return askContact(t, t.Member) }

// askContact asks for the name and phone of a member.
func askContact(t *turn.Reading, m report.Member) error {
	t.Ask(questionContact, m.ID)
	return t.Show(chat.Message{
		Text: texts.AskContact(m, m.ID == t.Member.ID), Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel)),
	})
}

// skipContact leaves the name as the account has it. It can be given at any time.
func skipContact(t *turn.Reading) error {
	t.CloseQuestion()
	return t.Show(chat.Message{Text: texts.ContactSkipped()})
}

// leaveContact is skipContact, of the open question.
func leaveContact(t *turn.Reading, _ report.Member) error { return skipContact(t) }

// answerContact keeps what was given; what was not given stays.
func answerContact(t *turn.Turn, m report.Member) error {
	name, phone, ok := form.ReadContact(t.Event.Text)
	if !ok {
		return t.Say(chat.Message{Text: texts.ContactUnreadable(), Buttons: turn.Column(turn.Button(texts.LabelSkip, verbSkipContact))})
	}
	before := m
	if name != "" {
		m.Name, m.Named = name, true
	}
	if phone != "" {
		m.Phone = phone
	}
	if err := t.Tx.PutMember(m); err != nil {
		return err
	}
	if m.ID == t.Member.ID {
		t.Member = m
	}
	if err := t.Tx.Audit(t.Member.ID, report.MemberChanged, report.Ref{Member: m.ID}.With(report.Changed(before, m)...)); err != nil {
		return err
	}
	t.CloseQuestion()
	return t.Say(chat.Message{Text: texts.ContactKept(m), Buttons: turn.Column(ContactButton(texts.LabelChangeContact, m.ID))})
}

// contactOf is a member whose name and phone this one may change: the own, and for
// the agency everybody's.
var contactOf = turn.NewKind("member", func(t *turn.Reading, part string) (report.Member, turn.Refusal) {
	id, _ := strconv.ParseInt(part, 10, 64) // 0 for what is no number; no member has it
	if id != t.Member.ID && !t.Member.Agency() {
		return report.Member{}, turn.Stale
	}
	return turn.MemberBy(t, id)
})
