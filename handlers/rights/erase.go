package rights

import (
	"errors"
	"strconv"

	"guongsang/handlers/card"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/eraser"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage/records"
)

// previewErase shows what would go, and asks.
func previewErase(t *turn.Reading, q report.DataRequest) error {
	p, no, err := planOf(t, q)
	if err != nil {
		return err
	}
	if no != "" {
		return t.Say(chat.Message{Text: no, Buttons: turn.Column(turn.Button(texts.LabelOpenRequest, verbPage, q.Number))})
	}
	return t.Say(chat.Message{Title: q.ID(), Text: texts.ConfirmErase(p), Buttons: [][]chat.Button{{
		turn.Button(texts.LabelEraseOnce, verbEraseOnce, q.Number, subject(q)), turn.Button(texts.LabelCancel, turn.VerbCancel),
	}}})
}

// planOf gathers what would go, or says why nothing can.
func planOf(t *turn.Reading, q report.DataRequest) (p texts.ErasurePlan, no string, err error) {
	if t.Options.Backups != nil {
		p.Backups = t.Options.Backups(t.Tx.Now)
	}
	switch {
	case q.Example != "":
		err = planExample(t, q.Example, &p)
	case q.Member != 0:
		no, err = planAccount(t, q.Member, &p)
	default:
		no = texts.EraseNeedsRecord
	}
	return p, no, err
}

func planExample(t *turn.Reading, number string, p *texts.ErasurePlan) error {
	e, err := t.Tx.Example(number)
	if err != nil {
		return err
	}
	traces, err := t.Tx.Traces(number)
	p.Number, p.Name = number, e.Content.Name
	p.Versions, p.Files, p.Drafts, p.Talks, p.Messages = traces.Versions, traces.Files, traces.Drafts, traces.Talks, traces.Messages
	p.Jobs, p.Notes, p.Proofs, p.Forms, p.Places, p.Public = traces.Jobs, traces.Notes, traces.Proofs, traces.Forms, traces.Places, traces.Public
	return err
}

func planAccount(t *turn.Reading, id int64, p *texts.ErasurePlan) (no string, err error) {
	m, err := t.Tx.Member(id)
	if err := records.IgnoreNotFound(err); err != nil {
		return "", err
	}
	if m.Holds(report.Officer, report.Leader, report.Admin) {
		return texts.EraseAgencyPost, nil
	}
	drafts, err := t.Tx.Drafts(id)
	p.Account, p.Posts, p.OwnDrafts = texts.AboutAccount(card.NameOf(t, id), id), len(m.Posts), len(drafts)
	return "", err
}

// askTwice asks once more.
func askTwice(t *turn.Reading, q report.DataRequest) error {
	_, no, err := planOf(t, q)
	if err != nil || no != "" {
		return errors.Join(err, t.Stale())
	}
	about, err := aboutOf(t, q)
	if err != nil {
		return err
	}
	t.Ask(questionErase, q.Number, subject(q))
	return t.Show(chat.Message{Text: texts.ConfirmEraseTwice(q.ID(), about), Buttons: [][]chat.Button{{
		turn.Button(texts.LabelEraseTwice, verbErased, q.Number, subject(q)), turn.Button(texts.LabelCancel, turn.VerbCancel),
	}}})
}

// order has it done.
func order(t *turn.Turn, q report.DataRequest) error {
	if !t.Asked(questionErase, q.Number, subject(q)) || q.Erasing(t.Tx.Now) {
		return t.Stale()
	}
	if _, no, err := planOf(&t.Reading, q); err != nil || no != "" {
		return errors.Join(err, t.Stale())
	}
	t.CloseQuestion()
	if q.Answered.At.IsZero() {
		q.Answered = report.Mark{By: t.Member.ID, At: t.Tx.Now}
	}
	q.Ordered = report.Mark{By: t.Member.ID, At: t.Tx.Now}
	if err := errors.Join(t.Tx.PutDataRequest(q), t.Tx.Audit(t.Member.ID, report.ErasureOrdered, eraser.RefOf(q))); err != nil {
		return err
	}
	as, _ := t.Post(turn.Agency, "")
	return t.OrderHere(turn.Erase, report.Period{}, strconv.Itoa(q.Number), as)
}

// showRetention shows an admin what the configuration keeps for some time only, and what
// would go today.
func showRetention(t *turn.Reading) error {
	p, err := eraserOf(t).Preview(t.Tx)
	if err != nil {
		return err
	}
	return t.Say(chat.Message{Title: texts.RetentionTitle(), Text: texts.Retention(p)})
}
