package clerk

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"testing"

	"guongsang/internal/chat"
	"guongsang/internal/invite"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// Everybody whose unit has not handed in is told once of a new deadline, by portions,
// whatever ends it in between; who asked for it hears how many they are.
func TestANewDeadlineIsToldInPortions(t *testing.T) {
	const focals = tellChunk + 2
	for portions := range 3 {
		r := newRoom(t, focals+1)
		day := report.NewDate(2026, 11, 27)
		r.update(func(tx *storage.Tx) error {
			for i := range focals {
				posts := []report.Post{{Role: report.Focal, Unit: fmt.Sprintf("U%02d", i+1)}}
				if i == 0 { // who serves two is told once
					posts = append(posts, report.Post{Role: report.Focal, Unit: fmt.Sprintf("U%02d", focals+1)})
				}
				if err := tx.PutMember(report.Member{ID: int64(100 + i), Name: "Lò Văn Mẫu", Posts: posts}); err != nil {
					return err
				}
			}
			// A unit with a longer extension of its own is not concerned.
			longer := report.Extension{Period: november, Scope: report.Scope{Unit: "U02"}, Deadline: day.AddDays(3)}
			_, err := tx.Put(storage.Row{Chat: reader, Key: "all/progress", Message: chat.Message{Text: "…"}})
			return errors.Join(err, tx.PutExtension(longer), tx.PutExtension(report.Extension{Period: november, Deadline: day}))
		})
		r.sent()
		r.ask(storage.Job{Kind: Extended, Key: "all", Progress: "all/progress", Posts: []report.Post{{Role: report.Officer}}})
		if _, err := r.make(&failing{t.Context(), portions}, batch(r.jobs()[:1])); (err != nil) != (portions < 2) {
			t.Fatalf("killed after %d portions: %v", portions, err)
		}
		before := r.sent()
		if want := min(portions*tellChunk, focals-1); len(before) != want {
			t.Errorf("%d portions told %d, want %d", portions, len(before), want)
		}
		r.restart()
		r.works()
		told := map[int64]int{}
		for _, row := range slices.Concat(before, r.sent()) {
			told[row.Chat]++
			if want := texts.Extended(texts.AllUnits(), november, day, focals-1); row.Chat == reader && row.Message.Text != want {
				t.Errorf("says %q, want %q", row.Message.Text, want)
			}
		}
		if most := slices.Max(slices.Collect(maps.Values(told))); len(told) != focals || most != 1 || told[101] != 0 {
			t.Errorf("%d were told, one of them %d times", len(told), most)
		}
	}
}

// The invites of one who was shown out are taken back by portions, even if a kill
// comes in between and the post is given back before it goes on; those made since
// stay, and so does what the posts that are left allow.
func TestInvitesAreTakenBackInPortions(t *testing.T) {
	const units = issueChunk + 2
	for portions := range 3 {
		r := newRoom(t, units)
		const other = 8
		left := report.Post{Role: report.Head, Unit: "U01", Since: r.now.AddDate(0, -1, 0)}
		r.update(func(tx *storage.Tx) error {
			for i := range units {
				_, made := invite.Issue(report.Post{Role: report.Focal, Unit: fmt.Sprintf("U%02d", i+1)}, other, r.now)
				if err := tx.PutInvite(made); err != nil {
					return err
				}
			}
			_, err := tx.PutJob(storage.Job{Kind: Revoke, Ref: strconv.Itoa(other), For: reader, Key: "revoke"})
			return errors.Join(err, tx.PutMember(report.Member{ID: other, Name: "Lò Văn Mẫu", Posts: []report.Post{left}}))
		})
		_, err := r.make(&failing{t.Context(), portions}, batch(r.jobs()[:1]))
		if (err != nil) != (portions < 2) {
			t.Fatalf("killed after %d portions: %v", portions, err)
		}
		r.restart()
		r.now = r.now.AddDate(0, 0, 1)
		code, since := invite.Issue(report.Post{Role: report.Focal, Unit: "U05"}, other, r.now)
		r.update(func(tx *storage.Tx) error {
			back := report.Post{Role: report.Officer, Since: r.now}
			return errors.Join(tx.PutInvite(since), tx.PutMember(report.Member{ID: other, Name: "Lò Văn Mẫu", Posts: []report.Post{left, back}}))
		})
		r.works()
		r.update(func(tx *storage.Tx) error {
			open, err := tx.OpenInvites()
			var of []string
			for _, o := range open {
				of = append(of, o.Post.Unit)
			}
			if slices.Sort(of); !slices.Equal(of, []string{"U01", "U05"}) || open[1].Hash != invite.Hash(code) {
				t.Errorf("killed after %d portions, still open: %q", portions, of)
			}
			return err
		})
		if rows := r.sent(); len(rows) != 0 || len(r.jobs()) != 0 {
			t.Errorf("says %+v, %d jobs left", rows, len(r.jobs()))
		}
	}
}
