package directory

import (
	"path/filepath"
	"slices"
	"strings"

	"guongsang/internal/texts"
)

// The endings of files in which lists come: those that are read (.xls to be told
// what it is), other tables, and those that are a list only if nothing else is
// expected.
var (
	readKinds  = []string{".csv", ".xlsx", ".xls"}
	tableKinds = []string{".ods", ".fods", ".xlsm", ".xlsb", ".xltx", ".xltm", ".et", ".numbers", ".tsv"}
	textKinds  = []string{".txt"}
)

// A Kind says what a file may be by its name.
type Kind struct {
	Table  bool   // a list of units, or some other table
	List   bool   // a list of units, if nothing else is expected
	SaveAs string // as what it is to be saved before it can be read; "" if it can
}

// KindOf judges a file by its name.
func KindOf(name string) Kind {
	ext := strings.ToLower(filepath.Ext(name))
	k := Kind{Table: slices.Contains(readKinds, ext), List: slices.Contains(readKinds, ext)}
	if table := slices.Contains(tableKinds, ext); table || slices.Contains(textKinds, ext) {
		k = Kind{Table: table, List: true, SaveAs: texts.SaveAs(ext)}
	}
	return k
}
