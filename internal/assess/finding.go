package assess

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"

	"guongsang/internal/report"
)

// A Part is where a paragraph stands.
type Part string

// The parts, in the order of the document.
const (
	Strengths  Part = "strengths"  // ưu điểm
	Weaknesses Part = "weaknesses" // hạn chế
	Causes     Part = "causes"     // nguyên nhân
	Tasks      Part = "tasks"      // nhiệm vụ kỳ tới
)

// Parts are all of them.
var Parts = [...]Part{Strengths, Weaknesses, Causes, Tasks}

// A Share is a number of a whole.
type Share struct{ N, Of int }

// Tenths is the share in tenths of a percent, rounded; 0 of nothing.
func (s Share) Tenths() int {
	if s.Of == 0 {
		return 0
	}
	return (s.N*2000 + s.Of) / (2 * s.Of)
}

// Is reports whether it is at least so many percent.
func (s Share) Is(percent int) bool { return s.Of > 0 && s.N*100 >= percent*s.Of }

// A Finding is something worth saying, with all the figures that it rests on. Which of
// them a kind has is said at the kind.
type Finding struct {
	Part   Part
	Kind   Kind
	Period report.Period
	Now    Share          `json:",omitzero"`
	Then   Share          `json:",omitzero"` // in the period of comparison
	Rest   Share          `json:",omitzero"`
	Run    int            `json:",omitempty"` // periods
	Blocks []string       `json:",omitempty"`
	Groups []report.Group `json:",omitempty"`
	Fields []report.Field `json:",omitempty"`
	Places map[string]int `json:",omitempty"`
	// Unfinished says of a Half or Year that not all of it is due.
	Unfinished bool `json:",omitempty"`
}

// Of lists what figures show: strengths, weaknesses, causes, then tasks, in each the
// weightier first.
func Of(f Figures) (all []Finding) {
	for _, part := range Parts {
		for _, r := range rules {
			if r.part != part || r.due && f.Open {
				continue
			}
			if found := r.find(f); found != nil {
				found.Part, found.Kind, found.Period, found.Unfinished = part, r.kind, f.Period, f.Unfinished
				all = append(all, *found)
			}
		}
	}
	return all
}

// Sum stands for some findings: other figures have another.
func Sum(all []Finding) string {
	raw, _ := json.Marshal(all) // there is nothing in it that has no JSON
	return digest(raw)
}

// Mark stands for some paragraphs: a button that was made for others is old.
func Mark(all []Paragraph) string {
	raw, _ := json.Marshal(all)
	return digest(raw)
}

func digest(raw []byte) string {
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:8])
}

// A Paragraph is one paragraph of a part.
type Paragraph struct {
	Part Part
	Text string
}

// Kept is what officers made of a draft: it stands in the report instead.
type Kept struct {
	Period     report.Period
	Paragraphs []Paragraph
	Sum        string // of the findings when it was last edited
	By         int64
	At         time.Time
}

// In are the paragraphs of one part.
func In(all []Paragraph, part Part) (texts []string) {
	for _, p := range all {
		if p.Part == part {
			texts = append(texts, p.Text)
		}
	}
	return texts
}
