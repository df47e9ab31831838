// The foot of a phone: reply keyboard, text field, attachments, command list, and the START and UNBLOCK buttons.

import { el, icon, iconButton } from "./chat-kit.js";
import { ask, contactForm, openMenu, pickPoint, toast, uploadForm } from "./chat-sheets.js";

const MAX_HEIGHT = 168;

export class Composer {
  /** `phone` gives: element (host of dialogs), act(verb, body), upload(kind, file, caption). */
  constructor(phone) {
    this.phone = phone;
    this.commands = [];
    this.keyboard = null;
    this.keyboardMark = "";
    this.keyboardOpen = false;
    this.context = null;
    this.build();
  }

  build() {
    this.keys = el("div", { class: "reply-keys", role: "group", "aria-label": "Reply keyboard", hidden: true });
    this.list = el("div", { class: "commands", role: "listbox", "aria-label": "Commands", hidden: true });
    this.note = el("div", { class: "context", hidden: true });
    this.slash = el("button", { class: "round slash", "aria-label": "Commands", title: "Commands", text: "/", on: { click: () => this.toggleCommands() } });
    this.toggle = iconButton("keyboard", "Reply keyboard", () => this.showKeyboard(!this.keyboardOpen), "toggle");
    this.toggle.hidden = true;
    this.attach = iconButton("attach", "Attach", () => this.openAttachMenu());
    this.field = el("textarea", {
      class: "field-text", rows: 1, maxLength: 4096, "aria-label": "Message", placeholder: "Message", enterkeyhint: "send",
      on: {
        input: () => this.onInput(),
        keydown: (event) => this.onKey(event),
        paste: (event) => this.onPaste(event),
        focus: () => this.phone.onFocus?.(),
      },
    });
    this.sendButton = iconButton("send", "Send", () => this.send(), "send");
    this.sendButton.disabled = true;
    this.bar = el("div", { class: "bar" },
      this.slash, this.attach, el("div", { class: "field-box" }, this.field, this.toggle), this.sendButton);
    this.big = el("button", { class: "big", hidden: true });
    this.element = el("footer", { class: "foot" }, this.list, this.keys, this.note, this.bar, this.big);
  }

  /** What the server says about this chat: {commands, keyboard, placeholder, empty, blocked}. */
  update({ commands, keyboard, placeholder, empty, blocked }) {
    this.commands = commands ?? [];
    this.slash.hidden = this.commands.length === 0;
    this.field.placeholder = keyboard?.placeholder || placeholder || "Message";
    this.updateKeyboard(keyboard);
    this.updateBig(empty, blocked);
  }

  updateBig(empty, blocked) {
    const shown = blocked || empty;
    this.big.hidden = !shown;
    this.bar.hidden = Boolean(shown);
    this.big.textContent = blocked ? "UNBLOCK" : "START";
    this.big.classList.toggle("warn", Boolean(blocked));
    this.big.onclick = () => (blocked ? this.phone.act("unblock") : this.phone.act("text", { text: "/start" }));
    if (shown) this.keys.hidden = true;
  }

  // ---- reply keyboard ----

  updateKeyboard(keyboard) {
    const mark = JSON.stringify(keyboard ?? null);
    if (mark === this.keyboardMark) return;
    this.keyboardMark = mark;
    this.keyboard = keyboard;
    this.toggle.hidden = !keyboard;
    this.keys.replaceChildren(...(keyboard?.rows ?? []).map((row, rowIndex) =>
      el("div", { class: "keys-row" }, row.map((key, column) => this.replyKey(key, rowIndex, column)))));
    this.showKeyboard(Boolean(keyboard));
  }

  replyKey(key, row, column) {
    const mark = { contact: "contact", location: "pin" }[key.request];
    return el("button", { class: "key", on: { click: () => this.pressKey(key, row, column) } },
      mark && icon(mark), el("span", { class: "key-text", text: key.text }));
  }

  async pressKey(key, row, column) {
    let sent = false;
    if (key.request === "contact") sent = await this.shareOwnContact(() => this.phone.act("key", { row, column }));
    else if (key.request === "location") sent = await this.shareLocation((point) => this.phone.act("key", { row, column, ...point }));
    else sent = await this.phone.act("key", { row, column });
    if (sent && this.keyboard?.one_time) this.showKeyboard(false);
  }

  showKeyboard(open) {
    this.keyboardOpen = open && Boolean(this.keyboard);
    this.keys.hidden = !this.keyboardOpen;
    this.toggle.setAttribute("aria-pressed", String(this.keyboardOpen));
  }

  // ---- text ----

