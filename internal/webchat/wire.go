package webchat

import "time"

// A State is what stands beside the phones, except for the board. It holds
// nothing that changes by the mere passing of time, so that equal states are
// equal bytes.
type State struct {
	Scene  string   `json:"scene"`  // id of the scene that was begun
	First  int64    `json:"first"`  // whose phone the scene is about, 0: nobody's more than another's
	Kept   string   `json:"kept"`   // folder of the store that is kept, "" if none is
	Before bool     `json:"before"` // one can go back to the scene that was left
	Clock  Clock    `json:"clock"`
	People []Person `json:"people"`
	Next   []Moment `json:"next"`
	Outbox Outbox   `json:"outbox"`
	Faults Faults   `json:"faults"`
	Scenes []Scene  `json:"scenes"`
	Menu   []Entry  `json:"menu"` // the bot's commands
	Bot    Bot      `json:"bot"`
}

// A Clock is the demo's time: that of this machine, shifted.
type Clock struct {
	Shift   int64  `json:"shift"` // milliseconds that it is ahead of the machine's clock
	Zone    int    `json:"zone"`  // minutes that the place is ahead of UTC
	Day     string `json:"day"`   // "Thứ Hai, 02/11/2026"
	Note    string `json:"note"`  // "Ngày làm việc", "Ngày nghỉ: …"
	Working bool   `json:"working"`
	Playing bool   `json:"playing"` // time runs fast
	Busy    bool   `json:"busy"`    // a jump or a scene is under way
}

// A Person is somebody with a phone.
type Person struct {
	ID      int64  `json:"id"`
	Name    string `json:"name"`
	Role    string `json:"role"`  // officer, leader, head, blockhead, focal, deputy, admin; channel; "" for an outsider
	Title   string `json:"title"` // role and unit in words
	Unit    string `json:"unit"`  // code, if of a unit
	User    string `json:"user"`  // public name of a channel, without @
	Main    bool   `json:"main"`  // stands in front; the others are further focal points
	Unread  int    `json:"unread"`
	Last    string `json:"last"`    // start of the newest message
	Started bool   `json:"started"` // has opened the chat
	Blocked bool   `json:"blocked"` // has blocked the bot
	Payload string `json:"payload"` // of the link by which the chat is opened, until it is
}

// A Moment is something that comes if nobody does anything before.
type Moment struct {
	At   time.Time `json:"at"`
	When string    `json:"when"` // "09:00 thứ Sáu, 20/11"
	What string    `json:"what"`
	Kind string    `json:"kind"` // remind, completion, escalated, block, agency, lost, digest, picture, deadline, lock
}

// An Outbox is what is on its way to Telegram, and what waits before it.
type Outbox struct {
	Inbox   int    `json:"inbox"`
	Waiting int    `json:"waiting"`
	Fetches int    `json:"fetches"` // files to be fetched
	Jobs    int    `json:"jobs"`    // documents to be made
	Dead    int    `json:"dead"`    // set aside
	Sent    int    `json:"sent"`    // since the scene began
	Rows    []Line `json:"rows"`    // the first few
}

// A Line is one message that waits.
type Line struct {
	To   string `json:"to"`
	Text string `json:"text"`
	Note string `json:"note"` // "thử lại lúc 09:05", "" if it goes at once
}

// Faults are what was made to go wrong.
type Faults struct {
	Down  bool `json:"down"`  // no network
	Flood bool `json:"flood"` // 429: too many messages
	Slow  bool `json:"slow"`  // every call takes a second
}

// A Scene is a situation to begin with.
type Scene struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	About string `json:"about"`
}

// An Entry is a command of the bot's menu.
type Entry struct {
	Command string `json:"command"`
	About   string `json:"about"`
}

// A Bot is what is seen of the bot before it is written to.
type Bot struct {
	Name  string `json:"name"`
	User  string `json:"user"` // without @
	About string `json:"about"`
}

