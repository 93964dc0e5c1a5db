package form

import (
	"slices"
	"strings"

	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/said"
)

// around takes an answer around which much is said, and what such a text puts right of
// another field than the one that is asked.
func (q Question) around(d *report.Draft, text string) (Reading, bool) {
	if _, rank := paste.RankApart(text); q.Key == "unit" || rank != "" || q.Key == "name" && teacherBefore().MatchString(letters.Fold(text)) || q.Key == "consent" && intent.ConsentIn(text) != "" {
		return Reading{}, false
	}
	if t, ok := said.Title(text); ok && (q.Key == "title" || t.Named && (q.Key == "preview" || t.Wrong)) {
		return q.takeAll(d, [][2]string{{"title", t.Title}}, t.Behind), true
	}
	if q.Key == "name" {
		if head, rest, ok := strings.Cut(text, ", "); ok && !paste.IsPersonName(paste.BareName(head)) {
			if kind := said.Group(rest); kind != "" {
				return q.takeAll(d, [][2]string{{"object", kind}, {"name", head}}, ""), true
			}
		}
	}
	a, ok := said.Of(text)
	fields := [][2]string{{"born", a.Born}, {"place", a.Place}, {"name", a.Name}}
	switch {
	case a.Alone && (q.Key == "place" && a.Place != "" || q.Key == "name" && a.Name != "" && letters.Capital(a.Name)):
		return q.own(d, text, nil), true // whatever its words mean beside others
	case !ok || a.Alone, !a.PutsRight && q.others(*d, fields):
		return Reading{}, false
	case q.Key == "name" && a.Name != "" && d.Content.Object != report.Collective && d.Content.Object != report.Household, q.Key == "place" && a.Place != "":
		return q.takeAll(d, fields, ""), true
	case a.PutsRight && q.putsRight(a, text), q.Key == "preview" && a.Name != "" && a.Place != "":
		return q.takeAll(d, fields, ""), true
	}
	return Reading{}, false
}

// others reports whether fields beside that of the question hold something else already.
func (q Question) others(d report.Draft, fields [][2]string) bool {
	return slices.ContainsFunc(fields, func(f [2]string) bool {
		other, _ := Find(f[0])
		now := other.Shown(d)
		return f[1] != "" && f[0] != q.Key && now != "" && !strings.Contains(letters.Fold(now), letters.Fold(f[1]))
	})
}

// putsRight reports whether such a text is none that is asked for. A title may have the words
// of it in a row.
func (q Question) putsRight(a said.About, text string) bool {
	named := a.Name == "" || letters.Capital(a.Name) || len(strings.Fields(a.Name)) > 2
	return q.Key != "name" && q.Key != "place" && named && (!anyWords[q.Key] || strings.Contains(text, ",") || strings.Contains(letters.Fold(text), " phai "))
}

// takeAll takes values into their fields; that of the question answers it.
func (q Question) takeAll(d *report.Draft, fields [][2]string, behind string) Reading {
	r := Reading{Outcome: Kept}
	if a, ok := said.Of(behind); ok && a.Name != "" {
		fields = append(fields, [2]string{"name", a.Name})
	}
	var notes []string
	for _, f := range fields {
		if f[1] == "" {
			continue
		}
		if f[0] == q.Key {
			own := q.own(d, f[1], nil)
			if r.Outcome = own.Outcome; r.Outcome != Answered {
				return own
			}
			notes = append(notes, own.Note)
			continue
		}
		note, refusal := correct(d, f[0], f[1])
		notes = append(notes, note+refusal)
	}
	r.Note = strings.TrimSpace(strings.Join(notes, " "))
	return r
}

// wayOf is where a text wants to go that says no more than that, and why. What is not said
// aloud, or has other marks, may be meant as it is.
func wayOf(text string) (way Steer, aloud, otherMarks bool) {
	return Steer(said.WayOf(text)), said.Aloud(text), said.OtherMarks(text)
}
