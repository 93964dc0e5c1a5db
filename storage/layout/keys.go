package layout

import (
	"encoding/binary"
	"fmt"
	"strings"
	"time"

	"guongsang/internal/report"
)

// The tags that begin an element of a tuple. A tuple sorts as its elements
// do: strings by bytes, numbers by value.
const (
	tagString = 's'
	tagInt    = 'i'
)

// Key encodes a tuple of strings, integers, times (as Unix seconds) and
// dates. A prefix of a tuple encodes to a prefix of its bytes.
func Key(parts ...any) []byte {
	b := make([]byte, 0, 32)
	for _, part := range parts {
		switch v := part.(type) {
		case string:
			b = AppendString(b, v)
		case int:
			b = AppendInt(b, int64(v))
		case int64:
			b = AppendInt(b, v)
		case uint64:
			b = AppendInt(b, int64(v))
		case bool:
			b = AppendInt(b, map[bool]int64{true: 1}[v])
		case time.Time:
			b = AppendInt(b, v.Unix())
		case fmt.Stringer: // Period, Date
			b = AppendString(b, v.String())
		case report.Role:
			b = AppendString(b, string(v))
		default:
			panic(fmt.Sprintf("storage key of type %T", part))
		}
	}
	return b
}

// AppendString appends a string as an element of a tuple.
func AppendString(b []byte, s string) []byte {
	b = append(b, tagString)
	for i := range len(s) {
		b = append(b, s[i])
		if s[i] == 0 {
			b = append(b, 0xff)
		}
	}
	return append(b, 0, 1)
}

// AppendInt appends an integer as an element of a tuple.
func AppendInt(b []byte, n int64) []byte {
	b = append(b, tagInt)
	return binary.BigEndian.AppendUint64(b, uint64(n)^(1<<63))
}

// A Tuple reads the elements of a key one by one, in the order in which they
// were written. A malformed key yields zero values.
type Tuple []byte

// Int reads an integer, a flag or a time in Unix seconds.
func (t *Tuple) Int() int64 {
	b := *t
	if len(b) < 9 || b[0] != tagInt {
		*t = nil
		return 0
	}
	*t = b[9:]
	return int64(binary.BigEndian.Uint64(b[1:9]) ^ (1 << 63))
}

// Text reads a string.
func (t *Tuple) Text() string {
	b := *t
	if len(b) < 3 || b[0] != tagString {
		*t = nil
		return ""
	}
	start, escaped := 1, false
	for i := 1; i+1 < len(b); i++ {
		if b[i] != 0 {
			continue
		}
		if b[i+1] == 1 {
			*t = b[i+2:]
			s := string(b[start:i])
			if escaped {
				s = strings.ReplaceAll(s, "\x00\xff", "\x00")
			}
			return s
		}
		escaped = true
		i++
	}
	*t = nil
	return ""
}

// Format prints a tuple for people: ("2026-11", "PT042", 7).
func Format(k []byte) string {
	var parts []string
	for t := Tuple(k); len(t) > 0; {
		switch t[0] {
		case tagString:
			parts = append(parts, fmt.Sprintf("%q", t.Text()))
		case tagInt:
			parts = append(parts, fmt.Sprint(t.Int()))
		default:
			return fmt.Sprintf("%x", k)
		}
	}
	return "(" + strings.Join(parts, ", ") + ")"
}
