// Package texts holds every sentence that a person of the locality reads, in
// Vietnamese: one function for a sentence, domain values in, string out.
//
// Nothing else in the program speaks Vietnamese but for the few words that
// package privacy puts in the place of what may not be shown; what only the demo
// says is in internal/demotexts. The tone is that of an
// office that helps: anh/chị (or đồng chí, by configuration), a request
// begins with "Vui lòng", "Mời" or "Nhờ", nothing blames, a refusal says what to
// do next, at most one emoji. No names of an organisation or a level of
// government: those are configuration and arrive as arguments. A golden file
// of all texts lets a person proof-read them without reading Go.
package texts
