// What is known of the selected element. Text is set as text, never as markup.

export class Details {
  constructor(element, explorer) {
    this.element = element;
    this.explorer = explorer;
    this.show(null);
  }

  show(node) {
    const { words } = this.explorer;
    this.element.replaceChildren(...(node ? this.facts(node) : [made("p", words.details_hint)]));
  }

  facts(node) {
    const { explorer } = this;
    const { words } = explorer;
    const around = explorer.around === node.id;
    return [
      made("h3", node.name),
      ...(explorer.pages.has(node.id) ? [leading(words.profile, explorer.pages.get(node.id))] : []),
      list(explorer.facts.get(node.id) ?? []),
      button(around ? words.unfocus : words.focus, () => explorer.stepAround(node.id)),
      button(words.close, () => explorer.select(null)),
      made("h4", words.ties),
      this.neighbours(node),
    ];
  }

  neighbours(node) {
    const ties = made("ul");
    const { canvas } = { canvas: this.explorer.picture.words };
    for (const line of [...node.lines].sort((a, b) => other(a, node).name.localeCompare(other(b, node).name))) {
      const there = other(line, node);
      const item = made("li");
      item.append(button(there.name, () => this.explorer.select(there.id, { bring: true })));
      const role = canvas[`tie_role.${line.kind}`];
      const said = [role, line.dashed ? canvas.uncertain : ""].filter(Boolean).join(", ");
      if (said) item.append(` (${said})`);
      ties.append(item);
    }
    return ties;
  }
}

const other = (line, node) => (line.source === node ? line.target : line.source);

function made(tag, text = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

function list(facts) {
  const terms = made("dl");
  for (const [term, text] of facts) terms.append(made("dt", term), made("dd", text));
  return terms;
}

// A page of the published site is as far away as the document says.
function leading(text, path) {
  const link = made("a", text);
  link.href = `${document.documentElement.dataset.up ?? ""}${path}`;
  return link;
}

function button(text, act) {
  const element = made("button", text);
  element.type = "button";
  element.addEventListener("click", act);
  return element;
}
