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
// ReadPaste reads a text with labels ("Họ tên: …") as the template has them,
// and Paste.Fill puts it into a draft: labels.go finds the labels in the middle
// of lines and in columns, letter.go what is letterhead and signature. Caption
// does the same for what was written with a photo. Persons gives a Word document
// as texts that are read like pasted ones, one for each person (persons.go).
//
// # How it grows
//
// People write much that this room does not understand yet: "lưu nháp" at the
// question for the place, "năm 1985", a letter with its letterhead, a sentence
// that says name, place and deed at once. Each becomes a line of testdata
// first, with what a colleague would understand by it, and as many lines that
// look alike and must stay what they are. The means are folded words, small
// patterns, edit distance and the state of the conversation; no model of a
// language, and nothing from outside the house. When in doubt it asks.
package form
