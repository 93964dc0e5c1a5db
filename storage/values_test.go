package storage

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
	"guongsang/storage/records"
)

// Packed values as they lie in stores, and what they are read as.
func TestPackedValues(t *testing.T) {
	when := time.Date(2026, 11, 18, 1, 0, 0, 0, time.UTC).Local() // packed times are read in the zone of the machine
	own := records.StageKey{Period: november, Unit: "PT1", Deadline: report.NewDate(2026, 11, 20), Stage: "-2", Member: 7}
	quarter := records.StageKey{Period: report.Period{Duty: report.Quarter, Year: 2026, Number: 4}, Unit: "PT1", Deadline: report.NewDate(2026, 12, 21), Stage: "0", Member: 7}
	talk := records.Talk{
		Ask: "d.name", Args: []string{"edit"}, Draft: 5, Menu: -4, Counter: "files/5", Cut: true, Changed: when,
		Offered: []chat.Button{{Label: "Quay lại", Do: chat.Do("back", 5, 3)}, {Label: "Hủy"}},
	}
	for _, test := range []struct {
		key   []byte
		value any
		into  func() any
		want  string // hex
	}{
		{stageKey(own), records.Stage{StageKey: own, Row: own.RowKey(), Note: "", At: when}, func() any { return new(records.Stage) }, "0180808daccaf8fee831020000"},
		{stageKey(quarter), records.Stage{StageKey: quarter, Row: own.RowKey(), Note: "", At: when}, func() any { return new(records.Stage) }, "0180808daccaf8fee831002872656d696e642f6d6f6e74682f323032362d31312f323032362d31312d32302f2d322f5054312f3700"},
		{stageKey(own), records.Stage{StageKey: own, Row: "", Note: "missed", At: when}, func() any { return new(records.Stage) }, "0180808daccaf8fee8310000066d6973736564"},
		{layout.Key("k"), Delivery{Fate: Sent, Chat: 123456789, Message: 4, At: when, Tries: 1, Why: "w"}, func() any { return new(Delivery) }, "010473656e74aab4de750880808daccaf8fee831020177"},
		{layout.Key(when.UnixNano(), 3), records.AuditLine{At: when, By: 7, Did: "example sent", What: "G-2026-0001"}, func() any { return new(records.AuditLine) }, "010e0c6578616d706c652073656e740b472d323032362d30303031"},
		{layout.Key(when.UnixNano(), 3), records.AuditLine{At: when, By: 7, Did: report.ExampleCompleted, Ref: report.Ref{
			Example: "G-2026-0001", Version: 2, Unit: "PT1", Period: november, Block: "b", Member: 8, Role: report.Focal, Deputy: true,
			Invite: "AB", Fields: []string{"Title", "Consent"}, Count: 3, How: "zalo",
		}}, func() any { return new(records.AuditLine) }, "010e00116578616d706c6520636f6d706c657465640b472d323032362d30303031040350543107323032362d313101621005666f63616c020241420d5469746c652c436f6e73656e7406047a616c6f"},
		{layout.Key(uint64(9)), report.Draft{ID: 9, By: 7, Unit: "PT1", Sent: "G-2026-0001", Version: 12, Changed: when}, func() any { return new(report.Draft) }, "010e035054310b472d323032362d303030311880808daccaf8fee831"},
		{layout.Key(int64(7)), talk, func() any { return new(records.Talk) }, "0106642e6e616d650204656469740a040a51756179206ce1baa169086261636b3a353a330548e1bba77900070766696c65732f350280808daccaf8fee831"},
		{layout.Key(int64(7)), records.Talk{}, func() any { return new(records.Talk) }, "010000000000000000"},
		{layout.Key("k"), Delivery{Chat: 7}, func() any { return new(Delivery) }, "01000e00000000"},
	} {
		v, err := encode(test.value)
		if got := hex.EncodeToString(v); got != test.want || err != nil {
			t.Errorf("%+v is stored as %s, %v", test.value, got, err)
		}
		plain, err := json.Marshal(test.value) // as it was stored once
		if err != nil {
			t.Fatal(err)
		}
		for _, stored := range [][]byte{v, plain} {
			into := test.into()
			if err := decode(test.key, stored, into); err != nil || !alike(into, test.value) {
				t.Errorf("%s reads as %+v, %v, want %+v", stored, into, err, test.value)
			}
		}
		for cut := 1; cut < len(v); cut++ {
			if decode(test.key, v[:cut], test.into()) == nil {
				t.Errorf("%x reads though it was cut", v[:cut])
			}
		}
	}
}

func stageKey(k records.StageKey) []byte {
	return layout.Key(k.Period, k.Unit, k.Deadline, k.Stage, k.Member)
}

