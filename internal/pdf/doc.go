// Package pdf has Word documents converted by LibreOffice, where the machine has it:
// the system for electronic documents takes PDF, and an office without Word can read one.
//
//	Find       where LibreOffice is
//	Converter  a Word document in, the same as PDF out
//	Sweep      what the program was killed over is removed when it starts again
//
// LibreOffice is a large program of others that reads what people wrote, so it is kept
// on a short leash. One conversion runs at a time, in a folder of its own of which
// nothing stays, with a profile of its own (profile.go) in which macros do not run, links
// are not followed and the way to the network leads nowhere. It is bounded in time and in
// what it may write, and is a process group of its own, which is ended with all that it
// began, when it is through, when its time is over and when the program stops
// (process_unix.go).
//
// What it prints is not kept: it may hold what a document says.
package pdf
