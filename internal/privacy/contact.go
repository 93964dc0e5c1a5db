package privacy

import (
	"slices"

	"guongsang/internal/contact"
	"guongsang/internal/report"
)

// contacts gives by what somebody is reached in a text. Of somebody whose name may not
// stand none of it may.
func contacts(s string) []contact.Passage { return contact.Find(s, callCard) }

// callCard reports whether some words call a number that of a card or an account.
func callCard(before string) bool {
	t := cut(before)
	for i := range t.words {
		if t.particle(i, "card") > 0 {
			return true
		}
	}
	return false
}

// contactsNot gives the contacts in the content of an example, by key, that a View of
// it does not show. Others may be added by hand: the agency has a number, too.
func contactsNot(v View, c report.Content) (keys []string) {
	shown := contactKeys(v.said(), v.More.Quote, v.More.Article, v.More.Link, v.More.Video)
	for _, key := range contactKeys(c.Name, c.Title, c.Summary, c.Results, c.Spread, c.When, c.Position, c.More.Quote, c.More.Article, c.More.Phone, c.More.AuthorPhone) {
		if !slices.Contains(shown, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

func contactKeys(texts ...string) (keys []string) {
	for _, s := range texts {
		for _, c := range contacts(s) {
			keys = append(keys, c.Key)
		}
	}
	return keys
}

// contacts puts dots in the place of contacts.
func (m mask) contacts(s string) (edits []edit) {
	if !m.reached {
		return nil
	}
	for _, c := range contacts(s) {
		edits = append(edits, edit{c.From, c.To, left})
	}
	return edits
}
