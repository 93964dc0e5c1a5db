package telegram

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"image"
	"image/png"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/emulator"
	"guongsang/internal/photo"
	"guongsang/storage"
	"guongsang/storage/records"
)

// sendFile lets a person send a file and asks for it to be fetched.
func (w *wire) sendFile(data []byte, purpose string) chat.File {
	w.Helper()
	return w.send(data, storage.Fetch{For: purpose})
}

// sendPicture lets a person send a picture as a file, for draft 7.
func (w *wire) sendPicture(data []byte) chat.File {
	w.Helper()
	return w.send(data, storage.Fetch{For: "picture:7:1001", Picture: true})
}

func (w *wire) send(data []byte, fetch storage.Fetch) chat.File {
	w.Helper()
	p := w.srv.Person(1001, "An")
	p.Document("danh sách.csv", "text/csv", data, "")
	result, trip := w.client.post(w.Context(), "getUpdates", map[string]any{"offset": -1})
	w.must(trip.problem())
	e, err := Decode(storage.Item{ID: 1, Raw: bytes.TrimSuffix(bytes.TrimPrefix(result, []byte("[")), []byte("]"))})
	w.must(err)
	f := e.Files[0]
	w.must(w.store.Update(time.Now(), func(tx *storage.Tx) error {
		fetch.FileID, fetch.Unique, fetch.Name, fetch.MIME, fetch.Size = f.ID, f.Unique, f.Name, f.MIME, f.Size
		return tx.PutFetch(fetch)
	}))
	return f
}

func (w *wire) hash(unique string) (hash string) {
	w.must(w.store.View(time.Now(), func(tx *storage.Snapshot) error {
		hash = tx.MediaHash(unique)
		return nil
	}))
	return hash
}

func (w *wire) fetch() { w.run(NewFetcher(w.client, w.store).Run) }

func TestFetcherBringsFiles(t *testing.T) {
	for name, fault := range map[string]emulator.Fault{
		"well":    {Nth: 999},
		"500":     {Method: "getFile", Times: 8, Action: emulator.InternalError()},
		"reset":   {Method: "getFile", Times: 3, Action: emulator.DropAfter()},
		"flooded": {Method: "getFile", Times: 2, Action: emulator.FloodWait(500)},
	} {
		t.Run(name, func(t *testing.T) {
			inBubble(t, func(w *wire) {
				w.srv.AddFault(fault)
				w.fetch()
				data := []byte("mã,tên\nPT01,Phong Thổ\n")
				f := w.sendFile(data, "units:1001")
				w.later(2 * time.Hour)
				sum := sha256.Sum256(data)
				hash := hex.EncodeToString(sum[:])
				if got := w.hash(f.Unique); got != hash {
					t.Fatalf("hash %q, want %q", got, hash)
				}
				path := w.store.MediaPath(hash)
				got, err := os.ReadFile(path)
				if err != nil || !bytes.Equal(got, data) {
					t.Errorf("file %q, %v", got, err)
				}
				if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
					t.Errorf("mode %v, %v", info.Mode(), err)
				}
				r := &reader{}
				w.work(r)
				if len(r.events) != 1 || r.events[0].Kind != chat.Fetched || r.events[0].From.ID != 1001 ||
					r.events[0].Text != "units:1001" || r.events[0].Files[0].Unique != f.Unique {
					t.Errorf("events %+v", r.events)
				}
				if d, err := w.store.Depths(); d.Fetches != 0 || err != nil {
					t.Errorf("%d fetches left, %v", d.Fetches, err)
				}
				w.noPartsLeft()
				w.noneEarly()
			})
		})
	}
}

// A picture is inspected when it is here: one that can be shown has its copy
// and is not spoken of; of another is told what is wrong with it.
func TestFetcherInspectsPictures(t *testing.T) {
	var whole bytes.Buffer
	if err := png.Encode(&whole, image.NewRGBA(image.Rect(0, 0, 64, 32))); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		data []byte
		want photo.Verdict
	}{
		"whole":   {whole.Bytes(), photo.Ready},
		"half":    {whole.Bytes()[:whole.Len()/2], photo.Damaged},
		"heic":    {[]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"), photo.HEIC},
		"no such": {[]byte("no picture"), photo.Unknown},
	} {
		t.Run(name, func(t *testing.T) {
			inBubble(t, func(w *wire) {
				w.fetch()
				f := w.sendPicture(test.data)
				w.later(time.Minute)
				r := &reader{}
				w.work(r)
				hash := w.hash(f.Unique)
				if hash == "" {
					t.Fatal("not in the house")
				}
				if kept, err := os.ReadFile(w.store.MediaPath(hash)); err != nil || !bytes.Equal(kept, test.data) {
					t.Errorf("not kept as it came: %v", err)
				}
				if _, err := os.Stat(w.store.CopyPath(hash)); (err == nil) != (test.want == photo.Ready) {
					t.Errorf("copy: %v", err)
				}
				if test.want == photo.Ready {
					if len(r.events) != 0 {
						t.Errorf("told of %+v", r.events)
					}
				} else if len(r.events) != 1 || r.events[0].From.ID != 1001 || r.events[0].Files[0].Fault != string(test.want) {
					t.Errorf("events %+v", r.events)
				}
				if d, err := w.store.Depths(); d.Fetches != 0 || err != nil {
					t.Errorf("%d fetches left, %v", d.Fetches, err)
				}
			})
		})
	}
}

