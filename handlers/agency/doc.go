// Package agency is what officers, admins and leaders ask, and the heads of
// blocks. routes.go lists it all.
//
// review_*.go is the queue and the ruling on what units sent; behalf_*.go
// records what came on paper or by phone, with the means of packages draft and unit;
// passed_*.go proposes that for what officers pass on as it reached them, and
// nil_units.go does it for several units that have nothing;
// units_*.go and admin_card.go are units and people, found by units_pick.go for
// whatever purpose; invite_*.go lets people in; extend_*.go and pause_unit.go
// change what is owed; situation_show.go shows where things stand, and
// paper.go orders the documents of it.
package agency
