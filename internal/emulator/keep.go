package emulator

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"guongsang/internal/files"
)

// keptVersion is that of the form in which a server is saved. The first held the
// contents of files as well, which are now in a folder beside it.
const keptVersion = 2

// loadGap is how far all numbers jump when a server is loaded. The bot may have
// seen more than was saved, and would take a number that comes again for what it
// had before.
const loadGap = 1000

// keptServer is all of a server that lasts: who there is, what was said, the
// files, and what the bot has not confirmed. Presses that wait for an answer,
// toasts, download links, faults and the bot's profile are not kept.
type keptServer struct {
	Version int
	NextID  int
	Serial  uint64
	Update  int64 // id of the next update
	Chats   []keptChat
	Files   map[string]keptFile // by id
	Blobs   map[string][]byte   `json:",omitempty"` // content by unique id; in version 1 only
	Pending []keptUpdate
}

type keptChat struct {
	ID       int64
	Kind     chatKind
	Title    string `json:",omitempty"`
	Who      user
	LastID   int    `json:",omitempty"`
	Acted    uint64 `json:",omitempty"`
	Seen     bool   `json:",omitempty"`
	Started  bool   `json:",omitempty"`
	Blocked  bool   `json:",omitempty"`
	Gone     bool   `json:",omitempty"` // deactivated
	Messages []keptMessage
}

// keptMessage is a message with what is not exported; its file is named by id.
type keptMessage struct {
	Message
	File   string          `json:",omitempty"`
	Sender user            `json:",omitzero"`
	Markup json.RawMessage `json:",omitempty"`
	Extra  map[string]any  `json:",omitempty"`
}

type keptFile struct {
	UniqueID, Name, MIME, Kind string
	Width, Height, Duration    int
}

type keptUpdate struct {
	ID   int64
	Kind string
	Key  int64
	Life time.Duration // what is left of it
	Body json.RawMessage
}

// Save writes down all that lasts, for Load. What files hold goes into a folder,
// each content once: saving again and again costs what was said, not what was
// sent.
func (s *Server) Save(w io.Writer, folder string) error {
	s.mu.Lock()
	k := s.kept() // shares only what is never changed in place
	s.mu.Unlock()
	err := putFiles(folder, k.Blobs)
	k.Blobs = nil
	if err == nil {
		err = json.NewEncoder(w).Encode(k)
	}
	if err != nil {
		return fmt.Errorf("saving the emulated Telegram: %w", err)
	}
	return nil
}

// putFiles puts contents into a folder, under their unique ids. What is there
// stays.
func putFiles(folder string, blobs map[string][]byte) error {
	if err := files.MkdirAll(folder); err != nil {
		return err
	}
	for id, data := range blobs {
		path := filepath.Join(folder, id)
		if _, err := os.Stat(path); err == nil {
			continue
		}
		if err := files.Write(path, data); err != nil {
			return err
		}
	}
	return nil
}

func (s *Server) kept() keptServer {
	k := keptServer{
		Version: keptVersion, NextID: s.nextID, Serial: s.serial, Update: s.queue.next,
		Files: map[string]keptFile{}, Blobs: map[string][]byte{},
	}
	for _, id := range slices.Sorted(maps.Keys(s.chats)) {
		k.Chats = append(k.Chats, s.chats[id].kept())
	}
	for id, f := range s.files {
		k.Files[id] = keptFile{f.UniqueID, f.Name, f.MIME, f.kind, f.Width, f.Height, f.Duration}
		k.Blobs[f.UniqueID] = f.Data
	}
	now := time.Now()
	for _, u := range s.queue.entries {
		if left := u.expires.Sub(now); left > 0 {
			k.Pending = append(k.Pending, keptUpdate{u.id, u.kind, u.key, left, u.body})
		}
	}
	return k
}

