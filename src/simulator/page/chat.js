// The chat page: the people column, which phones are shown (kept in the address), server events, and links between phones.

import {
  api, avatar, el, iconButton, listen, nameOf, parseLink, timeOrDay, tintOf,
} from "./chat-kit.js";
import { Phone } from "./chat-phone.js";
import { openMenu, personForm, pickPerson, tell, toast } from "./chat-sheets.js";

const MIN_PHONE_WIDTH = 360;
const MAX_PHONES = 4;
// Two browsers' worth of events may come at once; the list of people is read once for all of them.
const LIST_DELAY_MS = 120;
// With fewer people than this a search field is only in the way.
const SEARCH_FROM = 9;

const main = document.getElementById("phones");
const list = document.getElementById("people-list");
const filter = document.getElementById("people-filter");

const state = { bot: { name: "Bot", username: "bot" }, people: [], shown: [], phones: new Map(), rows: new Map(), connected: false };

const personOf = (id) => state.people.find((person) => person.id === id);

// ---- what a phone may ask of the page ----

const page = {
  bot: () => state.bot,
  person: personOf,
  connected: () => state.connected,
  back: () => go([]),
  closePhone: (id) => go(state.shown.filter((other) => other !== id)),
  openBeside: chooseBeside,
  changed: (id) => {
    state.phones.get(id)?.refresh();
    readPeopleSoon();
  },
  isInside: (href) => readLink(href).kind !== "outside",
  openLink,
  scan,
  share: shareQuery,
};

// ---- which phones are shown ----

const wide = matchMedia("(min-width: 760px)");
const room = () => (wide.matches ? Math.max(1, Math.min(MAX_PHONES, Math.floor(main.clientWidth / MIN_PHONE_WIDTH))) : 1);

const addressOf = (ids) => `#${ids.join("+")}`;

function go(ids) {
  if (addressOf(ids) !== location.hash) location.hash = addressOf(ids);
  else showPhones();
}

function idsInAddress() {
  const ids = location.hash.slice(1).split("+").map(Number);
  return [...new Set(ids)].filter(personOf);
}

function showPhones() {
  const known = idsInAddress();
  // A desktop without a chat looks broken; a phone starts with the list, as messengers do.
  const wanted = known.length || !wide.matches || !state.people.length ? known : [state.people[0].id];
  const ids = wanted.slice(0, room());
  const opened = ids.filter((id) => !state.shown.includes(id));
  state.shown.filter((id) => !ids.includes(id)).forEach((id) => state.phones.get(id).element.remove());
  state.shown = ids;
  ids.map(phoneOf).forEach((phone, index) => {
    if (phone.element !== main.children[index + 1]) main.insertBefore(phone.element, main.children[index + 1] ?? null);
  });
  document.getElementById("nobody").hidden = ids.length > 0;
  document.getElementById("app").classList.toggle("reading", ids.length > 0);
  main.classList.toggle("several", ids.length > 1);
  main.classList.toggle("roomy", room() > 1);
  opened.forEach((id) => readOpened(phoneOf(id), opened.length === 1 && wide.matches));
  drawPeople();
  showShared();
}

async function readOpened(phone, focus) {
  await phone.refresh();
  // Not away from a dialog that was opened meanwhile.
  if (focus && !document.querySelector(".veil")) phone.composer.focus();
}

function phoneOf(id) {
  if (!state.phones.has(id)) state.phones.set(id, new Phone(id, page));
  return state.phones.get(id);
}

/** Shows a person without taking away the phone that led there, if there is room. */
function openPhone(id) {
  if (state.shown.includes(id)) return;
  go(room() > 1 && state.shown.length ? [...state.shown.slice(0, room() - 1), id] : [id]);
}

function chooseBeside(id, host, anchor) {
  const others = state.people.filter((person) => !state.shown.includes(person.id));
  if (!others.length) return toast(host, "There is nobody else. Add a person first.");
  return openMenu(host, anchor, others.slice(0, 12).map((person) => ({
    text: nameOf(person), icon: "contact", run: () => openPhone(person.id),
  })), "Open beside");
}

// ---- people ----

