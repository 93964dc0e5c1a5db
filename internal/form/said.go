package form

import (
	"strings"

	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/vietnamese"
)

// What people say in place of an answer is read here: that it is the same as above,
// that somebody belongs to the unit, that the title is to be made for them, that
// something is to be added.

// saidOf reads such a text. It knows the unit of the draft.
func (q Question) saidOf(d *report.Draft, u report.Unit, text string) (Reading, bool) {
	said := bareWords(text)
	switch {
	case d.Content.Summary != "" && addition(text) != "" && !another(*d, addition(text)):
		return Reading{Outcome: Kept, Note: takeTold(d, addition(text))}, true
	case q.choices != nil || q.Key == "files":
		return Reading{}, false
	case sameAsAbove[said], q.Key == "title" && letters.Fold(text) == letters.Fold(d.Content.Place): // the answer before, said once more
		return Reading{Outcome: Refused, Note: texts.NotRecorded(text, texts.WriteInFull(q.Key == "place"))}, true
	case q.Key == "title" && (forMe(said) || titleByOthers().MatchString(strings.Join(intent.Words(text).All, " "))):
		return q.titleFor(d), true
	case q.Key == "place":
		return placeSaid(d, u, text)
	}
	return Reading{}, false
}

// bareWords are the words of a text, folded and without what is only polite around
// them.
func bareWords(text string) string {
	return strings.Join(intent.TrimCourtesy(foldedWords(text)), " ")
}

func foldedWords(text string) []string {
	return strings.FieldsFunc(letters.Fold(text), letters.NotOfWord)
}

// sameAsAbove are the ways to say that something was said already.
var sameAsAbove = phraseSet("nhu tren,nhu o tren,nt,n t,nhu cu,nhu truoc,nhu lan truoc,nhu bai truoc,giong tren,giong nguoi truoc,nhu nguoi truoc,giong bai truoc,giong lan truoc,nhu nguoi tren,giong nguoi tren,giong o tren,nhu vay,cung vay,da ghi o tren,da noi o tren,o tren,o tren roi")

// forMe reports whether a title is to be made for the writer.
func forMe(said string) bool {
	return titleForMe[said] || titleByOthers().MatchString(said)
}

var titleByOthers = letters.Pattern(`^(?:(?:em|e|toi|minh|tui|con|cai nay|van) )*(?:(?:khong|chua|chang) (?:nghi|biet|co|tim|dat|ra)(?: (?:ra|duoc|dat|ghi|la|gi|sao|the nao|y|tieu de|ten|nao|ca|nua|cho|hay|kieu))* )?(?:thoi |nho |nho em |em |e |may |bot |ad |chi |anh |ban |he thong |tu )*(?:dat|nghi|viet|lay|chon|ghi)(?: (?:luon|giup|ho|gium|dum|cho|em|toi|tui|minh|chi|anh|cai|cau|dau|dau tien|lam|tieu de|ten|di|cung duoc|voi|mot cai|dum))*(?: (?:tieu de|cau dau|giup|ho|gium))(?: (?:luon|giup|ho|gium|dum|cho|em|toi|tui|minh|lam|tieu de|di|cung duoc|voi|nhe|tien))*(?: (?:nha|nhe|a|di|voi|chu|nghen|hen))*(?:,? ?(?:(?:em|e|toi|minh|tui|chi|anh|chu|vi|tai|thi|that|cai|khoan|nay|van|ve|vu) )*(?:khong|chua|chang|kem|bi|do|chiu|vung|luoi|ngai|dot|mu|kho)(?: \w+){0,6})?$`)

var titleForMe = phraseSet("tu dat,tu dat giup,tu dong,tu dong dat,tu dong di,dat giup,dat ho,dat giup em,tu dat giup toi,dat giup toi,tu dat giup minh,tu dat giup em,dat tieu de giup,dat tieu de ho,tu dat tieu de,tu dat tieu de giup,lay cau dau,lay luon cau dau,lay luon cau dau tien,lay cau dau tien," +
	"lay cau dau lam tieu de,lay tieu de do may dat,may dat,may tu dat,may dat giup,bot dat,bot tu dat,bot dat giup,he thong dat,he thong tu dat,tieu de tu dong,tuy,tuy bot,tuy he thong,the nao cung duoc,sao cung duoc,gi cung duoc,nhu de xuat,theo de xuat,lay theo de xuat")

func phraseSet(list string) map[string]bool {
	all := map[string]bool{}
	for said := range strings.SplitSeq(list, ",") {
		all[said] = true
	}
	return all
}

// titleFor proposes the title by the deed. Where that is not told yet it is asked
// for first, as in a draft that began with what was sent.
func (q Question) titleFor(d *report.Draft) Reading {
	if shownSummary(*d) == "" && !voiced(*d) || d.Content.Name == "" {
		d.Told = true
		return Reading{Outcome: Kept, Note: texts.TitleComes()}
	}
	settle(d, q.Key)
	d.Content.Title = titleTold(d.Content, paste.ToldBy(d.Content.Summary).Deed)
	proposed(d, q.Key)
	return Reading{Outcome: Answered, Note: texts.Corrected(texts.FieldName(q.Key, d.Content), d.Content.Title)}
}

