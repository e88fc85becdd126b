// What mouse, pen and finger do: select, focus, move, hover.

import { lineLines, nodeLines } from "./tooltip.js";

const ROW = { wide: 180, high: 22 }; // px of a row of the block, beginning at its node
const REACH = { touch: 22, mouse: 10 }; // px around a small node that still count as the node

export class Pointer {
  constructor(stage) {
    this.stage = stage;
    this.hovered = null;
    this.at = { x: 0, y: 0 }; // of the last click, in px from the corner of the canvas
    stage.box.addEventListener("pointerdown", (event) => (this.type = event.pointerType), true);
    stage.box.addEventListener("pointermove", ({ offsetX: x, offsetY: y }) => stage.tip.follow({ x, y }, stage.camera.size));
    stage.box.addEventListener("pointerleave", () => this.unhover());
  }

  listen(network) {
    network.on("click", (event) => this.onClick(event));
    network.on("doubleClick", (event) => this.onDoubleClick(event));
    network.on("hoverNode", ({ node, pointer }) => this.hover(this.stage.nodes.get(node), pointer.DOM));
    network.on("blurNode", () => this.unhover());
    network.on("hoverEdge", ({ edge, pointer }) => this.hoverLine(this.stage.picture.lines.get(edge), pointer.DOM));
    network.on("blurEdge", () => this.hovered || this.stage.tip.hide());
    network.on("dragStart", () => this.stage.tip.hide());
    network.on("dragging", ({ nodes }) => this.onDragging(nodes));
    network.on("dragEnd", ({ nodes }) => this.onDragEnd(nodes));
  }

  // After new data: the hovered node is another object, or gone.
  refresh() {
    if (!this.hovered) return;
    this.hovered = this.stage.nodes.get(this.hovered.id) ?? null;
    if (!this.hovered) this.stage.tip.hide();
  }

  target({ nodes, pointer }) {
    return nodes[0] ?? this.nearby(pointer.canvas);
  }

  // A finger or an unsteady hand meets a small node when it comes near.
  nearby({ x, y }) {
    let best = null;
    let least = (REACH[this.type] ?? REACH.mouse) / this.stage.camera.scale;
    for (const node of this.stage.byRank) {
      const gap = this.inRow(node, x, y) ? 0 : Math.hypot(node.x - x, node.y - y) - node.size / 2;
      if (gap < least) [best, least] = [node.id, gap];
    }
    return best;
  }

  // In the block of elements without ties a name is as good as its node: the rows are a list.
  inRow(node, x, y) {
    const { scale } = this.stage.camera;
    const along = (x - node.x) * scale;
    return node.apart && along > 0 && along < ROW.wide && Math.abs(y - node.y) * scale < ROW.high / 2;
  }

  // A line is as good as a node, where no node is near.
  lineAt({ edges, pointer }) {
    const id = edges[0] ?? this.stage.network.getEdgeAt(pointer.DOM);
    return this.stage.picture.lines.has(id) ? id : null;
  }

  // With Ctrl or Shift a second node is joined to the one selected before.
  onClick(event) {
    const { selection } = this.stage;
    if (selection.isDeaf) return;
    const id = this.target(event);
    this.at = event.pointer.DOM;
    const { ctrlKey, metaKey, shiftKey } = event.event?.srcEvent ?? {};
    if (id && this.stage.nodes.has(selection.id) && id !== selection.id && (ctrlKey || metaKey || shiftKey)) {
      this.stage.trigger("pair", selection.id);
    }
    selection.choose(id ?? this.lineAt(event), { now: false });
  }

  onDoubleClick(event) {
    const id = this.target(event);
    if (!id || this.stage.selection.isDeaf || this.stage.selection.makesAnother(id)) return; // its first click has opened it
    this.stage.selection.withdraw();
    this.stage.trigger("focus", id);
  }

  onDragging(nodes) {
    const positions = this.stage.network.getPositions(nodes);
    for (const id of nodes) Object.assign(this.stage.nodes.get(id), positions[id]);
  }

  onDragEnd(nodes) {
    const { stage } = this;
    if (!nodes.length) {
      stage.camera.touched = true;
      return;
    }
    this.onDragging(nodes);
    for (const id of nodes) {
      const { x, y } = stage.nodes.get(id);
      stage.moved.set(id, stage.placing.unstretched({ x, y }));
    }
    stage.selection.tellIfChanged();
    stage.setState("moved", Object.fromEntries(stage.moved));
  }

  hover(node, at) {
    if (!node) return;
    this.hovered = node;
    this.stage.tip.show(nodeLines(node, this.stage.words), at, this.stage.camera.size);
    this.stage.redraw();
  }

  hoverLine(line, at) {
    if (line && !this.hovered) this.stage.tip.show(lineLines(line, this.stage.words), at, this.stage.camera.size);
  }

  unhover() {
    this.stage.tip.hide();
    if (!this.hovered) return;
    this.hovered = null;
    this.stage.redraw();
  }
}
