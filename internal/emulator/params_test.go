package emulator

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
)

// specification is the published Bot API as data. It lies beside the checkout
// and not in it.
const specification = "../../../shared/data/botapi-10.1.json"

// newerThanSpecification lists what the client library, which is of Bot API
// 10.3, may send and the specification, which is of 10.1, does not have.
var newerThanSpecification = []string{
	"sendMessage.ephemeral_message_parameters",
	"sendPhoto.ephemeral_message_parameters",
	"sendDocument.ephemeral_message_parameters",
	"sendVoice.ephemeral_message_parameters",
	"InlineKeyboardButton.disabled",
}

type published struct {
	Methods map[string]struct{ Fields []publishedField }
	Types   map[string]struct {
		Fields   []publishedField
		Subtypes []string
	}
}

type publishedField struct {
	Name     string
	Types    []string
	Required bool
}

func TestTablesAgreeWithSpecification(t *testing.T) {
	raw, err := os.ReadFile(specification)
	if os.IsNotExist(err) {
		t.Skip("the Bot API specification is not beside the checkout")
	}
	if err != nil {
		t.Fatal(err)
	}
	var spec published
	if err := json.Unmarshal(raw, &spec); err != nil {
		t.Fatal(err)
	}
	for name, rows := range methodParams() {
		if _, ok := spec.Methods[name]; !ok {
			t.Errorf("method %s is not published", name)
		}
		compareRows(t, name, rows, spec.Methods[name].Fields)
	}
	for name, rows := range objectFields() {
		compareRows(t, name, rows, spec.Types[name].Fields)
	}
	for name, members := range unionMembers() {
		if got := spec.Types[name].Subtypes; !slices.Equal(members, got) {
			t.Errorf("union %s: %v, published %v", name, members, got)
		}
	}
}

func compareRows(t *testing.T, owner string, rows []param, fields []publishedField) {
	t.Helper()
	want := map[string]param{}
	for _, f := range fields {
		want[f.Name] = param{f.Name, strings.Join(f.Types, " or "), f.Required}
	}
	for _, row := range rows {
		got, ok := want[row.name]
		delete(want, row.name)
		if !ok && slices.Contains(newerThanSpecification, owner+"."+row.name) {
			continue
		}
		if got != row {
			t.Errorf("%s.%s: %+v, published %+v", owner, row.name, row, got)
		}
	}
	for name := range want {
		t.Errorf("%s.%s is missing from the table", owner, name)
	}
}

func TestEveryMethodHasParametersAndCode(t *testing.T) {
	for name := range methodParams() {
		if _, ok := methodFuncs[name]; !ok && name != "getUpdates" {
			t.Errorf("%s has no code", name)
		}
	}
	for name := range methodFuncs {
		if _, ok := methodParams()[name]; !ok {
			t.Errorf("%s has no parameters", name)
		}
	}
}
