// The page: listens to the server, keeps the chats that are open, and gives
// everybody what has changed.

import { app, el, find, icon, language, person, post, relabel, remember, remembered, setText, t } from "./base.js";
import { Chat, Pane, draftOf, forgetDrafts } from "./chat.js";
import { addPhone, drawBoard, drawClock, drawFaults, drawOutbox, drawPeople, drawScenes, markOpen, mayLose, prepareDesk, preparePeople } from "./side.js";

const chats = new Map(); // id -> Chat
const panes = []; // those on the screen, from the left
let active = null; // where the next person is opened
let expected = 0; // a new phone that is opened once the state has it

const narrow = matchMedia("(max-width: 639px)");
const wide = matchMedia("(min-width: 1280px)");
const widest = matchMedia("(min-width: 1600px)");

function chatOf(id) {
  if (!chats.has(id)) chats.set(id, new Chat(id));
  return chats.get(id);
}

// ---- panes

Object.assign(app, {
  open, show, addPhone, order, split, closePane,
  isOpen: (id) => panes.some((p) => p.chat.id === id),
  openIds: () => panes.map((p) => p.chat.id),
  canSplit: () => wide.matches && panes.length < 2,
  paneCount: () => panes.length,
  draftOf: (id) => (app.isOpen(id) ? "" : draftOf(id).trim().slice(0, 60)),
  watching: (id) => panes.some((p) => p.chat.id === id && p.pinned && p.visible()),
  busy: () => orders > 0 || Boolean(app.state?.clock.busy),
  activate(pane) {
    if (active === pane) return;
    active = pane;
    for (const p of panes) p.node.classList.toggle("active", p === pane);
  },
  // expect opens a new phone as soon as it is among the people.
  expect(id) {
    if (person(id)) open(id); else expected = id;
  },
});

// open shows a person's chat: where it already is, beside the others if asked,
// else in the pane that was used last.
function open(id, { beside = false, quiet = false } = {}) {
  let pane = panes.find((p) => p.chat.id === id);
  if (!pane) {
    pane = new Pane(chatOf(id));
    const old = beside && panes.length < 2 && wide.matches ? null : beside ? panes.find((p) => p !== active) || active : active || panes[0];
    if (old) {
      panes.splice(panes.indexOf(old), 1, pane);
      old.node.replaceWith(pane.node);
      old.close();
    } else {
      panes.push(pane);
      find("chats").append(pane.node);
    }
    if (active === old) active = null;
  }
  app.activate(pane);
  arranged();
  if (!quiet) {
    if (narrow.matches) show("chat");
    if (!matchMedia("(pointer: coarse)").matches) pane.field.focus({ preventScroll: true });
  }
  return pane;
}

function closePane(pane) {
  if (panes.length < 2) return;
  panes.splice(panes.indexOf(pane), 1);
  pane.close();
  app.activate(panes[0]);
  remember("single", "1", "sessionStorage");
  arranged();
  panes[0].field.focus({ preventScroll: true });
}

// split opens somebody from the other side beside the chat that is open: the
// agency beside a unit, a unit beside the agency.
function split() {
  const other = second();
  remember("single", "", "sessionStorage");
  if (other) open(other.id, { beside: true });
}

const agency = ["officer", "leader", "admin"];

function second() {
  const first = person(panes[0]?.chat.id);
  const free = app.state.people.filter((p) => !app.isOpen(p.id) && p.main);
  const unit = first && agency.includes(first.role);
  return free.find((p) => (unit ? p.role === "focal" : p.role === "officer")) || free[0] || app.state.people.find((p) => !app.isOpen(p.id));
}

// arranged is called whenever other chats are on the screen.
function arranged() {
  find("chats").dataset.count = panes.length;
  remember("open", JSON.stringify(app.openIds()), "sessionStorage");
  for (const p of panes) p.update();
  if (app.state) { drawPeople(); drawWelcome(); }
  if (app.board) markOpen();
}

let begun = false; // a scene, of which nothing was shown yet

