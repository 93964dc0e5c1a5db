package handlers

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"guongsang/internal/publisher"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/disk"
	"guongsang/storage/records"
)

// chosenNumber is the example of a house that publishes.
const chosenNumber = "G-2026-0001"

// How far its posting has come when something else is done with it.
var postingSteps = map[string]func(*house){
	"waiting": func(*house) {},
	"queued":  func(h *house) { h.queued() },
	"sent": func(h *house) { // and nobody knows yet
		h.queued()
		h.refs, h.held = append(h.refs, h.held...), nil
		h.deliver()
	},
	"doubtful": func(h *house) {
		h.down = true
		h.publish()
		h.down = false
	},
	"posted": func(h *house) { h.publish() },
}

// What is done with it meanwhile.
var meanwhile = map[string]func(*house){
	"unselected": func(h *house) { h.pressChosen("Hạnh", "unsel", 1) },
	"undone":     func(h *house) { h.pressChosen("Hạnh", "undo", 1, 1) },
	"reopened": func(h *house) {
		h.pressChosen("Hạnh", "reop", 1)
		h.say("Hạnh", "Số hộ trong bài chưa đúng")
	},
	"corrected": func(h *house) {
		h.pressChosen("Lan", "s.please", 1)
		h.say("Lan", "32 hộ, không phải 23 hộ")
		h.say("Lan", "Gõ nhầm số")
		h.pressChosen("Hạnh", "corr", 1)
	},
	"consent back": func(h *house) { h.pressChosen("Lan", "pubcok", 1) },
}

// Whatever is done with an example while it is on its way to the channel, or in it: in
// the end nothing stands there that may not, and where it cannot be done yet, it is said
// what is to be done first.
func TestPublicationMeanwhile(t *testing.T) {
	stopped := func(r report.Review) string { return string(r) + " chosen, 0 in the channel, 0 elsewhere" }
	const unknown, public = "selected doubtful, 0 in the channel, 0 elsewhere", "published posted, 1 in the channel, 0 elsewhere"
	for _, c := range []struct {
		done, step string
		want, says string
	}{
		{"unselected", "waiting", stopped(report.Accepted), ""},
		{"unselected", "queued", stopped(report.Accepted), ""},
		{"unselected", "sent", stopped(report.Accepted), ""},
		{"unselected", "doubtful", unknown, texts.TakeBackFirst(chosenNumber, true)},
		{"unselected", "posted", public, texts.Stale()},
		{"undone", "waiting", stopped(report.Accepted), ""},
		{"undone", "queued", stopped(report.Accepted), ""},
		{"undone", "sent", stopped(report.Accepted), ""},
		{"undone", "doubtful", unknown, texts.TakeBackFirst(chosenNumber, true)},
		{"undone", "posted", public, texts.TakeBackFirst(chosenNumber, false)},
		{"reopened", "waiting", stopped(report.Received), ""},
		{"reopened", "queued", stopped(report.Received), ""},
		{"reopened", "sent", stopped(report.Received), ""},
		{"reopened", "doubtful", unknown, texts.TakeBackFirst(chosenNumber, true)},
		{"reopened", "posted", public, texts.Stale()},
		{"corrected", "waiting", stopped(report.Returned), ""},
		{"corrected", "queued", stopped(report.Returned), ""},
		{"corrected", "sent", stopped(report.Returned), ""},
		{"corrected", "doubtful", "returned takenback, 0 in the channel, 1 elsewhere", ""},
		{"corrected", "posted", "returned takenback, 0 in the channel, 0 elsewhere", "Bài đang công khai: đồng ý là gỡ bài"},
		{"consent back", "waiting", stopped(report.Selected), ""},
		{"consent back", "queued", stopped(report.Selected), ""},
		{"consent back", "sent", stopped(report.Selected), ""},
		{"consent back", "doubtful", "retracted takenback, 0 in the channel, 1 elsewhere", ""},
		{"consent back", "posted", "retracted takenback, 0 in the channel, 0 elsewhere", ""},
	} {
		t.Run(c.done+" while "+c.step, func(t *testing.T) {
			h := publishingHouse(t)
			postingSteps[c.step](h)
			meanwhile[c.done](h)
			h.publish()
			h.publish()
			if got := h.published(); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
			if !strings.Contains(h.out.String(), c.says) {
				t.Errorf("nobody is told %q:\n%s", c.says, h.out.String())
			}
		})
	}
}

