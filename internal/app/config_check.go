package app

import (
	"net"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"guongsang/handlers/turn"
	"guongsang/internal/clerk"
	"guongsang/internal/letters"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage/disk"
)

// A check gathers what is wrong with a configuration that could be decoded.
type check struct{ found []InvalidSetting }

func (c *check) require(ok bool, key, says string) {
	if !ok {
		c.found = append(c.found, InvalidSetting{Key: key, Says: says})
	}
}

// invalid lists all that is invalid, without positions.
func (cfg Config) invalid() []InvalidSetting {
	var c check
	c.telegram(cfg.Telegram)
	c.organization(cfg.Organization)
	c.oneOf("address", cfg.Address, "anh_chi", "dong_chi")
	c.duties(cfg)
	c.calendar(cfg.Calendar)
	c.reminders(cfg.Reminders)
	c.between("returned_due_workdays", cfg.ReturnedDueWorkdays, 1, 60)
	c.between("documents.urge_days", cfg.Documents.UrgeDays, 1, 60)
	for i, d := range cfg.Digests {
		c.digest(entry("digests", i), d)
	}
	c.oneOf("privacy.leaders", cfg.Privacy.Leaders, string(privacy.Public), string(privacy.Internal))
	c.themes(cfg.Themes)
	c.oneOf("approval", cfg.Approval, string(turn.NoApproval), string(turn.ByHead))
	c.publication(cfg.Publication)
	c.templates(cfg.Templates)
	c.oneOf("documents.pdf", cfg.Documents.PDF, "auto", "off")
	c.rights(cfg.Rights)
	for key, years := range map[string]int{
		"examples": cfg.Retention.Examples, "drafts": cfg.Retention.Drafts, "evidence": cfg.Retention.Evidence, "members": cfg.Retention.Members,
	} {
		c.between("retention."+key, years, 0, 100)
	}
	c.require(cfg.Backup.Cron.Schedule != nil, "backup.cron", texts.CronMissing())
	c.filled("backup.path", cfg.Backup.Path)
	c.between("backup.keep", cfg.Backup.Keep, 1, 1000)
	for i, r := range cfg.Backup.Recipients {
		c.require(disk.CheckRecipient(r) == nil, entry("backup.recipients", i), texts.BadRecipient())
	}
	c.filled("storage.path", cfg.Storage.Path)
	c.limits(cfg)
	c.addresses(cfg)
	c.heartbeat(cfg.Heartbeat)
	return c.found
}

// themes have to fit on a button, and each stands there once.
func (c *check) themes(themes []string) {
	for i, theme := range themes {
		c.filled(entry("themes", i), theme)
		c.require(letters.Len(theme) <= maxTheme, entry("themes", i), texts.TooLong(maxTheme, letters.Len(theme)))
		again := slices.IndexFunc(themes[:i], func(o string) bool { return letters.Fold(o) == letters.Fold(theme) })
		c.require(again < 0, entry("themes", i), texts.DoubleEntry(again+1))
	}
}

// maxTheme is how many characters of a theme can be read on a button.
const maxTheme = 60

func (c *check) telegram(t Telegram) {
	c.oneOf("telegram.mode", t.Mode, "polling", "webhook")
	c.url("telegram.api_url", t.APIURL, "https", "http")
	if !t.ProxyURL.Empty() {
		c.url("telegram.proxy_url", t.ProxyURL.Reveal(), "http", "https", "socks5")
	}
	if t.Mode == "webhook" {
		c.filled("telegram.webhook.listen", t.Webhook.Listen)
		c.url("telegram.webhook.url", t.Webhook.URL, "https")
	}
}

// url says nothing of the value: a proxy's may hold a password.
func (c *check) url(key, value string, schemes ...string) {
	u, err := url.Parse(value)
	ok := err == nil && u.Host != "" && slices.Contains(schemes, u.Scheme)
	c.require(ok, key, texts.BadURL(schemes))
}

