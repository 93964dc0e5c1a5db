package emulator

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

// maxBody bounds a request: a 50 MB upload and its form around it.
const maxBody = 51 << 20

var errBodyTooLarge = errors.New("request body too large")

// call is one request to the Bot API, whatever form its parameters came in.
type call struct {
	ctx    context.Context
	method string
	values map[string]string
	files  map[string]upload
}

// upload is a file part of a request.
type upload struct {
	name string
	mime string
	data []byte
}

// readCall takes the parameters from the query and the body. As on the real
// server the body may be multipart, urlencoded or JSON.
func readCall(r *http.Request, method string) (*call, error) {
	c := &call{ctx: r.Context(), method: method, values: map[string]string{}, files: map[string]upload{}}
	c.addForm(r.URL.Query())
	if r.Body == nil || r.Body == http.NoBody {
		return c, nil
	}
	body, err := io.ReadAll(io.LimitReader(r.Body, maxBody+1))
	if err != nil {
		return nil, fmt.Errorf("reading the body of %s: %w", method, err)
	}
	if len(body) > maxBody {
		return nil, errBodyTooLarge
	}
	if len(body) == 0 {
		return c, nil
	}
	return c, c.addBody(r.Header.Get("Content-Type"), body)
}

func (c *call) addBody(contentType string, body []byte) error {
	kind, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		return fmt.Errorf("reading the content type of %s: %w", c.method, err)
	}
	switch kind {
	case "multipart/form-data":
		return c.addMultipart(body, params["boundary"])
	case "application/x-www-form-urlencoded":
		form, err := url.ParseQuery(string(body))
		if err != nil {
			return fmt.Errorf("reading the form of %s: %w", c.method, err)
		}
		c.addForm(form)
		return nil
	case "application/json":
		return c.addJSON(body)
	}
	return fmt.Errorf("reading the body of %s: content type %q", c.method, kind)
}

func (c *call) addForm(form url.Values) {
	for name, values := range form {
		c.values[name] = values[0]
	}
}

func (c *call) addJSON(body []byte) error {
	fields := map[string]json.RawMessage{}
	if err := json.Unmarshal(body, &fields); err != nil {
		return fmt.Errorf("reading the JSON of %s: %w", c.method, err)
	}
	for name, raw := range fields {
		var text string
		switch {
		case string(raw) == "null":
		case json.Unmarshal(raw, &text) == nil:
			c.values[name] = text
		default:
			c.values[name] = string(raw)
		}
	}
	return nil
}

func (c *call) addMultipart(body []byte, boundary string) error {
	form := multipart.NewReader(bytes.NewReader(body), boundary)
	for {
		part, err := form.NextPart()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("reading the form of %s: %w", c.method, err)
		}
		data, err := io.ReadAll(part)
		if err != nil {
			return fmt.Errorf("reading %s of %s: %w", part.FormName(), c.method, err)
		}
		if part.FileName() != "" {
			c.files[part.FormName()] = upload{name: part.FileName(), mime: part.Header.Get("Content-Type"), data: data}
			continue
		}
		c.values[part.FormName()] = string(data)
	}
}

func (c *call) has(name string) bool {
	return c.values[name] != ""
}

func (c *call) int(name string) int64 {
	n, _ := strconv.ParseInt(strings.TrimSpace(c.values[name]), 10, 64)
	return n
}

func (c *call) bool(name string) bool {
	yes, _ := parseBool(c.values[name])
	return yes
}

// decode reads a JSON parameter; an absent one leaves dst alone.
func (c *call) decode(name string, dst any) *apiError {
	if !c.has(name) {
		return nil
	}
	if err := json.Unmarshal([]byte(c.values[name]), dst); err != nil {
		return malformed("can't parse " + name + " JSON object")
	}
	return nil
}

// parseBool knows the server's spellings of a boolean.
func parseBool(s string) (value, ok bool) {
	switch strings.ToLower(s) {
	case "true", "yes", "1":
		return true, true
	case "false", "no", "0", "":
		return false, true
	}
	return false, false
}
