package emulator_test

import (
	"testing"
	"time"

	"github.com/go-telegram/bot"

	"guongsang/internal/emulator"
)

// TestClock moves the clock of the dates about. All that waits goes by the real
// time.
func TestClock(t *testing.T) {
	shift := time.Duration(0)
	options := emulator.Options{Clock: func() time.Time { return time.Now().Add(shift) }}
	inBubble(t, options, func(b *bench) {
		shift = 30 * 24 * time.Hour
		shifted := time.Now().Add(shift)
		said := b.an.Say("hỏi")
		m := b.send("đáp", "Nút", "d")
		if int64(m.Date) != shifted.Unix() || !b.an.Last().At.Equal(shifted) {
			t.Errorf("sent at %d and %v, want %v", m.Date, b.an.Last().At, shifted)
		}
		query := b.an.Press(m.ID, "d")
		b.an.Block()
		b.an.Unblock()

		shift += 3 * 24 * time.Hour
		shifted = time.Now().Add(shift)
		if _, err := b.bot.AnswerCallbackQuery(b.ctx, &bot.AnswerCallbackQueryParams{CallbackQueryID: query}); err != nil {
			t.Errorf("answering a press of this moment: %v", err)
		}
		if toasts := b.an.Toasts(); len(toasts) != 1 || !toasts[0].At.Equal(shifted) {
			t.Errorf("toasts %+v", toasts)
		}
		if _, err := b.bot.EditMessageText(b.ctx, &bot.EditMessageTextParams{ChatID: b.an.ID(), MessageID: m.ID, Text: "sửa"}); err != nil {
			t.Fatal(err)
		}
		if at := b.an.Last().EditedAt; !at.Equal(shifted) {
			t.Errorf("edited at %v, want %v", at, shifted)
		}
		if err := b.an.EditText(said, "hỏi lại"); err != nil {
			t.Fatal(err)
		}

		got := b.poll(offset(1001))
		if len(got) != 5 {
			t.Fatalf("%d updates, want 5: %+v", len(got), got)
		}
		asked, kicked, edited := got[0].Message, got[2].Member, got[4].Edited
		if want := shifted.Add(-3 * 24 * time.Hour).Unix(); int64(asked.Date) != want || int64(kicked.Date) != want || int64(edited.Date) != want {
			t.Errorf("dates %d, %d, %d, want %d", asked.Date, kicked.Date, edited.Date, want)
		}
		if int64(edited.EditDate) != shifted.Unix() {
			t.Errorf("edit date %d", edited.EditDate)
		}

		shift = -time.Hour
		time.Sleep(23 * time.Hour)
		if n := b.srv.Pending(); n != 4 { // the press is over
			t.Errorf("%d updates wait after 23 h", n)
		}
		time.Sleep(time.Hour)
		if n := b.srv.Pending(); n != 0 {
			t.Errorf("%d updates wait after a day", n)
		}
	})
}
