package handlers

import (
	"crypto/sha256"
	"encoding/hex"
)

// blockKey stands for a block in a button: names are long.
func blockKey(name string) string {
	sum := sha256.Sum256([]byte(name))
	return hex.EncodeToString(sum[:4])
}

// block finds the block that a key stands for.
func (t *turn) block(key string) (name string, ok bool) {
	for _, name := range t.tx.Directory().Blocks() {
		if blockKey(name) == key {
			return name, true
		}
	}
	return "", false
}
