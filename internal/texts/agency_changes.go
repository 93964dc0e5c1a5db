package texts

import (
	"fmt"
	"slices"
	"strings"

	"guongsang/internal/report"
	"guongsang/internal/worddiff"
)

// A Change is a field that reads otherwise than in the version before.
type Change struct{ Field, Before, Now string }

// Changes are the fields that differ, in the order in which they are shown.
func Changes(before, now report.Content) (list []Change) {
	was, is := compared(before), compared(now)
	for _, f := range is {
		if old := valueOf(was, f.label); old != f.value {
			list = append(list, Change{f.label, old, f.value})
		}
	}
	for _, f := range was {
		if valueOf(is, f.label) == "" {
			list = append(list, Change{f.label, f.value, ""})
		}
	}
	return list
}

// compared are the fields of a content, with those that are only counted elsewhere.
func compared(c report.Content) []labelled {
	all := slices.DeleteFunc(fields(c), func(f labelled) bool { return f.label == mediaLabel })
	var files []string
	for _, m := range c.Media {
		files = append(files, m.Unique+" "+m.Caption)
	}
	for _, f := range []labelled{
		{"Sự đồng ý của em", yes(c.ChildConsent)}, {"Sự đồng ý của người giám hộ", yes(c.GuardianConsent)}, {mediaLabel, strings.Join(files, "\n")},
	} {
		if f.value != "" {
			all = append(all, f)
		}
	}
	return all
}

// mediaLabel names the files that come with an introduction.
const mediaLabel = "Kèm theo"

func yes(b bool) string {
	if b {
		return "đã có"
	}
	return ""
}

func valueOf(list []labelled, label string) string {
	for _, f := range list {
		if f.label == label {
			return f.value
		}
	}
	return ""
}

// fieldsOf names the fields that changed.
func fieldsOf(list []Change) string {
	var names []string
	for _, c := range list {
		names = append(names, lower(c.Field))
	}
	return strings.Join(names, ", ")
}

// ChangesTitle heads what changed in a version.
func ChangesTitle(e report.Example) string {
	return fmt.Sprintf("%s: bản %d so với bản %d", e.Number, e.Version, e.Version-1)
}

// NoChanges says that nothing did.
func NoChanges() string { return "Nội dung không khác bản trước." }

// OnlyVersion says that there is no version before.
func OnlyVersion(number string) string { return fmt.Sprintf("%s mới có một bản.", number) }

// ChangesText shows all that changed, word by word.
func ChangesText(list []Change) string {
	parts := []string{"[+ …] là chữ mới, [- …] là chữ đã bỏ."}
	for _, c := range list {
		parts = append(parts, c.text())
	}
	return strings.Join(parts, "\n\n")
}

// aroundChange is how many words that stayed are shown beside those that did not.
const aroundChange = 6

func (c Change) text() string {
	switch {
	case c.Field == mediaLabel:
		return c.Field + ": " + filesChanged(strings.Split(c.Before, "\n"), strings.Split(c.Now, "\n"))
	case c.Before == "":
		return fmt.Sprintf("%s: [+ %s]", c.Field, c.Now)
	case c.Now == "":
		return fmt.Sprintf("%s: [- %s]", c.Field, c.Before)
	}
	runs := worddiff.Compare(c.Before, c.Now)
	if worddiff.Rewritten(runs) {
		return fmt.Sprintf("%s\nTrước: %s\nNay: %s", c.Field, c.Before, c.Now)
	}
	return c.Field + ": " + marked(worddiff.Shorten(runs, aroundChange))
}

func marked(runs []worddiff.Run) string {
	var parts []string
	for _, r := range runs {
		switch r.Kind {
		case worddiff.New:
			parts = append(parts, "[+ "+r.String()+"]")
		case worddiff.Gone:
			parts = append(parts, "[- "+r.String()+"]")
		case worddiff.Left:
			parts = append(parts, "…")
		default:
			parts = append(parts, r.String())
		}
	}
	return strings.Join(parts, " ")
}

// filesChanged counts the files that came and those that are gone.
func filesChanged(before, now []string) string {
	count := func(list, others []string) (n int) {
		for _, f := range list {
			if f != "" && !slices.Contains(others, f) {
				n++
			}
		}
		return n
	}
	var parts []string
	if n := count(now, before); n > 0 {
		parts = append(parts, fmt.Sprintf("%d mới hoặc đổi lời kèm", n))
	}
	if n := count(before, now); n > 0 {
		parts = append(parts, fmt.Sprintf("%d không còn như trước", n))
	}
	if len(parts) == 0 {
		return "đổi thứ tự"
	}
	return strings.Join(parts, ", ")
}
