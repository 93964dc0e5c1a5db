package form

import (
	"slices"
	"strings"

	"guongsang/internal/citizen"
	"guongsang/internal/dates"
	"guongsang/internal/letters"
	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/vietnamese"
)

func takeName(d *report.Draft, answer string) (note, refusal string) {
	answer = letters.OneLine(answer)
	whole := answer
	answer, born := paste.BornApart(answer)
	if !bornOf(*d, born) {
		answer, born = whole, ""
	}
	answer, ethnicity := paste.EthnicityApart(answer)
	alias, rank := "", ""
	if c := d.Content; c.Category != report.NewModel && c.Object != report.Collective {
		answer, alias = paste.AliasApart(answer)
		answer, rank = paste.RankApart(answer)
	}
	answer, position := positionApart(answer, d.Content)
	if rank != "" {
		position = strings.TrimSuffix(rank+", "+position, ", ")
	}
	answer, place := nameOf(answer, d.Content)
	if refusal := paste.CheckName(answer); refusal != "" {
		return "", refusal
	}
	d.Content.Name = answer
	if place != "" && d.Content.Place == "" {
		if _, refusal := takePlace(d, place); refusal == "" {
			note = texts.Corrected(texts.FieldName("place", d.Content), d.Content.Place)
		}
	}
	if position != "" && d.Content.Position == "" {
		d.Content.Position = position
	}
	if ethnicity != "" && d.Content.Ethnicity == "" && within(ethnicity, report.MaxEthnicity) == "" {
		d.Content.Ethnicity = ethnicity
	}
	if born != "" && d.Content.Born == 0 {
		_, _ = takeBorn(d, born)
	}
	if (strings.Contains(answer, ".") || letters.Len(answer) <= 5) && initials().MatchString(answer) {
		note = texts.MaybeAbbreviated(answer)
	}
	if alias != "" {
		note += " " + texts.NotKept([]string{alias})
	}
	note = strings.TrimSpace(note + " " + unmarkedName(d.Content))
	if noModel(*d) && d.Content.Object != report.Collective {
		d.Content.Name = paste.WithCapitals(answer)
	}
	return note, ""
}

// unmarkedName asks whether the name of a person is to be written with its marks: it has
// neither marks nor capitals, or a middle name that has one. That holds nobody up.
func unmarkedName(c report.Content) string {
	if c.Category == report.NewModel || c.Object == report.Collective || !paste.IsPersonName(c.Name) {
		return ""
	}
	words := strings.Fields(c.Name)
	middle := len(words) > 2 && (words[1] == "Thi" || words[1] == "Van")
	if len(words) < 2 || letters.Fold(c.Name) != strings.ToLower(c.Name) || !middle && c.Name != strings.ToLower(c.Name) {
		return ""
	}
	return texts.MaybeUnmarked(c.Name)
}

// bornOf reports whether somebody whom a draft introduces can have been born then.
func bornOf(d report.Draft, born string) bool {
	on, ok := dates.Born(born, today(d))
	return ok && d.Content.Category != report.NewModel && (d.Content.Born == 0 || d.Content.Born == on.Year)
}

// positionApart takes apart what somebody is whose name a mark parts from it: "Đoàn Khắc
// Vũ - hiệu phó".
func positionApart(answer string, c report.Content) (name, position string) {
	if c.Category == report.NewModel || c.Object == report.Collective || c.Object == report.Household {
		return answer, ""
	}
	for _, mark := range []string{" - ", " – ", ", ", "; "} {
		head, rest, ok := strings.Cut(answer, mark)
		if at := teacherBefore().FindString(letters.Fold(head)); at != "" {
			head = cutWords(head, 2)
		}
		if rest = strings.TrimSpace(rest); ok && paste.IsPersonName(paste.BareName(head)) && (texts.IsPosition(rest) || ofOffice().MatchString(letters.Fold(rest))) && !strings.ContainsAny(rest, ",;") && within(rest, report.MaxName) == "" {
			return head, rest
		}
	}
	words := strings.Fields(answer)
	for i := len(words) - 1; i > 1; i-- {
		if head, rest := strings.Join(words[:i], " "), strings.Join(words[i:], " "); !letters.Capital(words[i]) && texts.IsPosition(rest) && paste.IsPersonName(paste.BareName(head)) && letters.Capital(words[i-1]) {
			return head, rest
		}
	}
	return answer, ""
}

