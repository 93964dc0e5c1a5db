package form

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// leastTold is how many words a sentence has at least that introduces somebody.
const leastTold = 8

// Tells reports whether a text tells of somebody's deed: it has a name or a place
// and more than that, or goes on for long.
func Tells(text string) bool {
	if len(strings.Fields(text)) < leastTold {
		return false
	}
	t := toldBy(text)
	if t.name != "" || t.place != "" || length(text) >= longText {
		return true
	}
	said := " " + spoken(text) + " "
	return hasAny(said, goodDeeds) || hasAny(said, longWork)
}

// MayTell reports whether a text goes on for so long that it may tell something:
// a length alone decides nothing.
func MayTell(text string) bool { return len(strings.Fields(text)) >= leastTold }

// takeTold keeps a text in which somebody is introduced for the summary, with
// the name and place that it tells where these are not known yet.
func takeTold(d *report.Draft, text string) (note string) {
	d.Content.Summary = strings.TrimSpace(d.Content.Summary + "\n" + text)
	d.Told = true
	return texts.Told(takeNames(d, text))
}

// takeNames takes the name, the birth and the place that a text tells, where they
// are not known yet.
func takeNames(d *report.Draft, text string) (taken []texts.Said) {
	t := toldBy(text)
	for _, p := range []struct{ key, value string }{{"name", t.name}, {"born", t.born}, {"place", t.place}} {
		q, _ := Find(p.key)
		if p.value == "" || q.Shown(*d) != "" {
			continue
		}
		if _, refusal := q.take(d, p.value); refusal == "" {
			taken = append(taken, texts.Said{Field: texts.FieldName(p.key, d.Content), Value: q.Shown(*d)})
		}
	}
	return taken
}

// What a text without labels tells: of whom, and the rest of it.
type told struct{ name, born, place, deed string }

// toldBy reads a text as people introduce somebody: "name, place, deed" in parts,
// or in one sentence.
func toldBy(text string) told {
	t := told{deed: strings.TrimSpace(text)}
	name, rest := cutPart(opening(t.deed))
	next, _ := cutPart(rest)
	placed := placeIn(next) != "" || bornIn(next) != ""
	if rest != "" && isName(name, placed) {
		t.name, t.deed = name, rest
		if !isGroup(name) {
			t.name = bareName(name)
		}
		for part, rest := cutPart(t.deed); rest != ""; part, rest = cutPart(t.deed) {
			if born := bornIn(part); born != "" && t.born == "" {
				t.born, t.deed = born, rest
			} else if place := placeIn(part); place != "" && t.place == "" {
				t.place, t.deed = place, rest
			} else if place != "" && strings.HasPrefix(letters.Fold(part), "xa ") {
				t.place, t.deed = t.place+", "+place, rest
			} else {
				break
			}
		}
	}
	if t.name == "" {
		t.name = nameTold(text)
	}
	if t.place == "" {
		t.place = placeTold(text)
	}
	return t
}

// opening is a text without the words that only say that somebody is introduced.
func opening(text string) string {
	if m := introducing.FindStringIndex(letters.Fold(text)); m != nil {
		words := len(strings.Fields(letters.Fold(text)[:m[1]]))
		if fields := strings.Fields(text); words < len(fields) {
			return text[strings.Index(text, fields[words]):]
		}
	}
	return text
}

var introducing = regexp.MustCompile(`^(?:(?:toi |em |don vi |xin |duoc )*(?:gui|gioi thieu|bao cao)[: ]+(?:(?:guong|ve)[: ]+)*|guong[: ]+)(?:(?:nguoi tot,? viec tot|dien hinh tien tien|ca nhan)[: ]+)?`)

// partEnd is what stands between the parts of an introduction.
var partEnd = regexp.MustCompile(`\s*(?:[,;\n]|\s[-–—]\s|:\s)\s*`)

// cutPart cuts the first part off.
func cutPart(text string) (part, rest string) {
	at := partEnd.FindStringIndex(text)
	if at == nil {
		return strings.TrimSpace(text), ""
	}
	return strings.TrimSpace(text[:at[0]]), strings.TrimSpace(text[at[1]:])
}

