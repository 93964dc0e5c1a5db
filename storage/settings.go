package storage

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"

	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// NoteSettings is told at each start what the parts of the configuration add up to, by
// name, and notes in the audit log which of them are no longer what they were at the
// last start. What stands in them is not kept.
func (s *Store) NoteSettings(now time.Time, sums map[string]string) error {
	key := layout.Key("settings")
	return s.Update(now, func(tx *Tx) error {
		before := map[string]string{}
		known := kv.Raw(tx, layout.BucketMeta, key)
		if known != nil {
			if err := json.Unmarshal(known, &before); err != nil {
				return fmt.Errorf("reading the settings of the last start: %w", err)
			}
		}
		if known != nil && maps.Equal(before, sums) {
			return nil
		}
		raw, err := json.Marshal(sums)
		if err != nil {
			return err
		}
		if err := kv.PutRaw(tx, layout.BucketMeta, key, raw); err != nil || known == nil {
			return err
		}
		var changed []string
		for name := range sums {
			if before[name] != sums[name] {
				changed = append(changed, name)
			}
		}
		for name := range before {
			if _, still := sums[name]; !still {
				changed = append(changed, name)
			}
		}
		slices.Sort(changed)
		return tx.Audit(0, report.SettingsChanged, report.Ref{}.With(changed...))
	})
}
