package behalf

import (
	"guongsang/handlers/turn"
	"guongsang/internal/form"
	"guongsang/internal/texts"
)

// Routes are what is recorded for units that did not send it themselves.
func Routes() []turn.Route {
	return []turn.Route{
		// Recording on behalf of a unit.
		{Commands: []string{"ghinhan"}, Words: []string{texts.WordBehalf}, Who: turn.Agency, Do: turn.Reads0(Begin)},
		{Verb: verbRecordPeriod, Who: turn.Agency, Do: turn.Reads1(recordPeriod, toRecord)},
		{Verb: verbRecordChannel, Who: turn.Agency, Do: turn.Reads1(recordChannel, toChannel)},
		{Question: questionReceived, Who: turn.Agency, Do: turn.With1(answerReceived, toChannel), Beside: turn.Beside{
			Takes: form.TakesDay, Again: turn.Reads1(recordChannel, toChannel), Back: turn.Reads1(backToChannel, toChannel)}},
		{Verb: verbRecordWhen, Who: turn.Agency, Do: turn.With1(askRecordKind, toDate)},
		{Verb: verbRecordExample, Who: turn.Agency, Do: turn.With1(recordExample, toFile)},
		{Verb: verbRecordNil, Who: turn.Agency, Do: turn.With1(recordNil, toFile)},

		// Several units that have nothing.
		{Verb: verbNilUnits, Who: turn.Agency, Do: turn.Reads0(beginNilUnits)},
		{Question: questionNilUnits, Free: true, Who: turn.Agency, Do: turn.Reads1(answerNilUnits, nilAsked), Beside: turn.Beside{
			Takes: form.TakesUnit, Again: turn.Reads1(showNilUnits, nilAsked)}},
		{Question: questionNilWhen, Who: turn.Agency, Do: turn.Reads1(answerNilDay, nilAsked), Beside: turn.Beside{
			Takes: form.TakesDay, Again: turn.Reads1(askNilDay, nilAsked), Back: turn.Reads1(showNilUnits, nilAsked)}},
		{Verb: verbNilShow, Who: turn.Agency, Do: turn.Reads1(showNilUnits, nilShown)},
		{Verb: verbNilAdd, Who: turn.Agency, Do: turn.Reads3(addNilUnit, nilShown, turn.Unit, turn.Number("choice", 0, maxNils))},
		{Verb: verbNilChannel, Who: turn.Agency, Do: turn.Reads2(setNilChannel, nilShown, turn.OneOf("channel", channels...))},
		{Verb: verbNilDay, Who: turn.Agency, Do: turn.Reads1(askNilDay, nilShown)},
		{Verb: verbNilWhen, Who: turn.Agency, Do: turn.Reads2(setNilDay, nilShown, turn.Moment)},
		{Verb: verbNilPeriods, Who: turn.Agency, Do: turn.Reads1(askNilPeriod, nilShown)},
		{Verb: verbNilPeriod, Who: turn.Agency, Do: turn.Reads2(setNilPeriod, nilShown, turn.Period)},
		{Verb: verbNilTicks, Who: turn.Agency, Do: turn.Reads2(showTicks, nilShown, turn.Page)},
		{Verb: verbNilTick, Who: turn.Agency, Do: turn.Reads4(tickUnit, nilShown, turn.Unit, turn.Flag("on"), turn.Page)},
		{Verb: verbNilFile, Who: turn.Agency, Do: turn.With1(fileNilUnits, nilShown)},
		{Verb: verbNilFiled, Who: turn.Agency, Do: turn.Reads3(showNilFiled, turn.Period, turn.Moment, turn.Page)},

		// What reached the agency by other ways, and was passed on.
		{Verb: verbPassedRecord, Who: turn.Agency, Do: turn.With2(recordPassed, passedKind, turn.Unit)},
		{Verb: verbPassedChannel, Who: turn.Agency, Do: turn.With3(setPassedChannel, passedKind, turn.Unit, turn.OneOf("channel", channels...))},
		{Verb: verbPassedEach, Who: turn.Agency, Do: turn.With3(draftPassed, passedKind, turn.Unit, turn.Flag("each"))},
		{Verb: verbPassedPick, Who: turn.Agency, Do: turn.Reads1(pickPassed, passedKind)},
		{Verb: verbPassedUnit, Who: turn.Agency, Do: turn.Reads2(usePassedUnit, passedKind, turn.Unit)},
		{Question: questionPassedUnit, Free: true, Who: turn.Agency, Do: turn.Reads1(answerPassedUnit, passedKind), Beside: turn.Beside{
			Takes: form.TakesUnit, Again: turn.Reads1(pickPassed, passedKind), Back: turn.Reads1(backToPassed, passedKind)}},
		{Verb: verbPassedDay, Who: turn.Agency, Do: turn.Reads1(askPassedDay, passedKind)},
		{Verb: verbPassedWhen, Who: turn.Agency, Do: turn.Reads2(setPassedDay, passedKind, turn.Moment)},
		{Question: questionPassedWhen, Who: turn.Agency, Do: turn.Reads1(answerPassedDay, passedKind), Beside: turn.Beside{
			Takes: form.TakesDay, Again: turn.Reads1(askPassedDay, passedKind), Back: turn.Reads1(backToPassed, passedKind)}},
		{Verb: verbPassedBy, Who: turn.Agency, Do: turn.Reads1(passBy, passedKind)},
		{Verb: verbPassedJoin, Who: turn.Agency, Do: turn.With1(joinPassed, passedKind)},
	}
}
