package emulator

import (
	"fmt"
	"html"
	"regexp"
	"strings"
)

// htmlTags are the tags of parse_mode HTML and the entities they make.
var htmlTags = map[string]string{
	"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
	"s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre",
	"a": "text_link", "blockquote": "blockquote", "tg-spoiler": "spoiler",
}

var hrefPattern = regexp.MustCompile(`(?i)href\s*=\s*["']([^"']*)["']`)

// openTag is a tag that waits for its end.
type openTag struct {
	name   string
	at     int // byte offset of the tag, for the error
	entity Entity
}

// parseMarkup knows HTML. Markdown is refused: this server's bots send entities.
func parseMarkup(mode, text string) (string, []Entity, *apiError) {
	switch strings.ToLower(mode) {
	case "html":
		return parseHTML(text)
	case "markdown", "markdownv2":
		return "", nil, unlawful("can't parse entities: parse_mode %s is not emulated", mode)
	}
	return "", nil, malformed("unsupported parse_mode")
}

// htmlReader walks through a text with tags.
type htmlReader struct {
	out      strings.Builder
	entities []Entity
	open     []openTag
}

func parseHTML(text string) (string, []Entity, *apiError) {
	var r htmlReader
	for at := 0; at < len(text); {
		start := strings.IndexByte(text[at:], '<')
		if start < 0 {
			r.out.WriteString(html.UnescapeString(text[at:]))
			break
		}
		r.out.WriteString(html.UnescapeString(text[at : at+start]))
		at += start
		end := strings.IndexByte(text[at:], '>')
		if end < 0 {
			return "", nil, unparsable("Unclosed start tag at byte offset %d", at)
		}
		if e := r.tag(text[at+1:at+end], at); e != nil {
			return "", nil, e
		}
		at += end + 1
	}
	if n := len(r.open); n > 0 {
		return "", nil, unparsable("Can't find end tag corresponding to start tag %q", r.open[n-1].name)
	}
	return r.out.String(), r.entities, nil
}

func unparsable(format string, args ...any) *apiError {
	return malformed("can't parse entities: " + fmt.Sprintf(format, args...))
}

func (r *htmlReader) tag(tag string, at int) *apiError {
	if name, closing := strings.CutPrefix(tag, "/"); closing {
		return r.close(strings.ToLower(strings.TrimSpace(name)), at)
	}
	name, attributes, _ := strings.Cut(tag, " ")
	name = strings.ToLower(name)
	kind, ok := htmlTags[name]
	if !ok {
		return unparsable("Unsupported start tag %q at byte offset %d", name, at)
	}
	entity := Entity{Type: kind, Offset: units(r.out.String())}
	if href := hrefPattern.FindStringSubmatch(attributes); name == "a" && href != nil {
		entity.URL = html.UnescapeString(href[1])
	}
	r.open = append(r.open, openTag{name: name, at: at, entity: entity})
	return nil
}

func (r *htmlReader) close(name string, at int) *apiError {
	if len(r.open) == 0 {
		return unparsable("Unexpected end tag at byte offset %d", at)
	}
	last := r.open[len(r.open)-1]
	if last.name != name {
		return unparsable("Unmatched end tag at byte offset %d, expected \"</%s>\", found \"</%s>\"", at, last.name, name)
	}
	r.open = r.open[:len(r.open)-1]
	last.entity.Length = units(r.out.String()) - last.entity.Offset
	if last.entity.Length > 0 && (name != "a" || last.entity.URL != "") {
		r.entities = append(r.entities, last.entity)
	}
	return nil
}
