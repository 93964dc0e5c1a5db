package texts

import (
	"fmt"
	"strings"

	"guongsang/internal/assess"
	"guongsang/internal/report"
)

// Assessment puts findings into words: a paragraph for each, in the part where it
// stands.
func (o Office) Assessment(all []assess.Finding) (paragraphs []assess.Paragraph) {
	for _, f := range all {
		paragraphs = append(paragraphs, assess.Paragraph{Part: f.Part, Text: o.Finding(f)})
	}
	return paragraphs
}

// Finding is the paragraph of one finding.
func (o Office) Finding(f assess.Finding) string {
	switch f.Part {
	case assess.Strengths:
		return strength(f)
	case assess.Weaknesses:
		return weakness(f)
	case assess.Causes:
		return cause(f)
	}
	return o.task(f)
}

func strength(f assess.Finding) string {
	n := Count(f.Now.N)
	switch f.Kind {
	case assess.AllSent:
		return fmt.Sprintf("Chế độ báo cáo %s được chấp hành đầy đủ: %s, đạt 100%%.", reportedFor(f), counted(f.Period, "toàn bộ "+n+" đơn vị có nhiệm vụ giới thiệu đã gửi báo cáo", "các đơn vị đã gửi đủ "+n+" lượt báo cáo"))
	case assess.MostSent:
		return fmt.Sprintf("Phần lớn các đơn vị chấp hành tốt chế độ báo cáo: %s, đạt %s.", counted(f.Period, ratio(f.Now)+" đơn vị đã gửi", "đã gửi "+ratio(f.Now)+" lượt báo cáo"), shareIn(f.Now))
	case assess.RateUp:
		return fmt.Sprintf("Tỷ lệ gửi báo cáo đạt %s, tăng %s so với %s (%s).", shareIn(f.Now), points(f.Now, f.Then), Period(f.Period.Add(-1)), shareIn(f.Then))
	case assess.RateUpYear:
		return fmt.Sprintf("So với cùng kỳ năm %d, tỷ lệ gửi báo cáo tăng %s (từ %s lên %s).", f.Period.LastYear().Year, points(f.Now, f.Then), shareIn(f.Then), shareIn(f.Now))
	case assess.MoreExamples:
		s := fmt.Sprintf("Số gương được giới thiệu đạt %s gương, tăng %s gương so với %s", n, Count(f.Now.N-f.Then.N), Period(f.Period.Add(-1)))
		if f.Rest.N > 0 {
			s += fmt.Sprintf("; cùng kỳ năm %d có %s gương", f.Period.LastYear().Year, Count(f.Rest.N))
		}
		return s + "."
	case assess.Complete:
		return fmt.Sprintf("%s đã gửi báo cáo đầy đủ, đạt 100%%.", Cap(blockNames(f.Blocks)))
	case assess.AllOnTime:
		return fmt.Sprintf("Toàn bộ %s đều bảo đảm thời hạn.", counted(f.Period, n+" đơn vị đã gửi báo cáo", n+" lượt báo cáo đã gửi"))
	case assess.Labour:
		return fmt.Sprintf("Việc phát hiện, giới thiệu đã hướng về người trực tiếp lao động: %s gương (%s) là công nhân, nông dân, người lao động trực tiếp.", ratio(f.Now), shareIn(f.Now))
	case assess.Places:
		return fmt.Sprintf("Gương ở vùng sâu, vùng xa, vùng biên giới, vùng dân tộc thiểu số được quan tâm giới thiệu, chiếm %s (%s gương).", shareIn(f.Now), ratio(f.Now))
	case assess.Women:
		return fmt.Sprintf("Cơ cấu nam, nữ trong các gương cá nhân hợp lý: nữ chiếm %s (%s người có ghi giới tính).", shareIn(f.Now), ratio(f.Now))
	case assess.Minorities:
		return fmt.Sprintf("Người dân tộc thiểu số chiếm %s số gương cá nhân (%s người, theo số có khai).", shareIn(f.Now), ratio(f.Now))
	case assess.CommonPeople:
		if f.Now.N == f.Now.Of {
			return fmt.Sprintf("Các gương cá nhân có ghi chức vụ, nghề nghiệp (%s người) đều không giữ chức vụ lãnh đạo, quản lý.", n)
		}
		return fmt.Sprintf("Gương cá nhân chủ yếu là người không giữ chức vụ lãnh đạo, quản lý (%s người có ghi chức vụ, nghề nghiệp).", ratio(f.Now))
	case assess.Published:
		s := fmt.Sprintf("Công tác tuyên truyền được triển khai: %s gương được tiếp nhận đã được tuyên truyền", ratio(f.Now))
		if where := publishedAt(f.Places, Count); where != "" {
			s += " (số gương theo nơi đăng: " + where + ")"
		}
		return s + "."
	}
	return fmt.Sprintf("Toàn bộ %s gương được giới thiệu đã được xem xét, tiếp nhận.", n)
}

