package demo

import (
	"slices"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"guongsang/internal/texts"
)

// The page is to be there at once, and a button is to be answered at once. Both
// are measured in the page itself, against what no page could be quicker than:
// a round trip to the same server in the same run.

const (
	firstPaints  = 12
	pressRounds  = 20 // two presses each
	roundTripsJS = `(async () => {
		const all = [];
		for (let i = 0; i < 30; i++) {
			const begin = performance.now();
			await (await fetch("/page/icon.svg", { cache: "no-store" })).text();
			all.push(performance.now() - begin);
		}
		return all;
	})()`
)

// BenchmarkFirstPaint loads the page anew, as a browser that has never seen it.
func BenchmarkFirstPaint(b *testing.B) {
	v := visit(b, startChromium(b), openWebsite(b), desktop)
	protocol(v, network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true})
	var paints, chats []float64
	for b.Loop() {
		for range firstPaints {
			v.do(chromedp.Reload())
			v.rests()
			paints = append(paints, eval[float64](v, `hand.until("paint", () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime)`))
			eval[bool](v, `hand.until("messages", () => hand.messages().length > 0)`)
			chats = append(chats, eval[float64](v, `performance.now()`))
		}
	}
	v.content()
	reportAgainst(b, v, "paint", paints)
	b.ReportMetric(median(chats), "chat-ms")
}

// BenchmarkAnswerOnScreen presses a button and waits for what the bot does on
// the screen: the form is opened at its first question, and is left again.
func BenchmarkAnswerOnScreen(b *testing.B) {
	v := visit(b, startChromium(b), openWebsite(b), desktop)
	v.open(v.people().focal)
	var answers []float64
	for b.Loop() {
		v.say(texts.LabelIntroduce)
		v.hears(texts.AskCategory())
		for range pressRounds {
			for _, label := range []string{"Người tốt việc tốt", texts.ToBack} {
				answers = append(answers, ask[float64](v, "answered", label))
			}
		}
	}
	v.content()
	reportAgainst(b, v, "answer", answers)
}

// reportAgainst reports the median and how many round trips it is.
func reportAgainst(b *testing.B, v *visitor, name string, all []float64) {
	trip := median(eval[[]float64](v, roundTripsJS))
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(median(all), name+"-ms")
	b.ReportMetric(slices.Max(all), name+"-max-ms")
	b.ReportMetric(trip, "trip-ms")
	b.ReportMetric(median(all)/trip, "x-trip")
}

func median(all []float64) float64 { return slices.Sorted(slices.Values(all))[len(all)/2] }
