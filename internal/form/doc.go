// Package form is the questionnaire of an introduction: what is asked and in
// which order, and what is an answer.
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
// what each question accepts, package choice which of a list a text means; check.go what no text may be. What a text is that is
// no answer to the open question, the rooms below know: package paste, if it
// introduces somebody, package intent, if it asks for something, package citizen,
// if it has a number that nobody may keep.
// Who is a child, and what a consent covers, package privacy decides: child.go
// asks it whose consents are needed, agree.go keeps what they were given for
// and says when something new has to be asked about.
// unlabelled.go leaves out what people say around an answer.
// fill.go puts a pasted text into a draft, caption.go what was written with a
// photo. Nothing of it is lost: what is in no field joins the summary, or is named
// as left out.
// steer.go knows the sentences that say where to go instead of answering ("quay
// lại"), one slip away from one it is in doubt; beside.go what is typed at the
// questions of the agency's people, reasons.go reads numbers of a list.
//
// # Two minutes
//
// Whoever sends a text, a photo or a voice note of their own accord begins a
// draft that is Told: package paste finds the name, the birth and the place in it, and
// only what it does not tell is asked. Category, object and title are proposed by the
// deed (propose.go), the consent is asked below the whole draft (Question.InPreview),
// and who answers that has seen what was proposed. A voice note may stand for the deed.
//
// # To add a field
//
//	report.Content has it, with what it holds and who may not see it, limits.go how long it may be;
//	question.go asks for it, paste/labels.go finds it in pasted texts, package correction in a sentence;
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
// that is understood. Packages intent and paste grow in the same way. The means are
// folded words, small patterns, edit distance and the state of the conversation; no
// model of a language, and nothing from outside the house. When in doubt it asks.
package form
