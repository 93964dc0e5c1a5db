package form

import (
	"regexp"
	"strings"
	"unicode"

	"guongsang/internal/dates"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

func takeName(d *report.Draft, answer string) (note, refusal string) {
	answer = line(answer)
	whole := answer
	answer, born := bornApart(answer)
	if !bornOf(*d, born) {
		answer, born = whole, ""
	}
	answer, ethnicity := ethnicityApart(answer)
	answer, place := nameOf(answer, d.Content)
	if refusal := checkName(answer); refusal != "" {
		return "", refusal
	}
	d.Content.Name = answer
	if place != "" && d.Content.Place == "" {
		if _, refusal := takePlace(d, place); refusal == "" {
			note = texts.Corrected(texts.FieldName("place", d.Content), d.Content.Place)
		}
	}
	if ethnicity != "" && d.Content.Ethnicity == "" && within(ethnicity, maxEthnicity) == "" {
		d.Content.Ethnicity = ethnicity
	}
	if born != "" && d.Content.Born == 0 {
		_, _ = takeBorn(d, born)
	}
	if (strings.Contains(answer, ".") || length(answer) <= 5) && initials.MatchString(answer) {
		note = texts.MaybeAbbreviated(answer)
	}
	return note, ""
}

// bornOf reports whether somebody whom a draft introduces can have been born then.
func bornOf(d report.Draft, born string) bool {
	on, ok := dates.Born(born, today(d))
	return ok && d.Content.Category != report.NewModel && (d.Content.Born == 0 || d.Content.Born == on.Year)
}

// bornApart takes the year or day of birth apart that follows a name.
func bornApart(answer string) (name, born string) {
	runes := []rune(answer)
	folded := letters.Fold(answer)
	at := bornAfter.FindStringSubmatchIndex(folded)
	if at == nil || len(folded) != len(runes) {
		return answer, ""
	}
	return strings.TrimRight(string(runes[:at[0]]), " ,;-(") + string(runes[at[1]:]), string(runes[at[2]:at[3]])
}

var bornAfter = regexp.MustCompile(`(?:[ ,;(-]+(?:sinh nam|sn|sinh ngay|sinh)[ :]*|[ ,;]*\()(\d[\d/.-]*)\)?`)

// ethnicityApart takes the ethnic group apart that follows a name: everybody reads
// the name, and nobody the group.
func ethnicityApart(answer string) (name, ethnicity string) {
	runes := []rune(answer)
	folded := letters.Fold(answer)
	at := ethnicityAfter.FindStringSubmatchIndex(folded)
	if at == nil || len(folded) != len(runes) {
		return answer, ""
	}
	return strings.TrimRight(string(runes[:at[0]]), " ,;-(") + string(runes[at[1]:]), string(runes[at[2]:at[3]])
}

var ethnicityAfter = regexp.MustCompile(`[ ,;(-]+(?:nguoi )?dan toc[ :]+([a-z']+(?: [a-z']+)?)\)?`)

// nameOf takes the name out of a sentence that gives it: without the title before
// a person's name and what is only polite after it, and with the place apart that
// follows a comma.
func nameOf(answer string, c report.Content) (name, place string) {
	if c.Category == report.NewModel || c.Object == report.Collective {
		return answer, ""
	}
	for _, mark := range []string{", ", " - ", " – ", "; ", " "} {
		head, rest, ok := strings.Cut(answer, mark)
		if mark == " " {
			head, rest, ok = beforePlaceIn(answer)
		}
		if rest = placeOf(rest); ok && personal(bareName(head)) && placeTold(rest) != "" && strings.HasPrefix(rest, placeTold(rest)) {
			return bareName(head), rest
		}
	}
	if bare := bareName(answer); personal(bare) {
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

// bareName leaves out what people say around a name.
func bareName(answer string) string {
	words := trimEnd(strings.Fields(answer))
	for len(words) > 2 && aroundName[letters.Fold(words[0])] && !(capital(words[0]) && personal(strings.Join(words, " "))) {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

var aroundName = setOf("da vang ten la anh chi ong ba em co chu bac chau thay")

// personal reports whether a text is the name of a person: a surname of the
// place, and more.
func personal(name string) bool {
	words := strings.Fields(name)
	return len(words) >= 2 && len(words) <= 5 && (surnames[letters.Fold(words[0])] || beforeMiddle(words)) && strings.IndexFunc(name, unicode.IsDigit) < 0
}

func takePlace(d *report.Draft, answer string) (note, refusal string) {
	answer = placeOf(line(answer))
	if refusal := within(answer, maxPlace); refusal != "" {
		return "", refusal
	}
	if strings.Count(strings.Map(letterOnly, answer), "x") < 2 {
		return "", texts.NeedsLetters()
	}
	d.Content.Place = answer
	if houseNo.MatchString(answer) {
		note = texts.MaybeHouseNumber()
	}
	return note, ""
}

// placeOf leaves out what people say before a place: "ở", "công tác tại".
func placeOf(answer string) string {
	words := trimEnd(strings.Fields(answer))
	for again := true; again; {
		again = false
		for _, said := range beforePlace {
			if n := len(said); len(words) > n && letters.Fold(strings.Join(words[:n], " ")) == strings.Join(said, " ") {
				words, again = words[n:], true
			}
		}
	}
	return strings.Join(words, " ")
}

var beforePlace = func() (all [][]string) {
	for said := range strings.SplitSeq("dang o,song o,nha o,sinh song o,sinh song tai,cong tac tai,cong tac o,lam viec tai,lam viec o,lam o,cu tru tai,thuong tru tai,hien o,o tai,o,tai,da,dang cong tac tai", ",") {
		all = append(all, strings.Fields(said))
	}
	return all
}()

// takeSummary keeps a summary that is too long as well: it is not lost, only
// not yet an answer.
func takeSummary(d *report.Draft, answer string) (note, refusal string) {
	switch n := length(answer); {
	case n == 0:
		return "", texts.Empty()
	case n < minSummary || strings.Count(strings.Map(letterOnly, answer), "x") < 5:
		return "", texts.SummaryTooShort(minSummary)
	case n > maxSummary:
		d.Content.Summary = answer
		return "", texts.SummaryTooLong(maxSummary, n)
	}
	d.Content.Summary = answer
	return "", ""
}

func shownSummary(d report.Draft) string {
	if n := length(d.Content.Summary); n < minSummary || n > maxSummary {
		return ""
	}
	return d.Content.Summary
}

// CutSummary keeps the first characters of a summary that is too long.
func CutSummary(d *report.Draft) { d.Content.Summary = cut(d.Content.Summary, maxSummary) }

// ReadRemark reads a remark of one line that is no part of an introduction,
// such as why there is none.
func ReadRemark(text string) (remark, refusal string) {
	remark = line(Clean(text))
	if HoldsCitizenID(remark) {
		return remark, texts.CitizenID()
	}
	return remark, within(remark, maxNote)
}
