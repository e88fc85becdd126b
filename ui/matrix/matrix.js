// Builds a <table> of shaded cells. Every text goes through textContent; nothing from the data becomes markup.
// What has not changed stays: a cell that is built anew between pressing and letting go of the mouse gets no click.

const STATES = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  const host = parentElement.querySelector(".an-matrix");
  const state = STATES.get(parentElement) ?? { place: null };
  STATES.set(parentElement, state);
  state.send = setTriggerValue;
  const content = JSON.stringify({ ...data, chosen: "" });
  if (state.content === content && host.firstChild) press(host, data.chosen);
  else draw(host, data, state);
  state.content = content;
}

function press(host, chosen) {
  for (const button of host.querySelectorAll("td button")) {
    button.setAttribute("aria-pressed", String(button.dataset.id === chosen));
  }
}

function draw(host, data, state) {
  const hadFocus = host.contains(host.getRootNode().activeElement);
  const scrolled = host.firstChild ? [host.firstChild.scrollLeft, host.firstChild.scrollTop] : [0, 0];
  host.replaceChildren(frame(data, state));
  host.firstChild.scrollTo(...scrolled);
  if (data.chosen && !state.place) bringIntoView(host.firstChild); // a link may lead to a cell far to the right
  if (hadFocus) state.place?.focus();
}

function frame(data, state) {
  const box = element("div", "box");
  box.tabIndex = -1;
  const table = element("table", data.small ? "small" : "");
  table.lang = data.lang;
  const squares = new Map(data.squares.map(([row, column, ...square]) => [`${row} ${column}`, square]));
  table.append(element("caption", "", data.caption), header(data, state));
  const body = element("tbody");
  data.rows.forEach(([text, target, start], row) => {
    const line = element("tr", classes(start, data.totals && row === data.rows.length - 1));
    line.append(heading("row", text, target, state));
    data.columns.forEach(([, , begins], column) => {
      const cell = element("td", classes(begins, data.totals && column === data.columns.length - 1));
      fill(cell, squares.get(`${row} ${column}`), { data, state, row, column });
      line.append(cell);
    });
    body.append(line);
  });
  table.append(body);
  walkable(table, state, data);
  box.append(table);
  return box;
}

function bringIntoView(box) {
  const cell = box.querySelector("[aria-pressed='true']")?.getBoundingClientRect();
  const frame = box.getBoundingClientRect();
  if (!cell || (cell.right < frame.right && cell.bottom < frame.bottom)) return;
  box.scrollBy(cell.left - frame.left - frame.width / 2, cell.top - frame.top - frame.height / 2);
}

const classes = (start, total) => [start && "start", total && "total"].filter(Boolean).join(" ");

function header(data, state) {
  const line = element("tr");
  const corner = element("th", "corner", data.corner);
  corner.scope = "col";
  line.append(corner);
  data.columns.forEach(([text, target, start], column) => {
    const cell = heading("col", text, target, state);
    cell.className = classes(start, data.totals && column === data.columns.length - 1);
    line.append(cell);
  });
  const head = element("thead");
  head.append(line);
  return head;
}

function heading(scope, text, target, state) {
  const cell = element("th");
  cell.scope = scope;
  if (!target) {
    cell.append(element("span", "", text));
    return cell;
  }
  const link = element("a", "", text);
  link.href = target;
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    state.send("open", target);
  });
  cell.append(link);
  return cell;
}

function fill(cell, square, { data, state, row, column }) {
  if (!square) return;
  const [text, id, step] = square;
  if (!id) {
    cell.textContent = text;
    return;
  }
  const button = element("button", `step${step}`, text);
  button.type = "button";
  button.dataset.id = id;
  button.setAttribute("aria-pressed", String(id === data.chosen));
  const words = { row: data.rows[row][0], column: data.columns[column][0], value: text };
  button.setAttribute("aria-label", data.cell.replace(/\{(\w+)\}/g, (_, name) => words[name]));
  button.title = button.getAttribute("aria-label");
  button.addEventListener("click", () => {
    state.place = button;
    state.send("choose", id);
  });
  cell.append(button);
}

// One stop with Tab; the arrow keys go to the next cell that can be chosen, Home and End to the ends of a row.
function walkable(table, state, data) {
  const buttons = [...table.querySelectorAll("button")];
  const known = buttons.find((b) => b.dataset.id === state.place?.dataset.id);
  const first = known ?? buttons.find((b) => b.dataset.id === data.chosen) ?? buttons[0];
  for (const button of buttons) button.tabIndex = button === first ? 0 : -1;
  if (known) state.place = known;
  table.addEventListener("keydown", (event) => {
    const next = neighbour(table, event.target.closest("td"), event.key);
    if (!next) return;
    event.preventDefault();
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    state.place = next;
    next.focus();
  });
}

function neighbour(table, cell, key) {
  if (!cell) return null;
  const rows = [...table.tBodies[0].rows];
  const row = rows.indexOf(cell.parentElement);
  const column = cell.cellIndex;
  const inRow = [...cell.parentElement.cells].slice(1);
  const inColumn = rows.map((line) => line.cells[column]);
  const ways = {
    ArrowRight: inRow.slice(column),
    ArrowLeft: inRow.slice(0, column - 1).reverse(),
    ArrowDown: inColumn.slice(row + 1),
    ArrowUp: inColumn.slice(0, row).reverse(),
    Home: inRow,
    End: [...inRow].reverse(),
  };
  return ways[key]?.map((other) => other.querySelector("button")).find(Boolean) ?? null;
}

function element(name, className = "", text = undefined) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}
