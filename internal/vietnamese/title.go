package vietnamese

import (
	_ "embed"
	"strings"
	"sync"
)

// Titles are what stands before a name, as titles.txt has it.
//
//go:embed titles.txt
var Titles string

// Posts are those of them that say by themselves what somebody is by profession or office.
var Posts = sync.OnceValue(func() (all []string) {
	for line := range strings.Lines(Titles) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for title := range strings.SplitSeq(line, ",") {
			if post, ok := strings.CutSuffix(strings.TrimSpace(title), "*"); ok {
				all = append(all, post)
			}
		}
	}
	return all[:len(all):len(all)]
})
