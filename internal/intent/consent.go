package intent

import (
	"slices"
	"strings"
	"sync"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/vietnamese"
)

// ConsentIn is the consent that a sentence gives, if it says one.
func ConsentIn(text string) report.Consent {
	if c := consentNow(text); c != "" {
		return c
	}
	if right, ok := letters.TakenBack(text); ok {
		return ConsentIn(right)
	}
	if c := consentAfterAll(text); c != "" {
		return c
	}
	c := consentApart(text, consentSaid(text))
	if c != report.NotGiven && RefusesName(text) { // what may be shown then, they have to say
		return ""
	}
	return c
}

// consentNow is the consent of who says to have changed the mind: "cô đổi ý, không cho đăng
// nữa" denies nothing that it said before.
func consentNow(text string) report.Consent {
	folded, runes := letters.Fold(text), []rune(text)
	at := changedMind().FindStringIndex(folded)
	if at == nil || len(folded) != len(runes) {
		return ""
	}
	return consentSaid(string(runes[at[1]:]))
}

var changedMind = letters.Pattern(`\bdoi y(?: (?:roi|lai|mat))?[ ,.:;]+`)

// RefusesName reports whether a part of a sentence says that the name may not be shown.
func RefusesName(text string) bool {
	return slices.ContainsFunc(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",.;!?\n", r) }), func(part string) bool {
		return nameRefused().MatchString(" " + strings.Join(Words(part).All, " ") + " ")
	})
}

// nameRefused leaves "dùng tên" alone, which without its marks is "đừng tên", and "tên thôi".
var nameRefused = letters.Pattern(` ten (?:thi (?:thoi|khoi|mien|dung|khong|chua)|dung|khoi|khong|chua|khong cho dang)(?: (?:dang|ghi|neu|dua|cho|a|nhe|nha|em|chi|dau|di|luon|het|cung))* $| ten (?:khong|chua) (?:anh|hinh) (?:cung )?(?:khong|chua) |` +
	` (?:khong|chua|khoi|mien|bo|ngai|giau) (?:(?:cho|dong y|dang|de|neu|ghi|dua|muon|can|len|duoc) )*ten | dung (?:cho|dang|de|neu|ghi|dua) ten `)

// consentSaid is the consent that a sentence gives which takes nothing back.
func consentSaid(text string) report.Consent {
	s := Words(text)
	said := strings.ReplaceAll(" "+strings.Join(s.All, " ")+" ", " su dung ", " xai ") // in which nobody says not to
	if strings.Contains(strings.ToLower(text), texts.NotOfTheCentre) {
		said = strings.ReplaceAll(said, " no cho ", " khong cho ")
	}
	if neither().MatchString(said) {
		return report.NotGiven
	}
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(said, " "+w+" ") {
				return true
			}
		}
		return false
	}
	if first, rest, ok := strings.Cut(text, ","); ok && onlyNot()[letters.Fold(strings.TrimSpace(first))] && !grants().MatchString(letters.Fold(rest)) {
		return report.NotGiven // "chưa, người ta đi vắng"
	}
	if onlyRefuses().MatchString(said) && (strings.Contains(strings.ToLower(text), texts.NotPublished) || letters.Fold(text) == strings.ToLower(text)) {
		return report.NotGiven // "không đáng ngại" is another word
	}
	if hidesName().MatchString(said) { // the photo may, the name not: which of the answers that is, they have to say
		return ""
	}
	short := has("ten") && len(s.All) <= longestConsent
	if short && (noPhoto().MatchString(said) || photoCut().MatchString(said)) && RefusesName(text) {
		return report.NotGiven
	}
	if short && !has("chua dong y") && nameMay().MatchString(said) && noPhoto().MatchString(said) {
		return report.NameOnly
	}
	if len(strings.Fields(said)) > 16 {
		at := strings.LastIndexByte(text, ',')
		if at < 0 {
			return ""
		}
		return ConsentIn(text[at+1:])
	}
	photo := has("anh") && (has("ten va anh", "ten lan anh", "ca anh", "ten anh", "dang anh", "hinh anh", "va anh", "anh luon", "anh nua", "con anh", "khong anh", "anh khong", "anh thi", "cho anh", "ten cung anh", "ten voi anh", "bo anh", "tru anh", "dung anh", "dua anh") || letters.Marked(s.Text, "anh")) || has("hinh")
	name := has("ten")
	switch whole := strings.Join(TrimCourtesy(s.All), " "); {
	case whole == "khong", whole == "chua":
		return report.NotGiven
	case name && photo && !has("khong dong y ten", "khong dong y dang ten", "khong cho ten", "khong cho dang ten", "chua dong y ten", "chua dong y dang ten", "chua cho dang ten", "ten khong") &&
		has("dong y ten", "dong y dang ten", "cho ten", "cho dang ten", "ten thi duoc", "ten duoc", "ten thi ok", "ten ok", "ten thi cho", "ten thi dong y") && (has(photoRefused...) || has("khong dong y hinh")):
		return report.NameOnly
	case has("chua hoi", "chua xin", "chua kip hoi", "chua kip xin", "chua dong y", "khong dong y", "khong cho", "chua cho", "tu choi", "chua biet", "de hoi lai", "hoi lai", "khong muon", "de em hoi", "de minh hoi", "chua dam hoi", "chua co y kien", "chua duoc phep", "khong cho dang", "chua lien he", "chua gap", "khong chiu", "khong thich", "khong ung", "khong dua len") && !name && !photo,
		has("khong dong y") && !has("anh khong dong y"), has("xin giau ten", "muon giau ten"), has(agreedToNothing...):
		return report.NotGiven
	case name && photo && has("anh thi dung", "hinh thi dung", "anh dung", "hinh dung", "ngai chup hinh", "ngai chup anh", "ngai anh", "ngai hinh", "ngai len hinh", "ngai len anh", "ngai dua anh", "ngai dua hinh", "so len hinh", "anh thi thoi", "hinh thi thoi", "anh thi khoi", "hinh thi khoi", "anh thi ngai", "hinh thi ngai") &&
		has("ten thi duoc", "ten duoc", "neu ten", "ghi ten", "ten thi chiu", "dang ten", "ten thi ok", "ten ok", "ten thi dong y", "ten thi cho"):
		return report.NameOnly
	case has("chi ten", "chi xai ten", "chi cho xai ten", "moi ten", "ten thoi", "chi dang ten", "chi dong y ten", "chi cho ten", "rieng ten", "chi cho dang ten", "moi dong y ten", "chi neu ten", "chi lay ten", "chi cho neu ten", "chi cho ghi ten", "chi duoc neu ten"),
		name && photoCut().MatchString(said),
		name && has(photoRefused...),
		name && has("khong anh", "anh khong", "tru anh", "khong co anh", "khong hinh", "hinh thi khong", "khong dang hinh", "anh thi chua", "khong dung anh", "dung dua mat", "khong dua mat", "dung lo mat", "khong lo mat", "dung dua hinh", "dung dang hinh", "khong cho dang hinh", "khong cho hinh"):
		return report.NameOnly
	case has("nhung", "mien la", "voi dieu kien", "che mat", "giau"): // a condition is asked about
	case has("ca hai", "ca 2", "tat ca", "het luon", "cho dang het", "dang ca duoc", "dang ca cung duoc", "cho dang ca", "ca ten va anh", "ca ten lan anh", "ca ten ca anh", "ca ten anh"), name && photo && !has("khong", "chua", "ngai", "khoi", "tranh", "mien", "thi dung", "anh dung", "hinh dung", "dung dang", "dung dua", "dung len", "dung de"), has("dong y het", "dong y tat", "ok het", "ca anh"):
		return report.NameAndPhoto
	}
	return ""
}

