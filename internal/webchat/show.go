package webchat

import (
	"context"

	"guongsang/internal/emulator"
)

// A Show is what the page shows: the program behind the phones.
type Show interface {
	// Telegram is the emulator with the phones. It is another one after a scene
	// began.
	Telegram() *emulator.Server
	// State is all but what the phones tell: unread, last, started, blocked and
	// payload of each person, the menu, and what the bot says of itself.
	State() (State, error)
	Board() (Board, error)
	Tour() Tour
	// Directory is what a new phone can be enrolled for.
	Directory() Directory
	// Do carries an order out and returns when it is done.
	Do(ctx context.Context, o Order) error
	// AddPhone makes a person and the link by which the person comes in.
	AddPhone(p Phone) (id int64, payload string, err error)
}

// An Order is one thing asked for beside the phones.
//
//	next       on to the next moment that something happens at
//	hour, day  so much further
//	deadline   to the morning of the next deadline
//	play       on: time runs fast; off: as on the machine
//	scene      arg is its id; everything begins anew
//	restart    the first scene, anew
//	undo       back to what the present scene took the place of
//	down, flood, slow  on or off
//	tour       arg is start, pause, go, next or stop
type Order struct {
	Do  string `json:"do"`
	Arg string `json:"arg"`
	On  bool   `json:"on"`
}

// A Phone is somebody who is to come in.
type Phone struct {
	Name  string `json:"name"`
	Role  string `json:"role"`
	Unit  string `json:"unit"`
	Block string `json:"block"`
	Code  string `json:"code"` // an invite, or the link with it
}

// A Directory is who there can be.
type Directory struct {
	Roles  []RoleChoice `json:"roles"`
	Units  []UnitChoice `json:"units"`
	Blocks []string     `json:"blocks"`
}

// A RoleChoice is a role, and whether it is of a unit or of a block.
type RoleChoice struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Of    string `json:"of"` // "", "unit" or "block"
}

// A UnitChoice is a unit of the directory.
type UnitChoice struct {
	Code  string `json:"code"`
	Name  string `json:"name"`
	Block string `json:"block"`
}

// A Refusal is an error whose text is for the person at the page.
type Refusal string

func (r Refusal) Error() string { return string(r) }
