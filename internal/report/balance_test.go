package report

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestBalance(t *testing.T) {
	traits := Traits{
		Woman:    func(s string) bool { return s == "f" },
		Minority: func(s string) bool { return s != "" && s != "k" },
		Leads:    func(s string) bool { return strings.HasPrefix(s, "head") },
	}
	example := func(c Content) Example { return Example{Content: c} }
	withdrawn := example(Content{Object: Person, Gender: "f", Field: Health})
	withdrawn.Review = Withdrawn
	examples := []Example{
		example(Content{Object: Person, Gender: "f", Ethnicity: "m", Position: "head of school", Field: Education, Groups: []Group{Farmer, Worker, Border, Remote}}),
		example(Content{Object: Person, Gender: "m", Ethnicity: "k", Position: "nurse", Groups: []Group{DirectLabour}}),
		example(Content{Object: Person}),
		example(Content{Object: Collective, Gender: "f", Groups: []Group{SmallCollective}, Field: Digital}),
		withdrawn,
	}
	got := BalanceOf(examples, []Example{example(Content{Field: Rescue})}, traits)
	want := Balance{
		Total: 4, Labour: 2, Workers: 1, Farmers: 1, SmallCollectives: 1, Remote: 1, Border: 1,
		Persons: 3, Women: 1, GenderKnown: 2, Minorities: 1, Leaders: 1, Others: 1, NoPosition: 1, NoField: 2,
	}
	idle := []Field{Economy, Health, Security, Rural, Culture, Poverty}
	if !slices.Equal(got.Idle, idle) {
		t.Errorf("idle fields %v, want %v", got.Idle, idle)
	}
	if len(got.ByField) != 2 || got.ByField[Education] != 1 || got.ByField[Digital] != 1 {
		t.Errorf("by field %v", got.ByField)
	}
	got.Idle, got.ByField = nil, nil
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

// Whoever leads is counted apart from those who do not, and from those of whom
// nobody knows; each trait is of persons only.
func TestBalanceOfPositions(t *testing.T) {
	traits := Traits{
		Woman:    func(s string) bool { return s == "f" },
		Minority: func(s string) bool { return s == "m" },
		Leads:    func(s string) bool { return s != "nurse" }, // also of no position, if it were asked
	}
	var examples []Example
	for object, positions := range map[Object][]string{Person: {"head", "head", "head", "nurse", "nurse", "", "", "", "", ""}, Household: {"head", ""}} {
		for _, position := range positions {
			examples = append(examples, Example{Content: Content{Object: object, Position: position, Gender: "f", Ethnicity: "m", Field: Rural}})
		}
	}
	got := BalanceOf(examples, nil, traits)
	if got.Total != 12 || got.Persons != 10 || got.Leaders != 3 || got.Others != 2 || got.NoPosition != 5 || got.Women != 10 || got.GenderKnown != 10 || got.Minorities != 10 {
		t.Errorf("%+v", got)
	}
	if got.NoField != 0 || got.ByField[Rural] != 12 {
		t.Errorf("by field %v, without %d", got.ByField, got.NoField)
	}
	recent := []Example{{Content: Content{Field: Health}}, {Content: Content{Field: Economy}, Review: Withdrawn}}
	if got := BalanceOf(nil, recent, traits); got.Total != 0 || len(got.Idle) != len(Fields)-2 || got.Idle[0] != Economy {
		t.Errorf("idle %v", got.Idle)
	}
}
