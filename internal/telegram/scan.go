package telegram

import (
	"bytes"
	"strconv"
)

// What comes from the messenger is looked through once for whether it is JSON (answer.read).
// What is taken out of it then are pieces, as they are.

// eachIn gives the elements of a JSON array, or the names and values of an object. That it
// is one, and valid, has been seen to.
func eachIn(valid []byte, take func(name, value []byte)) {
	object := valid[0] == '{'
	for i := 1; i < len(valid)-1; {
		switch valid[i] {
		case ' ', '\t', '\r', '\n', ',':
			i++
			continue
		}
		var name []byte
		if object {
			end := endOf(valid, i)
			name = valid[i+1 : end-1]
			i = end + bytes.IndexByte(valid[end:], ':') + 1
			for valid[i] == ' ' || valid[i] == '\t' || valid[i] == '\r' || valid[i] == '\n' {
				i++
			}
		}
		end := endOf(valid, i)
		take(name, valid[i:end])
		i = end
	}
}

// endOf is where a value ends that begins at i.
func endOf(valid []byte, i int) int {
	switch valid[i] {
	case '"':
		return endOfString(valid, i)
	case '{', '[':
		for deep := 0; ; i++ {
			switch valid[i] {
			case '"':
				i = endOfString(valid, i) - 1
			case '{', '[':
				deep++
			case '}', ']':
				if deep--; deep == 0 {
					return i + 1
				}
			}
		}
	}
	return i + bytes.IndexAny(valid[i:], " \t\r\n,]}")
}

func endOfString(valid []byte, i int) int {
	for i++; valid[i] != '"'; i++ {
		if valid[i] == '\\' {
			i++
		}
	}
	return i + 1
}

// whole is a JSON number as an integer, 0 of anything else.
func whole(value []byte) int64 {
	n, err := strconv.ParseInt(string(value), 10, 64)
	if err != nil {
		return 0
	}
	return n
}
