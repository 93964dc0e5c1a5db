package turn

import (
	"guongsang/internal/chat"
	"guongsang/internal/texts"
)

// Button makes a button.
func Button(label string, verb Verb, args ...any) chat.Button {
	return chat.Button{Label: label, Do: chat.Do(string(verb), args...)}
}

// Column puts each button on a line of its own.
func Column(buttons ...chat.Button) (lines [][]chat.Button) {
	for _, b := range buttons {
		lines = append(lines, []chat.Button{b})
	}
	return lines
}

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
	var line []chat.Button
	if page > 0 {
		line = append(line, Button(texts.ToEarlier, verb, append(args[:len(args):len(args)], page-1)...))
	}
	if (page+1)*Listed < n {
		line = append(line, Button(texts.ToLater, verb, append(args[:len(args):len(args)], page+1)...))
	}
	if len(line) == 0 {
		return nil
	}
	return [][]chat.Button{line}
}
