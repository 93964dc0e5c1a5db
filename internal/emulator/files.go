package emulator

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"image"
	_ "image/jpeg" // photos are measured
	_ "image/png"
	"mime"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// The bounds of files, in bytes, and how long a download link is good for.
const (
	maxDownload = 20 << 20
	maxPhoto    = 10 << 20
	maxUpload   = 50 << 20
	linkLife    = time.Hour
)

// maxAlbum is the most files that one album has.
const maxAlbum = 10

// smallSize ends the file_id of a photo's thumbnail.
const smallSize = "-s"

// File is what a message carries.
type File struct {
	// ID is the file_id by which the bot gets or sends it.
	ID       string
	UniqueID string
	Name     string
	MIME     string
	// Data is shared with the server and not to be changed.
	Data          []byte
	Width, Height int // of a photo
	Duration      int // of a voice note, in seconds

	kind string
}

// filePath is where a file can be downloaded for a while.
type filePath struct {
	file  *File
	until time.Time
}

// keep stores a file under a new id; the same content has the same unique id.
func (s *Server) keep(kind string, f File) *File {
	s.serial++
	f.kind = kind
	f.UniqueID = uniqueID(f.Data)
	f.ID = fmt.Sprintf("%s-%s-%d", kind, f.UniqueID, s.serial)
	s.files[f.ID] = &f
	return &f
}

func uniqueID(data []byte) string {
	sum := sha256.Sum256(data)
	return "AQ" + hex.EncodeToString(sum[:7])
}

// File is what was sent under an id, by either side.
func (s *Server) File(id string) (File, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f := s.files[id]
	if f == nil {
		return File{}, false
	}
	return *f, true
}

// wire is the object that a message of that kind shows; a photo is a list of
// sizes with the largest last.
func (f *File) wire(kind string) any {
	w := map[string]any{"file_id": f.ID, "file_unique_id": f.UniqueID, "file_size": len(f.Data)}
	switch kind {
	case KindPhoto:
		w["width"], w["height"] = f.Width, f.Height
		small := map[string]any{"file_id": f.ID + smallSize, "file_unique_id": f.UniqueID + "s", "width": min(f.Width, 90), "height": min(f.Height, 90)}
		return []any{small, w}
	case KindVoice:
		w["duration"] = f.Duration
	case KindDocument:
		put(w, "file_name", f.Name, f.Name != "")
	}
	put(w, "mime_type", f.MIME, f.MIME != "")
	return w
}

func (s *Server) sendPhoto(c *call) (any, *apiError)    { return s.sendFile(c, KindPhoto) }
func (s *Server) sendDocument(c *call) (any, *apiError) { return s.sendFile(c, KindDocument) }
func (s *Server) sendVoice(c *call) (any, *apiError)    { return s.sendFile(c, KindVoice) }

func (s *Server) sendFile(c *call, kind string) (any, *apiError) {
	ch, m, e := s.draft(c, kind)
	if e != nil {
		return nil, e
	}
	if m.Text, m.Entities, e = caption(c); e != nil {
		return nil, e
	}
	if m.File, e = s.input(c, kind, kind); e != nil {
		return nil, e
	}
	if kind == KindVoice && c.has("duration") {
		m.File.Duration = int(c.int("duration"))
	}
	return s.post(ch, m), nil
}

// input finds the file of a parameter: a part of the request under the same
// name, one it refers to, or the id of a file that is known.
func (s *Server) input(c *call, name, kind string) (*File, *apiError) {
	if part, ok := c.files[name]; ok {
		return s.receive(part, kind)
	}
	return s.inputText(c, c.values[name], kind)
}

func (s *Server) inputText(c *call, text, kind string) (*File, *apiError) {
	if partName, ok := strings.CutPrefix(text, "attach://"); ok {
		part, ok := c.files[partName]
		if !ok {
			return nil, malformed("attached file not found: " + partName)
		}
		return s.receive(part, kind)
	}
	if strings.Contains(text, "://") {
		return nil, refusal("failed to get HTTP URL content")
	}
	f := s.files[strings.TrimSuffix(text, smallSize)]
	if f == nil {
		return nil, malformed("wrong remote file identifier specified: Wrong string length")
	}
	if f.kind != kind {
		return nil, malformed(fmt.Sprintf("can't use file of type %s as %s", title(f.kind), title(kind)))
	}
	return f, nil
}

func title(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

func (s *Server) receive(part upload, kind string) (*File, *apiError) {
	switch size := len(part.data); {
	case size == 0:
		return nil, malformed(textFileEmpty)
	case kind == KindPhoto && size > maxPhoto:
		return nil, malformed(fmt.Sprintf("file of size %d bytes is too big for a photo; the maximum size is %d bytes", size, maxPhoto))
	case size > maxUpload:
		return nil, &apiError{code: http.StatusRequestEntityTooLarge, text: "Request Entity Too Large", violation: true}
	}
	f := File{Name: path.Base(part.name), MIME: part.mime, Data: part.data}
	if f.MIME == "" || f.MIME == "application/octet-stream" {
		f.MIME = mimeOf(f.Name)
	}
	if kind == KindPhoto {
		f.Name, f.MIME = "", ""
		if e := f.measure(); e != nil {
			return nil, e
		}
	}
	return s.keep(kind, f), nil
}

func mimeOf(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".docx":
		return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	case ".xlsx":
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	}
	kind, _, _ := strings.Cut(mime.TypeByExtension(path.Ext(name)), ";")
	return kind
}

