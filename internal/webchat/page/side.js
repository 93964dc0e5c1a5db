// What stands beside the chats: the people at the left; the clock, the board,
// the outbox, the faults and the scenes at the right.

import { app, arrows, ask, avatar, calm, el, find, fold, icon, person, post, roving, setText, t } from "./base.js";

// ---- people

const rows = new Map(); // id -> the row of a person
let wanted = ""; // what is looked for, folded

const sections = [
  { key: "agency", says: "people_agency", holds: (p) => ["officer", "leader", "admin", "channel"].includes(p.role) },
  { key: "units", says: "people_units", holds: (p) => p.role !== "" && p.main },
  { key: "outsiders", says: "people_outsiders", holds: (p) => p.role === "" },
  { key: "others", says: "people_others", holds: () => true },
];

export function drawPeople() {
  const { people } = app.state;
  const holder = find("people-list");
  if (!holder.children.length) buildSections(holder);
  const lists = Object.fromEntries(sections.map((s) => [s.key, []]));
  for (const p of people) lists[sections.find((s) => s.holds(p)).key].push(p);
  for (const [key, list] of Object.entries(lists)) fillSection(key, list);
  for (const [id, row] of rows) {
    if (!people.some((p) => p.id === id)) { row.node.remove(); rows.delete(id); }
  }
  const total = people.reduce((n, p) => n + unreadOf(p), 0);
  for (const badge of document.querySelectorAll(".all-unread")) { badge.hidden = !total; setText(badge, total); }
  document.title = total ? `(${total}) ${t("page_title")}` : t("page_title");
  find("people-search").hidden = people.length < 9;
  stops();
}

function buildSections(holder) {
  for (const { key, says } of sections) {
    const list = el("ul", { id: `people-${key}`, role: "list" });
    const head = el("span", { says });
    holder.append(key === "others"
      ? el("details", { class: "section others" }, el("summary", {}, icon("chevron"), head, el("span", { class: "count" }), el("span", { class: "badge", hidden: true })), list)
      : el("div", { class: "section" }, el("h3", {}, head), list));
  }
}

function fillSection(key, people) {
  const list = find(`people-${key}`);
  const section = list.closest(".section");
  const found = people.filter((p) => !wanted || fold(`${p.name} ${p.title} ${p.unit}`).includes(wanted));
  section.hidden = !found.length;
  if (key === "others") {
    if (wanted) section.open = true;
    setText(section.querySelector(".count"), found.length);
    const unread = found.reduce((n, p) => n + unreadOf(p), 0);
    const badge = section.querySelector(".badge");
    badge.hidden = !unread;
    setText(badge, unread);
  }
  found.forEach((p, i) => {
    const row = rows.get(p.id) || newRow(p);
    drawRow(row, p);
    if (list.children[i] !== row.node) list.insertBefore(row.node, list.children[i] || null);
  });
  for (const node of [...list.children].slice(found.length)) node.remove();
}

const unreadOf = (p) => (app.watching(p.id) ? 0 : p.unread);

function newRow(p) {
  const row = { button: el("button", { type: "button", class: "person", "data-id": p.id, onclick: () => app.open(p.id) }) };
  row.beside = el("button", { type: "button", class: "tool beside", tabindex: "-1", label: "open_beside", title: "open_beside", onclick: () => app.open(p.id, { beside: true }) }, icon("columns"));
  row.node = el("li", {}, row.button, row.beside);
  rows.set(p.id, row);
  return row;
}

function drawRow(row, p) {
  const open = app.isOpen(p.id);
  const unread = unreadOf(p);
  const draft = app.draftOf(p.id);
  row.button.setAttribute("aria-current", open ? "true" : "false");
  row.beside.hidden = open || !app.canSplit();
  const stand = JSON.stringify([p.name, p.title, unread, p.last, draft, p.blocked, p.started, t("draft")]);
  if (stand === row.stand) return;
  row.stand = stand;
  const last = draft ? el("small", { class: "last draft" }, el("b", {}, `${t("draft")}: `), draft)
    : el("small", { class: "last" }, p.blocked ? t("blocked_bot") : p.last || (p.started ? "" : t("not_started")));
  row.button.replaceChildren(avatar(p.name, p.id, p.role),
    el("span", { class: "who", lang: "vi" }, el("b", {}, p.name), el("small", { class: "of" }, placeOf(p)), last),
    unread ? el("span", { class: "badge" }, String(unread), el("span", { class: "unseen" }, ` ${t("unread")}`)) : p.blocked ? icon("ban") : "");
}

