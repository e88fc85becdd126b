// Which names are written: a budget by area, a priority, no two on top of each other (as in graph/picture/labels.py, but with
// the real widths, the real size of the canvas and the real zoom).

import { labelTop } from "./paint.js";

const AREA_PER_LABEL = 18000; // px² of screen
const PROJECTS_WITH_LABELS = 40;
const TRIES = 10; // candidates looked at for each name
const HALO = 3;

// nodes: by priority; mostNames: never more, whatever the area; must: whose name comes first; named: whose name is written even among many nodes
export function placeLabels({ nodes, must, named, scale, width, height, toScreen, measure, fontSize, allNames, mostNames }) {
  const inView = nodes.filter((node) => within(toScreen(node), width, height));
  const shapes = inView.map((node) => ({ node, box: heart(node, toScreen(node), scale) }));
  const few = inView.length <= PROJECTS_WITH_LABELS;
  const room = Math.min(allNames ? nodes.length : Math.floor((width * height) / AREA_PER_LABEL), mostNames ?? Infinity);
  const others = inView.filter((node) => !must(node) && (few || named(node)));
  const wanted = [...inView.filter(must), ...others.slice(0, TRIES * room)];
  const placed = [];
  const place = (node, obstacles, most) => {
    if (placed.length >= most && !must(node)) return;
    const bold = node.mode !== "project";
    const font = bold ? fontSize : fontSize - 2;
    const { box, x } = labelBox(node, { scale, toScreen, wide: measure(node, font, bold), font, width });
    const free = placed.every((other) => !meet(box, other.box));
    const hides = obstacles.some((shape) => shape.node !== node && meet(box, shape.box));
    if (free && (!hides || node === wanted[0])) placed.push({ node, font, bold, box, x });
  };
  wanted.forEach((node) => place(node, shapes, room));
  // on a small canvas hardly any name would be left, so some may hide a project
  const unnamed = wanted.filter((node) => !placed.some((label) => label.node === node));
  const actors = shapes.filter((shape) => shape.node.mode !== "project");
  if (placed.length < room / 2) unnamed.forEach((node) => place(node, actors, room / 2));
  return placed;
}

// Where a name is written: centred below its node, moved aside at the border of the canvas; x in the picture's units.
function labelBox(node, { scale, toScreen, wide, font, width }) {
  const { x, y } = toScreen({ x: node.x, y: labelTop(node, scale) });
  const half = wide / 2 + HALO;
  const middle = Math.min(Math.max(x, half + HALO), width - half - HALO);
  const box = { left: middle - half, right: middle + half, top: y - HALO, bottom: y + font * 1.2 + HALO };
  return { box, x: node.x + (middle - x) / scale };
}

// The inner half of a node: a name may touch a shape, but not hide it.
function heart({ size }, { x, y }, scale) {
  const half = (size * scale) / 4;
  return { left: x - half, right: x + half, top: y - half, bottom: y + half };
}

const within = ({ x, y }, width, height) => x > 0 && y > 0 && x < width && y < height;
const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
