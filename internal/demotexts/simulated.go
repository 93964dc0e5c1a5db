package demotexts

import (
	"fmt"
	"time"

	"guongsang/internal/simulation"
	"guongsang/internal/texts"
)

// Simulated says what happens in a simulation; nothing of what is not worth a sentence.
func Simulated(t simulation.Told) string {
	switch t.Kind {
	case simulation.RoundBegins:
		return SimulatedRound(t.Round, t.Of)
	case simulation.GoesWrong:
		return faults[t.What]
	case simulation.Stopped:
		return "Chương trình được dừng theo lệnh."
	case simulation.Killed:
		if over := killedOver[t.What]; over != "" {
			return over
		}
		return "Chương trình bị tắt ngang giữa chừng."
	case simulation.PowerCut:
		return "Mất điện. " + powerCuts[simulation.Outcome(t.What)]
	case simulation.PostGoes, simulation.PostWent:
		return posts[t.What]
	case simulation.StartedAgain:
		return simulatedStart(t)
	case simulation.Mended:
		return "Hết sự cố; chờ mọi việc lắng xuống rồi đối chiếu."
	case simulation.RoundEnds:
		return simulatedSurvived(t.Survived) + "\n" + simulatedEnd(t.Introduced)
	}
	return ""
}

// SimulatedRound is the head of a round.
func SimulatedRound(n, of int) string { return fmt.Sprintf("Vòng %d/%d", n, of) }

// simulatedStart says of a start what was to be done by then.
func simulatedStart(t simulation.Told) string {
	s := "Chương trình chạy lại ngay"
	if t.Down > 0 {
		s = fmt.Sprintf("Chương trình chạy lại sau %d giây", int(t.Down.Seconds()))
	}
	switch {
	case t.Waiting == 0:
		return s + "; không ai đang chờ."
	case t.Pending == 0:
		return s + fmt.Sprintf("; %d người đang chờ, việc dở dang được làm tiếp từ dữ liệu đã ghi.", t.Waiting)
	}
	return s + fmt.Sprintf("; %d người đang chờ, lấy về %d tin còn ở Telegram và làm tiếp việc dở dang.", t.Waiting, t.Pending)
}

// simulatedSurvived says how a round was survived.
func simulatedSurvived(s simulation.Survived) string {
	all := "Mọi lần gọi Telegram đều thông."
	if s.Failed > 0 {
		all = fmt.Sprintf("%s lần gọi Telegram không thành hoặc không rõ kết quả; gọi lại cho tới khi xong.", texts.Number(s.Failed))
	}
	if s.Ended > 0 {
		all += fmt.Sprintf(" %d việc đã xong", s.Ended)
		if s.Longest > 0 {
			all += ", lâu nhất " + simulatedTime(s.Longest)
		}
		if s.Again > 0 {
			all += fmt.Sprintf("; %d lần có người gõ hoặc bấm lại, mà không việc nào bị làm hai lần", s.Again)
		}
		all += "."
	}
	return all
}

func simulatedTime(d time.Duration) string {
	if d >= 2*time.Minute {
		return fmt.Sprintf("%d phút", int(d.Round(time.Minute).Minutes()))
	}
	return fmt.Sprintf("%d giây", int(d.Round(time.Second).Seconds()))
}

func simulatedEnd(introduced int) string {
	if introduced == 0 {
		return "Đã đối chiếu: chưa ai gửi xong gương nào; không ai bị bỏ lại mà không có câu trả lời."
	}
	return fmt.Sprintf("Đã đối chiếu: %s gương đã báo mã số đều còn đủ, mỗi gương đúng một bản, đúng từng chữ; không ai bị bỏ lại mà không có câu trả lời.", texts.Number(introduced))
}

// SimulatedTitle names the show of a seed.
func SimulatedTitle(seed uint64) string {
	return fmt.Sprintf("Mô phỏng sự cố, số gieo %d", seed)
}

// SimulatedAll is said when all rounds were played.
func SimulatedAll(rounds int) string {
	return fmt.Sprintf("Đã qua %d vòng: không mất gì, không lặp lại, không ai bị báo sai. Mở từng điện thoại để xem lại, hoặc bấm Xem lại.", rounds)
}

// SimulatedWrong is said when something was not as it was told.
func SimulatedWrong(seed uint64) string {
	return fmt.Sprintf("Có điều đã báo mà không đúng với dữ liệu. Chi tiết ở cửa sổ dòng lệnh; chạy lại bằng: demo -play -seed %d", seed)
}

