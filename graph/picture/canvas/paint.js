// How a node looks. Everything is text or a path; nothing from the data is ever markup.

const TINT = 0.35;
const ALIGN = { 1: "left", 0: "center", "-1": "right" };
const [LINE, TOP] = [1.16, 0.06]; // of a name, in parts of its font: from line to line, and above the first
const BORDER = 0.45; // opacity of the borders of counties
const PLATE = 0.86; // opacity of the plate below a name
const SMALLEST_SIGN = 9; // px; smaller ones are left out

export function paintNode(pen, node, { theme, scale, opacity, ring, least = 0 }) {
  pen.save();
  pen.lineJoin = "round";
  outline(pen, node);
  pen.fillStyle = theme.paper; // lines below the node do not shine through
  pen.fill();
  pen.globalAlpha = opacity;
  paintFill(pen, node);
  pen.lineWidth = Math.max(1.5, 1.1 / scale);
  pen.strokeStyle = node.fill === "crossed" ? theme.tie : theme.ink;
  if (node.dashed) pen.setLineDash([4, 3]);
  pen.stroke();
  pen.setLineDash([]);
  paintSign(pen, node, theme, scale, least);
  if (ring) paintRing(pen, node, ring, scale);
  pen.restore();
}

function outline(pen, { shape, x, y, size }, grow = 0) {
  const r = size / 2 + grow;
  pen.beginPath();
  if (shape === "box") {
    const [w, h] = [r * 1.15, r * 0.82];
    pen.roundRect(x - w, y - h, 2 * w, 2 * h, Math.min(5, r / 2) + grow / 2);
  } else if (shape === "diamond") {
    const d = r * 1.2;
    polygon(pen, [[x, y - d], [x + d, y], [x, y + d], [x - d, y]]);
  } else if (shape === "hexagon") {
    polygon(pen, [0, 1, 2, 3, 4, 5].map((i) => [x + r * Math.cos((i * Math.PI) / 3), y + r * Math.sin((i * Math.PI) / 3)]));
  } else {
    pen.arc(x, y, r, 0, 2 * Math.PI);
  }
}

function polygon(pen, points) {
  points.forEach(([x, y], i) => (i ? pen.lineTo(x, y) : pen.moveTo(x, y)));
  pen.closePath();
}

function paintFill(pen, { fill, colour }) {
  if (fill !== "full" && fill !== "tint") return;
  pen.save();
  if (fill === "tint") pen.globalAlpha *= TINT;
  pen.fillStyle = colour;
  pen.fill();
  pen.restore();
}

