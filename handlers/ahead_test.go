package handlers

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"guongsang/storage"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// What an introduction may repeat is looked for beside the writer: who then writes finds it,
// and looks at nothing but what was sent meanwhile. So it is still told when there is
// nothing left to be found.
func TestWhatIsAlikeIsFoundBesideTheWriter(t *testing.T) {
	told := func(name, place string) string {
		return "Loại: Người tốt việc tốt\\nĐối tượng: Cá nhân\\nHọ tên: " + name + "\\nSinh năm: 1980\\nNơi ở: " + place + "\\nTiêu đề: Giúp bà con\\n" +
			"Việc làm: Từ năm 2017 đến nay, ở lại điểm trường Huổi Lặc, đến từng nhà vận động, mua thêm chăn màn cho các cháu, 32 trẻ của bản đều ra lớp.\\nĐồng ý: 1"
	}
	for name, test := range map[string]struct {
		who   string
		asks  func(*house) string
		warns string
	}{
		"accept": {"Hạnh", func(*house) string { return "acc:G-2026-0003:1" }, "G-2026-0002"},
		"take":   {"Hạnh", func(*house) string { return "take:G-2026-0003:1" }, "G-2026-0002"},
		"send": {"Lan", func(h *house) string {
			d := h.draft()
			return fmt.Sprintf("d.send:%d:%d:2026-11", d.ID, d.Version)
		}, "G-2026-0002"},
		"preview": {"Lan", func(h *house) string {
			d := h.draft()
			return fmt.Sprintf("d.review:%d:%d", d.ID, d.Version)
		}, "G-2026-0002"},
	} {
		h := newHouse(t)
		for _, line := range []string{
			"+ unit PT001 | Trường Hoa Ban | month", "+ unit PT002 | Xã Dào San | month",
			"+ member Lan | focal PT001", "+ member Tú | focal PT002", "+ member Hạnh | officer",
			"> Tú: " + told("Giàng A Minh", "bản Sin Chải"), "> Tú: [Gửi]", "> Tú: " + told("Lò Văn Ánh", "bản Nà Cúng"), "> Tú: [Gửi]",
			"> Tú: " + told("Lò Văn Ánh", "bản Nà Cúng"), "> Tú: [Gửi]", "> Tú: [Vẫn gửi]", "> Lan: " + told("Lò Văn Ánh", "bản Nà Cúng"),
		} {
			h.play(line)
		}
		h.change(func(tx *storage.Tx) error { // after which no look goes on that was kept
			e, err := tx.Example("G-2026-0001")
			if err == nil {
				_, err = tx.NewVersion(e)
			}
			return err
		})
		item, beside := h.readFor(test.who, pressing(test.asks(h)), 9_001)
		if !beside {
			t.Errorf("%s: nothing is found beside the writer", name)
		}
		h.change(func(tx *storage.Tx) error {
			var keys [][]byte
			err := kv.Each(tx, layout.BucketTraits, nil, func(k, _ []byte) error {
				keys = append(keys, slices.Clone(k))
				return nil
			})
			for _, k := range keys[1 : len(keys)-1] { // it goes on between the first and the last
				if err == nil {
					err = kv.Delete(tx, layout.BucketTraits, k)
				}
			}
			return err
		})
		h.change(func(tx *storage.Tx) error { return h.desk.Handle(tx, item) })
		if said := strings.Join(h.waiting(h.id(test.who)), "\n"); !strings.Contains(said, test.warns) {
			t.Errorf("%s: not told: %s\n%s", name, said, h.out.String())
		}
	}
}
