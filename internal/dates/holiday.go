package dates

import (
	"strings"
	"time"

	"guongsang/internal/letters"
	"guongsang/internal/report"
)

// holidays are the days of the year that have a name.
var holidays = map[string]string{
	"quoc khanh": "2/9", "nha giao": "20/11", "phu nu viet nam": "20/10", "quoc te phu nu": "8/3", "phu nu quoc te": "8/3", "giai phong mien nam": "30/4", "quoc te lao dong": "1/5",
	"thuong binh liet si": "27/7", "thanh lap doan": "26/3", "thanh lap dang": "3/2", "quan doi nhan dan": "22/12", "thanh lap quan doi": "22/12", "quoc te thieu nhi": "1/6",
	"thay thuoc viet nam": "27/2", "sinh nhat bac": "19/5", "tet duong": "1/1", "tet tay": "1/1", "noel": "25/12", "giang sinh": "25/12", "dai doan ket": "18/11", "khai giang": "5/9",
	"phap luat viet nam": "9/11", "gia dinh viet nam": "28/6",
}

var (
	holiday  = letters.Pattern(`(?:^|\b(?:ngay|hom|dip|le|mung|truoc|den|het)(?: (?:hien|chuong|hoi|ky|niem|le|ngay|tet))* |^(?:dung|vao|hoi) )((` + holidayNames() + `)(?: (?:viet nam|lich|dan toc|toan dan))*` + inYear + `)\b`)
	festival = letters.Pattern(`\b((?:\d{1,2} |mung \d{1,2} )?tet|gio to|ta tet)\b`)
)

func holidayNames() string {
	var names []string
	for name := range holidays {
		names = append(names, name)
	}
	return strings.Join(names, "|")
}

func holidayNamed(r reader, f found) (naming, bool) {
	day, month, _ := strings.Cut(holidays[f.group(2)], "/")
	n := r.dated(number(day), number(month), f.group(3))
	n.day = report.Date{Year: n.day.Year, Month: time.Month(number(month)), Day: number(day)}
	return n, true
}
