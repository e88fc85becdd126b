// A line to type names into: suggestions while one types, Enter takes the marked one, the cursor stays for the next.
// Names are known from Python; what it has not heard yet is sent again with the next one, so that no name is lost.

const MOST = 8; // suggestions at a time
const fields = new WeakMap();

export default function ({ data, parentElement, setStateValue }) {
  let field = fields.get(parentElement);
  if (!field) fields.set(parentElement, (field = new Field(parentElement)));
  field.follow(data, setStateValue);
}

class Field {
  constructor(root) {
    this.label = root.querySelector("label");
    this.input = root.querySelector("input");
    this.list = root.querySelector("ul");
    this.queue = [];
    this.count = 0;
    this.input.addEventListener("input", () => this.suggest());
    this.input.addEventListener("keydown", (event) => this.onKey(event));
    this.input.addEventListener("blur", () => this.close());
    // before the field loses the cursor to the list
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", ({ target }) => this.take([...this.list.children].indexOf(target.closest("li"))));
  }

  follow(data, tell) {
    const moved = this.data && this.data.turn !== data.turn;
    this.data = data;
    this.tell = tell;
    this.names = data.options.map(([id, name]) => ({ id, name, folded: fold(name) }));
    this.queue = this.queue.filter(([number]) => number > data.heard);
    this.count = Math.max(this.count, data.heard);
    this.label.textContent = data.label;
    this.input.placeholder = data.placeholder;
    if (moved && document.activeElement?.closest(`.st-key-${data.after}`)) this.input.focus();
  }

  suggest() {
    const typed = this.input.value.trim();
    this.found = typed ? this.matching(fold(typed)) : [];
    const known = this.found.some(({ folded }) => folded === fold(typed));
    if (typed && !known) this.found.push({ id: "", name: typed, text: this.data.create.replace("{name}", typed) });
    this.marked = 0;
    this.list.replaceChildren(...this.found.map((each, place) => item(each.text ?? each.name, place)));
    this.show();
  }

  // Names that begin so come first, then those with a word that does, then those that hold it anywhere.
  matching(typed) {
    const rank = ({ folded }) => (folded.startsWith(typed) ? 0 : folded.includes(` ${typed}`) ? 1 : folded.includes(typed) ? 2 : 3);
    const ranked = this.names.map((each) => ({ ...each, rank: rank(each) })).filter((each) => each.rank < 3);
    return ranked.sort((a, b) => a.rank - b.rank).slice(0, MOST);
  }

  onKey(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (steps[event.key] && this.found?.length) this.mark(this.marked + steps[event.key]);
    else if (event.key === "Enter") this.take(this.marked);
    else if (event.key === "Escape" && !this.list.hidden) this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  mark(place) {
    this.marked = (place + this.found.length) % this.found.length;
    this.show();
  }

  show() {
    this.list.hidden = !this.found.length;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    [...this.list.children].forEach((each, place) => each.setAttribute("aria-selected", String(place === this.marked)));
    const active = this.list.hidden ? "" : `suggested-${this.marked}`;
    if (active) this.input.setAttribute("aria-activedescendant", active);
    else this.input.removeAttribute("aria-activedescendant");
  }

  close() {
    this.found = [];
    this.list.replaceChildren();
    this.show();
  }

  take(place) {
    const chosen = this.found?.[place];
    if (!chosen) return;
    this.queue = [...this.queue, [++this.count, chosen.id, chosen.name]];
    this.input.value = "";
    this.close();
    this.tell("queue", this.queue);
  }
}

function item(text, place) {
  const each = document.createElement("li");
  each.id = `suggested-${place}`;
  each.setAttribute("role", "option");
  each.textContent = text;
  return each;
}

function fold(text) {
  return text.toLowerCase().split(/\s+/).filter(Boolean).join(" ");
}
