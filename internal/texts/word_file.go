package texts

import (
	"fmt"
	"strings"
)

// LetterLeftOut says that what stands around the content of a letter was not
// taken.
func LetterLeftOut() string {
	return "Lời chào, phần đầu và cuối văn bản (cơ quan, số, nơi nhận, chữ ký) không đưa vào gương."
}

// Masked says that the digits of citizens' numbers were taken away.
func Masked() string {
	return "Tin có dãy số giống số căn cước; tôi đã che dãy số, phần còn lại vẫn giữ."
}

// NotKept names the lines of a pasted text that an introduction does not hold,
// such as numbers of telephones.
func NotKept(lines []string) string {
	return "Không đưa vào gương: “" + Excerpt(strings.Join(lines, "; "), 600) + "”."
}

// inQuotes is the name of a file in a sentence.
func inQuotes(name string) string {
	if name == "" {
		return "vừa gửi"
	}
	return "“" + Excerpt(name, 40) + "”"
}

// DocumentRead heads what was understood of a Word file.
func DocumentRead(name string, photos int, masked bool) string {
	text := "Đã đọc tệp " + inQuotes(name) + " và điền vào bản nháp; tệp gốc vẫn đính kèm. Vui lòng xem lại."
	return text + documentExtras(photos, masked)
}

// DocumentBegan is DocumentRead where the file is about somebody else than the
// draft that it was sent to.
func DocumentBegan(name string, photos int, masked bool) string {
	text := "Tệp " + inQuotes(name) + " viết về người khác, nên đã tạo bản nháp mới cho tệp này; bản nháp trước vẫn được giữ."
	return text + documentExtras(photos, masked)
}

func documentExtras(photos int, masked bool) (text string) {
	if photos > 0 {
		text += fmt.Sprintf(" Đã lấy %d ảnh trong tệp.", photos)
	}
	if masked {
		text += " Dãy số giống số căn cước trong tệp đã được che, không ghi vào bản nháp."
	}
	return text
}

// DocumentKept says of a file without labels that it stays a file, as the draft
// tells already what somebody did.
func DocumentKept(name string) string {
	return "Tệp " + inQuotes(name) + " đã đính kèm. Bản nháp đã có phần tóm tắt nên chữ trong tệp không được thêm vào; muốn dùng chữ trong tệp, bấm Sửa rồi dán vào."
}

// DocumentEmpty says of a file that it introduces nobody.
func DocumentEmpty(name string) string {
	return "Tệp " + inQuotes(name) + " đã đính kèm; trong tệp chưa thấy phần giới thiệu để điền giúp, mời trả lời tiếp."
}

// DocumentNotRead says of a file that could not be read what to do. It is kept
// as an attachment in every case but that it is lost.
func DocumentNotRead(name, fault string) string {
	head := "Tệp " + inQuotes(name) + " đã đính kèm, "
	switch fault {
	case "doc":
		return head + "nhưng là tệp Word đời cũ (.doc) nên chưa đọc được. Muốn điền từ tệp, vui lòng lưu thành .docx rồi gửi lại, hoặc dán chữ vào đây."
	case "pdf":
		return head + "nhưng chữ trong tệp PDF chưa đọc được. Muốn điền từ tệp, vui lòng gửi bản Word (.docx), hoặc dán chữ vào đây."
	case "empty":
		return head + "nhưng tệp không có gì bên trong. Vui lòng gửi lại tệp, hoặc dán chữ vào đây."
	case "rtf", "odt", "html", "xml":
		return head + "nhưng chưa đọc được loại tệp này. Muốn điền từ tệp, vui lòng lưu thành .docx rồi gửi lại, hoặc dán chữ vào đây."
	case "locked":
		return head + "nhưng tệp có mật khẩu nên chưa đọc được. Muốn điền từ tệp, vui lòng bỏ mật khẩu rồi gửi lại, hoặc dán chữ vào đây."
	case "large":
		return head + "nhưng tệp quá lớn nên chưa đọc được. Muốn điền từ tệp, vui lòng gửi phần giới thiệu thành một tệp riêng, hoặc dán chữ vào đây."
	case "letters":
		return head + "nhưng chữ trong tệp bị hỏng phông nên chưa ghi được. Muốn điền từ tệp, vui lòng chuyển sang phông Unicode (Times New Roman) rồi gửi lại, hoặc gõ lại vào đây."
	case "lost":
		return "Tệp " + inQuotes(name) + " chưa tải về được: vui lòng gửi lại tệp đó."
	}
	return head + "nhưng không mở được như một tệp Word. Vui lòng mở thử tệp trên máy, lưu thành .docx rồi gửi lại, hoặc dán chữ vào đây."
}

