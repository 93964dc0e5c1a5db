package report

import "testing"

// TestMayAppoint walks every post that can be given against everybody who
// might give it.
func TestMayAppoint(t *testing.T) {
	posts := map[string]Post{
		"chính PT1":   {Role: Focal, Unit: "PT1"},
		"dự phòng 1":  {Role: Focal, Unit: "PT1", Deputy: true},
		"head PT1":    {Role: Head, Unit: "PT1"},
		"blockhead A": {Role: BlockHead, Block: "A"},
		"officer":     {Role: Officer},
		"leader":      {Role: Leader},
		"admin":       {Role: Admin},
	}
	people := map[string]Member{
		"nobody":          {},
		"chính PT1":       {Posts: []Post{posts["chính PT1"]}},
		"dự phòng 1":      {Posts: []Post{posts["dự phòng 1"]}},
		"chính PT2":       {Posts: []Post{{Role: Focal, Unit: "PT2"}}},
		"head PT1":        {Posts: []Post{posts["head PT1"]}},
		"head PT2":        {Posts: []Post{{Role: Head, Unit: "PT2"}}},
		"blockhead A":     {Posts: []Post{posts["blockhead A"]}},
		"leader":          {Posts: []Post{posts["leader"]}},
		"officer":         {Posts: []Post{posts["officer"]}},
		"admin":           {Posts: []Post{posts["admin"]}},
		"officer and PT2": {Posts: []Post{posts["officer"], {Role: Focal, Unit: "PT2"}}},
	}
	appoint := map[string][]string{
		"chính PT1":   {"chính PT1", "head PT1", "officer", "admin", "officer and PT2"},
		"dự phòng 1":  {"chính PT1", "dự phòng 1", "head PT1", "officer", "admin", "officer and PT2"},
		"head PT1":    {"officer", "admin", "officer and PT2"},
		"blockhead A": {"officer", "admin", "officer and PT2"},
		"officer":     {"admin"},
		"leader":      {"admin"},
		"admin":       {"admin"},
	}
	remove := map[string][]string{
		"chính PT1":   {"head PT1", "officer", "admin", "officer and PT2"},
		"dự phòng 1":  {"head PT1", "officer", "admin", "officer and PT2"},
		"head PT1":    {"officer", "admin", "officer and PT2"},
		"blockhead A": {"officer", "admin", "officer and PT2"},
		"officer":     {"admin"},
		"leader":      {"admin"},
		"admin":       {"admin"},
	}
	for place, p := range posts {
		for who, m := range people {
			if got, want := m.MayAppoint(p), has(appoint[place], who); got != want {
				t.Errorf("%s appoints %s: %v, want %v", who, place, got, want)
			}
			if got, want := m.MayRemove(p), has(remove[place], who); got != want {
				t.Errorf("%s removes %s: %v, want %v", who, place, got, want)
			}
		}
	}
	if (Member{Posts: []Post{{Role: Head}}}).Heads("") {
		t.Error("a post without a unit heads the unit without a code")
	}
}

func has(all []string, one string) bool {
	for _, s := range all {
		if s == one {
			return true
		}
	}
	return false
}
