package texts

import (
	"fmt"

	"guongsang/internal/report"
)

// WordContact asks to see and change the own name and phone.
const WordContact = "Họ tên, số điện thoại của tôi"

// LabelChangeContact changes what was just kept.
const LabelChangeContact = "Sửa lại"

// contactExample shows how it is written.
const contactExample = "ví dụ: Lò Thị Mai, 0912 345 678"

// ContactWords are the words by which people name what follows, when they are asked
// who they are; the longer before those that they begin with.
func ContactWords() []string {
	return []string{"họ và tên tôi là", "họ và tên", "họ tên tôi là", "họ tên", "tên tôi là", "tôi tên là", "tôi là", "tên là", "số điện thoại của tôi là", "số điện thoại là", "số điện thoại", "điện thoại", "sđt", "đt"}
}

// AskContactFirst asks somebody who has just come in for the name and the phone.
func (o Office) AskContactFirst() string {
	return fmt.Sprintf("Để %s gọi khi cần, %s cho biết họ tên và số điện thoại trong một tin, %s. Không muốn cho số thì chỉ ghi họ tên.\n"+
		"Chỉ cơ quan thường trực và thủ trưởng đơn vị xem được, không đăng ở đâu.", o.Agency, o.You, contactExample)
}

// AskContact asks for the name and phone of a member, one's own or another's.
func AskContact(m report.Member, own bool) string {
	head := "Đang ghi"
	if !own {
		head = "Người này đang ghi"
	}
	return fmt.Sprintf("%s: %s. Nhắn họ tên, số điện thoại mới, hoặc một trong hai, %s.", head, contact(m), contactExample)
}

// ContactKept repeats what was kept.
func ContactKept(m report.Member) string {
	return fmt.Sprintf("Đã ghi: %s. Sau này muốn sửa, nhắn /toi.", contact(m))
}

// ContactSkipped says how it can be given later.
func ContactSkipped() string {
	return "Được, để sau. Khi nào muốn ghi họ tên, số điện thoại, nhắn /toi."
}

// ContactUnreadable asks again.
func ContactUnreadable() string {
	return "Chưa đọc được họ tên hay số điện thoại. Vui lòng nhắn lại, " + contactExample + "."
}

func contact(m report.Member) string { return Person(m.Name) + ", " + phoneOrNone(m) }
