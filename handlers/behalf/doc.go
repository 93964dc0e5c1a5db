// Package behalf records for units what did not come through the bot: paper,
// calls, messages of other services. It does so with the means of packages draft
// and unit.
//
// steps.go, when.go and record.go ask for one unit, period by period. nil_*.go does
// it for several units that have nothing, and passed_*.go proposes it for what
// officers pass on as it reached them.
package behalf
