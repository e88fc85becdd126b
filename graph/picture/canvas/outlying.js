// Names before a room that must be written and find no place near their nodes: they stand where there is room, with a long line to them.

import { AROUND, DIRECTIONS, PER_FORM, cuts, meet, nearest, shapeOf } from "./naming.js";

const STEP = 5; // px between the places that are tried
const CELL = 2; // px of the cells in which it is known whether anything stands
export const CALM = 500; // elements of a picture up to which names are placed more than once
const BETWEEN = 2; // px between two names
const SMALLER = 2; // names that rather stand far away than all have smaller type
const [OVER_NODE, OVER_NAME, OVER_LINE, PUSHED] = [90, 120, 60, 70]; // px that a line is rather longer than crossing one, or leaving a name out

// The first of the tries, the plainest first, in which all that must be named have a place near their nodes, else the one that lacks least; those stand far away.
export function firstComplete(asked, tries, inType) {
  let [best, least] = [null, Infinity];
  for (const tried of asked.nodes.length <= CALM ? tries : tries.slice(0, 1)) {
    const near = inType(...tried);
    const lacking = asked.must.filter((must, i) => must && near.chosen[i] < 0).length;
    if (lacking + (tried[0] < 1 ? SMALLER : 0) < least) [best, least] = [near, lacking];
    if (!lacking) break;
  }
  return { ...best, ...placeOutlying(asked, best, best.shorter) };
}

// asked: as for placedNames; found: { sizes, written, chosen, boxes } of it; shorter: name -> its shorter forms as { written, sizes }
export function placeOutlying(asked, found, shorter) {
  const state = { ...asked, shapes: asked.nodes.map(shapeOf), chosen: [...found.chosen], boxes: [...found.boxes], written: [...found.written] };
  const wanted = asked.owners.map((_, i) => i).filter((i) => asked.must[i] && state.chosen[i] < 0);
  if (wanted.length) state.isFree = freeIn(state);
  const lacking = wanted.filter((i) => !settle(state, i, [{ sizes: found.sizes[i], written: found.written[i] }, ...shorter(i)])).length;
  return { ...state, lacking };
}

function settle(state, i, forms) {
  for (const { sizes, written } of forms) {
    const place = farPlace(state, i, sizes);
    if (!place) continue;
    for (const other of place.pushed) state.chosen[other] = -1;
    [state.chosen[i], state.boxes[i], state.written[i]] = [place.form * PER_FORM + AROUND + place.direction, place.box, written];
    return true;
  }
  return false;
}

// The cheapest place: near the node, its line across little, no name left out that need not be.
function farPlace(state, i, sizes) {
  let best = null;
  for (const form of [0, 1]) {
    for (const box of boxesIn(state.frame, sizes.slice(2 * form, 2 * form + 2))) {
      if (!state.isFree(box)) continue;
      const least = distance(state.nodes[state.owners[i]], box);
      if (best && least >= best.cost) continue;
      const found = costAt(state, i, box);
      if (found && (!best || least + found.cost < best.cost)) best = { ...found, cost: least + found.cost, form, box };
    }
  }
  return best && { ...best, direction: directionOf(state.nodes[state.owners[i]], best.box) };
}

function* boxesIn([left, top, right, bottom], [wide, high]) {
  if (!wide) return;
  for (let y = top; y + high <= bottom; y += STEP) for (let x = left; x + wide <= right; x += STEP) yield [x, y, x + wide, y + high];
}

// Whether no shape and nothing kept clear reaches into a box: sums over cells, so that a box costs the same in any crowd.
function freeIn({ frame: [left, top, right, bottom], shapes, keptClear }) {
  const [wide, high] = [Math.ceil((right - left) / CELL) + 1, Math.ceil((bottom - top) / CELL) + 1];
  const sums = new Int32Array(wide * high);
  const cells = ([l, t, r, b]) => [[l, left, wide], [t, top, high], [r, left, wide], [b, top, high]].map(([at, from, most]) => Math.min(Math.max(Math.floor((at - from) / CELL), 0), most - 2));
  for (const rectangle of [...shapes, ...keptClear]) {
    if (rectangle[2] < left || rectangle[0] > right || rectangle[3] < top || rectangle[1] > bottom) continue;
    const [l, t, r, b] = cells(rectangle);
    for (let y = t; y <= b; y++) sums.fill(1, (y + 1) * wide + l + 1, (y + 1) * wide + r + 2);
  }
  for (let y = 1; y < high; y++) for (let x = 1; x < wide; x++) sums[y * wide + x] += sums[(y - 1) * wide + x] + sums[y * wide + x - 1] - sums[(y - 1) * wide + x - 1];
  return (box) => {
    const [l, t, r, b] = cells(box);
    return sums[(b + 1) * wide + r + 1] - sums[t * wide + r + 1] - sums[(b + 1) * wide + l] + sums[t * wide + l] === 0;
  };
}

function costAt({ owners, nodes, shapes, must, chosen, boxes }, i, box) {
  const line = lineTo(nodes[owners[i]], box);
  const [pushed, crossed] = [[], { cost: 0 }];
  for (let other = 0; other < chosen.length; other++) {
    if (chosen[other] < 0 || other === i) continue;
    if (meet(box, boxes[other], BETWEEN)) {
      if (must[other]) return null;
      pushed.push(other);
      continue;
    }
    const its = chosen[other] % PER_FORM >= AROUND ? lineTo(nodes[owners[other]], boxes[other]) : null;
    if (cuts(boxes[other], line) || (its && cuts(box, its))) crossed.cost += OVER_NAME;
    if (its && cross(line, its)) crossed.cost += OVER_LINE;
  }
  const over = shapes.filter((shape, k) => k !== owners[i] && cuts(shape, line)).length;
  return { pushed, cost: crossed.cost + OVER_NODE * over + PUSHED * pushed.length };
}

const lineTo = ([x, y], box) => [x, y, ...nearest(x, y, box)];

function distance([x, y], box) {
  const [toX, toY] = nearest(x, y, box);
  return Math.hypot(toX - x, toY - y);
}

function cross([ax, ay, bx, by], [cx, cy, dx, dy]) {
  const side = (px, py, qx, qy, x, y) => Math.sign((qx - px) * (y - py) - (qy - py) * (x - px));
  return side(ax, ay, bx, by, cx, cy) !== side(ax, ay, bx, by, dx, dy) && side(cx, cy, dx, dy, ax, ay) !== side(cx, cy, dx, dy, bx, by);
}

// Number of the direction in which a name lies, as those of naming.js.
function directionOf([x, y], box) {
  const [toX, toY] = nearest(x, y, box);
  return (Math.round((Math.atan2(toY - y, toX - x) / (2 * Math.PI)) * DIRECTIONS) + DIRECTIONS) % DIRECTIONS;
}
