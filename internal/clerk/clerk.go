package clerk

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/retry"
	"guongsang/internal/texts"
	"guongsang/storage"
)

const (
	maxTries  = 3
	firstRest = 5 * time.Second // after a failure; doubled with each
)

// A Clerk makes documents. Its fields are set before Run and do not change.
type Clerk struct {
	Store  *storage.Store
	Office texts.Office
	Papers Papers
	Now    func() time.Time
	Log    *slog.Logger
}

// Run makes documents as they are asked for, until ctx ends and the one in
// hand is done.
func (c *Clerk) Run(ctx context.Context) {
	for ctx.Err() == nil {
		wait, err := c.work(ctx)
		if err != nil {
			c.Log.Error("documents", "err", err)
			wait = firstRest
		}
		retry.Wait(ctx, c.Store.JobsWoken(), wait)
	}
}

// work does all jobs whose time has come, and says how long the next one has
// to wait; 0 if there is none.
func (c *Clerk) work(ctx context.Context) (wait time.Duration, err error) {
	var jobs []storage.Job
	err = c.Store.View(c.Now(), func(tx *storage.Tx) (err error) {
		jobs, err = tx.Jobs()
		return err
	})
	if err != nil {
		return 0, err
	}
	for _, j := range jobs {
		if ctx.Err() != nil {
			return 0, nil
		}
		if left := j.NotBefore.Sub(c.Now()); left > 0 {
			if wait == 0 || left < wait {
				wait = left
			}
			continue
		}
		rested, err := c.do(ctx, j)
		if err != nil {
			return 0, fmt.Errorf("%s for %s: %w", j.Kind, j.Period, err)
		}
		if rested > 0 && (wait == 0 || rested < wait) {
			wait = rested
		}
	}
	return wait, nil
}

// do makes one document and hands it over. A document that cannot be made is
// tried again after a rest, three times in all; then its reader is told. The
// error is the store's.
func (c *Clerk) do(ctx context.Context, j storage.Job) (rest time.Duration, err error) {
	messages, err := c.make(ctx, j)
	switch {
	case err == nil:
		return 0, c.hand(j, messages)
	case errors.Is(err, ErrNothing):
		return 0, c.nothing(j)
	}
	j.Tries++
	c.Log.Error("document not made", "kind", j.Kind, "period", j.Period.String(), "tries", j.Tries, "err", err)
	if j.Tries >= maxTries {
		return 0, c.giveUp(j, err)
	}
	rest = firstRest << (j.Tries - 1)
	j.NotBefore = c.Now().Add(rest)
	return rest, c.Store.Update(c.Now(), func(tx *storage.Tx) error { return tx.RetryJob(j) })
}

// make makes the messages that bring the document of a job; what panics is a
// document that cannot be made.
func (c *Clerk) make(ctx context.Context, j storage.Job) (messages []chat.Message, err error) {
	defer func() {
		if v := recover(); v != nil {
			c.Log.Error("document ended in a panic", "kind", j.Kind, "stack", string(debug.Stack()))
			err = fmt.Errorf("panic: %v", v)
		}
	}()
	files, err := c.Papers.Make(ctx, c.Store, c.Now(), Order{Kind: j.Kind, Period: j.Period, Ref: j.Ref})
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		hash, err := c.Store.PutMedia(file.Data)
		if err != nil {
			return nil, err
		}
		messages = append(messages, chat.Message{
			Text: caption(j, file), File: &chat.Attachment{Name: file.Name, MIME: file.MIME, Hash: hash},
		})
	}
	return messages, nil
}

// caption stands under a file.
func caption(j storage.Job, file File) string {
	text := texts.PaperCaption(j.Kind, j.Period)
	if file.Says != "" {
		text += "\n" + file.Says
	}
	if file.LeftOut > 0 {
		text += "\n" + texts.PhotosLeftOut(file.LeftOut)
	}
	return text
}

// hand puts the document into the outbox and takes the job out, in one commit.
func (c *Clerk) hand(j storage.Job, messages []chat.Message) error {
	return c.Store.Update(c.Now(), func(tx *storage.Tx) error {
		for i, m := range messages {
			if err := c.put(tx, j, i+1, m); err != nil {
				return err
			}
		}
		if err := c.tell(tx, j, texts.PaperDone(j.Kind, j.Period)); err != nil {
			return err
		}
		return tx.DeleteJob(j)
	})
}

func (c *Clerk) put(tx *storage.Tx, j storage.Job, page int, m chat.Message) error {
	_, err := tx.Put(storage.Row{
		Chat: j.For, Key: fmt.Sprintf("%s/%d", j.Key, page), Class: storage.Bulk, Message: m,
		Guard: &storage.Guard{Member: j.For, Posts: j.Posts},
	})
	return err
}

// nothing says that there is nothing to make a document of.
func (c *Clerk) nothing(j storage.Job) error {
	return c.Store.Update(c.Now(), func(tx *storage.Tx) error {
		if err := c.excuse(tx, j, texts.PaperEmpty(j.Kind)); err != nil {
			return err
		}
		return tx.DeleteJob(j)
	})
}

// excuse says why no document comes: in the message that tells how it goes,
// or where there is none, in one of its own.
func (c *Clerk) excuse(tx *storage.Tx, j storage.Job, text string) error {
	if j.Progress == "" {
		return c.put(tx, j, 1, chat.Message{Text: text})
	}
	return c.tell(tx, j, text)
}

func (c *Clerk) giveUp(j storage.Job, cause error) error {
	return c.Store.Update(c.Now(), func(tx *storage.Tx) error {
		if err := tx.Audit(0, "document given up", j.Kind+" "+j.Period.String()+": "+cause.Error()); err != nil {
			return err
		}
		if err := c.excuse(tx, j, c.Office.PaperFailed(j.Kind, j.Period)); err != nil {
			return err
		}
		return tx.DeleteJob(j)
	})
}

// tell rewrites the message that says how it goes, if somebody waits.
func (c *Clerk) tell(tx *storage.Tx, j storage.Job, text string) error {
	if j.Progress == "" {
		return nil
	}
	return tx.PutEdit(storage.Row{Chat: j.For, TargetKey: j.Progress, Message: chat.Message{Text: text}, Guard: &storage.Guard{Member: j.For, Posts: j.Posts}})
}
