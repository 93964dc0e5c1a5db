package telegram

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/go-telegram/bot"
)

// A Doer makes HTTP requests, as *http.Client does.
type Doer interface {
	Do(*http.Request) (*http.Response, error)
}

// Options say how to reach Telegram. Only Token is needed.
type Options struct {
	Token    string
	APIURL   string // "": https://api.telegram.org
	ProxyURL string // http, https or socks5; "": as the environment says
	HTTP     Doer   // nil: a client of our own, over ProxyURL
	Now      func() time.Time
	Log      *slog.Logger
}

// A Client makes calls to the Bot API. It cannot be made to print its token.
type Client struct {
	api    *bot.Bot
	http   Doer
	url    string
	token  string
	redact redactor
	now    func() time.Time
	ahead  atomic.Int64 // nanoseconds by which Telegram's clock is ahead of now
	log    *slog.Logger
	stats  Stats
	name   atomic.Pointer[string]
}

const defaultAPI = "https://api.telegram.org"

// The tail of a real token is 35 long; a line break from a secrets file is cut
// off before the check, any other stray character fails it.
var tokenForm = regexp.MustCompile(`^\d+:[\w-]{30,}$`)

// ErrToken means that the token is not one: there is no call to be made with it.
var ErrToken = errors.New("bot token is not of the form 123456:ABC-DEF…, as BotFather gives it")

// ErrRefused means that Telegram knows no bot with this token: it was copied
// wrong, or BotFather has issued another since.
var ErrRefused = errors.New("the bot token is refused by Telegram")

// New makes a client. It makes no call, so that the bot starts without a
// network.
func New(o Options) (*Client, error) {
	o = withDefaults(o)
	if !tokenForm.MatchString(o.Token) {
		return nil, ErrToken
	}
	c := &Client{url: o.APIURL, token: o.Token, redact: newRedactor(o.Token), now: o.Now, log: o.Log}
	if o.HTTP == nil {
		transport, err := newTransport(o.ProxyURL)
		if err != nil {
			return nil, err
		}
		o.HTTP = &http.Client{Transport: transport}
	}
	c.http = watched{o.HTTP, c.redact, c.setClock}
	api, err := bot.New(o.Token, bot.WithSkipGetMe(), bot.WithServerURL(o.APIURL),
		bot.WithHTTPClient(time.Minute, c.http), bot.WithErrorsHandler(c.logLibrary), bot.WithDebugHandler(func(string, ...any) {}))
	if err != nil {
		return nil, fmt.Errorf("making the Telegram client: %w", c.redact.error(err))
	}
	c.api = api
	return c, nil
}

// Account is the bot's own account, which its token begins with.
func (c *Client) Account() int64 {
	digits, _, _ := strings.Cut(c.token, ":")
	id, _ := strconv.ParseInt(digits, 10, 64) // New has seen to it
	return id
}

func withDefaults(o Options) Options {
	o.Token = strings.TrimSpace(o.Token)
	o.APIURL = strings.TrimRight(strings.TrimSpace(o.APIURL), "/")
	if o.APIURL == "" {
		o.APIURL = defaultAPI
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	return o
}

func (c *Client) logLibrary(err error) {
	c.log.Warn("telegram library", "err", c.redact.error(err))
}

// newTransport bounds the way to the server and not the answer: an upload, or
// a call that Telegram itself holds back, may take long; each call has its own
// deadline.
func newTransport(proxy string) (*http.Transport, error) {
	t := &http.Transport{
		Proxy:                 http.ProxyFromEnvironment,
		DialContext:           (&net.Dialer{Timeout: 10 * time.Second, KeepAlive: 30 * time.Second}).DialContext,
		TLSHandshakeTimeout:   10 * time.Second,
		ExpectContinueTimeout: time.Second,
		MaxIdleConns:          100,
		MaxIdleConnsPerHost:   64,
		IdleConnTimeout:       90 * time.Second,
		ForceAttemptHTTP2:     true,
	}
	if proxy == "" {
		return t, nil
	}
	u, err := url.Parse(proxy)
	if err != nil || u.Host == "" { // the text may hold a password
		return nil, errors.New("proxy address is not of the form scheme://host:port")
	}
	t.Proxy = http.ProxyURL(u)
	return t, nil
}

// ID is the bot's account.
func (c *Client) ID() int64 { return c.api.ID() }

// Username is the bot's public name without @; "" until Telegram was reached.
func (c *Client) Username() string {
	if p := c.name.Load(); p != nil {
		return *p
	}
	return ""
}

// Redact hides the token in a text.
func (c *Client) Redact(s string) string { return c.redact.text(s) }

// Format prints a client without what it holds, whatever the verb.
func (c *Client) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, "telegram.Client") }
