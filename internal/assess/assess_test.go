package assess_test

import (
	"maps"
	"os"
	"regexp"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"guongsang/internal/assess"
	"guongsang/internal/report"
)

// draw makes figures that can be: those of blocks add up to the totals.
func draw(t *rapid.T) assess.Figures {
	some := func(label string, most int) int { return rapid.IntRange(0, most).Draw(t, label) }
	duty := rapid.SampledFrom([]report.Duty{report.Month, report.Quarter, report.Half, report.Year}).Draw(t, "duty")
	f := assess.Figures{Period: report.Period{Duty: duty, Year: 2026, Number: 1}, Open: some("open", 4) == 0, Run: 3}
	for _, name := range []string{"", "Khối 1", "Khối 2", "Khối 3"}[:1+some("blocks", 3)] {
		b := report.BlockFigures{Block: name, Figures: drawFigures(t)}
		f.Blocks = append(f.Blocks, b)
		f.Total = f.Total.Plus(b.Figures)
	}
	if some("before", 2) > 0 {
		then := drawFigures(t)
		f.Before = &then
	}
	if some("year", 2) > 0 {
		then := drawFigures(t)
		f.LastYear = &then
	}
	f.ByReview = map[report.Review]int{}
	left := f.Total.Examples
	for _, r := range []report.Review{report.Published, report.Accepted, report.Received, report.Returned, report.Retracted, report.Selected} {
		n := some("review", left)
		f.ByReview[r] += n
		left -= n
	}
	f.ByReview[report.Accepted] += left
	b := &f.Balance
	b.Total = f.Total.Examples
	b.Labour, b.Remote, b.Persons = some("labour", b.Total), some("remote", b.Total), some("persons", b.Total)
	b.GenderKnown, b.Minorities, b.Leaders = some("gender", b.Persons), some("minorities", b.Persons), some("leaders", b.Persons)
	b.Women, b.Others = some("women", b.GenderKnown), some("others", b.Persons-b.Leaders)
	b.Idle = report.Fields[:some("idle", 3)]
	f.IdleGroups = assess.Priority[:some("groups", 3)]
	f.Silent, f.Nils = some("silent", f.Total.Missing), some("nils", f.Total.Nil)
	return f
}

func drawFigures(t *rapid.T) (f report.Figures) {
	some := func(label string, most int) int { return rapid.IntRange(0, most).Draw(t, label) }
	f.OnTime, f.Late, f.MadeUp, f.Nil = some("on time", 9), some("late", 1), some("made up", 1), some("nil", 6)
	f.NilLate = some("nil late", min(f.Nil, 1))
	f.Missing = some("missing", 5)
	f.Unconnected = some("unconnected", f.Missing)
	f.Unreachable = some("unreachable", f.Missing-f.Unconnected)
	f.Duties = f.Met() + f.Missing
	f.Examples = some("examples", 3*f.Introduced())
	return f
}

