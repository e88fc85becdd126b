// One proposal at a time beside the text it comes from. Every text goes through textContent; nothing of a paper becomes markup.
// Decisions stay in this tab (sessionStorage, without the text) until they are sent; places count characters, not UTF-16 units.

const STATES = new WeakMap();
const KINDS = ["actor", "project", "tie", "amount", "date"];
const NAMED = ["actor", "project"];

function element(tag, classes = "", text = "") {
  const made = document.createElement(tag);
  if (classes) made.className = classes;
  if (text) made.textContent = text;
  return made;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const host = parentElement.querySelector(".an-review");
  let state = STATES.get(parentElement);
  if (!state || state.paper !== data.paper || state.data.words.accept !== data.words.accept) {
    state = begun(data, host);
    STATES.set(parentElement, state);
    frame(state);
    go(state, next(state, -1), false);
  }
  state.send = setTriggerValue;
}

function begun(data, host) {
  const kept = JSON.parse(sessionStorage.getItem(`an-review-${data.paper}`) || "{}");
  const all = [...data.proposals, ...(kept.own || [])];
  return { data, host, paper: data.paper, all, own: kept.own || [], said: kept.said || {}, changed: kept.changed || {}, past: [], at: -1, keys: true, signs: Array.from(data.text) };
}

function keep(state) {
  const { own, said, changed } = state;
  sessionStorage.setItem(`an-review-${state.paper}`, JSON.stringify({ own, said, changed }));
}

// --- what is to be reviewed ---------------------------------------------------------------------------------------------

const now = (state, at) => ({ ...state.all[at], ...state.changed[at] });
const answer = (state, at) => state.said[at] || "";

// The proposal that a name of a tie, amount or date means.
function named(state, name) {
  return state.all.findIndex((one, at) => NAMED.includes(one.kind) && (one.text === name || now(state, at).text === name));
}

function ends(state, at) {
  const one = state.all[at];
  return [one.source, one.target, one.of].filter(Boolean).map((name) => named(state, name)).filter((end) => end >= 0);
}

const hidden = (state, at) => ends(state, at).some((end) => answer(state, end) === "rejected");
const open = (state, at) => !answer(state, at) && !hidden(state, at);

function next(state, from, step = 1) {
  const count = state.all.length;
  for (let way = 1; way <= count; way += 1) {
    const at = (((from + step * way) % count) + count) % count;
    if (open(state, at)) return at;
  }
  return -1;
}

// A name that several entries of the data may mean, while nobody has said which.
const unclear = (state, at) => answer(state, at) !== "accepted" && state.all[at].alike?.all.length && state.changed[at]?.same === undefined;

function decide(state, places, word) {
  const wanted = word === "accepted" ? [...new Set(places.flatMap((at) => [...ends(state, at), at]))] : places;
  const asked = word === "accepted" ? wanted.find((at) => unclear(state, at)) : undefined;
  if (asked !== undefined) return ask(state, asked);
  state.past.push({ at: state.at, before: wanted.map((at) => [at, answer(state, at)]) });
  for (const at of wanted) state.said[at] = word;
  keep(state);
  go(state, next(state, state.at), true, word);
}

function ask(state, at) {
  go(state, at, false);
  state.told.textContent = state.data.words.pick_entry;
  state.card.querySelector("input[name=an-pick]").focus();
}

function undo(state) {
  const last = state.past.pop();
  if (!last) return;
  for (const [at, word] of last.before) if (word) state.said[at] = word; else delete state.said[at];
  keep(state);
  go(state, last.at, true, "undone");
}

const group = (state, at) => state.all.map((_, other) => other).filter((other) => state.all[at].group && state.all[other].group === state.all[at].group && state.all[other].kind === state.all[at].kind && open(state, other));

// --- the screen ---------------------------------------------------------------------------------------------------------

function frame(state) {
  const { host, data } = state;
  const { words } = data;
  host.replaceChildren();
  host.lang = data.lang;
  state.shown = element("div", "text");
  Object.assign(state.shown, { tabIndex: 0, contentEditable: "true", spellcheck: false });
  for (const [name, value] of [["role", "textbox"], ["aria-readonly", "true"], ["aria-multiline", "true"], ["aria-label", words.text]]) state.shown.setAttribute(name, value);
  for (const name of ["beforeinput", "drop", "paste", "cut"]) state.shown.addEventListener(name, (event) => event.preventDefault());
  state.shown.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Enter") { event.preventDefault(); mark(state); }
    if (event.key === "Escape") state.card.focus();
  });
  state.shown.addEventListener("mouseup", () => mark(state));
  state.card = Object.assign(element("section", "card"), { tabIndex: -1 });
  state.card.setAttribute("aria-label", words.proposal);
  state.live = element("p", "live");
  state.told = element("p", "told"); // what the card is about, for those who do not see it change
  for (const one of [state.live, state.told]) one.setAttribute("role", "status");
  const side = element("div", "side");
  side.append(state.live, state.told, jumps(state), state.card, switchOff(state));
  host.append(state.shown, side);
  host.addEventListener("keydown", (event) => pressed(state, event));
}

