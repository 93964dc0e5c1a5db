package texts

import (
	"cmp"
	"fmt"
	"strings"
	"time"
)

// LabelBackup has a backup made.
const LabelBackup = "Sao lưu ngay"

// WordsBackup are the words that order one.
func WordsBackup() []string { return []string{LabelBackup, "Sao lưu", "Sao lưu dữ liệu"} }

// A Health is how the program fares, as an admin is shown it.
type Health struct {
	At          time.Time
	Members     int
	Unreachable int

	Inbox, Outbox, Dead, Fetches int // what waits; Dead was set aside

	Version    string
	LastBackup time.Time // zero: there is none
	NextBackup time.Time // zero: none is planned
	Verified   time.Time // when a backup was last known to be good; zero: never
	Store      int64     // bytes of the data
	Free       int64     // bytes that can still be written; less than nothing: not known
	Short      bool      // that is too little
}

// AdminCard is what an admin sees of the program.
func (o Office) AdminCard(h Health) string {
	lines := []string{
		fmt.Sprintf("Đến %s:", o.Moment(h.At)),
		fmt.Sprintf("• Người dùng: %s (mất liên lạc: %s)", Number(h.Members), Number(h.Unreachable)),
		fmt.Sprintf("• Đang chờ: %s tin đến, %s tin đi, %s tệp phải tải", Number(h.Inbox), Number(h.Outbox), Number(h.Fetches)),
		fmt.Sprintf("• Tin không xử lý được, đã cất riêng: %s", Number(h.Dead)),
	}
	if h.Version == "" { // of a program that was put together otherwise nothing else is known
		return strings.Join(lines, "\n")
	}
	backup := "chưa có"
	if !h.LastBackup.IsZero() {
		backup = o.Moment(h.LastBackup)
	}
	if !h.NextBackup.IsZero() {
		backup += "; lần tới " + o.Moment(h.NextBackup)
	}
	if !h.Verified.IsZero() {
		backup += "; đã kiểm tra " + o.Moment(h.Verified)
	}
	lines = append(lines, "• Sao lưu gần nhất: "+backup, "• Dữ liệu: "+Size(h.Store)+freeSpace(h), "• Phiên bản: "+h.Version)
	return strings.Join(lines, "\n")
}

func freeSpace(h Health) string {
	switch {
	case h.Free < 0:
		return ""
	case h.Short:
		return "; ổ đĩa chỉ còn " + Size(h.Free) + ", cần dọn bớt"
	}
	return "; ổ đĩa còn " + Size(h.Free)
}

// Size says how many bytes there are.
func Size(bytes int64) string {
	switch {
	case bytes >= 10<<30:
		return Number(int(bytes>>30)) + " GB"
	case bytes >= 1<<20:
		return Number(int(bytes>>20)) + " MB"
	}
	return Number(int(cmp.Or((bytes+1023)>>10, 1))) + " KB"
}

// BackupBegun says that a backup is being made.
func BackupBegun() string {
	return "Đang sao lưu. Có thể làm việc khác; xong sẽ báo tại đây."
}

// BackupDone says that it was.
func (o Office) BackupDone(at time.Time, bytes int64, media, missing int) string {
	return fmt.Sprintf("Đã sao lưu xong lúc %s. %s", o.Moment(at), BackupHolds(bytes, media, missing))
}

// BackupHolds says how much is in a backup.
func BackupHolds(bytes int64, media, missing int) string {
	s := fmt.Sprintf("Dữ liệu %s, %s ảnh và tệp.", Size(bytes), Number(media))
	if missing > 0 {
		s += fmt.Sprintf(" Thiếu %s ảnh, tệp không còn trên đĩa.", Number(missing))
	}
	return s
}
