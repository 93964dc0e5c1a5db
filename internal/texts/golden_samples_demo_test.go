package texts_test

import (
	"guongsang/internal/demotexts"
	"guongsang/internal/report"
	"guongsang/internal/simulation"
	. "guongsang/internal/texts"
)

// demo are the sentences of the demo, in the terminal and in the browser.
func demo() map[string][]string {
	focal := report.Post{Role: report.Focal, Unit: unit.Code}
	deputy := report.Post{Role: report.Focal, Unit: unit.Code, Deputy: true}
	blockHead := report.Post{Role: report.BlockHead, Block: unit.Block}
	extended := month
	extended.Extended = true
	said := map[string][]string{
		"Opening":          {demotexts.Opening(85, 40, report.NewDate(2026, 11, 2), report.NewDate(2026, 12, 28))},
		"DayHead":          {demotexts.DayHead(today)},
		"Clock":            {demotexts.Clock(at)},
		"Enrolled":         {demotexts.Enrolled(40, 85)},
		"Who":              {demotexts.Who(member.Name, "PT083"), demotexts.Who("Nguyễn Thu Hà", "")},
		"Says":             {demotexts.Says(member.Name, "Gửi gương")},
		"Introduced":       {demotexts.Introduced(Category(report.GoodDeed), teacher.Name, teacher.Title, "✅ Đã tiếp nhận. Mã số: G-2026-0042")},
		"Press":            {demotexts.Press("Gửi gương")},
		"Files":            {demotexts.Files(2)},
		"Blocked":          {demotexts.Blocked(lost.Name)},
		"LongMessage":      {demotexts.LongMessage()},
		"WordFile":         {both(demotexts.WordFile())},
		"Template":         {demotexts.Template(Category(report.GoodDeed), child.Name, child.Place, child.Title, child.Summary, child.Born)},
		"Reminded":         {demotexts.Reminded(ReminderTitle([]Owing{soon}), []string{"PT007", "PT008"})},
		"TableHead":        demotexts.TableHead(),
		"Proof":            {demotexts.Proof(592, 0), demotexts.Proof(592, 2)},
		"Kept":             {demotexts.Kept("demo-data")},
		"About":            {demotexts.About()},
		"Usage":            {demotexts.Usage()},
		"Flags":            {demotexts.Flags()},
		"Channel":          {both(demotexts.Channel())},
		"MissingList":      {demotexts.MissingList()},
		"Posted":           {demotexts.Posted("Gương sáng Phong Thổ", "Hiến 320 m² đất", 0), demotexts.Posted("Gương sáng Phong Thổ", "Hiến 320 m² đất", 2)},
		"OnChannel":        {demotexts.OnChannel(3)},
		"Phone":            {demotexts.Phone("Lý Văn Páo", 101)},
		"Papers":           {demotexts.Papers([]string{"ra/bao-cao-2026-11.docx", "ra/tong-quan-2026-11-1.png"})},
		"Attached":         {demotexts.Attached("bao-cao-2026-11.docx", 0), demotexts.Attached("", 3)},
		"FolderFull":       {demotexts.FolderFull("out", "ra")},
		"Flag":             {demotexts.Flag("addr", true), demotexts.Flag("out", false)},
		"Days":             {demotexts.Days()},
		"FlagWithSeed":     {demotexts.FlagWithSeed("days")},
		"FlagWithUnits":    {demotexts.FlagWithUnits("play")},
		"FlagWithoutUnits": {demotexts.FlagWithoutUnits("years")},
		"Generate":         {demotexts.Generate(100_000, 50)},
		"Generated":        {demotexts.Generated(report.Period{Duty: report.Month, Year: 2026, Number: 11}, 37_412)},
		"GeneratedAll":     {demotexts.GeneratedAll(3321, 10, 344_012, 1<<30, "du-lieu-do")},
		"BotName":          {demotexts.BotName()},
		"Serving":          {demotexts.Serving("127.0.0.1:8080")},
		"Keeping":          {demotexts.Keeping("tap-huan")},
		"Loopback":         {demotexts.Loopback("0.0.0.0:8080")},
		"AddressTaken":     {demotexts.AddressTaken("127.0.0.1:8080")},
		"NotKept":          {demotexts.NotKept("tap-huan")},
		"KeptBroken":       {demotexts.KeptBroken("tap-huan/demo.json")},
		"ForeignHost":      {demotexts.ForeignHost()},
		"ForeignOrigin":    {demotexts.ForeignOrigin()},
		"ForeignMethod":    {demotexts.ForeignMethod()},
		"NothingHere":      {demotexts.NothingHere()},
		"Broken":           {demotexts.Broken()},
		"Unreadable":       {demotexts.Unreadable()},
		"NoPhone":          {demotexts.NoPhone()},
		"NothingSaid":      {demotexts.NothingSaid()},
		"NotEditable":      {demotexts.NotEditable()},
		"TooLarge":         {demotexts.TooLarge(50)},
		"WhichFiles":       {demotexts.WhichFiles(10)},
		"NoFile":           {demotexts.NoFile()},
		"NoScene":          {demotexts.NoScene()},
		"NothingBefore":    {demotexts.NothingBefore()},
		"NothingAhead":     {demotexts.NothingAhead()},
		"NoDeadline":       {demotexts.NoDeadline()},
		"WhoseName":        {demotexts.WhoseName()},
		"WhichUnit":        {demotexts.WhichUnit()},
		"WhichBlock":       {demotexts.WhichBlock()},
		"WhichRole":        {demotexts.WhichRole()},
		"WhatCode":         {demotexts.WhatCode()},
		"Kind":             each(demotexts.Kind, "photo", "document", "voice", "sticker", "location", "contact", "text"),
		"Outsider":         {demotexts.Outsider()},
		"Role":             each(demotexts.Role, focal, deputy, report.Post{Role: report.Head}, blockHead, report.Post{Role: report.Officer}, report.Post{}),
		"Title":            {demotexts.Title(focal, unit.Name), demotexts.Title(blockHead, ""), demotexts.Title(report.Post{Role: report.Leader}, "")},
		"Period":           each(demotexts.Period, november, fourth),
		"Deadline":         each(demotexts.Deadline, month, extended),
		"DayKind":          {demotexts.DayKind(report.Calendar{}, report.Date{Year: 2026, Month: 11, Day: 20}), demotexts.DayKind(report.Calendar{}, report.Date{Year: 2026, Month: 11, Day: 22})},
		"Moment":           {demotexts.Moment(at), demotexts.Moment(today.End(office.Zone))},
		"Digest":           {demotexts.Digest(november, report.Officer, 2)},
		"Picture":          {demotexts.Picture(november, 3)},
		"Overlooked":       {demotexts.Overlooked(2, 5)},
		"Posting":          {demotexts.Posting(1)},
		"DeadlineDay":      {demotexts.DeadlineDay(november, 12)},
		"LockDay":          {demotexts.LockDay(fourth, 4)},
		"Retry":            {demotexts.Retry(at)},
		"Line":             {demotexts.Line("Nhắc gửi gương tháng 11\nKính gửi đồng chí.")},
		"TourDisturbed":    {demotexts.TourDisturbed()},
		"SimulatedRound":   {demotexts.SimulatedRound(3, 10)},
		"SimulatedTitle":   {demotexts.SimulatedTitle(7)},
		"SimulatedAll":     {demotexts.SimulatedAll(10)},
		"SimulatedWrong":   {demotexts.SimulatedWrong(7)},
	}
	for _, id := range []string{"start", "message", "word", "two-days", "overdue", "quarter", "returned", "child", "published"} {
		said["Scene"] = append(said["Scene"], both(demotexts.Scene(id)))
	}
	for _, kind := range []string{"remind", "completion", "escalated", "block", "agency", "lost"} {
		said["Notice"] = append(said["Notice"], demotexts.Notice(kind, 2, 5))
	}
	for _, step := range []string{"invite", "introduce", "accept", "remind", "nil", "model", "return", "complete", "choose", "publish", "deadline", "digest", "escalate", "end"} {
		said["Tour"] = append(said["Tour"], both(demotexts.Tour(step)))
	}
	for _, t := range []simulation.Told{
		{Kind: simulation.RoundBegins, Round: 1, Of: 10}, {Kind: simulation.Stopped}, {Kind: simulation.Killed}, {Kind: simulation.StartedAgain}, {Kind: simulation.Mended},
		{Kind: simulation.RoundEnds}, {Kind: simulation.RoundEnds, Introduced: 1204},
	} {
		said["Simulated"] = append(said["Simulated"], demotexts.Simulated(t))
	}
	for _, name := range simulation.Faults() {
		said["Simulated"] = append(said["Simulated"], demotexts.Simulated(simulation.Told{Kind: simulation.GoesWrong, What: name}))
	}
	for _, over := range []string{simulation.OverReminder, simulation.OverPost} {
		said["Simulated"] = append(said["Simulated"], demotexts.Simulated(simulation.Told{Kind: simulation.Killed, What: over}))
	}
	for _, post := range []string{simulation.OfficerGoes, simulation.DeputyGoes, simulation.FocalChanges, simulation.WasAccepted, simulation.WasReceived, simulation.WasTakenOver} {
		said["Simulated"] = append(said["Simulated"], demotexts.Simulated(simulation.Told{Kind: simulation.PostGoes, What: post}))
	}
	for _, how := range simulation.Outcomes {
		said["Simulated"] = append(said["Simulated"], demotexts.Simulated(simulation.Told{Kind: simulation.PowerCut, What: string(how)}))
	}
	return said
}
