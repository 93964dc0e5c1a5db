package picture

import (
	"fmt"
	"testing"
)

func TestBoardOfADistrict(t *testing.T) {
	pages, err := Board(district(demoUnits()))
	if err != nil {
		t.Fatal(err)
	}
	for i, page := range pages {
		keep(t, fmt.Sprintf("board-%d", i+1), page)
	}
}
