package report

// More is what letters and forms ask besides. All of it is optional. Package
// privacy says who is shown what of it; Phone, AuthorPhone, Cleared and Proposal
// are for the agency and the unit alone.
type More struct {
	Phone string `json:",omitempty"` // of who is introduced, or speaks for them

	// Who wrote the introduction, if that was not the focal point.
	Author      string `json:",omitempty"`
	AuthorUnit  string `json:",omitempty"`
	AuthorPhone string `json:",omitempty"`

	Theme    string   `json:",omitempty"` // movement that it belongs to, by its name
	Proposal Proposal `json:",omitempty"`
	// Cleared is who said that no discipline or complaint is pending (Decree
	// 152/2025, art. 4.4): nobody did, if empty.
	Cleared string `json:",omitempty"`
	Leads   string `json:",omitempty"` // Yes or No: whether the person leads others

	// Of a collective.
	Members int    `json:",omitempty"`
	Women   int    `json:",omitempty"`
	Chief   string `json:",omitempty"` // who is at its head

	Quote   string `json:",omitempty"` // what the person says
	Article string `json:",omitempty"` // the long text, paragraphs on lines of their own
	Link    string `json:",omitempty"` // where it was published already
	Video   string `json:",omitempty"` // a link

	// Of a new model.
	Since   string `json:",omitempty"`
	RunBy   string `json:",omitempty"`
	Reach   string `json:",omitempty"` // households or people
	Cost    string `json:",omitempty"`
	Lasting string `json:",omitempty"` // why it will last
}

// A Proposal (đề xuất) is which recognition a unit proposes. It takes the place
// of no file for commendation.
type Proposal string

// The proposals.
const (
	OnlyPublicity Proposal = "tuyentruyen" // chỉ tuyên truyền
	Praise        Proposal = "bieuduong"   // biểu dương
	Certificate   Proposal = "giaykhen"    // giấy khen
	HigherLevel   Proposal = "captren"     // cấp trên khen
)

// Proposals lists them in the order in which they are offered.
var Proposals = [...]Proposal{OnlyPublicity, Praise, Certificate, HigherLevel}
