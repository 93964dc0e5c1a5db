package form

// The limits of what an introduction says, in characters.
const (
	maxName    = 120
	maxPlace   = 160
	maxTitle   = 120
	minSummary = 20
	maxSummary = 2500
	maxDetail  = 500 // results, spread
	maxNote    = 200 // recognitions

	maxEthnicity = 40
)
