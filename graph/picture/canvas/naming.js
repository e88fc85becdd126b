// Where names stand around their nodes, as in graph/kernels/naming_kernel.py; tests/golden/names.json holds the cases of both.

const GAP = 3;
const BETWEEN = 2;
export const AROUND = 8;
export const DIRECTIONS = 16;
const STEPS = 3;
const [NEAREST, STEP, LONGEST] = [18, 20, 60];
const FORMS = 2;
export const PER_FORM = AROUND + DIRECTIONS * STEPS;
const CANDIDATES = FORMS * PER_FORM;
const [TWO_LINES, LEADER, PER_LINE] = [3, 25, 2.5];
const [MOVED, PASSES, TOLERATED, ANYTHING, CUTS] = [2, 3, 0.2, 1e9, 12];

// wanted: nodes [x, y, half width, half height], owners, sizes [w, h, w2, h2], must, lines [x1, y1, x2, y2], keptClear and frame [l, t, r, b], covering: part of another node that a name may cover at most
export function placedNames(wanted, most) {
  const k = wanted.owners.length;
  const written = { chosen: Array(k).fill(-1), boxes: Array.from({ length: k }, () => [0, 0, 0, 0]), costs: [], rectangles: [], known: Array(k).fill(0) };
  place({ ...wanted, shapes: wanted.nodes.map(shapeOf), spans: wanted.lines.map(sidesOf) }, written, most);
  return { chosen: written.chosen, boxes: written.boxes };
}

function place(wanted, written, most) {
  const k = wanted.owners.length;
  let count = 0;
  for (let name = 0; name < k; name++) {
    if (count >= most && !wanted.must[name]) continue;
    look(wanted, written, name, 0, true);
    count += take(written, name, best(written, name));
  }
  for (let step = 0; step <= PASSES; step++) {
    for (let name = 0; name < k; name++) {
      if (written.chosen[name] >= 0 || (count >= most && !wanted.must[name])) continue;
      for (let other = 0; other < k; other++) {
        if (written.known[other] < 2 && (other === name || (step > 0 && written.known[other] === 1))) look(wanted, written, other, 0, false);
      }
      const done = makeRoom(written, name) || (step === PASSES && Boolean(wanted.must[name]) && insist(wanted, written, name));
      count += done ? 1 : 0;
    }
  }
}

function take(written, name, candidate) {
  if (candidate < 0) return 0;
  written.chosen[name] = candidate;
  written.boxes[name] = [...written.rectangles[name][candidate]];
  return 1;
}

function insist(wanted, written, name) {
  if (pushAside(wanted, written, name)) return true;
  for (const tolerated of [TOLERATED, ANYTHING]) {
    look(wanted, written, name, Math.min(tolerated, wanted.covering ?? ANYTHING), false);
    if (makeRoom(written, name) || pushAside(wanted, written, name)) return true;
  }
  return false;
}

function makeRoom(written, name) {
  for (const candidate of cheapestFirst(written.costs[name])) {
    const found = inTheWay(written, name, candidate, MOVED + 1);
    if (found.length > MOVED) continue;
    const [chosen, boxes] = [[...written.chosen], [...written.boxes]];
    take(written, name, candidate);
    if (move(written, found) === found.length) return true;
    Object.assign(written, { chosen, boxes });
  }
  return false;
}

function move(written, found) {
  for (const name of found) written.chosen[name] = -1;
  return found.reduce((moved, name) => moved + take(written, name, best(written, name)), 0);
}

function pushAside(wanted, written, name) {
  let [choice, least] = [-1, written.chosen.length + 1];
  for (const candidate of cheapestFirst(written.costs[name])) {
    const found = inTheWay(written, name, candidate, written.chosen.length);
    if (found.length < least && !found.some((other) => wanted.must[other])) [choice, least] = [candidate, found.length];
  }
  if (choice < 0) return false;
  const found = inTheWay(written, name, choice, written.chosen.length);
  take(written, name, choice);
  move(written, found);
  return true;
}

function cheapestFirst(costs) {
  return costs.map((_, i) => i).filter((i) => costs[i] < Infinity).sort((a, b) => costs[a] - costs[b] || a - b);
}

function inTheWay(written, name, candidate, most) {
  const box = written.rectangles[name][candidate];
  const found = [];
  for (let other = 0; other < written.chosen.length && found.length < most; other++) {
    if (other !== name && written.chosen[other] >= 0 && meet(box, written.boxes[other], BETWEEN)) found.push(other);
  }
  return found;
}

function best(written, name) {
  const costs = written.costs[name];
  let choice = -1;
  for (let candidate = 0; candidate < CANDIDATES; candidate++) {
    const cheaper = costs[candidate] < Infinity && (choice < 0 || costs[candidate] < costs[choice]);
    if (cheaper && !inTheWay(written, name, candidate, 1).length) choice = candidate;
  }
  return choice;
}