async function readPeople() {
  const { bot, people } = await api.people();
  Object.assign(state, { bot, people });
  state.phones.forEach((phone) => phone.describe());
  if (idsInAddress().slice(0, room()).join() !== state.shown.join()) showPhones();
  else drawPeople();
}

let listTimer = 0;

function readPeopleSoon() {
  clearTimeout(listTimer);
  listTimer = setTimeout(() => readPeople().catch(() => {}), LIST_DELAY_MS);
}

function drawPeople() {
  const words = filter.value.trim().toLowerCase();
  document.getElementById("people-search").hidden = state.people.length < SEARCH_FROM;
  const found = state.people.filter((person) => `${nameOf(person)} ${person.hint ?? ""}`.toLowerCase().includes(words));
  const rows = new Map(found.map((person) => [person.id, personRow(person)]));
  [...list.children].filter((node) => ![...rows.values()].some((row) => row.node === node)).forEach((node) => node.remove());
  [...rows.values()].forEach(({ node }, index) => node !== list.children[index] && list.insertBefore(node, list.children[index] ?? null));
  state.rows = rows;
  const unread = state.people.reduce((sum, person) => sum + unreadOf(person), 0);
  document.title = `${unread ? `(${unread}) ` : ""}${state.shown.map(personOf).map(nameOf).join(", ") || "People"} · ${state.bot.name}`;
}

// Who has the chat before their eyes has read it.
const unreadOf = (person) => (state.shown.includes(person.id) ? 0 : person.unread ?? 0);

/** The row of a person, the old one if nothing about it changed. */
function personRow(person) {
  const current = state.shown.includes(person.id);
  const mark = JSON.stringify([person, current]);
  const old = state.rows.get(person.id);
  if (old?.mark === mark) return old;
  const hadFocus = old?.node.contains(document.activeElement);
  const node = makePersonRow(person, current);
  old?.node.replaceWith(node);
  if (hadFocus) node.querySelector("a").focus({ preventScroll: true });
  return { mark, node };
}

function makePersonRow(person, current) {
  const unread = unreadOf(person);
  const { last } = person;
  const link = el("a", { class: "person", href: addressOf([person.id]), "aria-current": current ? "true" : null },
    avatar(nameOf(person), tintOf(person.id)),
    el("span", { class: "person-text" },
      el("span", { class: "person-line" }, el("b", { text: nameOf(person) }),
        last && el("time", { text: timeOrDay(last.date) })),
      el("span", { class: "person-hint", text: person.hint ?? "" }),
      el("span", { class: "person-line" },
        el("span", { class: "person-last", dir: "auto", text: person.blocked ? "Bot is blocked" : lastWords(last) }),
        unread > 0 && el("span", { class: "badge", text: unread, "aria-label": `${unread} unread` }))));
  const beside = iconButton("beside", `Open ${nameOf(person)} beside`, () => openPhone(person.id), "small beside");
  return el("li", { class: current ? "current" : "" }, link, !current && beside);
}

const lastWords = (last) => (last ? `${last.from_bot ? "" : "You: "}${last.text}` : "No messages yet");

async function addPerson() {
  const profile = await personForm(document.body);
  if (!profile) return;
  try {
    const person = await api.addPerson(profile);
    await readPeople();
    go([person.id]);
  } catch (error) {
    toast(document.body, error.message);
  }
}

// ---- links between phones ----

const TELEGRAM_HOSTS = new Set(["t.me", "telegram.me", "www.t.me", "telegram.dog"]);

/** What a link means in here: start (of the bot), share, other (Telegram's, of no use here) or outside. */
function readLink(href) {
  const url = parseLink(href);
  if (!url) return { kind: "other" };
  if (url.protocol === "tg:") return readTelegramLink(url.host || url.pathname.replace(/^\/+/, ""), url.searchParams, url.searchParams.get("domain"));
  const host = url.hostname.toLowerCase();
  if (!TELEGRAM_HOSTS.has(host)) return { kind: "outside" };
  const [name, rest] = url.pathname.split("/").filter(Boolean);
  if (name === "share") return readTelegramLink("msg_url", url.searchParams);
  return rest ? { kind: "outside" } : readTelegramLink("resolve", url.searchParams, name);
}

