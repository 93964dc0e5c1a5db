package courier

import (
	"fmt"
	"os"

	"guongsang/storage"
)

// attach reads the file of a row that names one by its hash: large documents
// lie on disk and not in the outbox. The row's own attachment is left alone.
func (s *Sender) attach(row *storage.Row) error {
	file := row.Message.File
	if file == nil || file.Hash == "" || row.Way != storage.Send {
		return nil
	}
	data, err := os.ReadFile(s.store.MediaPath(file.Hash))
	if err != nil {
		return fmt.Errorf("reading the file of row %d: %w", row.Seq, err)
	}
	whole := *file
	whole.Data = data
	row.Message.File = &whole
	return nil
}
