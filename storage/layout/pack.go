package layout

import (
	"encoding/binary"
	"errors"
	"fmt"
	"time"

	"guongsang/internal/report"
)

// What there is very much of, and will be for ever, is kept in few bytes:
// numbers as long as they have to be, strings behind their length, all behind
// a mark. JSON begins with a brace and a tuple with a letter, so that values of
// before still read, whichever they are.
const packedMark = 1

// Pack writes strings, integers, flags and times one after the other.
func Pack(parts ...any) []byte {
	b := append(make([]byte, 0, 48), packedMark)
	for _, part := range parts {
		switch v := part.(type) {
		case string:
			b = append(binary.AppendUvarint(b, uint64(len(v))), v...)
		case int:
			b = binary.AppendVarint(b, int64(v))
		case int64:
			b = binary.AppendVarint(b, v)
		case bool:
			b = binary.AppendVarint(b, map[bool]int64{true: 1}[v])
		case time.Time:
			b = binary.AppendVarint(b, nanos(v))
		default:
			panic(fmt.Sprintf("packing a %T", part))
		}
	}
	return b
}

// nanos is a time in Unix nanoseconds, and no time as 0.
func nanos(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixNano()
}

// IsPacked tells such a value from those of before.
func IsPacked(v []byte) bool { return len(v) > 0 && v[0] == packedMark }

// ErrMalformed means that a value is not what was once written.
var ErrMalformed = errors.New("malformed value")

// Unpacking reads what Pack wrote, in the order in which it was written. What
// is too short reads as zero, and Done says so.
type Unpacking struct {
	rest []byte
	bad  bool
}

// Unpack begins to read a packed value.
func Unpack(v []byte) Unpacking { return Unpacking{rest: v[1:]} }

// Int reads an integer.
func (u *Unpacking) Int() int64 {
	n, size := binary.Varint(u.rest)
	if size <= 0 {
		u.rest, u.bad = nil, true
		return 0
	}
	u.rest = u.rest[size:]
	return n
}

// Count reads how many parts follow, each of a byte at least.
func (u *Unpacking) Count() int {
	n := u.Int()
	if n < 0 || n > int64(len(u.rest)) {
		u.rest, u.bad = nil, true
		return 0
	}
	return int(n)
}

// Bool reads a flag.
func (u *Unpacking) Bool() bool { return u.Int() != 0 }

// Time reads a time.
func (u *Unpacking) Time() time.Time {
	if n := u.Int(); n != 0 {
		return time.Unix(0, n)
	}
	return time.Time{}
}

// Bytes reads a string, not to be kept after the transaction.
func (u *Unpacking) Bytes() []byte {
	n, size := binary.Uvarint(u.rest)
	if size <= 0 || n > uint64(len(u.rest)-size) {
		u.rest, u.bad = nil, true
		return nil
	}
	s := u.rest[size : size+int(n)]
	u.rest = u.rest[size+int(n):]
	return s
}

// Text reads a string.
func (u *Unpacking) Text() string { return string(u.Bytes()) }

// Word is a string of which there are few: those of known are not made anew.
func (u *Unpacking) Word() string {
	b := u.Bytes()
	if w, ok := known[string(b)]; ok {
		return w
	}
	return string(b)
}

// known are the words that filings are full of.
var known = func() map[string]string {
	words := map[string]string{}
	add := func(w string) { words[w] = w }
	for _, c := range report.Categories {
		add(string(c))
	}
	for _, o := range report.Objects {
		add(string(o))
	}
	for _, g := range report.Groups {
		add(string(g))
	}
	for _, r := range []report.Review{report.Received, report.Returned, report.Accepted, report.Selected, report.Published, report.Retracted} {
		add(string(r))
	}
	return words
}()

// More reports whether anything is left to read, of values whose last part is
// left out where it says nothing.
func (u *Unpacking) More() bool { return len(u.rest) > 0 }

// Done says whether all was there, and nothing else.
func (u *Unpacking) Done() error {
	if u.bad || len(u.rest) > 0 {
		return ErrMalformed
	}
	return nil
}
