package main

// An OperatorError is a fault whose text is a sentence for the operator, to be
// shown as it is.
type OperatorError struct{ Says string }

func (e OperatorError) Error() string { return e.Says }
