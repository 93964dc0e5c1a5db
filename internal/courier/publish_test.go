package courier_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"slices"
	"testing"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/emulator"
	"guongsang/storage"
)

const channelID = -1001234567890

// grey is a photo.
func grey(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 40, 30)), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// albumPost is a post of two photos, as it is put into the outbox: by the copies of
// what is in the house.
func (w *world) albumPost(key string) storage.Row {
	w.Helper()
	row := storage.Row{Chat: channelID, Key: key, Class: storage.Bulk, Once: true, Message: chat.Message{Text: "Bài đăng"}}
	for _, original := range []string{"one", "two"} {
		hash, err := w.store.PutMedia([]byte(original))
		w.must(err)
		w.must(w.store.PutCopy(hash, grey(w.T)))
		row.Message.Album = append(row.Message.Album, chat.Attachment{Name: "anh.jpg", MIME: chat.JPEG, Hash: hash, Copy: true})
	}
	return row
}

// standing lists what of the bot's can be read in a chat.
func standing(all []emulator.Message) (texts []string) {
	for _, m := range all {
		if m.FromBot && !m.Deleted {
			texts = append(texts, m.Kind+" "+m.Text)
		}
	}
	return texts
}

// An album arrives as one, and all its parts are known; each can be taken out. What
// is too old for that is replaced, the photo as well.
func TestAlbumIsPostedAndTakenBack(t *testing.T) {
	for name, test := range map[string]struct {
		after time.Duration
		want  []string
		left  bool
	}{
		"soon": {time.Hour, nil, false},
		"late": {72 * time.Hour, []string{"photo Đã gỡ.", "photo Đã gỡ."}, true},
	} {
		t.Run(name, func(t *testing.T) {
			inBubble(t, func(w *world) {
				channel := w.srv.Channel(channelID, "Gương sáng")
				w.start()
				w.put(w.albumPost("post"))
				w.idle()
				d := w.delivery("post")
				if len(d.Album) != 2 || d.Album[0] != d.Message || d.Fate != storage.Sent {
					t.Fatalf("delivery %+v", d)
				}
				if got := standing(channel.Chat()); !slices.Equal(got, []string{"photo Bài đăng", "photo "}) {
					t.Errorf("the channel has %q", got)
				}
				w.later(test.after)
				instead := chat.Message{Text: "Đã gỡ.", File: &chat.Attachment{Name: "anh.jpg", MIME: chat.JPEG, Data: grey(t)}}
				for i, id := range d.Album {
					w.put(storage.Row{Chat: channelID, Key: []string{"a", "b"}[i], Way: storage.Delete, Target: id, Message: instead})
				}
				w.idle()
				if got := standing(channel.Chat()); !slices.Equal(got, test.want) {
					t.Errorf("the channel has %q", got)
				}
				for _, key := range []string{"a", "b"} {
					if gone := w.delivery(key); gone.Fate != storage.Sent || (gone.Message != 0) != test.left {
						t.Errorf("%s: %+v", key, gone)
					}
				}
			})
		})
	}
}

// An album that Telegram refuses goes photo by photo, each at most once: what is out is known,
// so that it can be taken out again, and what is in doubt is never repeated.
func TestRefusedAlbumGoesPhotoByPhoto(t *testing.T) {
	bad := emulator.APIError(400, "Bad Request: PHOTO_INVALID_DIMENSIONS")
	for name, test := range map[string]struct {
		single *emulator.Fault
		want   []string
		fate   storage.Fate
	}{
		"all are taken":       {nil, []string{"photo Bài đăng", "photo "}, storage.Sent},
		"the first is bad":    {&emulator.Fault{Nth: 1, Action: bad}, []string{"photo Bài đăng"}, storage.Sent},
		"the second is bad":   {&emulator.Fault{Nth: 2, Action: bad}, []string{"photo Bài đăng"}, storage.Sent},
		"all are bad":         {&emulator.Fault{Action: bad}, nil, storage.Refused},
		"too much at once":    {&emulator.Fault{Nth: 2, Action: emulator.FloodWait(9)}, []string{"photo Bài đăng"}, storage.Sent},
		"the second in doubt": {&emulator.Fault{Nth: 2, Action: emulator.DropAfter()}, []string{"photo Bài đăng", "photo "}, storage.Unsure},
	} {
		t.Run(name, func(t *testing.T) {
			inBubble(t, func(w *world) {
				channel := w.srv.Channel(channelID, "Gương sáng")
				w.srv.AddFault(emulator.Fault{Method: "sendMediaGroup", Action: bad})
				if test.single != nil {
					test.single.Method = "sendPhoto"
					w.srv.AddFault(*test.single)
				}
				w.start()
				w.put(w.albumPost("post"))
				w.idle()
				w.restart()
				w.later(2 * time.Hour)
				w.idle()
				if got := standing(channel.Chat()); !slices.Equal(got, test.want) {
					t.Errorf("the channel has %q", got)
				}
				d := w.delivery("post")
				if d.Fate != test.fate || d.Fate == storage.Sent && (len(d.Album) != len(test.want) || d.Album[0] != d.Message) {
					t.Errorf("delivery %+v", d)
				}
			})
		})
	}
}

// A post that nobody knows whether it arrived is not posted again: not by a second
// try, not by a restart, not after an outage.
func TestPostInDoubtIsNotRepeated(t *testing.T) {
	inBubble(t, func(w *world) {
		channel := w.srv.Channel(channelID, "Gương sáng")
		w.srv.AddFault(emulator.Fault{Method: "sendMediaGroup", Times: 1, Action: emulator.DropAfter()})
		w.start()
		w.put(w.albumPost("post"))
		w.idle()
		w.restart()
		w.later(2 * time.Hour)
		w.idle()
		if d := w.delivery("post"); d.Fate != storage.Unsure {
			t.Errorf("delivery %+v", d)
		}
		if got := standing(channel.Chat()); len(got) != 2 {
			t.Errorf("the channel has %q", got)
		}
	})
}

// A post waits out an outage in which nothing left, and a restart, and arrives once.
func TestPostOutlastsAnOutage(t *testing.T) {
	inBubble(t, func(w *world) {
		channel := w.srv.Channel(channelID, "Gương sáng")
		end := w.srv.AddFault(emulator.Fault{Action: emulator.RefuseConnection()})
		w.start()
		w.put(w.albumPost("post"))
		w.later(time.Hour)
		w.restart()
		w.later(time.Hour)
		end()
		w.later(time.Hour)
		w.idle()
		w.restart()
		w.idle()
		if d := w.delivery("post"); d.Fate != storage.Sent {
			t.Errorf("delivery %+v", d)
		}
		if got := standing(channel.Chat()); len(got) != 2 {
			t.Errorf("the channel has %q", got)
		}
	})
}

// A channel tells whether the bot may post there.
func TestChannelIsAskedFor(t *testing.T) {
	inBubble(t, func(w *world) {
		w.srv.Channel(channelID, "Gương sáng").Named("guongsang")
		if ch, err := w.client.Channel(w.Context(), "@guongsang"); err != nil || ch.ID != channelID || !ch.MayPost {
			t.Errorf("%+v, %v", ch, err)
		}
		w.srv.Channel(channelID-1, "Khác").Forbid()
		if ch, err := w.client.Channel(w.Context(), "-1001234567891"); err != nil || ch.MayPost {
			t.Errorf("%+v, %v", ch, err)
		}
		if _, err := w.client.Channel(w.Context(), "@nobody"); err == nil {
			t.Error("a channel that is not there is found")
		}
	})
}