// fillPanes opens whom one should see first, and drops who is gone.
function fillPanes() {
  for (const pane of [...panes]) {
    if (!person(pane.chat.id)) { panes.splice(panes.indexOf(pane), 1); pane.close(); if (active === pane) active = null; }
  }
  const { people } = app.state;
  if (!people.length) return;
  if (!panes.length) {
    const last = JSON.parse(remembered("open", "sessionStorage") || "[]").filter((id) => person(id));
    const first = (begun && person(app.state.first)) || person(last[0]) || people.find((p) => p.main && p.role === "focal" && p.started) || people.find((p) => p.main && p.role === "focal") || people.find((p) => p.started) || people[0];
    open(first.id, { quiet: true });
    if (last[1] && last[1] !== first.id && wide.matches) open(last[1], { beside: true, quiet: true });
    begun = false;
  }
  if (widest.matches && panes.length < 2 && !remembered("single", "sessionStorage")) {
    const other = second();
    if (other) { open(other.id, { beside: true, quiet: true }); app.activate(panes[0]); }
  }
}

// ---- what the server says

let stream = null; // null while nobody looks at the page
let heard = false; // there was a hello before: this one follows a break
let lost = 0;

function listen() {
  stream?.close();
  stream = new EventSource("/events");
  const on = (name, run) => stream.addEventListener(name, (e) => run(JSON.parse(e.data)));
  stream.addEventListener("open", connected);
  stream.addEventListener("error", () => {
    lost ||= setTimeout(() => { find("offline").hidden = false; }, 800);
    if (stream?.readyState === EventSource.CLOSED) setTimeout(() => { if (stream) listen(); }, 2000); // refused: it does not try again by itself
  });
  on("hello", hello);
  on("state", newState);
  on("board", newBoard);
  on("tour", newTour);
  on("reload", reload);
  for (const kind of ["message", "edit", "delete"]) on(kind, (e) => newMessage(kind, e));
  on("toast", (e) => paneOf(e.chat)?.toast(e));
  on("action", (e) => paneOf(e.chat)?.action(e.action));
}

// attend listens as long as somebody looks. A browser keeps six connections to
// a host: six tabs that were left open would leave none to the one in use.
const absent = 10000; // ms out of sight until the stream is let go
let leaving = 0;

function attend() {
  clearTimeout(leaving);
  if (!document.hidden) {
    if (!stream) listen();
    return;
  }
  leaving = setTimeout(() => {
    stream?.close();
    stream = null;
    clearTimeout(lost);
    lost = 0;
  }, absent);
}

function connected() {
  clearTimeout(lost);
  lost = 0;
  find("offline").hidden = true;
}

const paneOf = (id) => panes.find((p) => p.chat.id === id);

function hello({ state, board, tour }) {
  connected();
  const before = heard ? [...panes] : [];
  if (heard) for (const chat of chats.values()) if (!app.isOpen(chat.id)) chat.loaded = false;
  heard = true;
  newState(state);
  for (const pane of before) if (!pane.closed) pane.reread();
  newBoard(board);
  newTour(tour);
  document.body.classList.remove("opening");
}

function newState(state) {
  app.state = state;
  fillPanes();
  if (expected && person(expected)) { const id = expected; expected = 0; open(id); }
  for (const pane of panes) pane.update();
  drawPeople();
  drawClock();
  drawOutbox();
  drawFaults();
  drawScenes();
  drawWelcome();
  drawBusy();
}

function newBoard(board) {
  app.board = board;
  drawBoard();
}

function newMessage(kind, { chat: id, message }) {
  const chat = chats.get(id);
  if (!chat) return;
  if (!chat.apply(kind, message)) return;
  paneOf(id)?.happened(kind, message);
}

// reload begins anew: another scene has other people and other chats. The state
// that follows says whom to open.
function reload() {
  begun = true;
  chats.clear();
  for (const pane of panes.splice(0)) pane.close();
  forgetDrafts();
  active = null;
}

// ---- orders

const acts = ["next", "hour", "day", "deadline", "play"]; // what changes a scene, beside what is done at the phones
let orders = 0; // those that the server has not answered yet
let beginning = false; // one of them begins a scene

async function order(what, arg = "", on = false) {
  const begins = what === "scene" || what === "restart" || what === "undo" || (what === "tour" && arg === "start");
  orders++;
  beginning ||= begins;
  drawBusy();
  const done = await post("/do", { do: what, arg, on });
  orders--;
  if (!orders) beginning = false;
  if (done !== undefined && (begins || acts.includes(what))) app.touch(!begins);
  if (done !== undefined && what === "scene" && narrow.matches) show("chat"); // that is what it was begun for
  drawBusy();
  return done !== undefined;
}

