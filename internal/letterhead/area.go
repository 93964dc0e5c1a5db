package letterhead

import (
	"strings"

	"guongsang/internal/letters"
)

// An area is where a body works: xã Phong Thổ. Either part may be unknown.
type area struct{ level, name string }

// ranks are the levels of administration from the top; since July 2025 there is
// nothing between the first and the last.
var ranks = map[string]int{
	"tỉnh":  1,
	"huyện": 2, "quận": 2, "thị xã": 2, "thành phố": 2, // those below a province
	"xã": 3, "phường": 3, "thị trấn": 3, "đặc khu": 3,
}

func (a area) rank() int { return ranks[a.level] }

func (a area) String() string { return strings.TrimSpace(a.level + " " + a.name) }

// areaOf reads the area out of the name of a body: UBND xã Phong Thổ, Huyện đoàn
// Phong Thổ, Công an huyện.
func areaOf(body string) area {
	words := strings.Fields(bare(body))
	for i := range words {
		level, n := levelAt(words[i:])
		if level == "" {
			continue
		}
		rest := words[i+n:]
		if len(rest) > 0 && (plain(rest[0]) == "ủy" || plain(rest[0]) == "đoàn") {
			rest = rest[1:]
		}
		return area{level, strings.Join(rest, " ")}
	}
	return area{}
}

// levelAt is the level that words begin with, and how many of them it takes.
func levelAt(words []string) (level string, n int) {
	two := plain(strings.Join(words[:min(2, len(words))], " "))
	switch {
	case two == "xã hội": // Bảo hiểm xã hội
		return "", 0
	case two == "thành ủy", two == "thành đoàn":
		return "thành phố", 1
	case two == "thị ủy", two == "thị đoàn":
		return "thị xã", 1
	case ranks[two] > 0:
		return two, min(2, len(words))
	}
	if one := plain(words[0]); ranks[one] > 0 {
		return one, 1
	}
	return "", 0
}

// bare is a name without what stands behind it in brackets.
func bare(name string) string {
	name, _, _ = strings.Cut(name, "(")
	return strings.TrimSpace(name)
}

// plain is a text as it is compared: in small letters with their marks, which tell bản
// from ban, and ủy written one way.
func plain(s string) string {
	return strings.ReplaceAll(strings.ToLower(letters.OneLine(s)), "uỷ", "ủy")
}

// An Office is whom the program serves: the body that runs it, and that above it.
type Office struct{ Organization, Parent string }

// here is where the office works.
func (o Office) here() area {
	a := areaOf(o.Organization)
	if a.level == "" {
		a.name = strings.TrimSpace(strings.TrimPrefix(bare(o.Organization), "UBND"))
	}
	return a
}

// rank is the level at which the office works; an office that does not say is taken
// for one below a province.
func (o Office) rank() int {
	here := o.here()
	switch {
	case here.level == "thành phố" && o.over() == area{}: // of the central government
		return 1
	case here.level == "":
		return 2
	}
	return here.rank()
}

// over is what is above the office.
func (o Office) over() area { return areaOf(o.Parent) }

// province is that of the office; unknown, if a district is between.
func (o Office) province() area {
	if o.rank() == 1 {
		return o.here()
	}
	if over := o.over(); over.rank() == 1 || over.level == "thành phố" {
		return over
	}
	return area{}
}

// own is the area of a unit, with the name of the office's where the list says no more
// than "huyện".
func (o Office) own(unit string) area {
	a := areaOf(unit)
	if here := o.here(); a.name == "" && a.level != "" && (a.level == here.level || here.level == "") {
		a.name = here.name
	}
	return a
}

// above is what is above the area of a unit: the office's own for units of lower
// levels, what is above the office for those of its level and those that do not say.
func (o Office) above(unit string) area {
	rank := o.own(unit).rank()
	switch {
	case rank == 0, rank == o.rank():
		return o.over()
	case rank > o.rank():
		return o.here()
	}
	return area{}
}