// What was taken back to be corrected is accepted, chosen and published anew.
func TestCorrectedIsPublishedAnew(t *testing.T) {
	h := publishingHouse(t)
	h.publish()
	meanwhile["corrected"](h)
	h.publish()
	h.change(func(tx *storage.Tx) error {
		e, err := tx.Example(chosenNumber)
		if err != nil {
			return err
		}
		e.Review, e.Content.Summary = report.Received, "Vận động 32 hộ hiến đất làm đường."
		_, err = tx.NewVersion(e)
		return err
	})
	h.now = h.now.Add(24 * time.Hour)
	h.pressChosen("Hạnh", "acc", 2)
	h.pressChosen("Hạnh", "sel", 2)
	h.order()
	h.publish()
	if got, want := h.published(), "published posted, 1 in the channel, 0 elsewhere"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if n := strings.Count(h.out.String(), "do đơn vị giới thiệu đã được tuyên truyền"); n != 2 {
		t.Errorf("the unit is thanked %d times", n)
	}
}

// publishingHouse has an example that an officer chose just now and that is ordered to
// be posted at once.
func publishingHouse(t *testing.T) *house {
	h := newHouse(t)
	h.unit("PT001", "Trường Hoa Ban", "month")
	h.member("Lan", "focal PT001")
	h.member("Hạnh", "officer")
	h.publication("channel=-1001234567890 wait=0s approval=none")
	h.change(func(tx *storage.Tx) error {
		e, err := tx.NewExample(report.Example{
			Unit: "PT001", By: h.id("Lan"), Periods: []report.Period{{Duty: report.Month, Year: 2026, Number: 11}}, Review: report.Selected,
			Sent: h.now, Received: h.now, Ruled: h.id("Hạnh"), RuleAt: h.now,
			Content: report.Content{
				Category: report.GoodDeed, Object: report.Person, Name: "Lò Văn Pản", Born: 1979, Place: "bản Dền Thàng", Title: "Hiến đất mở đường",
				Summary: "Vận động 23 hộ hiến đất làm đường.", Consent: report.NameAndPhoto,
			},
		})
		if err != nil {
			return err
		}
		return tx.PutHandling(report.Handling{Number: e.Number, Rulings: 1, Undo: report.Undo{Ruling: 1, RuledAt: h.now, Review: report.Accepted}})
	})
	h.order()
	return h
}

// order asks for the posting.
func (h *house) order() {
	h.t.Helper()
	h.pressChosen("Hạnh", "pubp", h.publicationNow().Version)
	if p := h.publicationNow(); p.Progress != records.Waiting {
		h.t.Fatalf("not ordered: %+v\n%s", p, h.out.String())
	}
}

// pressChosen presses a button about the example that was chosen.
func (h *house) pressChosen(name, verb string, parts ...any) {
	h.t.Helper()
	data := verb + ":" + chosenNumber
	for _, part := range parts {
		data += fmt.Sprint(":", part)
	}
	h.pressing(name, data)
}

func (h *house) publicationNow() (p records.Publication) {
	h.t.Helper()
	h.look(func(tx *storage.Snapshot) (err error) {
		p, err = tx.Publication(chosenNumber)
		return err
	})
	return p
}

// published says how the example stands, and what the public sees of it.
func (h *house) published() string {
	h.t.Helper()
	var e report.Example
	h.look(func(tx *storage.Snapshot) (err error) {
		e, err = tx.Example(chosenNumber)
		return err
	})
	seen := strings.Count(h.out.String(), "< Kênh #") - strings.Count(h.out.String(), "- Kênh #")
	p := h.publicationNow()
	return fmt.Sprintf("%s %s, %d in the channel, %d elsewhere", e.Review, p.Progress, seen, p.Open())
}

// Where nothing is due the clock writes nothing, whatever waits: the store's file stays
// as it is, to the byte.
func TestPublicationsAtRestAreNotWritten(t *testing.T) {
	for step, at := range map[string]struct {
		bring func(*house)
		now   time.Duration
	}{
		"waiting":  {func(h *house) { h.postponed(24 * time.Hour) }, time.Hour},
		"queued":   {func(h *house) { h.queued() }, 0},
		"posted":   {func(h *house) { h.publish() }, time.Hour},
		"doubtful": {postingSteps["doubtful"], time.Hour},
		"stands elsewhere": {func(h *house) {
			postingSteps["doubtful"](h)
			meanwhile["consent back"](h)
			h.publish()
		}, time.Minute},
	} {
		t.Run(step, func(t *testing.T) {
			h := publishingHouse(t)
			at.bring(h)
			file := filepath.Join(h.store.Dir(), disk.FileName)
			before, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			p := publisher.Publisher{Office: h.desk.Office, Rules: h.desk.Rules}
			if err := p.Tick(h.store, h.now.Add(at.now)); err != nil {
				t.Fatal(err)
			}
			if after, err := os.ReadFile(file); err != nil || !bytes.Equal(before, after) {
				t.Errorf("the clock wrote, %v", err)
			}
		})
	}
}

