// A chat: what is known of it, and the pane that shows it as a phone would.

import { app, arrows, ask, avatar, calm, copyText, el, get, icon, person, popup, post, remember, remembered, roving, setText, t } from "./base.js";
import { drawGroup, excerpt, groupsOf, keyOf } from "./message.js";
import { chooseFiles } from "./files.js";

// What was typed and not sent, by chat; it outlives the page too.
let drafts = JSON.parse(remembered("drafts", "sessionStorage") || "{}");
const keepDrafts = () => remember("drafts", JSON.stringify(drafts), "sessionStorage");
export const draftOf = (id) => drafts[id] || "";
export const forgetDrafts = () => { drafts = {}; keepDrafts(); };

// A Chat is what is known of one phone's chat with the bot. It outlives its
// pane, so that drafts and what was read stay.
export class Chat {
  constructor(id) {
    this.id = id;
    this.messages = new Map();
    this.loaded = false;
    this.reading = 0;
    this.touched = new Map(); // what events did while the chat is read
    this.keyboardUsed = 0; // message whose one-time keyboard was used
  }

  get draft() { return draftOf(this.id); }
  set draft(text) { drafts[this.id] = text; keepDrafts(); }

  list() { return [...this.messages.values()].sort((a, b) => a.id - b.id); }

  // put takes a message over unless a newer form of it is known.
  put(m) {
    const known = this.messages.get(m.id);
    if (known && known.rev > m.rev) return false;
    this.messages.set(m.id, m);
    return true;
  }

  apply(kind, m) {
    this.touched.set(m.id, kind === "delete");
    return kind === "delete" ? this.messages.delete(m.id) : this.put(m);
  }

  // load reads the chat; what events brought meanwhile is newer.
  async load() {
    const reading = ++this.reading;
    this.touched.clear();
    const said = await get(`/chats/${this.id}`);
    if (!said || reading !== this.reading) return false;
    const there = new Set(said.messages.map((m) => m.id));
    for (const id of this.messages.keys()) {
      if (!there.has(id) && !this.touched.has(id)) this.messages.delete(id);
    }
    for (const m of said.messages) {
      const gone = this.touched.get(m.id);
      if (gone === false) this.put(m);
      else if (!gone) this.messages.set(m.id, m); // what is read counts, also where a server that began anew counts from one again
    }
    this.loaded = true;
    return true;
  }

  // keyboard is the message that set the keyboard below the text field.
  keyboard() {
    const last = this.list().findLast((m) => m.bot && m.reply);
    return last && !last.reply.remove ? last : null;
  }
}

const drawn = 120; // groups at once; older ones on demand
const near = 48; // pixels from the end that still count as the end
const patience = 25000; // ms that a pressed button waits for its answer

// A Pane shows a chat.
export class Pane {
  constructor(chat) {
    this.chat = chat;
    this.pinned = true; // the newest message is in view and stays so
    this.fresh = 0; // messages that came while further up
    this.limit = drawn;
    this.nodes = new Map(); // group key -> element
    this.divider = 0; // the first unread message when the chat was opened
    this.waiting = new Map(); // query -> pressed button
    this.answered = new Set(); // queries whose toast was quicker than the answer to the press
    this.context = null; // {kind: "edit" | "reply", message}
    this.build();
    this.open();
  }

  // ---- the parts

  build() {
    this.head = el("header", { class: "chat-head" });
    this.list = el("div", { class: "list" });
    this.log = el("div", { class: "messages", role: "log", "aria-live": "polite", tabindex: "0", label: "messages" }, this.list);
    this.jump = el("button", { type: "button", class: "jump", label: "to_end", title: "to_end", hidden: true, onclick: () => this.toEnd(true) }, icon("down"), el("span", { class: "badge", hidden: true }));
    this.notice = el("div", { class: "chat-notice", role: "status" });
    this.foot = el("div", { class: "foot" });
    this.thread = el("div", { class: "thread" }, this.log, this.jump, this.notice);
    this.drop = el("div", { class: "drop", says: "drop_here", "aria-hidden": "true" });
    this.node = el("section", { class: "chat", "data-chat": this.chat.id }, this.head, this.thread, this.foot, this.drop);
    this.buildComposer();
    this.log.addEventListener("scroll", () => this.scrolled(), { passive: true });
    this.log.addEventListener("keydown", (e) => this.walk(e));
    this.list.addEventListener("focusin", (e) => this.stop(e.target));
    this.list.addEventListener("contextmenu", (e) => this.contextMenu(e));
    this.list.addEventListener("pointerdown", (e) => this.longTap(e));
    this.sizes = new ResizeObserver(() => { if (this.pinned) this.toEnd(); });
    this.sizes.observe(this.list);
    this.sizes.observe(this.log);
    this.acceptDrops();
    this.node.addEventListener("focusin", () => app.activate(this));
    this.node.addEventListener("pointerdown", () => app.activate(this));
  }

