// Package publisher carries a chosen example to the public, and back.
//
// forms.go makes what would be published: from the gate's View alone, and of an
// officer's own words only those that pass the gate. It is the one place from which
// anything goes out. post.go hands it to the outbox, in which a guard asks the gate
// once more at the moment of leaving. tick.go is what the clock asks: waiting rooms
// that end, postings of which the outcome is known by now, places that are still to
// be taken down. takeback.go ends a publication wherever it stands; tell.go tells
// those whom it concerns.
//
// Where a publication stands is in the store (records.Publication): whatever ends the
// program between two steps, the next tick goes on from there. A posting has a key for
// each time that an officer asked for it, is never tried again after a doubt
// (storage.Row.Once), and then officers are asked.
package publisher