// isName reports whether the first part of a text is the name of what it
// introduces. Before a place or a birth it may be written in small letters.
func isName(part string, placed bool) bool {
	words := strings.Fields(bareName(part))
	if len(words) < 2 || len(words) > 12 || checkName(bareName(part)) != "" {
		return false
	}
	if isGroup(part) {
		return placed || len(words) <= 8
	}
	named := personal(strings.Join(words, " "))
	capitals := !slices.ContainsFunc(words, func(w string) bool { return !unicode.IsUpper([]rune(w)[0]) })
	return len(words) <= 5 && (named && placed || named && capitals || capitals && placed && placeIn(part) == "")
}

// isGroup reports whether a name is that of a group, a household or a model.
func isGroup(name string) bool {
	group, folded := strings.ToLower(name), letters.Fold(name)
	return hasPrefix(group, texts.Collectives) || hasPrefix(group, texts.Households) || hasPrefix(folded, groups) || strings.HasPrefix(folded, "mo hinh ")
}

// groups begin the names of groups in whatever spelling: nobody is called so.
var groups = phrases("chi hoi,chi doan,chi bo,nhom,tap the,cau lac bo,hop tac xa,to hop tac,to tu quan,to dan pho,hoi phu nu,hoi nong dan,hoi cuu chien binh,hoi chu thap do,doan thanh nien," +
	"cong doan,lien doi,truong mam non,truong tieu hoc,truong thcs,truong ptdtbt,tram y te,ban quan ly,doi van nghe,doi dan quan")

// placeIn is the place that a part of a text is, if it is no more.
func placeIn(part string) string {
	place := placeOf(part)
	folded := letters.Fold(place)
	if n := len(strings.Fields(place)); n < 2 || n > 10 {
		return ""
	}
	if told := placeTold(place); told != "" && strings.HasPrefix(place, told) {
		return place
	}
	if hasPrefix(strings.ToLower(place), texts.Places) && len(strings.Fields(place)) <= 7 || strings.HasPrefix(folded, "ban ") && len(strings.Fields(place)) <= 4 {
		return place
	}
	return ""
}

// bornIn is the birth that a part of a text is, if it is no more.
func bornIn(part string) string {
	if key, value, ok := fieldNamed(part); ok && key == "born" && len(strings.Fields(part)) <= 5 {
		return value
	}
	return ""
}

// nameTold is the first person of whom a text tells.
func nameTold(text string) string {
	words := strings.Fields(text)
	for i := range words {
		words[i] = strings.Trim(words[i], "“”\"(")
	}
	folded := make([]string, len(words))
	for i, w := range words {
		folded[i] = plainName(strings.TrimRight(w, ",.;:)"))
	}
	for i := range words {
		if !capital(words[i]) || !surnames[folded[i]] {
			continue
		}
		end := i
		for end < len(words) && end-i < 5 && capital(words[end]) {
			end++
			if strings.ContainsAny(words[end-1], ",.;:)") {
				break
			}
		}
		if titled := i > 0 && calledBy[folded[i-1]]; end-i >= 3 || end-i == 2 && titled {
			return strings.TrimRight(strings.Join(words[i:end], " "), ",.;:)")
		}
	}
	return ""
}

// placed is where somebody is from: a village, and the commune after it.
var placed = regexp.MustCompile(`(?i)(?:^|[\s,(])((?:` + strings.Join(texts.Villages, "|") + `)\s+\S+)`)

// placeTold is the first village, or unit, that a text names.
func placeTold(text string) string {
	at := placed.FindStringSubmatchIndex(text)
	if at == nil {
		return ""
	}
	words := strings.Fields(text[at[2]:])
	n := 1
	if strings.HasPrefix(letters.Fold(words[0]), "to") || letters.Fold(words[0]) == "khu" && len(words) > 1 && letters.Fold(words[1]) == "pho" {
		n = 2
	}
	start := n
	for n < len(words) && n < start+4 && (capital(words[n]) || n == start && isDigits(strings.Trim(words[n], ",.;"))) {
		n++
		if strings.ContainsAny(words[n-1], ".;:)") {
			return trimmed(words[:n])
		}
		if strings.HasSuffix(words[n-1], ",") {
			break
		}
	}
	if n == start {
		return ""
	}
	if n+1 < len(words) && letters.Fold(words[n]) == "xa" && capital(words[n+1]) {
		for n++; n < len(words) && capital(words[n]); n++ {
			if strings.ContainsAny(words[n], ",.;:)") {
				n++
				break
			}
		}
	}
	return trimmed(words[:n])
}

func trimmed(words []string) string { return strings.TrimRight(strings.Join(words, " "), ",.;:)") }
