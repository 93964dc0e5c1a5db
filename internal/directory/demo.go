package directory

import (
	"context"
	_ "embed"

	"guongsang/internal/report"
)

//go:embed demo-district-2024.csv
var demo []byte

// Demo is the district of 2024 for trying out: 85 units in ten blocks. Which
// of them are sourced and which only typical stands in the file.
func Demo() []report.Unit {
	list, err := Read(context.Background(), demo, report.Directory{}, "")
	if err != nil {
		panic(err) // a test reads it
	}
	return list.Units
}
