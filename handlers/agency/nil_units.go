package agency

import (
	"errors"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"time"

	"guongsang/handlers/turn"
	"guongsang/handlers/unit"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/unitname"
	"guongsang/storage"
	"guongsang/storage/records"
)

// Officers learn of several units at once that they have nothing: from a list that
// somebody collected, or by calling one after the other. They paste or type the
// names, or tick those who have not reported; one message says of whom it will be
// recorded and of whom it will not, and one button records it.

const (
	verbNilUnits   turn.Verb = "bnu" // begin
	verbNilFile    turn.Verb = "bnf"
	verbNilAdd     turn.Verb = "bna"
	verbNilChannel turn.Verb = "bnc"
	verbNilDay     turn.Verb = "bnd"
	verbNilWhen    turn.Verb = "bnw"
	verbNilPeriods turn.Verb = "bnl"
	verbNilPeriod  turn.Verb = "bnp"
	verbNilTicks   turn.Verb = "bnt"
	verbNilTick    turn.Verb = "bnk"
	verbNilShow    turn.Verb = "bns"
	verbNilFiled   turn.Verb = "bny"
)

const (
	questionNilUnits turn.Question = "nilunits"
	questionNilWhen  turn.Question = "nilwhen"
)

// maxNils is how many units are recorded at once: all of it is one transaction,
// and everybody else waits for it.
const maxNils = 200

// nilUnits is what is being recorded of several units. It stands in the open
// question.
type nilUnits struct {
	period  report.Period
	more    []report.Period // that are asked about when this is recorded
	channel string          // "" if it is to be chosen
	at      time.Time
	codes   []string // of units that are meant
	names   []string // that are no unit's, or several units'
}

// ask keeps it in a question that is open.
func (n nilUnits) ask(t *turn.Reading, q turn.Question) {
	args := []any{n.period, n.at.Unix(), n.channel, strings.Join(n.codes, " "), strings.Join(n.names, "\n")}
	if len(n.more) > 0 {
		args = append(args, joinPeriods(n.more))
	}
	t.Ask(q, args...)
}

// joinPeriods writes periods as one argument.
func joinPeriods(periods []report.Period) string {
	names := make([]string, len(periods))
	for i, p := range periods {
		names[i] = p.String()
	}
	return strings.Join(names, " ")
}

// markOf tells one state of what is being recorded from another.
func markOf(args []string) string {
	sum := fnv.New32a()
	_, _ = fmt.Fprint(sum, strings.Join(args, "\x00"))
	return fmt.Sprintf("%08x", sum.Sum32())
}

// nilAsked is what is being recorded, as the open question carries it.
var nilAsked = turn.Join(
	turn.Join(turn.Period, turn.Moment, func(_ *turn.Reading, p report.Period, at time.Time) (nilUnits, turn.Refusal) {
		return nilUnits{period: p, at: at}, nil
	}),
	turn.Join(turn.Opt(turn.OneOf("channel", channels...)), turn.Join(turn.Join(turn.Opt(turn.Text("codes")), turn.Opt(turn.Text("names")), func(_ *turn.Reading, codes, names string) (nilUnits, turn.Refusal) {
		n := nilUnits{codes: strings.Fields(codes)}
		if names != "" {
			n.names = strings.Split(names, "\n")
		}
		return n, nil
	}), turn.Opt(turn.Text("more")), func(_ *turn.Reading, n nilUnits, more string) (nilUnits, turn.Refusal) {
		for name := range strings.FieldsSeq(more) {
			if p, err := report.ParsePeriod(name); err == nil {
				n.more = append(n.more, p)
			}
		}
		return n, nil
	}), func(_ *turn.Reading, channel string, n nilUnits) (nilUnits, turn.Refusal) {
		n.channel = channel
		return n, nil
	}),
	func(_ *turn.Reading, when, who nilUnits) (nilUnits, turn.Refusal) {
		who.period, who.at = when.period, when.at
		return who, nil
	},
)

// nilShown is what is being recorded, of a button that was made for just that.
var nilShown = turn.NewKind("mark", func(t *turn.Reading, mark string) (nilUnits, turn.Refusal) {
	if !t.Asked(questionNilUnits) && !t.Asked(questionNilWhen) || mark != markOf(t.Talk.Args) {
		return nilUnits{}, turn.Stale
	}
	return readNils(t)
})

