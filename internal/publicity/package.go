package publicity

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"strings"

	"guongsang/internal/digest"
	"guongsang/internal/letters"
	"guongsang/internal/photo"
	"guongsang/internal/privacy"
	"guongsang/internal/texts"
)

// The bounds of a package, and so of the memory that one takes.
const (
	MaxPhoto  = 1 << 20 // bytes of one, as a Zalo page asks for
	maxPhotos = 10
)

// The names of the files in a package.
const (
	fileWord        = digest.ArticleTemplate
	fileHTML        = "bai.html"
	fileZalo        = "zalo.txt"
	fileSocial      = "facebook.txt"
	fileLoudspeaker = "loa.txt"
	fileChannel     = "kenh.txt"
	fileSource      = "nguon.txt"
	fileCard        = "thiep.png"
	fileSquare      = "thiep_vuong.png"
)

// An Input is what a package is made of.
type Input struct {
	Office texts.Office
	View   privacy.View
	Forms  Forms                 // as Of made them, or as they were changed and passed Check
	Source texts.PublicitySource // by whom it was accepted, and when

	Template []byte // the agency's own of the article; nil: the built-in one

	// The praise card, to be hung up and square for pages: PNG.
	Card, Square []byte

	// Open gives the copy of a photo that may leave the house: a JPEG without
	// metadata (package photo).
	Open func(privacy.Photo) ([]byte, error)
}

// Package makes the ZIP of all that takers of publicity need of an example. A photo
// that cannot be opened is left out, and counted.
func Package(ctx context.Context, in Input) (file []byte, leftOut int, err error) {
	if err := publishable(in.View); err != nil {
		return nil, 0, err
	}
	pictures, leftOut, err := pictures(ctx, in)
	if err != nil {
		return nil, 0, err
	}
	article, err := articleWord(ctx, in, pictures)
	if err != nil {
		return nil, 0, err
	}
	in.Source.Reading = ReadingTime(in.Forms[Loudspeaker])
	for _, p := range pictures {
		in.Source.Photos = append(in.Source.Photos, p.name)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	add := func(name string, data []byte, method uint16) {
		if err == nil {
			err = put(z, name, data, method)
		}
	}
	add(fileWord, article, zip.Store)
	for _, text := range [][2]string{
		{fileHTML, articleHTML(in, pictures)}, {fileZalo, zaloText(in)}, {fileSocial, in.Forms[Social]}, {fileLoudspeaker, in.Forms[Loudspeaker]},
		{fileChannel, channelText(in)}, {fileSource, strings.Join(in.Office.PublicitySource(in.View, in.Source), "\n")},
	} {
		add(text[0], []byte(strings.TrimSpace(text[1])+"\n"), zip.Deflate)
	}
	for _, p := range pictures {
		add(p.name, p.jpeg, zip.Store)
	}
	add(fileCard, in.Card, zip.Store)
	add(fileSquare, in.Square, zip.Store)
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		return nil, 0, fmt.Errorf("packing %s: %w", in.View.Number, err)
	}
	return b.Bytes(), leftOut, nil
}

func put(z *zip.Writer, name string, data []byte, method uint16) error {
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method}) // without a time: the same bytes each time
	if err == nil {
		_, err = w.Write(data)
	}
	return err
}

// pictures are the photos that may be shown, each within the bound of its size.
func pictures(ctx context.Context, in Input) (all []picture, leftOut int, err error) {
	stem := photoStem(in.View.Name)
	for _, shown := range in.View.Photos[:min(len(in.View.Photos), maxPhotos)] {
		data, err := in.Open(shown)
		if err == nil {
			data, err = photo.Shrink(ctx, data, MaxPhoto)
		}
		if ctx.Err() != nil {
			return nil, 0, fmt.Errorf("photos of %s: %w", in.View.Number, ctx.Err())
		}
		if err != nil {
			leftOut++
			continue
		}
		all = append(all, picture{fmt.Sprintf("%s_%02d.jpg", stem, len(all)+1), caption(in.View, shown), data})
	}
	return all, leftOut, nil
}

// photoStem is a name as part of a file's, as contests ask for it: in capitals,
// without diacritics. LO_VAN_PAN, or of one who is not named L_V_P.
func photoStem(name string) string {
	const most = 40
	words := strings.FieldsFunc(letters.Fold(name), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
	stem := strings.ToUpper(strings.Join(words, "_"))
	if stem == "" {
		return "GUONG_SANG"
	}
	return strings.Trim(stem[:min(len(stem), most)], "_")
}