function paintSign(pen, node, theme, scale, least) {
  const { x, y, size, fill } = node;
  if (fill === "crossed") {
    const arm = size * 0.2;
    pen.beginPath();
    pen.moveTo(x - arm, y - arm);
    pen.lineTo(x + arm, y + arm);
    pen.moveTo(x + arm, y - arm);
    pen.lineTo(x - arm, y + arm);
    pen.stroke();
  }
  const text = fill === "unknown" ? "?" : node.code;
  const usual = fill === "unknown" ? size * 0.55 : Math.min(size * 0.4, 15);
  const height = Math.max(usual, least / scale);
  if (!text || height * scale < SMALLEST_SIGN || height > size * 0.6) return;
  pen.font = `600 ${height}px ${theme.font}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillStyle = fill === "full" && node.code ? node.ink : theme.ink;
  pen.fillText(text, x, y + height * 0.06);
}

// The selected node has a red ring, the focus a petrol one; the keyboard's place a ring with a gap.
function paintRing(pen, node, { colour, width, gap }, scale) {
  const thick = width * Math.max(1, 0.7 / scale);
  outline(pen, node, gap * Math.max(1, 0.7 / scale) + thick / 2);
  pen.globalAlpha = 1;
  pen.lineWidth = thick;
  pen.strokeStyle = colour;
  pen.stroke();
}

// Names beside the nodes, the same size at every zoom, with a halo in the colour of the page, or before a room where lines
// cross them on a plate of it; a thin line leads to those further away.
export function paintLabels(pen, labels, { theme, scale, plates = false }) {
  pen.save();
  const at = inPixels(pen, scale);
  pen.textBaseline = "top";
  pen.lineJoin = "round";
  const colourOf = (bold) => (bold || theme.dark ? theme.ink : theme.quiet);
  for (const { node, bold, leader } of labels) if (leader) paintLeader(pen, at(node), (node.size * scale) / 2, leader, { colour: colourOf(bold), paper: theme.paper });
  if (plates) for (const label of labels) paintPlate(pen, at(label.node), label, theme);
  for (const { node, lines, font, bold, dx, dy, align } of labels) {
    const [x, y] = at(node);
    pen.font = `${bold ? 600 : 400} ${font}px ${theme.font}`;
    pen.textAlign = ALIGN[align];
    pen.lineWidth = 5;
    pen.strokeStyle = theme.paper;
    pen.fillStyle = colourOf(bold);
    lines.forEach((line, row) => paintHaloed(pen, line, x + dx, y + dy + font * (LINE * row + TOP)));
  }
  pen.restore();
}

// Written in px of the screen, text has the same size at every zoom: its letters are drawn once and kept. Gives the way from a place of the picture to px.
export function inPixels(pen, scale) {
  const { a, e, f } = pen.getTransform();
  const ratio = Math.round((a / scale) * 1000) / 1000; // pixels of the device in one of the page
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  return ({ x, y }) => [(a * x + e) / ratio, (a * y + f) / ratio];
}

export function paintHaloed(pen, text, x, y) {
  pen.strokeText(text, x, y);
  pen.fillText(text, x, y);
}

// Nothing but lines lies below a name, which no thick one may cross.
function paintPlate(pen, [x, y], { lines, font, dx, dy, align, box }, theme) {
  const wide = box.right - box.left;
  pen.globalAlpha = PLATE;
  pen.fillStyle = theme.paper;
  pen.beginPath();
  pen.roundRect(x + dx - (align === 0 ? wide / 2 : align < 0 ? wide : 0), y + dy, wide, lines.length * font * LINE, 3);
  pen.fill();
  pen.globalAlpha = 1;
}

// Among many lines it is seen by its halo.
function paintLeader(pen, [x, y], radius, [dx, dy], { colour, paper }) {
  pen.beginPath();
  const part = Math.min(1, radius / Math.hypot(dx, dy));
  pen.moveTo(x + dx * part, y + dy * part);
  pen.lineTo(x + dx, y + dy);
  for (const [width, look] of [[3.5, paper], [0.9, colour]]) {
    pen.lineWidth = width;
    pen.strokeStyle = look;
    pen.stroke();
  }
}

// Heading of the elements without ties, on as many lines as it needs.
export function paintHeading(pen, { x, top, lines, font }, { theme, scale }) {
  pen.save();
  const [left, upper] = inPixels(pen, scale)({ x, y: top });
  pen.textAlign = "left";
  pen.textBaseline = "top";
  pen.font = `400 ${font}px ${theme.font}`;
  pen.fillStyle = theme.dark ? theme.ink : theme.quiet;
  lines.forEach((line, row) => pen.fillText(line, left, upper + row * font * 1.25));
  pen.restore();
}

// Borders of the counties below a map; each is x, y, x, y and so on.
export function paintBorders(pen, borders, { theme, scale }) {
  if (!borders.length) return;
  pen.save();
  pen.beginPath();
  for (const line of borders) {
    pen.moveTo(line[0], line[1]);
    for (let i = 2; i < line.length; i += 2) pen.lineTo(line[i], line[i + 1]);
  }
  pen.globalAlpha = BORDER;
  pen.lineWidth = 0.9 / scale;
  pen.strokeStyle = theme.quiet;
  pen.stroke();
  pen.restore();
}