// readNils reads it from the open question, of which the last part is there only if
// more periods were named.
func readNils(t *turn.Reading) (nilUnits, turn.Refusal) {
	args := slices.Clone(t.Talk.Args)
	if len(args) == len(nilAsked.Parts)-1 {
		args = append(args, "")
	}
	if len(args) != len(nilAsked.Parts) {
		return nilUnits{}, turn.Stale
	}
	return nilAsked.Read(t, args)
}

// ListsNil reports whether a text says of units that they have nothing: at least
// one of those that it names is known.
func ListsNil(t *turn.Reading) bool {
	if !t.Member.Agency() || t.Event.Kind != chat.Said || len(t.Event.Files) > 0 || t.Talk.Draft != 0 && !t.Event.Forwarded {
		return false
	}
	switch turn.Question(t.Talk.Ask) {
	case "", questionUnit, questionNilUnits, questionPassedUnit:
	default:
		return false // an answer may say so of a unit
	}
	if paste.SaysNoneOfRest(t.Event.Text) || len(forwardedNil(t)) > 0 {
		return true
	}
	l, ok := paste.ReadNilList(t.Event.Text, t.Today())
	if !ok || len(l.Names) < 2 && len(t.Member.Represented()) > 0 {
		return false
	}
	return namesUnit(t, l.Names)
}

// namesUnit reports whether one of some names is that of a unit.
func namesUnit(t *turn.Reading, names []string) bool {
	x := unitname.New(t.Tx.Directory(), t.Today())
	return slices.ContainsFunc(names, func(name string) bool { return len(x.Name(name).Units) > 0 })
}

// forwardedNil lists the units of the member whose text was forwarded, if that says
// that there is nothing and names no unit.
func forwardedNil(t *turn.Reading) (units []report.Unit) {
	if !t.Event.Forwarded || !paste.SaysNone(t.Event.Text) || paste.Read(t.Event.Text).Introduces(false) {
		return nil
	}
	if l, ok := paste.ReadNilList(t.Event.Text, t.Today()); ok && namesUnit(t, l.Names) {
		return nil
	}
	units, err := unitsOfWriter(t, t.Event.Forwarder)
	if err != nil {
		return nil // it is asked for as of anybody
	}
	return units
}

// ListNil takes a text that says of units that they have nothing. While a list is
// open it adds to that, unless it is about another period.
func ListNil(t *turn.Reading) error {
	l, _ := paste.ReadNilList(t.Event.Text, t.Today())
	writers := forwardedNil(t)
	if len(writers) == 1 {
		l.Names = []string{writers[0].Code}
	}
	if len(l.Others) > 0 {
		if err := t.Say(chat.Message{Text: texts.NilsNotOf(l.Others)}); err != nil {
			return err
		}
	}
	n := nilUnits{channel: "zalo", at: t.At, names: l.Names}
	n.about(t, l.Periods)
	if len(writers) > 1 || paste.SaysNoneOfRest(t.Event.Text) { // of which, is ticked
		n.names = nil
		return showTicks(t, n, 0)
	}
	if t.Asked(questionNilUnits) {
		if open, no := readNils(t); no == nil && (len(l.Periods) == 0 || n.period == open.period && len(n.more) == 0) {
			open.names = append(open.names, l.Names...)
			return showNilUnits(t, open)
		}
	}
	return showNilUnits(t, n)
}

// about takes the periods that a text names; if it names none, the one that is being
// worked on is meant.
func (n *nilUnits) about(t *turn.Reading, periods []report.Period) {
	if len(periods) == 0 {
		n.period = t.Working()
		return
	}
	n.period, n.more = periods[0], periods[1:]
}

// nilDocument asks the same of a document that says it of one unit. Where something
// else is open, that stays so.
func nilDocument(t *turn.Reading, p records.Passed, of material) (m chat.Message, is bool, err error) {
	said := paste.Read(of.text)
	if t.Talk.Draft != 0 || t.Talk.Ask != "" || !paste.SaysNone(of.text) || !said.IsTalk() {
		return m, false, nil
	}
	g, _, err := whose(t, p, of)
	if err != nil {
		return m, false, err
	}
	n := nilUnits{channel: p.Channel, at: p.At}
	n.about(t, paste.PeriodsOfNone(of.text, t.Today()))
	if u, ok := g.One(); ok {
		n.add(u.Code)
	}
	m, err = n.question(t)
	return m, true, err
}

