package form

import (
	"strings"
	"testing"

	"guongsang/internal/intent"
)

// TestBeside holds what a text means that was typed at a question of the
// agency's own.
func TestBeside(t *testing.T) {
	for _, line := range linesOf(t, "desk.txt") {
		c := strings.Split(line, "|")
		takes, text, want := Takes(strings.TrimSpace(c[0])), strings.TrimSpace(c[1]), strings.TrimSpace(c[2])
		text, found := strings.CutSuffix(text, " ~")
		r := takes.Beside(intent.Speaker{Agency: true, Today: thatThursday}, text, found)
		got := "answer"
		switch r.Outcome {
		case Refused:
			got = "again"
		case Steered:
			got = string(r.Steer)
		case Doubtful:
			got = "ask"
		case Aside:
			got = "aside " + string(r.Meaning.Intent)
		}
		if got != want {
			t.Errorf("%s: is %s", line, got)
		}
	}
}

// Who writes for a unit may introduce somebody whatever is asked just then: a
// filled-in template answers nothing, and what tells of a deed is no choice.
func TestAnIntroductionBeside(t *testing.T) {
	const template = "Họ tên: Tẩn A Páo\nNơi ở: bản Nà Cúng\nViệc làm: Cứu hai cháu nhỏ đuối nước ở suối Nậm Na."
	const told = "Anh Tẩn A Páo bản Nà Cúng cứu 2 cháu nhỏ đuối nước ở suối Nậm Na chiều 1/11"
	for _, test := range []struct {
		takes Takes
		text  string
		want  bool
	}{
		{TakesChoice, template, true},
		{TakesChoice, told, true},
		{TakesChoice, "2", false},
		{TakesChoice, "không có", false},
		{TakesReason, template, true},
		{TakesReason, "Tháng này cả trường tập trung thi học kỳ, chưa có gương", false},
		{TakesDay, template, true},
		{TakesUnit, template, true},
	} {
		if got := test.takes.Beside(intent.Speaker{Serves: true, Today: thatThursday}, test.text, false).Outcome == Another; got != test.want {
			t.Errorf("%s at %s introduces: %v", test.text, test.takes, got)
		}
	}
}

// A reason that asks the unit for something is no call for help: it is asked about, not
// thrown away.
func TestReasonThatAsks(t *testing.T) {
	by := intent.Speaker{Agency: true, Open: "return-reasons", Today: thatThursday}
	for _, text := range []string{"cho biết ví của ai, trả ở đâu", "nói rõ trả ở đâu"} {
		if r := TakesReason.Beside(by, text, false); r.Outcome != Answered && r.Outcome != Doubtful {
			t.Errorf("%s: %+v", text, r)
		}
	}
}
