package board

import (
	"context"

	"guongsang/handlers/turn"
	"guongsang/internal/assess"
	"guongsang/internal/assess/ground"
	"guongsang/internal/report"
	"guongsang/storage"
	"guongsang/storage/records"
)

// An assessing is the assessment of a period's report as it stands: drafted from the
// figures, or as officers left it.
type assessing struct {
	period     report.Period
	paragraphs []assess.Paragraph
	kept       *assess.Kept // nil: nobody edited the draft
	sum        string       // of today's findings
}

// mark is what buttons carry that were made for these paragraphs.
func (a assessing) mark() string { return assess.Mark(a.paragraphs) }

// changed reports whether the figures are others than when the text was last edited.
func (a assessing) changed() bool { return a.kept != nil && a.kept.Sum != a.sum }

// toAssess is the assessment of a period that the agency could report of.
var toAssess = turn.Join(turn.Reported, turn.Opt(turn.Text("drafted")), func(t *turn.Reading, p report.Period, mark string) (a assessing, no turn.Refusal) {
	a, err := readAssessing(t, p)
	if err == nil && mark != "" && mark != a.mark() {
		return a, turn.Stale
	}
	return a, turn.Failed(err)
})

func readAssessing(t *turn.Reading, p report.Period) (a assessing, err error) {
	findings, err := findings(t.Tx, p)
	if err != nil {
		return a, err
	}
	a = assessing{period: p, sum: assess.Sum(findings)}
	kept, ok, err := t.Tx.Assessment(p)
	if ok {
		a.kept, a.paragraphs = &kept, kept.Paragraphs
	} else {
		a.paragraphs = t.Office.Assessment(findings)
	}
	return a, err
}

// findings are those on which the clerk's document rests too. A turn is short: nothing
// ends it on the way.
func findings(tx *storage.Snapshot, p report.Period) ([]assess.Finding, error) {
	ctx := context.Background()
	if !p.Duty.Owed() {
		c, filed, lastYear, err := ground.Cumulation(ctx, &tx.Snapshot, p)
		if err != nil {
			return nil, err
		}
		balance, err := measured(ctx, tx, p, filed)
		return assess.Of(ground.FiguresOf(c, balance, lastYear)), err
	}
	sum, err := tx.Summary(p)
	if err != nil {
		return nil, err
	}
	filed, err := tx.FiledExamples(p, tx.Directory())
	if err != nil {
		return nil, err
	}
	balance, err := measured(ctx, tx, p, filed)
	if err != nil {
		return nil, err
	}
	figures, err := ground.Figures(ctx, &tx.Snapshot, sum, balance)
	return assess.Of(figures), err
}

func measured(ctx context.Context, tx *storage.Snapshot, p report.Period, filed []report.Filing) (report.Balance, error) {
	examples, err := tx.MeasuredIn(filed)
	if err != nil {
		return report.Balance{}, err
	}
	return ground.Balance(ctx, &tx.Snapshot, p, examples)
}

// assessPart is a part to which a paragraph may be added.
var assessPart = turn.OneOf("part", assess.Parts[:]...)

// paragraphAt is one paragraph of an assessment.
type paragraphAt struct {
	assessing
	at int
}

func (a paragraphAt) paragraph() assess.Paragraph { return a.paragraphs[a.at] }

// toParagraph is a paragraph that is still there as it was when the button was made.
var toParagraph = turn.Join(turn.Number("paragraph", 0, maxParagraphs), toAssess, func(_ *turn.Reading, at int, a assessing) (paragraphAt, turn.Refusal) {
	if at >= len(a.paragraphs) {
		return paragraphAt{}, turn.Stale
	}
	return paragraphAt{a, at}, nil
})

// maxParagraphs is more than any draft has; nobody adds more.
const maxParagraphs = 60

// keep writes what an officer made of an assessment.
func (a assessing) keep(t *turn.Turn, paragraphs []assess.Paragraph) (assessing, error) {
	a.kept = &assess.Kept{Period: a.period, Paragraphs: paragraphs, Sum: a.sum, By: t.Member.ID}
	a.paragraphs = paragraphs
	if err := t.Tx.PutAssessment(*a.kept); err != nil {
		return a, err
	}
	a.kept.At = t.Tx.Now
	return a, t.Tx.Audit(t.Member.ID, report.AssessmentEdited, report.Ref{Period: a.period, Count: len(paragraphs)})
}

// by says who edited last.
func (a assessing) by(t *turn.Reading) (string, error) {
	if a.kept == nil {
		return "", nil
	}
	m, err := t.Tx.Member(a.kept.By)
	return t.Office.AssessEdited(m.Name, a.kept.At, a.changed()), records.IgnoreNotFound(err)
}
