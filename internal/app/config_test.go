package app

import (
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write the golden files")

func TestExampleConfig(t *testing.T) {
	cfg, err := Load("../../config.example.yaml")
	if err != nil {
		t.Fatal(err)
	}
	want := Defaults()
	want.Organization = cfg.Organization
	want.Calendar, want.Telegram.ProxyURL = cfg.Calendar, cfg.Telegram.ProxyURL
	same := cmp.Options{
		cmp.Comparer(func(a, b Cron) bool { return a.Spec == b.Spec }),
		cmp.Comparer(func(a, b Zone) bool { return a.String() == b.String() }),
		cmp.Comparer(func(a, b Secret) bool { return a.Reveal() == b.Reveal() }),
	}
	if diff := cmp.Diff(want, cfg, same); diff != "" {
		t.Errorf("the example differs from the defaults (-default +example):\n%s", diff)
	}
	b, err := os.ReadFile("../../config.example.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range allKeys(reflect.TypeFor[Config]()) {
		if !strings.Contains(string(b), key+":") {
			t.Errorf("the example does not show %s", key)
		}
	}
}

// allKeys lists the names of all settings.
func allKeys(typ reflect.Type) (keys []string) {
	switch typ.Kind() {
	case reflect.Slice:
		return allKeys(typ.Elem())
	case reflect.Struct:
		for i := range typ.NumField() {
			if name := typ.Field(i).Tag.Get("yaml"); name != "" {
				keys = append(append(keys, name), allKeys(typ.Field(i).Type)...)
			}
		}
	}
	return keys
}

func TestDefaultsNeedOnlyTheOrganization(t *testing.T) {
	for _, f := range Defaults().invalid() {
		if !strings.HasPrefix(f.Key, "organization.") {
			t.Errorf("%s: %s", f.Key, f.Says)
		}
	}
}

// TestBadConfigs reads each file of testdata/config.txtar and compares
// everything that the operator is told with testdata/config.golden. Run with
// -update after a change and read what the difference is.
func TestBadConfigs(t *testing.T) {
	files, err := txtar.ParseFile("testdata/config.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var told strings.Builder
	for _, f := range files.Files {
		path := filepath.Join(t.TempDir(), f.Name)
		data := strings.NewReplacer("→", "\t", "␀", "\xff").Replace(string(f.Data))
		if f.Name != "empty.yaml" && !strings.HasPrefix(f.Name, "syntax-") && !strings.HasPrefix(f.Name, "org-") {
			data += "\norganization: {name: A, standing_agency: B, council: C, place: D, contact: E}\n"
		}
		if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := Load(path)
		text := "(không có lỗi)"
		if err != nil {
			text = strings.ReplaceAll(err.Error(), path, f.Name)
		}
		told.WriteString("-- " + f.Name + " --\n" + text + "\n")
	}
	compareGolden(t, "testdata/config.golden", told.String())
}

func compareGolden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("differs from %s (-want +got):\n%s", path, diff)
	}
}

// What a configuration for training has of a channel is not posted to.
func TestTrainingIsARuleOfPublication(t *testing.T) {
	for _, training := range []bool{true, false} {
		cfg := Config{Training: training, Timezone: Defaults().Timezone, Publication: PublicationSetting{Channel: "-1001234567890"}}
		if got := cfg.Rules().Publication.Training; got != training {
			t.Errorf("training %v is the rule %v", training, got)
		}
	}
}

func TestNoConfig(t *testing.T) {
	_, err := Load(filepath.Join(t.TempDir(), "config.yaml"))
	if err == nil || !strings.Contains(err.Error(), "config.example.yaml") {
		t.Errorf("Load of no file: %v", err)
	}
}

func TestConfigNeverShowsSecrets(t *testing.T) {
	path := filepath.Join(t.TempDir(), "config.yaml")
	const text = "telegram: {proxy_url: 'ftp://user:pass-word@x', mode: [pass-word], token_file: {pass-word: 1}}\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Load(path)
	if err == nil || strings.Contains(err.Error(), "user:") {
		t.Errorf("Load: %v", err)
	}
}

func TestQuietHours(t *testing.T) {
	night, noon := QuietHours{clock(17, 30), clock(7, 30)}, QuietHours{clock(11, 30), clock(13, 0)}
	for _, tt := range []struct {
		q    QuietHours
		at   Clock
		want bool
	}{
		{night, clock(17, 29), false}, {night, clock(17, 30), true}, {night, clock(0, 0), true},
		{night, clock(7, 29), true}, {night, clock(7, 30), false},
		{noon, clock(11, 29), false}, {noon, clock(11, 30), true}, {noon, clock(13, 0), false}, {noon, clock(0, 0), false},
		{QuietHours{}, clock(0, 0), false}, {QuietHours{}, clock(12, 0), false},
	} {
		if got := tt.q.Hold(tt.at); got != tt.want {
			t.Errorf("%s holds at %s: %t", tt.q, tt.at, got)
		}
	}
}

// FuzzConfig: no file, however broken, stops the program, and every fault has
// words and, where the file has the key, a line.
func FuzzConfig(f *testing.F) {
	example, err := os.ReadFile("../../config.example.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(example)
	files, err := txtar.ParseFile("testdata/config.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files.Files {
		f.Add(file.Data)
	}
	f.Add([]byte("a: &a [*a, *a]\n<<: *a\n"))
	f.Add([]byte("organization: &o {name: x, <<: *o}\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		_, invalid := parseConfig(b)
		for _, fault := range invalid {
			if fault.Says == "" {
				t.Errorf("%+v says nothing", fault)
			}
			for _, english := range []string{"cannot", "unmarshal", "yaml", "line "} {
				if strings.Contains(fault.Says, english) && !strings.Contains(string(b), english) && !strings.Contains(fault.Says, ".yaml") {
					t.Errorf("%+v speaks English", fault)
				}
			}
		}
	})
}

// The office of the example is known for what it is, and one with its own contact
// is not taken for it.
func TestSampleOffice(t *testing.T) {
	cfg, err := Load("../../config.example.yaml")
	if err != nil || !cfg.Organization.Sample() || cfg.Telegram.OwnServer() {
		t.Errorf("the example: %+v, %v", cfg.Organization, err)
	}
	if cfg.Organization.Contact = "Văn phòng, điện thoại 0213 300 001"; cfg.Organization.Sample() {
		t.Error("an office with its own contact is the example's")
	}
}