// placeOf is what tells people of the list apart: of a focal point the unit
// alone, as most of them are focal points.
function placeOf(p) {
  const unit = p.role === "focal" && p.title.split(" · ")[1];
  return unit || p.title || t("outsider");
}

function shownRows() { return [...document.querySelectorAll("#people-list .person")].filter((b) => b.offsetParent !== null); }

function stops() {
  const all = shownRows();
  roving(all, all.includes(document.activeElement) ? document.activeElement : all.find((b) => b.getAttribute("aria-current") === "true"));
}

export function preparePeople() {
  find("people-list").addEventListener("keydown", (e) => { if (e.target.classList.contains("person")) arrows(e, shownRows()); });
  find("people-list").addEventListener("focusin", stops);
  find("people-list").addEventListener("toggle", stops, true);
  find("people-search").addEventListener("input", (e) => { wanted = fold(e.target.value.trim()); if (app.state) drawPeople(); });
  find("add-phone").addEventListener("click", () => addPhone({}));
}

// ---- a new phone

let directory = null;

// addPhone asks who is to come in. A code that is already there is used;
// without one the server makes an invite.
export async function addPhone({ code = "", unit = "" }) {
  const asked = await fetch("/directory").then((r) => (r.ok ? r.json() : null)).catch(() => null);
  directory = asked || directory || { roles: [], units: [], blocks: [] };
  const dialog = find("phone-dialog");
  const field = (label, input, hint) => el("label", { class: "field-row" }, el("span", {}, label), input, hint ? el("small", {}, hint) : "");
  const name = el("input", { name: "name", required: true, maxlength: "60", autocomplete: "off", lang: "vi", placeholder: "Vàng Thị Mai" });
  const role = el("select", { name: "role", lang: "vi" }, ...directory.roles.map((r) => el("option", { value: r.id }, r.title)));
  if (!directory.roles.some((r) => r.id === "")) role.append(el("option", { value: "" }, t("role_outsider")));
  const units = el("select", { name: "unit", lang: "vi" }, ...directory.blocks.map((b) => {
    const group = el("optgroup", {}, ...directory.units.filter((u) => u.block === b).map((u) => el("option", { value: u.code }, u.name)));
    group.label = b;
    return group;
  }), ...directory.units.filter((u) => !directory.blocks.includes(u.block)).map((u) => el("option", { value: u.code }, u.name)));
  const blocks = el("select", { name: "block", lang: "vi" }, ...directory.blocks.map((b) => el("option", { value: b }, b)));
  const codes = el("input", { name: "code", autocomplete: "off", spellcheck: "false", value: code });
  const focal = directory.roles.find((r) => r.id === "focal") || directory.roles.find((r) => r.of === "unit");
  if (focal) role.value = focal.id;
  if (unit) units.value = unit;
  const unitRow = field(t("phone_unit"), units);
  const blockRow = field(t("phone_block"), blocks);
  const roleRow = field(t("phone_role"), role);
  const adapt = () => {
    const of = directory.roles.find((r) => r.id === role.value)?.of || "";
    const coded = codes.value.trim() !== "";
    roleRow.hidden = coded;
    unitRow.hidden = coded || of !== "unit";
    blockRow.hidden = coded || of !== "block";
  };
  role.addEventListener("change", adapt);
  codes.addEventListener("input", adapt);
  const go = el("button", { type: "submit", class: "primary" }, t("phone_go"));
  const form = el("form", {}, el("h2", { id: "phone-title" }, t("add_phone")), el("p", { class: "soft" }, t("phone_about")),
    field(t("phone_name"), name), roleRow, unitRow, blockRow, field(t("phone_code"), codes, t("phone_code_hint")),
    el("div", { class: "answers" }, go, el("button", { type: "button", class: "plain", onclick: () => dialog.close() }, t("cancel"))));
  form.addEventListener("submit", async (e) => {
    e.preventDefault();
    go.disabled = true;
    const of = directory.roles.find((r) => r.id === role.value)?.of || "";
    const said = await post("/phones", {
      name: name.value.trim(), code: codes.value.trim(), role: roleRow.hidden ? "" : role.value,
      unit: !unitRow.hidden && of === "unit" ? units.value : "", block: !blockRow.hidden && of === "block" ? blocks.value : "",
    });
    go.disabled = false;
    if (!said) return;
    dialog.close();
    app.expect(said.id);
  });
  adapt();
  dialog.replaceChildren(form);
  dialog.showModal();
  name.focus();
}

