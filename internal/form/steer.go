package form

import (
	"slices"
	"strings"

	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/vietnamese"
)

// A Steer is where somebody wants to go instead of answering.
type Steer string

// The ways to go.
const (
	GoBack    Steer = "back"    // the question before
	GoPast    Steer = "skip"    // past this one
	GoAway    Steer = "stop"    // the draft is kept
	SaysNone  Steer = "none"    // "không có": that there is none of it, or nothing at all
	ToSummary Steer = "summary" // into the summary: it tells something
	GoReview  Steer = "review"  // the draft is shown, then the same question
	ToAsk     Steer = "ask"     // to what else a text may ask for
	ToName    Steer = "name"    // the name: a person's was typed where a place is asked for
)

// steering are the sentences that steer, and are meant so wherever they stand
// alone.
var steering = []struct {
	to        Steer
	sentences []string
}{
	{GoBack, []string{"quay lai", "tro lai", "lui lai", "quay ve", "quay lai cau truoc", "cau truoc", "back", "lui", "quay lai buoc truoc", "buoc truoc", "ve cau truoc", "quay lai truoc", "len tren"}},
	{GoPast, []string{"bo qua", "skip", "qua cau khac", "cau khac", "cau sau", "bo qua cau nay", "khong biet", "khong nho ngay", "khong biet ngay", "khong ro", "chua biet", "khong nho", "chua ro", "de trong", "bo trong", "qua", "khong can", "khong biet ten", "khong ro ten", "chua biet ten", "khong nho ten", "chua co ten"}},
	{GoAway, []string{"luu nhap", "luu lai", "luu ban nhap", "luu", "thoat", "de mai", "de sau", "thoi de mai", "thoi de sau", "mai lam tiep", "dung lai", "luu nhap da", "thoi mai", "thoat ra"}},
	{GoReview, []string{"xem lai", "xem ban nhap", "xem lai ban nhap", "xem nhap", "xem lai bai", "xem lai guong", "xem truoc", "xem toan bo"}},
	{SaysNone, []string{"khong co", "khong", "chua co", "khong co gi", "khong co ai"}},
}

// steerOf finds where a text steers. Not sure means that it is one slip away from
// such a sentence, or that it can be an answer as well.
func (q Question) steerOf(text string) (to Steer, sure bool) {
	way, aloud, otherMarks := wayOf(text)
	if way != "" && (q.ask != nil || ofDays[q.Key] && way == GoPast) {
		return way, !anyWords[q.Key] || aloud
	}
	if letters.Len(text) > 60 || otherMarks {
		return "", false
	}
	defer func() {
		if to == GoReview && q.ask == nil { // there is no draft to look through
			to, sure = "", false
		}
	}()
	said := strings.Join(intent.TrimCourtesy(intent.Words(text).All), " ")
	if (q.Key == "return-reasons" || q.Key == string(TakesReason) || ofDays[q.Key]) && callsOff().MatchString(said) && !strings.Contains(strings.ToLower(text), texts.Right) {
		return GoAway, true
	}
	if q.spare() && saysNone(text) {
		return GoPast, true
	}
	if q.Key == "files" && noFiles().MatchString(said) && !cannotSend().MatchString(said) {
		return GoPast, !notYet().MatchString(said)
	}
	for _, s := range steering {
		if slices.Contains(s.sentences, said) {
			return s.to, q.steersSurely(s.to, said)
		}
	}
	if words := strings.Fields(text); q.Key == "name" && len(words) > 3 && letters.Capital(words[len(words)-2]) && letters.Capital(words[len(words)-1]) {
		return "", false
	}
	for _, s := range saidToSteer {
		if len(strings.Fields(said)) <= maxSteering && (s.to != GoPast || q.ask != nil || ofDays[q.Key] && !intent.Asks(text)) && s.said().MatchString(said) {
			return s.to, (s.to != GoPast || q.Key != "summary") && !(s.maybe && anyWords[q.Key])
		}
	}
	for _, s := range steering {
		for _, known := range s.sentences {
			if len(known) >= 6 && letters.OneSlip(known, said) {
				return s.to, false
			}
		}
	}
	if q.takes() && letters.HasPhrase(" "+strings.Join(foldedWords(text), " ")+" ", leaving) && len(strings.Fields(text)) <= 8 {
		return GoAway, false
	}
	return "", false
}