// postponed has the waiting room end later.
func (h *house) postponed(by time.Duration) {
	h.change(func(tx *storage.Tx) error {
		p, err := tx.Publication(chosenNumber)
		if err != nil {
			return err
		}
		p.PostAt = h.now.Add(by)
		return tx.PutPublication(p)
	})
}

// It is foreseen when what waits will be posted: not before the waiting room ends, nor
// outside of the hours.
func TestPostingsAhead(t *testing.T) {
	h := publishingHouse(t)
	h.postponed(24 * time.Hour)
	p := publisher.Publisher{Office: h.desk.Office, Rules: h.desk.Rules}
	foreseen := func() (instants []time.Time) {
		t.Helper()
		h.look(func(tx *storage.Snapshot) (err error) { instants, err = p.Ahead(tx); return err })
		return instants
	}
	if got := foreseen(); len(got) != 1 || !got[0].Equal(h.now.Add(24*time.Hour)) {
		t.Errorf("foreseen are %v", got)
	}
	p.Rules.Publication.From, p.Rules.Publication.To = 10*time.Hour, 11*time.Hour
	if got := foreseen(); len(got) != 1 || !got[0].Equal(h.now.Add(26*time.Hour)) {
		t.Errorf("with hours from 10 to 11 foreseen are %v", got)
	}
	h.publish()
	p.Rules.Publication.Channel = ""
	if got := foreseen(); len(got) != 0 {
		t.Errorf("without a channel foreseen are %v", got)
	}
}

// A unit that is closed while its example is being published: the posting goes on, it was
// the unit's when it was chosen, and those are thanked who go on from it.
func TestUnitClosesWhilePublished(t *testing.T) {
	for _, step := range []string{"waiting", "queued", "sent", "doubtful", "posted"} {
		for _, moved := range []bool{true, false} {
			t.Run(fmt.Sprint(step, " people moved: ", moved), func(t *testing.T) {
				h := publishingHouse(t)
				h.unit("PT002", "Trường Dào San", "month")
				postingSteps[step](h)
				h.change(func(tx *storage.Tx) error {
					u, err := tx.Unit("PT001")
					if err != nil {
						return err
					}
					u.ActiveTo, u.Successor = report.DateOf(h.now).AddDays(-1), "PT002"
					if err := tx.PutUnits([]report.Unit{u}); err != nil || !moved {
						return err
					}
					m, err := tx.Member(h.id("Lan"))
					if err != nil {
						return err
					}
					m.Posts = []report.Post{{Role: report.Focal, Unit: "PT002"}}
					return tx.PutMember(m)
				})
				h.publish()
				h.publish()
				want, thanks := "published posted, 1 in the channel, 0 elsewhere", 1
				if step == "doubtful" {
					want, thanks = "selected doubtful, 0 in the channel, 0 elsewhere", 0
				}
				if got := h.published(); got != want {
					t.Errorf("%s, want %s", got, want)
				}
				if n := strings.Count(h.out.String(), "do đơn vị giới thiệu đã được tuyên truyền"); n != thanks {
					t.Errorf("thanks were said %d times, want %d:\n%s", n, thanks, h.out.String())
				}
			})
		}
	}
}

// An example that is erased while it is on its way to the channel, or in it: nothing of it
// stands there in the end; while its post is just being sent it is not erased, and after a
// doubt a person is asked to look, and reminded.
func TestErasedWhilePublished(t *testing.T) {
	for step, want := range map[string]string{
		"waiting":  "chosen, 0 in the channel, 0 elsewhere",
		"queued":   "chosen, 0 in the channel, 0 elsewhere",
		"sent":     "chosen, 0 in the channel, 0 elsewhere",
		"doubtful": "takenback, 0 in the channel, 1 elsewhere",
		"posted":   "takenback, 0 in the channel, 0 elsewhere",
	} {
		t.Run(step, func(t *testing.T) {
			h := publishingHouse(t)
			postingSteps[step](h)
			if err := h.eraseChosen(); err != nil {
				t.Fatal(err)
			}
			h.publish()
			h.publish()
			if got := h.published(); !strings.HasSuffix(got, want) {
				t.Errorf("%s, want %s", got, want)
			}
			h.look(func(tx *storage.Snapshot) error {
				if listed, open := tx.ListedPublications(); open > 0 != strings.Contains(want, "1 elsewhere") {
					t.Errorf("listed are %v, %d open", listed, open)
				}
				return nil
			})
		})
	}
	t.Run("being sent", func(t *testing.T) {
		h := publishingHouse(t)
		h.queued()
		row, ok, err := h.store.Claim(h.now, h.held[0])
		if err != nil || !ok {
			t.Fatal(ok, err)
		}
		if err := h.eraseChosen(); !errors.Is(err, storage.ErrUnderWay) {
			t.Fatalf("while the post is being sent it is erased: %v", err)
		}
		if e := h.example(chosenNumber); !e.Erased.IsZero() || e.Content.Name == "" {
			t.Errorf("half of it is erased: %+v", e)
		}
		if err := h.store.FinishAll(h.now, []storage.Row{row}, []storage.Result{{Fate: storage.Doubt, NotBefore: h.now, Why: "reset"}}, true, nil); err != nil {
			t.Fatal(err)
		}
		h.held = nil
		if err := h.eraseChosen(); err != nil {
			t.Fatal(err)
		}
		h.publish()
		if got := h.published(); !strings.HasSuffix(got, "takenback, 0 in the channel, 1 elsewhere") {
			t.Errorf("after a doubt it is %s", got)
		}
		h.out.Reset()
		h.now = h.now.AddDate(0, 0, 1)
		h.publish()
		if !strings.Contains(h.out.String(), chosenNumber) {
			t.Error("nobody is reminded that it may still stand in the channel")
		}
	})
}

