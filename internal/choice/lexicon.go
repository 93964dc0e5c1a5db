package choice

import (
	"slices"
	"strings"
	"sync"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/vietnamese"
)

// lexiconOf is the lexicon of a list; nil: it has none.
func lexiconOf(list []Choice) *lexicon {
	switch {
	case len(list) == 0:
		return nil
	case list[0].Value == string(report.Advanced):
		return ofCategories()
	case list[0].Value == string(report.Person):
		return ofObjects()
	}
	return nil
}

var ofCategories = sync.OnceValue(func() *lexicon {
	l := newLexicon([]string{string(report.Advanced), string(report.GoodDeed), string(report.NewModel)}, map[string]string{"hi": "nhi", "dh": "dien hinh", "dhinh": "dien hinh", "dthinh": "dien hinh", "tt": "tien tien", "dziec": "viec", "vc": "viec", "mh": "mo hinh", "mhinh": "mo hinh"})
	l.add(label, l.values[0], "dien hinh tien tien|guong dien hinh|dien hinh|tien tien|dhtt")
	l.add(label, l.values[1], "nguoi tot viec tot|viec lam tot|nguoi tot|viec tot|ntvt")
	l.add(label, l.values[2], "mo hinh moi|mo hinh|mhm")
	l.add(around, "", "trong hoc tap va lam theo bac|hoc tap va lam theo bac|hoc tap va lam theo guong bac|nuoi day con|loai hinh")
	return l.done()
})

var ofObjects = sync.OnceValue(func() *lexicon {
	l := newLexicon([]string{string(report.Person), string(report.Collective), string(report.Household)}, map[string]string{"hi": "nhi", "tt": "tap the", "cn": "ca nhan", "hgd": "ho gia dinh", "clb": "cau lac bo", "ccb": "cuu chien binh", "gd": "gia dinh", "hgdinh": "ho gia dinh"})
	l.whose = true
	l.add(label, l.values[0], "ca nhan")
	l.add(label, l.values[1], "tap the")
	l.add(label, l.values[2], "ho gia dinh|gia dinh|ho")
	l.add(hint, l.values[0], "mot minh|minh en|mot minh en|mot nguoi|1 nguoi|1 mong|mot mong|co moi minh|moi minh|moi mot minh|chi minh")
	for who := range strings.SplitSeq(people, "|") {
		l.add(hint, l.values[0], "co minh "+who+"|moi "+who+"|mot "+who+"|1 "+who+"|chi co "+who+"|minh "+who+"|chi co minh "+who+"|rieng "+who+"|chi rieng "+who)
	}
	l.add(hint, l.values[1], "ca nhom|nhieu nguoi")
	l.add(group, l.values[1], "to|nhom|doi|hoi|doan|lop|tram|truong|chi hoi|chi doan|chi bo|cau lac bo|hop tac xa|to hop tac|to dan pho|to dan phong|hoi phu nu|khu dan cu|khu pho|don vi|co quan|"+vietnamese.Village+"|tieu doi|trung doi")
	l.add(hint, l.values[2], "vo chong|hai vo chong|ca nha|nguyen nha|ca gia dinh|ca vo ca con|ca vo lan con|ca vo con|hai ong ba|vo chong con cai|nha no")
	l.add(around, "", "nguyen|toan|toan the|toan bo|vien|vo|chong|con|con cai|dua con|gia|lam|man|cung|chung|gop suc|tham gia|deu|gop|nguoi|phu nu|nong dan|cuu chien binh|thanh nien|cao tuoi|tu quan|lien gia|dan quan|dan phong|hop tac|giao|dau ban|cuoi ban|dau xom|buon|khong co ai|khong ai|giup minh|ten|ten la|doi tuong|chi em|anh em|may chi em")
	l.add(around, "", "hoc sinh|sinh vien|doan vien|hoi vien|dang vien|cac|khong lam|khong tham gia|coi lai|xem lai|giay")
	l.add(around, "", letters.Fold(strings.Join(vietnamese.Posts(), "|")))
	l.add(around, "", "truong nhom|nhom truong|lop truong|hoi pho|chi hoi pho|pho chu tich hoi|chu nhiem cau lac bo|bi thu doan|ap truong|giam doc|giam doc hop tac xa|nha giao uu tu|nha giao|doi vien|to truong dan pho|dan pho|to truong to dan pho|hoi truong phu nu|chu tich hoi phu nu|chu tich hoi nong dan|nghe nhan uu tu|thay thuoc uu tu|truong khu pho")
	l.add(doubts, "", "giup ho|lam ho|chon ho toi|chon ho em|chon ho chi|chon ho anh|chon ho minh|chon ho bac|chon ho tui|chon ho cai|chon ho voi|chon giup ho|may nguoi|mot may|chi chon ho|anh chon ho|ad chon ho|can bo chon ho|bot chon ho|bac chon ho")
	l.add(label, l.values[2], "chi chon ho gia dinh|anh chon ho gia dinh|bac chon ho gia dinh")
	return l.done()
})

// people are those who may have done something alone.
const people = vietnamese.Person + "|o|me|mu|no|oong|ban|hoc|dong"

