package behalf

import (
	"slices"
	"time"

	"guongsang/handlers/draft"
	"guongsang/handlers/turn"
	"guongsang/handlers/unit"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// An Entry is what somebody of the agency records at once, without being asked: on the
// command line, while the messenger cannot be reached.
type Entry struct {
	Unit         report.Unit
	Period       report.Period
	Channel      string // how it came
	At           time.Time
	Nil          bool // there is nothing to introduce
	Introduction draft.Introduction
}

// A Refused says, in a sentence for who enters, why something is not recorded. Nothing
// was changed then.
type Refused = draft.Refused

// Enter records it in the name of the turn's member, by the rules of Ghi nhận thay. The
// number is that of the example.
func Enter(t *turn.Turn, e Entry) (number string, err error) {
	periods, err := recordable(&t.Reading, e.Unit)
	if err != nil {
		return "", err
	}
	at := slices.IndexFunc(periods, func(st report.Standing) bool { return st.Period == e.Period })
	if at < 0 {
		var owed []report.Period
		for _, st := range periods {
			owed = append(owed, st.Period)
		}
		return "", Refused(texts.PeriodNotRecordable(texts.UnitName(e.Unit), e.Period, owed))
	}
	if !slices.Contains(channels, e.Channel) {
		return "", Refused(texts.WhichChannel(channels))
	}
	schedule, err := t.Tx.Schedule(e.Unit, e.Period)
	if err != nil {
		return "", err
	}
	if wrong := misdated(&t.Reading, e.At, schedule.From); wrong != "" {
		return "", Refused(wrong)
	}
	if !e.Nil {
		return draft.Enter(t, report.Draft{Unit: e.Unit.Code, Period: e.Period, OnBehalf: e.Channel, Received: e.At}, e.Introduction)
	}
	if periods[at].State.Met() {
		return "", Refused(texts.AlreadyMet(texts.UnitName(e.Unit), e.Period, periods[at].State))
	}
	of := report.Ref{Unit: e.Unit.Code, Period: e.Period, How: e.Channel}
	if err := t.Tx.Audit(t.Member.ID, report.NilOnBehalf, of); err != nil {
		return "", err
	}
	return "", unit.FileNil(t, e.Unit.Code, e.Period, texts.NilReason(e.Channel), e.At)
}
