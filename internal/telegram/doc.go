// Package telegram speaks the Bot API: it brings what people do into the inbox
// of the store, and is the wire over which internal/courier delivers what waits
// in the outbox. It knows nothing of units and examples, and nobody else calls
// the Bot API.
//
// The way in. Poller (poll.go) asks for updates and stores each batch raw,
// together with the offset that confirms it, before it asks again; Webhook
// (webhook.go) stores before it answers 200. Decode (decode.go) turns the raw
// JSON of one stored update into a chat.Event when its turn comes, so that an
// update that this program cannot read is set aside and holds nobody up.
//
// The way out. Client.Deliver (deliver.go) makes the calls that one row of the
// outbox asks for, in the words that render.go makes of a chat.Message;
// verdict.go says what an answer, or the lack of one, means. When a row's turn
// is and what becomes of it are the courier's business; the rates that Telegram
// publishes are told to it (limits.go).
//
// Fetcher (fetch.go) brings files into the house (download.go), and inspects
// pictures when they are there: of one that cannot be shown it tells.
//
// Client (client.go) is under all of them, call.go watches every request go over
// the wire, and redact.go sees that the token stays out of every error and log
// line. Introduce (introduce.go) learns the bot's name and shows its commands.
// Everything takes the time from one Now.
//
// # Beside the library
//
// go-telegram/bot makes the calls that send: it knows their parameters and how
// files are uploaded. A few calls are made without it (Client.post): getUpdates,
// because an update must be stored exactly as it came, before anything decodes
// it, and the library's own loop confirms updates that nobody has handled yet;
// getFile and the calls around the start (getMe, setMyCommands, setWebhook and
// the like), because what they need is whether the request was written, which
// status came back and how long to wait, and the library gives none of the
// three. For the same reason the calls that the library makes are judged by what
// went over the wire (call.go) and not by the error that it returns.
package telegram
