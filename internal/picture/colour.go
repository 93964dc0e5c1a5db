package picture

import (
	"image/color"

	"guongsang/internal/report"
)

// The colours of paper and print.
var (
	paper = rgb(0xFFFFFF)
	ink   = rgb(0x1F2933)
	faded = rgb(0x52606D) // for what is read second
	line  = rgb(0xD5DBE1)
	band  = rgb(0xEEF2F6)
	blue  = rgb(0x1769AA)
	navy  = rgb(0x0F3D66)
	gold  = rgb(0xF3B61F)
	rust  = rgb(0xB93A1B)
	teal  = rgb(0x0E7C86)
)

func rgb(hex uint32) color.RGBA {
	return color.RGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 255}
}

// A standing is what a cell of the board shows: a state, and of those that have
// not sent apart where nobody can be asked.
type standing struct {
	state   report.State
	contact report.Contact
}

func standingOf(s report.State, c report.Contact) standing {
	switch s {
	case "":
		return standing{state: report.NotDue}
	case report.Pending:
		return standing{s, c}
	}
	return standing{state: s}
}

// tones gives the ground of a cell, and the colour of the mark on it.
func (s standing) tones() (ground, mark color.RGBA) {
	switch s.contact {
	case report.Unconnected:
		return rgb(0x8792A2), ink
	case report.Unreachable:
		return rgb(0x4B5563), paper
	}
	switch s.state {
	case report.OnTime:
		return blue, paper
	case report.Late:
		return gold, ink
	case report.MadeUp:
		return rgb(0xF9E3A1), ink
	case report.NilFiled:
		return rgb(0xA8CBE6), ink
	case report.Pending:
		return rust, paper
	case report.Exempt:
		return rgb(0xDDE1E6), ink
	}
	return rgb(0xF7F8FA), rgb(0xB6BEC7)
}

// legend lists all standings in the order in which they are explained.
var legend = []standing{
	{report.OnTime, ""}, {report.Late, ""}, {report.MadeUp, ""}, {report.NilFiled, ""},
	{report.Pending, report.Reachable}, {report.Pending, report.Unconnected}, {report.Pending, report.Unreachable}, {report.Exempt, ""},
	{report.NotDue, ""},
}
