// One canvas on the page: the elements around it, the vis-network in it, and what is drawn.

import { Camera } from "./camera.js";
import { Keyboard } from "./keyboard.js";
import { Labels } from "./labels.js";
import { loadLibrary } from "./library.js";
import { Lines } from "./lines.js";
import { Motion } from "./motion.js";
import { paintNumbers } from "./numbers.js";
import { paintBorders, paintHeading, paintLabels, paintNode } from "./paint.js";
import { difference } from "./picture.js";
import { Placing } from "./placing.js";
import { Pointer } from "./pointer.js";
import { Selection } from "./selection.js";
import { styleSheet } from "./sheet.js";
import { readTheme } from "./theme.js";
import { Toolbar } from "./toolbar.js";
import { Tooltip } from "./tooltip.js";

const DIMMED = 0.12;
const VEIL = 0.78; // over what is not near the hovered node
const NAMES = 40; // px around the outermost nodes
const BORDER = 16; // px below the picture
const NARROW = 640; // px of a window on which the picture takes most of the height
const [AROUND_NARROW, NARROW_HEIGHT] = [140, 760]; // px of such a window left for the page, and of the picture at most
const [ROOM_WIDTH, ROOM_LEAST] = [800, 0.62]; // px of a canvas before a room on which names have their full size, and part of it at least
const ROOM_NARROW = "72vh"; // height of a picture before a room at least, on such a window, where the page scrolls
const USUAL_BEGIN = 260; // px above a picture that lies further down
const ROOM_ROOT = 22; // px of the page's own text on a small beamer; names on the canvas grow with it on a larger one
const ROOM_SIGN = 18; // px of the code in a node before a room; where it finds no room, none is written

export class Stage {
  constructor(parent, moved) {
    this.parent = parent;
    this.moved = moved; // id -> [x, y] where a person has put it
    this.nodes = new Map();
    this.byRank = [];
    this.items = { nodes: new Map(), lines: new Map() }; // what vis-network has been told
    this.placing = new Placing(this);
    this.version = 0; // of what is drawn and where
    this.motion = new Motion(this);
    this.labelling = new Labels(this);
    this.lines = new Lines(this);
    this.build();
    this.selection = new Selection(this);
    this.camera = new Camera(this);
    this.pointer = new Pointer(this);
    this.keyboard = new Keyboard(this);
    this.toolbar = new Toolbar(this.frame, this.camera);
    this.tip = new Tooltip(this.frame);
  }

  build() {
    const sheet = styleSheet();
    this.styled = sheet.ready; // before, the canvas has no size
    this.frame = element("div", "frame");
    this.frame.style.visibility = "hidden"; // unstyled buttons would flash
    this.styled.then(() => (this.frame.style.visibility = ""));
    this.box = element("div", "stage", { tabindex: "0", role: "application", "aria-describedby": "help" });
    this.message = element("p", "message", { role: "status" });
    this.help = element("p", "heard", { id: "help" });
    this.live = element("p", "heard", { "aria-live": "polite" });
    this.frame.append(this.box, this.message, this.help, this.live);
    this.parent.append(sheet.element, this.frame);
    this.around = new ResizeObserver(() => this.view?.room && this.setHeight(this.view)); // a title of another height
    for (let outer = this.frame.getRootNode().host; outer; outer = outer.parentElement) this.around.observe(outer);
    this.frame.akteursnetz = this; // for tests: positions, zoom and labels as they are on the canvas
  }

  destroy() {
    this.around.disconnect();
    this.selection.stop();
    this.motion.stop();
    this.labelling.stop();
    this.tip.stop();
    this.network?.destroy();
    this.network = null;
    this.parent.replaceChildren();
  }

  // --- from Python -------------------------------------------------------------------------------------------------

  async show(picture, view) {
    this.picture = picture;
    this.view = view;
    this.setHeight(view); // known before the style sheet
    this.name(picture.words);
    try {
      await Promise.all([loadLibrary(picture.library), this.styled]);
    } catch {
      this.message.textContent = picture.words.failed;
      return;
    }
    const newest = this.picture === picture && this.view === view && this.frame.isConnected;
    if (newest) this.apply(picture, view);
  }

