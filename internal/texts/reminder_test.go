package texts

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"guongsang/internal/report"
)

func TestReminders(t *testing.T) {
	office := Office{Agency: "Phòng Nội vụ", Contact: "0900 000 001", You: "anh/chị", Zone: time.UTC}
	november := report.Schedule{Period: report.Period{Duty: report.Month, Year: 2026, Number: 11}, Deadline: report.NewDate(2026, 11, 20)}
	quarter := report.Schedule{Period: report.Period{Duty: report.Quarter, Year: 2026, Number: 4}, Deadline: report.NewDate(2026, 12, 21)}
	unit := report.Unit{Code: "PT042", Name: "UBND xã Dào San", Block: "Khối 7"}
	one := func(left int, today bool) []Owing {
		return []Owing{{Unit: unit, Schedule: november, Need: 1, Left: left, Today: today}}
	}
	part := []Owing{{Unit: unit, Schedule: november, Need: 2, Have: 1, Left: -1}}
	both := append(one(2, false), Owing{Unit: unit, Schedule: quarter, Need: 1, Left: 22})
	var many []Owing
	for i := range 85 {
		u := report.Unit{Code: fmt.Sprintf("PT%03d", i), Name: strings.Repeat("Trường phổ thông dân tộc bán trú ", 3)}
		many = append(many, Owing{Unit: u, Schedule: november, Need: 1, Left: -7})
	}
	apart := slices.Clone(many)
	for i := range apart {
		apart[i].Contact = report.Contacts[1+(i+1)%2]
	}
	bothApart := slices.Clone(both)
	for i := range bothApart {
		bothApart[i].Contact = report.Unreachable
	}
	example := report.Example{Number: "G-2026-0042", Due: report.NewDate(2026, 11, 19), Reason: "thiếu số liệu",
		Content: report.Content{Name: "Lò Văn A", Title: "Hiến đất làm đường"}}
	tests := []struct{ name, got, want string }{
		{"before", office.Reminder(one(2, false)), "Còn 2 ngày làm việc là đến hạn gửi báo cáo tháng 11 năm 2026 (thứ Sáu, 20/11/2026). Chưa nhận được"},
		{"today", office.Reminder(one(0, true)), "Hôm nay (thứ Sáu, 20/11/2026) là hạn"},
		{"due on a day off", office.Reminder(one(0, false)), "Hôm nay là ngày làm việc cuối cùng trước hạn gửi báo cáo tháng 11 năm 2026 (thứ Sáu, 20/11/2026)."},
		{"overdue", office.Reminder(one(-3, false)), "đã quá hạn 3 ngày làm việc (hạn 20/11/2026)"},
		{"part of the quota", office.Reminder(part), "(hạn 20/11/2026; đã nhận 1/2 gương)"},
		{"month and quarter", office.Reminder(both), "quý IV/2026, hạn 21/12/2026 (còn 22 ngày làm việc)"},
		{"many", office.Reminder(many), "… và 77 dòng khác"},
		{"to the head", office.Escalation(one(-5, false)), "Nhờ anh/chị nhắc đầu mối"},
		{"to the block head", office.BlockList(many, nil), "Thông tin này chỉ gửi riêng anh/chị"},
		{"to the agency", AgencyList(many, nil), "của 85 đơn vị"},
		{"apart from those who were asked", office.BlockList(many, apart), "\n\nCũng chưa gửi nhưng không nhận được lời nhắc:\nChưa kết nối (42 đơn vị):\n• "},
		{"many apart", AgencyList(many, apart), "… và 40 dòng khác\n\nVui lòng"},
		{"lost", LostList(apart), "Có 85 đơn vị không nhận được lời nhắc:\nChưa kết nối (42 đơn vị):\n• "},
		{"lost, of two duties", LostList(bothApart), "\nMất liên lạc (1 đơn vị):\n• "},
		{"hanging, before", office.Hanging(example, report.NewDate(2026, 11, 18)), "chậm nhất thứ Năm, 19/11/2026"},
		{"hanging, today", office.Hanging(example, example.Due), "trong hôm nay"},
		{"hanging, after", office.Hanging(example, report.NewDate(2026, 11, 24)), "mong anh/chị gửi sớm"},
		{"title", ReminderTitle(both), "các kỳ đang chờ"},
		{"title of one", ReminderTitle(part), "Nhắc gửi gương tháng 11 năm 2026"},
		{"backup", office.BackupFailed("no space left on device"), "chưa tạo được bản sao lưu"},
	}
	for _, tt := range tests {
		if !strings.Contains(tt.got, tt.want) {
			t.Errorf("%s: %q does not say %q", tt.name, tt.got, tt.want)
		}
		if n := len([]rune(tt.got)); n > 1300 {
			t.Errorf("%s: %d letters", tt.name, n)
		}
		for _, blaming := range []string{"chậm trễ", "vi phạm", "không chịu", "lười", "bạn "} {
			if strings.Contains(tt.got, blaming) {
				t.Errorf("%s: says %q", tt.name, blaming)
			}
		}
	}
}
