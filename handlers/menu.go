package handlers

import (
	"strings"

	"guongsang/handlers/draft"
	"guongsang/handlers/enrol"
	"guongsang/handlers/rights"
	"guongsang/handlers/turn"
	"guongsang/handlers/unit"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// start is /start: with a code it presents an invite, else it is the menu.
func start(t *turn.Turn) error {
	if code := payload(t); code != "" {
		return startCode(t, code)
	}
	return menu(&t.Reading)
}

// startCode lets a member present another invite code.
func startCode(t *turn.Turn, text string) error {
	code, ok := enrol.CodeIn(text)
	if !ok {
		return menu(&t.Reading)
	}
	in, err := enrol.Present(t, code)
	if err != nil || !in {
		return err
	}
	return menu(&t.Reading)
}

// menu greets with the main menu and offers to go on with drafts.
func menu(t *turn.Reading) error {
	if len(t.Keys()) == 0 {
		return t.MainMenu(t.Office.NoUnit())
	}
	if err := t.MainMenu(t.Office.Welcome(names(t, t.Member.Units()), names(t, t.Headed()))); err != nil {
		return err
	}
	if all := t.Member.Represented(); len(t.Member.Units()) > texts.MaxWelcomed || len(t.Headed()) > texts.MaxWelcomed {
		if err := t.Say(chat.Message{Text: texts.UnitsBelow(), Buttons: turn.Column(unit.AllButton(len(all)))}); err != nil {
			return err
		}
	}
	drafts, err := draft.List(t)
	if err != nil || len(drafts) == 0 {
		return err
	}
	return draft.Offer(t, drafts, "", report.Period{})
}

// names are those of units.
func names(t *turn.Reading, codes []string) (names []string) {
	for _, code := range codes {
		names = append(names, t.UnitName(code))
	}
	return names
}

// leave ends whatever was asked.
func leave(t *turn.Reading) error {
	t.CloseQuestion()
	return t.Show(chat.Message{Text: texts.LeftAsIs()})
}

// payload is what follows a command, such as the code of a deep link.
func payload(t *turn.Turn) string {
	_, rest, _ := strings.Cut(strings.TrimSpace(t.Event.Text), " ")
	return strings.TrimSpace(rest)
}

// help says what can be done.
func help(t *turn.Reading) error {
	sends := t.Member.Agency() || len(t.Member.Represented()) > 0
	if err := t.MainMenu(t.Office.Help(sends, helpOf(t.Member)...)); err != nil {
		return err
	}
	if len(t.Member.Represented()) == 0 {
		return nil
	}
	return t.Say(chat.Message{Text: texts.TemplateHint()})
}

// helpOf is the help for each of the roles that a member has.
func helpOf(m report.Member) (parts []string) {
	if m.Agency() {
		parts = append(parts, texts.AgencyHelp(m.Holds(report.Admin)))
	}
	for _, role := range []struct {
		report.Role
		help func() string
	}{{report.Leader, texts.LeaderHelp}, {report.BlockHead, texts.BlockHeadHelp}, {report.Head, texts.HeadHelp}, {report.Focal, texts.FocalHelp}} {
		if m.Holds(role.Role) {
			parts = append(parts, role.help())
		}
	}
	return parts
}

// privacyNotice tells who keeps what about whom, why and how long, and offers what can be
// asked.
func privacyNotice(t *turn.Reading) error {
	if err := t.MainMenu(rights.Notice(t)); err != nil {
		return err
	}
	return rights.Offer(t)
}