// ---- the clock

const two = (n) => String(n).padStart(2, "0");

export function tick() {
  if (!app.state) return;
  const now = new Date(Date.now() + app.state.clock.shift + app.state.clock.zone * 60000);
  const says = `${two(now.getUTCHours())}:${two(now.getUTCMinutes())}`;
  setText(find("clock-now"), says);
  setText(find("clock-small"), says);
}

let shift = null;

export function drawClock() {
  const { clock, next } = app.state;
  tick();
  setText(find("day-now"), clock.day);
  setText(find("day-small"), clock.day.replace(/\/\d{4}$/, ""));
  setText(find("clock-note"), clock.note);
  find("clock").dataset.working = clock.working;
  const play = find("clock-play");
  play.setAttribute("aria-pressed", String(clock.playing));
  if (play.dataset.playing !== String(clock.playing)) {
    play.dataset.playing = clock.playing;
    const key = clock.playing ? "clock_pause" : "clock_play";
    play.replaceChildren(icon(clock.playing ? "pause" : "play"), el("span", { says: key }));
  }
  if (shift !== null && !clock.playing && Math.abs(clock.shift - shift) > 60000) flash(find("clock-now"));
  shift = clock.shift;
  const stand = JSON.stringify(next);
  const list = find("clock-next-list");
  if (list.dataset.stand === stand) return;
  list.dataset.stand = stand;
  list.replaceChildren(...next.map((m, i) => el("li", { "data-kind": m.kind, class: i < few ? null : "later", lang: "vi" }, icon(signs[m.kind] || "bell"), el("span", {}, el("b", {}, m.what), el("small", {}, m.when)))));
  find("clock-nothing").hidden = next.length > 0;
  find("next-more").hidden = next.length <= few;
}

const few = 3; // moments that are always shown

const signs = { remind: "bell", escalate: "up", digest: "digest", picture: "picture", deadline: "flag", lock: "lock", lost: "net" };

function flash(node) {
  if (!calm()) node.animate([{ opacity: 0.25, transform: "translateY(-4px)" }, { opacity: 1, transform: "none" }], { duration: 350, easing: "ease-out" });
}

export function prepareDesk() {
  const go = { "clock-next": "next", "clock-hour": "hour", "clock-day": "day", "clock-deadline": "deadline" };
  for (const [id, what] of Object.entries(go)) find(id).addEventListener("click", () => { if (!app.busy()) app.order(what); });
  find("next-more").addEventListener("click", (e) => {
    const all = find("clock-next-list").classList.toggle("all");
    e.currentTarget.setAttribute("aria-expanded", String(all));
  });
  find("clock-play").addEventListener("click", () => app.order("play", "", !app.state.clock.playing));
  for (const what of ["down", "flood", "slow"]) {
    find(`fault-${what}`).addEventListener("click", () => app.order(what, "", !app.state.faults[what]));
  }
  find("restart").addEventListener("click", async () => { if (!app.busy() && await mayLose(t("restart"))) app.order("restart"); });
  find("undo").addEventListener("click", () => { if (!app.busy()) app.order("undo"); });
  setInterval(tick, 1000);
}

// mayLose asks before a scene begins, if anything was done in the one that it
// takes the place of or a kept store would be made anew.
export async function mayLose(title) {
  const { kept } = app.state;
  const typed = [...document.querySelectorAll(".chat textarea")].some((field) => field.value);
  if (!kept && !typed && !app.touched()) return true;
  return await ask({ title, text: kept ? t("lose_text", kept) : t("leave_text"), answers: [t("lose_go"), t("cancel")], danger: true }) === 0;
}

// ---- the board

// Every state has a colour and a mark, so that nothing depends on colour alone.
const cellMarks = { onTime: "✓", late: "M", madeUp: "B", nil: "0", pending: "", unconnected: "?", unreachable: "!", exempt: "–", notDue: "" };

const cells = new Map(); // period -> Map of code -> cell
let period = ""; // the one that is shown

export function drawBoard() {
  const { periods } = app.board;
  const holder = find("board-periods");
  find("board-nothing").hidden = periods.length > 0;
  if (!periods.some((p) => p.id === period)) period = periods[0]?.id || "";
  drawTabs(periods);
  for (const node of [...holder.children]) {
    if (!periods.some((p) => p.id === node.dataset.period)) { cells.delete(node.dataset.period); node.remove(); }
  }
  for (const p of periods) drawPeriod(p, holder);
  markOpen();
}

