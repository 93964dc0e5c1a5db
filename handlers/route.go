package handlers

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"guongsang/handlers/agency"
	"guongsang/handlers/behalf"
	"guongsang/handlers/board"
	"guongsang/handlers/draft"
	"guongsang/handlers/enrol"
	"guongsang/handlers/find"
	"guongsang/handlers/supplement"
	"guongsang/handlers/turn"
	"guongsang/handlers/unit"
	"guongsang/internal/chat"
	"guongsang/internal/importer"
	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/texts"
)

// route finds what a member's event asks for. In order: buttons; commands and
// menu words; the number or label of a button on the newest message; an
// invite code, which no answer looks like; the open question, unless the text was
// typed before it was seen; and last, what a text or file means when nothing was
// asked.
func route(t *turn.Turn) error {
	if err := ask(t); err != nil || t.Meant.Intent == "" {
		return err
	}
	return understood(t)
}

// ask does what is asked for by a button, a word or an answer.
func ask(t *turn.Turn) error {
	switch t.Event.Kind {
	case chat.Pressed:
		return press(t)
	case chat.Fetched:
		return fetched(t)
	case chat.Edited:
		return draft.Edited(t)
	case chat.Came:
		return nil
	case chat.Unknown:
		return draft.WrongKind(t)
	}
	if forOfficers(t) {
		return tellWhoRecords(t)
	}
	if len(t.Event.Files) > 0 {
		return filesAndCode(t)
	}
	if strings.TrimSpace(t.Event.Text) == "" {
		return draft.WrongKind(t)
	}
	if answers, err := unit.AnswersInquiry(t); err != nil {
		return err
	} else if answers {
		return takeAnswer(t, table.questions[turn.Question(t.Talk.Ask)])
	}
	if r, ok := word(&t.Reading); ok {
		return r.Perform(t, nil)
	}
	do, isOffered := offered(&t.Reading)
	nils := severalNils(&t.Reading)
	isOffered = isOffered || len(nils) > 0
	code, isCode := enrol.CodeIn(t.Event.Text)
	question, isOpen := table.questions[turn.Question(t.Talk.Ask)]
	if r, ok := forUnits(&t.Reading); ok && !isOffered && !isCode {
		return r.Perform(t, nil)
	}
	if isOffered || isOpen && !isCode && !question.Idle {
		if kept, err := early(t); err != nil || kept {
			return err
		}
	}
	switch {
	case len(nils) > 0:
		return pressEach(t, nils)
	case isOffered:
		return perform(t, do)
	case isCode:
		return startCode(t, code)
	case isOpen:
		t.Talk.Early, t.Talk.EarlyIn = nil, "" // the answer is another
		return takeAnswer(t, question)
	}
	return unasked(t)
}

// unasked answers a text that came when no question was open. What asks for
// nothing may look for something.
func unasked(t *turn.Turn) error {
	if asked, err := nilOfNamed(t); err != nil || asked {
		return err
	}
	if led, err := leadToRuling(t); err != nil || led {
		return err
	}
	if offered, err := supplement.Offer(t); err != nil || offered {
		return err
	}
	if shown, err := sought(&t.Reading); err != nil || shown {
		return err
	}
	if led, err := leadToWork(t); err != nil || led {
		return err
	}
	if offered, err := supplement.OfferRest(t); err != nil || offered {
		return err
	}
	return draft.Unasked(t)
}

// sought shows what a text looks for while nothing is written: a unit or a block by its
// name, somebody, an example by its words.
func sought(t *turn.Reading) (shown bool, err error) {
	if t.Talk.Draft != 0 {
		return false, nil
	}
	if shown, err := find.Asked(t); err != nil || shown {
		return shown, err
	}
	if board.Asks(t) {
		if shown, err := board.ShowNamed(t, intent.PeriodIn(intent.Words(t.Event.Text), t.Today())); err != nil || shown {
			return shown, err
		}
	}
	if asks := intent.UnitAsked(t.Event.Text); asks != "" {
		if shown, err := agency.FindUnit(t, asks); err != nil || shown {
			return shown, err
		}
	}
	switch m := intent.Understand(t.Speaker(), t.Event.Text); {
	case m.Civil() && !intent.SpeaksToUs(t.Event.Text):
		return find.Words(t, t.Event.Text)
	case m.Intent != intent.NoIntent:
		return false, nil
	}
	for _, look := range []func(*turn.Reading, string) (bool, error){find.Person, agency.FindUnit, find.Words} {
		if shown, err := look(t, t.Event.Text); err != nil || shown {
			return shown, err
		}
	}
	return find.Nothing(t)
}

