package demo

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"guongsang/internal/demotexts"
	"guongsang/internal/texts"
)

// TestBrowserPage holds what the page owes everybody who uses it, whatever the
// bot says.
func TestBrowserPage(t *testing.T) {
	chromium := startChromium(t)
	wide := look{"1720", 1720, 1000, false}
	for _, c := range []struct {
		name string
		look look
		hold func(*visitor)
	}{
		{"keyboard", desktop, holdsKeyboard},
		{"late scene", desktop, inLateScene(deskPictures, holdsRoles, holdsRoom, holdsContrast, made(look{"900", 900, 700, false}, holdsRoom))},
		{"late scene on a phone", handset, inLateScene(holdsRoom, holdsContrast)},
		{"first view", desktop, holdsFirstView},
		{"first view on a phone", handset, holdsFirstView},
		{"first view on a small phone", look{"360", 360, 640, true}, holdsFirstView},
		{"first view in a narrow window", look{"800", 800, 900, false}, holdsFirstView},
		{"undo", desktop, holdsUndo},
		{"choices", desktop, holdsChoices},
		{"tour", desktop, holdsTour},
		{"published", handset, holdsPublished},
		{"two chats", wide, holdsTwoChats},
		{"link", desktop, holdsLink},
		{"network", handset, holdsNetwork},
		{"reload", desktop, holdsReload},
		{"draft", desktop, holdsDraft},
		{"restart", desktop, holdsRestart},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			v := visit(t, chromium, openWebsite(t), c.look)
			c.hold(v)
			v.content()
		})
	}
}

// ---- the keyboard alone

func holdsKeyboard(v *visitor) {
	people := v.people()
	v.tabTo(".person", false)
	v.keys(kb.Home + kb.ArrowDown)
	second := eval[string](v, `document.activeElement.querySelector("b").textContent`)
	v.keys(kb.Enter)
	ask[bool](v, "opened", second)

	v.tabTo(".person", true)
	v.keys(kb.Home)
	v.walk(kb.ArrowDown, people.focal)
	v.keys(kb.Enter)
	ask[bool](v, "opened", people.focal)
	v.focused("textarea")
	ask[any](v, "mark")
	v.keys(texts.LabelIntroduce + kb.Enter)
	v.hears(texts.AskCategory())
	v.tabTo(".message .inline", true)
	v.walk(kb.ArrowDown, "Người tốt việc tốt")
	ask[any](v, "mark")
	v.keys(kb.Enter)
	v.hears("Bước 2")
	v.say("/riengtu") // the answer has nothing to press
	v.hears("dữ liệu")
	v.holdsStops()

	v.tabTo("#add-phone", true)
	v.keys(kb.Enter)
	v.focused("#phone-dialog input[name=name]")
	v.keys(kb.Escape)
	ask[bool](v, "gone", "#phone-dialog")
	v.focused("#add-phone")
}

// tabTo goes on with the Tab key, or back, to something.
func (v *visitor) tabTo(selector string, back bool) {
	v.Helper()
	var modifiers []chromedp.Modifier
	if back {
		modifiers = append(modifiers, chromedp.ModifierShift)
	}
	for range 150 {
		v.keys(kb.Tab, modifiers...)
		if eval[bool](v, fmt.Sprintf(`document.activeElement.matches(%q)`, selector)) {
			return
		}
	}
	v.give("the Tab key does not reach %s", selector)
}

// walk goes on with a key to the thing that says something.
func (v *visitor) walk(key, says string, modifiers ...chromedp.Modifier) {
	v.Helper()
	for range 50 {
		if strings.Contains(eval[string](v, `document.activeElement.innerText`), says) {
			return
		}
		v.keys(key, modifiers...)
	}
	v.give("the keys do not reach %s", says)
}

func (v *visitor) focused(selector string) {
	v.Helper()
	eval[bool](v, fmt.Sprintf(`hand.until("the focus at %[1]s", () => document.activeElement.matches(%[1]q))`, selector))
}

// cast are the people whom the tests open.
type cast struct{ officer, leader, head, focal, school, model string }

func (v *visitor) people() cast {
	v.Helper()
	s, err := loadStory()
	if err != nil {
		v.Fatal(err)
	}
	return cast{s.Officer, s.Leader, s.Heads["PT056"], s.People["PT058"], s.People["PT083"], s.People["PT064"]}
}

// scene begins one of the scenes.
func (v *visitor) scene(id string) {
	v.Helper()
	v.view("desk")
	if !v.look.phone && v.look.wide < 1280 {
		v.on("#desk-toggle")
	}
	v.tap("at", fmt.Sprintf("#scenes button[data-scene=%q]", id))
	v.agree(id)
	v.rests()
	ask[bool](v, "begun", id)
}