func weakness(f assess.Finding) string {
	n := Count(f.Now.N)
	switch f.Kind {
	case assess.NoExample:
		return fmt.Sprintf("Trong %s chưa có gương nào được giới thiệu (%s).", Period(f.Period), owing(f))
	case assess.Missing:
		return stillMissing(f)
	case assess.RateDown:
		return fmt.Sprintf("Tỷ lệ gửi báo cáo đạt %s, giảm %s so với %s (%s).", shareIn(f.Now), points(f.Now, f.Then), Period(f.Period.Add(-1)), shareIn(f.Then))
	case assess.RateDownYear:
		return fmt.Sprintf("So với cùng kỳ năm %d, tỷ lệ gửi báo cáo giảm %s (từ %s xuống %s).", f.Period.LastYear().Year, points(f.Now, f.Then), shareIn(f.Then), shareIn(f.Now))
	case assess.LessExamples:
		return fmt.Sprintf("Số gương được giới thiệu chỉ đạt %s gương, giảm %s gương so với %s.", n, Count(f.Then.N-f.Now.N), Period(f.Period.Add(-1)))
	case assess.SilentBlocks:
		return fmt.Sprintf("%s chưa có đơn vị nào gửi báo cáo.", Cap(blockNames(f.Blocks)))
	case assess.SilentRun:
		return fmt.Sprintf("Có %s đơn vị %s.", n, silentFor(f))
	case assess.NilRun:
		return fmt.Sprintf("Có %s đơn vị chỉ báo cáo không phát sinh %s.", n, during(f))
	case assess.MostlyNil:
		if f.Now.N == f.Now.Of {
			return fmt.Sprintf("Việc phát hiện gương ở các đơn vị còn hạn chế: %s đều báo cáo không phát sinh.", counted(f.Period, n+" đơn vị đã gửi", n+" lượt đã gửi"))
		}
		return fmt.Sprintf("Việc phát hiện gương ở nhiều đơn vị còn hạn chế: trong %s có %s báo cáo không phát sinh.",
			counted(f.Period, Count(f.Now.Of)+" đơn vị đã gửi", Count(f.Now.Of)+" lượt báo cáo đã gửi"), n+" "+counted(f.Period, "đơn vị", "lượt"))
	case assess.Late:
		return fmt.Sprintf("Còn %s sau thời hạn (%s số đã gửi).", counted(f.Period, n+" đơn vị gửi báo cáo", n+" lượt báo cáo gửi"), shareIn(f.Now))
	case assess.IdleGroups:
		if len(f.Groups) == len(assess.Priority) {
			return fmt.Sprintf("%s chưa có gương nào được ghi thuộc các nhóm cần ưu tiên giới thiệu.", Cap(ofLate(f)))
		}
		return fmt.Sprintf("Có nhóm cần ưu tiên chưa được quan tâm: %s chưa có gương nào thuộc %s.", ofLate(f), groupNames(f.Groups))
	case assess.IdleFields:
		return fmt.Sprintf("Việc giới thiệu chưa đều giữa các lĩnh vực: %s chưa có gương nào thuộc %s.", ofLate(f), fieldNames(f.Fields))
	case assess.FewWomen:
		if f.Now.N == 0 {
			return fmt.Sprintf("Trong %s gương cá nhân có ghi giới tính chưa có nữ.", Count(f.Now.Of))
		}
		return fmt.Sprintf("Tỷ lệ nữ trong các gương cá nhân còn thấp, mới đạt %s (%s người có ghi giới tính).", shareIn(f.Now), ratio(f.Now))
	case assess.ManyLeaders:
		return fmt.Sprintf("Gương là người giữ chức vụ lãnh đạo, quản lý còn chiếm tỷ lệ cao: %s (%s người có ghi chức vụ, nghề nghiệp).", shareIn(f.Now), ratio(f.Now))
	case assess.Returned:
		return fmt.Sprintf("Còn %s gương đã đề nghị bổ sung nội dung, đến nay đơn vị chưa gửi lại.", n)
	case assess.Unreviewed:
		return fmt.Sprintf("Còn %s gương chưa được xem xét, kết luận.", n)
	case assess.Unpublished:
		return fmt.Sprintf("Đã tiếp nhận %s gương nhưng chưa tuyên truyền được gương nào.", Count(f.Now.Of))
	case assess.Retracted:
		return fmt.Sprintf("Có %s gương đã đăng phải gỡ bài.", n)
	case assess.Unconnected:
		return fmt.Sprintf("Việc kết nối kênh tiếp nhận chưa đầy đủ: trong số chưa gửi còn %s %s chưa kết nối.", n, ofUnits(f.Period))
	}
	return fmt.Sprintf("Việc giữ liên lạc trên kênh tiếp nhận chưa thường xuyên: trong số chưa gửi có %s %s mất liên lạc.", n, ofUnits(f.Period))
}

