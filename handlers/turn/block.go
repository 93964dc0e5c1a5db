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