// callsOff is how the agency's people say that they do not return or extend after all:
// "thôi chưa trả vội, để mai chị xem lại", "hủy, giữ nguyên gương này".
var callsOff = letters.Pattern(`^(?:(?:thoi|khoan|a|da|em|chi|nham) )*(?:khong|chua|dung|khoi) (?:tra|gia han|chuyen tra)(?: (?:lai|voi|bai|guong|nua|nay|don vi|ho|dau|da|nhe|a|em))*(?: (?:de|toi|chi|em|anh|mai|lat)(?: \w+){0,6})?$|^(?:(?:thoi|khoan|a|em|chi) )*(?:huy|(?:dung|bo)(?: (?:di|viec|tra|luon|thao tac)))(?: (?:di|lenh|bo|thao tac|viec tra|tra|tra lai|nhe|nha|da|luon|a|giup|em))*(?: (?:giu|de) nguyen(?: \w+){0,4})?$|^(?:(?:thoi|khoan|a|em|chi) )+(?:giu|de) nguyen(?: \w+){0,4}$`)

// noFiles is how people say that they send none: "ảnh xấu quá thôi khỏi gửi ảnh".
var noFiles = letters.Pattern(`\b(?:khoi|khong|thoi|chua)(?: (?:khoi|khong|can|muon|phai|dam|kip|gui|gi))* (?:gui|goi|kem|dinh kem|co|chup|up|dua|dang|them|lay)(?: (?:duoc|cai|tam|buc|nao|kem|them))*(?: (?:anh|hinh|file|tep|video|clip|gi))?(?: (?:nao|ca|het|dau|nua|duoc|a|nhe|nha|em|ad|chi|kem|luon|voi))*$|^(?:(?:thoi|thi) )*(?:khoi|bo|mien)(?: (?:qua|di|phan|can))*(?: (?:anh|hinh))?(?: (?:nhe|nha|a|di|nay|luon|em|ad|chi))*$`)

var (
	// cannotSend is how people say that it does not work, who want to be helped.
	cannotSend = letters.Pattern(`\b(?:khong|chua)(?: \w+){0,2} (?:gui|goi|up|tai|dinh kem|dua|dang|kem|chup|lay|them)(?: (?:len|vao|anh|hinh|file|tep|video|kem|them|cai|tam))* duoc\b`)
	notYet     = letters.Pattern(`\bchua(?: (?:kip|gui|kem|chup|dua|up|dang|them|lay|goi))+\b`)
)

// ofDays are the questions of the agency that take a day, which no words of a sentence are.
var ofDays = map[string]bool{string(TakesDay): true, "date": true, "due": true}

// anyWords are the questions that take any words, also such as steer.
var anyWords = letters.Set("name title place results spread summary")

// maxSteering is how many words a sentence has at most that steers in other words.
const maxSteering = 11

