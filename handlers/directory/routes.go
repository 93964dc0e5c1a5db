package directory

import (
	"guongsang/handlers/turn"
	"guongsang/internal/form"
)

// Routes are how officers change the list of units.
func Routes() []turn.Route {
	return []turn.Route{
		{Verb: VerbMenu, Who: turn.Agency, Do: turn.Reads2(menu, turn.Unit, turn.Opt(turn.Flag("yes")))},
		{Verb: verbFormer, Who: turn.Agency, Do: turn.Reads2(showFormer, turn.Unit, turn.Page)},
		{Verb: verbSent, Who: turn.Agency, Do: turn.Reads2(showSent, turn.Unit, turn.Page)},

		{Verb: VerbAdd, Who: turn.Agency, Do: turn.Reads0(askNew)},
		{Question: questionNew, Free: true, Who: turn.Agency, Do: turn.Reads0(answerNew), Beside: turn.Beside{
			Takes: form.TakesShown, Again: turn.Reads0(askNew)}},
		{Question: questionAdding, Free: true, Who: turn.Agency, Do: turn.Reads1(answerAnother, turn.Text("list")), Beside: turn.Beside{
			Takes: form.TakesShown, Again: turn.Reads1(showNew, turn.Text("list"))}},
		{Verb: verbAdded, Who: turn.Agency, Do: turn.With0(add)},

		{Verb: verbField, Who: turn.Agency, Do: turn.Reads2(askValue, turn.Unit, fieldKind)},
		{Verb: verbValue, Who: turn.Agency, Do: turn.Reads3(preview, turn.Unit, fieldKind, turn.Text("value"))},
		{Question: questionValue, Free: true, Who: turn.Agency, Do: turn.Reads2(answerValue, turn.Unit, fieldKind), Beside: turn.Beside{
			Takes: form.TakesShown, Again: turn.Reads2(askValue, turn.Unit, fieldKind)}},
		{Question: questionChange, Free: true, Who: turn.Agency, Do: turn.Reads3(answerOther, turn.Unit, fieldKind, turn.Opt(turn.Text("value"))), Beside: turn.Beside{
			Takes: form.TakesShown, Again: turn.Reads3(preview, turn.Unit, fieldKind, turn.Opt(turn.Text("value")))}},
		{Verb: verbChanged, Who: turn.Agency, Do: turn.With2(apply, turn.Unit, fieldKind)},

		{Verb: verbEnd, Who: turn.Agency, Do: turn.Reads1(askHeirs, turn.Unit)},
		{Verb: verbMerge, Who: turn.Agency, Do: turn.Reads1(askMerged, turn.Unit)},
		{Verb: verbAlone, Who: turn.Agency, Do: turn.Reads1(alone, turn.Unit)},
		{Question: questionHeirs, Free: true, Who: turn.Agency, Do: turn.Reads1(answerHeirs, turn.Unit), Beside: turn.Beside{
			Takes: form.TakesShown, Again: turn.Reads1(askHeirs, turn.Unit)}},
		{Question: questionMerged, Free: true, Who: turn.Agency, Do: turn.Reads1(answerMerged, turn.Unit), Beside: turn.Beside{
			Takes: form.TakesShown, Again: turn.Reads1(askMerged, turn.Unit)}},
		{Verb: verbDay, Who: turn.Agency, Do: turn.Reads1(pressDay, lastDay)},
		{Question: questionDay, Who: turn.Agency, Do: turn.Reads1(answerDay, toEnd), Beside: turn.Beside{
			Takes: form.TakesDay, Again: turn.Reads1(askDayAgain, toEnd)}},
		{Question: questionClose, Who: turn.Agency, Do: turn.Reads2(answerEnd, toEnd, turn.Day), Beside: turn.Beside{
			Takes: form.TakesDay, Again: turn.Reads2(showEnd, toEnd, turn.Day)}},
		{Verb: verbClosed, Who: turn.Agency, Do: turn.With1(end, lastDay)},
		{Verb: verbMove, Who: turn.Agency, Do: turn.Reads1(showPeople, turn.Unit)},
		{Verb: verbMoved, Who: turn.Agency, Do: turn.With1(move, toMove)},

		{Verb: verbTraining, Who: turn.Agency, Do: turn.Reads1(askTraining, turn.Unit)},
		{Verb: verbTrain, Who: turn.Agency, Do: turn.With1(train, turn.Unit)},
		{Verb: verbTrained, Who: turn.Agency, Do: turn.With2(trained, turn.Unit, turn.Flag("yes"))},
	}
}
