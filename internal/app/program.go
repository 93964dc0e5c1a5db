package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"sync"
	"sync/atomic"
	"time"

	"guongsang/handlers"
	"guongsang/handlers/turn"
	"guongsang/internal/clerk"
	"guongsang/internal/courier"
	"guongsang/internal/files"
	"guongsang/internal/importer"
	"guongsang/internal/pdf"
	"guongsang/internal/privacy"
	"guongsang/internal/publisher"
	"guongsang/internal/report"
	"guongsang/internal/telegram"
	"guongsang/internal/texts"
	"guongsang/internal/watch"
	"guongsang/scheduler"
	"guongsang/storage"
	"guongsang/storage/disk"
)

// A Program is the whole bot: every part, made from the configuration and the
// few things that come from outside.
type Program struct {
	cfg       Config
	outside   Outside
	store     *storage.Store       // what is remembered
	client    *telegram.Client     // the way to Telegram
	poller    *telegram.Poller     // Telegram -> inbox, by asking
	webhook   *telegram.Webhook    // Telegram -> inbox, by being told; one of the two
	desk      *handlers.Desk       // inbox -> records and outbox
	sender    *courier.Sender      // outbox -> Telegram
	fetcher   *telegram.Fetcher    // files that people send -> the house
	began     time.Time            // when it was put together
	known     string               // the bot's user name as last heard in an earlier run
	scheduler *scheduler.Scheduler // records -> what is due -> outbox
	clerk     *clerk.Clerk         // documents that were asked for -> outbox
	importer  *importer.Importer   // lists of units that were sent -> inbox
	copying   sync.Mutex           // held while a backup is made
	moves     *watch.Moves         // whether all of that moves
	phase     atomic.Int32         // of Run: see phase
}

// Outside is what a program does not find in its configuration.
type Outside struct {
	Token         Secret
	WebhookSecret Secret
	HTTP          telegram.Doer    // nil: a real network
	Now           func() time.Time // nil: time.Now; the demo shifts it
	Log           *slog.Logger     // nil: nothing is logged
	Systemd       watch.Systemd    // whom it is told how the service is; the zero value tells nobody
	// Sums tell one configuration from another, part by part: see Sums. Nil: it is not
	// noted what changed.
	Sums map[string]string
	// FindPDF finds LibreOffice; nil: nobody looks for it, and no PDF is made.
	FindPDF FindPDF
	// Verify reads all records of a store that nobody holds; nil: here, where damage can
	// end the program.
	Verify func(ctx context.Context, path string) error
	// Free is how many bytes can still be written on the disk of a folder; nil:
	// the disk is asked.
	Free func(dir string) (uint64, error)
}

// NewProgram opens the store and puts the parts together. Nothing runs yet;
// Close lets the store go.
func NewProgram(cfg Config, outside Outside) (*Program, error) {
	if outside.Now == nil {
		outside.Now = time.Now
	}
	if outside.Verify == nil {
		outside.Verify = func(_ context.Context, path string) error { return storage.VerifyFile(path) }
	}
	if outside.Free == nil {
		outside.Free = files.Free
	}
	if outside.Log == nil {
		outside.Log = slog.New(slog.DiscardHandler)
	}
	outside.Log = slog.New(telegram.RedactingHandler(outside.Log.Handler(), outside.Token.Reveal(), outside.WebhookSecret.Reveal()))
	p := &Program{cfg: cfg, outside: outside, began: outside.Now()}
	if err := p.connect(); err != nil {
		return nil, err
	}
	papers, err := cfg.Papers(outside.Log, outside.FindPDF)
	if err != nil {
		return nil, err
	}
	store, err := storage.Open(cfg.Storage.Path, cfg.Rules())
	if err != nil {
		return nil, err
	}
	p.store = store
	for _, older := range disk.Older(cfg.Storage.Path) {
		outside.Log.Info("the store was brought to this version; the older one is kept until the next backup", "copy", older, "version", disk.Version)
	}
	if err := pdf.Sweep(cfg.pdfHome()); err != nil {
		outside.Log.Error("conversions to PDF", "err", err)
	}
	if cfg.Training {
		store.Train()
	}
	if err := store.AsBot(outside.Now(), p.client.Account()); err != nil {
		return nil, errors.Join(err, store.Close())
	}
	if outside.Sums != nil {
		if err := store.NoteSettings(outside.Now(), outside.Sums); err != nil {
			return nil, errors.Join(err, store.Close())
		}
	}
	if p.known, err = store.BotName(); err != nil {
		return nil, errors.Join(fmt.Errorf("reading the bot's user name: %w", err), store.Close())
	}
	p.assemble(papers)
	return p, nil
}

