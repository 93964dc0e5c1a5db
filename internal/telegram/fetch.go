package telegram

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/importer"
	"guongsang/internal/photo"
	"guongsang/internal/report"
	"guongsang/internal/retry"
	"guongsang/storage"
)

const (
	maxFetches      = 4 // side by side
	downloadTimeout = 5 * time.Minute
	longestFetch    = 15 * time.Minute // pause between two tries
	fetchLife       = 24 * time.Hour   // then it is given up
	longestNap      = time.Minute      // between two looks at the clock, which may be moved
	storePause      = 30 * time.Second // after an outcome that could not be stored
)

// A Fetcher brings the files that people send into the house.
type Fetcher struct {
	client *Client
	store  *storage.Store
	folder string
	log    *slog.Logger

	mu    sync.Mutex
	taken map[uint64]bool

	looking chan struct{} // held while a picture is looked at
}

// NewFetcher makes a fetcher that keeps files below the store's folder.
func NewFetcher(c *Client, store *storage.Store) *Fetcher {
	return &Fetcher{
		client: c, store: store, folder: filepath.Join(store.Dir(), "media"), log: c.log, taken: map[uint64]bool{},
		looking: make(chan struct{}, 1),
	}
}

// Run fetches until ctx ends; a file half fetched is fetched again at the next
// start.
func (f *Fetcher) Run(ctx context.Context) {
	f.sweep()
	slots := make(chan struct{}, maxFetches)
	var tasks sync.WaitGroup
	defer tasks.Wait()
	again := make(chan struct{}, 1)
	for {
		due, next := f.due()
		for _, one := range due {
			select {
			case slots <- struct{}{}:
			case <-ctx.Done():
				return
			}
			tasks.Go(func() {
				f.fetch(ctx, one)
				<-slots
				select {
				case again <- struct{}{}:
				default:
				}
			})
		}
		timer := time.NewTimer(next)
		select {
		case <-f.store.FetchWoken():
		case <-again:
		case <-timer.C:
		case <-ctx.Done():
			timer.Stop()
			return
		}
		timer.Stop()
	}
}

// sweep removes what a crash left half fetched.
func (f *Fetcher) sweep() {
	parts, _ := filepath.Glob(filepath.Join(f.folder, "*.part"))
	for _, p := range parts {
		_ = os.Remove(p)
	}
}

