// The names on the canvas: chosen anew when zoom, place or emphasis have come to rest; until then they go with their nodes.

import { BOW } from "./lines.js";
import { chooseNames } from "./names.js";
import { placeNumbers } from "./numbers.js";

const NARROW_MAP = 500; // px of a canvas on which places of a map have their name only
const QUIET = 140; // ms without a change of zoom or place

export class Labels {
  constructor(stage) {
    this.stage = stage;
    this.shown = [];
    this.numbers = []; // on lines
    this.widths = new Map();
  }

  stop() {
    clearTimeout(this.waiting);
  }

  forget() {
    this.content = null;
    this.widths.clear();
  }

  // Names for this frame. While somebody zooms or pans, those of before are kept.
  current() {
    const { content, view } = this.keys();
    const resting = view === this.view || this.content !== content || !this.shown.length;
    const moving = this.stage.motion.running;
    if (view === this.chosen && content === this.content && !moving) return this.shown;
    this.view = view;
    if ((!resting || moving) && content === this.content) {
      this.wait();
      return this.shown;
    }
    if (moving && this.shown.length) return this.kept();
    Object.assign(this, { content, chosen: view, shown: this.choose() });
    this.numbers = this.chooseNumbers();
    return this.shown;
  }

  // Names of before, at those of their nodes that are still drawn.
  kept() {
    const { nodes } = this.stage;
    return this.shown.filter(({ node }) => nodes.has(node.id)).map((name) => ({ ...name, node: nodes.get(name.node.id) }));
  }

  wait() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.stage.redraw(), QUIET);
  }

  keys() {
    const { stage } = this;
    const corner = stage.network.canvasToDOM({ x: 0, y: 0 });
    const first = this.first().join("\n");
    const { clientWidth, clientHeight } = stage.box;
    return {
      content: [first, stage.pointer.hovered?.id, stage.version, stage.view.emphasis, clientWidth, clientHeight].join("|"),
      view: `${stage.camera.scale.toFixed(4)}|${corner.x.toFixed(1)}|${corner.y.toFixed(1)}`,
    };
  }

  first() {
    const { pointer, keyboard, selection, view } = this.stage;
    return [view.focus, selection.id, keyboard.place, pointer.hovered?.id].filter(Boolean);
  }

  choose() {
    const { stage } = this;
    const { hovered } = stage.pointer;
    const first = this.first();
    const near = (node) => !hovered || node === hovered || hovered.neighbours.has(node);
    const clear = (node) => !node.dimmed || first.includes(node.id);
    return chooseNames({
      nodes: stage.byRank.filter((node) => near(node) && clear(node)),
      obstacles: stage.byRank.filter((node) => near(node) && !node.dimmed),
      lines: [...stage.picture.lines.values()].filter(({ source, target }) => near(source) && near(target) && !source.dimmed && !target.dimmed),
      first,
      measured: stage.picture.measured,
      scale: stage.camera.scale,
      screen: (point) => stage.network.canvasToDOM(point),
      width: stage.box.clientWidth,
      height: stage.box.clientHeight,
      keptClear: [stage.toolbar.rectangle(), stage.headingRectangle()].filter(Boolean),
      measure: (text, font, bold) => this.textWidth(text, font, bold),
      fontSize: stage.view.font_size * stage.growth,
      room: Boolean(stage.view.room),
      all: stage.view.all_names,
      ring: (node) => stage.ring(node),
      brief: Boolean(stage.picture.ground) && stage.box.clientWidth < NARROW_MAP,
    });
  }

  chooseNumbers() {
    const { stage } = this;
    const { hovered } = stage.pointer;
    const near = (node) => !hovered || node === hovered || hovered.neighbours.has(node);
    const lines = stage.lines.texts().filter(([{ source, target }]) => near(source) && near(target));
    return placeNumbers({
      lines: lines.map(([line, text]) => [{ ...line, curve: line.curved ? BOW : 0 }, text]),
      nodes: stage.byRank.filter((node) => !node.dimmed),
      taken: [...this.shown.map(({ box }) => Object.values(box)), stage.toolbar.rectangle(), stage.headingRectangle()].filter(Boolean),
      scale: stage.camera.scale,
      screen: (point) => stage.network.canvasToDOM(point),
      measure: (text, font, bold) => this.textWidth(text, font, bold),
      growth: stage.growth,
      room: Boolean(stage.view.room),
    });
  }

  textWidth(text, font, bold) {
    const key = `${font}${bold}${text}`;
    if (!this.widths.has(key)) {
      this.pen ??= document.createElement("canvas").getContext("2d");
      this.pen.font = `${bold ? 600 : 400} ${font}px ${this.stage.theme.font}`;
      this.widths.set(key, this.pen.measureText(text).width);
    }
    return this.widths.get(key);
  }
}
