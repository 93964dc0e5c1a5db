// Package demo shows the whole bot without Telegram and without a network.
//
// A play (play.go) is the program with invented people around it: Telegram is
// emulated, the people do what the story says (story.yaml), and the clock is
// moved. Play has it tell a month in the terminal.
//
// A stage (stage.go) is the show behind the page that Serve serves: one play at
// a time, begun in a scene (scene.go), moved on by the time machine (time.go) or
// by the guided tour (tour.go); what can be seen of it beside its phones is in
// state.go. The page itself is internal/webchat. A demo that is kept (keep.go)
// goes on where it was left.
//
// Generate (generate.go) has none of it: it only writes the records of many
// units over years, to measure with.
package demo
