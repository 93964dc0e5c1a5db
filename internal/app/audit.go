package app

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"guongsang/handlers/agency"
	"guongsang/internal/dates"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/sheet"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

// An AuditRequest is what the command line asks of the audit log, as it was typed. What
// is empty does not matter.
type AuditRequest struct {
	Unit, Person, Record, From, To string
	CSV                            bool
}

// auditPage is how many lines are read at once.
const auditPage = 500

// PrintAudit prints what is asked of the audit log, the newest lines first.
func PrintAudit(out io.Writer, store *storage.Store, office texts.Office, now time.Time, r AuditRequest) error {
	return store.View(now, func(tx *storage.Snapshot) error {
		q, err := r.query(tx, now.In(office.Zone))
		if err != nil {
			return err
		}
		rows := [][]string{texts.LogColumns()}
		found := false
		for {
			page, err := tx.AuditLog(q, auditPage)
			if err != nil {
				return err
			}
			found = found || len(page.Lines) > 0
			for _, l := range page.Lines {
				line := agency.LogLine(tx, l)
				if r.CSV {
					rows = append(rows, auditRow(office, l, line))
				} else if _, err := fmt.Fprintln(out, office.LogLine(line)); err != nil {
					return err
				}
			}
			if !page.More {
				break
			}
			q.Before = page.Last
		}
		switch {
		case r.CSV:
			_, err = out.Write(sheet.CSV(rows))
		case !found:
			_, err = fmt.Fprintln(out, texts.AuditEmpty())
		}
		return err
	})
}

// query reads what was typed.
func (r AuditRequest) query(tx *storage.Snapshot, now time.Time) (q records.AuditQuery, err error) {
	q.Example = strings.ToUpper(strings.TrimSpace(r.Record))
	if r.Unit != "" {
		if q.Unit, err = FindUnit(tx.Directory(), r.Unit); err != nil {
			return q, err
		}
	}
	if r.Person != "" {
		members, err := tx.Members()
		if err != nil {
			return q, err
		}
		if q.Person, err = findPerson(members, r.Person); err != nil {
			return q, err
		}
	}
	from, err := readDay("from", r.From, now)
	if err == nil && !from.IsZero() {
		q.From = from.Start(now.Location())
	}
	to, endErr := readDay("to", r.To, now)
	if endErr == nil && !to.IsZero() {
		q.To = to.End(now.Location())
	}
	if err == nil {
		err = endErr
	}
	if err == nil && !from.IsZero() && !to.IsZero() && to.Before(from) {
		err = OperatorError(texts.AuditReversed(r.From, r.To))
	}
	return q, err
}

// readDay reads the day of a flag; none if it was not given.
func readDay(flag, typed string, now time.Time) (d report.Date, err error) {
	if typed == "" {
		return d, nil
	}
	if d, err := report.ParseDate(typed); err == nil {
		return d, nil
	}
	d, ok := dates.Past(typed, report.DateOf(now))
	if !ok || d.Day == 0 {
		return d, OperatorError(texts.BadDay(flag, typed))
	}
	return d, nil
}

// findPerson finds the account of somebody by name, or part of it. An account that is
// nobody's any more can still be asked about.
func findPerson(members []report.Member, typed string) (int64, error) {
	if id, err := strconv.ParseInt(typed, 10, 64); err == nil {
		return id, nil
	}
	var ids []int64
	var like []string
	for _, m := range members {
		if strings.Contains(letters.FoldLoosely(m.Name), letters.FoldLoosely(typed)) {
			ids, like = append(ids, m.ID), append(like, texts.PersonAndAccount(m.Name, m.ID))
		}
	}
	if len(ids) != 1 {
		return 0, OperatorError(texts.NoSuchPerson(typed, like))
	}
	return ids[0], nil
}

// auditRow is a line as a table has it.
func auditRow(office texts.Office, l records.AuditLine, line texts.LogLine) []string {
	r := l.Ref
	period, role := "", ""
	if r.Period != (report.Period{}) {
		period = r.Period.String()
	}
	if r.Role != "" {
		role = texts.LogRole(r)
	}
	return []string{
		l.At.In(office.Zone).Format("2006-01-02 15:04:05"), account(l.By), line.By, texts.Did(l.Did), r.Example, some(r.Version), r.Unit, line.Unit, period,
		r.Block, account(r.Member), line.Member, role, r.Invite, some(r.Count), r.How, texts.LogFields(r.Fields), l.What,
	}
}

func account(id int64) string {
	if id == 0 {
		return ""
	}
	return strconv.FormatInt(id, 10)
}

func some(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
