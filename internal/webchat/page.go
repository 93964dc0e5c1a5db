package webchat

import (
	"archive/zip"
	"bytes"
	_ "embed"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"sync"
	"time"

	"guongsang/internal/demotexts"
)

// The files of the page stand in the folder page; the program carries them packed, a
// tenth of a megabyte less. TestPageIsPacked packs them anew.
//
//go:embed page.zip
var packedPage []byte

// page has the files by their names. It is unpacked when the first is asked for: a
// program without a demo has no room for it.
var page = sync.OnceValue(func() map[string][]byte {
	files, err := unpacked(packedPage)
	if err != nil {
		panic(fmt.Sprintf("the page of the demo: %v", err)) // a file of the program's own
	}
	return files
})

func unpacked(packed []byte) (map[string][]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		files[f.Name], err = io.ReadAll(r)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	return files, nil
}

func (s *Server) pageFile(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	if !fs.ValidPath(name) { // somebody tries to get at other files
		http.Error(w, demotexts.NothingHere(), http.StatusBadRequest)
		return
	}
	file, ok := page()[name]
	if !ok {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Cache-Control", "no-cache")
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(file))
}
