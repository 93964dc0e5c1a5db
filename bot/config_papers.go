package main

import (
	"log/slog"

	"guongsang/internal/clerk"
	"guongsang/internal/digest"
	"guongsang/internal/texts"
)

// papers is how the office's documents look.
func (cfg Config) papers(log *slog.Logger) clerk.Papers {
	return clerk.Papers{Office: cfg.Office(), Letterhead: cfg.letterhead(), Log: log}
}

// letterhead is what documents say of the agency beside its names.
func (cfg Config) letterhead() digest.Letterhead {
	org := cfg.Organization
	head := digest.Letterhead{
		Place: org.Place, Symbol: org.DocumentSymbol, SignerTitle: org.SignerTitle, SignerName: org.SignerName,
		Recipients: org.Recipients,
	}
	for _, basis := range org.LegalBases {
		head.Bases = append(head.Bases, texts.LegalBasis{Name: basis.Name, Date: basis.Date.Date})
	}
	return head
}
