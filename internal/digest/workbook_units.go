package digest

import (
	"fmt"
	"strings"

	"guongsang/internal/texts"
)

// writeUnits writes the directory in the form in which it is imported: it is
// the one sheet with the columns of a unit list.
func writeUnits(p *page, in WorkbookInput) error {
	if err := p.setWidths(12, 48, 14, 45, 8, 8, 10, 10, 14, 12, 12, 12, 34, 14, 16, 12); err != nil {
		return err
	}
	if err := p.freeze(1, 2); err != nil {
		return err
	}
	if err := p.repeat(1, 1); err != nil {
		return err
	}
	if err := p.head(texts.ListColumns()...); err != nil {
		return err
	}
	for u := range in.Units.All() {
		err := p.write(
			cell{lookText, u.Code}, cell{lookText, u.Name}, cell{lookText, u.Kind}, cell{lookText, u.Block},
			cell{lookRank, tick(u.Month)}, cell{lookRank, tick(u.Quarter)}, cell{lookWhole, orNil(u.QuotaMonth)}, cell{lookWhole, orNil(u.QuotaQuarter)},
			cell{lookText, texts.Turns(u.Roster)}, cell{lookDay, u.ActiveFrom}, cell{lookDay, u.ActiveTo}, cell{lookText, strings.Join(u.Heirs(), ", ")},
			cell{lookText, u.Superior}, cell{lookText, u.Symbol}, cell{lookText, texts.LetterForm(u.Form)}, cell{lookDay, u.Training},
		)
		if err != nil {
			return fmt.Errorf("unit %s: %w", u.Code, err)
		}
	}
	if err := p.printColumns(printedUnitColumns); err != nil {
		return err
	}
	return p.filter(1, len(texts.ListColumns()))
}

// printedUnitColumns are those up to the heirs of a unit: with what stands at the top
// of its letters a line would be too long to be read on paper.
const printedUnitColumns = 12

func tick(yes bool) string {
	if yes {
		return "x"
	}
	return ""
}
