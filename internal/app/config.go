package app

import (
	"time"

	"guongsang/handlers/turn"
	"guongsang/internal/clerk"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// Config is what config.yaml says. Defaults gives what holds where it says
// nothing; Load reads a file over them and reports everything that is invalid
// at once.
type Config struct {
	Telegram            Telegram            `yaml:"telegram"`
	Organization        Organization        `yaml:"organization"`
	Timezone            Zone                `yaml:"timezone"`
	Address             string              `yaml:"address"` // anh_chi or dong_chi
	Duties              Duties              `yaml:"duties"`
	Calendar            CalendarDays        `yaml:"calendar"`
	Reminders           Reminders           `yaml:"reminders"`
	ReturnedDueWorkdays int                 `yaml:"returned_due_workdays"`
	Digests             List[DigestSetting] `yaml:"digests"`
	Documents           DocumentSetting     `yaml:"documents"`
	DeadlinePicture     bool                `yaml:"deadline_picture"` // the summary to leaders on the morning of the deadline
	Privacy             PrivacySetting      `yaml:"privacy"`
	Themes              List[string]        `yaml:"themes"`   // movements that an introduction may belong to
	Approval            string              `yaml:"approval"` // none, or head: who approves before a unit sends
	Publication         PublicationSetting  `yaml:"publication"`
	Training            bool                `yaml:"training"` // the whole installation is for training: everything is marked, nothing is posted
	Templates           TemplateSetting     `yaml:"templates"`
	Rights              RightsSetting       `yaml:"rights"`
	Retention           RetentionSetting    `yaml:"retention"`
	Backup              BackupSetting       `yaml:"backup"`
	Storage             StorageSetting      `yaml:"storage"`
	Limits              Limits              `yaml:"limits"`
	Listen              string              `yaml:"listen"` // /healthz, /readyz and /metrics; empty: off
	Heartbeat           HeartbeatSetting    `yaml:"heartbeat"`
}

// Telegram says how the bot reaches Telegram. The token and the webhook's
// secret are not part of it (token.go).
type Telegram struct {
	Mode      string  `yaml:"mode"` // polling or webhook
	TokenFile string  `yaml:"token_file"`
	APIURL    string  `yaml:"api_url"`
	ProxyURL  Secret  `yaml:"proxy_url"` // may hold a password
	Webhook   Webhook `yaml:"webhook"`
}

// OwnServer reports whether another Bot API server than Telegram's is spoken to.
func (t Telegram) OwnServer() bool { return t.APIURL != Defaults().Telegram.APIURL }

// Webhook says where Telegram reaches the bot.
type Webhook struct {
	Listen string `yaml:"listen"`
	URL    string `yaml:"url"`
}

// Organization is all that texts and documents say of the office.
type Organization struct {
	Name           string           `yaml:"name"`
	Parent         string           `yaml:"parent"`
	StandingAgency string           `yaml:"standing_agency"`
	Council        string           `yaml:"council"`
	Place          string           `yaml:"place"`
	IssuedBy       string           `yaml:"issued_by"`
	Form           string           `yaml:"form"`
	IssuingSymbol  string           `yaml:"issuing_symbol"`
	DraftingSymbol string           `yaml:"drafting_symbol"`
	DocumentSymbol string           `yaml:"document_symbol"` // of before there were two
	SignerTitle    string           `yaml:"signer_title"`
	SignerName     string           `yaml:"signer_name"`
	Recipients     List[string]     `yaml:"recipients"`
	Contact        string           `yaml:"contact"`
	LegalBases     List[LegalBasis] `yaml:"legal_bases"`
}

// Sample reports whether this is still the office of config.example.yaml, whose
// contact has a number that nobody has.
func (o Organization) Sample() bool { return o.Contact == texts.SampleContact() }

// Who issues the office's documents.
const (
	ByAgency       = "standing_agency"
	ByOrganization = "organization"
)

// A LegalBasis is a document that reports and letters refer to while it is in force.
type LegalBasis struct {
	Name string `yaml:"name"`
	Date Date   `yaml:"date"`
	From Date   `yaml:"from"`
	To   Date   `yaml:"to"`
	// StateOnly: binds bodies of the state alone.
	StateOnly bool `yaml:"state_only"`
}

// Duties are the settings of both duties.
type Duties struct {
	Month   DutySetting `yaml:"month"`
	Quarter DutySetting `yaml:"quarter"`
}

// DutySetting is what is asked of units in each month or quarter.
type DutySetting struct {
	Enabled           bool        `yaml:"enabled"`
	Scheme            string      `yaml:"scheme"`
	DeadlineDay       DeadlineDay `yaml:"deadline_day"`
	DeadlineNextMonth bool        `yaml:"deadline_next_month"`
	OnDayOff          string      `yaml:"on_day_off"`
	LockAfter         int         `yaml:"lock_after"`
	Quota             int         `yaml:"quota"`
}

// CalendarDays are laid over the embedded table of holidays.
type CalendarDays struct {
	DaysOff        List[Day] `yaml:"days_off"`
	MakeupWorkdays List[Day] `yaml:"makeup_workdays"`
}

// HeartbeatSetting says who is asked for as long as the program moves.
type HeartbeatSetting struct {
	URL   Secret `yaml:"url"` // who has it can keep the alarm quiet; empty: nobody
	Every Span   `yaml:"every"`
}

// Reminders say when units are reminded.
type Reminders struct {
	Before     List[int]        `yaml:"before"` // working days before the deadline; 0 is the day itself
	After      List[int]        `yaml:"after"`  // working days after it
	At         Clock            `yaml:"at"`
	QuietHours QuietHours       `yaml:"quiet_hours"`
	CatchUp    Span             `yaml:"catch_up"` // a stage missed by more is skipped
	SnoozeAt   Clock            `yaml:"snooze_at"`
	Escalation List[Escalation] `yaml:"escalation"`
}

// DocumentSetting says how documents are made.
type DocumentSetting struct {
	UrgeDays int    `yaml:"urge_days"` // working days that the urging letter gives from the day on which it is made
	PDF      string `yaml:"pdf"`       // auto: beside each Word document, where LibreOffice is; off: nowhere
	SOffice  string `yaml:"soffice"`   // its path; empty: wherever the machine keeps its programs
}

// An Escalation tells somebody else, some working days after the deadline.
type Escalation struct {
	To      string `yaml:"to"` // deputy, head, blockhead or agency
	After   int    `yaml:"after"`
	Enabled bool   `yaml:"enabled"`
}

// A DigestSetting sends the picture of a duty's period by the clock.
type DigestSetting struct {
	Cron Cron   `yaml:"cron"`
	Duty string `yaml:"duty"` // month, quarter, half or year
	To   string `yaml:"to"`   // officers or leaders
	// Files are the documents of the period that go with it: report, workbook, board, chart;
	// of half a year and a year there is a report.
	Files List[string] `yaml:"files"`
}

// PrivacySetting says who is shown more of people than everybody is.
type PrivacySetting struct {
	Leaders string `yaml:"leaders"` // public, or internal: accepted examples as written
}

// PublicationSetting says how what was chosen is published.
type PublicationSetting struct {
	Channel  string     `yaml:"channel"`  // chat id or @name; empty: nothing is posted
	Wait     Span       `yaml:"wait"`     // in which a posting can be stopped
	Approval string     `yaml:"approval"` // leader, none or self
	At       QuietHours `yaml:"at"`       // the hours in which is posted; none: any
}

// TemplateSetting names the agency's own Word templates, by the keys of
// digest.Templates; empty or not there: the built-in one.
type TemplateSetting map[string]string

// RightsSetting says how long the law gives for what people ask of the data about them,
// and who erases.
type RightsSetting struct {
	EraseBy string             `yaml:"erase_by"` // admin or officer
	Clocks  List[RightsClocks] `yaml:"clocks"`
}

// RightsClocks are those from a day on.
type RightsClocks struct {
	From        Date   `yaml:"from"`
	Law         string `yaml:"law"`
	Acknowledge int    `yaml:"acknowledge_workdays"`
	Correct     int    `yaml:"correct_days"`
	Withdraw    int    `yaml:"withdraw_days"`
	Erase       int    `yaml:"erase_days"`
}

// RetentionSetting is for how many years what people said is kept; 0 is for ever.
type RetentionSetting struct {
	Examples int `yaml:"examples"`
	Drafts   int `yaml:"drafts"`
	Evidence int `yaml:"evidence"`
	Members  int `yaml:"members"`
}

// BackupSetting says when the store is copied, and how many copies are kept.
type BackupSetting struct {
	Cron Cron   `yaml:"cron"`
	Path string `yaml:"path"`
	Keep int    `yaml:"keep"`
	// Drill is when the newest backup is tried, and the admins are told; empty: never.
	Drill Cron `yaml:"drill"`
	// Recipients are the age recipients (age1…) to whom backups are encrypted.
	Recipients []string `yaml:"recipients"`
}

// StorageSetting says where the data are.
type StorageSetting struct {
	Path string `yaml:"path"`
}

// Limits keep the bot below what Telegram allows.
type Limits struct {
	PerSecond      float64 `yaml:"per_second"`
	PerChat        float64 `yaml:"per_chat"`
	PerMinuteGroup int     `yaml:"per_minute_group"`
}

func defaultClocks() (clocks List[RightsClocks]) {
	for _, c := range report.DefaultRightsClocks() {
		clocks = append(clocks, RightsClocks{Date{c.From}, texts.RightsLaw(), c.Acknowledge, c.Correct, c.Withdraw, c.Erase})
	}
	return clocks
}

// Defaults is the configuration of a place that has said nothing yet. Only
// the organization has to be filled in.
func Defaults() Config {
	duty := DutySetting{
		Enabled: true, Scheme: string(report.ND09), DeadlineDay: 20, OnDayOff: string(report.Next), LockAfter: 5, Quota: 1,
	}
	papers := []string{clerk.Report, clerk.Workbook}
	return Config{
		Telegram:     Telegram{Mode: "polling", APIURL: "https://api.telegram.org"},
		Organization: Organization{IssuedBy: ByAgency},
		Timezone:     zone("Asia/Ho_Chi_Minh"),
		Address:      "anh_chi",
		Duties:       Duties{Month: duty, Quarter: duty},
		Reminders: Reminders{
			Before: []int{5, 2, 0}, After: []int{1, 3},
			At:         clock(8, 0),
			QuietHours: QuietHours{From: clock(17, 30), To: clock(7, 30)},
			CatchUp:    Span(24 * time.Hour),
			SnoozeAt:   clock(14, 30),
			Escalation: []Escalation{
				{To: "deputy", After: 4, Enabled: true},
				{To: "head", After: 5, Enabled: true},
				{To: "blockhead", After: 6, Enabled: true},
				{To: "agency", After: 7, Enabled: true},
			},
		},
		ReturnedDueWorkdays: 3,
		Digests: []DigestSetting{
			{Cron: mustCron("0 9 25 * *"), Duty: "month", To: "officers", Files: papers},
			{Cron: mustCron("30 9 25 * *"), Duty: "month", To: "leaders", Files: []string{clerk.Summary}},
			{Cron: mustCron("0 10 25 3,6,9,12 *"), Duty: "quarter", To: "officers", Files: papers},
			{Cron: mustCron("30 10 25 3,6,9,12 *"), Duty: "quarter", To: "leaders", Files: []string{clerk.Summary}},
		},
		Documents:       DocumentSetting{UrgeDays: 5, PDF: "auto"},
		DeadlinePicture: true,
		Privacy:         PrivacySetting{Leaders: string(privacy.Public)},
		Heartbeat:       HeartbeatSetting{Every: Span(time.Minute)},
		Themes:          texts.Themes(),
		Approval:        string(turn.NoApproval),
		Templates:       noOwnTemplates(),
		Publication: PublicationSetting{
			Wait: Span(24 * time.Hour), Approval: string(report.ByLeader), At: QuietHours{From: clock(7, 0), To: clock(21, 0)},
		},
		Rights:  RightsSetting{EraseBy: string(report.Admin), Clocks: defaultClocks()},
		Backup:  BackupSetting{Cron: mustCron("30 1 * * *"), Path: "backups", Keep: 14, Drill: mustCron("30 7 * * 1")},
		Storage: StorageSetting{Path: "data"},
		Limits:  Limits{PerSecond: 25, PerChat: 1, PerMinuteGroup: 20},
	}
}