// saidToSteer are the ways to say where to go that have words of their own in them.
var saidToSteer = []struct {
	to    Steer
	said  func() *letters.Expression
	maybe bool // what says so may be the text that is asked for
}{
	{GoBack, letters.Pattern(`\b(?:cau|buoc) (?:truoc|tren|vua roi|hoi nay|luc nay|tom tat|ten|noi o|tieu de)\b.* (?:quay|lui|tro|ve)(?: (?:lai|ve|lui))+(?: \w+){0,4}$|\b(?:quay|lui|tro|ve)(?: (?:lai|ve|lui|cho|em|toi|giup|minh))+ (?:cai )?(?:cau|buoc|phan|muc) (?:truoc|do|tren|vua roi|ay)(?: \w+){0,4}$|^truoc do (?:mot|1|hai|2) cau (?:quay|lui|tro)\b`), false},
	{GoAway, letters.Pattern(`^(?:(?:thoi|da|a|de) )*(?:mai|lat nua|chieu|bua khac|hom khac|khi khac|bua sau|sang mai)(?: (?:em|toi|minh|tui|chi|anh))? (?:lam|viet|ghi|man|go|nhap|dien) (?:tiep|not)(?: (?:nhe|nha|a|em|chi|anh|nghe|nghen|da|di|toi|minh|tui|ad))*(?: (?:gio|tai|vi|ban|dang) .*)?$`), false},
	{GoPast, letters.Pattern(`\bcho qua(?: (?:cau|muc|phan|nay|di|nhe|nha|em|a|cung|duoc))*$|^(?:thoi |em |xin )*(?:khoi|mien|khong)(?: can)? (?:ghi|can|dien|tra loi|noi|khai|nhap|ke)(?: (?:phan|dan|toc|gioi|tinh|thong|tin|o|vao|dau|cho|muc|cau|nay|tuoi|nam|sinh|ket|qua|ten|tieu|de|chuc|vu|anh|ngay|cung|duoc|nhe|nha|a|em))*$|\b(?:de|bo) trong(?: (?:cau|muc|phan|o|nay|di|nhe|nha|em|giup|a))*$`), false},
	{GoAway, letters.Pattern(`\b(?:luu lai|luu nhap|luu tam|cat tam)(?: (?:da|nhe|nha|giup|em|do|day))*$`), false},
	{GoAway, letters.Pattern(`\b(?:luu|cat)(?: (?:do|day|lai|tam|nhap|da))* (?:mai|lat nua|chieu|toi|bua khac|hom khac|khi khac|bua sau|sang mai)(?: (?:em|toi|minh|tui|chi|anh))? (?:lam|viet|ghi|man|go|nhap|dien|xem)(?: (?:tiep|not|lai|nhe|nha|a|em|nghe|nghen))+$`), false},
	{GoPast, letters.Pattern(`\bthoi (?:khoi|mien)(?: can)? (?:ghi|dien|khai|noi|nhap)(?: (?:tuoi|nam|sinh|ngay|vao|dau|cho|muc|cau|nay|cung duoc|nhe|nha|a|em|luon|di))*$`), true},
	{GoPast, letters.Pattern(`^(?:(?:thoi|em|xin|cu|cai|viec|viec nay|nay|khong gap|khong voi|chua gap|muc|han|cau|luc|khi|nao|xong|thi|chi|anh|minh|toi|bac) )*(?:khong|khoi|mien|chua)(?: (?:can|dat|ghi|de|dien|co|phai|an dinh))* (?:han|ngay|thoi han|han nop|han gui)(?: (?:dau|nao|gi|ca|nhe|nha|a|em|cung duoc))*$|\bkhong can(?: ghi)?(?: \w+){0,3} bo(?: (?:di|luon|qua|nhe|nha))*$|\b(?:qua|sang|chuyen|den|chuyen sang|di tiep)(?: (?:luon|cai|giup|em))* (?:buoc|cau|phan|muc)(?: hoi)? (?:sau|khac|ke|ke tiep|tiep|tiep theo)(?: (?:di|nhe|nha|luon|giup|em|a|ad|cho nhanh))*$`), true},
	{GoPast, letters.Pattern(`^(?:(?:viec|lam|nay|thuong xuyen|hang ngay|quanh nam|lau dai|nen|thi|cung|em|chi) )*khong co ngay(?: (?:cu the|nao|gi|het|ca|dau|a|em|chi|nhe|nha))*$`), true},
	{GoPast, letters.Pattern(`\bbo qua(?: (?:cau|cai|muc|phan|o|buoc|nay|ni|no|do|di|luon|giup|gium|dum|ho|cho|nhe|nha|nghe|nghen|hen|em|toi|tui|minh|chi|anh|a|ad|da|nua))*$`), false},
	{GoPast, letters.Pattern(`^(?:(?:em|minh|toi|tui|cai|nay|cung|cho|muc|phan|thuc|ra|chiu|thoi|chac) )*(?:khong|chua|chang|cha|quen) (?:biet|co con so|nghi|ro|nho|nghi ra|nghi duoc|co so lieu|co thong tin|nam ro|nam duoc|do dem|do duoc|thong ke|tinh duoc|dem duoc|dem xong|thong ke xong|tong hop xong|co ket qua|hoi duoc|cong xong)(?: (?:ten|tuoi|dia|chi|noi|o|dau|mo|nam|nao|gi|nua|a|luon|cho|lam|ro|ngay|duoc|het|chinh|xac|nhe|nha|em|ad|sinh|that|ra|cu|the|ca|que|quan|cho))*$`), false},
	{GoPast, letters.Pattern(`^(?:(?:ten|tuoi|dia chi|noi o|cho o|chuc vu) )?(?:la )?gi (?:nhi|day|ay nhi|roi nhi|vay nhi)\b|^(?:em |toi |minh )?quen (?:mat|bieng|beng|me)(?: \w+){0,3}$`), false},
	{GoPast, letters.Pattern(`^(?:(?:ho bao|bao|nguoi nay|anh ay|chi ay|ho|em|ong ay|ba ay|co ay) )*(?:(?:xin|muon|de nghi|doi|nho) )*(?:giau ten|an danh|(?:khong|dung) (?:muon )?(?:neu|cho biet|noi|lo) ten)(?: \w+){0,2}$`), false},
}