// beginNilUnits begins without a list: the units are ticked.
func beginNilUnits(t *turn.Reading) error {
	return showTicks(t, nilUnits{period: t.Working(), at: t.At}, 0)
}

// answerNilUnits adds the names that are typed. A day is when it came.
func answerNilUnits(t *turn.Reading, n nilUnits) error {
	if at, ok := typedMoment(t); ok && len(strings.Fields(t.Event.Text)) <= wordsOfDay {
		return setNilDay(t, n, at)
	}
	n.names = append(n.names, paste.UnitNames(t.Event.Text)...)
	return showNilUnits(t, n)
}

// wordsOfDay is how many words say when something came, and no more.
const wordsOfDay = 4

// showNilUnits asks whether it is to be recorded.
func showNilUnits(t *turn.Reading, n nilUnits) error {
	m, err := n.question(t)
	if err != nil {
		return err
	}
	return t.Show(m)
}

// question asks whether it is to be recorded, and waits for more names.
func (n nilUnits) question(t *turn.Reading) (m chat.Message, err error) {
	unclear := n.resolve(t)
	if len(n.codes) > maxNils {
		return chat.Message{Text: texts.NilsTooMany(maxNils, len(n.codes))}, nil
	}
	says, err := n.judged(t)
	if err != nil {
		return m, err
	}
	for _, name := range n.names {
		if found := unclear[name]; len(found) > 0 {
			says.Unclear = append(says.Unclear, texts.UnclearName{Name: name, Units: len(found)})
		} else {
			says.Unknown = append(says.Unknown, name)
		}
	}
	n.ask(t, questionNilUnits)
	return chat.Message{Text: texts.AskNilUnits(says, t.Today()), Buttons: n.buttons(t, len(says.Ready), unclear)}, nil
}

// buttons are those under the question whether it is to be recorded.
func (n nilUnits) buttons(t *turn.Reading, ready int, unclear map[string][]report.Unit) (lines [][]chat.Button) {
	mark := markOf(t.Talk.Args)
	if ready > 0 && n.channel != "" {
		lines = turn.Column(turn.Button(texts.ToFileNils(ready), verbNilFile, mark))
	}
	for i, name := range n.names {
		if found := unclear[name]; len(found) > 0 {
			for _, u := range found[:min(choices, len(found))] {
				lines = append(lines, turn.Column(turn.Button(texts.UnitOfBlock(u), verbNilAdd, mark, u.Code, i))...)
			}
			break // one after the other
		}
	}
	var ways []chat.Button
	for i, label := range []string{texts.LabelPaper, texts.LabelZalo, texts.LabelPhone} {
		if channels[i] == n.channel {
			label = texts.ToMark + label
		}
		ways = append(ways, turn.Button(label, verbNilChannel, mark, channels[i]))
	}
	return append(lines, ways,
		[]chat.Button{turn.Button(texts.ToOtherDay, verbNilDay, mark), turn.Button(texts.ToNilPeriod, verbNilPeriods, mark)},
		[]chat.Button{turn.Button(texts.ToTickUnits, verbNilTicks, mark, 0), turn.Button(texts.LabelCancel, turn.VerbCancel)},
	)
}

// resolve finds the units that names mean. What is left are names of none, and
// those of several with the units that each may mean.
func (n *nilUnits) resolve(t *turn.Reading) (unclear map[string][]report.Unit) {
	unclear = map[string][]report.Unit{}
	if len(n.names) == 0 {
		return unclear
	}
	x := unitname.New(t.Tx.Directory(), t.Today())
	var left []string
	for _, name := range n.names {
		g := x.Name(name)
		if u, ok := g.One(); ok {
			n.add(u.Code)
			continue
		}
		if !slices.Contains(left, name) {
			left = append(left, name)
			unclear[name] = g.Units
		}
	}
	n.names = left
	return unclear
}

func (n *nilUnits) add(code string) {
	if !slices.Contains(n.codes, code) {
		n.codes = append(n.codes, code)
	}
}

