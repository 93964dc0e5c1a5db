package records

import (
	"encoding/json"
	"fmt"

	"guongsang/internal/report"
	"guongsang/storage/layout"
)

// How values are written, and read: JSON, but for what there is most of. An
// example is JSON made smaller; a line of the reminder log, a line of the audit log
// and what is left of a draft that was sent are packed, and so is what is written
// most often, a conversation. The first byte says which it is, so that all that
// earlier versions wrote as plain JSON still reads.

// Encode writes a value.
func Encode(v any) ([]byte, error) {
	switch v := v.(type) {
	case Stage:
		return v.pack(), nil
	case Talk:
		if v.isPlain() {
			return v.pack(), nil
		}
	case AuditLine:
		return v.pack(), nil
	case report.Draft:
		if v.Sent != "" {
			return packSent(v), nil
		}
	case report.Example:
		return layout.Deflate(v)
	}
	return json.Marshal(v)
}

// Decode reads the value of a key into what into points to.
func Decode(k, v []byte, into any) (err error) {
	if layout.IsDeflated(v) {
		if v, err = layout.Inflate(v); err != nil {
			return err
		}
	}
	if !layout.IsPacked(v) {
		return json.Unmarshal(v, into)
	}
	u := layout.Unpack(v)
	switch into := into.(type) {
	case *Stage:
		err = into.unpack(k, &u)
	case *AuditLine:
		err = into.unpack(k, &u)
	case *report.Draft:
		unpackSent(k, &u, into)
	case *Talk:
		into.unpack(&u)
	default:
		return fmt.Errorf("%w of a %T", layout.ErrMalformed, into)
	}
	if err != nil {
		return err
	}
	return u.Done()
}
