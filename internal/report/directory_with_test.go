package report

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"
)

// A directory with some units changed is the one made anew.
func TestDirectoryWith(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	unit := func() Unit {
		return Unit{Code: fmt.Sprintf("PT%d", r.IntN(40)), Name: fmt.Sprintf("Đơn vị %d", r.IntN(30)), Block: []string{"", "Khối 2", "Khối 10", "Đoàn"}[r.IntN(4)]}
	}
	d := NewDirectory(nil)
	for range 300 {
		u := unit()
		want := NewDirectory(append(d.Units(), u))
		if d = d.With(u); !reflect.DeepEqual(d, want) {
			t.Fatalf("with %+v: %v, want %v", u, d.units, want.units)
		}
	}
}
