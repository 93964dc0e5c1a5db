package app

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"guongsang/internal/report"
	"guongsang/storage"
)

// What was typed wrong on the command line is said in the operator's words, and nothing is
// recorded.
func TestEnterSaysWhatIsWrong(t *testing.T) {
	inTown(t, "2026-11-19 09:00", func(c *town) {
		c.stop()
		c.until("2026-11-21 10:00")
		store, err := storage.Open(c.cfg.Storage.Path, c.cfg.Rules())
		c.must(err)
		written := func(name string, b []byte) string {
			path := filepath.Join(t.TempDir(), name)
			c.must(os.WriteFile(path, b, 0o600))
			return path
		}
		whole := map[string]string{
			"category": "2", "object": "1", "name": "Tẩn A Páo", "place": "bản Nà Cúng", "title": "Đỡ đẻ trong đêm",
			"summary": "Đi bộ 12 km trong đêm mưa để đỡ đẻ an toàn.", "consent": "Đồng ý nêu tên và ảnh",
		}
		for name, wrong := range map[string]func(*EntryRequest){
			"no unit":                  func(r *EntryRequest) { r.Unit = "" },
			"a unit that is not there": func(r *EntryRequest) { r.Unit = "PT999" },
			"no period":                func(r *EntryRequest) { r.Period = "" },
			"a month 13":               func(r *EntryRequest) { r.Period = "2026-13" },
			"a period far off":         func(r *EntryRequest) { r.Period = "2031-01" },
			"a duty it has not":        func(r *EntryRequest) { r.Period = "2026-H1" },
			"no way":                   func(r *EntryRequest) { r.How = "" },
			"a way of its own":         func(r *EntryRequest) { r.How = "fax" },
			"no moment":                func(r *EntryRequest) { r.At = "lúc nào đó" },
			"tomorrow":                 func(r *EntryRequest) { r.At = "22/11/2026 08:00" },
			"a year ago":               func(r *EntryRequest) { r.At = "22/11/2025 08:00" },
			"nobody of that name":      func(r *EntryRequest) { r.By = "Không Có" },
			"somebody of a unit":       func(r *EntryRequest) { r.By = "An" },
			"nil, and an example":      func(r *EntryRequest) { r.Nil = true },
			"nothing at all":           func(r *EntryRequest) { r.Answers = nil },
			"no such file":             func(r *EntryRequest) { r.File = "không-có.docx" },
			"a file beyond bounds": func(r *EntryRequest) {
				r.File = written("a.txt", nil)
				c.must(os.Truncate(r.File, 1<<30))
			},
			"a folder":                 func(r *EntryRequest) { r.File = t.TempDir() },
			"no Word file":             func(r *EntryRequest) { r.File = written("a.docx", []byte("%PDF-1.7")) },
			"an empty file":            func(r *EntryRequest) { r.File = written("a.docx", nil) },
			"a text in no letters":     func(r *EntryRequest) { r.File = written("a.txt", []byte("H\xe1 t\xean\x00\xff")) },
			"an empty text":            func(r *EntryRequest) { r.File, r.Answers = written("a.txt", nil), nil },
			"no name":                  func(r *EntryRequest) { delete(r.Answers, "name") },
			"no consent":               func(r *EntryRequest) { delete(r.Answers, "consent") },
			"a consent not understood": func(r *EntryRequest) { r.Answers["consent"] = "có lẽ" },
			"a kind not understood":    func(r *EntryRequest) { r.Answers["category"] = "9" },
			"a year not understood":    func(r *EntryRequest) { r.Answers["born"] = "1799" },
			"a citizen's number":       func(r *EntryRequest) { r.Answers["name"] = "012085001234" },
		} {
			r := EntryRequest{Unit: "PT1", Period: "2026-11", How: "zalo", At: "20/11/2026 16:00", By: "Hạnh", Answers: map[string]string{}}
			for key, text := range whole {
				r.Answers[key] = text
			}
			wrong(&r)
			said, err := Enter(context.Background(), c.cfg, store, c.now(), slog.New(slog.DiscardHandler), r)
			var says OperatorError
			switch {
			case err == nil:
				t.Errorf("%s: recorded: %s", name, said)
			case !errors.As(err, &says) || strings.TrimSpace(says.Error()) == "":
				t.Errorf("%s: %T %v", name, err, err)
			}
		}
		c.must(store.View(c.now(), func(tx *storage.Snapshot) error {
			st, err := tx.Standing("PT1", november)
			if st.State == report.OnTime {
				t.Errorf("recorded: %+v", st)
			}
			return err
		}))
		c.must(store.Close())
		c.start()
	})
}