// alike compares as JSON.
// A conversation beside which something waits is stored whole, as the conversations
// of before are; those of the latter that need not be are packed by a migration,
// and what cannot be read stays where it is.
func TestConversations(t *testing.T) {
	s := mustOpen(t)
	plain := records.Talk{Ask: "d.name", Draft: 5, Offered: []chat.Button{{Label: "Hủy", Do: chat.Do("drop", 5)}}}
	held := plain
	held.Notes, held.Early, held.EarlyIn, held.Doubt = []string{"một ảnh"}, []string{"Nà Cúng"}, "early/7/1", "không"
	held.Held = []records.HeldFile{{File: chat.File{ID: "F1"}, Text: "đây"}}
	broken := []byte(`{"`)
	mustUpdate(t, s, at(1, 9), func(tx *Tx) error {
		was, err := json.Marshal(plain)
		return errors.Join(err, tx.PutTalk(7, held),
			kv.PutRaw(tx, layout.BucketTalks, layout.Key(int64(8)), was), kv.PutRaw(tx, layout.BucketTalks, layout.Key(int64(9)), broken))
	})
	backTo(t, s, 12)
	if err := s.migrate(); err != nil {
		t.Fatal(err)
	}
	mustView(t, s, at(1, 10), func(tx *Snapshot) error {
		for member, want := range map[int64]records.Talk{7: held, 8: plain} {
			got, err := tx.Talk(member)
			got.Changed = time.Time{}
			if packed := layout.IsPacked(kv.Raw(tx, layout.BucketTalks, layout.Key(member))); err != nil || !alike(&got, want) || packed != (member == 8) {
				t.Errorf("packed %t, reads as %+v, %v, want %+v", packed, got, err, want)
			}
		}
		if got := kv.Raw(tx, layout.BucketTalks, layout.Key(int64(9))); !bytes.Equal(got, broken) {
			t.Errorf("what cannot be read became %q", got)
		}
		return nil
	})
}

// No part of a conversation is lost, whichever it is.
func TestEveryPartOfAConversationIsStored(t *testing.T) {
	for i := range reflect.TypeFor[records.Talk]().NumField() {
		var talk, back records.Talk
		occupy(reflect.ValueOf(&talk).Elem().Field(i))
		v, err := encode(talk)
		if err := errors.Join(err, decode(layout.Key(int64(7)), v, &back)); err != nil || !alike(&back, talk) {
			t.Errorf("%+v reads as %+v, %v", talk, back, err)
		}
	}
}

// occupy puts something into a value.
func occupy(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString("x")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(5)
	case reflect.Uint64:
		v.SetUint(5)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
	default:
		if v.Type() == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(at(1, 9).Local()))
			return
		}
		for i := range v.NumField() {
			occupy(v.Field(i))
		}
	}
}

func alike(got, want any) bool {
	a, _ := json.Marshal(reflect.ValueOf(got).Elem().Interface())
	b, _ := json.Marshal(want)
	return string(a) == string(b)
}

// An example is stored in less than half of what it is as JSON, and comes back
// whole; bytes that were damaged are an error and never another example's.
func TestExamplesAreStoredSmall(t *testing.T) {
	e := report.Example{
		Number: "G-2026-0042", Unit: "PT042", By: 100000042, Periods: []report.Period{november}, Version: 2, Review: report.Accepted,
		Sent: at(3, 8), Received: at(3, 8), Changed: at(5, 9), Ruled: 100000002, RuleAt: at(5, 9),
		Later: map[report.Period]time.Time{{Duty: report.Quarter, Year: 2026, Number: 4}: at(6, 8)},
		Content: report.Content{
			Category: report.GoodDeed, Object: report.Person, Name: "Lò Văn Pản", Place: "bản Nà Cúng, xã Dào San", Title: "Hiến đất mở đường vào bản",
			Summary: strings.Repeat("Gia đình tự nguyện hiến 320 mét vuông đất vườn để mở rộng đường vào trung tâm xã, không nhận đền bù. ", 4),
			Consent: report.NameAndPhoto, Born: 1968, Groups: []report.Group{report.Farmer, report.Border},
			Agreement: report.Agreement{Day: report.NewDate(2026, 11, 3), Name: "Lò Văn Pản", Facts: []string{"320"}},
		},
	}
	plain, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	small, err := encode(e)
	if err != nil || len(small)*2 > len(plain) {
		t.Errorf("%d bytes of %d, %v", len(small), len(plain), err)
	}
	for _, v := range [][]byte{small, plain} {
		var got report.Example
		if err := decode(nil, v, &got); err != nil {
			t.Fatal(err)
		}
		if again, _ := json.Marshal(got); !bytes.Equal(again, plain) {
			t.Errorf("reads as\n%s\nwant\n%s", again, plain)
		}
	}
	for i := range small {
		damaged := bytes.Clone(small)
		damaged[i] ^= 0x10
		var got report.Example
		if err := decode(nil, damaged, &got); err == nil && got.Number != e.Number && got.Content.Name != e.Content.Name {
			t.Errorf("byte %d damaged reads as %+v", i, got)
		}
		if decode(nil, small[:i], &got) == nil {
			t.Errorf("the first %d bytes read", i)
		}
	}
}
