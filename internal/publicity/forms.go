package publicity

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"guongsang/internal/letters"
	"guongsang/internal/privacy"
	"guongsang/internal/publicity/spoken"
	"guongsang/internal/texts"
)

// A Form is one of the shapes in which an introduction is published.
type Form string

// The forms.
const (
	Channel     Form = "channel"
	Article     Form = "article"
	ZaloPage    Form = "zalo"
	Social      Form = "facebook"
	Loudspeaker Form = "loudspeaker"
)

// All lists the forms in the order in which they are shown.
var All = [...]Form{Channel, Article, ZaloPage, Social, Loudspeaker}

// Forms has the text of each form.
type Forms map[Form]string

// The bounds of the takers.
const (
	MaxCaption = 1024 // UTF-16 units under an album of Telegram
	MaxMessage = 4096 // of a message
	MaxTitle   = 150  // letters of an article or Zalo page
	MaxSapo    = 300
	MaxAuthor  = 50
	MinSocial  = 80 // words of a Facebook or Zalo post, where there is so much to say
	MaxSocial  = 150
	MaxSpoken  = 350 // words in two minutes of a loudspeaker

	spokenPerMinute = 165
)

// Of makes all forms of a View for everybody. Of what may not be published, or is
// not accepted, there are none.
func Of(v privacy.View) (Forms, error) {
	if err := publishable(v); err != nil {
		return nil, err
	}
	forms := Forms{}
	for _, f := range All {
		forms[f] = makers[f](v)
	}
	return forms, nil
}

var makers = map[Form]func(privacy.View) string{Channel: channel, Article: article, ZaloPage: article, Social: social, Loudspeaker: loudspeaker}

// publishable refuses a View of which nothing may be published.
func publishable(v privacy.View) error {
	switch {
	case v.Audience != privacy.Public:
		return fmt.Errorf("publicity for %s: made for the audience %q, not for everybody", v.Number, v.Audience)
	case v.Hidden:
		return fmt.Errorf("publicity for %s: nothing of it may be shown: %q", v.Number, v.Why)
	case !privacy.Accepted(v.Review):
		return fmt.Errorf("publicity for %s: it is %q, not accepted", v.Number, v.Review)
	}
	return nil
}

// story is what a View tells, in paragraphs, beside who it is about.
func story(v privacy.View) (all []string) {
	add := func(field string, introduced func(string) string) {
		for i, p := range paragraphs(field) {
			if i == 0 {
				p = introduced(p)
			}
			all = append(all, ended(texts.Cap(p)))
		}
	}
	as := func(s string) string { return s }
	add(v.Summary, as)
	add(v.When, texts.PublicityWhen)
	add(v.Results, texts.PublicityResults)
	add(v.Spread, as)
	add(v.Honoured, texts.PublicityHonoured)
	if quote := strings.Join(strings.Fields(v.More.Quote), " "); quote != "" {
		all = append(all, ended(texts.PublicityQuote(quote)))
	}
	return all
}

// who is the sentence that introduces, as short as the room for it.
func who(v privacy.View, most int, long letters.Measure) string {
	for dropped := range 5 {
		if s := texts.PublicityWho(v, dropped); long(s) <= most {
			return s
		}
	}
	return letters.CutBehindWord(texts.PublicityWho(v, 4), most, long)
}

// article is the text of an article: title, sapo, body. One that somebody wrote is told
// as it was written.
func article(v privacy.View) string {
	opening := who(v, MaxSapo-forDeed, runes)
	told := story(v)
	if written := paragraphs(v.More.Article); len(written) > 0 {
		told = written
	}
	sapo, body := lead(opening, told)
	if v.More.Video != "" {
		body = append(body, texts.PublicityVideo(v.More.Video))
	}
	if all := texts.PublicityWho(v, 0); opening != all {
		body = append([]string{all}, body...)
	}
	return strings.Join(append([]string{letters.CutBehindWord(texts.PublicityTitle(v), MaxTitle, runes), sapo}, body...), "\n\n")
}

const (
	forDeed = 90 // letters of a sapo that are left for what was done
	minBody = 30 // words that a body has at least, unless there are fewer
)

