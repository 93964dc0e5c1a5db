package letters

import (
	"regexp"
	"sync"
)

// Pattern is a regular expression that is compiled when it is first looked for: some
// sixty of them read what people write, and a program that waits for the first word has no
// room for them. It panics then if the expression is none.
func Pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
