package app

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A planted fault is a change of one file that makes the program wrong. It is laid over
// the file while a test binary is built, so that nothing in the program knows of it.
type planted struct {
	name string
	file string // of the module
	old  string // stands in it once
	new  string
}

// plants are the faults that the simulation has to find.
var plants = []planted{
	{
		"an offset is confirmed before what came is kept", "internal/telegram/poll.go",
		"\tfresh, err = p.store.PutBatch(p.client.now(), updates, &offset, how)\n",
		"\tfresh = len(updates)\n\tgo func() {\n\t\ttime.Sleep(50 * time.Millisecond)\n\t\t_, _ = p.store.PutBatch(p.client.now(), updates, &offset, how)\n\t}()\n",
	},
	{
		"the guard of a row is not checked again when it leaves", "storage/outbox_send.go",
		"holds, err := tx.Holds(row.Guard)",
		"holds, err := true, error(nil)",
	},
	{
		"what was seen is known but for the last", "storage/seen.go",
		"ok && u.ID <= r.last",
		"ok && u.ID < r.last",
	},
	{
		"one more than what was seen passes for seen", "storage/seen.go",
		"\tr.last = u.ID\n",
		"\tr.last = u.ID + 1\n",
	},
	{
		"a message that comes under two updates is taken twice", "storage/inbox.go",
		"kv.Has(tx, layout.BucketSeenSaid, k)",
		"false",
	},
	{
		"a reply is dropped at the second doubt", "storage/outbox_tries.go",
		"\treturn tries{failing: longFailed}",
		"\treturn tries{failing: longFailed, doubts: 2}",
	},
	{
		"the gate of consent is open", "internal/privacy/publicity.go",
		"v.why = append(v.why, NotAgreed)\n\t\treturn false",
		"v.why = append(v.why, NotAgreed)\n\t\treturn true",
	},
	{
		"quiet hours end two hours late", "scheduler/ladder.go",
		"l.Quiet.holds(timeOfDay(t))",
		"l.Quiet.holds(timeOfDay(t.Add(-2*time.Hour)))",
	},
	{
		"what is to be said goes out before its commit", "storage/kv/commit.go",
		"\t\t\t\t\tif i == len(line)-1 {\n\t\t\t\t\t\tline = db.join(line)\n\t\t\t\t\t}\n\t\t\t\t}\n\t\t\t\treturn nil\n",
		"\t\t\t\t\tif i == len(line)-1 {\n\t\t\t\t\t\tline = db.join(line)\n\t\t\t\t\t}\n\t\t\t\t}\n\t\t\t\tdb.options.Committed(shared)\n\t\t\t\treturn nil\n",
	},
	{
		"a text answers a question that was not seen", "storage/outbox_asked.go",
		"\tif v == nil {\n\t\treturn false\n\t}\n\tt := layout.Tuple(v)\n\tseq, sent",
		"\tif v != nil {\n\t\treturn false\n\t}\n\tt := layout.Tuple(v)\n\tseq, sent",
	},
	{
		"a reminder is sent without its line in the log", "scheduler/tick.go",
		"tx.PutStage(records.Stage{StageKey: k, Row: row.Key})",
		"tx.PutStage(records.Stage{StageKey: records.StageKey{Unit: k.Unit}, Row: row.Key})",
	},
	{
		"what a kill left claimed is not taken up again", "storage/outbox_send.go",
		"err != nil || len(orphans) == 0",
		"err != nil || len(orphans) >= 0",
	},
	{
		"a draft is written on by others of the unit", "handlers/turn/draft.go",
		"d.By != t.Member.ID || d.Sent",
		"d.Sent",
	},
	{
		"the folder of a file is not synced", "internal/files/files.go",
		"\tif err := SyncFolder(filepath.Dir(to)); err != nil {\n\t\treturn err\n\t}\n",
		"",
	},
	{
		"a button does not ask who presses it", "handlers/turn/route.go",
		"if _, ok := t.Post(r.Who, \"\"); !ok {",
		"if _, ok := t.Post(r.Who, \"\"); !ok && turn == nil {",
	},
	{ // as it was until the simulation found it
		"a word of a name passes for a polite ending", "internal/intent/polite.go",
		"if inName || ",
		"if _ = inName; ",
	},
}

