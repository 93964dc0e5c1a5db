// Package telegram is the wire: it brings what people do into the inbox of the
// store, and carries what waits in the store's outbox to people. It knows
// nothing of units and examples, and the rest of the program nothing of
// Telegram.
//
// The way in. Poller (poll.go) asks for updates and stores each batch raw,
// together with the offset that confirms it, before it asks again; Webhook
// (webhook.go) stores before it answers 200. Decode (decode.go) turns the raw
// JSON of one stored update into a chat.Event when its turn comes, so that an
// update that this program cannot read is set aside and holds nobody up.
//
// The way out. Sender (sender.go) keeps a queue for each chat (line.go) with
// one call under way in it, many chats side by side, people before bulk, and
// all under the rates that Telegram allows (limits.go). Each row has its turn
// (turn.go): it is claimed, said, and judged. It is said by
// speak.go in the words that render.go makes of a chat.Message; result.go says
// what an answer, or the lack of one, means for the row; health.go notices when
// not a chat but Telegram itself is out of order. What became of a row is
// stored (settle.go) before the next one of its chat goes out.
//
// Fetcher (fetch.go) brings files into the house, and looks at pictures when
// they are there: of one that cannot be shown it tells.
//
// Client (client.go) is under all of them: go-telegram/bot makes the requests,
// call.go watches them go over the wire, and redact.go sees that the token stays
// out of every error and log line. Everything takes the time from one Now.
package telegram
