package rights

import (
	"fmt"
	"regexp"
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/citizen"
	"guongsang/internal/eraser"
	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage/records"
)

// The bounds of what is taken.
const (
	leastSaid = 15   // characters of a request
	mostSaid  = 1000 // that are kept of it
	mostOpen  = 5    // requests of one account that wait
)

// Notice is who keeps what about whom, why and for how long, and what can be asked.
func Notice(t *turn.Reading) string {
	return t.Office.Privacy(t.Rules.RightsClockOn(t.Today()), t.Options.Retention)
}

// Offer shows what can be asked, below the notice.
func Offer(t *turn.Reading) error {
	return t.Say(chat.Message{Text: texts.RightsOffer(), Buttons: [][]chat.Button{{
		turn.Button(texts.LabelAskCorrect, verbAsk, report.ToCorrect), turn.Button(texts.LabelAskWithdraw, verbAsk, report.ToWithdraw), turn.Button(texts.LabelAskErase, verbAsk, report.ToErase),
	}}})
}

// OfferSaid offers to write down what a member asked for in a sentence: it is no example
// that is taken back.
func OfferSaid(t *turn.Turn, right report.Right) error {
	t.Talk.Doubt, _ = citizen.MaskIDs(t.Event.Text)
	return t.Say(chat.Message{Text: texts.OfferRequest(string(right), t.Talk.Doubt), Buttons: turn.Column(
		turn.Button(texts.LabelSendRequest, verbSaid, right, turn.MarkOf(t.Talk.Doubt)), turn.Button(texts.LabelTellMore, verbAsk, right), turn.Button(texts.LabelCancel, turn.VerbCancel))})
}

// takeSaid writes it down. The question that is open stays so.
func takeSaid(t *turn.Turn, right report.Right, mark string) error {
	said := letters.Tidy(t.Talk.Doubt)
	if asked, sure := intent.RightAsked(said); asked != right || !sure || turn.MarkOf(t.Talk.Doubt) != mark {
		return t.Stale()
	}
	t.Talk.Doubt = ""
	return keep(t, report.DataRequest{Right: right, From: t.Member.ID, Name: t.Member.Name, Contact: contactOf(t.Member), Text: letters.First(said, mostSaid)})
}

// ask asks what it is about.
func ask(t *turn.Reading, right report.Right) error {
	t.Ask(questionAsk, right)
	m := chat.Message{Text: texts.AskRequest(string(right))}
	if right == report.ToErase {
		m.Buttons = append(m.Buttons, []chat.Button{turn.Button(texts.LabelAboutMe, verbAskMe, right)})
	}
	m.Buttons = append(m.Buttons, []chat.Button{turn.Button(texts.LabelCancel, turn.VerbCancel)})
	return t.Say(m)
}

// take writes a member's request down.
func take(t *turn.Turn, right report.Right) error {
	said := strings.TrimSpace(t.Event.Text)
	if letters.Len(said) < leastSaid {
		return t.Say(chat.Message{Text: texts.RequestTooShort, Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
	}
	t.CloseQuestion()
	return keep(t, report.DataRequest{Right: right, From: t.Member.ID, Name: t.Member.Name, Contact: contactOf(t.Member), Text: letters.First(said, mostSaid)})
}

// takeOwn writes one down that is about the account itself.
func takeOwn(t *turn.Turn, right report.Right) error {
	t.CloseQuestion()
	return keep(t, report.DataRequest{Right: right, From: t.Member.ID, Name: t.Member.Name, Contact: contactOf(t.Member), Member: t.Member.ID})
}

func contactOf(m report.Member) string {
	if m.Phone != "" {
		return m.Phone
	}
	return fmt.Sprintf("Telegram %d", m.ID)
}

// keep writes a request down, if its account has not too many, and tells the officers.
func keep(t *turn.Turn, q report.DataRequest) error {
	waiting, err := openOf(&t.Reading, q.From)
	if err != nil {
		return err
	}
	if waiting >= mostOpen {
		return t.Say(chat.Message{Text: texts.TooManyRequests})
	}
	if q, err = write(t, q, report.DataRequested); err != nil {
		return err
	}
	return t.Say(chat.Message{Text: texts.RequestKept(q)})
}

// openOf counts the requests of an account that wait.
func openOf(t *turn.Reading, account int64) (n int, err error) {
	all, err := t.Tx.OpenDataRequests()
	for _, q := range all {
		if q.From == account {
			n++
		}
	}
	return n, err
}

var numberSaid = regexp.MustCompile(`(?i)\bG-\d{4}-\d{4,}\b`)

// joinRecord joins a request to the record whose number it says. One that an officer has
// linked, or by which something is being erased, stays what it is about.
func joinRecord(t *turn.Turn, q report.DataRequest) (report.DataRequest, error) {
	number := strings.ToUpper(numberSaid.FindString(q.Text))
	if number == "" || q.Member != 0 || q.Example != "" || q.Erasing(t.Tx.Now) {
		return q, nil
	}
	e, err := t.Tx.Example(number)
	q.Example = e.Number
	return q, records.IgnoreNotFound(err)
}

// write numbers a request, joins it to the record that it names, and tells the officers.
func write(t *turn.Turn, q report.DataRequest, did report.Deed) (report.DataRequest, error) {
	q.Name, _ = citizen.MaskIDs(q.Name)
	q.Text, _ = citizen.MaskIDs(q.Text)
	q, err := joinRecord(t, q)
	if err != nil {
		return q, err
	}
	q, err = t.Tx.NewDataRequest(q)
	if err != nil {
		return q, err
	}
	if err := t.Tx.Audit(t.Member.ID, did, eraser.RefOf(q)); err != nil {
		return q, err
	}
	m := chat.Message{Text: texts.RequestCame(q), Buttons: turn.Column(turn.Button(texts.LabelOpenRequest, verbPage, q.Number))}
	if q.Entered != 0 {
		return q, nil
	}
	return q, eraser.TellOfficers(t.Tx, fmt.Sprintf("request/%d", q.Number), m)
}

// askWhich asks an officer what somebody wishes who has no Telegram.
func askWhich(t *turn.Reading) error {
	var kinds []chat.Button
	for _, right := range report.Rights {
		kinds = append(kinds, turn.Button(texts.Cap(texts.RightName(string(right))), verbEnter, right))
	}
	return t.Show(chat.Message{Text: texts.AskWhichRight(), Buttons: turn.Column(kinds...)})
}

func askEntered(t *turn.Reading, right report.Right) error {
	t.Ask(questionEnter, right)
	return t.Say(chat.Message{Text: texts.AskEntered(string(right)), Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
}

// enter writes down what came by other ways.
func enter(t *turn.Turn, right report.Right) error {
	said := strings.TrimSpace(t.Event.Text)
	if letters.Len(said) < leastSaid {
		return t.Say(chat.Message{Text: texts.RequestTooShort, Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
	}
	t.CloseQuestion()
	name, _, _ := strings.Cut(said, ",")
	name, _, _ = strings.Cut(name, ";")
	q := report.DataRequest{Right: right, Entered: t.Member.ID, Name: letters.First(letters.OneLine(name), report.MaxName), Text: letters.First(said, mostSaid)}
	q, err := write(t, q, report.DataRequestEntered)
	if err != nil {
		return err
	}
	return showPage(&t.Reading, q)
}
