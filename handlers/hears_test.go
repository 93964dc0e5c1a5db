package handlers

import (
	"errors"
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

// Nor does it begin on a day on which the unit said that there is nothing, or began to write;
// what came before stands, whatever is pressed in training, and counts when that is over.
func TestTrainingTakesNothingThatWasSaidOrWrittenInEarnest(t *testing.T) {
	h := newHouse(t)
	h.unit("PT001", "Trường Hoa Ban", "month")
	h.member("Lan", "focal PT001")
	h.member("Hạnh", "officer")
	november := report.Period{Duty: report.Month, Year: 2026, Number: 11}
	begins := func(refusal string) {
		t.Helper()
		h.out.Reset()
		h.pressing("Hạnh", "dirton:PT001")
		if u, _ := h.directory().Unit("PT001"); u.Training.IsZero() == (refusal == "") || !strings.Contains(h.out.String(), refusal) {
			t.Errorf("training is since %s, and said is:\n%s", u.Training, h.out.String())
		}
	}
	h.pressing("Lan", "nil:PT001:2026-11:1")
	begins(texts.NilToday(november))
	h.now = h.now.AddDate(0, 0, 1)
	h.say("Lan", "Họ tên: Lò Văn Pản\nTiêu đề: Hiến đất mở đường")
	begins(texts.WrittenToday())
	h.now = h.now.AddDate(0, 0, 1)
	begins("")
	h.press("Lan", texts.ToUndo, true)
	if got := h.last("Lan").Text; !strings.Contains(got, texts.BeforeTraining(texts.NilSure(november))) {
		t.Errorf("what was said before can be taken back: %s", got)
	}
	h.now = h.now.AddDate(0, 0, 1)
	h.pressing("Hạnh", "dirtoff:PT001:1")
	h.look(func(tx *storage.Snapshot) error {
		st, err := tx.Standing("PT001", november)
		drafts, draftsErr := tx.Drafts(h.id("Lan"))
		if st.State != report.NilFiled || len(drafts) != 1 {
			t.Errorf("left are %q and %d drafts", st.State, len(drafts))
		}
		return errors.Join(err, draftsErr)
	})
}

// pressing presses a button that is on somebody's screen.
func (h *house) pressing(name, data string) {
	h.t.Helper()
	h.message++
	h.screens[h.id(name)] = append(h.screens[h.id(name)], &screened{id: h.message})
	h.do(h.id(name), chat.Event{Kind: chat.Pressed, MessageID: h.message, Press: chat.Press{Data: data}})
}
