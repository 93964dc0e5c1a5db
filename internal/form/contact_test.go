package form

import "testing"

func TestReadContact(t *testing.T) {
	for _, tt := range []struct {
		text, name, phone string
		ok                bool
	}{
		{"Lò Thị Mai, 0912 345 678", "Lò Thị Mai", "0912345678", true},
		{"Lò Thị Mai", "Lò Thị Mai", "", true},
		{"0912.345.678", "", "0912345678", true},
		{"+84 912 345 678 Giàng A Sử", "Giàng A Sử", "0912345678", true},
		{"Họ tên: Vàng Thị Mỷ\nSĐT: 0213-387-6543", "Vàng Thị Mỷ", "02133876543", true},
		{"Tôi là Lò Văn Pín, số điện thoại 0987654321", "Lò Văn Pín", "0987654321", true},
		{"Trần Thị Thanh Thủy - 098 7654 321", "Trần Thị Thanh Thủy", "0987654321", true},
		{"chào cán bộ", "", "", false},
		{"Ông Tẩn Phủ Lìn ở bản Nà Cúng đã tự nguyện hiến 320 m² đất", "", "", false},
		{"123", "", "", false},
		{"", "", "", false},
	} {
		name, phone, ok := ReadContact(tt.text)
		if tt.ok != ok || ok && (name != tt.name || phone != tt.phone) {
			t.Errorf("%q: %q, %q, %v", tt.text, name, phone, ok)
		}
	}
}
