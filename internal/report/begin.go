package report

import "slices"

// goodTime is how many working days before a deadline a unit must be in the
// directory at the least to owe it: less than the first reminder comes before
// (our choice). Else whoever is taken in late in a period finds that it has failed
// already, and is reported to the head the next morning.
const goodTime = 5

// Begin gives units of a list that are new to the directory the first deadline
// that they can owe (Unit.OwesFrom), counted from the day on which they come in.
// A list says otherwise by a start of the unit that lies in a period which is still
// open: then that decides, also of a unit that is known. An earlier start, such as
// the year in which a school was founded, says nothing of this.
//
// Units that are known keep the terms of before (Unit.Was): new ones hold from the first
// deadline that has not passed.
func (r Rules) Begin(units []Unit, known Directory, day Date) []Unit {
	from, open := r.Calendar.AddWorkdays(day, goodTime), r.openSince(day)
	units = slices.Clone(units)
	for i := range units {
		u := &units[i]
		before, old := known.Unit(u.Code)
		if old {
			*u = u.changedOn(day, before)
		}
		switch {
		case !u.ActiveFrom.Before(open):
			u.OwesFrom = Date{}
		case !old:
			u.OwesFrom = from
		}
	}
	return units
}

// TrainByList gives units of a list that is put in force on a day with the training that it
// can give them. What a known unit did up to then was in earnest, so that its training begins
// on the next day at the earliest; and one that goes on is not ended or moved by a list, which
// does not say what becomes of what was tried.
func TrainByList(units []Unit, known Directory, day Date) []Unit {
	units = slices.Clone(units)
	for i := range units {
		u := &units[i]
		switch before, old := known.Unit(u.Code); {
		case !old:
		case before.Trains(day):
			u.Training = before.Training
		case !u.Training.IsZero() && !day.Before(u.Training):
			u.Training = day.AddDays(1)
		}
	}
	return units
}

// openSince is the first day of the data of any period that is not locked.
func (r Rules) openSince(day Date) Date {
	since := day
	for _, duty := range Duties {
		if from := r.Schedule(r.OpenPeriods(duty, day)[0]).From; from.Before(since) {
			since = from
		}
	}
	return since
}

// First gives the schedules of what units owe first from a day on, at most one of
// each duty, as most of them do.
func (r Rules) First(units []Unit, day Date) (first []Schedule) {
	for _, duty := range Duties {
		count, most := map[Schedule]int{}, Schedule{}
		for _, u := range units {
			if s, ok := r.firstOf(u, duty, day); ok {
				if count[s]++; count[s] > count[most] {
					most = s
				}
			}
		}
		if count[most] > 0 {
			first = append(first, most)
		}
	}
	return first
}

// firstOf is the first period that a unit owes from a day on, of those of the year
// to come.
func (r Rules) firstOf(u Unit, duty Duty, day Date) (Schedule, bool) {
	p := r.OpenPeriods(duty, day)[0]
	for range duty.perYear() + 2 {
		if s := r.Schedule(p); u.Owes(s) {
			return s, true
		}
		p = p.Add(1)
	}
	return Schedule{}, false
}
