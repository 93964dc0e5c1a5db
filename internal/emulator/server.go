package emulator

import (
	"encoding/json"
	"errors"
	"maps"
	"math/rand/v2"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Options say what kind of server to make. Only Token is needed.
type Options struct {
	// Token is the bot's token, "<id>:<secret>".
	Token string
	// Username is the bot's public name without @.
	Username string
	// Name is the bot's first name.
	Name string
	// Limits are the rates to enforce; the zero value enforces none.
	Limits Limits
	// FirstUpdateID is the id of the first update; 0 means 1000.
	FirstUpdateID int64
	// CallbackLife is how long a press can be answered and is kept for
	// delivery; 0 means 150 s, as on the real server.
	CallbackLife time.Duration
	// Gather is how long a poll that waited waits for more, once there is something:
	// in virtual time a nanosecond is until all was said that is said at one instant.
	Gather time.Duration
	// KeepCallbacks delivers a press however late.
	KeepCallbacks bool
	// CallLog bounds Calls; 0 means 10000.
	CallLog int
	// Seed makes the faults' dice repeatable.
	Seed uint64
	// Clock dates what is said and done; nil means time.Now. All waiting and
	// expiring goes by the real time.
	Clock func() time.Time
	// Local is a folder in which files are put for the bot, as by a Bot API server
	// that runs with --local: they are named by their path on the disk, below a
	// folder called after the token. "" serves them over HTTP.
	Local string
	// WebhookTransport carries the posts to a webhook; nil means
	// http.DefaultTransport.
	WebhookTransport http.RoundTripper
}

// Server is a Telegram with one bot. It is an http.Handler and safe for use by
// many goroutines.
type Server struct {
	options Options
	me      user

	mu       sync.Mutex
	chats    map[int64]*chat
	nextID   int // message ids of private chats and small groups
	serial   uint64
	queries  map[string]*query
	files    map[string]*File
	paths    map[string]*filePath
	queue    queue
	hook     *webhook
	rates    rates
	faults   faultSet
	calls    callLog
	sent     []Message
	watchers watchers
	profile  profile
}

// user is a User as the wire shows it.
type user struct {
	ID           int64  `json:"id"`
	IsBot        bool   `json:"is_bot"`
	FirstName    string `json:"first_name"`
	LastName     string `json:"last_name,omitempty"`
	Username     string `json:"username,omitempty"`
	LanguageCode string `json:"language_code,omitempty"`
}

// New makes a server in which nobody has said anything yet.
func New(o Options) *Server {
	o = withDefaults(o)
	id, _ := strconv.ParseInt(strings.Split(o.Token, ":")[0], 10, 64)
	s := &Server{
		options: o,
		me:      user{ID: id, IsBot: true, FirstName: o.Name, Username: o.Username},
		chats:   map[int64]*chat{},
		queries: map[string]*query{},
		files:   map[string]*File{},
		paths:   map[string]*filePath{},
		profile: newProfile(),
	}
	s.queue.next = o.FirstUpdateID
	s.faults.dice = rand.New(rand.NewPCG(o.Seed, o.Seed^0x9e3779b97f4a7c15))
	s.faults.down = make(chan struct{})
	s.calls.bound = o.CallLog
	return s
}

func withDefaults(o Options) Options {
	if o.Username == "" {
		o.Username = "emulated_bot"
	}
	if o.Name == "" {
		o.Name = o.Username
	}
	if o.FirstUpdateID == 0 {
		o.FirstUpdateID = 1000
	}
	if o.CallbackLife == 0 {
		o.CallbackLife = 150 * time.Second
	}
	if o.CallLog == 0 {
		o.CallLog = 10000
	}
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.WebhookTransport == nil {
		o.WebhookTransport = http.DefaultTransport
	}
	return o
}

// Close ends the deliveries to a webhook and all watchers. A parked long poll
// ends with its own request.
func (s *Server) Close() {
	s.mu.Lock()
	hook := s.hook
	s.hook = nil
	s.mu.Unlock()
	if hook != nil {
		hook.stop()
	}
	s.watchers.close()
}

// Violations are the requests that no correct bot makes, in order: unknown or
// missing parameters, wrong types, texts, buttons or entities out of bounds.
func (s *Server) Violations() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.calls.violations)
}

// Sent has every message the server accepted from the bot, in order, each as it
// was when it was sent.
func (s *Server) Sent() []Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.sent)
}

// SentCount is how many messages the server accepted from the bot.
func (s *Server) SentCount() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.sent)
}

// methodFunc carries a call out. The server is locked.
type methodFunc func(*Server, *call) (any, *apiError)

var methodFuncs = map[string]methodFunc{
	"getMe":                  (*Server).getMe,
	"setWebhook":             (*Server).setWebhook,
	"deleteWebhook":          (*Server).deleteWebhook,
	"getWebhookInfo":         (*Server).getWebhookInfo,
	"sendMessage":            (*Server).sendMessage,
	"editMessageText":        (*Server).editMessageText,
	"editMessageCaption":     (*Server).editMessageCaption,
	"editMessageReplyMarkup": (*Server).editMessageReplyMarkup,
	"answerCallbackQuery":    (*Server).answerCallbackQuery,
	"deleteMessage":          (*Server).deleteMessage,
	"sendPhoto":              (*Server).sendPhoto,
	"sendDocument":           (*Server).sendDocument,
	"sendVoice":              (*Server).sendVoice,
	"sendMediaGroup":         (*Server).sendMediaGroup,
	"sendChatAction":         (*Server).sendChatAction,
	"getFile":                (*Server).getFile,
	"setMyCommands":          (*Server).setMyCommands,
	"getMyCommands":          (*Server).getMyCommands,
	"setChatMenuButton":      (*Server).setChatMenuButton,
	"setMyDescription":       (*Server).setMyDescription,
	"setMyShortDescription":  (*Server).setMyShortDescription,
	"getChat":                (*Server).getChat,
	"getChatMember":          (*Server).getChatMember,
	"editMessageMedia":       (*Server).editMessageMedia,
}

