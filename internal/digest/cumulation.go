package digest

import (
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/word"
)

// cumulatedValues are what the report of half a year or a year says in other words than
// that of a month: its figures are sums.
func cumulatedValues(in ReportInput, gaps string) word.Values {
	c := *in.Cumulated
	return word.Values{
		"tinh_hinh": paragraphs("doan", in.Office.DocumentCumulated(c, in.LastYear, gaps)),
		"ket_qua":   paragraphs("doan", texts.DocumentCumulatedResults(c, in.Balance)),
		"co_cau":    paragraphs("doan", texts.DocumentCumulatedBalance(c.Schedule.Period, in.Balance)),
		"cac_ky":    partRows(c.Parts),
	}
}

// asked is what the proposals speak of: of half a year or a year the units that have
// sent nothing; before a deadline nobody is to be told to send.
func (in ReportInput) asked() report.Summary {
	sum := in.Summary
	if in.Cumulated == nil && !sum.Schedule.Deadline.Before(report.DateOf(sum.At.In(in.Office.Zone))) {
		sum.Total.Missing = 0
	}
	if in.Cumulated != nil {
		sum.Total.Missing = len(sum.Gaps)
		sum.Total.Unconnected, sum.Total.Unreachable = len(sum.GapsOf(report.Unconnected)), len(sum.GapsOf(report.Unreachable))
	}
	return sum
}

// partRows are the months and quarters of half a year or a year.
func partRows(parts []report.Part) word.List {
	rows := word.List{}
	for _, p := range parts {
		row := word.Values{"ten": word.Text(texts.DocumentRow(p))}
		for name, n := range map[string]int{
			"phai_gui": p.Duties, "gioi_thieu": p.Introduced(), "khong_phat_sinh": p.Nil, "chua_gui": p.Missing,
			"muon": p.Late + p.MadeUp + p.NilLate, "so_guong": p.Examples,
		} {
			row[name] = word.Text(texts.Number(n))
		}
		row["ty_le"] = word.Text(texts.Share(p.Met(), p.Duties))
		if !p.Due { // nobody owes it yet, and the sums are without it
			row["phai_gui"], row["ty_le"], row["chua_gui"] = word.Text(texts.NoneYet()), word.Text(texts.NoneYet()), word.Text(texts.NoneYet())
		}
		rows = append(rows, row)
	}
	return rows
}