// teacherBefore is how a teacher is spoken of, whose office is said behind the name.
var teacherBefore = letters.Pattern(`^(?:thay|co) giao `)

// ofOffice is what somebody is who is said to be of an office, where no village follows.
var ofOffice = letters.Pattern(`^(?:cong an|dan quan|y te|tu phap|dia chinh|van hoa)(?: (?:xa|phuong|thon|ban|ap|huyen|tinh))?$`)

// nameOf takes the name out of a sentence that gives it: without the title before
// a person's name and what is only polite after it, and with the place apart that
// follows a comma.
func nameOf(answer string, c report.Content) (name, place string) {
	if c.Category == report.NewModel || c.Object == report.Collective {
		return answer, ""
	}
	if told := paste.PlaceTold(answer); told != "" && strings.HasSuffix(answer, " "+told) {
		if head := strings.TrimRight(strings.TrimSuffix(answer, told), " ,-–("); paste.IsHousehold(head) && len(strings.Fields(head)) > 3 {
			return head, told
		}
	}
	for _, mark := range []string{", ", " - ", " – ", "; ", " "} {
		head, rest, ok := strings.Cut(answer, mark)
		if mark == " " {
			head, rest, ok = beforePlaceIn(answer)
		}
		if rest = paste.BarePlace(rest); ok && paste.IsPersonName(paste.BareName(head)) && paste.PlaceTold(rest) != "" && strings.HasPrefix(rest, paste.PlaceTold(rest)) {
			return paste.BareName(head), rest
		}
	}
	if bare := paste.BareName(answer); paste.IsPersonName(bare) {
		return bare, ""
	}
	return answer, ""
}

// beforePlaceIn splits "Lò Thị Xoan ở bản Huổi Lá" before the word of place.
func beforePlaceIn(answer string) (head, rest string, ok bool) {
	words := strings.Fields(answer)
	for i, w := range words {
		if folded := letters.Fold(w); i > 1 && w != strings.ToUpper(w) && (folded == "o" || folded == "tai") {
			return strings.Join(words[:i], " "), strings.Join(words[i:], " "), true
		}
	}
	return "", "", false
}

func takePlace(d *report.Draft, answer string) (note, refusal string) {
	answer, numbers := paste.WithoutNumbers(letters.OneLine(answer))
	answer = barePlaces(answer)
	if place, born := paste.BornApart(answer); born != "" && d.Content.Born == 0 && bornOf(*d, born) && letters.Count(place) > 1 {
		_, _ = takeBorn(d, born)
		answer = place
	}
	if refusal := within(answer, report.MaxPlace); refusal != "" {
		return "", refusal
	}
	if letters.Count(answer) < 2 {
		return "", texts.NeedsLetters()
	}
	d.Content.Place = answer
	if houseNo().MatchString(answer) {
		note = texts.MaybeHouseNumber()
	}
	if numbers != "" {
		note = strings.TrimSpace(note + " " + texts.NotKept([]string{numbers}))
	}
	return note, ""
}

// calledOut is how somebody is called in the midst of a place.
var calledOut = letters.Pattern(` (?:em|anh|chi|co|chu|bac|ad|can bo) oi[ ,]+`)

// barePlaces is a place, or two of them, each without what people say before: "công tác
// tại Trạm Y tế, nhà ở bản Pa Nậm".
func barePlaces(answer string) string {
	parts := strings.Split(answer, ", ")
	if len(parts) > 1 && ofSomebody(parts[0]) { // "chỗ em, bản Hua Bum"
		parts = parts[1:]
	}
	for i, part := range parts {
		parts[i] = paste.BarePlace(part)
		if at, runes := paste.FoundIn(parts[i], calledOut()); at != nil && at[0] > 0 { // "thôn Phú Gia em ơi xã Quế Phước"
			parts[i] = string(runes[:at[0]]) + ", " + string(runes[at[1]:])
		}
	}
	return paste.PlaceWithCapitals(strings.Join(parts, ", "))
}

