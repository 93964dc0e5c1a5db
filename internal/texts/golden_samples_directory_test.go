package texts_test

import (
	"guongsang/internal/report"

	. "guongsang/internal/texts"
)

// changing are the samples of the list of units, changed in chat.
func changing() map[string][]string {
	after, closing, heir := unit, unit, report.Unit{Code: "PT050", Name: "UBND xã Sì Lở Lầu", Month: true}
	after.Block, after.Symbol, after.Superior, after.QuotaMonth = "Khối 8", "UBND", "UBND tỉnh Lai Châu", 2
	after.Roster = report.Roster{Months: []int{1, 7}, Quarters: []int{3}}
	closing.ActiveTo, closing.Successor = report.NewDate(2026, 12, 21), heir.Code
	training := unit
	training.Training = report.NewDate(2026, 11, 16)
	from := []report.Schedule{month}
	people := []string{member.Name, lost.Name, "Hạnh", "Quân", "Thủy"}
	units, heirs := []report.Unit{closing}, []report.Unit{heir}
	pause := report.Pause{Period: november, From: training.Training, To: closing.ActiveTo, Reason: "sửa trường"}
	draft := "“Bò giống”, 16/11/2026"
	return map[string][]string{
		"AskPauseDates": {AskPauseDates(UnitName(unit))}, "BadPauseDates": {BadPauseDates(training.Training)}, "NothingToPause": {NothingToPause(training.Training, closing.ActiveTo)},
		"ConfirmPauseDates": {ConfirmPauseDates(UnitName(unit), pause.From, pause.To, pause.Reason, []report.Schedule{month, month, month, month, month}, 2)},
		"PausedUntil":       {PausedUntil(UnitName(unit), pause.From, pause.To, 3)}, "Office.PausedDates": {office.PausedDates(UnitName(unit), pause.From, pause.To, pause.Reason)},
		"ResumedAll": {ResumedAll(UnitName(unit))}, "Office.ResumedDates": {office.ResumedDates(UnitName(unit))}, "PauseLine": {PauseLine(pause), PauseLine(report.Pause{Period: november})},
		"PausedUnits":           {PausedUnits([]report.Paused{{Unit: unit, Pause: pause}, {Unit: heir}, {Unit: heir}, {Unit: heir}})},
		"UnitField":             each(UnitField, "name", "block", "duties", "quota", "roster", "superior", "symbol", "form"),
		"LabelTraining":         {LabelTraining(true), LabelTraining(false)},
		"LabelSuccessor":        {LabelSuccessor(heir.Name)},
		"LabelMovePeople":       {LabelMovePeople(closing)},
		"LabelMovePerson":       {LabelMovePerson(member.Name, heir)},
		"DutiesLabel":           each(DutiesLabel, "x,x", "x,", ",x", ","),
		"Office.UnitTerms":      {office.UnitTerms(unit), office.UnitTerms(after), office.UnitTerms(training), office.UnitTerms(report.Unit{Code: "PT9", Name: "Bản Nà Cúng"}), office.UnitTerms(report.Unit{Code: "PT8", Name: "UBND xã", Form: report.StateForm})},
		"AskUnitField":          each(func(f string) string { return AskUnitField(f, unit) }, "name", "block", "duties", "quota", "roster", "superior", "symbol", "form"),
		"UnitSame":              {UnitSame()},
		"PreviewUnit":           {PreviewUnit("block", unit, after, from, people), PreviewUnit("symbol", unit, after, nil, nil)},
		"UnitChangeDone":        {UnitChangeDone("quota", unit, after)},
		"Office.UnitIsChanged":  {office.UnitIsChanged("block", unit, after, from), office.UnitIsChanged("superior", unit, after, nil)},
		"AskNewUnit":            {AskNewUnit()},
		"UnitExists":            {UnitExists(unit)},
		"PreviewNewUnit":        {PreviewNewUnit(unit, from), PreviewNewUnit(unit, nil)},
		"UnitAdded":             {UnitAdded(unit)},
		"AskHeirs":              {AskHeirs()},
		"AskMerged":             {AskMerged()},
		"UnitUnclear":           {UnitUnclear("xã Mường", 0), UnitUnclear("xã", 12)},
		"TooManyTogether":       {TooManyTogether(20)},
		"AskLastDay":            {AskLastDay()},
		"BadLastDay":            {BadLastDay(training.Training)},
		"HeirClosed":            {HeirClosed(closing)},
		"HeirOfItself":          {HeirOfItself(unit)},
		"ClosedAlready":         {ClosedAlready(closing)},
		"PreviewClosing":        {PreviewClosing(units, heirs, closing.ActiveTo, from, people), PreviewClosing(units, nil, closing.ActiveTo, from, nil)},
		"ClosingDone":           {ClosingDone(units, heirs), ClosingDone(units, nil)},
		"Office.UnitCloses":     {office.UnitCloses(closing, heirs), office.UnitCloses(closing, nil)},
		"Office.UnitTakesOver":  {office.UnitTakesOver(heir, units, closing.ActiveTo)},
		"FormerUnits":           {FormerUnits(units)},
		"PeopleToMove":          {PeopleToMove(closing, 2), PeopleToMove(closing, 0)},
		"PersonMoved":           {PersonMoved(member.Name, "đầu mối dự phòng của UBND xã Sì Lở Lầu (PT050)", 1), PersonMoved(member.Name, "đầu mối chính của UBND xã Sì Lở Lầu (PT050)", 0)},
		"Office.YouAreMoved":    {office.YouAreMoved("đầu mối dự phòng của UBND xã Sì Lở Lầu (PT050)", closing, 1)},
		"SentToday":             {SentToday("G-2026-0042")},
		"NilToday":              {NilToday(report.Period{Duty: report.Month, Year: 2026, Number: 11})},
		"WrittenToday":          {WrittenToday()},
		"BeforeTraining":        {BeforeTraining("G-2026-0042")},
		"AskTrain":              {AskTrain()},
		"TrainingBegun":         {TrainingBegun(training)},
		"Office.TrainingBegins": {office.TrainingBegins(training)},
		"AskTrained":            {AskTrained(training, 3)},
		"TrainingEnded":         {TrainingEnded(unit, 3, true), TrainingEnded(unit, 3, false)},
		"Office.TrainingEnds":   {office.TrainingEnds(unit)},
		"InTraining":            {InTraining(training)},
		"DraftsLeft":            {DraftsLeft(member.Name, "UBND xã Dào San (PT042)", 2)},
		"LabelDraftLeft":        {LabelDraftLeft(draft)},
		"DraftTaken":            {DraftTaken(draft)},
		"DraftTakenFrom":        {DraftTakenFrom(member.Name, draft)},
	}
}
