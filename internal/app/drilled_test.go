package app

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"filippo.io/age"

	"guongsang/storage/disk"
)

// Every week the newest backup is tried by itself and the admins are told how that
// went, once and with figures; what is wrong with it is an alarm.
func TestDrillByTheClock(t *testing.T) {
	const good, alarm = "Đã diễn tập phục hồi", "Báo quản trị: diễn tập phục hồi"
	t.Setenv("TMPDIR", t.TempDir())
	inBubble(t, bubbleConfig(), "2026-11-05 08:00", func(b *bubble) {
		c := newTown(b)
		c.until("2026-11-09 07:00")
		c.expect(c.admin, good, 0)
		c.until("2026-11-09 08:00")
		c.expect(c.admin, good, 1)
		if says := c.got(c.admin.ID(), good)[0].Text; !strings.Contains(says, "Số liệu đúng như lúc sao lưu: ") || !strings.Contains(says, " đơn vị, ") {
			c.fail("told %q", says)
		}
		if at := LastVerified(c.cfg); !at.Equal(c.at("2026-11-09 07:30")) {
			c.fail("last verified %s", at)
		}
		c.stop()
		c.start()
		c.until("2026-11-16 07:20")
		c.expect(c.admin, good, 1)
		c.forgive = true
		spoil(b)
		c.until("2026-11-16 08:00")
		c.expect(c.admin, good, 1)
		c.expect(c.admin, alarm, 1)
		c.until("2026-11-17 08:00") // told once
		c.expect(c.admin, alarm, 1)
		c.must(os.RemoveAll(c.cfg.Backup.Path))
		c.must(os.WriteFile(c.cfg.Backup.Path, nil, 0o600))
		c.until("2026-11-23 08:00")
		c.expect(c.admin, alarm, 2)
		c.must(os.Remove(c.cfg.Backup.Path))
	})
}

// spoil changes a byte of the newest backup's store.
func spoil(c *bubble) {
	all := disk.Backups(c.cfg.Backup.Path)
	path := filepath.Join(all[len(all)-1], disk.FileName)
	content, err := os.ReadFile(path)
	c.must(err)
	content[len(content)/2] ^= 1
	c.must(os.WriteFile(path, content, 0o600))
}

// Of an encrypted backup the drill by the clock says plainly that it was not opened,
// and how to do that.
func TestDrillByTheClockOfASealedOne(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	id, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	cfg := bubbleConfig()
	cfg.Backup.Recipients = []string{id.Recipient().String()}
	inBubble(t, cfg, "2026-11-08 08:00", func(b *bubble) {
		c := newTown(b)
		c.until("2026-11-09 08:00")
		told := c.got(c.admin.ID(), "Bản sao lưu mới nhất")
		if len(told) != 1 || !strings.Contains(told[0].Text, "CHƯA phục hồi thử") || !strings.Contains(told[0].Text, "drill -identity") {
			c.fail("told %+v", told)
		}
	})
}

// Without the key, and in a folder that is too small, a backup is not tried at all.
func TestNoRoomToTry(t *testing.T) {
	m := disk.Manifest{Store: disk.CopiedFile{Size: 3 << 30}, Media: []disk.CopiedFile{{Size: 1 << 30}}}
	free := func(string) (uint64, error) { return 4 << 30, nil }
	err := roomToTry(m, free)
	if room := (NoRoomError{}); !errors.As(fmt.Errorf("verifying: %w", err), &room) || room.Needed != 4<<30+16<<20 {
		t.Errorf("%v", err)
	}
	if says := Explain(err); !strings.Contains(says, "TMPDIR") || !strings.Contains(says, "4.096 MB") {
		t.Errorf("the operator is told %q", says)
	}
	m.Media = nil
	if err := roomToTry(m, free); err != nil {
		t.Error(err)
	}
}

// A program that stops does not wait for a drill, and says nothing of it.
func TestDrillIsLeftWhenTheProgramStops(t *testing.T) {
	cfg := Defaults()
	cfg.Backup.Path = t.TempDir()
	ctx, stop := context.WithCancel(t.Context())
	p := &Program{cfg: cfg}
	p.copying.Lock() // a backup is under way
	stop()
	if says, err := p.drillDue(ctx, time.Now()); says != "" || !errors.Is(err, context.Canceled) {
		t.Errorf("%q, %v", says, err)
	}
}

// What a clock that was ahead left behind takes the place of nothing: the backup that was
// just made stays, and is the one that is drilled with.
func TestBackupsOfAClockThatWasAhead(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	cfg := bubbleConfig()
	cfg.Backup.Keep = 1
	inBubble(t, cfg, "2026-11-08 20:00", func(b *bubble) {
		c := newTown(b)
		ahead := filepath.Join(c.cfg.Backup.Path, "guongsang-20270501-013000")
		c.must(os.MkdirAll(ahead, 0o700))
		c.until("2026-11-09 08:00")
		if all := disk.Backups(c.cfg.Backup.Path); len(all) != 1 || filepath.Base(all[0]) != "guongsang-20261109-013000" {
			c.fail("left are %q", all)
		}
		c.expect(c.admin, "Đã diễn tập phục hồi: bản sao lưu mới nhất (01 giờ 30, 09/11/2026)", 1)
	})
	dir := t.TempDir()
	for _, name := range []string{"guongsang-20261109-013000", "guongsang-20270501-013000"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	for now, want := range map[time.Time]string{
		time.Date(2026, 11, 10, 0, 0, 0, 0, time.UTC): "guongsang-20261109-013000",
		time.Date(2027, 5, 2, 0, 0, 0, 0, time.UTC):   "guongsang-20270501-013000",
		time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC):   "guongsang-20270501-013000",
	} {
		if got := disk.NewestBackup(dir, now, time.UTC); filepath.Base(got) != want {
			t.Errorf("%s: %s, not %s", now, got, want)
		}
	}
}

// An address that another program has is named, with what to change.
func TestExplainTakenAddress(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	_, err = net.Listen("tcp", taken.Addr().String())
	if says := Explain(fmt.Errorf("serving: %w", err)); !strings.Contains(says, "đã có chương trình khác dùng") || !strings.Contains(says, taken.Addr().String()) {
		t.Errorf("the operator is told %q", says)
	}
}
