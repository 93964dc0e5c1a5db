package digest

import (
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// VerbAssess shows what the report of a period will say: period.
const VerbAssess = "as"

// Cumulated is half a year or a year in a few lines. Officers can go on from it to the
// report.
func Cumulated(c report.Cumulation, office texts.Office, officer bool) chat.Message {
	p := c.Schedule.Period
	m := chat.Message{Title: texts.DigestTitle(p), Text: office.Cumulated(c)}
	if officer {
		m.Buttons = [][]chat.Button{{{Label: texts.LabelToReport, Do: chat.Do(VerbAssess, p)}}}
	}
	return m
}
