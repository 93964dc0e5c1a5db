// Package board is how things stand: who has sent, who owes what until when.
//
// list.go lists units by where they stand; remind.go and call.go are what is done
// about those that have not sent. situation_*.go shows it to the agency, leaders and heads of blocks, each what
// they may see; extend_*.go and pause_unit.go change what is owed; paper.go
// orders the documents of it.
package board
