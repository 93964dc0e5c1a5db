// Package vietnamese has the words of the language that more than one room reads by: how
// numbers and months are spoken, who is spoken of, what says no. What a room alone reads by
// stands there. Where nothing else is said the words are without marks, as letters.Fold
// gives them; those that are put into a regular expression are parted by |.
package vietnamese
