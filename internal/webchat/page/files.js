// Sending pictures and files from a phone.

import { el, find, icon, post, size, t, toast } from "./base.js";

const longest = 1280; // pixels of the longer side, as the apps send photos
const heaviest = 50 * 1024 * 1024;
const together = 10; // files of an album

// chooseFiles shows what is going to be sent and asks how.
export function chooseFiles(files, { chat, name, caption, sent }) {
  const fit = files.filter((f) => f.size <= heaviest && f.size > 0);
  if (fit.length < files.length) toast(t("too_large", 50));
  if (!fit.length) return;
  const dialog = find("files-dialog");
  const urls = [];
  const pictures = fit.filter((f) => f.type.startsWith("image/"));
  const sounds = fit.every((f) => f.type.startsWith("audio/"));
  const kinds = [pictures.length && ["photo", t("as_photo"), t("as_photo_hint")], ["document", t("as_file"), t("as_file_hint")], sounds && ["voice", t("as_voice"), ""]].filter(Boolean);
  const words = el("textarea", { rows: "2", maxlength: "1024", hint: "caption", label: "caption", name: "caption", lang: "vi" });
  words.value = caption;
  const go = el("button", { type: "submit", class: "primary", id: "files-send" }, icon("send"), t("send_files", fit.length));
  const form = el("form", {},
    el("h2", { id: "files-title" }, t("files_title", name)),
    el("ul", { class: "chosen" }, ...fit.map((f) => preview(f, urls))),
    el("div", { class: "kinds", role: "radiogroup", label: "send_as" }, ...kinds.map(([kind, says, hint], i) =>
      el("label", {}, el("input", { type: "radio", name: "kind", value: kind, checked: i === 0 }), el("span", {}, el("b", {}, says), hint ? el("small", {}, hint) : "")))),
    words,
    el("div", { class: "answers" }, go, el("button", { type: "button", class: "plain", onclick: () => dialog.close() }, t("cancel"))));
  form.addEventListener("submit", async (e) => {
    e.preventDefault();
    if (go.disabled) return;
    go.disabled = true;
    dialog.setAttribute("aria-busy", "true");
    const ok = await deliver(chat, form.elements.kind.value, fit, words.value.trim());
    dialog.removeAttribute("aria-busy");
    go.disabled = false;
    if (ok) { dialog.close(); sent(); }
  });
  words.addEventListener("keydown", (e) => { if (e.key === "Enter" && !e.shiftKey && !e.isComposing) { e.preventDefault(); form.requestSubmit(); } });
  dialog.addEventListener("close", () => urls.forEach((u) => URL.revokeObjectURL(u)), { once: true });
  dialog.replaceChildren(form);
  dialog.showModal();
  words.focus();
}

function preview(f, urls) {
  const picture = f.type.startsWith("image/");
  let shown = el("span", { class: "sheet", "data-tone": "other" }, icon(f.type.startsWith("audio/") ? "voice" : "file"));
  if (picture) {
    const url = URL.createObjectURL(f);
    urls.push(url);
    const sheet = shown;
    const image = el("img", { src: url, alt: "", onerror: () => image.replaceWith(sheet) });
    shown = image;
  }
  return el("li", {}, shown, el("span", {}, el("b", {}, f.name), el("small", {}, size(f.size))));
}

// deliver sends photos as photos where the browser can read them, all else as
// files; no more than an album at a time.
async function deliver(chat, kind, files, caption) {
  const parts = { photo: [], document: [], voice: [] };
  for (const f of files) {
    const photo = kind === "photo" ? await smaller(f) : null;
    if (photo) parts.photo.push(photo);
    else parts[kind === "voice" ? "voice" : "document"].push(f);
  }
  for (const [as, list] of Object.entries(parts)) {
    for (const some of portions(list)) {
      const form = new FormData();
      form.append("kind", as);
      form.append("caption", caption);
      for (const f of some) form.append("file", f, f.name);
      if (!await post(`/chats/${chat}/files`, form)) return false;
      caption = "";
    }
  }
  return true;
}

function portions(files) {
  const all = [];
  let bytes = Infinity;
  for (const f of files) {
    if (bytes + f.size > heaviest || all.at(-1).length === together) { all.push([]); bytes = 0; }
    all.at(-1).push(f);
    bytes += f.size;
  }
  return all;
}

// smaller gives the picture as a JPEG of at most 1280 pixels, without what the
// camera wrote into it; null if the browser cannot read it.
async function smaller(file) {
  if (!file.type.startsWith("image/") || file.type.includes("svg")) return null;
  let image;
  try {
    image = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return null;
  }
  const scale = Math.min(1, longest / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff"; // transparent parts would turn black
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.87));
  return blob ? new File([blob], `${file.name.replace(/\.[^.]*$/, "") || "anh"}.jpg`, { type: "image/jpeg" }) : null;
}
