package handlers

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// TestEveryChangeIsAudited lays every button and every open question before somebody who
// may ask it: what changes a record leaves a line in the audit log, which says nothing
// of what stands in the record.
func TestEveryChangeIsAudited(t *testing.T) {
	h := gateHouse(t)
	changes := 0
	for _, r := range routes {
		if r.Do.Reads || r.Verb == "" && r.Question == "" {
			continue
		}
		for _, sample := range samplesOf(t, r) {
			var parts []string
			if sample.parts != "" {
				parts = strings.Split(sample.parts, ":")
			}
			a := asking{verb: r.Verb, question: r.Question, parts: h.fill(parts), talk: sample.talk}
			if h.isAudited(sample.may[0], a) {
				changes++
			}
		}
	}
	if changes < 10 {
		t.Errorf("only %d of the samples change a record", changes)
	}
}

// isAudited does what is asked and undoes it, and reports whether a record changed.
func (h *house) isAudited(name string, a asking) (changed bool) {
	h.t.Helper()
	id := h.id(name)
	ev := chat.Event{Kind: chat.Said, From: chat.Person{ID: id, Name: name}, Chat: id, Private: true, MessageID: 9_999, Text: "Bà con rất vui mừng"}
	talk := a.talk
	if a.verb != "" {
		ev.Kind, ev.Text, ev.Press = chat.Pressed, "", chat.Press{Query: "q", Data: chat.Action{Verb: string(a.verb), Args: a.parts}.String()}
	} else {
		talk.Ask, talk.Args = string(a.question), a.parts
	}
	raw, err := json.Marshal(ev)
	if err != nil {
		h.t.Fatal(err)
	}
	err = h.store.Update(h.now, func(tx *storage.Tx) error {
		before, lines := h.ruled(tx), auditLines(tx)
		if err := errors.Join(tx.PutTalk(id, talk), h.desk.Handle(tx, storage.Item{Raw: raw})); err != nil {
			return err
		}
		if changed = h.ruled(tx) != before; changed && auditLines(tx) == lines {
			h.t.Errorf("%s by %s changes a record, and there is no line of it in the audit log", a, name)
		}
		h.nothingToldIn(&tx.Snapshot)
		return errUndone
	})
	if !errors.Is(err, errUndone) {
		h.t.Fatalf("%s by %s: %v", a, name, err)
	}
	return changed
}

// ruled is every record whose changes are audited.
func (h *house) ruled(tx *storage.Tx) string {
	h.t.Helper()
	var b strings.Builder
	keep := func(v any, err error) {
		line, jsonErr := json.Marshal(v)
		if err := errors.Join(err, jsonErr); err != nil {
			h.t.Fatal(err)
		}
		b.Write(append(line, '\n'))
	}
	invites, err := tx.Invites()
	slices.SortFunc(invites, func(a, b report.Invite) int { return strings.Compare(a.Hash, b.Hash) })
	keep(invites, err)
	keep(tx.Members())
	keep(tx.Directory().Units(), nil)
	for _, code := range []string{"PT001", "PT002", "PT003"} {
		keep(tx.ExamplesOf(code, 0))
	}
	for _, period := range []string{"2026-08", "2026-09", "2026-11", "2026-12", "2026-Q4"} {
		p, err := report.ParsePeriod(period)
		if err != nil {
			h.t.Fatal(err)
		}
		keep(tx.FilingsIn(p))
		keep(tx.Extensions(p))
		keep(tx.Paused(p, "PT001"), nil)
	}
	return b.String()
}

func auditLines(tx *storage.Tx) uint64 { return kv.Sequence(tx, layout.BucketAudit) }

// nothingToldIn holds that the bytes of the audit log tell nothing that stands in a
// record: no name of anybody, no title, no word of a summary.
func (h *house) nothingToldIn(tx *storage.Snapshot) {
	h.t.Helper()
	var log []byte
	for _, bucket := range [][]byte{layout.BucketAudit, layout.BucketAudited} {
		err := kv.Each(tx, bucket, nil, func(k, v []byte) error {
			log = append(append(append(log, k...), v...), '\n')
			return nil
		})
		if err != nil {
			h.t.Fatal(err)
		}
	}
	for _, told := range h.told(tx) {
		if len(told) > 3 && bytes.Contains(log, []byte(told)) {
			h.t.Errorf("the audit log holds %q", told)
		}
	}
}

// told is what the records say of people and deeds, and what was typed.
func (h *house) told(tx *storage.Snapshot) (list []string) {
	h.t.Helper()
	members, err := tx.Members()
	for _, m := range members {
		list = append(list, m.Name, m.Phone)
	}
	for _, u := range tx.Directory().Units() {
		list = append(list, u.Name)
		examples, exampleErr := tx.ExamplesOf(u.Code, 0)
		err = errors.Join(err, exampleErr)
		for _, e := range examples {
			c := e.Content
			list = append(list, c.Name, c.Title, c.Place, c.Ethnicity, c.Position, e.Reason)
			for _, m := range c.Media {
				list = append(list, m.Name, m.Caption)
			}
			for word := range strings.FieldsSeq(c.Summary + " " + c.Results) {
				if len(word) != len([]rune(word)) { // a word of Vietnamese, and none of the program's
					list = append(list, word)
				}
			}
		}
	}
	if err != nil {
		h.t.Fatal(err)
	}
	return append(list, "Bà con rất vui mừng")
}

// Every deed and every field that can stand in the log has a name for people.
func TestTheLogHasWordsForAll(t *testing.T) {
	for _, d := range report.Deeds {
		if texts.Did(d) == string(d) {
			t.Errorf("no words for the deed %q", d)
		}
	}
	fields := []string{"Review", "Periods", "Reason", "Deadline"}
	for _, record := range []reflect.Type{reflect.TypeFor[report.Content](), reflect.TypeFor[report.Unit](), reflect.TypeFor[report.Member]()} {
		for i := range record.NumField() {
			if f := record.Field(i); f.Tag.Get("json") != "-" {
				fields = append(fields, f.Name)
			}
		}
	}
	for _, field := range fields {
		if texts.ChangedField(field) == field {
			t.Errorf("no words for the field %q", field)
		}
	}
}
