// What stands on lines: how many ties they stand for, or that their amount is not known; each where it covers nothing, else not at all.
// The rule of graph/export/svg/numbers.py.

import { halves } from "./names.js";
import { inPixels, paintHaloed } from "./paint.js";

const [FONT, ROOM_FONT] = [11, 16]; // px, and before a room
const PARTS = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74]; // of a line where its text may stand
const AIR = 2; // px around it

// lines: those with a text, the most important first, as [line, text]; taken: rectangles in px.
export function placeNumbers({ lines, nodes, taken, screen, scale, measure, growth = 1, room = false }) {
  const font = (room ? ROOM_FONT : FONT) * growth;
  const rectangles = [...taken, ...nodes.map((node) => around(screen(node), halves(node).map((half) => half * scale)))];
  const made = [];
  for (const [line, text] of lines) {
    const half = [measure(text, font, false) / 2 + AIR, font * 0.6];
    const boxAt = (part) => around(screen(along(line, part)), half);
    const part = PARTS.find((place) => !rectangles.some((other) => meet(boxAt(place), other)));
    if (part === undefined) continue;
    rectangles.push(boxAt(part));
    made.push({ line, text, font, part, box: boxAt(part) });
  }
  return made;
}

const around = ({ x, y }, [wide, high]) => [x - wide, y - high, x + wide, y + high];
const meet = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

// Point of a line between its ends, as vis-network draws it; see control() in graph/picture/bending.py.
export function along({ source, target, bend, curve }, part) {
  const roundness = bend || curve || 0;
  const via = roundness ? control(source, target, roundness) : { x: (source.x + target.x) / 2, y: (source.y + target.y) / 2 };
  const [first, middle, last] = [(1 - part) ** 2, 2 * part * (1 - part), part ** 2];
  const mixed = (axis) => first * source[axis] + middle * via[axis] + last * target[axis];
  return { x: mixed("x"), y: mixed("y") };
}

function control(start, end, roundness) {
  const [dx, dy] = [end.x - start.x, start.y - end.y];
  const angle = Math.atan2(dy, dx) + (roundness * 0.5 + 0.5) * Math.PI;
  const reach = (Math.abs(roundness) * 0.5 + 0.5) * Math.hypot(dx, dy);
  return { x: start.x + reach * Math.sin(angle), y: start.y + reach * Math.cos(angle) };
}

export function paintNumbers(pen, numbers, { theme, scale }) {
  pen.save();
  const at = inPixels(pen, scale);
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  pen.lineWidth = 5;
  pen.strokeStyle = theme.paper;
  for (const { line, text, font, part } of numbers) {
    pen.font = `400 ${font}px ${theme.font}`;
    pen.fillStyle = theme[line.role];
    paintHaloed(pen, text, ...at(along(line, part)));
  }
  pen.restore();
}
