package agency

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"guongsang/handlers/pick"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/dates"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

const (
	verbLog       turn.Verb = "log"
	verbLogFilter turn.Verb = "logf"
)

const questionLog turn.Question = "log"

// logPage is how many lines of the log a message shows.
const logPage = 8

// A logView is what of the audit log is looked at, as its buttons carry it: "uPT001",
// "p100000001" or "eG-2026-0001", "20261101-20261115", and the last line seen.
type logView struct {
	subject string
	span    span
	before  records.AuditPlace
}

// A span is from one day to another, both included; no day is no limit.
type span struct{ from, to report.Date }

func (s span) String() string { return compactDay(s.from) + "-" + compactDay(s.to) }

// compactDay is a day in the few letters that a button has room for.
func compactDay(d report.Date) string { return strings.ReplaceAll(d.String(), "-", "") }

// logSubject is whom or what the log is asked about.
var logSubject = turn.NewKind("subject", func(_ *turn.Reading, part string) (string, turn.Refusal) {
	if !strings.ContainsRune("upe", rune(part[0])) || len(part) < 2 {
		return "", turn.Stale
	}
	return part, nil
})

var logSpan = turn.NewKind("span", func(_ *turn.Reading, part string) (s span, no turn.Refusal) {
	from, to, _ := strings.Cut(part, "-")
	var err, endErr error
	s.from, err = readCompactDay(from)
	s.to, endErr = readCompactDay(to)
	if err != nil || endErr != nil {
		return s, turn.Stale
	}
	return s, nil
})

func readCompactDay(s string) (report.Date, error) {
	if s == "" {
		return report.Date{}, nil
	}
	d, err := time.Parse("20060102", s)
	return report.DateOf(d), err
}

// logPlace is the last line that was seen.
var logPlace = turn.NewKind("before", func(_ *turn.Reading, part string) (p records.AuditPlace, no turn.Refusal) {
	nano, seq, _ := strings.Cut(part, "-")
	at, err := strconv.ParseInt(nano, 36, 64)
	if err != nil {
		return p, turn.Stale
	}
	n, err := strconv.ParseUint(seq, 36, 64)
	if err != nil {
		return p, turn.Stale
	}
	return records.AuditPlace{Nano: at, Seq: n}, nil
})

var logFilter = turn.Join(turn.Opt(logSubject), turn.Opt(logSpan), func(_ *turn.Reading, subject string, s span) (logView, turn.Refusal) {
	return logView{subject: subject, span: s}, nil
})

var logViewed = turn.Join(logFilter, turn.Opt(logPlace), func(_ *turn.Reading, v logView, p records.AuditPlace) (logView, turn.Refusal) {
	v.before = p
	return v, nil
})

// args are what a button carries that leads on from a place.
func (v logView) args(before records.AuditPlace) []any {
	var at string
	if before != (records.AuditPlace{}) {
		at = strconv.FormatInt(before.Nano, 36) + "-" + strconv.FormatUint(before.Seq, 36)
	}
	return []any{v.subject, v.span, at}
}

// query is what the store is asked for.
func (v logView) query(zone *time.Location) records.AuditQuery {
	q := records.AuditQuery{Before: v.before}
	if v.subject != "" {
		switch rest := v.subject[1:]; v.subject[0] {
		case 'u':
			q.Unit = rest
		case 'e':
			q.Example = rest
		default:
			q.Person, _ = strconv.ParseInt(rest, 10, 64) // of a forged button: nobody
		}
	}
	if !v.span.from.IsZero() {
		q.From = v.span.from.Start(zone)
	}
	if !v.span.to.IsZero() {
		q.To = v.span.to.End(zone)
	}
	return q
}

// auditLog shows the newest lines of all.
func auditLog(t *turn.Reading) error { return showLog(t, logView{}) }

// showLog shows a page of the log, the newest lines first.
func showLog(t *turn.Reading, v logView) error {
	t.CloseQuestion()
	page, err := t.Tx.AuditLog(v.query(t.Rules.Zone), logPage)
	if err != nil {
		return err
	}
	var lines []string
	if v.subject != "" || v.span != (span{}) {
		lines = append(lines, texts.LogFiltered(subjectName(t, v.subject), v.span.from, v.span.to))
	}
	for _, l := range page.Lines {
		lines = append(lines, t.Office.LogLine(LogLine(t.Tx, l)))
	}
	if len(page.Lines) == 0 {
		lines = append(lines, texts.LogEmpty(page.More))
	}
	var turns []chat.Button
	if page.More {
		turns = append(turns, turn.Button(texts.LabelLogOlder, verbLog, v.args(page.Last)...))
	}
	if v.before != (records.AuditPlace{}) {
		turns = append(turns, turn.Button(texts.LabelLogNewest, verbLog, v.args(records.AuditPlace{})...))
	}
	var buttons [][]chat.Button
	if len(turns) > 0 {
		buttons = append(buttons, turns)
	}
	buttons = append(buttons, []chat.Button{turn.Button(texts.LabelLogFilter, verbLogFilter, v.subject, v.span)})
	return t.Show(chat.Message{Title: texts.LogTitle(), Text: strings.Join(lines, "\n"), Buttons: buttons})
}

