package turn

import (
	"guongsang/internal/chat"
	"guongsang/internal/texts"
)

// Pairs puts two buttons on a line.
func Pairs(buttons []chat.Button) (lines [][]chat.Button) {
	for len(buttons) > 1 {
		lines, buttons = append(lines, buttons[:2:2]), buttons[2:]
	}
	if len(buttons) > 0 {
		lines = append(lines, buttons)
	}
	return lines
}

// Listed is the number of lines on a page of a list.
const Listed = 6

// Pager is the line that leads to other pages. The page is the last argument.
func Pager(verb Verb, page, n int, args ...any) [][]chat.Button {
	return PagerBy(Listed, verb, page, n, args...)
}

// Choices is the number of units, or of their duties, that a message offers: a
// messenger refuses one with very many buttons.
const Choices = 20

// PageOf is the part of a list that a page of choices has. Not ok means that
// there is no such page.
func PageOf[T any](list []T, page int) (part []T, ok bool) {
	if page > 0 && page*Choices >= len(list) {
		return nil, false
	}
	return list[page*Choices : min(len(list), (page+1)*Choices)], true
}

// PagerBy is a pager of pages of any length.
func PagerBy(listed int, verb Verb, page, n int, args ...any) [][]chat.Button {
	var line []chat.Button
	if page > 0 {
		line = append(line, Button(texts.ToEarlier, verb, append(args[:len(args):len(args)], page-1)...))
	}
	if (page+1)*listed < n {
		line = append(line, Button(texts.ToLater, verb, append(args[:len(args):len(args)], page+1)...))
	}
	if len(line) == 0 {
		return nil
	}
	return [][]chat.Button{line}
}

// Bounds gives the part of a list of n that a page of a size shows; a page that
// does not exist gives the nearest.
func Bounds(n, size, page int) (from, to, pages int) {
	pages = max(1, (n+size-1)/size)
	page = min(max(page, 0), pages-1)
	return page * size, min(n, (page+1)*size), pages
}