function drawBusy() {
  const busy = app.busy();
  document.body.classList.toggle("busy", busy);
  find("busy-line").hidden = !busy;
  find("overlay").hidden = !(busy && beginning);
  for (const id of ["clock-next", "clock-hour", "clock-day", "clock-deadline", "restart", "undo"]) find(id).setAttribute("aria-disabled", String(busy));
}

// ---- the tour

let focus = "";

function newTour(tour) {
  app.tour = tour;
  document.body.classList.toggle("touring", tour.on);
  find("tour").hidden = !tour.on;
  drawWelcome();
  if (!tour.on) { focus = ""; return; }
  setText(find("tour-step"), t("tour_step", tour.step, tour.of));
  setText(find("tour-title"), tour.title);
  const text = find("tour-text"), before = text.textContent;
  setText(text, tour.text);
  if (text.textContent !== before) text.scrollTop = text.scrollHeight; // of a simulation, to the newest line
  find("tour-line").style.width = `${tour.of ? (100 * tour.step) / tour.of : 0}%`;
  find("tour").classList.toggle("done", tour.done);
  const pause = find("tour-pause");
  if (pause.dataset.paused !== String(tour.paused)) {
    pause.dataset.paused = tour.paused;
    pause.replaceChildren(icon(tour.paused ? "play" : "pause"), el("span", { says: tour.paused ? "tour_go" : "tour_pause" }));
  }
  drawOver(tour.over);
  const now = JSON.stringify([tour.step, tour.focus]);
  if (now === focus) return;
  focus = now;
  follow((tour.focus || []).filter((id) => person(id)), tour.files);
}

// drawOver offers to see it again, or to go, once nothing more comes.
function drawOver(over) {
  const [pause, next, stop] = ["tour-pause", "tour-next", "tour-stop"].map(find);
  if (next.dataset.over === String(over)) return;
  next.dataset.over = over;
  if (over && document.activeElement === pause) stop.focus();
  pause.hidden = over;
  next.className = over ? "plain" : "primary";
  stop.className = over ? "primary" : "plain";
  next.replaceChildren(icon(over ? "again" : "skip"), el("span", { says: over ? "tour_again" : "tour_next" }));
}

// follow opens the chats that a step is about, the first where there is room
// for one only. Of the files it shows the last.
function follow(ids, files) {
  if (!ids.length) return;
  const some = ids.slice(0, wide.matches ? 2 : 1);
  for (const id of some) {
    if (app.isOpen(id)) { paneOf(id).toEnd(); continue; }
    const spare = panes.find((p) => !some.includes(p.chat.id));
    if (spare) app.activate(spare);
    open(id, { beside: !spare && panes.length > 0, quiet: true });
  }
  const first = paneOf(some[0]);
  if (first) app.activate(first);
  if (files) for (const id of some) paneOf(id)?.toFile();
  if (narrow.matches) show("chat");
  arranged();
}

function prepareTour() {
  const begin = async () => {
    if (!app.busy() && app.state && await mayLose(t("tour_start"))) order("tour", "start");
  };
  find("tour-start").addEventListener("click", begin);
  find("tour-pause").addEventListener("click", () => order("tour", app.tour?.paused ? "go" : "pause"));
  find("tour-next").addEventListener("click", () => (app.tour?.over ? begin() : order("tour", "next")));
  find("tour-stop").addEventListener("click", async () => { await order("tour", "stop"); find("tour-start").focus(); });
  find("welcome-close").addEventListener("click", () => { remember("welcomed", "1"); drawWelcome(); find("tour-start").focus(); });
}

// drawWelcome says once what this is, whose phone is seen and what to press;
// afterwards the tour is a button above.
function drawWelcome() {
  const who = active && person(active.chat.id);
  if (who?.role === "channel") setText(find("welcome-who"), t("channel_read"));
  else if (who) setText(find("welcome-who"), `${t("welcome_who", who.name, who.title || t("outsider"))} ${who.started ? t("welcome_press") : t("welcome_start")}`);
  const told = Boolean(remembered("welcomed"));
  const touring = Boolean(app.tour?.on);
  find("welcome").hidden = told || touring;
  const start = find("tour-start");
  const place = find(told || narrow.matches ? "tour-place" : "welcome-go");
  if (start.parentElement !== place) place.prepend(start);
  start.hidden = touring;
}