// judged says of which units it may be recorded. What a unit filed for anything
// that this could be mistaken for leaves it out: see unit.FiledBeside.
func (n nilUnits) judged(t *turn.Reading) (says texts.NilUnits, err error) {
	says = texts.NilUnits{Period: n.period, Channel: n.channel, Day: report.DateOf(n.at.In(t.Rules.Zone)), More: n.more}
	for _, code := range n.codes {
		u, err := t.Tx.Unit(code)
		if errors.Is(err, storage.ErrNotFound) {
			continue // the directory has lost it
		}
		if err != nil {
			return says, err
		}
		filed, err := unit.FiledBeside(t, code, n.period)
		if err != nil {
			return says, err
		}
		filed = slices.DeleteFunc(filed, func(f report.Filing) bool { return n.saidOf(t, f) })
		periods, err := recordable(t, u)
		if err != nil {
			return says, err
		}
		owes := slices.ContainsFunc(periods, func(st report.Standing) bool { return st.Period == n.period })
		_, no := received(t, record{unit: u, period: n.period, at: n.at})
		switch {
		case len(filed) > 0:
			says.Reported = append(says.Reported, texts.UnitFiled{Unit: u, Filed: filed})
		case !owes || no != nil:
			says.NotOwing = append(says.NotOwing, u)
		default:
			says.Ready = append(says.Ready, u)
		}
	}
	return says, nil
}

// saidOf reports whether something was recorded of the text that says the same of
// this period: both are meant.
func (n nilUnits) saidOf(t *turn.Reading, f report.Filing) bool {
	return f.Nil() && f.Period != n.period && f.By == t.Member.ID && f.At.Unix() == n.at.Unix()
}

// fileNilUnits records it of all units of whom it may be recorded now.
func fileNilUnits(t *turn.Turn, n nilUnits) error {
	if n.channel == "" {
		return t.Stale()
	}
	says, err := n.judged(&t.Reading)
	if err != nil {
		return err
	}
	said := map[string]string{}
	for _, u := range says.Ready {
		if err := t.Tx.Audit(t.Member.ID, "nil recorded on behalf", fmt.Sprintf("%s %s %s", u.Code, n.period, n.channel)); err != nil {
			return err
		}
		text, err := unit.PutNil(t, u.Code, n.period, texts.NilReason(n.channel), n.at)
		if err != nil {
			return err
		}
		said[u.Code] = text
	}
	t.CloseQuestion()
	if err := showNilFiled(&t.Reading, n.period, n.at, 0); err != nil {
		return err
	}
	for _, u := range says.Ready {
		if err := unit.TellNil(t, u.Code, n.period, said[u.Code]); err != nil {
			return err
		}
	}
	if len(n.more) == 0 {
		return nil
	}
	n.period, n.more = n.more[0], n.more[1:]
	m, err := n.question(&t.Reading)
	if err != nil {
		return err
	}
	return t.Say(m)
}

// showNilFiled lists what the member recorded so at one time, to be taken back one
// by one.
func showNilFiled(t *turn.Reading, p report.Period, at time.Time, page int) error {
	filings, err := t.Tx.FilingsIn(p)
	if err != nil {
		return err
	}
	var units []report.Unit
	times := map[string]int64{}
	for _, f := range filings {
		if u, err := t.Tx.Unit(f.Unit); err == nil && f.Nil() && f.By == t.Member.ID && f.At.Unix() == at.Unix() {
			units = append(units, u)
			times[u.Code] = f.At.UnixNano()
		}
	}
	from, to, pages := bounds(len(units), choices, page)
	var buttons []chat.Button
	for _, u := range units[from:to] {
		buttons = append(buttons, turn.Button(texts.ToUndoNilOf(u), unit.VerbUndo, u.Code, p, times[u.Code]))
	}
	lines := turn.Column(buttons...)
	if pager := digest.Pager(from/choices, pages, string(verbNilFiled), p, at.Unix()); len(pager) > 0 {
		lines = append(lines, pager)
	}
	return t.Show(chat.Message{Text: texts.NilsFiled(p, units[from:to], len(units)-(to-from)), Buttons: lines})
}

// addNilUnit takes one of the units that a name may mean.
func addNilUnit(t *turn.Reading, n nilUnits, u report.Unit, name int) error {
	if name < len(n.names) {
		n.names = slices.Delete(slices.Clone(n.names), name, name+1)
	}
	n.add(u.Code)
	return showNilUnits(t, n)
}

// setNilChannel takes how it came.
func setNilChannel(t *turn.Reading, n nilUnits, channel string) error {
	n.channel = channel
	return showNilUnits(t, n)
}

