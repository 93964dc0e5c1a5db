package texts_test

import (
	"time"

	"guongsang/internal/report"

	. "guongsang/internal/texts"
)

// board are the samples of lists of units, of what is done about those that have not
// sent, and of names and phones.
func board() map[string][]string {
	called := member
	called.Phone, called.Named = "0912345678", true
	sent := report.Standing{Unit: unit.Code, Period: november, State: report.OnTime, Have: 2, At: at}
	var marks []Mark
	for n, s := range []report.State{report.OnTime, report.Late, report.NilFiled, report.MadeUp, report.Exempt, report.NotDue, report.OnTime, report.Pending} {
		marks = append(marks, Mark{Period: november.Add(n - 7), State: s})
	}
	some := Reach{Missing: 23, Reachable: 18, Lately: 5}
	reminded := SentReminder{At: at, To: member.Name, Period: november, Stage: "-2", Fate: "sent", Done: at.Add(time.Minute), Pressed: at.Add(12 * time.Minute)}
	var fates []string
	for _, fate := range []string{"", "refused", "unknown", "given up"} {
		fates = append(fates, office.ReminderLine(SentReminder{At: at, To: lost.Name, Period: fourth, Stage: "now/1", Fate: fate}))
	}
	fates = append(fates, office.ReminderLine(reminded), office.ReminderLine(SentReminder{At: at, Left: true, Period: november, Stage: "0", Note: "merged"}),
		office.ReminderLine(SentReminder{At: at, To: member.Name, Period: november, Stage: "+1", Note: "missed"}))
	return map[string][]string{
		"UnitListTitle":          {UnitListTitle("gap", "", november), UnitListTitle("uncon", unit.Block, november), UnitListTitle(ListOnTime, "", november), UnitListTitle(ListNotDue, "", fourth)},
		"UnitListIntro":          {UnitListIntro(23)},
		"Office.ListedStanding":  {office.ListedStanding(unit, sent), office.ListedStanding(unit, pending)},
		"AskState":               {AskState(AllUnits(), november)},
		"StateButton":            {StateButton("gap", 23), StateButton(ListLate, 2)},
		"AwaitingHead":           {AwaitingHead(true)},
		"SubmittedToHead":        {SubmittedToHead(true)},
		"AskDeal":                {AskDeal(AllUnits(), november, 23)},
		"CannotRemind":           {CannotRemind(UnitName(unit))},
		"AskRemindNow":           {AskRemindNow(AllUnits(), "tháng 11/2026", some, 4), AskRemindNow(UnitName(unit), "tháng 11/2026", Reach{Missing: 1}, 4), AskRemindNow(UnitName(unit), "tháng 11/2026", Reach{Missing: 1, Reachable: 1}, 4)},
		"AskRemindUnit":          {AskRemindUnit(UnitName(unit), []string{"• Tháng 11/2026: hạn 20/11/2026"})},
		"OwedToRemind":           {OwedToRemind(november, report.Date{Year: 2026, Month: 11, Day: 20}, report.Date{Year: 2026, Month: 11, Day: 21}, false, 4), OwedToRemind(november, report.Date{Year: 2026, Month: 11, Day: 20}, report.Date{Year: 2026, Month: 11, Day: 20}, true, 4)},
		"RemindOf":               {RemindOf("tháng 11/2026", false), RemindOf("tháng 11/2026", true)},
		"AllOfPeriods":           {AllOfPeriods(3)},
		"RemindSome":             {RemindSome(13)},
		"RemindAll":              {RemindAll(18)},
		"RemindedNow":            {RemindedNow(AllUnits(), "tháng 11/2026")},
		"Chased":                 {Chased(ChaseOutcome{Scope: AllUnits(), Periods: []report.Period{november}, Delivered: 12, Refused: 1, Unsure: 1, Waiting: 2, Beyond: 30}), Chased(ChaseOutcome{Scope: UnitName(unit), Periods: []report.Period{november}})},
		"NothingToRemind":        {NothingToRemind(UnitName(unit), "tháng 11/2026")},
		"NotToRemind":            {NotToRemind(october)},
		"Periods":                {Periods([]report.Period{november, fourth})},
		"GroupTextBelow":         {GroupTextBelow(unit.Block, 0, 1), GroupTextBelow(unit.Block, 1, 3)},
		"NextGroupText":          {NextGroupText(0, 3)},
		"Office.GroupText":       {office.GroupText(unit.Block, month, today, []report.Unit{unit, school}, 0, 2), comrades.GroupText(unit.Block, month, today.AddDays(9), []report.Unit{unit}, 40, 41)},
		"CallListTitle":          {CallListTitle(november)},
		"CallUnit":               {CallUnit(unit, report.Reachable), CallUnit(unit, report.Unconnected)},
		"CallPerson":             {CallPerson(called, first), CallPerson(lost, deputy)},
		"CallNobody":             {CallNobody()},
		"SpokenPhone":            each(SpokenPhone, "0912345678", "02133876543", "113"),
		"LabelEditPerson":        {LabelEditPerson(member.Name)},
		"Strip":                  Strip(marks),
		"StripLegend":            {StripLegend(map[report.State]bool{report.OnTime: true, report.Late: true, report.NotDue: true})},
		"RemindersTitle":         {RemindersTitle(unit)},
		"RemindersSum":           {RemindersSum(Outcomes{}), RemindersSum(Outcomes{Sent: 5, Delivered: 4, Pressed: 2})},
		"Office.ReminderLine":    fates,
		"Office.AskContactFirst": {office.AskContactFirst(), comrades.AskContactFirst()},
		"AskContact":             {AskContact(called, true), AskContact(member, false)},
		"ContactWords":           ContactWords(),
		"ContactKept":            {ContactKept(called)},
		"ContactSkipped":         {ContactSkipped()},
		"ContactUnreadable":      {ContactUnreadable()},
	}
}
