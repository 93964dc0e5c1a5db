package clerk

import (
	"context"
	"encoding/csv"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"guongsang/internal/invite"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

// asksForSheet has the officer of a room ask for the sheet of all units.
func (r *room) asksForSheet() {
	r.t.Helper()
	r.ask(storage.Job{Kind: Invites, Key: "sheet", Progress: "sheet/progress", Message: 5, Posts: []report.Post{{Role: report.Officer}}})
}

// codes are those of a sheet that was handed over as CSV, by unit.
func (r *room) codes(hash string) map[string]string {
	r.t.Helper()
	file, err := os.Open(r.Store.MediaPath(hash))
	if err != nil {
		r.t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		r.t.Fatal(err)
	}
	codes := map[string]string{}
	for _, row := range rows[1:] {
		codes[row[0]] = row[4]
	}
	return codes
}

// handed checks that a sheet of all units was handed over once, and that the codes
// in it are those that let in: one for each unit and no others.
func (r *room) handed(units int) {
	r.t.Helper()
	rows := r.sent()
	if len(rows) != 3 || rows[0].Key != "sheet/1" || rows[1].Key != "sheet/2" || rows[2].Target != 5 {
		r.t.Fatalf("handed over: %+v", rows)
	}
	if want := texts.SheetMade(units, r.now.Add(invite.Life), office); rows[2].Message.Text != want {
		r.t.Errorf("says %q, want %q", rows[2].Message.Text, want)
	}
	codes := r.codes(rows[1].Message.File.Hash)
	if len(codes) != units {
		r.t.Errorf("%d codes for %d units", len(codes), units)
	}
	if slices.ContainsFunc(r.jobs(), func(j storage.Job) bool { return j.Key == "sheet" }) {
		r.t.Error("the job is left")
	}
	open := map[string]bool{}
	r.update(func(tx *storage.Tx) error {
		invites, err := tx.OpenInvites()
		for _, i := range invites {
			open[i.Hash] = true
		}
		return err
	})
	for unit, code := range codes {
		if !open[invite.Hash(code)] {
			r.t.Errorf("the code of %s lets nobody in", unit)
		}
	}
	if len(open) != units {
		r.t.Errorf("%d codes let in, %d are on the sheet", len(open), units)
	}
}

// A failing context ends when it was asked so often.
type failing struct {
	context.Context
	left int
}

func (f *failing) Err() error {
	if f.left--; f.left < 0 {
		return context.Canceled
	}
	return nil
}

// Whatever the number of units, no commit holds the writer for more than a
// portion of them.
func TestInvitesAreWrittenInPortions(t *testing.T) {
	const units = 2*issueChunk + issueChunk/2
	if max(issueChunk, tellChunk) > 500 {
		t.Errorf("whoever saves something waits for %d units", max(issueChunk, tellChunk))
	}
	r := newRoom(t, units)
	r.asksForSheet()
	r.works()
	r.handed(units)
	made := 0
	r.update(func(tx *storage.Tx) error {
		page, err := tx.AuditLog(records.AuditQuery{Person: reader}, 0)
		for _, l := range page.Lines {
			if l.Did == report.InviteMade {
				made++
			}
		}
		return err
	})
	if made != units {
		t.Errorf("%d of %d invites are in the audit log", made, units)
	}
	r.works()
	if rows := r.sent(); len(rows) != 0 {
		t.Errorf("handed over again: %+v", rows)
	}
}

// Killed before, between and after the portions, and when all of them are written
// but nothing is handed over: the sheet comes once, and only its codes let in.
func TestASheetOfInvitesSurvivesKills(t *testing.T) {
	const units = issueChunk + 2
	for portions := range 3 {
		r := newRoom(t, units)
		r.asksForSheet()
		_, err := r.make(&failing{t.Context(), portions}, batch(r.jobs()[:1]))
		if wrote := errors.Is(err, context.Canceled); wrote != (portions < 2) {
			t.Fatalf("killed after %d portions: %v", portions, err)
		}
		r.restart()
		r.now = r.now.Add(time.Minute)
		r.works()
		r.handed(units)
	}
}

// A stop waits for one portion at most, and is no death.
func TestASheetOfInvitesStops(t *testing.T) {
	r := newRoom(t, issueChunk+2)
	r.asksForSheet()
	if _, err := r.do(&failing{t.Context(), 1}, batch{r.jobs()[0]}); err != nil {
		t.Fatal(err)
	}
	if j := r.jobs(); len(j) != 1 || j[0].Begun != 0 {
		t.Errorf("left: %+v", j)
	}
	r.restart()
	r.works()
	r.handed(issueChunk + 2)
}

// What was open before is taken back; whoever has a focal point is not on the
// sheet; two officers get a sheet each, of which the later one counts.
func TestASheetOfInvitesReplacesWhatWasOpen(t *testing.T) {
	r := newRoom(t, 4)
	old, i := invite.Issue(report.Post{Role: report.Focal, Unit: "U02"}, 8, r.now)
	r.update(func(tx *storage.Tx) error {
		focal := report.Member{ID: 9, Name: "Lò Thị Mẫu", Posts: []report.Post{{Role: report.Focal, Unit: "U01"}}}
		return errors.Join(tx.PutInvite(i), tx.PutMember(focal), tx.PutMember(report.Member{ID: 8, Name: "Giàng A Mẫu", Posts: []report.Post{{Role: report.Officer}}}))
	})
	r.asksForSheet()
	r.update(func(tx *storage.Tx) error {
		_, err := tx.PutJob(storage.Job{Kind: Invites, Period: november, For: 8, Key: "another", Posts: []report.Post{{Role: report.Officer}}})
		return err
	})
	first := r.jobs()[:1]
	if _, err := r.do(t.Context(), first); err != nil {
		t.Fatal(err)
	}
	r.handed(3)
	r.works()
	rows := r.sent()
	if len(rows) != 2 || rows[0].Chat != 8 || len(r.codes(rows[1].Message.File.Hash)) != 3 {
		t.Fatalf("the other officer gets %+v", rows)
	}
	r.update(func(tx *storage.Tx) error {
		open, err := tx.OpenInvites()
		if len(open) != 3 || open[0].By != 8 {
			t.Errorf("open: %+v", open)
		}
		was, err2 := tx.Invite(invite.Hash(old))
		if was.Revoked.IsZero() {
			t.Error("the old code still lets in")
		}
		return errors.Join(err, err2)
	})
}

// The sheet of a block is of that block; nobody to invite is said so.
func TestASheetOfABlock(t *testing.T) {
	r := newRoom(t, 10)
	r.ask(storage.Job{Kind: Invites, Key: "sheet", Progress: "sheet/progress", Message: 5, Ref: InvitesOf + "Khối 2"})
	r.works()
	r.handed(2)
	r.ask(storage.Job{Kind: Invites, Key: "none", Progress: "none/progress", Message: 5, Ref: InvitesOf + "Khối 3"})
	r.works()
	if rows := r.sent(); len(rows) != 1 || rows[0].Message.Text != texts.NobodyToInvite() {
		t.Errorf("of nobody: %+v", rows)
	}
}

// Who was shown out before the sheet was made gets none, and no code is made in
// that name.
func TestNoInvitesForOneWhoWasShownOut(t *testing.T) {
	r := newRoom(t, 3)
	r.asksForSheet()
	r.update(func(tx *storage.Tx) error {
		return tx.PutMember(report.Member{ID: reader, Name: "Nguyễn Thị Ví Dụ", Posts: []report.Post{{Role: report.Leader}}})
	})
	r.works()
	if rows := r.sent(); len(rows) != 0 {
		t.Errorf("sent: %+v", rows)
	}
	r.update(func(tx *storage.Tx) error {
		open, err := tx.OpenInvites()
		if len(open) != 0 || len(r.jobsIn(tx)) != 0 {
			t.Errorf("open: %+v", open)
		}
		return err
	})
}

func (r *room) jobsIn(tx *storage.Tx) []storage.Job {
	jobs, err := tx.Jobs()
	if err != nil {
		r.t.Error(err)
	}
	return jobs
}

// A sheet that cannot be made says what became of the codes.
func TestASheetOfInvitesThatCannotBeMade(t *testing.T) {
	r := newRoom(t, 3)
	r.asksForSheet()
	r.update(func(tx *storage.Tx) error {
		j := r.jobsIn(tx)[0]
		j.Begun = storage.MaxDeaths
		return tx.ChangeJob(j)
	})
	r.works()
	if rows := r.sent(); len(rows) != 1 || !strings.Contains(rows[0].Message.Text, "mã cũ") || rows[0].Target != 5 {
		t.Errorf("says %+v", rows)
	}
}
