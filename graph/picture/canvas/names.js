// Which names are written: the rule of graph/picture/names.py, with the real widths, the real size of the canvas and the real zoom.

import { cutOff, dotted, joined, parted, saysNothing } from "./breaking.js";
import { AROUND, DIRECTIONS, PER_FORM, nearest, placedNames } from "./naming.js";
import { CALM, firstComplete } from "./outlying.js";

const LONG = 26; // characters; a longer name stands on two lines only
const SHORTER = [20, 15, 11]; // characters of a line where a longer one finds no place
const CUT_FAR = [15, 11, 7]; // characters of the only line of a name far from its node, where a longer one finds no place
const ROOM_TRIES = [[1, LONG], [1, SHORTER.at(-1)], [0.8, SHORTER.at(-1)]]; // part of the type before a room, and characters of a line from the start
const IN_A_WORD = 4; // characters that a word may have more than a line
const SHORTENINGS = 8; // times at most that names around one without a place are cut
const ROUND_IT = [200, 90]; // px to the side, and up and down, in which they are cut
const FULLY_NAMED = 60;
const [MANY, LEAST_NAMED] = [150, 45];
const [ROOM_NAMED, ROOM_MOST, ROOM_LOOKED_AT] = [40, 30, 60]; // before a room: elements up to which every one is named, names of more, and how many are tried
const COVERED = 0.2; // of another element, which a name may cover there; it rather stands far away
const FIRST = 15;
const LINES_COUNTED = 700;
const CANVAS_AREA = 1032 * 600;
const HALVES = { box: [0.575, 0.41], diamond: [0.6, 0.6] };
const LINE = 1.16; // height of a line in parts of its font
const TIGHT = 0.985; // of its font, which a line in a row needs at least
const PAD = 1;
const TOOLS = 44; // px at the right that the buttons need
const SLACK = 0.5; // px that a name in a row may reach under a button
const BESIDE = 5; // px between a shape and a name in its row

export const halves = ({ shape, size }) => (HALVES[shape] ?? [0.5, 0.5]).map((part) => part * size);

// A name on one line and on two, each empty where it has no such form.
export function forms(text, most = LONG) {
  if (text.includes("\n")) {
    const cut = text.indexOf("\n");
    return withBreak(text.slice(0, cut), text.slice(cut + 1), most);
  }
  const pieces = shortWords(text, most);
  const whole = joined(pieces);
  if (whole.length <= most) return [[whole], halved(pieces)];
  const two = halved(pieces);
  if (two.length && Math.max(...two.map((line) => line.length)) <= most) return [[], two];
  return pieces.length < 2 ? [[whole], []] : [[], shortened(pieces, most)];
}

const shorter = (most) => SHORTER.find((length) => length < most) ?? most;

// A name above what is said of it; a long name on two lines where they hold all of it.
function withBreak(first, second, most) {
  const [cut, below] = [oneLine(first, most), oneLine(second, LONG)];
  const halves = cut.endsWith("…") ? halved(shortWords(first, most)) : [];
  const whole = halves.length && Math.max(...halves.map((line) => line.length)) <= most;
  return [whole ? [...halves, below] : [], [cut, below]];
}

const partsOf = (text) => text.split(/\s+/).filter(Boolean).join(" ").split(/(?<=[ /])|(?<=[^\s-]{3}-)(?=[\p{L}\p{N}_]{3})/u).filter(Boolean);
// Words, the long ones parted, and nothing after a cut.
function shortWords(text, most) {
  const made = [];
  for (const word of partsOf(text)) {
    const long = word.length > most + IN_A_WORD;
    made.push(...(long ? parted(word, most) : [word]));
    if (long && made.at(-1).trimEnd().endsWith("…")) break;
  }
  return made;
}

function oneLine(text, most) {
  const pieces = shortWords(text, most);
  const count = filled(pieces, most);
  return count < pieces.length ? cutOff(pieces.slice(0, count)) : joined(pieces);
}

function halved(pieces) {
  let [best, least] = [[], Infinity];
  for (let cut = 1; cut < pieces.length; cut++) {
    const lines = [joined(pieces.slice(0, cut)), joined(pieces.slice(cut))];
    const cost = Math.max(lines[0].length, lines[1].length) * 1000 + lines[0].length;
    if (cost < least) [best, least] = [lines, cost];
  }
  return best;
}

