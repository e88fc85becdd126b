// Where things stand on a canvas of another shape than the one they were arranged for. Stretching keeps every order.

import { largestPart, madeRoom } from "./making_room.js";
import { firstNamed, fontOf, forms, halves, importance, mostNames, sizeOf } from "./names.js";

const TOOLS = 44; // px at the right that the buttons need
const WIDEST = 3; // times that an arrangement is stretched to a wider canvas
const TALLEST = 5; // and to a higher one
const SMALL = 0.75; // scale below which the block of elements without ties needs a strip of its own, with names of the usual size
const USUAL_FONT = 13; // px
const ROW = 1.3; // height of a row of the block in parts of its names
const HEADING = { font: 12, wide: 170, high: 36, alone: 280, low: 20 }; // px of the heading of elements without ties
const ROOM_HEADING = 18 / 12; // of it before a room
const LEAST_HALF = 8; // px from the margin of the strip to the middle of its nodes
const MARGIN = 8; // px around the strip
const ROOM_SIZE = 1.3; // of nodes before a room, in pictures that are not arranged
const [ROOM_SHAPE, ROOM_FEW, ROOM_FEW_OF_MANY] = [12, 0.045, 0.09]; // px of the smallest node there, and share of lines that may run through nodes of all named and of more
const [ALL_NAMED, MOST_GROWN, ROOM_LINE] = [60, 150, 15]; // elements, and characters of a line for which room is made
const COLUMN = 12; // width of a column of the strip in parts of its names

export class Placing {
  constructor(stage) {
    this.stage = stage;
    this.stretch = [1, 1];
    this.strip = 0; // px below the picture for the elements without ties
  }

  // Everything anew: for another picture, or for a canvas of another size.
  place() {
    const { byRank, moved } = this.stage;
    this.follow();
    for (const node of byRank) [node.x, node.y] = this.stretched(moved.get(node.id) ?? node.home);
    const part = this.shapePart();
    for (const node of byRank) node.size = node.usual * part;
    this.rows = byRank.filter((node) => node.apart).sort((a, b) => a.home[1] - b.home[1] || (a.id < b.id ? -1 : 1));
    this.blockTop = null;
    if (this.strip) this.fillStrip();
    else this.liftBlock();
    if (this.arranged.length > mostNames(Infinity, 0, true)) this.makeRoom();
  }

  // Before a room, in an arrangement: what is tied.
  get arranged() {
    const { byRank, picture, view } = this.stage;
    return view.room && picture.frame && !byRank.some(({ beside }) => beside) ? byRank.filter(({ apart, dimmed }) => !apart && !dimmed) : [];
  }

  // Part of their usual size that nodes have: before a room they grow to what is seen there, as far as lines pass.
  shapePart() {
    const { camera, picture, view } = this.stage;
    if (view.room && !picture.frame) return ROOM_SIZE;
    const nodes = this.arranged;
    const wanted = nodes.length && nodes.length <= MOST_GROWN ? ROOM_SHAPE / (Math.min(...nodes.map(({ usual }) => usual)) * camera.fitScale()) : 0;
    if (wanted <= 1) return 1;
    const place = new Map(nodes.map((node, index) => [node, index]));
    const shapes = nodes.map((node) => [node.x, node.y, ...halves({ ...node, size: node.usual })]);
    const lines = [...picture.lines.values()].map(({ source, target }) => [place.get(source), place.get(target)]);
    return Math.max(1, Math.min(wanted, largestPart(shapes, lines, nodes.length <= ALL_NAMED ? ROOM_FEW : ROOM_FEW_OF_MANY)));
  }

  // Small nodes give way to names that must be written and find no place.
  makeRoom() {
    const { camera, growth, labelling, moved, picture, toolbar, view } = this.stage;
    const [{ left, top, right, bottom }, scale, { width, height }] = [this.bounds(), camera.fitScale(), camera.size];
    const [middle, x, y] = [{ x: (left + right) / 2, y: (top + bottom) / 2 }, (width - TOOLS) / 2, height / 2];
    const first = [view.focus, this.stage.selection.id].filter(Boolean);
    const named = this.arranged.filter(({ label }) => label.trim()).sort(importance(first, picture.measured));
    const must = firstNamed(this.arranged, first, true);
    const sizes = named.map((node) => {
      const font = fontOf(node, view.font_size * growth);
      return forms(node.label, ROOM_LINE).flatMap((lines) => sizeOf(lines, font, (text) => labelling.textWidth(text, font, node.mode !== "project")));
    });
    const made = madeRoom({
      nodes: named.map((node) => [(node.x - middle.x) * scale + x, (node.y - middle.y) * scale + y, ...halves(node).map((half) => half * scale + 0.75)]),
      owners: named.map((_, i) => i), sizes, must: named.map((node) => must.has(node)), lines: [],
      keptClear: [toolbar.rectangle()], frame: [0, 0, width, height - this.strip],
    }, must.size);
    named.forEach((node, i) => {
      if (!moved.has(node.id)) Object.assign(node, { x: (made[i][0] - x) / scale + middle.x, y: (made[i][1] - y) / scale + middle.y });
    });
  }

