package intent

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// An Intent is what a sentence asks for that somebody typed of their own accord.
type Intent string

// The intents. None of them does anything by itself: what they lead to shows
// something, or asks with a button.
const (
	NoIntent     Intent = "none"
	AskDeadline  Intent = "deadline" // until when
	AskStatus    Intent = "status"   // where the unit, or the whole, stands
	AskNil       Intent = "nil"      // nothing to introduce
	AskBegin     Intent = "begin"    // an introduction
	AskCorrect   Intent = "correct"  // something sent is wrong
	AskWithdraw  Intent = "withdraw" // something sent is to be taken back
	AskSent      Intent = "sent"     // what was sent
	AskHelp      Intent = "help"
	AskContact   Intent = "contact" // to speak with a person
	SaysGreeting Intent = "greeting"
	SaysThanks   Intent = "thanks"
	SaysAgreed   Intent = "agreed"   // "ok", where nothing was asked
	SaysKeep     Intent = "keep"     // that all is to stay as it is: "đừng rút"
	AskStop      Intent = "stop"     // not now
	AskPeriod    Intent = "period"   // another period
	AskUnit      Intent = "unit"     // another unit, or a unit by its name
	AskMissing   Intent = "missing"  // who has not sent
	AskCount     Intent = "count"    // how many
	AskPerson    Intent = "person"   // somebody by name
	AskRecord    Intent = "record"   // an example by its number
	AskReport    Intent = "report"   // a document
	AskHandover  Intent = "handover" // somebody else is to do this
	AskSnooze    Intent = "snooze"   // to be reminded later
	AskRight     Intent = "right"    // what the law lets people ask of the data about them
)

// maxUnitWords is how long a sentence is that names a unit and says one thing of
// it.
const maxUnitWords = 12

// maxIntentWords is how long a sentence may be: what is longer tells something.
const maxIntentWords = 40

// A Speaker is who typed a sentence, as far as that tells what it means.
type Speaker struct {
	Serves bool   // a unit, as focal point or head
	Agency bool   // works for the standing agency
	Leads  bool   // leader, or head of a block
	Open   string // key of the open question; empty: there is none
	// Offers reports whether a text is one of the choices of the open question;
	// nil: that takes a text.
	Offers func(text string) bool
	Today  report.Date // where the office is
}

// A Meaning is a sentence understood.
type Meaning struct {
	Intent Intent
	Period report.Period // if one is named
	Number string        // of an example, if one is named
	Name   string        // of a person or unit that is looked for, as it was typed
	Right  report.Right  // of AskRight
	About  About         // of AskHelp, if the answer is known and short
	Unsure bool          // where a text was asked for: it may be that text as well
}

// Understand finds out what a sentence asks for. It looks at nothing but what
// it is given, and when in doubt it understands nothing.
func Understand(by Speaker, text string) Meaning {
	s := Words(letters.Tidy(text))
	m := by.meaning(s, text)
	if m.Intent == NoIntent {
		m.Intent = by.atTheEnd(s, text)
	}
	return m
}