function shortened(pieces, most) {
  const first = filled(pieces, most);
  const rest = pieces.slice(first);
  const second = filled(rest, most - 2);
  return telling([joined(pieces.slice(0, first)), second === rest.length ? joined(rest) : cutOff(rest.slice(0, second))]);
}

// Lines without a last one that would hold dots and dashes only: the line before ends with them.
const telling = (lines) => (saysNothing(lines.at(-1)) ? [...lines.slice(0, -2), dotted(lines.at(-2))] : lines);

function filled(pieces, most) {
  let count = 1;
  for (let cut = 1; cut <= pieces.length; cut++) if (joined(pieces.slice(0, cut)).length <= most) count = cut;
  return count;
}

// nodes: everything drawn that is not dimmed; first: ids whose names come first; screen: place of a node in px; taken: rectangles without names; brief: names without what is said of them
export function chooseNames({ nodes, obstacles, lines, first, measured, scale, screen, width, height, keptClear, measure, fontSize, room, all, ring, brief }) {
  const inView = (node) => within(screen(node), width, height);
  const seen = nodes.filter(inView);
  const must = firstNamed(seen, first, room);
  const look = { screen, scale, fontSize, measure, keptClear, width, height, border: { [-1]: 0, 1: width - TOOLS } };
  const block = blockNames(seen.filter((node) => node.apart), look);
  const beside = [...block, ...rowNames(seen, look)];
  const inRow = new Set(beside.map(({ node }) => node));
  const named = seen.filter((node) => !inRow.has(node) && !node.apart && node.label.trim()).sort(importance(first, measured));
  const wanted = room ? named.filter((node, i) => i < ROOM_LOOKED_AT || must.has(node)) : named;
  const drawn = [...new Set([...wanted, ...obstacles.filter(inView)])];
  const place = new Map(drawn.map((node, index) => [node, index]));
  const size = (ls, font, node) => sizeOf(ls, font, (text) => measure(text, font, node.mode !== "project"));
  const asked = {
    nodes: drawn.map((node) => shapeOf(node, { screen, scale, ring })),
    owners: wanted.map((node) => place.get(node)),
    must: wanted.map((node) => must.has(node)),
    lines: lines.length <= LINES_COUNTED ? lines.map(({ source, target }) => [...at(screen(source)), ...at(screen(target))]) : [],
    keptClear: [...keptClear, ...beside.map(({ box }) => Object.values(box))],
    frame: [0, 0, width, height],
    covering: room ? COVERED : undefined,
    turns: room && drawn.length > CALM ? 0 : undefined,
  };
  const most = all ? Infinity : mostNames(seen.length, width * height, room);
  const label = (node) => (brief ? node.label.split("\n", 1)[0] : node.label);
  const inType = (part, from) => {
    const fonts = wanted.map((node) => part * fontOf(node, fontSize));
    const inLengths = (lengths) => {
      const written = wanted.map((node, i) => forms(label(node), lengths[i]));
      return { written, sizes: wanted.map((node, i) => written[i].flatMap((ls) => size(ls, fonts[i], node))) };
    };
    const cut = (i) => (line) => ({ written: [[line], []], sizes: [...size([line], fonts[i], wanted[i]), 0, 0] });
    const shorter = (i) => CUT_FAR.map((longest) => oneLine(wanted[i].label.split("\n", 1)[0], longest)).map(cut(i));
    return { fonts, shorter, ...cutToFit(asked, inLengths, most, wanted.map(() => from)) };
  };
  const { written, chosen, boxes, fonts } = room ? firstComplete(asked, ROOM_TRIES, inType) : inType(1, LONG);
  const made = wanted.map((node, i) => name(node, written[i], fonts[i], chosen[i], boxes[i], screen(node)));
  return [...beside, ...made.filter(Boolean)];
}

// Width and height in px of a name with its padding.
export const sizeOf = (lines, font, measured) => (lines.length ? [Math.max(...lines.map(measured)) + 2 * PAD, lines.length * font * LINE + 2 * PAD] : [0, 0]);

