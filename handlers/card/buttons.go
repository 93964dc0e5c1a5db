package card

import (
	"time"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// The verbs of a card's buttons.
const (
	VerbFull     turn.Verb = chat.VerbFull
	VerbPhotos   turn.Verb = "pics"
	VerbAccept   turn.Verb = "acc"
	VerbReturn   turn.Verb = "ret"
	VerbTake     turn.Verb = "take"
	VerbChanges  turn.Verb = "chg"
	VerbUndo     turn.Verb = "undo"
	VerbSelect   turn.Verb = "sel"
	VerbUnselect turn.Verb = "unsel"
	VerbPraise   turn.Verb = "praise"        // orders the praise card
	VerbSquare   turn.Verb = chat.VerbSquare // orders it square, for pages
	VerbPackage  turn.Verb = "pack"          // orders the package for publicity
	VerbReopen   turn.Verb = "reop"
	VerbForward  turn.Verb = "fwd"
	VerbInquire  turn.Verb = "inq"
	VerbNote     turn.Verb = "note"
	VerbMore     turn.Verb = "more"
	VerbConsent  turn.Verb = "pubc" // takes the consent to an example back
	VerbEvidence turn.Verb = "pubv" // keeps a proof of the consent
)

// most is how many buttons a card has; what more can be done is behind the last.
const most = 6

// Seen is by whom and when a card is seen, which decides what can be done by it.
type Seen struct {
	By      int64
	At      time.Time
	Verdict bool // it says what became of the example
	Past    bool // it is of a version that was replaced, and only shows
}

// Buttons are those of a card.
func Buttons(e report.Example, h report.Handling, s Seen) [][]chat.Button {
	all := actions(e, h, s)
	if len(all) > most {
		all = append(all[:most-1:most-1], turn.Button(texts.LabelMoreOfCard, VerbMore, e.Number))
	}
	return turn.Pairs(all)
}

// MoreButtons are those that found no place on the card.
func MoreButtons(e report.Example, h report.Handling, s Seen) [][]chat.Button {
	all := actions(e, h, s)
	from := most - 1
	if h.Undo.Ruling != 0 && !h.MayUndo(e, s.By, s.At) { // the card may still have that button in place of another
		from--
	}
	return turn.Pairs(all[min(from, len(all)):])
}

// actions are all that can be done with an example in its state, what is done
// most often first. What is to be published has a page of its own, with the package.
func actions(e report.Example, h report.Handling, s Seen) (all []chat.Button) {
	if !e.Erased.IsZero() { // what was public of it may still have to be taken down by hand
		if e.ForPublicity() {
			all = append(all, turn.Button(texts.WordPublicity, chat.VerbPublication, e.Number))
		}
		return all
	}
	number, version := e.Number, e.Version
	add := func(when bool, label string, verb turn.Verb, args ...any) {
		if when {
			all = append(all, turn.Button(label, verb, append([]any{number}, args...)...))
		}
	}
	current := !s.Past && e.Review != report.Withdrawn
	open := current && e.Review == report.Received && !s.Verdict
	ruled := current && privacy.Accepted(e.Review)
	again := ruled && e.Review != report.Published || current && e.Review == report.Retracted

	add(open, texts.LabelAccept, VerbAccept, version)
	add(open, texts.LabelReturn, VerbReturn, version)
	add(current && h.MayUndo(e, s.By, s.At), texts.LabelUndoRuling, VerbUndo, version, h.Undo.Ruling)
	add(open && h.HeldBy(s.At) != s.By, texts.LabelTake, VerbTake, version)
	add(open && version > 1, texts.LabelChanges, VerbChanges)
	add(ruled && e.Review == report.Accepted, texts.LabelSelect, VerbSelect, version)
	add(e.ForPublicity(), texts.WordPublicity, chat.VerbPublication)
	add(ruled && e.Review == report.Selected, texts.LabelUnselect, VerbUnselect, version)
	add(true, texts.LabelFull, VerbFull)
	add(report.Pictures(e.Content.Media) > 0, texts.LabelPhotos, VerbPhotos)
	add(report.Pictures(e.Content.Media) == 0 && form.VoiceOnly(e.Content), texts.LabelVoice, VerbPhotos)
	add(privacy.Accepted(e.Review), texts.PaperName(turn.PaperCard), VerbPraise)
	add(e.Review == report.Accepted, texts.PaperName(turn.PaperPackage), VerbPackage)
	add(again, texts.LabelReopen, VerbReopen, version)
	add(current, texts.LabelInquire, VerbInquire)
	add(current, texts.LabelNote, VerbNote)
	add(ruled && h.Forwarded.At.IsZero(), texts.LabelForward, VerbForward, 1)
	add(current && !h.Forwarded.At.IsZero(), texts.LabelNotForwarded, VerbForward, 0)
	add(!open && version > 1, texts.LabelChanges, VerbChanges)
	return all
}
