// Package report is the domain: what a unit owes, when, and what it has
// handed in. Types and pure rules only, standard library only; nothing here
// reads a clock, a file or a network.
//
// The nouns, one file each:
//
//	Date      a day of the calendar, without a time or a zone
//	Calendar  which days are working days (holidays of Viet Nam)
//	Period    one month or one quarter; Rules says when it opens, closes, is due and locks
//	Unit      who owes; Directory is all of them at one moment
//	Member    an account with its roles; Invite binds the one to the other
//	Example   what is introduced; Draft is one being written
//	Approval  what the unit's head said before an example was sent
//	Filing    the fact that a unit handed something in for a period
//	Contact   whether a unit can be asked: chưa kết nối, mất liên lạc
//	Standing  what follows from rules, unit and filings: pending, on time, late, ...
//	Summary   the standings and examples of one period, counted: the one set of figures
//	Problem   a rule that is invalid, for whoever reads the configuration
//
// Figures of a period are always computed from the records by these
// functions and never kept as counters that can drift.
package report