func (c *check) organization(o Organization) {
	c.filled("organization.name", o.Name)
	c.filled("organization.standing_agency", o.StandingAgency)
	c.filled("organization.council", o.Council)
	c.filled("organization.place", o.Place)
	c.filled("organization.contact", o.Contact)
	for i, b := range o.LegalBases {
		c.filled(entry("organization.legal_bases", i)+".name", b.Name)
		c.require(!b.Date.IsZero(), entry("organization.legal_bases", i)+".date", texts.ConfigDateMissing())
		backwards := !b.To.IsZero() && (b.To.Before(b.From.Date) || b.To.Before(b.Date.Date))
		c.require(!backwards, entry("organization.legal_bases", i)+".to", texts.BasisEndsBeforeStart())
	}
	c.oneOf("organization.issued_by", o.IssuedBy, ByAgency, ByOrganization)
	if o.Form != "" {
		_, known := texts.ReadLetterForm(o.Form)
		c.require(known, "organization.form", texts.LetterFormUnknown(o.Form))
	}
	c.require(o.DraftingSymbol == "" || o.IssuingSymbol != "", "organization.issuing_symbol", texts.IssuingSymbolMissing())
	c.require(o.DocumentSymbol == "" || o.IssuingSymbol == "", "organization.document_symbol", texts.SymbolTwice())
}

// duties asks the rules themselves what they think of what is written.
func (c *check) duties(cfg Config) {
	c.require(cfg.Duties.Month.Enabled || cfg.Duties.Quarter.Enabled, "duties", texts.NoDutyOn())
	for _, p := range cfg.Rules().Problems() {
		c.require(false, cfg.keyOf(p), texts.RuleProblem(p))
	}
}

func (cfg Config) keyOf(p report.Problem) string {
	switch {
	case p.Duty != "":
		return "duties." + string(p.Duty) + "." + p.Key
	case p.Reason == report.Conflict:
		i := slices.IndexFunc(cfg.Calendar.MakeupWorkdays, func(d Day) bool { return d.Date.Date == p.Date })
		return entry("calendar.makeup_workdays", i)
	}
	return "timezone"
}

func (c *check) calendar(days CalendarDays) {
	for _, list := range []struct {
		key  string
		days []Day
	}{{"calendar.days_off", days.DaysOff}, {"calendar.makeup_workdays", days.MakeupWorkdays}} {
		first := map[report.Date]int{}
		for i, d := range list.days {
			key := entry(list.key, i)
			if d.Date.IsZero() {
				c.require(false, key, texts.ConfigDateMissing())
				continue
			}
			c.require(d.Date.Year >= 2024 && d.Date.Year <= 2040, key, texts.FarYear(d.Date.Date))
			before, twice := first[d.Date.Date]
			c.require(!twice, key, texts.DoubleDay(d.Date.Date, before+1))
			if !twice {
				first[d.Date.Date] = i
			}
		}
	}
}

func (c *check) reminders(r Reminders) {
	c.workdays("reminders.before", r.Before, 0)
	c.workdays("reminders.after", r.After, 1)
	c.require(!r.QuietHours.Hold(r.At), "reminders.at", texts.InQuietHours(r.At.String(), r.QuietHours.String()))
	c.require(!r.QuietHours.Hold(r.SnoozeAt), "reminders.snooze_at", texts.InQuietHours(r.SnoozeAt.String(), r.QuietHours.String()))
	catchUp := time.Duration(r.CatchUp)
	c.require(catchUp >= time.Minute && catchUp <= 14*24*time.Hour, "reminders.catch_up", texts.CatchUpRange())
	for i, e := range r.Escalation {
		key := entry("reminders.escalation", i)
		c.oneOf(key+".to", e.To, "deputy", "head", "blockhead", "agency")
		c.between(key+".after", e.After, 1, 60)
		again := slices.IndexFunc(r.Escalation[:i], func(o Escalation) bool { return o.To == e.To })
		c.require(again < 0, key, texts.DoubleEntry(again+1))
	}
}

// workdays checks one side of the ladder.
func (c *check) workdays(key string, days []int, least int) {
	for i, n := range days {
		c.between(entry(key, i), n, least, 60)
		c.require(!slices.Contains(days[:i], n), entry(key, i), texts.DoubleNumber(n))
	}
}

func (c *check) digest(key string, d DigestSetting) {
	c.require(d.Cron.Schedule != nil, key+".cron", texts.CronMissing())
	c.oneOf(key+".duty", d.Duty, string(report.Month), string(report.Quarter), string(report.Half), string(report.Year))
	c.oneOf(key+".to", d.To, "officers", "leaders")
	for i, kind := range d.Files {
		file := entry(key+".files", i)
		if report.Duty(d.Duty).Owed() {
			c.oneOf(file, kind, clerk.Report, clerk.Workbook, clerk.Summary, clerk.Board, clerk.Chart)
		} else {
			c.oneOf(file, kind, clerk.Report)
		}
		first := slices.Index(d.Files[:i], kind)
		c.require(first < 0, file, texts.DoubleEntry(first+1))
	}
}

