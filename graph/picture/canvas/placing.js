// Where things stand on a canvas of another shape than the one they were arranged for. Stretching keeps every order.

import { halves } from "./names.js";

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
    this.rows = byRank.filter((node) => node.apart).sort((a, b) => a.home[1] - b.home[1] || (a.id < b.id ? -1 : 1));
    this.blockTop = null;
    if (this.strip) this.fillStrip();
    else this.liftBlock();
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
    return 2 * MARGIN + (apart.length ? this.headed.high + apart.length * this.row : this.headed.low);
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
    const first = this.blockTop + (this.headed.high + this.row / 2) * px;
    const half = Math.max(LEAST_HALF * px, ...this.rows.map((node) => halves(node)[0]));
    this.rows.forEach((node, row) => Object.assign(node, { x: left + MARGIN * px + half, y: first + row * this.row * px }));
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

  // Heading of the elements without ties: below it their block, or nothing when they are many.
  heading(said) {
    const { unconnected, frame } = this.stage.picture;
    const cut = said.indexOf(" ", said.length / 2 - 4);
    const lines = unconnected.apart.length ? [said.slice(0, cut), said.slice(cut + 1)] : [said];
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
