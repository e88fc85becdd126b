// Zoom and place of the picture on the canvas.

import { calm } from "./theme.js";

const CLOSEST = 4; // largest zoom
const LARGEST_FIT = 1.5; // zoom of a small network that fills the canvas
const EDGE = 30; // px between the picture and the border of the canvas
const TOOLS = 44; // px at the right that the buttons need
const INSET = 60; // px from the border where the keyboard's place is still well in view
const STEP = 1.35; // of the zoom buttons

export class Camera {
  constructor(stage) {
    this.stage = stage;
    this.touched = false; // a person has zoomed or panned: resizing does not fit the picture in again
  }

  listen(network) {
    network.on("dragStart", () => this.leave());
    network.on("zoom", ({ scale }) => this.onZoom(scale));
    // only in the next frame vis-network has changed its own camera
    network.on("resize", () => requestAnimationFrame(() => this.onResize()));
  }

  get network() {
    return this.stage.network;
  }

  get scale() {
    return this.network?.getScale() ?? 1;
  }

  get size() {
    const { clientWidth, clientHeight } = this.stage.box;
    return { width: clientWidth, height: clientHeight };
  }

  closer() {
    this.zoom(this.scale * STEP);
  }

  farther() {
    this.zoom(this.scale / STEP);
  }

  zoom(scale) {
    this.touched = true;
    this.network?.moveTo({ scale: this.clamped(scale), animation: motion(180) });
  }

  fit({ animated = true } = {}) {
    this.show(this.bounds(), animated);
  }

  show(bounds, animated) {
    if (!bounds || !this.network) return;
    this.touched = false;
    this.fitted = bounds;
    const position = { x: (bounds.left + bounds.right) / 2, y: (bounds.top + bounds.bottom) / 2 };
    const offset = { x: -TOOLS / 2, y: 0 };
    const to = { position, offset, scale: this.fitScale(bounds) };
    if (animated && this.stage.motion.running) this.stage.motion.camera = this.way(to);
    else this.network.moveTo({ ...to, animation: animated ? motion(350) : false });
  }

  // The picture does not give way to a panel while a second click may follow: until then the frame cuts it off.
  hold(duration) {
    const { box } = this.stage;
    box.style.width = `${box.clientWidth}px`;
    clearTimeout(this.holding);
    this.holding = setTimeout(() => (box.style.width = ""), duration);
  }

  toggleFullscreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else this.stage.frame.requestFullscreen?.();
  }

  bringIntoView(node) {
    const { x, y } = this.network.canvasToDOM(node);
    const { width, height } = this.size;
    if (x > INSET && y > INSET && x < width - INSET && y < height - INSET) return;
    this.touched = true;
    this.network.moveTo({ position: { x: node.x, y: node.y }, animation: motion(250) });
  }

  allOutside() {
    const { width, height } = this.size;
    const seen = this.clear();
    return seen.length > 0 && !seen.some((node) => {
      const { x, y } = this.network.canvasToDOM(node);
      return x > 0 && y > 0 && x < width && y < height;
    });
  }

  // What takes the camera to a part of its way from where it is, in the frames of a movement: vis-network would draw
  // frames of its own beside them.
  way(to) {
    const { body, renderer } = this.network;
    const start = at(body.view);
    renderer.allowRedraw = false;
    this.network.moveTo({ ...to, animation: false });
    renderer.allowRedraw = true;
    const end = at(body.view);
    const go = (part) => Object.assign(body.view, between(start, end, part));
    go(0);
    return go;
  }

  // A person moves the picture: the camera does not go on.
  leave() {
    this.stage.motion.camera = null;
  }

  onZoom(scale) {
    this.touched = true;
    this.leave();
    if (this.clamped(scale) !== scale) this.network.moveTo({ scale: this.clamped(scale) });
  }

  onResize() {
    // what was fitted in, not what a filter has left of it: a filter must not zoom
    if (!this.network || !this.size.width || this.touched) return;
    this.stage.resized();
    this.show(this.stage.picture?.frame || this.stage.shape ? this.bounds() : this.fitted, false);
  }

  clamped(scale) {
    return Math.min(CLOSEST, Math.max(this.fitScale() * 0.5, scale));
  }

  fitScale(bounds = this.bounds()) {
    if (!bounds) return 1;
    const { width, height } = this.size;
    const edge = this.stage.picture?.frame || this.stage.picture?.ground ? 0 : EDGE; // these have their own margin
    const wide = (width - 2 * edge - TOOLS) / (bounds.right - bounds.left);
    const high = (height - 2 * edge) / (bounds.bottom - bounds.top);
    return Math.max(Math.min(wide, high, LARGEST_FIT), 0.01);
  }

  bounds() {
    if (this.stage.picture?.frame && this.stage.byRank.length) return this.stage.placing.bounds();
    const seen = this.clear();
    if (!seen.length) return null;
    const ground = this.stage.picture?.ground; // of a map: all of it, so that it is the same map whatever is shown
    if (ground) return { left: ground[0], top: ground[1], right: ground[2], bottom: ground[3] };
    return {
      left: Math.min(...seen.map((node) => node.x - node.size / 2)),
      right: Math.max(...seen.map((node) => node.x + node.size / 2)),
      top: Math.min(...seen.map((node) => node.y - node.size / 2)),
      bottom: Math.max(...seen.map((node) => node.y + node.size / 2)),
    };
  }

  clear() {
    const clear = this.stage.byRank.filter((node) => !node.dimmed);
    return clear.length ? clear : this.stage.byRank;
  }
}

function motion(duration) {
  return calm() ? false : { duration, easingFunction: "easeInOutQuad" };
}

function at({ scale, translation }) {
  return { scale, translation: { ...translation } };
}

function between(start, end, part) {
  const mean = (a, b) => a + (b - a) * part;
  const [a, b] = [start.translation, end.translation];
  return { scale: mean(start.scale, end.scale), translation: { x: mean(a.x, b.x), y: mean(a.y, b.y) } };
}
