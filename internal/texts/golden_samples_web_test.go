package texts

import (
	"guongsang/internal/report"
)

// webSentences are the sentences of the demo in the browser.
func webSentences() map[string][]string {
	focal := report.Post{Role: report.Focal, Unit: unit.Code}
	deputy := report.Post{Role: report.Focal, Unit: unit.Code, Deputy: true}
	blockHead := report.Post{Role: report.BlockHead, Block: unit.Block}
	extended := month
	extended.Extended = true
	said := map[string][]string{
		"DemoFlag":         {DemoFlag("addr", true), DemoFlag("out", false)},
		"DemoDays":         {DemoDays()},
		"WebBotName":       {WebBotName()},
		"WebServing":       {WebServing("127.0.0.1:8080")},
		"WebKeeping":       {WebKeeping("tap-huan")},
		"WebLoopback":      {WebLoopback("0.0.0.0:8080")},
		"WebAddressTaken":  {WebAddressTaken("127.0.0.1:8080")},
		"WebNotKept":       {WebNotKept("tap-huan")},
		"WebKeptBroken":    {WebKeptBroken("tap-huan/demo.json")},
		"WebForeignHost":   {WebForeignHost()},
		"WebForeignOrigin": {WebForeignOrigin()},
		"WebForeignMethod": {WebForeignMethod()},
		"WebNothingHere":   {WebNothingHere()},
		"WebBroken":        {WebBroken()},
		"WebUnreadable":    {WebUnreadable()},
		"WebNoPhone":       {WebNoPhone()},
		"WebNothingSaid":   {WebNothingSaid()},
		"WebNotEditable":   {WebNotEditable()},
		"WebTooLarge":      {WebTooLarge(50)},
		"WebWhichFiles":    {WebWhichFiles(10)},
		"WebNoFile":        {WebNoFile()},
		"WebNoScene":       {WebNoScene()},
		"WebNothingAhead":  {WebNothingAhead()},
		"WebNoDeadline":    {WebNoDeadline()},
		"WebWhoseName":     {WebWhoseName()},
		"WebWhichUnit":     {WebWhichUnit()},
		"WebWhichBlock":    {WebWhichBlock()},
		"WebWhichRole":     {WebWhichRole()},
		"WebWhatCode":      {WebWhatCode()},
		"WebKind":          each(WebKind, "photo", "document", "voice", "sticker", "location", "contact", "text"),
		"WebOutsider":      {WebOutsider()},
		"WebRole":          each(WebRole, focal, deputy, report.Post{Role: report.Head}, blockHead, report.Post{Role: report.Officer}, report.Post{}),
		"WebTitle":         {WebTitle(focal, unit.Name), WebTitle(blockHead, ""), WebTitle(report.Post{Role: report.Leader}, "")},
		"WebPeriod":        each(WebPeriod, november, fourth),
		"WebDeadline":      each(WebDeadline, month, extended),
		"WebDay":           {WebDay(report.Calendar{}, report.Date{Year: 2026, Month: 11, Day: 20}), WebDay(report.Calendar{}, report.Date{Year: 2026, Month: 11, Day: 22})},
		"WebMoment":        {WebMoment(at), WebMoment(today.End(office.Zone))},
		"WebDigest":        {WebDigest(november, report.Officer, 2)},
		"WebPicture":       {WebPicture(november, 3)},
		"WebDeadlineDay":   {WebDeadlineDay(november, 12)},
		"WebLockDay":       {WebLockDay(fourth, 4)},
		"WebRetry":         {WebRetry(at)},
		"WebLine":          {WebLine("Nhắc gửi gương tháng 11\nKính gửi đồng chí.")},
		"WebTourDisturbed": {WebTourDisturbed()},
	}
	for _, id := range []string{"start", "two-days", "overdue", "quarter", "returned", "child"} {
		said["WebScene"] = append(said["WebScene"], both(WebScene(id)))
	}
	for _, kind := range []string{"remind", "completion", "escalated", "block", "agency", "lost"} {
		said["WebNotice"] = append(said["WebNotice"], WebNotice(kind, 2, 5))
	}
	for _, step := range []string{"invite", "introduce", "accept", "remind", "nil", "model", "return", "complete", "deadline", "digest", "escalate", "end"} {
		said["WebTour"] = append(said["WebTour"], both(WebTour(step)))
	}
	return said
}
