package docx

import (
	"bytes"
	"fmt"
)

// A Kind says what a file is, by its bytes: names and what messengers say of
// files are often wrong.
type Kind string

// The kinds that are told apart.
const (
	Word     Kind = "docx"
	OldWord  Kind = "doc"    // of Word 97 to 2003
	Locked   Kind = "locked" // only opens with a password
	PDF      Kind = "pdf"
	RichText Kind = "rtf"
	OpenText Kind = "odt" // of LibreOffice
	WebPage  Kind = "html"
	FlatXML  Kind = "xml" // of Word, in one file
	Sheet    Kind = "xlsx"
	Slides   Kind = "pptx"
	Empty    Kind = "empty"
	Other    Kind = "other"
)

// A KindError says that a file is no Word document but something else.
type KindError struct{ Kind Kind }

func (e *KindError) Error() string { return fmt.Sprintf("a file of kind %s, not docx", e.Kind) }

// ole begins the files of Office 97 to 2003, and those that a password locks.
const ole = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// KindOf tells what a file is.
func KindOf(file []byte) Kind {
	head := bytes.TrimLeft(bytes.TrimPrefix(file[:min(len(file), 1024)], []byte("\xef\xbb\xbf")), " \t\r\n")
	lower := bytes.ToLower(head)
	switch {
	case len(file) == 0:
		return Empty
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return packed(file)
	case bytes.HasPrefix(head, []byte(ole)):
		return compound(file)
	case bytes.Contains(head, []byte("%PDF-")):
		return PDF
	case bytes.HasPrefix(head, []byte(`{\rtf`)):
		return RichText
	case bytes.HasPrefix(lower, []byte("<html")), bytes.HasPrefix(lower, []byte("<!doctype html")), bytes.HasPrefix(head, []byte("MIME-Version")):
		return WebPage
	case bytes.HasPrefix(head, []byte("<?xml")) && bytes.Contains(head, []byte("Word.Document")):
		return FlatXML
	}
	return Other
}

// packed tells what a zip file is by the names in it, which are not packed.
func packed(file []byte) Kind {
	switch {
	case bytes.Contains(file[:min(len(file), 128)], []byte("application/vnd.oasis.opendocument.text")):
		return OpenText
	case bytes.Contains(file, []byte("word/")) || bytes.Contains(file, []byte(`word\`)):
		return Word
	case bytes.Contains(file, []byte("xl/workbook")):
		return Sheet
	case bytes.Contains(file, []byte("ppt/presentation")):
		return Slides
	}
	return Other
}

// compound tells what a file of Office 97 to 2003 is by the names of its streams.
func compound(file []byte) Kind {
	switch {
	case bytes.Contains(file, wide("EncryptedPackage")):
		return Locked
	case bytes.Contains(file, wide("WordDocument")):
		return OldWord
	case bytes.Contains(file, wide("Workbook")):
		return Sheet
	case bytes.Contains(file, wide("PowerPoint Document")):
		return Slides
	}
	return Other
}

// wide is a name as it stands in such a file, in UTF-16.
func wide(name string) []byte {
	var b []byte
	for _, c := range []byte(name) {
		b = append(b, c, 0)
	}
	return b
}
