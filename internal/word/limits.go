package word

import (
	"context"
	"errors"
	"time"

	"github.com/beevik/etree"

	"guongsang/internal/opc"
)

// The largest template, in bytes, and the longest time to check one.
const (
	MaxFile     = 10 << 20
	MaxChecking = 5 * time.Second
)

// What a template may cost. What needs more is refused; the error is an
// *opc.LimitError, ErrTooMuch or that of a context.
const (
	maxUnpacked  = 64 << 20
	maxElements  = 200_000
	maxParts     = 2000
	maxTree      = 96 << 20 // bytes: as much again is left behind on the way, within 256 MB
	maxParagraph = 1 << 20  // bytes of text
	maxProblems  = 1000     // that are gathered
)

// What data make of a template: the elements of a thousand pages, or where there
// are more data, as many for each item of a list as two rows of a table have; and
// the time to put values into all of them.
const (
	maxCopied  = 1_000_000
	maxForItem = 100
	maxFilling = time.Minute
)

var limits = opc.Limits{File: MaxFile, Parts: maxParts, Unpacked: maxUnpacked, Part: maxUnpacked, Elements: maxElements, Tree: maxTree}

// ErrTooMuch means that a template repeats so much for each item of a list that
// no document can be made of it.
var ErrTooMuch = errors.New("repeats too much for too many items")

// A budget is what filling has used up so far.
type budget struct {
	ctx    context.Context // of who wants the document
	timed  context.Context // ends with it, or when the time is up
	asked  int
	copied int // elements
	items  int // for which they were
}

// time asks, now and then, whether there is any left.
func (b *budget) time() error {
	if b.asked++; b.asked%64 != 0 {
		return nil
	}
	return b.err()
}

func (b *budget) err() error {
	if err := b.ctx.Err(); err != nil {
		return err
	}
	return b.timed.Err()
}

// copy notes that elements are copied for an item of a list.
func (b *budget) copy(tokens []etree.Token) error {
	for _, t := range tokens {
		if e, ok := t.(*etree.Element); ok {
			each(e, func(*etree.Element) { b.copied++ })
		}
	}
	if b.items++; b.copied > max(maxCopied, b.items*maxForItem) {
		return ErrTooMuch
	}
	return b.err()
}
