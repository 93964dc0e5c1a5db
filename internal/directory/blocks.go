package directory

import "slices"

// fillBlocks puts the block of the row above into rows that have none, where a list names
// each block only once, above all its units, as merged cells do when they become text. It
// says how many rows these are.
func (h header) fillBlocks(rows []row) (filled int) {
	at, ok := h.at[colBlock]
	if !ok || len(rows) == 0 || rows[0].cell(at) == "" {
		return 0
	}
	var named []string
	for _, r := range rows {
		block := r.cell(at)
		if block != "" && slices.Contains(named, block) { // each row says its own
			return 0
		}
		if block != "" {
			named = append(named, block)
		}
	}
	if 2*len(named) > len(rows) {
		return 0
	}
	above := ""
	for i, r := range rows {
		if block := r.cell(at); block != "" {
			above = block
			continue
		}
		cells := slices.Clone(r.cells)
		for len(cells) <= at {
			cells = append(cells, "")
		}
		cells[at] = above
		rows[i].cells = cells
		filled++
	}
	return filled
}
