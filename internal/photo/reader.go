package photo

import (
	"context"
	"io"
)

// mouthful is how much of a file a decoder gets at a time, in bytes. Decoders
// look at no clock, but they stop when they cannot read. Some bytes cost much
// more than others: two say "and so on" for 32,767 blocks of a progressive JPEG,
// so in 4 KB, which decoders would take, there is room for all of its 64 scans.
// The head alone of a scan takes ten bytes: with this much at a time the clock is
// looked at for about every scan.
const mouthful = 32

// A reader gives a file to a decoder until ctx ends.
type reader struct {
	ctx  context.Context
	rest []byte
}

func newReader(ctx context.Context, file []byte) *reader { return &reader{ctx, file} }

// Read gives the next few bytes.
func (r *reader) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	if len(r.rest) == 0 {
		return 0, io.EOF
	}
	n := copy(p[:min(len(p), mouthful)], r.rest)
	r.rest = r.rest[n:]
	return n, nil
}
