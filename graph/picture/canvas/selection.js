// Which node is selected: known to Python as state of the component, shown here at once.

const DOUBLE_CLICK = 350; // ms within which a second click makes a double click; before, nothing moves below the pointer
const PATIENCE = 2000; // ms until Python's answer to a click counts as final

export class Selection {
  constructor(stage) {
    this.stage = stage;
    this.id = null;
    this.asked = undefined; // what Python has been told and has not answered yet
    this.told = null;
  }

  // The screen follows Python, except while the answer to a click is still on its way.
  follow(id) {
    if (this.asked !== undefined && this.asked !== id) return;
    this.asked = undefined;
    clearTimeout(this.waiting);
    this.id = id ?? null;
  }

  // A click on the empty background while nothing is selected changes nothing and asks for nothing.
  choose(id, { now = true } = {}) {
    if ((id ?? null) === this.id) return;
    this.id = this.asked = id ?? null;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.giveUp(), PATIENCE);
    this.stage.update(); // a selected line looks different
    clearTimeout(this.telling);
    if (now) this.tell();
    else this.telling = setTimeout(() => this.tell(), DOUBLE_CLICK);
  }

  // What a double click does is done at once; the panel of its first click does not open.
  keepQuiet() {
    clearTimeout(this.telling);
  }

  tell() {
    clearTimeout(this.telling);
    this.told = this.id;
    this.stage.setState("selected", this.id);
  }

  // Streamlit sends all state of the component at once, so a selection that Python has changed since must go first.
  tellIfChanged() {
    if (this.told !== this.id) this.tell();
  }

  giveUp() {
    this.asked = undefined;
    this.follow(this.stage.view.selected);
    this.stage.redraw();
  }

  stop() {
    clearTimeout(this.waiting);
    clearTimeout(this.telling);
  }
}
