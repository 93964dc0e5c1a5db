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
