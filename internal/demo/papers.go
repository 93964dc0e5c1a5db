package demo

import (
	"context"

	"guongsang/internal/clerk"
	"guongsang/internal/demotexts"
	"guongsang/internal/texts"
)

// document writes the documents of every period that was played.
func (p *play) document(ctx context.Context, out string) error {
	var all []string
	for _, period := range p.periods() {
		documents, nothing, err := p.program.Papers().MakePeriod(ctx, p.program.Store(), p.clock.Now(), period, clerk.PeriodKinds)
		if err != nil {
			return err
		}
		paths, err := clerk.Save(out, documents, false)
		if err != nil {
			return err
		}
		all = append(all, paths...)
		for _, kind := range nothing {
			p.tell.line(texts.PaperEmpty(kind))
		}
	}
	if len(all) > 0 {
		p.tell.always(demotexts.Papers(all))
	}
	return nil
}
