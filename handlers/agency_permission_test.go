package handlers

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"guongsang/handlers/agency"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/invite"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// forged are buttons as an officer could have them, for every verb of the
// agency.
var forged = map[string][]string{
	"pick": {"pick:inv:PT001", "pick:see:PT001", "pick:rec:PT001", "pick:ext:PT001", "pick:pau:PT001"},
	"invu": {"invu"}, "inv": {"inv:PT001:first"}, "invr": {"invr:officer", "invr:leader", "invr:admin"},
	"invb": {"invb:0"}, "invk": {"invk:" + turn.BlockKey("Khối 1")}, "invh": {"invh:" + turn.BlockKey("Khối 1")},
	"inva": {"inva", "inva:" + turn.BlockKey("Khối 1")}, "invs": {"invs", "invs:" + turn.BlockKey("Khối 1")},
	"invl": {"invl:0"}, "invx": {"invx:" + strings.Repeat("0", 16)},
	"unit": {"unit:PT001"}, "uncon": {"uncon:0"}, "unitx": {"unitx"}, "unitt": {"unitt"},
	"unita": {"unita:x:y"}, "unitd": {"unitd"},
	"rm": {"rm:101:focal:PT001", "rm:102:officer:"}, "rmok": {"rmok:101:focal:PT001", "rmok:102:officer:"},
	"hand": {"hand:PT001"}, "leave": {"leave:PT001"}, "leaveok": {"leaveok:PT001"},
	"queue": {"queue:0"}, "card": {"card:G-2026-0001"}, "full": {"full:G-2026-0001"}, "pics": {"pics:G-2026-0001"},
	"acc": {"acc:G-2026-0001:1"}, "ret": {"ret:G-2026-0001:1"}, "retp": {"retp:G-2026-0001:1:0"},
	"retd": {"retd:G-2026-0001:1:2"}, "reto": {"reto:G-2026-0001:1:2"},
	"bhp": {"bhp:PT001:2026-11"}, "bhc": {"bhc:PT001:2026-11:zalo"}, "bhw": {"bhw:PT001:2026-11:zalo:1794187800"},
	"bhx": {"bhx:PT001:2026-11:zalo:1794187800"}, "bhn": {"bhn:PT001:2026-11:zalo:1794187800"},
	"exs": {"exs:a"}, "exb": {"exb:0"}, "exk": {"exk:" + turn.BlockKey("Khối 1")}, "exu": {"exu"}, "exp": {"exp:a:2026-11"},
	"exd": {"exd:a:2026-11:2026-11-25"}, "exr": {"exr:a:2026-11:2026-11-25"}, "exok": {"exok:a:2026-11:2026-11-25"},
	"pau": {"pau:PT001:2026-11"}, "pauok": {"pauok:PT001:2026-11"}, "unp": {"unp:PT001:2026-11"},
	"dig":    {"dig:2026-11:main:0", "dig:2026-11:gap:0", "dig:2026-11:new:0"},
	"papers": {"papers:2026-11", "papers:2026-Q4"}, "praise": {"praise:G-2026-0001"},
	"paper": {"paper:report:2026-11", "paper:urge:2026-11", "paper:workbook:2026-11", "paper:board:2026-Q4", "paper:chart:2026-11", "paper:letter:2026-11", "paper::"},
}

// officeWith makes a house in which everything that forged buttons speak of is
// there: a unit with its focal point, an officer, an example, an open invite.
func officeWith(t *testing.T) *house {
	t.Helper()
	h := newHouse(t)
	h.unit("PT001", "Trường Hoa Ban", "month quarter")
	h.unit("PT002", "Xã Dào San", "month")
	h.member("Lan", "focal PT001") // 101
	h.member("Hạnh", "officer")    // 102
	h.member("Tú", "focal PT002")
	h.member("Sơn", "head PT002")
	h.member("Thủy", "leader")
	h.member("Bình", "blockhead Khối 2")
	h.change(func(tx *storage.Tx) error {
		_, i := invite.Issue(report.Post{Role: report.Leader}, h.id("Hạnh"), h.now)
		i.Hash = strings.Repeat("0", 64)
		if err := tx.PutInvite(i); err != nil {
			return err
		}
		_, err := tx.NewExample(report.Example{
			Unit: "PT001", By: h.id("Lan"), Periods: []report.Period{{Duty: report.Month, Year: 2026, Number: 11}}, Review: report.Received,
			Sent: h.now, Received: h.now, Content: report.Content{Category: report.GoodDeed, Object: report.Person, Name: "Lò Văn A.", Title: "Bí mật của đơn vị khác"},
		})
		return err
	})
	h.out.Reset()
	return h
}

