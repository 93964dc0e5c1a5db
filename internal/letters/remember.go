package letters

import "sync/atomic"

// RememberLast is a function of a text that remembers what it gave last: while an
// answer is read the same text is asked about again and again. What it gives is shared
// and must not be written to.
func RememberLast[T any](of func(text string) T) func(text string) T {
	type known struct {
		text string
		gave T
	}
	var last atomic.Pointer[known]
	return func(text string) T {
		if k := last.Load(); k != nil && k.text == text {
			return k.gave
		}
		k := &known{text, of(text)}
		last.Store(k)
		return k.gave
	}
}