// Names around one that must be written and finds no place are cut until it finds one, as in graph/picture/cutting.py.
export function cutToFit(asked, inLengths, most, from = asked.owners.map(() => LONG)) {
  const tried = (written, sizes, covering) => {
    const found = placedNames({ ...asked, sizes, covering }, most);
    const lacking = found.chosen.flatMap((candidate, i) => (candidate < 0 && asked.must[i] ? [i] : []));
    return { written, sizes, lacking, ...found };
  };
  let [lengths, best, last] = [from];
  for (let turn = 0; turn <= (asked.turns ?? SHORTENINGS); turn++) {
    const { written, sizes } = inLengths(lengths);
    last = tried(written, sizes, 0);
    if (!best || last.lacking.length < best.lacking.length) best = last;
    const cut = cutAround(lengths, asked, last.lacking);
    if (String(cut) === String(lengths)) break;
    lengths = cut;
  }
  return best.lacking.length ? tried(last.written, last.sizes, asked.covering) : best;
}

function cutAround(lengths, { nodes, owners }, lacking) {
  const near = (one, other) => [0, 1].every((axis) => Math.abs(nodes[owners[one]][axis] - nodes[owners[other]][axis]) <= ROUND_IT[axis]);
  return lengths.map((length, i) => (lacking.some((other) => near(i, other)) ? shorter(length) : length));
}

const sides = ([left, top, right, bottom]) => ({ left, top, right, bottom });
const at = ({ x, y }) => [x, y];
const within = ({ x, y }, width, height) => x > 0 && y > 0 && x < width && y < height;
export const fontOf = (node, fontSize) => (node.mode === "project" ? fontSize - 2 : fontSize);

function shapeOf(node, { screen, scale, ring }) {
  const [wide, high] = halves(node);
  const { x, y } = screen(node);
  const around = ring(node) ? 5.5 : 0.75;
  return [x, y, wide * scale + around, high * scale + around];
}

export function mostNames(count, area, room) {
  if (room) return count <= ROOM_NAMED ? count : ROOM_MOST;
  if (count <= FULLY_NAMED) return count;
  return Math.round((count <= MANY ? FULLY_NAMED : LEAST_NAMED) * Math.min(1, area / CANVAS_AREA));
}

// A field of competence drawn as a node says nothing without its name.
const isField = (node) => node.mode === "field";

export function importance(first, measured) {
  const key = (node) => {
    const place = first.indexOf(node.id);
    const count = node.neighbours.size;
    return [place < 0 ? first.length : place, isField(node) ? 0 : 1, count ? 0 : 1, measured ? 0 : -count, node.rank];
  };
  return (a, b) => {
    const [one, other] = [key(a), key(b)];
    const differs = one.findIndex((value, i) => value !== other[i]);
    return differs < 0 ? 0 : one[differs] - other[differs];
  };
}

export function firstNamed(nodes, first, room) {
  if (nodes.length <= (room ? ROOM_NAMED : FULLY_NAMED)) return new Set(nodes);
  const named = new Set(nodes.filter((node) => first.includes(node.id) || isField(node)));
  const area = (node) => halves(node).reduce((a, b) => a * b);
  const count = ({ lines }) => lines.length; // money beside another tie is a line of its own
  const tied = nodes.filter(count);
  const order = (key) => (a, b) => key(b) - key(a) || count(b) - count(a) || (a.id < b.id ? -1 : 1);
  tied.sort(order(count)).slice(0, FIRST).forEach((node) => named.add(node));
  [...nodes].sort(order(area)).slice(0, FIRST).forEach((node) => named.add(node));
  return named;
}

// dx, dy: where the first line begins or has its middle, in px from the node; box in px from the node too.
function name(node, written, font, candidate, box, { x, y }) {
  if (candidate < 0) return null;
  const [form, spot] = [Math.floor(candidate / PER_FORM), candidate % PER_FORM];
  const align = alignOf(spot);
  const [left, top, right] = box;
  const dx = (align === 0 ? (left + right) / 2 : align > 0 ? left + PAD : right - PAD) - x;
  const to = nearest(x, y, box);
  const leader = spot >= AROUND ? [to[0] - x, to[1] - y] : null;
  return { node, lines: written[form], font, bold: node.mode !== "project", box: sides(box), dx, dy: top + PAD - y, align, leader };
}

