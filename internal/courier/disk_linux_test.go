package courier_test

import (
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"testing"
	"time"

	"guongsang/internal/emulator"
)

// withFullDisk runs a test in a bubble of a process of its own, in which the disk
// can be made to refuse: a limit on the size of files holds for all of a process,
// and go test writes files too.
func withFullDisk(t *testing.T, test func(w *world, fill, free func())) {
	t.Helper()
	const alone = "GUONGSANG_TEST_ALONE"
	if os.Getenv(alone) == "" {
		child := exec.Command(os.Args[0], "-test.run", "^"+t.Name()+"$")
		child.Env = append(os.Environ(), alone+"=1")
		if out, err := child.CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
		return
	}
	signal.Ignore(syscall.SIGXFSZ)
	var normal syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &normal); err != nil {
		t.Fatal(err)
	}
	set := func(limit syscall.Rlimit) {
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
			t.Fatal(err)
		}
	}
	fill := func() { set(syscall.Rlimit{Cur: 1, Max: normal.Max}) }
	free := func() { set(normal) }
	inBubble(t, func(w *world) {
		defer free()
		test(w, fill, free)
	})
}

// FAULTS 6: many who meet a full disk at once wait no longer than one who meets
// it alone, and once it has room everybody is served at the next try.
func TestManyMeetFullDiskAsOne(t *testing.T) {
	withFullDisk(t, func(w *world, fill, free func()) {
		people := w.people(20)
		for i, p := range people {
			delay := time.Duration(i+1) * 10 * time.Millisecond
			w.srv.AddFault(emulator.Fault{Chat: p.ID(), Times: 1, Action: emulator.DelayAfter(delay)})
		}
		w.start()
		for _, p := range people {
			w.put(text(p.ID(), "trước"))
		}
		fill()
		w.later(500 * time.Millisecond)
		if n := w.waiting(); n != len(people) {
			t.Errorf("%d rows wait while nothing can be stored, want %d", n, len(people))
		}
		free()
		for _, p := range people {
			w.put(text(p.ID(), "sau"))
		}
		w.later(time.Second)
		if n := w.waiting(); n != 0 {
			t.Errorf("%d rows left a second after there was room again", n)
		}
		for _, p := range people {
			w.wantChat(p, "trước", "sau")
		}
		w.wantLog("storing what was sent interrupted", 1)
		w.wantLog("storing what was sent works again", 1)
	})
}

// The longer the disk is bad, the longer the pauses; the first that is stored
// frees those who would wait on.
func TestFirstStoredFreesAll(t *testing.T) {
	withFullDisk(t, func(w *world, fill, free func()) {
		people := w.people(3)
		w.srv.AddFault(emulator.Fault{Times: 2, Method: "sendMessage", Action: emulator.DelayAfter(time.Millisecond)})
		w.start()
		w.put(text(people[0].ID(), "một"), text(people[1].ID(), "hai"))
		fill()
		w.later(20 * time.Second) // tries at once and after 1, 3, 7 and 15 s; the next is after 31
		free()
		w.put(text(people[2].ID(), "ba"))
		w.later(time.Second)
		if n := w.waiting(); n != 0 {
			t.Errorf("%d rows left", n)
		}
		w.wantLog("tries=5", 1)
	})
}
