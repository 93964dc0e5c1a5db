// Package emulator is the Bot API in memory: what a bot sees of Telegram, as an
// http.Handler, and what a person sees of a bot, as Go calls.
//
// A test makes a Server, gives its Client to the bot and lets a Person speak:
//
//	srv := emulator.New(emulator.Options{Token: token, Username: "guong_sang_bot"})
//	an := srv.Person(1001, "Lò Thị An")
//	an.Start("")
//	an.Say("/help")
//	reply, err := an.WaitFor(ctx, func(m emulator.Message) bool { return m.Text != "" })
//	err = an.PressLabel("Gửi")
//
// Everything a person does becomes an update in one queue (updates.go), from
// which the bot takes it by long polling or gets it posted (webhook.go).
// Everything the bot does arrives as a call (request.go), is held against the
// published parameters (params.go, check.go) and against the rates (rates.go),
// and changes the chats (chats.go, messages.go), where the person finds it. What
// the real server refuses is refused with the real words (errors.go). A request
// that no bot should ever make is refused as well and also kept in Violations,
// so that a test can fail on it.
//
// What people see can be watched (watch.go) and, with what the bot has not
// confirmed, kept over a restart (keep.go). Dates go by Options.Clock and all
// waiting by the real time.
//
// Between the wire and all this sit the faults (faults.go): a lost connection
// before or after the call was carried out, a flood wait, a broken answer, an
// update delivered twice.
//
// Client calls the handler directly, without a socket, and every wait is a
// channel or a timer, so that the whole of it can live in a testing/synctest
// bubble, if it is made there. The same Server can be put behind a real
// listener.
//
// Left out: Markdown, downloads by address, inline mode, payments, topics,
// business accounts, and the privacy mode of groups (a bot here sees all that
// is said).
package emulator