// lookRoute is the way of a text of those who look at many examples that may look for
// something: all of them are gone through, so that is done beside the writer.
var lookRoute = turn.Route{Who: turn.Agency | turn.Leader, Do: turn.Reads0(func(t *turn.Reading) error {
	shown, err := sought(t)
	if err == nil && !shown {
		return errNothingShown
	}
	return err
})}

var errNothingShown = errors.New("the text looks for nothing")

func press(t *turn.Turn) error {
	do, err := chat.ParseAction(t.Event.Press.Data)
	if err != nil {
		return t.Stale()
	}
	return perform(t, do)
}

func perform(t *turn.Turn, do chat.Action) error {
	r, ok := table.verbs[turn.Verb(do.Verb)]
	if !ok {
		t.Log.Warn("unknown button", "member", t.Member.ID)
		return t.Stale()
	}
	return r.Perform(t, do.Args)
}

// word finds a command or a menu word. A command may carry the bot's name; one
// that is not known is answered with help.
func word(t *turn.Reading) (r turn.Route, ok bool) {
	text := strings.TrimSpace(t.Event.Text)
	if !strings.HasPrefix(text, "/") {
		r, ok = table.words[letters.Fold(texts.Bare(text))]
		return r, ok && (!r.Exact || slices.Contains(r.Words, text))
	}
	first, _, _ := strings.Cut(text[1:], " ")
	name, _, _ := strings.Cut(strings.ToLower(first), "@")
	if r, ok = table.commands[name]; !ok {
		r = table.commands["help"]
	}
	return r, true
}

// offered takes a typed number or label for the button that it names. Where
// the open question takes free text, only labels count.
func offered(t *turn.Reading) (chat.Action, bool) {
	if t.Asked(draft.QuestionPreview) && draft.RepliesToQuestion(t) {
		return chat.Action{}, false
	}
	text := strings.TrimSpace(t.Event.Text)
	if n, err := strconv.Atoi(text); err == nil {
		if n >= 1 && n <= len(t.Talk.Offered) && !table.questions[turn.Question(t.Talk.Ask)].Free {
			return t.Talk.Offered[n-1].Do, true
		}
		return chat.Action{}, false
	}
	folded := letters.Fold(text)
	for _, b := range t.Talk.Offered {
		if letters.Fold(texts.Bare(b.Label)) == folded {
			return b.Do, true
		}
	}
	return offeredPeriod(t, folded)
}

// offeredPeriod takes "tháng 11" for the only button that begins with that period
// and goes on with its year.
func offeredPeriod(t *turn.Reading, folded string) (do chat.Action, ok bool) {
	for _, b := range t.Talk.Offered {
		period, _, dated := strings.Cut(letters.Fold(texts.Bare(b.Label)), "/")
		if !dated || period != folded || !texts.NamesPeriod(period) {
			continue
		}
		if ok {
			return chat.Action{}, false
		}
		do, ok = b.Do, true
	}
	return do, ok
}

// filesAndCode takes an invite code out of what was written with a file, so that
// it stands in no draft, and presents it when the file is where it belongs.
func filesAndCode(t *turn.Turn) error {
	code, ok := enrol.CodeIn(t.Event.Text)
	if !ok {
		return files(t)
	}
	t.Event.Text = ""
	if err := files(t); err != nil {
		return err
	}
	return startCode(t, code)
}

// files takes lists of units to the agency, and all other files to the draft.
func files(t *turn.Turn) error {
	var rest []chat.File
	for _, f := range t.Event.Files {
		taken, err := agency.TakeList(t, f)
		if err != nil {
			return err
		}
		if !taken {
			rest = append(rest, f)
		}
	}
	if len(rest) == 0 {
		return nil
	}
	return takeFiles(t, rest)
}

// fetched goes on when a file has come into the house, or is given up, and when a
// list of units has been read.
func fetched(t *turn.Turn) error {
	o, ok, err := importer.OutcomeOf(t.Event)
	switch {
	case err != nil:
		return err
	case ok && t.Member.Agency():
		return agency.ListDone(t, o)
	case strings.HasPrefix(t.Event.Text, chat.NoHead):
		return draft.HeadsGone(t)
	case len(t.Event.Files) == 0:
		return nil
	case strings.HasPrefix(t.Event.Text, draft.PictureOf):
		return draft.PictureFault(t)
	case strings.HasPrefix(t.Event.Text, draft.WordOf), strings.HasPrefix(t.Event.Text, draft.EachOf),
		strings.HasPrefix(t.Event.Text, draft.ArticleOf):
		return draft.DocumentRead(t)
	case strings.HasPrefix(t.Event.Text, behalf.PassedOf) && t.Member.Agency():
		return behalf.PassedRead(t)
	case strings.HasPrefix(t.Event.Text, agency.ListOf) && t.Member.Agency():
		return agency.ListCame(t)
	}
	return nil
}
