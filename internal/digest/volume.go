package digest

import (
	"guongsang/internal/privacy"
	"guongsang/internal/texts"
	"guongsang/internal/word"
)

// A Volume is a part of a document that is too large to be sent in one: it says of the
// period what all of them say, and lists its share of the examples, under the numbers that
// they have in the whole. The zero Volume is the whole document.
type Volume struct {
	Number, Of int // from 1
	From, To   int // the examples that it lists, counted from 0; To is not among them
}

// Whole reports whether nothing is cut off.
func (v Volume) Whole() bool { return v.Of == 0 }

// share are the examples that are listed, and the number of the first of them.
func (v Volume) share(all []privacy.View) (first int, listed []privacy.View) {
	if v.Whole() {
		return 1, all
	}
	return v.From + 1, all[v.From:v.To]
}

// cut leaves of what a document says the share of a volume.
func (v Volume) cut(values word.Values) word.Values {
	if v.Whole() {
		return values
	}
	if list, ok := values["guong"].(word.List); ok {
		lastApart(values, "guong", list[v.From:v.To], together)
	}
	values["tap"] = word.Text(texts.Volume(v.Number, v.Of))
	if heading, ok := values["phu_luc_guong"].(word.Text); ok {
		values["phu_luc_guong"] = word.Text(string(heading) + " (" + texts.Volume(v.Number, v.Of) + ")")
	}
	return values
}
