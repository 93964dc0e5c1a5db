package agency

import (
	"errors"
	"fmt"
	"path"
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/directory"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// How much of an import fits one screen.
const (
	previewLines = 3  // units under each head
	faultLines   = 10 // beyond that, a file
)

// ListOf begins the purpose of a fetch that is a list of units.
const ListOf = "units:"

// TakeList takes a list of units from an officer who is not writing
// anything: it is fetched, and read when it is here.
func TakeList(t *turn.Turn, f chat.File) (handled bool, err error) {
	ext := strings.ToLower(path.Ext(f.Name))
	if !t.Member.Agency() || t.Talk.Draft != 0 || ext != ".csv" && ext != ".xlsx" && ext != ".xls" {
		return false, nil
	}
	err = t.Tx.PutFetch(storage.Fetch{
		FileID: f.ID, Unique: f.Unique, Name: f.Name, MIME: f.MIME, Size: f.Size, For: fmt.Sprintf("%s%d", ListOf, t.Member.ID),
	})
	if err != nil {
		return true, err
	}
	return true, t.Say(chat.Message{Text: texts.ListComing(f.Name)})
}

// ListCame goes on when the list that was sent is in the house, or is given up.
func ListCame(t *turn.Turn) error {
	hash := t.Tx.MediaHash(t.Event.Files[0].Unique)
	if hash == "" {
		return t.Say(chat.Message{Text: texts.ListNotCome()})
	}
	return previewUnits(t, hash)
}

// previewUnits shows what a list would change, or everything that is wrong
// with it.
func previewUnits(t *turn.Turn, hash string) error {
	list, err := readUnits(t, hash)
	var faults directory.Problems
	if errors.As(err, &faults) {
		return listFaults(t, faults)
	}
	if err != nil {
		return err
	}
	current := t.Tx.Directory()
	preview := directory.Compare(current, list.Units)
	if len(preview.Units()) == 0 {
		return t.Say(chat.Message{Text: texts.ListSame(len(list.Units))})
	}
	lines := append(preview.Lines(previewLines), list.Notices...)
	return t.Say(chat.Message{
		Title: texts.ListPreview(), Text: strings.Join(lines, "\n"),
		Buttons: [][]chat.Button{{
			turn.Button(texts.LabelApply, verbApply, short(hash), fingerprint(current)),
			turn.Button(texts.LabelDrop, verbDropList),
		}},
	})
}

func readUnits(t *turn.Turn, hash string) (directory.List, error) {
	file, err := t.Tx.ReadMedia(hash)
	if err != nil {
		return directory.List{}, err
	}
	return directory.Read(file, t.Tx.Directory())
}

// listFaults names every bad row: on the screen, or in a file if there are
// many.
func listFaults(t *turn.Turn, faults directory.Problems) error {
	lines := strings.Split(faults.Error(), "\n")
	if len(faults) <= faultLines {
		return t.Say(chat.Message{Text: strings.Join(lines, "\n")})
	}
	head := append(lines[:faultLines+1:faultLines+1], texts.FaultsInFile(len(faults)-faultLines))
	if err := t.Say(chat.Message{Text: strings.Join(head, "\n")}); err != nil {
		return err
	}
	return t.Say(chat.Message{File: &chat.Attachment{
		Name: texts.ListFaultsFile(), MIME: "text/plain; charset=utf-8", Data: []byte("\ufeff" + strings.Join(lines, "\r\n")),
	}})
}
