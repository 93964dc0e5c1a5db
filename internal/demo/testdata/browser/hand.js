// What a person at the page sees and where that person presses, for the browser
// tests. Nothing here acts: the tests tap and type through the browser itself,
// at the place that hand.place gives.
window.hand = (() => {
  const patience = window.handPatience; // ms that anything on the page may take
  const glance = 10;

  // until gives the first answer of look that is not false, or says what (a text
  // or what gives it) was waited for in vain. What plays a whole month is given times as long.
  async function until(what, look, times = 1) {
    const end = performance.now() + times * patience;
    for (;;) {
      const answer = await look();
      if (answer) return answer;
      if (performance.now() > end) throw new Error(`waited in vain for ${what.call ? what() : what}`);
      await new Promise((on) => setTimeout(on, glance));
    }
  }

  const shown = (node) => Boolean(node?.isConnected && node.checkVisibility({ visibilityProperty: true }) && node.getBoundingClientRect().width);
  const words = (node) => (node?.innerText || node?.textContent || "").trim();
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // bare is a label without its number or mark, as texts.Bare has it.
  const bare = (label) => label.replace(/^[0-9.·✓✅☑▫⬅➡↩✏➕💾❌\ufe0f\s]+/u, "");

  const chat = () => document.querySelector(".chat.active") || document.querySelector(".chat");

  // messages are those of the chat that is open, as they are drawn.
  function messages(of = chat()) {
    return all(".message", of).map((node) => {
      const whole = node.closest(".group") || node;
      return {
        id: node.dataset.id, bot: node.classList.contains("bot"), text: whole.querySelector(".text")?.textContent || "",
        buttons: all(".inline", node).map(words), files: all("a.file", node).map((a) => a.download), photos: all(".picture img", node).length,
      };
    });
  }

  let known = new Map();
  const key = (m) => `${chat().dataset.chat} ${m.id}`;

  // mark remembers what is there; fresh is what came or changed since.
  function mark() { known = new Map(messages().map((m) => [key(m), JSON.stringify(m)])); }
  const fresh = () => messages().filter((m) => m.bot && known.get(key(m)) !== JSON.stringify(m));

  // The things that are pressed, by what a person calls them.
  const things = {
    at: (selector) => all(selector).find(shown),
    named: (selector, label) => all(selector).find((node) => shown(node) && words(node) === label),
    person: (name) => all(".person").find((node) => shown(node) && words(node.querySelector(".who b")) === name),
    answer: (label) => all(".message .inline", chat()).findLast((node) => bare(words(node)) === bare(label)),
    file: (ending) => all(".message a.file", chat()).findLast((node) => node.download.endsWith(ending)),
    key: (label) => all(".reply-keyboard button", chat()).find((node) => shown(node) && words(node) === label),
    chat: (selector) => all(selector, chat()).find(shown),
  };

  // aim is the thing that is about to be pressed, and whether the press reached it.
  let aim = { hit: () => true };

  // aimAt listens at a thing for its press. One that a press takes off the page
  // was reached even if no click follows.
  function aimAt(node) {
    let down = false, clicked = false;
    node.addEventListener("pointerdown", () => { down = true; }, { once: true, capture: true });
    node.addEventListener("click", () => { clicked = true; }, { once: true, capture: true });
    aim = { hit: () => clicked || (down && !node.isConnected) };
  }

  // hit tells whether the press reached what it was aimed at. What moves between
  // the look and the press is missed, by a person too. A finger's click comes a
  // little after the finger.
  async function hit() {
    for (const end = performance.now() + 1000; !aim.hit() && performance.now() < end;) await new Promise((on) => setTimeout(on, glance));
    return aim.hit();
  }

  // place brings a thing into view and gives its middle once it rests there
  // and nothing lies above it.
  async function place(kind, ...name) {
    let before = "", hindered = "";
    return until(() => `${kind} ${name.join(" ")} to be pressed: ${hindered}`, () => {
      const node = things[kind](...name);
      hindered = "it is not there";
      if (!node) return null;
      const box = node.getBoundingClientRect();
      const at = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      const top = document.elementFromPoint(at.x, at.y);
      if (!top || !node.contains(top)) {
        node.scrollIntoView({ block: "center", behavior: "instant" });
        before = "";
        hindered = `it lies under ${top?.outerHTML.slice(0, 200)}`;
        return null;
      }
      const now = JSON.stringify(box);
      const rests = now === before;
      before = now;
      hindered = rests ? "it is switched off" : "it moves";
      if (!rests || node.disabled) return null;
      aimAt(node);
      return at;
    });
  }

  return {
    place, hit, mark, messages,
    there: (kind, ...name) => Boolean(things[kind](...name)),

    // opened waits for a person's chat.
    opened: (name) => until(`the chat of ${name}`, () => {
      const open = chat();
      return open && words(open.querySelector(".chat-head h2")) === name && !open.querySelector("[aria-busy]") && shown(open);
    }),
    // hears waits for a message of the bot that is new or changed.
    hears: (text) => until(`the bot to say “${text}”`, () => fresh().findLast((m) => m.text.includes(text))),
    // reads waits for a message that says so, however old it is.
    reads: (text) => until(`“${text}” in the chat`, () => messages().findLast((m) => m.text.includes(text))),
    has: (text) => messages().some((m) => m.text.includes(text)),
    photos: (n) => until(`${n} photos`, () => messages().reduce((sum, m) => sum + m.photos, 0) >= n),
    text: (selector, says) => until(`“${says}” at ${selector}`, () => words(document.querySelector(selector)).includes(says)),
    gone: (selector) => until(`${selector} to be gone`, () => !all(selector).some(shown)),
    // rests waits until the order that was given is done.
    rests: () => until("the order to be done", () => !document.body.matches(".busy, .opening"), 4),
    // tourAt waits for a step of the tour.
    tourAt: (step) => until(`step ${step} of the tour`, () => words(document.getElementById("tour-step")) === step, 4),
    unit: (period, code, state) => until(`unit ${code} to be ${state}`, () => document.querySelector(`.period[data-period="${period}"] .unit[data-code="${code}"]`)?.dataset.state === state),
    begun: (scene) => until(`the scene ${scene}`, () => document.querySelector(`#scenes button[data-scene="${scene}"]`)?.getAttribute("aria-current") === "true"),
    // answered presses a button within the page, for the clock's sake, and gives
    // the ms until the answer is drawn: the frame in which it stands has begun.
    answered: (label) => new Promise((done) => {
      const list = chat().querySelector(".list");
      mark();
      let begin = 0;
      const watch = new MutationObserver(() => {
        if (!fresh().length) return;
        watch.disconnect();
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin)));
      });
      watch.observe(list, { childList: true, subtree: true, characterData: true });
      begin = performance.now();
      things.answer(label).click();
    }),
    says: (selector) => words(document.querySelector(selector)),
    until,
  };
})();
