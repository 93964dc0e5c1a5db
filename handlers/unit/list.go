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
