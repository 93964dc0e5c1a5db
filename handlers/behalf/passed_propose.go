package behalf

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"guongsang/handlers/draft"
	"guongsang/handlers/pick"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/letters"
	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/unitname"
	"guongsang/storage"
	"guongsang/storage/records"
)

const (
	verbPassedRecord  turn.Verb = "psr"
	verbPassedPick    turn.Verb = "psp"
	verbPassedUnit    turn.Verb = "psu"
	verbPassedBy      turn.Verb = "psx"
	verbPassedDay     turn.Verb = "psd"
	verbPassedWhen    turn.Verb = "psw"
	verbPassedChannel turn.Verb = "psc"
	verbPassedEach    turn.Verb = "pse"
	verbPassedJoin    turn.Verb = "psj"

	// VerbPassedAnswer takes what was passed on for the answer to the open question.
	VerbPassedAnswer turn.Verb = "psa"
)

const (
	questionPassedUnit turn.Question = "passedunit"
	questionPassedWhen turn.Question = "passedwhen"
)

// Material is from what it is told whose something is, beside what is in the
// conversation.
type material struct {
	text   string // of a document
	file   string // its name
	unread string // why it was not read
	masked bool
}

// propose proposes what to do with something that was passed on, in a message of
// its own.
func propose(t *turn.Reading, id int, masked bool) error {
	p := &t.Talk.Passed[passedAt(t, id)]
	m, err := proposal(t, p, material{masked: masked})
	if err != nil {
		return err
	}
	p.Message = ""
	return t.Say(m)
}

// proposeAgain proposes it in the message that did so, while nothing came between.
func proposeAgain(t *turn.Turn, id int, masked bool) error {
	p := &t.Talk.Passed[passedAt(&t.Reading, id)]
	m, err := proposal(&t.Reading, p, material{masked: masked})
	if err != nil {
		return err
	}
	return tellOf(t, p, m)
}

// tellOf says something of what was passed on, in one message as long as it is
// about the same.
func tellOf(t *turn.Turn, p *records.Passed, m chat.Message) error {
	t.Talk.Offered = slices.Concat(m.Buttons...)
	row := storage.Row{Chat: t.Member.ID, Message: m}
	if p.Message != "" {
		row.TargetKey = p.Message
		return t.Tx.PutEdit(row)
	}
	row.Key = fmt.Sprintf("passed/%d/%d/%d", t.Member.ID, p.ID, t.Event.MessageID)
	p.Message = row.Key
	_, err := t.Tx.Put(row)
	return err
}

// proposal asks whether something is to be recorded on behalf of the unit that it
// is of, of which of several, or of which at all.
func proposal(t *turn.Reading, p *records.Passed, of material) (chat.Message, error) {
	says := texts.Passed{
		Channel: p.Channel, Day: report.DateOf(p.At.In(t.Rules.Zone)), Text: p.Text, Media: mediaOf(p.Files), Persons: p.Persons,
		Unread: of.unread, Masked: of.masked,
	}
	var read report.Draft
	if said := strings.TrimSpace(of.text + "\n" + p.Text); said != "" && len(p.Persons) < 2 {
		_, _ = form.TakePaste(&read, paste.Read(said)) // what cannot be taken is said when it becomes a draft
		says.Name, says.Title = read.Content.Name, read.Content.Title
	}
	if u, err := t.Tx.Unit(p.Unit); err == nil {
		says.Unit = u
		return confirmPassed(t, *p, says), nil
	}
	g, by, err := whose(t, *p, of)
	if err != nil {
		return chat.Message{}, err
	}
	if u, ok := g.One(); ok {
		says.Unit, says.By, p.Unit = u, by, u.Code
		return confirmPassed(t, *p, says), nil
	}
	if len(g.Units) == 0 {
		return askPassedUnit(t, *p, says), nil
	}
	var buttons []chat.Button
	shown := g.Units[:min(pick.AtOnce, len(g.Units))]
	for _, u := range shown {
		buttons = append(buttons, turn.Button(texts.UnitOfBlock(u), verbPassedUnit, p.ID, u.Code))
	}
	return chat.Message{
		Text:    texts.AskWhosePassed(says, len(g.Units), len(g.Units)-len(shown)),
		Buttons: append(turn.Column(buttons...), otherwise(t, *p, true)...),
	}, nil
}

