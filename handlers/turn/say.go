package turn

import (
	"fmt"
	"slices"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// Say sends a new message. Its buttons can be answered by number or by label
// until the next message with buttons.
func (t *Reading) Say(m chat.Message) error {
	return t.put(storage.Row{Message: m})
}

// Beneath sends a message below one with buttons, which can still be answered by
// number: one that is made to be copied or forwarded.
func (t *Reading) Beneath(m chat.Message) error {
	offered := t.Talk.Offered
	err := t.Say(m)
	t.Talk.Offered = offered
	return err
}

// Show edits the message whose button was pressed, so that menus do not pile
// up; where nothing was pressed, or the message is used already, it says.
func (t *Reading) Show(m chat.Message) error { return t.show(storage.Row{Message: m}) }

// Below lets what is shown stand below all that was said, in a message of its
// own, although a button above was pressed.
func (t *Reading) Below() { t.shown = true }

// Prompt shows where the conversation stands: a question, a draft, a menu. If
// very many of them wait to be sent, the older are not worth it.
func (t *Reading) Prompt(m chat.Message) error { return t.show(storage.Row{Message: m, Passing: true}) }

func (t *Reading) show(row storage.Row) error {
	if m := row.Message; t.Event.Kind != chat.Pressed || t.Event.MessageID == 0 || t.shown || m.File != nil || m.Keys != nil {
		return t.put(row)
	}
	t.shown = true
	t.offer(row.Message)
	row.Chat, row.Way, row.Target, row.Asks = t.Event.Chat, storage.Edit, t.Event.MessageID, t.asksAnew()
	return t.out(row)
}

func (t *Reading) put(row storage.Row) error {
	row.Chat, row.Asks = t.Member.ID, t.asksAnew()
	t.offer(row.Message)
	return t.out(row)
}

// asksAnew reports whether what is said now puts a question that was not open
// before.
func (t *Reading) asksAnew() bool {
	anew := !t.asked && t.Talk.Ask != "" && open(t.Talk) != t.opened
	t.asked = t.asked || anew
	return anew
}

func (t *Reading) offer(m chat.Message) {
	var offered []chat.Button
	for _, line := range m.Buttons {
		offered = append(offered, line...)
	}
	t.Talk.Offered = offered
}

// Toast answers a press with a short notice on the screen; "" only stops the
// little clock.
func (t *Reading) Toast(text string) error {
	if t.Event.Kind != chat.Pressed {
		if text == "" {
			return nil
		}
		return t.Say(chat.Message{Text: text})
	}
	t.answered = true
	return t.out(storage.Row{Chat: t.Event.Chat, Way: storage.Answer, Query: t.Event.Press.Query, Message: chat.Message{Text: text}})
}

// Tell sends a message to somebody else, as to one of these roles: see As.
func (t *Turn) Tell(to report.Member, who Who, unit string, m chat.Message) error {
	_, err := t.Tx.Put(storage.Row{Chat: to.ID, Message: m, Guard: As(to, who, unit)})
	return err
}

// TellColleagues sends a message to all others who work for the standing agency.
func (t *Turn) TellColleagues(m chat.Message) error {
	officers, err := t.Officers()
	if err != nil {
		return err
	}
	for _, o := range officers {
		if o.ID == t.Member.ID {
			continue
		}
		if err := t.Tell(o, Agency, "", m); err != nil {
			return err
		}
	}
	return nil
}

// As guards what is told to a member as to one of these roles, of the unit if
// one is given: should the post be lost before it leaves, it stays in the house,
// whatever else the member may be by then.
func As(to report.Member, who Who, unit string) *storage.Guard {
	p, _ := postOf(to, who, unit)
	return &storage.Guard{Member: to.ID, Posts: []report.Post{p}}
}

// TellAccount says one thing to one account, member or not.
func (t *Turn) TellAccount(account int64, text string) error {
	_, err := t.Tx.Put(storage.Row{Chat: account, Message: chat.Message{Text: text}})
	return err
}

// TellUnit tells something to the focal points of a unit, or of those that go on from it.
func (t *Turn) TellUnit(unit string, m chat.Message) error {
	focals, err := t.Tx.Holders(report.Focal, unit)
	if err == nil && len(focals) == 0 {
		for _, u := range t.goOn(unit) {
			if err := t.TellUnit(u.Code, m); err != nil {
				return err
			}
		}
	}
	for _, f := range focals {
		if f.ID == t.Member.ID {
			continue
		}
		if err := t.Tell(f, Focal, unit, m); err != nil {
			return err
		}
	}
	return err
}

// Ask opens a question: the next text that is no command, menu word or button
// goes to it.
func (t *Reading) Ask(question Question, parts ...any) {
	t.Talk.Ask, t.Talk.Args = string(question), nil
	for _, part := range parts {
		t.Talk.Args = append(t.Talk.Args, fmt.Sprint(part))
	}
}

// Asked reports whether this is the open question, opened with these parts
// before any others.
func (t *Reading) Asked(question Question, parts ...any) bool {
	for i, part := range parts {
		if t.Arg(i) != fmt.Sprint(part) {
			return false
		}
	}
	return t.Talk.Ask == string(question)
}

// Early reports whether a text was typed before its writer can have seen the
// question that is open.
func (t *Reading) Early() bool {
	return t.Tx.Unseen(t.Event.Chat, storage.Said{Item: t.Place, Message: t.Event.MessageID, At: t.Event.At})
}

// AskOfEarly asks what to do with the texts that were typed early, in one
// message as long as the question is the same. Its buttons can be typed as well; the
// numbers go on after those of the question.
func (t *Turn) AskOfEarly(m chat.Message) error {
	t.kept = true
	for _, line := range m.Buttons {
		for _, b := range line {
			t.Talk.Offered = slices.DeleteFunc(t.Talk.Offered, func(o chat.Button) bool { return o.Do.Verb == b.Do.Verb })
		}
	}
	for _, line := range m.Buttons {
		t.Talk.Offered = append(t.Talk.Offered, line...)
	}
	row := storage.Row{Chat: t.Member.ID, Message: m, Passing: true}
	if _, there, err := t.Tx.Delivery(t.Talk.EarlyIn); err != nil {
		return err
	} else if there {
		row.TargetKey = t.Talk.EarlyIn
		return t.Tx.PutEdit(row)
	}
	row.Key = fmt.Sprintf("early/%d/%d", t.Member.ID, t.Place)
	t.Talk.EarlyIn = row.Key
	_, err := t.Tx.Put(row)
	return err
}

// CloseQuestion closes the open question: the next text answers nothing.
func (t *Reading) CloseQuestion() { t.Talk.Ask, t.Talk.Args = "", nil }

// Arg is one of the parts that the open question was opened with.
func (t *Reading) Arg(n int) string {
	if n < len(t.Talk.Args) {
		return t.Talk.Args[n]
	}
	return ""
}

// Stale answers an old button, and leaves everything as it is.
func (t *Reading) Stale() error {
	if t.Event.Kind == chat.Said {
		return t.Toast(texts.StaleAnswer())
	}
	return t.Toast(texts.Stale())
}

// Refuse answers somebody who may not do this: a forged or inherited button,
// or a word of another role.
func (t *Reading) Refuse(what string) error {
	t.Log.Warn("refused", "member", t.Member.ID, "what", what)
	if t.Event.Kind == chat.Pressed {
		return t.Stale()
	}
	return t.Say(chat.Message{Text: t.Office.NotForYou()})
}