func stillMissing(f assess.Finding) string {
	left := counted(f.Period,
		fmt.Sprintf("còn %s đơn vị (%s) chưa gửi báo cáo", ratio(f.Now), shareIn(f.Now)), fmt.Sprintf("còn %s lượt báo cáo (%s) chưa gửi", ratio(f.Now), shareIn(f.Now)))
	switch {
	case f.Now.N == f.Now.Of:
		return fmt.Sprintf("Hết thời hạn, chưa có đơn vị nào gửi báo cáo (%s).", owing(f))
	case f.Now.Is(50):
		return fmt.Sprintf("Chế độ báo cáo chưa được chấp hành nghiêm túc: %s.", left)
	}
	return fmt.Sprintf("%s %s.", counted(f.Period, "Hết thời hạn, vẫn", "Trong các kỳ đã đến hạn, các đơn vị"), left)
}

func cause(f assess.Finding) string {
	n := Count(f.Now.N)
	switch f.Kind {
	case assess.CauseContact:
		return contactCause(f)
	case assess.CauseBlock:
		return fmt.Sprintf("Số chưa gửi tập trung ở %s (%s %s), cho thấy việc theo dõi, đôn đốc trong khối chưa thường xuyên.", blockNames(f.Blocks), ratio(f.Now), counted(f.Period, "đơn vị", "lượt"))
	case assess.CauseSilence:
		return fmt.Sprintf("Có %s đơn vị chưa gửi báo cáo %s, cho thấy việc phát hiện, giới thiệu gương ở các đơn vị này chưa thành nền nếp.", ratio(f.Now), during(f))
	case assess.CauseContent:
		return fmt.Sprintf("Nội dung giới thiệu của một số đơn vị chưa đầy đủ, rõ ràng: %s gương phải đề nghị bổ sung.", ratio(f.Now))
	}
	return fmt.Sprintf("Việc xem xét chưa kịp thời (còn %s gương chưa kết luận) nên trong kỳ chưa tuyên truyền được gương nào.", n)
}

// contactCause says that units could not be reminded: some of the missing, or all.
func contactCause(f assess.Finding) string {
	const so = "không nhận được thông báo nhắc hạn qua kênh tiếp nhận."
	left := Count(f.Now.Of) + " " + counted(f.Period, "đơn vị chưa gửi", "lượt báo cáo chưa gửi")
	words := apartWords(f.Then.N, f.Rest.N)
	switch {
	case f.Now.N < f.Now.Of || len(words) > 1:
		return fmt.Sprintf("Trong %s có %s, %s", left, outOfReach(f), so)
	case f.Now.N == 1:
		return fmt.Sprintf("%s %s, %s", left, counted(f.Period, words[0], "là của đơn vị "+words[0]), so)
	}
	return fmt.Sprintf("%s đều %s, %s", left, counted(f.Period, words[0], "là của đơn vị "+words[0]), so)
}