  // The picture ends with the window, if it begins in its upper half; before a room it ends above the source line. A
  // row of filters that appears above it does not change its size, since that would zoom.
  setHeight({ room, height }) {
    this.growth = room ? growthIn(this.frame.clientWidth) : 1;
    const top = Math.round(this.frame.getBoundingClientRect().top);
    if (room) this.begin = undefined;
    else this.begin ??= top > 0 && top < innerHeight / 2 ? top + BORDER : USUAL_BEGIN;
    const below = `calc(100vh - ${top}px - var(--an-below, 0px))`;
    const usual = innerWidth < NARROW ? `clamp(340px, 100vh - ${AROUND_NARROW}px, ${NARROW_HEIGHT}px)` : `clamp(340px, 100vh - ${this.begin}px, ${Math.max(height, innerHeight > innerWidth ? this.frame.clientWidth : 0)}px)`;
    this.frame.style.height = room ? `max(${innerWidth < NARROW ? ROOM_NARROW : "280px"}, ${below})` : usual;
  }

  apply(picture, view) {
    const selected = this.selection.id;
    this.selection.follow(view.selected);
    const samePicture = this.applied?.picture === picture && this.applied.view.emphasis === view.emphasis;
    const otherSlide = Boolean(view.room) && this.applied?.view.slide !== view.slide;
    this.applied = { picture, view };
    if (samePicture) return this.selection.mark(selected);
    this.message.textContent = picture.nodes.size ? "" : picture.words.empty;
    const before = new Map(this.byRank.map(({ id, x, y }) => [id, [x, y]]));
    this.nodes = picture.nodes;
    this.byRank = [...picture.nodes.values()];
    this.grouped = this.byRank.some(({ mode }) => mode === "group");
    const otherView = this.isOtherView(picture);
    if (otherView || !this.shape) this.shape = shapeOf(picture, this.byRank);
    if (otherView && this.moved.size) {
      this.moved.clear();
      this.setState("moved", {});
    }
    for (const node of this.byRank) node.dimmed = view.dimmed?.(node.rank) ?? false;
    this.theme ??= readTheme(this.frame, picture.colours); // widths of names are needed for their places
    this.window = String([innerWidth, innerHeight]);
    this.placing.place();
    this.style();
    this.keyboard.refresh();
    this.pointer.refresh();
    this.network ??= this.start(picture);
    const followed = this.motion.run(otherView ? before : new Map()); // drawn from where things were: names are chosen once they have arrived
    this.update();
    if (otherView || otherSlide || this.camera.allOutside()) this.camera.fit({ animated: followed });
  }

  // A window of another size: everything finds its place anew. A panel that opens moves nothing, the picture only gets smaller.
  resized() {
    const size = String([innerWidth, innerHeight]);
    if (!this.applied || size === this.window) return;
    this.window = size;
    this.setHeight(this.view);
    this.placing.place();
    this.update();
  }

  // Another network or another focus, not a filter: most of the nodes that stay have got another place, or none stays.
  isOtherView(picture) {
    const before = this.placed ?? new Map();
    this.placed = new Map([...picture.nodes.values()].map(({ id, home }) => [id, home]));
    const stay = [...this.placed.keys()].filter((id) => before.has(id));
    const unmoved = stay.filter((id) => String(before.get(id)) === String(this.placed.get(id)));
    return unmoved.length * 2 <= stay.length;
  }

  start(picture) {
    this.data = { nodes: new vis.DataSet(), edges: new vis.DataSet() };
    const look = { ...picture.options.nodes, shape: "custom", ctxRenderer: (seen) => this.render(seen) };
    const network = new vis.Network(this.box, this.data, { ...picture.options, nodes: look });
    this.box.querySelector(".vis-network").removeAttribute("tabindex"); // one place to stop at with Tab, not two
    this.pointer.listen(network);
    this.camera.listen(network);
    network.on("beforeDrawing", (pen) => paintBorders(pen, this.picture.borders ?? [], { theme: this.theme, scale: this.camera.scale }));
    network.on("afterDrawing", (pen) => this.paintAbove(pen));
    return network;
  }

