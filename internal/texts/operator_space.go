package texts

import (
	"fmt"
	"strings"
)

// What the operator and the admins read about space on the disk.

// Bytes writes a number of bytes as people read it: 3,1 GB.
func Bytes(n int64) string {
	const kb, mb, gb = 1 << 10, 1 << 20, 1 << 30
	switch {
	case n >= gb:
		return decimal(float64(n)/gb) + " GB"
	case n >= mb:
		return decimal(float64(n)/mb) + " MB"
	case n >= kb:
		return decimal(float64(n)/kb) + " KB"
	}
	return fmt.Sprintf("%d byte", n)
}

// decimal writes one decimal, with a comma.
func decimal(f float64) string {
	return strings.TrimSuffix(strings.ReplaceAll(fmt.Sprintf("%.1f", f), ".", ","), ",0")
}

// AboutCompact is about compact.
func AboutCompact() string {
	return "Thu nhỏ tệp dữ liệu: trả lại cho ổ đĩa phần trống trong tệp. Chạy khi bot đã dừng."
}

// Compacted says how much smaller the store is.
func Compacted(before, after int64) string {
	return fmt.Sprintf("Đã thu nhỏ tệp dữ liệu từ %s còn %s. Nội dung giữ nguyên, đã kiểm tra.\nCó thể chạy lại bot: guongsang run", Bytes(before), Bytes(after))
}

// A Space is where the room on the disk goes, in bytes.
type Space struct {
	Store, StoreFree int64 // the store's file, and what of it is free; -1: not known, the bot is running
	Photos, Files    int64
	PhotoCount       int
	FileCount        int
	Backups          int64
	Copies           int
	Aside            int64 // stores that a restore put aside
	Free             int64 // still free on the disk of the data
	FreeBackup       int64 // on the disk of the backups
	Worth            bool  // whether compact pays
}

// SpaceUsed says where the room on the disk goes.
func SpaceUsed(s Space) string {
	store := "    tệp dữ liệu: " + Bytes(s.Store)
	if s.StoreFree >= 0 {
		store += ", trong đó trống " + Bytes(s.StoreFree)
	}
	if s.Worth {
		store += " (thu nhỏ: guongsang compact)"
	}
	lines := []string{
		"  Dung lượng:", store,
		fmt.Sprintf("    ảnh: %s (%d ảnh)", Bytes(s.Photos), s.PhotoCount),
		fmt.Sprintf("    tệp khác, văn bản đã lập: %s (%d tệp)", Bytes(s.Files), s.FileCount),
		fmt.Sprintf("    sao lưu: %s (%d bản; ảnh chung chỉ tính một lần)", Bytes(s.Backups), s.Copies),
	}
	if s.Aside > 0 {
		lines = append(lines, fmt.Sprintf("    dữ liệu cũ cất lại khi phục hồi (%s): %s, có thể xóa khi chắc chắn không cần", "*.replaced-*", Bytes(s.Aside)))
	}
	lines = append(lines, fmt.Sprintf("    ổ đĩa còn trống: %s (dữ liệu), %s (sao lưu)", Bytes(s.Free), Bytes(s.FreeBackup)),
		"    nhật ký: bot không ghi ra tệp")
	return strings.Join(lines, "\n")
}

// DataFolder names where the data lie.
func DataFolder() string { return "thư mục dữ liệu" }

// BackupFolder names where the backups lie.
func BackupFolder() string { return "thư mục sao lưu" }

// SpaceShort says that a disk is nearly full, in check.
func SpaceShort(places []string, free, needed int64) string {
	return fmt.Sprintf("Ổ đĩa của %s chỉ còn %s, nên có ít nhất %s. Vui lòng dọn bớt hoặc tăng dung lượng.", enumerate(places), Bytes(free), Bytes(needed))
}

// BackupFolderUnfit says that no backup can be put into its folder, or read there.
func BackupFolderUnfit(path, cause string) string {
	return fmt.Sprintf("Tài khoản này chưa đọc và ghi được thư mục sao lưu %s, nên bot sẽ không sao lưu được. Vui lòng tạo thư mục, giao cho tài khoản chạy bot, hoặc đổi backup.path. Chi tiết: %s", path, cause)
}

// DiskNearlyFull tells the admins that a disk is nearly full, and what to do.
func DiskNearlyFull(places []string, free, needed int64) string {
	return fmt.Sprintf("Báo quản trị: ổ đĩa của máy chạy bot sắp đầy. %s chỉ còn %s, cần ít nhất %s. Khi đầy, bot không nhận và không sao lưu thêm được; những gì đã nhận vẫn còn nguyên.\n"+
		"Việc cần làm: chạy lệnh guongsang check trên máy để xem dung lượng nằm ở đâu; chuyển bớt bản sao lưu cũ sang máy khác; hoặc tăng dung lượng ổ đĩa.",
		Cap(enumerate(places)), Bytes(free), Bytes(needed))
}