  buildComposer() {
    this.field = el("textarea", { rows: "1", maxlength: "4096", hint: "write", label: "write", lang: "vi", autocomplete: "off", enterkeyhint: "send" });
    this.field.addEventListener("input", () => this.typed());
    this.field.addEventListener("keydown", (e) => this.fieldKey(e));
    this.field.addEventListener("paste", (e) => {
      const files = [...(e.clipboardData?.files || [])];
      if (files.length) { e.preventDefault(); this.files(files); }
    });
    this.input = el("input", { type: "file", multiple: true, class: "hidden-input", tabindex: "-1", label: "attach" });
    this.input.addEventListener("change", () => { const files = [...this.input.files]; this.input.value = ""; if (files.length) this.files(files); });
    this.send = el("button", { type: "submit", class: "send", label: "send", title: "send" }, icon("send"));
    this.commands = el("button", { type: "button", class: "tool commands", label: "commands", title: "commands", "aria-haspopup": "menu", onclick: () => this.menuOfCommands() }, icon("menu"));
    this.attach = el("button", { type: "button", class: "tool attach", label: "attach", title: "attach", onclick: () => this.input.click() }, icon("clip"));
    this.toggle = el("button", { type: "button", class: "tool keys", label: "keyboard", title: "keyboard", "aria-pressed": "true", hidden: true, onclick: () => { this.keysHidden = !this.keysHidden; this.drawReplyKeyboard(); } }, icon("keys"));
    this.banner = el("div", { class: "context", hidden: true });
    this.keys = el("div", { class: "reply-keyboard", hidden: true, role: "group", label: "keyboard", lang: "vi" });
    this.composer = el("form", { class: "composer", onsubmit: (e) => { e.preventDefault(); this.submit(); } },
      this.banner, el("div", { class: "line" }, el("div", { class: "field" }, this.field, this.toggle), this.commands, this.attach, this.input, this.send), this.keys);
    this.startBar = el("div", { class: "start-bar", hidden: true });
    this.foot.append(this.startBar, this.composer);
  }

  async open() {
    await null; // the pane is on the page by then, and has a size
    const someone = person(this.chat.id);
    this.field.value = this.chat.draft;
    this.update();
    if (!this.chat.loaded) {
      this.log.setAttribute("aria-busy", "true");
      const ok = await this.chat.load();
      this.log.removeAttribute("aria-busy");
      if (!ok || this.closed) return;
    }
    this.divider = this.firstUnread(someone?.unread || 0);
    this.draw();
    this.log.style.scrollBehavior = "auto";
    this.toEnd();
    if (!app.tour?.on) this.toDivider(); // the tour shows what has just come
    this.opened = true;
    if (this.sought) this.toFile();
    this.grow();
    this.seen();
  }

  close() {
    this.closed = true;
    this.keepDraft();
    this.sizes.disconnect();
    this.node.remove();
  }

  keepDraft() { if (this.context?.kind !== "edit") this.chat.draft = this.field.value; }

  // reread is for a stream that was broken: anything may have changed.
  async reread() {
    this.chat.seen = 0;
    if (await this.chat.load() && !this.closed) { this.draw(); this.seen(); }
  }

  // ---- head and foot, from what is known of the person

  update() {
    const p = person(this.chat.id);
    if (!p) return;
    const stand = [p.name, p.title, p.blocked, p.started, app.canSplit(), app.paneCount(), t("block")].join("|");
    if (stand !== this.stand) {
      this.stand = stand;
      this.drawHead(p);
      this.drawFoot(p);
    }
    this.drawIntro(p);
  }