func newLexicon(values []string, short map[string]string) *lexicon {
	l := &lexicon{phrases: map[string][]phrase{}, values: values, short: short}
	l.add(around, "", aroundAnswer)
	l.addDenials()
	l.add(concludes, "", "nen|nen la|vay nen|cho nen|vay thi|the thi|vi vay|vi the|do do|do vay")
	l.add(around, "", "vo|cho vo|thong nhat|hoi thong nhat|doan thong nhat|chi bo thong nhat|cong doan thong nhat")
	l.add(decides, "", "chon|lay|ghi|ghi la|xep|tinh la|tuc la")
	l.add(doubts, "", "hay|hoac|hay la|hoac la|phan van|khong biet|khong ro|chua biet|chua ro|khong phan biet|khong phan biet duoc|khong chac|chua chac|no biet|nua giong|gan giong|giong|la sao|la gi|la chi|nghia la|khac|khac nhau|khac gi|the nao|sao|rang|gi|co phai|phai khong|dung khong|cai nao|loai nao|muc nao|cai mo|loai mo|vua|tuy|gi cung duoc|nao cung duoc|ai biet|nhu nao|nhu the nao|giai thich|co nen|duoc khong|nen khong|hay khong")
	return l
}

// addDenials takes how people deny something and take it back.
func (l *lexicon) addDenials() {
	l.add(denies, "", "khong phai|chang phai|cha phai|no phai|mo phai|dau phai|dau co phai|khong co phai|co mo ma|co dau ma|dau co|khong thuoc|chua phai|khong nen|khong nen chon|khong nen xep|khong nen de|khong nen ghi|chua nen|dung chon|dung ghi|ma khong phai|chu khong phai|cho khong phai|chu no phai|cho no phai")
	l.add(wrongly, "", "nham|lon")
	l.add(takes, "", "a khong|y khong|o khong|a nham|a lon|y nham|o nham|a quen|luc dau|ban dau|thoat dau|hoi nay|luc nay|moi dau|lan nay|dinh|tinh|tuong|sua|sua thanh|sua lai|doi|doi thanh|doi sang|doi lai|chuyen sang|thay bang|thoi|moi dung|moi phai|moi trung|phai la|dung ra|chinh ra|khoan|ma la|chot|chot lai|quyet")
}

// add takes phrases that | parts.
func (l *lexicon) add(k kind, value, phrases string) {
	for p := range strings.SplitSeq(phrases, "|") {
		words := strings.Fields(p)
		l.phrases[words[0]] = append(l.phrases[words[0]], phrase{words, k, value})
		if k == label && len(words) > 1 {
			l.slips = append(l.slips, phrase{words, k, value})
		}
	}
}

// done puts the longest first.
func (l *lexicon) done() *lexicon {
	longest := func(a, b phrase) int { return len(b.words) - len(a.words) }
	for _, all := range l.phrases {
		slices.SortStableFunc(all, longest)
	}
	slices.SortStableFunc(l.slips, longest)
	l.read = letters.RememberLast(l.reads)
	return l
}

// aroundAnswer are the words and phrases around an answer, of the north, the centre and the south.
const aroundAnswer = "da|vang|a|ah|ak|ha|hi|he|hen|hy|oi|em|anh|chi|chu|bac|minh|toi|tui|nhe|nha|nhi|nhen|nghen|nghe|voi|the|vay|rua|ri|day|ay|do|ne|ni|nay|no|kia|te|luon|thi|la|cai|cay|u|um|o|ui|oa|troi|ad|admin|bot|cua|xin|long|vui|dum|gium|giup|di|ma|nhung|roi|duoc|dung|trung|dung roi|chac|chac chan|chac la|chac luon|hop|phai|moi|co|cho|thay|nghi|theo|theo toi|truong hop|thuoc|dien|loai|loai hinh|kieu|dang|muc|vao|de|ghi nhan|de nghi|kinh|thua|dong chi|can bo|chau|ong|ba|cu|mu|me|chung toi|chung em|ben|don vi|nha truong|co quan|guong|nhan|bam|an|nua|lan|cam on|that|chu|hon|trong|so|thu|nut|cau|y|dap an|phuong an|day la|o day|danh gia|mot|1 cai|mot cai|gio|bay gio|giu|chuan|cung|ca|minh nghi|em nghi|" +
	"chu gi|cho gi|chu gi nua|cho gi nua|chu con gi|chu con gi nua|cho con gi nua|chu con chi nua|cho con chi nua|chu chi nua|cho chi nua|con gi nua|con chi nua|chu sao|cho sao|chu sao nua|cho rang|chu rang|cho rang nua|chu rang nua|cho rang nua|khong phai hai cai kia|khong phai cai kia|chu khong phai hai cai kia|chu khong phai cai kia|hai cai kia|mo|en|dau|han hoi|ro rang|thu nay|gon|nguoi ta"

var (
	beforeNumber = letters.Set("so thu muc loai cau nut y an hinh")
	ofNumber     = letters.Set("muoi may chuc hon gan tam khoang mot hai ba bon nam sau bay tam chin lam")
	counted      = letters.Set("nguoi chi anh em dong thanh hoi doan ho dua nha ban chau doi to con")
	called       = letters.Set(vietnamese.Person + " o me mu nguoi la giao")
	places       = letters.Set(vietnamese.Village + " truong tram don co khu")
	belongs      = letters.Set("trong cua o thuoc ben tai")
	whole        = letters.Set("ca nguyen toan bo the mot 1 cai tap")
	chosen       = letters.Set("lay chon ma ghi")
	deeds        = letters.Set("gop giup sua xay don hien ung trao tang cuu lay nuoi trong khong chua la thi")
)
