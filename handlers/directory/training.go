package directory

import (
	"slices"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbTraining turn.Verb = "dirt"
	verbTrain    turn.Verb = "dirton"
	verbTrained  turn.Verb = "dirtoff"
)

// trainingButton begins or ends the training of a unit.
func trainingButton(u report.Unit) chat.Button {
	return turn.Button(texts.LabelTraining(u.Training.IsZero()), verbTraining, u.Code)
}

// askTraining asks before a unit begins to try, or ends.
func askTraining(t *turn.Reading, u report.Unit) error {
	cancel := turn.Button(texts.LabelCancel, turn.VerbCancel)
	if u.Training.IsZero() {
		return t.Show(chat.Message{Title: u.Name, Text: texts.AskTrain(), Buttons: turn.Column(turn.Button(texts.LabelTraining(true), verbTrain, u.Code), cancel)})
	}
	tried, err := triedBy(t, u)
	if err != nil {
		return err
	}
	return t.Show(chat.Message{Title: u.Name, Text: texts.AskTrained(u, len(tried)), Buttons: turn.Column(
		turn.Button(texts.LabelDropTried, verbTrained, u.Code, 1),
		turn.Button(texts.LabelKeepTried, verbTrained, u.Code, 0),
		cancel,
	)})
}

// triedBy are the examples that a unit sent in training.
func triedBy(t *turn.Reading, u report.Unit) (tried []report.Example, err error) {
	all, err := t.Tx.ExamplesOf(u.Code, 0)
	for _, e := range all {
		if u.Trains(report.DateOf(e.Sent.In(t.Rules.Zone))) {
			tried = append(tried, e)
		}
	}
	return tried, err
}

// draftsOf are the drafts that the people of a unit began in training.
func draftsOf(t *turn.Reading, u report.Unit) (begun []report.Draft, err error) {
	for _, role := range []report.Role{report.Focal, report.Head} {
		people, err := t.Tx.Holders(role, u.Code)
		if err != nil {
			return nil, err
		}
		for _, m := range people {
			drafts, err := t.Tx.Drafts(m.ID)
			if err != nil {
				return nil, err
			}
			for _, d := range drafts {
				if d.Unit == u.Code && u.Trains(report.DateOf(d.Started.In(t.Rules.Zone))) && !slices.ContainsFunc(begun, func(b report.Draft) bool { return b.ID == d.ID }) {
					begun = append(begun, d)
				}
			}
		}
	}
	return begun, nil
}

// ofToday says what a unit did in earnest on the day on which its training would begin:
// by the day it could not be told from what is tried, and would be thrown away with it.
func ofToday(t *turn.Reading, u report.Unit) (says string, err error) {
	sent, err := triedBy(t, u)
	if err != nil {
		return "", err
	}
	for _, e := range sent {
		if e.Review != report.Withdrawn {
			return texts.SentToday(e.Number), nil
		}
	}
	nils, err := t.Tx.TriedNils(u)
	if err != nil {
		return "", err
	}
	for _, f := range nils {
		return texts.NilToday(f.Period), nil
	}
	if drafts, err := draftsOf(t, u); err != nil || len(drafts) > 0 {
		return texts.WrittenToday(), err
	}
	return "", nil
}

// train begins the training of a unit.
func train(t *turn.Turn, u report.Unit) error {
	if !u.Training.IsZero() {
		return t.Stale()
	}
	u.Training = t.Today()
	if earnest, err := ofToday(&t.Reading, u); err != nil {
		return err
	} else if earnest != "" {
		return t.Show(chat.Message{Title: u.Name, Text: earnest, Buttons: openButton(u)})
	}
	if err := put(t, u); err != nil {
		return err
	}
	if err := tellPeople(t, u.Code, t.Office.TrainingBegins(u)); err != nil {
		return err
	}
	return t.Show(chat.Message{Text: texts.TrainingBegun(u), Buttons: openButton(u)})
}

// trained ends the training of a unit. What was tried is thrown away, or kept as
// withdrawn, which counts for nothing.
func trained(t *turn.Turn, u report.Unit, drop bool) error {
	if u.Training.IsZero() {
		return t.Stale()
	}
	tried, err := triedBy(&t.Reading, u)
	if err != nil {
		return err
	}
	drafts, err := draftsOf(&t.Reading, u)
	if err != nil {
		return err
	}
	for _, d := range drafts {
		if err := t.Tx.DeleteDraft(d); err != nil {
			return err
		}
	}
	if err := t.Tx.EndTraining(u, tried, drop); err != nil {
		return err
	}
	u.Training = report.Date{}
	if err := put(t, u); err != nil {
		return err
	}
	if err := tellPeople(t, u.Code, t.Office.TrainingEnds(u)); err != nil {
		return err
	}
	return t.Show(chat.Message{Text: texts.TrainingEnded(u, len(tried), drop), Buttons: openButton(u)})
}
