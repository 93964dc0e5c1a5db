package emulator

import (
	"encoding/json"
	"net/url"
	"slices"
	"unicode/utf8"
)

// The bounds of keyboards. The largest number of buttons is not published; a
// hundred is what has been seen to pass.
const (
	MaxButtons      = 100
	maxCallbackData = 64
	maxPlaceholder  = 64
)

// Button is an inline button with the one thing that it does.
type Button struct {
	Text   string
	Data   string // callback_data
	URL    string
	Copy   string // the text that it copies
	WebApp string // the address of a Mini App
	Other  string // the name of any other action
}

// ReplyKeyboard is what a message does to the keyboard below the text field.
type ReplyKeyboard struct {
	Rows        [][]string
	OneTime     bool
	Placeholder string
	// Remove takes the keyboard away, ForceReply opens an answer.
	Remove     bool
	ForceReply bool
}

// wireMarkup is any of the four kinds of reply_markup.
type wireMarkup struct {
	Inline      *[][]map[string]json.RawMessage `json:"inline_keyboard"`
	Keyboard    *[][]json.RawMessage            `json:"keyboard"`
	OneTime     bool                            `json:"one_time_keyboard"`
	Placeholder string                          `json:"input_field_placeholder"`
	Remove      bool                            `json:"remove_keyboard"`
	ForceReply  bool                            `json:"force_reply"`
}

// addMarkup reads the reply_markup of a sending method.
func (m *Message) addMarkup(c *call) *apiError {
	var w *wireMarkup
	if e := c.decode("reply_markup", &w); e != nil || w == nil {
		return e
	}
	if w.Inline != nil {
		return m.addInline(*w.Inline, c.values["reply_markup"])
	}
	if utf8.RuneCountInString(w.Placeholder) > maxPlaceholder {
		return malformed("input field placeholder is too long")
	}
	m.Reply = &ReplyKeyboard{OneTime: w.OneTime, Placeholder: w.Placeholder, Remove: w.Remove, ForceReply: w.ForceReply}
	if w.Keyboard != nil {
		return m.Reply.addRows(*w.Keyboard)
	}
	if !w.Remove && !w.ForceReply {
		return unlawful("reply_markup of no known kind")
	}
	return nil
}

// addInlineMarkup reads the reply_markup of an editing method.
func (m *Message) addInlineMarkup(c *call) *apiError {
	if e := m.addMarkup(c); e != nil {
		return e
	}
	if m.Reply != nil {
		return malformed("object expected as reply markup")
	}
	return nil
}

func (k *ReplyKeyboard) addRows(rows [][]json.RawMessage) *apiError {
	count := 0
	for _, row := range rows {
		var labels []string
		for _, raw := range row {
			label := buttonLabel(raw)
			if label == "" {
				return unlawful("reply keyboard button without text")
			}
			labels = append(labels, label)
		}
		count += len(labels)
		k.Rows = append(k.Rows, labels)
	}
	if count == 0 {
		return malformed("reply keyboard is empty")
	}
	if count > MaxButtons*3 {
		return malformed(textMarkupTooLong)
	}
	return nil
}

// buttonLabel reads a reply button, which may be an object or a mere text.
func buttonLabel(raw json.RawMessage) string {
	var label string
	if json.Unmarshal(raw, &label) == nil {
		return label
	}
	var object struct{ Text string }
	_ = json.Unmarshal(raw, &object)
	return object.Text
}

func (m *Message) addInline(rows [][]map[string]json.RawMessage, raw string) *apiError {
	count := 0
	for _, row := range rows {
		var buttons []Button
		for _, fields := range row {
			b, e := inlineButton(fields)
			if e != nil {
				return e
			}
			buttons = append(buttons, b)
		}
		if len(buttons) > 0 {
			m.Keyboard = append(m.Keyboard, buttons)
		}
		count += len(buttons)
	}
	if count > MaxButtons {
		return malformed(textMarkupTooLong)
	}
	if count > 0 {
		m.markup = json.RawMessage(raw)
	}
	return nil
}

// looks are the fields of a button that do nothing.
var looks = []string{"text", "icon_custom_emoji_id", "style", "disabled"}

func inlineButton(fields map[string]json.RawMessage) (Button, *apiError) {
	var b Button
	_ = json.Unmarshal(fields["text"], &b.Text)
	if b.Text == "" {
		return b, unlawful("inline button without text")
	}
	var actions []string
	for _, name := range sortedKeys(fields) {
		if !slices.Contains(looks, name) {
			actions = append(actions, name)
		}
	}
	if len(actions) == 0 {
		return b, malformed(textTextButton)
	}
	if len(actions) > 1 {
		return b, unlawful("inline button %q with several actions: %v", b.Text, actions)
	}
	return b, b.addAction(actions[0], fields[actions[0]])
}

func (b *Button) addAction(name string, raw json.RawMessage) *apiError {
	switch name {
	case "callback_data":
		_ = json.Unmarshal(raw, &b.Data)
		if b.Data == "" || len(b.Data) > maxCallbackData {
			return malformed(textButtonData)
		}
	case "url":
		_ = json.Unmarshal(raw, &b.URL)
		return checkLink(b.URL)
	case "copy_text":
		b.Copy = inner(raw, "text")
	case "web_app":
		b.WebApp = inner(raw, "url")
	default:
		b.Other = name
	}
	return nil
}

func checkLink(link string) *apiError {
	u, err := url.Parse(link)
	if err != nil || u.Scheme == "" || u.Host == "" && u.Scheme != "tg" && u.Scheme != "mailto" && u.Scheme != "tel" {
		return malformed("inline keyboard button URL '" + link + "' is invalid: Wrong HTTP URL")
	}
	return nil
}

// inner reads one text out of an object.
func inner(raw json.RawMessage, name string) string {
	fields := map[string]any{}
	_ = json.Unmarshal(raw, &fields)
	text, _ := fields[name].(string)
	return text
}

func sameKeyboard(a, b [][]Button) bool {
	return slices.EqualFunc(a, b, func(x, y []Button) bool { return slices.Equal(x, y) })
}