// meaning is Understand without what a long text comes to at its end.
func (by Speaker) meaning(s Sentence, text string) Meaning {
	m := Meaning{Intent: NoIntent, Period: PeriodIn(s, by.Today), Number: numberIn(s, by.Today)}
	if by.Open == "" && (onlyAgrees(s) || saysRight(s)) {
		m.Intent = SaysAgreed
		return m
	}
	if len(s.All) == 0 || len(s.All) > maxIntentWords {
		return m
	}
	if serves(by) && by.keeps(s) || by.Agency && by.Open == "" && notReminding().MatchString(strings.Join(s.All, " ")) {
		m.Intent = SaysKeep
		return m
	}
	if by.openAs() != "remark" && serves(by) {
		if right, ok := by.OwnRight(text); ok {
			m.Intent, m.Right = AskRight, right
			return m
		}
		if m.About = s.asksAbout(); m.About != "" {
			m.Intent = AskHelp
			return m
		}
	}
	if i := by.plainly(s); i != "" && m.Number == "" && !by.chose(s) {
		m.Intent = i
		return m
	}
	switch m.Intent = intentOf(by, s, &m); {
	case m.Intent == AskHandover && s.retired():
		m.Intent, m.Unsure = NoIntent, false
	case m.Intent == AskNil && (TellsOfNone(text) || NamesOne(text)):
		m.Intent, m.Unsure = NoIntent, false
	case m.Intent == AskStop && (saysRight(s) || by.Open == "preview" && saysSend(s)):
		m.Intent = NoIntent
	case m.Intent == AskWithdraw && by.Open == "consent" && strings.Contains(strings.ToLower(s.Text), texts.Right): // "đúng, đăng đi"
		m.Intent = NoIntent
	case m.Number == "" && (m.Intent == AskCorrect || m.Intent == AskWithdraw):
		m.Number = calledNumber(s, by.Today)
	case m.Intent == SaysKeep && by.Open == "preview" && notSentYet().MatchString(strings.Join(s.All, " ")): // "khoan gửi"
		m.Intent = AskStop
	}
	return m
}

var notSentYet = letters.Pattern(`\b(?:gui|nop|len)\b`)

// saysRight reports whether a sentence only says that something is right, which
// without its marks is the word for to stop.
func saysRight(s Sentence) bool {
	switch words := TrimCourtesy(s.All); len(words) {
	case 1:
		return words[0] == "dung" && strings.Contains(strings.ToLower(s.Text), texts.Right)
	case 2:
		return words[0] == "dung" && saidOfRight[words[1]]
	}
	return false
}

// saysSend reports whether a sentence has the word for sending and none that denies it or
// puts it off: it is none to stop by.
func saysSend(s Sentence) bool {
	return slices.Contains(s.All, "gui") && !slices.ContainsFunc(s.All, func(w string) bool { return notToSend[w] })
}

var notToSend = letters.Set("khong chua dung khoan thoi huy mai sau chieu lat de ban dang toi nghi xoa bo doi giu xong cho luu")

// saidOfRight are the words behind one that says that something is right: with them it
// never is that to stop.
var saidOfRight = letters.Set("roi vay the day do")

// A guess is what the model says of a sentence, once it is asked.
type guess func() (Intent, float64)

// intentOf finds the rule that a sentence follows. One that follows none is
// read again with its unknown words mended.
func intentOf(by Speaker, s Sentence, m *Meaning) Intent {
	likely := sync.OnceValues(func() (Intent, float64) { return by.likely(s) })
	if by.asksHow(s) {
		return AskHelp
	}
	if by.texting() {
		if m.Number = onlyNumber(s, by.Today); m.Number != "" {
			return AskRecord
		}
		if by.Open == "place" && NamesPlace(s.Text) {
			return NoIntent
		}
		var i Intent
		if i, m.Unsure = by.aside(s, likely); i == NoIntent {
			i = by.looking(s, m, likely)
		}
		if i == NoIntent {
			i = by.certainly(s, m, likely)
			m.Unsure = i != NoIntent
		}
		return i
	}
	if m.Number != "" {
		if i := by.certainly(s, m, likely); i == SaysKeep || i == AskStatus || i == AskReport {
			return i
		}
		return cmp.Or(ruled(by, s, learned().ofNumbered), AskRecord)
	}
	if by.Open == "" && serves(by) && s.putsRight() {
		if i, odds := likely(); i == AskUnit && odds >= certain {
			return i
		}
		return AskCorrect
	}
	if m.Name = personIn(s); m.Name != "" && by.Open == "" {
		if i := by.certainly(s, m, likely); i != NoIntent {
			return i
		}
		return AskPerson
	}
	if by.chose(s) || s.tells() && !s.goes(learned().takingAway) && !by.plainlyAsks(s, likely) {
		return by.certainly(s, m, likely)
	}
	if i, _ := by.asked(s, learned().rules, likely); i != "" {
		return i
	}
	if i := by.looking(s, m, likely); i != NoIntent {
		return i
	}
	if by.Serves && len(s.All) <= maxUnitWords {
		switch {
		case s.goes(learned().nilOfUnit):
			return AskNil
		case s.goes(learned().handedTo):
			return AskHandover
		}
	}
	if m.Name = unitIn(s); m.Name != "" && by.Open == "" {
		return AskUnit
	}
	return NoIntent
}

