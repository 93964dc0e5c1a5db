package rights

import (
	"errors"
	"strconv"

	"guongsang/handlers/turn"
	"guongsang/internal/eraser"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

const (
	verbAsk       turn.Verb = "rgask"             // right
	verbAskMe     turn.Verb = "rgme"              // right
	verbSaid      turn.Verb = "rgsay"             // right, text
	verbList      turn.Verb = eraser.VerbRequests // page
	verbPage      turn.Verb = "rgpage"            // request
	verbNew       turn.Verb = "rgnew"
	verbEnter     turn.Verb = "rgin"    // right
	verbAnswer    turn.Verb = "rgack"   // request
	verbDone      turn.Verb = "rgdone"  // request
	verbRefuse    turn.Verb = "rgno"    // request
	verbLink      turn.Verb = "rglink"  // request
	verbLinkTo    turn.Verb = "rgto"    // request about
	verbErase     turn.Verb = "rgcut"   // request
	verbEraseOnce turn.Verb = "rgcut2"  // request about
	verbErased    turn.Verb = "rgcutok" // request about
	verbRetention turn.Verb = turn.VerbRetention
)

const (
	questionAsk    turn.Question = "rgask"  // right
	questionEnter  turn.Question = "rgin"   // right
	questionRefuse turn.Question = "rgno"   // request
	questionLink   turn.Question = "rglink" // request
	questionErase  turn.Question = "rgcut"  // request about
)

// Routes are what everybody can ask about their data, and what the agency does with it.
func Routes() []turn.Route {
	right := turn.OneOf("right", report.Rights[:]...)
	return []turn.Route{
		{Commands: []string{"xinsua"}, Words: []string{texts.LabelAskCorrect}, Who: turn.Everyone, Do: turn.Reads0(askOf(report.ToCorrect))},
		{Commands: []string{"rutdongy"}, Words: []string{texts.LabelAskWithdraw}, Exact: true, Who: turn.Everyone, Do: turn.Reads0(askOf(report.ToWithdraw))},
		{Commands: []string{"xinxoa"}, Words: []string{texts.LabelAskErase}, Who: turn.Everyone, Do: turn.Reads0(askOf(report.ToErase))},
		{Verb: verbAsk, Who: turn.Everyone, Do: turn.Reads1(ask, right)},
		{Question: questionAsk, Free: true, Who: turn.Everyone, Do: turn.With1(take, right), Beside: turn.Beside{
			Takes: form.TakesShown, Again: turn.Reads1(ask, right)}},
		{Verb: verbSaid, Who: turn.Everyone, Do: turn.With2(takeSaid, right, turn.Text("mark"))},
		{Verb: verbAskMe, Who: turn.Everyone, Do: turn.With1(takeOwn, right)},
		{Commands: []string{"yeucau"}, Words: []string{texts.WordRequests}, Who: turn.Agency, Do: turn.Reads0(open)},
		{Verb: verbList, Who: turn.Agency, Do: turn.Reads1(showList, turn.Page)},
		{Verb: verbPage, Who: turn.Agency, Do: turn.Reads1(showPage, request)},
		{Verb: verbNew, Who: turn.Agency, Do: turn.Reads0(askWhich)},
		{Verb: verbEnter, Who: turn.Agency, Do: turn.Reads1(askEntered, right)},
		{Question: questionEnter, Free: true, Who: turn.Agency, Do: turn.With1(enter, right), Beside: turn.Beside{
			Takes: form.TakesShown, Again: turn.Reads1(askEntered, right)}},
		{Verb: verbAnswer, Who: turn.Agency, Do: turn.With1(answer, request)},
		{Verb: verbDone, Who: turn.Agency, Do: turn.With1(done, request)},
		{Verb: verbRefuse, Who: turn.Agency, Do: turn.Reads1(askWhy, request)},
		{Question: questionRefuse, Free: true, Who: turn.Agency, Do: turn.With1(refuse, request), Beside: turn.Beside{
			Takes: form.TakesReason, Again: turn.Reads1(askWhy, request)}},
		{Verb: verbLink, Who: turn.Agency, Do: turn.Reads1(askLink, request)},
		{Question: questionLink, Who: turn.Agency, Do: turn.Reads1(findLink, request), Beside: turn.Beside{
			Takes: form.TakesSought, Again: turn.Reads1(askLink, request)}},
		{Verb: verbLinkTo, Who: turn.Agency, Do: turn.With2(link, request, turn.Text("about"))},
		{Verb: verbErase, Who: turn.Agency, Do: turn.Reads1(previewErase, erasable)},
		{Verb: verbEraseOnce, Who: turn.Agency, Do: turn.Reads1(askTwice, seen)},
		{Question: questionErase, Idle: true, Who: turn.Agency, Do: turn.Reads1(previewErase, seen)},
		{Verb: verbErased, Who: turn.Agency, Do: turn.With1(order, seen)},
		{Verb: verbRetention, Who: turn.Admin, Do: turn.Reads0(showRetention)},
	}
}

// askOf is ask for one of the rights.
func askOf(right report.Right) func(*turn.Reading) error {
	return func(t *turn.Reading) error { return ask(t, right) }
}

// request is one that still has to be dealt with.
var request = turn.NewKind("request", func(t *turn.Reading, part string) (q report.DataRequest, no turn.Refusal) {
	n, err := strconv.Atoi(part)
	if err != nil {
		return q, turn.Stale
	}
	q, err = t.Tx.DataRequest(n)
	if errors.Is(err, storage.ErrNotFound) || err == nil && !q.Open() {
		return q, turn.Stale
	}
	return q, turn.Failed(err)
})

// erasable is one whose erasing this member may order: an admin, or an officer where the
// configuration says so.
var erasable = request.If(func(t *turn.Reading, q report.DataRequest) turn.Refusal {
	if !mayErase(t) || q.Right != report.ToErase {
		return turn.Stale
	}
	return nil
})

// seen is one that is still about what was shown: whoever links it to another record
// meanwhile, that one is not erased unseen.
var seen = turn.Join(erasable, turn.Text("about"), func(_ *turn.Reading, q report.DataRequest, about string) (report.DataRequest, turn.Refusal) {
	if about != subject(q) {
		return q, turn.Stale
	}
	return q, nil
})

// subject is the record or the account that a request is about.
func subject(q report.DataRequest) string {
	if q.Example == "" {
		return strconv.FormatInt(q.Member, 10)
	}
	return q.Example
}

func mayErase(t *turn.Reading) bool {
	return t.Member.Holds(report.Admin) || t.Options.OfficersErase && t.Member.Holds(report.Officer)
}

func eraserOf(t *turn.Reading) eraser.Eraser {
	return eraser.Eraser{Office: t.Office, Rules: t.Rules, Retention: t.Options.Retention}
}
