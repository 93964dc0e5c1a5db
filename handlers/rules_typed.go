package handlers

import (
	"slices"
	"strings"

	"guongsang/handlers/draft"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// longestRuling is how many words a head's ruling has at most, with a reason.
const longestRuling = 25

// ruling are words by which heads rule on what waits for them.
var ruling = []string{"duyet", "tra lai", "tra ve", "dong y", "nhat tri", "thong qua", "cho gui", "gui di", "thieu", "sua lai", "bo sung", "chua duoc", "chua dat"}

// noRuling takes out words that only sound like one: giới thiệu, thiếu nhi; who asks
// whether somebody was not introduced rules on nothing.
var noRuling = strings.NewReplacer(" chua duoc gioi thieu ", " ", " gioi thieu ", " ", " thieu nhi ", " ", " thieu nien ", " ", " thieu thang ", " ", " thieu nhung don vi ", " ")

// asksElse are intents of who wants something else than to rule.
var asksElse = map[intent.Intent]bool{
	intent.AskStatus: true, intent.AskPeriod: true, intent.AskMissing: true, intent.AskSent: true, intent.AskCount: true, intent.AskDeadline: true, intent.AskHelp: true,
}

// leadToRuling leads a head who types what to do with a draft that waits to its buttons:
// what is typed sends nothing, and the message that asked may be far above. It reports
// whether one waits that the text can mean.
func leadToRuling(t *turn.Turn) (bool, error) {
	words := strings.FieldsFunc(letters.Fold(t.Event.Text), letters.NotOfWord)
	if len(t.Headed()) == 0 || t.Talk.Draft != 0 || len(words) > longestRuling {
		return false, nil
	}
	asked := intent.Understand(t.Speaker(), t.Event.Text).Intent
	said := noRuling.Replace(" " + strings.Join(words, " ") + " ")
	if asked != intent.SaysAgreed && (asksElse[asked] || paste.TellsDeed(t.Event.Text) || !letters.HasPhrase(said, ruling)) {
		return false, nil
	}
	waiting, err := waitingFor(t)
	if err != nil || len(waiting) == 0 {
		return false, err
	}
	d, err := t.Tx.Draft(waiting[0].Draft)
	if err != nil {
		return false, err
	}
	text := t.Office.AwaitsRuling(d, len(waiting)-1)
	if len(words) > 2 { // a reason may be in it
		text = texts.Quoted(letters.Tidy(t.Event.Text), text)
	}
	return true, t.Prompt(chat.Message{Text: text, Buttons: [][]chat.Button{draft.Ruling(d)}})
}

// waitingFor lists what waits for a head, the oldest first.
func waitingFor(t *turn.Turn) (all []report.Request, err error) {
	for _, unit := range t.Headed() {
		list, err := t.Tx.RequestsOf(unit)
		if err != nil {
			return nil, err
		}
		all = append(all, list...)
	}
	slices.SortStableFunc(all, func(a, b report.Request) int { return a.Since.Compare(b.Since) })
	return all, nil
}
