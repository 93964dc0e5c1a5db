// Package worddiff tells people what changed between two versions of a text: which
// words are new, which are gone, and between which of those that stayed.
//
// Words are compared as they are written, with their punctuation. Compare finds the
// longest common sequence of words; Rewritten says when so little stayed that both
// texts are better read one after the other; Shorten leaves out what did not change
// far from what did, so that it can be read on a phone.
package worddiff