// placeSaid reads what people say of a place without naming it: the unit is known,
// a village is not. What tells of a deed is no place.
func placeSaid(d *report.Draft, u report.Unit, text string) (Reading, bool) {
	kind := ownPlace(text)
	if name := personAtPlace(text, d.Content.Name); name != "" && kind == "" {
		return namedAtPlace(d, name, text), true
	}
	switch {
	case kind == "":
		return deedAtPlace(d, text)
	case ofUnit[kind] && (kind == "don vi" || kind == "co quan" || strings.Contains(letters.Fold(u.Name), kind)):
		if note, refusal := takePlace(d, u.Name); refusal == "" {
			settle(d, "place")
			return Reading{Outcome: Answered, Note: strings.TrimSpace(texts.Corrected(texts.FieldName("place", d.Content), d.Content.Place) + " " + note)}, true
		}
	}
	return Reading{Outcome: Refused, Note: texts.NotRecorded(text, texts.WriteInFull(true))}, true
}

// personAtPlace is the name of a person that a text is alone: by a form of address, a middle
// name that no village has, or as it is that of who is introduced, said once more.
func personAtPlace(text, introduced string) string {
	said := trimSaid(text)
	name := paste.BareName(said)
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > 4 || !paste.IsPersonName(name) || paste.PlaceIn(said) != "" {
		return ""
	}
	if letters.Fold(name) == letters.Fold(introduced) {
		return name
	}
	if middle := letters.Fold(words[1]); len(words) > 2 && (middle == "thi" || middle == "van" || words[1] == "A") || texts.AddressWords()[strings.ToLower(strings.Fields(said)[0])] && name != said {
		return name
	}
	return ""
}

// namedAtPlace takes it for the name, if there is none yet; another is asked about.
func namedAtPlace(d *report.Draft, name, text string) Reading {
	switch letters.Fold(d.Content.Name) {
	case "":
		return Rename(d, name)
	case letters.Fold(name):
		return Reading{Outcome: Refused, Note: texts.NotRecorded(text, texts.WriteInFull(true))}
	}
	return Reading{Outcome: Doubtful, Steer: ToName}
}

// Rename takes a text for the name, whatever else is asked for.
func Rename(d *report.Draft, name string) Reading {
	note, refusal := correct(d, "name", name)
	if refusal != "" {
		return Reading{Outcome: Refused, Note: texts.NotRecorded(name, refusal)}
	}
	return Reading{Outcome: Kept, Note: note}
}