// LogLine is a line with the names of those that it speaks of, as they are called today.
func LogLine(tx *storage.Snapshot, l records.AuditLine) texts.LogLine {
	line := texts.LogLine{At: l.At, Did: l.Did, Ref: l.Ref, Words: l.What}
	if l.By != 0 {
		line.By = memberName(tx, l.By)
	}
	if l.Ref.Member != 0 && l.Ref.Member != l.By {
		line.Member = memberName(tx, l.Ref.Member)
	}
	if l.Ref.Unit != "" {
		line.Unit = l.Ref.Unit
		if u, err := tx.Unit(l.Ref.Unit); err == nil {
			line.Unit = texts.UnitName(u)
		}
	}
	return line
}

// memberName names a person; one who has left is known by the account alone.
func memberName(tx *storage.Snapshot, id int64) string {
	m, err := tx.Member(id)
	if err != nil {
		return texts.LogAccount(id)
	}
	return m.Name
}

// subjectName names whom or what the log is narrowed to.
func subjectName(t *turn.Reading, subject string) string {
	switch {
	case subject == "":
		return ""
	case subject[0] == 'u':
		return t.NameAndCode(subject[1:])
	case subject[0] == 'p':
		id, _ := strconv.ParseInt(subject[1:], 10, 64)
		return memberName(t.Tx, id)
	}
	return subject[1:]
}

// askLogFilter asks what the log is to be narrowed to.
func askLogFilter(t *turn.Reading, v logView) error {
	t.Ask(questionLog, v.subject, v.span)
	today := t.Today()
	since := func(days int) []any {
		return logView{subject: v.subject, span: span{today.AddDays(1 - days), today}}.args(records.AuditPlace{})
	}
	return t.Show(chat.Message{Text: texts.AskLogFilter(), Buttons: [][]chat.Button{
		{turn.Button(texts.LabelLogToday, verbLog, since(1)...), turn.Button(texts.LabelLogWeek, verbLog, since(7)...)},
		{turn.Button(texts.LabelLogMonth, verbLog, since(30)...), turn.Button(texts.LabelLogAll, verbLog)},
	}})
}

// answerLogFilter reads what was typed: days narrow what is shown, anything else names
// whom or what it is about.
func answerLogFilter(t *turn.Reading, v logView) error {
	typed := strings.TrimSpace(t.Event.Text)
	if s, ok := readSpan(typed, t.Today()); ok {
		v.span = s
		return showLog(t, v)
	}
	if e, err := t.Tx.Example(strings.ToUpper(typed)); err == nil {
		return showLog(t, logView{subject: "e" + e.Number, span: v.span})
	}
	found, err := logSubjects(t, typed)
	switch {
	case err != nil:
		return err
	case len(found) == 0:
		return t.Say(chat.Message{Text: texts.LogNobody(typed), Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
	case len(found) == 1:
		return showLog(t, logView{subject: found[0], span: v.span})
	}
	var buttons []chat.Button
	for _, subject := range found[:min(pick.AtOnce, len(found))] {
		buttons = append(buttons, turn.Button(subjectName(t, subject), verbLog, subject, v.span))
	}
	return t.Say(chat.Message{Text: texts.LogSeveral(len(found) - len(buttons)), Buttons: turn.Column(buttons...)})
}

// readSpan reads a day, or two with a dash between.
func readSpan(typed string, today report.Date) (s span, ok bool) {
	from, to, both := strings.Cut(typed, " - ")
	if s.from, ok = dates.Past(from, today); !ok {
		return s, false
	}
	if !both {
		return span{s.from, s.from}, true
	}
	s.to, ok = dates.Past(to, today)
	return s, ok && !s.to.Before(s.from)
}

// logSubjects finds units and people by what was typed.
func logSubjects(t *turn.Reading, typed string) (found []string, err error) {
	for _, u := range pick.Search(t.Tx.Directory(), typed) {
		found = append(found, "u"+u.Code)
	}
	members, err := t.Tx.Members()
	name := letters.FoldLoosely(typed)
	for _, m := range members {
		if name != "" && (strings.Contains(letters.FoldLoosely(m.Name), name) || strconv.FormatInt(m.ID, 10) == typed) {
			found = append(found, fmt.Sprint("p", m.ID))
		}
	}
	return found, err
}