func (ch *chat) kept() keptChat {
	k := keptChat{
		ID: ch.id, Kind: ch.kind, Title: ch.title, Who: ch.who, LastID: ch.lastID, Acted: ch.acted, Seen: ch.seen,
		Started: ch.started, Blocked: ch.blocked, Gone: ch.deactivated,
	}
	for _, m := range ch.messages {
		one := keptMessage{Message: *m, Sender: m.sender, Markup: m.markup, Extra: m.extra}
		if m.File != nil {
			one.File = m.File.ID
		}
		k.Messages = append(k.Messages, one)
	}
	return k
}

// Load puts what Save wrote, into the same folder, into a server in which nothing
// has happened yet.
// The ids of files stay, and all other numbers go on well above those that were
// saved. What cannot be read leaves the server as it was.
func (s *Server) Load(r io.Reader, folder string) error {
	var k keptServer
	if err := json.NewDecoder(r).Decode(&k); err != nil {
		return fmt.Errorf("reading the saved Telegram: %w", err)
	}
	if k.Version < 1 || k.Version > keptVersion {
		return fmt.Errorf("reading the saved Telegram: version %d, not 1 to %d", k.Version, keptVersion)
	}
	if k.Update <= 0 {
		return fmt.Errorf("reading the saved Telegram: next update id %d", k.Update)
	}
	files, err := k.files(folder)
	if err != nil {
		return fmt.Errorf("reading the saved Telegram: %w", err)
	}
	chats := map[int64]*chat{}
	for _, c := range k.Chats {
		if chats[c.ID], err = c.chat(files); err != nil {
			return fmt.Errorf("reading the saved Telegram: chat %d: %w", c.ID, err)
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.chats) > 0 || len(s.queue.entries) > 0 {
		return errors.New("loading a saved Telegram: the server is not new")
	}
	s.files, s.chats, s.queue.entries = files, chats, k.pending(time.Now())
	s.nextID, s.serial, s.queue.next = k.NextID+loadGap, k.Serial+loadGap, k.Update+loadGap
	return nil
}

func (k keptServer) pending(now time.Time) []*update {
	var entries []*update
	for _, u := range k.Pending {
		entries = append(entries, &update{id: u.ID, kind: u.Kind, key: u.Key, at: now, expires: now.Add(u.Life), body: u.Body})
	}
	return entries
}

func (k keptServer) files(folder string) (map[string]*File, error) {
	files := map[string]*File{}
	contents := map[string][]byte{}
	maps.Copy(contents, k.Blobs)
	for id, f := range k.Files {
		data, ok := contents[f.UniqueID]
		if !ok {
			var err error
			if data, err = os.ReadFile(filepath.Join(folder, f.UniqueID)); err != nil {
				return nil, fmt.Errorf("content of file %s: %w", id, err)
			}
			contents[f.UniqueID] = data
		}
		if uniqueID(data) != f.UniqueID {
			return nil, fmt.Errorf("file %s has another content", id)
		}
		files[id] = &File{
			ID: id, UniqueID: f.UniqueID, Name: f.Name, MIME: f.MIME, Data: data,
			Width: f.Width, Height: f.Height, Duration: f.Duration, kind: f.Kind,
		}
	}
	return files, nil
}

func (k keptChat) chat(files map[string]*File) (*chat, error) {
	if k.Kind == "" {
		return nil, errors.New("it is of no kind")
	}
	ch := &chat{
		id: k.ID, kind: k.Kind, title: k.Title, who: k.Who, lastID: k.LastID + loadGap, acted: k.Acted, seen: k.Seen,
		started: k.Started, blocked: k.Blocked, deactivated: k.Gone, changed: make(chan struct{}),
	}
	last := 0
	for _, one := range k.Messages {
		m := one.Message
		if m.ID <= last { // they are found by halving
			return nil, fmt.Errorf("message %d after message %d", m.ID, last)
		}
		last = m.ID
		m.sender, m.markup, m.extra, m.File = one.Sender, one.Markup, one.Extra, nil
		if one.File != "" {
			if m.File = files[one.File]; m.File == nil {
				return nil, fmt.Errorf("message %d: file %s is missing", m.ID, one.File)
			}
		}
		ch.messages = append(ch.messages, &m)
	}
	return ch, nil
}
