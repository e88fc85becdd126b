// One canvas on the page: the elements around it, the vis-network in it, and what a person does with both.

import { placeLabels } from "./labels.js";
import { loadLibrary } from "./library.js";
import { paintLabels, paintNode } from "./paint.js";
import { difference } from "./picture.js";
import { calm, readTheme } from "./theme.js";
import { Toolbar } from "./toolbar.js";
import { Tooltip, countOf, lineLines, nodeLines } from "./tooltip.js";
import { isArrow, step } from "./walk.js";

const DIMMED = 0.12;
const REACH = { mouse: 10, touch: 22 }; // px around a small node that still count as the node
const PATIENCE = 2000; // ms until Python's answer to a click counts as final
const CLOSEST = 4; // largest zoom
const EDGE = 30; // px between the picture and the border of the canvas
const LARGEST_FIT = 1.5; // zoom of a small network that fills the canvas

export class Stage {
  constructor(parent, moved) {
    this.parent = parent;
    this.nodes = new Map();
    this.byRank = [];
    this.moved = moved; // id -> [x, y] where a person has put it
    this.items = { nodes: new Map(), lines: new Map() }; // what vis-network has been told
    this.selected = null;
    this.hovered = null;
    this.place = null; // id of the node the keyboard stands on
    this.widths = new Map();
    this.build();
  }

  build() {
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = new URL("./canvas.css", import.meta.url).href;
    this.styled = new Promise((done) => (sheet.onload = sheet.onerror = done)); // before, the canvas has no size
    this.frame = element("div", "frame");
    this.box = element("div", "stage");
    this.message = element("p", "message");
    this.help = element("p", "heard");
    this.help.id = "help";
    this.live = element("p", "heard");
    this.live.setAttribute("aria-live", "polite");
    Object.entries({ tabindex: "0", role: "application", "aria-describedby": "help" }).forEach(([name, value]) =>
      this.box.setAttribute(name, value),
    );
    this.frame.append(this.box, this.message, this.help, this.live);
    this.toolbar = new Toolbar(this.frame, {
      zoom_in: () => this.zoom(1.35),
      zoom_out: () => this.zoom(1 / 1.35),
      fit: () => this.fit(),
      fullscreen: () => this.toggleFullscreen(),
    });
    this.tip = new Tooltip(this.frame);
    this.box.addEventListener("keydown", (event) => this.onKey(event));
    this.box.addEventListener("focus", () => this.onFocus());
    this.box.addEventListener("blur", () => this.leave());
    this.box.addEventListener("pointerdown", (event) => (this.pointer = event.pointerType), true);
    this.onEscape = (event) => event.key === "Escape" && this.tip.hide();
    document.addEventListener("keydown", this.onEscape);
    this.parent.append(sheet, this.frame);
    this.frame.akteursnetz = this; // for tests: positions, zoom and labels as they are on the canvas
  }

  destroy() {
    document.removeEventListener("keydown", this.onEscape);
    clearTimeout(this.patience);
    this.network?.destroy();
    this.network = null;
    this.parent.replaceChildren();
  }

  // --- from Python -------------------------------------------------------------------------------------------------

  async show(picture, view) {
    this.picture = picture;
    this.view = view;
    this.frame.style.setProperty("--height", `${view.height}px`);
    this.name(picture.words);
    try {
      await Promise.all([loadLibrary(picture.library), this.styled]);
    } catch {
      this.message.textContent = picture.words.failed;
      return;
    }
    if (this.picture === picture && this.view === view && this.frame.isConnected) this.apply(picture, view);
  }

  apply(picture, view) {
    this.message.textContent = picture.nodes.size ? "" : picture.words.empty;
    this.nodes = picture.nodes;
    this.byRank = [...picture.nodes.values()];
    const otherView = this.isOtherView(picture);
    if (otherView) this.moved.clear();
    for (const node of this.byRank) {
      [node.x, node.y] = this.moved.get(node.id) ?? [node.x, node.y];
      node.dimmed = view.dimmed?.(node.rank) ?? false;
    }
    this.style();
    this.followSelection(view.selected);
    if (this.place && !this.nodes.has(this.place)) this.place = null;
    if (!this.nodes.has(this.hovered?.id)) this.unhover();
    else this.hovered = this.nodes.get(this.hovered.id);
    this.network ??= this.start(picture);
    this.update();
    if (otherView || this.allOutside()) this.fit(false);
  }

  // Another network or another focus, not a filter: most of the nodes that stay have got another place, or none stays.
  isOtherView(picture) {
    const before = this.placed ?? new Map();
    this.placed = new Map([...picture.nodes.values()].map(({ id, x, y }) => [id, `${x} ${y}`]));
    const stay = [...this.placed.keys()].filter((id) => before.has(id));
    return stay.filter((id) => before.get(id) === this.placed.get(id)).length * 2 <= stay.length;
  }

