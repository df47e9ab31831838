// One message as a bubble: text, picture, cards and the inline keyboard under it.

import { dayOf, el, fileUrl, icon, iconButton, momentOf, richText, timeOf } from "./chat-kit.js";
import { showPicture, sizeText } from "./chat-sheets.js";

const PICTURE_WIDTH = 340;
const PICTURE_HEIGHT = 400;
const SMALL_CODE = 240;
const MIN_CAPTION_WIDTH = 200;
const BIG_EMOJI = /^(?:\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|\p{Emoji_Modifier})*){1,3}$/u;

export function dayRow(unix) {
  return el("li", { class: "day" }, el("span", { text: dayOf(unix) }));
}

/**
 * The list item of a message. `look` says what lies around it: {first, last} of a group, `picture` (size, qr),
 * `answered` (the message it replies to); `deeds` is what it can ask of its phone.
 */
export function messageRow(message, look, deeds) {
  const bubble = el("div", { class: "bubble" },
    look.answered && quote(look.answered, deeds),
    message.photo && picture(message, look.picture, deeds),
    message.document && documentCard(message.document),
    placeCard(message),
    message.contact && contactCard(message.contact),
    caption(message));
  const column = el("div", { class: "column" }, bubble, keyboard(message, deeds));
  // The words under a picture wrap at its width.
  if (message.photo) column.style.width = `${Math.max(MIN_CAPTION_WIDTH, drawnSize(look.picture).width + 8)}px`;
  const classes = ["message", message.from_bot ? "theirs" : "own", look.first && "first", look.last && "last",
    isBigEmoji(message) && "emoji", message.photo && "with-photo", message.buttons?.length && "with-keys"];
  const row = el("li", {
    class: classes.filter(Boolean).join(" "), data: { id: message.id },
    on: {
      contextmenu: (event) => openActions(event, message, bubble, deeds),
      dblclick: (event) => event.target === row && deeds.reply(message),
    },
  }, column, sideActions(message, look, bubble, deeds));
  return row;
}

function isBigEmoji(message) {
  return !message.photo && !message.document && BIG_EMOJI.test(message.html ?? "");
}

/** First words of a message, for quotes, the people list and the live region. */
export function summary(message) {
  const text = message.html ? richText(message.html).textContent.replace(/\s+/g, " ").trim() : "";
  if (text) return text;
  if (message.photo) return "Photo";
  if (message.document) return message.document.name;
  if (message.venue) return message.venue.title;
  if (message.location) return "Location";
  return message.contact ? "Contact" : "Message";
}

function quote(answered, deeds) {
  return el("button", { class: "quote", on: { click: () => deeds.show(answered.id) } },
    el("b", { text: deeds.authorOf(answered) }), el("span", { text: summary(answered) }));
}

function stamp(message) {
  return el("span", { class: "stamp" },
    message.edited && el("span", { class: "edited", text: "edited" }),
    el("time", { dateTime: new Date(message.date * 1000).toISOString(), title: momentOf(message.date), text: timeOf(message.date) }),
    !message.from_bot && icon("check"));
}

function caption(message) {
  const text = el("div", { class: message.html ? "text" : "text bare", dir: "auto" });
  if (message.html) text.append(richText(message.html));
  text.append(stamp(message));
  return text;
}

// ---- cards ----

function drawnSize({ width, height, qr }) {
  // A small code is drawn larger than it is: it has to be read.
  const small = qr && Math.max(width, height) < SMALL_CODE;
  const scale = small ? SMALL_CODE / Math.max(width, height) : Math.min(1, PICTURE_WIDTH / width, PICTURE_HEIGHT / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

function picture(message, look, deeds) {
  const image = el("img", {
    src: fileUrl(message.photo), alt: look.qr ? "QR code" : "Photo", decoding: "sync", ...drawnSize(look),
    class: "photo",
  });
  const onScan = look.qr && (() => deeds.scan(look.qr));
  const open = () => showPicture(message.photo, summary(message), onScan);
  return el("button", { class: "photo-button", "aria-label": "Open the photo", on: { click: open } }, image);
}

function documentCard({ file_id: fileId, name, size }) {
  const extension = (/\.([^.]{1,5})$/.exec(name)?.[1] ?? "file").toLowerCase();
  return el("a", { class: "document", href: fileUrl(fileId), download: name, title: `Download ${name}` },
    el("span", { class: `document-icon kind-${extension}`, "aria-hidden": "true", text: extension }),
    el("span", { class: "card-text" }, el("b", { text: name }), el("small", { text: `${sizeText(size ?? 0)} · download` })));
}

function placeCard({ location, venue }) {
  if (!location && !venue) return null;
  const map = el("span", { class: "map", "aria-hidden": "true" }, icon("pin"));
  const where = location ? `${location.latitude.toFixed(5)}, ${location.longitude.toFixed(5)}` : "";
  const words = el("span", { class: "card-text" },
    el("b", { text: venue?.title ?? "Location" }), el("small", { text: venue?.address || where }));
  if (!location) return el("div", { class: "place" }, map, words);
  const query = `mlat=${location.latitude}&mlon=${location.longitude}#map=16/${location.latitude}/${location.longitude}`;
  return el("a", {
    class: "place", href: `https://www.openstreetmap.org/?${query}`, target: "_blank", rel: "noopener noreferrer",
    title: "Open in a map",
  }, map, words);
}

function contactCard({ name, phone }) {
  return el("div", { class: "contact" }, el("span", { class: "row-icon" }, icon("contact")),
    el("span", { class: "card-text" }, el("b", { text: name || "Contact" }), el("small", { text: phone.startsWith("+") ? phone : `+${phone}` })));
}

// ---- the inline keyboard ----

const KIND_ICONS = { url: "out", copy: "copy", share: "share" };

function keyboard(message, deeds) {
  if (!message.buttons?.length) return null;
  return el("div", { class: "keys", role: "group", "aria-label": "Buttons of the message" },
    message.buttons.map((row, rowIndex) => el("div", { class: "keys-row" },
      row.map((button, column) => inlineButton(message, button, rowIndex, column, deeds)))));
}

function inlineButton(message, button, row, column, deeds) {
  const waits = deeds.isPending(message.id, button.text);
  const corner = KIND_ICONS[button.kind];
  return el("button", {
    class: waits ? "key waits" : "key", "aria-busy": waits ? "true" : null, data: { at: `${row}.${column}` },
    title: button.kind === "url" ? button.url : null,
    on: { click: () => deeds.press(message, button, row, column) },
  }, el("span", { class: "key-text", text: button.text }), corner && icon(corner));
}

// ---- what can be done with a message ----

function sideActions(message, look, bubble, deeds) {
  const more = iconButton("more", "More", (event) => openActions(event, message, bubble, deeds), "small");
  const scan = look.picture?.qr && el("button", { class: "pill scan", on: { click: () => deeds.scan(look.picture.qr) } },
    icon("scan"), "Scan with…");
  return el("div", { class: "side" }, more, scan);
}

function openActions(event, message, bubble, deeds) {
  // A selection or a link keeps the browser's own menu.
  if (event.type === "contextmenu" && (event.target.closest("a") || String(getSelection()))) return;
  event.preventDefault();
  const fromKeyboard = event.type === "click" || !event.clientX;
  deeds.menu(fromKeyboard ? event.currentTarget.querySelector?.(".bubble") ?? event.currentTarget : { x: event.clientX, y: event.clientY }, message, bubble);
}
