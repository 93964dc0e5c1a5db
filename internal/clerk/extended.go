package clerk

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// Extended tells the focal points of the units in the Scope of a job that the
// deadline of its Period was moved. The extension itself is in force already.
const Extended = "extended"

// tellChunk is how many are told in one commit.
const tellChunk = 100

// tellExtended tells those whom an extension concerns, each person once, whatever
// ends it in between: the key of a job stands in those of its rows.
func (c *Clerk) tellExtended(ctx context.Context, j storage.Job) (made, error) {
	now := c.Now()
	var e report.Extension
	var units report.Directory
	var concerned map[int64][]string
	err := c.Store.View(now, func(tx *storage.Snapshot) (err error) {
		units = tx.Directory()
		if e, err = extensionOf(tx, j); err != nil {
			return err
		}
		concerned, err = concernedBy(tx, e)
		return err
	})
	if err != nil {
		return made{}, err
	}
	for some := range slices.Chunk(slices.Sorted(maps.Keys(concerned)), tellChunk) {
		if ctx.Err() != nil {
			return made{}, ctx.Err()
		}
		err := c.Store.Update(now, func(tx *storage.Tx) error {
			for _, id := range some {
				first, n := nameOf(units, concerned[id][0]), len(concerned[id])
				_, err := tx.Put(storage.Row{
					Chat: id, Class: storage.Bulk, Key: fmt.Sprintf("%s/%d", j.Key, id),
					Guard:   &storage.Guard{Member: id, Posts: []report.Post{{Role: report.Focal, Unit: concerned[id][0]}}},
					Message: chat.Message{Text: c.Office.DeadlineMoved(texts.UnitsNamed(first, n), e.Period, e.Deadline, e.Reason)},
				})
				if err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return made{}, err
		}
	}
	return made{says: texts.Extended(scopeName(units, e.Scope), e.Period, e.Deadline, len(concerned))}, nil
}

// extensionOf is the extension of which a job tells.
func extensionOf(tx *storage.Snapshot, j storage.Job) (report.Extension, error) {
	all, err := tx.Extensions(j.Period)
	if err != nil {
		return report.Extension{}, err
	}
	i := slices.IndexFunc(all, func(e report.Extension) bool { return e.Scope == j.Scope })
	if i < 0 {
		return report.Extension{}, fmt.Errorf("extension of %s for %v: %w", j.Period, j.Scope, storage.ErrNotFound)
	}
	return all[i], nil
}

// concernedBy are the focal points of the units that have not handed in and whose
// deadline is that of the extension, each with these units: a unit may have a longer
// extension of its own.
func concernedBy(tx *storage.Snapshot, e report.Extension) (map[int64][]string, error) {
	standings, err := tx.Standings(e.Period)
	if err != nil {
		return nil, err
	}
	concerned := map[int64][]string{}
	for _, st := range standings {
		u, err := tx.Unit(st.Unit)
		if err != nil {
			return nil, err
		}
		if !e.Scope.Covers(u) || st.State != report.Pending {
			continue
		}
		s, err := tx.Schedule(u, e.Period)
		if err != nil {
			return nil, err
		}
		if s.Deadline != e.Deadline {
			continue
		}
		focals, err := tx.Holders(report.Focal, u.Code)
		if err != nil {
			return nil, err
		}
		for _, m := range focals {
			concerned[m.ID] = append(concerned[m.ID], u.Code)
		}
	}
	return concerned, nil
}

// scopeName names those of whom an extension speaks.
func scopeName(units report.Directory, s report.Scope) string {
	switch {
	case s.Unit != "":
		return nameOf(units, s.Unit)
	case s.Block != "":
		return texts.BlockName(s.Block)
	}
	return texts.AllUnits()
}

// nameOf names a unit, by its code if the directory has lost it.
func nameOf(units report.Directory, code string) string {
	if u, ok := units.Unit(code); ok {
		return texts.UnitName(u)
	}
	return code
}
