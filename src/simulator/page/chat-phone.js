// One person's phone: the chat with the bot as that person sees it, kept equal to what the server says.

import {
  announce, api, avatar, copyText, el, icon, iconButton, inspectPicture, nameOf, tintOf,
} from "./chat-kit.js";
import { Composer } from "./chat-composer.js";
import { dayRow, messageRow, summary } from "./chat-message.js";
import { openMenu, tell, toast } from "./chat-sheets.js";

// How near to the end still counts as "at the end", px.
const NEAR_END = 80;
// Telegram shows "typing" for five seconds after each chat action.
const TYPING_MS = 5000;
// A press is never answered by a bot that is down: stop turning then.
const PRESS_MS = 15_000;
// A window of its own has the shape of a phone.
const PHONE_WINDOW = "popup,width=420,height=860";
// Messages nearer than this stand as one group, seconds.
const GROUP_SECONDS = 300;

export class Phone {
  /** `page` gives: bot, person, connected, changed, isInside, openLink, share, scan, back, closePhone, openBeside. */
  constructor(id, page) {
    this.id = id;
    this.page = page;
    this.messages = [];
    this.rows = new Map();
    this.pending = new Map();
    this.version = -1;
    this.unseen = 0;
    this.atEnd = true;
    this.lastTop = 0;
    this.build();
  }

  person() {
    return this.page.person(this.id) ?? { id: this.id, first_name: "" };
  }

  build() {
    this.owner = el("header", { class: "owner" });
    this.subtitle = el("p", { class: "chat-state" });
    this.title = el("h2", { class: "chat-name" });
    this.face = el("span");
    this.beside = iconButton("beside", "Open another phone beside", () => this.page.openBeside(this.id, this.element, this.beside), "beside");
    this.more = iconButton("more", "Chat menu", () => this.openChatMenu());
    const head = el("header", { class: "chat-head" },
      iconButton("back", "Back to people", () => this.page.back(), "back"),
      this.face, el("div", { class: "chat-who" }, this.title, this.subtitle), this.beside, this.more);
    this.notices = el("div", { class: "notices" });
    this.list = el("ol", { class: "messages", "aria-label": "Messages", on: { click: (event) => this.onLink(event) } });
    this.empty = el("div", { class: "empty", hidden: true });
    this.scroller = el("div", { class: "scroller", tabIndex: 0, "aria-label": "Chat", role: "region", on: { scroll: () => this.onScroll() } },
      this.empty, this.list);
    this.badge = el("span", { class: "badge", hidden: true });
    this.jump = el("button", { class: "round jump", "aria-label": "New messages", hidden: true, on: { click: () => this.toEnd(true) } }, icon("down"), this.badge);
    this.composer = new Composer(this);
    this.element = el("section", { class: `phone ${tintOf(this.id)}` }, this.owner, head, this.notices,
      el("div", { class: "chat-body" }, this.scroller, this.jump, el("div", { class: "toasts", role: "status" })),
      this.composer.element);
    this.watchSize();
    this.describe();
  }

  /** A growing text field, keyboard or window must not hide the last message from who is reading it. */
  watchSize() {
    const observer = new ResizeObserver(() => this.atEnd && this.toEnd(false));
    observer.observe(this.scroller);
    observer.observe(this.list);
  }

  /** Everything that comes from the list of people rather than from the chat. */
  describe() {
    const person = this.person();
    const bot = this.page.bot();
    const name = nameOf(person);
    this.element.setAttribute("aria-label", `${name}'s phone`);
    this.owner.replaceChildren(avatar(name, tintOf(this.id), "tiny"), el("b", { text: `${name}'s phone` }),
      el("span", { class: "owner-hint", text: person.hint ?? "" }),
      iconButton("close", "Close this phone", () => this.page.closePhone(this.id), "small close"));
    this.title.textContent = bot.name;
    this.face.replaceChildren(avatar(bot.name, "tint-bot"));
    this.describeState();
    this.updateFoot();
  }

  describeState() {
    const state = !this.page.connected() ? "connecting…" : this.typing ? "typing" : this.person().blocked ? "blocked" : "bot";
    this.subtitle.textContent = state;
    this.subtitle.classList.toggle("typing", state === "typing");
  }

  updateFoot() {
    if (!this.chat) return;
    this.composer.update({ ...this.chat, empty: this.messages.length === 0, blocked: this.person().blocked });
  }

  // ---- the server ----

  /** Tells the server what the person did. True if it was accepted; a refusal is shown and loses nothing. */
  async act(verb, body) {
    return this.attempt(() => api.act(this.id, verb, body));
  }

  /** What the bot offers for these words: {query, results}; null if nothing. */
  async offered(text) {
    return api.act(this.id, "inline", { text }).catch(() => null);
  }

  async upload(kind, file, caption) {
    return this.attempt(() => api.upload(this.id, kind, file, caption));
  }

