package report

import (
	"slices"
	"time"
)

// A Role is what an account may do.
type Role string

// The roles (vai trò). Focal and Head belong to a unit, BlockHead to a block,
// the others to the agency.
const (
	Focal     Role = "focal"     // đầu mối
	Head      Role = "head"      // thủ trưởng đơn vị
	BlockHead Role = "blockhead" // trưởng khối
	Officer   Role = "officer"   // chuyên viên cơ quan thường trực
	Leader    Role = "leader"    // lãnh đạo
	Admin     Role = "admin"     // quản trị
)

// Roles lists all of them.
var Roles = [...]Role{Focal, Head, BlockHead, Officer, Leader, Admin}

// A Post is one role of a person: position and person are two things, and one
// person may hold several posts.
type Post struct {
	Role   Role
	Unit   string `json:",omitempty"` // Focal, Head
	Block  string `json:",omitempty"` // BlockHead
	Deputy bool   `json:",omitempty"` // a focal point who is dự phòng, not chính
	Since  time.Time
}

// A Member (người dùng) is a Telegram account that an invite let in.
type Member struct {
	ID   int64 // account and private chat
	Name string
	// Named says that the name is the one the person or the agency gave, not what
	// the account calls itself.
	Named  bool   `json:",omitempty"`
	Phone  string `json:",omitempty"` // to be called; for the agency and the own unit's head alone
	Posts  []Post
	Joined time.Time
	// Unreachable is when the messenger last refused a message to this person
	// for good (blocked, deactivated); zero while the person can be reached.
	Unreachable time.Time `json:",omitzero"`
	Why         string    `json:",omitempty"`
}

// Holds reports whether the member has the role anywhere.
func (m Member) Holds(roles ...Role) bool {
	for _, p := range m.Posts {
		for _, r := range roles {
			if p.Role == r {
				return true
			}
		}
	}
	return false
}

// Serves reports whether the member is a focal point of the unit.
func (m Member) Serves(unit string) bool {
	for _, p := range m.Posts {
		if p.Role == Focal && p.Unit == unit {
			return true
		}
	}
	return false
}

// Units lists the codes of the units that the member is a focal point of, in
// the order in which they were joined.
func (m Member) Units() []string {
	var units []string
	for _, p := range m.Posts {
		if p.Role == Focal {
			units = append(units, p.Unit)
		}
	}
	return units
}

// Represents reports whether the member may report for the unit: as one of its
// focal points, or as its head.
func (m Member) Represents(unit string) bool { return slices.Contains(m.Represented(), unit) }

// Represented lists the codes of the units for which the member may report, each
// once: those that the member is a focal point of come first.
func (m Member) Represented() []string {
	units := m.Units()
	for _, p := range m.Posts {
		if p.Role == Head && !slices.Contains(units, p.Unit) {
			units = append(units, p.Unit)
		}
	}
	return units
}

// Agency reports whether the member works for the standing agency.
func (m Member) Agency() bool { return m.Holds(Officer, Admin) }

// An Invite (mã mời) binds the account that presents its code to a post. The
// code itself is shown once and stored only as a hash.
type Invite struct {
	Hash    string // hex sha256 of the folded code
	Hint    string // last two letters, so that people can tell invites apart
	Post    Post   // Since is unset
	By      int64  // who made it; 0 for the command line
	Made    time.Time
	Expires time.Time
	Used    time.Time `json:",omitzero"`
	UsedBy  int64     `json:",omitempty"`
	Revoked time.Time `json:",omitzero"`
}

// Open reports whether the invite can still be used at now.
func (i Invite) Open(now time.Time) bool {
	return i.Used.IsZero() && i.Revoked.IsZero() && now.Before(i.Expires)
}

// Reachable reports whether the messenger delivers to the member, as far as
// is known.
func (m Member) Reachable() bool { return m.Unreachable.IsZero() }
