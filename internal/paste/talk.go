package paste

import (
	"slices"
	"strings"

	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/texts"
)

// What is forwarded is often no introduction: people pass on notices, duties, weather,
// invitations, congratulations and what is for sale. All phrases are folded.

// announces are what such texts begin with: then nobody is introduced, whoever is
// named in them and whatever they tell.
var announces = phrases("tim do roi,tim giay to,roi vi,danh roi,that lac,cao pho,tin buon,bao tin buon,vo cung thuong tiec,thiep moi,giay moi,tran trong kinh moi,kinh moi,bien ban,lich truc,lich hop,lich cong tac,lich tiem,lich thi,lich kham,lich cat,lich hoc,lich day," +
	"danh ba,phan cong truc,tuyen dung,tuyen sinh,can tuyen,chuc mung sinh nhat,mung sinh nhat,chuc mung nam moi,chuc mung ngay,loi bai hat,bac ho day,bac ho tung,du bao thoi tiet,tin bao,tin lu,canh bao,khan cap,thong bao,bang gia,gia vang,ket qua xo so,xo so,cau hoi,ket qua tran,ket qua bong da,can ban,can mua,ban dat,thanh ly,cho thue,quy khach,chuong trinh hop,xu phat,nha hao tam,keu goi ung ho,keu goi giup do,noi dung hop,ca dao,tuc ngu")

// tells are phrases of such texts that tell of no deed, wherever they stand.
var tellsOther = phrases("em hoi,minh hoi,cho hoi,xin hoi,hoi chut,khong phat sinh,khong co guong,chua co guong,giao ban,tap huan,thong bao,den dung gio,nhan duoc roi,loi cam on,cam on cac," +
	"moi cac dong chi,de nghi cac dong chi,de nghi cac don vi,de nghi cac,nop guong den ngay,khong thay ai,gui mau,lay mau," +
	"chua nop,chua gui,gui gap,nop gap,han nop,han cuoi,nhac lai,nhac nho,de nghi gui,kinh chuc,nhan ngay,sinh nhat,chuc mung nam moi,tan hon,dam cuoi,le cuoi,huong tho,le vieng,chia buon,bo nhiem,dieu dong,nghi huu,chia tay," +
	"xin hau ta,hau ta,ai nhat duoc,cho em xin,cho minh xin,cho toi xin,xin so,cau hoi,ai thay,ai biet,co ai,lam roi,luong mua,mua rat to,khong khi lanh,bao so,nguy co lu,cat dien,mat dien,ngung cung cap,cat nuoc,tiem chung,tiem vet,nho mang,ho so gom,don xin viec,bao an o,luong thang," +
	"giam gia,khuyen mai,gia re,gia chi,inbox,free ship,giao hang,dat hang,tra gop,bao hanh,nap the,soan tin,soan data,dich vu,ma otp,mat khau,dang nhap,cai dat,truy cap,duong link,phu huynh nho,hop phu huynh,hop lop,hop thon,hop ban,hop dan,chu tri,thu ky,thanh phan,trieu tap,co mat,dung gio,truc ban,truc 24/24,ung truc," +
	"tran dau,ty so,chung ket,tap hat,xin nghi,nghi hoc,nghi phep,chuyen khoan,so tai khoan,dong tien,thu tien,hoc phi,diem danh")

// headline and lead are how far into a text it says what it is, in characters: in the
// one beyond doubt, in the other if it tells of no deed.
const headline, lead = 25, 60

// IsTalk reports whether a pasted text introduces nobody, although it is long. One
// that has labels, or names somebody and a deed, does.
func (p Paste) IsTalk() bool {
	if p.Labels >= 2 && (p.Fields["name"] != "" || p.Fields["title"] != "") {
		return false
	}
	folded := strings.Join(strings.FieldsFunc(letters.Fold(p.Text), func(r rune) bool { return r != '/' && letters.NotOfWord(r) }), " ")
	begins, first := " "+letters.First(folded, lead)+" ", " "+letters.First(folded, headline)+" "
	folded = " " + folded + " "
	switch {
	case letters.HasPhrase(begins, introducesSomebody):
	case letters.HasPhrase(first, announces), letters.HasPhrase(begins, announces) && !tellsOfDeed(p.Text):
		return true
	}
	switch {
	case p.saysNobody(folded):
		return true
	case p.tellsOfSomebody(folded):
		return false
	case letters.HasPhrase(folded, tellsOther), letters.HasPhrase(folded, announces):
		return true
	case p.Labels >= 2:
		return false
	}
	asks := strings.Contains(p.Text, "?") && p.Labels == 0 && nameTold(p.Text) == "" && CategoryIn(p.Text) == ""
	return asks || p.Rest == "" && p.Labels == 0
}

