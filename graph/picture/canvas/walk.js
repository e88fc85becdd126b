// Where an arrow key leads: to the neighbour in that direction.

const DIRECTIONS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
const WIDEST = Math.cos((70 * Math.PI) / 180);

export const isArrow = (key) => key in DIRECTIONS;

// The nearest of the candidates within 70° of the direction; straight ahead counts as nearer.
export function step(from, candidates, key) {
  const [dx, dy] = DIRECTIONS[key];
  let best = null;
  let least = Infinity;
  for (const node of candidates) {
    const [x, y] = [node.x - from.x, node.y - from.y];
    const distance = Math.hypot(x, y);
    const ahead = (x * dx + y * dy) / (distance || 1);
    const cost = distance * (2 - ahead);
    if (distance && ahead >= WIDEST && cost < least) [best, least] = [node, cost];
  }
  return best;
}
