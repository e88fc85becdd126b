// What a node or line under the pointer is. Text is set as text, never as markup.

export class Tooltip {
  constructor(parent) {
    this.element = document.createElement("div");
    this.element.className = "tip";
    this.element.hidden = true;
    parent.append(this.element);
    this.onEscape = (event) => event.key === "Escape" && this.hide();
    document.addEventListener("keydown", this.onEscape);
  }

  stop() {
    document.removeEventListener("keydown", this.onEscape);
  }

  show(lines, { x, y }, { width, height }) {
    this.element.replaceChildren(...lines.filter(Boolean).map(paragraph));
    this.element.hidden = false;
    this.follow({ x, y }, { width, height });
  }

  // It goes with the pointer, and never lies below it.
  follow({ x, y }, { width, height }) {
    if (this.element.hidden) return;
    const [w, h] = [this.element.offsetWidth, this.element.offsetHeight];
    this.element.style.left = `${Math.max(4, x + 16 + w > width ? x - 12 - w : x + 16)}px`;
    this.element.style.top = `${Math.max(4, y + 16 + h > height ? y - 12 - h : y + 16)}px`;
  }

  hide() {
    this.element.hidden = true;
  }
}

function paragraph(text) {
  const line = document.createElement("p");
  line.textContent = text;
  return line;
}

export function nodeLines(node, words) {
  return [node.name, [node.kind, words[`status.${node.status}`]].filter(Boolean).join(" · "), countOf(node, words)];
}

export function lineLines(line, words) {
  return [
    `${line.source.label} ${line.arrow ? "→" : "–"} ${line.target.label}`,
    line.kind === "cooperation" ? shared(line, words) : words[`tie_role.${line.kind}`] ?? line.kind,
    line.arrow ? money(line.amount, words) : "",
    line.dashed ? words.uncertain : "",
  ];
}

export function countOf(node, words) {
  return plural(node.neighbours.size, "neighbours", words);
}

const shared = (line, words) => (line.ties ? plural(line.ties, "shared", words) : words.declared);

function plural(n, key, words) {
  const number = new Intl.NumberFormat(words.language).format(n);
  return words[`${key}.${n === 1 ? "one" : "other"}`].replace("{n}", number);
}

function money(amount, words) {
  if (amount === null) return words.unknown_amount;
  const options = { style: "currency", currency: "EUR", maximumFractionDigits: amount.includes(".") ? 2 : 0 };
  return new Intl.NumberFormat(words.language, options).format(amount);
}