func (w *wire) noPartsLeft() {
	w.Helper()
	parts, err := filepath.Glob(filepath.Join(w.store.Dir(), "media", "*.part"))
	if len(parts) > 0 || err != nil {
		w.Errorf("left behind: %v, %v", parts, err)
	}
}

// An own Bot API server with --local names files of the disk that it shares with
// the bot. Other files of the disk are not read, whatever is answered.
func TestOpenFileOfLocalServer(t *testing.T) {
	const token = "123456:AAE-test_token_of_thirty_five_lettr"
	dir := filepath.Join(t.TempDir(), token, "photos")
	own, other := filepath.Join(dir, "file_0.jpg"), filepath.Join(t.TempDir(), "secret")
	if err := errors.Join(os.MkdirAll(dir, 0o700), os.WriteFile(own, []byte("ảnh"), 0o600), os.WriteFile(other, []byte("riêng"), 0o600)); err != nil {
		t.Fatal(err)
	}
	served := httptest.NewServer(http.NotFoundHandler())
	defer served.Close()
	for name, test := range map[string]struct {
		api, path, want string
		explained       bool
	}{
		"on this disk":             {served.URL, own, "ảnh", false},
		"not there":                {served.URL, filepath.Join(dir, "file_1.jpg"), "", true},
		"a folder":                 {served.URL, dir, "", true},
		"no file of the server":    {served.URL, other, "", false},
		"by way of another folder": {served.URL, dir + "/../../../" + filepath.Base(filepath.Dir(other)) + "/secret", "", false},
	} {
		c, err := New(Options{Token: token, APIURL: test.api})
		if err != nil {
			t.Fatal(err)
		}
		var got []byte
		body, err := c.openFile(t.Context(), test.path)
		if err == nil {
			got, err = io.ReadAll(body)
			err = errors.Join(err, body.Close())
		}
		if string(got) != test.want || (err == nil) != (test.want != "") || errors.Is(err, errLocal) != test.explained {
			t.Errorf("%s: %q, %v", name, got, err)
		}
		if err != nil && strings.Contains(err.Error(), token) {
			t.Errorf("%s: the token is in %v", name, err)
		}
	}
	c, err := New(Options{Token: token})
	if err != nil || c.local(own) {
		t.Errorf("Telegram itself names no file of this disk: %v", err)
	}
}

// What a server with --local keeps on this disk is in the store as if it had been
// downloaded; where it may not be read, the log says what to do, and it is fetched
// as soon as that is done.
func TestFetcherWithALocalServer(t *testing.T) {
	for name, hidden := range map[string]time.Duration{"readable": 0, "not readable at first": time.Hour} {
		t.Run(name, func(t *testing.T) {
			inBubble(t, func(w *wire) {
				folder := filepath.Join(t.TempDir(), "bot-api")
				w.srv.Close()
				w.srv = emulator.New(emulator.Options{Token: testToken, Local: folder})
				w.http.next = doFunc(func(r *http.Request) (*http.Response, error) {
					if strings.Contains(r.URL.Path, "/file/") { // such a server serves none
						return &http.Response{StatusCode: http.StatusNotFound, Body: http.NoBody}, nil
					}
					resp, err := w.srv.Client().Do(r)
					if time.Since(w.began) < hidden {
						w.must(os.RemoveAll(folder))
					}
					return resp, err
				})
				w.client.url = "http://127.0.0.1:8081"
				w.fetch()
				f := w.sendFile([]byte("mã,tên\n"), "units:1001")
				w.later(3 * time.Hour)
				if w.hash(f.Unique) == "" {
					t.Error("not fetched")
				}
				told := 0
				if hidden > 0 {
					told = 1
				}
				w.wantLog("runs with --local", told)
				w.noPartsLeft()
			})
		})
	}
}

