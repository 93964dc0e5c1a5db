package clerk

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"slices"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/retry"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/disk"
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
	// Backup makes a copy of the store and its files, as the one of the schedule.
	Backup func(ctx context.Context, now time.Time) (disk.Backup, error)
	// Erase does what a request asks to have erased, in the name of an officer, and says
	// what came of it.
	Erase func(ctx context.Context, now time.Time, request int, by int64) (says string, err error)
}

// Run makes documents as they are asked for, until ctx ends. The one in hand is
// let go then, to be made at the next start.
func (c *Clerk) Run(ctx context.Context) {
	for ctx.Err() == nil {
		wait, err := c.Work(ctx)
		if err != nil {
			c.Log.Error("documents", "err", err)
			wait = firstRest
		}
		retry.Wait(ctx, c.Store.JobsWoken(), wait)
	}
}

// Work does all jobs whose time has come, and says how long the next one has
// to wait; 0 if there is none.
func (c *Clerk) Work(ctx context.Context) (wait time.Duration, err error) {
	var jobs []storage.Job
	err = c.Store.View(c.Now(), func(tx *storage.Snapshot) (err error) {
		jobs, err = tx.Jobs()
		return err
	})
	if err != nil {
		return 0, err
	}
	sooner := func(rest time.Duration) {
		if rest > 0 && (wait == 0 || rest < wait) {
			wait = rest
		}
	}
	var due []storage.Job
	for _, j := range jobs {
		left := storage.Rest(j.NotBefore, j.Made, c.Now())
		if left <= 0 {
			due = append(due, j)
		}
		sooner(left)
	}
	for _, b := range batches(due) {
		if ctx.Err() != nil {
			return 0, nil
		}
		rest, err := c.do(ctx, b)
		if err != nil {
			return 0, fmt.Errorf("%s for %s: %w", b[0].Kind, b[0].Period, err)
		}
		sooner(rest)
	}
	return wait, nil
}

// A batch is the jobs that ask for the same document: it is made once for all
// its readers.
type batch []storage.Job

// batches sorts jobs by what they ask for, in the order of the first of each.
// An errand is done for each who asked for it.
func batches(jobs []storage.Job) (all []batch) {
	at := map[Order]int{}
	for _, j := range jobs {
		if errands[j.Kind] != nil {
			all = append(all, batch{j})
			continue
		}
		i, known := at[orderOf(j)]
		if !known {
			i = len(all)
			at[orderOf(j)] = i
			all = append(all, nil)
		}
		all[i] = append(all[i], j)
	}
	return all
}

func orderOf(j storage.Job) Order { return Order{Kind: j.Kind, Period: j.Period, Ref: j.Ref} }

// do makes one document and hands it over. A document that cannot be made is
// tried again after a rest, three times in all; one over which the program died
// twice is not begun a third time. Then its readers are told. The error is the
// store's.
func (c *Clerk) do(ctx context.Context, b batch) (rest time.Duration, err error) {
	for _, j := range b {
		if j.Begun >= storage.MaxDeaths {
			c.Log.Error("document set aside", "kind", j.Kind, "period", j.Period.String(), "err", errDied)
			return 0, c.giveUp(b, errDied)
		}
	}
	if err := c.change(b, func(j *storage.Job) { j.Begun++ }); err != nil {
		return 0, err
	}
	m, err := c.make(ctx, b)
	switch {
	case err == nil:
		return 0, c.hand(b, m)
	case errors.Is(err, ErrNothing):
		return 0, c.end(b, func(tx *storage.Tx, j storage.Job) error { return c.excuse(tx, j, texts.PaperEmpty(j.Kind)) })
	case errors.Is(err, ErrTooLarge):
		c.Log.Error("document too large", "kind", b[0].Kind, "period", b[0].Period.String(), "err", err)
		return 0, c.end(b, func(tx *storage.Tx, j storage.Job) error { return c.excuse(tx, j, c.Office.PaperTooLarge(j.Kind)) })
	case ctx.Err() != nil:
		return 0, c.change(b, func(j *storage.Job) { j.Begun-- })
	}
	return c.retry(b, err)
}

// errDied is why a document is not begun again.
var errDied = errors.New("the program ended twice while it was made")

// retry puts off what could not be made, or gives it up.
func (c *Clerk) retry(b batch, cause error) (rest time.Duration, err error) {
	var again, over batch
	for _, j := range b {
		j.Begun, j.Tries = 0, j.Tries+1
		c.Log.Error("document not made", "kind", j.Kind, "period", j.Period.String(), "tries", j.Tries, "err", cause)
		if j.Tries >= maxTries {
			over = append(over, j)
			continue
		}
		after := firstRest << (j.Tries - 1)
		j.NotBefore = c.Now().Add(after)
		again = append(again, j)
		if rest == 0 || after < rest {
			rest = after
		}
	}
	return rest, errors.Join(c.change(again, func(*storage.Job) {}), c.giveUp(over, cause))
}

// change writes how it goes with the jobs of a batch.
func (c *Clerk) change(b batch, how func(*storage.Job)) error {
	if len(b) == 0 {
		return nil
	}
	for i := range b {
		how(&b[i])
	}
	return c.Store.Update(c.Now(), func(tx *storage.Tx) error {
		for _, j := range b {
			if err := tx.ChangeJob(j); err != nil {
				return err
			}
		}
		return nil
	})
}

