package texts_test

import (
	"slices"

	. "guongsang/internal/texts"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
)

func workbook() map[string][]string {
	before, behind := BoardColumns()
	title := func(sheet string) string { return office.WorkbookTitle(sheet, november) }
	states := []report.State{report.OnTime, report.Late, report.MadeUp, report.NilFiled, report.Pending, report.Exempt}
	return map[string][]string{
		"Office.WorkbookTitle": each(title, SheetSummary, SheetBoard, SheetExamples, SheetGaps, SheetReminders),
		"SummaryColumns":       SummaryColumns(),
		"BlockColumns":         BlockColumns(),
		"TotalRow":             {TotalRow()},
		"CountSection":         each(CountSection, "category", "object", "group", "field", "review", "balance"),
		"BalanceLines":         BalanceLines(),
		"IdleFields":           {IdleFields(nil), IdleFields([]report.Field{report.Health, report.Digital})},
		"FieldUnknown":         {FieldUnknown()},
		"BoardColumns":         slices.Concat(before, behind),
		"PeriodColumn":         each(PeriodColumn, november, fourth),
		"BoardShare":           {BoardShare()},
		"StateMark":            append(each(func(s report.State) string { return StateMark(s, report.Reachable) }, states...), StateMark(report.Pending, report.Unconnected), StateMark(report.Pending, report.Unreachable)),
		"StateWord":            append(each(func(s report.State) string { return StateWord(s, report.Reachable) }, append(states, report.NotDue)...), StateWord(report.Pending, report.Unconnected), StateWord(report.Pending, report.Unreachable)),
		"ExampleColumns":       ExampleColumns(),
		"MayPublish":           each(MayPublish, privacy.Openly, privacy.Named, privacy.Given, privacy.Initials),
		"GapColumns":           GapColumns(),
		"ReminderColumns":      ReminderColumns(),
		"Stage":                each(Stage, "-5", "0", "+3", "escalate/deputy", "escalate/head", "escalate/blockhead", "escalate/agency", "complete/G-2026-0012/1", "snooze", "lost"),
		"ReminderResult":       each(ReminderResult, "sent", "waiting", "dropped", "refused", "unknown", "missed", "merged"),
		"PrintedPage":          {PrintedPage()},
		"GroupNames":           {GroupNames(model.Groups)},
		"PeriodNames":          {PeriodNames(example.Periods)},
	}
}

func pictures() map[string][]string {
	return map[string][]string{
		"BoardTitle":       each(BoardTitle, november, fourth),
		"Office.BoardAsOf": {office.BoardAsOf(at)},
		"BoardPage":        {BoardPage(0, 3)},
		"BoardSays":        {BoardSays(figures), BoardSays(report.Figures{})},
		"BoardNames":       {BoardNames()},

		"SummaryHead":        {SummaryHead()},
		"Office.SummaryAsOf": {office.SummaryAsOf(at)},
		"SummaryMet":         {SummaryMet()},
		"SummaryMissing":     {SummaryMissing(figures), SummaryMissing(report.Figures{Duties: 85, OnTime: 85})},
		"SummaryBefore":      {SummaryBefore(figures)},
		"SummaryNobody":      {SummaryNobody()},
		"SummaryExamples":    {SummaryExamples()},
		"SummaryPublished":   {SummaryPublished()},
		"SummaryBlocks":      {SummaryBlocks()},
		"SummarySays":        {SummarySays(figures, 4), SummarySays(report.Figures{}, 0)},

		"ShortMonth":       each(ShortMonth, november, fourth),
		"BoardPercent":     {BoardPercent(58, 85), BoardPercent(0, 0)},
		"ShortUnit":        each(ShortUnit, "Trường Mầm non Dào San", "Ủy ban nhân dân xã Dào San"),
		"SurveyNote":       {SurveyNote(false), SurveyNote(true)},
		"BoardBlocksLeft":  {BoardBlocksLeft(203)},
		"BoardUnit":        {BoardUnit(unit), BoardUnit(report.Unit{Code: "PT042", Name: "Trường Mầm non Dào San", Namesake: true})},
		"BoardUnitsLeft":   {BoardUnitsLeft(2905)},
		"ShareBand":        {ShareBand(90, 100), ShareBand(50, 70), ShareBand(0, 50)},
		"BoardEmpty":       {BoardEmpty()},
		"ChartTitle":       each(ChartTitle, november, fourth),
		"ChartPart":        each(ChartPart, "month", "quarter", "category", "group", "balance"),
		"ChartBalance":     ChartBalance(),
		"ChartBalanceNote": {ChartBalanceNote()},
		"ChartShare":       {ChartShare(96, 412), ChartShare(0, 0)},
		"ChartNote":        {ChartNote(52, november, november), ChartNote(1412, october, november)},
		"ChartGroupsNote":  {ChartGroupsNote()},
		"CardHead":         each(CardHead, report.Categories[:]...),
		"CardUnit":         {CardUnit(unit.Name)},
		"CardPeriod":       {CardPeriod(november)},
		"CardSays":         {CardSays(report.GoodDeed, "Lò Thị Xuân An", "Hiến đất làm đường.", unit.Name, november), CardSays(report.NewModel, "P.M.H.", "Nuôi ong", "", report.Period{})},
		"CardQuote":        {CardQuote("Đường rộng thì cả bản được nhờ."), CardQuote(`"Làm được gì cho bản thì làm"`)},
	}
}
