// Walking through the network without a mouse; what one meets is read out.

import { countOf, lineLines } from "./tooltip.js";
import { isArrow, step } from "./walk.js";

export class Keyboard {
  constructor(stage) {
    this.stage = stage;
    this.place = null; // id of the node one stands on
    stage.box.addEventListener("keydown", (event) => this.onKey(event));
    stage.box.addEventListener("focus", (event) => this.onFocus(event));
    stage.box.addEventListener("blur", () => this.leave());
  }

  onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || !this.stage.network) return;
    if (this.stage.view.room && this.leadsOn(event.key)) return;
    const action = isArrow(event.key) ? () => this.walk(event.key) : this.actions()[event.key];
    if (!action) return;
    this.stage.pointer.unhover();
    event.preventDefault();
    event.stopPropagation();
    action();
  }

  // Before a room the keys of the slides belong to the slides, except arrows and Escape while one walks on the canvas.
  leadsOn(key) {
    return key.startsWith("Page") || (!this.place && (isArrow(key) || key === "Escape"));
  }

  actions() {
    const { camera } = this.stage;
    return {
      "+": () => camera.closer(),
      "-": () => camera.farther(),
      0: () => camera.fit(),
      Home: () => this.stand(this.home()),
      End: () => this.stand(this.next(-1, null)),
      PageDown: () => this.stand(this.next(1)),
      PageUp: () => this.stand(this.next(-1)),
      Enter: () => this.select(),
      " ": () => this.select(),
      l: () => this.nextLine(),
      f: () => this.place && this.stage.trigger("focus", this.place),
      Escape: () => this.stepBack(),
    };
  }

  // First what is open is closed; then one is where one came from, or still on the picture but on none of its elements.
  stepBack() {
    const { selection, box } = this.stage;
    if (selection.id !== null) return selection.choose(null);
    this.leave();
    if (this.from?.isConnected) this.from.focus();
    else box.focus({ preventScroll: true });
  }

  onFocus({ relatedTarget }) {
    this.from = relatedTarget ?? this.from;
    // a mouse click focuses too, but then the pointer says where one is
    if (this.stage.network && this.stage.box.matches(":focus-visible")) this.stand(this.here() ?? this.home());
  }

  leave() {
    this.place = null;
    this.stage.redraw();
  }

  refresh() {
    if (this.place && !this.here()) this.place = null;
  }

  here() {
    return this.stage.nodes.get(this.place);
  }

  home() {
    const { nodes, selection, view } = this.stage;
    return nodes.get(selection.id) ?? nodes.get(view.focus) ?? this.clear()[0];
  }

  next(by, from = this.place) {
    const clear = this.clear();
    const index = from === null && by < 0 ? 0 : clear.findIndex((node) => node.id === from);
    return clear[(index + by + clear.length) % clear.length];
  }

  clear() {
    return this.stage.byRank.filter((node) => !node.dimmed);
  }

  walk(key) {
    const here = this.here();
    if (!here) return this.stand(this.home());
    const neighbours = [...here.neighbours].filter((node) => !node.dimmed);
    // without any tie the arrows lead to whatever stands there, so that nobody is stuck
    const there = step(here, neighbours.length ? neighbours : this.clear(), key);
    return there ? this.stand(there) : this.say(this.stage.words.no_neighbour);
  }

  // L goes through the lines of the place one stands on; Enter then opens the line.
  nextLine() {
    const { lines } = this.here() ?? { lines: [] };
    if (!lines.length) return this.say(this.stage.words.no_neighbour);
    this.line = lines[(lines.indexOf(this.line) + 1) % lines.length];
    this.say(lineLines(this.line, this.stage.words).filter(Boolean).join(", "));
  }

  select() {
    if (!this.place) return;
    this.stage.selection.choose(this.line?.id ?? this.place);
    if (!this.line) this.describe(this.here());
  }

  stand(node) {
    if (!node) return;
    this.place = node.id;
    this.line = null;
    this.stage.camera.bringIntoView(node);
    this.stage.redraw();
    this.describe(node);
  }

  describe(node) {
    const { words, selection } = this.stage;
    const state = node.id === selection.id ? words.is_selected : "";
    const parts = [node.name, node.kind, words[`status.${node.status}`], countOf(node, words), state];
    this.say(parts.filter(Boolean).join(", "));
  }

  say(text) {
    const { live } = this.stage;
    // the same text twice would not be read again
    live.textContent = live.textContent === text ? `${text}\u00a0` : text;
  }
}
