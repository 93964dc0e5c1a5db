package correction

import (
	"maps"
	"slices"
	"strings"

	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/paste"
	"guongsang/internal/vietnamese"
)

// What people say of a field is a sentence of a few parts, each of which may be left
// out but the field and what it is:
//
//	lead      à nhầm, em ghi thiếu,
//	field     tên | nơi ở | tiêu đề | ...
//	owner     chị ấy | của anh ấy
//	wrong     ghi sai, | dài quá,
//	becomes   là | phải là | sửa lại thành | đổi thành | :
//	value
//	end       mới đúng | chứ không phải ... | nhé ạ
//
// or of whom it is said comes first: "chị ấy sinh năm 1987", "nhà anh ấy ở bản Nà Cúng".

// A sentence is what is read word by word: the words as they were written, and
// folded, with the marks around them left out.
type sentence struct {
	words, folded []string
	marks         []string // what follows a word: "," or ":" or nothing
}

func sentenceOf(text string) (s sentence) {
	all := strings.Fields(text)
	s = sentence{all[:0], make([]string, 0, len(all)), make([]string, 0, len(all))}
	for _, w := range all {
		bare := strings.Trim(w, `,.;:!"“”()`)
		if bare == "" {
			if len(s.marks) > 0 && strings.ContainsAny(w, ",:;") {
				s.marks[len(s.marks)-1] = w
			}
			continue
		}
		s.words, s.folded = append(s.words, w), append(s.folded, letters.Fold(bare))
		s.marks = append(s.marks, strings.Trim(w[strings.LastIndex(w, bare)+len(bare):], `"“”()`))
	}
	return s
}

func (s sentence) from(n int) sentence {
	return sentence{s.words[n:], s.folded[n:], s.marks[n:]}
}

// begins is how many words of the longest of some phrases a sentence begins with.
func (s sentence) begins(phrases [][]string) (n int) {
	for _, p := range phrases {
		if len(p) > n && len(p) <= len(s.folded) && slices.Equal(s.folded[:len(p)], p) {
			n = len(p)
		}
	}
	return n
}

// value is what is left of a sentence, without what is only sentence after it.
func (s sentence) value() string {
	for i := range s.folded {
		rest := s.folded[i:]
		if i > 0 && len(rest) >= 2 && s.marks[i-1] != "" && (faultBefore(rest[1:]) && (rest[1] == "nay" || rest[0] == "em" || rest[0] == "tai") || rest[0] == "sao" && wondering[rest[1]] || rest[0] == "tai" && rest[1] == "sao") { // "…, sao lại ghi …"
			s = sentence{s.words[:i], s.folded[:i], s.marks[:i]}
			break
		}
		if len(rest) >= 3 && (rest[0] == "chu" || i > 0 && s.marks[i-1] != "" && denying[rest[0]]) && slices.Contains(rest[:3], "phai") && (denying[rest[0]] || denying[rest[1]]) {
			s = sentence{s.words[:i], s.folded[:i], s.marks[:i]}
			break
		}
	}
	for n := len(s.words); n > 0; n = len(s.words) {
		end := 0
		for _, p := range afterValue {
			if len(p) > end && len(p) < n && slices.Equal(s.folded[n-len(p):], p) && !letters.Capital(s.words[n-len(p)]) {
				end = len(p)
			}
		}
		if end == 0 {
			break
		}
		s = sentence{s.words[:n-end], s.folded[:n-end], s.marks[:n-end]}
	}
	return strings.Trim(strings.Join(intent.TrimEnd(s.words), " "), ` ,;:.`)
}

// spokenField reads such a sentence. Not ok means that it is none; what asks is none
// either.
func spokenField(text string) (key, value string, ok bool) {
	if strings.ContainsAny(text, "\n?") {
		return "", "", false
	}
	if right, ok := letters.TakenBack(text); ok && strings.Contains(letters.Fold(text), " phai ") {
		if key, value, ok = fieldDenied(text, right); ok {
			return key, value, true
		}
	}
	s := sentenceOf(text)
	if len(s.words) > longestSpoken || len(s.words) == 0 || !beginning[s.folded[0]] {
		return "", "", false
	}
	if s.folded[0] == "sao" { // who wonders says what is wrong, and behind that what is right
		if at := slices.IndexFunc(s.marks, func(m string) bool { return m != "" }); at < 0 || !faultBefore(s.folded[:at+1]) || len(s.words) < 2 {
			return "", "", false
		}
		s = s.from(1)
	}
	led := false
	for n := s.leads(); n > 0 && n < len(s.words); n = s.leads() {
		led = led || slices.Contains(s.folded[:n], "nham") || slices.Contains(s.folded[:n], "sai") || slices.Contains(s.folded[:n], "thieu")
		s = s.from(n)
	}
	if key, value = s.named(led); value == "" {
		key, value = s.ofSomebody()
	}
	if value == "" || asksBack(value) || verdicts[letters.Fold(value)] || key == "when" && (len(strings.Fields(value)) > longestDay || !ofDay().MatchString(letters.Fold(value))) {
		return "", "", false
	}
	return key, value, true
}

