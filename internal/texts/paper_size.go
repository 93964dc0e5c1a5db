package texts

import "fmt"

// Volume names a part of a document that is sent in several files.
func Volume(n, of int) string { return fmt.Sprintf("Tập %d/%d", n, of) }

// VolumeSays stands under a volume: which part it is, and what it lists, counted from 1.
func VolumeSays(n, of, first, last int) string {
	return fmt.Sprintf("%s: gương số %d đến %d. Văn bản quá lớn cho một tệp nên chia thành %d tập; phần chung có trong mỗi tập.", Volume(n, of), first, last, of)
}

// VolumeOfPackage stands under a part of a package of files.
func VolumeOfPackage(n, of int) string {
	return fmt.Sprintf("%s: gói quá lớn cho một tệp nên chia thành %d tập.", Volume(n, of), of)
}

// PhotosShrunk says that photos are coarser than they could be.
func PhotosShrunk() string {
	return "Ảnh trong văn bản đã thu nhỏ để tệp gửi được."
}

// VolumeFile is the name of a volume as a file, without its ending.
func VolumeFile(name string, n, of int) string { return fmt.Sprintf("%s-tap-%d-%d", name, n, of) }

// PaperTooLarge says that a document is too large to be sent, however it is cut.
func (o Office) PaperTooLarge(kind string) string {
	return fmt.Sprintf("%s quá lớn nên không gửi qua Telegram được, dù đã thu nhỏ ảnh và chia tập. Dữ liệu không bị ảnh hưởng. Nếu cơ quan dùng mẫu riêng, vui lòng bỏ bớt ảnh trong mẫu; nếu vẫn lỗi, xin liên hệ %s.",
		PaperName(kind), o.Contact)
}
