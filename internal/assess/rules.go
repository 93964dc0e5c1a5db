package assess

import "guongsang/internal/report"

// A Kind says what was found.
type Kind string

// The kinds of findings. Now, Then and Rest are what the comment says in this order.
const (
	AllSent      Kind = "all sent"      // sent of owing
	MostSent     Kind = "most sent"     // sent of owing
	RateUp       Kind = "rate up"       // sent of owing; the period before
	RateUpYear   Kind = "rate up, year" // sent of owing; a year before
	MoreExamples Kind = "more examples" // examples; the period before; a year before, where that too was less
	Complete     Kind = "complete"      // blocks in which all sent
	AllOnTime    Kind = "all on time"   // sent on time of sent
	Labour       Kind = "labour"        // workers, farmers, direct labour of examples
	Places       Kind = "places"        // in remote, border, minority places of examples
	Women        Kind = "women"         // of persons whose gender is known
	Minorities   Kind = "minorities"    // of persons
	CommonPeople Kind = "common people" // persons who lead nothing of those with a position
	Published    Kind = "published"     // of accepted; where
	AllReviewed  Kind = "all reviewed"  // accepted of examples

	NoExample    Kind = "no example" // units that owe
	Missing      Kind = "missing"    // missing of owing
	RateDown     Kind = "rate down"  // as RateUp
	RateDownYear Kind = "rate down, year"
	LessExamples Kind = "fewer examples" // examples; the period before
	SilentBlocks Kind = "silent blocks"  // blocks of which nobody sent
	SilentRun    Kind = "silent run"     // units silent in Run periods, of owing
	NilRun       Kind = "nil run"        // units with nothing in Run periods, of owing
	MostlyNil    Kind = "mostly nil"     // nil of sent
	Late         Kind = "late"           // sent late of sent
	IdleGroups   Kind = "idle groups"    // groups
	IdleFields   Kind = "idle fields"    // fields
	FewWomen     Kind = "few women"      // as Women
	ManyLeaders  Kind = "many leaders"   // persons who lead of those with a position
	Returned     Kind = "returned"       // returned and not brought again, of examples
	Unreviewed   Kind = "unreviewed"     // of examples
	Unpublished  Kind = "unpublished"    // accepted of which none is published
	Retracted    Kind = "retracted"      // taken back of examples
	Unconnected  Kind = "unconnected"    // never connected of missing
	Unreachable  Kind = "unreachable"    // lost of missing

	CauseContact Kind = "cause: contact"      // cannot be asked of missing; never connected and lost
	CauseBlock   Kind = "cause: one block"    // missing of one block of missing
	CauseSilence Kind = "cause: long silence" // silent for Run periods of missing
	CauseContent Kind = "cause: content"      // returned of examples
	CauseBacklog Kind = "cause: backlog"      // unreviewed of examples, where none is published

	TaskMissing  Kind = "task: missing"  // as Missing
	TaskBlocks   Kind = "task: blocks"   // as SilentBlocks
	TaskRun      Kind = "task: run"      // as SilentRun
	TaskNil      Kind = "task: nil"      // as NilRun
	TaskLate     Kind = "task: late"     // as Late
	TaskGroups   Kind = "task: groups"   // as IdleGroups
	TaskFields   Kind = "task: fields"   // as IdleFields
	TaskBalance  Kind = "task: balance"  // FewWomen's and ManyLeaders' shares, 0 where not found
	TaskReturned Kind = "task: returned" // as Returned
	TaskReview   Kind = "task: review"   // as Unreviewed
	TaskPublish  Kind = "task: publish"  // as Unpublished
	TaskRetract  Kind = "task: retract"  // as Retracted
	TaskContact  Kind = "task: contact"  // as CauseContact
	TaskGoOn     Kind = "task: go on"    // units that owe
)

// From these shares on, in percent, something is said; most and enough need so many
// persons that a share says something.
const (
	manySent   = 80
	halfOf     = 50
	manyWomen  = 40
	fewWomen   = 30
	somePlaces = 30
	enough     = 5
)

// A rule finds one kind, or nothing. One that is due says nothing while the period is
// open.
type rule struct {
	part Part
	kind Kind
	due  bool
	find func(Figures) *Finding
}

