package storage

import (
	"testing"

	"guongsang/internal/report"
	"guongsang/storage/records"
)

// What becomes of a reminder that is no longer wanted when its turn comes: one
// that certainly never left is as if it had never been, so that whatever is
// still due is derived anew; one that may have arrived counts as said, and is
// not said again.
func TestAReminderThatIsNoLongerWanted(t *testing.T) {
	stage := records.StageKey{Period: november, Unit: "PT01", Deadline: report.NewDate(2026, 11, 20), Stage: "-2", Member: 1}
	other := records.StageKey{Period: november, Unit: "PT01", Deadline: report.NewDate(2026, 11, 20), Stage: "-5", Member: 1}
	for name, test := range map[string]struct {
		tries []Result // before it was no longer wanted
		said  bool
	}{
		"never tried":           {nil, false},
		"certainly not sent":    {[]Result{{Fate: Retry}}, false},
		"perhaps sent":          {[]Result{{Fate: Doubt}}, true},
		"perhaps sent, and not": {[]Result{{Fate: Doubt}, {Fate: Retry}}, true},
	} {
		for _, class := range []Class{Bulk, Reply} {
			t.Run(name+" "+string(class), func(t *testing.T) {
				s := mustOpen(t)
				row := Row{Chat: 1, Key: "remind", Class: class, Message: say("nhắc"), Guard: &Guard{Member: 1, Stages: []records.StageKey{stage}}}
				mustUpdate(t, s, at(1, 8), func(tx *Tx) error {
					if err := tx.PutMember(report.Member{ID: 1, Posts: []report.Post{{Role: report.Focal, Unit: "PT01"}}}); err != nil {
						return err
					}
					for _, k := range []records.StageKey{stage, other} {
						if err := tx.PutStage(records.Stage{StageKey: k, Row: row.Key}); err != nil {
							return err
						}
					}
					_, err := tx.Put(row)
					return err
				})
				for _, r := range test.tries {
					finish(t, s, claim(t, s, outbox(t, s)[0]), r)
				}
				mustUpdate(t, s, at(1, 9), func(tx *Tx) error { return tx.DeleteMember(1) })

				if _, ok, err := s.Claim(at(1, 9), outbox(t, s)[0]); ok || err != nil {
					t.Fatalf("let go: %v, %v", ok, err)
				}
				if refs := outbox(t, s); len(refs) != 0 {
					t.Errorf("still waiting: %+v", refs)
				}
				if d, known := delivery(t, s, "remind"); known != test.said || known && (d.Fate != Unsure || d.Why == "" || d.Tries == 0) {
					t.Errorf("its key is known %v, as %+v", known, d)
				}
				mustUpdate(t, s, at(1, 10), func(tx *Tx) error {
					if got := tx.Decided()(stage); got != test.said {
						t.Errorf("its stage is decided: %v, want %v", got, test.said)
					}
					if !tx.Decided()(other) {
						t.Error("the stage of another row left the log")
					}
					if again, err := tx.Put(row); again == test.said || err != nil {
						t.Errorf("can be put again: %v, %v", again, err)
					}
					return nil
				})
			})
		}
	}
}
