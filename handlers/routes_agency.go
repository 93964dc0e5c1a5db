package handlers

import (
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/storage"
)

// agencyRoutes are what officers, admins, leaders and heads can ask.
func agencyRoutes() routes {
	return routes{
		commands:  map[string]action{},
		words:     map[string]action{},
		verbs:     map[string]verb{},
		questions: map[string]question{},
	}
}

// agencyKeys are the lines that the agency's roles add to the main menu.
func agencyKeys(m report.Member) [][]string { return nil }

// meetStranger answers somebody who is no member.
func (d *Desk) meetStranger(tx *storage.Tx, ev chat.Event) error { return nil }

// startCode lets a member present another invite code.
func (t *turn) startCode(code string) error { return nil }

// agencyFile takes a file that is meant for the agency, such as a list of
// units.
func (t *turn) agencyFile(f chat.File) (handled bool, err error) { return false, nil }

// fetched goes on when a file has come into the house.
func (t *turn) fetched() error { return nil }

// announce tells the agency that an example is new or was changed.
func (t *turn) announce(e report.Example, change string) error { return nil }
