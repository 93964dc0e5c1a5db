package clerk

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"unicode"
)

// A reading is what stands in a Word file: passages, as which the text in place of a
// picture counts too; lines of tables; and the names of its parts with all attributes.
type reading struct {
	passages []string
	lines    []string
	all      string
	media    map[string][]byte // what is no XML, by name
}

func readWord(t *testing.T, file []byte) (r reading) {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	r.media = map[string][]byte{}
	for _, part := range archive.File {
		in, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		r.all += part.Name + "\n"
		if strings.HasSuffix(part.Name, ".xml") || strings.HasSuffix(part.Name, ".rels") {
			r.readPart(t, body)
		} else {
			r.media[part.Name] = body
		}
	}
	return r
}

// readPart reads one part: of a Word document its paragraphs, of any other its
// texts.
func (r *reading) readPart(t *testing.T, part []byte) {
	t.Helper()
	decoder := xml.NewDecoder(bytes.NewReader(part))
	var now strings.Builder
	end := func(to *[]string) {
		if strings.TrimSpace(now.String()) != "" {
			*to = append(*to, now.String())
		}
		now.Reset()
	}
	rows := 0
	var cells []string // the paragraphs of a row
	begun := 0         // of its next one
	var alone []string // beside the paragraph in which they stand
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			for _, a := range token.Attr {
				if a.Name.Local == "descr" || a.Name.Local == "title" && token.Name.Local == "docPr" {
					alone = append(alone, a.Value)
				}
				r.all += a.Value + "\n"
			}
			switch token.Name.Local {
			case "tr":
				rows++
			case "br", "tab", "cr":
				now.WriteString("\n")
			}
		case xml.EndElement:
			switch token.Name.Local {
			case "tr":
				if rows--; rows == 0 {
					of := cells
					cells, begun = nil, 0
					if line := strings.TrimSpace(now.String()); line != "" && unicode.IsDigit([]rune(line)[0]) {
						end(&r.lines)
						continue
					}
					r.passages = append(r.passages, of...) // those around pictures, headings
					now.Reset()
				}
			case "p":
				if rows > 0 {
					cells = append(cells, now.String()[begun:])
					now.WriteString("\n")
					begun = now.Len()
				} else {
					end(&r.passages)
				}
			}
		case xml.CharData:
			now.Write(token)
		}
	}
	end(&r.passages)
	r.passages = append(r.passages, alone...)
}
