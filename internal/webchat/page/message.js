// How a message looks: text with its entities, pictures, files, sound, buttons.

import { app, copyText, el, find, icon, size, t } from "./base.js";

// ---- text

// drawText draws a text with its entities. act says what pressing does:
// command(text), start(code).
export function drawText(text, entities, act) {
  const inner = [...(entities || [])]
    .filter((e) => e.length > 0 && e.offset >= 0 && e.offset + e.length <= text.length)
    .sort((a, b) => a.offset - b.offset || b.length - a.length);
  const out = document.createDocumentFragment();
  stretch(out, text, 0, text.length, inner, act, true);
  return out;
}

// stretch draws text[from:to]; entities within others become elements within
// elements. Offsets count UTF-16 units, as strings do here.
function stretch(into, text, from, to, entities, act, links) {
  let at = from;
  while (entities.length) {
    const e = entities.shift();
    const begin = Math.max(e.offset, at);
    const end = Math.min(e.offset + e.length, to);
    if (end <= begin) continue;
    plain(into, text.slice(at, begin), act, links);
    const within = [];
    while (entities.length && entities[0].offset < end) within.push(entities.shift());
    const node = mark(e, text.slice(begin, end), act);
    stretch(node, text, begin, end, within, act, links && !linking.has(e.type));
    into.append(node);
    at = end;
  }
  plain(into, text.slice(at, to), act, links);
}

const linking = new Set(["text_link", "url", "code", "pre", "bot_command", "email", "phone_number"]);
const marks = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote", expandable_blockquote: "blockquote" };

function mark(e, text, act) {
  switch (e.type) {
    case "text_link": return link(e.url, act);
    case "url": return link(text, act);
    case "bot_command": return el("button", { type: "button", class: "link", onclick: () => act.command(text) });
    case "spoiler": return el("span", { class: "spoiler", tabindex: "0", role: "button", onclick: reveal, onkeydown: (k) => { if (k.key === "Enter") reveal(k); } });
    case "code": return el("code", { onclick: () => copyText(text), title: "copy" });
    default: return el(marks[e.type] || "span");
  }
}

function reveal(e) { e.currentTarget.classList.add("shown"); }

const address = /https:\/\/[^\s<>"“”]*[^\s<>"“”.,;:!?)\]]/g;

// plain finds addresses that nobody marked, as the apps do.
function plain(into, text, act, links) {
  if (!text) return;
  let at = 0;
  if (links) {
    for (const m of text.matchAll(address)) {
      const node = link(m[0], act);
      node.append(m[0]);
      into.append(text.slice(at, m.index), node);
      at = m.index + m[0].length;
    }
  }
  into.append(text.slice(at));
}

// startCode is the payload of a link that opens this bot, null of all others.
export function startCode(url) {
  let u;
  try { u = new URL(url); } catch { return null; }
  const bot = app.state?.bot.user || "";
  const ours = u.protocol === "https:" && u.hostname === "t.me" && u.pathname.slice(1).toLowerCase() === bot.toLowerCase();
  return ours && bot ? u.searchParams.get("start") || "" : null;
}

// channelOf is the channel of which a link opens a post.
function channelOf(url) {
  const name = /^https:\/\/t\.me\/(\w+)\/\d+$/.exec(url)?.[1];
  return name && app.state?.people.find((p) => p.user === name);
}

// link draws a link: to this bot, to a channel that has a phone here, to the world outside, or, where the address
// is none that a chat should open, only the words.
function link(url, act) {
  const code = startCode(url);
  if (code !== null) return el("button", { type: "button", class: "link", onclick: () => act.start(code) });
  const channel = channelOf(url);
  if (channel) return el("button", { type: "button", class: "link to-channel", onclick: () => app.open(channel.id) });
  if (!/^(https?:\/\/|mailto:|tel:)/i.test(url)) return el("span");
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer" });
}

// ---- messages

// groupsOf joins the photos of an album; every other message stands alone.
export function groupsOf(messages) {
  const groups = [];
  for (const m of messages) {
    const key = keyOf(m);
    const last = groups[groups.length - 1];
    if (last && last.key === key) last.items.push(m);
    else groups.push({ key, items: [m] });
  }
  return groups;
}

export const keyOf = (m) => (m.album && m.kind === "photo" ? `album ${m.album}` : `message ${m.id}`);

// drawGroup draws one message, or the photos of an album as one bubble.
export function drawGroup(items, act) {
  return items.length > 1 ? drawAlbum(items, act) : drawMessage(items[0], act);
}

function drawMessage(m, act) {
  const bubble = el("div", { class: "bubble" });
  const head = [forwarded(m), quoted(m, act)].filter(Boolean);
  bubble.append(...head);
  const media = drawMedia(m, [m]);
  if (media) bubble.append(media);
  if (m.kind === "photo" && m.file) fit(bubble, m.file);
  if (m.text) bubble.append(el("div", { class: "text", lang: "vi" }, drawText(m.text, m.entities, act)));
  bubble.append(meta(m));
  const bare = m.kind === "photo" && !m.text && !head.length;
  return frame("article", m, `${m.kind} ${bare ? "bare" : ""}`, act, bubble, drawKeyboard(m, act));
}

