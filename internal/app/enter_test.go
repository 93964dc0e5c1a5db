package app

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/disk"
	"guongsang/storage/records"
)

// While the messenger cannot be reached an officer records on the command line what a
// unit sent as a Word file. It counts from when it came, the file stays with it and is
// in every backup; once the bot runs again, unit and officer are told as ever.
func TestEnteredOnTheCommandLine(t *testing.T) {
	inTown(t, "2026-11-19 09:00", func(c *town) {
		c.stop()
		c.until("2026-11-21 10:00") // a day late
		store, err := storage.Open(c.cfg.Storage.Path, c.cfg.Rules())
		c.must(err)
		r := EntryRequest{
			Unit: "pt1", Period: "2026-11", How: "zalo", At: "20/11/2026 16:00", By: "Hạnh", File: "../docx/testdata/lo-form.docx",
			Answers: map[string]string{"object": "Cá nhân", "title": "Bản ba năm không có tảo hôn", "consent": "Chỉ nêu tên"},
		}
		enter := func(r EntryRequest) (string, error) {
			return Enter(context.Background(), c.cfg, store, c.now(), slog.New(slog.DiscardHandler), r)
		}
		later := r
		later.At = "22/11/2026 08:00"
		var says OperatorError
		if _, err := enter(later); !errors.As(err, &says) {
			c.fail("recorded as of tomorrow: %v", err)
		}
		said, err := enter(r)
		c.must(err)
		if !strings.Contains(said, "G-2026-0001") {
			c.fail("says %q", said)
		}
		if _, err := enter(r); !errors.As(err, &says) || !strings.Contains(err.Error(), "-yes") {
			c.fail("recorded twice: %v", err)
		}
		b, err := Backup(context.Background(), c.cfg, store, c.now(), slog.New(slog.DiscardHandler))
		c.must(err)
		c.must(store.Close())
		if len(b.Media) != 1 || len(b.Missing) != 0 {
			c.fail("%d files in the backup", len(b.Media))
		}

		c.until("2026-11-21 10:05")
		c.start()
		c.settle()
		c.look(func(tx *storage.Snapshot) error {
			e, err := tx.Example("G-2026-0001")
			st, standingErr := tx.Standing("PT1", november)
			if e.Content.Name != "Ma A Chua" || e.OnBehalf != "zalo" || e.By != c.officer.ID() || len(e.Content.Media) != 1 || st.State != report.OnTime {
				c.fail("recorded as %+v, %s", e, st.State)
			}
			page, logErr := tx.AuditLog(records.AuditQuery{Example: e.Number}, 0)
			if len(page.Lines) != 2 || page.Lines[0].Did != report.ExampleOnBehalf || page.Lines[1].By != c.officer.ID() {
				c.fail("the log says %+v", page.Lines)
			}
			return errors.Join(err, standingErr, logErr)
		})
		heard := false
		for _, m := range c.an.Chat() {
			heard = heard || m.FromBot && strings.Contains(m.Text, "G-2026-0001")
		}
		if !heard {
			c.fail("the unit did not hear of it")
		}
	})
}

// An admin has a backup made at once, is told when it is done, and sees when the last was
// made; the log says who asked for it. Others cannot.
func TestBackupAtOnce(t *testing.T) {
	inTown(t, "2026-11-09 09:00", func(c *town) {
		c.say(c.admin, texts.WordAdmin)
		c.press(c.admin, texts.LabelBackup)
		done := "Đã sao lưu xong lúc 09 giờ 0"
		all := disk.Backups(c.cfg.Backup.Path)
		if len(all) != 1 {
			c.fail("%d backups", len(all))
		}
		if m := c.admin.Chat(); !strings.HasPrefix(m[len(m)-1].Text, done) {
			c.fail("the last that the admin is told is %q", m[len(m)-1].Text)
		}
		c.say(c.admin, texts.WordAdmin)
		card := c.got(c.admin.ID(), texts.AdminTitle())
		if text := card[len(card)-1].Text; !strings.Contains(text, "Sao lưu gần nhất: 09 giờ 0") || !strings.Contains(text, "ổ đĩa còn 100 GB") {
			c.fail("the card says\n%s", text)
		}
		c.say(c.admin, texts.WordLog)
		log := c.got(c.admin.ID(), texts.LogTitle())
		if text := log[len(log)-1].Text; !strings.Contains(text, "Quản: sao lưu dữ liệu") {
			c.fail("the log says\n%s", text)
		}

		// what cannot be made is said, and nothing else is lost
		c.forgive = true
		c.must(os.RemoveAll(c.cfg.Backup.Path))
		c.must(os.WriteFile(c.cfg.Backup.Path, nil, 0o600))
		c.say(c.admin, texts.WordAdmin)
		c.press(c.admin, texts.LabelBackup)
		c.until("2026-11-09 09:30")
		if m := c.admin.Chat(); !strings.HasPrefix(m[len(m)-1].Text, "Chưa sao lưu được") {
			c.fail("the last that the admin is told is %q", m[len(m)-1].Text)
		}
		c.must(os.Remove(filepath.Clean(c.cfg.Backup.Path)))
	})
}