// ofSomebody reports whether a part of a place only says whose it is, and is no name: "Chợ Chu".
func ofSomebody(part string) bool {
	words := strings.Fields(part)
	named := func(w string) bool { return letters.Capital(w) && w != words[0] || namedSpots[strings.ToLower(w)] }
	return !slices.ContainsFunc(words, named) && whoseHome().MatchString(letters.Fold(part))
}

var namedSpots = letters.Set(vietnamese.NamedSpots)

var whoseHome = letters.Pattern(`^(?:(?:o|tai|ngay|ben) )*(?:cho|nha|ben|que|phia|khu)(?: (?:o|cua|nha))* (?:toi|tui|minh|chung toi|chung em|` + vietnamese.Somebody + `)(?: (?:thi|la))?$`)

// takeSummary keeps a summary that is too long as well: it is not lost, only
// not yet an answer.
func takeSummary(d *report.Draft, answer string) (note, refusal string) {
	switch n := letters.Len(answer); {
	case n == 0:
		return "", texts.Empty()
	case inFile().MatchString(letters.Fold(answer)):
		return "", texts.DeedInFile()
	case n < report.MinSummary || letters.Count(answer) < 5:
		return "", texts.SummaryTooShort(report.MinSummary)
	case n > report.MaxSummary:
		d.Content.Summary = answer
		return "", texts.SummaryTooLong(report.MaxSummary, n)
	}
	d.Content.Summary = answer
	return "", ""
}

// inFile is how people say that the deed stands in a file, which tells nothing of it.
var inFile = letters.Pattern(`^(?:(?:da|vang|em|e|chi|anh|toi|minh|tui|cac|noi dung|tom tat|viec lam|thanh tich|bai viet|bai|cai nay|phan nay|thi|la|ad|oi|a|het) )*(?:xem|doc|co|nhu|theo|o|gui|goi|da gui|nam|trong|dinh kem|kem)(?: (?:o|trong|giup|theo|tai|het|san|cai|kem|luon|roi))* (?:file|tep|ban word|word|pdf|link|anh)(?: (?:dinh kem|kem|tren|o|ben|phia|dau|duoi|do|day|nay|luc nay|ban nay|hoi nay|hom qua|hom truoc|hoi sang|sang nay|truoc|cho|qua zalo|zalo|word|gui|goi|dinh|roi|nhe|nha|a|em|e|chi|anh|toi|minh|da|vua|moi|kem theo|ad|nen|het))*[.!]?(?:, ?(?:` + vietnamese.Self + `) (?:da )?gui (?:file|tep|word|anh|roi|sau|qua zalo|kem)(?: (?:nhe|nha|a|roi|word))*)?$`)

// asFile is how people say so behind the file: "ảnh chụp bài viết em gửi ở trên".
var asFile = letters.Pattern(`^(?:file|tep|anh chup|hinh chup|ban word|bai viet|noi dung|ban chup)(?: \w+){0,4} (?:` + vietnamese.Self + `)(?: da| vua| moi)? (?:gui|goi|dinh kem|up)(?: \w+){0,4}(?:,.{0,40})?$`)

func shownSummary(d report.Draft) string {
	if n := letters.Len(d.Content.Summary); n < report.MinSummary || n > report.MaxSummary {
		return ""
	}
	return d.Content.Summary
}

// CutSummary keeps the first characters of a summary that is too long.
func CutSummary(d *report.Draft) {
	d.Content.Summary = letters.First(d.Content.Summary, report.MaxSummary)
}

// ReadRemark reads a remark of one line that is no part of an introduction,
// such as why there is none.
func ReadRemark(text string) (remark, refusal string) {
	remark = letters.OneLine(letters.Tidy(text))
	if citizen.HoldsID(remark) {
		return remark, texts.CitizenID()
	}
	return remark, within(remark, report.MaxNote)
}