// agreedToNothing are phrases of who may not show even the name, or has not asked.
var agreedToNothing = []string{"chua hoi", "chua xin phep", "khong neu ten", "khong muon neu ten", "khong dang ten", "khong muon len bao", "chua muon len bao", "chua muon cong khai", "khong muon cong khai", "chua muon dang", "chua muon neu", "chua muon dua ten", "khong muon dua ten"}

// photoRefused are phrases of who may not show the photo, whether the name is spoken of or
// not. What else says so is another thing beside a name than without: "bỏ hết ảnh" where
// only photos are meant, "trừ ảnh" behind the name. One expression for all of it
// understood less.
var photoRefused = []string{"khong cho dang anh", "khong cho anh", "khong dang anh", "khong dong y anh", "khong dong y dang anh", "chua dong y anh", "bo anh", "dung dang anh", "dung dua anh", "khong dua anh", "anh thi khong"}

// How a photo is taken out of what was sent.
const (
	cutting  = `bo|go|xoa|cat|rut|an`
	thePhoto = `(?: (?:giup|ho|gium|cho|em|toi|may|cai|tam|buc|di|het|cac|nhung|luon|phan|dang))* (?:anh|hinh)\b`
)

// neither is how people say that neither the name nor the photo may be shown.
var neither = letters.Pattern(` (?:khong|chua|dung|chang)(?: (?:muon|cho|thich|dong y|bang long|co|chiu|de))*(?: (?:dang|neu|dua|len|cong khai))*(?: ca)? (?:ten (?:va|lan|voi|cung|hay|hoac|ca)?(?: ?(?:dang|ca|lan))? ?(?:hinh anh|anh|hinh)|(?:hinh anh|anh|hinh) (?:va|lan|voi|cung|hay|hoac) ten|(?:ten )?(?:gi|chi) (?:het|ca|hot)) (?:\w+ ){0,12}$`)

// consentAfterAll is the consent of a sentence that takes back half of what it said before:
// "đăng tên thì được, ảnh thì đừng, à mà chị ấy vừa gọi lại bảo đăng ảnh cũng được".
func consentAfterAll(text string) report.Consent {
	if len(text) > longestAfterAll {
		return ""
	}
	folded, runes := letters.Fold(text), []rune(text)
	at := afterAll().FindStringIndex(folded)
	if at == nil || at[0] == 0 || len(folded) != len(runes) { // folding keeps each letter one byte
		return ""
	}
	first, then := ConsentIn(string(runes[:at[0]])), string(runes[at[1]:])
	switch {
	case first == "":
		return ""
	case photoToo().MatchString(letters.Fold(then)) && first == report.NameOnly:
		return report.NameAndPhoto
	case RefusesPhoto(then) && first == report.NameAndPhoto:
		return report.NameOnly
	}
	return ConsentIn(then)
}

