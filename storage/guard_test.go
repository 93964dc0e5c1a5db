package storage

import (
	"errors"
	"testing"
	"time"

	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
	"guongsang/storage/records"
)

// TestGuards walks every condition of a guard at its edges: the row goes only
// if all of them hold in the moment in which it leaves.
func TestGuards(t *testing.T) {
	focal := report.Post{Role: report.Focal, Unit: "PT001"}
	block := report.Post{Role: report.BlockHead, Block: "K1"}
	owed := func(unit string, p report.Period) Owed { return Owed{unit, p} }
	completion := Guard{Returned: "G-2026-0001", Version: 1}
	now := at(3, 9)
	for name, test := range map[string]struct {
		guard  *Guard
		change func(tx *Tx) error // after the row was put
		goes   bool
	}{
		"none":                  {nil, nil, true},
		"empty":                 {&Guard{}, nil, true},
		"the last moment":       {&Guard{Until: now.Add(time.Nanosecond)}, nil, true},
		"the end itself":        {&Guard{Until: now}, nil, false},
		"after the end":         {&Guard{Until: now.Add(-time.Nanosecond)}, nil, false},
		"a member":              {&Guard{Member: 7}, nil, true},
		"no member":             {&Guard{Member: 99}, nil, false},
		"the post":              {&Guard{Member: 7, Posts: []report.Post{focal}}, nil, true},
		"both posts":            {&Guard{Member: 7, Posts: []report.Post{focal, block}}, nil, true},
		"another role":          {&Guard{Member: 7, Posts: []report.Post{{Role: report.Head, Unit: "PT001"}}}, nil, false},
		"another unit":          {&Guard{Member: 7, Posts: []report.Post{{Role: report.Focal, Unit: "PT002"}}}, nil, false},
		"another block":         {&Guard{Member: 7, Posts: []report.Post{{Role: report.BlockHead, Block: "K2"}}}, nil, false},
		"no unit":               {&Guard{Member: 7, Posts: []report.Post{{Role: report.Focal}}}, nil, false},
		"one of two posts":      {&Guard{Member: 7, Posts: []report.Post{focal, {Role: report.Officer}}}, nil, false},
		"the other of two":      {&Guard{Member: 7, Posts: []report.Post{{Role: report.Officer}, focal}}, nil, false},
		"dự phòng by now":       {&Guard{Member: 7, Posts: []report.Post{{Role: report.Focal, Unit: "PT001", Deputy: true}}}, nil, true},
		"owed":                  {&Guard{Owed: []Owed{owed("PT001", november)}}, nil, true},
		"handed in":             {&Guard{Owed: []Owed{owed("PT001", november)}}, func(tx *Tx) error { return tx.PutNil(nilOf("PT001", tx.Now)) }, false},
		"another unit handed":   {&Guard{Owed: []Owed{owed("PT001", november)}}, func(tx *Tx) error { return tx.PutNil(nilOf("PT002", tx.Now)) }, true},
		"one of two handed in":  {&Guard{Owed: []Owed{owed("PT002", november), owed("PT001", november)}}, func(tx *Tx) error { return tx.PutNil(nilOf("PT001", tx.Now)) }, false},
		"freed":                 {&Guard{Owed: []Owed{owed("PT001", november)}}, func(tx *Tx) error { return tx.PutPause(report.Pause{Period: november, Unit: "PT001"}) }, false},
		"a unit that is gone":   {&Guard{Owed: []Owed{owed("PT404", november)}}, nil, false},
		"does not owe":          {&Guard{Owed: []Owed{owed("PT002", report.Period{Duty: report.Quarter, Year: 2026, Number: 4})}}, nil, false},
		"still returned":        {&completion, nil, true},
		"an older version":      {&Guard{Returned: "G-2026-0001", Version: 2}, nil, false},
		"completed":             {&completion, func(tx *Tx) error { return review(tx, report.Received) }, false},
		"withdrawn":             {&completion, func(tx *Tx) error { return review(tx, report.Withdrawn) }, false},
		"no such example":       {&Guard{Returned: "G-2026-0404", Version: 1}, nil, false},
		"no number":             {&Guard{Returned: "odd", Version: 1}, nil, false},
		"all of it":             {&Guard{Member: 7, Posts: []report.Post{focal}, Owed: []Owed{owed("PT001", november)}, Until: now.Add(1), Returned: "G-2026-0001", Version: 1}, nil, true},
		"all but the last":      {&Guard{Member: 7, Posts: []report.Post{focal}, Owed: []Owed{owed("PT001", november)}, Until: now.Add(1), Returned: "G-2026-0001", Version: 9}, nil, false},
		"only stages to forget": {&Guard{Stages: []records.StageKey{{Period: november, Unit: "PT001", Stage: "0"}}}, nil, true},
	} {
		for _, class := range []Class{Reply, Bulk} {
			t.Run(name+" "+string(class), func(t *testing.T) {
				s := guarded(t, focal, block)
				mustUpdate(t, s, at(2, 9), func(tx *Tx) error {
					_, err := tx.Put(Row{Chat: 7, Key: "row", Class: class, Guard: test.guard})
					return err
				})
				if test.change != nil {
					mustUpdate(t, s, at(2, 10), test.change)
				}
				row, ok, err := s.Claim(now, outbox(t, s)[0])
				if err != nil || ok != test.goes {
					t.Fatalf("goes: %t, %v", ok, err)
				}
				if ok && (row.Chat != 7 || row.Key != "row") {
					t.Errorf("%+v", row)
				}
				if left := len(outbox(t, s)); left == 1 != test.goes {
					t.Errorf("%d rows left", left)
				}
			})
		}
	}
}

