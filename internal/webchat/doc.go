// Package webchat is the demo in the browser: the phones of an emulated
// Telegram on one page, and beside them a clock that can be moved, the board of
// duties, the outbox, and switches for what can go wrong.
//
// The page itself (page/: one HTML file, one style sheet, a few scripts, nothing
// from outside) draws; it decides nothing. What a person does on a phone goes
// straight to the emulator (phone.go). Everything else is asked of a Show
// (show.go), which the demo command implements with the real program. What
// happens comes back as one stream of events (stream.go).
//
// The server answers this machine alone (guard.go): loopback addresses, its own
// origin, its own methods.
//
// A channel has a phone as well, on which its followers read; nobody writes there.
//
// # What the page and the server say to each other
//
//	GET  /                     the page, with its labels in two languages as JSON
//	GET  /page/NAME            script and styles
//	GET  /events               server-sent events, see below
//	GET  /chats/{id}           {"messages":[Message]}
//	POST /chats/{id}/start     {"payload":"CODE"}             opens the chat with the bot
//	POST /chats/{id}/say       {"text":"…","replyTo":0}
//	POST /chats/{id}/press     {"message":12,"data":"…"}      answers {"query":"…"}; its toast comes as an event
//	POST /chats/{id}/edit      {"message":12,"text":"…"}      changes one's own message
//	POST /chats/{id}/files     multipart: kind (photo, document, voice), caption, file (1 to 10)
//	POST /chats/{id}/read      {}                             all that is there was seen
//	POST /chats/{id}/block     {"on":true}                    blocks the bot, or lets it write again
//	GET  /files/{id}           what a message carries; ?save=1 as a download
//	GET  /directory            {"roles":[{"id","title","of"}],"units":[{"code","name","block"}],"blocks":["…"]};
//	                           of is "", "unit" or "block": what the role belongs to
//	POST /phones               {"name","role","unit","block","code"}  answers {"id","payload"}: a new phone; with a code
//	                           (an invite or its link) that one is used, else an invite is made; role "" is an outsider
//	POST /do                   {"do":"…","arg":"…","on":true}  an Order; answers 204 when it is done
//
// A refusal is {"error":"one sentence for the person"} with a status of 4xx.
//
// Events, each with JSON data: "hello" {state, board, tour} first; "state"
// State; "board" Board; "tour" Tour; "reload" {} when another scene began and
// every chat is to be read anew; "message", "edit" and "delete" {chat, message};
// "toast" {chat, query, text, alert}; "action" {chat, action} for typing and
// the like.
package webchat
