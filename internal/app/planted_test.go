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
	"sync/atomic"
	"testing"
)

// A planted fault is a change that makes the program wrong: one edit, or where the program
// is protected twice, one of each protection. It is laid over the files while a test
// binary is built, so that nothing in the program knows of it.
type planted struct {
	name  string
	edits []edit
}

// An edit puts one text of a file of the module in the place of another.
type edit struct {
	file string
	old  string // stands in it once
	new  string
}

// plants are the faults that the simulation has to find.
var plants = []planted{
	{"an offset is confirmed before what came is kept", []edit{{
		"internal/telegram/poll.go",
		"\tfresh, err = p.store.PutBatch(p.client.now(), updates, &offset, how)\n",
		"\tfresh = len(updates)\n\tgo func() {\n\t\ttime.Sleep(50 * time.Millisecond)\n\t\t_, _ = p.store.PutBatch(p.client.now(), updates, &offset, how)\n\t}()\n",
	}}},
	{"the guard of a row is not checked again when it leaves", []edit{{
		"storage/outbox_send.go",
		"holds, err := tx.Holds(row.Guard)",
		"holds, err := true, error(nil)",
	}}},
	{"what was seen is known but for the last", []edit{
		{"storage/seen.go", "ok && u.ID <= r.last", "ok && u.ID < r.last"},
		{"storage/inbox.go", "kv.Has(tx, layout.BucketSeenSaid, k)", "false"},
	}},
	{"one more than what was seen passes for seen", []edit{{
		"storage/seen.go",
		"\tr.last = u.ID\n",
		"\tr.last = u.ID + 1\n",
	}}},
	{"a message that comes under two updates is taken twice", []edit{{
		"storage/inbox.go",
		"kv.Has(tx, layout.BucketSeenSaid, k)",
		"false",
	}}},
	{"a reply is dropped at the second doubt", []edit{{
		"storage/outbox_tries.go",
		"\treturn tries{failing: longFailed}",
		"\treturn tries{failing: longFailed, doubts: 2}",
	}}},
	{"a post that is in doubt goes out once more", []edit{{
		"storage/outbox_tries.go",
		"return tries{failing: longFailed, doubts: 1}",
		"return tries{failing: longFailed, doubts: 3}",
	}}},
	{"the gate of consent is open", []edit{{
		"internal/privacy/publicity.go",
		"v.why = append(v.why, NotAgreed)\n\t\treturn false",
		"v.why = append(v.why, NotAgreed)\n\t\treturn true",
	}}},
	{"quiet hours end two hours late", []edit{{
		"scheduler/ladder.go",
		"l.Quiet.holds(timeOfDay(t))",
		"l.Quiet.holds(timeOfDay(t.Add(-2*time.Hour)))",
	}}},
	{"what is to be said goes out before its commit, on a slow disk", []edit{
		{"storage/kv/commit.go", "\t\t\t\treturn nil\n", "\t\t\t\tdb.options.Committed(shared)\n\t\t\t\ttime.Sleep(50 * time.Millisecond)\n\t\t\t\treturn nil\n"},
		{"storage/kv/commit.go", "\t\t\tdb.options.Committed(shared)\n\t\t} else {", "\t\t} else {"},
	}},
	{"a text answers a question that was not seen", []edit{{
		"storage/outbox_asked.go",
		"\tif v == nil {\n\t\treturn false\n\t}\n\tt := layout.Tuple(v)\n\tseq, sent",
		"\tif v != nil {\n\t\treturn false\n\t}\n\tt := layout.Tuple(v)\n\tseq, sent",
	}}},
	{"a reminder is sent without its line in the log, under a key that is not looked for", []edit{
		{"scheduler/tick.go", "tx.PutStage(records.Stage{StageKey: k, Row: row.Key})", "tx.PutStage(records.Stage{StageKey: records.StageKey{Unit: k.Unit}, Row: row.Key})"},
		{"storage/outbox.go", "if kv.Has(tx, layout.BucketSent, layout.Key(row.Key)) {", "if row.Class != Bulk && kv.Has(tx, layout.BucketSent, layout.Key(row.Key)) {"},
	}},
	{"what a kill left claimed is not taken up again", []edit{{
		"storage/outbox_send.go",
		"err != nil || len(orphans) == 0",
		"err != nil || len(orphans) >= 0",
	}}},
	{"a draft is written on by others of the unit", []edit{{
		"handlers/turn/draft.go",
		"d.By != t.Member.ID || d.Sent",
		"d.Sent",
	}}},
	{"who is shown out keeps the post", []edit{{
		"handlers/enrol/end.go",
		"err = t.Tx.DeleteMember(m.ID)",
		"err = nil",
	}}},
	{"what somebody leaves unsent is offered to nobody", []edit{{
		"handlers/enrol/end.go",
		"if p.Unit != \"\" && !m.Represents(p.Unit) {",
		"if p.Unit != \"\" && m.Represents(p.Unit) {",
	}}},
	{"the folder of a file is not synced", []edit{{
		"internal/files/files.go",
		"\tif err := SyncFolder(filepath.Dir(to)); err != nil {\n\t\treturn err\n\t}\n",
		"",
	}}},
	{"a button does not ask who presses it, nor of which unit", []edit{
		{"handlers/turn/route.go", "if _, ok := t.Post(r.Who, \"\"); !ok {", "if _, ok := t.Post(r.Who, \"\"); !ok && turn == nil {"},
		{"handlers/turn/route.go", "_, ok := t.Post(t.who, unit)\n", "_, ok := t.Post(t.who, unit)\n\tok = true\n"},
	}},
	{"what a colleague sent is corrected", []edit{{
		"handlers/draft/amend.go",
		"e.By == t.Member.ID && e.Open()",
		"e.Open()",
	}}},
	{"a word of a name passes for a polite ending", []edit{{ // as it was until the simulation found it
		"internal/intent/polite.go",
		`if inName || strings.EqualFold(last, texts.House) || !letters.Marked(last, "a") && !courtesy[strings.ToLower(norm.NFC.String(last))]`,
		`if _, _ = inName, norm.NFC; strings.EqualFold(last, texts.House) || !letters.Marked(last, "a") && !courtesy[letters.Fold(last)]`,
	}}},
}

