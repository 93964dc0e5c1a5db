package handlers

import (
	"time"

	"guongsang/internal/report"
)

// unitRoutes are what focal points can ask, and what everybody can.
func unitRoutes() routes {
	return routes{
		commands:  map[string]action{},
		words:     map[string]action{},
		verbs:     map[string]verb{},
		questions: map[string]question{},
	}
}

func (t *turn) openDraft(d report.Draft) error     { return nil }
func (t *turn) openExample(e report.Example) error { return nil }
func (t *turn) fileNil(unit string, p report.Period, reason string, receivedAt time.Time) error {
	return nil
}
func (t *turn) wrongKind() error { return nil }
func (t *turn) files() error     { return nil }
func (t *turn) unasked() error   { return nil }
func (t *turn) help() error      { return nil }
func (t *turn) menu() error      { return nil }
