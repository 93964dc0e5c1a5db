package telegram

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/go-telegram/bot/models"

	"guongsang/internal/chat"
)

// What a message, a caption and a notice may hold, in code points.
const (
	maxText    = 4096
	maxCaption = 1024
	maxNotice  = 200
)

// words are a message's text with its title bold. They are never markup: what a
// person wrote is shown as it is.
type words struct {
	text string
	bold int // UTF-16 code units at the start that are bold
}

func wordsOf(m chat.Message) words {
	return words{m.String(), utf16Len(strings.TrimSpace(m.Title))}
}

func (w words) entities() []models.MessageEntity {
	if w.bold == 0 {
		return nil
	}
	return []models.MessageEntity{{Type: models.MessageEntityTypeBold, Offset: 0, Length: w.bold}}
}

func (w words) plain() words { return words{text: w.text} }

// blank reports whether nothing would be seen: Telegram refuses that.
func (w words) blank() bool { return strings.TrimSpace(w.text) == "" }

// split cuts words into pieces of at most limit code points, at the end of a
// line where there is one in the latter half.
func (w words) split(limit int) []words {
	var parts []words
	for {
		cut := byteIndex(w.text, limit) // the only look at the text: counting what is left would be one at all of it
		if cut == len(w.text) {
			break
		}
		if i := strings.LastIndexByte(w.text[:cut], '\n'); i > cut/2 {
			cut = i + 1
		}
		head := words{w.text[:cut], min(w.bold, utf16Len(w.text[:cut]))}
		w = words{w.text[cut:], max(w.bold-utf16Len(w.text[:cut]), 0)}
		if !head.blank() {
			parts = append(parts, head)
		}
	}
	if len(parts) == 0 || !w.blank() {
		parts = append(parts, w)
	}
	return parts
}

// shorten cuts words that cannot be split, because they replace one message.
func (w words) shorten(limit int) words {
	if utf8.RuneCountInString(w.text) <= limit {
		return w
	}
	text := w.text[:byteIndex(w.text, limit-1)]
	return words{text + "…", min(w.bold, utf16Len(text))}
}

// byteIndex is where the n-th code point of s begins.
func byteIndex(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

func utf16Len(s string) (n int) {
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// keyboard makes the buttons under a message; nil if there are none.
func keyboard(buttons [][]chat.Button) (*models.InlineKeyboardMarkup, error) {
	k := &models.InlineKeyboardMarkup{InlineKeyboard: make([][]models.InlineKeyboardButton, 0, len(buttons))}
	for _, line := range buttons {
		keys := make([]models.InlineKeyboardButton, 0, len(line))
		for _, b := range line {
			data := b.Do.String()
			if data == "" || len(data) > chat.MaxAction || strings.TrimSpace(b.Label) == "" {
				return nil, fmt.Errorf("button for %q: action of %d bytes, label of %d", b.Do.Verb, len(data), len(b.Label))
			}
			keys = append(keys, models.InlineKeyboardButton{Text: b.Label, CallbackData: data})
		}
		if len(keys) > 0 {
			k.InlineKeyboard = append(k.InlineKeyboard, keys)
		}
	}
	if len(k.InlineKeyboard) == 0 {
		return nil, nil
	}
	return k, nil
}

// underText is what goes under a new text: its buttons, or the menu that stays
// under the text field from then on.
func underText(buttons *models.InlineKeyboardMarkup, menu [][]string) models.ReplyMarkup {
	if buttons != nil || len(menu) == 0 {
		return markup(buttons)
	}
	k := &models.ReplyKeyboardMarkup{IsPersistent: true, ResizeKeyboard: true}
	for _, line := range menu {
		var keys []models.KeyboardButton
		for _, label := range line {
			keys = append(keys, models.KeyboardButton{Text: label})
		}
		k.Keyboard = append(k.Keyboard, keys)
	}
	return k
}

// markup avoids an interface that holds a nil pointer.
func markup(k *models.InlineKeyboardMarkup) models.ReplyMarkup {
	if k == nil {
		return nil
	}
	return k
}

func upload(a *chat.Attachment) *models.InputFileUpload {
	return &models.InputFileUpload{Filename: a.Name, Data: bytes.NewReader(a.Data)}
}

// isPhoto tells what Telegram shows in the chat from what it only attaches.
func isPhoto(a *chat.Attachment) bool {
	const maxPhoto = 10 << 20
	return (a.MIME == chat.PNG || a.MIME == chat.JPEG) && len(a.Data) <= maxPhoto
}