  // What is on the screen follows Python, except while the answer to a click is still on its way.
  followSelection(selected) {
    if (this.asked !== undefined && this.asked !== selected) return;
    this.asked = undefined;
    clearTimeout(this.patience);
    this.selected = selected ?? null;
  }

  start(picture) {
    this.data = { nodes: new vis.DataSet(), edges: new vis.DataSet() };
    const options = { ...picture.options, nodes: { ...picture.options.nodes, shape: "custom", ctxRenderer: (seen) => this.render(seen) } };
    const network = new vis.Network(this.box, this.data, options);
    this.box.querySelector(".vis-network").removeAttribute("tabindex"); // one place to stop at with Tab, not two
    network.on("click", (event) => this.onClick(event));
    network.on("doubleClick", (event) => this.onDoubleClick(event));
    network.on("hoverNode", ({ node, pointer }) => this.hover(this.nodes.get(node), pointer.DOM));
    network.on("blurNode", () => this.unhover());
    network.on("hoverEdge", ({ edge, pointer }) => this.tipAt(lineLines(this.picture.lines.get(edge), this.words), pointer.DOM));
    network.on("blurEdge", () => this.tip.hide());
    network.on("dragStart", () => this.tip.hide());
    network.on("dragging", ({ nodes }) => this.onDragging(nodes));
    network.on("dragEnd", ({ nodes }) => this.onDragEnd(nodes));
    network.on("zoom", ({ scale }) => this.onZoom(scale));
    network.on("afterDrawing", (pen) => this.paintAbove(pen));
    // only in the next frame vis-network has changed its own camera
    network.on("resize", () => requestAnimationFrame(() => this.onResize()));
    return network;
  }

  update() {
    const nodes = new Map(this.byRank.map((node) => [node.id, visNode(node)]));
    const lines = new Map([...this.picture.lines].map(([id, line]) => [id, this.visLine(line)]));
    const gone = difference(this.items.lines, lines);
    const moved = difference(this.items.nodes, nodes);
    this.data.edges.remove(gone.gone);
    this.data.nodes.remove(moved.gone);
    this.data.nodes.update(moved.changed);
    this.data.edges.update(gone.changed);
    this.items = { nodes, lines };
    this.network.redraw();
  }

  visLine({ id, source, target, width, role, dashed, arrow, curved }) {
    const dim = source.dimmed || target.dimmed;
    return {
      id,
      from: source.id,
      to: target.id,
      width,
      dashes: dashed ? [7, 5] : false,
      smooth: { enabled: Boolean(curved), type: "curvedCW", roundness: 0.18 },
      arrows: { to: { enabled: Boolean(arrow), scaleFactor: 0.6 } },
      color: { color: this.theme[role], hover: this.theme[role], highlight: this.theme[role], opacity: dim ? DIMMED : this.lineOpacity() },
    };
  }

  // Many lines would turn into a grey cloth, so they step back behind the nodes.
  lineOpacity() {
    return this.picture.lines.size > 120 ? 0.5 : 0.85;
  }

  // --- words and looks ---------------------------------------------------------------------------------------------

  get words() {
    return this.picture.words;
  }

  name(words) {
    this.box.setAttribute("aria-label", words.canvas);
    this.box.setAttribute("aria-roledescription", words.role);
    this.help.textContent = words.help;
    this.toolbar.name(words);
  }

  style() {
    if (!this.picture) return;
    const theme = readTheme(this.frame, this.picture.colours);
    if (JSON.stringify(theme) === JSON.stringify(this.theme)) return;
    this.theme = theme;
    this.widths.clear();
    if (this.network) this.update();
  }

  render({ ctx, id }) {
    const node = this.nodes.get(id);
    if (!node) return {};
    const scale = this.network.getScale();
    return {
      drawNode: () => paintNode(ctx, node, { theme: this.theme, scale, opacity: node.dimmed ? DIMMED : 1, ring: this.ring(node) }),
      nodeDimensions: { width: node.size, height: node.size },
    };
  }

  ring(node) {
    if (node.id === this.place) return { colour: this.theme.primary, width: 3, gap: 7 };
    if (node.id === this.selected) return { colour: this.theme.selected, width: 4, gap: 1.5 };
    if (node.id === this.view.focus) return { colour: this.theme.primary, width: 3, gap: 1.5 };
    return null;
  }

  // While a node is hovered a veil lies over everything but the node, its neighbours and the lines between them.
  paintAbove(pen) {
    const scale = this.network.getScale();
    if (this.hovered) this.paintVeil(pen, scale);
    this.labels = this.chooseLabels(scale);
    paintLabels(pen, this.labels, { theme: this.theme, scale });
  }

