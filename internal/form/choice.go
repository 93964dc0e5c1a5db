package form

import (
	"slices"
	"strings"

	"guongsang/internal/choice"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// A Choice is one answer of a question that has a few.
type Choice = choice.Choice

// Choices are the answers of a question that has a few; none: it takes a text.
// own are those that only the caller knows, of the questions that HasOwn names: the
// units that the writer serves, each with its name and code, the agency's themes,
// the writer's word.
func (q Question) Choices(own []Choice) []Choice {
	if q.choices == nil {
		return nil
	}
	return q.choices(own)
}

// Pick takes the choice of a number, from 0, for the answer. It reports
// whether there is such a choice.
func (q Question) Pick(d *report.Draft, n int, units []Choice) bool {
	list := q.Choices(units)
	if n < 0 || n >= len(list) {
		return false
	}
	q.choose(d, list[n].Value)
	settle(d, q.Key)
	return true
}

func unitChoices(units []Choice) []Choice { return units }

// chooseUnit takes the unit; the period has to be found anew.
func chooseUnit(d *report.Draft, code string) {
	d.Unit, d.Period = code, report.Period{}
	settle(d, "unit")
}

// shownUnit is empty until somebody who serves several units was asked.
func shownUnit(d report.Draft) string {
	if slices.Contains(d.Asked, "unit") {
		return d.Unit
	}
	return ""
}

func categoryChoices([]Choice) (list []Choice) {
	for _, c := range report.Categories {
		list = append(list, Choice{Label: texts.Category(c), Value: string(c)})
	}
	return list
}

// chooseCategory takes the category. What was answered about somebody's age is
// forgotten where it is about nobody any more; so with the object.
func chooseCategory(d *report.Draft, value string) {
	d.Content.Category = report.Category(value)
	forgetAge(d)
}

func objectChoices([]Choice) (list []Choice) {
	for _, o := range report.Objects {
		list = append(list, Choice{Label: texts.Object(o), Value: string(o)})
	}
	return list
}

func chooseObject(d *report.Draft, value string) {
	d.Content.Object = report.Object(value)
	forgetAge(d)
}

func consentChoices([]Choice) (list []Choice) {
	for _, c := range report.Consents {
		list = append(list, Choice{Label: texts.Consent(c), Value: string(c)})
	}
	return list
}

func genderChoices([]Choice) []Choice {
	return []Choice{{Label: texts.ToMale, Value: texts.ToMale}, {Label: texts.ToFemale, Value: texts.ToFemale}}
}

func fieldChoices([]Choice) (list []Choice) {
	for _, f := range report.Fields {
		list = append(list, Choice{Label: texts.Field(f), Value: string(f)})
	}
	return list
}

func groupChoices([]Choice) (list []Choice) {
	for _, g := range report.Groups {
		list = append(list, Choice{Label: texts.Group(g), Value: string(g)})
	}
	return list
}

// chooseGroup adds a group.
func chooseGroup(d *report.Draft, value string) {
	if g := report.Group(value); !slices.Contains(d.Content.Groups, g) {
		d.Content.Groups = append(d.Content.Groups, g)
	}
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
