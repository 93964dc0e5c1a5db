package texts

import "fmt"

// AboutDrill is about drill.
func AboutDrill() string {
	return "Diễn tập phục hồi: phục hồi thử bản sao lưu mới nhất vào thư mục tạm, so số liệu, rồi xóa thư mục tạm. Không thay đổi dữ liệu."
}

// UsageDrill is how drill is called.
func UsageDrill() string { return "[-identity TỆP_KHÓA]" }

// DrillCounts are the figures of a backup, or by how much they grew.
type DrillCounts struct {
	Units, Members, Examples, Filings, Periods, Media int
	MediaBytes                                        int64
}

// Since is by how much records have grown; of media nothing is known.
func (c DrillCounts) Since(before DrillCounts) DrillCounts {
	return DrillCounts{
		Units: c.Units - before.Units, Members: c.Members - before.Members,
		Examples: c.Examples - before.Examples, Filings: c.Filings - before.Filings,
	}
}

// Drilled is how a drill went.
type Drilled struct {
	Folder, Made string
	Opened       bool // false: it is encrypted and was not opened
	Counted      bool // it says what it held
	Held         DrillCounts
	Grown        *DrillCounts // of the live store since; nil: the running bot holds it
}

// String words it for the operator.
func (d Drilled) String() string {
	s := fmt.Sprintf("Bản sao lưu mới nhất: %s, lúc %s.\n", d.Folder, d.Made)
	if !d.Opened {
		s += "Bản này được mã hóa: chỉ so được mã kiểm tra của các tệp mã hóa, đều khớp. Để diễn tập đầy đủ: guongsang drill -identity TỆP_KHÓA"
	} else {
		s += "Đã phục hồi thử vào thư mục tạm, đọc mọi bản ghi, rồi xóa thư mục tạm: phục hồi được."
	}
	switch {
	case !d.Counted:
		return s + "\nBản này làm từ trước khi có ghi số liệu nên không so được số liệu."
	case d.Opened:
		s += "\nSố liệu đúng như lúc sao lưu: "
	default:
		s += "\nSố liệu ghi lúc sao lưu: "
	}
	s += d.Held.String()
	if g := d.Grown; g == nil {
		s += "\nBot đang chạy nên không so được với dữ liệu hiện tại."
	} else if *g == (DrillCounts{}) {
		s += "\nTừ đó đến nay các số này không đổi."
	} else {
		s += fmt.Sprintf("\nTừ đó đến nay: %+d đơn vị, %+d thành viên, %+d gương, %+d lượt nộp.", g.Units, g.Members, g.Examples, g.Filings)
	}
	return s
}

// String lists the figures.
func (c DrillCounts) String() string {
	return fmt.Sprintf("%d đơn vị, %d thành viên, %d gương, %d lượt nộp của %d kỳ, %d ảnh và tệp (%s).",
		c.Units, c.Members, c.Examples, c.Filings, c.Periods, c.Media, Size(c.MediaBytes))
}

// Told words a drill by the clock for the admins.
func (d Drilled) Told() string {
	if !d.Opened {
		return fmt.Sprintf("Bản sao lưu mới nhất (%s) được mã hóa, máy chạy bot không giữ khóa: chỉ đối chiếu được mã kiểm tra của các tệp, đều khớp. CHƯA phục hồi thử.\n\n"+
			"Để diễn tập đầy đủ, người giữ khóa chép thư mục sao lưu sang máy khác và chạy ở đó: guongsang drill -identity TỆP_KHÓA", d.Made)
	}
	s := fmt.Sprintf("Đã diễn tập phục hồi: bản sao lưu mới nhất (%s) phục hồi được vào thư mục tạm, đọc được mọi bản ghi. Dữ liệu đang dùng không thay đổi.\n\n", d.Made)
	if !d.Counted {
		return s + "Bản này làm từ trước khi có ghi số liệu nên không so được số liệu."
	}
	return s + "Số liệu đúng như lúc sao lưu: " + d.Held.String()
}

// DrillFailed alarms the admins: the newest backup would not help.
func DrillFailed(why string) string {
	return "Báo quản trị: diễn tập phục hồi CHƯA xác nhận được là bản sao lưu mới nhất dùng được. Bot vẫn hoạt động, dữ liệu đang dùng không bị đụng đến.\n\n" +
		Cut(why, 900) + "\n\nXin xử lý sớm: khi dữ liệu hỏng thì phải nhờ đến bản sao lưu. Xử lý xong, nên bấm Sao lưu ngay; lần diễn tập sau sẽ báo kết quả."
}

// NoRoomToTry says that a backup does not fit where it is to be tried.
func NoRoomToTry(folder string, free, needed int64) string {
	return fmt.Sprintf("Chưa thử được bản sao lưu vì thư mục tạm %s chỉ còn %s, cần %s. Chưa có gì được ghi.\n"+
		"Vui lòng dọn ổ đĩa đó, hoặc đặt biến môi trường TMPDIR tới một thư mục ở ổ đĩa rộng hơn rồi chạy lại.", folder, Size(free), Size(needed))
}

// NoBackupToDrill says that there is no backup yet.
func NoBackupToDrill() string {
	return "Chưa có bản sao lưu nào trong backup.path nên chưa diễn tập được. Vui lòng sao lưu trước: guongsang backup, hoặc nút Sao lưu ngay trong Quản trị."
}

// DrillDiffers says that the figures of a backup are not those of its manifest.
func DrillDiffers(cause string) string {
	return "Bản sao lưu mới nhất mở được nhưng số liệu KHÔNG đúng như lúc sao lưu, nên không tin được. Dữ liệu đang có giữ nguyên.\n" +
		"Vui lòng sao lưu lại ngay rồi chạy lại guongsang drill; nếu vẫn vậy, giữ nguyên thư mục đó và báo người phụ trách kỹ thuật.\nChi tiết: " + cause
}
