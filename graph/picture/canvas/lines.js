// How a line looks, and what stands on it.

const DIMMED = 0.12;
const SIGNS = { lost: "–", new: "+" }; // on lines that a scenario changes: their colour is not their only mark
const MANY_SIGNS = 24; // lines that carry a sign, a number, or say that their amount is not known; more would hide what is below
const [MANY_NUMBERS, ROOM_NUMBERS] = [30, 16]; // before a room fewer, which are larger: of lines that say how many ties they stand for, those of most ties
const MANY_LINES = 120; // more would turn into a grey cloth, so they step back behind the nodes
export const BOW = 0.18; // of a second line of two nodes
const CHOSEN = 2.5; // px that a selected line is wider

export class Lines {
  constructor(stage) {
    this.stage = stage;
  }

  all() {
    const lines = [...this.stage.picture.lines.values()];
    this.changes = lines.filter((line) => SIGNS[line.role]).length;
    this.unknown = lines.filter(isUnknownAmount).length;
    this.numbered = new Set(lines.filter(isSeveral).sort((a, b) => b.ties - a.ties || (a.id < b.id ? -1 : 1)).slice(0, this.stage.view.room ? ROOM_NUMBERS : MANY_NUMBERS));
    return new Map(lines.map((line) => [line.id, this.look(line)]));
  }

  look(line) {
    const { id, source, target, width, role, dashed, arrow } = line;
    const chosen = id === this.stage.selection.id;
    const colour = chosen ? this.stage.theme.selected : this.stage.theme[role];
    const changed = Boolean(SIGNS[role]);
    const full = this.changes ? (changed ? 1 : 0.25) : this.stage.picture.lines.size > MANY_LINES ? 0.5 : 0.85;
    const opacity = source.dimmed || target.dimmed ? DIMMED : chosen ? 1 : full;
    const bend = line.bend || (line.curved ? BOW : 0);
    return {
      id,
      from: source.id,
      to: target.id,
      width: width + (changed ? 1.5 : 0) + (chosen ? CHOSEN : 0),
      dashes: dashed ? [7, 5] : false,
      smooth: { enabled: bend !== 0, type: bend < 0 ? "curvedCCW" : "curvedCW", roundness: Math.abs(bend) },
      arrows: { to: { enabled: Boolean(arrow), scaleFactor: 0.6 } },
      color: { color: colour, hover: colour, highlight: colour, opacity },
      ...this.sign(line, changed && this.changes <= MANY_SIGNS),
    };
  }

  // That it comes or goes.
  sign(line, marked) {
    const { theme } = this.stage;
    if (!marked) return { label: "" };
    return { label: SIGNS[line.role], font: { size: 26, color: theme[line.role], strokeWidth: 6, strokeColor: theme.paper } };
  }

  // Lines that carry a text and what it says: their amount is not known, which their width cannot say, or how many ties they stand for.
  texts() {
    const { view, words, picture } = this.stage;
    const shows = this.unknown <= MANY_SIGNS && !view.room && words.no_amount; // too small for a room
    const unknown = shows ? [...picture.lines.values()].filter(isUnknownAmount).map((line) => [line, words.no_amount]) : [];
    return [...[...this.numbered].map((line) => [line, String(line.ties)]), ...unknown].filter(([{ source, target }]) => !source.dimmed && !target.dimmed);
  }
}

const isUnknownAmount = ({ kind, amount }) => kind === "funds" && amount === null;
const isSeveral = ({ kind, ties }) => kind !== "funds" && ties > 1;