// faults are what goes wrong, by the names of package simulation.
var faults = map[string]string{
	"nothing":                "Không có thêm sự cố đường truyền.",
	"wait":                   "Telegram bắt chờ 7 giây mới nhận tin tiếp.",
	"wait to edit":           "Telegram bắt chờ mới cho sửa tin.",
	"wait, in HTML":          "Telegram bắt chờ, và trả lời bằng một trang báo lỗi.",
	"wait to poll":           "Telegram bắt chờ mới cho lấy tin mới.",
	"internal errors":        "Máy chủ Telegram báo lỗi ba lần liền.",
	"no connection":          "Bốn lần liền không nối được tới Telegram.",
	"message lost":           "Một tin gửi đi bị mất giữa đường.",
	"edit lost":              "Một lần sửa tin bị mất giữa đường.",
	"answer lost":            "Một tin đã đến nơi, nhưng lời báo nhận của Telegram bị mất.",
	"answer to an edit lost": "Một lần sửa tin đã xong, nhưng lời báo nhận của Telegram bị mất.",
	"gateway":                "Một lần sửa tin gặp lỗi 502 của cổng mạng.",
	"half of the JSON":       "Lời báo nhận của Telegram bị cắt mất một nửa.",
	"updates lost":           "Tin của mọi người gửi lên bị mất giữa đường hai lần.",
	"updates twice":          "Tin của mọi người đến hai lần.",
	"updates again":          "Tin cũ bị đưa lại lần nữa.",
	"slow":                   "Mỗi tin gửi đi mất ba giây.",
	"slow to answer presses": "Lời đáp cho mỗi lần bấm nút chậm năm giây.",
	"outage: gateway":        "Mất liên lạc: cổng mạng chỉ báo lỗi 502.",
	"outage: reset before":   "Mất liên lạc: đường truyền đứt trước khi tin đến nơi.",
	"outage: reset after":    "Mất liên lạc: tin đến nơi rồi đường truyền đứt.",
	"outage: hangs":          "Mất liên lạc: gửi đi mà không có hồi âm.",
	"outage: no name server": "Mất liên lạc: không tra được địa chỉ của Telegram.",
	"clock wrong":            "Đồng hồ của máy chạy sai.",
	"disk nearly full":       "Ổ đĩa gần đầy.",
	"blocked":                "Một đầu mối chặn bot rồi bỏ chặn.",
	"stranger":               "Người lạ nhắn tin và bấm nút của người khác.",
	"forged press":           "Có người gửi lên một nút bấm giả.",
	"old button":             "Có người bấm lại một nút cũ.",
}

// powerCuts are what a power cut left on the disk.
var powerCuts = map[simulation.Outcome]string{
	simulation.Whole:     "Đĩa giữ được mọi thứ đã ghi.",
	simulation.Nothing:   "Lần ghi cuối không để lại gì trên đĩa" + before,
	simulation.SomePages: "Lần ghi cuối chỉ còn một phần trên đĩa" + before,
	simulation.TornPages: "Lần ghi cuối chỉ còn một phần, có trang ghi dở" + before,
	simulation.TornMeta:  "Trang ghi mục lục của lần cuối chỉ còn một nửa" + before,
}

// before is how a commit that is not whole is survived.
const before = "; dữ liệu trở về lần ghi trước đó, khi chưa ai được báo gì."

// killedOver are what was on its way when the program was killed.
var killedOver = map[string]string{
	simulation.OverReminder: "Bị tắt ngang khi một lời nhắc vừa tới nơi mà chưa kịp ghi là đã gửi: chỉ gửi lại nhiều nhất một lần.",
	simulation.OverPost:     "Bị tắt ngang khi một bài vừa lên kênh mà chưa kịp ghi là đã đăng: không đăng lại, hỏi chuyên viên.",
}

// posts are whose post goes, and what became of what was begun in it.
var posts = map[string]string{
	simulation.OfficerGoes:  "Một chuyên viên bị gỡ khi đang xem xét gương: từ lúc được báo, bấm gì cũng không có hiệu lực.",
	simulation.DeputyGoes:   "Một đầu mối bị gỡ khi đang gửi gương: từ lúc được báo, gõ hay bấm gì cũng không được ghi.",
	simulation.FocalChanges: "Một đầu mối được người khác thay khi đang gửi gương: việc đang làm vẫn tiếp tục, với vai trò dự phòng.",
	simulation.WasAccepted:  "Gương mà chuyên viên ấy tiếp nhận trước khi bị gỡ vẫn là đã tiếp nhận.",
	simulation.WasReceived:  "Gương mà đầu mối ấy gửi trước khi bị gỡ đã được tiếp nhận.",
	simulation.WasTakenOver: "Bản nháp mà đầu mối ấy để lại được đầu mối khác của đơn vị nhận và gửi, không phải gõ lại.",
}
