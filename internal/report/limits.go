package report

// The limits of what an introduction says, in characters.
const (
	MaxName    = 120
	MaxPlace   = 160
	MaxTitle   = 120
	MinSummary = 20
	MaxSummary = 2500
	MaxDetail  = 500 // results, spread
	MaxNote    = 200 // recognitions

	MaxEthnicity = 40
	MaxArticle   = 12_000 // some 2,000 words
	MaxMembers   = 100_000

	MaxFiles = 10 // photos, and as many files and voice notes
)
