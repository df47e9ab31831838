// Everything that opens over a phone: dialogs, forms, choosers, menus, toasts and the large view of a picture.

import { avatar, el, fileUrl, icon, iconButton, nameOf, tintOf } from "./chat-kit.js";

const TOAST_MS = 3500;

export function toast(host, text) {
  const selector = host === document.body ? ":scope > .toasts" : ".toasts";
  const place = host.querySelector(selector) ?? host.appendChild(el("div", { class: "toasts", role: "status" }));
  const note = el("p", { class: "toast", text });
  place.replaceChildren(note);
  setTimeout(() => note.remove(), TOAST_MS);
}

/**
 * A dialog over one phone. It is not a page-wide modal: the phone beside must stay usable,
 * so only the rest of this host becomes inert. Resolves with what `close` was given, or null.
 */
function openSheet(host, { title, role = "dialog", fill }) {
  return new Promise((resolve) => {
    const opener = document.activeElement;
    const covered = [...host.children].filter((child) => !child.inert && !child.matches(".toasts, .unseen"));
    const close = (value = null) => {
      veil.remove();
      covered.forEach((child) => { child.inert = false; });
      if (opener?.isConnected) opener.focus({ preventScroll: true });
      resolve(value);
    };
    const sheet = el("div", { class: "sheet", role, "aria-modal": "true", "aria-label": title });
    const veil = el("div", {
      class: "veil",
      on: {
        click: (event) => event.target === veil && close(),
        keydown: (event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          close();
        },
      },
    }, sheet);
    fill(sheet, close);
    covered.forEach((child) => { child.inert = true; });
    host.append(veil);
    (sheet.querySelector("[autofocus]") ?? sheet.querySelector("input, button")).focus();
  });
}

const actionRow = (...buttons) => el("div", { class: "sheet-actions" }, buttons);
const quiet = (text, click) => el("button", { class: "action", text, on: { click } });
const strong = (text, click) => el("button", { class: "action strong", text, autofocus: true, on: { click } });

/** A callback answer or any other word that has to be acknowledged. */
export function tell(host, title, text) {
  return openSheet(host, {
    title, role: "alertdialog",
    fill: (sheet, close) => sheet.append(
      el("h2", { text: title }), el("p", { class: "sheet-text", text }), actionRow(strong("OK", () => close())),
    ),
  });
}

export function ask(host, title, text, yes) {
  return openSheet(host, {
    title, role: "alertdialog",
    fill: (sheet, close) => sheet.append(
      el("h2", { text: title }), text && el("p", { class: "sheet-text", text }) || "",
      actionRow(quiet("Cancel", () => close(false)), strong(yes, () => close(true))),
    ),
  });
}

/** One of the people, or null. `detail` is shown above them (what is being shared or scanned). */
export function pickPerson(host, title, people, detail = "") {
  const row = (person, close) => el("button", { class: "row", on: { click: () => close(person.id) } },
    avatar(nameOf(person), tintOf(person.id)),
    el("span", { class: "row-text" }, el("b", { text: nameOf(person) }), el("small", { text: person.hint ?? "" })));
  return openSheet(host, {
    title,
    fill: (sheet, close) => sheet.append(
      el("h2", { text: title }),
      detail ? el("p", { class: "sheet-quote", text: detail }) : "",
      el("div", { class: "rows" }, people.length
        ? people.map((person) => row(person, close))
        : el("p", { class: "sheet-text", text: "There is nobody else yet. Add a person first." })),
      actionRow(quiet("Cancel", () => close())),
    ),
  });
}

// Places a person in Astana could be at; enough to try distance checks, near and far.
const POINTS = [
  ["Baiterek", 51.12833, 71.43053],
  ["Khan Shatyr", 51.13246, 71.40395],
  ["EXPO, Nur Alem", 51.08925, 71.41595],
  ["Palace of Peace", 51.12305, 71.46358],
  ["Astana Arena", 51.10824, 71.40258],
  ["Botanical garden", 51.10665, 71.41613],
  ["Nurly Zhol station", 51.11244, 71.53166],
  ["Astana-1 station", 51.19466, 71.40897],
  ["Airport", 51.02722, 71.46083],
];

export function pickPoint(host) {
  const row = ([name, latitude, longitude], close) => el("button", {
    class: "row", on: { click: () => close({ latitude, longitude }) },
  }, el("span", { class: "row-icon" }, icon("pin")),
  el("span", { class: "row-text" }, el("b", { text: name }),
    el("small", { text: `${latitude.toFixed(4)}, ${longitude.toFixed(4)}` })));
  return openSheet(host, {
    title: "Where are you?",
    fill: (sheet, close) => sheet.append(
      el("h2", { text: "Where are you?" }),
      el("div", { class: "rows" }, POINTS.map((point) => row(point, close))),
      coordinatesForm(close),
    ),
  });
}

function coordinatesForm(close) {
  const part = (name, label, limit, value) => field(label, {
    name, type: "number", step: "any", min: -limit, max: limit, required: true, value,
  });
  return form("Send", close, [
    el("div", { class: "pair" }, part("latitude", "Latitude", 90, "51.1600"), part("longitude", "Longitude", 180, "71.4700")),
  ], (data) => ({ latitude: Number(data.latitude), longitude: Number(data.longitude) }));
}

function field(label, attributes) {
  return el("label", { class: "field" }, el("span", { text: label }), el("input", { autocomplete: "off", ...attributes }));
}

function form(yes, close, fields, read = (data) => data) {
  const submit = (event) => {
    event.preventDefault();
    close(read(Object.fromEntries(new FormData(event.target))));
  };
  return el("form", { class: "sheet-form", on: { submit } }, fields,
    actionRow(quiet("Cancel", () => close()), el("button", { type: "submit", class: "action strong", text: yes })));
}

