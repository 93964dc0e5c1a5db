package handlers

import (
	"strings"
	"testing"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// Whoever may speak for a unit hears what becomes of what it sent: a head who sent it, and
// the people of the unit that goes on from one that closed meanwhile.
func TestWhoeverSpeaksForAUnitHears(t *testing.T) {
	for name, c := range map[string]struct {
		sender string
		hears  string
		then   func(*house)
	}{
		"a focal point sent it":        {"Lan", "Lan", func(*house) {}},
		"the head sent it":             {"Vang", "Vang", func(*house) {}},
		"only the head is left":        {"Lan", "Vang", func(h *house) { h.member("Lan", "") }},
		"the unit was merged":          {"Lan", "Tú", func(h *house) { h.member("Lan", ""); h.member("Vang", ""); h.merged() }},
		"its sender moved":             {"Lan", "Lan", func(h *house) { h.member("Lan", "focal PT002"); h.merged() }},
		"merged, and the head of both": {"Vang", "Vang", func(h *house) { h.member("Vang", "head PT002"); h.merged() }},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			h.unit("PT001", "Trường Hoa Ban", "month")
			h.unit("PT002", "Trường Dào San", "month")
			h.member("Lan", "focal PT001")
			h.member("Vang", "head PT001")
			h.member("Tú", "focal PT002")
			h.member("Hạnh", "officer")
			h.change(func(tx *storage.Tx) error {
				_, err := tx.NewExample(report.Example{
					Unit: "PT001", By: h.id(c.sender), Periods: []report.Period{{Duty: report.Month, Year: 2026, Number: 11}}, Review: report.Received,
					Sent: h.now, Received: h.now, Content: differing(1),
				})
				return err
			})
			c.then(h)
			h.pressChosen("Hạnh", "inq")
			h.say("Hạnh", "Ảnh chụp ở đâu?")
			h.press("Hạnh", texts.LabelSendInquiry, false)
			h.heard(c.hears, "Ảnh chụp ở đâu?")
			h.pressChosen("Hạnh", "acc", 1)
			h.heard(c.hears, "tiếp nhận. Trân trọng cảm ơn")
			h.pressChosen("Hạnh", "undo", 1, 1)
			h.heard(c.hears, h.desk.Office.UndoneForUnit(h.example(chosenNumber), report.Accepted))
		})
	}
}

// merged has PT002 go on from PT001.
func (h *house) merged() {
	h.t.Helper()
	h.change(func(tx *storage.Tx) error {
		u, err := tx.Unit("PT001")
		if err != nil {
			return err
		}
		u.ActiveTo, u.Successor = report.DateOf(h.now).AddDays(-1), "PT002"
		return tx.PutUnits([]report.Unit{u})
	})
}

// heard checks that somebody was sent a text since it was asked last.
func (h *house) heard(name, text string) {
	h.t.Helper()
	said := h.out.String()
	h.out.Reset()
	for message := range strings.SplitSeq("\n"+said, "\n< ") {
		if strings.HasPrefix(message, name+" ") && strings.Contains(message, text) {
			return
		}
	}
	h.t.Errorf("%s does not hear %q:\n%s", name, text, said)
}

// A unit that sent something in earnest today begins to try tomorrow: what it sent would
// be thrown away with what is tried.
func TestTrainingTakesNothingThatWasSentInEarnest(t *testing.T) {
	h := waitingHouse(t, 1, func(int) bool { return false })
	h.pressing("Hạnh", "dirton:PT001")
	if !strings.Contains(h.out.String(), texts.SentToday(chosenNumber)) {
		t.Errorf("it is not said why:\n%s", h.out.String())
	}
	h.now = h.now.AddDate(0, 0, 1)
	h.pressing("Hạnh", "dirton:PT001")
	h.pressing("Hạnh", "dirtoff:PT001:1")
	if got := h.reviewed(); got[report.Received] != 1 {
		t.Errorf("left are %v", got)
	}
}

// pressing presses a button that is on somebody's screen.
func (h *house) pressing(name, data string) {
	h.t.Helper()
	h.message++
	h.screens[h.id(name)] = append(h.screens[h.id(name)], &screened{id: h.message})
	h.do(h.id(name), chat.Event{Kind: chat.Pressed, MessageID: h.message, Press: chat.Press{Data: data}})
}
