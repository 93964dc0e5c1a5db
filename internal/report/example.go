package report

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"
)

// A Category (loại) is one of the three kinds of the letter's point 5.
type Category string

// The categories.
const (
	Advanced Category = "dhtt" // gương điển hình tiên tiến
	GoodDeed Category = "ntvt" // gương người tốt việc tốt
	NewModel Category = "mhm"  // mô hình mới
)

// Categories lists all three in the order in which they are asked.
var Categories = [...]Category{Advanced, GoodDeed, NewModel}

// An Object (đối tượng) is who or what is introduced.
type Object string

// The objects.
const (
	Person     Object = "person"     // cá nhân
	Collective Object = "collective" // tập thể
	Household  Object = "household"  // hộ gia đình
)

// Objects lists all three in the order in which they are asked.
var Objects = [...]Object{Person, Collective, Household}

// A Consent says what the person introduced has agreed to have published.
// Silence is not consent (Law 91/2025/QH15, art. 9): there is no default.
type Consent string

// The answers.
const (
	NameAndPhoto Consent = "both"
	NameOnly     Consent = "name"
	NotGiven     Consent = "none"
)

// Consents lists the answers in the order in which they are offered.
var Consents = [...]Consent{NameAndPhoto, NameOnly, NotGiven}

// The answers to a question of yes or no that may be unasked.
const (
	Yes = "yes"
	No  = "no"
)

// An Agreement is what somebody agreed to when asked, so that more than that is
// not published. Package privacy makes it and reads it.
type Agreement struct {
	Day    Date
	Name   string
	Photos []string `json:",omitempty"` // Media.Unique of each
	Facts  []string `json:",omitempty"` // numbers, proper names, filled fields
}

// A Group is a priority group of the letter's point 6.
type Group string

// The priority groups.
const (
	SmallCollective Group = "nhomnho"  // tập thể nhỏ
	Worker          Group = "congnhan" // công nhân
	Farmer          Group = "nongdan"  // nông dân
	DirectLabour    Group = "tructiep" // người lao động trực tiếp
	Grassroots      Group = "coso"     // cơ sở
	Remote          Group = "vungsau"  // vùng sâu, vùng xa
	Border          Group = "biengioi" // vùng biên giới
	MinorityArea    Group = "vungdtts" // vùng dân tộc thiểu số
	Respected       Group = "uytin"    // người có uy tín
	Pupil           Group = "hocsinh"  // học sinh, sinh viên
)

// Groups lists them in the order in which they are shown.
var Groups = [...]Group{SmallCollective, Worker, Farmer, DirectLabour, Grassroots, Remote, Border, MinorityArea, Respected, Pupil}

// A Field is a field of work (lĩnh vực).
type Field string

// The fields of work.
const (
	Economy      Field = "kinhte"
	Education    Field = "giaoduc"
	Health       Field = "yte"
	Security     Field = "anninh"
	Rural        Field = "ntm"
	Culture      Field = "vanhoa"
	Poverty      Field = "giamngheo"
	Digital      Field = "cds"
	Rescue       Field = "cuunguoi"
	OtherOfField Field = "khac"
)

// Fields lists them in the order in which they are shown.
var Fields = [...]Field{Economy, Education, Health, Security, Rural, Culture, Poverty, Digital, Rescue, OtherOfField}

// Content is what an introduction says.
type Content struct {
	Category Category
	Object   Object
	Name     string // of the person, collective, household head or model
	Place    string // work or residence: village and commune, never a house number
	Title    string
	Summary  string
	Consent  Consent
	// ChildConsent and GuardianConsent are asked of a child; both are needed
	// before the name may leave the house (art. 24).
	ChildConsent    bool `json:",omitempty"`
	GuardianConsent bool `json:",omitempty"`
	// Agreement is what Consent was given for; none in records from before it
	// was kept.
	Agreement Agreement `json:",omitzero"`

	// All below is optional.
	Born      int     `json:",omitempty"` // year
	BornOn    Date    `json:",omitzero"`  // the whole date, or the month, where it is known; its year is Born
	Under16   string  `json:",omitempty"` // Yes or No, as the unit answered where nothing tells
	Gender    string  `json:",omitempty"` // nam, nữ
	Ethnicity string  `json:",omitempty"` // sensitive data (Decree 356/2025, art. 4): only as counts
	Position  string  `json:",omitempty"`
	Groups    []Group `json:",omitempty"`
	Field     Field   `json:",omitempty"`
	Results   string  `json:",omitempty"` // figures
	Spread    string  `json:",omitempty"` // effect and spread
	When      string  `json:",omitempty"`
	Honoured  string  `json:",omitempty"` // recognitions so far
	Media     []Media `json:",omitempty"`
	More      More    `json:",omitzero"`
}

// AllowsMore reports whether more may be published by this content than by another.
func (c Content) AllowsMore(than Content) bool {
	allows := map[Consent]int{NameOnly: 1, NameAndPhoto: 2}
	return allows[c.Consent] > allows[than.Consent] || c.ChildConsent && !than.ChildConsent || c.GuardianConsent && !than.GuardianConsent
}

// A Review (xem xét) is where an example stands with the agency.
type Review string

