package disk

import (
	"errors"
	"time"

	bolt "go.etcd.io/bbolt"
)

var errUndo = errors.New("the change is undone")

// Rehearse runs fn in a change of a store file that nobody holds, and undoes it:
// nothing is written. What panics at what it finds there found something else
// than a store.
func Rehearse(path string, fn func(*bolt.Tx) error) (err error) {
	defer func() {
		if recover() != nil {
			err = Unreadable(path)
		}
	}()
	db, err := bolt.Open(path, 0o600, &bolt.Options{Timeout: time.Second, FreelistType: bolt.FreelistMapType})
	if err != nil {
		return openingError(path, err)
	}
	defer db.Close()
	err = db.Update(func(tx *bolt.Tx) error {
		if err := fn(tx); err != nil {
			return err
		}
		return errUndo
	})
	if errors.Is(err, errUndo) {
		return nil
	}
	return err
}
