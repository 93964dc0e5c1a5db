// What every part of the page uses: labels, elements, requests, dialogs.

// The parts ask things of each other through this; app.js fills it in.
export const app = { state: null, board: null, tour: null };

// touch notes whether anything was done since the scene began, which another
// would take the place of.
app.touch = (done) => remember("touched", done ? "1" : "", "sessionStorage");
app.touched = () => Boolean(remembered("touched", "sessionStorage"));

export const person = (id) => app.state?.people.find((p) => p.id === id);

// ---- labels

const labels = JSON.parse(document.getElementById("labels").textContent);
export let language = "vi";

// t is a label in the language of the page; {0}, {1} stand for the values.
export function t(key, ...values) {
  const says = labels[language][key] ?? labels.vi[key] ?? key;
  return says.replace(/\{(\d)\}/g, (_, i) => values[i]);
}

// relabel turns everything that carries the name of a label to the language.
export function relabel(to) {
  language = labels[to] ? to : "vi";
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll("[data-t-label]")) node.setAttribute("aria-label", t(node.dataset.tLabel));
  for (const node of document.querySelectorAll("[data-t-title]")) node.title = t(node.dataset.tTitle);
  for (const node of document.querySelectorAll("[data-t-hint]")) node.placeholder = t(node.dataset.tHint);
}

// ---- elements

// el builds an element. Text only ever arrives as text: nothing that a person
// or the bot wrote is read as markup. says, label, title and hint name labels,
// so that relabel finds them again.
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "says") { node.dataset.t = value; node.textContent = t(value); }
    else if (name === "label") { node.dataset.tLabel = value; node.setAttribute("aria-label", t(value)); }
    else if (name === "title") { node.dataset.tTitle = value; node.title = t(value); }
    else if (name === "hint") { node.dataset.tHint = value; node.placeholder = t(value); }
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((c) => c !== null && c !== undefined && c !== false));
  return node;
}

const svg = "http://www.w3.org/2000/svg";

export function icon(name) {
  const node = document.createElementNS(svg, "svg");
  node.setAttribute("class", "icon");
  node.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(svg, "use");
  use.setAttribute("href", `#i-${name}`);
  node.append(use);
  return node;
}

export const find = (id) => document.getElementById(id);

// setText leaves the node alone when nothing changes, so that screen readers
// hear only what is new.
export function setText(node, text) {
  if (node.textContent !== String(text)) node.textContent = text;
}

// avatar is a disc with the initials; its colour follows the id.
export function avatar(name, id, role) {
  const words = (name || "?").trim().split(/\s+/);
  const letters = (words.length > 1 ? words[0][0] : "") + words[words.length - 1][0];
  const kind = ["officer", "leader", "admin", "channel"].includes(role) ? "agency" : role ? String(Math.abs(id) % 6) : "outsider";
  return el("span", { class: "avatar", "data-tone": kind, "aria-hidden": "true" }, role === "channel" ? icon("channel") : letters.toUpperCase());
}

// fold makes texts comparable without diacritics.
export const fold = (s) => s.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

export const number = (n) => n.toLocaleString(language === "vi" ? "vi-VN" : "en-GB");

export function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  const mega = bytes >= 1024 * 1024;
  return `${number(Math.round((bytes / (mega ? 1048576 : 1024)) * 10) / 10)} ${mega ? "MB" : "KB"}`;
}

export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

// remember and remembered keep small choices of the person at this page; a
// browser may forbid it.
export function remember(key, value, store = "localStorage") {
  try { window[store].setItem(key, value); } catch { /* forbidden */ }
}
export function remembered(key, store = "localStorage") {
  try { return window[store].getItem(key); } catch { return null; }
}

// ---- requests

export async function get(path) {
  return answer(fetch(path, { cache: "no-store" }));
}

// post sends JSON, or a form with files. It gives undefined after a refusal,
// which was then shown.
export async function post(path, body) {
  if (path !== "/do" && !path.endsWith("/read")) app.touch(true);
  const form = body instanceof FormData;
  return answer(fetch(path, {
    method: "POST",
    headers: form ? {} : { "Content-Type": "application/json" },
    body: form ? body : JSON.stringify(body),
  }));
}

