package find

import (
	"slices"
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/search"
	"guongsang/internal/texts"
)

// begin looks for what follows the command, or asks for what to look.
func begin(t *turn.Reading) error {
	if _, text, _ := strings.Cut(strings.TrimSpace(t.Event.Text), " "); strings.HasPrefix(t.Event.Text, "/") && letters.Tidy(text) != "" {
		return Show(t, text)
	}
	return ask(t)
}

func ask(t *turn.Reading) error {
	t.Ask(question)
	return t.Prompt(chat.Message{Text: t.Office.AskFind(), Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
}

func answer(t *turn.Reading) error { return Show(t, t.Event.Text) }

const (
	// longest is how many words somebody types who looks for something.
	longest = 12
	// longestOfUnit is that for those who write for a unit: what is longer may tell of
	// somebody.
	longestOfUnit = 4
)

// Asked shows what a text looks for that says so itself ("tìm hiến đất tháng 10"), if
// there is something.
func Asked(t *turn.Reading) (shown bool, err error) {
	if !asks(t.Event.Text) || t.Event.Forwarded {
		return false, nil
	}
	f, err := either(t, t.Event.Text, 0)
	if err != nil || f.all == 0 {
		return false, err
	}
	return true, say(t, f)
}

// Nothing answers a text that says itself that it looks for something, where there is
// nothing and nobody who could be telling of somebody.
func Nothing(t *turn.Reading) (said bool, err error) {
	if !asks(t.Event.Text) || t.Event.Forwarded || !readerOf(t).Reads() || len(t.Member.Represented()) > 0 {
		return false, nil
	}
	return true, Show(t, strings.Join(strings.Fields(t.Event.Text)[1:], " "))
}

// asks reports whether a text begins with the word by which something is looked for.
func asks(text string) bool {
	words := strings.Fields(letters.Fold(letters.Tidy(text)))
	return len(words) > 1 && len(words) <= longest && words[0] == letters.Fold(texts.WordFind)
}

// Words shows the examples that have all words of a text, if there are any. Those who
// only write for a unit may as well tell of somebody: of theirs only short texts are
// looked for, and not in what the examples tell.
func Words(t *turn.Reading, text string) (shown bool, err error) {
	said := strings.Fields(letters.Tidy(text))
	q, reader := queryOf(t, text), readerOf(t)
	if t.Event.Forwarded || len(said) > longest || strings.Contains(text, "\n") || !tells(q.Words) {
		return false, nil
	}
	if !reader.Agency && reader.Audience == "" {
		if q.Heads = true; len(said) > longestOfUnit {
			return false, nil
		}
	}
	f, err := look(t, q, text, 0)
	if err != nil || f.all == 0 {
		return false, err
	}
	return true, say(t, f)
}

// tells reports whether words are enough to look for: a number, or three letters.
func tells(words []string) bool {
	return slices.ContainsFunc(words, letters.IsDigits) || len(strings.Join(words, "")) > 2
}

// Person shows the examples that introduce somebody whom a text can mean by a part of
// the name, if there are any.
func Person(t *turn.Reading, text string) (shown bool, err error) {
	s, ok := intent.SoughtIn(text)
	if !ok {
		return false, nil
	}
	f, err := look(t, personOf(s), text, 0)
	if err != nil || f.named == 0 {
		return false, err
	}
	return true, say(t, f)
}

// Show shows what a text looks for: somebody of the name, or whatever has the words.
func Show(t *turn.Reading, text string) error {
	t.CloseQuestion()
	if m := intent.Understand(t.Speaker(), text); m.Number != "" {
		return showNumbered(t, m.Number)
	}
	f, err := either(t, text, 0)
	if err != nil {
		return err
	}
	if f.all == 0 {
		return t.Say(chat.Message{Text: t.Office.NothingFound(text)})
	}
	return say(t, f)
}

// showPage shows another page of what a text looks for.
func showPage(t *turn.Reading, text string, page int) error {
	f, err := either(t, text, page)
	if err != nil {
		return err
	}
	if page > 0 && len(f.lines) == 0 {
		return t.Stale()
	}
	if f.all == 0 {
		return t.Show(chat.Message{Text: t.Office.NothingFound(text)})
	}
	return t.Show(f.message())
}

// either looks for somebody of a name first, then for the words, and last for what
// narrows as if it were words, too.
func either(t *turn.Reading, text string, page int) (found, error) {
	if s, ok := intent.SoughtIn(text); ok {
		if f, err := look(t, personOf(s), text, page); err != nil || f.named > 0 {
			return f, err
		}
	}
	q := queryOf(t, text)
	f, err := look(t, q, text, page)
	if err != nil || f.all > 0 || !q.Narrows() {
		return f, err
	}
	return look(t, search.Query{Words: search.Words(text)}, text, page)
}

// personOf is the query for somebody who is looked for by a part of the name.
func personOf(s intent.Sought) search.Query {
	return search.Query{Words: search.Words(strings.Join(s.Name, " ")), Place: search.Words(strings.Join(s.Place, " "))}
}

// queryOf is the query that a text makes: its words, but for those that narrow it.
func queryOf(t *turn.Reading, text string) search.Query {
	n := intent.Narrowed(text, t.Today())
	q := search.Query{Periods: n.Periods, Year: n.Year, Category: n.Category, Reviews: n.Reviews}
	said := " " + strings.Join(n.Words, " ") + " "
	for _, block := range t.Tx.Directory().Blocks() {
		name := strings.Join(intent.Narrowed(block, t.Today()).Words, " ")
		if before, after, ok := strings.Cut(said, " "+name+" "); ok && name != "" {
			q.Block, said = block, before+" "+after
			break
		}
	}
	q.Words = search.Words(said)
	return q
}
