package disk

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"
)

// FuzzIdentities: a file of keys is read or refused as none, and what is refused is
// not repeated: it could be most of a key.
func FuzzIdentities(f *testing.F) {
	id, err := age.GenerateX25519Identity()
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{id.String(), strings.ToLower(id.String()), "# one\n" + id.String() + "\n", id.Recipient().String(), "AGE-SECRET-KEY-1", "", "\x00"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		path := filepath.Join(t.TempDir(), "key")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		list, err := ReadIdentities(path)
		switch {
		case err == nil && len(list) == 0:
			t.Error("no key, and no fault")
		case err != nil && !errors.Is(err, ErrIdentity):
			t.Errorf("refused otherwise: %v", err)
		case err != nil && err.Error() != "reading the identity in "+path+": "+ErrIdentity.Error():
			t.Errorf("it says %q", err)
		}
		if CheckRecipient(text) == nil {
			if _, err := age.ParseX25519Recipient(text); err != nil {
				t.Errorf("a recipient that cannot be encrypted to: %v", err)
			}
		}
	})
}
