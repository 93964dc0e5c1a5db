// Package chat is the shape of a conversation, with no messenger in it.
//
// What a person does reaches the handlers as an Event; what the bot says
// leaves as a Message. Both are plain values, so that a handler can be read,
// tested and, one day, served over a second messenger without knowing how
// either travels. The words themselves come from internal/texts; the wire
// format is internal/telegram's alone.
package chat

import "time"

// A Kind says what sort of thing an Event is.
type Kind string

// The kinds of events that the handlers know.
const (
	Said    Kind = "said"    // a text, a file, or both
	Pressed Kind = "pressed" // a button
	Edited  Kind = "edited"  // a message changed after it was sent
	Left    Kind = "left"    // the person blocked the bot
	Came    Kind = "came"    // the person unblocked the bot
	Fetched Kind = "fetched" // a file of this person is now in the house
	Unknown Kind = "unknown" // sticker, location, poll: nothing that can be used
)

// An Event is one thing that one person did.
type Event struct {
	ID        int64 // update id; 0 for events that the bot makes itself
	Kind      Kind
	At        time.Time // when the person did it, as the messenger says
	From      Person
	Chat      int64 // equals From.ID in a private chat
	Private   bool  // false in groups and channels
	MessageID int64 // the message said, edited or pressed on
	Text      string
	Forwarded bool
	Forwarder Person // who wrote what is forwarded, as far as the messenger says: the number may be missing
	ReplyTo   int64  // message id that this one answers, 0 if none
	Quoted    string // what that message says
	Album     string // shared by the parts of one album
	Files     []File
	Press     Press
}

// A Person is an account of the messenger.
type Person struct {
	ID   int64
	Name string // as the account shows it; not verified by anyone
	Bot  bool
}

// A Press is a tap on a button.
type Press struct {
	Query string // to be answered within 150 s
	Data  string // whatever the button carried; may be forged
}

// A FileKind tells photos from documents and voice notes.
type FileKind string

// The kinds of files that join a draft.
const (
	Photo    FileKind = "photo"
	Document FileKind = "document"
	Voice    FileKind = "voice"
	Video    FileKind = "video"
)

// MaxFile is how large a file may be, in bytes, that the messenger hands out to a
// bot.
const MaxFile = 20 << 20

// A File is something that a person sent, still at the messenger's.
type File struct {
	Kind   FileKind
	ID     string // to fetch it by
	Unique string // the same for the same content
	Name   string
	MIME   string
	Size   int64  // bytes, 0 if unknown
	Fault  string `json:",omitempty"` // Fetched: why a picture cannot be shown, in the words of internal/photo
}

// A Message is what the bot says.
type Message struct {
	Title   string      `json:",omitempty"` // first line, shown bold
	Text    string      `json:",omitempty"` // shown as it is: never markup
	Buttons [][]Button  `json:",omitempty"`
	File    *Attachment `json:",omitempty"`
	// Album is two to ten photos that are shown together over the text, which is
	// their caption. A message has either these or File, and then no buttons.
	Album []Attachment `json:",omitempty"`
	// Keys are typed answers that stay under the text field (the main menu).
	// A message has either these or Buttons.
	Keys [][]string `json:",omitempty"`
}

// The media types of what the bot sends.
const (
	JPEG = "image/jpeg"
	PNG  = "image/png"
	CSV  = "text/csv"
	TXT  = "text/plain; charset=utf-8"
	ZIP  = "application/zip"
	PDF  = "application/pdf"
	DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
)

// An Attachment is a file that the bot sends.
type Attachment struct {
	Name string
	MIME string // its media type
	Data []byte `json:",omitempty"`
	// Hash names a file in the house that is read when the message leaves; large
	// documents travel so, instead of in Data.
	Hash string `json:",omitempty"`
	// Copy says that of that file its copy is read which may leave the house.
	Copy bool `json:",omitempty"`
}

// A Button is a choice under a message.
type Button struct {
	Label string
	Do    Action
}

// String gives the whole text, title first, as a person would copy it.
func (m Message) String() string {
	switch {
	case m.Title == "":
		return m.Text
	case m.Text == "":
		return m.Title
	}
	return m.Title + "\n" + m.Text
}