// Names of two columns in their rows, see graph/picture/beside.py: none where a row of either is too low for its name.
export function rowNames(nodes, look) {
  const written = [-1, 1].flatMap((column) => [-1, 1].flatMap((side) => {
    const rows = nodes.filter((node) => stands(node, column, side)).sort((a, b) => a.y - b.y);
    const pitch = Math.min(...rows.slice(1).map((node, i) => node.y - rows[i].y)) * look.scale;
    const border = column === side ? look.border[side] : innerBorder(nodes, column, look);
    return rows.map((node) => inRow(node, pitch, border, look));
  }));
  return written.every(Boolean) ? written : [];
}

const stands = ({ beside, x }, column, side) => beside?.[0] === side && x > 0 === column > 0;

// Where inside names of a column end: in the middle if the other column has some too or is empty, else before it.
function innerBorder(nodes, column, { screen, scale }) {
  const middle = screen({ x: 0, y: 0 }).x;
  if (nodes.some((node) => stands(node, -column, column))) return middle - (column * BESIDE) / 2;
  const reach = nodes.filter((node) => stands(node, -column, -column)).map((node) => Math.abs(node.x) - halves(node)[0]);
  return middle - column * ((reach.length ? Math.min(...reach) : 0) * scale - BESIDE);
}

function inRow(node, pitch, border, look) {
  const [side, full] = node.beside;
  const cut = [LONG, ...SHORTER].flatMap((most) => [forms(node.label, most)[1], [oneLine(node.label, most)]]).filter((lines) => lines.length);
  const fits = ({ lines, font, box }) => lines.length * font * TIGHT <= pitch && (side < 0 ? box.left >= border : box.right <= border) && isFree(box, look);
  return [full, [node.label], ...cut].map((lines) => besideNode(node, side, lines, look)).find(fits);
}

const isFree = (box, { keptClear }) => keptClear.every(([left, top, right, bottom]) => box.right <= left + SLACK || box.left >= right || box.bottom <= top + SLACK || box.top >= bottom - SLACK);

// Names of elements without ties in their rows, cut where the next row, the next column, the buttons or the border are in the way.
function blockNames(nodes, look) {
  const pitch = pitchOf(nodes) * look.scale;
  return nodes.map((node) => {
    const border = Math.min(look.width, ...nodes.filter(({ x, y }) => y === node.y && x > node.x).map((next) => look.screen(next).x - halves(next)[0] * look.scale - BESIDE));
    const fits = ({ lines, font, box }) => lines.length * font * TIGHT <= pitch && box.right <= border && box.bottom <= look.height && isFree(box, look);
    const whole = forms(node.label).find((form) => form.length);
    const cut = [LONG, ...SHORTER].map((most) => (node.label.includes("\n") ? whole.map((line) => oneLine(line, most)) : [oneLine(node.label, most)]));
    const written = [whole, ...cut].map((lines) => besideNode(node, 1, lines, look));
    return written.find(fits) ?? written.at(-1);
  });
}

// Height of a row; nodes of several columns stand in the same rows.
function pitchOf(nodes) {
  const rows = [...new Set(nodes.map(({ y }) => y))].sort((a, b) => a - b);
  return Math.min(...rows.slice(1).map((y, i) => y - rows[i]));
}

function besideNode(node, side, lines, { screen, scale, fontSize, measure }) {
  const [font, bold] = [fontOf(node, fontSize), node.mode !== "project"];
  const { x, y } = screen(node);
  const wide = Math.max(...lines.map((line) => measure(line, font, bold)));
  const high = lines.length * font * LINE;
  const dx = side * ((node.apart ? 0.575 * node.size : halves(node)[0]) * scale + BESIDE);
  const left = x + dx - (side < 0 ? wide : 0);
  return { node, lines, font, bold, box: sides([left, y - high / 2, left + wide, y + high / 2]), dx, dy: -high / 2, align: side, leader: null };
}

function alignOf(spot) {
  if (spot < AROUND) return [0, 1, -1, 0, 1, -1, 1, -1][spot];
  const across = Math.cos((2 * Math.PI * ((spot - AROUND) % DIRECTIONS)) / DIRECTIONS);
  return Math.abs(across) < 0.5 ? 0 : Math.sign(across);
}