// lead takes the beginning of a story into the sapo, behind the sentence that
// introduces: two sentences at most. Where little would be left, the story stays
// whole, and a fixed sentence stands in the sapo.
func lead(opening string, story []string) (sapo string, body []string) {
	sapo = opening
	var taken int
	if len(story) > 0 {
		all := letters.Sentences(story[0])
		for taken < min(2, len(all)) && runes(sapo+" "+all[taken]) <= MaxSapo {
			sapo, taken = sapo+" "+all[taken], taken+1
		}
		if rest := strings.Join(all[taken:], " "); rest != "" {
			body = []string{rest}
		}
		body = append(body, story[1:]...)
	}
	if taken > 0 && words(strings.Join(body, " ")) >= minBody {
		return sapo, body
	}
	if len(story) == 0 {
		story = []string{opening}
	}
	return opening + " " + texts.PublicityInvitation(), story
}

// short is a story in so many words, each paragraph as say has it. Where not all
// has room, what was achieved does before how.
func short(v privacy.View, say func(string) string, most int) string {
	all := story(v)
	for i := range all {
		all[i] = say(all[i])
	}
	body, rest := fill(all, "\n\n", most, words)
	p := paragraphs(v.Results)
	if len(rest) == 0 || len(p) == 0 {
		return body
	}
	results := say(ended(texts.PublicityResults(p[0])))
	at := slices.Index(all, results)
	if at < 0 || words(results) > most/2 || strings.Contains(body, results) {
		return body
	}
	body, _ = fill(all[:at], "\n\n", most-words(results), words)
	return join([]string{body, results})
}

// channel is the text of a channel post.
func channel(v privacy.View) string {
	all := []string{ended(texts.PublicityTitle(v)), texts.PublicityWho(v, 0)}
	all = append(all, story(v)...)
	return strings.Join(append(all, strings.Join(texts.PublicityHashtags(v), " ")), "\n\n")
}

// Post cuts the text of a channel post into the caption of its album and the
// messages that follow; without photos all of it is messages.
func Post(text string, photos int) (caption string, messages []string) {
	rest := paragraphs(text)
	if photos > 0 {
		caption, rest = fill(rest, "\n\n", MaxCaption, units)
	}
	for len(rest) > 0 {
		var message string
		message, rest = fill(rest, "\n\n", MaxMessage, units)
		messages = append(messages, message)
	}
	return caption, messages
}

// social is the text of a Facebook or Zalo post.
func social(v privacy.View) string {
	tags := strings.Join(texts.PublicityHashtags(v), " ")
	title := letters.CutBehindWord(ended(texts.PublicityTitle(v)), MaxSocial/3, words)
	room := MaxSocial - words(tags) - words(title)
	opening := who(v, room/2, words)
	body := short(v, func(s string) string { return s }, room-words(opening))
	parts := []string{title, opening, body}
	if body == "" || MaxSocial-words(strings.Join(parts, " ")+" "+tags) >= words(texts.PublicityInvitation()) {
		parts = append(parts, texts.PublicityInvitation())
	}
	return join(append(parts, tags))
}

func join(parts []string) string {
	var all []string
	for _, p := range parts {
		if p != "" {
			all = append(all, p)
		}
	}
	return strings.Join(all, "\n\n")
}

// loudspeaker is what is read out, all of it as spoken.
func loudspeaker(v privacy.View) string {
	opening := spoken.Text(texts.LoudspeakerOpening(v) + " " + ended(texts.PublicityTitle(v)))
	closing := texts.LoudspeakerClosing()
	about := spoken.Text(texts.PublicityWho(v, 0))
	body := short(v, spoken.Text, MaxSpoken-words(opening)-words(about)-words(closing))
	return join([]string{opening, about, body, closing})
}

// ReadingTime is how long a text takes to be read out: 330 words in two minutes.
func ReadingTime(text string) time.Duration {
	return time.Duration(words(text)) * time.Minute / spokenPerMinute
}

// Cut takes an article or a Zalo page apart as an officer has it in one text:
// title, sapo, and the paragraphs of the body.
func Cut(text string) (title, sapo string, body []string) {
	all := paragraphs(text)
	if len(all) > 0 {
		title = all[0]
	}
	if len(all) > 1 {
		sapo, body = all[1], all[2:]
	}
	return title, sapo, body
}