  drawHead(p) {
    const focused = [...this.head.children].indexOf(document.activeElement);
    const channel = p.role === "channel";
    this.node.setAttribute("aria-label", channel ? p.name : t("chat_of", p.name));
    this.sub = el("p", { class: "sub", lang: "vi" }, p.title || t("outsider"));
    this.head.replaceChildren(
      el("button", { type: "button", class: "tool to-people", label: "people", onclick: () => app.show("people") }, icon("back")),
      avatar(p.name, p.id, p.role),
      el("div", { class: "who" }, el("h2", { lang: "vi", title: null }, p.name), this.sub),
      el("button", { type: "button", class: `tool block ${p.blocked ? "on" : ""}`, "aria-pressed": String(p.blocked), label: "block", title: p.blocked ? "unblock" : "block", hidden: channel, onclick: () => this.block(!p.blocked) }, icon("ban")),
      app.paneCount() > 1
        ? el("button", { type: "button", class: "tool shut", label: "close_chat", title: "close_chat", onclick: () => app.closePane(this) }, icon("close"))
        : el("button", { type: "button", class: "tool split", label: "second_chat", title: "second_chat", hidden: !app.canSplit(), onclick: () => app.split() }, icon("columns")),
    );
    if (focused >= 0) this.head.children[focused].focus();
  }

  drawFoot(p) {
    const channel = p.role === "channel"; // is only read
    const shut = !p.started || p.blocked || channel;
    const held = this.foot.contains(document.activeElement);
    this.composer.hidden = shut;
    this.startBar.hidden = !shut;
    const go = channel ? el("p", { class: "read-only", tabindex: "-1", says: "channel_read" }) : p.blocked
      ? el("button", { type: "button", class: "primary wide unblock", onclick: () => this.block(false) }, t("unblock"))
      : el("button", { type: "button", class: "primary wide start", onclick: () => this.start(p.payload || "") }, t("start"));
    this.startBar.replaceChildren(...(shut ? [p.blocked ? el("p", {}, t("is_blocked", p.name)) : "", go].filter(Boolean) : []));
    if (held) (shut ? go : this.field).focus();
    this.grow();
    this.drawReplyKeyboard();
  }

  // drawIntro shows what Telegram shows of a bot before it is written to.
  drawIntro(p) {
    const want = this.chat.loaded && !this.chat.messages.size;
    if (!want) { this.intro?.remove(); this.intro = null; return; }
    if (this.intro) return;
    const { name, about } = app.state.bot;
    this.intro = el("div", { class: "intro" },
      el("span", { class: "bot-mark", "aria-hidden": "true" }, icon("brand")),
      el("h3", { lang: "vi" }, p.role === "channel" ? p.name : name), about && p.role !== "channel" ? el("p", { class: "pre", lang: "vi" }, about) : "",
      el("p", { class: "hint" }, p.role === "channel" ? t("intro_channel") : p.payload ? t("intro_invited") : p.role ? t("intro_plain") : t("intro_outsider")));
    this.list.append(this.intro);
  }

  // ---- drawing the messages

  draw() {
    const stay = this.pinned ? null : this.log.scrollHeight - this.log.scrollTop;
    const groups = groupsOf(this.chat.list());
    const shown = groups.slice(-this.limit);
    this.nodes.clear();
    this.intro = null;
    this.day = "";
    const parts = [];
    if (shown.length < groups.length) {
      parts.push(el("button", { type: "button", class: "older", says: "older", onclick: () => { this.limit += drawn; this.draw(); } }));
    }
    for (const g of shown) parts.push(...this.groupNodes(g));
    this.list.replaceChildren(...parts);
    this.last = groups.length ? groups[groups.length - 1].items.at(-1).id : 0;
    this.update();
    this.drawReplyKeyboard();
    this.stop();
    if (stay === null) this.toEnd();
    else this.log.scrollTop = this.log.scrollHeight - stay;
  }

  // stop makes what can be pressed in the newest message one stop of the Tab key:
  // what was last there, else the first. Arrows lead on, also to older messages,
  // which are no stops.
  stop(chosen) {
    const all = this.pressables();
    const newest = this.list.lastElementChild;
    const there = all.filter((node) => newest?.contains(node));
    for (const node of all) node.tabIndex = -1;
    if (there.length) roving(there, chosen);
  }

