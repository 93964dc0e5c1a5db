package webchat

import (
	"bytes"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"

	"guongsang/internal/demotexts"
	"guongsang/internal/emulator"
)

// The bounds of what a phone sends: those of Telegram.
const (
	maxFile  = 50 << 20 // bytes
	maxFiles = 10       // in an album
)

// person finds the phone that a request is about; it has answered if there is
// none.
func (s *Server) person(w http.ResponseWriter, r *http.Request) *emulator.Person {
	id, err := strconv.ParseInt(r.PathValue("id"), 10, 64)
	if err == nil {
		for _, p := range s.show.Telegram().People() {
			if p.ID() == id {
				return p
			}
		}
	}
	refuse(w, http.StatusNotFound, demotexts.NoPhone())
	return nil
}

// A reader is somebody who reads: a person, or all who follow a channel.
type reader interface {
	ID() int64
	Chat() []emulator.Message
}

// readers are all phones, those of channels last.
func readers(tg *emulator.Server) (all []reader) {
	for _, p := range tg.People() {
		all = append(all, p)
	}
	for _, c := range tg.Channels() {
		all = append(all, c)
	}
	return all
}

// reader finds the phone that is read; it has answered if there is none.
func (s *Server) reader(w http.ResponseWriter, r *http.Request) reader {
	id, err := strconv.ParseInt(r.PathValue("id"), 10, 64)
	if err == nil {
		for _, p := range readers(s.show.Telegram()) {
			if p.ID() == id {
				return p
			}
		}
	}
	refuse(w, http.StatusNotFound, demotexts.NoPhone())
	return nil
}

func (s *Server) messages(w http.ResponseWriter, r *http.Request) {
	p := s.reader(w, r)
	if p == nil {
		return
	}
	list := []Message{}
	for _, m := range p.Chat() {
		if !m.Deleted {
			list = append(list, s.message(m))
		}
	}
	answer(w, map[string]any{"messages": list})
}

// start opens the chat, with the payload of the link by which the phone came.
func (s *Server) start(w http.ResponseWriter, r *http.Request) {
	var body struct{ Payload string }
	p := s.person(w, r)
	if p == nil || !ask(w, r, &body) {
		return
	}
	p.Start(body.Payload)
	s.mu.Lock()
	delete(s.payloads, p.ID())
	s.mu.Unlock()
	s.done(w, nil)
}

func (s *Server) say(w http.ResponseWriter, r *http.Request) {
	var body struct {
		Text    string
		ReplyTo int
	}
	p := s.person(w, r)
	if p == nil || !ask(w, r, &body) {
		return
	}
	text := strings.TrimSpace(body.Text)
	switch {
	case text == "":
		refuse(w, http.StatusBadRequest, demotexts.NothingSaid())
		return
	case body.ReplyTo != 0:
		p.Reply(body.ReplyTo, text)
	default:
		p.Say(text)
	}
	s.done(w, nil)
}

func (s *Server) press(w http.ResponseWriter, r *http.Request) {
	var body struct {
		Message int
		Data    string
	}
	p := s.person(w, r)
	if p == nil || !ask(w, r, &body) {
		return
	}
	answer(w, map[string]string{"query": p.Press(body.Message, body.Data)})
}

func (s *Server) edit(w http.ResponseWriter, r *http.Request) {
	var body struct {
		Message int
		Text    string
	}
	p := s.person(w, r)
	if p == nil || !ask(w, r, &body) {
		return
	}
	if err := p.EditText(body.Message, strings.TrimSpace(body.Text)); err != nil {
		refuse(w, http.StatusConflict, demotexts.NotEditable())
		return
	}
	s.done(w, nil)
}

func (s *Server) read(w http.ResponseWriter, r *http.Request) {
	p := s.reader(w, r)
	if p == nil {
		return
	}
	newest := 0
	if all := p.Chat(); len(all) > 0 {
		newest = all[len(all)-1].ID
	}
	s.mu.Lock()
	s.seen[p.ID()] = newest
	s.mu.Unlock()
	s.Changed()
	s.done(w, nil)
}

func (s *Server) block(w http.ResponseWriter, r *http.Request) {
	var body struct{ On bool }
	p := s.person(w, r)
	if p == nil || !ask(w, r, &body) {
		return
	}
	if body.On {
		p.Block()
	} else {
		p.Unblock()
	}
	s.Changed()
	s.done(w, nil)
}

// sendFiles sends what was chosen, pasted or dropped, several together.
func (s *Server) sendFiles(w http.ResponseWriter, r *http.Request) {
	p := s.person(w, r)
	if p == nil {
		return
	}
	control := http.NewResponseController(w)
	_ = control.SetReadDeadline(time.Now().Add(time.Minute))
	r.Body = http.MaxBytesReader(w, r.Body, maxFile+1<<20)
	files, err := received(r)
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		refuse(w, http.StatusRequestEntityTooLarge, demotexts.TooLarge(maxFile>>20))
		return
	case err != nil || len(files) == 0 || len(files) > maxFiles:
		refuse(w, http.StatusBadRequest, demotexts.WhichFiles(maxFiles))
		return
	}
	deliver(p, r.FormValue("kind"), r.FormValue("caption"), files)
	s.done(w, nil)
}

// received reads the files of a form.
func received(r *http.Request) ([]emulator.File, error) {
	if err := r.ParseMultipartForm(8 << 20); err != nil {
		return nil, err
	}
	defer func() { _ = r.MultipartForm.RemoveAll() }()
	var files []emulator.File
	for _, header := range r.MultipartForm.File["file"] {
		data, err := content(header)
		if err != nil {
			return nil, err
		}
		kind, _, _ := mime.ParseMediaType(header.Header.Get("Content-Type"))
		files = append(files, emulator.File{Name: path.Base(header.Filename), MIME: kind, Data: data})
	}
	return files, nil
}

func content(header *multipart.FileHeader) ([]byte, error) {
	f, err := header.Open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

// file serves what a message carries. Only pictures and sound are shown in
// the page; all else is a download, whatever it says of itself.
func (s *Server) file(w http.ResponseWriter, r *http.Request) {
	f, ok := s.show.Telegram().File(r.PathValue("id"))
	if !ok {
		refuse(w, http.StatusNotFound, demotexts.NoFile())
		return
	}
	kind := http.DetectContentType(f.Data)
	shown := strings.HasPrefix(kind, "image/") && !strings.Contains(kind, "svg") || strings.HasPrefix(kind, "audio/") || kind == "application/ogg"
	if !shown || r.URL.Query().Has("save") {
		disposition := mime.FormatMediaType("attachment", map[string]string{"filename": f.Name})
		w.Header().Set("Content-Disposition", disposition)
	}
	if !shown {
		kind = "application/octet-stream"
		if f.MIME != "" {
			kind = f.MIME
		}
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Cache-Control", "private, max-age=3600, immutable")
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(f.Data)) // in parts, as players of sound ask for it
}