// source is what the fault makes of its files.
func (p planted) source(root string) (changed map[string][]byte, err error) {
	changed = map[string][]byte{}
	for _, e := range p.edits {
		data, ok := changed[e.file]
		if !ok {
			if data, err = os.ReadFile(filepath.Join(root, e.file)); err != nil {
				return nil, err
			}
		}
		if n := bytes.Count(data, []byte(e.old)); n != 1 {
			return nil, fmt.Errorf("%s has %d times\n%s", e.file, n, e.old)
		}
		changed[e.file] = bytes.Replace(data, []byte(e.old), []byte(e.new), 1)
	}
	return changed, nil
}

// build builds the tests of this package with the fault in the program.
func (p planted) build(root, dir string) (binary string, err error) {
	changed, err := p.source(root)
	if err != nil {
		return "", err
	}
	instead := map[string]string{}
	for file, data := range changed {
		copied := filepath.Join(dir, fmt.Sprintf("changed%d.go", len(instead)))
		instead[filepath.Join(root, file)] = copied
		err = errors.Join(err, os.WriteFile(copied, data, 0o600))
	}
	list, no := json.Marshal(map[string]any{"Replace": instead})
	overlay, binary := filepath.Join(dir, "overlay.json"), filepath.Join(dir, "app.test")
	if err = errors.Join(err, no, os.WriteFile(overlay, list, 0o600)); err != nil {
		return "", err
	}
	out, err := exec.Command("go", "test", "-c", "-overlay", overlay, "-o", binary, ".").CombinedOutput()
	if err != nil {
		err = fmt.Errorf("building: %w\n%s", err, out)
	}
	return binary, err
}

// plantedSeeds are how many seeds are played to find a planted fault.
const plantedSeeds = 8

// foundBy is the line by which TestSimulation tells of a seed that failed.
var foundBy = regexp.MustCompile(`(?m)seed (\d+), after (\d+) updates: (.*)`)

// find plays seed after seed until one fails: it gives that seed, 0 if none does, and the
// updates of all that were played until then.
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
	return 0, updates, "", nil
}

// enoughFound is how many of the planted faults are found at least.
const enoughFound = 16

// TestPlanted plants each fault and has the simulation find it. What it takes minutes to
// do is done if GUONGSANG_LONG is set; that each can be planted is looked at always.
func TestPlanted(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	var tried, found atomic.Int32
	t.Run("each", func(t *testing.T) {
		for _, p := range plants {
			t.Run(strings.ReplaceAll(p.name, " ", "_"), func(t *testing.T) {
				if _, err := p.source(root); err != nil {
					t.Fatal(err)
				}
				if os.Getenv("GUONGSANG_LONG") == "" {
					return
				}
				t.Parallel()
				tried.Add(1)
				binary, err := p.build(root, t.TempDir())
				if err != nil {
					t.Fatal(err)
				}
				seed, updates, how, err := p.find(binary)
				switch {
				case err != nil:
					t.Fatalf("%s, after %d updates: %v", p.name, updates, err)
				case seed == 0:
					t.Logf("%s: not found, after %d updates", p.name, updates)
				default:
					found.Add(1)
					t.Logf("%s: seed %d, after %d updates: %s", p.name, seed, updates, how)
				}
			})
		}
	})
	if int(tried.Load()) == len(plants) && found.Load() < enoughFound {
		t.Errorf("%d of %d planted faults were found, which is less than %d", found.Load(), tried.Load(), enoughFound)
	}
}