  async attempt(work) {
    try {
      this.atEnd = true;
      await work();
      this.page.changed(this.id);
      return true;
    } catch (error) {
      toast(this.element, error.message);
      return false;
    }
  }

  /** Reads the chat anew. One reading at a time; changes during it lead to one more. */
  async refresh() {
    if (this.reading) {
      this.again = true;
      return;
    }
    this.reading = true;
    do {
      this.again = false;
      await this.read().catch((error) => toast(this.element, error.message));
    } while (this.again);
    this.reading = false;
  }

  async read() {
    const chat = await api.messages(this.id);
    const photos = chat.messages.map((message) => message.photo).filter(Boolean);
    const found = await Promise.all(photos.map(inspectPicture));
    this.pictures = new Map(photos.map((photo, index) => [photo, found[index]]));
    this.chat = chat;
    this.draw(chat.messages);
    this.updateFoot();
    if (this.atEnd) this.toEnd(false);
  }

  // ---- messages ----

  draw(messages) {
    const first = this.version < 0;
    const lastSeen = this.messages.at(-1)?.id ?? 0;
    const fresh = messages.filter((message) => message.id > lastSeen);
    this.version = this.chat.version;
    this.messages = messages;
    if (fresh.some((message) => !message.from_bot)) this.atEnd = true;
    this.list.classList.toggle("still", first);
    this.reconcile(this.wantedRows());
    this.showEmpty();
    if (first || this.atEnd) this.toEnd(false);
    else this.countUnseen(fresh.filter((message) => message.from_bot).length);
    if (!first) this.announceFresh(fresh);
  }

  announceFresh(fresh) {
    const last = fresh.filter((message) => message.from_bot).at(-1);
    if (!last) return;
    this.setTyping(false);
    announce(`${this.page.bot().name} to ${nameOf(this.person())}: ${summary(last)}`);
  }

  /** Keys and makers of the rows as they should stand now. */
  wantedRows() {
    const byId = new Map(this.messages.map((message) => [message.id, message]));
    const rows = [];
    this.messages.forEach((message, index) => {
      const before = this.messages[index - 1];
      const after = this.messages[index + 1];
      const day = new Date(message.date * 1000).toDateString();
      if (!before || new Date(before.date * 1000).toDateString() !== day) {
        rows.push({ key: day, mark: day, make: () => dayRow(message.date) });
      }
      const look = {
        first: !joined(before, message), last: !joined(message, after),
        picture: this.pictures.get(message.photo), answered: byId.get(message.reply_to),
      };
      rows.push({
        key: message.id, mark: JSON.stringify([message, look.first, look.last, look.answered?.html]),
        make: () => messageRow(message, look, this),
      });
    });
    return rows;
  }

  /** Changes only the rows that differ, so that reading position, focus and selection survive. */
  reconcile(wanted) {
    const keys = new Set(wanted.map(({ key }) => key));
    // Gone ones first: otherwise every row after them would be moved, and a moved element loses its focus.
    this.rows.forEach(({ node }, key) => keys.has(key) || node.remove());
    const rows = new Map();
    let place = this.list.firstChild;
    for (const { key, mark, make } of wanted) {
      const old = this.rows.get(key);
      const row = old?.mark === mark ? old : { mark, node: make() };
      if (old && row !== old) {
        if (place === old.node) place = row.node;
        replaceKeepingFocus(old.node, row.node);
      }
      if (row.node === place) place = place.nextSibling;
      else this.list.insertBefore(row.node, place);
      if (!old) row.node.classList.add("arrives");
      rows.set(key, row);
    }
    this.rows = rows;
  }

  showEmpty() {
    this.empty.hidden = this.messages.length > 0;
    if (this.empty.hidden || this.empty.childElementCount) return;
    const bot = this.page.bot();
    this.empty.append(avatar(bot.name, "tint-bot", "large"), el("b", { text: bot.name }), el("p", { text: `@${bot.username}` }),
      el("p", { text: "No messages yet. Press START to begin." }));
  }

  // ---- reading position ----

