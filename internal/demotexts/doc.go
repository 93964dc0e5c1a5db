// Package demotexts has every sentence that only the demo says: in the terminal
// (terminal.go), on its page and in answer to it (page.go), and the page's own
// labels (labels.go). What the bot says in the demo it says elsewhere too: that
// is in internal/texts, and one file for proof-reading has both
// (internal/texts/testdata/texts.golden).
package demotexts
