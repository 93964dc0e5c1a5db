package clerk

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"

	"guongsang/internal/digest"
	"guongsang/internal/privacy"
	"guongsang/internal/texts"
)

// MaxFile is the most bytes of a file that leaves. The Bot API takes 50 MB of a request,
// and some way to there is left to what goes with it.
const MaxFile = 45 << 20

// ErrTooLarge means that a document does not fit into files of MaxFile, however it is cut.
var ErrTooLarge = errors.New("too large for any number of files")

// photoSteps are how many bytes a photo may have, step by step, where a document is too
// large with photos as they are kept: from what is sharp in print to what still shows who
// it is.
var photoSteps = []int{400 << 10, 200 << 10, 100 << 10, 60 << 10}

// A document can be made of all its examples, or of a volume's share of them.
type document struct {
	examples []privacy.View
	photos   *photos
	progress *progress
	make     func(digest.Volume) ([]byte, error)
}

// A volume is a document, or a part of one, within the bounds of a file.
type volume struct {
	digest.Volume
	data []byte
}

// fit makes a document so that no file is larger than most: first with smaller photos,
// then in volumes.
func (d document) fit(ctx context.Context, most int) ([]volume, error) {
	data, err := d.within(most)
	if err != nil || data != nil {
		return []volume{{data: data}}, err
	}
	for _, step := range d.steps(most) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		d.photos.shrinkTo(step)
		if data, err = d.within(most); err != nil || data != nil {
			return []volume{{data: data}}, err
		}
	}
	return d.split(ctx, most)
}

// within makes the whole document; nil if it is too large.
func (d document) within(most int) ([]byte, error) {
	return d.part(digest.Volume{}, most)
}

// part makes a volume; nil if it is too large. The making of one whose photos alone are
// too much is ended before they are all in memory.
func (d document) part(v digest.Volume, most int) ([]byte, error) {
	d.photos.begin(most)
	data, err := d.make(v)
	switch {
	case errors.Is(err, errFull):
		return nil, nil
	case err != nil:
		return nil, err
	case len(data) > most:
		return nil, nil
	}
	return data, nil
}

// steps are the sizes of photos that may help: the first at which all photos that were
// looked at have room, and those below it. None help a document without photos.
func (d document) steps(most int) []int {
	n := d.photos.looked()
	if n == 0 {
		return nil
	}
	const rest = 10 // percent, for all that is no photo
	for i, step := range photoSteps {
		if step <= most/100*(100-rest)/n {
			return photoSteps[i:]
		}
	}
	return photoSteps[len(photoSteps)-1:]
}

// split cuts a document into as few volumes as it takes, each of about as many bytes.
func (d document) split(ctx context.Context, most int) ([]volume, error) {
	weights, whole := d.weights(), 0
	for _, w := range weights {
		whole += w
	}
	// How large what stands around the photos is shows only when volumes are made.
	for n := max(2, whole/most+1); n <= len(weights); n += max(1, n/4) {
		all, err := d.volumes(ctx, cutEvenly(weights, n), most)
		if err != nil || all != nil {
			return all, err
		}
	}
	return nil, ErrTooLarge
}

// volumes makes the volumes that end before the examples of these numbers; nil if one is
// too large.
func (d document) volumes(ctx context.Context, ends []int, most int) (all []volume, err error) {
	from := 0
	for i, to := range ends {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		v := digest.Volume{Number: i + 1, Of: len(ends), From: from, To: to}
		d.progress.tell(texts.VolumeUnderWay(v.Number, v.Of))
		data, err := d.part(v, most)
		if err != nil || data == nil {
			return nil, err
		}
		all = append(all, volume{v, data})
		from = to
	}
	return all, nil
}

// weights are the bytes of each example, about: its photos and its words.
func (d document) weights() []int {
	const words = 1 << 10
	weights := make([]int, len(d.examples))
	for i, v := range d.examples {
		weights[i] = words
		for _, p := range v.Photos {
			weights[i] += d.photos.size(p)
		}
	}
	return weights
}

// cutEvenly says where to cut a list so that n parts weigh about the same, none of them
// nothing.
func cutEvenly(weights []int, n int) (ends []int) {
	left := 0
	for _, w := range weights {
		left += w
	}
	part := 0
	for i, w := range weights {
		part, left = part+w, left-w
		parts, items := n-len(ends)-1, len(weights)-i-1 // that are still to come
		if parts > 0 && (part >= (part+left)/(parts+1) || items == parts) {
			ends, part = append(ends, i+1), 0
		}
	}
	return append(ends, len(weights))
}

// files are the files of a document's volumes.
func (d document) files(volumes []volume, name, ending, mime string) (files []File) {
	for _, v := range volumes {
		file := File{Name: name, MIME: mime, Data: v.data, LeftOut: len(d.photos.leftOut)}
		if !v.Whole() {
			file.Name = texts.VolumeFile(name, v.Number, v.Of)
			file.Says = texts.VolumeSays(v.Number, v.Of, v.From+1, v.To)
		}
		if d.photos.most > 0 {
			file.Says = strings.TrimSpace(cmp.Or(file.Says, "") + " " + texts.PhotosShrunk())
		}
		file.Name += ending
		files = append(files, file)
	}
	return files
}

// splitPackages cuts ZIP packages that are too large between their files.
func splitPackages(files []File, most int) (all []File, err error) {
	for _, file := range files {
		if len(file.Data) <= most || !strings.HasSuffix(file.Name, ".zip") {
			all = append(all, file)
			continue
		}
		parts, err := splitZIP(file.Data, most)
		if err != nil {
			return nil, err
		}
		for i, part := range parts {
			v := file
			v.Name = texts.VolumeFile(strings.TrimSuffix(file.Name, ".zip"), i+1, len(parts)) + ".zip"
			v.Data, v.Says = part, strings.TrimSpace(texts.VolumeOfPackage(i+1, len(parts))+"\n"+file.Says)
			all = append(all, v)
		}
	}
	return all, nil
}

// splitZIP puts the files of a package, in their order, into as many as it takes.
func splitZIP(data []byte, most int) (parts [][]byte, err error) {
	whole, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("cutting a package of %d bytes: %w", len(data), err)
	}
	const frame = 512 // bytes at most around a file, and at the end
	for rest := whole.File; len(rest) > 0; {
		n, size := 0, frame
		for n < len(rest) && size+int(rest[n].CompressedSize64)+2*len(rest[n].Name)+frame <= most {
			size += int(rest[n].CompressedSize64) + 2*len(rest[n].Name) + frame
			n++
		}
		if n == 0 {
			return nil, fmt.Errorf("%s in a package: %w", rest[0].Name, ErrTooLarge)
		}
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for _, f := range rest[:n] {
			if err := z.Copy(f); err != nil {
				return nil, fmt.Errorf("cutting a package at %s: %w", f.Name, err)
			}
		}
		if err := z.Close(); err != nil {
			return nil, fmt.Errorf("cutting a package: %w", err)
		}
		parts, rest = append(parts, b.Bytes()), rest[n:]
	}
	return parts, nil
}

// checkSizes holds that nothing leaves that is too large.
func checkSizes(files []File, most int) error {
	for _, file := range files {
		if len(file.Data) > most {
			return fmt.Errorf("%s of %d bytes: %w", file.Name, len(file.Data), ErrTooLarge)
		}
	}
	return nil
}
