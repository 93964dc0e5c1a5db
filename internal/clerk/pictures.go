package clerk

import (
	"context"

	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/picture"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

func (p Papers) pictures(ctx context.Context, store *storage.Store, r material, o Order) ([]File, error) {
	var pages [][]byte
	var err error
	leftOut, says := 0, ""
	one := func(page []byte, failed error) { pages, err = [][]byte{page}, failed }
	switch o.Kind {
	case Summary:
		says = texts.SummarySays(r.sum.Total, r.sum.ByReview[report.Published])
		one(picture.Summary(p.summary(r)))
	case Board:
		says = texts.BoardSays(r.sum.Total)
		pages, err = picture.Board(ctx, p.board(r))
	case Chart:
		says = texts.DigestExamples(r.sum.Total.Examples, r.sum.ByCategory)
		one(picture.Chart(p.chart(r)))
	case Card, Square:
		var in picture.CardInput
		in, leftOut = p.card(ctx, store, r)
		if o.Kind == Square {
			in.Shape = picture.Square
		}
		says = in.Says()
		one(picture.Card(in))
	}
	if err != nil {
		return nil, err
	}
	var files []File
	for i, page := range pages {
		name := texts.PaperFile(o.Kind, o.Period, o.Ref, i+1, len(pages)) + ".png"
		files = append(files, File{Name: name, MIME: chat.PNG, Data: page, LeftOut: leftOut, Says: says})
		says = "" // of all pages
	}
	return files, nil
}

func (p Papers) summary(r material) picture.SummaryInput {
	return picture.SummaryInput{
		Office: p.Office, Period: r.sum.Schedule.Period, At: r.sum.At, Total: r.sum.Total, Before: r.sum.Before, Blocks: r.sum.Blocks,
		Published: r.sum.ByReview[report.Published],
	}
}

func (p Papers) board(r material) picture.BoardInput {
	return picture.BoardInput{
		Office: p.Office, Period: r.sum.Schedule.Period, At: r.sum.At, Total: r.sum.Total, Names: digest.Notable(r.examples, picture.BoardNames),
		Units: r.units.Units(), Periods: r.periods, Standings: r.standings, Contacts: r.contacts,
	}
}

func (p Papers) chart(r material) picture.ChartInput {
	period := r.sum.Schedule.Period
	in := picture.ChartInput{
		Office: p.Office, At: r.sum.At, From: period, To: period, Total: r.sum.Total.Examples,
		ByCategory: r.sum.ByCategory, ByGroup: r.sum.ByGroup, Balance: r.balance,
	}
	for i, each := range r.periods {
		in.Months = append(in.Months, report.MonthCount{Period: each, Examples: r.counts[i]})
	}
	return in
}

// card shows the first photo that can be shown; those before it are not
// missed, but where there is none all of them are left out.
func (p Papers) card(ctx context.Context, store *storage.Store, r material) (in picture.CardInput, leftOut int) {
	in = picture.CardInput{Office: p.Office, Example: r.examples[0]}
	for _, photo := range in.Example.Photos {
		data, err := p.copyOf(ctx, store, r.hashes, photo)
		if err == nil {
			in.Photo = data
			return in, 0
		}
		p.Log.Warn("photo left out of a card", "err", err)
		leftOut++
	}
	return in, leftOut
}