// measure reads a picture's size and refuses what the server cannot show.
func (f *File) measure() *apiError {
	config, _, err := image.DecodeConfig(bytes.NewReader(f.Data))
	if err != nil {
		return malformed(textImageBroken)
	}
	f.Width, f.Height = config.Width, config.Height
	longer, shorter := max(f.Width, f.Height), min(f.Width, f.Height)
	if f.Width+f.Height > 10000 || shorter == 0 || longer > 20*shorter {
		return malformed(textImageShape)
	}
	return nil
}

// wireMedia is one item of an album.
type wireMedia struct {
	Type      string   `json:"type"`
	Media     string   `json:"media"`
	Caption   string   `json:"caption"`
	ParseMode string   `json:"parse_mode"`
	Entities  []Entity `json:"caption_entities"`
}

func (s *Server) sendMediaGroup(c *call) (any, *apiError) {
	var items []wireMedia
	if e := c.decode("media", &items); e != nil {
		return nil, e
	}
	if len(items) < 2 || len(items) > maxAlbum {
		return nil, malformed("there must be 2-10 items in an album")
	}
	s.serial++
	album := strconv.FormatUint(s.serial, 10)
	var messages []*Message
	var ch *chat
	for _, item := range items {
		to, m, e := s.albumItem(c, item, album)
		if e != nil {
			return nil, e
		}
		if len(messages) > 0 && m.Kind != messages[0].Kind {
			return nil, malformed("document can't be mixed with other media types")
		}
		ch = to
		messages = append(messages, m)
	}
	var out []any
	for _, m := range messages {
		out = append(out, s.post(ch, m))
	}
	return out, nil
}

func (s *Server) albumItem(c *call, item wireMedia, album string) (*chat, *Message, *apiError) {
	if item.Type != KindPhoto && item.Type != KindDocument {
		return nil, nil, unlawful("album item of type %q is not emulated", item.Type)
	}
	ch, m, e := s.draft(c, item.Type)
	if e != nil {
		return nil, nil, e
	}
	m.Album = album
	if m.Text, m.Entities, e = item.caption(); e != nil {
		return nil, nil, e
	}
	m.File, e = s.inputText(c, item.Media, item.Type)
	return ch, m, e
}

func (w wireMedia) caption() (string, []Entity, *apiError) {
	values := map[string]string{"caption": w.Caption, "parse_mode": w.ParseMode}
	if len(w.Entities) > 0 {
		raw, _ := json.Marshal(w.Entities)
		values["caption_entities"] = string(raw)
	}
	return caption(&call{values: values})
}

func (s *Server) getFile(c *call) (any, *apiError) {
	f := s.files[strings.TrimSuffix(c.values["file_id"], smallSize)]
	if f == nil {
		return nil, refusal(textWrongFile)
	}
	if len(f.Data) > maxDownload {
		return nil, refusal(textFileTooBig)
	}
	s.serial++
	where := fmt.Sprintf("%ss/file_%d%s", f.kind, s.serial, f.extension())
	if s.options.Local != "" {
		where = filepath.Join(s.options.Local, s.options.Token, where)
		if err := putFile(where, f.Data); err != nil {
			return nil, &apiError{code: http.StatusInternalServerError, text: err.Error()}
		}
	}
	s.paths[where] = &filePath{file: f, until: time.Now().Add(linkLife)}
	return map[string]any{"file_id": c.values["file_id"], "file_unique_id": f.UniqueID, "file_size": len(f.Data), "file_path": where}, nil
}

func putFile(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o600)
}

func (f *File) extension() string {
	switch f.kind {
	case KindPhoto:
		return ".jpg"
	case KindVoice:
		return ".oga"
	}
	ext := path.Ext(f.Name)
	if !utf8.ValidString(ext) || slices.ContainsFunc([]rune(ext), func(r rune) bool { return r > 'z' || r == ' ' || r == '/' }) {
		return ""
	}
	return ext
}

// serveFile answers a download.
func (s *Server) serveFile(r *http.Request, rest string) reply {
	token, where, _ := strings.Cut(rest, "/")
	if e := s.checkToken(token); e != nil {
		return failure(e)
	}
	c := &call{ctx: r.Context(), method: "download", values: map[string]string{"path": where}}
	entry, actions := s.admit(c)
	answer, apply := before(c.ctx, actions)
	if apply {
		answer = s.download(where)
	}
	answer = after(c.ctx, actions, answer)
	s.note(entry, answer)
	return answer
}

func (s *Server) download(where string) reply {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.paths[where]
	if p == nil || !time.Now().Before(p.until) {
		return failure(&apiError{code: http.StatusNotFound, text: "Not Found"})
	}
	answer := reply{status: http.StatusOK, header: http.Header{"Content-Type": {"application/octet-stream"}}, result: "ok"}
	answer.body = p.file.Data
	return answer
}
