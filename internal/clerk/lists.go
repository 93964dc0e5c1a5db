package clerk

import (
	"context"
	"fmt"

	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/privacy"
	"guongsang/internal/texts"
)

// internal reports whether a kind of document has names that not everybody may read,
// and so is made only where somebody asked for it and was told.
func internal(kind string) bool { return audienceOf(kind) == privacy.Internal }

// lists makes a list of the examples of a period; for the press the same as a text to be
// copied, too.
func (p Papers) lists(ctx context.Context, r material, o Order) (files []File, err error) {
	in := digest.ListInput{Office: p.Office, Letterhead: p.Letterhead, Period: o.Period, Examples: r.examples, At: r.sum.At}
	var data []byte
	switch o.Kind {
	case Nominees:
		in.Examples = digest.Proposed(r.examples)
	case Press:
		in.Examples = digest.ForPress(r.examples)
	}
	if len(in.Examples) == 0 {
		return nil, ErrNothing
	}
	switch o.Kind {
	case Annex:
		data, err = digest.Annex(ctx, in, p.Templates[digest.AnnexTemplate])
	case Nominees:
		data, err = digest.Nominees(ctx, in, p.Templates[digest.NomineesTemplate])
	case Press:
		data, err = digest.Press(ctx, in, p.Templates[digest.PressTemplate])
	default:
		err = fmt.Errorf("no list is called %q", o.Kind)
	}
	if err != nil {
		return nil, err
	}
	name := texts.PaperFile(o.Kind, o.Period, "", 1, 1)
	files = append(files, File{Name: name + ".docx", MIME: chat.DOCX, Data: data})
	if o.Kind == Press {
		files = append(files, File{Name: name + ".txt", MIME: chat.TXT, Data: []byte(p.Office.PressText(o.Period, in.Examples))})
	}
	return files, nil
}
