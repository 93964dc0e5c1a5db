package intent

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"sort"
	"sync"
)

// The model says what a sentence most likely asks for where no rule is meant for
// it: multinomial logistic regression over its features, learned from the labelled
// sentences of testdata (learn_test.go makes it anew). The rules were written for
// sentences that were seen; the model goes by what all of them have in common.
//
//go:embed model.bin.gz
var packedModel []byte

// model is unpacked when the first sentence is read: a program that waits for it has no
// room for it.
var model = sync.OnceValue(func() string {
	z, err := gzip.NewReader(bytes.NewReader(packedModel))
	if err != nil {
		panic(fmt.Sprintf("the model of intents: %v", err)) // a file of the program's own
	}
	unpacked, err := io.ReadAll(z)
	if err != nil {
		panic(fmt.Sprintf("the model of intents: %v", err))
	}
	return inRows(unpacked)
})

// inRows puts together what is kept in columns, which pack better: how many rows there
// are, how far the number of each is from that of the one before, then the weights intent
// by intent.
func inRows(data []byte) string {
	many, at := binary.Uvarint(data)
	n, number := int(many), uint64(0)
	rows := make([]byte, n*rowBytes)
	for i := range n {
		more, used := binary.Uvarint(data[at:])
		number, at = number+more, at+used
		binary.BigEndian.PutUint32(rows[i*rowBytes:], uint32(number))
	}
	for k := range len(modelled) {
		for i := range n {
			rows[i*rowBytes+4+k] = data[at+k*n+i]
		}
	}
	return string(rows)
}

// modelled are the intents that the model knows, in the order of its columns.
var modelled = [...]Intent{
	NoIntent, AskDeadline, AskStatus, AskNil, AskBegin, AskCorrect, AskWithdraw, AskSent, AskHelp, AskContact, SaysGreeting,
	SaysThanks, AskStop, AskPeriod, AskUnit, AskMissing, AskCount, AskPerson, AskRecord, AskReport, AskHandover, AskSnooze, SaysKeep,
}

// A row of the model is the number of a feature and its weight for each intent, in
// parts of weightsOne.
const (
	rowBytes   = 4 + len(modelled)
	weightsOne = 4
)

// likely is the intent that a sentence most likely has, and how likely that is
// from 0 to 1.
func (by Speaker) likely(s Sentence) (Intent, float64) {
	var sum [len(modelled)]int
	by.eachFeature(s, func(feature string) {
		for i, w := range []byte(weightsOf(feature)) {
			sum[i] += int(int8(w))
		}
	})
	best, all := 0, 0.0
	for i := range sum {
		if sum[i] > sum[best] {
			best = i
		}
	}
	for i := range sum {
		all += math.Exp(float64(sum[i]-sum[best]) / weightsOne)
	}
	return modelled[best], 1 / all
}

// weightsOf are the weights of a feature, a byte each; none if the model does not
// know it.
func weightsOf(feature string) string {
	rows, want := model(), numberOfFeature(feature)
	at := rowAt(rows, want)
	if at == len(rows)/rowBytes || rowNumber(rows, at) != want {
		return ""
	}
	return rows[at*rowBytes+4 : (at+1)*rowBytes]
}

// rowAt is the first row with this number or a higher one. Numbers are spread evenly, so
// that it is looked for around where it should lie: the rows between lie in a few pages of the
// memory, and those of a search through all do not.
func rowAt(rows string, want uint32) int {
	n := len(rows) / rowBytes
	from := min(n, int(uint64(want)*uint64(n)>>numberBits))
	to := from
	for step := 16; from > 0 && (from == n || rowNumber(rows, from) >= want); step *= 2 {
		from = max(0, from-step)
	}
	for step := 16; to < n && rowNumber(rows, to) < want; step *= 2 {
		to = min(n, to+step)
	}
	return from + sort.Search(to-from, func(i int) bool { return rowNumber(rows, from+i) >= want })
}

func rowNumber(rows string, i int) uint32 {
	r := rows[i*rowBytes : i*rowBytes+4]
	return uint32(r[0])<<24 | uint32(r[1])<<16 | uint32(r[2])<<8 | uint32(r[3])
}

// numberBits is how many bits tell features apart well enough.
const numberBits = 24

func numberOfFeature(feature string) uint32 {
	const basis, prime = 2166136261, 16777619 // FNV-1a
	sum := uint32(basis)
	for i := range len(feature) {
		sum = (sum ^ uint32(feature[i])) * prime
	}
	return sum >> (32 - numberBits)
}