func (p *Program) connect() (err error) {
	p.client, err = telegram.New(telegram.Options{
		Token:    p.outside.Token.Reveal(),
		APIURL:   p.cfg.Telegram.APIURL,
		ProxyURL: p.cfg.Telegram.ProxyURL.Reveal(),
		HTTP:     p.outside.HTTP,
		Now:      p.outside.Now,
		Log:      p.outside.Log,
	})
	return err
}

func (p *Program) assemble(papers clerk.Papers) {
	p.poller = telegram.NewPoller(p.client, p.store, p.tellOfGap)
	p.webhook = telegram.NewWebhook(p.client, p.store, p.cfg.Telegram.Webhook.URL, p.outside.WebhookSecret.Reveal())
	p.sender = courier.NewSender(p.client, p.store, courier.Options{
		Limits: p.cfg.Limits.sending(),
		Now:    p.outside.Now,
		Log:    p.outside.Log,
	})
	p.fetcher = telegram.NewFetcher(p.client, p.store)
	p.desk = &handlers.Desk{
		Decode: telegram.Decode,
		Now:    p.outside.Now,
		Rules:  p.cfg.Rules(),
		Office: p.cfg.Office(),
		Bot:    p.BotName,
		Log:    p.outside.Log,
		Options: handlers.Options{
			Leaders:   privacy.Audience(p.cfg.Privacy.Leaders),
			SnoozeAt:  p.cfg.Reminders.SnoozeAt.Duration(),
			ReturnDue: p.cfg.ReturnedDueWorkdays,
			Themes:    p.cfg.Themes,
			Approval:  turn.ApprovalBy(p.cfg.Approval),
			Health:    p.health,
			Retention: p.cfg.Retention.years(),

			OfficersErase: p.cfg.Rights.EraseBy == string(report.Officer),
			PDFMissing:    p.cfg.Documents.missing(p.outside.FindPDF),
			Backups:       func(now time.Time) texts.BackupsLeft { return BackupsLeft(p.cfg, now) },
		},
	}
	p.scheduler = &scheduler.Scheduler{
		Store:   p.store,
		Ladder:  p.cfg.Ladder(),
		Digests: p.cfg.digests(),
		Leaders: privacy.Audience(p.cfg.Privacy.Leaders),
		Picture: p.cfg.deadlinePicture(),
		Backup:  scheduler.Backup{When: p.cfg.Backup.Cron.Schedule, Make: p.backupDue},
		Drill:   scheduler.Drill{When: p.cfg.Backup.Drill.Schedule, Do: p.drillDue},
		Office:  p.cfg.Office(),
		Encode:  telegram.EncodeEvent,
		Log:     p.outside.Log,
		Publish: func(now time.Time) error {
			return publisher.Publisher{Office: p.cfg.Office(), Rules: p.cfg.Rules()}.Tick(p.store, now)
		},
		Postings: func(tx *storage.Snapshot) ([]time.Time, error) {
			return publisher.Publisher{Office: p.cfg.Office(), Rules: p.cfg.Rules()}.Ahead(tx)
		},
		Rights: func(now time.Time) error { return p.cfg.Eraser().Remind(p.store, now) },
	}
	p.importer = &importer.Importer{
		Store:  p.store,
		Encode: telegram.EncodeEvent,
		Now:    p.outside.Now,
		Log:    p.outside.Log,
	}
	p.clerk = &clerk.Clerk{
		Store:  p.store,
		Office: p.cfg.Office(),
		Papers: papers,
		Now:    p.outside.Now,
		Log:    p.outside.Log,
		Erase:  p.erase,
	}
	if p.cfg.Backup.Path != "" {
		p.clerk.Backup = p.backup
	}
	p.moves = &watch.Moves{Store: p.store, Sends: p.sender.Sends}
	if p.cfg.Telegram.Mode != "webhook" {
		p.moves.Answered = p.lastAnswer
	}
}

// CheckToken is telegram.ErrRefused if Telegram knows no bot with this token.
func (p *Program) CheckToken(ctx context.Context) error { return p.client.CheckToken(ctx) }

// Close lets the store go, smaller if most of its file is free. Run must have
// returned.
func (p *Program) Close() error {
	c, err := p.store.CloseCompacted()
	if c.After > 0 {
		p.outside.Log.Info("store compacted", "before", c.Before, "after", c.After)
	}
	return err
}