// outOfReach says how many cannot be asked, and why.
func outOfReach(f assess.Finding) string {
	of := ofUnits(f.Period)
	var parts []string
	if f.Then.N > 0 {
		parts = append(parts, fmt.Sprintf("%s %s chưa kết nối kênh tiếp nhận", Count(f.Then.N), of))
	}
	if f.Rest.N > 0 {
		parts = append(parts, fmt.Sprintf("%s %s mất liên lạc", Count(f.Rest.N), of))
	}
	return enumerate(parts)
}

// apartWords are what can be amiss with so many units that cannot be asked.
func apartWords(unconnected, unreachable int) (words []string) {
	if unconnected > 0 {
		words = append(words, "chưa kết nối kênh tiếp nhận")
	}
	if unreachable > 0 {
		words = append(words, "mất liên lạc")
	}
	return words
}

func (o Office) task(f assess.Finding) string {
	n := Count(f.Now.N)
	switch f.Kind {
	case assess.TaskMissing:
		if f.Now.N == f.Now.Of {
			return "Đôn đốc các đơn vị thực hiện nghiêm chế độ giới thiệu gương trong kỳ tới."
		}
		return fmt.Sprintf("Đôn đốc %s thực hiện nghiêm chế độ giới thiệu gương trong kỳ tới.",
			counted(f.Period, n+" đơn vị chưa gửi báo cáo", "các đơn vị chưa gửi đủ báo cáo (còn "+n+" lượt)"))
	case assess.TaskBlocks:
		return fmt.Sprintf("Đề nghị trưởng khối thi đua (%s) chỉ đạo các đơn vị trong khối gửi báo cáo.", blockNames(f.Blocks))
	case assess.TaskRun:
		return fmt.Sprintf("Làm việc trực tiếp với %s đơn vị %s, làm rõ vướng mắc và hướng dẫn thực hiện.", n, silentFor(f))
	case assess.TaskNil:
		return fmt.Sprintf("Hướng dẫn %s đơn vị chỉ báo cáo không phát sinh %s cách phát hiện, lựa chọn gương từ việc làm hằng ngày ở cơ sở.", n, during(f))
	case assess.TaskLate:
		return fmt.Sprintf("Nhắc %s chủ động chuẩn bị nội dung, gửi báo cáo đúng thời hạn.", counted(f.Period, n+" đơn vị gửi muộn", "các đơn vị gửi muộn ("+n+" lượt)"))
	case assess.TaskContact:
		return fmt.Sprintf("Hướng dẫn %s cử cán bộ đầu mối, kết nối với kênh tiếp nhận.", counted(f.Period, outOfReach(f), "đơn vị "+strings.Join(apartWords(f.Then.N, f.Rest.N), " hoặc ")))
	case assess.TaskGroups:
		return fmt.Sprintf("Hướng việc phát hiện, giới thiệu vào %s.", groupNames(f.Groups))
	case assess.TaskFields:
		return fmt.Sprintf("Chú trọng phát hiện gương thuộc %s.", fieldNames(f.Fields))
	case assess.TaskBalance:
		return balanceTask(f)
	case assess.TaskReturned:
		return fmt.Sprintf("Hướng dẫn các đơn vị hoàn thiện, gửi lại %s gương đã đề nghị bổ sung.", n)
	case assess.TaskReview:
		return fmt.Sprintf("Hoàn thành việc xem xét, kết luận đối với %s gương chưa được xem xét.", n)
	case assess.TaskPublish:
		return fmt.Sprintf("Lựa chọn, tuyên truyền trong số %s gương đã tiếp nhận trên hệ thống truyền thanh, trang thông tin điện tử và các kênh khác.", Count(f.Now.Of))
	case assess.TaskRetract:
		return fmt.Sprintf("Rút kinh nghiệm từ %s gương phải gỡ bài: kiểm tra kỹ thông tin và sự đồng ý của người được giới thiệu trước khi đăng.", n)
	}
	return fmt.Sprintf("%s tiếp tục đôn đốc, hướng dẫn các cơ quan, đơn vị phát hiện, bồi dưỡng, giới thiệu %s, bảo đảm người thật, việc thật, có kết quả cụ thể.", o.IssuedBy(), threeKinds)
}

