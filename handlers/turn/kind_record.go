package turn

import (
	"slices"
	"strconv"

	"guongsang/internal/report"
)

// Unit is a unit that this member may ask about.
var Unit = NewKind("unit", func(t *Reading, part string) (u report.Unit, no Refusal) {
	if !t.may(part) {
		return u, Stale
	}
	u, err := t.Tx.Unit(part)
	return u, found(err)
})

// Example is an example of a unit that this member may ask about. Of one that is acted
// upon, what it may repeat is found before: its card says so.
var Example = NewKind("number", func(t *Reading, part string) (report.Example, Refusal) {
	e, err := t.Tx.Example(part)
	if err == nil && !t.mayPast(e.Unit) {
		return e, Stale
	}
	return e, found(err)
}).Ahead(lookAhead)

// ExampleAt is an example in the version for which the button was made. Of
// another one past is said, or only that the button is old.
func ExampleAt(past func(*Turn, report.Example) error) Kind[report.Example] {
	return Join(Example, Text("version"), func(_ *Reading, e report.Example, version string) (report.Example, Refusal) {
		switch {
		case version == strconv.Itoa(e.Version):
			return e, nil
		case past == nil:
			return e, Stale
		}
		return e, func(t *Turn) error { return past(t, e) }
	})
}

// Block is a block of units, or those that are in none.
var Block = NewKind("block", func(t *Reading, part string) (string, Refusal) {
	for _, name := range t.Tx.Directory().Blocks() {
		if BlockKey(name) == part {
			return name, nil
		}
	}
	return "", Stale
})

// NamedBlock is a block of units.
var NamedBlock = Block.If(func(_ *Reading, name string) Refusal {
	if name == "" {
		return Stale
	}
	return nil
})

// A Held post is one that a member holds.
type Held struct {
	Member report.Member
	Post   report.Post
}

// HeldPost is a post that this member may end.
var HeldPost = Join(
	Join(NewKind("member", readMember), OneOf("role", report.Roles[:]...), func(_ *Reading, m report.Member, r report.Role) (Held, Refusal) {
		return Held{m, report.Post{Role: r}}, nil
	}),
	Opt(Text("place")),
	func(t *Reading, h Held, place string) (Held, Refusal) {
		at := slices.IndexFunc(h.Member.Posts, func(p report.Post) bool { return p.Role == h.Post.Role && placeKey(p) == place })
		if at < 0 || !t.Member.MayRemove(h.Member.Posts[at]) {
			return h, Stale
		}
		h.Post = h.Member.Posts[at]
		return h, nil
	},
)

func readMember(t *Reading, part string) (m report.Member, no Refusal) {
	id, err := strconv.ParseInt(part, 10, 64)
	if err != nil {
		return m, Stale
	}
	return MemberBy(t, id)
}

// MemberBy is the member with that account, if there is one.
func MemberBy(t *Reading, id int64) (report.Member, Refusal) {
	m, err := t.Tx.Member(id)
	return m, found(err)
}

// HeldArgs are what a button carries that is about a post somebody holds.
func HeldArgs(member int64, p report.Post) []any { return []any{member, p.Role, placeKey(p)} }

// placeKey stands for the place of a post in a button.
func placeKey(p report.Post) string {
	if p.Block != "" {
		return BlockKey(p.Block)
	}
	return p.Unit
}
