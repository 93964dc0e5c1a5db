package sample

import (
	"fmt"
	"strings"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/invite"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

// A unit is a unit with its people and habits.
type unit struct {
	report.Unit
	focal, deputy, head int64 // accounts; 0: nobody
	zeal                int   // of a hundred periods, in so many it hands in by itself
}

// blockSize is about how many communes a province has.
const blockSize = 98

// unitsOf makes the list of units, each in a block with its neighbours.
func (h *history) unitsOf(n int) []report.Unit {
	units := make([]report.Unit, n)
	for i := range units {
		kind, block := pick(h, h.words.Kinds), i/blockSize
		units[i] = report.Unit{
			Code: fmt.Sprintf("X%05d", i+1), Kind: strings.ToLower(kind), Month: true, Quarter: true,
			Name:  fmt.Sprintf("%s %s %s", kind, pick(h, h.words.Places), pick(h, h.words.Places)),
			Block: fmt.Sprintf(h.words.Block, block+1, h.words.Places[block%len(h.words.Places)]),
		}
	}
	return units
}

// found imports the units and lets the first people in.
func (h *history) found(begin report.Date) error {
	units := h.unitsOf(h.Units)
	now := begin.At(8*time.Hour, h.rules.Zone)
	for _, u := range units {
		h.units = append(h.units, &unit{Unit: u, zeal: 60 + h.rnd.IntN(40)})
	}
	h.at(now, func(tx *storage.Tx) error { return tx.PutUnits(units) })
	h.at(now, h.agency)
	blocks := map[string]bool{}
	for _, u := range h.units {
		if !blocks[u.Block] {
			blocks[u.Block] = true
			h.at(now, func(tx *storage.Tx) error {
				_, err := h.enter(tx, report.Post{Role: report.BlockHead, Block: u.Block})
				return err
			})
		}
		h.at(now.Add(time.Hour), func(tx *storage.Tx) error { return h.connect(tx, u) })
	}
	return h.play(now.Add(2 * time.Hour))
}

// agency lets in an admin, three officers and two leaders.
func (h *history) agency(tx *storage.Tx) error {
	for _, role := range []report.Role{report.Admin, report.Officer, report.Officer, report.Officer, report.Leader, report.Leader} {
		id, err := h.enter(tx, report.Post{Role: role})
		if err != nil {
			return err
		}
		if role == report.Officer {
			h.officers = append(h.officers, id)
		}
	}
	return nil
}

// connect lets in the people of a unit: of nineteen in twenty a focal point, of
// some a deputy and the head.
func (h *history) connect(tx *storage.Tx, u *unit) (err error) {
	if !h.chance(95) {
		return nil
	}
	if u.focal, err = h.enter(tx, report.Post{Role: report.Focal, Unit: u.Code}); err != nil {
		return err
	}
	if h.chance(25) {
		if u.deputy, err = h.enter(tx, report.Post{Role: report.Focal, Unit: u.Code, Deputy: true}); err != nil {
			return err
		}
	}
	if h.chance(30) {
		u.head, err = h.enter(tx, report.Post{Role: report.Head, Unit: u.Code})
	}
	return err
}

// enter makes an invite and has it used by a new member.
func (h *history) enter(tx *storage.Tx, p report.Post) (int64, error) {
	i, err := h.invite(tx, p)
	if err != nil {
		return 0, err
	}
	h.accounts++
	i.Used, i.UsedBy = tx.Now, h.accounts
	if err := tx.PutInvite(i); err != nil {
		return 0, err
	}
	p.Since = tx.Now
	m := report.Member{ID: h.accounts, Name: h.name(), Joined: tx.Now, Posts: []report.Post{p}}
	if err := tx.PutMember(m); err != nil {
		return 0, err
	}
	talk := records.Talk{Menu: h.messages, Offered: []chat.Button{{Label: texts.LabelIntroduce, Do: chat.Do(chat.VerbIntroduce)}}}
	if err := tx.PutTalk(m.ID, talk); err != nil {
		return 0, err
	}
	return m.ID, tx.Audit(m.ID, report.InviteUsed, i.Ref())
}

// invite makes an invite.
func (h *history) invite(tx *storage.Tx, p report.Post) (report.Invite, error) {
	code, hash := invite.New(h.codes)
	i := report.Invite{Hash: hash, Hint: code[len(code)-2:], Post: p, Made: tx.Now, Expires: tx.Now.Add(invite.Life)}
	if len(h.officers) > 0 {
		i.By = h.officers[0]
	}
	if err := tx.PutInvite(i); err != nil {
		return i, err
	}
	return i, tx.Audit(i.By, report.InviteMade, i.Ref())
}

// turnover is what becomes of people in a month: a focal point in 36 is
// followed by another, a unit in 50 gets an invite that nobody uses, one person
// in 200 blocks the bot for a fortnight.
func (h *history) turnover(month report.Period) {
	from := h.rules.Schedule(month).From
	for _, u := range h.units {
		switch h.rnd.IntN(1800) / 9 {
		case 0, 1, 2, 3, 4:
			h.at(h.between(from, from.AddDays(27)), func(tx *storage.Tx) error { return h.succeed(tx, u) })
		case 5, 6, 7, 8:
			h.at(h.between(from, from.AddDays(27)), func(tx *storage.Tx) error {
				_, err := h.invite(tx, report.Post{Role: report.Focal, Unit: u.Code, Deputy: true})
				return err
			})
		case 9:
			if id := u.focal; id != 0 {
				at := h.between(from, from.AddDays(27))
				h.at(at, func(tx *storage.Tx) error { return tx.MarkGone(id, "Forbidden: bot was blocked by the user") })
				h.at(at.AddDate(0, 0, 14), func(tx *storage.Tx) error { return tx.MarkBack(id) })
			}
		}
	}
}

// succeed puts somebody else in the place of a unit's focal point.
func (h *history) succeed(tx *storage.Tx, u *unit) (err error) {
	if u.focal != 0 {
		if err := tx.DeleteMember(u.focal); err != nil {
			return err
		}
		if err := tx.Audit(u.focal, report.PostEnded, report.Ref{Member: u.focal, Role: report.Focal, Unit: u.Code}); err != nil {
			return err
		}
	}
	u.focal, err = h.enter(tx, report.Post{Role: report.Focal, Unit: u.Code})
	return err
}
