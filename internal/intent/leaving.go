package intent

import (
	"slices"

	"guongsang/internal/letters"
)

// TellsOfLeaving reports whether a text has the words of leaving and others beside them, and
// speaks neither of its writer nor of what is being written: "Thôi không bắt vợ nữa", "Dừng
// lại đi, cha ơi". Where a deed is told or titled it does not leave.
func TellsOfLeaving(text string) bool {
	words := Words(text).All
	return !slices.ContainsFunc(words, func(w string) bool { return ofWriting[w] }) &&
		slices.ContainsFunc(words, func(w string) bool { return !ofLeaving[w] && !letters.IsDigits(w) })
}

// ofWriting are the words of who speaks of what is being written, and of writing it.
var ofWriting = letters.Set("em toi minh tui lam viet ghi go gui luu cat nhap dien bai guong mai lat may pin mang tiep tay")

// ofLeaving are the words of a text that says no more than that its writer leaves, and why.
var ofLeaving = letters.Set("thoi da a ah o oi em toi minh tui chi anh ad ok vang xin cho cu khoan the gio bay nay dang ban qua roi luu nhap lai tam thoat ra de mai sau do day lat nua lam viet ghi go gui dien khai bao gioi thieu tiep tuc dung huy bo nghi ngung khong khoi chua ranh hom khac khi bua chieu sang ti chut ve nha an com hop di nhe voi giup luon het vi tai bai guong cai phan not mot luc ngay tuan may tinh muon can so con met kho stop xong nop tra loi hoi ho gium phien phuc uh u ay la ma thi duoc phai co viec ha hay vay y tu noi them day len vo vao den buon ngu trua truong don vi nguoi soan minh lo toi bac co chu")
