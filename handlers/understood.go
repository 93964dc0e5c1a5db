package handlers

import (
	"errors"
	"slices"
	"strings"

	"guongsang/handlers/agency"
	"guongsang/handlers/behalf"
	"guongsang/handlers/draft"
	"guongsang/handlers/find"
	"guongsang/handlers/pick"
	"guongsang/handlers/rights"
	"guongsang/handlers/supplement"
	"guongsang/handlers/turn"
	"guongsang/handlers/unit"
	"guongsang/internal/chat"
	"guongsang/internal/correction"
	"guongsang/internal/digest"
	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// A sentence that is understood leads to what a button or a word of the menu
// leads to, through the same gate: nobody may do by a sentence what the routes
// refuse them. None files, sends, withdraws or throws anything away; where a
// button could, it is shown, and pressing it asks as ever.

// understood does what a sentence asks for, and puts the question again that it
// did not answer.
func understood(t *turn.Turn) error {
	m := t.Meant
	t.Meant = intent.Meaning{}
	d, open, err := t.Opened()
	if err != nil {
		return err
	}
	if open {
		if done, err := inDraft(t, m, d); err != nil || done {
			return err
		}
	}
	t.Below()
	if err := atDesk(t, m); err != nil || !open {
		return err
	}
	note := ""
	if m.Intent == intent.AskStatus || m.Intent == intent.AskSent {
		note = texts.DraftNotSent()
	}
	_, err = draft.Stand(t, note)
	return err
}

// inDraft does what is meant of the draft that is open.
func inDraft(t *turn.Turn, m intent.Meaning, d report.Draft) (done bool, err error) {
	switch m.Intent {
	case intent.AskStop:
		return true, draft.Save(t, d)
	case intent.AskSnooze:
		if !strings.Contains(letters.Fold(t.Event.Text), "nhac") { // "để chiều": the draft
			return true, draft.Save(t, d)
		}
	case intent.AskPeriod:
		return true, draft.ChangePeriod(t, d, m.Period)
	case intent.AskUnit:
		return true, draft.ChangeUnit(t, d)
	case intent.AskBegin:
		if len(strings.Fields(t.Event.Text)) < 3 { // "gửi": that is what the draft is for
			return draft.Stand(t, "")
		}
	case intent.AskHelp:
		if m.About == "" { // all of it is a screenful, and would stand above the draft
			return draft.Stand(t, t.Office.HelpAtPreview())
		}
		return draft.Stand(t, texts.ShortAnswer(string(m.About)))
	case intent.AskStatus, intent.AskSent:
		if asksIfSent(t.Event.Text) {
			return draft.Stand(t, texts.DraftNotSent())
		}
	case intent.SaysGreeting, intent.SaysThanks, intent.SaysAgreed: // what stands is said at once
		return draft.Stand(t, politely(t, m.Intent)+" "+texts.DraftNotSent())
	case intent.AskCorrect:
		if m.Number == "" {
			return true, draft.Edit(t, d)
		}
	case intent.AskWithdraw:
		if m.Number == "" && d.Amends == "" && (intent.Discards(t.Event.Text) || strings.HasPrefix(letters.Fold(t.Event.Text), "xoa")) { // what is open, which was not sent
			return true, draft.Discard(t, d)
		}
	}
	return false, nil
}

// asksIfSent reports whether a text only asks whether what is being written was sent:
// "gửi chưa em", "xong chưa".
func asksIfSent(text string) bool {
	said := " " + letters.Fold(strings.Trim(text, "?.! ")) + " "
	return len(strings.Fields(said)) <= 6 && letters.HasPhrase(said, []string{"gui chua", "gui duoc chua", "xong chua", "gui roi chua", "nhan duoc chua", "nhan chua", "gui di chua"}) &&
		!letters.HasPhrase(said, []string{"don vi", "truong", "xa", "thang", "quy", "ky", "chung toi"})
}

// atDesk does what is meant whatever is open.
func atDesk(t *turn.Turn, m intent.Meaning) error {
	serves := len(t.Member.Represented()) > 0
	if !serves && (m.Intent == intent.AskContact || m.Intent == intent.AskMissing) {
		if shown, err := showOneNamed(t); err != nil || shown {
			return err
		}
	}
	if serves && (m.Intent == intent.AskPerson || m.Intent == intent.AskUnit && len(servedLike(t, m.Name)) == 0) && len(pick.Named(t.Tx.Directory(), t.Today(), t.Event.Text)) > 0 {
		return byCommand(t, intent.Meaning{Intent: intent.AskStatus}) // of whichever unit, that of the writer is what can be told
	}
	if t.Member.Agency() && (m.Intent == intent.AskPerson || m.Intent == intent.AskUnit) {
		if found := pick.Named(t.Tx.Directory(), t.Today(), t.Event.Text); len(found) > 0 {
			return agency.ShowUnits(&t.Reading, found)
		}
	}
	switch m.Intent {
	case intent.AskHelp:
		if m.About != "" {
			return polite(t, texts.ShortAnswer(string(m.About)))
		}
		return help(&t.Reading)
	case intent.AskRight:
		return rights.OfferSaid(t, m.Right)
	case intent.AskContact:
		return t.Say(chat.Message{Text: t.Office.ContactIs()})
	case intent.SaysAgreed:
		if offer, ok := lastOffer(t); ok {
			return t.Prompt(offer)
		}
		return polite(t, politely(t, m.Intent))
	case intent.SaysGreeting, intent.SaysThanks:
		return polite(t, politely(t, m.Intent))
	case intent.SaysKeep:
		return t.Say(chat.Message{Text: texts.LeftAsItIs()})
	case intent.AskPerson:
		if serves && correction.Corrects(t.Event.Text) {
			if offered, err := supplement.OfferCorrection(t); err != nil || offered {
				return err
			}
		}
		if serves && !isOnly(t.Event.Text, m.Name) {
			if shown, err := find.Person(&t.Reading, m.Name); err != nil || shown {
				return err
			}
			return draft.OfferTold(t) // nobody who is known: it may introduce somebody
		}
		return find.Show(&t.Reading, m.Name)
	case intent.AskUnit:
		if found := agency.FindUnits(&t.Reading, m.Name); t.Member.Agency() && m.Name != "" && len(found) > 0 {
			return agency.ShowUnits(&t.Reading, found)
		}
		if serves && m.Name != "" && len(servedLike(t, m.Name)) == 0 {
			return draft.OfferTold(t) // "chị X ở bản Mù Sang" is no unit's name
		}
	case intent.AskRecord, intent.AskCorrect, intent.AskWithdraw:
		switch {
		case m.Number != "":
			return record(t, m.Number)
		case serves:
			if offered, err := supplement.OfferCorrection(t); err != nil || offered {
				return err
			}
			return unit.ShowLatest(&t.Reading)
		}
	case intent.AskNil:
		if serves {
			return unit.OfferNil(t, intent.PeriodsIn(intent.Words(t.Event.Text), t.Today()))
		}
		if t.Member.Agency() && t.Talk.Draft == 0 {
			return behalf.OfferNil(&t.Reading, intent.PeriodsIn(intent.Words(t.Event.Text), t.Today()))
		}
	case intent.AskHandover:
		if serves {
			return unit.OfferHandover(&t.Reading)
		}
	case intent.AskSnooze:
		if r := table.verbs[turn.Verb(chat.VerbSnooze)]; t.May(r) {
			return unit.OfferSnooze(t)
		}
	case intent.AskDeadline:
		if looksOn(t) {
			return agency.Deadlines(&t.Reading)
		}
	}
	if !serves && slices.Contains(ofUnits, m.Intent) {
		if led, err := ledByWords(t); err != nil || led {
			return err
		}
		return t.MainMenu(t.Office.NotUnderstood(false))
	}
	return byCommand(t, m)
}

// isOnly reports whether a text is a name and no more than words around it.
func isOnly(text, name string) bool {
	return len(strings.Fields(text)) <= len(strings.Fields(name))+2 && !strings.ContainsAny(text, ",;0123456789")
}

// servedLike lists the units that the member writes for and a name can mean.
func servedLike(t *turn.Turn, name string) []report.Unit {
	return slices.DeleteFunc(agency.FindUnits(&t.Reading, name), func(u report.Unit) bool { return !t.Member.Represents(u.Code) })
}

// ofUnits are what only those can mean who write for a unit.
var ofUnits = []intent.Intent{intent.AskNil, intent.AskBegin, intent.AskCorrect, intent.AskWithdraw, intent.AskPeriod, intent.AskUnit, intent.AskHandover, intent.AskSnooze}

// missesDraft answers who wants to go on with a draft and has none: one of a colleague is
// the colleague's own.
func missesDraft(t *turn.Turn) (bool, error) {
	if !letters.HasPhrase(" "+letters.Fold(t.Event.Text)+" ", []string{"ban nhap"}) {
		return false, nil
	}
	drafts, err := t.Tx.Drafts(t.Member.ID)
	if err != nil || len(drafts) > 0 {
		return false, err
	}
	return true, t.MainMenu(t.Office.NoDraft())
}

// byCommand does what is meant as a word of the menu does it: the first of those
// that lead there which the member may ask for.
func byCommand(t *turn.Turn, m intent.Meaning) error {
	do := chat.Action{}
	p := m.Period
	if p == (report.Period{}) {
		p = t.Working()
	}
	switch m.Intent {
	case intent.AskBegin:
		if missed, err := missesDraft(t); err != nil || missed {
			return err
		}
		do = chat.Do(chat.VerbIntroduce)
	case intent.AskStatus:
		if m.Period != (report.Period{}) && p != t.Working() {
			do = chat.Do(digest.VerbShow, p, digest.Main, 0)
		}
	case intent.AskReport:
		do = chat.Do(digest.VerbPapers, p)
	case intent.AskMissing:
		do = chat.Do(digest.VerbShow, p, digest.Gaps, 0)
	case intent.AskCount:
		do = chat.Do(digest.VerbShow, p, digest.Main, 0)
	}
	if r, ok := table.verbs[turn.Verb(do.Verb)]; ok && t.May(r) {
		return r.Perform(t, do.Args)
	}
	if r := table.verbs[digest.VerbShow]; m.Intent == intent.AskReport && m.Period != (report.Period{}) && t.May(r) {
		return perform(t, chat.Do(digest.VerbShow, p, digest.Main, 0)) // heads of blocks have no documents
	}
	commands := []string{"tinhhinh", "ky", "donvi", "menu"}
	if m.Intent == intent.AskSent {
		commands = []string{"dagui", "tinhhinh", "donvi", "menu"}
	}
	for _, name := range commands {
		if r := table.commands[name]; t.May(r) {
			return r.Perform(t, nil)
		}
	}
	return nil
}

// looksOn reports whether the member looks at all units.
func looksOn(t *turn.Turn) bool {
	return t.Member.Agency() || t.Member.Holds(report.Leader, report.BlockHead)
}

// lastOffer is what was offered last and can be refused there, offered again: "ok" presses
// no button.
func lastOffer(t *turn.Turn) (m chat.Message, ok bool) {
	offered := t.Talk.Offered
	if len(offered) < 2 || offered[len(offered)-1].Do.Verb != string(turn.VerbCancel) {
		return m, false
	}
	return chat.Message{Text: texts.PressToAgree(offered[0].Label), Buttons: turn.Column(offered...)}, true
}

// politely is the answer to what is only polite.
func politely(t *turn.Turn, said intent.Intent) string {
	switch said {
	case intent.SaysGreeting:
		return t.Office.GreetBack()
	case intent.SaysThanks:
		return t.Office.ThankBack()
	}
	return t.Office.AgreeBack()
}

// polite answers so, and says what is open, if anything, with the buttons that close it:
// nothing was done by what was said.
func polite(t *turn.Turn, text string) error {
	owed, err := unit.OpenNow(t)
	if err != nil {
		return err
	}
	if owed == "" {
		return t.Say(chat.Message{Text: text})
	}
	return t.Say(chat.Message{Text: text + " " + owed, Buttons: [][]chat.Button{{
		turn.Button(texts.LabelIntroduce, chat.VerbIntroduce), turn.Button(texts.LabelNil, chat.VerbNilPick)}}})
}

// record shows an example by its number, as the roles of the member may see it.
func record(t *turn.Turn, number string) error {
	e, err := t.Tx.Example(number)
	switch {
	case err == nil && t.Speaks(e.Unit):
		return perform(t, chat.Do(string(draft.VerbSee), number))
	case err == nil && t.Member.Agency() || err == nil && t.Member.Holds(report.Leader):
		return perform(t, chat.Do(string(digest.VerbExample), number))
	case err != nil && !errors.Is(err, storage.ErrNotFound):
		return err
	}
	return t.Say(chat.Message{Text: t.Office.NoRecord(number)})
}
