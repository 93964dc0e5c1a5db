package form

import (
	"slices"
	"strings"

	"guongsang/internal/correction"
	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/paste"
)

// unlabelled is an answer without the name of the field before it.
func (q Question) unlabelled(text string) string {
	if key, value, ok := correction.Of(text); ok && key == q.Key {
		return value
	}
	if right, ok := letters.SaidNotAlike(text); ok && (q.Key == "name" || q.Key == "place" || q.Key == "position") {
		text = right
	}
	if right, ok := letters.TakenBack(text); ok && (q.Key != "title" || !strings.HasPrefix(letters.Fold(text), "khong phai") || strings.ContainsAny(text, `"“«`)) && q.Key != "summary" && q.Key != "results" && q.Key != "spread" && q.Key != "consent" {
		if name := strings.TrimSpace(text[strings.LastIndex(text, ",")+1:]); q.Key == "name" && strings.HasSuffix(right, name) && paste.IsPersonName(name) {
			return name // "không phải Hà mà là Hạ, Y Hạ Niê"
		}
		if text = right; q.Key != "name" {
			if key, value, ok := correction.Of(text); ok && key == q.Key {
				return value
			}
		}
	}
	if m := leadIn().FindStringIndex(letters.Fold(text)); m != nil && q.Key == "summary" {
		text = cutWords(text, len(strings.Fields(letters.Fold(text)[:m[1]])))
	}
	if q.Key == "name" {
		text = trimSaid(text)
		if m := called().FindStringIndex(letters.Fold(text)); m != nil {
			text = cutWords(text, len(strings.Fields(letters.Fold(text)[:m[1]])))
		}
		if bare := strings.Trim(text, quotation); wholly().MatchString(text) {
			text = bare
		}
	}
	if q.Key == "title" {
		if bare := strings.Trim(text, `"“”«»`); len(text)-len(bare) > 1 && strings.TrimSpace(bare) != "" {
			return strings.TrimSpace(bare)
		}
	}
	return text
}

// trimSaid leaves out what is only polite before the first comma of an answer and behind
// the last: "dạ, …", "…, nhé em".
func trimSaid(text string) string {
	if first, rest, ok := strings.Cut(text, ","); ok && !slices.ContainsFunc(foldedWords(first), func(w string) bool { return !yes[w] }) {
		text = strings.TrimSpace(rest)
	}
	if at := strings.LastIndexByte(text, ','); at > 0 && !slices.ContainsFunc(foldedWords(text[at:]), func(w string) bool { return !intent.Polite[w] && !to[w] }) {
		text = text[:at]
	}
	return text
}

var (
	yes = letters.Set("da vang u uh")
	to  = letters.Set("em anh chi co chu bac ad admin ban")
)

// leadIn is how people begin to tell what somebody did.
var leadIn = letters.Pattern(`^(?:(?:em|toi|minh|xin|thi) )*(?:viec lam(?: duoc)?|viec|noi dung|tom tat|ke|thanh tich)(?: (?:ngan|gon|so|qua|thoi|nha|nhe|la|cu the|nhu sau|nay))*: `)

// called is how people begin to say what something is called.
var called = letters.Pattern(`^(?:thoi,? |cu |em |cho |minh )*(?:dat|ghi|de|lay) (?:ten |luon |tam )*(?:la|ten la|tieu de la):? `)

const quotation = `"“”«»`

// wholly is a text that stands in quotation marks as a whole.
var wholly = letters.Pattern(`^["“«][^"“”«»]+["”»]$`)
