package telegram

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/files"
	"guongsang/storage"
)

// bring downloads a file, unless its like is there already, and gives the hash
// of its content.
func (f *Fetcher) bring(ctx context.Context, one storage.Fetch) (hash string, err error) {
	err = f.store.View(f.client.now(), func(tx *storage.Snapshot) error {
		hash = tx.MediaHash(one.Unique)
		return nil
	})
	if err != nil || hash != "" {
		return hash, err
	}
	if one.Size > chat.MaxFile {
		return "", fmt.Errorf("file of %d bytes: %w", one.Size, errNever)
	}
	ctx, cancel := context.WithTimeout(ctx, downloadTimeout)
	defer cancel()
	path, err := f.locate(ctx, one)
	if err != nil {
		return "", err
	}
	return f.download(ctx, path)
}

// locate asks Telegram for the path of a file.
func (f *Fetcher) locate(ctx context.Context, one storage.Fetch) (string, error) {
	result, t := f.client.post(ctx, "getFile", map[string]any{"file_id": one.FileID})
	if err := t.problem(); err != nil {
		if t.decoded && t.code() == http.StatusBadRequest {
			return "", fmt.Errorf("locating a file: %w: %w", err, errNever)
		}
		if t.code() == http.StatusTooManyRequests {
			err = &floodError{err, t.retryAfter()}
		}
		return "", fmt.Errorf("locating a file: %w", err)
	}
	path, err := filePath(result)
	if err != nil {
		return "", fmt.Errorf("locating a file: %w", err)
	}
	return path, nil
}

// filePath reads the answer of getFile.
func filePath(result json.RawMessage) (string, error) {
	var file struct {
		Path string `json:"file_path"`
	}
	if err := json.Unmarshal(result, &file); err != nil || file.Path == "" {
		return "", errors.New("no path in the answer")
	}
	return file.Path, nil
}

// download streams a file to disk while hashing it, and gives it its name only
// when it is whole and on disk.
func (f *Fetcher) download(ctx context.Context, path string) (hash string, err error) {
	body, err := f.client.openFile(ctx, path)
	if err != nil {
		return "", fmt.Errorf("downloading a file: %w", err)
	}
	defer func() { _ = body.Close() }()
	if err := files.MkdirAll(f.folder); err != nil {
		return "", fmt.Errorf("making the media folder: %w", err)
	}
	part, err := files.Create(filepath.Join(f.folder, "download"))
	if err != nil {
		return "", fmt.Errorf("making a media file: %w", err)
	}
	defer part.Discard()
	if hash, err = copyHashed(part, body); err != nil {
		return "", fmt.Errorf("writing a media file: %w", f.client.redact.error(err))
	}
	return hash, f.store.MoveMedia(part, hash)
}

func copyHashed(part io.Writer, body io.Reader) (hash string, err error) {
	sum := sha256.New()
	n, err := io.Copy(io.MultiWriter(part, sum), io.LimitReader(body, chat.MaxFile+1))
	if err != nil {
		return "", err
	}
	if n > chat.MaxFile {
		return "", fmt.Errorf("file of more than %d bytes: %w", chat.MaxFile, errNever)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// errLocal tells the operator what is missing.
var errLocal = errors.New("the Bot API server runs with --local and names a file of its own disk, which is not on this one or may not be read by this account (see docs/cai-dat.md, 9)")

// openFile opens a file where it is: at Telegram, or, of an own Bot API server
// that runs with --local, on the disk that both share. One that is not there is
// asked for over the network all the same, for some put a web server before it.
func (c *Client) openFile(ctx context.Context, path string) (io.ReadCloser, error) {
	if !c.local(path) {
		return c.open(ctx, path)
	}
	if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
		if file, err := os.Open(path); err == nil {
			return file, nil
		}
	}
	body, err := c.open(ctx, path)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errLocal, err)
	}
	return body, nil
}

// local reports whether a path is one that a server with --local gives: absolute,
// and below the folder that it calls after the token. No other file of this disk
// is read, whatever somebody between here and there answers.
func (c *Client) local(path string) bool {
	folder := "/" + c.token + "/"
	return c.url != defaultAPI && filepath.Clean(path) == path && strings.HasPrefix(path, "/") && strings.Contains(path, folder)
}

// open begins the download of a file. The address holds the token, so it is in
// no error.
func (c *Client) open(ctx context.Context, path string) (io.ReadCloser, error) {
	address, err := url.JoinPath(c.url, "file", "bot"+c.token, path)
	if err != nil {
		return nil, errors.New("path of the file cannot be put in an address")
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, errors.New("path of the file cannot be put in an address")
	}
	resp, err := c.http.Do(r)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		_ = resp.Body.Close()
		return nil, fmt.Errorf("HTTP %d", resp.StatusCode)
	}
	return resp.Body, nil
}

// A floodError says how long Telegram asked to wait.
type floodError struct {
	error
	wait time.Duration
}

// asked is the wait that an error tells of, if any.
func asked(err error) time.Duration {
	var flood *floodError
	if errors.As(err, &flood) {
		return flood.wait
	}
	return 0
}

// errNever is wrapped by what no further try will mend.
var errNever = errors.New("not to be had")