  onScroll() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    const near = scrollHeight - scrollTop - clientHeight < NEAR_END;
    // Only moving up leaves the end; a chat that grew or a window that shrank does not.
    if (near) this.atEnd = true;
    else if (scrollTop < this.lastTop - 1) this.atEnd = false;
    this.lastTop = scrollTop;
    if (this.atEnd) this.unseen = 0;
    this.showJump();
  }

  toEnd(smooth) {
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth ? "smooth" : "instant" });
  }

  countUnseen(count) {
    this.unseen += count;
    this.showJump();
  }

  showJump() {
    this.jump.hidden = this.atEnd;
    this.badge.hidden = this.unseen === 0;
    this.badge.textContent = this.unseen;
  }

  show(messageId) {
    const node = this.rows.get(messageId)?.node;
    if (!node) return;
    node.scrollIntoView({ block: "center" });
    node.classList.remove("flash");
    requestAnimationFrame(() => node.classList.add("flash"));
  }

  // ---- presses and answers ----

  isPending(messageId, text) {
    return this.pending.get(messageId)?.text === text;
  }

  async press(message, button, row, column) {
    if (button.kind === "url") return this.page.openLink(this.id, button.url);
    if (button.kind === "share") return this.page.share(this.id, button.url ?? "");
    if (button.kind === "copy") return this.copy(button.copy ?? button.url ?? button.text);
    if (this.pending.has(message.id)) return undefined;
    this.setPending(message.id, button.text);
    try {
      await api.act(this.id, "press", { message_id: message.id, row, column });
    } catch (error) {
      this.setPending(message.id, null);
      toast(this.element, error.message);
    }
    return undefined;
  }

  async copy(text) {
    await copyText(text);
    toast(this.element, "Copied");
  }

  setPending(messageId, text) {
    clearTimeout(this.pending.get(messageId)?.timer);
    this.pending.delete(messageId);
    if (text !== null) this.pending.set(messageId, { text, timer: setTimeout(() => this.setPending(messageId, null), PRESS_MS) });
    this.rows.get(messageId)?.node.querySelectorAll(".keys .key").forEach((key) => {
      const waits = key.querySelector(".key-text").textContent === text;
      key.classList.toggle("waits", waits);
      key.ariaBusy = waits ? "true" : null;
    });
  }

  /** Only the window in which the button was pressed shows the answer, as only that phone would. */
  answer({ message_id: messageId, text, alert, url }) {
    if (!this.pending.has(messageId)) return;
    this.setPending(messageId, null);
    if (url) this.page.openLink(this.id, url);
    else if (text && alert) tell(this.element, this.page.bot().name, text);
    else if (text) toast(this.element, text);
  }

  setTyping(on) {
    clearTimeout(this.typing);
    this.typing = on ? setTimeout(() => this.setTyping(false), TYPING_MS) : 0;
    this.describeState();
  }

  // ---- deeds of a message and of the chat ----

  /** Links to the bot act in here, as this person; all others are the browser's. */
  onLink(event) {
    const link = event.target.closest(".text a");
    if (link && this.page.isInside(link.href)) {
      event.preventDefault();
      this.page.openLink(this.id, link.href);
    }
  }

  authorOf(message) {
    return message.from_bot ? this.page.bot().name : nameOf(this.person());
  }

  scan(link) {
    this.page.scan(this.id, link);
  }

  reply(message) {
    this.composer.setContext({ reply: message, author: this.authorOf(message), text: summary(message) });
  }

  menu(anchor, message, bubble) {
    const words = bubble.querySelector(".text:not(.bare)")?.cloneNode(true);
    words?.querySelector(".stamp").remove();
    const text = words?.textContent ?? "";
    const canEdit = !message.from_bot && text && !message.photo && !message.document;
    openMenu(this.element, anchor, [
      { icon: "reply", text: "Reply", run: () => this.reply(message) },
      canEdit && { icon: "edit", text: "Edit", run: () => this.composer.setContext({ edit: message, text }) },
      text && { icon: "copy", text: "Copy text", run: () => this.copy(text) },
    ], "Message");
  }

  openChatMenu() {
    const { blocked } = this.person();
    openMenu(this.element, this.more, [
      { icon: "window", text: "Open in a new window", run: () => open(`#${this.id}`, "_blank", PHONE_WINDOW) },
      blocked
        ? { icon: "check", text: "Unblock the bot", run: () => this.act("unblock") }
        : { icon: "block", text: "Block the bot", run: () => this.act("block") },
    ], "Chat");
  }

  /** Links others shared with this person, as notifications from outside this chat. */
  showNotices(notices, onDismiss) {
    const mark = notices.map((notice) => notice.key).join();
    if (mark === this.noticeMark) return;
    this.noticeMark = mark;
    this.notices.replaceChildren(...notices.map((notice) => {
      const dismiss = () => onDismiss(notice.key);
      const go = () => {
        dismiss();
        this.page.openLink(this.id, notice.link);
      };
      return el("div", { class: "notice" }, avatar(notice.from, tintOf(notice.fromId), "tiny"),
        el("div", { class: "notice-text" }, el("b", { text: `${notice.from} shared with you` }),
          notice.text && el("p", { text: notice.text }),
          notice.link && el("button", { class: "link", text: notice.link, on: { click: go } })),
        iconButton("close", "Dismiss", dismiss, "small"));
    }));
  }
}

function joined(before, after) {
  return Boolean(before && after && before.from_bot === after.from_bot && after.date - before.date < GROUP_SECONDS
    && new Date(before.date * 1000).toDateString() === new Date(after.date * 1000).toDateString());
}

function replaceKeepingFocus(old, fresh) {
  const focused = old.contains(document.activeElement) ? document.activeElement.dataset?.at : null;
  old.replaceWith(fresh);
  if (focused) fresh.querySelector(`[data-at="${focused}"]`)?.focus({ preventScroll: true });
}
