package digest

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/word"
)

// A ListInput is everything that a list of the examples of a period says.
type ListInput struct {
	Office     texts.Office
	Letterhead Letterhead
	Period     report.Period
	Examples   []privacy.View // as those who read the list may see them
	At         time.Time
}

// listKind is how the kind of a list is shortened in its number.
const listKind = "DS"

// head fills the letterhead of a list of that kind.
func (in ListInput) head(kind string) word.Values {
	return letterheadValues(in.Office, in.Letterhead, agencyHead(in.Office, in.Letterhead), kind, in.Period, in.At)
}

// about is what the file says of itself.
func (in ListInput) about(paper string) word.About {
	return word.About{Title: texts.PaperTitle(paper, in.Period), Author: in.Office.IssuedBy()}
}

// Annex makes the annex of the report for the Council: the list of what was accepted,
// with full names, for internal readers and marked so on each page. What everybody may
// read is the annex in the report.
func Annex(ctx context.Context, in ListInput, template []byte) ([]byte, error) {
	if err := privacy.CheckFor(privacy.Internal, in.Examples...); err != nil {
		return nil, fmt.Errorf("internal annex of %s: %w", in.Period, err)
	}
	return fillMarked(ctx, AnnexTemplate, template, annexValues(in), in.about("annex"))
}

func annexValues(in ListInput) word.Values {
	values := in.head(reportKind)
	maps.Copy(values, word.Values{
		"luu_hanh":      word.Text(strings.ToUpper(markOf(in.Examples))),
		"phu_luc_guong": word.Text(texts.Annex(1)),
		"guong":         exampleRows(in.Examples, nil),
		"so_guong":      word.Text(texts.Count(len(in.Examples))),
	})
	return lastApart(values, "guong", values["guong"].(word.List), together)
}

// Nominees makes the list (danh sách trích ngang) of the examples for which a
// recognition is proposed, the highest first, for internal readers and marked so on
// each page. It takes the place of no file.
func Nominees(ctx context.Context, in ListInput, template []byte) ([]byte, error) {
	if err := privacy.CheckFor(privacy.Internal, in.Examples...); err != nil {
		return nil, fmt.Errorf("nominees of %s: %w", in.Period, err)
	}
	return fillMarked(ctx, NomineesTemplate, template, nomineesValues(in), in.about("nominees"))
}

func nomineesValues(in ListInput) word.Values {
	values := in.head(listKind)
	rows := exampleRows(in.Examples, nil)
	for i, v := range in.Examples {
		rows[i]["chuc_vu_don_vi"] = word.Text(texts.DocumentPost(v))
		rows[i]["luu_y"] = word.Text(strings.Join(texts.NomineeRemarks(v), "\n"))
	}
	maps.Copy(values, word.Values{
		"luu_hanh": word.Text(strings.ToUpper(markOf(in.Examples))),
		"tong_hop": word.Text(texts.Nominees(in.Examples)),
		"so_guong": word.Text(texts.Count(len(in.Examples))),
	})
	return lastApart(values, "guong", rows, beforeSignature(len(rows)))
}

// beforeSignature is how many of so many rows go with the signature: of few only one, or
// the page before would have none.
func beforeSignature(rows int) int {
	if rows < 2*together {
		return 1
	}
	return together
}

// markOf is the mark that has to be on what is made of examples.
func markOf(examples []privacy.View) string {
	if len(examples) == 0 {
		return ""
	}
	return examples[0].Mark
}

// Proposed picks of examples those for which more than publicity is proposed, the
// highest recognition first. Which of equals comes first is for the Council to say.
func Proposed(examples []privacy.View) (picked []privacy.View) {
	rank := func(v privacy.View) int {
		if v.Recognition == nil {
			return -1
		}
		return slices.Index(report.Proposals[:], v.Recognition.Proposal)
	}
	for _, v := range examples {
		if rank(v) > slices.Index(report.Proposals[:], report.OnlyPublicity) {
			picked = append(picked, v)
		}
	}
	slices.SortStableFunc(picked, func(a, b privacy.View) int { return rank(b) - rank(a) })
	return picked
}

// Press makes the list for the press: whom journalists may name and visit.
func Press(ctx context.Context, in ListInput, template []byte) ([]byte, error) {
	if err := privacy.CheckFor(privacy.Public, in.Examples...); err != nil {
		return nil, fmt.Errorf("list for the press of %s: %w", in.Period, err)
	}
	return fillTemplate(ctx, PressTemplate, template, pressValues(in), in.about("press"))
}

func pressValues(in ListInput) word.Values {
	values := in.head(listKind)
	rows := exampleRows(in.Examples, nil)
	for i, v := range in.Examples {
		maps.Copy(rows[i], word.Values{
			"nguoi":      word.Text(texts.PressPerson(v)),
			"mot_cau":    word.Text(texts.PressSentence(v)),
			"so_anh":     word.Text(texts.PressPhotos(v)),
			"nguoi_viet": word.Text(texts.PressAuthor(v)),
			// Both, one under the other: where nobody is named no empty line is left.
			"don_vi_viet": word.Text(strings.TrimSuffix(v.Unit.Name+"\n"+texts.PressAuthor(v), "\n")),
		})
	}
	values["dau_moi"], values["so_guong"] = word.Text(in.Office.PressContact()), word.Text(texts.Count(len(rows)))
	return lastApart(values, "guong", rows, beforeSignature(len(rows)))
}

// ForPress picks of examples those that the agency accepted and whose names everybody
// may read.
func ForPress(examples []privacy.View) (picked []privacy.View) {
	for _, v := range examples {
		if v.Named && privacy.Accepted(v.Review) && !v.Hidden {
			picked = append(picked, v)
		}
	}
	return picked
}

// gistRoom is how wide the column is in which a deed is told in two lines, in
// thousandths of the size of its letters: 9,46 cm at 11 points, and a little less for
// programs that set letters wider.
const gistRoom = 0.96 * 1000 * 268 / 11

// gist tells a deed in two lines of a list.
func gist(v privacy.View) string {
	const most = 2
	return texts.DocumentGist(v, most, func(s string) int { return brokenLines(s, gistRoom, most) })
}

// errUnmarked is why nothing is made of a template.
var errUnmarked = errors.New("an internal document from a template without {{" + internalTag + "}}")

// internalTag is where the mark stands.
const internalTag = "luu_hanh"

// fillMarked fills a template that has to say whom its document is for.
func fillMarked(ctx context.Context, name string, template []byte, values word.Values, about word.About) ([]byte, error) {
	if template != nil {
		checked, err := CheckTemplate(name, template)
		if err != nil {
			return nil, err
		}
		if slices.Contains(checked.Unused, internalTag) {
			return nil, errUnmarked
		}
	}
	return fillTemplate(ctx, name, template, values, about)
}