var rules = []rule{
	{Strengths, AllSent, false, func(f Figures) *Finding { return when(sent(f.Total).Is(100), Finding{Now: sent(f.Total)}) }},
	{Strengths, MostSent, true, func(f Figures) *Finding {
		return when(sent(f.Total).Is(manySent) && f.Total.Missing > 0, Finding{Now: sent(f.Total)})
	}},
	{Strengths, RateUp, true, func(f Figures) *Finding { return compared(f.Total, f.Before, 1) }},
	{Strengths, RateUpYear, true, func(f Figures) *Finding { return compared(f.Total, f.lastYear(), 1) }},
	{Strengths, MoreExamples, false, moreExamples},
	{Strengths, Complete, false, func(f Figures) *Finding {
		blocks := f.complete()
		return when(len(blocks) > 0 && f.Total.Missing > 0, Finding{Blocks: blocks})
	}},
	{Strengths, AllOnTime, true, func(f Figures) *Finding {
		n := f.Total.Met()
		return when(n > 1 && late(f.Total) == 0, Finding{Now: Share{n, n}})
	}},
	{Strengths, Labour, false, func(f Figures) *Finding { return share(f.Balance.Labour, f.Balance.Total, halfOf) }},
	{Strengths, Places, false, func(f Figures) *Finding { return share(f.Balance.Remote, f.Balance.Total, somePlaces) }},
	{Strengths, Women, false, func(f Figures) *Finding { return share(f.Balance.Women, f.Balance.GenderKnown, manyWomen) }},
	{Strengths, Minorities, false, func(f Figures) *Finding { return share(f.Balance.Minorities, f.Balance.Persons, halfOf) }},
	{Strengths, CommonPeople, false, func(f Figures) *Finding {
		b := f.Balance
		return share(b.Others, b.Others+b.Leaders, halfOf+1)
	}},
	{Strengths, Published, false, func(f Figures) *Finding {
		n := f.ByReview[report.Published]
		return when(n > 0, Finding{Now: Share{n, f.accepted()}, Places: f.ByPlace})
	}},
	{Strengths, AllReviewed, false, func(f Figures) *Finding {
		n := f.accepted()
		return when(n > 0 && n == f.Total.Examples, Finding{Now: Share{n, n}})
	}},

	{Weaknesses, NoExample, true, func(f Figures) *Finding {
		return when(f.Total.Examples == 0 && f.Total.Met() > 0, Finding{Now: Share{0, f.Total.Duties}})
	}},
	{Weaknesses, Missing, true, missing},
	{Weaknesses, RateDown, true, func(f Figures) *Finding { return fell(f.Total, f.Before) }},
	{Weaknesses, RateDownYear, true, func(f Figures) *Finding { return fell(f.Total, f.lastYear()) }},
	{Weaknesses, LessExamples, true, func(f Figures) *Finding {
		return when(f.Before != nil && f.Total.Examples > 0 && f.Total.Examples < f.Before.Examples, Finding{Now: Share{N: f.Total.Examples}, Then: Share{N: before(f)}})
	}},
	{Weaknesses, SilentBlocks, true, silentBlocks},
	{Weaknesses, SilentRun, true, silentRun},
	{Weaknesses, NilRun, true, nilRun},
	{Weaknesses, MostlyNil, true, func(f Figures) *Finding {
		return when(f.Nils == 0 && f.Total.Nil > 1 && Share{f.Total.Nil, f.Total.Met()}.Is(halfOf), Finding{Now: Share{f.Total.Nil, f.Total.Met()}})
	}},
	{Weaknesses, Late, false, lateOnes},
	{Weaknesses, IdleGroups, true, idleGroups},
	{Weaknesses, IdleFields, true, idleFields},
	{Weaknesses, FewWomen, false, fewOfWomen},
	{Weaknesses, ManyLeaders, false, manyOfLeaders},
	{Weaknesses, Returned, false, of(report.Returned)},
	{Weaknesses, Unreviewed, false, of(report.Received)},
	{Weaknesses, Unpublished, false, unpublished},
	{Weaknesses, Retracted, false, of(report.Retracted)},
	{Weaknesses, Unconnected, false, func(f Figures) *Finding {
		return when(f.Open && f.Total.Unconnected > 0, // later it is a cause
			Finding{Now: Share{f.Total.Unconnected, f.Total.Duties}})
	}},
	{Weaknesses, Unreachable, false, func(f Figures) *Finding {
		return when(f.Open && f.Total.Unreachable > 0, Finding{Now: Share{f.Total.Unreachable, f.Total.Duties}})
	}},

	{Causes, CauseContact, true, contact},
	{Causes, CauseBlock, true, func(f Figures) *Finding {
		b := f.most()
		return when(f.Total.Missing > 1 && len(f.Blocks) > 1 && b.Missing < f.Total.Missing && Share{b.Missing, f.Total.Missing}.Is(halfOf),
			Finding{Now: Share{b.Missing, f.Total.Missing}, Blocks: []string{b.Block}})
	}},
	{Causes, CauseSilence, true, func(f Figures) *Finding {
		return when(f.Silent > 1 && f.Period.Duty.Owed(), Finding{Now: Share{f.Silent, f.Total.Missing}, Run: f.Run})
	}},
	{Causes, CauseContent, false, of(report.Returned)},
	{Causes, CauseBacklog, false, func(f Figures) *Finding {
		return when(f.ByReview[report.Published] == 0 && f.ByReview[report.Received] > 0, Finding{Now: Share{f.ByReview[report.Received], f.Total.Examples}})
	}},

	{Tasks, TaskMissing, true, missing},
	{Tasks, TaskBlocks, true, silentBlocks},
	{Tasks, TaskRun, true, silentRun},
	{Tasks, TaskNil, true, nilRun},
	{Tasks, TaskLate, false, lateOnes},
	{Tasks, TaskContact, false, contact},
	{Tasks, TaskGroups, true, idleGroups},
	{Tasks, TaskFields, true, idleFields},
	{Tasks, TaskBalance, false, func(f Figures) *Finding {
		women, leaders := fewOfWomen(f), manyOfLeaders(f)
		if women == nil && leaders == nil {
			return nil
		}
		var found Finding
		if women != nil {
			found.Now = women.Now
		}
		if leaders != nil {
			found.Rest = leaders.Now
		}
		return &found
	}},
	{Tasks, TaskReturned, false, of(report.Returned)},
	{Tasks, TaskReview, false, of(report.Received)},
	{Tasks, TaskPublish, false, unpublished},
	{Tasks, TaskRetract, false, of(report.Retracted)},
	{Tasks, TaskGoOn, false, func(f Figures) *Finding { return when(f.Total.Duties > 0, Finding{Now: Share{0, f.Total.Duties}}) }},
}

