// Search, filters of lists and what an address points at. Text is set as text, never as markup.
(() => {
  "use strict";
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
  const up = document.documentElement.dataset.up;

  // --- lists ---------------------------------------------------------------------------------------------------------

  class Listing {
    constructor(element) {
      this.finder = element.querySelector(".finder");
      this.rows = [...element.querySelectorAll("tbody tr")].map((row) => ({
        row,
        text: plain(row.textContent),
        facets: JSON.parse(row.dataset.facets),
      }));
      this.search = this.finder.querySelector("input");
      this.choices = [...this.finder.querySelectorAll("select")];
      this.status = this.finder.querySelector("[role=status]");
      for (const input of [this.search, ...this.choices]) input.addEventListener("input", () => this.show());
      this.finder.hidden = false;
    }

    fits({ text, facets }) {
      const words = plain(this.search.value).split(/\s+/).filter(Boolean);
      return words.every((word) => text.includes(word)) && this.choices.every((c, i) => !c.value || facets[i].includes(c.value));
    }

    show() {
      let shown = 0;
      for (const entry of this.rows) {
        entry.row.hidden = !this.fits(entry);
        shown += entry.row.hidden ? 0 : 1;
      }
      this.status.textContent = this.status.dataset.rows.replace("{n}", shown).replace("{all}", this.rows.length);
    }
  }

  for (const element of document.querySelectorAll("[data-filter]")) new Listing(element);

  // --- search --------------------------------------------------------------------------------------------------------

  const found = document.getElementById("found");
  if (found && window.AKTEURSNETZ_INDEX) {
    const asked = new URLSearchParams(location.search).get("q") ?? "";
    const input = document.querySelector("form.search input");
    const entries = window.AKTEURSNETZ_INDEX.map(([name, others, kind, path]) => ({
      name, kind, path, text: plain([name, ...others, kind].join(" ")), first: plain(name),
    }));
    const show = () => {
      const words = plain(input.value).split(/\s+/).filter(Boolean);
      const hits = words.length ? entries.filter((entry) => words.every((word) => entry.text.includes(word))) : [];
      const rank = (entry) => (entry.first.startsWith(words[0]) ? 0 : 1);
      hits.sort((a, b) => rank(a) - rank(b));
      found.replaceChildren(...hits.map(hit));
      const said = hits.length ? found.dataset.hits.replace("{n}", hits.length) : found.dataset.none;
      document.getElementById("hits").textContent = words.length ? said : "";
    };
    const hit = ({ name, kind, path }) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = up + path;
      link.textContent = name;
      const note = document.createElement("span");
      note.className = "quiet";
      note.textContent = ` ${kind}`;
      item.append(link, note);
      return item;
    };
    input.value = asked;
    input.addEventListener("input", show);
    show();
  }

  // --- the element of the network an address points at ---------------------------------------------------------------

  const point = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const section = document.querySelector("section[data-network]");
    if (id && section?.akteursnetz?.node(id)) section.akteursnetz.select(id, { bring: true });
  };
  addEventListener("hashchange", point);
  addEventListener("load", () => setTimeout(point, 300));
})();
