// Package floor is what the speed of the program is measured against: a bare
// bot as the library's README shows it, with the emulated Telegram in which
// both it and the program run while they are measured (package emulator, a copy
// of internal/emulator without what saves it to disk).
//
// It asks the program's questions and keeps the answers: one bbolt Update an
// answer, then SendMessage, and no guarantees. An update that comes while it
// stops is lost, one that comes twice is answered twice.
//
// Nothing here changes any more: a ratio to the floor means the same in each
// year. A test in bot holds the files to their sum.
package floor

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"time"

	"github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
	bolt "go.etcd.io/bbolt"

	"guongsang/bot/testdata/floor/emulator"
)

// Greeting is what the bot says to /start.
const Greeting = "Kính chào anh/chị!"

// A Question is what the bot says at a step, and the buttons under it.
type Question struct {
	Text    string
	buttons []string
}

const askSummary = "Tóm tắt việc làm nổi bật (50–300 chữ): làm gì, ở đâu, khi nào, kết quả cụ thể ra sao? Viết người thật, việc thật.\n" +
	"Ví dụ: Vận động 32 hộ hiến 1.200 m² đất làm đường bản"

// Questions are what the bot says to the answers of the form, one after the
// other.
var Questions = [...]Question{
	{"Gương thuộc loại nào?", []string{"1. Điển hình tiên tiến", "2. Người tốt việc tốt", "3. Mô hình mới", "Quay lại", "Hủy"}},
	{"Đối tượng được giới thiệu là ai?", []string{"1. Cá nhân", "2. Tập thể", "3. Hộ gia đình", "Quay lại", "Hủy"}},
	{"Họ và tên người được giới thiệu? Ghi đầy đủ, có dấu, không viết tắt.\nVí dụ: Lò Thị Xuân An", []string{"Quay lại", "Hủy"}},
	{"Đơn vị công tác hoặc nơi ở? Ghi bản (tổ dân phố) và xã, không ghi số nhà.\nVí dụ: Trạm Y tế xã; hoặc: bản Nà Cúng", []string{"Quay lại", "Hủy"}},
	{"Tên gương, tiêu đề ngắn (tối đa 120 ký tự)?\nVí dụ: Hiến 320 m² đất ruộng mở rộng đường bản", []string{"Quay lại", "Hủy"}},
	{askSummary, []string{"Quay lại", "Hủy"}},
	{"Người được giới thiệu đã biết và đồng ý cho đăng họ tên và hình ảnh để tuyên truyền chưa?", []string{"1. Tên và ảnh", "2. Chỉ tên", "3. Chưa", "Quay lại", "Hủy"}},
	{"Vui lòng kiểm tra trước khi gửi\n" + askSummary, []string{"Gửi", "Sửa", "Bổ sung thêm", "Lưu nháp", "Hủy"}},
	{"Đã tiếp nhận.\n" + askSummary, []string{"Xem gương này", "Gửi gương"}},
}

// A Bot runs from New to Stop.
type Bot struct {
	File string // its store

	db      *bolt.DB
	cancel  context.CancelFunc
	running sync.WaitGroup

	mu   sync.Mutex
	errs []error
}

// record is what the bot keeps of a person.
type record struct {
	Step    int
	Answers [len(Questions)]string
}

// New starts a bot with its store in a folder.
func New(srv *emulator.Server, token, folder string) (*Bot, error) {
	f := &Bot{File: filepath.Join(folder, "bare.db")}
	var err error
	if f.db, err = bolt.Open(f.File, 0o600, &bolt.Options{Timeout: time.Second, FreelistType: bolt.FreelistMapType}); err != nil {
		return nil, err
	}
	b, err := bot.New(token, bot.WithSkipGetMe(), bot.WithServerURL("http://bare"), bot.WithHTTPClient(time.Minute, srv.Client()),
		bot.WithDefaultHandler(f.handle))
	if err != nil {
		return nil, errors.Join(err, f.db.Close())
	}
	ctx, cancel := context.WithCancel(context.Background())
	f.cancel = cancel
	f.running.Go(func() { b.Start(ctx) })
	return f, nil
}

// Stop ends the bot and says what went wrong while it ran.
func (f *Bot) Stop() error {
	f.cancel()
	f.running.Wait()
	f.note(f.db.Close())
	return errors.Join(f.errs...)
}

func (f *Bot) note(err error) {
	if err == nil {
		return
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.errs = append(f.errs, err)
}

func (f *Bot) handle(ctx context.Context, b *bot.Bot, update *models.Update) {
	question := Question{Text: Greeting}
	if update.Message.Text != "/start" {
		step, err := f.keep(update.Message.Chat.ID, update.Message.Text)
		f.note(err)
		question = Questions[step]
	}
	var keys [][]models.InlineKeyboardButton
	for i, label := range question.buttons {
		keys = append(keys, []models.InlineKeyboardButton{{Text: label, CallbackData: fmt.Sprintf("pick:%d", i)}})
	}
	params := bot.SendMessageParams{ChatID: update.Message.Chat.ID, Text: question.Text}
	if keys != nil {
		params.ReplyMarkup = models.InlineKeyboardMarkup{InlineKeyboard: keys}
	}
	_, err := b.SendMessage(ctx, &params)
	f.note(err)
}

// keep writes an answer down and says at which step it was given.
func (f *Bot) keep(who int64, answer string) (step int, err error) {
	err = f.db.Update(func(tx *bolt.Tx) error {
		bucket, err := tx.CreateBucketIfNotExists([]byte("records"))
		if err != nil {
			return err
		}
		var r record
		k := fmt.Append(nil, who)
		if v := bucket.Get(k); v != nil {
			if err := json.Unmarshal(v, &r); err != nil {
				return err
			}
		}
		step = r.Step
		r.Answers[step], r.Step = answer, (step+1)%len(r.Answers)
		v, err := json.Marshal(r)
		if err != nil {
			return err
		}
		return bucket.Put(k, v)
	})
	return step, err
}
