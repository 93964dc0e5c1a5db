// Package rights is what people ask of the data kept about them, and how the agency
// answers.
//
// Whoever reads the notice (/riengtu) can ask to have something corrected, a consent taken
// back, or all of it erased (ask.go): members by a button, somebody who is no member by a
// message in plain words (stranger.go), and an officer for somebody who has no Telegram.
// Each is a request with the days of the law. Officers see what is open (list.go), take
// it up, find the record that it is about, do it or refuse it with a reason
// (handle.go); what is to be erased is shown first and asked twice (erase.go). What is
// then done, and when officers are reminded, is internal/eraser's.
package rights
