package turn

import (
	"crypto/sha256"
	"encoding/hex"
)

// BlockKey stands for a block in a button: names are long.
func BlockKey(name string) string {
	sum := sha256.Sum256([]byte(name))
	return hex.EncodeToString(sum[:4])
}

// Block finds the block that a key stands for.
func (t *Turn) Block(key string) (name string, ok bool) {
	for _, name := range t.Tx.Directory().Blocks() {
		if BlockKey(name) == key {
			return name, true
		}
	}
	return "", false
}
