package texts_test

import (
	"guongsang/internal/report"
	. "guongsang/internal/texts"
)

func papersInChat() map[string][]string {
	return map[string][]string{
		"PaperUnderWay": {PaperUnderWay("report", november), PaperUnderWay("workbook", fourth), PaperUnderWay("card", report.Period{})},
		"PaperNotYet":   {PaperNotYet("card", example.Number), PaperNotYet("package", example.Number)},
		"PhotosLeftOut": {PhotosLeftOut(3)},
		"PhotoAsItCame": {PhotoAsItCame(example.Number)},
		"DraftHead":     {DraftHead(report.Draft{Content: teacher})},
		"PictureFault":  each(PictureFault, "heic", "huge", "slow", "damaged", "unknown", ""),
	}
}