// means finds the rule that a sentence follows, if most of its words are known:
// the others tell a story. One that follows none is read again, mended.
func (by Speaker) means(s Sentence, rules []wordRule) Intent {
	for ok := true; ok; s, ok = s.mend() {
		if s.known >= by.least(s) {
			if i := ruled(by, s, rules); i != "" {
				return i
			}
		}
	}
	return ""
}

// How likely an intent has to be from 0 to 1.
const (
	unsure   = 0.3
	maybe    = 0.4  // where a text is asked for: to be asked about
	even     = 0.5  // that it is asked there how to answer
	rather   = 0.6  // where something is chosen, and beside a name
	surely   = 0.75 // that no rule knows better
	sure     = 0.7  // where something is asked: what is taken for a question is not kept
	surelyNo = 0.85 // that there is none, although a rule knows one
	certain  = 0.9  // in a text that is asked for, whatever it tells
)

// maxPlain is how many words a sentence has at most that tells of nobody, though it names
// somebody.
const maxPlain = 8

// asked is what a sentence asks for by the rules, or else most likely; "" if neither
// says anything. In doubt means that where a text is asked for, it may be that.
func (by Speaker) asked(s Sentence, rules []wordRule, likely guess) (i Intent, inDoubt bool) {
	rule := by.means(s, rules)
	if (rule == AskPeriod && by.Open != "" || rule == AskHelp || rule == AskStop) && !by.credible(s, rule) { // "Tháng 10 cô còn hiến máu"
		rule = ""
	}
	i, odds := likely()
	least := unsure
	switch {
	case by.texting():
		least = maybe
	case by.Open != "":
		least = rather
	}
	switch {
	case rule == AskWithdraw && i == AskStop && by.Open != "preview": // that somebody does not want to be shown any more is asked about
		return rule, false
	case rule != "" && (rule == i || odds < surely || i == NoIntent && odds < surelyNo):
		return rule, false
	case i == NoIntent || odds < least || !needless[i] || i == AskUnit && !by.Serves:
		return "", false
	case rule == "" && by.Serves && !by.texting() && odds < certain && len(s.All) > maxPlain && capitalsIn(s.Text) > 0: // it tells of somebody
		return "", false
	case i == SaysKeep && by.Open == "preview" && odds < certain, !by.credible(s, i):
		return "", false
	}
	if i == AskHelp {
		return i, by.texting() && odds < even
	}
	return i, by.texting() && (odds < sure || rule == "" && (capitalsIn(s.Text) > 0 || by.openAs() == "remark" || i == AskStop && odds < certain && by.Open != "summary" && tellsDeeds[by.Open]))
}

// plainlyAsks reports whether a sentence that names somebody asks for something all
// the same: a rule and the model say so, and the model is nearly certain.
func (by Speaker) plainlyAsks(s Sentence, likely guess) bool {
	i, odds := likely()
	return i != NoIntent && odds >= surelyNo && by.means(s, learned().rules) == i
}

// certainly is what a sentence asks for that the model is nearly certain of, whatever
// it tells beside that.
func (by Speaker) certainly(s Sentence, m *Meaning, likely guess) Intent {
	i, odds := likely()
	least := rather
	if by.texting() || by.openAs() == "remark" {
		least = certain
	}
	if by.chose(s) || i == NoIntent || odds < least || i == AskHelp && by.texting() && !s.endsAsking() || !by.credible(s, i) {
		return NoIntent
	}
	if i == AskUnit && !by.Serves {
		if m.Name = unitNamed(s.Text); m.Name == "" {
			return NoIntent
		}
	}
	if !needless[i] {
		return by.looking(s, m, likely)
	}
	return i
}

