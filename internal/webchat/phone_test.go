package webchat

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"guongsang/internal/emulator"
)

// Pictures and sound are shown, whatever they are called; all else is a
// download, whatever it says of itself.
func TestFilesOfAPhone(t *testing.T) {
	s := newServer(t, idle{})
	an := s.show.Telegram().Person(1001, "Lò Thị An")
	for _, c := range []struct {
		file emulator.File
		kind string
		save string // as which it is offered; empty: shown
	}{
		{emulator.File{Name: "x.html", MIME: "text/html", Data: []byte("\xff\xd8\xff\xe0 ảnh")}, "image/jpeg", ""},
		{emulator.File{Name: "x.ogg", MIME: "audio/ogg", Data: []byte("OggS\x00 tiếng")}, "application/ogg", ""},
		{emulator.File{Name: "trang.html", MIME: "text/html", Data: []byte("<script>alert(1)</script>")}, "text/html", "filename=trang.html"},
		{emulator.File{Name: "a.svg", MIME: "image/svg+xml", Data: []byte(`<svg onload="alert(1)"/>`)}, "image/svg+xml", "filename=a.svg"},
		{emulator.File{Name: "báo cáo.docx", Data: []byte("PK\x03\x04")}, "application/octet-stream", "filename*=utf-8''b%C3%A1o%20c%C3%A1o.docx"},
		{emulator.File{Name: "a\r\nSet-Cookie: x", Data: []byte("PK\x03\x04")}, "application/octet-stream", "filename*=utf-8''a%0D%0ASet-Cookie%3A%20x"},
	} {
		an.Documents("", c.file)
		said := an.Chat()
		path := "http://localhost/files/" + said[len(said)-1].File.ID
		w := get(s, path, "")
		if w.Code != http.StatusOK || w.Body.String() != string(c.file.Data) || w.Header().Get("Content-Type") != c.kind {
			t.Errorf("%s: %d %s, %d bytes", c.file.Name, w.Code, w.Header().Get("Content-Type"), w.Body.Len())
		}
		if offered := w.Header().Get("Content-Disposition"); (offered != "") != (c.save != "") || !strings.Contains(offered, c.save) {
			t.Errorf("%s: offered as %q", c.file.Name, offered)
		}
		if w := get(s, path+"?save=1", ""); !strings.HasPrefix(w.Header().Get("Content-Disposition"), "attachment") {
			t.Errorf("%s: not saved", c.file.Name)
		}
		if w := get(s, path, "bytes=1-2"); w.Code != http.StatusPartialContent || w.Body.String() != string(c.file.Data[1:3]) {
			t.Errorf("%s: a part of it is %d %q", c.file.Name, w.Code, w.Body)
		}
	}
}

func get(s *Server, address, part string) *httptest.ResponseRecorder {
	r := httptest.NewRequest("GET", address, nil)
	if part != "" {
		r.Header.Set("Range", part)
	}
	w := httptest.NewRecorder()
	s.Handler().ServeHTTP(w, r)
	return w
}