// verdicts are no values: "tên là đúng rồi".
var verdicts = map[string]bool{"dung": true, "dung roi": true, "dung het roi": true, "dung het": true, "sai": true, "sai roi": true, "trat roi": true, "duoc roi": true, "on roi": true}

// ofDay are what a day is named by.
var ofDay = letters.Pattern(`\d|\b(?:hom|nay|qua|kia|thang|tuan|sang|chieu|toi|dau|giua|cuoi|ngay|mung|ram|thu)\b`)

// longestDay is how many words name a day at most.
const longestDay = 6

// fieldDenied reads "tên không phải A mà là B", of which B is meant.
func fieldDenied(text, right string) (key, value string, ok bool) {
	s := sentenceOf(text)
	for n := s.leads(); n > 0 && n < len(s.words); n = s.leads() {
		s = s.from(n)
	}
	n := 0
	for k, names := range fieldNames {
		if m := s.begins(names); m > n && m+1 < len(s.folded) && denying[s.folded[m]] {
			key, n = k, m
		}
	}
	return key, sentenceOf(right).value(), key != ""
}

// wondering are the words behind the one for why by which it is no other word.
var wondering = letters.Set("lai ma ghi no bot he may em ad chi anh e cu toan thay")

var denying = letters.Set(letters.Not + " chang")

// leads is how many words come before what is meant. Words of the field itself, and
// whom it is said of, are none.
func (s sentence) leads() int {
	for _, names := range fieldNames {
		if s.begins(names) > 0 {
			return 0
		}
	}
	if s.begins(somebody) > 1 {
		return 0
	}
	return s.begins(leading)
}

// longestSpoken is how many words such a sentence has at most, with a title in it.
const longestSpoken = 40

// named reads a sentence that names the field.
func (s sentence) named(led bool) (key, value string) {
	n := 0
	for k, names := range fieldNames {
		if m := s.begins(names); m > n {
			key, n = k, m
		}
	}
	if n == 0 || n >= len(s.words) {
		return "", ""
	}
	colon := strings.Contains(s.marks[n-1], ":")
	kind := ""
	if key == "name" && ofPlaces[s.folded[n]] && !colon { // "tên bản gõ sai" is nobody's name
		if key, kind, n = "place", strings.ToLower(s.words[n]), n+1; n >= len(s.words) {
			return "", ""
		}
	}
	s = s.from(n)
	s = s.from(min(len(s.words)-1, s.begins(owners)))
	for at := 0; at <= min(longestFault, len(s.words)-2); at++ {
		rest := s.from(at)
		m := rest.begins(becoming)
		if m == 0 || m >= len(rest.words) || at > 0 && s.marks[at-1] == "" && !faultBefore(s.folded[:at]) {
			continue
		}
		if but := slices.IndexFunc(s.folded[:at], func(w string) bool { return w == "nhung" }); but >= 0 { // "tên thì đúng nhưng nơi ở phải là …"
			return s.from(but + 1).named(led)
		}
		return key, ofKind(kind, rest.from(m).value())
	}
	if at := slices.IndexFunc(s.marks[:min(len(s.marks), longestFault)], func(m string) bool { return m != "" }); at >= 0 && at+1 < len(s.words) && (faultBefore(s.folded[:at+1]) || led && s.callsRight()) {
		right := s.from(at + 1).rewritten()
		if right.plans() {
			return "", ""
		}
		if same, value := right.ofSomebody(); same == key && value != "" { // "năm sinh trật rồi, cô sinh 1985"
			return key, value
		}
		return key, ofKind(kind, paste.BarePlace(right.value())) // "chỗ ở em ghi sai, ở bản Pa Lìn"
	}
	if colon || key == "born" && strings.IndexAny(s.folded[0], "0123456789") == 0 {
		return key, s.value()
	}
	return "", ""
}

// plans reports whether a sentence says what is to be done, and not what is right: "tên sai, để
// chị coi giấy rồi sửa".
func (s sentence) plans() bool {
	return !letters.Capital(s.words[0]) && planning().MatchString(strings.Join(s.folded, " "))
}

