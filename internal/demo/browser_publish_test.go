package demo

import (
	"fmt"

	"guongsang/internal/demotexts"
	"guongsang/internal/texts"
)

// holdsPublished walks from phone to phone of the scene in which introductions have
// come to the public: the channel shows albums and is only read, a link leads to it,
// and the head and the leader have the last word.
func holdsPublished(v *visitor) {
	people := v.people()
	v.scene("published")
	title, _ := demotexts.Channel()
	ask[bool](v, "opened", title)
	if n := eval[int](v, `document.querySelectorAll(".chat.active .group.photo").length`); n != 2 {
		v.Errorf("%d albums in the channel", n)
	}
	if writes := eval[bool](v, `document.querySelector(".chat.active textarea").offsetParent !== null`); writes {
		v.Error("one can write in the channel")
	}
	v.none("measure.tooWide()")
	eval[any](v, `document.querySelector(".chat.active .messages").scrollTo(0, 0)`)
	v.picture("guide-channel")

	v.open(people.head)
	v.sees("Lò Văn Chiêng")
	v.picture("guide-head")
	v.press(texts.ToApprove)
	v.hears("Đã duyệt và gửi")

	v.open(people.leader)
	v.press(texts.LabelFull)
	v.hears("Lao xuống suối")
	v.picture("guide-leader")
	v.press(texts.LabelApprove)
	v.hears("đã duyệt đăng")

	v.open(people.officer)
	v.sees("Lò Văn Chiêng")
	v.scroll(`.chat.active .message:last-child`, "end")
	v.picture("guide-card")
	v.press(texts.LabelOpenPublicity)
	v.hears("đã duyệt, chưa đăng")
	v.press(texts.LabelPost)
	v.hears("trong thời gian chờ đăng")
	v.picture("guide-publicity")
	v.missing()
	v.picture("guide-remind")

	v.open(people.model)
	v.sees("guongsang_demo")
	v.scroll(".chat.active .to-channel", "center")
	v.picture("guide-thanks")
	v.tap("at", ".chat.active .messages .to-channel")
	ask[bool](v, "opened", title)
}

// scroll brings something into view.
func (v *visitor) scroll(selector, block string) {
	v.Helper()
	eval[any](v, fmt.Sprintf(`[...document.querySelectorAll(%q)].at(-1).scrollIntoView({ block: %q, behavior: "instant" })`, selector, block))
}

// missing opens what an officer can do about those that have not sent.
func (v *visitor) missing() {
	v.Helper()
	v.say(texts.WordSituation)
	v.hears("Tổng hợp")
	v.press(eval[string](v, `[...document.querySelectorAll(".chat.active .inline")].map((b) => b.innerText).findLast((says) => says.startsWith("`+demotexts.MissingList()+`"))`))
	v.hears("chưa gửi")
	v.press(texts.LabelDeal)
	v.hears("")
	v.press(texts.LabelRemindNow)
	v.hears("Nhắc ngay?")
}
