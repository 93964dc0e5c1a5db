package letters

import "testing"

func TestNearest(t *testing.T) {
	known := []string{"run", "demo", "restore", "check", "import-units", "invite", "version", "ten", "ten_co_quan"}
	for word, want := range map[string]string{
		"rn": "run", "chekc": "check", "restor": "restore", "import_units": "import-units", "invit": "invite",
		"verison": "version", "xyz": "", "": "", "import": "import-units", "runn": "run", "demos": "demo",
		"ten_co_qua": "ten_co_quan",
	} {
		if got := Nearest(word, known); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, got, want)
		}
	}
}
