package draft

import (
	"fmt"
	"strconv"
	"strings"

	"guongsang/handlers/duty"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

// Where the agency asks for it, the head of the unit approves before an introduction
// is sent. The draft waits meanwhile, and when the focal point sent it counts. What
// changes the draft takes it back.

const (
	verbApprove  turn.Verb = "h.ok"
	verbReturn   turn.Verb = "h.back"
	verbRead     turn.Verb = chat.VerbSubmitted
	verbTakeBack turn.Verb = "d.takeback"

	questionReturn turn.Question = "h.back"
)

// approval is what stands in the record of a draft that is sent now, and whether it
// has to wait for one of these heads first.
func approval(t *turn.Turn, d report.Draft) (a report.Approval, heads []report.Member, err error) {
	if t.Options.Approval != turn.ByHead || d.OnBehalf != "" {
		return a, nil, nil
	}
	if isHead(t.Member, d.Unit) {
		return approvalBy(t, d.Unit), nil, nil
	}
	heads, err = headsOf(&t.Reading, d.Unit)
	return report.Approval{Missing: len(heads) == 0}, heads, err
}

// approvalBy is that of who speaks, a head of the unit.
func approvalBy(t *turn.Turn, unit string) report.Approval {
	return report.Approval{By: t.Member.ID, Name: t.Member.Name, Position: texts.HeadOf(t.UnitName(unit)), At: t.At}
}

func isHead(m report.Member, unit string) bool {
	for _, p := range m.Posts {
		if p.Role == report.Head && p.Unit == unit {
			return true
		}
	}
	return false
}

// headsOf are the heads of a unit who can be reached.
func headsOf(t *turn.Reading, unit string) (heads []report.Member, err error) {
	all, err := t.Tx.Holders(report.Head, unit)
	for _, m := range all {
		if m.Reachable() {
			heads = append(heads, m)
		}
	}
	return heads, err
}

// submit lets a draft wait for its unit's heads, and shows it to them.
func submit(t *turn.Turn, d report.Draft, p report.Period, heads []report.Member) error {
	d.Period, d.Step = p, ""
	d, err := t.Tx.Submit(d, p, t.At)
	if err != nil {
		return err
	}
	if err := t.Tx.Audit(t.Member.ID, report.DraftSubmitted, draftRef(d)); err != nil {
		return err
	}
	leaveDraft(t)
	message, err := submitted(&t.Reading, d, p, t.Member.Name)
	if err != nil {
		return err
	}
	var names []string
	for _, h := range heads {
		names = append(names, h.Name)
		guard := turn.As(h, turn.Head, d.Unit)
		guard.Awaits, guard.Version = d.ID, d.Version
		if _, err := t.Tx.Put(storage.Row{Chat: h.ID, Key: submittedKey(d, h), Message: message, Guard: guard}); err != nil {
			return err
		}
	}
	return t.Show(chat.Message{Title: texts.SubmittedTitle(), Text: t.Office.Submitted(d, names, t.At), Buttons: waitingButtons(d)})
}

// draftRef is what the audit log says of a draft that waits.
func draftRef(d report.Draft) report.Ref {
	return report.Ref{Unit: d.Unit, Example: d.Amends, Period: d.Period}
}

func submittedKey(d report.Draft, head report.Member) string {
	return fmt.Sprintf("approve/%d/%d/%d", d.ID, d.Version, head.ID)
}

// submitted is what a head is shown: the preview of the focal point, and how it
// would count.
func submitted(t *turn.Reading, d report.Draft, p report.Period, writer string) (m chat.Message, err error) {
	state, err := duty.TimingOf(t, d, p)
	if err != nil {
		return m, err
	}
	u := unitOf(t, d)
	public := privacy.Of(report.Example{Content: d.Content}, u, privacy.Public, t.Today())
	_, text := texts.Preview(d, t.UnitName(d.Unit), p, state, public, nil)
	return chat.Message{
		Title: texts.ApprovalTitle(), Text: text + "\n\n" + t.Office.AskApproval(writer),
		Buttons: append([][]chat.Button{Ruling(d)}, turn.Column(turn.Button(texts.LabelFull, verbRead, d.ID, d.Version, 0))...),
	}, nil
}

// Ruling are the buttons by which a head rules on a draft that waits.
func Ruling(d report.Draft) []chat.Button {
	return []chat.Button{turn.Button(texts.ToApprove, verbApprove, d.ID, d.Version), turn.Button(texts.ToHandBack, verbReturn, d.ID, d.Version)}
}

// showWaiting shows the writer a draft that waits. Nothing of it changes by that.
func showWaiting(t *turn.Turn, d report.Draft, r report.Request) error {
	heads, err := headsOf(&t.Reading, d.Unit)
	if err != nil {
		return err
	}
	var names []string
	for _, h := range heads {
		names = append(names, h.Name)
	}
	leaveDraft(t)
	return t.Show(chat.Message{Title: texts.SubmittedTitle(), Text: t.Office.Submitted(d, names, r.Since), Buttons: waitingButtons(d)})
}

func waitingButtons(d report.Draft) [][]chat.Button {
	return turn.Column(turn.Button(texts.ToTakeBack, verbTakeBack, d.ID, d.Version))
}

// takeBack lets the writer go on with a draft that waits.
func takeBack(t *turn.Turn, d report.Draft) error {
	_, waits, err := t.Tx.Request(d)
	if err != nil {
		return err
	}
	if !waits {
		return t.Stale()
	}
	if err := tellHeads(t, d, texts.TakenBack()); err != nil {
		return err
	}
	if d, err = t.Tx.PutDraft(d); err != nil {
		return err
	}
	if err := t.Tx.Audit(t.Member.ID, report.DraftTakenBack, draftRef(d)); err != nil {
		return err
	}
	t.Talk.Draft = d.ID
	return goOn(t, d, texts.TakenBackNow())
}

// readSubmitted shows a page of all that a draft says to the head.
func readSubmitted(t *turn.Reading, s turn.Submitted, page int) error {
	d := s.Draft
	pages := pagesOf(texts.WholeText(d.Content, t.UnitName(d.Unit)))
	lines := turn.PagerBy(1, verbRead, page, len(pages), d.ID, d.Version)
	return showPage(t, pages, page, append(lines, Ruling(d)))
}

// approve sends what the head was asked about.
func approve(t *turn.Turn, s turn.Submitted) error {
	e, change, past, err := submittedExample(t, s, approvalBy(t, s.Draft.Unit))
	if err != nil {
		return err
	}
	if past != "" {
		return handBack(t, s, past)
	}
	if err := t.Tx.Audit(t.Member.ID, report.DraftApproved, e.Ref()); err != nil {
		return err
	}
	return t.Show(chat.Message{Text: t.Office.ApprovedNow(e, change == report.ExampleSent)})
}

// HeadsGone sends a draft that waits for heads of whom none can be reached any more.
// It is asked by the program itself, in the name of somebody of the house.
func HeadsGone(t *turn.Turn) error {
	id, version, _ := strings.Cut(strings.TrimPrefix(t.Event.Text, chat.NoHead), ":")
	n, _ := strconv.ParseUint(id, 10, 64)
	d, err := t.Tx.Draft(n)
	if err != nil || version != strconv.Itoa(d.Version) {
		return records.IgnoreNotFound(err)
	}
	r, waits, err := t.Tx.Request(d)
	if err != nil || !waits {
		return err
	}
	if heads, err := headsOf(&t.Reading, d.Unit); err != nil || len(heads) > 0 {
		return err
	}
	s := turn.Submitted{Draft: d, Request: r}
	_, _, past, err := submittedExample(t, s, report.Approval{Missing: true})
	if err == nil && past != "" {
		return giveBack(t, s, past)
	}
	return err
}

// submittedExample makes the example of a draft that waited, as one that came when
// its writer sent it, and tells the writer. Past says why there can be none.
func submittedExample(t *turn.Turn, s turn.Submitted, a report.Approval) (e report.Example, change report.Deed, past string, err error) {
	d := s.Draft
	var changed []string
	if d.Amends == "" {
		e = newExample(t, d, s.Request.Period, a)
		e.By, e.Received = d.By, s.Request.Since
		e, err = t.Tx.NewExample(e)
		change = report.ExampleSent
	} else {
		e, err = t.Tx.Example(d.Amends)
		switch {
		case err != nil:
		case !e.Open():
			return e, "", t.Office.TakenUp(e), nil
		case e.Version != d.Base:
			return e, "", texts.NewerVersion(e.Version), nil
		default:
			before := e.Content
			e, change, err = newVersion(t, d, e, a)
			changed = report.Changed(before, e.Content)
		}
	}
	if err != nil {
		return e, "", "", err
	}
	if err := tellHeads(t, d, t.Office.ApprovedBy(a)); err != nil {
		return e, "", "", err
	}
	if err := filed(t, d, e, change, changed...); err != nil {
		return e, "", "", err
	}
	return e, change, "", tellSent(t, d, e, change)
}

// tellSent gives the receipt to who wrote what was approved.
func tellSent(t *turn.Turn, d report.Draft, e report.Example, change report.Deed) error {
	credits, err := duty.Credits(&t.Reading, e)
	if err != nil {
		return err
	}
	title, text := t.Office.Receipt(e, t.UnitName(e.Unit), credits, change == report.ExampleSent)
	return tellWriter(t, d, chat.Message{
		Title: title, Text: t.Office.ApprovedBy(e.Approval) + "\n" + text, Buttons: turn.Column(turn.Button(texts.ToSee, VerbSee, e.Number)),
	})
}

// tellWriter tells something to who wrote a draft, or to the unit if that one has left.
func tellWriter(t *turn.Turn, d report.Draft, m chat.Message) error {
	writer, err := t.Tx.Member(d.By)
	if records.IgnoreNotFound(err) != nil {
		return err
	}
	if err != nil || !writer.Represents(d.Unit) {
		return t.TellUnit(d.Unit, m)
	}
	return t.Tell(writer, turn.OfUnit, d.Unit, m)
}

// tellHeads writes what became of a draft into the messages by which heads were asked.
func tellHeads(t *turn.Turn, d report.Draft, text string) error {
	heads, err := t.Tx.Holders(report.Head, d.Unit)
	if err != nil {
		return err
	}
	for _, h := range heads {
		k := submittedKey(d, h)
		if _, there, err := t.Tx.Delivery(k); err != nil || !there {
			if err != nil {
				return err
			}
			continue
		}
		message := chat.Message{Title: texts.ApprovalTitle(), Text: texts.DraftHead(d) + "\n" + text}
		if err := t.Tx.PutEdit(storage.Row{Chat: h.ID, TargetKey: k, Message: message, Guard: turn.As(h, turn.Head, d.Unit)}); err != nil {
			return err
		}
	}
	return nil
}

// askReturn asks the head what is to be changed.
func askReturn(t *turn.Reading, s turn.Submitted) error {
	t.Ask(questionReturn, s.Draft.ID, s.Draft.Version)
	return t.Prompt(chat.Message{Text: texts.AskHeadReason(s.Draft), Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
}

// answerReturn gives a draft back with the words of the head.
func answerReturn(t *turn.Turn, s turn.Submitted) error {
	words, refusal := form.ReadRemark(t.Event.Text)
	if refusal != "" {
		return t.Say(chat.Message{Text: refusal})
	}
	t.CloseQuestion()
	return handBack(t, s, t.Office.HeadSays(t.Member.Name, words))
}

// handBack gives a draft back to its writer, and says so to the head.
func handBack(t *turn.Turn, s turn.Submitted, why string) error {
	if err := giveBack(t, s, why); err != nil {
		return err
	}
	return t.Show(chat.Message{Text: texts.HandedBack(s.Draft)})
}

func giveBack(t *turn.Turn, s turn.Submitted, why string) error {
	d := s.Draft
	if err := tellHeads(t, d, why); err != nil {
		return err
	}
	d, err := t.Tx.PutDraft(d)
	if err != nil {
		return err
	}
	if err := t.Tx.Audit(t.Member.ID, report.DraftHandedBack, draftRef(d)); err != nil {
		return err
	}
	return tellWriter(t, d, chat.Message{
		Title: texts.HandedBackTitle(), Text: texts.DraftHead(d) + "\n" + why, Buttons: turn.Column(turn.Button(texts.ResumeLabel(d), verbResumeDraft, d.ID)),
	})
}
