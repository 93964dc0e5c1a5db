// Package directory reads lists of units from the files that offices have:
// CSV of any make and XLSX.
//
//	Read     bytes -> units, or a question, or every row that cannot be taken with its reason
//	Compare  the current directory and those units -> what would change
//	Edit     one unit as an officer types it in chat, under the same rules
//	Demo     the 85 units of a district of 2024, for trying out
//
// A file goes through small rooms. encoding.go makes text of bytes and damage.go
// knows letters that are lost or were read wrongly; csv.go or xlsx.go make a table
// of it, of what is shown only, each cell as it is shown (format.go); columns.go
// finds the header and which column is which; sift.go puts aside what is no unit;
// units.go makes units of the rows and checks them. It is all or nothing: a list
// with a mistake gives no units at all.
//
// What a list leaves open is not guessed but asked (ask.go): whether code 1 is the
// known 001 (codes.go), and whether 1/7/2025 is in July (days.go). What was passed
// over is named in the notices.
//
// The columns are code, name, kind, block, month, quarter, quota_month,
// quota_quarter, roster, active_from, active_to, successor, superior, symbol,
// training, with Vietnamese or English names in any order. Only code and name must be there. What a file
// has no column for stays as it is in the current directory.
package directory
