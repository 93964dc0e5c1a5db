package assess

import (
	"slices"

	"guongsang/internal/report"
)

// Figures are what findings rest on.
type Figures struct {
	Period report.Period
	Open   bool // the deadline has not passed: who has not sent still may
	// Unfinished says of a Half or Year that not all of it is due; what is counted is.
	Unfinished bool

	Total report.Figures
	// Before and LastYear are the period before, and the same one a year ago; nil where
	// nobody owed anything.
	Before, LastYear *report.Figures
	Blocks           []report.BlockFigures

	ByReview map[report.Review]int
	ByPlace  map[string]int // where published ones can be read
	Balance  report.Balance
	// IdleGroups are the groups of the letter's point 6 of which nobody was introduced
	// of late, as Balance.Idle are the fields of work.
	IdleGroups []report.Group

	// Silent and Nils are the units that have sent nothing, or said that there was
	// nothing, in this period and the Run-1 before it; of a Half or Year in all of it.
	Run          int
	Silent, Nils int
}

// Priority are the groups to which the letter's point 6 asks to look.
var Priority = []report.Group{
	report.SmallCollective, report.Worker, report.Farmer, report.DirectLabour, report.Grassroots, report.Remote, report.Border, report.MinorityArea,
}

// Idle lists the groups of Priority of which a count has none.
func Idle(count map[report.Group]int) []report.Group {
	return slices.DeleteFunc(slices.Clone(Priority), func(g report.Group) bool { return count[g] > 0 })
}

// complete and silent name the blocks in which all have sent, and of which nobody has.
func (f Figures) complete() []string {
	return f.blocks(func(b report.Figures) bool { return b.Met() == b.Duties })
}

func (f Figures) silent() []string {
	return f.blocks(func(b report.Figures) bool { return b.Met() == 0 })
}

func (f Figures) blocks(are func(report.Figures) bool) (names []string) {
	for _, b := range f.Blocks {
		if b.Block != "" && b.Duties > 0 && are(b.Figures) {
			names = append(names, b.Block)
		}
	}
	return names
}

// most is the block with the most units that have not sent.
func (f Figures) most() (most report.BlockFigures) {
	for _, b := range f.Blocks {
		if b.Block != "" && b.Missing > most.Missing {
			most = b
		}
	}
	return most
}

// accepted is how many examples the agency took up, whatever it did with them since.
func (f Figures) accepted() int {
	return f.ByReview[report.Accepted] + f.ByReview[report.Selected] + f.ByReview[report.Published]
}

// late is how many units sent after the deadline.
func late(f report.Figures) int { return f.Late + f.MadeUp + f.NilLate }
