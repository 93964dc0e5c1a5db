package clerk

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/invite"
	"guongsang/internal/report"
	"guongsang/internal/sheet"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// Invites is the sheet of invite codes: one for the first focal point of each unit
// that has none. It is no document of the records, for making it changes them; but
// for thousands of units it takes longer than a turn may as well.
const Invites = "invites"

// InvitesOf begins the Ref of a job that makes the sheet of one block, whose name
// follows; without it the sheet is of all units.
const InvitesOf = "block "

// issueChunk is how many invites are written in one commit: whoever saves something
// meanwhile waits for one such portion.
const issueChunk = 100

// makeInvites makes the sheet that a job asks for.
//
// A code is known from the sheet alone: the store has only its hash. So the files
// are kept first; then the invites are written, some in each commit, in place of
// those to the same posts that are still open; and the commit that ends the job
// hands the files over. Whatever ends it in between, the next try begins anew and
// takes back what the last one wrote, of which nobody knows a code.
func (c *Clerk) makeInvites(ctx context.Context, j storage.Job) (made, error) {
	now := c.Now()
	var units []report.Unit
	err := c.Store.View(now, func(tx *storage.Snapshot) (err error) {
		list := tx.Directory().Units()
		if name, ok := strings.CutPrefix(j.Ref, InvitesOf); ok {
			list = tx.Directory().Block(name)
		}
		units, err = tx.Unconnected(list, report.DateOf(now.In(c.Office.Zone)))
		return err
	})
	if err != nil {
		return made{}, err
	}
	if len(units) == 0 {
		return made{}, ErrNothing
	}
	invites, rows := c.drawInvites(units, j.For, now)
	day := report.DateOf(now.In(c.Office.Zone))
	messages, err := c.keepTable(rows, func(ext string) string { return texts.SheetFile(day, ext) })
	if err != nil {
		return made{}, err
	}
	for some := range slices.Chunk(invites, issueChunk) {
		if ctx.Err() != nil {
			return made{}, ctx.Err()
		}
		if err := c.issue(now, j, some); err != nil {
			return made{}, err
		}
	}
	return made{messages, texts.SheetMade(len(units), now.Add(invite.Life), c.Office)}, nil
}

// drawInvites draws a code for each unit, and writes the rows of the sheet.
func (c *Clerk) drawInvites(units []report.Unit, by int64, now time.Time) (invites []report.Invite, rows [][]string) {
	rows = [][]string{texts.SheetColumns()}
	for _, u := range units {
		code, i := invite.Issue(report.Post{Role: report.Focal, Unit: u.Code}, by, now)
		invites = append(invites, i)
		rows = append(rows, []string{u.Code, u.Name, u.Block, texts.LabelFirstFocal, code, c.Office.InviteLink(code), c.Office.Moment(i.Expires)})
	}
	return invites, rows
}

// keepTable keeps a table as a workbook and as CSV.
func (c *Clerk) keepTable(rows [][]string, name func(ext string) string) (messages []chat.Message, err error) {
	workbook, err := sheet.Workbook(rows)
	if err != nil {
		return nil, fmt.Errorf("writing a table of %d rows: %w", len(rows), err)
	}
	for _, f := range []File{
		{Name: name(".xlsx"), MIME: chat.XLSX, Data: workbook},
		{Name: name(".csv"), MIME: chat.CSV, Data: sheet.CSV(rows)},
	} {
		attachment, err := c.keep(f)
		if err != nil {
			return nil, err
		}
		messages = append(messages, chat.Message{File: attachment})
	}
	return messages, nil
}

// issue writes invites in place of those that are open to the same posts, as long
// as whoever asked for them may.
func (c *Clerk) issue(now time.Time, j storage.Job, invites []report.Invite) error {
	return c.Store.Update(now, func(tx *storage.Tx) error {
		may, err := tx.Holds(&storage.Guard{Member: j.For, Posts: j.Posts})
		if err != nil {
			return err
		}
		if !may {
			return ErrNothing
		}
		for _, i := range invites {
			older, err := tx.OpenInvitesTo(i.Post)
			if err != nil {
				return err
			}
			for _, old := range older {
				old.Revoked = now
				if err := tx.PutInvite(old); err != nil {
					return err
				}
				if err := tx.Audit(j.For, report.InviteRevoked, old.Ref()); err != nil {
					return err
				}
			}
			if err := tx.PutInvite(i); err != nil {
				return err
			}
			if err := tx.Audit(j.For, report.InviteMade, i.Ref()); err != nil {
				return err
			}
		}
		return nil
	})
}