async function answer(asked) {
  let response;
  try {
    response = await asked;
  } catch {
    toast(t("unreached"));
    return undefined;
  }
  const said = await response.json().catch(() => ({}));
  if (response.ok) return said;
  toast(said.error || t("refused"));
  return undefined;
}

// ---- short notices

const toasts = find("toasts");

// toast tells it above everything: a dialog lies above all that is not in it.
export function toast(text) {
  const node = el("p", { class: "toast" }, text);
  (document.querySelector("dialog[open]") || document.body).append(toasts);
  toasts.append(node);
  setTimeout(() => node.remove(), 3500 + text.length * 45);
}

export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(t("copied"));
  } catch {
    toast(t("copy_refused"));
  }
}

// ---- dialogs

// ask shows a question with a few answers; what it gives is the index of the
// answer, -1 if the dialog was closed without one.
export function ask({ title, text, answers, danger = false }) {
  return new Promise((resolve) => {
    const dialog = find("ask");
    let chosen = -1;
    const buttons = answers.map((says, i) =>
      el("button", { type: "button", class: i === 0 ? (danger ? "danger" : "primary") : "plain", onclick: () => { chosen = i; dialog.close(); } }, says));
    dialog.replaceChildren(
      el("h2", { id: "ask-title" }, title),
      text ? el("p", { class: "pre" }, text) : "",
      el("div", { class: "answers" }, ...buttons),
    );
    dialog.addEventListener("close", () => resolve(chosen), { once: true });
    dialog.showModal();
    buttons[0].focus();
  });
}

// A press beside a dialog closes it, as everywhere else. What is being told
// outlives it.
for (const dialog of document.querySelectorAll("dialog")) {
  dialog.addEventListener("close", () => document.body.append(toasts));
  dialog.addEventListener("pointerdown", (e) => {
    if (e.target !== dialog) return;
    const box = dialog.getBoundingClientRect();
    if (e.clientX < box.left || e.clientX > box.right || e.clientY < box.top || e.clientY > box.bottom) dialog.close();
  });
}

// ---- menus

// popup opens a small menu of {says, icon, run} at a point or beside an element.
export function popup(items, at, back) {
  closePopup();
  const menu = el("div", { class: "popup", role: "menu", id: "popup" });
  for (const item of items) {
    menu.append(el("button", { type: "button", role: "menuitem", tabindex: "-1", onclick: () => { closePopup(); item.run(); } }, icon(item.icon), item.says));
  }
  document.body.append(menu);
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(8, Math.min(at.x, innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(at.y, innerHeight - height - 8))}px`;
  menu.addEventListener("keydown", (e) => {
    if (arrows(e, [...menu.children])) return;
    if (e.key === "Escape" || e.key === "Tab") { e.preventDefault(); e.stopPropagation(); closePopup(); back?.focus(); }
  });
  menu.firstElementChild.focus();
}

export function closePopup() { find("popup")?.remove(); }

addEventListener("pointerdown", (e) => { if (!e.target.closest?.("#popup")) closePopup(); }, true);
addEventListener("resize", closePopup);

// arrows moves the focus within a list of elements; it reports whether the key
// was one of its own.
export function arrows(e, items, { across = false } = {}) {
  const at = items.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1, ...(across ? { ArrowRight: 1, ArrowLeft: -1 } : {}) }[e.key];
  let to = -1;
  if (step) to = (at + step + items.length) % items.length;
  else if (e.key === "Home") to = 0;
  else if (e.key === "End") to = items.length - 1;
  if (to < 0 || !items.length) return false;
  e.preventDefault();
  items[to].focus();
  return true;
}

// roving makes one of the elements the stop of the Tab key.
export function roving(items, chosen) {
  for (const item of items) item.tabIndex = item === chosen ? 0 : -1;
  if (!items.includes(chosen) && items.length) items[0].tabIndex = 0;
}
