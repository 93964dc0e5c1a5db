package behalf

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"time"

	"guongsang/handlers/turn"
	"guongsang/internal/nillist"
	"guongsang/internal/report"
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
			if p, err := report.ParsePeriod(name); err == nil && p.Duty.Owed() {
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

// beginNilUnits begins without a list: the units are ticked.
func beginNilUnits(t *turn.Reading) error {
	return showTicks(t, nilUnits{period: t.Working(), at: t.At}, 0)
}

// answerNilUnits adds the names that are typed. A day is when it came.
func answerNilUnits(t *turn.Reading, n nilUnits) error {
	if at, ok := typedMoment(t); ok && len(strings.Fields(t.Event.Text)) <= wordsOfDay {
		return setNilDay(t, n, at)
	}
	n.names = append(n.names, nillist.UnitNames(t.Event.Text)...)
	return showNilUnits(t, n)
}

// wordsOfDay is how many words say when something came, and no more.
const wordsOfDay = 4
