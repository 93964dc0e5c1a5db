package handlers

import (
	"slices"
	"strings"

	"guongsang/handlers/agency"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/unitname"
)

// Who is new at the desk asks in whole sentences for what has a button: "gương nào đang
// chờ xem?", "gia hạn cho trường Hoa Mận". What is not understood otherwise leads there:
// to the unit that it names, else by the words of the work that it speaks of.

// longestAsked is how many words such a sentence has at most: what is longer tells something.
const longestAsked = 15

// deskWork are words of the desk's work, and the commands that it begins with, the first
// that the member may give.
var deskWork = []struct {
	words    []string
	commands []string
}{
	{[]string{"tam dung"}, []string{"tamdung"}},
	{[]string{"gia han", "lui han"}, []string{"giahan"}},
	{[]string{"ghi nhan thay", "nhap thay"}, []string{"ghinhan"}},
	{[]string{"ma moi", "cap ma", "moi dau moi"}, []string{"moi"}},
	{[]string{"len kenh", "dang bai", "da dang bai", "da dang len", "go bai", "da go", "tuyen truyen", "trinh lanh dao"}, []string{"tuyentruyen"}},
	{[]string{"cho xem", "chua xem", "cho duyet", "chua duyet", "dang cho", "duyet bai", "duyet guong", "tiep nhan", "co viec gi", "viec gi khong", "viec gi moi", "guong gi moi", "co gi khong", "gi moi khong"}, []string{"choxem", "tuyentruyen"}},
}

// mistaken are words of who wants something undone.
var mistaken = []string{"bam nham", "hoan tac", "lo tay", "an nham"}

// leadToWork leads whoever works at the desk to what a sentence speaks of that is not understood.
func leadToWork(t *turn.Turn) (bool, error) {
	meant := intent.Understand(t.Speaker(), t.Event.Text).Intent
	if meant != intent.NoIntent && !(ofWaiting[meant] && asksWhatWaits().MatchString(saidAtDesk(t))) {
		return false, nil
	}
	return ledByWords(t)
}

// ofWaiting are what is also meant by who asks how many examples wait, and asksWhatWaits is how
// that is asked: "còn mấy bài chưa xem".
var (
	ofWaiting     = map[intent.Intent]bool{intent.AskStatus: true, intent.AskCount: true, intent.AskSent: true, intent.AskMissing: true, intent.AskHelp: true}
	asksWhatWaits = letters.Pattern(` (?:bai|guong|ho so|cai|ban|gi|mo hinh)(?: \w+){0,3} (?:chua|cho|dang cho)(?: (?:ai|duoc))? (?:xem|duyet|xu ly|tiep nhan|xem xet|doc) `)
)

func saidAtDesk(t *turn.Turn) string {
	return " " + strings.Join(strings.Fields(strings.Map(onlyWords, letters.Fold(letters.Tidy(t.Event.Text)))), " ") + " "
}

// ledByWords leads them there whatever a unit would mean by it.
func ledByWords(t *turn.Turn) (bool, error) {
	said := saidAtDesk(t)
	if !atDeskOnly(t) || strings.Count(said, " ") > longestAsked+1 {
		return false, nil
	}
	if shown, err := showOneNamed(t); err != nil || shown {
		return shown, err
	}
	says := func(words string) bool { return strings.Contains(said, " "+words+" ") }
	if t.Member.Agency() && slices.ContainsFunc(mistaken, says) {
		return true, t.MainMenu(texts.UndoHint())
	}
	for _, work := range deskWork {
		if !slices.ContainsFunc(work.words, says) {
			continue
		}
		for _, name := range work.commands {
			if r := table.commands[name]; t.May(r) {
				return true, r.Perform(t, nil)
			}
		}
	}
	return false, nil
}

// atDeskOnly reports whether the member works at the desk or leads it, and writes for no
// unit, so that what is typed is no introduction.
func atDeskOnly(t *turn.Turn) bool {
	return (t.Member.Agency() || t.Member.Holds(report.Leader)) && len(t.Member.Represented()) == 0 && t.Talk.Draft == 0 && !t.Event.Forwarded && t.Event.Kind == chat.Said
}

// showOneNamed shows an officer the unit that a sentence names, if it is one: whatever is
// wanted of it begins there.
func showOneNamed(t *turn.Turn) (bool, error) {
	if !t.Member.Agency() {
		return false, nil
	}
	u, ok := unitname.New(t.Tx.Directory(), t.Today()).Text(t.Event.Text).One()
	if !ok {
		return false, nil
	}
	return true, agency.ShowUnits(&t.Reading, []report.Unit{u})
}

// onlyWords leaves out the marks between words.
func onlyWords(r rune) rune {
	if strings.ContainsRune(".,;:!?\"“”()", r) {
		return ' '
	}
	return r
}