  onInput() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, MAX_HEIGHT)}px`;
    this.sendButton.disabled = !this.field.value.trim();
    const typed = /^\/\w*$/.test(this.field.value) ? this.field.value.slice(1) : null;
    this.showCommands(typed === null ? [] : this.commands.filter(({ command }) => command.startsWith(typed)));
    this.askInline();
  }

  // ---- inline mode: `@bot words` ----

  async askInline() {
    const start = `@${this.phone.page.bot().username} `;
    const text = this.field.value;
    if (!text.startsWith(start)) return;
    const offered = await this.phone.offered(text.slice(start.length));
    // Whoever has typed on has asked again.
    if (!offered || this.field.value !== text) return;
    this.show(offered.results.map(({ id, title, description }) =>
      [title, description, () => this.choose(offered.query, id)]));
  }

  async choose(query, result) {
    this.show([]);
    if (await this.phone.act("choose", { query, result })) this.setText("");
  }

  onKey(event) {
    if (event.isComposing) return;
    const listed = !this.list.hidden;
    if (listed && ["ArrowDown", "ArrowUp"].includes(event.key)) this.moveInCommands(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Escape" && (listed || this.context)) listed ? this.showCommands([]) : this.setContext(null);
    else if (event.key === "Enter" && !event.shiftKey) this.onEnter(listed);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  onEnter(listed) {
    const chosen = listed && this.list.querySelector("[aria-selected=true]");
    if (chosen) chosen.click();
    else this.send();
  }

  async send() {
    const text = this.field.value.trim();
    if (!text || this.sending) return;
    this.sending = true;
    const { edit, reply } = this.context ?? {};
    const sent = edit
      ? await this.phone.act("edit", { message_id: edit.id, text })
      : await this.phone.act("text", { text, reply_to: reply?.id ?? null });
    this.sending = false;
    if (!sent) return;
    this.setContext(null);
    this.setText("");
  }

  setText(text) {
    this.field.value = text;
    this.onInput();
  }

  focus() {
    if (!this.bar.hidden) this.field.focus({ preventScroll: true });
    else if (!this.big.hidden) this.big.focus({ preventScroll: true });
  }

  /** What the next text belongs to: {reply: message, text} or {edit: message, text}. */
  setContext(context) {
    if (this.context?.edit && !context?.edit) this.setText("");
    this.context = context;
    this.note.hidden = !context;
    if (!context) return;
    const title = context.edit ? "Edit message" : `Reply to ${context.author}`;
    this.note.replaceChildren(icon(context.edit ? "edit" : "reply"),
      el("span", { class: "card-text" }, el("b", { text: title }), el("small", { text: context.text })),
      iconButton("close", "Cancel", () => this.setContext(null)));
    if (context.edit) this.setText(context.text);
    this.focus();
  }

  // ---- commands ----

  toggleCommands() {
    this.showCommands(this.list.hidden ? this.commands : []);
    if (!this.list.hidden) this.field.focus({ preventScroll: true });
  }

  showCommands(commands) {
    this.show(commands.map(({ command, description }) => [`/${command}`, description, () => this.sendCommand(command)]));
  }

  /** A list over the text field, of entries `[name, description, what choosing it does]`. */
  show(entries) {
    this.list.hidden = entries.length === 0;
    this.list.replaceChildren(...entries.map(([name, description, click], index) => el("button", {
      class: "command", role: "option", "aria-selected": String(index === 0), tabIndex: -1, on: { click },
    }, el("b", { text: name }), el("span", { text: description }))));
  }

  moveInCommands(step) {
    const options = [...this.list.children];
    const at = options.findIndex((option) => option.ariaSelected === "true");
    const next = options[(at + step + options.length) % options.length];
    options.forEach((option) => option.setAttribute("aria-selected", String(option === next)));
    next.scrollIntoView({ block: "nearest" });
  }

  async sendCommand(command) {
    this.showCommands([]);
    if (await this.phone.act("text", { text: `/${command}` })) this.setText("");
  }

  // ---- attachments ----

  openAttachMenu() {
    openMenu(this.phone.element, this.attach, [
      { icon: "photo", text: "Photo", run: () => this.chooseFile("photo") },
      { icon: "file", text: "File", run: () => this.chooseFile("document") },
      { icon: "contact", text: "My contact", run: () => this.shareOwnContact() },
      { icon: "contacts", text: "Someone's contact", run: () => this.shareOtherContact() },
      { icon: "pin", text: "Location", run: () => this.shareLocation() },
    ], "Attach");
  }

  chooseFile(kind) {
    const input = el("input", { type: "file", accept: kind === "photo" ? "image/*" : "" });
    input.onchange = () => input.files[0] && this.sendFile(kind, input.files[0]);
    input.click();
  }

  async sendFile(kind, file) {
    if (file.size === 0) return toast(this.phone.element, "The file is empty");
    const details = await uploadForm(this.phone.element, file, kind);
    if (details) await this.phone.upload(kind, file, details.caption.trim());
  }

  onPaste(event) {
    const file = [...event.clipboardData.files][0];
    if (!file) return;
    event.preventDefault();
    this.sendFile(file.type.startsWith("image/") ? "photo" : "document", file);
  }

  /** Telegram asks before a number leaves the phone, whoever wanted it. */
  async shareOwnContact(send = () => this.phone.act("contact")) {
    const phone = this.phone.person().phone;
    const detail = phone ? `+${phone}` : "The bot will see your number.";
    const yes = await ask(this.phone.element, "Share your phone number with the bot?", detail, "Share");
    return yes ? send() : false;
  }

  async shareOtherContact() {
    const contact = await contactForm(this.phone.element);
    return contact ? this.phone.act("contact", contact) : false;
  }

  async shareLocation(send = (point) => this.phone.act("location", point)) {
    const point = await pickPoint(this.phone.element);
    return point ? send(point) : false;
  }
}
