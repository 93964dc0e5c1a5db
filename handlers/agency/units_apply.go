package agency

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/directory"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbApply    turn.Verb = "unita"
	verbDropList turn.Verb = "unitd"
)

// applyUnits writes a list that was shown before, unless the directory has
// changed since: then what was shown is not what would happen.
func applyUnits(t *turn.Turn, file, seen string) error {
	current := t.Tx.Directory()
	if seen != fingerprint(current) {
		return t.Show(chat.Message{Text: texts.ListPastPreview()})
	}
	hash := long(file)
	list, err := readUnits(t, hash)
	if err != nil {
		t.Log.Warn("list of units not read again", "member", t.Member.ID, "err", err)
		return t.Stale()
	}
	units := directory.Compare(current, list.Units).Units()
	if err := t.Tx.PutUnits(units); err != nil {
		return err
	}
	if err := t.Tx.Audit(t.Member.ID, "units imported", fmt.Sprintf("%d units from %s", len(units), hash)); err != nil {
		return err
	}
	return t.Show(chat.Message{Text: texts.ListApplied(len(units))})
}

// dropUnits forgets a preview.
func dropUnits(t *turn.Reading) error {
	return t.Show(chat.Message{Text: texts.ListDropped()})
}

// fingerprint tells one state of the directory from another.
func fingerprint(d report.Directory) string {
	b, _ := json.Marshal(d.Units()) // plain values: cannot go wrong
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:6])
}

// short writes a content hash so that it fits into a button.
func short(hash string) string {
	b, _ := hex.DecodeString(hash)
	return base64.RawURLEncoding.EncodeToString(b)
}

// long reads what short wrote.
func long(s string) string {
	b, _ := base64.RawURLEncoding.DecodeString(s)
	return hex.EncodeToString(b)
}
