package publication

import (
	"cmp"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

// askEvidence asks for a proof of the consent.
func askEvidence(t *turn.Reading, e report.Example) error {
	t.Ask(questionProof, e.Number)
	line := []chat.Button{turn.Button(texts.LabelCancel, turn.VerbCancel)}
	if t.Member.Agency() {
		line = append(line, turn.Button(texts.LabelSeeEvidence, verbSeeProof, e.Number))
	}
	return t.Say(chat.Message{Title: e.Number, Text: texts.AskEvidenceFile, Buttons: [][]chat.Button{line}})
}

// remindOfFile says that a text is no proof.
func remindOfFile(t *turn.Reading, _ report.Example) error {
	return t.Say(chat.Message{Text: texts.EvidenceMustBe, Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
}

// TakeEvidence keeps files that came where a proof of consent was asked for. Not taken
// means that none was.
func TakeEvidence(t *turn.Turn, files []chat.File) (taken bool, err error) {
	if !t.Asked(questionProof) {
		return false, nil
	}
	e, err := t.Tx.Example(t.Arg(0))
	if err := records.IgnoreNotFound(err); err != nil {
		return true, err
	}
	if _, ok := t.Post(turn.Agency|turn.OfUnit, e.Unit); e.Number == "" || !ok {
		t.CloseQuestion()
		return true, t.Stale()
	}
	for _, f := range files {
		if f.Kind != chat.Photo && f.Kind != chat.Voice || f.Size > chat.MaxFile {
			return true, remindOfFile(&t.Reading, e)
		}
	}
	for _, f := range files {
		proof := records.Evidence{
			Example: e.Number, Unique: f.Unique, FileID: f.ID, Kind: string(f.Kind), MIME: f.MIME, Name: f.Name, By: t.Member.ID, At: t.Tx.Now,
		}
		if err := t.Tx.AddEvidence(proof); err != nil {
			return true, err
		}
		if t.Tx.MediaHash(f.Unique) != "" {
			continue
		}
		if err := t.Tx.PutFetch(storage.Fetch{FileID: f.ID, Unique: f.Unique, Name: f.Name, MIME: f.MIME, Size: f.Size}); err != nil {
			return true, err
		}
	}
	if err := t.Tx.Audit(t.Member.ID, report.ConsentProofKept, e.Ref()); err != nil {
		return true, err
	}
	return true, t.Say(chat.Message{Text: texts.EvidenceKept, Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
}

// showEvidence sends an officer the proofs.
func showEvidence(t *turn.Reading, e report.Example) error {
	proofs, err := t.Tx.EvidenceOf(e.Number)
	if err != nil {
		return err
	}
	if len(proofs) == 0 {
		return t.Toast(texts.NoEvidence)
	}
	for _, proof := range proofs {
		hash := t.Tx.MediaHash(proof.Unique)
		if !t.Tx.HasMedia(hash) {
			if err := t.Toast(texts.PhotosNotHere()); err != nil {
				return err
			}
			continue
		}
		file := chat.Attachment{Name: "dong-y.jpg", MIME: chat.JPEG, Hash: hash}
		if proof.Kind == string(chat.Voice) {
			file.Name, file.MIME = "dong-y.ogg", cmp.Or(proof.MIME, "audio/ogg")
		}
		if err := t.Say(chat.Message{Text: e.Number + ", " + t.Office.Moment(proof.At), File: &file}); err != nil {
			return err
		}
	}
	return nil
}

// askConsentBack asks before a consent is taken back.
func askConsentBack(t *turn.Reading, e report.Example) error {
	pub, err := t.Tx.Publication(e.Number)
	if err := records.IgnoreNotFound(err); err != nil {
		return err
	}
	return t.Say(chat.Message{
		Text: texts.ConfirmConsentBack(e.Number, e.Content.Name, pub.Public()),
		Buttons: [][]chat.Button{{
			turn.Button(texts.LabelConsentBack, verbConsentOff, e.Number, e.Version), turn.Button(texts.LabelCancel, turn.VerbCancel),
		}},
	})
}

// takeConsentBack takes a consent back, at whoever's request.
func takeConsentBack(t *turn.Turn, e report.Example) error {
	if e.Review == report.Withdrawn || e.Content.Consent == report.NotGiven {
		return t.Toast(texts.ConsentIsBack(e.Number))
	}
	if err := publisherOf(&t.Reading).ConsentBack(t.Tx, e, t.Member.ID); err != nil {
		return err
	}
	if err := t.TellColleagues(chat.Message{Text: texts.ConsentBackTold(e.Number, t.Member.Name)}); err != nil {
		return err
	}
	return t.Show(chat.Message{Text: texts.ConsentIsBack(e.Number)})
}
