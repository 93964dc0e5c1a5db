package handlers

import (
	"slices"
	"strings"
	"testing"

	"guongsang/internal/chat"
	"guongsang/internal/texts"
)

// fitting is how many buttons a message to a focal point has at most. Lists of units,
// of drafts and of examples have their own limits (turn.Choices, turn.Listed).
const fitting = 6

// Every list of fields and every question of a draft has at most six buttons, whoever
// is introduced; and what has more answers than fit lets all of them be pressed.
func TestAtMostSixButtons(t *testing.T) {
	for name, told := range map[string]string{
		"person": "Loại: 2\nĐối tượng: 1\nHọ tên: Giàng A Minh\nNăm sinh: 2015\nNơi ở: bản Nà Cúng\nTiêu đề: Trả lại ví\nViệc làm: Nhặt được ví, trả lại người mất.\nĐồng ý: 1",
		"model":  "Loại: 3\nĐối tượng: 2\nTên mô hình: Đường biên xanh\nNơi ở: xã Dào San\nTiêu đề: Đường biên xanh\nViệc làm: Trồng cây dọc đường biên, 32 hộ làm.\nLan tỏa: ba bản làm theo\nĐồng ý: 1",
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			h.unit("PT001", "Trường Hoa Ban", "month")
			h.member("Lan", "focal PT001")
			h.say("Lan", told)
			for range 3 { // what a child has to be asked besides
				if button, ok := labelled(h.last("Lan"), "Đã đồng ý"); ok {
					h.press("Lan", button, false)
				}
			}
			for _, list := range []string{texts.ToEdit, texts.ToMore} {
				for page, pages := []string{list}, 0; pages < 3; pages++ {
					subjects := steps(h, page...)
					for _, subject := range subjects {
						fieldsOf(h, page, subject)
					}
					if !slices.Contains(subjects, texts.ToOthers) {
						break
					}
					page = append(page, texts.ToOthers)
				}
			}
		})
	}
}

// fieldsOf goes to each field of a subject on a page of subjects.
func fieldsOf(h *house, page []string, subject string) {
	h.t.Helper()
	if subject == texts.ToOthers {
		return
	}
	path := append(slices.Clone(page), subject)
	if !isSubject(subject) {
		steps(h, path...)
		allAnswers(h, path)
		return
	}
	for _, field := range steps(h, path...) {
		path := append(slices.Clone(path), field)
		steps(h, path...)
		allAnswers(h, path)
	}
}

// allAnswers goes round the answers of the question to which a path led, and fails
// if one of those in its text has no button.
func allAnswers(h *house, path []string) {
	h.t.Helper()
	seen := map[string]bool{}
	for range 12 {
		m := h.last("Lan")
		fits(h, path, m)
		for _, b := range buttonsIn(m) {
			seen[strings.TrimPrefix(b.Label, texts.ToMark)] = true
		}
		if _, ok := labelled(m, texts.ToOthers); !ok {
			break
		}
		h.press("Lan", texts.ToOthers, false)
	}
	for line := range strings.SplitSeq(h.last("Lan").Text, "\n") {
		if seen[texts.ToOthers] && line != "" && line[0] >= '1' && line[0] <= '9' && !seen[line] {
			h.t.Errorf("%v: no button %q", path, line)
		}
	}
}

// steps presses its way from the whole draft, and gives what can be chosen there.
func steps(h *house, path ...string) (labels []string) {
	h.t.Helper()
	h.say("Lan", "/gui")
	if button, ok := labelled(h.last("Lan"), "Tiếp tục"); ok {
		h.press("Lan", button, false)
	}
	fits(h, nil, h.last("Lan"))
	for _, label := range path {
		h.press("Lan", label, false)
		fits(h, path, h.last("Lan"))
	}
	for _, b := range buttonsIn(h.last("Lan")) {
		if b.Label != texts.ToBack && b.Label != texts.ToReview {
			labels = append(labels, b.Label)
		}
	}
	return labels
}

func fits(h *house, path []string, m chat.Message) {
	h.t.Helper()
	if n := len(buttonsIn(m)); n > fitting {
		h.t.Errorf("%v: %d buttons under %q", path, n, m.Text)
	}
}

// isSubject reports whether a label is that of a subject, not of a field.
func isSubject(label string) bool {
	for i := range 10 {
		if strings.TrimPrefix(label, texts.ToMark) == texts.Subject(i) {
			return true
		}
	}
	return false
}

func labelled(m chat.Message, part string) (string, bool) {
	for _, b := range buttonsIn(m) {
		if strings.Contains(b.Label, part) {
			return b.Label, true
		}
	}
	return "", false
}

func buttonsIn(m chat.Message) (all []chat.Button) {
	for _, line := range m.Buttons {
		all = append(all, line...)
	}
	return all
}