function drawTabs(periods) {
  const tabs = find("board-tabs");
  const stand = JSON.stringify([period, periods.map((p) => p.title)]);
  if (tabs.dataset.stand === stand) return;
  tabs.dataset.stand = stand;
  const focused = tabs.contains(document.activeElement);
  tabs.replaceChildren(...periods.map((p) => el("button", { type: "button", role: "tab", id: `tab-${p.id}`, "aria-controls": `period-${p.id}`, "aria-selected": String(p.id === period), tabindex: p.id === period ? "0" : "-1", lang: "vi",
    onclick: () => { period = p.id; drawBoard(); } }, p.title)));
  tabs.onkeydown = (e) => { if (arrows(e, [...tabs.children], { across: true })) document.activeElement.click(); };
  if (focused) tabs.querySelector("[tabindex='0']")?.focus();
}

function drawPeriod(p, holder) {
  let node = holder.querySelector(`.period[data-period="${CSS.escape(p.id)}"]`);
  const codes = p.units.map((u) => u.code).join();
  if (!node || node.dataset.codes !== codes) {
    const built = buildPeriod(p, codes);
    if (node) node.replaceWith(built); else holder.append(built);
    node = built;
  }
  node.hidden = p.id !== period;
  const share = p.duties ? p.met / p.duties : 0;
  setText(node.querySelector(".met"), `${p.met}/${p.duties}`);
  setText(node.querySelector(".deadline"), p.deadline);
  node.querySelector(".bar span").style.width = `${Math.round(share * 1000) / 10}%`;
  const legend = node.querySelector(".legend");
  const stand = JSON.stringify(p.legend);
  if (legend.dataset.stand !== stand) {
    legend.dataset.stand = stand;
    legend.replaceChildren(...p.legend.filter((c) => c.n > 0).map((c) => el("li", {}, el("span", { class: "key", "data-state": c.state, "aria-hidden": "true" }, cellMarks[c.state] ?? ""), `${c.says} `, el("b", {}, String(c.n)))));
  }
  const known = cells.get(p.id);
  for (const u of p.units) drawCell(known.get(u.code), u);
}

function buildPeriod(p, codes) {
  const known = new Map();
  cells.set(p.id, known);
  const blocks = new Map();
  for (const u of p.units) {
    if (!blocks.has(u.block)) blocks.set(u.block, []);
    const cell = el("button", { type: "button", class: "unit", "data-code": u.code, tabindex: "-1", lang: "vi", onclick: () => openUnit(u) });
    known.set(u.code, cell);
    blocks.get(u.block).push(cell);
  }
  const says = el("p", { class: "unit-says", lang: "vi" });
  const grid = el("div", { class: "blocks" }, ...[...blocks].map(([name, list]) =>
    el("div", { class: "block-row", role: "group", "aria-label": name }, el("span", { class: "block-name", lang: "vi" }, short(name)), el("div", { class: "cells" }, ...list))));
  const all = [...known.values()];
  roving(all, all[0]);
  const tell = (e) => { const cell = e.target.closest?.(".unit"); if (cell) says.textContent = cell.getAttribute("aria-label"); };
  grid.addEventListener("pointerover", tell);
  grid.addEventListener("focusin", (e) => { tell(e); roving(all, e.target); });
  grid.addEventListener("pointerleave", () => { says.replaceChildren(el("span", { says: "board_hint" })); });
  grid.addEventListener("keydown", (e) => arrows(e, all, { across: true }));
  says.append(el("span", { says: "board_hint" }));
  const node = el("div", { class: "period", role: "tabpanel", id: `period-${p.id}`, "aria-labelledby": `tab-${p.id}`, "data-period": p.id, "data-codes": codes },
    el("div", { class: "progress" }, el("b", { class: "met" }), el("span", { says: "units_met" }), el("span", { class: "deadline", lang: "vi" })),
    el("div", { class: "bar", "aria-hidden": "true" }, el("span")), grid, says, el("ul", { class: "legend", role: "list", lang: "vi" }));
  return node;
}

// short is the name of a block as far as there is room: "Khối 7 - Xã…" is
// "Khối 7".
const short = (name) => (/^(.{3,14}?) [-–] /.exec(name) || [])[1] || name;