// Run works until ctx ends, and stops within five seconds after: first what
// brings work in, then the hands that do it, then the sender. What is left
// waits in the inbox and the outbox.
func (p *Program) Run(ctx context.Context) error {
	if err := p.store.Rescue(p.outside.Now()); err != nil {
		return fmt.Errorf("settling what the last run left: %w", err)
	}
	if err := disk.SweepBackups(p.cfg.Backup.Path); err != nil {
		p.outside.Log.Warn("half a backup stays", "err", err)
	}
	if err := SweepTries(); err != nil {
		p.outside.Log.Warn("a backup that was tried stays", "err", err)
	}
	// What came before the last stop is answered before anything new is taken.
	if err := p.desk.Drain(ctx, p.store); err != nil {
		return fmt.Errorf("working off the inbox: %w", err)
	}
	ctx, fail := context.WithCancelCause(ctx)
	defer fail(nil)
	sending, stopSending := context.WithCancel(context.WithoutCancel(ctx))
	defer stopSending()

	var out, in sync.WaitGroup
	out.Go(func() {
		if err := p.sender.Run(sending); err != nil {
			fail(err)
		}
	})
	in.Go(func() { p.desk.Run(ctx, p.store) })
	in.Go(func() { p.scheduler.Run(ctx, p.outside.Now) })
	in.Go(func() { p.fetcher.Run(ctx) })
	in.Go(func() { p.clerk.Run(ctx) })
	in.Go(func() { p.importer.Run(ctx) })
	in.Go(func() { p.introduce(ctx) })
	in.Go(func() { p.seekChannel(ctx) })
	in.Go(func() { p.careForDisk(ctx) })
	in.Go(func() {
		select {
		case <-p.store.Damaged():
			fail(p.store.Damage())
		case <-ctx.Done():
		}
	})
	in.Go(func() {
		if err := p.takeIn(ctx); err != nil {
			fail(err)
		}
	})
	in.Go(func() {
		if err := p.outside.Systemd.Run(ctx, p.moves, p.outside.Now); err != nil {
			p.outside.Log.Warn("systemd not told", "err", err)
		}
	})
	if h := p.cfg.Heartbeat; !h.URL.Empty() {
		beats := watch.Heartbeat{URL: h.URL.Reveal(), Every: h.Every.Duration(), Moves: p.moves, Now: p.outside.Now, Log: p.outside.Log}
		if proxy, err := url.Parse(p.cfg.Telegram.ProxyURL.Reveal()); err == nil && proxy.Host != "" {
			beats.Proxy = proxy
		}
		in.Go(func() { beats.Run(ctx) })
	}
	if p.cfg.Listen != "" { // it is asked while the program stops, too
		out.Go(func() {
			if err := serve(sending, p.statusServer()); err != nil {
				fail(err)
			}
		})
	}
	p.phase.Store(running)
	<-ctx.Done()
	p.phase.Store(stopping)
	in.Wait()
	stopSending()
	out.Wait()
	if cause := context.Cause(ctx); !errors.Is(cause, context.Canceled) {
		return cause
	}
	return nil
}

// takeIn brings updates into the inbox, in the way that is configured.
func (p *Program) takeIn(ctx context.Context) error {
	if p.cfg.Telegram.Mode != "webhook" {
		p.poller.Run(ctx)
		return nil
	}
	hook := p.cfg.Telegram.Webhook
	ctx, stop := context.WithCancel(ctx)
	var registering sync.WaitGroup
	registering.Go(func() { p.webhook.Register(ctx) })
	err := serve(ctx, p.webhook.Server(hook.Listen))
	stop()
	registering.Wait()
	return err
}

// serve runs an HTTP server until ctx ends.
func serve(ctx context.Context, server *http.Server) error {
	ctx, stop := context.WithCancel(ctx)
	var stopping sync.WaitGroup
	stopping.Go(func() {
		<-ctx.Done()
		grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
		defer cancel()
		_ = server.Shutdown(grace)
	})
	err := server.ListenAndServe()
	stop()
	stopping.Wait()
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return fmt.Errorf("serving on %s: %w", server.Addr, err)
}

// introduce learns the bot's user name, which links in invites need, and shows
// its commands.
func (p *Program) introduce(ctx context.Context) {
	p.client.Introduce(ctx, profile())
	name := p.client.Username()
	if known, err := p.store.BotName(); name == "" || err == nil && known == name {
		return
	}
	if err := p.store.PutBotName(p.outside.Now(), name); err != nil {
		p.outside.Log.Warn("bot's user name not kept", "err", err)
	}
}

// tellOfGap tells the admins that Telegram threw updates away, because the bot
// was gone for longer than it keeps them.
func (p *Program) tellOfGap(from, to time.Time) {
	err := p.store.Update(p.outside.Now(), func(tx *storage.Tx) error {
		return tx.TellAdmins(fmt.Sprintf("gap/%d", to.Unix()), storage.Reply, p.cfg.Office().Gap(from, to))
	})
	if err != nil {
		p.outside.Log.Error("telling the admins of an outage", "err", err)
	}
}

// profile is what Telegram shows of the bot itself.
func profile() telegram.Profile {
	var commands []telegram.Command
	for _, c := range texts.Commands() {
		commands = append(commands, telegram.Command{Name: c[0], Text: c[1]})
	}
	return telegram.Profile{Commands: commands, Description: texts.BotDescription(), Short: texts.BotShort()}
}
