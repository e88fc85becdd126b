// Finds an actor or project: exact names first, then beginnings of words, then the rest.
// Of equally good hits the order of Python decides: actors before projects, the best connected first.

const MOST = 10; // hits at a time
const lines = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  let line = lines.get(parentElement);
  if (!line) lines.set(parentElement, (line = new Line(parentElement)));
  line.follow(data, setTriggerValue);
}

// How well a name fits what was typed, 0 best; 3 not at all.
export function fit(name, typed) {
  if (name === typed) return 0;
  if (name.startsWith(typed) || ` ${name}`.replace(/[^\p{L}\p{N}]+/gu, " ").includes(` ${typed}`)) return 1;
  return name.includes(typed) ? 2 : 3;
}

export function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss").replace(/\s+/g, " ").trim();
}

class Line {
  constructor(root) {
    this.input = root.querySelector("input");
    this.list = root.querySelector("ul");
    this.found = [];
    this.input.addEventListener("input", () => this.suggest());
    this.input.addEventListener("focus", () => {
      this.input.select();
      setTimeout(() => this.read());
    });
    this.input.addEventListener("keydown", (event) => this.onKey(event));
    this.input.addEventListener("blur", () => this.close());
    // before the line loses the cursor to the list
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", ({ target }) => this.take([...this.list.children].indexOf(target.closest("li"))));
    document.addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k" && this.input.isConnected) {
        event.preventDefault();
        this.input.focus();
      }
    });
  }

  follow(data, tell) {
    this.tell = tell;
    this.words = data.words;
    this.input.setAttribute("aria-label", data.words.label);
    this.input.placeholder = data.words.placeholder;
    this.input.lang = data.lang;
    this.input.nextElementSibling.textContent = data.words.key;
    this.list.setAttribute("aria-label", data.words.label);
    if (data.entries !== this.given) [this.given, this.entries] = [data.entries, null];
  }

  // Only when somebody is about to search: of a large register it takes as long as opening the page.
  read() {
    this.entries ??= this.given.map(([id, label, hint, names]) => ({ id, label, hint, names: [label, ...names].map(fold) }));
  }

  suggest() {
    const typed = fold(this.input.value);
    this.found = typed ? this.matching(typed) : [];
    this.marked = 0;
    const rows = this.found.map((entry, place) => row(entry, place));
    this.list.replaceChildren(...(typed && !rows.length ? [message(this.words.none)] : rows));
    this.show(Boolean(typed));
  }

  matching(typed) {
    this.read();
    const fits = this.entries.map((entry) => [Math.min(...entry.names.map((name) => fit(name, typed))), entry]);
    const hits = fits.filter(([grade]) => grade < 3);
    return hits.sort((a, b) => a[0] - b[0]).slice(0, MOST).map(([, entry]) => entry); // sort is stable
  }

  onKey(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (!(event.ctrlKey || event.metaKey || event.altKey)) event.stopPropagation(); // letters are no shortcuts here
    if (steps[event.key] && this.found.length) this.mark(this.marked + steps[event.key]);
    else if (event.key === "Enter") this.take(this.marked);
    else if (event.key === "Escape" && !this.list.hidden) this.close();
    else return;
    event.preventDefault();
  }

  mark(place) {
    this.marked = (place + this.found.length) % this.found.length;
    this.show(true);
  }

  show(open) {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
    const hits = [...this.list.querySelectorAll("[role=option]")];
    hits.forEach((each, place) => each.setAttribute("aria-selected", String(place === this.marked)));
    if (open && hits.length) this.input.setAttribute("aria-activedescendant", `hit-${this.marked}`);
    else this.input.removeAttribute("aria-activedescendant");
  }

  close() {
    this.found = [];
    this.list.replaceChildren();
    this.show(false);
  }

  take(place) {
    const chosen = this.found[place];
    if (!chosen) return;
    this.input.value = "";
    this.close();
    this.input.blur();
    this.tell("open", chosen.id);
  }
}

function row({ label, hint }, place) {
  const each = document.createElement("li");
  each.id = `hit-${place}`;
  each.setAttribute("role", "option");
  const small = document.createElement("small");
  small.textContent = hint;
  each.append(label, " ", small);
  return each;
}

function message(text) {
  const each = document.createElement("li");
  each.className = "an-none";
  each.setAttribute("role", "presentation");
  each.textContent = text;
  return each;
}
