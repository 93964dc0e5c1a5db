package publication

import (
	"regexp"
	"strconv"
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/publisher"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage/records"
)

// post puts a publication into the waiting room.
func post(t *turn.Turn, c chosen) error {
	switch c.pub.Progress {
	case records.Chosen, records.Submitted, records.Approved:
	default:
		return t.Stale()
	}
	text, err := textOf(&t.Reading, c)
	switch {
	case err != nil:
		return err
	case text.Hidden():
		return t.Toast(texts.PublicityHidden)
	case t.Rules.Publication.Channel == "":
		return t.Toast(texts.NoChannelSet)
	case !publisherOf(&t.Reading).MayLeave(c.pub, text):
		return t.Toast(texts.LeaveNeeded)
	}
	c.pub.Progress, c.pub.Since, c.pub.By = records.Waiting, t.Tx.Now, t.Member.ID
	c.pub.PostAt = t.Tx.Now.Add(t.Rules.Publication.Wait)
	if c, err = keep(t, c, report.PostingOrdered); err != nil {
		return err
	}
	if err := tellWaits(t, c, t.Office.WillPost(c.pub.Number, c.pub.PostAt)); err != nil {
		return err
	}
	if publisherOf(&t.Reading).Chat(t.Reading.Tx) == 0 {
		if err := t.Toast(texts.ChannelNotSeen); err != nil {
			return err
		}
	}
	return showPage(&t.Reading, c)
}

// tellWaits tells colleagues of what waits to be posted, so that they can stop it.
func tellWaits(t *turn.Turn, c chosen, text string) error {
	return t.TellColleagues(chat.Message{Text: text, Buttons: turn.Column(
		turn.Button(texts.LabelStopPost, verbStop, c.pub.Number, c.pub.Version), turn.Button(texts.LabelOpenPublicity, verbPage, c.pub.Number))})
}

// postSoon ends the waiting room early, where a leader gave leave.
func postSoon(t *turn.Turn, c chosen) error {
	switch {
	case c.pub.Progress != records.Waiting:
		return t.Stale()
	case !c.pub.Ruling.Yes || c.pub.Ruling.Alone:
		return t.Toast(texts.LeaderNeeded)
	}
	c.pub.PostAt = t.Tx.Now
	c, err := keep(t, c, report.PostingHastened)
	if err != nil {
		return err
	}
	return showPage(&t.Reading, c)
}

// stop ends a posting that is not in the channel yet.
func stop(t *turn.Turn, c chosen) error {
	if c.pub.Progress != records.Waiting && c.pub.Progress != records.Queued {
		return t.Stale()
	}
	note := texts.PostingStopped(c.pub.Number, t.Member.Name)
	if c.pub.Progress == records.Queued {
		note = texts.NotStoppedYet
	}
	if err := t.Tx.Audit(t.Member.ID, report.PostingStopped, c.example.Ref()); err != nil {
		return err
	}
	if err := publisherOf(&t.Reading).Stop(t.Tx, c.pub); err != nil {
		return err
	}
	if err := t.TellColleagues(chat.Message{Text: texts.PostingStopped(c.pub.Number, t.Member.Name)}); err != nil {
		return err
	}
	return t.Show(chat.Message{Text: note, Buttons: turn.Column(turn.Button(texts.LabelOpenPublicity, verbPage, c.pub.Number))})
}

// resolve takes the answer where nobody knew whether a posting arrived.
func resolve(t *turn.Turn, c chosen, yes bool) error {
	if c.pub.Progress != records.Doubtful {
		return t.Stale()
	}
	if yes {
		return askLink(&t.Reading, c)
	}
	c.pub.Progress, c.pub.Since = records.Approved, t.Tx.Now
	c, err := keep(t, c, report.PostingNotArrived)
	if err != nil {
		return err
	}
	return showPage(&t.Reading, c)
}

// askLink asks for the link of a post.
func askLink(t *turn.Reading, c chosen) error {
	t.Ask(questionLink, c.pub.Number, c.pub.Version)
	return t.Say(chat.Message{Text: texts.AskPostedLink, Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
}

// linkForm is a link to a message of a channel.
var linkForm = regexp.MustCompile(`^https://(?:t\.me|telegram\.me)/(c/\d+|\w+)/(\d+)(?:\?\S*)?$`)

// takeLink takes the link of a post that arrived after all. The number in it is taken for
// that of the bot's own message only where the link is into the channel of the posting:
// else what is taken out with it one day would be somebody else's.
func takeLink(t *turn.Turn, c chosen) error {
	if c.pub.Progress != records.Doubtful {
		return t.Stale()
	}
	link := strings.TrimSpace(t.Event.Text)
	found := linkForm.FindStringSubmatch(link)
	if found == nil {
		return t.Say(chat.Message{Text: texts.BadPostedLink, Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
	}
	var message int64
	if publisher.Leads(found[1], c.pub) {
		message, _ = strconv.ParseInt(found[2], 10, 64)
	} else if strings.HasPrefix(found[1], "c/") { // another channel for certain
		return t.Say(chat.Message{Text: texts.OtherChannelsLink, Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
	}
	t.CloseQuestion()
	if err := t.Tx.Audit(t.Member.ID, report.PostingArrived, c.example.Ref()); err != nil {
		return err
	}
	if err := publisherOf(&t.Reading).Arrived(t.Tx, c.pub, link, message); err != nil {
		return err
	}
	c, err := again(&t.Reading, c)
	if err != nil {
		return err
	}
	return showPage(&t.Reading, c)
}
