// Package ground reads from the records what a report rests on beside the summary of
// its period: the ground of package assess's findings (figures.go), the balance of what
// was introduced (balance.go), and half a year or a year added up from its months and
// quarters (cumulation.go). The clerk reads it for the document, the conversation for
// the draft that officers see before: both see the same.
package ground
