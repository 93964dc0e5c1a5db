package clerk

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Either all files of a call are written, or none.
func TestSaveWritesAllOrNone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	if _, err := Save(dir, []File{{Name: "1.png", Data: []byte("one")}}, false); err != nil {
		t.Fatal(err)
	}
	both := []File{{Name: "2.png", Data: []byte("two")}, {Name: "1.png", Data: []byte("new")}}
	var exist ExistError
	if _, err := Save(dir, both, false); !errors.As(err, &exist) || len(exist.Paths) != 1 || filepath.Base(exist.Paths[0]) != "1.png" {
		t.Errorf("over what is there: %v", err)
	}
	if names := filesIn(t, dir); names != "1.png=one" {
		t.Errorf("afterwards: %s", names)
	}
	if _, err := Save(dir, both, true); err != nil {
		t.Fatal(err)
	}
	if names := filesIn(t, dir); names != "1.png=new 2.png=two" {
		t.Errorf("replaced: %s", names)
	}
}

func filesIn(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		body, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, e.Name()+"="+string(body))
	}
	return strings.Join(all, " ")
}
