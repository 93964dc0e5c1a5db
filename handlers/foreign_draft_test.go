package handlers

import (
	"encoding/json"
	"strings"
	"testing"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

const secretName = "Giàng Thị Xuân"

// writing makes a house in which Lan has a draft open, and gives all the
// buttons that the bot ever made for it.
func writing(t *testing.T) (h *house, buttons []string) {
	t.Helper()
	h = newHouse(t)
	h.unit("PT001", "Trạm Y tế Hoa Ban", "month quarter")
	h.member("Lan", "focal PT001")
	h.member("Mai", "focal PT001 deputy")
	h.member("Vang", "head PT001")
	h.member("Hạnh", "officer")
	h.member("Thủy", "leader")
	h.member("Tú", "admin")
	h.say("Lan", "Gửi gương")
	for _, said := range []string{"Người tốt việc tốt", "Cá nhân", secretName, "bản Nà Cúng", "Trả lại ví", strings.Repeat("Nhặt được ví, trả lại. ", 5), "1"} {
		h.say("Lan", said)
	}
	for _, pressed := range []string{"Bổ sung thêm", "1", "Quay lại"} {
		h.say("Lan", pressed)
	}
	h.say("Lan", "/menu")
	h.say("Lan", "Gửi gương") // offers to go on
	seen := map[string]bool{}
	for _, s := range h.screens[h.id("Lan")] {
		for _, b := range s.ever {
			if data := b.Do.String(); b.Do.Arg(0) == "1" && !seen[data] {
				seen[data] = true
				buttons = append(buttons, data)
			}
		}
	}
	if !seen["d.resume:1"] || len(buttons) < 15 {
		t.Fatalf("buttons of the draft: %q\n%s", buttons, h.out.String())
	}
	return h, append(buttons, chat.Do(chat.VerbResume, 1).String())
}

// forge presses a button with that data, on the newest message of the person;
// on one that is gone, if there is none.
func (h *house) forge(who, data string) {
	h.t.Helper()
	ev := chat.Event{Kind: chat.Pressed, Press: chat.Press{Data: data}}
	if all := h.screens[h.id(who)]; len(all) > 0 {
		ev.MessageID = all[len(all)-1].id
	}
	h.do(h.id(who), ev)
}

// draftOne is the draft as it is stored.
func (h *house) draftOne() (d report.Draft, stored string) {
	h.t.Helper()
	h.look(func(tx *storage.Snapshot) (err error) {
		d, err = tx.Draft(1)
		return err
	})
	b, err := json.Marshal(d)
	if err != nil {
		h.t.Fatal(err)
	}
	return d, string(b)
}

// A draft is the writer's alone: no colleague of the unit, head or officer
// gets in by a button that was made for the writer, and none is shown a word
// of it.
func TestADraftIsTheWritersAlone(t *testing.T) {
	h, buttons := writing(t)
	_, before := h.draftOne()
	for _, who := range []string{"Mai", "Vang", "Hạnh", "Thủy", "Tú"} {
		for _, data := range buttons {
			h.out.Reset()
			h.forge(who, data)
			if got := h.out.String(); got != "! "+who+": "+texts.Stale()+"\n" {
				t.Errorf("%s presses %s and gets\n%s", who, data, got)
			}
			if _, after := h.draftOne(); after != before {
				t.Fatalf("%s presses %s and changes the draft\nbefore %s\nafter  %s", who, data, before, after)
			}
		}
	}
}

// What a colleague writes after such a press is the colleague's own.
func TestWordsAfterAForeignButton(t *testing.T) {
	h, _ := writing(t)
	_, before := h.draftOne()
	for _, data := range []string{"d.resume:1", "resume:1"} {
		h.forge("Mai", data)
		h.say("Mai", "Gửi gương")
		h.act("Mai", "<photo p1>")
		h.say("Mai", "Mô hình mới")
	}
	if _, after := h.draftOne(); after != before {
		t.Errorf("before %s\nafter  %s", before, after)
	}
	for _, s := range h.screens[h.id("Mai")] {
		if strings.Contains(s.message.String(), secretName) {
			t.Errorf("Mai is shown %s", s.message)
		}
	}
	h.look(func(tx *storage.Snapshot) error {
		list, err := tx.Drafts(h.id("Mai"))
		if err == nil && (len(list) == 0 || len(list[0].Content.Media) != 1) {
			t.Errorf("Mai's own drafts: %+v", list)
		}
		return err
	})
}

// Of a draft that was sent the others hear neither its number nor that it was
// sent.
func TestASentDraftIsTheWritersAlone(t *testing.T) {
	h, buttons := writing(t)
	h.forge("Lan", "d.resume:1")
	h.press("Lan", "Gửi", false)
	if d, _ := h.draftOne(); d.Sent == "" {
		t.Fatal(h.out.String())
	}
	for _, data := range buttons {
		h.out.Reset()
		h.forge("Mai", data)
		if got := h.out.String(); got != "! Mai: "+texts.Stale()+"\n" {
			t.Errorf("Mai presses %s and gets\n%s", data, got)
		}
	}
}

// The writer goes on by the very buttons that are refused to the others, until
// the unit is no longer the writer's.
func TestTheWriterGoesOn(t *testing.T) {
	for _, data := range []string{"d.resume:1", "resume:1"} {
		h, _ := writing(t)
		h.forge("Lan", data)
		if !strings.Contains(h.last("Lan").String(), secretName) {
			t.Errorf("%s: the writer is shown\n%s", data, h.last("Lan"))
		}
		h.unit("PT002", "Trường Hoa Mận", "month")
		h.member("Lan", "focal PT002")
		h.out.Reset()
		h.forge("Lan", data)
		if got := h.out.String(); got != "! Lan: "+texts.Stale()+"\n" {
			t.Errorf("%s, after the unit was given up:\n%s", data, got)
		}
	}
}

// A draft on behalf of a unit says that it came days ago. Who recorded it and
// is no officer any more cannot send it, not even for the own unit.
func TestADraftOnBehalfStaysWithTheAgency(t *testing.T) {
	for posts, goesOn := range map[string]bool{"officer": true, "focal PT001, officer": true, "focal PT001": false, "focal PT001, leader": false} {
		h := newHouse(t)
		h.unit("PT001", "Trường Hoa Ban", "month")
		id := h.member("Hạnh", "officer")
		h.change(func(tx *storage.Tx) error {
			_, err := tx.NewDraft(report.Draft{
				By: id, Unit: "PT001", OnBehalf: "paper", Received: h.now.AddDate(0, 0, -5), Asked: []string{"unit"}, Content: report.Content{Name: secretName},
			})
			return err
		})
		h.member("Hạnh", posts)
		h.forge("Hạnh", "d.resume:1")
		if got := strings.Contains(h.out.String(), texts.Stale()); got == goesOn {
			t.Errorf("%s: refused %v\n%s", posts, got, h.out.String())
		}
	}
}
