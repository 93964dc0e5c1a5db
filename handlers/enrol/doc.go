// Package enrol is how people come to hold a post, and how they cease to.
//
// A post is come by with a code: issue.go makes one, code.go looks at one that
// is presented, by whomever, and enter.go lets in; a new đầu mối chính puts the
// former one down to deputy (successor.go). Whoever presents none is a stranger
// and hears one sentence a day (stranger.go).
//
// Under what name and number somebody is called is asked then, once (contact.go).
//
// A post ends when its holder leaves or is taken out of it (remove.go, end.go).
// With it end the codes that it allowed to make: a code works only while its
// maker may still issue it (report.Member.MayAppoint), asked when it is presented.
// And whoever was taken out of a place comes back to it only by a code that was
// made afterwards, whoever made the older ones.
package enrol