// eraseChosen has the example that was chosen erased, as a request asks for it.
func (h *house) eraseChosen() error {
	h.t.Helper()
	var q report.DataRequest
	h.change(func(tx *storage.Tx) (err error) {
		q, err = tx.NewDataRequest(report.DataRequest{Right: report.ToErase, Example: chosenNumber, Name: "Lò Văn Pản"})
		return err
	})
	_, err := h.erase(h.t.Context(), h.now, q.Number, h.id("Hạnh"))
	return err
}

func (h *house) example(number string) (e report.Example) {
	h.t.Helper()
	h.look(func(tx *storage.Snapshot) (err error) { e, err = tx.Example(number); return err })
	return e
}

// Of an album in doubt of which an officer gives the link nobody knows which messages its
// photos became: the bot takes out of the channel nothing that may be somebody else's, and
// a person is reminded to. A post without photos it takes out by its number.
func TestAnAlbumInDoubtIsTakenBackByHand(t *testing.T) {
	for photos, want := range map[int]string{0: "[57], 0 elsewhere", 1: "[57], 0 elsewhere", 3: "[], 1 elsewhere"} {
		t.Run(fmt.Sprint(photos), func(t *testing.T) {
			h := publishingHouse(t)
			postingSteps["doubtful"](h)
			p := publisher.Publisher{Office: h.desk.Office, Rules: h.desk.Rules}
			uniques := []string{"một", "hai", "ba"}[:photos]
			h.copied(uniques)
			h.change(func(tx *storage.Tx) error {
				e, err := tx.Example(chosenNumber)
				if err != nil {
					return err
				}
				for _, unique := range uniques {
					e.Content.Media = append(e.Content.Media, report.Media{Kind: "photo", Unique: unique, Hash: tx.MediaHash(unique)})
				}
				return tx.PutExample(e)
			})
			h.change(func(tx *storage.Tx) error {
				pub, err := tx.Publication(chosenNumber)
				if err != nil {
					return err
				}
				return p.Arrived(tx, pub, "https://t.me/kenh/57", 57)
			})
			h.publish()
			h.change(func(tx *storage.Tx) error {
				pub, err := tx.Publication(chosenNumber)
				if err != nil {
					return err
				}
				return p.TakeBack(tx, pub, h.id("Hạnh"), "Nhầm người")
			})
			pub := h.publicationNow()
			if got := fmt.Sprintf("%v, %d elsewhere", pub.Removing, len(pub.Places)); got != want {
				t.Errorf("taken back: %s, not %s", got, want)
			}
		})
	}
}

// The log of a unit has all that became of the publication of its example, whoever did it:
// the clock, too.
func TestTheLogOfAUnitHasItsPublications(t *testing.T) {
	for step, want := range map[string][]report.Deed{
		"doubtful": {report.PostingInDoubt, report.PublicationTakenBack},
		"posted":   {report.ExamplePosted, report.PublicationTakenBack},
	} {
		h := publishingHouse(t)
		postingSteps[step](h)
		h.publish()
		h.change(func(tx *storage.Tx) error {
			pub, err := tx.Publication(chosenNumber)
			by := publisher.Publisher{Office: h.desk.Office, Rules: h.desk.Rules}
			return errors.Join(err, by.TakeBack(tx, pub, h.id("Hạnh"), "Sai số liệu"))
		})
		h.look(func(tx *storage.Snapshot) error {
			page, err := tx.AuditLog(records.AuditQuery{Unit: "PT001"}, 0)
			for _, did := range want {
				if !slices.ContainsFunc(page.Lines, func(l records.AuditLine) bool { return l.Did == did && l.Ref.Example == chosenNumber }) {
					t.Errorf("%s: the log of the unit does not have %q", step, did)
				}
			}
			return err
		})
	}
}
