package simulation

import (
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"guongsang/internal/emulator"
)

// However often an answer is lost, or the program ends before it has noted one, what was sent
// comes once more each time; without such a cause it does not.
func TestEachCopyHasItsCause(t *testing.T) {
	const accepted, receipt = "Gương G-2026-0156 (Tẩn A Hương) đã được Phòng Văn hóa tiếp nhận.", "✅ " + saysReceipt + "G-2026-0156\n8 giờ"
	for _, test := range []struct {
		happens string // x: the answer is lost, /: half of it is; o: it comes; k: the program ends; space: a while passes
		wrong   bool
	}{
		{"o", false}, {"xxxxo", false}, {"//o", false}, {"oko", false}, {"xokoko", false}, {"xko", false}, {"x o", false},
		{"oo", true}, {"o o", true}, {"xoo", true}, {"xkoo", true}, {"o ko", true}, {"oko ko", true},
	} {
		for _, text := range []string{accepted, receipt} {
			synctest.Test(t, func(t *testing.T) {
				p := New(nil, NewDice(1))
				telegram := emulator.New(emulator.Options{Token: "1:a"})
				telegram.Person(7, "Lan").Start("")
				began := time.Now()
				for _, what := range test.happens {
					time.Sleep(10 * time.Millisecond)
					switch what {
					case ' ':
						time.Sleep(time.Minute)
					case 'k':
						p.ended = append(p.ended, time.Now())
					case 'x':
						telegram.AddFault(emulator.Fault{Times: 1, Action: emulator.DropAfter()})
					case '/':
						telegram.AddFault(emulator.Fault{Times: 1, Action: emulator.TruncatedJSON()})
					}
					if what != ' ' && what != 'k' {
						send(telegram, 7, text)
					}
				}
				p.judgeCopies(telegram.Calls(), began)
				if (p.fault != nil) != test.wrong {
					t.Errorf("%q of %q: %v", test.happens, text, p.fault)
				}
			})
		}
	}
}

// send has the bot say something, whatever comes of it.
func send(telegram *emulator.Server, chat int64, text string) {
	form := url.Values{"chat_id": {fmt.Sprint(chat)}, "text": {text}}
	answer, err := telegram.Client().Do(post("https://api.telegram.org/bot1:a/sendMessage", form))
	if err == nil {
		_, _ = io.Copy(io.Discard, answer.Body)
	}
}

func post(to string, form url.Values) *http.Request {
	r, err := http.NewRequest(http.MethodPost, to, strings.NewReader(form.Encode()))
	if err != nil {
		panic(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return r
}
