package webchat

import (
	"net/url"
	"strings"

	"guongsang/internal/demotexts"
	"guongsang/internal/emulator"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// message is a message as the page draws it.
func (s *Server) message(m emulator.Message) Message {
	at := m.At.In(s.zone)
	out := Message{
		ID: m.ID, Bot: m.FromBot, At: at, Time: at.Format("15:04"), Day: texts.Cap(texts.DayOfWeek(report.DateOf(at))),
		Kind: m.Kind, Text: shown(m), ReplyTo: m.ReplyTo, Forwarded: m.ForwardedFrom, Album: m.Album,
		Edited: m.Edits > 0, Rev: int(m.Rev), Silent: m.Silent,
	}
	for _, e := range m.Entities {
		out.Entities = append(out.Entities, Entity{e.Type, e.Offset, e.Length, e.URL})
	}
	for _, row := range m.Keyboard {
		var buttons []Button
		for _, b := range row {
			buttons = append(buttons, Button{b.Text, b.Data, b.URL, b.Copy})
		}
		out.Keyboard = append(out.Keyboard, buttons)
	}
	if k := m.Reply; k != nil {
		out.Reply = &Keyboard{k.Rows, k.OneTime, k.Placeholder, k.Remove}
	}
	if f := m.File; f != nil {
		out.File = &File{
			URL: "/files/" + url.PathEscape(f.ID), Name: f.Name, MIME: f.MIME, Size: len(f.Data),
			Width: f.Width, Height: f.Height, Duration: f.Duration,
		}
	}
	return out
}

// shown is the text of a message as an app shows it: of a link that opened the
// chat, the command alone.
func shown(m emulator.Message) string {
	if command, payload, ok := strings.Cut(m.Text, " "); ok && command == "/start" && payload != "" && !m.FromBot {
		return command
	}
	return m.Text
}

// complete adds to a state what the phones know.
func (s *Server) complete(tg *emulator.Server, state *State) {
	about, _ := tg.Descriptions()
	state.Bot.About = about
	for _, c := range tg.Commands() {
		state.Menu = append(state.Menu, Entry{c.Command, c.Description})
	}
	phones := map[int64]reader{}
	for _, p := range readers(tg) {
		phones[p.ID()] = p
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := range state.People {
		p := &state.People[i]
		phone := phones[p.ID]
		if phone == nil {
			continue
		}
		p.Started = true
		if phone, ok := phone.(*emulator.Person); ok {
			p.Started, p.Blocked = phone.Started(), phone.Blocked()
		}
		p.Payload = s.payloads[p.ID]
		p.Unread, p.Last = unread(phone.Chat(), s.seen[p.ID])
	}
}

// unread counts what the bot said after the message that was seen last, and
// gives the start of the newest message.
func unread(all []emulator.Message, seen int) (n int, last string) {
	album := ""
	for _, m := range all {
		if m.Deleted {
			continue
		}
		if m.Album == "" || m.Album != album { // an album is called by its first part, which has the words
			last = begin(m)
		}
		album = m.Album
		if !m.FromBot {
			n = 0 // who writes has read
		} else if m.ID > seen {
			n++
		}
	}
	return n, last
}

func begin(m emulator.Message) string {
	first, _, _ := strings.Cut(shown(m), "\n")
	if first == "" {
		first = demotexts.Kind(m.Kind)
	}
	return texts.Cut(first, 60)
}