  pressables() { return [...this.list.querySelectorAll("button:not(.more), a, .spoiler")]; }

  // groupNodes are a group with what stands before it: a new day, the line
  // above what was not read yet.
  groupNodes(group) {
    const first = group.items[0];
    const parts = [];
    if (first.day !== this.day) {
      this.day = first.day;
      parts.push(el("h3", { class: "day", lang: "vi" }, first.day));
    }
    if (this.divider && group.items.some((m) => m.id === this.divider)) {
      parts.push(el("p", { class: "unread", says: "unread_line" }));
    }
    const node = drawGroup(group.items, this.actions());
    this.nodes.set(group.key, node);
    parts.push(node);
    return parts;
  }

  actions() {
    this.does ||= {
      press: (m, data, button) => this.press(m, data, button),
      command: (text) => this.say(text),
      start: (code) => this.followCode(code),
      menu: (m, at, back) => this.menu(m, at, back),
      message: (id) => this.chat.messages.get(id),
      show: (id) => this.show(id),
      owner: () => person(this.chat.id)?.name || "",
    };
    return this.does;
  }

  // happened draws what an event brought.
  happened(kind, m) {
    if (!this.chat.loaded) return; // the reading that is under way brings it
    const node = this.nodes.get(keyOf(m));
    if (kind === "delete" || (!node && m.id < this.last)) { this.draw(); return; }
    if (node) { this.redraw(m, node); return; }
    this.intro?.remove();
    this.intro = null;
    const parts = this.groupNodes({ key: keyOf(m), items: [m] });
    parts[parts.length - 1].classList.add("new");
    this.list.append(...parts);
    this.stop();
    this.last = m.id;
    if (m.bot) this.quiet();
    else { this.pinned = true; this.clearDivider(); }
    this.drawReplyKeyboard();
    if (this.pinned) { this.toEnd(); this.seen(); } else if (m.bot) { this.fresh++; this.showJump(); }
  }

  // redraw changes a message where it stands. What is in view stays where it
  // is, and whoever is at its buttons with the keyboard stays there.
  redraw(m, old) {
    const items = this.chat.list().filter((x) => keyOf(x) === keyOf(m));
    const above = old.getBoundingClientRect().bottom < this.log.getBoundingClientRect().top;
    const before = this.log.scrollHeight;
    const focused = old.contains(document.activeElement) ? [...old.querySelectorAll("button, a")].indexOf(document.activeElement) : -1;
    const pressed = focused >= 0 ? document.activeElement.dataset.press : undefined;
    const node = drawGroup(items, this.actions());
    for (const [query, button] of this.waiting) if (old.contains(button)) this.waiting.delete(query);
    old.replaceWith(node);
    this.nodes.set(keyOf(m), node);
    this.stop();
    this.last = Math.max(this.last, m.id);
    if (focused >= 0) {
      const buttons = [...node.querySelectorAll("button, a")];
      (buttons.find((b) => pressed && b.dataset.press === pressed) || buttons[Math.min(focused, buttons.length - 1)] || this.field).focus({ preventScroll: true });
    }
    this.drawReplyKeyboard();
    if (this.pinned) this.toEnd();
    else if (above && !CSS.supports("overflow-anchor", "auto")) this.log.scrollTop += this.log.scrollHeight - before;
  }

  // ---- where one is

  scrolled() {
    const shape = this.measure();
    if (shape !== this.shape) { // not the person scrolled, the contents grew or the pane shrank
      this.shape = shape;
      if (this.pinned) { this.toEnd(); return; }
    }
    const rest = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight;
    this.pinned = rest <= near;
    if (this.pinned) { this.fresh = 0; this.seen(); }
    this.showJump();
  }

  measure() { return [this.log.scrollHeight, this.log.clientHeight, this.log.clientWidth].join(); }

  showJump() {
    this.jump.hidden = this.pinned;
    const badge = this.jump.lastElementChild;
    badge.hidden = !this.fresh;
    setText(badge, this.fresh);
  }

