package turn

import (
	"errors"
	"slices"
	"strconv"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/storage"
)

// A Kind is how one thing that a button or question carries is read. It
// refuses what is not there any more, and what is not this member's to ask
// about.
type Kind[T any] struct {
	Parts []Part
	Read  func(t *Reading, parts []string) (T, Refusal)
}

// A Refusal answers in place of the action. None means that nothing is refused.
type Refusal func(*Turn) error

// Stale refuses an old or forged button. Nothing is said of what it named.
var Stale Refusal = func(t *Turn) error { return t.Stale() }

// Saying refuses with a sentence.
func Saying(text string) Refusal {
	return func(t *Turn) error { return t.Say(chat.Message{Text: text}) }
}

// Failed ends the turn with the store's error, if there is one.
func Failed(err error) Refusal {
	if err == nil {
		return nil
	}
	return func(*Turn) error { return err }
}

// found refuses what there is no record of.
func found(err error) Refusal {
	if errors.Is(err, storage.ErrNotFound) {
		return Stale
	}
	return Failed(err)
}

// NewKind is a kind of one part.
func NewKind[T any](name string, read func(t *Reading, part string) (T, Refusal)) Kind[T] {
	return Kind[T]{
		Parts: []Part{{Name: name}},
		Read:  func(t *Reading, parts []string) (T, Refusal) { return read(t, parts[0]) },
	}
}

// Opt is a kind that may be left out, and then is the zero value.
func Opt[T any](k Kind[T]) Kind[T] {
	parts := slices.Clone(k.Parts)
	for i := range parts {
		parts[i].Optional = true
	}
	return Kind[T]{Parts: parts, Read: func(t *Reading, given []string) (v T, no Refusal) {
		if !slices.ContainsFunc(given, func(part string) bool { return part != "" }) {
			return v, nil
		}
		return k.Read(t, given)
	}}
}

// Join reads two things that make one, and refuses them if they do not.
func Join[A, B, T any](ka Kind[A], kb Kind[B], join func(*Reading, A, B) (T, Refusal)) Kind[T] {
	return Kind[T]{Parts: all(ka.Parts, kb.Parts), Read: func(t *Reading, parts []string) (v T, no Refusal) {
		given := given{t: t, parts: parts}
		a, b := read(&given, ka), read(&given, kb)
		if given.no != nil {
			return v, given.no
		}
		return join(t, a, b)
	}}
}

// If refuses more of a kind.
func (k Kind[T]) If(check func(*Reading, T) Refusal) Kind[T] {
	return Kind[T]{Parts: k.Parts, Read: func(t *Reading, parts []string) (T, Refusal) {
		v, no := k.Read(t, parts)
		if no == nil {
			no = check(t, v)
		}
		return v, no
	}}
}

// Ahead has something found of what a kind reads while others write, if it takes long
// and the store keeps it (records: looks.go). What acts finds it there. That it could not
// be found is for that to meet.
func (k Kind[T]) Ahead(find func(*Reading, T)) Kind[T] {
	parts := slices.Clone(k.Parts)
	parts[0].Ahead = true
	return Kind[T]{Parts: parts, Read: func(t *Reading, given []string) (T, Refusal) {
		v, no := k.Read(t, given)
		if no == nil && t.ahead {
			find(t, v)
		}
		return v, no
	}}
}

func all(parts ...[]Part) []Part { return slices.Concat(parts...) }

// Text is any text at all.
func Text(name string) Kind[string] {
	return NewKind(name, func(_ *Reading, part string) (string, Refusal) { return part, nil })
}

// OneOf is one of a few words.
func OneOf[T ~string](name string, words ...T) Kind[T] {
	return NewKind(name, func(_ *Reading, part string) (T, Refusal) {
		if !slices.Contains(words, T(part)) {
			return "", Stale
		}
		return T(part), nil
	})
}

// Number is a number from least to most.
func Number(name string, least, most int) Kind[int] {
	return NewKind(name, func(_ *Reading, part string) (int, Refusal) {
		n, err := strconv.Atoi(part)
		if err != nil || n < least || n > most {
			return n, Stale
		}
		return n, nil
	})
}

// Page is a page of a list, from 0. A list may have become shorter.
var Page = Number("page", 0, 1_000_000)

// Flag is yes or no: 1 or 0.
func Flag(name string) Kind[bool] {
	return NewKind(name, func(_ *Reading, part string) (bool, Refusal) {
		if part != "0" && part != "1" {
			return false, Stale
		}
		return part == "1", nil
	})
}

// Period is a month or quarter that anybody could ask about.
var Period = Reported.If(func(_ *Reading, p report.Period) Refusal {
	if !p.Duty.Owed() {
		return Stale
	}
	return nil
})

// Reported is a period that the agency could report of: also half a year, or a year.
var Reported = NewKind("period", func(t *Reading, part string) (report.Period, Refusal) {
	p, err := report.ParsePeriod(part)
	if err != nil || p.Year < 2000 || p.Year > t.Today().Year+1 {
		return p, Stale
	}
	return p, nil
})

// Day is a day of the calendar.
var Day = NewKind("day", func(_ *Reading, part string) (report.Date, Refusal) {
	d, err := report.ParseDate(part)
	if err != nil {
		return d, Stale
	}
	return d, nil
})

// Moment is a moment, in seconds since 1970.
var Moment = NewKind("moment", func(_ *Reading, part string) (time.Time, Refusal) {
	n, err := strconv.ParseInt(part, 10, 64)
	if err != nil || n <= 0 {
		return time.Time{}, Stale
	}
	return time.Unix(n, 0), nil
})

// Given is the reason that was given already, if any.
var Given = Opt(Text("reason"))
