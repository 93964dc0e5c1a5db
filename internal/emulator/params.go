package emulator

import (
	_ "embed" // the table
	"fmt"
	"strings"
	"sync"
)

// paramTable is the Bot API's parameters, as data. The rows follow the published
// specification; a test holds them against it. What the specification of the
// test lacks, because the client library is newer, is listed there too.
//
// A method or an object is followed by its parameters or fields, indented: the
// name, "!" where it is required and "?" where not, and its types. An object
// that is not there is only asked to be an object. A union is one line.
//
//go:embed params.txt
var paramTable string

// param is one parameter of a method or one field of an object.
type param struct {
	name     string
	types    string // alternatives joined by " or "
	required bool
}

// apiTable is paramTable, read.
type apiTable struct {
	methods map[string][]param // every method that the emulator answers
	objects map[string][]param // the objects that are looked into
	unions  map[string][]string
}

var table = sync.OnceValue(func() *apiTable {
	t := &apiTable{methods: map[string][]param{}, objects: map[string][]param{}, unions: map[string][]string{}}
	var list map[string][]param // and the name in it, of the rows that follow
	var of string
	for line := range strings.Lines(paramTable) {
		first, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch {
		case line[0] == ' ':
			name := first[:len(first)-1]
			list[of] = append(list[of], param{name, rest, first != name+"?"})
			continue
		case first == "method":
			list = t.methods
		case first == "object":
			list = t.objects
		case first == "union":
			name, members, _ := strings.Cut(rest, " = ")
			t.unions[name] = strings.Split(members, " or ")
			continue
		default:
			panic(fmt.Sprintf("emulator: params.txt: what is %q?", line))
		}
		of = rest
		list[of] = nil
	}
	return t
})

func methodParams() map[string][]param  { return table().methods }
func objectFields() map[string][]param  { return table().objects }
func unionMembers() map[string][]string { return table().unions }
