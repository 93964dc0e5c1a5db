package main

import (
	"context"
	"maps"
	"math/rand/v2"
	"slices"
	"sync"
)

// draw puts mutants into the order in which they are tried: the operators take
// turns, within an operator the files, within a file chance decides.
func draw(all []mutant, seed uint64) []mutant {
	random := rand.New(rand.NewPCG(seed, 0))
	byOperator := shuffledGroups(random, all, func(m mutant) string { return m.operator })
	for i, group := range byOperator {
		byOperator[i] = takeTurns(shuffledGroups(random, group, func(m mutant) string { return m.file }))
	}
	return takeTurns(byOperator)
}

// shuffledGroups groups mutants, and shuffles both the groups and what is in
// them.
func shuffledGroups(random *rand.Rand, all []mutant, by func(mutant) string) (groups [][]mutant) {
	named := map[string][]mutant{}
	for _, m := range all {
		named[by(m)] = append(named[by(m)], m)
	}
	for _, name := range slices.Sorted(maps.Keys(named)) { // a map's own order is no seed's
		group := named[name]
		random.Shuffle(len(group), func(i, j int) { group[i], group[j] = group[j], group[i] })
		groups = append(groups, group)
	}
	random.Shuffle(len(groups), func(i, j int) { groups[i], groups[j] = groups[j], groups[i] })
	return groups
}

// takeTurns takes the first of each group, then the second of each, and so on.
func takeTurns(groups [][]mutant) []mutant {
	var order []mutant
	for n := 0; ; n++ {
		before := len(order)
		for _, group := range groups {
			if n < len(group) {
				order = append(order, group[n])
			}
		}
		if len(order) == before {
			return order
		}
	}
}

// runAll tries mutants in their order, jobs at a time, until n of them
// compiled. Which these are does not depend on how long each takes.
func (r *runner) runAll(ctx context.Context, order []mutant, n, jobs int) []result {
	var (
		mu       sync.Mutex
		turn     = sync.NewCond(&mu)
		next     int
		underWay int
		results  []result
		workers  sync.WaitGroup
	)
	take := func() (m mutant, ok bool) {
		mu.Lock()
		defer mu.Unlock()
		for len(results)+underWay >= n && underWay > 0 {
			turn.Wait() // one of them may not compile
		}
		if len(results) >= n || next == len(order) || ctx.Err() != nil {
			return m, false
		}
		m = order[next]
		next++
		underWay++
		return m, true
	}
	settle := func(end result) {
		mu.Lock()
		defer mu.Unlock()
		underWay--
		if end.compiled {
			results = append(results, end)
			end.print(len(results))
		}
		turn.Broadcast()
	}
	for range jobs {
		workers.Go(func() {
			for m, ok := take(); ok; m, ok = take() {
				settle(r.try(ctx, m))
			}
		})
	}
	workers.Wait()
	return results
}
