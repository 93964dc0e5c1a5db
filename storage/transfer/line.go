package transfer

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"guongsang/storage/disk"
	"guongsang/storage/layout"
)

// Format is the version of the lines' own form.
const Format = 1

// The kinds of lines that are no record.
const (
	kindHead  = "guongsang"
	kindMedia = "media"
	kindEnd   = "end"
)

// A line is one of an export; which fields it has depends on its kind.
type line struct {
	Kind string `json:"kind"`

	Format  int        `json:"format,omitempty"`  // of the head
	Version int        `json:"version,omitempty"` // of the store
	Made    *time.Time `json:"made,omitempty"`

	Bucket   bool   `json:"bucket,omitempty"` // begins a bucket
	Sequence uint64 `json:"sequence,omitempty"`

	Key      []any           `json:"key,omitempty"`
	KeyBytes []byte          `json:"keybytes,omitempty"`
	Value    json.RawMessage `json:"value,omitempty"`  // as it is stored
	Packed   json.RawMessage `json:"packed,omitempty"` // is deflated in the store
	Tuple    []any           `json:"tuple,omitempty"`
	Bytes    []byte          `json:"bytes,omitempty"`

	File *disk.CopiedFile `json:"file,omitempty"`

	Records int `json:"records,omitempty"` // of the end
}

// record is the line of an entry of a bucket.
func record(kind string, k, v []byte) line {
	l := line{Kind: kind}
	if l.Key = elements(k); l.Key == nil {
		l.KeyBytes = k
	}
	switch packed, value := unpacked(v); {
	case packed != nil:
		l.Packed = packed
	case value != nil:
		l.Value = value
	default:
		if l.Tuple = elements(v); l.Tuple == nil {
			l.Bytes = v
		}
	}
	return l
}

// unpacked gives a value as JSON if it comes back from that as it is.
func unpacked(v []byte) (packed, value json.RawMessage) {
	if layout.IsDeflated(v) {
		plain, err := layout.Inflate(v)
		if err != nil {
			return nil, nil
		}
		if again, err := layout.Deflate(json.RawMessage(plain)); err == nil && bytes.Equal(again, v) {
			return plain, nil
		}
		return nil, nil
	}
	if len(v) == 0 || !json.Valid(v) || string(v) == "null" {
		return nil, nil
	}
	if again, err := json.Marshal(json.RawMessage(v)); err == nil && bytes.Equal(again, v) {
		return nil, v
	}
	return nil, nil
}

// elements reads a tuple, if it comes back as it is.
func elements(k []byte) (all []any) {
	for t := layout.Tuple(k); len(t) > 0; {
		switch t[0] {
		case 's':
			all = append(all, t.Text())
		case 'i':
			all = append(all, t.Int())
		default:
			return nil
		}
	}
	if again, err := tuple(all); err != nil || !bytes.Equal(again, k) {
		return nil
	}
	for _, e := range all {
		if s, ok := e.(string); ok && !jsonText(s) {
			return nil
		}
	}
	return all
}

// jsonText reports whether a text comes back from JSON.
func jsonText(s string) bool {
	b, err := json.Marshal(s)
	var again string
	return err == nil && json.Unmarshal(b, &again) == nil && again == s
}

// tuple writes elements as they were read from JSON with numbers kept, or from a key.
func tuple(all []any) (k []byte, err error) {
	for _, e := range all {
		switch e := e.(type) {
		case string:
			k = layout.AppendString(k, e)
		case int64:
			k = layout.AppendInt(k, e)
		case json.Number:
			n, err := e.Int64()
			if err != nil {
				return nil, fmt.Errorf("the number %s: %w", e, err)
			}
			k = layout.AppendInt(k, n)
		default:
			return nil, fmt.Errorf("%v is no text and no number", e)
		}
	}
	return k, nil
}

// entry is the entry of a bucket that a line stands for.
func (l line) entry() (k, v []byte, err error) {
	if k = l.KeyBytes; l.Key != nil {
		if k, err = tuple(l.Key); err != nil {
			return nil, nil, err
		}
	}
	switch {
	case l.Packed != nil:
		v, err = layout.Deflate(l.Packed)
	case l.Value != nil:
		v = l.Value
	case l.Tuple != nil:
		v, err = tuple(l.Tuple)
	default:
		v = l.Bytes
	}
	if len(k) == 0 && err == nil {
		err = errNoKey
	}
	return k, v, err
}

// A chain gives each line its sum.
type chain [sha256.Size]byte

// next takes the line up and is its sum.
func (c *chain) next(body []byte) string {
	*c = sha256.Sum256(append(c[:], body...))
	return hex.EncodeToString(c[:8])
}

// The sum stands at the end of its line.
const sumHead, sumTail = `,"sum":"`, `"}`

// sealed is a line with its sum.
func (c *chain) sealed(l line) ([]byte, error) {
	body, err := json.Marshal(l)
	if err != nil {
		return nil, err
	}
	body = body[:len(body)-1]
	return append(body, []byte(sumHead+c.next(body)+sumTail+"\n")...), nil
}

// unsealed is a line that has the sum it should have.
func (c *chain) unsealed(text []byte) (l line, ok bool) {
	const length = len(sumHead) + 16 + len(sumTail)
	if len(text) < length {
		return l, false
	}
	body, seal := text[:len(text)-length], string(text[len(text)-length:])
	if seal != sumHead+c.next(body)+sumTail {
		return l, false
	}
	d := json.NewDecoder(bytes.NewReader(append(body[:len(body):len(body)], '}')))
	d.UseNumber()
	return l, d.Decode(&l) == nil
}
