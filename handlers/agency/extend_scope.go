package agency

import (
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// scopeKey writes a scope so that it fits into a button.
func scopeKey(s report.Scope) string {
	switch {
	case s.Unit != "":
		return "u" + s.Unit
	case s.Block != "":
		return "b" + turn.BlockKey(s.Block)
	}
	return "a"
}

// scope reads what scopeKey wrote.
func scope(t *turn.Turn, key string) (s report.Scope, ok bool) {
	switch {
	case key == "a":
		return s, true
	case strings.HasPrefix(key, "u"):
		u, err := t.Tx.Unit(key[1:])
		return report.Scope{Unit: u.Code}, err == nil
	case strings.HasPrefix(key, "b"):
		name, ok := t.Block(key[1:])
		return report.Scope{Block: name}, ok && name != ""
	}
	return s, false
}

// scopeName names a scope for people.
func scopeName(t *turn.Turn, s report.Scope) string {
	switch {
	case s.Unit != "":
		return t.NameAndCode(s.Unit)
	case s.Block != "":
		return texts.BlockName(s.Block)
	}
	return texts.AllUnits()
}
