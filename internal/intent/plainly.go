package intent

import (
	"slices"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/vietnamese"
)

// plainly is what a sentence asks for that has the words of something else in it, so that
// neither rules nor the model are to be asked: that nothing is to be filed as nil yet, that
// it was by mistake, that a consent goes less far. "" says that it is none of these.
func (by Speaker) plainly(s Sentence) Intent {
	if by.texting() && len(s.All) > maxAside {
		return ""
	}
	said := strings.Join(s.All, " ")
	if small := strings.ToLower(s.Text); strings.Contains(small, texts.Waiting) {
		said = strings.Join(Words(strings.ReplaceAll(small, texts.Waiting, "doi")).All, " ")
	}
	if serves(by) {
		if i := notNil(said); i != "" {
			return i
		}
		if by.Open == "" && narrows(s, said) {
			return AskCorrect
		}
	}
	for _, p := range plainWays {
		if p.when(by) && p.said().MatchString(said) {
			return p.is
		}
	}
	return ""
}

// notNil is what a sentence asks for that speaks of having nothing, and does not say that
// there is nothing: it puts that off or doubts it, regrets that it was filed, or asks what
// comes of it.
func notNil(said string) Intent {
	switch {
	case !strings.Contains(said, "khong"):
		return ""
	case nilDoubted().MatchString(said):
		return SaysKeep
	case !nothing().MatchString(said):
		return ""
	case nilAsked().MatchString(said):
		return AskHelp
	case nilRegretted().MatchString(said):
		if nowThereIs().MatchString(said) {
			return AskBegin
		}
		return AskWithdraw
	case nilPutOff().MatchString(said):
		return SaysKeep
	}
	return ""
}

const (
	noneSaid = `khong (?:co )?(?:phat sinh|(?:ai|guong|gi)\b)`
	filing   = `(?:ghi|bao|bam|tinh|nhan|chot|tick|danh|de|coi|khai|an|bao cao|ket luan|cham|xac nhan|nhap|chon|xem)`
	toFile   = `(?: (?:la|cho|vao|nut|o|ky|thang|quy|nay|\d+|em|toi|minh|don vi|xa|truong|tram|ben|la|giup|ho|muc|cai|phan))*`
)

