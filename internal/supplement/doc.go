// Package supplement reads what people say of an introduction that was sent, to add to it:
// of whom they speak, and what there is to add.
//
// named.go reads a sentence that says to which one it adds ("bổ sung cho bài cô An: …"),
// asked.go what may answer a request for more, and in which field it belongs.
package supplement
