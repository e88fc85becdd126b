// Years to step or play through: native buttons, a native slider and a list, so that every key works as everywhere.

const PLAYERS = new WeakMap();
const SETTLED = 200; // ms without another step before a dragged slider asks for its year

export default function ({ data, parentElement, setStateValue }) {
  const player = PLAYERS.get(parentElement) ?? new Player(parentElement);
  PLAYERS.set(parentElement, player);
  player.tell = setStateValue;
  player.show(data);
  return () => {
    player.stop();
    PLAYERS.delete(parentElement);
  };
}

class Player {
  constructor(parent) {
    const find = (name) => parent.querySelector(`.${name}`);
    this.parts = Object.fromEntries(["back", "play", "on", "years", "shown", "speed", "note"].map((n) => [n, find(n)]));
    this.still = matchMedia("(prefers-reduced-motion: reduce)");
    const { back, play, on, years, speed } = this.parts;
    back.addEventListener("click", () => this.step(-1));
    on.addEventListener("click", () => this.step(1));
    play.addEventListener("click", () => (this.playing ? this.stop() : this.start()));
    years.addEventListener("input", () => this.drag(Number(years.value)));
    speed.addEventListener("change", () => this.playing && this.plan());
    this.still.addEventListener("change", () => this.name());
  }

  show(data) {
    this.data = data;
    const arrived = this.wanted === undefined || this.wanted === data.year;
    if (arrived && !this.dragged) {
      this.wanted = undefined;
      this.asked = data.year;
    }
    this.name();
    if (this.playing && arrived) this.plan(); // the next year only when this one has arrived
  }

  name() {
    const { back, play, on, years, shown, speed, note } = this.parts;
    const { words, first, last } = this.data;
    if (this.still.matches) this.stop();
    Object.assign(years, { min: first, max: last, value: this.asked });
    years.setAttribute("aria-label", words.year);
    shown.textContent = this.asked;
    back.textContent = words.back;
    on.textContent = words.on;
    play.textContent = this.playing ? words.pause : words.play;
    back.disabled = this.asked <= first;
    on.disabled = this.asked >= last;
    play.disabled = this.still.matches || first === last;
    speed.setAttribute("aria-label", words.speed);
    [...speed.options].forEach((option) => (option.textContent = words[option.value]));
    speed.hidden = this.still.matches;
    note.textContent = this.still.matches ? words.still : "";
  }

  step(by) {
    this.stop();
    this.ask(this.asked + by);
  }

  drag(year) {
    this.stop();
    this.asked = year;
    this.name();
    clearTimeout(this.dragged);
    this.dragged = setTimeout(() => {
      this.dragged = null;
      this.ask(year);
    }, SETTLED);
  }

  ask(year) {
    this.asked = this.wanted = Math.min(Math.max(year, this.data.first), this.data.last);
    this.name();
    this.tell("year", this.asked);
  }

  start() {
    this.playing = true;
    this.tell("playing", true);
    this.ask(this.asked >= this.data.last ? this.data.first : this.asked + 1);
  }

  plan() {
    clearTimeout(this.next);
    const pauses = { slow: 2500, usual: 1400, fast: 700 };
    this.next = setTimeout(() => {
      if (this.asked >= this.data.last) this.stop();
      else this.ask(this.asked + 1);
    }, pauses[this.parts.speed.value]);
  }

  stop() {
    clearTimeout(this.next);
    if (!this.playing) return;
    this.playing = false;
    this.tell("playing", false);
    this.name();
  }
}