// source is the file as it is, and as the fault makes it.
func (p planted) source(root string) (old, changed []byte, err error) {
	old, err = os.ReadFile(filepath.Join(root, p.file))
	if err != nil {
		return nil, nil, err
	}
	if n := bytes.Count(old, []byte(p.old)); n != 1 {
		return nil, nil, fmt.Errorf("%s has %d times\n%s", p.file, n, p.old)
	}
	return old, bytes.Replace(old, []byte(p.old), []byte(p.new), 1), nil
}

// build builds the tests of this package with the fault in the program.
func (p planted) build(root, dir string) (binary string, err error) {
	_, changed, err := p.source(root)
	if err != nil {
		return "", err
	}
	file, overlay, binary := filepath.Join(dir, "changed.go"), filepath.Join(dir, "overlay.json"), filepath.Join(dir, "app.test")
	list, err := json.Marshal(map[string]any{"Replace": map[string]string{filepath.Join(root, p.file): file}})
	if err = errors.Join(err, os.WriteFile(file, changed, 0o600), os.WriteFile(overlay, list, 0o600)); err != nil {
		return "", err
	}
	out, err := exec.Command("go", "test", "-c", "-overlay", overlay, "-o", binary, ".").CombinedOutput()
	if err != nil {
		err = fmt.Errorf("building: %w\n%s", err, out)
	}
	return binary, err
}

// plantedSeeds are how many seeds are played to find a planted fault.
const plantedSeeds = 32

// foundBy is the line by which TestSimulation tells of a seed that failed.
var foundBy = regexp.MustCompile(`(?m)seed (\d+), after (\d+) updates: (.*)`)

// find plays seed after seed until one fails: it gives that seed and the updates of all
// that were played until then.
func (p planted) find(binary string) (seed, updates int, how string, err error) {
	for seed = 1; seed <= plantedSeeds; seed++ {
		play := exec.Command(binary, "-test.run", "^TestSimulation$", "-test.timeout", "3m", "-test.v")
		play.Env = append(os.Environ(), fmt.Sprintf("GUONGSANG_SEEDS=%d", seed))
		out, err := play.CombinedOutput()
		var n int
		line := foundBy.FindSubmatch(out)
		if line != nil {
			_, _ = fmt.Sscan(string(line[2]), &n)
			how = string(line[3])
		}
		updates += n
		switch {
		case err != nil && line == nil:
			return seed, updates, "", fmt.Errorf("seed %d: %w\n%s", seed, err, out[max(0, len(out)-2000):])
		case err != nil:
			return seed, updates, how, nil
		}
	}
	return 0, updates, "", errors.New("it was not found")
}

// TestPlanted plants each fault and has the simulation find it. What it takes minutes to
// do is done if GUONGSANG_LONG is set; that each can be planted is looked at always.
func TestPlanted(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range plants {
		t.Run(strings.ReplaceAll(p.name, " ", "_"), func(t *testing.T) {
			if _, _, err := p.source(root); err != nil {
				t.Fatal(err)
			}
			if os.Getenv("GUONGSANG_LONG") == "" {
				return
			}
			t.Parallel()
			binary, err := p.build(root, t.TempDir())
			if err != nil {
				t.Fatal(err)
			}
			seed, updates, how, err := p.find(binary)
			if err != nil {
				t.Fatalf("%s, after %d updates: %v", p.name, updates, err)
			}
			t.Logf("%s: seed %d, after %d updates: %s", p.name, seed, updates, how)
		})
	}
}