// due takes what is to be fetched now, and says when to look again.
func (f *Fetcher) due() (due []storage.Fetch, next time.Duration) {
	now := f.client.now()
	next = longestNap
	var all []storage.Fetch
	err := f.store.View(now, func(tx *storage.Snapshot) (err error) {
		all, err = tx.Fetches()
		return err
	})
	if err != nil {
		f.log.Error("list of files to fetch not read", "err", err)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, one := range all {
		wait := storage.Rest(one.NotBefore, one.Made, now)
		switch {
		case f.taken[one.Seq]:
		case wait > 0:
			next = min(next, wait)
		default:
			f.taken[one.Seq] = true
			due = append(due, one)
		}
	}
	return due, next
}

func (f *Fetcher) fetch(ctx context.Context, one storage.Fetch) {
	defer func() {
		f.mu.Lock()
		delete(f.taken, one.Seq)
		f.mu.Unlock()
	}()
	hash, err := f.bring(ctx, one)
	verdict := photo.Ready
	document := ""
	switch {
	case err != nil:
	case one.Picture:
		verdict, err = f.inspect(ctx, one, hash)
	case one.Document:
		document, err = f.read(ctx, one, hash)
	}
	if ctx.Err() != nil {
		return
	}
	now := f.client.now()
	switch {
	case err == nil:
		err = f.store.Update(now, func(tx *storage.Tx) error { return f.arrived(tx, one, hash, verdict, document) })
	case errors.Is(err, errNever) || now.Sub(one.Made) > fetchLife:
		f.log.Warn("file given up", "fetch", one.Seq, "tries", one.Tries, "err", err)
		err = f.store.Update(now, func(tx *storage.Tx) error { return f.givenUp(tx, one) })
	default:
		if one.Tries == 0 {
			f.log.Warn("file not fetched yet", "fetch", one.Seq, "err", err)
		}
		one.Tries++
		one.NotBefore = now.Add(max(retry.Pause(one.Tries, longestFetch), asked(err)))
		err = f.store.Update(now, func(tx *storage.Tx) error { return tx.UpdateFetch(one) })
	}
	if err != nil {
		f.log.Error("outcome of a fetch not stored", "fetch", one.Seq, "err", err)
		retry.Sleep(ctx, storePause)
	}
}

// survive runs what may end the program: that it is being done is noted first, and
// what the program did not survive twice is not done a third time. One is done at a
// time, so that of others nothing is noted.
func (f *Fetcher) survive(ctx context.Context, one storage.Fetch, do func() error) (done bool, err error) {
	if one.Readings >= storage.MaxDeaths {
		f.log.Warn("file set aside: the program ended twice while it was read", "fetch", one.Seq)
		return false, nil
	}
	select {
	case f.looking <- struct{}{}:
		defer func() { <-f.looking }()
	case <-ctx.Done():
		return false, ctx.Err()
	}
	begun := one
	begun.Readings++
	if err := f.note(begun); err != nil {
		return false, err
	}
	if err := do(); err != nil {
		return false, errors.Join(err, f.note(one)) // stopped in good order, or the disk's fault
	}
	return true, nil
}

// inspect finds out whether a picture can be shown, and if so keeps the copy that
// shows it: documents then find it made.
func (f *Fetcher) inspect(ctx context.Context, one storage.Fetch, hash string) (photo.Verdict, error) {
	if _, err := os.Stat(f.store.CopyPath(hash)); err == nil {
		return photo.Ready, nil
	}
	var made photo.Copy
	done, err := f.survive(ctx, one, func() (err error) {
		made, err = photo.Prepare(ctx, f.store.MediaPath(hash))
		return err
	})
	switch {
	case err != nil:
		return "", err
	case !done:
		return photo.Slow, nil
	}
	if made.Verdict != photo.Ready {
		f.log.Info("picture cannot be shown", "hash", hash, "verdict", made.Verdict, "why", made.Cause)
		return made.Verdict, nil
	}
	if err := f.store.PutCopy(hash, made.JPEG); err != nil {
		f.log.Warn("copy of a photo not kept", "err", err) // it is made again when it is needed
	}
	return photo.Ready, nil
}

// read reads a document that introduces somebody.
func (f *Fetcher) read(ctx context.Context, one storage.Fetch, hash string) (text string, err error) {
	d := importer.Document{Fault: importer.TooMuch}
	_, err = f.survive(ctx, one, func() error {
		read, err := importer.ReadDocument(ctx, f.store, f.log, hash, one.Each)
		if err == nil {
			d = read
		}
		return err
	})
	if err != nil {
		return "", err
	}
	return d.Text(one.For), nil
}

func (f *Fetcher) note(one storage.Fetch) error {
	return f.store.Update(f.client.now(), func(tx *storage.Tx) error { return tx.UpdateFetch(one) })
}

// arrived notes that a file is in the house and tells whoever waits for it. Of
// a picture only what is wrong with it is told, of a document what it says.
func (f *Fetcher) arrived(tx *storage.Tx, one storage.Fetch, hash string, verdict photo.Verdict, document string) error {
	if err := tx.PutMedia(one.Unique, hash); err != nil {
		return err
	}
	switch {
	case one.Document:
		one.For = document
		return f.tell(tx, one, "")
	case !one.Picture:
		return f.tell(tx, one, "")
	case verdict == photo.Ready:
		return tx.DeleteFetch(one)
	}
	return f.tell(tx, one, string(verdict))
}

// givenUp notes that a file will not come; whoever waits is told as well and
// finds no hash for it.
func (f *Fetcher) givenUp(tx *storage.Tx, one storage.Fetch) error {
	if err := tx.Audit(0, report.FileGivenUp, report.Ref{Member: memberOf(purposeOf(one))}); err != nil {
		return err
	}
	return f.tell(tx, one, "")
}

// tell ends a fetch and, if it was for something, puts an event of kind
// chat.Fetched in the inbox, with For as its text.
func (f *Fetcher) tell(tx *storage.Tx, one storage.Fetch, fault string) error {
	if err := tx.DeleteFetch(one); err != nil || one.For == "" {
		return err
	}
	who := memberOf(purposeOf(one))
	raw, err := EncodeEvent(chat.Event{
		Kind: chat.Fetched, At: tx.Now, From: chat.Person{ID: who}, Chat: who, Private: true, Text: one.For,
		Files: []chat.File{{
			Kind: chat.Document, ID: one.FileID, Unique: one.Unique, Name: one.Name, MIME: one.MIME, Size: one.Size, Fault: fault,
		}},
	})
	if err != nil {
		return err
	}
	return tx.PutEvent(who, raw)
}

// purposeOf is what a file is for, without what was said beside it.
func purposeOf(one storage.Fetch) string {
	purpose, _, _ := strings.Cut(one.For, "\n")
	return purpose
}

// memberOf reads the account at the end of "units:123" or "picture:7:123".
func memberOf(purpose string) int64 {
	id, _ := strconv.ParseInt(purpose[strings.LastIndexByte(purpose, ':')+1:], 10, 64)
	return id
}
