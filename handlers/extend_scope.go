package handlers

import (
	"strings"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// scopeKey writes a scope so that it fits into a button.
func scopeKey(s report.Scope) string {
	switch {
	case s.Unit != "":
		return "u" + s.Unit
	case s.Block != "":
		return "b" + blockKey(s.Block)
	}
	return "a"
}

// scope reads what scopeKey wrote.
func (t *turn) scope(key string) (s report.Scope, ok bool) {
	switch {
	case key == "a":
		return s, true
	case strings.HasPrefix(key, "u"):
		u, err := t.tx.Unit(key[1:])
		return report.Scope{Unit: u.Code}, err == nil
	case strings.HasPrefix(key, "b"):
		name, ok := t.block(key[1:])
		return report.Scope{Block: name}, ok && name != ""
	}
	return s, false
}

// scopeName names a scope for people.
func (t *turn) scopeName(s report.Scope) string {
	switch {
	case s.Unit != "":
		return t.nameAndCode(s.Unit)
	case s.Block != "":
		return texts.BlockName(s.Block)
	}
	return texts.AllUnits()
}
