package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"guongsang/internal/texts"
	"guongsang/storage/disk"
)

// A disk that is nearly full is told of once, and again a week later for as
// long as it is; who makes room and fills it again is told anew. (ATTACKS 6)
func TestDiskNearlyFull(t *testing.T) {
	const alarm = "Báo quản trị: ổ đĩa"
	inTown(t, "2026-11-09 09:00", func(c *town) {
		c.until("2026-11-09 12:00")
		c.expect(c.admin, alarm, 0)
		c.free.Store(300 << 20)
		c.until("2026-11-10 12:00")
		c.expect(c.admin, alarm, 1)
		c.expect(c.officer, alarm, 0)
		if m := c.got(c.admin.ID(), alarm)[0]; !strings.Contains(m.Text, "còn 300 MB") || !strings.Contains(m.Text, "guongsang check") {
			c.fail("the alarm says\n%s", m.Text)
		}
		c.stop()
		c.start()
		c.until("2026-11-15 12:00")
		c.expect(c.admin, alarm, 1)
		c.until("2026-11-17 12:00")
		c.expect(c.admin, alarm, 2)
		c.free.Store(1100 << 20) // enough just so: nothing new
		c.until("2026-11-17 18:00")
		c.free.Store(900 << 20)
		c.until("2026-11-18 12:00")
		c.expect(c.admin, alarm, 2)
		c.free.Store(0)
		c.until("2026-11-18 14:00")
		c.free.Store(900 << 20)
		c.until("2026-11-18 16:00")
		c.expect(c.admin, alarm, 3)
	})
}

// A photo of a draft that was thrown away goes, with its copy, a week after it
// was found unused; one that was sent stays.
func TestUnusedPhotosGo(t *testing.T) {
	inTown(t, "2026-11-09 09:00", func(c *town) {
		c.an.Photo(picture(0), "")
		c.settle()
		c.press(c.an, texts.WordCancel)
		c.press(c.an, texts.ToDrop)
		c.binh.Photo(picture(1), "")
		c.settle()
		if n := c.filesKept(); n != 4 { // two photos, two copies
			c.fail("%d files at first", n)
		}
		c.until("2026-11-15 12:00")
		if n := c.filesKept(); n != 4 {
			c.fail("%d files within the week", n)
		}
		c.until("2026-11-18 12:00")
		if n := c.filesKept(); n != 2 {
			c.fail("%d files after it", n)
		}
	})
}

// filesKept counts the files in the house.
func (b *bubble) filesKept() int {
	found, err := filepath.Glob(filepath.Join(b.cfg.Storage.Path, "media", "*", "*"))
	b.must(err)
	return len(found)
}

// Half a backup that a crash left is gone after the next start.
func TestHalfBackupsAreSwept(t *testing.T) {
	inTown(t, "2026-11-09 09:00", func(c *town) {
		c.stop()
		half := filepath.Join(c.cfg.Backup.Path, "guongsang-20261108-013000.part")
		c.must(os.MkdirAll(half, 0o700))
		c.must(os.WriteFile(filepath.Join(half, disk.FileName), []byte("half"), 0o600))
		c.start()
		if _, err := os.Stat(half); !os.IsNotExist(err) {
			c.fail("it stays: %v", err)
		}
	})
}
