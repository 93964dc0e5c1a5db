package handlers

import (
	"slices"
	"strconv"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// unitChoices are the units that the writer serves.
func unitChoices(t *turn, _ report.Draft) (list []choice) {
	for _, code := range t.member.Units() {
		list = append(list, choice{t.unitName(code), code})
	}
	return list
}

func takeUnit(t *turn, d *report.Draft, answer string) (note, refusal string) {
	if !t.serves(answer) {
		return "", texts.Stale()
	}
	d.Unit, d.Period = answer, report.Period{}
	d.Asked = append(d.Asked, "unit")
	return "", ""
}

// shownUnit is empty until somebody who serves several units was asked.
func shownUnit(d report.Draft) string {
	if slices.Contains(d.Asked, "unit") {
		return d.Unit
	}
	return ""
}

func categoryChoices(*turn, report.Draft) (list []choice) {
	for _, c := range report.Categories {
		list = append(list, choice{texts.Category(c), string(c)})
	}
	return list
}

func objectChoices(*turn, report.Draft) (list []choice) {
	for _, o := range report.Objects {
		list = append(list, choice{texts.Object(o), string(o)})
	}
	return list
}

func consentChoices(*turn, report.Draft) (list []choice) {
	for _, c := range report.Consents {
		list = append(list, choice{texts.Consent(c), string(c)})
	}
	return list
}

func genderChoices(*turn, report.Draft) []choice {
	return []choice{{texts.ToMale, texts.ToMale}, {texts.ToFemale, texts.ToFemale}}
}

func fieldChoices(*turn, report.Draft) (list []choice) {
	for _, f := range report.Fields {
		list = append(list, choice{texts.Field(f), string(f)})
	}
	return list
}

func groupChoices(_ *turn, d report.Draft) (list []choice) {
	for _, g := range report.Groups {
		list = append(list, choice{texts.Group(g), string(g)})
	}
	return list
}

// takeGroup adds a group.
func takeGroup(_ *turn, d *report.Draft, answer string) (note, refusal string) {
	if g := report.Group(answer); !slices.Contains(d.Content.Groups, g) {
		d.Content.Groups = append(d.Content.Groups, g)
	}
	return "", ""
}

func shownGroups(d report.Draft) string {
	var names []string
	for _, g := range report.Groups {
		if slices.Contains(d.Content.Groups, g) {
			names = append(names, texts.Group(g))
		}
	}
	return strings.Join(names, ", ")
}

func takeFiles(*turn, *report.Draft, string) (note, refusal string) { return "", texts.AskFiles() }

func shownFiles(d report.Draft) string {
	if len(d.Content.Media) == 0 {
		return ""
	}
	return texts.Files(d.Content.Media)
}

// pickOf finds the choice that a text means: its number, its label with or
// without diacritics, or a part of only one label.
func pickOf(list []choice, text string) (choice, bool) {
	text = strings.TrimSpace(strings.TrimRight(text, ".)"))
	if n, err := strconv.Atoi(text); err == nil {
		if n >= 1 && n <= len(list) {
			return list[n-1], true
		}
		return choice{}, false
	}
	want := letters.Fold(text)
	var found []choice
	for _, c := range list {
		have := letters.Fold(c.label)
		if have == want || c.value == want {
			return c, true
		}
		if len(want) >= 4 && len(want) <= 40 && (strings.Contains(have, want) || len(have) >= 4 && strings.Contains(want, have)) {
			found = append(found, c)
		}
	}
	if len(found) == 1 {
		return found[0], true
	}
	return choice{}, false
}

// picksOf finds several choices, separated by commas or lines.
func picksOf(list []choice, text string) (picks []choice, ok bool) {
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;\n", r) })
	if whole, ok := pickOf(list, text); ok {
		return []choice{whole}, true // "Vùng sâu, vùng xa" is one
	}
	for _, part := range parts {
		c, ok := pickOf(list, part)
		if !ok {
			return nil, false
		}
		picks = append(picks, c)
	}
	return picks, len(picks) > 0
}