var (
	nothing = letters.Pattern(noneSaid)
	// nilPutOff: "khoan hãy ghi không phát sinh", "không phát sinh thì từ từ đã", "chưa chắc là
	// không phát sinh".
	nilPutOff = letters.Pattern(`\b(?:khoan|dung|tu tu|chua|khong)(?: (?:hay|da|voi|co|vay|can|phai|nen|muon|dinh|ma|nua|vang|oi|em|chi|anh))* ` + filing + toFile + ` khong (?:co )?phat sinh|` +
		`khong (?:co )?phat sinh(?: (?:thi|da|nhe|nha|a|cu|em|oi|chi|anh|vay|ad))* (?:khoan|tu tu|dung voi|chua voi|dung (?:ghi|bao|bam|tinh)|chua (?:ghi|bao|bam|tinh))\b|` +
		`\b(?:roi|xong|da) (?:hay|moi|hang) ` + filing + toFile + ` khong (?:co )?phat sinh|` +
		`\b(?:chua|khong) (?:chac|han|phai|the|dam)(?: (?:la|noi|da|toi|em|minh|thang|nay|ky|don vi))* khong (?:co )?phat sinh`)
	nilDoubted   = letters.Pattern(`\b(?:khoan|dung|chua|tu tu)(?: (?:hay|da|voi|co|can|muon))* (?:bao|ghi|tinh|bam|chot|bao cao) khong\b|\b(?:chua|khong) (?:biet|ro|chac)\b(?: \w+){0,6} co (?:phat sinh|guong)(?: gi| nao)?(?: hay| ha)? khong\b`)
	nilRegretted = letters.Pattern(`\b(?:lo|nham|trot|vo tinh|vo y|quo|ngo y|bam bay)(?: (?:tay|bam|an|bao|bao cao|gui|ghi|nut|vao|phai|la|mat|chon|tick|roi|em|toi|minh|cai|cho|sang|thanh|nop|khai))* khong (?:co )?phat sinh|` +
		`khong (?:co )?phat sinh(?: (?:la|do|roi|thang|quy|ky|\d+|em|toi|minh|bi|bam|bao|an|ghi|a|nay))* (?:nham|lo tay|sai|lon|bam lo|lo bam)\b|` +
		`\b(?:bo|huy|xoa|rut|go|thu hoi|rut lai|lay lai|huy bo|sua)(?: (?:giup|ho|gium|dum|cho|em|toi|minh|cai|bao cao|lai|di|nut|thong bao|bao|dau|phan|muc|luot|vua|roi|da|chi|anh|voi|tin|ve))* khong (?:co )?phat sinh|` +
		`khong (?:co )?phat sinh(?: (?:roi|xong|truoc|do|thang|quy|ky|\d+|nay|hom|qua|truoc|ma|nhung|luc|nay|sang))* (?:ma|nhung|gio|bay gio|nay|hoa ra|thuc ra|the ma|ai ngo)(?: (?:la|thi|gio|nay|moi|bay gio|lai|vua|hoa ra|phat hien|nho ra|biet|tim|thay|ra|da|don vi|xa|truong|ben|em|toi|minh))* co (?:guong|nguoi|mot|1|mo hinh|truong hop|roi|them|2|hai|vai)\b`)
	nowThereIs = letters.Pattern(`\bco (?:guong|nguoi|mot|1|mo hinh|truong hop|them|2|hai|vai|chi|anh|ong|ba|co|em|bac)\b`)
	nilAsked   = letters.Pattern(noneSaid + `(?: (?:gi|ai|guong|nao|thi|roi|ma|nua|ca|lien tuc|hoai|may|thang|quy|\d+|lien|don vi|em|minh|toi|xa))*(?: co)?(?: bi| sao| anh huong| mat| bi sao| bi gi| phai| can| duoc| on)(?: \w+){0,8} khong(?: (?:a|chi|anh|em|ad|nhi|vay|ha|the|da|nhe|nay|ban|co|bac)|(?: hay| hoac)(?: \w+){1,7})*$|` +
		noneSaid + `(?: \w+){0,4} bi (?:tru|phat|phe binh|ha|cat|nhac|lam sao|sao|gi)\b|\b(?:bi tru|bi phat|bi phe binh|anh huong|co sao|bi gi|bi sao)\b(?: \w+){0,5} khong (?:neu|khi|ma|vi) (?:\w+ ){0,5}` + noneSaid + `|` +
		`khong (?:co )?phat sinh (?:nghia )?(?:la|tuc la|co nghia)(?: co)?(?: nghia)?(?: la)? (?:gi|sao|the nao|nhu the nao)\b`)
)

// narrows reports whether a sentence says that of something that was sent the name may be
// shown and the photo not: that is put right, and nothing taken back.
func narrows(s Sentence, said string) bool {
	return ConsentIn(s.Text) == report.NameOnly && len(s.All) > 6 && !slices.ContainsFunc(s.All, func(w string) bool { return w == "rut" }) ||
		RefusesPhoto(s.Text) && photoOut().MatchString(said)
}

// photoOut is how people ask for a photo to be taken out of what was sent.
var photoOut = letters.Pattern(`\b(?:` + cutting + `|dung (?:dang|de|dua|lay|dung)|khong (?:dang|de|dua|cho dang|dong y|muon dang|lay)|chua cho(?: dang)?)` + thePhoto + `|\b(?:anh|hinh) (?:thi )?(?:dung|khong|bo|go|khoi|thoi)\b`)

// RefusesPhoto reports whether a text says that photos may not be shown, and nothing of
// the name.
func RefusesPhoto(text string) bool {
	s := Words(text)
	said := " " + strings.Join(s.All, " ") + " "
	return letters.Marked(s.Text, "anh") && !letters.HasPhrase(said, []string{"ten"}) && letters.HasPhrase(said, noPhotos)
}

var noPhotos = append([]string{"khong muon dang anh", "chua cho dang anh", "chua cho anh", "chua dong y dang anh", "go anh", "anh thi dung", "anh dung dang", "khong lay anh", "dung de anh", "khong de anh", "thoi dang anh", "anh thi thoi", "an anh", "rut anh", "khong muon len anh", "dung lay anh", "bo het anh", "bo may anh"}, photoRefused...)

// A plainWay is a way to ask for something where a condition holds.
type plainWay struct {
	is   Intent
	when func(Speaker) bool
	said func() *letters.Expression
}

