// The table of a network: its rows follow search and filter, and lead to the picture.

export class Rows {
  constructor(table, explorer) {
    this.explorer = explorer;
    this.rows = [...(table?.querySelectorAll("tbody tr[data-id]") ?? [])];
    for (const row of this.rows) this.lead(row);
  }

  lead(row) {
    const name = row.cells[0];
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name.textContent;
    button.addEventListener("click", () => this.explorer.select(row.dataset.id, { bring: true }));
    name.replaceChildren(button);
  }

  filter(shown) {
    for (const row of this.rows) row.hidden = !shown.has(this.explorer.node(row.dataset.id));
  }

  mark(id) {
    for (const row of this.rows) row.classList.toggle("chosen", row.dataset.id === id);
  }
}
