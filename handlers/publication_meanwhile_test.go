package handlers

import (
	"testing"
	"time"

	"guongsang/storage/records"
)

// New words for the channel wait anew where nobody has to give leave: others are to have
// the time to stop them.
func TestNewWordsWaitAnew(t *testing.T) {
	h := publishingHouse(t)
	h.desk.Rules.Publication.Wait = 24 * time.Hour
	h.postponed(time.Minute)
	for form, wait := range map[string]time.Duration{"facebook": time.Minute, "channel": 24 * time.Hour} {
		before := h.publicationNow()
		h.pressChosen("Hạnh", "pube", before.Version, form)
		h.say("Hạnh", "Ông Lò Văn Pản ở bản Dền Thàng vận động 23 hộ hiến đất làm đường.")
		p := h.publicationNow()
		if p.Version == before.Version || p.Progress != records.Waiting {
			t.Fatalf("%s: %+v\n%s", form, p, h.out.String())
		}
		if form == "channel" && !p.PostAt.Equal(h.now.Add(wait)) || form != "channel" && !p.PostAt.Equal(before.PostAt) {
			t.Errorf("%s: posted at %v", form, p.PostAt)
		}
	}
}

// What was taken back is not made public again by a place that somebody enters then.
func TestAPlaceIsNotEnteredForWhatWasTakenBack(t *testing.T) {
	h := publishingHouse(t)
	h.publish()
	meanwhile["consent back"](h)
	h.publish()
	before := h.published()
	h.pressChosen("Hạnh", "pubz", h.publicationNow().Version, "zalo")
	h.say("Hạnh", "https://zalo.me/bai/1")
	if now := h.published(); now != before {
		t.Errorf("%s, then %s", before, now)
	}
}