// methodNames finds a method whatever case it is written in.
var methodNames = sync.OnceValue(lowerNames)

func lowerNames() map[string]string {
	names := map[string]string{}
	for name := range maps.Keys(methodParams()) {
		names[strings.ToLower(name)] = name
	}
	return names
}

func (s *Server) getMe(*call) (any, *apiError) {
	return struct {
		user
		CanJoinGroups           bool `json:"can_join_groups"`
		CanReadAllGroupMessages bool `json:"can_read_all_group_messages"`
		SupportsInlineQueries   bool `json:"supports_inline_queries"`
	}{s.me, true, false, false}, nil
}

// serve answers one request. Both ServeHTTP and Client go through it.
func (s *Server) serve(r *http.Request) reply {
	if s.isDown() {
		return s.refuse(r)
	}
	if rest, ok := strings.CutPrefix(r.URL.Path, "/file/bot"); ok {
		return s.serveFile(r, rest)
	}
	rest, ok := strings.CutPrefix(r.URL.Path, "/bot")
	token, method, found := strings.Cut(rest, "/")
	if !ok || !found {
		return failure(&apiError{code: http.StatusNotFound, text: "Not Found"})
	}
	if e := s.checkToken(token); e != nil {
		return failure(e)
	}
	name, ok := methodNames()[strings.ToLower(strings.TrimPrefix(method, "test/"))]
	if !ok {
		return failure(s.unknownMethod(method))
	}
	return s.serveMethod(r, name)
}

// refuse logs a call that was made while the network is down.
func (s *Server) refuse(r *http.Request) reply {
	name := methodNames()[strings.ToLower(path.Base(r.URL.Path))]
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls.add(&Call{At: time.Now(), Method: name, Result: "refused"})
	return reply{broken: errRefused}
}

func (s *Server) unknownMethod(method string) *apiError {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls.violate("emulator: unknown method " + method)
	return &apiError{code: http.StatusNotFound, text: textNoMethod}
}

func (s *Server) checkToken(token string) *apiError {
	if token == s.options.Token {
		return nil
	}
	id, secret, _ := strings.Cut(token, ":")
	if _, err := strconv.ParseInt(id, 10, 64); err != nil || secret == "" {
		return &apiError{code: http.StatusUnauthorized, text: textBadToken}
	}
	return &apiError{code: http.StatusUnauthorized, text: textUnauthorized}
}

func (s *Server) serveMethod(r *http.Request, method string) reply {
	c, err := readCall(r, method)
	if errors.Is(err, errBodyTooLarge) {
		return failure(&apiError{code: http.StatusRequestEntityTooLarge, text: "Request Entity Too Large"})
	}
	if err != nil {
		if r.Context().Err() != nil {
			return reply{broken: r.Context().Err()}
		}
		return failure(malformed(err.Error()))
	}
	return s.serveCall(c)
}

// serveCall lets the faults and the rates have their say before and after the
// call is carried out.
func (s *Server) serveCall(c *call) reply {
	entry, actions := s.admit(c)
	answer, apply := before(c.ctx, actions)
	if apply {
		result, e := s.carryOut(c, actions)
		answer = outcome(c, result, e)
		s.noteDone(entry, e == nil && answer.broken == nil)
	}
	answer = after(c.ctx, actions, answer)
	if s.isDown() {
		answer = reply{broken: errReset}
	}
	s.note(entry, answer)
	return answer
}

func outcome(c *call, result any, e *apiError) reply {
	switch {
	case c.ctx.Err() != nil && result == nil:
		return reply{broken: c.ctx.Err()}
	case e == errNetwork:
		return reply{broken: errReset}
	case e != nil:
		return failure(e)
	}
	return success(result)
}

func (s *Server) carryOut(c *call, actions []Action) (any, *apiError) {
	if e := checkParams(c); e != nil {
		return nil, s.recorded(c, e)
	}
	if c.method == "getUpdates" {
		return s.getUpdates(c, actions)
	}
	if e := s.throttle(c); e != nil {
		return nil, e
	}
	if c.ctx.Err() != nil {
		return nil, &apiError{code: http.StatusInternalServerError, text: "request cancelled"}
	}
	s.mu.Lock()
	result, e := methodFuncs[c.method](s, c)
	s.mu.Unlock()
	if e != nil {
		return nil, s.recorded(c, e)
	}
	return result, nil
}

// recorded keeps a violation and hands the refusal on.
func (s *Server) recorded(c *call, e *apiError) *apiError {
	if e.violation {
		s.mu.Lock()
		s.calls.violate(c.method + ": " + e.text)
		s.mu.Unlock()
	}
	return e
}

func success(result any) reply {
	body, err := json.Marshal(map[string]any{"ok": true, "result": result})
	if err != nil {
		return failure(&apiError{code: http.StatusInternalServerError, text: "Internal Server Error: " + err.Error()})
	}
	return jsonReply(http.StatusOK, body)
}

func failure(e *apiError) reply {
	fields := map[string]any{"ok": false, "error_code": e.code, "description": e.text}
	if e.retryAfter > 0 {
		fields["parameters"] = map[string]any{"retry_after": e.retryAfter}
	}
	body, _ := json.Marshal(fields)
	answer := jsonReply(e.code, body)
	answer.retryAfter = e.retryAfter
	answer.result = e.text
	return answer
}
