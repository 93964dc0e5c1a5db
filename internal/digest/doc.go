// Package digest turns a finished summary of a period into what the agency
// gets: the digest (bản tổng hợp).
//
// It counts nothing and reads no store: report.Summary holds the figures, the
// words are those of internal/texts. overview.go is the first screen, section.go
// the lists behind its buttons, leader.go the short form for leaders.
package digest