// Brackets are escaped because browsers read the pattern with the v flag.
const PHONE_PATTERN = "\\+?[0-9 \\(\\)\\-]{7,20}";
const digits = (phone) => phone.replace(/\D/g, "");

export function contactForm(host) {
  const title = "Someone's contact";
  return openSheet(host, {
    title,
    fill: (sheet, close) => sheet.append(el("h2", { text: title }), form("Send", close, [
      field("Name", { name: "first_name", required: true, maxLength: 64, autofocus: true }),
      field("Phone", { name: "phone", type: "tel", required: true, pattern: PHONE_PATTERN, placeholder: "+7 701 123 45 67" }),
    ], (data) => ({ first_name: data.first_name.trim(), phone: digits(data.phone) }))),
  });
}

export function personForm(host) {
  const languages = [["kk", "Қазақша"], ["ru", "Русский"], ["en", "English"], ["", "Not told"]];
  const language = el("label", { class: "field" }, el("span", { text: "Language" }),
    el("select", { name: "language_code" }, languages.map(([value, text]) => el("option", { value, text }))));
  // An empty field is left out: the server then chooses or knows that there is none.
  const read = (data) => Object.fromEntries(Object.entries({ ...data, phone: digits(data.phone) })
    .map(([key, value]) => [key, value.trim()]).filter(([, value]) => value));
  return openSheet(host, {
    title: "Add a person",
    fill: (sheet, close) => sheet.append(el("h2", { text: "Add a person" }), form("Add", close, [
      field("First name", { name: "first_name", required: true, maxLength: 64, autofocus: true }),
      field("Last name", { name: "last_name", maxLength: 64 }),
      language,
      field("Phone", { name: "phone", type: "tel", pattern: PHONE_PATTERN, placeholder: "+7 701 123 45 67" }),
    ], read)),
  });
}

/** What is about to be sent, with a caption. Resolves with {caption}. */
export function uploadForm(host, file, kind) {
  const title = kind === "photo" ? "Send a photo" : "Send a file";
  const url = kind === "photo" ? URL.createObjectURL(file) : null;
  const preview = url
    ? el("img", { class: "sheet-preview", src: url, alt: file.name })
    : el("p", { class: "sheet-quote", text: `${file.name} · ${sizeText(file.size)}` });
  return openSheet(host, {
    title,
    fill: (sheet, close) => sheet.append(el("h2", { text: title }), preview, form("Send", close, [
      field("Caption", { name: "caption", maxLength: 1024, autofocus: true }),
    ])),
  }).finally(() => url && URL.revokeObjectURL(url));
}

export function sizeText(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** The picture as large as the window allows, on white if it is transparent, so that a QR stays readable. */
export function showPicture(fileId, name, onScan) {
  const view = el("dialog", { class: "viewer", "aria-label": "Photo" });
  const close = () => view.close();
  view.append(
    el("div", { class: "viewer-bar" },
      el("span", { class: "viewer-name", text: name }),
      onScan && el("button", { class: "pill", on: { click: () => { close(); onScan(); } } }, icon("scan"), "Scan with…"),
      el("a", { class: "round", href: fileUrl(fileId), download: "photo", "aria-label": "Download", title: "Download" }, icon("download")),
      iconButton("close", "Close", close)),
    el("img", { src: fileUrl(fileId), alt: "", on: { click: (event) => event.stopPropagation() } }),
  );
  view.addEventListener("click", close);
  view.addEventListener("close", () => view.remove());
  document.body.append(view);
  view.showModal();
}

// ---- menus ----

let closeOpenMenu = () => {};

/** A small menu at a button (or at a point). Items: {icon, text, detail, run} — falsy items are left out. */
export function openMenu(host, anchor, items, label) {
  closeOpenMenu();
  const opener = document.activeElement;
  const choose = (item) => {
    close();
    item.run();
  };
  const menu = el("div", { class: "menu", role: "menu", "aria-label": label }, items.filter(Boolean).map((item) =>
    el("button", { class: "menu-item", role: "menuitem", on: { click: () => choose(item) } },
      item.icon ? icon(item.icon) : "", el("span", { text: item.text }))));
  const outside = (event) => !menu.contains(event.target) && close();
  const close = () => {
    menu.remove();
    document.removeEventListener("pointerdown", outside, true);
    closeOpenMenu = () => {};
    if (opener?.isConnected) opener.focus({ preventScroll: true });
  };
  menu.addEventListener("keydown", (event) => moveInMenu(event, menu, close));
  document.addEventListener("pointerdown", outside, true);
  closeOpenMenu = close;
  host.append(menu);
  placeMenu(menu, host.getBoundingClientRect(), anchor);
  menu.querySelector("button")?.focus({ preventScroll: true });
}

function moveInMenu(event, menu, close) {
  const buttons = [...menu.querySelectorAll("button")];
  const at = buttons.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) buttons[(at + step + buttons.length) % buttons.length].focus();
  else if (event.key === "Escape" || event.key === "Tab") close();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function placeMenu(menu, host, anchor) {
  const at = anchor instanceof Element ? anchor.getBoundingClientRect() : { left: anchor.x, right: anchor.x, top: anchor.y, bottom: anchor.y };
  const { offsetWidth: width, offsetHeight: height } = menu;
  const room = { right: host.right - at.left, below: host.bottom - at.bottom };
  const left = room.right >= width + 8 ? at.left : at.right - width;
  const top = room.below >= height + 8 ? at.bottom + 4 : at.top - height - 4;
  menu.style.left = `${Math.max(8, left - host.left)}px`;
  menu.style.top = `${Math.max(8, top - host.top)}px`;
}