// end says something to each reader and takes the jobs out, in one commit.
func (c *Clerk) end(b batch, say func(*storage.Tx, storage.Job) error) error {
	if len(b) == 0 {
		return nil
	}
	return c.Store.Update(c.Now(), func(tx *storage.Tx) error {
		for _, j := range b {
			if err := say(tx, j); err != nil {
				return err
			}
			if err := tx.DeleteJob(j); err != nil {
				return err
			}
		}
		return nil
	})
}

// errands are the jobs that are no documents of a period: they change the records,
// tell many or list all units, which for a province is more than a turn may. What they write they write in portions, one in each commit; done over
// after a crash they do nothing twice.
var errands = map[string]func(*Clerk, context.Context, storage.Job) (made, error){
	Invites:  (*Clerk).makeInvites,
	Extended: (*Clerk).tellExtended,
	Revoke:   (*Clerk).revoke,
	Units:    (*Clerk).makeUnits,
	Backup:   (*Clerk).backUp,
	Erase:    (*Clerk).erase,
}

// What was made is handed over by messages, and said in words to who waits.
type made struct {
	messages []chat.Message
	says     string
}

// make makes what a batch asks for; what panics cannot be made.
func (c *Clerk) make(ctx context.Context, b batch) (m made, err error) {
	j := b[0]
	defer func() {
		if v := recover(); v != nil {
			c.Log.Error("document ended in a panic", "kind", j.Kind, "stack", string(debug.Stack()))
			m, err = made{}, fmt.Errorf("panic: %v", v)
		}
	}()
	if errand := errands[j.Kind]; errand != nil {
		return errand(c, ctx, j)
	}
	papers := c.Papers
	papers.progress = c.progress(b)
	files, err := papers.Make(ctx, c.Store, c.Now(), orderOf(j))
	if err != nil {
		return made{}, err
	}
	m.says = texts.PaperDone(j.Kind, j.Period)
	for _, file := range files {
		attachment, err := c.keep(file)
		if err != nil {
			return made{}, err
		}
		m.messages = append(m.messages, chat.Message{Text: caption(j, file), File: attachment})
	}
	return m, nil
}

// more is what the agency can have besides a document.
func more(j storage.Job) [][]chat.Button {
	if ofUnit := func(p report.Post) bool { return p.Unit != "" }; j.Kind != Card || slices.ContainsFunc(j.Posts, ofUnit) {
		return nil
	}
	return [][]chat.Button{{{Label: texts.PaperName(Square), Do: chat.Do(chat.VerbSquare, j.Ref)}}}
}

// keep keeps a file that was made, to be attached.
func (c *Clerk) keep(file File) (*chat.Attachment, error) {
	hash, err := c.Store.PutMedia(file.Data)
	if err != nil {
		return nil, err
	}
	return &chat.Attachment{Name: file.Name, MIME: file.MIME, Hash: hash}, nil
}

// caption stands under a file.
func caption(j storage.Job, file File) string {
	text := texts.PaperCaption(j.Kind, j.Period)
	if file.MIME == chat.PDF {
		text = texts.PDFCaption(j.Kind, j.Period)
	}
	if file.Says != "" {
		text += "\n" + file.Says
	}
	if file.LeftOut > 0 {
		text += "\n" + texts.PhotosLeftOut(file.LeftOut)
	}
	if file.Lacks != "" {
		text += "\n" + file.Lacks
	}
	return text
}

// hand puts the document into the outbox for each of its readers.
func (c *Clerk) hand(b batch, m made) error {
	return c.end(b, func(tx *storage.Tx, j storage.Job) error {
		for i, message := range m.messages {
			message.Buttons = more(j)
			if err := c.put(tx, j, i+1, message); err != nil {
				return err
			}
		}
		if internal(j.Kind) {
			if err := tx.Audit(j.For, report.InternalPaperMade, report.Ref{Period: j.Period, How: j.Kind}); err != nil {
				return err
			}
		}
		return c.tell(tx, j, m.says)
	})
}

func (c *Clerk) put(tx *storage.Tx, j storage.Job, page int, m chat.Message) error {
	_, err := tx.Put(storage.Row{
		Chat: j.For, Key: fmt.Sprintf("%s/%d", j.Key, page), Class: storage.Bulk, Message: m,
		Guard: &storage.Guard{Member: j.For, Posts: j.Posts},
	})
	return err
}

// excuse says why no document comes: in the message that tells how it goes,
// or where there is none, in one of its own.
func (c *Clerk) excuse(tx *storage.Tx, j storage.Job, text string) error {
	if j.Progress == "" {
		return c.put(tx, j, 1, chat.Message{Text: text})
	}
	return c.tell(tx, j, text)
}

// giveUp tells the readers that the document does not come.
func (c *Clerk) giveUp(b batch, cause error) error {
	return c.end(b, func(tx *storage.Tx, j storage.Job) error {
		if err := tx.Audit(0, report.DocumentGivenUp, report.Ref{Member: j.For, Period: j.Period, How: j.Kind}); err != nil {
			return err
		}
		return c.excuse(tx, j, c.Office.PaperFailed(j.Kind, j.Period))
	})
}

// tell rewrites the message that says how it goes, if somebody waits.
func (c *Clerk) tell(tx *storage.Tx, j storage.Job, text string) error {
	if j.Progress == "" {
		return nil
	}
	return tx.PutEdit(storage.Row{
		Chat: j.For, Target: j.Message, TargetKey: j.Progress, Message: chat.Message{Text: text},
		Guard: &storage.Guard{Member: j.For, Posts: j.Posts},
	})
}
