package texts

import (
	"fmt"
	"strings"
)

// WordFind is the word of the menu by which examples are looked for.
const WordFind = "Tìm"

// AskFind asks what to look for.
func (o Office) AskFind() string {
	return fmt.Sprintf("%s cần tìm gương nào? Nhắn tên, mã số, đơn vị, nơi ở hay một vài chữ; kèm được kỳ, khối, loại, tình trạng.\nVí dụ: A Páo; hiến đất tháng 10; mô hình mới trả lại.", Cap(o.You))
}

// NothingFound says that no example has what was looked for.
func (o Office) NothingFound(text string) string {
	return fmt.Sprintf("Chưa thấy gương nào có “%s” trong phần %s được xem. Vui lòng kiểm tra lại, hoặc nhắn ít chữ hơn, ví dụ: A Páo.", Excerpt(text, 60), o.You)
}

// Found heads a page of what was found.
func Found(text string, all int, lines []string) string {
	return fmt.Sprintf("Tìm “%s”: %d gương.\n%s", Excerpt(text, 60), all, strings.Join(lines, "\n"))
}