// toEnd is what is only polite at the end of a sentence.
const toEnd = `(?: (?:a|chi|anh|em|ad|nhi|vay|ha|the|da|nhe|nha|nay|ban|co|bac|voi|giup|di|roi|luon|oi|nghen|hen))*$`

var plainWays = []plainWay{
	{AskHelp, serves, letters.Pattern(`\b(?:gui|goi|nop|dinh kem|up|chup|dung|dan|quay|ghi am|thay bang|noi|thu am)(?: \w+){0,5} (?:file|tep|word|excel|pdf|anh|hinh|video|clip|ghi am|giong noi|link|ban giay)(?: \w+){0,3} (?:duoc|ok|on)(?: khong| ha| chu| nhi)` + toEnd)},
	{AskHelp, serves, letters.Pattern(`\b(?:ghi am|thu am|noi|quay|doc)(?: \w+){0,2} (?:gui|goi|nop|up)(?: \w+){0,2} duoc (?:khong|chu|ha)` + toEnd)},
	{AskHelp, asked, letters.Pattern(`^(?:(?:em|toi|minh|the|cho|hoi|a|neu|da|lo|lo ma) )*(?:gui|nop|bam gui|bam) (?:xong|roi|di roi|len roi|di)(?: \w+){0,3} (?:sua|rut|xoa|doi|huy|thay|chinh|them|bo sung)(?: \w+){0,4} (?:khong|duoc khong|duoc nua khong|duoc chu)` + toEnd)},
	{AskCorrect, asked, letters.Pattern(`\b(?:ten|ho|noi o|cho o|dia chi|nam sinh|tuoi|tieu de|chuc vu|ngay)(?: \w+){0,4} (?:sai|nham|lon|chua dung)\b.* moi (?:dung|phai)` + toEnd)},
	{AskCorrect, at("preview"), letters.Pattern(`\b(?:` + cutting + `)` + thePhoto + `.* (?:gui|dang)\b|\bchua (?:cho|dong y)(?: dang)? (?:anh|hinh)\b`)},
	{AskCorrect, asked, letters.Pattern(`^(?:(?:a|da|em|oi|chi|anh|khoan) )*(?:ho ten|ho va ten|ten|noi o|cho o|nam sinh|tieu de|chuc vu) (?:sua lai|sua|doi lai|phai ghi|doi)(?: \w+)? (?:la|thanh)\b`)},
	{AskHelp, asked, letters.Pattern(`\b(?:ghi|viet|khai|neu)\b.* hay (?:la )?(?:ghi|viet|chi|khai|neu)\b.*(?: (?:khong hieu|khong biet|chua ro|khong ro|duoc|thoi|ha|vay|a|chi|em|anh))+$|^(?:(?:da|thua|a|em|toi|can bo|chi|anh|ad|oi) )*(?:cho|xin) (?:em |toi |chau |minh |bac )?hoi (?:\w+ )*(?:ghi|viet|khai|neu)(?: \w+){0,4} hay (?:la )?\w+`)},
	{AskCorrect, serves, letters.Pattern(`^(?:(?:da|a|em|oi|chi|anh|ad) )*(?:ho ten|ho va ten|ten|ho|noi o|cho o|dia chi|nam sinh|tuoi|tieu de|chuc vu|ngay)(?: \w+){0,3} (?:sai|nham|lon|chua dung)\b.*\b(?:phai la|dung ra la|dung la) \w+`)},
	{AskNil, func(by Speaker) bool { return by.Open == "" && by.Serves }, letters.Pattern(`^(?:(?:da|thua|em|ben|don vi|truong|xa|tram) )*khong (?:co )?phat sinh (?:a|nhe|nha|ad|nghen|em|chi|anh)(?: (?:` + vietnamese.Self + `|truong|don vi|xa|ca|dang|thi|ban|vi|do|hoc|on|tap|het|nen))*$`)},
	{AskHelp, beside, letters.Pattern(`^mau$`)},
	{AskHelp, serves, letters.Pattern(`\b(?:quy trinh|trinh tu|thu tu|cac buoc)(?: \w+){0,8} (?:the nao|gi|nao|ra sao|sao|buoc nao|may buoc)` + toEnd)},
	{AskContact, free, letters.Pattern(`\b(?:hoi|gap|goi|bao|keu|tim) (?:nguoi nao|ai)(?: day| bay gio| duoc| gio)*` + toEnd)},
	{AskDeadline, serves, letters.Pattern(`\b(?:bao gio|khi nao|ngay nao|hom nao|luc nao|chung nao|may gio)(?: \w+){0,2} (?:het han|toi han|den han|dong so|khoa so|han chot)` + toEnd + `|\b(?:het han|toi han|den han|keo dai)(?: \w+){0,3} (?:bao gio|khi nao|ngay nao|hom nao|luc nao|chung nao)(?: lan| vay| the)*` + toEnd)},
	{AskHelp, serves, letters.Pattern(`\bco (?:duoc|kem)(?: \w+){0,3} (?:giay khen|bang khen|khen thuong|thuong|tien|cong diem)(?: \w+){0,2} khong` + toEnd + `|\btu (?:gui|nop|lam)(?: \w+){0,3} (?:co )?duoc khong` + toEnd)},
	{AskSnooze, free, letters.Pattern(`^(?:(?:thoi|da|a|u|em|toi) )*de(?: (?:` + vietnamese.Self + `))? (?:mai|chieu|toi|chieu nay|toi nay|sang mai|mot|tuan sau|thu (?:` + vietnamese.Weekdays + `))` + toEnd)},
	{AskHandover, free, letters.Pattern(`\b(?:nghi viec|nghi huu|chuyen cong tac|chuyen di|nghi sinh|thai san|nghi lam)(?: \w+){0,6} (?:thay|doi) (?:nguoi|dau moi)\b`)},
	{AskBegin, free, letters.Pattern(`\bthem (?:mot |1 )?(?:guong|bai|ca nhan|truong hop|mo hinh) (?:thu (?:hai|ba|\d)|nua|khac)\b`)},
	{AskStop, free, letters.Pattern(`^(?:(?:em|toi|cho|thoi) )*(?:bo|xoa|huy)(?: (?:giup|cai|di|het|ho))* (?:ban nhap|nhap)\b`)},
	{AskStop, at("preview"), letters.Pattern(`^(?:(?:thoi|a|da|em|chi|oi|nay) )*(?:khoan|dung|chua)(?: (?:hay|da|voi|co|khoan|can))* (?:gui|nop)` + toEnd)},
	{AskStop, at("preview"), letters.Pattern(`\bbo (?:nhe|nha|di|luon)(?: (?:a|chi|anh|em|ad))*$`)},
	{AskDeadline, free, letters.Pattern(`\bkhat (?:vai|may|it|den|toi|lai|\d+|sang)\b|\b(?:con|van)(?: con)? (?:gui|goi|nop|bao)(?: \w+){0,5} (?:duoc|kip)(?: nua)? khong` + toEnd)},
	{AskStop, at("reason"), letters.Pattern(`^(?:(?:a|oi|chet|thoi|em|toi|minh|ui|da) )*(?:lo |lo tay )?(?:bam|an|nhan|chon|bao) (?:nham|lon)\b|^(?:nham|lon) roi\b.* co (?:guong|nguoi)\b`)},
	{AskStop, at("name"), notSureYet}, {AskStop, at("place"), notSureYet}, {AskStop, at("born"), notSureYet},
	{AskStop, putsOff, putOffAnswer},
	{AskStop, putsOff, askedElsewhere},
	{AskBegin, free, letters.Pattern(`^(?:(?:cho|em|toi|minh|muon|xin|gio|nay|de|a|da|hom nay) )*(?:lam|viet|mo|ghi|dien|khai|go|hoan thanh|nhap|tiep tuc|lam not|soan)(?: (?:tiep|not|lai|xong|tuc|dan))+(?: (?:cai|bai|guong|cua|ban|phan|nhap|mau|ho so|em|minh|toi|dang|viet|lam|vu))* (?:hom qua|hom truoc|hom bua|hom no|bua truoc|bua no|bua qua|hoi sang|hoi nay|sang nay|chieu qua|toi qua|luc nay|ban nay|tuan truoc|do dang|dang do|do|bo do)\b`)},
	{AskDeadline, free, letters.Pattern(`\b(?:xin|cho|duoc|nho|muon|de nghi)(?: \w+){0,3} (?:lui|gian|noi|doi|keo dai|gia)(?: lai)? (?:han|thoi han|thoi gian|ngay nop|lich)\b|\b(?:lui|gian|gia|khat|noi|doi) han\b|\bxin (?:khat|lui|nop muon|gui muon|nop tre|gui tre|cham|them (?:vai|may|\d+|mot|hai|ba|it) (?:ngay|hom|bua|tuan))\b`)},
	{AskUnit, theAgency, letters.Pattern(`^(?:(?:em|nho|giup|cho|hay) )*(?:gia han|lui han|gian han|noi han|them han|keo dai han)\b.* (?:truong|tram|xa|phuong|hoi|doan|phong|ubnd|don vi|cong an|mam non|thcs|tieu hoc|benh vien|ben)\b`)},
	{AskSent, looksOn, letters.Pattern(`^(?:(?:cho|toi|anh|em|chi|giup) )*xem (?:cac|nhung|may) (?:guong|mo hinh|bai|dien hinh)\b`)},
	{AskStatus, free, letters.Pattern(`\bnhac (?:no )?(?:cai |ve |viec |vu |la |em |toi )*(?:gi|vu gi|no gi)\b|\b(?:sao|tai sao|the nao ma)(?: \w+){0,3} nhac (?:em|toi|minh|no|hoai|mai|suot)\b|\btin nhac(?: \w+){0,3} (?:la sao|la gi|nghia la|ve cai gi)\b|\bno (?:cai )?gi (?:ma|the|vay|nhi|ha)\b`)},
	{AskSent, looksOn, letters.Pattern(`\b(?:guong|bai|mo hinh|dien hinh) nao (?:hay|that hay|dang doc|dang ke|dang khen|an tuong|xuc dong|cam dong|ke duoc|doc duoc|noi troi|noi bat|tieu bieu)\b`)},
}

