package turn

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash/fnv"

	"guongsang/internal/chat"
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

// BlockKey stands for a block in a button: names are long.
func BlockKey(name string) string {
	sum := sha256.Sum256([]byte(name))
	return hex.EncodeToString(sum[:4])
}

// MarkOf tells a text from others, in a button that asks about it: a press counts only
// for the text under which it stood.
func MarkOf(text string) string {
	sum := fnv.New32a()
	_, _ = sum.Write([]byte(text))
	return fmt.Sprintf("%08x", sum.Sum32())
}
