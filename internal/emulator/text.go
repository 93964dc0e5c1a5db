package emulator

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf16"
	"unicode/utf8"
)

// The bounds of texts, in code points after parsing, and in bytes before it.
const (
	maxText    = 4096
	maxCaption = 1024
	maxRawText = 32768
)

// Entity is a MessageEntity; offset and length count UTF-16 units.
type Entity struct {
	Type          string `json:"type"`
	Offset        int    `json:"offset"`
	Length        int    `json:"length"`
	URL           string `json:"url,omitempty"`
	Language      string `json:"language,omitempty"`
	CustomEmojiID string `json:"custom_emoji_id,omitempty"`
}

var entityTypes = []string{
	"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold", "italic", "underline",
	"strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code", "pre", "text_link", "text_mention",
	"custom_emoji", "date_time",
}

// messageText reads text and entities of a call as the server understands them.
func messageText(c *call, tooLong string) (string, []Entity, *apiError) {
	if !c.has("text") {
		return "", nil, malformed(textEmpty)
	}
	text, entities, e := formatted(c, "text", "entities")
	if e != nil {
		return "", nil, e
	}
	if text == "" {
		return "", nil, malformed(textBlank)
	}
	if utf8.RuneCountInString(text) > maxText {
		return "", nil, malformed(tooLong)
	}
	return text, entities, nil
}

// caption is messageText for a file, where it may be empty.
func caption(c *call) (string, []Entity, *apiError) {
	text, entities, e := formatted(c, "caption", "caption_entities")
	if e == nil && utf8.RuneCountInString(text) > maxCaption {
		e = malformed(textCaptionTooLong)
	}
	return text, entities, e
}

// formatted applies parse_mode or the given entities and trims what the server
// trims.
func formatted(c *call, textName, entitiesName string) (string, []Entity, *apiError) {
	text := c.values[textName]
	if !utf8.ValidString(text) {
		return "", nil, malformed(textNotUTF8)
	}
	if len(text) > maxRawText {
		return "", nil, malformed("text is too long")
	}
	var entities []Entity
	var e *apiError
	if c.has("parse_mode") {
		text, entities, e = parseMarkup(c.values["parse_mode"], text)
	} else if e = c.decode(entitiesName, &entities); e == nil {
		e = checkEntities(text, entities)
	}
	if e != nil {
		return "", nil, e
	}
	text, entities = trim(clean(text), entities)
	return text, addCommands(text, entities), nil
}

// clean replaces control characters by spaces, so that lengths stay.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' {
			return ' '
		}
		return r
	}, text)
}

// trim cuts blanks at both ends and moves the entities along.
func trim(text string, entities []Entity) (string, []Entity) {
	const blanks = " \n\t\r\u00a0"
	left := strings.TrimLeft(text, blanks)
	shift := units(text) - units(left)
	text = strings.TrimRight(left, blanks)
	end := units(text)
	var kept []Entity
	for _, en := range entities {
		from, to := max(en.Offset-shift, 0), min(en.Offset+en.Length-shift, end)
		if from >= to {
			continue
		}
		en.Offset, en.Length = from, to-from
		kept = append(kept, en)
	}
	return text, kept
}

// units is the length of a text in UTF-16.
func units(s string) (n int) {
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// checkEntities refuses entities that the real server would cut, drop or refuse.
func checkEntities(text string, entities []Entity) *apiError {
	encoded := utf16.Encode([]rune(text))
	for _, en := range entities {
		if !slices.Contains(entityTypes, en.Type) {
			return unlawful("entity of unknown type %q", en.Type)
		}
		end := en.Offset + en.Length
		if en.Offset < 0 || en.Length <= 0 || end > len(encoded) {
			return unlawful("entity %s at %d+%d is not within the text of %d units", en.Type, en.Offset, en.Length, len(encoded))
		}
		if inSymbol(encoded, en.Offset) {
			return malformed(fmt.Sprintf("entity begins in a middle of a UTF-16 symbol at byte offset %d", en.Offset))
		}
		if inSymbol(encoded, end) {
			return malformed(fmt.Sprintf("entity ends in a middle of a UTF-16 symbol at byte offset %d", end))
		}
		if en.Type == "text_link" && en.URL == "" {
			return unlawful("entity text_link without url")
		}
	}
	return nil
}

// inSymbol says whether the offset cuts a surrogate pair in two.
func inSymbol(encoded []uint16, at int) bool {
	return at > 0 && at < len(encoded) && utf16.IsSurrogate(rune(encoded[at])) && encoded[at] >= 0xdc00 && encoded[at-1] < 0xdc00 && encoded[at-1] >= 0xd800
}

var commandPattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:^|\s)(/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)`)
})

// addCommands finds bot commands, as the server does in every text.
func addCommands(text string, entities []Entity) []Entity {
	var commands [][]int
	if strings.Contains(text, "/") {
		commands = commandPattern().FindAllStringSubmatchIndex(text, -1)
	}
	for _, at := range commands {
		found := Entity{Type: "bot_command", Offset: units(text[:at[2]]), Length: units(text[at[2]:at[3]])}
		if !overlaps(entities, found) {
			entities = append(entities, found)
		}
	}
	slices.SortStableFunc(entities, func(a, b Entity) int {
		return cmp.Or(cmp.Compare(a.Offset, b.Offset), cmp.Compare(b.Length, a.Length))
	})
	return entities
}

// overlaps says whether code, a link or another command is there already.
func overlaps(entities []Entity, found Entity) bool {
	for _, en := range entities {
		plain := slices.Contains([]string{"code", "pre", "text_link", "bot_command"}, en.Type)
		if plain && en.Offset < found.Offset+found.Length && found.Offset < en.Offset+en.Length {
			return true
		}
	}
	return false
}