var planning = letters.Pattern(`^(?:(?:thoi|a|da|de|nho|xin|em|chi|anh|toi|tui|minh|bac|co|can bo|ad) )*(?:de (?:em|chi|anh|toi|tui|minh|bac|co)|sua|xem|coi|hoi|kiem tra|doi|mai|lat|se|chua|khong|giup|chinh)\b`)

// callsRight reports whether a sentence ends by calling what it gives right.
func (s sentence) callsRight() bool {
	return rightAtEnd().MatchString(strings.Join(s.folded, " "))
}

var rightAtEnd = letters.Pattern(` (?:moi|ms) (?:la )?(?:dung|phai|trung)(?: (?:nhe|nha|a|em|chi|anh|ad))*$`)

// ofKind is the name of a place with what kind of place it is: of "tên bản sửa thành Nậm Cung"
// the village.
func ofKind(kind, value string) string {
	if first, _, _ := strings.Cut(value, " "); kind == "" || value == "" || strings.EqualFold(first, kind) {
		return value
	}
	return kind + " " + value
}

// rewritten is what is left of a sentence behind the words by which something is to be written
// anew: "đặt ngắn lại: Cô An vượt lũ".
func (s sentence) rewritten() sentence {
	for i := 0; i+1 < len(s.words) && rewriting[s.folded[i]]; i++ {
		if strings.Contains(s.marks[i], ":") || s.folded[i] == "la" || s.folded[i] == "thanh" {
			return s.from(i + 1)
		}
	}
	return s
}

var rewriting = letters.Set("dat viet ghi sua rut doi lam ngan gon lai la thanh cho giup em minh toi hay hon moi luon phai nen thi tat xuong di")

// longestFault is how many words are sentence of what is wrong before what is right.
const longestFault = 6

// faultBefore reports whether some words say that something is wrong.
func faultBefore(folded []string) bool {
	return slices.ContainsFunc(folded, func(w string) bool { return faults[w] })
}

// ofSomebody reads a sentence that begins with whom it speaks of.
func (s sentence) ofSomebody() (key, value string) {
	home := len(s.folded) > 0 && s.folded[0] == "nha"
	if home {
		s = s.from(1)
	}
	n := s.begins(somebody)
	if n == 0 || n >= len(s.words) {
		return "", ""
	}
	s = s.from(n)
	for _, k := range []string{"name", "born", "place"} {
		m := s.begins(tellingOf[k])
		if m == 0 || m >= len(s.words) {
			continue
		}
		value = s.from(m).value()
		switch {
		case k == "place" && paste.PlaceIn(value) == "", k == "born" && strings.IndexAny(value, "0123456789") != 0, k == "name" && !paste.IsPersonName(firstClause(value)):
			continue
		}
		return k, value
	}
	if len(s.words) >= 2 && letters.IsDigits(s.folded[0]) && s.folded[1] == "tuoi" && len(s.words) <= 4 {
		return "born", s.folded[0] + " " + paste.AgeWord
	}
	return "", ""
}

// firstClause is a text up to its first comma.
func firstClause(text string) string {
	head, _, _ := strings.Cut(text, ",")
	return head
}

// asksBack reports whether what seems to be a value asks for one.
func asksBack(value string) bool {
	folded := strings.Fields(letters.Fold(value))
	return len(folded) > 0 && (asking[folded[0]] || asking[folded[len(folded)-1]])
}

var asking = letters.Set("gi sao nao dau khong chua ha nhi duoc")

// ofPlaces are the words behind "tên" of which it is no person's.
var ofPlaces = letters.Set(vietnamese.Village + " xa phuong truong tram khu")

func waysToSay(list string) (all [][]string) {
	for p := range strings.SplitSeq(list, ",") {
		all = append(all, strings.Fields(p))
	}
	return all
}

func firstWords(lists ...[][]string) map[string]bool {
	all := map[string]bool{}
	for _, p := range slices.Concat(lists...) {
		all[p[0]] = true
	}
	return all
}