// taken takes the ground of each kind away, and nothing else.
var taken = map[assess.Kind]func(*assess.Figures){
	assess.AllSent:      func(f *assess.Figures) { f.Total.Duties++ },
	assess.MostSent:     none,
	assess.RateUp:       func(f *assess.Figures) { f.Before = nil },
	assess.RateUpYear:   func(f *assess.Figures) { f.LastYear = nil },
	assess.MoreExamples: func(f *assess.Figures) { f.Before = nil },
	assess.Complete:     func(f *assess.Figures) { f.Blocks = nil },
	assess.AllOnTime:    func(f *assess.Figures) { f.Total.Late++ },
	assess.Labour:       func(f *assess.Figures) { f.Balance.Labour = 0 },
	assess.Places:       func(f *assess.Figures) { f.Balance.Remote = 0 },
	assess.Women:        func(f *assess.Figures) { f.Balance.Women = 0 },
	assess.Minorities:   func(f *assess.Figures) { f.Balance.Minorities = 0 },
	assess.CommonPeople: func(f *assess.Figures) { f.Balance.Others = 0 },
	assess.Published:    review(report.Published),
	assess.AllReviewed:  func(f *assess.Figures) { f.Total.Examples++ },

	assess.NoExample:    func(f *assess.Figures) { f.Total.Examples = 1 },
	assess.Missing:      func(f *assess.Figures) { f.Total.Missing = 0 },
	assess.RateDown:     func(f *assess.Figures) { f.Before = nil },
	assess.RateDownYear: func(f *assess.Figures) { f.LastYear = nil },
	assess.LessExamples: func(f *assess.Figures) { f.Before = nil },
	assess.SilentBlocks: func(f *assess.Figures) { f.Blocks = nil },
	assess.SilentRun:    func(f *assess.Figures) { f.Silent = 0 },
	assess.NilRun:       func(f *assess.Figures) { f.Nils = 0 },
	assess.MostlyNil:    func(f *assess.Figures) { f.Total.Nil = 0 },
	assess.Late:         func(f *assess.Figures) { f.Total.Late, f.Total.MadeUp, f.Total.NilLate = 0, 0, 0 },
	assess.IdleGroups:   func(f *assess.Figures) { f.IdleGroups = nil },
	assess.IdleFields:   func(f *assess.Figures) { f.Balance.Idle = nil },
	assess.FewWomen:     func(f *assess.Figures) { f.Balance.GenderKnown = 0 },
	assess.ManyLeaders:  func(f *assess.Figures) { f.Balance.Leaders = 0 },
	assess.Returned:     review(report.Returned),
	assess.Unreviewed:   review(report.Received),
	assess.Unpublished:  unaccepted,
	assess.Retracted:    review(report.Retracted),
	assess.Unconnected:  func(f *assess.Figures) { f.Total.Unconnected = 0 },
	assess.Unreachable:  func(f *assess.Figures) { f.Total.Unreachable = 0 },

	assess.CauseContact: func(f *assess.Figures) { f.Total.Unconnected, f.Total.Unreachable = 0, 0 },
	assess.CauseBlock:   func(f *assess.Figures) { f.Blocks = nil },
	assess.CauseSilence: func(f *assess.Figures) { f.Silent = 0 },
	assess.CauseContent: review(report.Returned),
	assess.CauseBacklog: review(report.Received),

	assess.TaskMissing:  func(f *assess.Figures) { f.Total.Missing = 0 },
	assess.TaskBlocks:   func(f *assess.Figures) { f.Blocks = nil },
	assess.TaskRun:      func(f *assess.Figures) { f.Silent = 0 },
	assess.TaskNil:      func(f *assess.Figures) { f.Nils = 0 },
	assess.TaskLate:     func(f *assess.Figures) { f.Total.Late, f.Total.MadeUp, f.Total.NilLate = 0, 0, 0 },
	assess.TaskGroups:   func(f *assess.Figures) { f.IdleGroups = nil },
	assess.TaskFields:   func(f *assess.Figures) { f.Balance.Idle = nil },
	assess.TaskBalance:  func(f *assess.Figures) { f.Balance.GenderKnown, f.Balance.Leaders = 0, 0 },
	assess.TaskReturned: review(report.Returned),
	assess.TaskReview:   review(report.Received),
	assess.TaskPublish:  unaccepted,
	assess.TaskRetract:  review(report.Retracted),
	assess.TaskContact:  func(f *assess.Figures) { f.Total.Unconnected, f.Total.Unreachable = 0, 0 },
	assess.TaskGoOn:     func(f *assess.Figures) { f.Total.Duties = 0 },
}

func none(f *assess.Figures) { f.Total.OnTime, f.Total.Late, f.Total.MadeUp, f.Total.Nil = 0, 0, 0, 0 }

func review(r report.Review) func(*assess.Figures) {
	return func(f *assess.Figures) {
		f.ByReview = maps.Clone(f.ByReview)
		delete(f.ByReview, r)
	}
}