function jumps(state) {
  const row = element("div", "jumps");
  KINDS.forEach((kind, number) => row.append(button(state, `${number + 1}`, state.data.words[`kind_${kind}`], () => jump(state, kind))));
  return row;
}

function jump(state, kind) {
  const at = state.all.findIndex((one, place) => one.kind === kind && open(state, place));
  const any = at < 0 ? state.all.findIndex((one, place) => one.kind === kind && !hidden(state, place)) : at;
  if (any >= 0) go(state, any, true);
}

function switchOff(state) {
  const label = element("label", "switch");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = true;
  box.addEventListener("change", () => { state.keys = box.checked; });
  label.append(box, element("span", "", state.data.words.keys));
  return label;
}

function button(state, key, words, act, classes = "") {
  const made = element("button", classes);
  made.type = "button";
  made.append(element("kbd", "", key), element("span", "", words));
  made.addEventListener("click", act);
  return made;
}

// Numbers are written in the language of the page, as those that Python writes.
const inWords = (number) => number.toLocaleString(document.documentElement.lang);

function go(state, at, focus, word = "") {
  state.at = at;
  paint(state);
  if (at < 0) ended(state); else card(state);
  const done = state.all.filter((_, place) => answer(state, place) || hidden(state, place)).length;
  const { words } = state.data;
  state.live.textContent = words.progress.replace("{n}", inWords(done)).replace("{all}", inWords(state.all.length)) + (word ? `, ${words[`said_${word}`]}` : "");
  if (at >= 0) state.told.textContent = heading(state.data, now(state, at));
  if (focus) state.card.focus({ preventScroll: true });
}

function card(state) {
  const { data, at } = state;
  const { words } = data;
  const one = now(state, at);
  const title = element("h2", "", heading(data, one));
  const said = answer(state, at);
  const facts = element("p", "facts", [words[`kind_one_${one.kind}`], detail(data, one), said && words[`said_${said}`]].filter(Boolean).join(" · "));
  const why = element("p", "why", `${one.sure ? words.sure : words.unsure}. ${words.why} ${one.why}`);
  state.card.replaceChildren(facts, title, why);
  if (one.alike && one.alike.all.length) state.card.append(pickEntry(state, one));
  else if (one.alike) state.card.append(element("p", "alike", words[one.same ? "alike_same" : "alike"].replace("{name}", one.alike.name)));
  if (one.picks) state.card.append(pick(state, one));
  if (one.against) state.card.append(element("p", "against", one.against));
  state.card.append(actions(state, one));
  const listed = group(state, at);
  if (listed.length > 2) state.card.append(stroke(state, listed));
  state.card.append(finish(state));
}

function actions(state, one) {
  const { words } = state.data;
  const row = element("div", "actions");
  row.append(button(state, "A", words.accept, () => decide(state, [state.at], "accepted"), one.sure ? "primary" : ""));
  row.append(button(state, "R", words.reject, () => decide(state, [state.at], "rejected")));
  row.append(button(state, "E", words.edit, () => change(state)));
  if (NAMED.includes(one.kind)) row.append(button(state, "M", words.same, () => same(state)));
  row.append(button(state, "N", words.next, () => go(state, step(state, 1), true)), button(state, "P", words.back, () => go(state, step(state, -1), true)));
  row.append(button(state, "Z", words.undo, () => undo(state)), button(state, "?", words.help, () => help(state)));
  return row;
}

function step(state, way) {
  for (let at = state.at + way; at >= 0 && at < state.all.length; at += way) if (!hidden(state, at)) return at;
  return state.at;
}

function stroke(state, listed) {
  const { words } = state.data;
  const box = element("div", "list");
  box.append(element("p", "", listed.map((at) => heading(state.data, now(state, at))).join("; ")));
  box.append(button(state, "L", words.list.replace("{n}", inWords(listed.length)), () => decide(state, listed, "accepted")));
  return box;
}

const taken = (state) => state.all.map((_, at) => at).filter((at) => answer(state, at) === "accepted" && !hidden(state, at));