function look(wanted, written, name, tolerated, near) {
  const owner = wanted.owners[name];
  const costs = Array(CANDIDATES).fill(Infinity);
  const rectangles = [];
  const about = surroundings(wanted, name);
  for (let candidate = 0; candidate < CANDIDATES; candidate++) {
    const [form, spot] = [Math.floor(candidate / PER_FORM), candidate % PER_FORM];
    const [wide, high] = wanted.sizes[name].slice(2 * form, 2 * form + 2);
    if (wide <= 0 || (near && spot >= AROUND)) continue;
    const box = boxAt(wanted.nodes[owner], wide, high, spot);
    if (!stands(about, box, tolerated) || (spot >= AROUND && !leads(about, box, wanted.nodes[owner]))) continue;
    const cost = spot < AROUND ? 0.4 * spot : LEADER + Math.floor((spot - AROUND) / DIRECTIONS);
    costs[candidate] = cost + TWO_LINES * form + PER_LINE * cutLines(about, box);
    rectangles[candidate] = box;
  }
  written.costs[name] = costs;
  written.rectangles[name] = rectangles;
  written.known[name] = near ? 1 : 2;
}

// All that a name of an element can ever meet, so that the rest need not be looked at for each of its places.
function surroundings({ nodes, shapes, owners, sizes, lines, spans, keptClear, frame }, name) {
  const [x, y, halfW, halfH] = nodes[owners[name]];
  const [wide, high, wide2, high2] = sizes[name];
  const far = 1 + NEAREST + STEP * (STEPS - 1);
  const [dx, dy] = [halfW + far + Math.max(wide, wide2), halfH + far + Math.max(high, high2)];
  const reach = [x - dx, y - dy, x + dx, y + dy];
  return {
    shapes: shapes.filter((shape, k) => k !== owners[name] && meet(shape, reach, 0)),
    lines: lines.filter((_, k) => meet(spans[k], reach, 0)),
    keptClear,
    frame,
  };
}

const sidesOf = ([ax, ay, bx, by]) => [Math.min(ax, bx) - 1, Math.min(ay, by) - 1, Math.max(ax, bx) + 1, Math.max(ay, by) + 1];

export function boxAt([x, y, halfW, halfH], wide, high, spot) {
  let [dx, dy] = [0, 0];
  if (spot === 0 || spot === 3) dy = (spot === 0 ? 1 : -1) * (halfH + GAP + high / 2);
  else if (spot === 1 || spot === 2) dx = (spot === 1 ? 1 : -1) * (halfW + GAP + wide / 2);
  else if (spot < AROUND) {
    dx = (spot % 2 === 0 ? 1 : -1) * (0.85 * halfW + 2 + wide / 2);
    dy = (spot < 6 ? 1 : -1) * (0.55 * halfH + 2 + high / 2);
  } else {
    const far = NEAREST + STEP * Math.floor((spot - AROUND) / DIRECTIONS);
    const angle = (2 * Math.PI * ((spot - AROUND) % DIRECTIONS)) / DIRECTIONS;
    [dx, dy] = [Math.cos(angle) * (halfW + far + wide / 2), Math.sin(angle) * (halfH + far + high / 2)];
  }
  return [x + dx - wide / 2, y + dy - high / 2, x + dx + wide / 2, y + dy + high / 2];
}

export const shapeOf = ([x, y, halfW, halfH]) => [x - halfW, y - halfH, x + halfW, y + halfH];

export const meet = (a, b, gap) => a[0] < b[2] + gap && b[0] < a[2] + gap && a[1] < b[3] + gap && b[1] < a[3] + gap;

function stands({ shapes, keptClear, frame }, box, tolerated) {
  if (box[0] < frame[0] || box[1] < frame[1] || box[2] > frame[2] || box[3] > frame[3]) return false;
  if (keptClear.some((rectangle) => meet(box, rectangle, 0))) return false;
  return !shapes.some((shape) => meet(box, shape, 1) && covered(shape, box) >= tolerated * (shape[2] - shape[0]) * (shape[3] - shape[1]));
}

function covered(shape, box) {
  const wide = Math.min(box[2], shape[2]) - Math.max(box[0], shape[0]);
  const high = Math.min(box[3], shape[3]) - Math.max(box[1], shape[1]);
  return Math.max(wide, 0) * Math.max(high, 0);
}

export const nearest = (x, y, box) => [Math.min(Math.max(x, box[0]), box[2]), Math.min(Math.max(y, box[1]), box[3])];

export function leads({ shapes }, box, [x, y, halfW, halfH]) {
  const [toX, toY] = nearest(x, y, box);
  const [outX, outY] = [Math.max(Math.abs(toX - x) - halfW, 0), Math.max(Math.abs(toY - y) - halfH, 0)];
  if (Math.sqrt(outX * outX + outY * outY) > LONGEST) return false;
  return !shapes.some((shape) => cuts(shape, [x, y, toX, toY]));
}

function cutLines({ lines }, box) {
  let count = 0;
  for (const line of lines) if (cuts(box, line) && ++count === CUTS) break;
  return count;
}

export function cuts(box, line) {
  let [first, last] = [0, 1];
  for (let side = 0; side < 4; side++) {
    const axis = side >> 1;
    let [step, room] = [line[axis + 2] - line[axis], box[axis + 2] - line[axis]];
    if (side % 2 === 0) [step, room] = [-step, line[axis] - box[axis]];
    if (step === 0) {
      if (room < 0) return false;
    } else if (step < 0) first = Math.max(first, room / step);
    else last = Math.min(last, room / step);
  }
  return first <= last;
}
