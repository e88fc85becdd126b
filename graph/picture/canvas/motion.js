// The way from one arrangement to the next, so that the eye can follow; none for those who want no motion.

import { calm } from "./theme.js";

const DURATION = 400; // ms

export class Motion {
  constructor(stage) {
    this.stage = stage;
    this.running = false;
  }

  stop() {
    cancelAnimationFrame(this.frame);
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
      const part = Math.min(Math.max((now - begin) / DURATION, 0), 1);
      this.put(ways, part * part * (3 - 2 * part));
      if (part < 1 && this.stage.network) this.frame = requestAnimationFrame(step);
      else this.running = false;
      this.stage.network?.redraw(); // in this frame
    };
    this.put(ways, 0);
    this.frame = requestAnimationFrame(step);
    return true;
  }

  put(ways, part) {
    const { nodes } = this.stage.network.body;
    for (const { node, start, end } of ways) {
      [node.x, node.y] = [0, 1].map((axis) => start[axis] + (end[axis] - start[axis]) * part);
      if (nodes[node.id]) Object.assign(nodes[node.id], { x: node.x, y: node.y });
    }
  }
}
