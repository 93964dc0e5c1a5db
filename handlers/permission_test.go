package handlers

import (
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/form"
	"guongsang/internal/invite"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

// The people before whom every button and question is laid. Lan, Mai and Vang
// are of PT001, of which all samples speak.
var everybody = []string{"Lan", "Mai", "Vang", "Tú", "Sơn", "Hạnh", "Quân", "Thủy", "Bình", "Cựu", "Lạ"}

// Those who may ask the same.
var (
	heads      = []string{"Vang"}
	writer     = []string{"Lan"}
	focals     = []string{"Lan", "Mai"}
	anyFocals  = []string{"Lan", "Mai", "Tú"}
	ofUnit     = []string{"Lan", "Mai", "Vang"}
	ofAnyUnit  = []string{"Lan", "Mai", "Vang", "Tú", "Sơn"}
	agencyOnly = []string{"Hạnh", "Quân"}
	agencyHead = []string{"Hạnh", "Quân", "Vang"}
	admin      = []string{"Quân"}
	readers    = []string{"Hạnh", "Quân", "Thủy"}
	withBlocks = []string{"Hạnh", "Quân", "Thủy", "Bình"}
	finders    = []string{"Lan", "Mai", "Vang", "Tú", "Sơn", "Hạnh", "Quân", "Thủy"}
)

// A sample is one button, or one open question, that is good in gateHouse.
type sample struct {
	parts string // what it carries, as it travels
	may   []string
	talk  records.Talk // where the conversation stands
}

// twoPersons is a pasted text of two persons.
const twoPersons = "1. Lò Văn Pín - bản Nà Mai - hiến đất làm đường\n2. Vàng Thị Mỷ - bản Sin Chải - nuôi cháu mồ côi"

var theBlock = turn.BlockKey("Khối 1")

// buttons has samples of all verbs.
var buttons = map[turn.Verb][]sample{
	turn.VerbCancel: {{may: everybody[:9]}},
	verbUseEarly:    {{parts: "0:" + markOf(typedBefore, "Xã"), may: agencyOnly, talk: typedBefore}},
	verbBeside:      {{parts: markOf(typedInDoubt, "Xã") + ":1", may: agencyOnly, talk: typedInDoubt}},
	verbDropEarly:   {{may: everybody[:9], talk: typedBefore}},

	chat.VerbIntroduce: {{parts: "PT001:2026-12", may: ofUnit}},
	"d.new":            {{parts: "PT001:2026-12", may: ofUnit}},
	chat.VerbResume:    {{parts: "1", may: writer}},
	"d.resume":         {{parts: "1", may: writer}},
	"d.list":           {{parts: "0", may: []string{"Lan", "Mai", "Tú", "Hạnh"}}},
	"d.pick":           {{parts: "1:v1:category:1", may: writer}},
	"d.answers":        {{parts: "2:v2:groups:0", may: writer}},
	"d.units":          {{parts: "1:v1:0", may: writer}},
	"d.tick":           {{parts: "1:v1:" + string(report.Groups[0]) + ":1", may: writer}},
	"d.keep":           {{parts: "1:v1:more", may: writer}},
	"d.back":           {{parts: "1:v1:category:edit", may: writer}},
	"d.meant":          {{parts: "1:v1:category:answer:back", may: writer, talk: records.Talk{Draft: 1, Doubt: "Quay lại bản"}}},
	"d.addtold":        {{parts: "1:v1", may: writer, talk: records.Talk{Draft: 1, Doubt: "Quay lại bản"}}},
	"d.newtold":        {{may: ofAnyUnit, talk: records.Talk{Doubt: "Quay lại bản"}}},
	"d.cut":            {{parts: "1:v1", may: writer}},
	"d.nofiles":        {{parts: "1:v1", may: writer}},
	"d.caption":        {{parts: "3:0", may: writer, talk: records.Talk{Draft: 3}}},
	"d.each":           {{parts: "3:W", may: writer}},
	"d.eachpasted":     {{parts: "397d613e", may: ofAnyUnit, talk: records.Talk{Doubt: twoPersons}}},
	"d.onepasted":      {{parts: "397d613e", may: ofAnyUnit, talk: records.Talk{Doubt: twoPersons}}},
	"d.attachonly":     {{parts: "3:W", may: writer, talk: records.Talk{Draft: 3}}},
	"d.review":         {{parts: "1:v1", may: writer}},
	"d.renew":          {{parts: "2:v2:1:2026-12", may: writer}},
	"d.edit":           {{parts: "1:v1:0", may: writer}},
	"d.whole":          {{parts: "1:v1:0", may: writer}},
	"d.kind":           {{parts: "1:v1", may: writer}},
	"d.kindset":        {{parts: "1:v1:category:1", may: writer}},
	"d.more":           {{parts: "1:v1:0", may: writer}},
	"d.rm":             {{parts: "9:v9:results:more", may: writer}},
	"d.takeback":       {{parts: "8:v8", may: writer}},
	"d.subject":        {{parts: "1:v1:0:edit", may: writer}},
	"d.field":          {{parts: "1:v1:results:more", may: writer}},
	"d.periods":        {{parts: "2:v2", may: writer}},
	"d.period":         {{parts: "2:v2:2026-12", may: writer}},
	"d.save":           {{parts: "1:v1", may: writer}},
	"d.drop":           {{parts: "1:v1", may: writer}},
	"d.dropped":        {{parts: "1:v1", may: writer}},
	"d.alike":          {{parts: "2:v2:2026-12:0", may: writer}},
	"d.send":           {{parts: "2:v2:2026-12:1", may: writer}},

	"h.ok":             {{parts: "8:v8", may: heads}},
	"h.back":           {{parts: "8:v8", may: heads}},
	chat.VerbSubmitted: {{parts: "8:v8:0", may: heads}},

	chat.VerbNilPick: {{may: ofAnyUnit}},
	chat.VerbNil:     {{parts: "PT001:2026-12", may: ofUnit}},
	"n.why":          {{parts: "PT001:2026-09:nil", may: ofUnit}},
	"n.all":          {{parts: "2026-12", may: ofAnyUnit}},
	"n.page":         {{parts: "0", may: ofAnyUnit}},
	"n.skip":         {{may: ofAnyUnit}},
	"n.undo":         {{parts: "PT001:2026-09:nil", may: ofUnit}, {parts: "PT002:2026-09:nil", may: []string{"Tú", "Sơn", "Hạnh"}}},
	"p.unit":         {{parts: "PT001", may: ofUnit}},
	chat.VerbSnooze:  {{may: anyFocals}},

	"q.list": {{parts: "PT001:2026-Q4:0", may: ofUnit}},
	"q.tick": {{parts: "PT001:2026-Q4:G-2026-0001:1:0", may: ofUnit}},
	"q.done": {{parts: "PT001:2026-Q4", may: ofUnit, talk: records.Talk{Ask: "q.list", Args: []string{"PT001", "2026-Q4", "G-2026-0001"}}}},
	"q.new":  {{parts: "PT001:2026-Q4", may: ofUnit}},

	"s.list":          {{parts: "PT001:0", may: ofUnit}},
	"s.whole":         {{parts: "G-2026-0001:0", may: ofUnit}},
	"s.see":           {{parts: "G-2026-0001", may: ofUnit}},
	"s.amend":         {{parts: "G-2026-0001:2", may: ofUnit}},
	chat.VerbComplete: {{parts: "G-2026-0001:2", may: ofUnit}},
	"s.pull":          {{parts: "G-2026-0001:2", may: ofUnit}},
	"s.pulled":        {{parts: "G-2026-0001:2", may: ofUnit}},
	"s.anew":          {{parts: "G-2026-0012:1", may: ofUnit}},
	"s.attach":        {{parts: "G-2026-0001:2:3", may: writer, talk: records.Talk{Draft: 3}}},
	"s.correct":       {{parts: "G-2026-0001:2:a160c930", may: ofUnit, talk: records.Talk{Doubt: "nơi ở: bản Nà Mai"}}},
	"s.add":           {{parts: "G-2026-0001:2:6de7bc97", may: ofUnit, talk: records.Talk{Doubt: "à quên, anh ấy còn giúp 3 hộ nghèo"}}},
	"s.addplease":     {{parts: "G-2026-0004:2:6de7bc97", may: ofUnit, talk: records.Talk{Doubt: "à quên, anh ấy còn giúp 3 hộ nghèo"}}},
	"letter":          {{parts: "PT001:2026-12", may: ofUnit}},

	"owed":    {{parts: "0", may: ofAnyUnit}},
	"units":   {{parts: "hand:0", may: ofAnyUnit}, {parts: "d.new:0", may: ofAnyUnit}},
	"hand":    {{parts: "PT001", may: ofUnit}},
	"leave":   {{parts: "PT001", may: focals}},
	"leaveok": {{parts: "PT001", may: focals}},
	"rm":      {{parts: "Mai:focal:PT001", may: agencyHead}, {parts: "Vang:head:PT001", may: agencyOnly}, {parts: "Bình:blockhead:" + theBlock, may: agencyOnly}, {parts: "Tú:focal:PT002", may: []string{"Hạnh", "Quân", "Sơn"}}, {parts: "Hạnh:officer:", may: admin}},
	"rmok":    {{parts: "Mai:focal:PT001", may: agencyHead}, {parts: "Vang:head:PT001", may: agencyOnly}, {parts: "Bình:blockhead:" + theBlock, may: agencyOnly}, {parts: "Tú:focal:PT002", may: []string{"Hạnh", "Quân", "Sơn"}}, {parts: "Hạnh:officer:", may: admin}},

	"invu": {{may: agencyOnly}},
	"inv":  {{parts: "PT001:first", may: agencyOnly}, {parts: "PT001:head", may: agencyOnly}},
	"invr": {{parts: "officer", may: admin}, {parts: "leader", may: admin}, {parts: "admin", may: admin}},
	"invb": {{parts: "0", may: agencyOnly}},
	"invk": {{parts: theBlock, may: agencyOnly}},
	"invh": {{parts: theBlock, may: agencyOnly}},
	"inva": {{parts: theBlock, may: agencyOnly}},
	"invs": {{parts: theBlock + ":1", may: agencyOnly}},
	"invl": {{parts: "0", may: agencyOnly}},
	"invx": {{parts: strings.Repeat("1", 16), may: agencyOnly}, {parts: strings.Repeat("0", 16), may: admin}},

	turn.VerbPick: {
		{parts: "inv:PT001", may: agencyOnly}, {parts: "see:PT001", may: agencyOnly}, {parts: "rec:PT001", may: agencyOnly},
		{parts: "ext:PT001", may: agencyOnly}, {parts: "pau:PT001", may: agencyOnly},
	},
	"unit":  {{parts: "PT001", may: agencyHead}, {parts: "PT001:1", may: agencyHead}},
	"admin": {{parts: "0", may: admin}},

	"rgask":   {{parts: "erase", may: everybody[:9]}},
	"rgme":    {{parts: "erase", may: everybody[:9]}},
	"rgsay":   {{parts: "erase:ec9859ac", may: everybody[:9], talk: records.Talk{Doubt: "xin gỡ ảnh con tôi"}}},
	"rglist":  {{parts: "0", may: agencyOnly}},
	"rgpage":  {{parts: "1", may: agencyOnly}},
	"rgnew":   {{may: agencyOnly}},
	"rgin":    {{parts: "erase", may: agencyOnly}},
	"rgack":   {{parts: "1", may: agencyOnly}},
	"rgdone":  {{parts: "2", may: agencyOnly}},
	"rgno":    {{parts: "1", may: agencyOnly}},
	"rglink":  {{parts: "1", may: agencyOnly}},
	"rgto":    {{parts: "1:G-2026-0001", may: agencyOnly}},
	"rgcut":   {{parts: "1", may: admin}},
	"rgcut2":  {{parts: "1:G-2026-0001", may: admin}},
	"rgcutok": {{parts: "1:G-2026-0001", may: admin, talk: records.Talk{Ask: "rgcut", Args: []string{"1", "G-2026-0001"}}}},
	"retain":  {{may: admin}},

	"backup": {{may: admin}},
	"log":    {{may: admin}, {parts: "uPT001:20261101-20261231:cn9p2dpgxoxs-5", may: admin}, {parts: "p102", may: admin}},
	"logf":   {{may: admin}, {parts: "eG-2026-0001:20261101-", may: admin}},
	"heads":  {{parts: "0", may: []string{"Vang", "Sơn"}}},
	"uncon":  {{parts: "0", may: agencyOnly}},
	"unitx":  {{may: agencyOnly}},
	"unitt":  {{may: agencyOnly}},
	"unita":  {{parts: "list:directory", may: agencyOnly}, {parts: "list:directory:kd", may: agencyOnly}},
	"unitq":  {{parts: "list:k", may: agencyOnly}},
	"heldl":  {{parts: "U9", may: agencyOnly, talk: tableHeld}},
	"heldf":  {{parts: "U9", may: agencyOnly, talk: tableHeld}},
	"unitd":  {{may: agencyOnly}},

	digest.VerbQueue: {{parts: "0", may: agencyOnly}},
	"find":           {{parts: "Ánh:0", may: finders}},
	"card":           {{parts: "G-2026-0001", may: agencyOnly}},
	"full":           {{parts: "G-2026-0001", may: agencyOnly}},
	"pics":           {{parts: "G-2026-0001", may: agencyOnly}},
	"acc":            {{parts: "G-2026-0001:2", may: agencyOnly}},
	"ret":            {{parts: "G-2026-0001:2", may: agencyOnly}},
	"retp":           {{parts: "G-2026-0001:2:0", may: agencyOnly}},
	"retd":           {{parts: "G-2026-0001:2:5", may: agencyOnly, talk: returnOpen}},
	"reto":           {{parts: "G-2026-0001:2:5", may: agencyOnly, talk: returnOpen}},
	"retm":           {{parts: "G-2026-0001:2", may: agencyOnly, talk: returnOpen}},
	"praise":         {{parts: "G-2026-0003", may: agencyOnly}},
	"square":         {{parts: "G-2026-0003", may: agencyOnly}},
	"chg":            {{parts: "G-2026-0001", may: agencyOnly}},
	"more":           {{parts: "G-2026-0001", may: agencyOnly}},
	"take":           {{parts: "G-2026-0001:2", may: agencyOnly}},
	"takeo":          {{parts: "G-2026-0001:2", may: agencyOnly}},
	"retn":           {{parts: "G-2026-0001:2", may: agencyOnly, talk: records.Talk{Ask: "return", Args: []string{"G-2026-0001", "2", "Ảnh minh họa."}}}},
	"undo":           {{parts: "G-2026-0004:2:1", may: []string{"Hạnh"}}},
	"reop":           {{parts: "G-2026-0004:2", may: agencyOnly}},
	"sel":            {{parts: "G-2026-0004:2", may: agencyOnly}},
	"unsel":          {{parts: "G-2026-0005:2", may: agencyOnly}},
	"fwd":            {{parts: "G-2026-0004:1", may: agencyOnly}},
	"fwds":           {{parts: "0", may: agencyOnly}},
	"note":           {{parts: "G-2026-0001", may: agencyOnly}},
	"notex":          {{parts: "G-2026-0001", may: agencyOnly}},
	"inq":            {{parts: "G-2026-0001", may: agencyOnly}},
	"inqok":          {{parts: "G-2026-0001", may: agencyOnly, talk: records.Talk{Ask: "inquiry", Args: []string{"G-2026-0001", "Ảnh chụp ở đâu?"}}}},
	"corr":           {{parts: "G-2026-0005:2", may: agencyOnly}},
	"corrno":         {{parts: "G-2026-0005:2", may: agencyOnly}},
	"bulk":           {{parts: "0", may: agencyOnly}},
	"bulkok":         {{parts: "0:" + turn.BlockKey("G-2026-0001@2 G-2026-0001@2"), may: agencyOnly, talk: records.Talk{Ask: "bulk", Args: []string{"G-2026-0001@2", "G-2026-0001@2"}}}},
	"s.please":       {{parts: "G-2026-0004:2", may: ofUnit}},
	"s.answer":       {{parts: "G-2026-0001:0", may: ofUnit}},
	"pack":           {{parts: "G-2026-0003", may: agencyOnly}},

	"bhp": {{parts: "PT001:2026-12", may: agencyOnly}},
	"bhc": {{parts: "PT001:2026-12:zalo", may: agencyOnly}},
	"bhw": {{parts: "PT001:2026-12:zalo:hour", may: agencyOnly}},
	"bhx": {{parts: "PT001:2026-12:zalo:hour", may: agencyOnly}},
	"bhn": {{parts: "PT001:2026-12:zalo:hour", may: agencyOnly}},

	"bnu": {{may: agencyOnly}},
	"bns": {{parts: nilsMark, may: agencyOnly, talk: nilsAsked}},
	"bna": {{parts: nilsMark + ":PT001:0", may: agencyOnly, talk: nilsAsked}},
	"bnc": {{parts: nilsMark + ":phone", may: agencyOnly, talk: nilsAsked}},
	"bnd": {{parts: nilsMark, may: agencyOnly, talk: nilsAsked}},
	"bnw": {{parts: nilsMark + ":hour", may: agencyOnly, talk: nilsAsked}},
	"bnl": {{parts: nilsMark, may: agencyOnly, talk: nilsAsked}},
	"bnp": {{parts: nilsMark + ":2026-12", may: agencyOnly, talk: nilsAsked}},
	"bnt": {{parts: nilsMark + ":0", may: agencyOnly, talk: nilsAsked}},
	"bnk": {{parts: nilsMark + ":PT001:1:0", may: agencyOnly, talk: nilsAsked}},
	"bnf": {{parts: nilsMark, may: agencyOnly, talk: nilsAsked}},
	"bny": {{parts: "2026-12:hour:0", may: agencyOnly}},

	"psr": {{parts: "1:PT001", may: agencyOnly, talk: passedOn}},
	"psc": {{parts: "1:PT001:zalo", may: agencyOnly, talk: passedOn}},
	"pse": {{parts: "1:PT001:1", may: agencyOnly, talk: passedOn}},
	"psp": {{parts: "1", may: agencyOnly, talk: passedOn}},
	"psu": {{parts: "1:PT001", may: agencyOnly, talk: passedOn}},
	"psd": {{parts: "1", may: agencyOnly, talk: passedOn}},
	"psw": {{parts: "1:hour", may: agencyOnly, talk: passedOn}},
	"psx": {{parts: "1", may: agencyOnly, talk: passedOn}},
	"psj": {{parts: "1", may: []string{"Hạnh"}, talk: records.Talk{Draft: 6, Passed: passedOn.Passed}}},
	"psa": {{parts: "1", may: agencyOnly, talk: records.Talk{Ask: "unit", Args: []string{"see"}, Passed: passedOn.Passed}}},

	"sit":    {{parts: "2026-12:gap:a:0", may: withBlocks}, {parts: "2026-12:ontime:b" + theBlock + ":0", may: withBlocks}},
	"sits":   {{parts: "2026-12:a", may: withBlocks}},
	"sitb":   {{parts: "2026-12:gap:0", may: withBlocks}},
	"situ":   {{parts: "2026-12:PT001", may: []string{"Thủy", "Bình"}}},
	"deal":   {{parts: "2026-12:a", may: []string{"Hạnh", "Quân", "Bình"}}},
	"grp":    {{parts: "2026-12:b" + theBlock + ":0", may: []string{"Hạnh", "Quân", "Bình"}}},
	"call":   {{parts: "2026-12:a:0", may: agencyOnly}},
	"now":    {{parts: "a:2026-12", may: agencyOnly}, {parts: "uPT001", may: agencyOnly}},
	"nowok":  {{parts: "a:2026-12:0:hour", may: agencyOnly}, {parts: "uPT001::1:hour", may: agencyOnly}},
	"ppl":    {{parts: "PT001:0", may: agencyOnly}},
	"rlog":   {{parts: "PT001:0", may: agencyHead}},
	"me":     {{parts: "Lan", may: []string{"Lan", "Hạnh", "Quân"}}},
	"meskip": {{may: everybody[:9]}},

	"exs":   {{parts: "a", may: agencyOnly}, {parts: "uPT001", may: agencyOnly}, {parts: "b" + theBlock, may: agencyOnly}},
	"exb":   {{parts: "0", may: agencyOnly}},
	"exk":   {{parts: theBlock, may: agencyOnly}},
	"exu":   {{may: agencyOnly}},
	"exp":   {{parts: "a:2026-12", may: agencyOnly}},
	"exd":   {{parts: "a:2026-12:2026-12-25", may: agencyOnly}},
	"exr":   {{parts: "a:2026-12:2026-12-25", may: agencyOnly}},
	"exok":  {{parts: "a:2026-12:2026-12-25", may: agencyOnly, talk: records.Talk{Ask: "extconfirm", Args: []string{"a", "2026-12", "2026-12-25", ""}}}},
	"pau":   {{parts: "PT001:2026-12", may: agencyOnly}},
	"pauok": {{parts: "PT001:2026-12", may: agencyOnly}},
	"unp":   {{parts: "PT001:2026-08", may: agencyOnly}},

	digest.VerbShow:   {{parts: "2026-12:gap:0", may: withBlocks}, {parts: "2026-12:new:0", may: withBlocks}},
	digest.VerbPapers: {{parts: "2026-12", may: readers}},
	"as.all":          {{parts: "half", may: agencyOnly}},
	"as":              {{parts: "2026-12", may: agencyOnly}, {parts: "2026-H2", may: agencyOnly}},
	"as.tasks":        {{parts: "2026-12", may: agencyOnly}},
	"as.one":          {{parts: "0:2026-12", may: agencyOnly}},
	"as.edit":         {{parts: "0:2026-12", may: agencyOnly}},
	"as.drop":         {{parts: "0:2026-12", may: agencyOnly}},
	"as.add":          {{parts: "2026-12", may: agencyOnly}},
	"as.to":           {{parts: "tasks:2026-12", may: agencyOnly}},
	"as.redo":         {{parts: "2026-12", may: agencyOnly}},
	"as.redone":       {{parts: "2026-12", may: agencyOnly}},
	"as.make":         {{parts: "2026-Y1", may: agencyOnly}},
	"papof":           {{parts: "letters:2026-12", may: readers}, {parts: "lists:2026-12", may: agencyOnly}},
	"paperq":          {{parts: "annex:2026-12", may: agencyOnly}, {parts: "nominees:2026-12", may: agencyOnly}},
	"paperin":         {{parts: "annex:2026-12", may: agencyOnly}, {parts: "nominees:2026-12", may: agencyOnly}},
	"paper":           {{parts: "press:2026-12", may: agencyOnly}, {parts: "board:2026-12", may: readers}, {parts: "urge:2026-12", may: agencyOnly}, {parts: "workbook:2026-12", may: agencyOnly}},
}

// Samples of all that is asked of publications, of which gateHouse has one at each step
// (publish); pub is its version.
func init() {
	maps.Copy(buttons, map[turn.Verb][]sample{
		"pub": {{parts: "G-2026-0006", may: agencyOnly}}, "pubs": {{parts: "0", may: agencyOnly}}, "pubf": {{parts: "G-2026-0006:0", may: agencyOnly}},
		"pube": {{parts: "G-2026-0006:pub:channel", may: agencyOnly}}, "pubr": {{parts: "G-2026-0006:pub:channel", may: agencyOnly}},
		"pubu": {{parts: "G-2026-0006:pub", may: agencyOnly}}, "puba": {{parts: "G-2026-0006:pub", may: agencyOnly}},
		"publ": {{parts: "0", may: leaderOnly}}, "pubg": {{parts: "G-2026-0007", may: leaderOnly}},
		"pubo": {{parts: "G-2026-0007:pub", may: leaderOnly}}, "pubn": {{parts: "G-2026-0007:pub", may: leaderOnly}},
		"pubp": {{parts: "G-2026-0006:pub", may: agencyOnly}}, "pubq": {{parts: "G-2026-0008:pub", may: agencyOnly}}, "pubx": {{parts: "G-2026-0008:pub", may: agencyOnly}},
		"puby": {{parts: "G-2026-0009:pub:1", may: agencyOnly}, {parts: "G-2026-0009:pub:0", may: agencyOnly}},
		"pubw": {{parts: "G-2026-0006:pub", may: agencyOnly}}, "pubz": {{parts: "G-2026-0006:pub:bao", may: agencyOnly}},
		"pubd": {{parts: "G-2026-0010:pub:0", may: agencyOnly}}, "pubt": {{parts: "G-2026-0011:pub", may: agencyOnly}},
		"pubtok": {{parts: "G-2026-0011:pub", may: agencyOnly, talk: records.Talk{Ask: "pubsure", Args: []string{"G-2026-0011", "1", "sai"}}}},
		"pubv":   {{parts: "G-2026-0001", may: ofUnitOrAgency}}, "pubvs": {{parts: "G-2026-0001", may: agencyOnly}},
		"pubc": {{parts: "G-2026-0001", may: ofUnitOrAgency}}, "pubcok": {{parts: "G-2026-0001:2", may: ofUnitOrAgency}},
	})
	maps.Copy(questions, map[turn.Question][]sample{
		"pubform": {{parts: "G-2026-0006:pub:channel", may: agencyOnly}}, "pubwhy": {{parts: "G-2026-0007:pub", may: leaderOnly}},
		"publink": {{parts: "G-2026-0009:pub", may: agencyOnly}}, "pubplace": {{parts: "G-2026-0006:pub:bao", may: agencyOnly}},
		"pubtake": {{parts: "G-2026-0011:pub", may: agencyOnly}}, "pubsure": {{parts: "G-2026-0011:pub:sai", may: agencyOnly}},
		"pubproof": {{parts: "G-2026-0001", may: ofUnitOrAgency}},
	})
	commands["tuyentruyen"] = readers
	maps.Copy(bad, map[string][]string{"chosen": {"G-2026-9999", "x", "G-2026-0001"}, "form": {"x"}, "where": {"x"}, "nth": {"-1", "99", "x"}})
}

// the list of units has its samples here: PT005 closed, PT001 goes on from it, and Già is
// still its focal point; Cựu left a draft at PT001.
func init() {
	talk := func(ask string, args ...string) records.Talk { return records.Talk{Ask: ask, Args: args} }
	of := func(parts string) []sample { return []sample{{parts: parts, may: agencyOnly}} }
	with := func(parts string, t records.Talk) []sample { return []sample{{parts: parts, may: agencyOnly, talk: t}} }
	maps.Copy(buttons, map[turn.Verb][]sample{
		"dir": of("PT001"), "dirf": of("PT001:0"), "dirs": of("PT001:0"), "dira": of(""), "diraok": with("", talk("diradd", "PT9; Trường mới")),
		"dirq": of("PT001:name"), "dirv": of("PT001:duties:x,"), "dirok": with("PT001:name", talk("dirchange", "PT001", "name", "Trường Hoa Đào")),
		"dire": of("PT001"), "dirm": of("PT001"), "dirn": of("PT001"), "dird": with("2026-12-20", talk("dirday", "PT002", "PT001")),
		"dircok": with("2026-12-20", talk("dirclose", "PT002", "PT001", "2026-12-20")), "dirp": of("PT005"), "dirpok": of("Già:focal:PT005:PT001"),
		"dirt": of("PT001"), "dirton": of("PT001"), "dirtoff": of("PT005:1"),
		"paud": of("PT001"), "paudok": with("PT001", talk("pauconfirm", "PT001", "01/12/2026 - 28/02/2027; sửa trường")), "unpd": of("PT002"),
		"d.take": {{parts: "7", may: focals}},
	})
	maps.Copy(questions, map[turn.Question][]sample{
		"dirnew": of(""), "diradd": of("PT9; Trường mới"), "dirvalue": of("PT001:name"), "dirchange": of("PT001:name:Trường Hoa Đào"),
		"paudates": of("PT001"), "pauconfirm": of("PT001:01/12/2026 - 28/02/2027"),
		"dirheirs": of("PT001"), "dirmerged": of("PT001"), "dirday": of("PT002:PT001"), "dirclose": of("PT002:PT001:2026-12-20"),
	})
	maps.Copy(bad, map[string][]string{"field": {"x", "code"}, "value": nil, "heirs": nil, "left": {"1", "5", "99", "x", "-1"}})
}

var (
	leaderOnly     = []string{"Thủy"}
	ofUnitOrAgency = []string{"Lan", "Mai", "Vang", "Hạnh", "Quân"}
)

// publish gives gateHouse a publication at each step: G-2026-0006 and on.
func publish(tx *storage.Tx, e report.Example) error {
	for _, p := range []records.Publication{
		{Progress: records.Chosen}, {Progress: records.Submitted},
		{Progress: records.Waiting, PostAt: tx.Now.Add(time.Hour), Ruling: records.Ruling{Yes: true}}, {Progress: records.Doubtful},
		{Progress: records.TakenBack, Places: []records.Place{{Kind: "bao"}}}, {Progress: records.Posted, Messages: []int64{7}},
	} {
		e.Review = report.Selected
		made, err := tx.NewExample(e)
		if err != nil {
			return err
		}
		p.Number = made.Number
		if err := tx.PutPublication(p); err != nil {
			return err
		}
	}
	return nil
}

var returnOpen = records.Talk{Ask: "returndue", Args: []string{"G-2026-0001", "2", "Thiếu số liệu"}}

// tableHeld is a conversation in which it was asked what a table is.
var tableHeld = records.Talk{Held: []records.HeldFile{{File: chat.File{Kind: chat.Document, ID: "F9", Unique: "U9", Name: "don-vi.xlsx"}}}}

// nilsAsked is a conversation in which it was asked whether several units have
// nothing; nilsMark is what buttons under that carry.
var (
	nilsAsked = records.Talk{Ask: "nilunits", Args: []string{"2026-12", "1797379200", "zalo", "PT001", ""}}
	nilsMark  = func() string {
		sum := fnv.New32a()
		sum.Write([]byte(strings.Join(nilsAsked.Args, "\x00")))
		return fmt.Sprintf("%08x", sum.Sum32())
	}()
)

// passedOn is a conversation in which something that was passed on waits.
var passedOn = records.Talk{Passed: []records.Passed{{ID: 1, Text: "Cô Lò Thị Mai đưa học sinh qua suối", Channel: "zalo", At: time.Unix(1797379200, 0)}}}

// typedBefore is a conversation in which a text was typed before the open
// question was seen.
var typedBefore = records.Talk{Ask: "unit", Args: []string{"see"}, Early: []string{"Xã"}}

// typedInDoubt is a conversation in which it was asked what a text is.
var typedInDoubt = records.Talk{Ask: "unit", Args: []string{"see"}, Doubt: "Xã"}

// questions has samples of all open questions. Those of the form are alike.
var questions = map[turn.Question][]sample{
	"d.preview":  {{may: writer, talk: records.Talk{Draft: 1}}},
	"h.back":     {{parts: "8:v8", may: heads}},
	"n.why":      {{parts: "PT001:2026-09:nil", may: ofUnit}},
	"q.list":     {{parts: "PT001:2026-Q4:", may: ofUnit}},
	"asedit":     {{parts: "0:2026-12", may: agencyOnly}},
	"asadd":      {{parts: "tasks:2026-12", may: agencyOnly}},
	"unit":       {{parts: "see", may: agencyOnly}},
	"sought":     {{may: finders}},
	"return":     {{parts: "G-2026-0001:2", may: agencyOnly}},
	"returndue":  {{parts: "G-2026-0001:2:Thiếu", may: agencyOnly}},
	"reopen":     {{parts: "G-2026-0004:2", may: agencyOnly}},
	"note":       {{parts: "G-2026-0001", may: agencyOnly}},
	"inquire":    {{parts: "G-2026-0001", may: agencyOnly}},
	"inquiry":    {{parts: "G-2026-0001:Ảnh chụp ở đâu", may: agencyOnly}},
	"refuse":     {{parts: "G-2026-0005:2", may: agencyOnly}},
	"bulk":       {{parts: "G-2026-0001@2:G-2026-0001@2", may: agencyOnly}},
	"s.what":     {{parts: "G-2026-0004:2", may: ofUnit}},
	"s.whyfix":   {{parts: "G-2026-0004:2:Sai tên", may: ofUnit}},
	"s.answer":   {{parts: "G-2026-0001:0", may: ofUnit}},
	"nilunits":   {{parts: "2026-12:hour:zalo:PT001", may: agencyOnly}},
	"nilwhen":    {{parts: "2026-12:hour:zalo:PT001", may: agencyOnly}},
	"passedunit": {{parts: "1", may: agencyOnly, talk: passedOn}},
	"passedwhen": {{parts: "1", may: agencyOnly, talk: passedOn}},
	"received":   {{parts: "PT001:2026-12:zalo", may: agencyOnly}},
	"contact":    {{parts: "Lan", may: []string{"Lan", "Hạnh", "Quân"}}},
	"rgask":      {{parts: "erase", may: everybody[:9]}},
	"rgin":       {{parts: "erase", may: agencyOnly}},
	"rgno":       {{parts: "1", may: agencyOnly}},
	"rglink":     {{parts: "1", may: agencyOnly}},
	"rgcut":      {{parts: "1:G-2026-0001", may: admin}},
	"extdate":    {{parts: "a:2026-12", may: agencyOnly}},
	"extreason":  {{parts: "a:2026-12:2026-12-25", may: agencyOnly}},
	"log":        {{may: admin}, {parts: "uPT001:20261101-", may: admin}},
	"extconfirm": {{parts: "a:2026-12:2026-12-25:", may: agencyOnly}},
}

// commands has who may ask by a word.
var commands = map[string][]string{
	"start": everybody[:9], "menu": everybody[:9], "help": everybody[:9], "trogiup": everybody[:9], "riengtu": everybody[:9], "huy": everybody[:9], "toi": everybody[:9], "xinxoa": everybody[:9], "xinsua": everybody[:9], "rutdongy": everybody[:9],
	"gui": ofAnyUnit, "khong": ofAnyUnit, "ky": ofAnyUnit, "dagui": ofAnyUnit, "thoi": anyFocals,
	"bangiao": ofAnyUnit, "donvi": {"Vang", "Sơn", "Hạnh", "Quân"}, "tinhhinh": withBlocks, "baocao": agencyOnly, "baocao6thang": agencyOnly, "baocaonam": agencyOnly, "quantri": admin, "nhatky": admin, "yeucau": agencyOnly,
	"moi": agencyOnly, "choxem": agencyOnly, "ghinhan": agencyOnly, "giahan": agencyOnly, "tamdung": agencyOnly, "tim": finders,
	texts.LabelForward: agencyOnly,
}

// bad has, for every part of a button or question, what it can never be.
var bad = map[string][]string{
	"unit": {"PT999", "pt001", "*"}, "draft": {"99", "x", "-1"}, "version": {"0", "99", "x", "02"}, "number": {"G-2026-9999", "x"},
	"choice": {"-1", "99", "x"}, "question": {"nothing", "x"}, "from": {"elsewhere"}, "group": {"nobody"}, "on": {"2", "yes"}, "sure": {"2", "yes"}, "yes": {"2", "yes"},
	"period": {"2026-13", "1999-12", "2099-12", "x", "2026-Q5"}, "page": {"-1", "x", "1.5"}, "time": {"0", "x"}, "moment": {"0", "-5", "x"},
	"file": {"-1", "99", "x"}, "block": {"ffffffff"}, "place": {"PT999"}, "member": {"0", "99", "x"}, "role": {"king", "Focal"}, "hash": {strings.Repeat("f", 16), "1"},
	"post": {"third"}, "purpose": {"x"}, "phrase": {"-1", "99", "x"}, "days": {"0", "61", "x"}, "units": {"-1", "x"}, "channel": {"smoke"},
	"scope": {"uPT999", "bffffffff", "b" + turn.BlockKey(""), "z"}, "day": {"2026-02-31", "x", "2020-01-01"}, "kind": {"letter", "card", "annex", "nominees", "x"}, "papers": {"x", "list"}, "internal": {"report", "press", "letter", "x"}, "section": {"x"}, "subject": {"-1", "5", "x"},
	"of": {"x", "u"}, "span": {"2026-11-01", "20261301-"}, "before": {"-", "x", "1-"},
	"table": {"U1", "x"}, "shown": {"x"}, "seen": {"PT999", "*"}, "meant": {"x"}, "steer": {"x", "stop it"},
	"drafted": {"x", "0123456789abcdef"}, "paragraph": {"-1", "99", "x"}, "part": {"x"}, "duty": {"month", "x"},
	"passed": {"0", "99", "x"}, "each": {"2", "yes"},
	"inquiry": {"-1", "99", "x"}, "ruling": {"0", "99", "x"},
	"request": {"0", "99", "x"}, "right": {"see", "x"},
	"early": {"-1", "1", "99", "x"}, "mark": {"00000000", "x"}, "about": {"G-2026-9999", "x"},
	"query": nil, "numbers": nil, "reason": nil, "list": nil, "directory": nil, "answers": nil, "codes": nil, "names": nil, "more": nil, "after": nil, // any text
}

// others has what is there, but not theirs who may ask about PT001 alone; and
// what was once.
var others = map[string][]string{
	"unit": {"PT002"}, "draft": {"4", "5", "6"}, "number": {"G-2026-0002"}, "version": {"1"}, "member": {"Tú"}, "place": {"PT002"},
}

// gateHouse makes a house in which every sample is good.
func gateHouse(t *testing.T) *house {
	t.Helper()
	h := newHouse(t)
	h.now = time.Date(2026, 12, 16, 8, 0, 0, 0, h.desk.Rules.Zone)
	h.desk.Rules.Publication.Leave = report.BySelf
	h.unit("PT001", "Trường Hoa Ban", "month quarter")
	h.unit("PT002", "Xã Dào San", "month quarter")
	h.unit("PT003", "Xã Tung Qua Lìn", "month")
	h.unit("PT005", "Điểm trường Cũ", "month")
	for _, who := range []struct{ name, posts string }{
		{"Già", "focal PT005"}, {"Lan", "focal PT001"}, {"Mai", "focal PT001 deputy"}, {"Vang", "head PT001"}, {"Tú", "focal PT002"}, {"Sơn", "head PT002"},
		{"Hạnh", "officer"}, {"Quân", "admin"}, {"Thủy", "leader"}, {"Bình", "blockhead Khối 1"}, {"Cựu", "focal PT001"},
	} {
		h.member(who.name, who.posts)
	}
	whole := report.Content{
		Category: report.GoodDeed, Object: report.Person, Name: "Lò Văn Ánh", Place: "bản Nà Cúng", Title: "Bí mật thứ nhất",
		Summary: "Vận động 32 hộ hiến đất làm đường bản.", Consent: report.NotGiven,
	}
	counted := whole
	counted.Results = "32 hộ"
	other := whole
	other.Title = "Bí mật thứ hai"
	photo := report.Content{Media: []report.Media{{Kind: string(chat.Photo), FileID: "F", Unique: "U", Caption: "Ảnh chụp"}, {Kind: "document", FileID: "W", Unique: "W", Name: "w.docx"}}}
	pictured := whole
	pictured.Media = photo.Media
	november := []report.Period{{Duty: report.Month, Year: 2026, Number: 11}}
	h.change(func(tx *storage.Tx) error {
		var errs []error
		for n, d := range []report.Draft{
			{By: h.id("Lan"), Unit: "PT001", Asked: []string{"unit"}, Step: "category", Content: report.Content{Name: "Lò Văn Ánh"}},
			{By: h.id("Lan"), Unit: "PT001", Asked: []string{"unit"}, Step: "groups", Content: whole},
			{By: h.id("Lan"), Unit: "PT001", Asked: []string{"unit"}, Content: photo},
			{By: h.id("Mai"), Unit: "PT001", Asked: []string{"unit"}, Content: whole},
			{By: h.id("Tú"), Unit: "PT002", Asked: []string{"unit"}, Content: other},
			{By: h.id("Hạnh"), Unit: "PT002", Asked: []string{"unit"}, Content: other, OnBehalf: "zalo", Received: h.now.Add(-time.Hour)},
			{By: h.id("Cựu"), Unit: "PT001", Asked: []string{"unit"}, Content: whole},
			{By: h.id("Lan"), Unit: "PT001", Asked: []string{"unit"}, Content: other},
			{By: h.id("Lan"), Unit: "PT001", Asked: []string{"unit"}, Step: "results", Content: counted},
		} {
			made, err := tx.NewDraft(d)
			if err == nil {
				made, err = tx.PutDraft(made) // so that there was a version before
			}
			if err == nil && made.ID != uint64(n+1) {
				err = fmt.Errorf("draft %d", made.ID)
			}
			if made.ID == 8 && err == nil {
				_, err = tx.Submit(made, report.Period{Duty: report.Month, Year: 2026, Number: 12}, h.now)
			}
			errs = append(errs, err)
		}
		for _, e := range []report.Example{
			{Unit: "PT001", By: h.id("Lan"), Periods: november, Content: pictured, Review: report.Received, Sent: h.now, Received: h.now},
			{Unit: "PT002", By: h.id("Tú"), Periods: november, Content: other, Review: report.Received, Sent: h.now, Received: h.now},
			{Unit: "PT001", By: h.id("Lan"), Periods: november, Content: whole, Review: report.Accepted, Sent: h.now, Received: h.now},
			{Unit: "PT001", By: h.id("Lan"), Periods: november, Content: whole, Review: report.Accepted, Sent: h.now, Received: h.now, Ruled: h.id("Hạnh"), RuleAt: h.now},
			{Unit: "PT001", By: h.id("Lan"), Periods: november, Content: whole, Review: report.Selected, Sent: h.now, Received: h.now, Ruled: h.id("Hạnh"), RuleAt: h.now},
		} {
			e, err := tx.NewExample(e)
			errs = append(errs, err)
			if e.Review == report.Received || e.Ruled != 0 {
				_, err = tx.NewVersion(e)
				errs = append(errs, err)
			}
		}
		left, err := tx.Draft(7)
		old, _ := tx.Unit("PT005")
		old.ActiveTo, old.Successor, old.Training = report.NewDate(2026, 12, 15), "PT001", report.NewDate(2026, 12, 1)
		errs = append(errs, tx.PutPause(report.Pause{Period: report.Period{Duty: report.Month, Year: 2027, Number: 3}, Unit: "PT002"}))
		errs = append(errs, err, tx.LeaveDraft(left), tx.PutUnits([]report.Unit{old}))
		errs = append(errs, publish(tx, report.Example{Unit: "PT001", By: h.id("Lan"), Periods: november, Content: whole, Sent: h.now, Received: h.now}))
		_, err = tx.NewExample(report.Example{Unit: "PT001", By: h.id("Lan"), Periods: november, Content: whole, Review: report.Withdrawn, Sent: h.now, Received: h.now})
		errs = append(errs, err)
		for hash, post := range map[string]report.Post{"0": {Role: report.Leader}, "1": {Role: report.Head, Unit: "PT001"}} {
			_, i := invite.Issue(post, h.id("Quân"), h.now)
			i.Hash = strings.Repeat(hash, 64)
			errs = append(errs, tx.PutInvite(i))
		}
		errs = append(errs,
			asks(tx, report.ToErase, "G-2026-0001"), asks(tx, report.ToCorrect, "G-2026-0001"),
			tx.PutHandling(report.Handling{Number: "G-2026-0001", Inquiries: []report.Inquiry{{Text: "Ảnh chụp ở đâu?"}}, Note: report.Note{Text: "Đã gọi trưởng bản."}}),
			tx.PutHandling(report.Handling{Number: "G-2026-0004", Rulings: 1, Undo: report.Undo{Ruling: 1, RuledAt: h.now, Review: report.Received}}),
			tx.PutHandling(report.Handling{Number: "G-2026-0005", Corrections: []report.Correction{{What: "Sai tên", Why: "Gõ nhầm"}}}),
			tx.PutNil(report.Filing{Period: report.Period{Duty: report.Month, Year: 2026, Number: 9}, Unit: "PT001", At: h.now.Add(-time.Hour), By: h.id("Lan")}),
			tx.PutNil(report.Filing{Period: report.Period{Duty: report.Month, Year: 2026, Number: 9}, Unit: "PT002", At: h.now.Add(-time.Hour), By: h.id("Hạnh")}),
			tx.PutPause(report.Pause{Period: report.Period{Duty: report.Month, Year: 2026, Number: 8}, Unit: "PT001", By: h.id("Hạnh")}),
		)
		return errors.Join(errs...)
	})
	h.member("Cựu", "")
	h.id("Lạ")
	h.deliver()
	return h
}

// asks lets somebody ask for something of the data about them.
func asks(tx *storage.Tx, right report.Right, number string) error {
	_, err := tx.NewDataRequest(report.DataRequest{Right: right, Name: "Lò Văn Pín", Text: "Xin xóa bài về tôi", Example: number})
	return err
}

// fill puts into a sample what gateHouse numbered.
func (h *house) fill(parts []string) []string {
	full := slices.Clone(parts)
	for i, part := range full {
		switch {
		case part == "v1" || part == "v2" || part == "v8" || part == "v9":
			h.look(func(tx *storage.Snapshot) error {
				d, err := tx.Draft(uint64(part[1] - '0'))
				full[i] = fmt.Sprint(d.Version)
				return err
			})
		case part == "pub":
			full[i] = "1"
		case part == "nil":
			full[i] = fmt.Sprint(h.now.Add(-time.Hour).UnixNano())
		case part == "hour":
			full[i] = fmt.Sprint(h.now.Add(-time.Hour).Unix())
		case h.people[part] != 0:
			full[i] = fmt.Sprint(h.people[part])
		}
	}
	return full
}

// An asking is one button pressed, or one question answered, as it could be
// forged.
type asking struct {
	verb     turn.Verb
	question turn.Question
	word     string
	parts    []string
	talk     records.Talk
	group    bool // in a group chat
}

func (a asking) String() string {
	return strings.Join(append([]string{string(a.verb) + string(a.question) + a.word}, a.parts...), ":")
}

var errUndone = errors.New("undone")

// try does what is asked and undoes it: it gives what was said to whom, and
// all records as they would be.
func (h *house) try(name string, a asking) (said []storage.Row, records string) {
	h.t.Helper()
	id := h.id(name)
	ev := chat.Event{Kind: chat.Said, From: chat.Person{ID: id, Name: name}, Chat: id, Private: !a.group, MessageID: 9_999, Text: "Bà con rất vui mừng"}
	talk := a.talk
	switch {
	case a.verb != "":
		ev.Kind, ev.Text, ev.Press = chat.Pressed, "", chat.Press{Query: "q", Data: chat.Action{Verb: string(a.verb), Args: a.parts}.String()}
	case a.word != "":
		ev.Text = a.word
	default:
		talk.Ask, talk.Args = string(a.question), a.parts
	}
	raw, err := json.Marshal(ev)
	if err != nil {
		h.t.Fatal(err)
	}
	err = h.store.Update(h.now, func(tx *storage.Tx) error {
		if _, err := tx.Member(id); err == nil {
			if err := tx.PutTalk(id, talk); err != nil {
				return err
			}
		}
		if err := h.desk.Handle(tx, storage.Item{Raw: raw}); err != nil {
			return err
		}
		said, err = tx.Outbox(100)
		records = h.recordsOf(&tx.Snapshot)
		return errors.Join(errUndone, err)
	})
	if !errors.Is(err, errUndone) {
		h.t.Fatalf("%s by %s: %v", a, name, err)
	}
	return said, records
}

// variants are a sample with each part left out, empty, doubled, and what it
// can never be; and with one part more.
func variants(r turn.Route, parts []string) (list [][]string) {
	for i, part := range r.Do.Parts {
		if i >= len(parts) {
			break
		}
		if !part.Optional {
			list = append(list, slices.Delete(slices.Clone(parts), i, i+1), replaced(parts, i, ""))
		}
		list = append(list, slices.Insert(slices.Clone(parts), i, parts[i]))
		for _, wrong := range bad[part.Name] {
			list = append(list, replaced(parts, i, wrong))
		}
	}
	full := slices.Clone(parts)
	for len(full) <= len(r.Do.Parts) {
		full = append(full, "1")
	}
	return append(list, full)
}

func replaced(parts []string, i int, part string) []string {
	parts = slices.Clone(parts)
	parts[i] = part
	return parts
}

// TestGate lays every word, every button and every open question before
// everybody, as it is good, and as it is not. What is not good changes no record and is told to
// nobody but who asked; who may not ask gets no word of what it is about.
func TestGate(t *testing.T) {
	h := gateHouse(t)
	h.look(func(tx *storage.Snapshot) error { h.before = h.recordsOf(tx); return nil })
	for _, r := range routes {
		for _, word := range r.Words {
			who := commands[texts.LabelForward] // the only words without a command or a button
			switch {
			case len(r.Commands) > 0:
				who = commands[r.Commands[0]]
			case r.Verb != "":
				who = buttons[r.Verb][0].may
			}
			if who == nil {
				t.Errorf("%s: not known who may ask this", word)
			}
			h.onlyBy(asking{word: word}, who)
		}
		for _, name := range r.Commands {
			if commands[name] == nil {
				t.Errorf("/%s: not known who may ask this", name)
			}
			h.onlyBy(asking{word: "/" + name}, commands[name])
		}
		for _, sample := range samplesOf(t, r) {
			var parts []string
			if sample.parts != "" {
				parts = strings.Split(sample.parts, ":")
			}
			good := asking{verb: r.Verb, question: r.Question, parts: h.fill(parts), talk: sample.talk}
			h.onlyBy(good, sample.may)
			h.notInGroups(good)
			for _, parts := range variants(r, good.parts) {
				wrong := good
				wrong.parts = parts
				h.onlyBy(wrong, nil)
			}
			h.notOfOthers(r, good, sample.may)
		}
	}
}

// TestGateIsShutBehind lays before those who may ask what was good once: the
// agency has ruled, or the question that a button belongs to is closed.
func TestGateIsShutBehind(t *testing.T) {
	h := gateHouse(t)
	h.before = h.records()
	for _, past := range []struct{ name, data string }{
		{"Lan", "s.pull:G-2026-0003:1"}, {"Lan", "s.pulled:G-2026-0003:1"}, {"Lan", "s.amend:G-2026-0003:1"}, {"Lan", "fix:G-2026-0003:1"},
		{"Lan", "s.attach:G-2026-0001:2:3"}, {"Lan", "d.caption:3:0"},
		{"Lan", "q.tick:PT001:2026-Q4:G-2026-0002:1:0"}, {"Lan", "q.done:PT001:2026-Q4"}, {"Lan", "q.new:PT001:2026-Q1"}, {"Lan", "q.new:PT001:2026-12"},
		{"Lan", "nil:PT001:2026-08"}, {"Lan", "d.period:2:v2:2026-01"}, {"Lan", "n.undo:PT001:2026-11:nil"},
		{"Hạnh", "acc:G-2026-0003:1"}, {"Hạnh", "ret:G-2026-0003:1"}, {"Hạnh", "retp:G-2026-0003:1:0"}, {"Hạnh", "reto:G-2026-0001:2:5"},
		{"Hạnh", "bhn:PT001:2026-01:zalo:hour"}, {"Hạnh", "exok:a:2026-12:2026-12-25"}, {"Hạnh", "exok:a:2026-12:2026-12-18"}, {"Hạnh", "unp:PT001:2026-12"},
		{"Hạnh", "praise:G-2026-0001"}, {"Quân", "rmok:Quân:admin:"},
	} {
		parts := strings.Split(past.data, ":")
		h.changesNothing(asking{verb: turn.Verb(parts[0]), parts: h.fill(parts[1:])}, past.name)
	}
	noReason := records.Talk{Ask: "return", Args: []string{"G-2026-0001", "2"}}
	h.changesNothing(asking{verb: "reto", parts: []string{"G-2026-0001", "2", "5"}, talk: noReason}, "Hạnh")
}

// samplesOf are the samples of a route. Those of a new one are to be written
// here, beside who may ask it.
func samplesOf(t *testing.T, r turn.Route) []sample {
	t.Helper()
	if r.Who == 0 {
		t.Errorf("%+v: nobody may ask this", r)
	}
	for _, part := range r.Do.Parts {
		if _, ok := bad[part.Name]; !ok {
			t.Errorf("%s%s: not known what cannot be a %q", r.Verb, r.Question, part.Name)
		}
	}
	samples, ofForm := append(buttons[r.Verb], questions[r.Question]...), false
	if key, ok := strings.CutPrefix(string(r.Question), "d."); ok {
		_, ofForm = form.Find(key)
	}
	switch {
	case ofForm:
		return []sample{{parts: "more", may: writer, talk: records.Talk{Draft: 1}}}
	case len(samples) == 0 && (r.Verb != "" || r.Question != ""):
		t.Errorf("no sample of %s%s", r.Verb, r.Question)
	}
	return samples
}

// onlyBy lays before everybody what these may ask, and nobody else.
func (h *house) onlyBy(a asking, may []string) {
	h.t.Helper()
	for _, name := range everybody {
		if slices.Contains(may, name) {
			if said, _ := h.try(name, a); !h.answered(said) {
				h.t.Errorf("%s by %s is refused: %v", a, name, said)
			}
			continue
		}
		h.changesNothing(a, name)
	}
}

// notInGroups asks it where others listen.
func (h *house) notInGroups(a asking) {
	h.t.Helper()
	a.group = true
	for _, name := range everybody {
		if said, after := h.try(name, a); len(said) > 0 || after != h.before {
			h.t.Errorf("%s by %s in a group: %v", a, name, said)
		}
	}
}

// notOfOthers asks the same about what is another's, or was once.
func (h *house) notOfOthers(r turn.Route, good asking, may []string) {
	h.t.Helper()
	for i := range good.parts {
		name := r.Do.Parts[i].Name
		for _, other := range others[name] {
			wrong := good
			wrong.parts = h.fill(replaced(good.parts, i, other))
			if slices.Equal(wrong.parts, good.parts) {
				continue
			}
			for _, who := range may {
				if slices.Contains(agencyOnly, who) && (name == "unit" || name == "number") {
					continue // the agency asks about all units
				}
				h.changesNothing(wrong, who)
			}
		}
	}
}

// answered reports whether what was said is more than a refusal.
func (h *house) answered(said []storage.Row) bool {
	return slices.ContainsFunc(said, func(row storage.Row) bool { return !slices.Contains(h.refusals(), row.Message.Text) })
}

// refusals are the words with which a question is turned down.
func (h *house) refusals() []string {
	o := h.desk.Office
	return []string{"", texts.Stale(), texts.StaleAnswer(), o.NotUnderstood(true), o.NotUnderstood(false), o.NotForYou(), o.NoUnit(), o.ForFocals(true), o.ForFocals(false), o.Stranger()}
}

// changesNothing asks what may not be asked.
func (h *house) changesNothing(a asking, name string) {
	h.t.Helper()
	said, after := h.try(name, a)
	if after != h.before {
		want, got := strings.Split(h.before, "\n"), strings.Split(after, "\n")
		for i := range want {
			if got[i] != want[i] {
				h.t.Errorf("%s by %s changes a record from\n%s\nto\n%s", a, name, want[i], got[i])
			}
		}
	}
	secrets := []string{"Hoa Ban", "PT001", "G-2026", "Ánh", "Bí mật", "Lan", "Mai"}
	switch {
	case slices.Contains([]string{"Lan", "Mai", "Vang"}, name):
		secrets = []string{"Dào San", "G-2026-0002", "Bí mật thứ hai", "Tú"}
	case slices.Contains(withBlocks, name):
		secrets = nil // the agency and those above see all units
	}
	for _, row := range said {
		if row.Chat != h.id(name) {
			h.t.Errorf("%s by %s: %s is told %q", a, name, h.name(row.Chat), row.Message)
		}
		for _, secret := range secrets {
			if strings.Contains(row.Message.String(), secret) {
				h.t.Errorf("%s by %s shows %q:\n%s", a, name, secret, row.Message)
			}
		}
	}
}

// records is everything of the store that a press could change.
func (h *house) records() (all string) {
	h.t.Helper()
	h.look(func(tx *storage.Snapshot) error { all = h.recordsOf(tx); return nil })
	return all
}

func (h *house) recordsOf(tx *storage.Snapshot) string {
	h.t.Helper()
	var b strings.Builder
	keep := func(v any, err error) {
		line, jerr := json.Marshal(v)
		if err := errors.Join(err, jerr); err != nil {
			h.t.Fatal(err)
		}
		b.Write(append(line, '\n'))
	}
	invites, err := tx.Invites()
	slices.SortFunc(invites, func(a, b report.Invite) int { return strings.Compare(a.Hash, b.Hash) })
	keep(invites, err)
	keep(tx.Members())
	received, returned, err := tx.Waiting()
	keep([][]string{received, returned}, err)
	for n := range 12 {
		keep(tx.Handling(fmt.Sprintf("G-2026-%04d", n)))
	}
	listed, _ := tx.ListedPublications()
	for _, number := range listed {
		keep(tx.Publication(number))
	}
	keep(tx.AuditLog(records.AuditQuery{}, 0))
	keep(tx.Fetches())
	keep(tx.Jobs())
	keep(tx.Snoozes())
	keep(tx.Chases())
	keep(tx.OpenDataRequests())
	keep(tx.ClosedDataRequests())
	keep(tx.Directory().Units(), nil)
	for _, period := range []string{"2026-08", "2026-09", "2026-11", "2026-12", "2026-Q4"} {
		p, err := report.ParsePeriod(period)
		if err != nil {
			h.t.Fatal(err)
		}
		keep(tx.ExamplesIn(p))
		keep(tx.FilingsIn(p))
		keep(tx.Extensions(p))
		keep(tx.Paused(p, "PT001"), nil)
	}
	for id := range int64(12) {
		keep(tx.Drafts(101 + id))
	}
	return b.String()
}

// An officer who is no admin has no say over the agency's own posts.
func TestOfficerHasNoSayOverTheAgency(t *testing.T) {
	for _, data := range []string{"invr:officer", "invr:admin", "rm:102:officer:", "rmok:105:leader:", "invx:" + strings.Repeat("0", 16)} {
		h := officeWith(t)
		before := h.records()
		h.do(h.id("Hạnh"), chat.Event{Kind: chat.Pressed, MessageID: 1, Press: chat.Press{Data: data}})
		if h.records() != before || !strings.Contains(h.out.String(), texts.Stale()) {
			t.Errorf("%s: %s", data, h.out.String())
		}
	}
}

// The words of the agency's menu get a member of another role a polite
// refusal, and a stranger nothing of the house.
func TestWordsOfOtherRoles(t *testing.T) {
	for _, word := range []string{"Chờ xem", "Ghi nhận thay", "Gia hạn", "Tạm dừng", "Mời", "Quản trị", "/moi", "/choxem"} {
		for _, who := range []string{"Tú", "Thủy", "Sơn", "stranger"} {
			h := officeWith(t)
			before := h.records()
			h.say(who, word)
			want := h.desk.Office.NotForYou()
			if who == "stranger" {
				want = h.desk.Office.Stranger()
			}
			if h.records() != before || h.last(who).Text != want {
				t.Errorf("%s by %s: %s", word, who, h.out.String())
			}
		}
	}
}