// confirmPassed asks whether it is to be recorded on behalf of a unit.
func confirmPassed(t *turn.Reading, p records.Passed, says texts.Passed) chat.Message {
	lines := [][]chat.Button{{turn.Button(texts.ToRecordPassed, verbPassedRecord, p.ID, says.Unit.Code)}}
	return chat.Message{Text: texts.AskToRecord(says, t.Today()), Buttons: append(lines, otherwise(t, p, true)...)}
}

// askPassedUnit asks for the unit. Where another question is open that stays so,
// and the unit is asked for when the button says so.
func askPassedUnit(t *turn.Reading, p records.Passed, says texts.Passed) chat.Message {
	if t.Talk.Ask == "" || t.Asked(questionPassedUnit) {
		t.Ask(questionPassedUnit, p.ID)
	}
	return chat.Message{Text: texts.AskUnitOfPassed(says), Buttons: otherwise(t, p, !t.Asked(questionPassedUnit))}
}

// otherwise are the buttons by which it is something else.
func otherwise(t *turn.Reading, p records.Passed, pick bool) (lines [][]chat.Button) {
	switch {
	case t.Talk.Draft != 0:
		lines = append(lines, turn.Column(turn.Button(texts.ToOpenDraft, verbPassedJoin, p.ID))...)
	case t.Talk.Ask != "" && p.Text != "" && len(p.Files) == 0 && !t.Asked(questionPassedUnit) && !t.Asked(questionPassedWhen):
		lines = append(lines, turn.Column(turn.Button(texts.ToAnswer, VerbPassedAnswer, p.ID))...)
	}
	if pick {
		lines = append(lines, []chat.Button{turn.Button(texts.ToOtherUnit, verbPassedPick, p.ID), turn.Button(texts.ToOtherDay, verbPassedDay, p.ID)})
	}
	return append(lines, turn.Column(turn.Button(texts.ToPassBy, verbPassedBy, p.ID))...)
}

// whose guesses whose something is: by what it says, by the name of a file, by who
// wrote it. Where what it says leaves several, the writer may tell which.
func whose(t *turn.Reading, p records.Passed, of material) (g unitname.Guess, by string, err error) {
	said := strings.TrimSpace(of.text + "\n" + p.Text)
	named := slices.DeleteFunc(slices.Clone(p.Files), func(f chat.File) bool { return f.Name == "" })
	if said != "" || len(named) > 0 {
		x := unitname.New(t.Tx.Directory(), t.Today())
		g = x.Text(said)
		by = string(g.Reason)
		for i := 0; i < len(named) && len(g.Units) == 0; i++ {
			g, by = x.Text(nameOfFile(named[i].Name)), "file"
		}
	}
	if _, ok := g.One(); ok {
		return g, by, nil
	}
	writers, err := unitsOfWriter(t, p.From)
	if err != nil {
		return g, by, err
	}
	var both []report.Unit
	for _, u := range writers {
		for _, other := range g.Units {
			if u.Code == other.Code {
				both = append(both, u)
			}
		}
	}
	switch {
	case len(both) > 0:
		return unitname.Guess{Units: both, Reason: unitname.Mentioned}, "sender", nil
	case len(g.Units) == 0 && len(writers) > 0:
		return unitname.Guess{Units: writers, Reason: unitname.Mentioned}, "sender", nil
	}
	return g, by, nil
}

// nameOfFile is the name of a file as a text: people part its words as they can.
func nameOfFile(name string) string {
	name = strings.TrimSuffix(name, path.Ext(name))
	return strings.NewReplacer("_", " ", "-", " ", ".", " ", "+", " ").Replace(name)
}

// unitsOfWriter lists the units of the member who wrote what was forwarded: by the
// account, or by the name that it shows if no other member has it.
func unitsOfWriter(t *turn.Reading, from chat.Person) (units []report.Unit, err error) {
	if from.ID == 0 && from.Name == "" {
		return nil, nil
	}
	members, err := t.Tx.Members()
	if err != nil {
		return nil, err
	}
	var writer report.Member
	namesakes := 0
	for _, m := range members {
		if from.ID != 0 && m.ID == from.ID {
			writer, namesakes = m, 1
			break
		}
		if from.ID == 0 && letters.Fold(m.Name) == letters.Fold(from.Name) {
			writer, namesakes = m, namesakes+1
		}
	}
	if namesakes != 1 {
		return nil, nil
	}
	for _, code := range writer.Represented() {
		if u, err := t.Tx.Unit(code); err == nil && u.ActiveOn(t.Today()) {
			units = append(units, u)
		}
	}
	return units, nil
}

func mediaOf(files []chat.File) (all []report.Media) {
	for _, f := range files {
		all = append(all, draft.MediaOf(f))
	}
	return all
}