// ---- the views of a narrow page, the drawer of a middle one

function show(view) {
  document.body.dataset.view = view;
  for (const [id, name] of [["tab-people", "people"], ["tab-chat", "chat"], ["tab-desk", "desk"]]) find(id).setAttribute("aria-current", name === view ? "page" : "false");
  if (view === "chat") for (const pane of panes) { if (pane.pinned) pane.toEnd(); pane.seen(); }
}

function drawer(on) {
  document.body.classList.toggle("drawer", on);
  find("desk-toggle").setAttribute("aria-expanded", String(on));
  find("shade").hidden = !on;
  if (on) find("clock-next").focus();
}

function prepareViews() {
  for (const view of ["people", "chat", "desk"]) find(`tab-${view}`).addEventListener("click", () => show(view));
  find("desk-toggle").addEventListener("click", () => (narrow.matches ? show("desk") : drawer(!document.body.classList.contains("drawer"))));
  find("shade").addEventListener("click", () => drawer(false));
  find("fault-note").addEventListener("click", () => {
    if (narrow.matches) show("desk");
    else if (!wide.matches) drawer(true);
    find("faults").scrollIntoView({ block: "nearest" });
    find("faults").querySelector("[aria-pressed='true']")?.focus();
  });
  narrow.addEventListener("change", () => {
    drawWelcome();
    if (!document.body.classList.contains("drawer")) return;
    drawer(false);
    show("desk");
  });
  addEventListener("keydown", (e) => {
    if (e.key === "Escape" && document.body.classList.contains("drawer") && !document.querySelector("dialog[open]")) { drawer(false); find("desk-toggle").focus(); }
  });
  wide.addEventListener("change", () => {
    drawer(false);
    if (!wide.matches && panes.length > 1) {
      const gone = panes.find((p) => p !== active) || panes[1];
      panes.splice(panes.indexOf(gone), 1);
      gone.close();
      app.activate(panes[0]);
    }
    arranged();
  });
  widest.addEventListener("change", () => { if (app.state) fillPanes(); });
  document.addEventListener("visibilitychange", () => { attend(); for (const pane of panes) pane.seen(); });
  // A file that misses the chat must not take the page away.
  for (const kind of ["dragover", "drop"]) addEventListener(kind, (e) => { if (!e.defaultPrevented) { e.preventDefault(); if (e.dataTransfer) e.dataTransfer.dropEffect = "none"; } });
  show("chat");
}

// ---- typing

// Whoever types means the message field, wherever the focus is, unless it is
// where something else is typed or chosen. The letter then goes there by itself.
function prepareTyping() {
  addEventListener("keydown", (e) => {
    if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || e.isComposing || [...e.key].length !== 1 || e.key === " ") return;
    if (e.target.closest?.("input, textarea, select, [contenteditable], dialog, [role=menu]") || document.querySelector("dialog[open]")) return;
    const pane = active || panes[0];
    if (!pane || pane.composer.hidden) return;
    if (narrow.matches) show("chat");
    else drawer(false);
    pane.field.focus({ preventScroll: true });
  });
}

// ---- language and colours

function prepareChoices() {
  const set = (to) => {
    relabel(to);
    setText(find("language").querySelector("span"), to === "vi" ? "EN" : "VI");
    if (!app.state) return;
    for (const pane of panes) { pane.draw(); pane.keysStand = ""; }
    for (const part of [drawPeople, drawClock, drawScenes, drawWelcome]) part();
    if (app.tour) newTour(app.tour);
  };
  find("language").addEventListener("click", () => {
    const to = language === "vi" ? "en" : "vi";
    remember("language", to);
    set(to);
  });
  if (remembered("language") === "en") set("en");
  const root = document.documentElement;
  const draw = () => {
    const dark = root.dataset.theme === "dark";
    find("theme").setAttribute("aria-pressed", String(dark));
    find("theme").replaceChildren(icon(dark ? "sun" : "moon"));
  };
  find("theme").addEventListener("click", () => {
    root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
    remember("theme", root.dataset.theme);
    draw();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (e) => {
    if (!remembered("theme")) root.dataset.theme = e.matches ? "dark" : "light";
    draw();
  });
  draw();
}

prepareChoices();
preparePeople();
prepareDesk();
prepareTour();
prepareViews();
prepareTyping();
drawWelcome();
attend();
