package turn

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// Order has a document made for the member in a post, unless the same one is being made
// already. The message that says so is rewritten once it is done.
func (t *Turn) Order(kind string, p report.Period, ref string, as report.Post) error {
	j := t.job(kind, p, ref, as)
	if ok, err := t.putOrder(j); err != nil || !ok {
		return err
	}
	// The press is answered first: the action goes in the same line, and so
	// reaches the screen after the message, which would end it.
	if err := t.Toast(""); err != nil {
		return err
	}
	if err := t.put(storage.Row{Key: j.Progress, Message: chat.Message{Text: texts.PaperBegun(kind, p)}}); err != nil {
		return err
	}
	_, err := t.Tx.Put(storage.Row{Chat: t.Member.ID, Way: storage.Act})
	return err
}

// OrderHere is Order for what was asked about first: the message with the question
// is the one that is rewritten.
func (t *Turn) OrderHere(kind string, p report.Period, ref string, as report.Post) error {
	j := t.here(t.job(kind, p, ref, as))
	if ok, err := t.putOrder(j); err != nil || !ok {
		return err
	}
	return t.show(storage.Row{Key: j.Progress, Message: chat.Message{Text: texts.PaperBegun(kind, j.Period)}})
}

// TellExtended has everybody told whom an extension concerns; says is shown until
// that is done.
func (t *Turn) TellExtended(e report.Extension, as report.Post, says string) error {
	j := t.here(t.job(Extended, e.Period, e.Scope.Unit+e.Scope.Block, as))
	j.Scope = e.Scope
	if _, err := t.Tx.PutJob(j); err != nil {
		return err
	}
	return t.show(storage.Row{Key: j.Progress, Message: chat.Message{Text: says}})
}

// RevokeInvites has the invites taken back that a member made in a post that is
// over.
func (t *Turn) RevokeInvites(member int64) error {
	ref := strconv.FormatInt(member, 10)
	_, err := t.Tx.PutJob(storage.Job{Kind: Revoke, Ref: ref, For: t.Member.ID, Key: fmt.Sprintf("revoke/%s/%d", ref, t.Tx.Now.UnixNano())})
	return err
}

// here lets a job tell how it goes in the message that was pressed.
func (t *Turn) here(j storage.Job) storage.Job {
	if t.Event.Kind == chat.Pressed {
		j.Message = t.Event.MessageID
	}
	return j
}

func (t *Turn) job(kind string, p report.Period, ref string, as report.Post) storage.Job {
	key := t.orderKey(kind, p, ref)
	return storage.Job{Kind: kind, Period: p, Ref: ref, For: t.Member.ID, Posts: []report.Post{as}, Key: key, Progress: key + "/progress"}
}

// orderKey is different each time that a document is asked for: it names the
// press, or the message in which the button's number was typed.
func (t *Turn) orderKey(kind string, p report.Period, ref string) string {
	asked := cmp.Or(t.Event.Press.Query, strconv.FormatInt(t.Event.MessageID, 10))
	return fmt.Sprintf("paper/%s/%s%s/%d/%d/%s", kind, p, ref, t.Member.ID, t.Tx.Now.Unix(), asked)
}

// putOrder puts a job into the store; not ok means that the same is being made for
// the same person, who was told.
func (t *Turn) putOrder(j storage.Job) (ok bool, err error) {
	waiting, err := t.Tx.Jobs()
	if err != nil {
		return false, err
	}
	same := func(w storage.Job) bool {
		return w.Kind == j.Kind && w.Period == j.Period && w.Ref == j.Ref && w.For == j.For
	}
	if !slices.ContainsFunc(waiting, same) {
		if ok, err = t.Tx.PutJob(j); err != nil || ok {
			return ok, err
		}
	}
	return false, t.Toast(texts.PaperUnderWay(j.Kind, j.Period))
}

// The documents that can be asked for, as internal/clerk calls them.
const (
	PaperReport   = "report"
	PaperUrge     = "urge"
	PaperLetter   = "letter"
	PaperWorkbook = "workbook"
	PaperSummary  = "summary"
	PaperBoard    = "board"
	PaperChart    = "chart"
	PaperCard     = "card"
	PaperSquare   = "square"
	PaperPackage  = "package"
	PaperAnnex    = "annex"
	PaperNominees = "nominees"
	PaperPress    = "press"

	// Errands.
	SheetOfInvites = "invites"
	Extended       = "extended"
	Revoke         = "revoke"
	Units          = "units"
	Backup         = "backup"
	Erase          = storage.ErasingJob
	SheetOfBlock   = "block " // begins what a sheet of one block is about
)