// channelForm is what Telegram takes for a channel: its @name or its number.
var channelForm = regexp.MustCompile(`^(@[A-Za-z]\w{3,31}|-\d{5,})$`)

func (c *check) publication(p PublicationSetting) {
	c.require(p.Channel == "" || channelForm.MatchString(p.Channel), "publication.channel", texts.BadChannel(p.Channel))
	c.oneOf("publication.approval", p.Approval, string(report.ByLeader), string(report.ByNobody), string(report.BySelf))
	wait := p.Wait.Duration()
	c.require(wait >= 0 && wait <= 14*24*time.Hour, "publication.wait", texts.BadWait())
	c.require(p.At.From <= p.At.To, "publication.at", texts.BadPostingHours(p.At.String()))
}

func (c *check) rights(r RightsSetting) {
	c.oneOf("rights.erase_by", r.EraseBy, string(report.Admin), string(report.Officer))
	for i, clock := range r.Clocks {
		key := entry("rights.clocks", i)
		c.require(!clock.From.IsZero(), key+".from", texts.ConfigDateMissing())
		c.between(key+".acknowledge_workdays", clock.Acknowledge, 1, 60)
		c.between(key+".correct_days", clock.Correct, 1, 365)
		c.between(key+".withdraw_days", clock.Withdraw, 1, 365)
		c.between(key+".erase_days", clock.Erase, 1, 365)
	}
}

// limits are Telegram's. Another server, such as an emulator, may have none:
// then all three are 0.
func (c *check) limits(cfg Config) {
	l := cfg.Limits
	if l == (Limits{}) && cfg.Telegram.OwnServer() {
		return
	}
	c.require(l.PerSecond > 0 && l.PerSecond <= 30, "limits.per_second", texts.SettingAboveZero(30))
	c.require(l.PerChat > 0 && l.PerChat <= 5, "limits.per_chat", texts.SettingAboveZero(5))
	c.between("limits.per_minute_group", l.PerMinuteGroup, 1, 20)
}

// addresses checks what the program listens on.
func (c *check) addresses(cfg Config) {
	hook := cfg.Telegram.Webhook.Listen
	for key, address := range map[string]string{"listen": cfg.Listen, "telegram.webhook.listen": hook} {
		if address == "" {
			continue
		}
		_, port, err := net.SplitHostPort(address)
		n, portErr := strconv.Atoi(port)
		c.require(err == nil && portErr == nil && n >= 0 && n <= 65535, key, texts.BadListen(address))
	}
	c.require(cfg.Listen == "" || cfg.Listen != hook || strings.HasSuffix(hook, ":0"), "listen", texts.SameListen(hook))
}

// heartbeat checks who is told that the program moves, and how often.
func (c *check) heartbeat(h HeartbeatSetting) {
	if h.URL.Empty() {
		return
	}
	schemes := []string{"https"}
	if u, err := url.Parse(h.URL.Reveal()); err == nil && nearby(u.Hostname()) {
		schemes = append(schemes, "http")
	}
	c.url("heartbeat.url", h.URL.Reveal(), schemes...)
	c.require(h.Every >= Span(10*time.Second) && h.Every <= Span(time.Hour), "heartbeat.every", texts.BadHeartbeat())
}

// nearby reports whether a host is in the house, where nobody reads along.
func nearby(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && (ip.IsLoopback() || ip.IsPrivate())
}

func (c *check) filled(key, value string) {
	c.require(strings.TrimSpace(value) != "", key, texts.SettingMissing())
}

func (c *check) oneOf(key, value string, choices ...string) {
	c.require(slices.Contains(choices, value), key, texts.SettingOneOf(choices, letters.Nearest(value, choices)))
}

func (c *check) between(key string, n, least, most int) {
	c.require(n >= least && n <= most, key, texts.SettingRange(least, most))
}

// entry names the i-th entry of a list; people count from 1.
func entry(list string, i int) string { return list + "[" + strconv.Itoa(i+1) + "]" }
