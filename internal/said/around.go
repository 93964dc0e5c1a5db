package said

import (
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/vietnamese"
)

// isAround reports whether a text begins with a word that says nothing of somebody: "hộ"
// names a household and "đội" a team, and what is "cũ" or "mới" is so called.
func isAround(words []word) bool {
	first, lower := words[0].folded, strings.ToLower(words[0].bare)
	switch {
	case lower == vietnamese.Household, lower == vietnamese.WorkGroup, len(words) == 1 && (first == "moi" || lower == vietnamese.Former):
		return false
	case (first == "ho" || first == "doi") && len(words) > 1 && called[words[1].folded] && words[1].folded != "ten":
		return false
	}
	return around[first]
}

// around are the words, folded, that say nothing of somebody beside a name or a place: who
// is meant and spoken to, that it is so called or lives there, how to get there, that
// something was wrong, and what people of each part of the country trail off with.
var around = letters.Set(strings.ReplaceAll(vietnamese.Person+"|"+vietnamese.Yes, "|", " ") +
	" be nguoi ban no han ho ong ba ay ta do nay kia toi minh tui con e ad admin can bo oi thua ong ang ami ama ame mi bo me nha gia dinh bac" +
	" ten goi la ho va ten day du that cua thi ma cu cai phan cho noi de giao dong chi d/c dc" +
	" o tai ben trong tren duoi hien dang van vua moi con nay gio bay luc truoc xua hoi kia day tu den toi ve chuyen don qua sang len di vao ra xuong xa nua muoi mot hai ba bon nam bay tam chin cay km so tieng thi tran xa suoi doi bo song sinh hoat cong tac lam viec cu tru thuong tru hoc" +
	" a ah y i u ui ua oi da nhe nha nhen nghe nghen hi hen hy ha mo nao no ni dau chu roi r luon voi vs giup gium thoi co nua xin chet khoan" +
	" suyt nhung khi sap nhap sai nham lon quen ghi noi viet go nhap khai dien sua lai doi dung ra phai chuan trung moi ms khong khg ko k hong hok hok chang chu cho " + vietnamese.DoNotOld + " o tren duoi cho muc ho anh em trai gai chi ruot thon xom ap ban buon lang khom")