// maxNamed is how many of those in a document are named.
const maxNamed = 10

// DocumentPersons asks whether each of those whom a file introduces gets a draft.
// more are those beyond what is taken of one file; rest belongs to none of them.
func DocumentPersons(name string, persons []string, more int, rest string) string {
	text := "Trong tệp " + inQuotes(name) + howMany(persons, more)
	if more > 0 {
		text += fmt.Sprintf("\nMỗi tệp lấy tối đa %d người; %d người cuối vui lòng gửi trong tệp khác.", len(persons), more)
	}
	if rest != "" {
		text += "\nPhần không của riêng ai chỉ giữ trong tệp: “" + Excerpt(rest, 200) + "”"
	}
	return text
}

// PastedPersons is DocumentPersons of a pasted text, of which nothing else is
// kept.
func PastedPersons(persons []string, more int, rest string) string {
	text := "Trong nội dung vừa gửi" + howMany(persons, more)
	if more > 0 {
		text += fmt.Sprintf("\nMỗi lần lấy tối đa %d người; %d người cuối vui lòng gửi riêng.", len(persons), more)
	}
	if rest != "" {
		text += "\nPhần không của riêng ai không đưa vào bản nháp: “" + Excerpt(rest, 600) + "”"
	}
	return text
}

// howMany says how many persons there are, and names them.
func howMany(persons []string, more int) string {
	var b strings.Builder
	fmt.Fprintf(&b, " có %d người: tạo %d bản nháp?", len(persons)+more, len(persons))
	for _, p := range persons[:min(len(persons), maxNamed)] {
		b.WriteString("\n• " + Excerpt(p, 60))
	}
	if n := len(persons) - maxNamed; n > 0 {
		fmt.Fprintf(&b, "\n… và %d người khác", n)
	}
	return b.String()
}

// ToOneExample takes a text that seems to introduce several for one introduction.
const ToOneExample = "Chỉ là một gương"

// PastedDrafts says which drafts a pasted text became. notes are about what could
// not be taken.
func PastedDrafts(drafts int, notes []string) string {
	text := fmt.Sprintf("Đã tạo %d bản nháp từ nội dung vừa gửi. Vui lòng mở từng bản để xem lại rồi gửi.", drafts)
	for _, note := range notes {
		text += "\n" + note
	}
	return text
}

// ToDraftEach makes a draft for each.
func ToDraftEach(n int) string { return fmt.Sprintf("Tạo %d bản nháp", n) }

// ToAttachOnly leaves the file an attachment.
const ToAttachOnly = "Chỉ đính kèm tệp"

// AttachedOnly says that it is one.
func AttachedOnly(name string) string {
	return "Tệp " + inQuotes(name) + " chỉ đính kèm vào bản nháp."
}

// DocumentAgain says that a file is being read for the drafts.
func DocumentAgain() string { return "Đang tạo các bản nháp, xin chờ một chút." }

// DraftsMade says which drafts a file became. notes are about what could not be
// taken.
func DraftsMade(name string, drafts int, notes []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Đã tạo %d bản nháp từ tệp %s; tệp gốc đính kèm ở từng bản. Vui lòng mở từng bản để xem lại rồi gửi.", drafts, inQuotes(name))
	for _, note := range notes {
		b.WriteString("\n" + note)
	}
	return b.String()
}

// NotTakenOf says what of somebody could not be taken.
func NotTakenOf(name string, refused []Said) string {
	var parts []string
	for _, s := range refused {
		parts = append(parts, fmt.Sprintf("%s: “%s”", s.Field, Excerpt(s.Value, 40)))
	}
	return fmt.Sprintf("%s: không ghi được %s. Nếu cần, vui lòng dùng nút Sửa.", Excerpt(name, 40), strings.Join(parts, "; "))
}
