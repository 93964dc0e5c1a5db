package clerk

import (
	"bytes"
	"image"
	"image/jpeg"
	"testing"

	"guongsang/internal/report"
	"guongsang/storage"
)

// A card has room for one picture: those that cannot be shown count as left out
// only where there is no other, also if they were sent as files.
func TestPicturesLeftOutOfACard(t *testing.T) {
	var good bytes.Buffer
	if err := jpeg.Encode(&good, image.NewRGBA(image.Rect(0, 0, 32, 24)), nil); err != nil {
		t.Fatal(err)
	}
	heic := []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic")
	for name, test := range map[string]struct {
		files   map[string][]byte
		media   []report.Media
		leftOut int
	}{
		"nothing":          {nil, nil, 0},
		"a paper":          {nil, []report.Media{{Kind: "document", Unique: "p", Name: "bai.pdf"}}, 0},
		"one of them":      {map[string][]byte{"a": heic, "b": good.Bytes()}, []report.Media{{Kind: "document", Unique: "a", Name: "a.HEIC"}, {Kind: "document", Unique: "b", MIME: "image/jpeg"}}, 0},
		"none":             {map[string][]byte{"a": heic, "b": []byte("no picture")}, []report.Media{{Kind: "document", Unique: "a", Name: "a.HEIC"}, {Kind: "photo", Unique: "b"}}, 2},
		"not in the house": {nil, []report.Media{{Kind: "photo", Unique: "c"}}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRoom(t, 1)
			number := r.introduce(test.files, test.media)
			files, err := r.Papers.Make(t.Context(), r.Store, r.now, Order{Kind: Card, Ref: number})
			if err != nil || len(files) != 1 || files[0].LeftOut != test.leftOut {
				t.Errorf("%d files, %+v, %v", len(files), files[0].LeftOut, err)
			}
		})
	}
}

// introduce puts an accepted example with files into the store.
func (r *room) introduce(files map[string][]byte, media []report.Media) (number string) {
	r.t.Helper()
	r.update(func(tx *storage.Tx) error {
		for unique, data := range files {
			hash, err := r.Store.PutMedia(data)
			if err != nil {
				return err
			}
			if err := tx.PutMedia(unique, hash); err != nil {
				return err
			}
		}
		e, err := tx.NewExample(report.Example{Unit: "U01", Periods: []report.Period{november}, Review: report.Accepted, Content: report.Content{
			Category: report.GoodDeed, Object: report.Person, Name: "Lò Thị Ví Dụ", Title: "Vận động trẻ ra lớp", Consent: report.NameAndPhoto, Media: media,
		}})
		number = e.Number
		return err
	})
	return number
}