// agree says yes where the page asks before a scene is left for another.
func (v *visitor) agree(id string) {
	v.Helper()
	eval[any](v, fmt.Sprintf(`hand.until("a question, or the scene", () => document.querySelector("#ask[open], body.busy, #scenes [data-scene=%s][aria-current=true]")).then(() => document.querySelector("#ask[open] .answers button")?.click())`, id))
}

// ---- the first view

// holdsFirstView holds that one sees whose phone this is and what to press, that
// the messages have room, and that whoever types or goes on with the Tab key is
// soon in the message field.
func holdsFirstView(v *visitor) {
	who := eval[string](v, `document.querySelector(".chat-head h2").textContent`)
	if says := eval[string](v, `document.getElementById("welcome").innerText`); !strings.Contains(says, who) || !strings.Contains(says, "Bấm") {
		v.Errorf("the phone of %s: the first view says %q", who, says)
	}
	if share := eval[float64](v, `document.querySelector(".messages").clientHeight / innerHeight`); share < .5 {
		v.Errorf("messages have %.2f of the height", share)
	}
	v.holdsStops()
	steps := 0
	for eval[bool](v, `!document.activeElement.matches("textarea")`) {
		if steps++; steps > 10 {
			v.give("the Tab key does not reach the message field in 10 steps")
		}
		v.keys(kb.Tab)
	}
	v.on("#language")
	v.keys("xin")
	if left := eval[string](v, `document.querySelector("textarea").value`); left != "xin" {
		v.Errorf("typed beside the field: it has %q", left)
	}
}

// holdsStops holds that no message but the newest has a stop of the Tab key.
func (v *visitor) holdsStops() {
	v.Helper()
	const older = `[...document.querySelectorAll(".messages button, .messages a, .messages .spoiler")].filter((n) => n.tabIndex >= 0 && !document.querySelector(".messages > * > :last-child").contains(n)).length`
	if n := eval[int](v, older); n > 0 {
		v.Errorf("%d stops of the Tab key in older messages", n)
	}
}

// holdsUndo leaves a scene in which something was done: one is asked first, and
// may go back.
func holdsUndo(v *visitor) {
	focal := v.people().focal
	v.open(focal)
	v.say(texts.WordNow)
	v.on("#restart")
	eval[any](v, `hand.until("the question", () => document.querySelector("#ask[open] .answers button:last-child")).then((no) => no.click())`)
	v.sees(texts.WordNow)
	v.scene("overdue")
	v.on("#restart") // nothing was done here: it begins at once, at the very beginning
	v.rests()
	ask[bool](v, "begun", "start")
	v.on("#undo")
	v.rests()
	ask[bool](v, "begun", "overdue")
	v.on("#undo")
	v.rests()
	ask[bool](v, "begun", "start")
}

// ---- the page with much to show

// inLateScene holds things where much has happened.
func inLateScene(holds ...func(*visitor)) func(*visitor) {
	return func(v *visitor) {
		v.none("measure.tooWide()")
		v.scene("overdue")
		v.none("measure.tooWide()")
		for _, hold := range holds {
			hold(v)
		}
	}
}

// made holds things when the window was made smaller.
func made(l look, hold func(*visitor)) func(*visitor) {
	return func(v *visitor) {
		v.look = l
		v.do(chromedp.EmulateViewport(l.wide, l.high, chromedp.EmulateScale(1)))
		v.rests()
		hold(v)
	}
}

// ---- for those who hear the page

func holdsRoles(v *visitor) {
	v.open(v.people().officer)
	roles := v.tree(v.look.name)
	for _, role := range []string{"main", "navigation", "complementary", "log", "banner"} {
		if !slices.Contains(roles, role) {
			v.Errorf("nothing on the page is a %s", role)
		}
	}
	if lang := eval[string](v, `document.documentElement.lang`); lang != "vi" {
		v.Errorf("the language of the page is %q", lang)
	}
	if live := eval[string](v, `document.querySelector("[role=log]").getAttribute("aria-live")`); live != "polite" {
		v.Errorf("the log is %q", live)
	}
	for _, check := range []string{"twice", "loose"} {
		v.none("measure." + check + "()")
	}
	v.inPhoneDialog(func() {
		v.tree("dialog")
		v.none("measure.twice()")
	})
}

// inPhoneDialog looks at something while the window for a new phone is open.
func (v *visitor) inPhoneDialog(look func()) {
	v.Helper()
	v.on("#add-phone")
	v.focused("#phone-dialog input[name=name]")
	look()
	v.keys(kb.Escape)
	ask[bool](v, "gone", "#phone-dialog")
}

