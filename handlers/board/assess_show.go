package board

import (
	"fmt"
	"slices"
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/assess"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbReports       turn.Verb = "as.all"          // duty: which period to report of
	verbAssess        turn.Verb = digest.VerbAssess // period: what the report will say
	verbAssessTasks   turn.Verb = "as.tasks"        // period
	verbParagraph     turn.Verb = "as.one"          // paragraph period mark
	verbEditParagraph turn.Verb = "as.edit"
	verbDropParagraph turn.Verb = "as.drop"
	verbAddParagraph  turn.Verb = "as.add" // period
	verbAddTo         turn.Verb = "as.to"  // part period
	verbRedraft       turn.Verb = "as.redo"
	verbRedrafted     turn.Verb = "as.redone"
	verbMakeReport    turn.Verb = "as.make" // period
)

// assessRoutes are what the agency asks of reports before they are made.
func assessRoutes() []turn.Route {
	return []turn.Route{
		{Commands: []string{"baocao"}, Words: []string{texts.WordReport}, Who: turn.Agency, Do: turn.Reads0(askReport)},
		{Commands: []string{"baocao6thang"}, Words: []string{texts.WordReportHalf}, Who: turn.Agency, Do: turn.Reads0(askHalf)},
		{Commands: []string{"baocaonam"}, Words: []string{texts.WordReportYear}, Who: turn.Agency, Do: turn.Reads0(askYear)},
		{Verb: verbReports, Who: turn.Agency, Do: turn.Reads1(askReportOf, turn.OneOf("duty", report.Half, report.Year))},
		{Verb: verbAssess, Who: turn.Agency, Do: turn.Reads1(showAssessment, toAssess)},
		{Verb: verbAssessTasks, Who: turn.Agency, Do: turn.Reads1(showTasks, toAssess)},
		{Verb: verbParagraph, Who: turn.Agency, Do: turn.Reads1(showParagraph, toParagraph)},
		{Verb: verbEditParagraph, Who: turn.Agency, Do: turn.Reads1(askParagraph, toParagraph)},
		{Question: questionParagraph, Who: turn.Agency, Do: turn.With1(answerParagraph, toParagraph), Beside: turn.Beside{
			Takes: takesParagraph, Again: turn.Reads1(askParagraph, toParagraph), Back: turn.Reads1(showParagraph, toParagraph)}},
		{Verb: verbDropParagraph, Who: turn.Agency, Do: turn.With1(dropParagraph, toParagraph)},
		{Verb: verbAddParagraph, Who: turn.Agency, Do: turn.Reads1(askAddTo, toAssess)},
		{Verb: verbAddTo, Who: turn.Agency, Do: turn.Reads2(askNewParagraph, assessPart, toAssess)},
		{Question: questionNewParagraph, Who: turn.Agency, Do: turn.With2(answerNewParagraph, assessPart, toAssess), Beside: turn.Beside{
			Takes: takesParagraph, Again: turn.Reads2(askNewParagraph, assessPart, toAssess), Back: turn.Reads2(backToAddTo, assessPart, toAssess)}},
		{Verb: verbRedraft, Who: turn.Agency, Do: turn.Reads1(askRedraft, toAssess)},
		{Verb: verbRedrafted, Who: turn.Agency, Do: turn.With1(redraft, toAssess)},
		{Verb: verbMakeReport, Who: turn.Agency, Do: turn.With1(makeReport, turn.Reported)},
	}
}

// askReport asks of which period, those of which people speak now first.
func askReport(t *turn.Reading) error {
	var line []chat.Button
	for _, duty := range report.Duties {
		if !t.Rules.For(duty).Off {
			line = append(line, toReport(t.Rules.Nearest(duty, t.Today())))
		}
	}
	line = append(line, turn.Button(texts.WordReportHalf, verbReports, report.Half), turn.Button(texts.WordReportYear, verbReports, report.Year))
	t.CloseQuestion()
	return t.Show(chat.Message{Title: texts.ReportTitle, Text: texts.ReportAsk, Buttons: turn.Column(line...)})
}