// introducesSomebody are phrases of who introduces somebody.
var introducesSomebody = phrases("gioi thieu,guong nguoi tot,guong dien hinh,guong tieu bieu,guong sang,bieu duong,tuyen duong,bao cao guong,neu guong")

// longTold is from how many characters on a text that names somebody tells of them.
const longTold = 200

// tellsOfSomebody reports whether a text names who is introduced, and says that, what
// for, or a good deal.
func (p Paste) tellsOfSomebody(folded string) bool {
	said := p.Rest + "\n" + p.Fields["name"] // and not who signed it
	if nameTold(said) == "" && groupTold(said) == "" && ModelTold(said) == "" {
		return false
	}
	if name := nameTold(said); name != "" && BornTold(said, name) != "" && MayTell(p.Text) {
		return true
	}
	return p.Labels >= 2 || letters.Len(p.Text) >= longTold || tellsOfDeed(p.Text) || letters.HasPhrase(folded, introducesSomebody)
}

// tellsOfDeed reports whether a text has the words of a deed, or of good work for
// long.
func tellsOfDeed(text string) bool {
	said := " " + intent.Spoken(text) + " "
	return CategoryIn(text) != "" || letters.HasPhrase(said, longWork) || goodDeed(text, said) || forYears().MatchString(said)
}

// NamesDeed reports whether a text, however short, has the words of a good deed.
func NamesDeed(text string) bool { return goodDeed(text, " "+intent.Spoken(text)+" ") }

// goodDeed reports whether a text has the words of a good deed. Those of one syllable
// are other words without their marks: "hiện", "cựu".
func goodDeed(text, said string) bool {
	return slices.ContainsFunc(intent.GoodDeeds, func(deed string) bool {
		if !strings.Contains(said, " "+deed+" ") {
			return false
		}
		marked := texts.MarkedDeeds[deed]
		return marked == "" || unmarked(text) || strings.Contains(strings.ToLower(text), marked)
	})
}

// speaksOfSomebody reports whether a text names whom it may introduce, or a deed.
func (p Paste) speaksOfSomebody() bool {
	return ToldBy(p.content()).Name != "" || tellsOfDeed(p.content())
}

// SaysNil reports whether a pasted text says that there is nobody to introduce.
func (p Paste) SaysNil() bool {
	folded := letters.Fold(p.Text)
	return p.IsTalk() && !intent.NamesOne(p.Text) && !intent.TellsOfNone(p.Text) && (strings.Contains(folded, "khong phat sinh") || strings.Contains(folded, "khong co guong") || nobody().MatchString(folded))
}

// longestNil is how many characters a text has at most that says no more than that.
const longestNil = 400

// saysNobody reports whether a short text says that no example was found: then a name in it
// is that of who signs, unless a good deed is told, as of who is the one after all.
func (p Paste) saysNobody(folded string) bool {
	if p.Labels > 0 || letters.Len(p.Text) > longestNil || !nobody().MatchString(folded) || anyBirth().MatchString(folded) {
		return false
	}
	if nameTold(p.Text) == "" {
		return true
	}
	but := butOne().MatchString(folded[nobody().FindStringIndex(folded)[1]:])
	return !but && !goodDeed(p.Text, " "+intent.Spoken(p.Text)+" ")
}

// butOne stands between nobody and who is the one.
var butOne = letters.Pattern(`^(?: nao| khac| de gioi thieu| ca){0,3} (?:nhu|hon|bang|sanh|ngoai|tru|cho den khi|cho toi khi) `)

var (
	nobody   = letters.Pattern(`\b(?:khong|chua) (?:lua chon|binh chon|phat hien|chon|tim|xet|binh xet|co)(?: (?:duoc|ra|thay|them))? (?:(?:ca nhan|tap the|ai|nguoi nao|truong hop)(?: nao)? (?:tieu bieu|dien hinh|de gioi thieu)|guong (?:dien hinh|nguoi tot|tieu bieu|nao)|ai de gioi thieu)`)
	anyBirth = letters.Pattern(`\b(?:sinh nam|sn) ?\d|\d tuoi\b`)
)
