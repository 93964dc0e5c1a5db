package demo

import (
	"strings"
	"time"

	"guongsang/internal/emulator"
	"guongsang/internal/webchat"
)

// faults are what was made to go wrong between the program and its Telegram.
type faults struct {
	on     webchat.Faults
	remove map[string]func()
}

const (
	floodPause = 5           // seconds that a refused message is to wait
	slowCall   = time.Second // that every call takes when all is slow
)

// set turns one fault on or off.
func (f *faults) set(server *emulator.Server, name string, on bool) {
	if f.remove == nil {
		f.remove = map[string]func(){}
	}
	if end := f.remove[name]; end != nil {
		end()
		delete(f.remove, name)
	}
	if on {
		f.remove[name] = inject(server, name)
	}
	f.on = webchat.Faults{Down: f.remove["down"] != nil, Flood: f.remove["flood"] != nil, Slow: f.remove["slow"] != nil}
}

// inject makes a fault and returns what ends it.
func inject(server *emulator.Server, name string) (end func()) {
	switch name {
	case "down":
		server.NetworkDown(true)
		return func() { server.NetworkDown(false) }
	case "flood":
		return server.AddFault(emulator.Fault{When: sendsMessage, Action: emulator.FloodWait(floodPause)})
	}
	return server.AddFault(emulator.Fault{When: isShort, Action: emulator.DelayBefore(slowCall)})
}

// sendsMessage reports whether a call puts something into a chat.
func sendsMessage(c emulator.Call) bool {
	return strings.HasPrefix(c.Method, "send") && c.Method != "sendChatAction" || strings.HasPrefix(c.Method, "edit")
}

// isShort reports whether a call is not one that is meant to last.
func isShort(c emulator.Call) bool { return c.Method != "getUpdates" }