func unaccepted(f *assess.Figures) {
	for _, r := range []report.Review{report.Accepted, report.Selected, report.Published} {
		review(r)(f)
	}
}

// answers are the weaknesses that each task answers; a task of none goes on with
// what is done anyway.
var answers = map[assess.Kind][]assess.Kind{
	assess.TaskMissing: {assess.Missing}, assess.TaskBlocks: {assess.SilentBlocks}, assess.TaskRun: {assess.SilentRun}, assess.TaskNil: {assess.NilRun},
	assess.TaskLate: {assess.Late}, assess.TaskGroups: {assess.IdleGroups}, assess.TaskFields: {assess.IdleFields},
	assess.TaskBalance: {assess.FewWomen, assess.ManyLeaders}, assess.TaskReturned: {assess.Returned}, assess.TaskReview: {assess.Unreviewed},
	assess.TaskPublish: {assess.Unpublished}, assess.TaskRetract: {assess.Retracted}, assess.TaskContact: {assess.CauseContact, assess.Unconnected, assess.Unreachable},
}

// Whatever the figures are: without its ground a finding goes, a task answers a
// weakness that was found, and before the deadline nobody is blamed for not having
// sent. Each kind is found somewhere.
func TestNothingWithoutItsGround(t *testing.T) {
	found := map[assess.Kind]int{}
	gen := rapid.Custom(draw)
	for seed := range 800 {
		f := gen.Example(seed)
		all := assess.Of(f)
		for _, one := range all {
			found[one.Kind]++
			g := f
			take := taken[one.Kind]
			if take == nil {
				t.Fatalf("no ground of %q is known", one.Kind)
			}
			take(&g)
			if has(assess.Of(g), one.Kind) {
				t.Fatalf("%q stands without its ground: %+v", one.Kind, f)
			}
			if weak := answers[one.Kind]; weak != nil && !slices.ContainsFunc(weak, func(k assess.Kind) bool { return has(all, k) }) {
				t.Fatalf("%q answers nothing: %+v", one.Kind, f)
			}
			if f.Open && slices.Contains([]assess.Kind{assess.Missing, assess.SilentBlocks, assess.SilentRun, assess.RateDown, assess.CauseBlock, assess.TaskMissing}, one.Kind) {
				t.Fatalf("%q is held against units before the deadline", one.Kind)
			}
		}
		if sum := assess.Sum(all); sum != assess.Sum(assess.Of(f)) || len(sum) != 16 {
			t.Fatalf("sum %q", sum)
		}
	}
	for _, kind := range kinds(t) {
		if found[kind] == 0 {
			t.Errorf("%q is never found", kind)
		}
	}
	if len(found) != len(taken) {
		t.Errorf("%d kinds are found, %d grounds are known", len(found), len(taken))
	}
}

func has(all []assess.Finding, kind assess.Kind) bool {
	return slices.ContainsFunc(all, func(f assess.Finding) bool { return f.Kind == kind })
}

// kinds are those that the source names.
func kinds(t *testing.T) (all []assess.Kind) {
	source, err := os.ReadFile("rules.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`(?m)^\t\w+ +Kind = "(.+?)"`).FindAllStringSubmatch(string(source), -1) {
		all = append(all, assess.Kind(m[1]))
	}
	if len(all) < 12 {
		t.Fatalf("%d kinds", len(all))
	}
	return all
}

// Other figures have another sum, the same findings the same.
func TestSum(t *testing.T) {
	f := assess.Figures{Period: report.Period{Duty: report.Month, Year: 2026, Number: 11}, Total: report.Figures{Duties: 10, OnTime: 8, Missing: 2}}
	g := f
	g.Total = report.Figures{Duties: 10, OnTime: 7, Missing: 3}
	if assess.Sum(assess.Of(f)) == assess.Sum(assess.Of(g)) {
		t.Error("two missing and three have one sum")
	}
}
