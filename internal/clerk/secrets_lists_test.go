package clerk

import (
	"errors"
	"strings"
	"unicode/utf8"

	"guongsang/internal/report"
)

// Lists tell of the summary what two lines have room for, so that of a line of theirs
// the proof looks for as much of it as stands there.

// line judges a line of a table about a record, if that can be seen by a number in it.
func (s *proof) line(where, said string) {
	s.anywhere(where, said)
	for i := range s.records {
		r := &s.records[i]
		if !r.isIn(said) {
			continue
		}
		s.shown[r.Number]++
		switch {
		case r.hidden() || where == Press && !r.forPress():
			s.wrong("%s: of %q nothing may stand: %q", where, r.Content.Name, said)
		case r.open():
			s.begun(where, r, said)
		default:
			s.judgedLine(where, r, said)
		}
		return
	}
}

// forPress reports whether journalists may be told of a record.
func (r *record) forPress() bool {
	accepted := r.Review == report.Accepted || r.Review == report.Selected || r.Review == report.Published
	return accepted && r.open() && (r.Content.Consent == report.NameAndPhoto || r.Content.Consent == report.NameOnly || len(r.persons) == 0)
}

// judgedLine compares a line with what it is made from: of the summary as many pieces as
// leave the least to be found wrong.
func (s *proof) judgedLine(where string, r *record, said string) {
	var best finding
	for n := len(r.texts["summary"]); n > 0; n-- {
		f := judge(r.expectedLine(n), said, r.may)
		if n == len(r.texts["summary"]) || len(f.wrong) < len(best.wrong) || len(f.wrong) == len(best.wrong) && f.lost < best.lost {
			best = f
		}
	}
	s.words[r.Number] += best.words
	s.changed[r.Number] = append(s.changed[r.Number], best.changed...)
	if len(best.wrong) > 0 {
		s.wrong("line of %s about %q: %s\n  said %q", where, r.Content.Name, strings.Join(best.wrong, "; "), said)
	}
}

// expectedLine is everything that a line may say, with the first pieces of the summary.
func (r *record) expectedLine(pieces int) (all text) {
	add := func(more text) { all = append(append(all, more...), piece{between, plain}) }
	add(r.texts["name"].asFrame())
	add(r.texts["position"].asFrame())
	if r.child {
		add(frameOf("xã Khun Há"))
	}
	if !r.atSchool() {
		add(frameOf(r.unit.Name))
	}
	add(frameOf("giới thiệu"))
	add(frameOf("Người tốt việc tốt"))
	add(frameOf("Điển hình tiên tiến"))
	add(frameOf("Mô hình mới"))
	add(frameOf("trẻ em"))
	add(r.texts["summary"][:pieces])
	add(frameOf("Đang xem xét"))
	add(frameOf("Đang bổ sung"))
	add(frameOf("Xem xét tuyên truyền"))
	add(frameOf("Đã tuyên truyền"))
	return all
}

// begun holds that the summary stands byte for byte, as far as it stands: to the end of
// a sentence, or to a sign that it goes on.
func (s *proof) begun(where string, r *record, said string) {
	said, full := squeezed(said), squeezed(r.texts["summary"].String())
	for told := full; told != ""; told = told[:len(told)-len(last(told))] {
		before, rest, stands := strings.Cut(said, told)
		ended := told == full || strings.HasPrefix(rest, "…") || strings.ContainsAny(last(strings.TrimRight(told, " ")), ".!?”")
		if stands && ended && before != "" {
			return
		}
	}
	s.wrong("%s of %q, who agreed: the summary is changed\n  said %q\n  from %q", where, r.Content.Name, said, full)
}

// last is the last letter of a text.
func last(s string) string {
	r, _ := utf8.DecodeLastRuneInString(s)
	return string(r)
}

// pressText reads the list for the press that is to be copied.
func (s *proof) pressText(said string) {
	s.anywhere("text for the press", said)
	for i := range s.records {
		r := &s.records[i]
		if stands := strings.Contains(said, r.Number); stands != r.forPress() {
			s.wrong("text for the press has %q: %t", r.Content.Name, stands)
		}
	}
}

// internal reads the lists for internal readers: what was accepted, as it was written,
// under a mark on each page, and nothing else.
func (s *proof) internal() {
	for _, kind := range []string{Annex, Nominees} {
		files, err := s.Papers.Make(s.t.Context(), s.Store, s.now, Order{Kind: kind, Period: november})
		if errors.Is(err, ErrNothing) {
			continue
		}
		if err != nil {
			s.t.Fatal(err)
		}
		read := readWord(s.t, files[0].Data)
		marks := 0
		for _, said := range read.passages {
			marks += strings.Count(said, "LƯU HÀNH NỘI BỘ")
		}
		if marks != 2 { // on the first page, and on all others
			s.wrong("%s: marked %d times", kind, marks)
		}
		if len(read.media) > 0 {
			s.wrong("%s has pictures", kind)
		}
		all := strings.Join(read.lines, "\n")
		for i := range s.records {
			r := &s.records[i]
			accepted := r.Review == report.Accepted || r.Review == report.Selected || r.Review == report.Published
			if stands := r.isIn(all); stands != (accepted && (kind == Annex || r.Content.More.Proposal != "")) {
				s.wrong("%s has %q, which is %s: %t", kind, r.Content.Name, r.Review, stands)
			}
		}
		for _, said := range read.lines {
			for i := range s.records {
				if r := &s.records[i]; r.isIn(said) {
					s.begun(kind, r, said)
				}
			}
		}
	}
}
