// Package directory reads lists of units from the files that offices have:
// CSV of any make and XLSX.
//
//	Read     bytes -> units, or every row that cannot be taken with its reason
//	Compare  the current directory and those units -> what would change
//	Demo     the 85 units of a district of 2024, for trying out
//
// A file goes through four small rooms: encoding.go makes text of bytes, csv.go
// or xlsx.go a table of the text, columns.go finds the header and which column
// is which, units.go makes units of the rows and checks them. It is all or
// nothing: a list with a mistake gives no units at all.
//
// The columns are code, name, kind, block, month, quarter, quota_month,
// quota_quarter, roster, active_from, active_to, successor, with Vietnamese or
// English names in any order. Only code and name must be there. What a file
// has no column for stays as it is in the current directory.
package directory
