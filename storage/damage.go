package storage

import (
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
)

// A store that was closed in order is not read through when it is opened. So a
// page that went bad on the disk since is met in the middle of the work: bbolt
// panics at it, or the memory that it leads to is not there. That is no fault of
// whoever was reading, and nothing more must be written: the store answers
// ErrDamaged from then on, and the program ends and says how to go on. The next
// start finds no note that the store was closed in order, and verifies it.

// reading runs what reads pages of a store file. If a page cannot be read, the
// error says so.
func reading(path string, fn func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if v := recover(); v != nil {
			if !fromPage(v) {
				panic(v)
			}
			err = unreadable(path)
		}
	}()
	return fn()
}

// fromPage reports whether a panic came from a page of the store file. It is
// asked in the deferred function that recovered it.
func fromPage(v any) bool {
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

// reading runs what reads pages of the open store. After the first page that
// could not be read nothing is run any more.
func (s *Store) reading(fn func() error) error {
	if err := s.Damage(); err != nil {
		return err
	}
	err := reading(s.hold.path(), fn)
	s.noteDamage(err)
	return err
}

// noteDamage remembers the first error that tells of such a page.
func (s *Store) noteDamage(err error) {
	if errors.Is(err, errPage) && s.damage.CompareAndSwap(nil, &err) {
		close(s.damaged)
	}
}

// Damaged is closed once a page of the store could not be read.
func (s *Store) Damaged() <-chan struct{} { return s.damaged }

// Damage is what is wrong with the store; nil as long as nothing is.
func (s *Store) Damage() error {
	if err := s.damage.Load(); err != nil {
		return *err
	}
	return nil
}

// errPage is a page that made no sense at all; how the reading ended says
// nothing to anybody.
var errPage = fmt.Errorf("a page cannot be read: %w", ErrDamaged)

func unreadable(path string) error { return fmt.Errorf("reading %s: %w", path, errPage) }
