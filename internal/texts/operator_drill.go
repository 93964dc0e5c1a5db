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
	h := d.Held
	s += fmt.Sprintf("%d đơn vị, %d thành viên, %d gương, %d lượt nộp của %d kỳ, %d ảnh và tệp (%s).",
		h.Units, h.Members, h.Examples, h.Filings, h.Periods, h.Media, Size(h.MediaBytes))
	if g := d.Grown; g == nil {
		s += "\nBot đang chạy nên không so được với dữ liệu hiện tại."
	} else if *g == (DrillCounts{}) {
		s += "\nTừ đó đến nay các số này không đổi."
	} else {
		s += fmt.Sprintf("\nTừ đó đến nay: %+d đơn vị, %+d thành viên, %+d gương, %+d lượt nộp.", g.Units, g.Members, g.Examples, g.Filings)
	}
	return s
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