// ownPlace is the kind of place that somebody names only as the own or this one:
// "trường tôi", "tại đơn vị".
func ownPlace(text string) string {
	words := foldedWords(text)
	for len(words) > 1 && (words[0] == "da" || words[0] == "vang") {
		words = words[1:]
	}
	for len(words) > 1 && ending[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	said := strings.Join(words, " ")
	rest := said
	for _, lead := range []string{"cung cho voi ", "cung noi voi ", "cung voi ", "cung cho ", "cung noi ", "cung ", "chung ", "ngay ", "ngay tai ", "ngay o ", "trong ", "cong tac ", "lam viec ", "hoc ", "o ", "tai ", "thuoc ", "cua "} {
		rest = strings.TrimPrefix(rest, lead)
	}
	led := rest != said
	for _, kind := range ownKinds {
		switch own, ok := strings.CutPrefix(rest, kind); {
		case !ok:
		case ownPlaces[own], own == "" && led:
			return kind
		}
	}
	return ""
}

var (
	ending    = letters.Set("a nhe nha nhen day thoi do luon")
	ownKinds  = strings.Split("don vi|co quan|truong|tram|hoi|phong|cong ty|benh vien|trung tam|xa|phuong|to|lop|"+vietnamese.Village, "|")
	ofUnit    = map[string]bool{"don vi": true, "co quan": true, "truong": true, "tram": true, "hoi": true, "phong": true, "cong ty": true, "benh vien": true, "trung tam": true}
	ownPlaces = phraseSet(" toi, em, minh, ta, nay, chung toi, chung em, chung ta, nha, cua toi, cua em, cua minh, cua chung toi, ben em, ben minh, ben toi, o day, voi toi, voi em, voi minh, voi tui, voi nha em, voi nha toi, voi chung toi, voi chung em")
)

// deedAtPlace keeps a short text that tells of a deed out of the place: for the
// summary, if there is none yet, else it is asked. So is what only says that it introduces.
func deedAtPlace(d *report.Draft, text string) (Reading, bool) {
	if paste.MayTell(text) && bringsExample().MatchString(letters.Fold(text)) {
		return Reading{Outcome: Doubtful, Steer: ToSummary}, true
	}
	if !paste.TellsDeed(text) {
		return Reading{}, false
	}
	if d.Content.Summary == "" {
		return Reading{Outcome: Kept, Note: takeTold(d, text)}, true
	}
	return Reading{Outcome: Doubtful, Steer: ToSummary}, true
}

// bringsExample is how people begin to introduce somebody: "Cho em gửi gương cô Nhung …".
var bringsExample = letters.Pattern(`^(?:(?:cho|em|e|toi|minh|tui|con|chau|chung|xin|duoc|phep|da|a|thua|chi|anh|ad|ben|don vi|truong|to|hoi)[ ,]+)*(?:gui|goi|gioi thieu|bao|ke|neu)(?: (?:ve|mot|1|tam|them))* (?:guong|dien hinh)\b`)

// addition is what somebody says after "thêm:" or "bổ sung:"; "" of any other text.
func addition(text string) string {
	lead, rest, ok := strings.Cut(text, ":")
	if words := bareWords(lead); ok && (adding[words] || addingTo().MatchString(words)) {
		return strings.TrimSpace(rest)
	}
	if said := missingPart().FindString(letters.Fold(text)); said != "" {
		if more := strings.Fields(text)[len(strings.Fields(said)):]; len(more) >= leastAdded {
			return strings.Join(more, " ")
		}
	}
	return ""
}

// addingTo is how people say before a colon where what follows is to go: "thêm câu này vào
// cuối".
var addingTo = letters.Pattern(`^(?:(?:cho|em|e|toi|minh|nho|xin|ad|chi|anh|giup) )*(?:them|bo sung|ghi them|viet them|chen|noi them|chen them)(?: (?:giup|ho|gium|em|e|cho|mot|1|cai|may|cau|y|doan|dong|chi tiet|nay|vao|cuoi|dau|bai|o|phan|noi dung|tom tat|nua|sau|duoi|day|luon|voi|tiep|la|nhu sau|toi|minh))+$`)

// Supplement is what a text tells more of somebody whom it does not name, of whom was told
// before: "à quên, anh ấy còn …"; "" of any other. Photos says that it announces only those.
func Supplement(text string) (more string, photos bool) {
	text = letters.Tidy(text)
	folded := letters.Fold(text)
	if morePhotos().MatchString(folded) && len(strings.Fields(text)) <= mostAnnounced {
		return text, true
	}
	if more = addition(text); more != "" {
		return more, false
	}
	if at := forgot().FindStringIndex(folded); at != nil {
		if n := len(strings.Fields(folded[:at[1]])); len(strings.Fields(text)) >= n+leastAdded {
			return cutWords(text, n), false
		}
	}
	if stillDoes().MatchString(folded) && len(strings.Fields(text)) > leastAdded {
		return text, false
	}
	return "", false
}

// mostAnnounced is how many words say at most that photos come.
const mostAnnounced = 10

var (
	morePhotos = letters.Pattern(`^(?:(?:em|toi|minh|cho|a|da|oi|quen|xin|chi|anh)[ ,]+){0,4}(?:(?:gui|bo sung|nop|up)(?: (?:them|bo sung|not|tiep))+|them|bo sung|quen(?: mat)?(?: chua)? (?:gui|kem|dinh kem)) (?:(?:may|vai|mot|2|3|cai|tam|buc) ){0,2}(?:anh|hinh|video|clip)\b`)
	forgot     = letters.Pattern(`^(?:(?:a|ah|ui|oi|chet|da|em|toi|minh|con|vua|nay|luc nay)[ ,]+)*(?:quen|sot|thieu)(?: mat| chua (?:ghi|noi|ke))?[ ,:]+(?:la )?|^(?:(?:em|toi|minh|xin) )*(?:noi|ke|ghi|viet|bao) them[ ,:]+(?:la )?|^(?:ngoai ra|them nua|con nua)[ ,:]+`)
	stillDoes  = letters.Pattern(`^(?:` + vietnamese.Person + `|ho|nguoi) (?:ay|ta|do|nay) (?:con|cung|truoc|da tung)\b`)
)

// leastAdded is how many words tell what was left out.
const leastAdded = 4

// missingPart is how people begin to say what the text of a draft does not tell.
var missingPart = letters.Pattern(`^(?:(?:con|em|toi|cho|van|bi|a|da|oi) )*(?:(?:thieu|sot|quen)(?: mat)? (?:doan|y|chi tiet|phan|cau|chuyen|viec)|(?:them|bo sung|ghi them|viet them)(?: vao)?(?: (?:mot|1))? (?:doan|y|chi tiet|cau)|(?:them|bo sung|ghi them|viet them)(?: vao)?(?: nua)? (?:la|rang)) (?:la |rang |noi )?`)

var adding = phraseSet("them,bo sung,bo sung them,ghi them,viet them,noi them,them y,them noi dung,them vao,them vao tom tat,bo sung tom tat,bo sung noi dung,bo sung y,them tom tat,can them,can bo sung")
