package texts

import (
	"fmt"
	"strings"

	"guongsang/internal/report"
)

// An Alike is an example that another one may repeat, and what of it is alike.
type Alike struct {
	Example report.Example
	Unit    report.Unit
	Open    bool // who reads it may read the example
	Hidden  bool // who reads it may know no more of it than its number
	Same    bool // probably the same person, collective or model
	Exact   bool // by the whole name
	Born    bool // the year of birth as well
	Near    bool // the place as well
	Share   int  // percent of the shorter text; 0 if nothing was copied
}

// line names it; of examples that are not open only the number, the unit and the
// period are said, of hidden ones the number alone.
func (a Alike) line() string {
	unit := unitExcerpt(a.Unit.Label(), 40)
	switch {
	case a.Hidden:
		return fmt.Sprintf("một gương do đơn vị khác gửi (%s)", a.Example.Number)
	case !a.Open:
		return fmt.Sprintf("một gương do đơn vị khác gửi (%s, %s, %s)", a.Example.Number, unit, a.period())
	}
	return fmt.Sprintf("%s (%s, %s, %s), “%s”: %s", a.Example.Content.Name, a.Example.Number, unit, a.period(), Excerpt(a.Example.Content.Title, 60), a.what())
}

// period is the first for which the example counts.
func (a Alike) period() string {
	if len(a.Example.Periods) == 0 {
		return "chưa tính kỳ nào"
	}
	return ShortPeriod(a.Example.Periods[0])
}

// what says what is alike.
func (a Alike) what() string {
	var all []string
	switch {
	case a.Same && a.Exact:
		all = append(all, "trùng tên")
	case a.Same:
		all = append(all, "gần trùng tên")
	}
	if a.Same && a.Born {
		all = append(all, "năm sinh")
	}
	if a.Same && a.Near {
		all = append(all, "địa điểm")
	}
	text := strings.Join(all, ", ")
	if a.Share == 0 {
		return text
	}
	if text != "" {
		text += "; "
	}
	return text + fmt.Sprintf("nội dung giống %d%%", a.Share)
}

func alikeLines(head string, list []Alike, all int) string {
	for _, a := range list {
		head += "\n• " + a.line()
	}
	if all > len(list) {
		head += fmt.Sprintf("\n• và %d gương khác", all-len(list))
	}
	return head
}

const alikeHead = "Đã có gương trùng hoặc gần trùng tên:"

// AlikeAsk warns, before sending, of examples that introduce the same.
func AlikeAsk(list []Alike, all int) string {
	return alikeLines(alikeHead, list, all) + "\nNếu không phải cùng một việc, bấm " + ToSendStill + "."
}

// ToAllAlike is the button to all of them, where that warning has not room for all.
func ToAllAlike(all int) string { return fmt.Sprintf("Xem cả %d gương", all) }

// AlikeList is a page of all of them.
func AlikeList(list []Alike) string { return alikeLines(alikeHead, list, len(list)) }

// AlikeNamed says right after a name was given that there are such.
func AlikeNamed(list []Alike, all int) string {
	text := alikeLines(alikeHead, list, all) + "\nNếu là người khác hoặc việc khác, anh/chị cứ tiếp tục."
	if all > len(list) { // the question before the sending has the button
		text += " Khi bấm " + ToSend + " sẽ xem được danh sách đủ."
	}
	return text
}

// CopiedFrom says under a preview that much of the text was sent before.
func CopiedFrom(list []Alike, all int) string {
	return alikeLines("Lưu ý: nội dung giống gương đã gửi trước đây:", list, all) + "\nĐề nghị viết lại cho đúng người, đúng việc lần này trước khi gửi."
}

// alikeWarnings are what an officer reads of it: who may be the same, and which
// texts are.
func alikeWarnings(list []Alike) (warnings []string) {
	var same, copied []string
	for _, a := range list {
		from := fmt.Sprintf("%s (%s, %s)", a.Example.Number, Cut(UnitName(a.Unit), 40), a.period())
		if a.Same {
			same = append(same, from+": "+a.what())
		} else {
			copied = append(copied, fmt.Sprintf("%s: %d%%", from, a.Share))
		}
	}
	if len(same) > 0 {
		warnings = append(warnings, "có thể đã giới thiệu ở "+strings.Join(same, "; ")+".")
	}
	if len(copied) > 0 {
		warnings = append(warnings, "nội dung giống "+strings.Join(copied, "; ")+".")
	}
	return warnings
}

// LabelOpenAlike opens an example that another may repeat.
func LabelOpenAlike(number string) string { return "So với " + number }
