package publication

import (
	"errors"
	"strconv"

	"guongsang/handlers/card"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/publicity"
	"guongsang/internal/publisher"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

const (
	verbPage       turn.Verb = chat.VerbPublication // number
	verbList       turn.Verb = "pubs"               // page
	verbScreen     turn.Verb = "pubf"               // number screen
	verbEdit       turn.Verb = "pube"               // number version form
	verbReset      turn.Verb = "pubr"               // number version form
	verbSubmit     turn.Verb = "pubu"               // number version
	verbToApprove  turn.Verb = "publ"               // page
	verbToRule     turn.Verb = "pubg"               // number
	verbApprove    turn.Verb = "pubo"               // number version
	verbAlone      turn.Verb = "puba"               // number version
	verbDecline    turn.Verb = "pubn"               // number version
	verbPost       turn.Verb = "pubp"               // number version
	verbSoon       turn.Verb = "pubq"               // number version
	verbStop       turn.Verb = "pubx"               // number version
	verbThere      turn.Verb = "puby"               // number version yes
	verbPlaces     turn.Verb = "pubw"               // number version
	verbPlace      turn.Verb = "pubz"               // number version where
	verbGone       turn.Verb = "pubd"               // number version place
	verbTakeBack   turn.Verb = "pubt"               // number version
	verbTakenBack  turn.Verb = "pubtok"             // number version
	verbEvidence             = card.VerbEvidence
	verbSeeProof   turn.Verb = "pubvs" // number
	verbConsent              = card.VerbConsent
	verbConsentOff turn.Verb = "pubcok" // number version
)

const (
	questionForm     turn.Question = "pubform"  // number version form
	questionWhyNot   turn.Question = "pubwhy"   // number version
	questionLink     turn.Question = "publink"  // number version
	questionPlace    turn.Question = "pubplace" // number version where
	questionTakeBack turn.Question = "pubtake"  // number version
	questionConfirm  turn.Question = "pubsure"  // number version reason
	questionProof    turn.Question = "pubproof" // number
)

// Routes are what officers ask of what was chosen, what leaders are asked, and what
// units may ask of a consent.
func Routes() []turn.Route {
	words := turn.OneOf("form", publicity.All[:]...)
	where := turn.OneOf("where", texts.PlaceKinds()...)
	return []turn.Route{
		{Commands: []string{"tuyentruyen"}, Words: []string{texts.WordPublicity}, Who: turn.Agency | turn.Leader, Do: turn.Reads0(open)},
		{Verb: verbList, Who: turn.Agency, Do: turn.Reads1(showList, turn.Page)},
		{Verb: verbPage, Who: turn.Agency, Do: turn.Reads1(showPage, publication)},
		{Verb: verbScreen, Who: turn.Agency, Do: turn.Reads2(showScreen, publication, turn.Page)},
		{Verb: verbEdit, Who: turn.Agency, Do: turn.Reads2(askForm, current, words)},
		{Question: questionForm, Free: true, Who: turn.Agency, Do: turn.With2(takeForm, current, words), Beside: turn.Beside{
			Takes: form.TakesReason, Again: turn.Reads2(askForm, current, words), Back: turn.Reads2(showForm, current, words)}},
		{Verb: verbReset, Who: turn.Agency, Do: turn.With2(resetForm, current, words)},
		{Verb: verbSubmit, Who: turn.Agency, Do: turn.With1(submit, current)},
		{Verb: verbAlone, Who: turn.Agency, Do: turn.With1(approveAlone, current)},
		{Verb: verbToApprove, Who: turn.Leader, Do: turn.Reads1(showToApprove, turn.Page)},
		{Verb: verbToRule, Who: turn.Leader, Do: turn.Reads1(showToRule, publication)},
		{Verb: verbApprove, Who: turn.Leader, Do: turn.With1(approve, current)},
		{Verb: verbDecline, Who: turn.Leader, Do: turn.Reads1(askWhyNot, current)},
		{Question: questionWhyNot, Free: true, Who: turn.Leader, Do: turn.With1(decline, current), Beside: turn.Beside{
			Takes: form.TakesReason, Again: turn.Reads1(askWhyNot, current), Back: turn.Reads1(showToRule, current)}},
		{Verb: verbPost, Who: turn.Agency, Do: turn.With1(post, current)},
		{Verb: verbSoon, Who: turn.Agency, Do: turn.With1(postSoon, current)},
		{Verb: verbStop, Who: turn.Agency, Do: turn.With1(stop, current)},
		{Verb: verbThere, Who: turn.Agency, Do: turn.With2(resolve, current, turn.Flag("yes"))},
		{Question: questionLink, Free: true, Who: turn.Agency, Do: turn.With1(takeLink, current), Beside: turn.Beside{
			Takes: form.TakesLink, Again: turn.Reads1(askLink, current), Back: turn.Reads1(showPage, current)}},
		{Verb: verbPlaces, Who: turn.Agency, Do: turn.Reads1(askPlace, current)},
		{Verb: verbPlace, Who: turn.Agency, Do: turn.Reads2(askPlaceLink, current, where)},
		{Question: questionPlace, Free: true, Who: turn.Agency, Do: turn.With2(takePlace, current, where), Beside: turn.Beside{
			Takes: form.TakesLink, Again: turn.Reads2(askPlaceLink, current, where), Back: turn.Reads2(backToPlaces, current, where)}},
		{Verb: verbGone, Who: turn.Agency, Do: turn.With2(tickGone, current, turn.Number("nth", 0, 999))},
		{Verb: verbTakeBack, Who: turn.Agency, Do: turn.Reads1(askTakeBack, current)},
		{Question: questionTakeBack, Free: true, Who: turn.Agency, Do: turn.Reads1(confirmTakeBack, current), Beside: turn.Beside{
			Takes: form.TakesReason, Again: turn.Reads1(askTakeBack, current), Back: turn.Reads1(showPage, current)}},
		{Question: questionConfirm, Who: turn.Agency, Do: turn.Reads2(changeReason, current, turn.Text("reason")), Beside: turn.Beside{
			Takes: form.TakesReason, Again: turn.Reads2(confirm, current, turn.Text("reason")), Back: turn.Reads2(backToReason, current, turn.Text("reason"))}},
		{Verb: verbTakenBack, Who: turn.Agency, Do: turn.With1(takeBack, current)},
		{Verb: verbEvidence, Who: turn.Agency | turn.OfUnit, Do: turn.Reads1(askEvidence, turn.Example)},
		{Question: questionProof, Who: turn.Agency | turn.OfUnit, Do: turn.Reads1(remindOfFile, turn.Example), Beside: turn.Beside{
			Takes: form.TakesChoice, Again: turn.Reads1(askEvidence, turn.Example)}},
		{Verb: verbSeeProof, Who: turn.Agency, Do: turn.Reads1(showEvidence, turn.Example)},
		{Verb: verbConsent, Who: turn.Agency | turn.OfUnit, Do: turn.Reads1(askConsentBack, turn.Example)},
		{Verb: verbConsentOff, Who: turn.Agency | turn.OfUnit, Do: turn.With1(takeConsentBack, turn.ExampleAt(nil))},
	}
}

// A chosen example with its publication.
type chosen struct {
	example report.Example
	pub     records.Publication
}

// publication is a chosen example, however far it has come; or one that was taken back
// and of which something may still stand.
var publication = turn.NewKind("chosen", func(t *turn.Reading, part string) (c chosen, no turn.Refusal) {
	var err error
	if c.pub, err = t.Tx.Publication(part); err == nil {
		c.example, err = t.Tx.Example(part)
	}
	switch {
	case errors.Is(err, storage.ErrNotFound):
		return c, turn.Stale
	case err == nil && !c.pub.Shown(c.example):
		return c, func(t *turn.Turn) error {
			t.CloseQuestion()
			return t.Say(chat.Message{Text: texts.NotChosenNow(c.pub.Number, t.Member.Agency())})
		}
	}
	return c, turn.Failed(err)
})

// current is one as far as it had come when the button was made. What somebody else has
// done with it since, or the clock, is shown to who presses: there may be no newer message.
var current = turn.Join(publication, turn.Text("version"), func(_ *turn.Reading, c chosen, version string) (chosen, turn.Refusal) {
	if n, err := strconv.Atoi(version); err != nil || n < 1 || n > c.pub.Version {
		return c, turn.Stale
	} else if n < c.pub.Version {
		return c, func(t *turn.Turn) error { return showMoved(t, c) }
	}
	return c, nil
})

// showMoved shows how far a publication has come by now.
func showMoved(t *turn.Turn, c chosen) error {
	notice := ""
	switch {
	case t.Event.Kind == chat.Said: // and not recorded
		notice = texts.Quoted(t.Event.Text, texts.StaleAnswer())
	case t.Member.Agency():
		notice = texts.PageMovedOn
	case c.pub.Progress == records.Submitted:
		notice = texts.TextMovedOn
	}
	if err := t.Toast(notice); err != nil {
		return err
	}
	if t.Member.Agency() {
		return showPage(&t.Reading, c)
	}
	return showToRule(&t.Reading, c)
}

func publisherOf(t *turn.Reading) publisher.Publisher {
	return publisher.Publisher{Office: t.Office, Rules: t.Rules}
}

func textOf(t *turn.Reading, c chosen) (publisher.Text, error) {
	return publisher.TextOf(t.Tx, c.pub)
}

// keep writes a publication that was changed, with a line in the audit log, and gives
// it as it is then.
func keep(t *turn.Turn, c chosen, did report.Deed) (chosen, error) {
	if err := t.Tx.Audit(t.Member.ID, did, c.example.Ref()); err != nil {
		return c, err
	}
	if err := t.Tx.PutPublication(c.pub); err != nil {
		return c, err
	}
	return again(&t.Reading, c)
}

// again reads a publication as it is by now.
func again(t *turn.Reading, c chosen) (chosen, error) {
	var err error
	if c.pub, err = t.Tx.Publication(c.pub.Number); err != nil {
		return c, err
	}
	c.example, err = t.Tx.Example(c.pub.Number)
	return c, err
}