  follow() {
    const { byRank, camera, picture, shape } = this.stage;
    const { width, height } = camera.size;
    [this.stretch, this.strip] = [[1, 1], 0];
    const frame = picture.frame ?? shape;
    if (!frame || !width || !height) return;
    const [wide, high] = [frame[2] - frame[0], frame[3] - frame[1]];
    if (picture.frame && picture.unconnected && (width - TOOLS) / wide < this.least) this.strip = this.stripHeight();
    const part = (width - TOOLS) / (height - this.strip) / (wide / high);
    if (part < 1) this.stretch = [1, Math.min(1 / part, TALLEST)];
    else if (picture.frame && !byRank.some((node) => node.beside)) this.stretch = [Math.min(part, WIDEST), 1]; // columns stay near each other
  }

  get least() {
    const { view, growth } = this.stage;
    return SMALL * Math.max(1, (view.font_size * growth) / USUAL_FONT);
  }

  stripHeight() {
    const { apart } = this.stage.picture.unconnected;
    return 2 * MARGIN + this.headed.low + this.rowsOf(apart.length) * this.row;
  }

  // Rows of the strip: its elements stand in as many columns as there is room for.
  rowsOf(count) {
    return Math.ceil(count / Math.max(Math.floor((this.stage.camera.size.width - TOOLS) / this.column), 1));
  }

  get column() {
    const { growth, view } = this.stage;
    return COLUMN * view.font_size * growth;
  }

  get headed() {
    const { view, growth } = this.stage;
    const larger = view.room ? ROOM_HEADING * growth : 1;
    return Object.fromEntries(Object.entries(HEADING).map(([name, px]) => [name, px * larger]));
  }

  // px of a row of the block, in which a name may stand above what is said of it
  get row() {
    const { byRank, growth, view } = this.stage;
    return (byRank.some(({ apart, label }) => apart && label.includes("\n")) ? 2 : 1) * ROW * view.font_size * growth;
  }

  // The strip stands below the picture, from its left border on.
  fillStrip() {
    const { frame } = this.stage.picture;
    const [left, bottom] = this.stretched([frame[0], frame[3]]);
    const px = 1 / this.stage.camera.fitScale();
    this.blockTop = bottom + MARGIN * px;
    const first = this.blockTop + (this.headed.low + this.row / 2) * px;
    const half = Math.max(LEAST_HALF * px, ...this.rows.map((node) => halves(node)[0]));
    const each = this.rowsOf(this.rows.length);
    this.rows.forEach((node, place) => {
      const [column, row] = [Math.floor(place / each), place % each];
      Object.assign(node, { x: left + half + (MARGIN + column * this.column) * px, y: first + row * this.row * px });
    });
  }

  // The block in a corner grows upwards where its names are larger than its rows.
  liftBlock() {
    const rows = [...this.rows].reverse();
    const least = this.row / this.stage.camera.fitScale();
    rows.forEach((node, row) => row && (node.y = Math.min(node.y, rows[row - 1].y - least)));
    if (rows.length) this.blockTop = rows.at(-1).y - least / 2 - this.headed.high / this.stage.camera.fitScale();
  }

  stretched([x, y]) {
    return [x * this.stretch[0], y * this.stretch[1]];
  }

  // Place of a node as Python knows it.
  unstretched({ x, y }) {
    return [x / this.stretch[0], y / this.stretch[1]].map((value) => Math.round(value * 10) / 10);
  }

  // What the canvas shows of an arrangement; null for pictures that have no frame.
  bounds() {
    const { frame } = this.stage.picture;
    const [[left, top], [right, bottom]] = [frame.slice(0, 2), frame.slice(2)].map((corner) => this.stretched(corner));
    const { width } = this.stage.camera.size;
    return { left, top, right, bottom: bottom + (this.strip * (right - left)) / Math.max(width - TOOLS, 1) };
  }

  // Heading of the elements without ties: below it their block or strip, or nothing when they are many.
  heading(said) {
    const { unconnected, frame } = this.stage.picture;
    const cut = said.indexOf(" ", said.length / 2 - 4);
    const lines = unconnected.apart.length && !this.strip ? [said.slice(0, cut), said.slice(cut + 1)] : [said];
    const [x, top] = this.stretched([unconnected.x, unconnected.top]);
    const px = 1 / this.stage.camera.fitScale();
    const at = this.strip ? { x: this.stretched(frame)[0] + MARGIN * px, top: this.blockTop } : { x, top: Math.min(top, this.blockTop ?? top) };
    return { ...at, lines, font: this.headed.font };
  }

  headingRectangle({ x, top, lines }) {
    const at = this.stage.network.canvasToDOM({ x, y: top });
    const { wide, high, alone, low } = this.headed;
    if (lines.length < 2) return [at.x, at.y, at.x + alone, at.y + low];
    return [at.x, at.y, at.x + wide, at.y + high];
  }
}