// askNilDay asks when it came.
func askNilDay(t *turn.Reading, n nilUnits) error {
	n.ask(t, questionNilWhen)
	mark := markOf(t.Talk.Args)
	yesterday := t.Today().AddDays(-1).At(endOfWork, t.Rules.Zone)
	return t.Show(chat.Message{Text: texts.AskReceived(t.Tx.Now, t.Office), Buttons: turn.Column(
		turn.Button(texts.LabelToday, verbNilWhen, mark, t.Tx.Now.Unix()),
		turn.Button(texts.LabelYesterday, verbNilWhen, mark, yesterday.Unix()),
		turn.Button(texts.LabelCancel, turn.VerbCancel),
	)})
}

// setNilDay takes when it came.
func setNilDay(t *turn.Reading, n nilUnits, at time.Time) error {
	from := t.Rules.Schedule(n.period).From
	switch {
	case at.After(t.Tx.Now):
		return t.Say(chat.Message{Text: texts.ReceivedInFuture(t.Tx.Now, t.Office)})
	case at.Before(from.Start(t.Rules.Zone)):
		return t.Say(chat.Message{Text: texts.ReceivedTooEarly(from)})
	}
	n.at = at
	return showNilUnits(t, n)
}

// answerNilDay reads a moment that was typed.
func answerNilDay(t *turn.Reading, n nilUnits) error {
	at, ok := typedMoment(t)
	if !ok {
		return t.Say(chat.Message{Text: texts.Quoted(t.Event.Text, texts.ReceivedUnreadable(t.Tx.Now, t.Office))})
	}
	return setNilDay(t, n, at)
}

// askNilPeriod asks for which period.
func askNilPeriod(t *turn.Reading, n nilUnits) error {
	mark := markOf(t.Talk.Args)
	var buttons []chat.Button
	for _, duty := range report.Duties {
		if t.Rules.For(duty).Off {
			continue
		}
		for _, p := range t.Rules.OpenPeriods(duty, t.Today()) {
			buttons = append(buttons, turn.Button(texts.Cap(texts.ShortPeriod(p)), verbNilPeriod, mark, p))
		}
	}
	return t.Show(chat.Message{Text: texts.AskNilPeriod(), Buttons: turn.Column(append(buttons, turn.Button(texts.ToAddNames, verbNilShow, mark))...)})
}

// setNilPeriod takes the period.
func setNilPeriod(t *turn.Reading, n nilUnits, p report.Period) error {
	n.period = p
	return showNilUnits(t, n)
}

// showTicks lists the units that have not reported, with those marked that are
// meant.
func showTicks(t *turn.Reading, n nilUnits, page int) error {
	standings, err := t.Tx.Standings(n.period)
	if err != nil {
		return err
	}
	var pending []string
	for _, st := range standings {
		if st.State == report.Pending {
			pending = append(pending, st.Unit)
		}
	}
	n.ask(t, questionNilUnits)
	mark := markOf(t.Talk.Args)
	from, to, pages := bounds(len(pending), choices, page)
	var buttons []chat.Button
	for _, code := range pending[from:to] {
		label, on := t.UnitButton(code), 1
		if slices.Contains(n.codes, code) {
			label, on = texts.ToMark+label, 0
		}
		buttons = append(buttons, turn.Button(label, verbNilTick, mark, code, on, from/choices))
	}
	lines := turn.Column(buttons...)
	if pager := digest.Pager(from/choices, pages, string(verbNilTicks), mark); len(pager) > 0 {
		lines = append(lines, pager)
	}
	if len(n.codes) > 0 {
		lines = append(lines, turn.Column(turn.Button(texts.ToTicked(len(n.codes)), verbNilShow, mark))...)
	}
	lines = append(lines, []chat.Button{turn.Button(texts.ToNilPeriod, verbNilPeriods, mark), turn.Button(texts.LabelCancel, turn.VerbCancel)})
	return t.Show(chat.Message{Text: texts.TickUnits(n.period, len(pending)), Buttons: lines})
}

// tickUnit marks a unit, or takes the mark off. The button says which, so that a
// double tap does not undo itself.
func tickUnit(t *turn.Reading, n nilUnits, u report.Unit, on bool, page int) error {
	n.codes = slices.DeleteFunc(slices.Clone(n.codes), func(code string) bool { return code == u.Code })
	if on {
		n.codes = append(n.codes, u.Code)
	}
	return showTicks(t, n, page)
}