// saysNone reports whether an answer says that there is none of what was asked for, or
// that it is not known: "không có chức vụ gì", "chưa rõ".
func saysNone(answer string) bool {
	if strings.Trim(answer, " -–.…/") == "" {
		return true
	}
	said := bareWords(strings.Join(intent.Words(letters.Tidy(answer)).All, " "))
	return slices.Contains(none, said) || denied().MatchString(said)
}

var none = slices.Concat(sentencesTo(SaysNone), []string{"chua", "khong ro", "chua ro", "khong biet", "chua biet", "khong nho", "de trong", "bo trong"})

func sentencesTo(to Steer) (all []string) {
	for _, s := range steering {
		if s.to == to {
			all = append(all, s.sentences...)
		}
	}
	return all
}

// denied is how people say so of something by its name.
var denied = letters.Pattern(`^(?:` + vietnamese.Somebody + ` )?(?:khong|chua|chang) (?:duoc|bi|tung|he)(?: duoc)? (?:khen|tang|thuong)(?: (?:thuong|gi|lan nao|bao gio|bang khen|giay khen|ca|het|a))*$|^(?:` + vietnamese.Somebody + ` )?(?:khong|chua|chang)(?: (?:co|giu|dam nhiem|lam|duoc|phai|biet|ro|nho|nam))+` +
	`(?: (?:chuc vu|chuc danh|chuc|nghe nghiep|khen thuong|khen|bang khen|giay khen|danh hieu|thanh tich|ket qua|thong tin|dan toc))?(?: (?:gi|nao|ca|het|cu the|nua|dau|do|a))*$`)

// unknown is how people say that they do not know: what they knew before stays.
var unknown = letters.Pattern(`\b(?:biet|ro|nho|nam|trong)\b`)

// tellsDeeds are the questions that take a deed, or what it is called.
var tellsDeeds = letters.Set("title summary results spread")

// spare reports whether a question takes a text, and may have no answer.
func (q Question) spare() bool { return q.take != nil && q.choices == nil && q.needed == nil }

// takes reports whether a question of a draft takes any text, but for a name, in
// which the words of leaving may stand.
func (q Question) takes() bool { return q.ask != nil && q.choices == nil && q.Key != "name" }

// leaving are the words in a short answer by which somebody may want to leave.
var leaving = []string{"xin nghi", "huy giup", "huy ho", "huy di", "huy luon", "xin huy", "huy bai", "huy nhap", "huy ban nhap", "xin dung lai", "xin thoi"}

// steersSurely reports whether a sentence steers at this question whatever else
// it could mean there.
func (q Question) steersSurely(to Steer, known string) bool {
	switch {
	case to == SaysNone:
		return false
	case known == "qua" || known == "len tren" || known == "luu" || known == "lui":
		return q.choices != nil
	case to == GoPast && strings.HasPrefix(known, "khong") || to == GoPast && strings.HasPrefix(known, "chua"):
		return q.Key != "name" && q.Key != "place" && q.Key != "title" && q.Key != "summary" || q.choices != nil
	}
	return true
}

// correct puts a value into another field than that which is asked for.
func correct(d *report.Draft, key, value string) (note, refusal string) {
	q, ok := Find(key)
	if !ok {
		return "", ""
	}
	if note, refusal = q.read(d, value, nil); refusal != "" {
		return "", refusal
	}
	d.Proposed = slices.DeleteFunc(slices.Clone(d.Proposed), func(other string) bool { return other == key })
	return strings.TrimSpace(texts.Corrected(texts.FieldName(key, d.Content), q.Shown(*d)) + " " + note), ""
}

// Leaves reports whether a text only says that nothing is to be done.
func Leaves(text string) bool {
	q := Question{Key: "return-reasons"}
	to, sure := q.steerOf(letters.Tidy(text))
	m := intent.Understand(intent.Speaker{Agency: true, Open: q.Key}, text)
	return sure && to != SaysNone || (m.Intent == intent.AskStop || m.Intent == intent.SaysKeep) && !m.Unsure
}
