// Package draft is an introduction on its way: opened, asked (the questions
// themselves are package form), filled from pasted texts and files, previewed
// and sent. routes.go lists what can be asked about one.
//
// A draft belongs to who writes it, and is never lost but by sending it or
// throwing it away. open.go writes one, list.go finds those that are begun.
// ask.go asks what is missing, answer.go takes what is typed, press.go what is
// pressed, files.go, picture.go and word.go what is sent with it; persons.go asks
// whether each of several persons gets a draft; early.go says what the draft knows
// of texts that were typed before their question was seen. unasked.go is a text that
// came when nothing was asked, meant.go what sentences lead to. preview.go and
// whole.go show a draft, brief.go what changed in it, edit.go changes it, period.go lets it count for another
// period, cancel.go saves it or throws it away. send.go makes an example of it,
// receipt.go says so. approve.go lets it wait for the unit's head before that. amend.go opens an example again, attach.go puts files into it
// that came after it. passed.go makes a draft of what the agency passes on.
package draft
