package publisher

import (
	"fmt"
	"strconv"
	"strings"

	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

// Chat is the chat of the configured channel; 0 if there is none, none that the messenger
// has told yet, or nothing is posted because everybody only tries.
func (p Publisher) Chat(tx *storage.Snapshot) int64 {
	name := p.Rules.Publication.Channel
	if p.Rules.Publication.Training {
		return 0
	}
	if id, err := strconv.ParseInt(name, 10, 64); err == nil {
		return id
	}
	if name == "" {
		return 0
	}
	return tx.Channel(name)
}

// postKey is what happens once for each time that a posting is asked for.
func postKey(pub records.Publication) string {
	return fmt.Sprintf("post/%s/%d", pub.Number, pub.Postings)
}

// restKeys are those of the messages with the rest of the text.
func restKeys(pub records.Publication) (keys []string) {
	for n := range pub.Follow {
		keys = append(keys, fmt.Sprintf("%s/%d", postKey(pub), n+1))
	}
	return keys
}

// post hands a publication whose waiting room is over to the outbox.
func (p Publisher) post(tx *storage.Tx, pub records.Publication) error {
	to := p.Chat(&tx.Snapshot)
	e, err := tx.Example(pub.Number)
	if err != nil {
		return err
	}
	text, err := TextOf(&tx.Snapshot, pub)
	switch {
	case err != nil:
		return err
	case e.Review != report.Selected && e.Review != report.Published || text.Hidden():
		return p.back(tx, pub, texts.DroppedNotShown)
	case !p.mayLeave(pub, text):
		return p.back(tx, pub, texts.DroppedAtGate)
	}
	pub.Progress, pub.Since, pub.Unnumbered = records.Queued, tx.Now, false
	pub.Channel, pub.Called = to, p.Rules.Publication.Channel
	pub.Postings++
	row := storage.Row{
		Chat: to, Key: postKey(pub), Class: storage.Bulk, Once: true, Message: text.post()[0],
		Guard: &storage.Guard{Public: &storage.Cleared{Example: pub.Number, Posting: pub.Postings, View: text.Gated}},
	}
	if _, err := tx.Put(row); err != nil {
		return err
	}
	return tx.PutPublication(pub)
}

// mayLeave reports whether the leave that a publication needs was given for this text.
func (p Publisher) mayLeave(pub records.Publication, text Text) bool {
	return !p.Rules.Publication.NeedsLeave() || pub.Ruling.Yes && pub.Ruling.For == text.Mark()
}

// MayLeave is mayLeave for those who show it.
func (p Publisher) MayLeave(pub records.Publication, text Text) bool { return p.mayLeave(pub, text) }

// back takes a publication back to where it began, and says why.
func (p Publisher) back(tx *storage.Tx, pub records.Publication, why string) error {
	recalled := pub.Recalled
	pub = pub.Stopped(tx.Now)
	pub.Recalled = recalled // nothing of this posting is out
	if err := note(tx, 0, report.PostingDropped, pub.Number); err != nil {
		return err
	}
	if err := tx.PutPublication(pub); err != nil {
		return err
	}
	return p.tellOfficers(tx, fmt.Sprintf("notposted/%s/%d", pub.Number, pub.Version), pub.Number, texts.NotPosted(pub.Number, why))
}

// settle sees what became of a posting.
func (p Publisher) settle(tx *storage.Tx, pub records.Publication) error {
	d, known, err := tx.Delivery(postKey(pub))
	switch {
	case err != nil:
		return err
	case !known, d.Fate == storage.Dropped:
		return p.back(tx, pub, texts.DroppedAtGate)
	case d.Fate == "":
		return nil
	case d.Fate == storage.Sent:
		pub.Messages = messagesOf(d)
		return p.posted(tx, pub, linkOf(pub))
	case d.Fate == storage.Unsure:
		pub.Progress, pub.Since, pub.Reminded = records.Doubtful, tx.Now, p.day(&tx.Snapshot)
		if err := note(tx, 0, report.PostingInDoubt, pub.Number); err != nil {
			return err
		}
		if err := tx.PutPublication(pub); err != nil {
			return err
		}
		return p.tellOfficers(tx, "doubt/"+postKey(pub), pub.Number, texts.AskWhetherPosted(pub.Number))
	}
	return p.back(tx, pub, texts.DroppedByMessenger)
}

func messagesOf(d storage.Delivery) []int64 {
	if len(d.Album) > 0 || d.Message == 0 {
		return d.Album
	}
	return []int64{d.Message}
}

// linkOf is where a post can be opened: in the channel in which it stands, which need not
// be the one that is configured by now.
func linkOf(pub records.Publication) string {
	if len(pub.Messages) == 0 {
		return ""
	}
	name, public := strings.CutPrefix(pub.Called, "@")
	if !public {
		name = private(pub)
	}
	return fmt.Sprintf("https://t.me/%s/%d", name, pub.Messages[0])
}

// private is the channel of a post as links within private channels name it: by its
// number, without the -100 before it.
func private(pub records.Publication) string {
	number := strconv.FormatInt(pub.Channel, 10)
	return "c/" + strings.TrimPrefix(strings.TrimPrefix(number, "-100"), "-")
}

// Leads reports whether links into a channel of that name, as they have it, surely lead
// into the one in which a publication was posted.
func Leads(channel string, pub records.Publication) bool {
	name, public := strings.CutPrefix(pub.Called, "@")
	return channel == private(pub) || public && strings.EqualFold(channel, name)
}

// posted notes that a publication is in the channel, says the rest of its text, and
// thanks.
func (p Publisher) posted(tx *storage.Tx, pub records.Publication, link string) error {
	pub.Progress, pub.Since, pub.Link = records.Posted, tx.Now, link
	if err := p.follow(tx, &pub); err != nil {
		return err
	}
	if err := note(tx, pub.By, report.ExamplePosted, pub.Number); err != nil {
		return err
	}
	if err := p.tellOfficers(tx, "posted/"+postKey(pub), pub.Number, texts.PostedNow(pub.Number, link)); err != nil {
		return err
	}
	return p.Published(tx, pub, link)
}

// follow says the rest of the text.
func (p Publisher) follow(tx *storage.Tx, pub *records.Publication) error {
	text, err := TextOf(&tx.Snapshot, *pub)
	if err != nil || text.Hidden() {
		return err
	}
	rest := text.post()[1:]
	pub.Follow = len(rest)
	for i, key := range restKeys(*pub) {
		row := storage.Row{
			Chat: pub.Channel, Key: key, Class: storage.Bulk, Once: true, Message: rest[i],
			Guard: &storage.Guard{Public: &storage.Cleared{Example: pub.Number, Posting: pub.Postings, View: text.Gated}},
		}
		if _, err := tx.Put(row); err != nil {
			return err
		}
	}
	return nil
}

// Published notes that an example can be read somewhere, and thanks the unit the first
// time.
func (p Publisher) Published(tx *storage.Tx, pub records.Publication, where string) error {
	e, err := tx.Example(pub.Number)
	if err != nil {
		return err
	}
	if e.Review != report.Published {
		e.Review, pub.At = report.Published, tx.Now
		if err := tx.PutExample(e); err != nil {
			return err
		}
		if err := p.thank(tx, pub, e, where); err != nil {
			return err
		}
	}
	return tx.PutPublication(pub)
}

// Arrived is an officer's answer that a posting in doubt did arrive, as the message of
// a link; 0 if nobody knows which. Which messages the photos of an album became nobody told: the program takes
// out of a channel only what is certainly its own, so such a post is taken back by hand.
func (p Publisher) Arrived(tx *storage.Tx, pub records.Publication, link string, message int64) error {
	text, err := TextOf(&tx.Snapshot, pub)
	if err != nil {
		return err
	}
	pub.Messages, pub.Unnumbered = nil, message == 0 || len(text.View.Photos) > 1
	if !pub.Unnumbered {
		pub.Messages = []int64{message}
	}
	return p.posted(tx, pub, link)
}