var (
	leading = waysToSay("chi oi,anh oi,em oi,ad oi,can bo oi,de nghi,de nghi sua,xin sua,xin,chet,chet roi,chet that,thoi chet,a quen,quen mat,bo me oi,da,vang,a,ah,o,oi,khoan,khoan da,xin loi,nham,nham roi,sai roi,a nham,em,minh,toi,tui,e,anh,chi,thi,cho,cho em,cho minh,sua,sua lai,doi,em nho nham,em ghi nham,em ghi sai,em ghi thieu,em viet thieu,em viet sai,em viet nham,em go nham,em go sai,em nhap sai,em nhap nham," +
		"nho nham,ghi nham,ghi sai,viet thieu,viet sai,viet nham,go nham,go sai,nhap sai,nhap nham,ghi thieu,ghi,viet,quen,sai,chua dung,chua dung roi,trat roi,doc lai thay,coi lai thay,xem lai thay,thay,chinh,chinh lai,chinh sua,dieu chinh,may cai kia ok,may cai khac ok,moi thu dung ca,moi thu dung roi,tat ca dung roi,con lai dung het,con lai dung roi,may cai kia dung roi,may cai kia dung,cac cai kia dung roi,cac muc kia dung roi,cac muc khac dung roi,may cai khac dung roi,em quen,phan,muc,cai,y,con,rieng,nho sua,nho sua giup,sua giup,sua ho,em muon sua,muon sua,em sua,lai")
	fieldNames = map[string][][]string{
		"name":     waysToSay("ten,ho ten,ho va ten,ten nguoi,ten nguoi do"),
		"place":    waysToSay("noi o,cho o,dia chi,que,que quan,noi cong tac,don vi cong tac,noi lam viec,noi cu tru"),
		"title":    waysToSay("tieu de,ten bai,ten guong,ten viec,tua de,tua,tit"),
		"born":     waysToSay("nam sinh,ngay sinh,sinh nam"),
		"position": waysToSay("chuc vu,nghe nghiep,nghe"),
		"object":   waysToSay("doi tuong"),
		"category": waysToSay("loai,loai guong,the loai"),
		"results":  waysToSay("ket qua,so lieu"),
		"summary":  waysToSay("tom tat,noi dung"),
		"when":     waysToSay("ngay lam viec tot,ngay lam,ngay lam viec nay,ngay xay ra,ngay thuc hien,ngay dien ra,cai ngay,hom lam,hom xay ra,viec nay lam ngay"),
	}
	owners   = waysToSay("cua chi,cua anh,cua ong,cua ba,cua bac,cua co,cua chu,cua em,cua chi ay,cua anh ay,cua ong ay,cua ba ay,cua bac ay,cua co ay,cua chu ay,cua em ay,chi ay,anh ay,ong ay,ba ay,bac ay,co ay,chu ay,em ay,chau ay,nguoi do,nguoi nay,nguoi ay,em,minh,toi,bai nay,bai")
	becoming = waysToSay("la,phai la,thi phai la,phai sua thanh,phai sua la,phai sua lai thanh,phai doi thanh,can sua thanh,chinh thanh,chinh lai thanh,phai ghi thanh,dung la,dung ra la,dung phai la,moi dung la,phai ghi la,ghi la,sua thanh,sua lai thanh,sua lai la,sua la,sua lai,doi thanh,doi lai thanh,doi lai la,doi lai,doi la,doi sang,chuyen thanh,chuyen sang,thanh,dat la,em sua lai la,em sua thanh,em doi thanh,sua giup thanh,sua giup em thanh,sua lai giup em thanh,sua lai giup em la,lai la,lai thanh")
	// afterValue is what people say after a value.
	afterValue = waysToSay("moi dung,moi dung a,moi phai,ms dung,ms phai,roi gui,roi gui luon,roi gui di,roi gui giup,chu,chu nhi,co,nhe,nha,a,ah,do,do ad,ad,day,em nhe,nhe em,giup em,giup em nhe,giup minh,nghe,nghen,hen,thoi,voi,vs,gium,gium em,giup,ho,dum,nghe em,nhe ad,can bo,nhe can bo,a can bo")
	somebody   = waysToSay("chi ay,anh ay,ong ay,ba ay,bac ay,co ay,chu ay,em ay,chau ay,thay ay,cu ay,nguoi do,nguoi nay,nguoi ay,chi do,anh do,ong do,ba do,bac do,co do,chu do,em do,chi nay,anh nay,ong nay,ba nay,bac nay,co nay,chi,anh,ong,ba,bac,co,chu,cu,thay,thay do,thay nay,ong cu,ba cu")
	tellingOf  = map[string][][]string{
		"name":  waysToSay("ten,ten la,ho ten la,ten day du la,ho ten day du la,ten that la"),
		"born":  waysToSay("sinh nam,sn,sinh,sinh ngay,sinh nam la,nam sinh,nam sinh la"),
		"place": waysToSay("o,song o,cong tac tai,lam viec o,lam viec tai,cong tac o,hien o,sinh song o,nha o,dang o,cu tru tai,thuong tru tai"),
	}
	// beginning are the words by which such a sentence begins.
	beginning = firstWords(slices.Concat(slices.Collect(maps.Values(fieldNames))...), leading, somebody, [][]string{{"nha"}, {"sao"}})
	faults    = letters.Set("sai nham lon trat thieu dai ngan chua dung chuan")
)