  paintVeil(pen, scale) {
    const corner = this.network.DOMtoCanvas({ x: 0, y: 0 });
    pen.save();
    pen.globalAlpha = 0.78;
    pen.fillStyle = this.theme.paper;
    pen.fillRect(corner.x, corner.y, this.box.clientWidth / scale, this.box.clientHeight / scale);
    pen.restore();
    const { body } = this.network;
    for (const line of this.hovered.lines) {
      body.edges[line.id]?.draw(pen);
      body.edges[line.id]?.drawArrows(pen);
    }
    for (const node of [...this.hovered.neighbours, this.hovered]) body.nodes[node.id]?.draw(pen);
  }

  chooseLabels(scale) {
    const { hovered } = this;
    const lit = hovered ? this.byRank.filter((node) => node === hovered || hovered.neighbours.has(node)) : this.byRank;
    const first = (node) => [hovered?.id, this.place, this.selected, this.view.focus].includes(node.id);
    const clear = lit.filter((node) => !node.dimmed || first(node));
    return placeLabels({
      nodes: clear,
      must: first,
      all: Boolean(hovered),
      scale,
      width: this.box.clientWidth,
      height: this.box.clientHeight,
      fontSize: this.view.font_size,
      toScreen: (point) => this.network.canvasToDOM(point),
      measure: (node, font, bold) => this.width(node.label, font, bold),
    }).map((label) => ({ ...label, opacity: 1 }));
  }

  width(text, font, bold) {
    const key = `${font}${bold}${text}`;
    if (!this.widths.has(key)) {
      this.pen ??= document.createElement("canvas").getContext("2d");
      this.pen.font = `${bold ? 600 : 400} ${font}px ${this.theme.font}`;
      this.widths.set(key, this.pen.measureText(text).width);
    }
    return this.widths.get(key);
  }

  // --- pointer -----------------------------------------------------------------------------------------------------

  onClick({ pointer, nodes }) {
    this.select(nodes[0] ?? this.nearby(pointer.canvas));
  }

  onDoubleClick({ pointer, nodes }) {
    const id = nodes[0] ?? this.nearby(pointer.canvas);
    if (id) this.trigger("focus", id);
  }

  // A finger or an unsteady hand meets a small node when it comes near.
  nearby({ x, y }) {
    const reach = REACH[this.pointer === "touch" ? "touch" : "mouse"] / this.network.getScale();
    let best = null;
    let least = reach;
    for (const node of this.byRank) {
      const gap = Math.hypot(node.x - x, node.y - y) - node.size / 2;
      if (gap < least) [best, least] = [node.id, gap];
    }
    return best;
  }

  select(id) {
    if (id === this.selected) return; // a click on the empty background changes nothing and asks for nothing
    this.selected = id ?? null;
    this.asked = this.selected;
    clearTimeout(this.patience);
    this.patience = setTimeout(() => {
      this.asked = undefined;
      this.followSelection(this.view.selected);
      this.network?.redraw();
    }, PATIENCE);
    this.network.redraw();
    this.told = this.selected;
    this.setState("selected", this.selected);
  }

  onDragging(nodes) {
    const positions = this.network.getPositions(nodes);
    for (const id of nodes) Object.assign(this.nodes.get(id), positions[id]);
  }

  onDragEnd(nodes) {
    if (!nodes.length) return void (this.touched = true);
    this.onDragging(nodes);
    for (const id of nodes) {
      const { x, y } = this.nodes.get(id);
      this.moved.set(id, [Math.round(x * 10) / 10, Math.round(y * 10) / 10]);
      Object.assign(this.items.nodes.get(id), { x, y });
    }
    // what was last told to Python goes with it, so a selection Python has changed since must be told first
    if (this.told !== undefined && this.told !== this.selected) this.setState("selected", (this.told = this.selected));
    this.setState("moved", Object.fromEntries(this.moved));
  }

  hover(node, at) {
    if (!node) return;
    this.hovered = node;
    this.tipAt(nodeLines(node, this.words), at);
    this.network.redraw();
  }

  unhover() {
    this.tip.hide();
    if (!this.hovered) return;
    this.hovered = null;
    this.network?.redraw();
  }

  tipAt(lines, at) {
    this.tip.show(lines, at, { width: this.box.clientWidth, height: this.box.clientHeight });
  }

  // --- keyboard ----------------------------------------------------------------------------------------------------

  onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || !this.network) return;
    const actions = {
      "+": () => this.zoom(1.35),
      "-": () => this.zoom(1 / 1.35),
      0: () => this.fit(),
      Home: () => this.stand(this.home()),
      PageDown: () => this.stand(this.next(1)),
      PageUp: () => this.stand(this.next(-1)),
      Enter: () => this.place && this.select(this.place),
      " ": () => this.place && this.select(this.place),
      f: () => this.place && this.trigger("focus", this.place),
      Escape: () => this.box.blur(),
    };
    const action = isArrow(event.key) ? () => this.walk(event.key) : actions[event.key];
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  }

  onFocus() {
    // a mouse click focuses too, but then the pointer says where one is
    if (this.network && this.box.matches(":focus-visible")) this.stand(this.nodes.get(this.place) ?? this.home());
  }

  leave() {
    this.place = null;
    this.network?.redraw();
  }

  home() {
    return this.nodes.get(this.selected) ?? this.nodes.get(this.view.focus) ?? this.byRank[0];
  }

  next(by) {
    const clear = this.byRank.filter((node) => !node.dimmed);
    const index = clear.findIndex((node) => node.id === this.place);
    return clear[(index + by + clear.length) % clear.length];
  }

  walk(key) {
    const here = this.nodes.get(this.place);
    if (!here) return this.stand(this.home());
    const neighbours = [...here.neighbours].filter((node) => !node.dimmed);
    const there = step(here, neighbours.length ? neighbours : this.byRank, key);
    if (there) return this.stand(there);
    return this.say(this.words.no_neighbour);
  }

  stand(node) {
    if (!node) return;
    this.place = node.id;
    this.bringIntoView(node);
    this.network.redraw();
    const state = node.id === this.selected ? this.words.is_selected : "";
    this.say([node.name, node.kind, this.words[`status.${node.status}`], countOf(node, this.words), state].filter(Boolean).join(", "));
  }

  say(text) {
    // the same text twice would not be read again
    this.live.textContent = this.live.textContent === text ? `${text}\u00a0` : text;
  }

  // --- camera ------------------------------------------------------------------------------------------------------

  onZoom(scale) {
    this.touched = true;
    const clamped = Math.min(CLOSEST, Math.max(this.fitScale() * 0.5, scale));
    if (clamped !== scale) this.network.moveTo({ scale: clamped });
  }

  zoom(by) {
    this.touched = true;
    const scale = Math.min(CLOSEST, Math.max(this.fitScale() * 0.5, this.network.getScale() * by));
    this.network.moveTo({ scale, animation: this.motion(180) });
  }

  fit(animated = true) {
    const bounds = this.bounds();
    if (!bounds) return;
    const position = { x: (bounds.left + bounds.right) / 2, y: (bounds.top + bounds.bottom) / 2 };
    this.touched = false;
    this.network.moveTo({ position, scale: this.fitScale(), animation: animated ? this.motion(350) : false });
  }

  fitScale() {
    const bounds = this.bounds();
    if (!bounds) return 1;
    const [wide, high] = [this.box.clientWidth - 2 * EDGE, this.box.clientHeight - 2 * EDGE];
    return Math.min(wide / (bounds.right - bounds.left), high / (bounds.bottom - bounds.top), LARGEST_FIT);
  }

  bounds() {
    const clear = this.byRank.filter((node) => !node.dimmed);
    const seen = clear.length ? clear : this.byRank;
    if (!seen.length) return null;
    return {
      left: Math.min(...seen.map((node) => node.x - node.size / 2)),
      right: Math.max(...seen.map((node) => node.x + node.size / 2)),
      top: Math.min(...seen.map((node) => node.y - node.size / 2)),
      bottom: Math.max(...seen.map((node) => node.y + node.size / 2)),
    };
  }

  allOutside() {
    const inside = (node) => {
      const { x, y } = this.network.canvasToDOM(node);
      return x > 0 && y > 0 && x < this.box.clientWidth && y < this.box.clientHeight;
    };
    return this.byRank.length > 0 && !this.byRank.some((node) => !node.dimmed && inside(node));
  }

  bringIntoView(node) {
    const { x, y } = this.network.canvasToDOM(node);
    const edge = 60;
    if (x > edge && y > edge && x < this.box.clientWidth - edge && y < this.box.clientHeight - edge) return;
    this.network.moveTo({ position: { x: node.x, y: node.y }, animation: this.motion(250) });
  }

  motion(duration) {
    return calm() ? false : { duration, easingFunction: "easeInOutQuad" };
  }

  onResize() {
    if (this.network && this.box.clientWidth && !this.touched) this.fit(false);
  }

  toggleFullscreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else this.frame.requestFullscreen?.();
  }
}

function visNode({ id, x, y, size }) {
  return { id, x, y, size: size / 2 };
}

function element(tag, name) {
  const made = document.createElement(tag);
  made.className = name;
  return made;
}