func balanceTask(f assess.Finding) string {
	var whom []string
	if f.Now.Of > 0 {
		whom = append(whom, "nữ")
	}
	if f.Rest.Of > 0 {
		whom = append(whom, "người không giữ chức vụ lãnh đạo, quản lý")
	}
	return fmt.Sprintf("Quan tâm phát hiện, giới thiệu nhiều hơn gương là %s.", enumerate(whom))
}

// counted picks the words for what is counted: units, or in half a year the times that
// they owed, which no unit can be reminded of.
func counted(p report.Period, units, times string) string {
	if p.Duty.Owed() {
		return units
	}
	return times
}

// owing is how many owed.
func owing(f assess.Finding) string {
	return Count(f.Now.Of) + " " + counted(f.Period, "đơn vị có nhiệm vụ", "lượt phải gửi báo cáo")
}

// ofUnits is what is counted, where it stands before what these units are.
func ofUnits(p report.Period) string {
	return counted(p, "đơn vị", "lượt của đơn vị")
}

// during says for how long: of a Half or Year for all of it, as far as it went.
func during(f assess.Finding) string {
	switch {
	case f.Period.Duty.Owed():
		return fmt.Sprintf("trong %s kỳ liên tiếp", Count(f.Run))
	case f.Unfinished:
		return "trong " + reportedFor(f)
	}
	return "trong cả " + Period(f.Period)
}

// reportedFor is what was owed: of a Half or Year as far as it went.
func reportedFor(f assess.Finding) string {
	if f.Unfinished {
		return "các kỳ đã đến hạn của " + Period(f.Period)
	}
	return Period(f.Period)
}

// silentFor says of units that they sent nothing, and for how long.
func silentFor(f assess.Finding) string {
	if f.Period.Duty.Owed() {
		return "chưa gửi báo cáo " + during(f)
	}
	return "chưa gửi báo cáo kỳ nào " + strings.Replace(during(f), "trong cả ", "trong ", 1)
}

// ofLate is the time in which groups and fields of work were looked for.
func ofLate(f assess.Finding) string {
	switch {
	case f.Period.Duty.Owed():
		return "trong 03 tháng gần đây"
	case f.Unfinished:
		return "trong " + Period(f.Period) + ", đến nay"
	}
	return "trong " + Period(f.Period)
}

func ratio(s assess.Share) string { return Count(s.N) + "/" + Count(s.Of) }

func shareIn(s assess.Share) string { return percent(s.N, s.Of) }

// points is by how many points of percent a rate moved.
func points(now, then assess.Share) string {
	moved := now.Tenths() - then.Tenths()
	moved = max(moved, -moved)
	if moved%10 == 0 {
		return fmt.Sprintf("%d điểm phần trăm", moved/10)
	}
	return fmt.Sprintf("%d,%d điểm phần trăm", moved/10, moved%10)
}

// blockNames names blocks inside a sentence, after the word khối.
func blockNames(all []string) string {
	var names []string
	for _, b := range all {
		if name := lower(BlockName(b)); strings.HasPrefix(name, "khối ") {
			names = append(names, name)
		} else {
			names = append(names, "khối "+BlockName(b))
		}
	}
	return strings.Join(names, "; ")
}

// groupNames names groups of the letter's point 6.
func groupNames(all []report.Group) string {
	var names []string
	for _, g := range all {
		names = append(names, lower(Group(g)))
	}
	if len(names) == 1 {
		return "nhóm " + names[0]
	}
	return "các nhóm: " + strings.Join(names, "; ")
}

// AssessPart names a part of the assessment.
func AssessPart(p assess.Part) string {
	return map[assess.Part]string{
		assess.Strengths: "Ưu điểm", assess.Weaknesses: "Hạn chế", assess.Causes: "Nguyên nhân", assess.Tasks: "Nhiệm vụ kỳ tới",
	}[p]
}
