package handlers

import (
	"strings"
	"testing"

	"guongsang/internal/texts"
	"guongsang/storage"
)

// The configuration names another channel while a post is on its way, or stands: links lead
// to where the post is.
func TestLinksLeadIntoTheChannelOfThePost(t *testing.T) {
	for before, link := range map[string]string{
		"-1001234567890": "https://t.me/c/1234567890/",
		"@guongcu":       "https://t.me/guongcu/",
	} {
		for _, step := range []string{"queued", "sent", "posted"} {
			t.Run(before+" "+step, func(t *testing.T) {
				h := publishingHouse(t)
				h.publication("channel=-1001234567890 wait=0s approval=none")
				h.change(func(tx *storage.Tx) error { return tx.PutChannel("@guongcu", -1001234567890) })
				h.desk.Rules.Publication.Channel = before
				postingSteps[step](h)
				h.desk.Rules.Publication.Channel = "@kenhmoi"
				h.publish()
				if got := h.publicationNow().Link; !strings.HasPrefix(got, link) {
					t.Errorf("the post stands at %q, not at %s", got, link)
				}
				if !strings.Contains(h.out.String(), link) || strings.Contains(h.out.String(), "kenhmoi") {
					t.Errorf("thanks lead elsewhere:\n%s", h.out.String())
				}
			})
		}
	}
}

// The link of a post in doubt is believed as far as it is known to be into that channel: of
// another channel it is not taken, and where nobody can tell, a person takes the post out.
func TestALinkIntoAnotherChannelNumbersNothing(t *testing.T) {
	for _, c := range []struct {
		called, link string
		taken        bool
		messages     int
	}{
		{"-1001234567890", "https://t.me/c/1234567890/57", true, 1},
		{"-1001234567890", "https://t.me/c/999999/57", false, 0},
		{"-1001234567890", "https://t.me/kenh_cua_xa/57", true, 0}, // it may be called so
		{"@guongcu", "https://t.me/GuongCu/57", true, 1},
		{"@guongcu", "https://t.me/c/1234567890/57?single", true, 1},
		{"@guongcu", "https://t.me/kenhmoi/57", true, 0},
	} {
		t.Run(c.called+" "+c.link, func(t *testing.T) {
			h := publishingHouse(t)
			h.change(func(tx *storage.Tx) error { return tx.PutChannel("@guongcu", -1001234567890) })
			h.desk.Rules.Publication.Channel = c.called
			postingSteps["doubtful"](h)
			h.pressChosen("Hạnh", "puby", h.publicationNow().Version, 1)
			h.out.Reset()
			h.say("Hạnh", c.link)
			pub := h.publicationNow()
			if taken := pub.Progress == "posted"; taken != c.taken || len(pub.Messages) != c.messages {
				t.Errorf("taken: %v, messages %v", taken, pub.Messages)
			}
			if said := strings.Contains(h.out.String(), texts.OtherChannelsLink); said == c.taken {
				t.Errorf("said is:\n%s", h.out.String())
			}
		})
	}
}

// An installation for training posts nowhere, also where the configuration has the number
// of the channel.
func TestATrainingInstallationPostsNothing(t *testing.T) {
	h := publishingHouse(t)
	h.desk.Rules.Publication.Training = true
	h.publish()
	if got, want := h.published(), "selected waiting, 0 in the channel, 0 elsewhere"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