function drawAlbum(items, act) {
  const said = items.find((m) => m.text) || items[0];
  const last = items[items.length - 1];
  const tiles = items.map((m) => frame("div", m, "tile", null, drawMedia(m, items)));
  const bubble = el("div", { class: "bubble" }, forwarded(said), quoted(said, act),
    el("div", { class: "album", "data-count": Math.min(items.length, 10) }, ...tiles));
  bubble.style.width = "min(100%, 21rem)";
  if (said.text) bubble.append(el("div", { class: "text", lang: "vi" }, drawText(said.text, said.entities, act)));
  bubble.append(meta({ ...last, edited: items.some((m) => m.edited) }));
  const group = el("article", { class: `group photo ${said.text ? "" : "bare"} ${said.bot ? "bot" : "mine"}`, "aria-label": spoken(said) }, bubble);
  if (act) addMore(group, said, act);
  return group;
}

function frame(tag, m, kind, act, ...children) {
  const node = el(tag, { class: `message ${kind} ${m.bot ? "bot" : "mine"}`.replace(/\s+/g, " "), "data-id": m.id, "aria-label": act ? spoken(m) : null }, ...children);
  if (act) addMore(node, m, act);
  return node;
}

const spoken = (m) => `${m.bot ? t("says_bot") : t("says_person")}, ${m.time}`;

function addMore(node, m, act) {
  node.append(el("button", { type: "button", class: "more", tabindex: "-1", label: "message_menu", onclick: (e) => {
    const box = e.currentTarget.getBoundingClientRect();
    act.menu(m, { x: box.left, y: box.bottom }, e.currentTarget);
  } }, icon("more")));
}

function meta(m) {
  return el("span", { class: "meta" },
    m.silent ? icon("mute") : null,
    m.edited ? el("span", { says: "edited" }) : null,
    el("time", { datetime: m.at }, m.time),
    m.bot ? null : icon("ticks"));
}

function forwarded(m) {
  return m.forwarded ? el("p", { class: "forwarded" }, t("forwarded", m.forwarded)) : null;
}

function quoted(m, act) {
  const to = m.replyTo && act ? act.message(m.replyTo) : null;
  if (!to) return null;
  return el("button", { type: "button", class: "quote", onclick: () => act.show(to.id) },
    el("b", {}, to.bot ? app.state.bot.name : act.owner()), el("span", {}, excerpt(to)));
}

export const excerpt = (m) => (m.text || kindName(m.kind)).replace(/\s+/g, " ").slice(0, 90);

export function kindName(kind) {
  switch (kind) {
    case "photo": return t("kind_photo");
    case "document": return t("kind_document");
    case "voice": return t("kind_voice");
    case "sticker": return t("kind_sticker");
    case "location": return t("kind_location");
    case "contact": return t("kind_contact");
    default: return t("kind_text");
  }
}

// ---- pictures, files, sound

function drawMedia(m, album) {
  const f = m.file;
  switch (m.kind) {
    case "text": return null;
    case "photo": return f ? drawPhoto(m, album) : null;
    case "voice": return f ? drawVoice(f) : null;
    case "document": return f ? drawFile(f) : null;
    default: return m.text ? null : el("p", { class: "odd" }, icon(m.kind === "location" ? "pin" : "smile"), kindName(m.kind));
  }
}

// fit gives the bubble the width of its picture before the picture is there,
// so that nothing moves when it comes.
function fit(bubble, f) {
  if (!f.width || !f.height) return;
  const scale = Math.min(336 / f.width, 400 / f.height, 1);
  bubble.style.width = `min(100%, ${Math.max(240, Math.round(f.width * scale))}px)`;
  const photo = bubble.querySelector(".picture");
  photo.style.aspectRatio = `${f.width} / ${Math.min(f.height, f.width * 1.9)}`;
}

function drawPhoto(m, album) {
  const alt = m.text ? `${t("kind_photo")}: ${excerpt(m)}` : t("kind_photo");
  return el("button", { type: "button", class: "picture", title: "enlarge", onclick: () => view(album, album.indexOf(m)) },
    el("img", { src: m.file.url, alt, loading: album.length > 1 ? null : "lazy", decoding: "async" }));
}

const save = (f) => `${f.url}${f.url.includes("?") ? "&" : "?"}save=1`;

const tones = { docx: "word", doc: "word", xlsx: "sheet", csv: "sheet", pdf: "pdf", png: "image", jpg: "image", jpeg: "image" };

