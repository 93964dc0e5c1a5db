// Package form is the questionnaire of an introduction: what is asked and in
// which order, what is an answer, and what a text means.
//
// A text goes in; what was understood is put into a draft, and the next
// question comes out. Nothing else happens here. There is no store, no clock,
// no messenger and no button: the units that the writer serves come in as
// plain choices, and the day is the draft's, whose Changed is now for whoever
// is writing. So everything that can be typed can be told by a table of
// lines, and a test reads thousands of them in a second (BenchmarkAnswer).
//
// # The parts
//
// question.go has the table of all questions; Missing is the first that still
// has to be answered. Question.Answer takes a typed text for the question that
// is open, Question.Pick a pressed choice. take.go, choice.go and child.go say
// what each question accepts; check.go and citizen.go what no text may be.
// Who is a child, and what a consent covers, package privacy decides: child.go
// asks it whose consents are needed, agree.go keeps what they were given for
// and says when something new has to be asked about.
// Read reads a text with labels ("Họ tên: …") as the template has them,
// and Paste.Fill puts it into a draft: labels.go finds the labels in the middle
// of lines, in columns and above their values, letter.go what is letterhead and
// signature, courtesy.go what people write around, name.go what they add to a
// name; kind.go tells category and object by words. Nothing of it is lost: what is
// in no field joins the summary, or is named as left out. talk.go and
// unreadable.go know what introduces nobody, and what did not arrive. Caption
// does the same for what was written with a photo. Persons gives a Word document
// as texts that are read like pasted ones, one for each person (persons.go), and
// PersonsIn a pasted text that is a table or a list of several (listed.go).
//
// # Two minutes
//
// Whoever sends a text, a photo or a voice note of their own accord begins a
// draft that is Told: told.go finds the name, the birth and the place in it, and only
// what it does not tell is asked. Category, object and title are proposed by the deed
// (propose.go), the consent is asked below the whole draft (Question.InPreview), and
// who answers that has seen what was proposed. A voice note may stand for the deed.
//
// # What a sentence means
//
// Much that is typed is no answer. Understand says what a sentence asks for, by
// whom and when it was typed: intent_words.go makes words of it, with what people
// leave out, shorten and mistype put right; intent_rules.go is the table of ways
// to ask for each thing, which intent_match.go follows; intent_lexicon.go has the
// words, intent_args.go the period, number or name among them. Where a text is
// asked for, only a few ways count (aside), for a text may sound like much.
//
// steer.go knows the sentences that say where to go instead of answering ("quay
// lại"), one slip away from one it is in doubt; there also are the fields that
// people correct at another's question. told.go finds the person and the place in
// an introduction without labels. reasons.go and agree.go read
// numbers of a list, and a consent in words.
//
// # To add a field
//
//	report.Content has it, with what it holds and who may not see it;
//	question.go asks for it, labels.go finds it in pasted texts, steer.go names it in a sentence;
//	size.go counts it, if somebody types it; privacy/agree.go has its facts, if it tells of the person;
//	privacy/view.go says who is shown it (and privacy/view_test.go that nobody else is);
//	texts has its name, its question, the preview, the card and the full text; digest its column;
//	fields_test.go fails until each of these knows it, or lists it with the reason.
//
// # How it grows
//
// What people write and this room does not understand yet becomes a line of
// testdata first, with what a colleague would understand by it, and as many lines
// that look alike and must stay what they are. The lines in testdata/labelled were
// written by somebody who had not read this code; the tests hold the share of them
// that is understood. The means are folded words, small patterns, edit distance and
// the state of the conversation; no model of a language, and nothing from outside
// the house. When in doubt it asks.
package form
