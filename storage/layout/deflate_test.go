package layout

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"
)

// Stored examples are read with the dictionary: changed by one byte, it would
// make all of them unreadable.
func TestDictionaryStays(t *testing.T) {
	sum := sha256.Sum256(dictionary)
	if got, want := hex.EncodeToString(sum[:]), "f7535d3f1d1ae6028173cae3f6bf567b472376defc6029e71492affeb15ef190"; got != want {
		t.Errorf("sha256 of the dictionary is %s, want %s", got, want)
	}
}

// What inflates without end is refused.
func TestInflatingIsBounded(t *testing.T) {
	bomb, err := Deflate(strings.Repeat("a", maxInflated))
	if err != nil {
		t.Fatal(err)
	}
	if v, err := Inflate(bomb); err == nil {
		t.Error("inflated to ", len(v))
	}
}