function drawFile(f) {
  const name = f.name || t("kind_document");
  const ending = (name.match(/\.([a-z0-9]{1,5})$/i)?.[1] || "").toLowerCase();
  const row = el("a", { class: "file", href: save(f), download: name },
    el("span", { class: "sheet", "data-tone": tones[ending] || "other", "aria-hidden": "true" }, ending || icon("file")),
    el("span", { class: "file-says" }, el("b", { lang: "vi" }, name),
      el("small", {}, `${size(f.size)} · `, el("span", { says: "download" }))));
  if (!/^image\/(png|jpe?g|gif|webp)$/.test(f.mime || "")) return row;
  const shown = { file: f, kind: "document", text: name };
  const picture = el("button", { type: "button", class: "picture", title: "enlarge", onclick: () => view([shown], 0) },
    el("img", { src: f.url, alt: name, loading: "lazy", decoding: "async", onerror: () => picture.remove() }));
  return el("div", { class: "pictured" }, picture, row);
}

const clock = (s) => `${Math.floor(s / 60)}:${String(Math.floor(s % 60)).padStart(2, "0")}`;

let sounding = null; // one voice at a time

function drawVoice(f) {
  const audio = new Audio();
  audio.preload = "none";
  audio.src = f.url;
  const length = () => (Number.isFinite(audio.duration) && audio.duration) || f.duration || 0;
  const time = el("small", {}, clock(f.duration || 0));
  const bar = el("input", { type: "range", min: "0", max: "100", step: "0.5", value: "0", label: "voice_place", oninput: () => { if (length()) audio.currentTime = (bar.value / 100) * length(); } });
  const sign = el("span", {}, icon("play"));
  const play = el("button", { type: "button", class: "voice-play", label: "voice_play", onclick: () => (audio.paused ? audio.play().catch(broken) : audio.pause()) }, sign);
  const show = (playing) => sign.replaceChildren(icon(playing ? "pause" : "play"));
  const broken = () => setTimeout(() => time.replaceChildren(el("a", { href: save(f), download: f.name || "voice.ogg", says: "download" })), 0);
  audio.addEventListener("play", () => { if (sounding !== audio) sounding?.pause(); sounding = audio; show(true); });
  audio.addEventListener("pause", () => show(false));
  audio.addEventListener("ended", () => { bar.value = 0; time.textContent = clock(length()); });
  audio.addEventListener("timeupdate", () => {
    if (length()) bar.value = (audio.currentTime / length()) * 100;
    time.textContent = clock(audio.currentTime);
  });
  return el("div", { class: "voice" }, play, bar, time);
}

// view shows a picture large; the arrow keys go through its album.
function view(album, at) {
  const dialog = find("viewer");
  const image = el("img", { alt: "" });
  const caption = el("p", { lang: "vi" });
  const load = el("a", { class: "round", label: "download", title: "download" }, icon("download"));
  const turn = (step) => {
    at = (at + step + album.length) % album.length;
    const m = album[at];
    image.src = m.file.url;
    image.alt = m.text ? excerpt(m) : t("kind_photo");
    caption.textContent = album.length > 1 ? `${at + 1}/${album.length}  ${m.text || ""}` : m.text || "";
    load.href = save(m.file);
    load.download = m.file.name || `anh-${m.id || 1}.jpg`;
  };
  const close = el("button", { type: "button", class: "round", label: "close", title: "close", onclick: () => dialog.close() }, icon("close"));
  const sides = album.length > 1 ? [
    el("button", { type: "button", class: "round back", label: "previous", onclick: () => turn(-1) }, icon("back")),
    el("button", { type: "button", class: "round on", label: "following", onclick: () => turn(1) }, icon("on")),
  ] : [];
  dialog.replaceChildren(el("div", { class: "viewer-bar" }, caption, load, close), image, ...sides);
  dialog.onkeydown = (e) => { if (e.key === "ArrowRight") turn(1); else if (e.key === "ArrowLeft") turn(-1); };
  image.addEventListener("click", () => dialog.close());
  turn(0);
  dialog.showModal();
  close.focus();
}

// ---- buttons under a message

function drawKeyboard(m, act) {
  if (!m.keyboard?.length) return null;
  return el("div", { class: "keyboard", lang: "vi" }, ...m.keyboard.map((row) => el("div", { class: "row" }, ...row.map((b) => drawButton(m, b, act)))));
}

function drawButton(m, b, act) {
  const code = b.url ? startCode(b.url) : null;
  if (b.url && code === null) {
    if (!/^https?:\/\//i.test(b.url)) return el("span", { class: "inline" }, b.text);
    return el("a", { class: "inline", href: b.url, target: "_blank", rel: "noopener noreferrer" }, el("span", {}, b.text), icon("out"));
  }
  const run = (e) => {
    if (code !== null) act.start(code);
    else if (b.copy) copyText(b.copy);
    else act.press(m, b.data, e.currentTarget);
  };
  return el("button", { type: "button", class: "inline", "data-press": b.data, onclick: run }, el("span", {}, b.text), b.copy ? icon("copy") : null);
}

