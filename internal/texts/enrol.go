package texts

import (
	"fmt"
	"time"

	"guongsang/internal/letters"
	"guongsang/internal/report"
)

// Stranger is the one sentence for an account that is no member.
func (o Office) Stranger() string {
	return fmt.Sprintf("Kính chào %s! Đây là kênh tiếp nhận gương điển hình tiên tiến, người tốt việc tốt, mô hình mới. "+
		"Vui lòng nhập mã mời (14 ký tự) để bắt đầu; nếu chưa có mã, xin liên hệ cơ quan đã gửi liên kết này.", o.You)
}

// WrongCode refuses a code, whatever was wrong with it.
func WrongCode(left int) string {
	return fmt.Sprintf("Mã mời chưa đúng hoặc đã hết hiệu lực. Còn %d lần thử. Vui lòng kiểm tra lại từng ký tự hoặc xin mã mới.", left)
}

// LockedOut says until when codes are not accepted.
func (o Office) LockedOut(until time.Time) string {
	return fmt.Sprintf("Mã mời chưa đúng nhiều lần nên phải tạm dừng. Vui lòng thử lại sau %s, hoặc xin mã mới ở cơ quan đã mời.", o.Moment(until))
}

// LockedOutAlarm tells the admins about an account that guesses codes.
func (o Office) LockedOutAlarm(account int64, until time.Time) string {
	return fmt.Sprintf("Báo quản trị: tài khoản %d đã nhập mã mời chưa đúng năm lần trong một giờ và được tạm khóa đến %s. "+
		"Nếu là người của đơn vị, có thể cấp mã mới.", account, o.Moment(until))
}

// WelcomeTitle greets who has just got in.
func (o Office) WelcomeTitle() string { return "Kính chào " + o.You + "!" }

// Enrolled says what the new member may do here, with the notice about
// personal data (Law 91/2025/QH15), which for those who send examples is another.
func (o Office) Enrolled(post string, sends bool) string {
	notice := o.PrivacyNoticeReading()
	if sends {
		notice = o.PrivacyNotice()
	}
	return fmt.Sprintf("Đã ghi nhận %s là %s.\n\n%s", o.You, post, notice)
}

// PrivacyNoticeReading says to who sends no examples of a unit, but reads them, what
// becomes of personal data.
func (o Office) PrivacyNoticeReading() string {
	return fmt.Sprintf("Thông báo về dữ liệu cá nhân: %s giữ họ tên, tên tài khoản và vai trò của %s để gửi tin và ghi lại việc đã làm; "+
		"dữ liệu lưu trên máy chủ của cơ quan, tin nhắn đi qua Telegram (máy chủ ở nước ngoài). "+
		"Thông tin về người được giới thiệu xem tại đây chỉ dùng cho công việc; chỉ đăng tên, ảnh khi người đó đồng ý. "+
		"Muốn xem, sửa hoặc xóa dữ liệu, xin liên hệ %s.", o.Agency, o.You, o.Contact)
}

// PrivacyNotice says to who sends examples what becomes of personal data.
func (o Office) PrivacyNotice() string {
	return fmt.Sprintf("Thông báo về dữ liệu cá nhân: %s thu thập họ tên, đơn vị, nội dung và ảnh do %s gửi để tổng hợp, tuyên truyền, "+
		"đề xuất khen thưởng; dữ liệu lưu trên máy chủ của cơ quan, tin nhắn đi qua Telegram (máy chủ ở nước ngoài). "+
		"Chỉ đăng tên, ảnh khi người được giới thiệu đồng ý. Không gửi tài liệu mật, số căn cước, địa chỉ chi tiết. "+
		"Muốn xem, sửa hoặc xóa dữ liệu, xin liên hệ %s.", o.Agency, o.You, o.Contact)
}

// PostOf names a post: đầu mối chính của Xã Dào San (PT042).
func PostOf(p report.Post, unit string) string {
	switch p.Role {
	case report.Focal:
		if p.Deputy {
			return "đầu mối dự phòng của " + unit
		}
		return "đầu mối chính của " + unit
	case report.Head:
		return "thủ trưởng của " + unit
	case report.BlockHead:
		return headOfBlock(p.Block)
	}
	return Role(p.Role)
}

// AlsoServes tells a member who already served elsewhere.
func (o Office) AlsoServes(post string, units int) string {
	s := "Đã thêm vai trò: " + post + "."
	if units > 1 {
		s += fmt.Sprintf(" %s đang phụ trách %d đơn vị; khi gửi, tôi sẽ hỏi gửi cho đơn vị nào.", Cap(o.You), units)
	}
	return s
}

// InviteUsed tells who made an invite that it was used.
func InviteUsed(name, post string) string {
	return fmt.Sprintf("%s vừa vào, là %s. Không đúng người thì bấm %s.", Person(name), post, LabelRemove)
}

// InviteUsedPlain is the same for somebody who cannot undo it.
func InviteUsedPlain(name, post string) string {
	return fmt.Sprintf("%s vừa vào, là %s.", Person(name), post)
}

// Person names an account, also one of which no name is known.
func Person(name string) string {
	if !letters.Visible(name) {
		return "người dùng chưa đặt tên"
	}
	return Cut(name, 60)
}

// AccountName is the name that an account gave itself, or its number if nothing
// of the name can be seen.
func AccountName(name string, account int64) string {
	if !letters.Visible(name) {
		return fmt.Sprintf("Tài khoản %d", account)
	}
	return name
}

// NowDeputy tells a focal point that somebody took over.
func (o Office) NowDeputy(successor, unit string) string {
	return fmt.Sprintf("%s nay là đầu mối chính của %s; %s là đầu mối dự phòng. Muốn thôi hẳn, nhắn: %s.", Person(successor), unit, o.You, WordLeave)
}