// looking is whether a sentence most likely looks for somebody, or for an example, whom
// it names.
func (by Speaker) looking(s Sentence, m *Meaning, likely guess) Intent {
	i, odds := likely()
	if odds < rather || len(s.All) > maxAside && odds < certain {
		return NoIntent
	}
	switch i {
	case AskPerson:
		if m.Name = cmp.Or(personIn(s), longestCapitals(s.Text), soughtName(s.Text)); m.Name != "" {
			return AskPerson
		}
	case AskRecord:
		if m.Number = cmp.Or(numberIn(s, by.Today), bareNumber(s, by.Today)); m.Number != "" {
			return AskRecord
		}
	}
	return NoIntent
}

// longestCapitals is the longest run of two words or more that begin with a capital,
// beside the first of the text.
func longestCapitals(text string) (longest string) {
	words := strings.Fields(text)
	start := 1
	if allCapital(text) || len(words) > 0 && letters.Capital(words[0]) && Surnames[letters.Fold(words[0])] {
		start = 0
	}
	for from := start; from < len(words); from++ {
		to := from
		for to < len(words) && letters.Capital(strings.Trim(words[to], `,.?!"“”`)) {
			to++
		}
		if run := strings.Trim(strings.Join(words[from:to], " "), `,.?!"“”`); to-from > 1 && len(run) > len(longest) {
			longest = run
		}
		from = max(from, to-1)
	}
	return longest
}

// needless are the intents for which the sentence need name nobody.
var needless = map[Intent]bool{}

func init() {
	for _, i := range modelled {
		needless[i] = i != AskPerson && i != AskRecord
	}
}

// ruled is the intent of the first rule that a sentence follows.
func ruled(by Speaker, s Sentence, rules []wordRule) Intent {
	for _, r := range rules {
		if (r.who == nil || r.who(by)) && s.goes(r.ways) {
			return r.intent
		}
	}
	return ""
}

// texting reports whether a text is asked for: it may sound like much, and is
// not to be lost for it.
func (by Speaker) texting() bool {
	return by.Open != "" && by.Open != "preview" && by.Offers == nil
}

// aside is what a sentence asks for while a text is asked for. In doubt means that it
// may be that text.
func (by Speaker) aside(s Sentence, likely guess) (i Intent, inDoubt bool) {
	if len(s.All) > maxAside || by.Open == "name" && (personIn(s) != "" || allCapital(s.Text)) {
		return NoIntent, false
	}
	if s.goes(learned().takingAway) && by.Open != "summary" { // whoever is named, it is no place
		return AskWithdraw, true
	}
	if i, inDoubt = by.asked(s, learned().aside, likely); i == "" {
		return NoIntent, false
	}
	return i, inDoubt
}

// chose reports whether the sentence is a choice of the open question.
func (by Speaker) chose(s Sentence) bool {
	return by.Open != "" && by.Offers != nil && by.Offers(s.Text)
}

// tells reports whether a sentence tells of somebody: it has much beside a name
// in the middle, a good deed, or several figures, and asks nothing.
func (s Sentence) tells() bool {
	if len(s.All) <= 10 {
		return false
	}
	if len(s.All) > 12 && !strings.Contains(s.Text, "?") && (letters.HasPhrase(" "+Spoken(s.Text)+" ", GoodDeeds) || s.figures() > 2) {
		return true
	}
	run := 0
	for i, word := range strings.Fields(s.Text) {
		if i == 0 || !letters.Capital(word) {
			run = 0
		} else if run++; run >= 2 {
			return true
		}
	}
	return false
}

// figures counts the numbers of a sentence.
func (s Sentence) figures() (n int) {
	for _, word := range s.All {
		if letters.IsDigits(word) {
			n++
		}
	}
	return n
}

// least is how many of a hundred words of a sentence have to be known.
func (by Speaker) least(s Sentence) int {
	switch {
	case by.texting():
		return 90
	case len(s.All) <= 6:
		return 50
	case len(s.All) <= 12:
		return 65
	}
	return 80
}
