package files

import (
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// A Step is one of those by which something gets onto the disk. What a power cut
// leaves depends on which of them were done: whoever cuts the power on purpose
// watches them.
type Step struct {
	Kind StepKind
	Path string // of the file, or of the folder that was synced
	From string // Named: the name that the file had before
}

// A StepKind says which step it is.
type StepKind int

// The steps.
const (
	Named        StepKind = iota // a file has its name, and the folder was not synced yet
	FolderSynced                 // the names in a folder are on disk
	Committing                   // a transaction of the store at Path is about to begin; nobody else writes
	Committed                    // a transaction of the store at Path is on disk
)

// A watcher is told of the steps below a folder.
type watcher struct {
	below string
	tell  func(Step)
}

var (
	watching sync.Mutex // held while somebody begins or ends to watch
	watchers atomic.Pointer[[]*watcher]
)

// Watch has tell told of each step below a folder, by the one who does it and
// before that goes on, until stop is called.
func Watch(folder string, tell func(Step)) (stop func()) {
	w := &watcher{filepath.Clean(folder) + string(filepath.Separator), tell}
	change := func(with func([]*watcher) []*watcher) {
		watching.Lock()
		defer watching.Unlock()
		var now []*watcher
		if before := watchers.Load(); before != nil {
			now = *before
		}
		now = with(slices.Clone(now))
		watchers.Store(&now)
	}
	change(func(all []*watcher) []*watcher { return append(all, w) })
	return func() {
		change(func(all []*watcher) []*watcher {
			return slices.DeleteFunc(all, func(o *watcher) bool { return o == w })
		})
	}
}

// Tell tells those who watch of a step.
func Tell(s Step) {
	all := watchers.Load()
	if all == nil {
		return
	}
	for _, w := range *all {
		if strings.HasPrefix(s.Path+string(filepath.Separator), w.below) {
			w.tell(s)
		}
	}
}
