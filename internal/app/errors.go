package app

// An OperatorError is a fault whose text is a sentence for the operator, to be
// shown as it is.
type OperatorError string

func (e OperatorError) Error() string { return string(e) }