function readTelegramLink(action, query, name) {
  if (action === "msg_url" || action === "msg") return { kind: "share", url: query.get("url") ?? "", text: query.get("text") ?? "" };
  const isBot = action === "resolve" && name?.toLowerCase() === state.bot.username.toLowerCase();
  return isBot ? { kind: "start", payload: query.get("start") ?? "" } : { kind: action === "resolve" ? "outside" : "other" };
}

async function openLink(id, href) {
  const link = readLink(href);
  if (link.kind === "outside") open(href, "_blank", "noopener,noreferrer");
  else if (link.kind === "share") await share(id, link);
  else if (link.kind === "start") await startBot(id, link.payload);
  else toast(phoneOf(id).element, "This link works only in Telegram");
}

async function startBot(id, payload) {
  openPhone(id);
  const phone = phoneOf(id);
  // Telegram unblocks a bot whose link is opened.
  if (personOf(id).blocked && !(await phone.act("unblock"))) return;
  if (payload) await phone.act("text", { text: `/start ${payload}` });
}

async function scan(from, text) {
  const host = phoneOf(from).element;
  const by = await pickPerson(host, "Scan with…", state.people.filter((person) => person.id !== from), text);
  if (by === null) return;
  if (parseLink(text)) await openLink(by, text);
  else await tell(host, "The code says", text);
}

// ---- sharing: the bot does not see it, so it stays in the browsers' storage ----

const SHARED_KEY = "simulator-shared";
const SHARED_MS = 12 * 60 * 60 * 1000;

function sharedNow() {
  try {
    return JSON.parse(localStorage.getItem(SHARED_KEY) ?? "[]").filter((notice) => Date.now() - notice.at < SHARED_MS);
  } catch {
    return [];
  }
}

function keepShared(notices) {
  localStorage.setItem(SHARED_KEY, JSON.stringify(notices));
  showShared();
}

function showShared() {
  const notices = sharedNow();
  const dismiss = (key) => keepShared(sharedNow().filter((notice) => notice.key !== key));
  state.phones.forEach((phone) => phone.showNotices(notices.filter((notice) => notice.to === phone.id), dismiss));
}

/** A button that switches to inline mode: Telegram would put "@bot query" into the chosen chat. */
async function shareQuery(from, query) {
  if (readLink(query).kind === "share") await openLink(from, query);
  else await share(from, { url: "", text: `@${state.bot.username} ${query}`.trim() });
}

async function share(from, { url, text }) {
  const host = phoneOf(from).element;
  const words = [text, url].filter(Boolean).join("\n");
  const to = await pickPerson(host, "Share with…", state.people.filter((person) => person.id !== from), words);
  if (to === null) return;
  const key = `${Date.now()}-${from}-${to}`;
  keepShared([...sharedNow(), { key, to, fromId: from, from: nameOf(personOf(from)), text, link: url, at: Date.now() }]);
  toast(host, `Shared with ${nameOf(personOf(to))}`);
  openPhone(to);
}

// ---- start ----

function onConnection(connected) {
  state.connected = connected;
  document.getElementById("people-state").textContent = connected ? "" : "connecting…";
  state.phones.forEach((phone) => phone.describeState());
  // Whatever happened while nobody was listening.
  if (connected) readPeople().then(refreshShown).catch(() => {});
}

function refreshShown() {
  state.shown.forEach((id) => state.phones.get(id).refresh());
}

/** Also sent to a window that fell behind: it looks at everything again. */
function onPeople() {
  readPeopleSoon();
  refreshShown();
}

function onChat({ person, version }) {
  const phone = state.phones.get(person);
  if (phone && state.shown.includes(person) && version > phone.version) phone.refresh();
  readPeopleSoon();
}

document.getElementById("add-person").addEventListener("click", addPerson);
filter.addEventListener("input", drawPeople);
window.addEventListener("hashchange", showPhones);
window.addEventListener("resize", showPhones);
window.addEventListener("storage", (event) => event.key === SHARED_KEY && showShared());

readPeople().then(showPhones).catch(() => onConnection(false)).finally(() => listen({
  chat: onChat,
  answer: (answer) => state.phones.get(answer.person)?.answer(answer),
  people: onPeople,
  typing: ({ person }) => state.phones.get(person)?.setTyping(true),
}, onConnection));
