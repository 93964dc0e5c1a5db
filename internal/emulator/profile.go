package emulator

import (
	"encoding/json"
	"regexp"
	"sync"
	"unicode/utf8"
)

// Command is one entry of the bot's menu.
type Command struct {
	Command     string `json:"command"`
	Description string `json:"description"`
}

// profile is what people see of the bot before they write to it.
type profile struct {
	commands    map[commandScope][]Command
	description map[string]string // by language
	short       map[string]string
	menu        map[int64]json.RawMessage // by chat, 0 for all
}

// commandScope is who sees a list of commands.
type commandScope struct {
	kind     string
	chat     int64
	user     int64
	language string
}

func newProfile() profile {
	return profile{
		commands:    map[commandScope][]Command{},
		description: map[string]string{},
		short:       map[string]string{},
		menu:        map[int64]json.RawMessage{},
	}
}

var (
	commandName     = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[a-z0-9_]{1,32}$`) })
	languagePattern = regexp.MustCompile(`^[a-z]{2}$`)
)

// scopeOf reads scope and language of a call.
func scopeOf(c *call) (commandScope, *apiError) {
	w := struct {
		Type   string
		ChatID int64 `json:"chat_id"`
		UserID int64 `json:"user_id"`
	}{Type: "default"}
	if e := c.decode("scope", &w); e != nil {
		return commandScope{}, e
	}
	language, e := language(c)
	return commandScope{w.Type, w.ChatID, w.UserID, language}, e
}

func language(c *call) (string, *apiError) {
	if c.has("language_code") && !languagePattern.MatchString(c.values["language_code"]) {
		return "", malformed("invalid language code specified")
	}
	return c.values["language_code"], nil
}

func (s *Server) setMyCommands(c *call) (any, *apiError) {
	var commands []Command
	if e := c.decode("commands", &commands); e != nil {
		return nil, e
	}
	if len(commands) > 100 {
		return nil, malformed("BOT_COMMANDS_TOO_MUCH")
	}
	for _, command := range commands {
		if !commandName().MatchString(command.Command) {
			return nil, malformed("BOT_COMMAND_INVALID")
		}
		if n := utf8.RuneCountInString(command.Description); n < 1 || n > 256 {
			return nil, malformed("BOT_COMMAND_DESCRIPTION_INVALID")
		}
	}
	scope, e := scopeOf(c)
	if e != nil {
		return nil, e
	}
	s.profile.commands[scope] = commands
	return true, nil
}

func (s *Server) getMyCommands(c *call) (any, *apiError) {
	scope, e := scopeOf(c)
	if e != nil {
		return nil, e
	}
	if list := s.profile.commands[scope]; list != nil {
		return list, nil
	}
	return []Command{}, nil
}

// Commands are the bot's commands for everyone, in no particular language.
func (s *Server) Commands() []Command {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.profile.commands[commandScope{kind: "default"}]
}

func (s *Server) setChatMenuButton(c *call) (any, *apiError) {
	s.profile.menu[c.int("chat_id")] = json.RawMessage(c.values["menu_button"])
	return true, nil
}

func (s *Server) setMyDescription(c *call) (any, *apiError) {
	return describe(c, "description", 512, s.profile.description)
}

func (s *Server) setMyShortDescription(c *call) (any, *apiError) {
	return describe(c, "short_description", 120, s.profile.short)
}

func describe(c *call, name string, longest int, texts map[string]string) (any, *apiError) {
	if utf8.RuneCountInString(c.values[name]) > longest {
		return nil, malformed("bot " + name + " is too long")
	}
	language, e := language(c)
	if e != nil {
		return nil, e
	}
	texts[language] = c.values[name]
	return true, nil
}

// Descriptions are the bot's description and short description in no particular
// language.
func (s *Server) Descriptions() (long, short string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.profile.description[""], s.profile.short[""]
}