func toReport(p report.Period) chat.Button {
	return turn.Button(texts.Cap(texts.Period(p)), verbAssess, p)
}

func askHalf(t *turn.Reading) error { return askReportOf(t, report.Half) }
func askYear(t *turn.Reading) error { return askReportOf(t, report.Year) }

// askReportOf asks which half year, or year: the present one and the two before.
func askReportOf(t *turn.Reading, duty report.Duty) error {
	current := t.Rules.Current(duty, t.Today())
	t.CloseQuestion()
	return t.Show(chat.Message{Title: texts.ReportTitle, Text: texts.ReportAskOf(duty), Buttons: turn.Column(
		toReport(current), toReport(current.Add(-1)), toReport(current.Add(-2)),
	)})
}

// showAssessment shows the general assessment that the report will have.
func showAssessment(t *turn.Reading, a assessing) error {
	return showParts(t, a, texts.AssessTitle, turn.Button(texts.LabelToTasks, verbAssessTasks, a.period), assess.Strengths, assess.Weaknesses, assess.Causes)
}

// showTasks shows the tasks.
func showTasks(t *turn.Reading, a assessing) error {
	return showParts(t, a, texts.AssessPart(assess.Tasks), turn.Button(texts.LabelToAssessment, verbAssess, a.period), assess.Tasks)
}

func showParts(t *turn.Reading, a assessing, title string, other chat.Button, parts ...assess.Part) error {
	t.CloseQuestion()
	edited, err := a.by(t)
	if err != nil {
		return err
	}
	blocks := []string{texts.AssessIntro(a.period)}
	if edited != "" {
		blocks = append(blocks, edited)
	}
	first := -1
	for _, part := range parts {
		var lines []string
		for i, p := range a.paragraphs {
			if p.Part == part {
				lines = append(lines, fmt.Sprintf("%d. %s", i+1, texts.Cut(p.Text, longestShown(len(a.paragraphs)))))
				if first < 0 {
					first = i
				}
			}
		}
		if len(lines) > 0 {
			blocks = append(blocks, texts.AssessPart(part)+":\n"+strings.Join(lines, "\n"))
		}
	}
	if first < 0 {
		blocks = append(blocks, texts.AssessNothing)
	}
	line := []chat.Button{turn.Button(texts.LabelMakeReport, verbMakeReport, a.period)}
	if first >= 0 {
		line = append(line, turn.Button(texts.LabelEditParagraphs, verbParagraph, first, a.period, a.mark()))
	}
	line = append(line, turn.Button(texts.LabelAddParagraph, verbAddParagraph, a.period))
	if a.kept != nil {
		line = append(line, turn.Button(texts.LabelRedraft, verbRedraft, a.period, a.mark()))
	}
	line = append(line, other)
	if a.period.Duty.Owed() {
		line = append(line, turn.Button(texts.LabelBack, digest.VerbPapers, a.period))
	}
	return t.Show(chat.Message{Title: title, Text: strings.Join(blocks, "\n\n"), Buttons: turn.Column(line...)})
}

// longestShown is how much of each paragraph is shown, so that all of them fit one
// message of 4,096 characters.
func longestShown(n int) int { return min(300, 3200/max(n, 1)) }

// makeReport has the report made, as shown.
func makeReport(t *turn.Turn, p report.Period) error {
	as, _ := t.Post(turn.Agency, "")
	return t.Order(turn.PaperReport, p, "", as)
}

// paperButton orders a document of a period, or leads to what is asked before: officers
// are shown what the report will say.
func paperButton(t *turn.Reading, kind string, p report.Period) chat.Button {
	if _, officer := t.Post(turn.Agency, ""); officer && kind == turn.PaperReport {
		return turn.Button(texts.PaperName(kind), verbAssess, p)
	}
	verb := verbPaper
	if slices.Contains(internal, kind) {
		verb = verbAskInternal
	}
	return turn.Button(texts.PaperName(kind), verb, kind, p)
}
