// Package letters knows how Vietnamese is written, and nothing of what is
// written: the one form in which the house keeps a text (Clean), the form by
// which people compare two (Fold), and which known word a mistyped one is near
// (Nearest); how long a text is (text.go), what its words are made of (word.go), and
// where its sentences end (sentence.go). What messengers and phones did to it is undone:
// their marks (unstyled.go), lines that were lost (unrolled.go), capitals (capitals.go),
// and marks that were never made of what was pressed (keys.go).
// What a text means is for others to say.
package letters
