// Package watch tells others whether the program moves: those who ask it, and those
// whom it tells of itself.
//
// It moves (moves.go) while Telegram answers, what came in is handled, what is to be
// said goes out, and the store takes changes. Only while all of that is so a heartbeat
// (heartbeat.go) asks for a URL of a service that raises an alarm when it is not asked
// any more, and systemd (systemd.go) is told that the program lives. A program that
// hangs, whose disk is full, or whose line is cut is so found by somebody else, at
// once and whatever it says of itself.
package watch
