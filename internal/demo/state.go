package demo

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"time"

	"guongsang/internal/demotexts"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/webchat"
	"guongsang/scheduler"
	"guongsang/storage"
)

// What of the play is seen beside its phones.

const (
	nextMoments = 8  // so many are listed
	outboxLines = 12 // so many rows of the outbox
)

// State is how everything stands, except for the board.
func (s *stage) State() (webchat.State, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.closed { // another scene is about to begin, or could not
		state := s.last
		state.Clock.Playing, state.Clock.Busy = false, s.busy
		return state, nil
	}
	return s.state()
}

// state looks at the play. The stage is locked.
func (s *stage) state() (webchat.State, error) {
	state := webchat.State{Scene: s.scene, Kept: s.kept, Before: s.before != "", Scenes: sceneList(), Faults: s.faults.on}
	state.Bot = webchat.Bot{Name: demotexts.BotName(), User: s.play.program.BotName()}
	state.Clock = s.clockState()
	if sc, _ := sceneOf(s.scene); sc.who != "" {
		state.First = s.play.accountOf(sc.who)
	}
	return state, s.play.describe(&state)
}

func sceneList() (list []webchat.Scene) {
	for _, sc := range scenes() {
		title, about := demotexts.Scene(sc.id)
		list = append(list, webchat.Scene{ID: sc.id, Title: title, About: about})
	}
	return list
}

func (s *stage) clockState() webchat.Clock {
	p := s.play
	now := p.clock.Now().In(p.zone)
	_, ahead := now.Zone() // seconds
	day := report.DateOf(now)
	calendar := p.cfg.Rules().Calendar
	return webchat.Clock{
		Shift: p.clock.Shift().Milliseconds(), Zone: ahead / 60, Day: texts.Cap(texts.DayOfWeek(day)), Note: demotexts.DayKind(calendar, day),
		Working: calendar.Working(day), Playing: s.fastTask.running(), Busy: s.busy,
	}
}

// describe adds what the store and the clock tell.
func (p *play) describe(state *webchat.State) error {
	now := p.clock.Now()
	err := p.program.Store().View(now, func(tx *storage.Snapshot) error {
		members, err := tx.Members()
		if err != nil {
			return err
		}
		state.People = p.people(tx.Directory(), members)
		return p.outbox(tx, state)
	})
	if err != nil {
		return err
	}
	state.Next, err = p.upcoming(now)
	return err
}

// people are all who have a phone, in the order of rank and of coming in.
func (p *play) people(units report.Directory, members []report.Member) (list []webchat.Person) {
	posts := map[int64]report.Post{}
	for _, m := range members {
		if len(m.Posts) > 0 {
			posts[m.ID] = slices.MinFunc(m.Posts, func(a, b report.Post) int { return cmp.Compare(rank(a), rank(b)) })
		}
	}
	for _, phone := range p.server.People() {
		post := posts[phone.ID()]
		unit, _ := units.Unit(post.Unit)
		role := string(post.Role)
		if post.Deputy {
			role = "deputy"
		}
		list = append(list, webchat.Person{
			ID: phone.ID(), Name: phone.Name(), Role: role, Title: demotexts.Title(post, unit.Name), Unit: post.Unit,
			Main: post.Role != report.Focal || slices.Contains(p.story.Front, post.Unit) || phone.ID() >= firstAdded,
		})
	}
	slices.SortStableFunc(list, func(a, b webchat.Person) int {
		return cmp.Or(cmp.Compare(rank(posts[a.ID]), rank(posts[b.ID])), cmp.Compare(p.place(a), p.place(b)), cmp.Compare(a.ID, b.ID))
	})
	return append(list, p.channels()...)
}

// channels have a phone on which everybody reads.
func (p *play) channels() (list []webchat.Person) {
	for _, c := range p.server.Channels() {
		_, about := demotexts.Channel()
		list = append(list, webchat.Person{
			ID: c.ID(), Name: c.Title(), Role: "channel", Title: about, Main: true, User: strings.TrimPrefix(p.cfg.Publication.Channel, "@"),
		})
	}
	return list
}

// rank orders posts; who has none comes last.
func rank(post report.Post) int {
	roles := []report.Role{report.Admin, report.Officer, report.Leader, report.BlockHead, report.Head, report.Focal}
	if i := slices.Index(roles, post.Role); i >= 0 {
		return i
	}
	return len(roles)
}

// place orders the focal points: those in front as the story names them.
func (p *play) place(who webchat.Person) int {
	if i := slices.Index(p.story.Front, who.Unit); i >= 0 {
		return i
	}
	return len(p.story.Front)
}

// outbox counts what waits.
func (p *play) outbox(tx *storage.Snapshot, state *webchat.State) error {
	depths := tx.Depths()
	jobs, err := tx.Jobs()
	if err != nil {
		return err
	}
	rows, err := tx.Outbox(outboxLines)
	if err != nil {
		return err
	}
	state.Outbox = webchat.Outbox{
		Inbox: depths.Inbox, Waiting: depths.Outbox, Fetches: depths.Fetches, Jobs: len(jobs), Dead: depths.Dead,
		Sent: p.sent(), Rows: []webchat.Line{},
	}
	for _, row := range rows {
		i := slices.IndexFunc(state.People, func(w webchat.Person) bool { return w.ID == row.Chat })
		if i < 0 {
			continue // has no phone
		}
		state.Outbox.Rows = append(state.Outbox.Rows, p.line(row, state.People[i].Name))
	}
	return nil
}

// sent counts the messages since the scene began.
func (p *play) sent() int { return p.earlier + p.server.SentCount() }