  toEnd(softly = false) {
    this.pinned = true;
    this.shape = this.measure();
    this.fresh = 0;
    this.log.scrollTo({ top: this.log.scrollHeight, behavior: softly && !calm() ? "smooth" : "instant" });
    this.jump.hidden = true;
  }

  toDivider() {
    const line = this.list.querySelector(".unread");
    if (!line) return;
    const rest = this.log.scrollHeight - line.offsetTop;
    if (rest > this.log.clientHeight) { this.log.scrollTop = line.offsetTop - 12; this.scrolled(); }
  }

  // toFile goes to the newest file, as soon as the chat is there.
  toFile() {
    this.sought = !this.opened;
    const node = [...this.list.querySelectorAll("a.file")].at(-1)?.closest(".message");
    if (this.sought || !node) return;
    this.pinned = false;
    node.scrollIntoView({ block: "end", behavior: "instant" });
    this.scrolled();
  }

  show(id) {
    const node = this.list.querySelector(`.message[data-id="${id}"]`);
    node?.scrollIntoView({ block: "center", behavior: calm() ? "instant" : "smooth" });
    node?.classList.add("shown");
    setTimeout(() => node?.classList.remove("shown"), 1600);
  }

  // firstUnread finds the message above which the line is drawn.
  firstUnread(n) {
    const list = this.chat.list();
    let first = 0;
    for (let i = list.length - 1; i >= 0 && n > 0 && list[i].bot; i--, n--) first = list[i].id;
    return first;
  }

  clearDivider() {
    this.divider = 0;
    this.list.querySelector(".unread")?.remove();
  }

  visible() { return !this.closed && !document.hidden && this.node.offsetParent !== null; }

  // seen tells the server that everything was read, if that is so.
  seen() {
    if (!this.pinned || !this.visible() || !this.chat.loaded || !person(this.chat.id)?.started) return;
    const newest = this.chat.list().findLast((m) => m.bot)?.id || 0;
    if (newest <= (this.chat.seen || 0)) return;
    this.chat.seen = newest;
    clearTimeout(this.telling);
    this.telling = setTimeout(() => post(`/chats/${this.chat.id}/read`, {}), 120);
  }

  // walk moves from message to message with the arrow keys.
  walk(e) {
    if (e.target !== this.log && !e.target.classList.contains("more")) {
      if (e.key === "Escape") this.field.focus();
      else arrows(e, this.pressables(), { across: true });
      return;
    }
    const all = [...this.list.querySelectorAll(".more")];
    if (e.target === this.log) {
      if (e.key !== "ArrowUp" || !all.length || e.ctrlKey || !this.pinned) return;
      e.preventDefault();
      all.at(-1).focus();
      return;
    }
    if (e.key === "Escape") { this.field.focus(); e.stopPropagation(); return; }
    const within = this.pressables().find((node) => e.target.closest(".message, .group").contains(node));
    if (e.key === "ArrowRight" && within) { e.preventDefault(); within.focus(); return; }
    arrows(e, all);
  }

  // ---- saying things

  async submit() {
    const text = this.field.value.trim();
    if (!text) return;
    const context = this.context;
    this.field.value = "";
    this.endContext();
    if (context?.kind !== "edit") this.chat.draft = "";
    this.grow();
    const ok = context?.kind === "edit"
      ? await post(`/chats/${this.chat.id}/edit`, { message: context.message.id, text })
      : await this.say(text, context?.message.id);
    if (!ok && !this.field.value) { this.field.value = text; this.typed(); }
  }

  say(text, replyTo = 0) {
    this.pinned = true;
    return post(`/chats/${this.chat.id}/say`, { text, replyTo });
  }

  async start(payload) {
    await post(`/chats/${this.chat.id}/start`, { payload });
    this.field.focus({ preventScroll: true });
  }

  block(on) { return post(`/chats/${this.chat.id}/block`, { on }); }

  // press waits with its button until the toast comes or the message changes.
  async press(m, data, button) {
    if (button.classList.contains("pressed")) return;
    button.classList.add("pressed");
    button.setAttribute("aria-busy", "true");
    const release = () => { button.classList.remove("pressed"); button.removeAttribute("aria-busy"); };
    const said = await post(`/chats/${this.chat.id}/press`, { message: m.id, data });
    if (!said || this.answered.delete(said.query)) { release(); return; }
    this.waiting.set(said.query, button);
    setTimeout(() => { this.waiting.delete(said.query); release(); }, patience);
  }

