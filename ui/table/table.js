// Builds a <table> from data. Every text goes through textContent; nothing from the data becomes markup.
// What has not changed stays: a link that is built anew between pressing and letting go of the mouse gets no click.

const STATES = new WeakMap();
const ROOM = "8rem"; // as wide as 216.500.000 € and the gap before it
const WORDY = 80; // characters of a cell from which its column keeps room for a line on a narrow screen

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const host = parentElement.querySelector(".an-table");
  const state = STATES.get(parentElement) ?? { sort: null, shown: 0, chosen: new Set(), asked: [] };
  STATES.set(parentElement, state);
  state.shown = Math.max(state.shown, data.pageOfRows);
  state.send = (name, value) => (name === "open" ? setTriggerValue : setStateValue)(name, value);
  if (isNews(state, data.chosen ?? [])) state.chosen = new Set(data.chosen ?? []);
  const content = JSON.stringify({ ...data, chosen: data.chosen !== null });
  if (state.content === content && host.firstChild) tick(host, state);
  else draw(host, data, state);
  state.content = content;
}

// What Python says of the choice follows what was ticked: the answer to one tick takes none back that came after it.
function isNews(state, chosen) {
  const said = inOrder(chosen);
  const answered = state.asked.indexOf(said);
  if (answered >= 0) state.asked.splice(0, answered + 1);
  else if (said !== state.said) state.asked = [];
  state.said = said;
  return !state.asked.length;
}

const inOrder = (chosen) => JSON.stringify([...chosen].sort());

function tick(host, state) {
  for (const box of host.querySelectorAll(".an-choice input")) box.checked = state.chosen.has(box.value);
}

function draw(host, data, state) {
  const cut = data.cut ? [element("p", "an-cut", data.cut)] : [];
  host.replaceChildren(...cut, frame(host, data, state), ...moreButton(host, data, state));
}

function frame(host, data, state) {
  const box = element("div", "an-scroll");
  if (data.maxHeight) box.style.maxHeight = `${data.maxHeight}px`;
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", data.caption);
  const table = element("table");
  table.lang = data.lang;
  table.append(element("caption", "", data.caption), header(host, data, state), body(host, data, state));
  box.append(table);
  box.style.setProperty("--an-sideways", JSON.stringify(data.words.sideways));
  const mark = () => {
    const further = box.scrollWidth - box.clientWidth;
    box.classList.toggle("an-wide", further > 1);
    box.classList.toggle("an-goes-on", further - box.scrollLeft > 1);
  };
  new ResizeObserver(mark).observe(box);
  box.addEventListener("scroll", mark, { passive: true });
  return box;
}

function header(host, data, state) {
  const row = element("tr");
  if (data.chosen) row.append(element("td", "an-choice"));
  data.columns.forEach((column, index) => {
    const cell = element("th", `an-${column.look}`);
    cell.classList.toggle("an-wordy", data.rows.some((row) => (row[index][0] ?? "").length > WORDY));
    cell.scope = "col";
    const direction = state.sort?.index === index ? state.sort.direction : 0;
    cell.setAttribute("aria-sort", direction > 0 ? "ascending" : direction < 0 ? "descending" : "none");
    const button = element("button", "an-sort", column.header);
    button.type = "button";
    button.title = data.words.sort.replace("{column}", column.header);
    button.append(arrow(direction));
    button.addEventListener("click", () => {
      state.sort = nextSort(state.sort, index, column.look);
      draw(host, data, state);
      host.querySelectorAll(".an-sort")[index].focus();
    });
    cell.append(button);
    row.append(cell);
  });
  const head = element("thead");
  head.append(row);
  return head;
}

function arrow(direction) {
  const sign = element("span", "an-arrow", direction > 0 ? "\u00a0▲" : direction < 0 ? "\u00a0▼" : "\u00a0↕");
  sign.setAttribute("aria-hidden", "true");
  return sign;
}

// Numbers are most often wanted largest first, words from A to Z; a third click restores the given order.
function nextSort(sort, index, look) {
  const first = look === "number" || look === "bar" ? -1 : 1;
  if (sort?.index !== index) return { index, direction: first };
  return sort.direction === first ? { index, direction: -first } : null;
}

