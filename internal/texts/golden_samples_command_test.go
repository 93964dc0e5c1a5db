package texts_test

import (
	"guongsang/internal/report"
	. "guongsang/internal/texts"
	"guongsang/storage/transfer"
)

// papers are the sentences about documents, in chat and for the operator.
func papers() map[string][]string {
	kinds := []string{"report", "urge", "letter", "workbook", "summary", "board", "chart", "annex", "nominees", "press", "card", "square", "package", "invites", "units", "backup"}
	none := report.Period{}
	return map[string][]string{
		"PaperName":            each(PaperName, kinds...),
		"ToPapers":             {ToPapers()},
		"PapersAsk":            each(PapersAsk, november, fourth),
		"PaperBegun":           {PaperBegun("report", november), PaperBegun("card", none), PaperBegun("backup", none)},
		"PaperDone":            {PaperDone("workbook", fourth), PaperDone("card", none)},
		"PaperCaption":         {PaperCaption("board", november), PaperCaption("card", none)},
		"PaperEmpty":           each(PaperEmpty, "urge", "letter", "annex", "nominees", "press", "invites", "backup"),
		"Office.PaperFailed":   {office.PaperFailed("report", november), office.PaperFailed("invites", none), office.PaperFailed("extended", november), office.PaperFailed("revoke", none), office.PaperFailed("backup", none)},
		"Office.PaperTooLarge": {office.PaperTooLarge("report")},
		"PaperFile": {
			PaperFile("report", november, "", 1, 1), PaperFile("urge", fourth, "", 1, 1), PaperFile("letter", november, "PT042", 1, 1), PaperFile("slip", november, "PT042", 1, 1),
			PaperFile("workbook", fourth, "", 1, 1), PaperFile("board", november, "", 2, 3), PaperFile("card", none, "G-2026-0042", 1, 1), PaperFile("package", none, "G-2026-0042", 1, 1),
			PaperFile("annex", november, "", 1, 1), PaperFile("nominees", november, "", 1, 1), PaperFile("press", fourth, "", 1, 1),
		},
		"TemplateMissing": {TemplateMissing("mau/bao-cao.docx")},
		"TemplateUnread":  {TemplateUnread("mau/bao-cao.docx")},
		"TemplateNotWord": each(func(kind string) string { return TemplateNotWord("mau/bao-cao", kind) },
			"", "doc", "rtf", "odt", "html", "xml", "macro", "strict", "foreign", "pdf", "locked", "xlsx", "pptx", "empty", "temp", "damaged"),
		"TemplateOverLimit": {
			TemplateOverLimit("mau/bao-cao.docx", "", 5), TemplateOverLimit("mau/bao-cao.docx", "bytes in the file", 10<<20),
			TemplateOverLimit("mau/bao-cao.docx", "bytes unpacked", 64<<20), TemplateOverLimit("mau/bao-cao.docx", "elements", 200_000),
			TemplateOverLimit("mau/bao-cao.docx", "parts", 2000), TemplateOverLimit("mau/bao-cao.docx", "bytes in one tag or text", 1<<20),
			TemplateOverLimit("mau/bao-cao.docx", "bytes as trees", 96<<20),
			TemplateOverLimit("mau/bao-cao.docx", "bytes in the name of a part", 255), TemplateOverLimit("mau/bao-cao.docx", "relationships of one part", 10_000),
		},
		"TemplatesBuiltIn": {TemplatesBuiltIn()},
		"PDFBy":            {PDFBy("/usr/bin/soffice")},
		"PDFMissing":       {PDFMissing(""), PDFMissing("/opt/soffice")},
		"PapersWithoutPDF": {PapersWithoutPDF()},
		"PDFNotMade":       {PDFNotMade()},
		"PDFTooLarge":      {PDFTooLarge()},
		"PDFCaption":       {PDFCaption("report", november), PDFCaption("letter", fourth)},
		"Volume":           {Volume(1, 3)},
		"VolumeSays":       {VolumeSays(2, 3, 341, 700)},
		"VolumeOfPackage":  {VolumeOfPackage(1, 2)},
		"PhotosShrunk":     {PhotosShrunk()},
		"VolumeFile":       {VolumeFile("bao-cao-2026-11", 1, 3)},
		"PhotosSeen":       {PhotosSeen(120, 1200)},
		"PhotosUnderWay":   {PhotosUnderWay(7, 200)},
		"VolumeUnderWay":   {VolumeUnderWay(2, 3)},
		"PDFUnderWay":      {PDFUnderWay(15)},
		"PDFOff":           {PDFOff()},
		"TemplatesOwn":     {TemplatesOwn()},
		"TemplateGood":     {TemplateGood("templates.report", "mau/bao-cao.docx", nil, nil), TemplateGood("templates.urge", "mau/don-doc.docx", []string{TemplateProblem(templateProblems[16])}, []string{"han", "don_vi.stt"})},
		"AboutReport":      {AboutReport()},
		"UsageReport":      {UsageReport()},
		"WhichPeriod":      each(WhichPeriod, "", "11/2026"),
		"WhichKinds":       {WhichKinds("bord", kinds[:3], "board"), WhichKinds("pdf", kinds[:3], "")},
		"BusyReport":       {BusyReport()},
		"NoRecords":        {NoRecords("data")},
		"FilesThere":       {FilesThere([]string{"ra/bao-cao-2026-11.docx", "ra/bang-theo-doi-2026-11.xlsx"})},
		"AboutExport":      {AboutExport()},
		"UsageExport":      {UsageExport()},
		"AboutImport":      {AboutImport()},
		"UsageImport":      {UsageImport()},
		"Exported":         {Exported("xuat/guongsang.jsonl", 1234, 0, false, 0), Exported("xuat/guongsang.jsonl", 1234, 5, true, 1)},
		"ImportedStore":    {ImportedStore("data/guongsang.db", 1234, 5, 0, 23, 23), ImportedStore("data/guongsang.db", 1234, 0, 5, 3, 23)},
		"LineWrong": each(func(fault string) string { return LineWrong("xuat/guongsang.jsonl", 13, fault) }, string(transfer.NoExport), string(transfer.NewerFormat),
			string(transfer.Changed), string(transfer.CutOff), string(transfer.Trailing), string(transfer.Misplaced)),
		"ImportNotEmpty":      {ImportNotEmpty("data")},
		"ExportThere":         {ExportThere("xuat/guongsang.jsonl")},
		"NoExportThere":       {NoExportThere()},
		"AboutExportTemplate": {AboutExportTemplate()},
		"UsageExportTemplate": {UsageExportTemplate()},
		"TemplatesExported":   {TemplatesExported()},
	}
}
