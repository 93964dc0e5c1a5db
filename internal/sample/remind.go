package sample

import (
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/scheduler"
	"guongsang/storage"
	"guongsang/storage/records"
)

// chunk is how many units are reminded in one event, and so in one commit.
const chunk = 250

// remindAll queues the ladder of a period.
func (h *history) remindAll(s report.Schedule, duties []*duty) {
	for _, step := range Ladder().Steps(h.rules, s) {
		for from := 0; from < len(duties); from += chunk {
			some := duties[from:min(from+chunk, len(duties))]
			h.at(step.At, func(tx *storage.Tx) error { return h.remindSome(tx, s, step, some) })
		}
	}
}

// remindSome reminds those who have not sent.
func (h *history) remindSome(tx *storage.Tx, s report.Schedule, step scheduler.Step, duties []*duty) error {
	for _, d := range duties {
		if d.met {
			continue
		}
		for _, id := range h.hearers(d.unit, step.To) {
			if err := h.remind(tx, s, step.Name, d.unit, id); err != nil {
				return err
			}
		}
	}
	return nil
}

// hearers are who hears of a stage of a unit. Of one that has nobody the
// officers hear instead.
func (h *history) hearers(u *unit, to scheduler.Audience) []int64 {
	switch id := map[scheduler.Audience]int64{scheduler.Focal: u.focal, scheduler.Deputy: u.deputy, scheduler.Head: u.head}[to]; {
	case to == scheduler.Agency:
		return h.officers
	case id != 0:
		return []int64{id}
	}
	return nil
}

func (h *history) remind(tx *storage.Tx, s report.Schedule, stage string, u *unit, member int64) error {
	k := records.StageKey{Period: s.Period, Unit: u.Code, Deadline: s.Deadline, Stage: stage, Member: member}
	row := storage.Row{Chat: member, Key: k.RowKey(), Class: storage.Bulk, Message: chat.Message{Title: u.Name}, Tries: 1}
	if err := h.put(tx, row); err != nil {
		return err
	}
	return tx.PutStage(records.Stage{StageKey: k, Row: row.Key})
}
