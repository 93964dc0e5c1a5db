package deepcopy

import (
	"reflect"
	"testing"
)

type leaf struct{ N int }

type tree struct {
	Name   string
	Left   *leaf
	Leaves []*leaf
	Pair   [2]*leaf
	ByName map[string]*leaf
	Any    any
	None   *leaf
	own    int
}

func grown() tree {
	return tree{
		Name: "a", Left: &leaf{1}, Leaves: []*leaf{{2}, nil}, Pair: [2]*leaf{{3}, {4}},
		ByName: map[string]*leaf{"x": {5}}, Any: &leaf{6}, own: 7,
	}
}

// A copy is equal to what it was made from, and stays so whatever becomes of that.
func TestCopySharesNothing(t *testing.T) {
	for name, source := range map[string]func(*tree) any{
		"a value":   func(s *tree) any { return *s },
		"a pointer": func(s *tree) any { return s },
	} {
		from := grown()
		var c tree
		if err := Copy(&c, source(&from)); err != nil || !reflect.DeepEqual(c, grown()) {
			t.Fatalf("%s: %+v, %v", name, c, err)
		}
		from.Left.N, from.Leaves[0].N, from.Pair[0].N, from.ByName["x"].N, from.Any.(*leaf).N = 0, 0, 0, 0, 0
		from.Leaves[1], from.ByName["y"] = &leaf{}, &leaf{}
		if !reflect.DeepEqual(c, grown()) {
			t.Errorf("%s: the copy changed with it: %+v", name, c)
		}
	}
}

func TestCopyOfNothing(t *testing.T) {
	c := leaf{1}
	if err := Copy(&c, (*leaf)(nil)); err != nil || c != (leaf{}) {
		t.Errorf("%+v, %v", c, err)
	}
	s := []int{1}
	if err := Copy(&s, []int(nil)); err != nil || s != nil {
		t.Errorf("%v, %v", s, err)
	}
}

func TestCopyRefuses(t *testing.T) {
	for name, err := range map[string]error{
		"no pointer":   Copy(leaf{}, leaf{}),
		"nil":          Copy((*leaf)(nil), leaf{}),
		"another type": Copy(new(leaf), "x"),
	} {
		if err == nil {
			t.Errorf("%s is copied", name)
		}
	}
}