// A Board has one page for each period that lives.
type Board struct {
	Periods []BoardPeriod `json:"periods"`
}

// A BoardPeriod is how all units stand with a period.
type BoardPeriod struct {
	ID       string      `json:"id"` // "2026-11", "2026-Q4"
	Title    string      `json:"title"`
	Deadline string      `json:"deadline"`
	Met      int         `json:"met"`
	Duties   int         `json:"duties"`
	Legend   []Count     `json:"legend"`
	Units    []BoardUnit `json:"units"`
}

// A Count is how many units are in a state.
type Count struct {
	State string `json:"state"`
	Says  string `json:"says"`
	N     int    `json:"n"`
}

// A BoardUnit is one cell of the board.
type BoardUnit struct {
	Code  string `json:"code"`
	Name  string `json:"name"`
	Block string `json:"block"`
	State string `json:"state"` // onTime, late, madeUp, nil, pending, unconnected and unreachable (pending, and nobody can be asked), exempt, notDue
	Says  string `json:"says"`
}

// A Tour is where the guided tour is.
type Tour struct {
	On     bool    `json:"on"`
	Paused bool    `json:"paused"`
	Step   int     `json:"step"` // from 1
	Of     int     `json:"of"`
	Title  string  `json:"title"`
	Text   string  `json:"text"`  // a sentence, or a line for each thing that happened
	Focus  []int64 `json:"focus"` // chats to be seen, the most important first
	Files  bool    `json:"files"` // the files that came are what is to be seen of them
	Done   bool    `json:"done"`  // the step has played; the next comes by itself unless paused
	Over   bool    `json:"over"`  // none comes: it was the last, or something came in between
}

// A Message is one message of a chat as the page draws it.
type Message struct {
	ID        int        `json:"id"`
	Bot       bool       `json:"bot"`
	At        time.Time  `json:"at"`
	Time      string     `json:"time"` // "09:05"
	Day       string     `json:"day"`  // "Thứ Hai, 02/11/2026"
	Kind      string     `json:"kind"` // text, photo, document, voice, sticker, location, contact
	Text      string     `json:"text"`
	Entities  []Entity   `json:"entities,omitempty"`
	Keyboard  [][]Button `json:"keyboard,omitempty"`
	Reply     *Keyboard  `json:"reply,omitempty"` // what it does to the keyboard below the text field
	ReplyTo   int        `json:"replyTo,omitempty"`
	Forwarded string     `json:"forwarded,omitempty"`
	Album     string     `json:"album,omitempty"`
	File      *File      `json:"file,omitempty"`
	Edited    bool       `json:"edited,omitempty"`
	Rev       int        `json:"rev"` // grows with every change: the higher one is the newer
	Silent    bool       `json:"silent,omitempty"`
}

// An Entity is a stretch of text, in UTF-16 units.
type Entity struct {
	Type   string `json:"type"`
	Offset int    `json:"offset"`
	Length int    `json:"length"`
	URL    string `json:"url,omitempty"`
}

// A Button has one of data, url, copy.
type Button struct {
	Text string `json:"text"`
	Data string `json:"data,omitempty"`
	URL  string `json:"url,omitempty"`
	Copy string `json:"copy,omitempty"`
}

// A Keyboard is that below the text field.
type Keyboard struct {
	Rows        [][]string `json:"rows,omitempty"`
	OneTime     bool       `json:"oneTime,omitempty"`
	Placeholder string     `json:"placeholder,omitempty"`
	Remove      bool       `json:"remove,omitempty"`
}

// A File is what a message carries; its content is at URL.
type File struct {
	URL      string `json:"url"`
	Name     string `json:"name,omitempty"`
	MIME     string `json:"mime,omitempty"`
	Size     int    `json:"size"`
	Width    int    `json:"width,omitempty"`
	Height   int    `json:"height,omitempty"`
	Duration int    `json:"duration,omitempty"` // seconds
}