// The states of review.
const (
	Received  Review = "received"  // đã tiếp nhận vào hệ thống, chờ xem
	Returned  Review = "returned"  // trả lại để bổ sung
	Accepted  Review = "accepted"  // cơ quan thường trực đã tiếp nhận
	Selected  Review = "selected"  // chọn tuyên truyền
	Published Review = "published" // đã tuyên truyền
	Retracted Review = "retracted" // đã gỡ
	Withdrawn Review = "withdrawn" // đơn vị rút
)

// An Example (gương) is one introduction that was sent.
type Example struct {
	Number  string // G-2026-0042
	Unit    string // code
	By      int64  // who sent it; the officer when OnBehalf
	Periods []Period
	Content Content
	Version int // 1, 2, ... each sending makes one; old ones are kept
	Review  Review

	Sent     time.Time // first sending, in the bot
	Received time.Time // counts for on time or late: Sent, or the real receipt when OnBehalf
	OnBehalf string    `json:",omitempty"` // how it really came: paper, zalo, phone
	Changed  time.Time // last version or review
	// Later has the time of each period that it was chosen for after Received,
	// such as the quarter of a monthly example.
	Later map[Period]time.Time `json:",omitempty"`

	Reason string    `json:",omitempty"` // why it was returned
	Due    Date      `json:",omitzero"`  // until when the completion is asked for
	Ruled  int64     `json:",omitempty"` // who ruled last
	RuleAt time.Time `json:",omitzero"`

	Approval Approval `json:",omitzero"` // by the unit's head, of this version

	// Erased is when all that it said of anybody was erased: what is left is counted.
	Erased time.Time `json:",omitzero"`
}

// Redacted is what is left of an example after it was erased: what figures are made of.
// The name and the title become a sentence that says so.
func (e Example) Redacted(instead string, at time.Time) Example {
	c := e.Content
	e.Content = Content{Category: c.Category, Object: c.Object, Name: instead, Title: instead, Consent: NotGiven, Groups: c.Groups, Field: c.Field}
	e.Approval = Approval{By: e.Approval.By, At: e.Approval.At, Missing: e.Approval.Missing}
	e.Reason, e.Due, e.Erased = "", Date{}, at
	return e
}

// CompareNumbers orders examples by their numbers: by year, then as they came.
func CompareNumbers(a, b string) int {
	i, j := strings.LastIndexByte(a, '-'), strings.LastIndexByte(b, '-')
	return cmp.Or(strings.Compare(a[:i+1], b[:j+1]), cmp.Compare(len(a), len(b)), strings.Compare(a, b))
}

// Open reports whether the sender may still amend or withdraw it: nobody has
// taken it up yet, or it was returned. Of one that was erased there is nothing left to.
func (e Example) Open() bool {
	return (e.Review == Received || e.Review == Returned) && e.Erased.IsZero()
}

// ReceivedFor is the time that decides whether the example is on time for one
// of its periods.
func (e Example) ReceivedFor(p Period) time.Time {
	if at, ok := e.Later[p]; ok {
		return at
	}
	return e.Received
}

// For is the example chosen for one more period, at that time.
func (e Example) For(p Period, at time.Time) Example {
	e.Periods = append(slices.Clone(e.Periods), p)
	e.Later = maps.Clone(e.Later)
	if e.Later == nil {
		e.Later = map[Period]time.Time{}
	}
	e.Later[p] = at
	return e
}

// TakenUp reports whether the agency accepted an example, whatever became of it since:
// the unit cannot change it any more, but ask that it be corrected.
func (e Example) TakenUp() bool { return e.Review == Accepted || e.ForPublicity() }

// ForPublicity reports whether an example was chosen to be published, or was.
func (e Example) ForPublicity() bool {
	return e.Review == Selected || e.Review == Published || e.Review == Retracted
}

// Counts reports whether the example meets a duty: all but withdrawn ones do,
// a returned one too ("reported, waiting for completion").
func (e Example) Counts() bool { return e.Review != Withdrawn }

// A Draft (bản nháp) is an introduction being written. It never expires
// silently.
type Draft struct {
	ID      uint64
	By      int64
	Unit    string
	Period  Period // for which it will count, unless changed before sending
	Amends  string `json:",omitempty"` // number of the example that it will replace
	Base    int    `json:",omitempty"` // the version of that example from which it was begun
	Content Content
	Step    string   // the question that is open
	Asked   []string `json:",omitempty"` // questions answered, for Quay lại
	// Told means that the draft began with what somebody sent of their own accord,
	// not with the questions: only what that does not tell is asked. Proposed are
	// the questions that the program answered by it, until the writer goes on from there.
	Told     bool     `json:",omitempty"`
	Proposed []string `json:",omitempty"`
	// Declined is what the draft said when the consent, given earlier, was said
	// not to cover the new part of it.
	Declined Agreement `json:",omitzero"`
	Version  int       // grows with every change; buttons carry it
	Started  time.Time
	Changed  time.Time
	// OnBehalf and Received are set by an officer who records what came on
	// paper, by Zalo or by phone.
	OnBehalf string    `json:",omitempty"`
	Received time.Time `json:",omitzero"`
	// Sent is the number of the example that the draft became. Nothing else is
	// left of such a draft: it answers old buttons.
	Sent string `json:",omitempty"`
}
