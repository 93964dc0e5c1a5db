package storage

import (
	"strings"

	"guongsang/internal/chat"
	"guongsang/internal/texts"
	"guongsang/storage/records"
)

// Train has every message marked as one of a training, because the whole installation is
// one. It is called before anything is said.
func (s *Store) Train() { s.trains = true }

// mark marks a message to somebody who only tries the program: all of whose posts are at
// units in training, or anybody of an installation for training. Others read at the name
// of the unit that it is in training.
func (tx *Tx) mark(to int64, m *chat.Message) error {
	if m.Text == "" && m.File == nil || strings.HasPrefix(m.Text, texts.TrainingMark) {
		return nil
	}
	tries, err := tx.onlyTries(to)
	if err == nil && tries {
		m.Text = strings.TrimSuffix(texts.TrainingMark+"\n"+m.Text, "\n")
	}
	return err
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
