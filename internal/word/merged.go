package word

import (
	"maps"

	"github.com/beevik/etree"
)

// rowsTogether counts the rows at the beginning of a table's siblings that one item takes:
// the first, and those below that a cell of it reaches into. So a person can have two
// lines beside one number.
func rowsTogether(in []etree.Token) int {
	open := merged(in[0], "restart")
	for i := 1; i < len(in); i++ {
		switch e, isElement := in[i].(*etree.Element); {
		case !isElement:
		case !is(e, "tr"):
			return i
		default:
			going := merged(e, "continue")
			maps.DeleteFunc(open, func(column int, _ bool) bool { return !going[column] })
			if len(open) == 0 {
				return i
			}
		}
	}
	return len(in)
}

// merged are the columns of a row in which a cell begins that is merged with those
// below, or goes on that is merged with one above.
func merged(tr etree.Token, how string) map[int]bool {
	columns, at := map[int]bool{}, 0
	for _, tc := range tr.(*etree.Element).SelectElements("w:tc") {
		wide := 1
		if format := tc.SelectElement("w:tcPr"); format != nil {
			if m := format.SelectElement("w:vMerge"); m != nil && m.SelectAttrValue("w:val", "continue") == how {
				columns[at] = true
			}
			if span := format.SelectElement("w:gridSpan"); span != nil {
				wide = max(1, twips(span, "w:val"))
			}
		}
		at += wide
	}
	return columns
}
