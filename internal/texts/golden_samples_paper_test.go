package texts

import "guongsang/internal/report"

func papersInChat() map[string][]string {
	return map[string][]string{
		"PaperUnderWay": {PaperUnderWay("report", november), PaperUnderWay("workbook", fourth), PaperUnderWay("card", report.Period{})},
		"CardNotYet":    {CardNotYet(example.Number)},
		"PhotosLeftOut": {PhotosLeftOut(3)},
	}
}
