package handlers

import (
	"cmp"
	"fmt"
	"strconv"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// order has a document made for the member in a post, unless the same one is being made
// already. The message that says so is rewritten once it is done.
func (t *turn) order(kind string, p report.Period, ref string, as report.Post) error {
	j := storage.Job{Kind: kind, Period: p, Ref: ref, For: t.member.ID, Posts: []report.Post{as}, Key: t.orderKey(kind, p, ref)}
	j.Progress = j.Key + "/progress"
	fresh, err := t.putOrder(j)
	if err != nil {
		return err
	}
	if !fresh {
		return t.toast(texts.PaperUnderWay(kind, p))
	}
	// The press is answered first: the action goes in the same line, and so
	// reaches the screen after the message, which would end it.
	if err := t.toast(""); err != nil {
		return err
	}
	if err := t.put(storage.Row{Key: j.Progress, Message: chat.Message{Text: texts.PaperBegun(kind, p)}}); err != nil {
		return err
	}
	_, err = t.tx.Put(storage.Row{Chat: t.member.ID, Way: storage.Act})
	return err
}

// orderKey is different each time that a document is asked for: it names the
// press, or the message in which the button's number was typed.
func (t *turn) orderKey(kind string, p report.Period, ref string) string {
	asked := cmp.Or(t.ev.Press.Query, strconv.FormatInt(t.ev.MessageID, 10))
	return fmt.Sprintf("paper/%s/%s%s/%d/%d/%s", kind, p, ref, t.member.ID, t.tx.Now.Unix(), asked)
}

// putOrder puts a job into the store; not fresh means that the same document
// is being made for the same person.
func (t *turn) putOrder(j storage.Job) (fresh bool, err error) {
	waiting, err := t.tx.Jobs()
	if err != nil {
		return false, err
	}
	for _, w := range waiting {
		if w.Kind == j.Kind && w.Period == j.Period && w.Ref == j.Ref && w.For == j.For {
			return false, nil
		}
	}
	return t.tx.PutJob(j)
}

// The documents that can be asked for, as internal/clerk calls them.
const (
	paperReport   = "report"
	paperUrge     = "urge"
	paperLetter   = "letter"
	paperWorkbook = "workbook"
	paperBoard    = "board"
	paperChart    = "chart"
	paperCard     = "card"
)

// paperPeriod reads a period of which there can be documents.
func (t *turn) paperPeriod(arg string) (report.Period, bool) {
	p, err := report.ParsePeriod(arg)
	return p, err == nil && t.inReach(p)
}
