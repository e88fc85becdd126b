// Before a room: shapes as large as lines and neighbours leave room for, and small elements moved aside for names that must be written.

import { AROUND, PER_FORM, boxAt, leads, meet, placedNames, shapeOf } from "./naming.js";

const RIM = 0.8; // of half a shape: a line further from its middle does not run through it
const JUST = 0.985; // of the size at which lines just pass
const TRIES = 4; // times that names are placed and those without a place get room
const FARTHEST = 60; // px that an element is moved
const SHIFTS = [0, -20, 20, -40, 40].flatMap((dx) => [0, -20, 20, -40, 40].map((dy) => [dx, dy])); // px that the element of a name is moved
const NAMED = 3; // times that the way of an element counts whose name must be written
const AIR = 2; // px between an element moved aside and what it was moved away from
const [PER_PLACE, LED] = [6, 50]; // px that elements are rather moved than a name stand at the next worse place around its node, or where a line leads

// Part of their size at which a share of the lines runs through shapes, and no shape covers another; shapes: [x, y, half width, half height], lines: pairs of their numbers
export function largestPart(shapes, lines, few) {
  const passing = lines.map(([a, b]) => Math.min(...shapes.map((shape, k) => (k === a || k === b ? Infinity : gap(shape, shapes[a], shapes[b]) / (RIM * Math.min(shape[2], shape[3]))))));
  passing.sort((a, b) => a - b);
  let part = passing[Math.floor(few * passing.length)] ?? Infinity;
  shapes.forEach(([x, y, wide, high], k) => {
    for (const other of shapes.slice(k + 1)) part = Math.min(part, Math.max(Math.abs(x - other[0]) / (wide + other[2]), Math.abs(y - other[1]) / (high + other[3])));
  });
  return JUST * part;
}

function gap([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const part = Math.min(Math.max(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1), 0), 1);
  return Math.hypot(ax + part * dx - x, ay + part * dy - y);
}

// Shapes with those moved aside that stand where a name must be written, of all turns those that leave the fewest names without a place; asked: as for placedNames
export function madeRoom(asked, most) {
  let nodes = asked.nodes.map((node) => [...node]);
  let [best, least] = [nodes, Infinity];
  const kept = new Set(asked.owners.filter((_, i) => asked.must[i]));
  for (let turn = 0; turn < TRIES; turn++) {
    const { chosen, boxes } = placedNames({ ...asked, nodes, covering: 0 }, most);
    const lacking = asked.must.flatMap((must, i) => (must && chosen[i] < 0 ? [i] : []));
    if (lacking.length < least) [best, least] = [nodes, lacking.length];
    if (!least) break;
    nodes = [...nodes];
    const taken = [...asked.keptClear, ...boxes.filter((_, i) => asked.must[i] && chosen[i] >= 0)];
    for (const name of lacking) clear(name, { ...asked, nodes, kept, taken });
  }
  return best;
}

// Room for one name where the least has to be moved: around its node, where a line leads to, or with its node moved.
function clear(name, state) {
  const { nodes, owners, taken } = state;
  const best = { cost: Infinity };
  for (const [dx, dy] of SHIFTS) {
    const [x, y, wide, high] = nodes[owners[name]];
    const node = [x + dx, y + dy, wide, high];
    if ((dx || dy) && !isFree(shapeOf(node), owners[name], state)) continue;
    lookAround(name, node, Math.hypot(dx, dy), state, best);
  }
  if (!best.box) return;
  for (const [k, [x, y]] of best.places) nodes[k] = [x, y, ...nodes[k].slice(2)];
  nodes[owners[name]] = best.node;
  taken.push(best.box);
}

// The cheapest place of a name around its node, if it is cheaper than the best one known.
function lookAround(name, node, moved, state, best) {
  const owner = state.owners[name];
  for (const form of [0, 1]) {
    const [wide, high] = state.sizes[name].slice(2 * form, 2 * form + 2);
    for (let spot = 0; wide > 0 && spot < (moved ? AROUND : PER_FORM); spot++) {
      const least = moved + (spot < AROUND ? PER_PLACE * spot : LED + spot);
      const box = boxAt(node, wide, high, spot);
      if (least >= best.cost || !inside(box, state.frame) || state.taken.some((other) => meet(box, other, AIR))) continue;
      const moves = aside(box, owner, node, state);
      if (!moves || moves.cost + least >= best.cost || (spot >= AROUND && !leads({ shapes: moves.others }, box, node))) continue;
      Object.assign(best, { box, node, places: moves.places, cost: moves.cost + least });
    }
  }
}

const isFree = (shape, own, { nodes, taken, frame }) => inside(shape, frame) && !taken.some((other) => meet(shape, other, AIR)) && !nodes.some((other, k) => k !== own && meet(shape, shapeOf(other), AIR));

// New places of all that stands in a box, the shapes of all others with them, and px that they are moved in all; null where somebody cannot be moved.
function aside(box, owner, node, { nodes, kept, taken, frame }) {
  const shapes = nodes.map((other, k) => shapeOf(k === owner ? node : other));
  const places = new Map();
  let cost = 0;
  for (let k = 0; k < nodes.length; k++) {
    if (k === owner || !meet(box, shapes[k], 1)) continue;
    const [x, y, wide, high] = nodes[k];
    const ways = [[x, box[1] - high - AIR], [x, box[3] + high + AIR], [box[0] - wide - AIR, y], [box[2] + wide + AIR, y]];
    const free = (shape) => inside(shape, frame) && ![...taken, box].some((other) => meet(shape, other, 1)) && !shapes.some((other, i) => i !== k && meet(shape, other, 1));
    const far = ([toX, toY]) => Math.abs(toX - x) + Math.abs(toY - y);
    const way = ways.sort((a, b) => far(a) - far(b)).find((to) => far(to) <= FARTHEST && free(shapeOf([...to, wide, high])));
    if (!way) return null;
    shapes[k] = shapeOf([...way, wide, high]);
    places.set(k, way);
    cost += far(way) * (kept.has(k) ? NAMED : 1);
  }
  return { places, cost, others: shapes.filter((_, k) => k !== owner) };
}

const inside = (box, frame) => box[0] >= frame[0] && box[1] >= frame[1] && box[2] <= frame[2] && box[3] <= frame[3];
