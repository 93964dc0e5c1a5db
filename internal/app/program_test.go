package app

import (
	"context"
	"errors"
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// A slowNetwork answers nothing. Setting the webhook ends a second after it was
// given up, all else at once.
type slowNetwork struct {
	setting  chan struct{} // closed when the webhook is being set
	underWay atomic.Int64
}

func (n *slowNetwork) Do(r *http.Request) (*http.Response, error) {
	n.underWay.Add(1)
	defer n.underWay.Add(-1)
	slow := strings.HasSuffix(r.URL.Path, "/setWebhook")
	if slow {
		close(n.setting)
	}
	<-r.Context().Done()
	if slow {
		time.Sleep(time.Second)
	}
	return nil, errors.New("no network")
}

// Whatever was started has ended when Run returns, the setting of a webhook
// too: also if the address to listen on is taken.
func TestRunEndsWhatItStarted(t *testing.T) {
	for name, taken := range map[string]bool{"stopped": false, "address taken": true} {
		t.Run(name, func(t *testing.T) {
			cfg := bubbleConfig()
			dir := t.TempDir()
			cfg.Storage.Path, cfg.Backup.Path = filepath.Join(dir, "data"), filepath.Join(dir, "backups")
			cfg.Telegram.Mode, cfg.Telegram.Webhook = "webhook", Webhook{Listen: "127.0.0.1:0", URL: "https://bot.example.org/hook"}
			if taken {
				l, err := net.Listen("tcp", "127.0.0.1:0")
				if err != nil {
					t.Fatal(err)
				}
				defer func() { _ = l.Close() }()
				cfg.Telegram.Webhook.Listen = l.Addr().String()
			}
			synctest.Test(t, func(t *testing.T) {
				network := &slowNetwork{setting: make(chan struct{})}
				p, err := NewProgram(cfg, Outside{Token: NewSecret(bubbleToken), WebhookSecret: NewSecret("hook-secret"), HTTP: network})
				if err != nil {
					t.Fatal(err)
				}
				defer func() { _ = p.Close() }()
				ctx, stop := context.WithCancel(t.Context())
				defer stop()
				ended := make(chan error, 1)
				go func() { ended <- p.Run(ctx) }()
				if !taken {
					<-network.setting
					stop()
				}
				if err := <-ended; (err != nil) != taken {
					t.Errorf("ended with %v", err)
				}
				if n := network.underWay.Load(); n != 0 {
					t.Errorf("%d calls are still under way", n)
				}
			})
		})
	}
}
