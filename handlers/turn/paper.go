package turn

import (
	"cmp"
	"fmt"
	"strconv"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// Order has a document made for the member in a post, unless the same one is being made
// already. The message that says so is rewritten once it is done.
func (t *Turn) Order(kind string, p report.Period, ref string, as report.Post) error {
	j := storage.Job{Kind: kind, Period: p, Ref: ref, For: t.Member.ID, Posts: []report.Post{as}, Key: t.orderKey(kind, p, ref)}
	j.Progress = j.Key + "/progress"
	fresh, err := t.putOrder(j)
	if err != nil {
		return err
	}
	if !fresh {
		return t.Toast(texts.PaperUnderWay(kind, p))
	}
	// The press is answered first: the action goes in the same line, and so
	// reaches the screen after the message, which would end it.
	if err := t.Toast(""); err != nil {
		return err
	}
	if err := t.put(storage.Row{Key: j.Progress, Message: chat.Message{Text: texts.PaperBegun(kind, p)}}); err != nil {
		return err
	}
	_, err = t.Tx.Put(storage.Row{Chat: t.Member.ID, Way: storage.Act})
	return err
}

// orderKey is different each time that a document is asked for: it names the
// press, or the message in which the button's number was typed.
func (t *Turn) orderKey(kind string, p report.Period, ref string) string {
	asked := cmp.Or(t.Event.Press.Query, strconv.FormatInt(t.Event.MessageID, 10))
	return fmt.Sprintf("paper/%s/%s%s/%d/%d/%s", kind, p, ref, t.Member.ID, t.Tx.Now.Unix(), asked)
}

// putOrder puts a job into the store; not fresh means that the same document
// is being made for the same person.
func (t *Turn) putOrder(j storage.Job) (fresh bool, err error) {
	waiting, err := t.Tx.Jobs()
	if err != nil {
		return false, err
	}
	for _, w := range waiting {
		if w.Kind == j.Kind && w.Period == j.Period && w.Ref == j.Ref && w.For == j.For {
			return false, nil
		}
	}
	return t.Tx.PutJob(j)
}

// The documents that can be asked for, as internal/clerk calls them.
const (
	PaperReport   = "report"
	PaperUrge     = "urge"
	PaperLetter   = "letter"
	PaperWorkbook = "workbook"
	PaperBoard    = "board"
	PaperChart    = "chart"
	PaperCard     = "card"
)
