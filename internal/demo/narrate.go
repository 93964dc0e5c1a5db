package demo

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"guongsang/internal/demotexts"
	"guongsang/internal/emulator"
	"guongsang/internal/report"
)

// A narrator writes the story as it happens. The first error of the writer is
// kept; nothing more is written after it.
type narrator struct {
	out   io.Writer
	quiet bool
	zone  *time.Location
	names map[int64]string // how people are called, by account
	units map[int64]string // their units
	day   report.Date
	told  map[string]bool // kinds of conversations that were told in full
	brief bool            // only the outcome of this one is told
	err   error
}

// line writes a line, unless the story is to be quiet.
func (n *narrator) line(text string) {
	if !n.quiet && !n.brief {
		n.always(text)
	}
}

// abridge lets the first conversation of a kind be told in full, and of the
// others only what is said aloud, until the function it returns is called.
func (n *narrator) abridge(kind string) func() {
	if n.told == nil {
		n.told = map[string]bool{}
	}
	n.brief, n.told[kind] = n.told[kind], true
	return func() { n.brief = false }
}

// aloud tells something also in a brief conversation.
func (n *narrator) aloud(tell func()) {
	brief := n.brief
	n.brief = false
	tell()
	n.brief = brief
}

// always writes a line in any case.
func (n *narrator) always(text string) {
	if n.err == nil {
		_, n.err = fmt.Fprintln(n.out, text)
	}
}

// at heads a new day.
func (n *narrator) at(now time.Time) {
	day := report.DateOf(now.In(n.zone))
	if day == n.day {
		return
	}
	n.day = day
	n.aloud(func() { n.line("\n" + demotexts.DayHead(day)) })
}

// says writes what a person does.
func (n *narrator) says(now time.Time, a *actor, text string) {
	n.at(now)
	n.line(demotexts.Clock(now.In(n.zone)) + "  " + demotexts.Says(demotexts.Who(a.name, a.unit), text))
}

// answers writes what the bot answered, indented.
func (n *narrator) answers(m emulator.Message) {
	n.line(indent(m.Text, "       │ "))
	if labels := m.Labels(); len(labels) > 0 {
		n.line("       │ [" + strings.Join(labels, "] [") + "]")
	}
}

func indent(text, by string) string { return by + strings.ReplaceAll(text, "\n", "\n"+by) }

// sent writes what the clock made the bot say: what many people got in one
// line, what few got in full.
func (n *narrator) sent(now time.Time, messages []emulator.Message) {
	type batch struct {
		first  emulator.Message
		chats  []int64
		photos int
	}
	var order []string
	batches := map[string]*batch{}
	for _, m := range messages {
		if m.Chat == channel {
			n.posted(now, m, messages)
			continue
		}
		title, _, _ := strings.Cut(m.Text, "\n")
		b := batches[title]
		if b == nil {
			b = &batch{}
			batches[title] = b
			order = append(order, title)
		}
		if len(b.chats) == 0 || m.Chat < b.first.Chat {
			b.first = m
		}
		if !slices.Contains(b.chats, m.Chat) {
			b.chats = append(b.chats, m.Chat)
		}
		if m.Kind == emulator.KindPhoto && m.Chat == b.first.Chat {
			b.photos++
		}
	}
	slices.Sort(order)
	for _, title := range order {
		b := batches[title]
		n.at(now)
		n.line(demotexts.Clock(now.In(n.zone)) + "  " + demotexts.Reminded(title, n.called(b.chats)))
		if b.first.File != nil {
			n.line("       │ " + demotexts.Attached(b.first.File.Name, b.photos))
			continue
		}
		if len(b.chats) <= 2 || title == order[0] {
			n.answers(b.first)
		}
	}
}

// posted writes what came into the channel; of an album, its first photo has the text.
func (n *narrator) posted(now time.Time, m emulator.Message, all []emulator.Message) {
	title, _, _ := strings.Cut(m.Text, "\n")
	if title == "" {
		return
	}
	photos := 0
	for _, part := range all {
		if part.Chat == m.Chat && (part.ID == m.ID || m.Album != "" && part.Album == m.Album) && part.Kind == emulator.KindPhoto {
			photos++
		}
	}
	n.at(now)
	n.line(demotexts.Clock(now.In(n.zone)) + "  " + demotexts.Posted(n.names[m.Chat], title, photos))
}

// called is how people are called: a few by name, many by their units.
func (n *narrator) called(chats []int64) []string {
	by := n.names
	if len(chats) > 6 {
		by = n.units
	}
	var list []string
	for _, chat := range slices.Sorted(slices.Values(chats)) {
		list = append(list, by[chat])
	}
	return list
}

// table writes rows in columns.
func (n *narrator) table(rows [][]string) {
	w := tabwriter.NewWriter(n.out, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		fmt.Fprintln(w, strings.Join(row, "\t"))
	}
	if n.err == nil {
		n.err = w.Flush()
	}
}
