package handlers

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"guongsang/internal/publisher"
	"guongsang/internal/report"
	"guongsang/storage"
)

// publication sets how what was chosen is published: "channel=-1001 wait=24h
// approval=self".
func (h *house) publication(settings string) {
	h.t.Helper()
	rule := report.PublicationRule{Wait: 24 * time.Hour, Leave: report.ByLeader}
	for setting := range strings.FieldsSeq(settings) {
		key, value, _ := strings.Cut(setting, "=")
		var err error
		switch key {
		case "channel":
			rule.Channel = value
			h.people["Kênh"], err = strconv.ParseInt(value, 10, 64)
		case "wait":
			rule.Wait, err = time.ParseDuration(value)
		case "approval":
			rule.Leave = report.Leave(value)
		}
		if err != nil {
			h.t.Fatal(err)
		}
	}
	h.desk.Rules.Publication = rule
}

// publish does what the clock does of publications, twice: what became of what the first
// tick put out is seen by the second.
func (h *house) publish() {
	h.t.Helper()
	p := publisher.Publisher{Office: h.desk.Office, Rules: h.desk.Rules}
	h.refs, h.held = append(h.refs, h.held...), nil
	h.deliver()
	for range 2 {
		if err := p.Tick(h.store, h.now); err != nil {
			h.t.Fatal(err)
		}
		h.deliver()
	}
}

// copied brings photos into the house, with the copies that may leave it.
func (h *house) copied(uniques []string) {
	h.t.Helper()
	for _, unique := range uniques {
		hash, err := h.store.PutMedia(fmt.Appendf(nil, "photo %s as it came", unique))
		if err = errors.Join(err, h.store.PutCopy(hash, fmt.Appendf(nil, "copy of %s", unique))); err != nil {
			h.t.Fatal(err)
		}
		h.change(func(tx *storage.Tx) error { return tx.PutMedia(unique, hash) })
	}
}

// queued is the first half of that.
func (h *house) queued() {
	h.t.Helper()
	p := publisher.Publisher{Office: h.desk.Office, Rules: h.desk.Rules}
	if err := p.Tick(h.store, h.now); err != nil {
		h.t.Fatal(err)
	}
	h.held, h.refs = h.refs, nil
}
