package handlers

import (
	"errors"
	"fmt"
	"path"
	"strings"

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

// listOf begins the purpose of a fetch that is a list of units.
const listOf = "units:"

// agencyFile takes a list of units from an officer who is not writing
// anything: it is fetched, and read when it is here.
func (t *turn) agencyFile(f chat.File) (handled bool, err error) {
	ext := strings.ToLower(path.Ext(f.Name))
	if !t.member.Agency() || t.talk.Draft != 0 || ext != ".csv" && ext != ".xlsx" && ext != ".xls" {
		return false, nil
	}
	err = t.tx.PutFetch(storage.Fetch{
		FileID: f.ID, Unique: f.Unique, Name: f.Name, MIME: f.MIME, Size: f.Size, For: fmt.Sprintf("%s%d", listOf, t.member.ID),
	})
	if err != nil {
		return true, err
	}
	return true, t.say(chat.Message{Text: texts.ListComing(f.Name)})
}

func (t *turn) listCame() error {
	hash := t.tx.MediaHash(t.ev.Files[0].Unique)
	if hash == "" {
		return t.say(chat.Message{Text: texts.ListNotCome()})
	}
	return t.previewUnits(hash)
}

// previewUnits shows what a list would change, or everything that is wrong
// with it.
func (t *turn) previewUnits(hash string) error {
	list, err := t.readUnits(hash)
	var faults directory.Problems
	if errors.As(err, &faults) {
		return t.listFaults(faults)
	}
	if err != nil {
		return err
	}
	current := t.tx.Directory()
	preview := directory.Compare(current, list.Units)
	if len(preview.Units()) == 0 {
		return t.say(chat.Message{Text: texts.ListSame(len(list.Units))})
	}
	lines := append(preview.Lines(previewLines), list.Notices...)
	return t.say(chat.Message{
		Title: texts.ListPreview(), Text: strings.Join(lines, "\n"),
		Buttons: [][]chat.Button{{
			button(texts.LabelApply, verbApply, short(hash), fingerprint(current)),
			button(texts.LabelDrop, verbDropList),
		}},
	})
}

func (t *turn) readUnits(hash string) (directory.List, error) {
	file, err := t.tx.ReadMedia(hash)
	if err != nil {
		return directory.List{}, err
	}
	return directory.Read(file, t.tx.Directory())
}

// listFaults names every bad row: on the screen, or in a file if there are
// many.
func (t *turn) listFaults(faults directory.Problems) error {
	lines := strings.Split(faults.Error(), "\n")
	if len(faults) <= faultLines {
		return t.say(chat.Message{Text: strings.Join(lines, "\n")})
	}
	head := append(lines[:faultLines+1:faultLines+1], texts.FaultsInFile(len(faults)-faultLines))
	if err := t.say(chat.Message{Text: strings.Join(head, "\n")}); err != nil {
		return err
	}
	return t.say(chat.Message{File: &chat.Attachment{
		Name: texts.ListFaultsFile(), MIME: "text/plain; charset=utf-8", Data: []byte("\ufeff" + strings.Join(lines, "\r\n")),
	}})
}
