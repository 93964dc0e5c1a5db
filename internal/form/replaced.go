package form

import (
	"guongsang/internal/correction"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// replaced takes "sửa 45 ngày công thành 54 ngày công" for what it says: the words stand
// in the draft, and others come in their place wherever they stand.
func replaced(d *report.Draft, text string) (note string, ok bool) {
	old, right, ok := correction.WordsToReplace(text)
	if !ok {
		return "", false
	}
	return putInstead(d, old, right)
}

// putInstead puts words in the place of others, in all fields that have these.
func putInstead(d *report.Draft, old, right string) (note string, ok bool) {
	changed := *d
	var at []string
	for _, key := range []string{"name", "place", "position", "title", "summary", "results", "spread"} {
		q, _ := Find(key)
		now := q.Shown(changed)
		value, found := correction.WithWords(now, old, right)
		if !found {
			continue
		}
		if _, refusal := q.take(&changed, value); refusal != "" {
			return "", false
		}
		at = append(at, texts.FieldName(key, changed.Content))
	}
	if len(at) == 0 {
		return "", false
	}
	*d = changed
	return texts.Replaced(old, right, at), true
}