func TestEveryVerbOfTheAgencyIsForged(t *testing.T) {
	for _, r := range agency.Routes() {
		if _, ok := forged[string(r.Verb)]; !ok && r.Verb != "" {
			t.Errorf("no forged button for verb %q", r.Verb)
		}
	}
}

// Nobody outside the agency gets anything by a forged button: nothing changes,
// nothing of another unit is shown, and the press is answered.
func TestForgedButtonsAreRefused(t *testing.T) {
	for _, who := range []string{"stranger", "Tú", "Sơn", "Thủy", "Bình"} {
		h := officeWith(t)
		for name, buttons := range forged {
			if who == "Thủy" && slices.Contains(leaders, name) {
				continue
			}
			for _, data := range buttons {
				refused(t, h, who, data)
			}
		}
	}
}

// leaders are the verbs of the agency that leaders may use as well.
var leaders = []string{digest.VerbShow, digest.VerbPapers, "paper"}

func refused(t *testing.T, h *house, who, data string) {
	t.Helper()
	before := h.records()
	h.out.Reset()
	h.message++
	h.do(h.id(who), chat.Event{Kind: chat.Pressed, MessageID: h.message, Press: chat.Press{Data: data}})
	if after := h.records(); after != before {
		t.Fatalf("%s by %s: records changed\nbefore %s\nafter  %s", data, who, before, after)
	}
	got := h.out.String()
	if who != "stranger" && got != "! "+who+": "+texts.Stale()+"\n" {
		t.Errorf("%s by %s answered with:\n%s", data, who, got)
	}
	for _, secret := range []string{"Hoa Ban", "PT001", "G-2026", "Lan", "Bí mật"} {
		if strings.Contains(got, secret) {
			t.Errorf("%s by %s shows %q:\n%s", data, who, secret, got)
		}
	}
}

// records is everything of the store that a press could change.
func (h *house) records() string {
	h.t.Helper()
	var all []any
	keep := func(v any, err error) {
		if err != nil {
			h.t.Fatal(err)
		}
		all = append(all, v)
	}
	p := report.Period{Duty: report.Month, Year: 2026, Number: 11}
	h.look(func(tx *storage.Tx) error {
		all = nil
		invites, err := tx.Invites()
		slices.SortFunc(invites, func(a, b report.Invite) int { return strings.Compare(a.Hash, b.Hash) })
		keep(invites, err)
		keep(tx.Members())
		keep(tx.ExamplesIn(p))
		keep(tx.Waiting())
		keep(tx.FilingsIn(p))
		keep(tx.Extensions(p))
		keep(tx.Standings(p))
		keep(tx.AuditLines())
		keep(tx.Fetches())
		keep(tx.Jobs())
		keep(tx.Directory().Units(), nil)
		for _, m := range []string{"Lan", "Hạnh", "Tú", "Sơn", "Thủy", "Bình", "stranger"} {
			keep(tx.Drafts(h.id(m)))
		}
		return nil
	})
	b, err := json.Marshal(all)
	if err != nil {
		h.t.Fatal(err)
	}
	return string(b)
}

// An officer who is no admin has no say over the agency's own posts.
func TestOfficerHasNoSayOverTheAgency(t *testing.T) {
	for _, data := range []string{"invr:officer", "invr:admin", "rm:102:officer:", "rmok:105:leader:", "invx:" + strings.Repeat("0", 16)} {
		h := officeWith(t)
		before := h.records()
		h.do(h.id("Hạnh"), chat.Event{Kind: chat.Pressed, MessageID: 1, Press: chat.Press{Data: data}})
		if h.records() != before || !strings.Contains(h.out.String(), texts.Stale()) {
			t.Errorf("%s: %s", data, h.out.String())
		}
	}
}

// The words of the agency's menu get a member of another role a polite
// refusal, and a stranger nothing of the house.
func TestWordsOfOtherRoles(t *testing.T) {
	for _, word := range []string{"Chờ xem", "Ghi nhận thay", "Gia hạn", "Tạm dừng", "Mời", "Quản trị", "/moi", "/choxem"} {
		for _, who := range []string{"Tú", "Thủy", "Sơn", "stranger"} {
			h := officeWith(t)
			before := h.records()
			h.say(who, word)
			want := h.desk.Office.NotForYou()
			if who == "stranger" {
				want = h.desk.Office.Stranger()
			}
			if h.records() != before || h.last(who).Text != want {
				t.Errorf("%s by %s: %s", word, who, h.out.String())
			}
		}
	}
}
