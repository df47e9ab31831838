// What every part of the chat page shares: calls to the server, building of elements, and the sanitiser of message text.

const BASE = "/page";

// ---- the server ----

async function call(path, options) {
  let response;
  try {
    response = await fetch(BASE + path, options);
  } catch {
    throw new Error("The simulator does not answer");
  }
  const isJson = (response.headers.get("content-type") ?? "").includes("json");
  const body = isJson ? await response.json().catch(() => null) : null;
  if (!response.ok) throw new Error(body?.error ?? `The simulator refused (${response.status})`);
  return body;
}

function post(path, body) {
  return call(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

export const api = {
  people: () => call("/people"),
  addPerson: (profile) => post("/people", profile),
  messages: (person) => call(`/people/${person}/messages`),
  /** What a person does: text, press, key, contact, location, edit, block, unblock. */
  act: (person, verb, body = {}) => post(`/people/${person}/${verb}`, body),
  upload(person, kind, file, caption) {
    const query = new URLSearchParams({ name: file.name || `${kind}.png` });
    if (caption) query.set("caption", caption);
    const headers = { "content-type": file.type || "application/octet-stream" };
    return call(`/people/${person}/${kind}?${query}`, { method: "POST", headers, body: file });
  },
};

export const fileUrl = (fileId) => `${BASE}/files/${encodeURIComponent(fileId)}`;

const pictures = new Map();

/** Size and QR text of a picture. Known before a bubble is drawn, so that nothing jumps when the picture arrives. */
export function inspectPicture(fileId) {
  if (!pictures.has(fileId)) {
    pictures.set(fileId, Promise.all([sizeOf(fileUrl(fileId)), qrOf(fileId)])
      .then(([size, qr]) => ({ ...size, qr })));
  }
  return pictures.get(fileId);
}

async function sizeOf(url) {
  const image = new Image();
  image.src = url;
  await image.decode().catch(() => {});
  return { width: image.naturalWidth || 320, height: image.naturalHeight || 240 };
}

async function qrOf(fileId) {
  const found = await call(`/files/${encodeURIComponent(fileId)}/qr`).catch(() => null);
  return found?.text ?? null;
}

// A stream that died for good is opened again after this long.
const RETRY_MS = 1500;

/**
 * Server-sent events. A hidden window hangs up: a browser allows six connections to one server,
 * and every open window of this page would hold one. Whoever comes back reloads in `onState(true)`.
 */
export function listen(events, onState) {
  let source = null;
  let retry = 0;
  const close = () => {
    clearTimeout(retry);
    source?.close();
    source = null;
  };
  const open = () => {
    close();
    source = new EventSource(`${BASE}/events`);
    source.onopen = () => onState(true);
    source.onerror = () => {
      onState(false);
      if (source?.readyState === EventSource.CLOSED) retry = setTimeout(open, RETRY_MS);
    };
    for (const [name, handle] of Object.entries(events)) {
      source.addEventListener(name, (event) => handle(JSON.parse(event.data || "{}")));
    }
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  if (!document.hidden) open();
}

// ---- elements ----

/** Builds an element. Keys: `on` (listeners), `data` (dataset), properties of the element, else attributes. */
export function el(tag, options = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(options)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "on") Object.entries(value).forEach(([name, run]) => node.addEventListener(name, run));
    else if (key === "data") Object.assign(node.dataset, value);
    else if (key === "class") node.className = value;
    else if (key === "text") node.textContent = value;
    else if (key in node && typeof node[key] !== "object") node[key] = value;
    else node.setAttribute(key, value);
  }
  if (tag === "button" && !options.type) node.type = "button";
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const SVG = "http://www.w3.org/2000/svg";

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

export function iconButton(name, label, click, extra = "") {
  return el("button", { class: `round ${extra}`, "aria-label": label, title: label, on: { click } }, icon(name));
}

export const nameOf = (person) => [person.first_name, person.last_name].filter(Boolean).join(" ");

const TINTS = 7;
export const tintOf = (id) => `tint-${Math.abs(Number(id)) % TINTS}`;

export function avatar(name, tint, extra = "") {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const initials = words.slice(0, 2).map((word) => [...word][0]).join("").toUpperCase();
  return el("span", { class: `avatar ${tint} ${extra}`, "aria-hidden": "true", text: initials || "?" });
}

const TIME = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long" });
const DAY_YEAR = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });
const SHORT_DAY = new Intl.DateTimeFormat("en-GB", { day: "2-digit", month: "2-digit" });
const DAY_MS = 86_400_000;

export const timeOf = (unix) => TIME.format(unix * 1000);
export const momentOf = (unix) => `${DAY_YEAR.format(unix * 1000)}, ${TIME.format(unix * 1000)}`;

export function dayOf(unix) {
  const date = new Date(unix * 1000);
  const today = new Date();
  if (date.toDateString() === today.toDateString()) return "Today";
  if (date.toDateString() === new Date(today - DAY_MS).toDateString()) return "Yesterday";
  return (date.getFullYear() === today.getFullYear() ? DAY : DAY_YEAR).format(date);
}

export function timeOrDay(unix) {
  return dayOf(unix) === "Today" ? timeOf(unix) : SHORT_DAY.format(unix * 1000);
}

/** The clipboard needs a secure page; over plain http from another machine the old way is what is left. */
export async function copyText(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text).catch(() => copyOldWay(text));
  return copyOldWay(text);
}

function copyOldWay(text) {
  const area = el("textarea", { class: "unseen", value: text });
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

export function announce(text) {
  document.getElementById("live").textContent = text;
}

// ---- message text ----

const PLAIN_TAGS = new Set(["B", "STRONG", "I", "EM", "U", "INS", "S", "STRIKE", "DEL", "CODE", "PRE", "BLOCKQUOTE", "BR"]);
const LINK_SCHEMES = new Set(["http:", "https:", "tg:", "mailto:", "tel:"]);

/** Message html as a fragment made only of what is allowed here; anything else keeps its text and loses its tag. */
export function richText(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const fragment = document.createDocumentFragment();
  copyAllowed(parsed.body, fragment);
  return fragment;
}

function copyAllowed(from, to) {
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) to.append(child.data);
    else if (child.nodeType === Node.ELEMENT_NODE) {
      const copy = allowedCopy(child);
      copyAllowed(child, copy ?? to);
      if (copy) to.append(copy);
    }
  }
}

function allowedCopy(element) {
  if (PLAIN_TAGS.has(element.tagName)) return document.createElement(element.tagName);
  if (element.tagName === "A") return allowedLink(element.getAttribute("href"));
  if (element.tagName === "SPAN" && element.classList.contains("spoiler")) return spoiler();
  return null;
}

export function parseLink(href) {
  try {
    const url = new URL(href);
    return LINK_SCHEMES.has(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

function allowedLink(href) {
  const url = parseLink(href);
  return url && el("a", { href: url.href, target: "_blank", rel: "noopener noreferrer" });
}

function spoiler() {
  const show = (event) => {
    if (node.classList.contains("shown") || (event.type === "keydown" && !["Enter", " "].includes(event.key))) return;
    event.preventDefault();
    event.stopPropagation();
    node.classList.add("shown");
    node.removeAttribute("role");
    node.removeAttribute("aria-label");
  };
  const node = el("span", {
    class: "spoiler", role: "button", tabIndex: 0, "aria-label": "Hidden text, press to show",
    on: { click: show, keydown: show },
  });
  return node;
}
