// Package intent says what a sentence asks for that somebody typed of their own
// accord: until when, who has not sent, to take something back. Much that is
// typed is no answer to the open question.
//
// Understand says what a sentence asks for, by whom and when it was typed: words.go
// makes words of it, with what people leave out, shorten and mistype put right;
// rules.go is the table of ways to ask for each thing, which match.go follows;
// lexicon.go has the words, args.go the period, number or name among them. Where a
// text is asked for, only a few ways count (aside), for a text may sound like much;
// where a reason is asked for, fewer still (reason.go). polite.go leaves out what is
// only polite around words.
//
// Rules know the sentences that were seen. Of all others model.go says what they most
// likely ask for: learned from the labelled sentences of testdata by their words and by
// who speaks when (features.go), and from those that the lines of lessons.txt are written
// out to (lessons_test.go). learn_test.go learns it anew after these have changed,
// and says how much is understood of sentences that it was not taught; hands_test.go says it writer by writer.
//
// What the model is nearly certain of counts also in a long sentence and beside a name
// (Speaker.certainly), and at the end of a long text (at_the_end.go), as far as credible.go lets it: what tells of a deed is not lost for a guess.
//
// how.go knows what asks how to answer, keep.go that something is not to be done, right.go
// which right somebody asks for whose data are kept, about.go what has a short answer,
// another.go that somebody else is spoken of. plainly.go knows sentences with the words of
// something else in them, before rules and model are asked; wrong.go what is put right, place_named.go
// a place and nothing else. not_nil.go and retired.go tell what is told in the words of a nil, or of a
// post that is handed over; discard.go what throws away what is being written. consent.go, consent_told.go and
// family_agreed.go read who agreed to what.
//
// sought.go reads who is looked for by a part of a name, narrow.go what else a text says
// that looks for examples.
//
// Nothing is decided here: what an intent leads to shows something, or asks with a
// button. What is not understood yet becomes a line of testdata first.
package intent
