package form

import (
	"strings"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

func takeName(d *report.Draft, answer string) (note, refusal string) {
	answer = line(answer)
	if refusal := checkName(answer); refusal != "" {
		return "", refusal
	}
	d.Content.Name = answer
	if initials.MatchString(answer) {
		note = texts.MaybeAbbreviated(answer)
	}
	return note, ""
}

func takePlace(d *report.Draft, answer string) (note, refusal string) {
	answer = line(answer)
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
