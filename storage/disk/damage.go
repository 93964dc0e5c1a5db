package disk

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
)

// Reading runs what reads pages of a store file. If a page cannot be read, the
// error says so.
func Reading(path string, fn func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if v := recover(); v != nil {
			if !FromPage(v) {
				panic(v)
			}
			err = Unreadable(path)
		}
	}()
	return fn()
}

// FromPage reports whether a panic came from a page of the store file. It is
// asked in the deferred function that recovered it.
func FromPage(v any) bool {
	if _, fault := v.(interface{ Addr() uintptr }); fault {
		return true // memory that the file should be behind
	}
	stack := make([]uintptr, 32)
	frames := runtime.CallersFrames(stack[:runtime.Callers(1, stack)])
	panicking := false
	for {
		frame, more := frames.Next()
		inRuntime := strings.HasPrefix(frame.Function, "runtime.")
		if panicking && !inRuntime {
			return strings.HasPrefix(frame.Function, "go.etcd.io/bbolt")
		}
		panicking = panicking || frame.Function == "runtime.gopanic"
		if !more {
			return false
		}
	}
}

// ErrPage is a page that made no sense at all; how the reading ended says
// nothing to anybody.
var ErrPage = fmt.Errorf("a page cannot be read: %w", ErrDamaged)

// Unreadable is the error of a store file of which a page makes no sense.
func Unreadable(path string) error { return fmt.Errorf("reading %s: %w", path, ErrPage) }