func asked(by Speaker) bool { return serves(by) && by.Open != "" }

func beside(by Speaker) bool { return by.openAs() == "-" || by.openAs() == "remark" }

func theAgency(by Speaker) bool { return by.Agency && by.Open == "" }

func at(open string) func(Speaker) bool {
	return func(by Speaker) bool { return serves(by) && by.Open == open }
}

// putsOff reports whether an answer is asked for that may have to be found out first.
func putsOff(by Speaker) bool {
	return serves(by) && by.Open != "" && by.openAs() != "remark" && by.Open != "consent" && by.Open != "preview"
}

const (
	finding = `(?:hoi|xac minh|kiem tra|goi|xin y kien|lien he|tim hieu|ra soat|dem|doi chieu|thong nhat|trao doi|check|nhan tin|tra|xem|coi)`
	whoAsks = `(?: (?:ti|chut|xiu|lat|da|mot|em|toi|minh|tui|chi|anh|a|nhe|nha|cho|teo|em ti|cai|mai|chieu|di|con|phai))*`
)

var (
	// putOffAnswer: "chờ tí em hỏi trưởng bản đã", "chưa rõ thôn nào, để tôi hỏi lại rồi nhắn sau".
	putOffAnswer = letters.Pattern(`^(?:(?:a|da|vang|u|oi|thoi|the thi|khoan) )*(?:(?:cai nay|ngay sinh|so lieu|ten|chuc vu) )?(?:(?:` + vietnamese.Self + `) )?(?:(?:chua|khong) (?:ro|biet|nho|chac|nam|co)(?: \w+){0,5} )?(?:de|doi|khoan|thong tha|tu tu|cho (?:ti|chut|xiu|lat|teo))` + whoAsks + ` ` + finding + `(?: \w+){0,9} (?:da|roi|xong|lai|sau|thu|cai|them|ky|cho chac|xem|chinh xac)(?: \w+){0,4}$`)
	// notSureYet: "hình như họ Giàng, để em hỏi lại tên đầy đủ".
	notSureYet = letters.Pattern(`\b(?:de|doi)(?: (?:em|toi|minh|tui))+ (?:hoi|xac minh|kiem tra|goi hoi) (?:lai|cho chac|thu)\b(?: \w+){0,6}$`)
	// askedElsewhere: "mai hỏi lại rồi ghi", "em hỏi lại đã".
	askedElsewhere = letters.Pattern(`^(?:(?:a|da|vang|u|oi|thoi|chua ro|chua biet|khong ro) )*(?:(?:mai|chieu|lat|toi|ti|sang mai|lat nua|em|minh|tui|phai|con|dang) )*(?:hoi|xac minh|kiem tra|goi hoi) lai(?: \w+){0,5} (?:da|roi (?:ghi|bao|nhan|gui|dien|tra loi|noi|viet|tinh))(?: \w+){0,4}$`)
)
