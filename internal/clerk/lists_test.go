package clerk

import (
	"errors"
	"strings"
	"testing"

	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

// introduceSecrets stores examples of the secrets, in a review and with a proposal.
func (r *room) introduceSecrets(review report.Review, proposal report.Proposal) {
	r.update(func(tx *storage.Tx) error {
		for _, s := range secrets {
			c := s.content
			c.Category = report.GoodDeed
			c.More = report.More{Proposal: proposal, Cleared: "Lò Thị Kiểm", Phone: "0900 000 011", AuthorPhone: "0900 000 012"}
			_, err := tx.NewExample(report.Example{Unit: "U01", Periods: []report.Period{november}, Review: review, Sent: r.now, Received: r.now, Content: c})
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// What has names that not everybody may read is handed over to who asked for it, once,
// and the log says to whom; of other documents it says nothing.
func TestInternalPapersAreAudited(t *testing.T) {
	r := newRoom(t, 3)
	r.introduceSecrets(report.Accepted, report.Certificate)
	for _, kind := range []string{Annex, Nominees, Report} {
		r.ask(storage.Job{Kind: kind, Key: "asked/" + kind})
	}
	r.works()
	r.restart()
	r.works()
	r.want(r.carried(r.sent()), []string{
		"asked/annex/1: phu-luc-noi-bo-2026-11.docx", "asked/nominees/1: danh-sach-trich-ngang-2026-11.docx", "asked/report/1: bao-cao-2026-11.docx",
	})
	var logged []string
	r.update(func(tx *storage.Tx) error {
		page, err := tx.AuditLog(records.AuditQuery{}, 100)
		for _, line := range page.Lines {
			if line.Did == report.InternalPaperMade {
				if line.By != reader || line.Ref.Period != november {
					t.Errorf("%+v", line)
				}
				logged = append(logged, line.Ref.How)
			}
		}
		return err
	})
	r.want(logged, []string{Nominees, Annex})
}

// Each list has what its readers may see, and is not made of nothing.
func TestListsOfAPeriod(t *testing.T) {
	for _, c := range []struct {
		review   report.Review
		proposal report.Proposal
		names    map[string]bool // whether a list is made
	}{
		{report.Accepted, report.Certificate, map[string]bool{Annex: true, Nominees: true, Press: false}},
		{report.Selected, report.OnlyPublicity, map[string]bool{Annex: true, Nominees: false, Press: false}},
		{report.Received, report.Certificate, map[string]bool{Annex: false, Nominees: false, Press: false}},
		{report.Returned, report.HigherLevel, map[string]bool{Annex: false, Nominees: false, Press: false}},
	} {
		r := newRoom(t, 3)
		r.introduceSecrets(c.review, c.proposal)
		for kind, want := range c.names {
			files, err := r.Papers.Make(t.Context(), r.Store, r.now, Order{Kind: kind, Period: november})
			if want != (err == nil) || !want && !errors.Is(err, ErrNothing) {
				t.Errorf("%s of examples that are %s with %q: %v", kind, c.review, c.proposal, err)
			}
			if err != nil {
				continue
			}
			said := spoken(t, files[0].Data)
			for _, name := range []string{"lo van pan", "giang a minh", "sung a de", "luu hanh noi bo"} {
				if !strings.Contains(said, " "+name+" ") {
					t.Errorf("%s does not have %q", kind, name)
				}
			}
			for _, never := range []string{"0900 000 011", "0900 000 012"} {
				if strings.Contains(said, never) {
					t.Errorf("%s has the number %s", kind, never)
				}
			}
			if cleared := strings.Contains(said, "lo thi kiem xac nhan"); cleared != (kind == Nominees) {
				t.Errorf("%s says who cleared: %t", kind, cleared)
			}
		}
	}
}

// Whom nobody is told of there is no list for, and who asked hears why.
func TestNobodyForThePress(t *testing.T) {
	r := newRoom(t, 3)
	r.introduceSecrets(report.Accepted, report.Certificate)
	r.ask(storage.Job{Kind: Press, Key: "press"})
	r.works()
	rows := r.sent()
	if len(rows) != 1 || rows[0].Message.Text != texts.PaperEmpty(Press) {
		t.Errorf("%+v", rows)
	}
}
