package storage

import (
	"strings"

	"guongsang/internal/texts"
	"guongsang/storage/records"
)

// Train has every message marked as one of a training, because the whole installation is
// one. It is called before anything is said.
func (s *Store) Train() { s.trains = true }

// mark marks what is said to somebody who only tries the program: all of whose posts are
// at units in training, or anybody of an installation for training. Others read at the
// name of the unit that it is in training. A notice on the screen has room for a word.
func (tx *Tx) mark(row *Row) error {
	m := &row.Message
	if m.Text == "" && m.File == nil && m.Album == nil || strings.HasPrefix(m.Text, texts.TrainingMark) || strings.HasPrefix(m.Text, texts.TrainingNotice) {
		return nil
	}
	tries, err := tx.onlyTries(row.Chat)
	switch {
	case err != nil || !tries:
		return err
	case row.Way == Answer:
		m.Text = texts.TrainingNotice + m.Text
	default:
		m.Text = strings.TrimSuffix(texts.TrainingMark+"\n"+m.Text, "\n")
	}
	return nil
}

func (tx *Tx) onlyTries(account int64) (bool, error) {
	d := tx.Directory()
	if tx.s.trains || !d.Trains() {
		return tx.s.trains, nil
	}
	m, err := tx.Member(account)
	if err != nil {
		return false, records.IgnoreNotFound(err)
	}
	for _, p := range m.Posts {
		if u, _ := d.Unit(p.Unit); u.Training.IsZero() {
			return false, nil
		}
	}
	return len(m.Posts) > 0, nil
}
