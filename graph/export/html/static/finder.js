// Search and filter of one network. Whatever does not fit steps back, it is not hidden.

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

export class Finder {
  constructor(element, explorer, fields) {
    this.explorer = explorer;
    this.fields = new Map(fields);
    this.search = element.querySelector("input");
    this.field = element.querySelector("select");
    this.status = element.querySelector("[role=status]");
    this.search.addEventListener("input", () => explorer.show());
    this.search.addEventListener("keydown", (event) => this.onKey(event));
    this.field?.addEventListener("change", () => explorer.show());
    element.hidden = false;
  }

  get state() {
    return [this.search.value, this.field?.value ?? ""];
  }

  onKey(event) {
    if (event.key === "Escape") {
      this.search.value = "";
      this.explorer.show();
    } else if (event.key === "Enter") {
      const first = [...this.explorer.picture.nodes.values()].find((node) => this.fits(node));
      if (first && this.search.value.trim()) this.explorer.select(first.id, { bring: true });
      event.preventDefault();
    }
  }

  fits(node) {
    const [text, field] = this.state;
    return (!field || this.fields.get(node.id)?.includes(field)) && this.has(node, plain(text.trim()));
  }

  has(node, text) {
    const facts = this.explorer.facts.get(node.id) ?? [];
    return !text || [node.name, node.label, node.kind, ...facts.map(([, said]) => said)].some((part) => plain(part).includes(text));
  }

  count(hits) {
    const { words } = this.explorer;
    const asked = this.state.some(Boolean);
    this.status.textContent = asked ? (hits ? words.hits.replace("{n}", hits) : words.no_hit) : "";
  }
}