  update() {
    const lines = this.lines.all();
    const ofLines = difference(this.items.lines, lines);
    const nodes = new Map(this.byRank.map(({ id }) => [id, { id, x: 0, y: 0 }])); // where they are says `motion`
    const ofNodes = difference(this.items.nodes, nodes);
    this.network.renderer.allowRedraw = false; // vis-network would paint everything after each of these four
    this.data.edges.remove(ofLines.gone);
    this.data.nodes.remove(ofNodes.gone);
    this.data.nodes.update(ofNodes.changed);
    this.motion.place(this.byRank);
    this.data.edges.update(ofLines.changed);
    this.network.redraw(); // takes over the size of the canvas
    this.network.renderer.allowRedraw = true;
    this.items = { nodes, lines };
    this.version += 1;
    this.redraw();
  }

  // In the next frame, once, however often it is asked for until then.
  redraw() {
    this.network?.body.emitter.emit("_requestRedraw");
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
    this.labelling.forget();
    if (this.network) this.update();
  }

  render({ ctx, id }) {
    const node = this.nodes.get(id);
    if (!node) return {};
    const ring = this.ring(node);
    node.reach = ring ? ring.gap + ring.width : 0; // its name keeps clear of the ring
    const least = this.view.room ? ROOM_SIGN * this.growth : 0;
    const look = { theme: this.theme, scale: this.camera.scale, opacity: node.dimmed ? DIMMED : 1, ring, least };
    return {
      drawNode: () => paintNode(ctx, node, look),
      nodeDimensions: { width: node.size, height: node.size },
    };
  }

  ring(node) {
    if (node.id === this.keyboard.place) return { colour: this.theme.primary, width: 3, gap: 7 };
    if (node.id === this.selection.id) return { colour: this.theme.selected, width: 4, gap: 1.5 };
    if (node.id === this.view.focus) return { colour: this.theme.primary, width: 3, gap: 1.5 };
    return null;
  }

  paintAbove(pen) {
    const { scale } = this.camera;
    if (this.pointer.hovered) this.paintVeil(pen, scale);
    this.labels = this.labelling.current();
    const heading = this.heading();
    if (heading) paintHeading(pen, heading, { theme: this.theme, scale });
    if (!this.motion.running) paintNumbers(pen, this.labelling.numbers, { theme: this.theme, scale });
    paintLabels(pen, this.labels, { theme: this.theme, scale, plates: this.view.room || this.grouped });
  }

  // While a node is hovered a veil lies over everything but the node, its neighbours and the lines between them.
  paintVeil(pen, scale) {
    const { hovered } = this.pointer;
    const corner = this.network.DOMtoCanvas({ x: 0, y: 0 });
    pen.save();
    pen.globalAlpha = VEIL;
    pen.fillStyle = this.theme.paper;
    pen.fillRect(corner.x, corner.y, this.box.clientWidth / scale, this.box.clientHeight / scale);
    pen.restore();
    const { nodes, edges } = this.network.body; // vis-network's own drawing, once more above the veil
    for (const line of hovered.lines) {
      edges[line.id]?.draw(pen);
      edges[line.id]?.drawArrows(pen);
    }
    for (const node of [...hovered.neighbours, hovered]) nodes[node.id]?.draw(pen);
  }

  heading() {
    const { unconnected } = this.picture;
    const said = unconnected && this.words[unconnected.word];
    return said ? this.placing.heading(said.replace("{n}", new Intl.NumberFormat(this.words.language).format(unconnected.count))) : null;
  }

  headingRectangle() {
    const heading = this.heading();
    return heading && this.placing.headingRectangle(heading);
  }
}

// Left, top, right and bottom of a picture that has places of its own, neither arranged nor on a map, with room for names.
function shapeOf({ frame, ground }, nodes) {
  if (frame || ground || !nodes.length) return null;
  const [xs, ys] = [0, 1].map((axis) => nodes.map(({ home }) => home[axis]));
  return [Math.min(...xs) - NAMES, Math.min(...ys) - NAMES, Math.max(...xs) + NAMES, Math.max(...ys) + NAMES];
}

// Names before a room grow with the page's own text, and give way on a canvas as narrow as a telephone.
function growthIn(width) {
  const large = Math.max(1, parseFloat(getComputedStyle(document.documentElement).fontSize) / ROOM_ROOT);
  return width ? Math.max(ROOM_LEAST, Math.min(large, width / ROOM_WIDTH)) : large;
}

function element(tag, name, attributes = {}) {
  const made = document.createElement(tag);
  made.className = name;
  Object.entries(attributes).forEach(([attribute, value]) => made.setAttribute(attribute, value));
  return made;
}
