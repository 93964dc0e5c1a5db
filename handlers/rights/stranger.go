package rights

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"guongsang/handlers/enrol"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/citizen"
	"guongsang/internal/contact"
	"guongsang/internal/eraser"
	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// Somebody who is no member has no conversation and no menu, and may be anybody. What the
// law lets them ask they can ask all the same, in one message: it is written down, a few
// from each account and so many in all, and nothing of the house is shown. Where it does
// not say who is meant or how to reach them, that is asked once or twice; what they write
// next is added, and without it the request is kept as it came.

const (
	mostOfStranger  = 2  // requests of one account that wait
	mostOfStrangers = 50 // of all of them
	mostAsked       = 2  // questions about one request
	mostNamed       = 5  // words of a name
)

// bare are the words by which members are asked for the rest.
var bare = [...]string{texts.LabelAskCorrect, texts.LabelAskWithdraw, texts.LabelAskErase}

// noticeEvery is how often a stranger is shown the notice.
const noticeEvery = time.Hour

// Stranger takes a request of somebody who is no member, or shows the notice to who asks
// for it, or how to ask. Not taken means that it was neither.
func Stranger(t *turn.Turn) (taken bool, err error) {
	if t.Event.Kind != chat.Said {
		return false, nil
	}
	said := strings.TrimSpace(t.Event.Text)
	folded := letters.Fold(said)
	if folded == "/riengtu" || folded == letters.Fold(texts.WordPrivacy) {
		return true, notice(t)
	}
	if _, code := enrol.CodeIn(said); code { // who wants to get in
		return false, nil
	}
	right, sure := intent.RightAsked(said)
	q, asked, err := askedAbout(t)
	switch {
	case err != nil:
		return true, err
	case asked && (right == "" || right == q.Right && sure) && !strings.HasPrefix(said, "/"):
		if m := intent.Understand(t.Speaker(), said); m.Intent == intent.SaysThanks || m.Intent == intent.SaysGreeting {
			return true, nil // that is no answer yet
		}
		return true, addTo(t, q, said)
	case right == "" && intent.AsksWhatIsKept(said):
		return true, notice(t)
	case right == "":
		return false, nil
	case !sure || slices.ContainsFunc(bare[:], func(label string) bool { return letters.Fold(label) == folded }):
		return true, notice(t)
	default:
		return true, takeOf(t, right, said)
	}
}

// notice shows who keeps what, and how a stranger can ask.
func notice(t *turn.Turn) error { return onceAnHour(t, Notice(&t.Reading), t.Office.StrangerRights()) }

// onceAnHour says something to an account to which nothing of the kind was said in the
// last hour.
func onceAnHour(t *turn.Turn, says ...string) error {
	tries, err := t.Tx.Tries(t.Member.ID)
	if err != nil || t.Lately(tries.Noticed, noticeEvery) {
		return err
	}
	tries.Noticed = t.Tx.Now
	if err := t.Tx.PutTries(t.Member.ID, tries); err != nil {
		return err
	}
	for _, text := range says {
		if err := t.TellAccount(t.Member.ID, text); err != nil {
			return err
		}
	}
	return nil
}

// takeOf writes a stranger's request down.
func takeOf(t *turn.Turn, right report.Right, said string) error {
	all, err := t.Tx.OpenDataRequests()
	if err != nil {
		return err
	}
	own, strangers := 0, 0
	for _, q := range all {
		if q.From == t.Member.ID {
			own++
		}
		if _, err := t.Tx.Member(q.From); q.From != 0 && err != nil {
			strangers++
		}
	}
	if own >= mostOfStranger || strangers >= mostOfStrangers {
		return refuseMore(t)
	}
	q := report.DataRequest{
		Right: right, From: t.Member.ID, Name: letters.First(letters.OneLine(t.Event.From.Name), report.MaxName),
		Contact: fmt.Sprintf("Telegram %d", t.Member.ID), Text: letters.First(said, mostSaid),
	}
	more := askMore(&q)
	if q, err = write(t, q, report.DataRequested); err != nil {
		return err
	}
	return t.TellAccount(t.Member.ID, texts.RequestKept(q)+more)
}

// askMore asks what a request does not say: who is meant once, how to reach them twice.
func askMore(q *report.DataRequest) string {
	who := q.Asking == 0 && !namesSomebody(q.Text)
	reach := q.Asking < mostAsked && len(contact.Find(q.Text, func(string) bool { return false })) == 0
	if !who && !reach {
		q.Asking = 0
		return ""
	}
	q.Asking++
	return "\n" + texts.AskRequestMore(who, reach)
}

// addTo adds what a stranger answers to the request, and tells the officers.
func addTo(t *turn.Turn, q report.DataRequest, said string) error {
	nth := q.Asking
	said, _ = citizen.MaskIDs(said)
	said = letters.First(said, mostSaid/2)
	q.Text = letters.First(q.Text, mostSaid-letters.Len(said)-1) + "\n" + said // what is added is kept
	more := askMore(&q)
	q, err := joinRecord(t, q)
	if err != nil {
		return err
	}
	if err := errors.Join(t.Tx.PutDataRequest(q), t.Tx.Audit(t.Member.ID, report.DataRequested, eraser.RefOf(q))); err != nil {
		return err
	}
	m := chat.Message{Text: texts.RequestAddedTo(q), Buttons: turn.Column(turn.Button(texts.LabelOpenRequest, verbPage, q.Number))}
	if err := eraser.TellOfficers(t.Tx, fmt.Sprintf("request/%d/more/%d", q.Number, nth), m); err != nil {
		return err
	}
	return t.TellAccount(t.Member.ID, texts.RequestAdded(q)+more)
}

// namesSomebody reports whether a text has the number of a record, or a name.
func namesSomebody(text string) bool {
	return numberSaid.MatchString(text) || nameIn(text) != ""
}

// nameIn is the first name of a person in a text, as far as its words have capitals; ""
// if there is none.
func nameIn(text string) string {
	words := strings.Fields(letters.Tidy(text))
	for n := range words {
		end := n
		for end < len(words) && end < n+mostNamed && letters.Capital(words[end]) {
			if end++; strings.HasSuffix(words[end-1], ",") || strings.HasSuffix(words[end-1], ";") {
				break
			}
		}
		if name := strings.TrimRight(strings.Join(words[n:end], " "), ",.;:"); end-n > 1 && paste.IsPersonName(name) {
			return name
		}
	}
	return ""
}

// askedAbout is the request of a stranger about which a question waits, if there is one.
func askedAbout(t *turn.Turn) (report.DataRequest, bool, error) {
	all, err := t.Tx.OpenDataRequests()
	for _, q := range slices.Backward(all) {
		if q.From == t.Member.ID && q.Asking > 0 {
			return q, true, err
		}
	}
	return report.DataRequest{}, false, err
}

// refuseMore says that there are enough.
func refuseMore(t *turn.Turn) error { return onceAnHour(t, texts.TooManyRequests) }