func when(is bool, f Finding) *Finding {
	if !is {
		return nil
	}
	return &f
}

// share finds a share of enough that is large.
func share(n, whole, percent int) *Finding {
	s := Share{n, whole}
	return when(whole >= enough && s.Is(percent), Finding{Now: s})
}

func sent(f report.Figures) Share { return Share{f.Met(), f.Duties} }

// compared finds a rate that moved at least one point up (1) or down (-1).
func compared(now report.Figures, then *report.Figures, way int) *Finding {
	if then == nil || now.Duties == 0 || then.Duties == 0 {
		return nil
	}
	moved := way * (sent(now).Tenths() - sent(*then).Tenths())
	return when(moved >= 10, Finding{Now: sent(now), Then: sent(*then)})
}

// fell finds a rate that went down; to nothing is said by Missing.
func fell(now report.Figures, then *report.Figures) *Finding {
	if now.Met() == 0 {
		return nil
	}
	return compared(now, then, -1)
}

// lastYear is the comparison with the year before, where that is not the period before.
func (f Figures) lastYear() *report.Figures {
	if f.Period.Duty == report.Year {
		return nil
	}
	return f.LastYear
}

func before(f Figures) int {
	if f.Before == nil {
		return 0
	}
	return f.Before.Examples
}

func moreExamples(f Figures) *Finding {
	if f.Before == nil || f.Total.Examples <= f.Before.Examples {
		return nil
	}
	found := Finding{Now: Share{N: f.Total.Examples}, Then: Share{N: f.Before.Examples}}
	if y := f.lastYear(); y != nil && y.Examples > 0 && y.Examples < f.Total.Examples {
		found.Rest = Share{N: y.Examples}
	}
	return &found
}

func missing(f Figures) *Finding {
	return when(f.Total.Missing > 0, Finding{Now: Share{f.Total.Missing, f.Total.Duties}})
}

func silentBlocks(f Figures) *Finding {
	blocks := f.silent()
	return when(len(blocks) > 0 && len(blocks) < len(f.Blocks), Finding{Blocks: blocks})
}

func silentRun(f Figures) *Finding {
	return when(f.Silent > 0, Finding{Now: Share{f.Silent, f.Total.Duties}, Run: f.Run})
}

func nilRun(f Figures) *Finding {
	return when(f.Nils > 0, Finding{Now: Share{f.Nils, f.Total.Duties}, Run: f.Run})
}

func lateOnes(f Figures) *Finding {
	return when(late(f.Total) > 0, Finding{Now: Share{late(f.Total), f.Total.Met()}})
}

func idleGroups(f Figures) *Finding {
	return when(len(f.IdleGroups) > 0 && f.Balance.Total > 0, Finding{Groups: f.IdleGroups})
}

func idleFields(f Figures) *Finding {
	// Where every field is idle, units do not say which field it is.
	return when(len(f.Balance.Idle) > 0 && len(f.Balance.Idle) < len(report.Fields)-1 && f.Balance.Total > 0, Finding{Fields: f.Balance.Idle})
}

func fewOfWomen(f Figures) *Finding {
	s := Share{f.Balance.Women, f.Balance.GenderKnown}
	return when(s.Of >= enough && !s.Is(fewWomen), Finding{Now: s})
}

func manyOfLeaders(f Figures) *Finding {
	return share(f.Balance.Leaders, f.Balance.Leaders+f.Balance.Others, halfOf)
}

// of finds examples that stand somewhere.
func of(r report.Review) func(Figures) *Finding {
	return func(f Figures) *Finding {
		return when(f.ByReview[r] > 0, Finding{Now: Share{f.ByReview[r], f.Total.Examples}})
	}
}

func unpublished(f Figures) *Finding {
	return when(f.accepted() > 0 && f.ByReview[report.Published] == 0, Finding{Now: Share{0, f.accepted()}})
}

func contact(f Figures) *Finding {
	n := f.Total.Unconnected + f.Total.Unreachable
	return when(n > 0, Finding{Now: Share{n, f.Total.Missing}, Then: Share{N: f.Total.Unconnected}, Rest: Share{N: f.Total.Unreachable}})
}