// tree is every role on the page; what is pressed or filled in has a name.
func (v *visitor) tree(where string) (roles []string) {
	v.Helper()
	whole := protocol(v, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	for _, node := range whole.Nodes {
		role := axWords(node.Role)
		roles = append(roles, role)
		switch role {
		case "button", "link", "textbox", "searchbox", "combobox", "radio", "tab", "menuitem", "slider", "image", "dialog":
			if !node.Ignored && axWords(node.Name) == "" {
				v.Errorf("%s: a %s has no name (element %d)", where, role, node.BackendDOMNodeID)
			}
		}
	}
	return roles
}

func axWords(value *accessibility.Value) string {
	if value == nil {
		return ""
	}
	return strings.Trim(string(value.Value), `"`)
}

// none holds that a list of what is wrong is empty.
func (v *visitor) none(expression string) {
	v.Helper()
	for _, wrong := range eval[[]string](v, expression) {
		v.Errorf("%s at %s: %s", strings.TrimSuffix(expression, "()"), v.look.name, wrong)
	}
}

// ---- room

func holdsRoom(v *visitor) {
	people := v.people()
	for _, name := range []string{people.officer, people.leader, people.school} {
		v.open(name)
		v.none("measure.tooWide()")
	}
	v.view("people")
	v.none("measure.tooWide()")
	v.inPhoneDialog(func() { v.none("measure.tooWide()") })
}

// ---- language and colours

func holdsChoices(v *visitor) {
	labels := demotexts.PageLabels()
	says := func(language string) {
		v.Helper()
		ask[bool](v, "text", "#clock-deadline", labels[language]["clock_deadline"])
		ask[bool](v, "text", "#add-phone", labels[language]["add_phone"])
		if lang := eval[string](v, `document.documentElement.lang`); lang != language {
			v.Errorf("the language of the page is %q", lang)
		}
	}
	says("vi")
	v.on("#language")
	says("en")
	v.reload()
	says("en")
	v.on("#language")
	says("vi")

	theme := func() string { return eval[string](v, `document.documentElement.dataset.theme`) }
	before, ground := theme(), eval[string](v, `getComputedStyle(document.body).backgroundColor`)
	v.on("#theme")
	if after := theme(); after == before {
		v.Errorf("the theme stays %s", after)
	}
	if now := eval[string](v, `getComputedStyle(document.body).backgroundColor`); now == ground {
		v.Errorf("the page stays %s", now)
	}
	v.reload()
	if after := theme(); after == before {
		v.Errorf("the theme is %s again after a reload", after)
	}
}

func (v *visitor) reload() {
	v.Helper()
	v.do(chromedp.Reload())
	v.rests()
}

func holdsContrast(v *visitor) {
	people := v.people()
	for range 2 {
		for _, name := range []string{people.officer, people.leader, people.school} {
			v.open(name)
			v.none("measure.faint()")
		}
		for _, view := range []string{"people", "desk"} {
			v.view(view)
			v.none("measure.faint()")
		}
		v.view("people")
		v.inPhoneDialog(func() { v.none("measure.faint()") })
		v.on("#theme")
	}
}

// ---- the tour

// The tempo of the tour is fast, but slow enough for every step to be seen, and
// slower where a hand is to stop it for a picture.
const (
	tourTempo    = 25
	pictureTempo = 5
)

func holdsTour(v *visitor) {
	v.site.tour.mu.Lock()
	v.site.tour.speed = tourTempo
	if *update {
		v.site.tour.speed = pictureTempo
	}
	v.site.tour.mu.Unlock()
	eval[any](v, `(() => {
		const says = document.getElementById("tour-text");
		window.told = [];
		new MutationObserver(() => { if (says.textContent !== told.at(-1)) told.push(says.textContent); }).observe(says, { childList: true, characterData: true, subtree: true });
	})()`)
	v.on("#tour-start")
	steps := tourSteps()
	v.tourPictures(steps)
	ask[bool](v, "tourAt", fmt.Sprintf("%d/%d", len(steps), len(steps)))
	told := eval[[]string](v, "told")
	for _, step := range steps {
		if _, says := demotexts.Tour(step.id); !slices.Contains(told, says) {
			v.Errorf("step %s was not told", step.id)
		}
	}
	v.sees("Word")
	v.on("#tour-stop")
	ask[bool](v, "gone", "#tour")
}

// ---- several chats

func holdsTwoChats(v *visitor) {
	boxes := eval[[][2]float64](v, `[...document.querySelectorAll(".chat")].map((c) => { const b = c.getBoundingClientRect(); return [b.left, b.right]; })`)
	if len(boxes) != 2 || boxes[0][1] > boxes[1][0] || boxes[0][1]-boxes[0][0] < 400 || boxes[1][1]-boxes[1][0] < 400 {
		v.Fatalf("two chats side by side are at %v", boxes)
	}
	v.none("measure.tooWide()")
	// What is sent at one phone is seen at the other without a touch.
	s, err := loadStory()
	if err != nil {
		v.Fatal(err)
	}
	example := exampleOf(v, s, "PT083")
	v.open(s.People["PT083"])
	v.tap("at", ".chat:not(.active) textarea")
	v.open(s.Officer)
	v.open(s.People["PT083"])
	v.introduce(example)
	eval[bool](v, fmt.Sprintf(`hand.until("the card beside", () => document.querySelector(".chat:not(.active) .messages").textContent.includes(%q))`, example.Title))
	// What looks like markup is text.
	v.say(`<b>đậm</b><img src=x onerror="fail()"> & "ngoặc"`)
	v.sees(`<b>đậm</b><img src=x onerror="fail()"> & "ngoặc"`)
}

// holdsLink follows the link of an invite that an officer makes in the chat.
func holdsLink(v *visitor) {
	const unit, name = "PT013", "Vàng Thị Chở"
	v.open(v.people().officer)
	v.key(texts.WordInvite)
	v.hears(texts.InviteMenu())
	v.press(texts.LabelInviteUnit)
	v.hears(texts.AskForUnit())
	v.say(unit)
	v.hears("vai trò nào")
	v.press(texts.LabelFirstFocal)
	v.hears("?start=")
	v.tap("named", ".message button.link", eval[string](v, `[...document.querySelectorAll(".message button.link")].at(-1).innerText`))
	v.tap("named", "#ask button", demotexts.PageLabels()["vi"]["link_new"])
	v.tap("at", "#phone-dialog input[name=name]")
	v.keys(name + kb.Enter)
	ask[bool](v, "opened", name)
	ask[any](v, "mark")
	v.tap("chat", ".start")
	v.hears(unit)
}

// ---- what can go wrong

func holdsNetwork(v *visitor) {
	sent := func() int { return eval[int](v, `Number(document.getElementById("outbox-sent").textContent)`) }
	waiting := func(what, test string) {
		v.Helper()
		eval[bool](v, fmt.Sprintf(`hand.until(%q, () => { const n = Number(document.getElementById("outbox-waiting").textContent); return %s; })`, what, test))
	}
	v.view("desk")
	v.on("#fault-down")
	v.rests()
	before := sent()
	v.clock("next") // the first event of the month is a reminder
	waiting("messages to wait", "n > 0")
	if now := sent(); now != before {
		v.Errorf("%d messages got through without a network", now-before)
	}
	v.on("#fault-down")
	waiting("the outbox to be empty", "n === 0")
	eval[bool](v, fmt.Sprintf(`hand.until("messages to be sent", () => Number(document.getElementById("outbox-sent").textContent) > %d)`, before))
	v.open(v.people().focal)
	v.sees("Nhắc gửi gương tháng 11")
}

func holdsReload(v *visitor) {
	name := v.people().focal
	v.open(name)
	v.say(texts.LabelIntroduce)
	v.hears(texts.AskCategory())
	before := eval[string](v, `JSON.stringify(hand.messages())`)
	now := ask[string](v, "says", "#day-now")
	v.reload()
	ask[bool](v, "opened", name)
	v.sees(texts.AskCategory())
	if after := eval[string](v, `JSON.stringify(hand.messages())`); after != before {
		v.Errorf("before the reload %s, after it %s", before, after)
	}
	if after := ask[string](v, "says", "#day-now"); after != now {
		v.Errorf("the day was %s and is %s", now, after)
	}
}

// holdsDraft types and does not send: the page may be loaded anew, but another
// scene has other people.
func holdsDraft(v *visitor) {
	const typed = "Tôi đang viết dở"
	fields := `[...document.querySelectorAll("textarea")].map((f) => f.value).join("")`
	v.open(v.people().focal)
	v.tap("chat", "textarea")
	v.keys(typed)
	v.reload()
	ask[bool](v, "opened", v.people().focal)
	if left := eval[string](v, fields); left != typed {
		v.Errorf("after a reload the field has %q", left)
	}
	v.scene("child")
	if left := eval[string](v, fields); left != "" {
		v.Errorf("in another scene the fields have %q", left)
	}
	s, err := loadStory()
	if err != nil {
		v.Fatal(err)
	}
	ask[bool](v, "opened", s.People["PT078"]) // whose phone the scene is about
}

// holdsRestart ends the server below the page and starts another.
func holdsRestart(v *visitor) {
	v.open(v.people().focal)
	v.site.stop()
	eval[bool](v, `hand.until("the page to say that it is alone", () => !document.getElementById("offline").hidden)`)
	v.site.start(v)
	ask[bool](v, "gone", "#offline")
	v.forgive() // requests that nobody answered
	v.say(texts.LabelIntroduce)
	v.hears(texts.AskCategory())
}