func (p *play) line(row storage.Row, to string) webchat.Line {
	line := webchat.Line{
		To: to, Text: demotexts.Line(row.Message.Title + "\n" + row.Message.Text),
	}
	if row.NotBefore.After(p.clock.Now()) {
		line.Note = demotexts.Retry(row.NotBefore.In(p.zone))
	}
	return line
}

// A forecast is what comes if nobody does anything. It is worked out anew when
// the clock was moved or something was said, and now and then: it takes tens of
// milliseconds.
type forecast struct {
	mu    sync.Mutex
	shift time.Duration
	sent  int
	made  time.Time // by the machine's clock
	list  []webchat.Moment
}

const forecastAge = 3 * time.Second // for a forecast

func (p *play) upcoming(now time.Time) ([]webchat.Moment, error) {
	f := &p.forecast
	f.mu.Lock()
	defer f.mu.Unlock()
	shift, sent := p.clock.Shift(), p.server.SentCount()
	if f.list != nil && f.shift == shift && f.sent == sent && time.Since(f.made) < forecastAge {
		return f.list, nil
	}
	moments, err := p.program.Ahead(now, now.Add(horizon))
	if err != nil {
		return nil, err
	}
	f.shift, f.sent, f.made, f.list = shift, sent, time.Now(), []webchat.Moment{}
	for _, m := range moments {
		if m.At.After(now) && len(f.list) < nextMoments {
			f.list = append(f.list, webchat.Moment{At: m.At, When: demotexts.Moment(m.At.In(p.zone)), What: whatComes(m), Kind: string(m.Kind)})
		}
	}
	return f.list, nil
}

// whatComes says what a moment brings, and to how many.
func whatComes(m scheduler.Moment) string {
	switch m.Kind {
	case scheduler.DigestTime:
		return demotexts.Digest(m.Period, m.To, m.People)
	case scheduler.PictureTime:
		return demotexts.Picture(m.Period, m.People)
	case scheduler.DeadlineDay:
		return demotexts.DeadlineDay(m.Period, m.Units)
	case scheduler.LockDay:
		return demotexts.LockDay(m.Period, m.Units)
	case scheduler.OverlookedTime:
		return demotexts.Overlooked(m.People, m.Of)
	case scheduler.PostTime:
		return demotexts.Posting(m.Of)
	}
	return demotexts.Notice(string(m.Kind), m.People, m.Units)
}

// Board is how all units stand with the periods that live.
func (s *stage) Board() (webchat.Board, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.closed {
		return s.lastBoard, nil
	}
	return s.play.board()
}

func (p *play) board() (webchat.Board, error) {
	board := webchat.Board{Periods: []webchat.BoardPeriod{}}
	now := p.clock.Now()
	err := p.program.Store().View(now, func(tx *storage.Snapshot) error {
		contacts, err := tx.Contacts(tx.Directory())
		if err != nil {
			return err
		}
		rules := p.cfg.Rules()
		for _, duty := range report.Duties {
			for _, period := range rules.OpenPeriods(duty, report.DateOf(now.In(p.zone))) {
				page, err := boardPeriod(tx, rules, period, contacts)
				if err != nil {
					return err
				}
				board.Periods = append(board.Periods, page)
			}
		}
		return nil
	})
	return board, err
}

// A cell is how a unit stands, as the page calls it.
type cell struct {
	state   report.State
	contact report.Contact
}

// cells are all that there are, in the order of the legend.
var cells = []cell{
	{report.OnTime, ""}, {report.NilFiled, ""}, {report.Late, ""}, {report.MadeUp, ""},
	{report.Pending, report.Reachable}, {report.Pending, report.Unconnected}, {report.Pending, report.Unreachable},
	{report.Exempt, ""}, {report.NotDue, ""},
}

func cellOf(s report.State, c report.Contact) cell {
	if s != report.Pending {
		c = report.Reachable
	}
	return cell{s, c}
}

// name is the state that the page knows: a unit that has not sent and cannot be
// asked is called by its contact.
func (c cell) name() string { return cmp.Or(string(c.contact), string(c.state)) }

// says names the state as the workbook does.
func (c cell) says() string { return texts.StateWord(c.state, c.contact) }

func boardPeriod(tx *storage.Snapshot, rules report.Rules, period report.Period, contacts map[string]report.Contact) (webchat.BoardPeriod, error) {
	extensions, err := tx.Extensions(period)
	if err != nil {
		return webchat.BoardPeriod{}, err
	}
	standings, err := tx.Standings(period)
	if err != nil {
		return webchat.BoardPeriod{}, err
	}
	page := webchat.BoardPeriod{
		ID: period.String(), Title: demotexts.Period(period), Units: []webchat.BoardUnit{}, Legend: []webchat.Count{},
		Deadline: demotexts.Deadline(rules.ScheduleOf(report.Unit{}, period, extensions)),
	}
	counts := map[cell]int{}
	for _, st := range standings {
		unit, _ := tx.Directory().Unit(st.Unit)
		at := cellOf(st.State, contacts[st.Unit])
		counts[at]++
		if st.State != report.NotDue && st.State != report.Exempt {
			page.Duties++
		}
		if st.State.Met() {
			page.Met++
		}
		page.Units = append(page.Units, webchat.BoardUnit{
			Code: unit.Code, Name: unit.Name, Block: unit.Block, State: at.name(), Says: at.says(),
		})
	}
	for _, c := range cells {
		if counts[c] > 0 {
			page.Legend = append(page.Legend, webchat.Count{State: c.name(), Says: c.says(), N: counts[c]})
		}
	}
	return page, nil
}
