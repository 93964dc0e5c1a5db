// What can be measured of the page: room, contrast, names of things. Each gives
// a list of what is wrong.
window.measure = (() => {
  const shown = (node) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const called = (node) => `${node.tagName.toLowerCase()}${node.id ? `#${node.id}` : ""}${[...node.classList].map((c) => `.${c}`).join("")} “${(node.textContent || "").trim().slice(0, 40)}”`;

  // still waits until what moves or changes colour has done so.
  const still = async () => {
    await Promise.allSettled(document.getAnimations().filter((a) => a.effect.getComputedTiming().endTime < Infinity).map((a) => a.finished));
    return true;
  };

  // clipped reports whether what sticks out of a thing can be seen at all.
  function clipped(node) {
    for (let at = node.parentElement; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.overflowX !== "visible" || style.clipPath !== "none") return true;
    }
    return getComputedStyle(node).clipPath !== "none";
  }

  // tooWide are things that reach beyond the sides of the screen, or of what
  // cuts them off.
  async function tooWide() {
    await still();
    const list = [];
    if (document.documentElement.scrollWidth > innerWidth) list.push(`the page is ${document.documentElement.scrollWidth} wide`);
    for (const node of document.body.querySelectorAll("*")) {
      if (!shown(node) || node.closest("svg, option")) continue;
      const box = node.getBoundingClientRect();
      if (box.width && (box.right > innerWidth + 1 || box.left < -1) && !clipped(node)) list.push(`${called(node)} from ${box.left} to ${box.right}`);
      const style = getComputedStyle(node);
      const scrolls = node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 1;
      if (scrolls && (style.overflowX === "auto" || style.overflowX === "scroll")) list.push(`${called(node)} scrolls sideways`);
    }
    for (const node of document.querySelectorAll(".chat .messages *")) {
      const box = node.getBoundingClientRect();
      const room = node.closest(".messages").getBoundingClientRect();
      if (shown(node) && !node.matches(".more") && (box.right > room.right + 1 || box.left < room.left - 1)) list.push(`${called(node)} is wider than the chat`);
    }
    return list;
  }

  // ---- contrast, as WCAG 2 defines it

  const pen = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });

  // rgba reads any colour that a style may hold.
  function rgba(colour) {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = "#000";
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  }

  const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];

  function light([r, g, b]) {
    const [x, y, z] = [r, g, b].map((v) => ((v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  }

  function ratio(a, b) {
    const [high, low] = [light(a), light(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  }

  const colours = /rgba?\([^)]*\)|color\([^)]*\)/g;

  // grounds are what may lie below a text: several where there is a gradient.
  function grounds(node) {
    const layers = [];
    for (let at = node; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      const list = style.backgroundImage.includes("gradient") ? style.backgroundImage.match(colours) || [] : [style.backgroundColor];
      layers.push(list.map(rgba));
      if (layers.at(-1).every((c) => c[3] === 1)) break;
    }
    let below = [[255, 255, 255, 1]];
    for (const layer of layers.reverse()) below = layer.flatMap((c) => below.map((b) => over(c, b)));
    return below;
  }

  function fade(node) {
    let opacity = 1;
    for (let at = node; at; at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity);
    return opacity;
  }

  // faint are the texts in view whose contrast is below AA.
  async function faint() {
    await still();
    const list = [];
    const seen = new Set();
    const hold = (node, style, opacity) => {
      const ink = rgba(style.color);
      ink[3] *= opacity;
      const least = Math.min(...grounds(node).map((g) => ratio(over(ink, g), g)));
      const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
      const says = `${called(node)} has ${least.toFixed(2)}, ${style.color}`;
      if (least < (large ? 3 : 4.5) && !seen.has(says)) { seen.add(says); list.push(says); }
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const node = texts.currentNode.parentElement;
      if (!texts.currentNode.data.trim() || !shown(node) || node.closest("script, style, option, :disabled, [aria-disabled=true], [aria-hidden=true], .unseen")) continue;
      hold(node, getComputedStyle(node), fade(node));
    }
    for (const field of document.querySelectorAll("[placeholder]")) {
      const style = getComputedStyle(field, "::placeholder");
      if (shown(field)) hold(field, style, fade(field) * Number(style.opacity));
    }
    return list;
  }

  // twice are the ids that stand twice.
  function twice() {
    const ids = [...document.querySelectorAll("[id]")].map((node) => node.id);
    return ids.filter((id, i) => ids.indexOf(id) !== i);
  }

  // loose are references to ids that are not there.
  function loose() {
    const list = [];
    for (const name of ["aria-labelledby", "aria-controls", "aria-describedby", "for"]) {
      for (const node of document.querySelectorAll(`[${name}]`)) {
        if (node.matches("dialog:not([open])")) continue; // titled when it opens
        for (const id of node.getAttribute(name).split(/\s+/)) if (!document.getElementById(id)) list.push(`${called(node)}: ${name} ${id}`);
      }
    }
    return list;
  }

  return { still, tooWide, faint, twice, loose };
})();