function finish(state) {
  const count = taken(state).length;
  const made = button(state, "F", state.data.words.finish.replace("{n}", inWords(count)), () => ended(state), "finish");
  made.disabled = count === 0;
  return made;
}

function ended(state) {
  const { data } = state;
  const { words } = data;
  const list = element("ul", "written");
  for (const at of taken(state)) list.append(element("li", "", `${words[`kind_one_${state.all[at].kind}`]}: ${heading(data, now(state, at))}${now(state, at).same ? ` (${words.known})` : ""}`));
  const save = button(state, "S", words.save, () => sent(state), "primary");
  save.disabled = !list.children.length;
  const back = button(state, "Z", words.undo, () => undo(state));
  const more = button(state, "P", words.back, () => go(state, state.all.length - 1, true));
  state.at = -1;
  state.told.textContent = words.finish.replace("{n}", inWords(list.children.length));
  state.card.replaceChildren(element("h2", "", words.end), element("p", "", list.children.length ? words.end_text : words.end_none), save, more, back, list);
  paint(state);
  state.card.focus({ preventScroll: true });
}

function sent(state) {
  const accepted = taken(state).map((at) => (at < state.data.proposals.length ? { n: at, same: state.all[at].same, ...state.changed[at] } : { n: -1, ...now(state, at) }));
  sessionStorage.removeItem(`an-review-${state.paper}`);
  state.send("finish", JSON.stringify(accepted));
}

function heading(data, one) {
  if (one.kind === "tie") return `${one.source} – ${label(data.ties, one.type)} – ${one.target}`;
  if (one.kind === "amount") return `${one.value} €`;
  return one.kind === "date" ? one.words || one.edtf : one.text;
}

function detail(data, one) {
  if (NAMED.includes(one.kind)) return [one.type !== data.words[`kind_one_${one.kind}`] && one.type, label(data.statuses, one.status), one.collective && data.words.collective].filter(Boolean).join(", ");
  if (one.kind === "tie") return label(data.statuses, one.status);
  return [one.of, label(data.bases, one.basis), one.kind === "date" && one.edtf].filter(Boolean).join(", ");
}

const label = (choices, code) => (code ? (choices.find(([known]) => known === code) || ["", code])[1] : "");

// --- keys ---------------------------------------------------------------------------------------------------------------

function names(state) {
  const proposed = state.all.map((one, at) => (NAMED.includes(one.kind) && answer(state, at) !== "rejected" ? now(state, at).text : "")).filter(Boolean);
  return [...new Set([...proposed, ...NAMED.flatMap((kind) => state.data.known[kind].map(([, name]) => name))])].sort((a, b) => a.localeCompare(b));
}

function fields(state, one, done) {
  const form = editor(state.data, one, names(state), done, () => go(state, state.at, true));
  state.card.replaceChildren(element("h2", "", state.data.words[`kind_one_${one.kind}`]), form);
  form.querySelector("input, select").focus();
}

function change(state) {
  const { at } = state;
  fields(state, now(state, at), (typed) => {
    if (typed.text && typed.text !== now(state, at).text) typed.same = ""; // another name, another entry
    if (at < state.data.proposals.length) state.changed[at] = { ...state.changed[at], ...typed };
    else Object.assign(state.all[at], typed);
    decide(state, [at], "accepted");
  });
}

function same(state) {
  const { at } = state;
  const one = now(state, at);
  const others = state.all.filter((other, place) => place !== at && other.kind === one.kind).map((other) => other.text);
  const form = sameAs(state.data, one, others, (meant) => {
    state.changed[at] = { ...state.changed[at], same: meant.id || "", text: meant.text };
    decide(state, [at], "accepted");
  }, () => go(state, at, true));
  state.card.replaceChildren(element("h2", "", one.text), form);
  form.querySelector("input").focus();
}

function pressed(state, event) {
  const target = event.composedPath()[0];
  if (!state.keys || event.ctrlKey || event.metaKey || event.altKey || typesInto(target, event.key)) return;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const act = { ArrowDown: "N", ArrowUp: "P", Enter: target.tagName === "BUTTON" ? "" : "E" }[key] ?? key;
  if (/^[1-5]$/.test(act)) jump(state, KINDS[Number(act) - 1]);
  else {
    const found = [...state.card.querySelectorAll("button")].find((one) => one.querySelector("kbd")?.textContent === act && !one.disabled);
    if (!act || act === "+" || !found) return;
    found.click();
  }
  event.preventDefault();
  event.stopPropagation();
}
