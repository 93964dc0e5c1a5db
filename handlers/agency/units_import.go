package agency

import (
	"fmt"
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/directory"
	"guongsang/internal/importer"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// ListOf begins the purpose of a fetch that is a list of units.
const ListOf = "units:"

// TakeList takes a list of units from an officer: it is fetched, and read when it
// is here. A table that comes while a draft is open may be either's, so the officer
// is asked. Kinds that are not read are answered with what to do.
func TakeList(t *turn.Turn, f chat.File) (handled bool, err error) {
	kind := directory.KindOf(f.Name)
	switch writing := t.Talk.Draft != 0; {
	case !t.Member.Agency(), writing && !kind.Table, !kind.List:
		return false, nil
	case writing, kind.Table && t.Event.Forwarded:
		return true, hold(t, f)
	case !kind.Table && len(t.Member.Units()) > 0: // a text, perhaps of an example
		return false, nil
	}
	return true, fetchList(t, f)
}

// fetchList has a list fetched, or says as what it is to be saved.
func fetchList(t *turn.Turn, f chat.File) error {
	if says := directory.KindOf(f.Name).SaveAs; says != "" {
		return t.Show(chat.Message{Text: says})
	}
	err := t.Tx.PutFetch(storage.Fetch{
		FileID: f.ID, Unique: f.Unique, Name: f.Name, MIME: f.MIME, Size: f.Size, For: fmt.Sprintf("%s%d", ListOf, t.Member.ID),
	})
	if err != nil {
		return err
	}
	return t.Show(chat.Message{Text: texts.ListComing(f.Name)})
}

// ListCame goes on when the list that was sent is in the house, or is given up.
func ListCame(t *turn.Turn) error {
	hash := t.Tx.MediaHash(t.Event.Files[0].Unique)
	if hash == "" {
		return t.Say(chat.Message{Text: texts.ListNotCome()})
	}
	return t.Tx.PutUnitList(storage.UnitList{Hash: hash, For: t.Member.ID})
}

// ListDone says what came of a list: what it would change, everything that is
// wrong with it, or that it is in force.
func ListDone(t *turn.Turn, o importer.Outcome) error {
	switch o.Fate {
	case importer.Shown:
		return t.Say(chat.Message{
			Title: texts.ListPreview(), Text: strings.Join(o.Lines, "\n"),
			Buttons: [][]chat.Button{{
				turn.Button(texts.LabelApply, verbApply, short(o.Hash), o.Seen, o.Answers),
				turn.Button(texts.LabelDrop, verbDropList),
			}},
		})
	case importer.Asked:
		return askOfList(t, o)
	case importer.Faulty:
		return listFaults(t, o)
	case importer.Same:
		return listEnded(t, o, texts.ListSame(o.Units))
	case importer.Missing:
		return listEnded(t, o, texts.ListNotCome())
	case importer.Stopped:
		return listEnded(t, o, texts.ListStopped())
	case importer.Past:
		return listEnded(t, o, texts.ListPastPreview())
	case importer.Applied:
		return listEnded(t, o, texts.ListApplied(o.Units))
	}
	return fmt.Errorf("a list of units ended as %q", o.Fate)
}

// askOfList asks for what a list leaves open.
func askOfList(t *turn.Turn, o importer.Outcome) error {
	var choices []chat.Button
	for _, c := range o.Choices {
		choices = append(choices, turn.Button(c.Label, verbAnswerList, short(o.Hash), c.Answers))
	}
	choices = append(choices, turn.Button(texts.LabelDrop, verbDropList))
	return t.Say(chat.Message{Text: strings.Join(o.Lines, "\n"), Buttons: turn.Column(choices...)})
}

// listEnded says it in the message that tells how it goes, if there is one.
func listEnded(t *turn.Turn, o importer.Outcome, text string) error {
	if o.Message == 0 {
		return t.Say(chat.Message{Text: text})
	}
	return t.Tx.PutEdit(storage.Row{Chat: t.Member.ID, Target: o.Message, Message: chat.Message{Text: text}})
}

// listFaults names what is wrong on the screen, and if that is too much for it, all
// of it in a file.
func listFaults(t *turn.Turn, o importer.Outcome) error {
	if err := t.Say(chat.Message{Text: strings.Join(o.Lines, "\n")}); err != nil || o.Report == "" {
		return err
	}
	return t.Say(chat.Message{File: &chat.Attachment{Name: texts.ListFaultsFile(), MIME: "text/plain; charset=utf-8", Hash: o.Report}})
}