// longestAfterAll is how many bytes a text has at most of which that is asked.
const longestAfterAll = 600

var (
	afterAll = letters.Pattern(`[\s,.;]+(?:gio|bay gio|nay|hom nay|sau do) (?:` + vietnamese.Somebody + ` )?(?:lai|doi y|nghi lai)(?: (?:goi|nhan|bao|noi|doi y|nghi|dien|xin|roi))*|[\s,.;]+(?:a|ah|o|y|ma|nhung|khoan)(?: (?:ma|nhung|khoan|quen))*(?: (?:gio|nay|bay gio))? (?:` + vietnamese.Somebody + ` )?(?:vua|moi|lai|doi y|nghi lai)(?: (?:goi|nhan|bao|noi|doi y|nghi|dien|xong|lai|roi))*`)
	photoToo = letters.Pattern(`\b(?:dang|cho|len|dua|lay|ca|xai|dung|dong y)(?: \w+){0,2} (?:anh|hinh)(?: \w+){0,3} ?(?:duoc|ok|luon|dong y|nua|cung)\b|\b(?:anh|hinh)(?: \w+){0,2} (?:duoc|ok|luon|dong y)\b`)
)

// onlyNot are the answers that say no more than that nobody agreed yet.
var onlyNot = sync.OnceValue(func() map[string]bool {
	return map[string]bool{"chua": true, "chua a": true, "da chua": true, "da chua a": true, "chua em": true, "chua chi": true, "chua dau": true, "chua hoi": true, "chua duoc": true}
})

// grants is how people say that something may be shown all the same.
var grants = letters.Pattern(`\b(?:dong y|duoc|ok|cho dang|ten|anh|hinh)\b`)

// longestConsent is how many words a sentence has at most that parts the name from
// the photo.
const longestConsent = 30

// OfConsent reports whether a sentence speaks of what may be published: it gives
// a consent where none is asked for. "Tất cả" and "không" answer what is asked.
func OfConsent(text string) bool {
	s := Words(text)
	said := strings.ReplaceAll(" "+strings.Join(s.All, " ")+" ", " hoi lai ", " ") // of whomever, whatever
	return letters.HasPhrase(said, []string{"dong y", "ten", "dang", "hinh", "xin phep", "cho phep", "hoi"}) || letters.Marked(s.Text, "anh")
}

// OnlyName reports whether a sentence says that the name may be published and no
// photo, by whatever verb: it gives less than a whole consent does.
func OnlyName(sentence string) bool {
	folded := letters.Fold(sentence)
	return len(strings.Fields(folded)) <= 20 && nameMay().MatchString(folded) && noPhoto().MatchString(folded) && ConsentIn(sentence) == report.NameOnly
}

var (
	nameMay  = letters.Pattern(`\b(?:de|dang|neu|cho|ghi|dua|xai|dung) (?:moi |rieng )?ten\b|\bten thi (?:duoc|ok|cu|cho|chiu|dong y|ung|thoai mai)\b`)
	photoCut = letters.Pattern(`\b(?:` + cutting + `)` + thePhoto)
	noPhoto  = letters.Pattern(`\b(?:khong|ko|dung|chua|tru|mien|khoi) (?:can |muon |cho |nen |de |dang |dua |lo |lay |up |chup |dung |neu |co |duoc |len ){0,3}(?:anh|hinh|mat|hinh anh)\b|\b(?:anh|hinh) (?:thi )?(?:xin )?(?:khong|ko|chua|dung|thoi)\b|\b(?:anh|hinh) thi (?:\w+ ){0,2}(?:ngai|so|khoi|mien|thoi|(?:khong|chua) (?:chiu|ung|dong y|muon|cho|thich|bang long|duoc))\b`)
)

// onlyRefuses is how people say that nothing is published, with neither name nor photo.
var onlyRefuses = letters.Pattern(`^ (?:(?:` + vietnamese.Person + `|da|a|ay|bao|noi|keu|thoi|la) )*khong dang(?: (?:dau|a|nhe|nha|em|chi|anh|gi|len|bao|mang|nua))* $`)

// hidesName is how people say that the photo may be shown with the name left out.
var hidesName = letters.Pattern(` (?:anh|hinh) (?:thi )?(?:duoc|ok|cho|dong y)\b.* ten (?:thi )?(?:xin |nho |de |viet |ghi |cho )*(?:tat|an|giau|che|bo|dung|khong|khoi|mien|thoi) ` +
	`| (?:chi|moi|rieng) (?:\w+ ){0,2}(?:anh|hinh) (?:\w+ ){0,2}(?:con )?ten (?:thi )?(?:xin |nho )?(?:dung|khong|khoi|mien|thoi|bo|an|giau) `)