  // toast is the answer to a press.
  toast({ query, text, alert }) {
    const button = this.waiting.get(query);
    if (button) { button.classList.remove("pressed"); button.removeAttribute("aria-busy"); this.waiting.delete(query); } else this.answered.add(query);
    if (!text) return;
    if (alert) { ask({ title: app.state.bot.name, text, answers: [t("understood")] }); return; }
    const node = el("p", { lang: "vi" }, text);
    this.notice.replaceChildren(node);
    setTimeout(() => node.remove(), 3000 + text.length * 45);
  }

  // action shows for a while what the bot is doing.
  action(what) {
    if (!this.sub) return;
    const dots = el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
    this.sub.replaceChildren(doing(what), dots);
    this.sub.classList.add("doing");
    clearTimeout(this.calming);
    this.calming = setTimeout(() => this.quiet(), 5000);
  }

  quiet() {
    if (!this.sub?.classList.contains("doing")) return;
    this.sub.classList.remove("doing");
    this.sub.textContent = person(this.chat.id)?.title || t("outsider");
  }

  // followCode is what pressing a link to this bot does.
  async followCode(code) {
    const p = person(this.chat.id);
    const chosen = await ask({ title: t("link_title"), text: t("link_text", code || "/start"), answers: [t("link_here", p.name), t("link_new"), t("cancel")] });
    if (chosen === 0) this.start(code);
    if (chosen === 1) app.addPhone({ code });
  }

  files(files) {
    chooseFiles(files, { chat: this.chat.id, name: person(this.chat.id)?.name || "", caption: this.context ? "" : this.field.value, sent: () => {
      if (!this.context) { this.field.value = ""; this.chat.draft = ""; this.grow(); }
      this.pinned = true;
      this.field.focus({ preventScroll: true });
    } });
  }

  acceptDrops() {
    let depth = 0;
    const carries = (e) => [...(e.dataTransfer?.types || [])].includes("Files") && !this.composer.hidden;
    const mark = () => this.node.classList.toggle("dropping", depth > 0);
    this.node.addEventListener("dragenter", (e) => { if (carries(e)) { e.preventDefault(); depth++; mark(); } });
    this.node.addEventListener("dragleave", (e) => { if (carries(e)) { depth = Math.max(0, depth - 1); mark(); } });
    this.node.addEventListener("dragover", (e) => { if (carries(e)) { e.preventDefault(); e.dataTransfer.dropEffect = "copy"; } });
    this.node.addEventListener("drop", (e) => {
      depth = 0;
      mark();
      if (!carries(e)) return;
      e.preventDefault();
      const files = [...e.dataTransfer.files];
      if (files.length) this.files(files);
    });
  }

  // ---- the text field

  typed() {
    this.grow();
    this.keepDraft();
  }

  grow() {
    this.field.style.height = "auto";
    const high = this.field.value ? this.field.scrollHeight : 0; // 0 while it cannot be seen; a hint never makes it higher
    if (high) this.field.style.height = `${Math.min(high + 2, 168)}px`;
    this.send.classList.toggle("ready", this.field.value.trim() !== "");
  }

  fieldKey(e) {
    if (e.isComposing) return; // Telex and VNI still build the letter
    if (e.key === "Enter" && !e.shiftKey) { e.preventDefault(); this.submit(); }
    if (e.key === "Escape" && this.context) { e.preventDefault(); e.stopPropagation(); this.endContext(); }
    if (e.key === "ArrowUp" && !this.field.value && !this.context) {
      const mine = this.chat.list().findLast((m) => !m.bot && m.kind === "text");
      if (mine) { e.preventDefault(); this.beginContext("edit", mine); }
    }
  }

