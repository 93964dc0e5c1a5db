package unit

import (
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/texts"
)

// pairs puts two buttons on a line.
func pairs(buttons []chat.Button) (lines [][]chat.Button) {
	for len(buttons) > 1 {
		lines, buttons = append(lines, buttons[:2:2]), buttons[2:]
	}
	if len(buttons) > 0 {
		lines = append(lines, buttons)
	}
	return lines
}

// listed is the number of lines on a page of a list.
const listed = 6

// pager is the line that leads to other pages. The page is the last argument.
func pager(verb turn.Verb, page, n int, args ...any) [][]chat.Button {
	return pagerBy(listed, verb, page, n, args...)
}

// choices is the number of units, or of their duties, that a message offers: a
// messenger refuses one with very many buttons.
const choices = 20

// pageOf is the part of a list that a page of choices has. Not ok means that
// there is no such page.
func pageOf[T any](list []T, page int) (part []T, ok bool) {
	if page > 0 && page*choices >= len(list) {
		return nil, false
	}
	return list[page*choices : min(len(list), (page+1)*choices)], true
}

// pagerBy is a pager of pages of any length.
func pagerBy(listed int, verb turn.Verb, page, n int, args ...any) [][]chat.Button {
	var line []chat.Button
	if page > 0 {
		line = append(line, turn.Button(texts.ToEarlier, verb, append(args[:len(args):len(args)], page-1)...))
	}
	if (page+1)*listed < n {
		line = append(line, turn.Button(texts.ToLater, verb, append(args[:len(args):len(args)], page+1)...))
	}
	if len(line) == 0 {
		return nil
	}
	return [][]chat.Button{line}
}
