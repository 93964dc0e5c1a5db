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

// scope reads what scopeKey wrote. A block without a name would be everybody.
var scope = turn.NewKind("scope", func(t *turn.Turn, key string) (s report.Scope, no turn.Refusal) {
	switch {
	case key == "a":
		return s, nil
	case strings.HasPrefix(key, "u"):
		u, no := turn.Unit.Read(t, []string{key[1:]})
		return report.Scope{Unit: u.Code}, no
	case strings.HasPrefix(key, "b"):
		name, no := turn.NamedBlock.Read(t, []string{key[1:]})
		return report.Scope{Block: name}, no
	}
	return s, turn.Stale
})

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