  beginContext(kind, message) {
    if (this.context) this.endContext();
    this.keepDraft();
    this.context = { kind, message };
    this.banner.hidden = false;
    this.banner.replaceChildren(icon(kind === "edit" ? "pencil" : "reply"),
      el("p", {}, el("b", {}, kind === "edit" ? t("editing") : t("replying")), el("span", { lang: "vi" }, excerpt(message))),
      el("button", { type: "button", class: "tool", label: "cancel", onclick: () => this.endContext() }, icon("close")));
    if (kind === "edit") this.field.value = message.text;
    this.grow();
    this.field.focus();
  }

  endContext() {
    if (!this.context) return;
    const edit = this.context.kind === "edit";
    this.context = null;
    this.banner.hidden = true;
    if (edit) this.field.value = this.chat.draft;
    this.grow();
  }

  menuOfCommands() {
    const box = this.commands.getBoundingClientRect();
    const items = app.state.menu.map((c) => ({ icon: "slash", says: el("span", { lang: "vi" }, el("b", {}, `/${c.command}`), ` ${c.about}`), run: () => this.say(`/${c.command}`) }));
    if (items.length) popup(items, { x: box.left, y: box.top - 12 - items.length * 40 }, this.commands);
  }

  // ---- the keyboard below the text field

  drawReplyKeyboard() {
    const by = this.chat.loaded ? this.chat.keyboard() : null;
    const k = by?.reply;
    const rows = (!this.composer.hidden && k?.rows) || [];
    if (by?.id !== this.keyboardOf) { this.keyboardOf = by?.id; this.keysHidden = false; }
    const used = by && k.oneTime && this.chat.keyboardUsed === by.id;
    const open = rows.length > 0 && !this.keysHidden && !used;
    this.toggle.hidden = !rows.length;
    this.toggle.setAttribute("aria-pressed", String(open));
    this.keys.hidden = !open;
    const stand = JSON.stringify([by?.id, rows]);
    if (stand !== this.keysStand) {
      this.keysStand = stand;
      this.keys.replaceChildren(...rows.map((row) => el("div", { class: "row" }, ...row.map((says) =>
        el("button", { type: "button", onclick: () => { if (k.oneTime) this.chat.keyboardUsed = by.id; this.say(says); this.drawReplyKeyboard(); } }, says)))));
    }
    if (k?.placeholder) { delete this.field.dataset.tHint; this.field.placeholder = k.placeholder; } else { this.field.dataset.tHint = "write"; this.field.placeholder = t("write"); }
  }

  // ---- the menu of a message

  menu(m, at, back) {
    const items = [];
    if (!this.composer.hidden) items.push({ icon: "reply", says: t("reply"), run: () => this.beginContext("reply", m) });
    if (!m.bot && m.kind === "text") items.push({ icon: "pencil", says: t("edit"), run: () => this.beginContext("edit", m) });
    if (m.text) items.push({ icon: "copy", says: t("copy"), run: () => copyText(m.text) });
    if (items.length) popup(items, at, back);
  }

  messageAt(node) {
    const id = Number(node.closest?.(".message")?.dataset.id || node.closest?.(".group")?.querySelector(".message")?.dataset.id);
    return this.chat.messages.get(id);
  }

  contextMenu(e) {
    const m = this.messageAt(e.target);
    if (!m || e.target.closest("a, .more") || String(getSelection())) return;
    e.preventDefault();
    this.menu(m, { x: e.clientX, y: e.clientY }, this.field);
  }

  // longTap is for phones whose browsers have no context menu of their own.
  longTap(e) {
    if (e.pointerType !== "touch" || e.target.closest("button, a")) return;
    const m = this.messageAt(e.target);
    if (!m) return;
    const quit = new AbortController();
    const timer = setTimeout(() => { quit.abort(); this.menu(m, { x: e.clientX, y: e.clientY }, this.field); }, 520);
    const stop = () => { clearTimeout(timer); quit.abort(); };
    addEventListener("pointerup", stop, { signal: quit.signal });
    addEventListener("pointercancel", stop, { signal: quit.signal });
    addEventListener("pointermove", (to) => { if (Math.hypot(to.clientX - e.clientX, to.clientY - e.clientY) > 10) stop(); }, { signal: quit.signal });
  }
}

function doing(action) {
  switch (action) {
    case "upload_document": return t("does_document");
    case "upload_photo": return t("does_photo");
    case "record_voice": case "upload_voice": return t("does_voice");
    default: return t("does_typing");
  }
}