// guarded has two units that owe November, a member with those posts, and an
// example of PT002 that was returned.
func guarded(t *testing.T, posts ...report.Post) *Store {
	t.Helper()
	s := mustOpen(t)
	seed(t, s)
	mustUpdate(t, s, at(2, 8), func(tx *Tx) error {
		if err := tx.PutMember(report.Member{ID: 7, Posts: posts}); err != nil {
			return err
		}
		e, err := tx.NewExample(report.Example{Unit: "PT002", Review: report.Received, Sent: tx.Now, Received: tx.Now})
		e.Review = report.Returned
		return errors.Join(err, tx.PutExample(e))
	})
	return s
}

func nilOf(unit string, when time.Time) report.Filing {
	return report.Filing{Period: november, Unit: unit, At: when}
}

func review(tx *Tx, r report.Review) error {
	e, err := tx.Example("G-2026-0001")
	e.Review = r
	return errors.Join(err, tx.PutExample(e))
}

// What a guard speaks of may be unreadable: the row then neither goes nor is
// it lost, and the reason is known.
func TestAGuardThatCannotBeRead(t *testing.T) {
	for name, test := range map[string]struct {
		guard  Guard
		bucket []byte
		key    []byte
	}{
		"member":    {Guard{Member: 7}, layout.BucketMembers, layout.Key(int64(7))},
		"standing":  {Guard{Owed: []Owed{{"PT001", november}}}, layout.BucketExtensions, layout.Key(november, "", "")},
		"completed": {Guard{Returned: "G-2026-0001", Version: 1}, layout.BucketExamples, layout.Key(2026, 1)},
	} {
		for _, class := range []Class{Reply, Bulk} {
			t.Run(name+" "+string(class), func(t *testing.T) {
				s := guarded(t)
				mustPut(t, s, Row{Chat: 7, Class: class, Guard: &test.guard})
				mustUpdate(t, s, at(2, 9), func(tx *Tx) error { return kv.PutRaw(tx, test.bucket, test.key, []byte("{")) })
				if _, _, err := s.Claim(at(3, 9), outbox(t, s)[0]); err == nil {
					t.Error("nothing is said of what cannot be read")
				}
				if len(outbox(t, s)) != 1 {
					t.Error("the row is lost")
				}
			})
		}
	}
}
