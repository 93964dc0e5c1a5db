package emulator_test

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"guongsang/internal/emulator"
)

// burst sends n messages at once, to chats in turn, and shows what passed: a dot,
// or the seconds to wait.
func (b *bench) burst(n int, chats ...int64) string {
	b.Helper()
	var got strings.Builder
	for i := range n {
		_, err := b.bot.SendMessage(b.ctx, &bot.SendMessageParams{ChatID: chats[i%len(chats)], Text: "x"})
		var flood *bot.TooManyRequestsError
		switch {
		case err == nil:
			got.WriteByte('.')
		case errors.As(err, &flood):
			fmt.Fprint(&got, flood.RetryAfter)
		default:
			b.Fatal(err)
		}
	}
	return got.String()
}

func TestRates(t *testing.T) {
	for _, test := range []struct {
		name   string
		limits emulator.Limits
		run    func(*bench) string
		want   string
	}{
		{"none", emulator.Limits{}, func(b *bench) string { return b.burst(8, 1001) }, "........"},
		{"one a second", emulator.Limits{ChatEvery: time.Second}, func(b *bench) string {
			got := b.burst(2, 1001)
			time.Sleep(999 * time.Millisecond)
			got += b.burst(1, 1001)
			time.Sleep(time.Millisecond)
			return got + b.burst(2, 1001)
		}, ".11.1"},
		{"a short burst", emulator.RealLimits(), func(b *bench) string { return b.burst(5, 1001) }, "...11"},
		{"a chat of one's own", emulator.RealLimits(), func(b *bench) string { return b.burst(7, 1001, 1002) }, "......1"},
		{"a group", emulator.Limits{GroupPerMinute: 20}, func(b *bench) string {
			got := b.burst(21, -7)
			time.Sleep(6 * time.Second)
			return got + b.burst(3, -7)
		}, "....................3..3"},
		{"a person is no group", emulator.Limits{GroupPerMinute: 2}, func(b *bench) string { return b.burst(4, 1001) }, "...."},
		{"all together", emulator.Limits{PerSecond: 4}, func(b *bench) string { return b.burst(6, 1001, 1002, -7) }, "....11"},
	} {
		t.Run(test.name, func(t *testing.T) {
			inBubble(t, emulator.Options{Limits: test.limits}, func(b *bench) {
				b.srv.Person(1002, "Tẩn Thị Mẩy").Start("")
				b.srv.Group(-7, "Khối")
				if got := test.run(b); got != test.want {
					t.Errorf("got %s, want %s", got, test.want)
				}
				b.noViolations()
			})
		})
	}
}

func TestShortWaitsAreAbsorbed(t *testing.T) {
	limits := emulator.Limits{ChatEvery: 3 * time.Second, Absorb: 8 * time.Second}
	inBubble(t, emulator.Options{Limits: limits}, func(b *bench) {
		began := time.Now()
		if got := b.burst(4, 1001); got != "...." || time.Since(began) != 9*time.Second {
			t.Errorf("%s in %v", got, time.Since(began))
		}
	})
}

func TestAlbumCountsAsItsItems(t *testing.T) {
	inBubble(t, emulator.Options{Limits: emulator.Limits{ChatEvery: time.Second, ChatBurst: 2}}, func(b *bench) {
		var media []models.InputMedia
		for i := range 3 {
			name := fmt.Sprint("attach://", i)
			media = append(media, &models.InputMediaPhoto{Media: name, MediaAttachment: strings.NewReader(string(picture(t, 4, 4)))})
		}
		if _, err := b.bot.SendMediaGroup(b.ctx, &bot.SendMediaGroupParams{ChatID: 1001, Media: media}); err != nil {
			t.Fatal(err)
		}
		if got := b.burst(1, 1001); got != "2" {
			t.Errorf("after an album: %s", got)
		}
	})
}

func TestFloodAnswerHasBothWaits(t *testing.T) {
	b := newBench(t, emulator.Options{Limits: emulator.Limits{ChatEvery: time.Hour}})
	b.burst(1, 1001)
	r, err := http.NewRequest(http.MethodGet, "https://api.telegram.org/bot"+token+"/sendMessage?chat_id=1001&text=x", nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := b.srv.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	if answer.StatusCode != 429 || answer.Header.Get("Retry-After") != "3600" {
		t.Errorf("%d, Retry-After %q", answer.StatusCode, answer.Header.Get("Retry-After"))
	}
}

func TestFaultsAndLimitsEnd(t *testing.T) {
	inBubble(t, emulator.Options{Limits: emulator.Limits{ChatEvery: time.Hour}}, func(b *bench) {
		b.srv.AddFault(emulator.Fault{Action: emulator.FloodWait(7)})
		got := b.burst(1, 1001)
		b.srv.ClearFaults()
		got += b.burst(2, 1001)
		b.srv.SetLimits(emulator.Limits{})
		if got += b.burst(2, 1001); got != "7.3600.." {
			t.Errorf("got %s", got)
		}
	})
}
