// Package transfer takes all that a store holds to another machine, another program
// version or another program: as lines of JSON that any tool reads, and back.
//
//	{"kind":"guongsang","format":1,"version":23,"made":"2026-11-27T08:00:00+07:00","sum":"…"}
//	{"kind":"units","bucket":true,"sum":"…"}
//	{"kind":"units","key":["PT001"],"value":{"Name":"…"},"sum":"…"}
//	{"kind":"media","file":{"Name":"media/ab/ab12…","Size":5,"SHA256":"ab12…"},"sum":"…"}
//	{"kind":"end","records":12,"sum":"…"}
//
// The kind of a record is its bucket (layout.Buckets says what each holds). Keys and
// values that are tuples are lists of texts and numbers, other values are JSON as they
// are stored or were before they were packed; what is neither stands there as bytes in
// base64. An import gives each record the very bytes that it had: line.go holds that
// a record which would not come back so is written as bytes (export.go, import.go).
//
// The store is written in the version that the header names, and opening it brings it
// up to date like any store of before: whatever wrote the lines, there is one way from
// version to version, the migrations. Lines of a newer program are refused.
//
// Each sum covers the line and the sum of the line before, so that the first line which
// was changed, lost or added is known by its number; a file without its last line was
// cut off. That guards against accidents, not against forgers: sums can be made anew.
//
// Files that people sent lie beside the lines as they lie beside a store, if they are
// asked for; the lines name them with their hashes in any case.
package transfer