function drawCell(cell, u) {
  const says = `${u.name}: ${u.says}`;
  if (cell.dataset.state === u.state && cell.title === says) return;
  if (cell.dataset.state && cell.dataset.state !== u.state && !calm()) {
    cell.animate([{ transform: "scale(1.7)", zIndex: 1 }, { transform: "none" }], { duration: 600, easing: "cubic-bezier(.2,1.6,.4,1)" });
  }
  cell.dataset.state = u.state;
  cell.textContent = cellMarks[u.state] ?? "";
  cell.title = says;
  cell.setAttribute("aria-label", says);
}

function openUnit(u) {
  const there = app.state.people.filter((p) => p.unit === u.code);
  const one = there.find((p) => p.main && p.role === "focal") || there.find((p) => p.role === "focal") || there[0];
  if (one) app.open(one.id);
  else addPhone({ unit: u.code });
}

// markOpen outlines the units whose chats are open.
export function markOpen() {
  const open = new Set(app.openIds().map((id) => person(id)?.unit).filter(Boolean));
  for (const known of cells.values()) for (const [code, cell] of known) cell.classList.toggle("open", open.has(code));
}

// ---- the outbox

const lines = new Map(); // what a row says -> element

export function drawOutbox() {
  const { outbox } = app.state;
  setText(find("outbox-waiting"), outbox.waiting);
  setText(find("outbox-sent"), outbox.sent);
  find("outbox").classList.toggle("draining", outbox.waiting > 0);
  const more = [["inbox", outbox.inbox], ["fetches", outbox.fetches], ["jobs", outbox.jobs], ["dead", outbox.dead]];
  for (const [key, n] of more) {
    const node = find(`outbox-${key}`);
    node.parentElement.hidden = !n;
    setText(node, n);
  }
  drawLines(outbox.rows || []);
  find("outbox-nothing").hidden = outbox.waiting > 0 || (outbox.rows || []).length > 0;
}

function drawLines(list) {
  const holder = find("outbox-rows");
  const seen = new Map();
  const keys = list.map((row) => {
    const base = `${row.to}\n${row.text}`;
    seen.set(base, (seen.get(base) || 0) + 1);
    return `${base}\n${seen.get(base)}`;
  });
  for (const [key, node] of lines) if (!keys.includes(key)) { lines.delete(key); leave(node); }
  list.forEach((row, i) => {
    let node = lines.get(keys[i]);
    if (!node) {
      node = el("li", { lang: "vi" }, el("b", {}, row.to), el("span", { class: "what" }, row.text), el("small", {}));
      lines.set(keys[i], node);
    }
    setText(node.lastElementChild, row.note);
    const staying = [...holder.children].filter((n) => !n.classList.contains("leaving"));
    if (staying[i] !== node) holder.insertBefore(node, staying[i] || null);
  });
}

function leave(node) {
  if (calm()) { node.remove(); return; }
  node.classList.add("leaving");
  node.animate([{ opacity: 1, transform: "none", height: `${node.offsetHeight}px` }, { opacity: 0, transform: "translateX(28px)", height: `${node.offsetHeight}px`, offset: 0.6 }, { opacity: 0, height: 0, padding: 0 }], { duration: 320, easing: "ease-in" })
    .addEventListener("finish", () => node.remove());
}

// ---- faults and scenes

export function drawFaults() {
  for (const what of ["down", "flood", "slow"]) find(`fault-${what}`).setAttribute("aria-pressed", String(app.state.faults[what]));
  const any = Object.values(app.state.faults).some(Boolean);
  find("fault-note").hidden = !any;
  document.body.classList.toggle("faulty", any);
}

export function drawScenes() {
  find("undo").hidden = !app.state.before;
  const holder = find("scenes");
  const stand = JSON.stringify([app.state.scenes, app.state.scene, t("scene_now")]);
  if (holder.dataset.stand === stand) return;
  holder.dataset.stand = stand;
  holder.replaceChildren(...app.state.scenes.map((s) => {
    const now = s.id === app.state.scene;
    return el("li", {}, el("button", { type: "button", "data-scene": s.id, "aria-current": now ? "true" : null, lang: "vi",
      onclick: async () => { if (!app.busy() && await mayLose(s.title)) app.order("scene", s.id); } },
    el("b", {}, s.title, now ? el("span", { class: "tag" }, t("scene_now")) : ""), el("small", {}, s.about)));
  }));
}
