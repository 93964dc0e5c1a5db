package card

import (
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage/records"
)

// Waits says for what the publication of an example waits: for leave, for somebody to
// order the posting, or for its hour; "" for nothing.
func Waits(t *turn.Reading, number string) (records.Progress, error) {
	pub, err := t.Tx.Publication(number)
	switch pub.Progress {
	case records.Submitted, records.Approved, records.Waiting, records.Queued:
		return pub.Progress, nil
	}
	return "", records.IgnoreNotFound(err)
}

// TellEnded tells who brought a publication so far, as all officers, that it waits no more
// since a colleague did something else with the example, and what is to be done now. Who
// did it is told as well: it was not what the button said.
func TellEnded(t *turn.Turn, e report.Example, waited records.Progress) error {
	waits, err := Waits(&t.Reading, e.Number)
	if err != nil || waited == "" || waits != "" {
		return err
	}
	open := turn.Button(e.Number, digest.VerbExample, e.Number)
	if e.Review == report.Selected {
		open = turn.Button(texts.LabelOpenPublicity, chat.VerbPublication, e.Number)
	}
	m := chat.Message{Text: texts.WaitEnded(e, string(waited), ""), Buttons: turn.Column(open)}
	if err := t.Say(m); err != nil {
		return err
	}
	m.Text = texts.WaitEnded(e, string(waited), t.Member.Name)
	return t.TellColleagues(m)
}
