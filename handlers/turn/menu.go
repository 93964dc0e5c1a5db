package turn

import (
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// MainMenu says something above the main menu of the member's roles.
func (t *Reading) MainMenu(text string) error {
	t.CloseQuestion()
	return t.Prompt(chat.Message{Text: text, Keys: withHelp(t.Keys())})
}

// withHelp adds the help that all have: beside a key that stands alone, for the
// menu takes half of a small screen, or on a line of its own.
func withHelp(keys [][]string) [][]string {
	last := len(keys) - 1
	switch {
	case last < 0:
		return nil
	case len(keys[last]) == 1:
		return append(keys[:last:last], []string{keys[last][0], texts.WordHelp})
	}
	return append(keys, []string{texts.WordHelp})
}

// Keys are the lines of the main menu, but for the help that all have.
func (t *Reading) Keys() (keys [][]string) {
	if t.Member.Holds(report.Focal, report.Head) {
		keys = [][]string{{texts.LabelIntroduce, texts.LabelNil}, {texts.WordNow, texts.WordSent}}
	}
	return append(keys, agencyKeys(t.Member)...)
}

// agencyKeys are the lines that the agency's roles, heads and leaders add to
// the main menu.
func agencyKeys(m report.Member) (lines [][]string) {
	switch {
	case m.Agency():
		lines = append(lines,
			[]string{texts.WordQueue, texts.WordSituation},
			[]string{texts.WordBehalf, texts.WordExtend},
			[]string{texts.WordInvite, texts.WordUnits, texts.WordFind},
		)
		lines = append(lines, []string{texts.WordPause, texts.WordPublicity})
		if m.Holds(report.Admin) {
			lines = append(lines, []string{texts.WordAdmin})
		}
	case m.Holds(report.Leader):
		lines = append(lines, []string{texts.WordSituation, texts.WordFind, texts.WordPublicity})
	case m.Holds(report.BlockHead):
		lines = append(lines, []string{texts.WordSituation})
	}
	if m.Holds(report.Head) && !m.Agency() {
		lines = append(lines, []string{texts.WordUnits, texts.WordHandover})
	}
	return lines
}