function sorted(data, sort) {
  const order = data.rows.map((_, position) => position);
  if (!sort) return order;
  const collator = new Intl.Collator(data.lang, { sensitivity: "base", numeric: true });
  const numeric = hasValues(data, sort.index);
  const value = (position) => data.rows[position][sort.index][numeric ? 1 : 0];
  const missing = (v) => v === undefined || v === null || v === "";
  return order.sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (missing(x) || missing(y)) return missing(x) - missing(y) || a - b;
    return sort.direction * (numeric ? x - y : collator.compare(x, y)) || a - b;
  });
}

// Numbers, dates and words of a fixed order are sorted by the value behind the text, all others by the text.
function hasValues(data, index) {
  if (["number", "bar"].includes(data.columns[index].look)) return true;
  return data.rows.some((row) => typeof row[index][1] === "number");
}

function body(host, data, state) {
  const largest = data.columns.map((_, i) => Math.max(0, ...data.rows.map((row) => row[i][1] ?? 0)));
  const content = element("tbody");
  for (const position of sorted(data, state.sort).slice(0, state.shown)) {
    const row = element("tr");
    if (data.chosen) row.append(choice(data, state, position));
    data.rows[position].forEach((cell, index) => row.append(filled(data, state, cell, index, largest[index])));
    content.append(row);
  }
  if (!data.rows.length) {
    const cell = element("td", "", data.words.empty);
    cell.colSpan = data.columns.length + (data.chosen ? 1 : 0);
    content.append(element("tr"));
    content.lastChild.append(cell);
  }
  return content;
}

function filled(data, state, [text, value, target], index, largest) {
  const look = data.columns[index].look;
  const cell = element(index === 0 ? "th" : "td", `an-${look}`);
  if (index === 0) cell.scope = "row";
  if (look === "link" && target) cell.append(link(data, state, text, target));
  else if (look === "outside" && /^https?:\/\//i.test(target ?? "")) cell.append(outside(text, target));
  else if (look === "bar") cell.append(...bar(text, value, largest));
  else cell.textContent = text;
  return cell;
}

function link(data, state, text, target) {
  const anchor = element("a", "", text);
  anchor.href = `${target}${target.includes("?") ? "&" : "?"}lang=${data.lang}`;
  anchor.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    state.send("open", target);
  });
  return anchor;
}

function outside(text, target) {
  const anchor = element("a", "", text);
  anchor.href = target;
  anchor.target = "_blank";
  anchor.rel = "noopener noreferrer";
  return anchor;
}

// Beside the longest bar there is room for its number, in a column of any width.
function bar(text, value, largest) {
  const strip = element("span", "an-strip");
  strip.style.width = largest > 0 && value ? `calc((100% - ${ROOM}) * ${value / largest})` : "0";
  strip.setAttribute("aria-hidden", "true");
  return [strip, element("span", "an-figure", text)];
}

function choice(data, state, position) {
  const id = data.ids[position];
  const cell = element("td", "an-choice");
  const box = element("input");
  box.type = "checkbox";
  box.value = id;
  box.checked = state.chosen.has(id);
  box.setAttribute("aria-label", data.words.choose.replace("{name}", data.rows[position][0][0]));
  box.addEventListener("change", () => {
    if (box.checked) state.chosen.add(id);
    else state.chosen.delete(id);
    state.asked.push(inOrder(state.chosen));
    state.send("chosen", [...state.chosen]);
  });
  cell.append(box);
  return cell;
}

function moreButton(host, data, state) {
  if (data.rows.length <= state.shown) return [];
  const button = element("button", "an-more", data.words.more);
  button.type = "button";
  button.addEventListener("click", () => {
    const first = state.shown;
    state.shown = Infinity; // so that the number on the button, which Python wrote, is right whenever it is there
    draw(host, data, state);
    host.querySelectorAll("tbody tr")[first]?.querySelector("a, input")?.focus();
  });
  return [button];
}

function element(name, className = "", text = undefined) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}