func TestFetcherRetriesBrokenDownload(t *testing.T) {
	inBubble(t, func(w *wire) {
		real, broken := w.http.next, 0
		w.http.next = doFunc(func(r *http.Request) (*http.Response, error) {
			resp, err := real.Do(r)
			if strings.Contains(r.URL.Path, "/file/") && broken < 3 {
				broken++
				resp.Body = readFails{failing{&os.PathError{Op: "read", Path: r.URL.String(), Err: os.ErrClosed}}}
			}
			return resp, err
		})
		w.must(os.MkdirAll(filepath.Join(w.store.Dir(), "media"), 0o700))
		w.must(os.WriteFile(filepath.Join(w.store.Dir(), "media", "1.part"), nil, 0o600))
		w.fetch()
		f := w.sendFile([]byte("dữ liệu"), "")
		w.later(time.Minute)
		if w.hash(f.Unique) == "" {
			t.Error("not fetched")
		}
		if broken != 3 {
			t.Errorf("%d broken downloads", broken)
		}
		w.noPartsLeft()
		w.wantLog("file not fetched yet", 1)
	})
}

func TestFetcherGivesUp(t *testing.T) {
	for name, test := range map[string]struct {
		action emulator.Action
		after  time.Duration
		calls  int
	}{
		"refused":   {emulator.APIError(400, "Bad Request: wrong file_id or the file is temporarily unavailable"), time.Minute, 1},
		"for a day": {emulator.InternalError(), 30 * time.Hour, 200},
	} {
		t.Run(name, func(t *testing.T) {
			inBubble(t, func(w *wire) {
				w.srv.AddFault(emulator.Fault{Method: "getFile", Action: test.action})
				w.fetch()
				f := w.sendFile([]byte("x"), "units:1001")
				w.later(test.after)
				r := &reader{}
				w.work(r)
				if len(r.events) != 1 || r.events[0].Kind != chat.Fetched || w.hash(f.Unique) != "" {
					t.Errorf("events %+v", r.events)
				}
				if n := len(w.times("getFile")); n > test.calls {
					t.Errorf("%d tries", n)
				}
				w.must(w.store.View(time.Now(), func(tx *storage.Snapshot) error {
					page, err := tx.AuditLog(records.AuditQuery{}, 0)
					if lines := page.Lines; len(lines) != 1 || lines[0].Did != "file given up" {
						t.Errorf("audit %+v", page.Lines)
					}
					return err
				}))
			})
		})
	}
}

// A file that is larger than announced is not had, and not held in memory.
func TestFetcherBoundsSize(t *testing.T) {
	inBubble(t, func(w *wire) {
		real := w.http.next
		w.http.next = doFunc(func(r *http.Request) (*http.Response, error) {
			if strings.Contains(r.URL.Path, "/file/") {
				resp := response("")
				resp.Body = endless{}
				return resp, nil
			}
			return real.Do(r)
		})
		w.fetch()
		f := w.sendFile([]byte("x"), "")
		w.later(time.Minute)
		if d, err := w.store.Depths(); d.Fetches != 0 || w.hash(f.Unique) != "" || err != nil {
			t.Errorf("%+v, %v", d, err)
		}
		w.noPartsLeft()
	})
}

type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }
func (endless) Close() error               { return nil }

func TestFetcherStops(t *testing.T) {
	inBubble(t, func(w *wire) {
		w.srv.AddFault(emulator.Fault{Method: "getFile", Action: emulator.DelayBefore(time.Hour)})
		ctx, cancel := context.WithCancel(w.Context())
		ended := make(chan struct{})
		go func() {
			NewFetcher(w.client, w.store).Run(ctx)
			close(ended)
		}()
		w.sendFile([]byte("x"), "")
		w.later(time.Second)
		cancel()
		before := time.Now()
		<-ended
		if d := time.Since(before); d > time.Second {
			t.Errorf("stopping took %v", d)
		}
		if d, err := w.store.Depths(); d.Fetches != 1 || err != nil {
			t.Errorf("%d fetches left, %v", d.Fetches, err)
		}
	})
}

func TestFetcherFollowsMovedClock(t *testing.T) {
	inBubble(t, func(w *wire) {
		w.srv.AddFault(emulator.Fault{Method: "getFile", Times: 12, Action: emulator.InternalError()})
		w.fetch()
		f := w.sendFile([]byte("x"), "")
		for range 12 {
			w.later(moment)
			w.shift.Add(int64(time.Hour))
			w.store.Wake()
		}
		w.later(moment)
		if w.hash(f.Unique) == "" {
			t.Error("not fetched")
		}
	})
}
