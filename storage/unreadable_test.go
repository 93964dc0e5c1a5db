package storage

import (
	"errors"
	"testing"

	"guongsang/internal/likeness"
	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
	"guongsang/storage/records"
)

// TestUnreadableRecordsAreSaid: a record that is there and cannot be read is
// never passed over as if it were not there.
func TestUnreadableRecordsAreSaid(t *testing.T) {
	changed := func(fn func(*Tx) error) func(*Store) error {
		return func(s *Store) error { return s.Update(at(3, 8), fn) }
	}
	looked := func(fn func(*Snapshot) error) func(*Store) error {
		return func(s *Store) error { return s.View(at(3, 8), fn) }
	}
	member, example, waiting := layout.Key(int64(7)), layout.Key(2026, 1), layout.Key(int64(7), uint64(1))
	for name, test := range map[string]struct {
		bucket, key []byte
		use         func(*Store) error
	}{
		"member":            {layout.BucketMembers, member, looked(func(tx *Snapshot) error { _, err := tx.Member(7); return err })},
		"members":           {layout.BucketMembers, member, looked(func(tx *Snapshot) error { _, err := tx.Members(); return err })},
		"holders":           {layout.BucketMembers, member, looked(func(tx *Snapshot) error { _, err := tx.Holders(report.Focal, "PT001"); return err })},
		"new posts":         {layout.BucketMembers, member, changed(func(tx *Tx) error { return tx.PutMember(report.Member{ID: 7}) })},
		"leaving member":    {layout.BucketMembers, member, changed(func(tx *Tx) error { return tx.DeleteMember(7) })},
		"lost member":       {layout.BucketMembers, member, changed(func(tx *Tx) error { return tx.MarkGone(7, "blocked") })},
		"member back":       {layout.BucketMembers, member, changed(func(tx *Tx) error { return tx.MarkBack(7) })},
		"blocked by member": {layout.BucketMembers, member, finishing(Result{Fate: Refused, Gone: true})},
		"talk":              {layout.BucketTalks, member, looked(func(tx *Snapshot) error { _, err := tx.Talk(7); return err })},
		"tries":             {layout.BucketTries, member, looked(func(tx *Snapshot) error { _, err := tx.Tries(7); return err })},
		"invites":           {layout.BucketInvites, layout.Key("h"), looked(func(tx *Snapshot) error { _, err := tx.Invites(); return err })},
		"draft":             {layout.BucketDrafts, layout.Key(uint64(1)), looked(func(tx *Snapshot) error { _, err := tx.Drafts(7); return err })},
		"example":           {layout.BucketExamples, example, looked(func(tx *Snapshot) error { _, err := tx.Example("G-2026-0001"); return err })},
		"ruling":            {layout.BucketExamples, example, changed(func(tx *Tx) error { return tx.PutExample(report.Example{Number: "G-2026-0001"}) })},
		"unit's examples":   {layout.BucketExamples, example, looked(func(tx *Snapshot) error { _, err := tx.ExamplesOf("PT002", 0); return err })},
		"period's examples": {layout.BucketExamples, example, looked(func(tx *Snapshot) error { _, err := tx.ExamplesIn(november); return err })},
		"some examples":     {layout.BucketExamples, example, looked(func(tx *Snapshot) error { _, err := tx.ExamplesNumbered([]string{"G-2026-0001"}); return err })},
		"alike": {layout.BucketExamples, example, looked(func(tx *Snapshot) error {
			_, _, err := lookedAlike(tx, likeness.Of(report.Content{Object: report.Person, Name: "Lò Văn A"}, ""), "", 3)
			return err
		})},
		"filings":        {layout.BucketFilings, layout.Key(november, "PT002", "G-2026-0001"), looked(func(tx *Snapshot) error { _, err := tx.Filings(november, "PT002"); return err })},
		"summary":        {layout.BucketFilings, layout.Key(november, "PT002", "G-2026-0001"), looked(func(tx *Snapshot) error { _, err := tx.Summary(november); return err })},
		"handling":       {layout.BucketHandlings, example, looked(func(tx *Snapshot) error { _, err := tx.Handling("G-2026-0001"); return err })},
		"versions":       {layout.BucketVersions, layout.Key(2026, 1, 0), looked(func(tx *Snapshot) error { _, err := tx.Versions("G-2026-0001"); return err })},
		"schedule":       {layout.BucketExtensions, layout.Key(november, "", ""), looked(func(tx *Snapshot) error { _, err := tx.Schedule(report.Unit{}, november); return err })},
		"standing":       {layout.BucketExtensions, layout.Key(november, "", ""), looked(func(tx *Snapshot) error { _, err := tx.Standing("PT001", november); return err })},
		"standings":      {layout.BucketExtensions, layout.Key(november, "", ""), looked(func(tx *Snapshot) error { _, err := tx.Standings(november); return err })},
		"pauses":         {layout.BucketPauses, layout.Key(november, "PT001"), looked(func(tx *Snapshot) error { _, err := tx.Standings(november); return err })},
		"stages":         {layout.BucketStages, layout.Key(november, "PT001"), looked(func(tx *Snapshot) error { _, err := tx.Stages(november); return err })},
		"unit's stages":  {layout.BucketStages, layout.Key(november, "PT001"), looked(func(tx *Snapshot) error { _, err := tx.StagesOf(november, "PT001"); return err })},
		"fetches":        {layout.BucketFetches, layout.Key(uint64(1)), looked(func(tx *Snapshot) error { _, err := tx.Fetches(); return err })},
		"jobs":           {layout.BucketJobs, layout.Key(uint64(1)), looked(func(tx *Snapshot) error { _, err := tx.Jobs(); return err })},
		"audit":          {layout.BucketAudit, layout.Key(1, 1), looked(func(tx *Snapshot) error { _, err := tx.AuditLog(records.AuditQuery{}, 0); return err })},
		"set aside":      {layout.BucketDead, layout.Key(uint64(1)), looked(func(tx *Snapshot) error { _, err := tx.DeadItems(); return err })},
		"delivery":       {layout.BucketSent, layout.Key("menu"), looked(func(tx *Snapshot) error { _, _, err := tx.Delivery("menu"); return err })},
		"edit of a chat": {layout.BucketOutbox, waiting, changed(func(tx *Tx) error { return tx.PutEdit(Row{Chat: 7, Target: 5}) })},
		"moved message":  {layout.BucketSent, layout.Key("menu"), finishingEdit},
		"open":           {layout.BucketUnits, layout.Key("PT001"), reopen},
	} {
		t.Run(name, func(t *testing.T) {
			s := occupied(t)
			mustUpdate(t, s, at(2, 9), func(tx *Tx) error {
				_, err := tx.NewDraft(report.Draft{By: 7})
				return err
			})
			mustUpdate(t, s, at(2, 10), func(tx *Tx) error {
				m, err := tx.Member(7) // what is kept decoded is past
				if err := errors.Join(err, tx.PutMember(m)); err != nil {
					return err
				}
				return kv.PutRaw(tx, test.bucket, test.key, []byte(`{"`))
			})
			if err := test.use(s); err == nil || errors.Is(err, ErrNotFound) || isCommitError(err) {
				t.Errorf("got %v", err)
			}
		})
	}
}

// finishingEdit ends an edit that became a message of its own.
func finishingEdit(s *Store) error {
	edit := Row{Chat: 8, Way: Edit, Target: 5, TargetKey: "menu"}
	if err := s.Update(at(3, 8), func(tx *Tx) error { _, err := tx.Put(edit); return err }); err != nil {
		return err
	}
	return finishing(Result{Fate: Sent, Message: 9})(s)
}

func reopen(s *Store) error {
	if err := s.Close(); err != nil {
		return err
	}
	again, err := Open(s.Dir(), testRules())
	if err != nil {
		return err
	}
	return again.Close()
}
