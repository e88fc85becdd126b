// The text with its marks, and words that a person marks. Joined with review.js.

function paint(state) {
  const { all, at, signs } = state;
  const places = [];
  all.forEach((one, number) => (one.spans || [one.span]).forEach((span, place) => {
    if (NAMED.includes(one.kind) || number === at) places.push([...span, number === at && place === 0 ? "now" : number === at ? "also" : "other"]);
  }));
  const rank = { now: 0, also: 1, other: 2 };
  places.sort((a, b) => rank[a[2]] - rank[b[2]]);
  const free = [];
  for (const span of places) if (!free.some(([start, end]) => span[0] < end && start < span[1])) free.push(span);
  free.sort((a, b) => a[0] - b[0]);
  const pieces = [];
  let done = 0;
  for (const [start, end, kind] of free) {
    pieces.push(document.createTextNode(signs.slice(done, start).join("")));
    pieces.push(element(kind === "other" ? "span" : "mark", kind, signs.slice(start, end).join("")));
    done = end;
  }
  pieces.push(document.createTextNode(signs.slice(done).join("")));
  state.shown.replaceChildren(...pieces);
  const seen = state.shown.querySelector(".now");
  if (seen) state.shown.scrollTop = seen.offsetTop - state.shown.offsetTop - state.shown.clientHeight / 3;
}

// Words marked by mouse or Shift and arrows become a proposal of a chosen kind.
function mark(state) {
  const root = state.host.getRootNode();
  const chosen = (root.getSelection ? root.getSelection() : document.getSelection()) || document.getSelection();
  if (!chosen || chosen.isCollapsed || !chosen.rangeCount) return;
  const range = chosen.getRangeAt(0);
  const before = document.createRange();
  before.selectNodeContents(state.shown);
  before.setEnd(range.startContainer, range.startOffset);
  const start = Array.from(before.toString()).length;
  const text = range.toString();
  const end = start + Array.from(text).length;
  if (!text.trim() || end - start > 400) return;
  const { words } = state.data;
  const row = element("div", "actions");
  for (const kind of KINDS) row.append(button(state, "+", words[`kind_one_${kind}`], () => begin(state, kind, [start, end], text)));
  state.card.replaceChildren(element("h2", "", words.own), element("p", "", text), row, button(state, "P", words.cancel, () => go(state, state.at, true)));
  row.querySelector("button").focus();
}

function begin(state, kind, span, text) {
  const clean = text.replace(/\s+/g, " ").trim();
  const fresh = { kind, span, text: NAMED.includes(kind) ? clean : "", words: clean, sure: true, why: state.data.words.by_hand, own: true };
  fields(state, fresh, (typed) => {
    const one = { ...fresh, ...typed };
    state.own.push(one);
    state.all.push(one);
    decide(state, [state.all.length - 1], "accepted");
  });
}
