package demo

import (
	"slices"
	"strings"
	"testing"

	"guongsang/internal/directory"
	"guongsang/internal/emulator"
	"guongsang/internal/texts"
)

// From the introduction to the public: a returned example was completed, approved by
// the head, chosen, approved by the leader and posted; another was taken out of the
// channel; of a child nothing shows who it is; and what is left to do waits for its
// people.
func TestPublishedScene(t *testing.T) {
	s := openStage(t, "")
	s.mustDo(t, "scene", "published")
	p := s.play
	posts := s.channel(t)
	for _, c := range []struct {
		title  string
		photos int
		says   string
	}{
		{"Cô giáo cắm bản 9 năm", 2, "Lò Thị Xuân An"},
		{"14/16 bản lắp 37 mắt camera", 2, "sau khi lắp (5 - 10/2026) còn 6 vụ"},
		{"Nhặt được ví có 6.450.000 đồng", 0, "Em Minh là gương người tốt việc tốt, được trường học trên địa bàn giới thiệu."},
	} {
		i := slices.IndexFunc(posts, func(m emulator.Message) bool { return strings.HasPrefix(m.Text, c.title) })
		if i < 0 {
			t.Errorf("%q is not in the channel", c.title)
			continue
		}
		photos := 0
		for _, m := range posts[i:] {
			if m.Kind == emulator.KindPhoto && m.Album == posts[i].Album {
				photos++
			}
		}
		if !strings.Contains(posts[i].Text, c.says) || photos != c.photos {
			t.Errorf("posted with %d photos:\n%s", photos, posts[i].Text)
		}
	}
	public := ""
	for _, m := range posts {
		public += m.Text + "\n"
	}
	school := unitName(t, "PT078")
	for _, hidden := range []string{"Giàng", "Vàng Bó", "2011", school, "suất cơm"} {
		if strings.Contains(public, hidden) {
			t.Errorf("the channel says %q:\n%s", hidden, public)
		}
	}

	officer, head, leader := s.phone(accountOfficer), p.heads["PT056"], s.phone(accountLeader)
	for _, c := range []struct {
		who  *emulator.Person
		says string
	}{
		{s.phone(p.account("PT064")), "đã được tuyên truyền"},
		{s.phone(p.account("PT013")), "đã được gỡ"},
		{officer, "Tìm “hiến đất Bản Lang”: 1 gương."},
		{officer, "Danh sách gọi"},
		{officer, "0900 000 101"},
		{head.Person, "Lò Văn Chiêng"},
		{leader, "Lao xuống suối lũ"},
	} {
		if !slices.ContainsFunc(c.who.Chat(), says(c.says)) {
			t.Errorf("%s has not read %q", c.who.Name(), c.says)
		}
	}

	if slices.ContainsFunc(officer.Chat(), says("Lò Văn Chiêng")) {
		t.Error("the officer has what the head has not approved")
	}
	s.press(t, head.Person, texts.ToApprove)
	if !slices.ContainsFunc(officer.Chat(), says("Lò Văn Chiêng")) {
		t.Error("the officer has not got what the head approved")
	}
	s.press(t, leader, texts.LabelFull)
	s.press(t, leader, texts.LabelApprove)
	if !hasLabel(officer.Last(), texts.LabelOpenPublicity) {
		t.Errorf("the officer is not told of the leave:\n%s", officer.Last().Text)
	}
	if violations := s.Telegram().Violations(); len(violations) > 0 {
		t.Errorf("no correct bot does this: %q", violations)
	}
}

// channel is what can be read in the channel.
func (s *stage) channel(t *testing.T) []emulator.Message {
	t.Helper()
	all := s.Telegram().Channels()
	if len(all) != 1 {
		t.Fatalf("%d channels", len(all))
	}
	return all[0].Since(0)
}

func (s *stage) press(t *testing.T, who *emulator.Person, label string) {
	t.Helper()
	if err := who.PressLabel(label); err != nil {
		t.Fatal(err)
	}
	if err := s.play.waitIdle(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func unitName(t *testing.T, code string) string {
	t.Helper()
	for _, u := range directory.Demo() {
		if u.Code == code {
			return u.Name
		}
	}
	t.Fatalf("no unit %s", code)
	return ""
}
