// The way from one arrangement to the next, so that the eye can follow; none for those who want no motion.

import { calm } from "./theme.js";

const DURATION = 400; // ms

export class Motion {
  constructor(stage) {
    this.stage = stage;
    this.running = false;
    this.camera = null; // takes the camera to a part of its way
  }

  stop() {
    cancelAnimationFrame(this.frame);
    this.camera?.(1); // what comes next starts from where the camera was to arrive
    this.camera = null;
    this.running = false;
  }

  // from: id -> [x, y] of before. Nodes that are new stand at their places at once.
  run(from) {
    this.stop();
    const moved = this.stage.byRank.filter((node) => from.has(node.id) && String(from.get(node.id)) !== String([node.x, node.y]));
    if (!moved.length || calm()) return false;
    const ways = moved.map((node) => ({ node, start: from.get(node.id), end: [node.x, node.y] }));
    const begin = performance.now();
    this.running = true;
    const step = (now) => {
      if (!this.stage.network) return;
      const part = Math.min(Math.max((now - begin) / DURATION, 0), 1);
      const gone = part * part * (3 - 2 * part);
      this.put(ways, gone);
      this.camera?.(gone);
      if (part < 1) this.frame = requestAnimationFrame(step);
      else this.stop();
      this.stage.network.redraw(); // in this frame
    };
    this.put(ways, 0);
    this.frame = requestAnimationFrame(step);
    return true;
  }

  put(ways, part) {
    for (const { node, start, end } of ways) {
      [node.x, node.y] = [0, 1].map((axis) => start[axis] + (end[axis] - start[axis]) * part);
    }
    this.place(ways.map(({ node }) => node));
  }

  // Where nodes are and how large: given as data, vis-network would read all options of each again, and round its place.
  place(nodes) {
    const drawn = this.stage.network.body.nodes;
    for (const { id, x, y, size } of nodes) {
      if (!drawn[id]) continue;
      Object.assign(drawn[id], { x, y });
      if (drawn[id].shape.customSizeWidth === size) continue;
      Object.assign(drawn[id].shape, { customSizeWidth: size, customSizeHeight: size });
      drawn[id].needsRefresh();
    }
  }
}
