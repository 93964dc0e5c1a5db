// Package turn is one event of one person: who is asking, with the conversation
// so far; what can be said to them and to others; and what may be asked at all.
//
// turn.go and say.go are the Turn, the Reading in it that is enough where nothing
// is written, their words and questions; names.go and
// post.go how units and posts are called; menu.go and button.go what can be
// pressed, list.go how a list is paged; paper.go how a document is ordered,
// room.go whether the drafts of somebody have room for a file.
//
// route.go is the gate. A Route says in which ways one thing can be asked, by
// whom, and what is done then: an Action, which is a function with the kinds of
// what it is given (action.go). A Kind reads one thing that a button or
// question carries and refuses it if it is not there, not whole, or not for
// this member (kind.go, kind_record.go); rooms make their own by joining kinds
// and by asking more of one. So an action cannot be reached with less than it
// needs, and a route cannot be written without saying what that is.
package turn
