// Which node is selected: known to Python as state of the component, shown here at once.

const DOUBLE_CLICK = 350; // ms within which a second click makes a double click; before, nothing moves below the pointer
const PANEL = 360; // px at the right that the panel of a click takes from the canvas
const ELEMENTS = ["actor", "project"]; // modes of nodes that open a panel at once
const OPENING = ["group", "place"]; // and of those that open themselves
const PANEL_AREA = ".st-key-panel_area"; // of the page, beside the canvas
const BACK = 300; // ms until what was closed has left the page
const PATIENCE = 2000; // ms until Python's answer to a click counts as final

export class Selection {
  constructor(stage) {
    this.stage = stage;
    this.id = null;
    this.asked = undefined; // what Python has been told and has not answered yet
    this.told = null;
    this.deaf = 0; // until then a click is the second of a double click whose first has brought another picture
    this.begun = null; // { id, until }: what the first click of a double click has opened
    this.onEscape = (event) => event.key === "Escape" && !event.defaultPrevented && event.target.closest?.(PANEL_AREA) && this.closePanel();
    document.addEventListener("keydown", this.onEscape);
  }

  // Who reads the panel goes on where it was opened from.
  closePanel() {
    if (this.id === null) return;
    this.stage.box.focus({ preventScroll: true });
    this.choose(null);
  }

  // The screen follows Python, except while the answer to a click is still on its way.
  follow(id) {
    if (this.asked !== undefined && this.asked !== id) return;
    this.asked = undefined;
    clearTimeout(this.waiting);
    if (this.id !== null && !id) setTimeout(() => this.takeFocusBack(), BACK);
    this.id = id ?? null;
  }

  // The button that closed the panel is gone: who used it goes on where the panel was opened from.
  takeFocusBack() {
    if (document.activeElement === document.body) this.stage.box.focus({ preventScroll: true });
  }

  // A click on the empty background while nothing is selected changes nothing and asks for nothing.
  choose(id, { now = true } = {}) {
    const open = this.id !== null;
    if ((id ?? null) === this.id) return;
    const before = this.id;
    this.id = this.asked = id ?? null;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.giveUp(), PATIENCE);
    clearTimeout(this.telling);
    this.begun = null;
    if (now) this.tell();
    else if (this.makesAnother(this.id)) this.open();
    else if (this.keepsPicture() && (open || this.isBesidePanel())) this.tellWhileHeld(open);
    else this.telling = setTimeout(() => this.tell(), DOUBLE_CLICK);
    this.mark(before); // after Python has been told: the answer is made meanwhile
  }

  // Only a line looks different itself; a node gets a ring, and its name comes first.
  mark(before) {
    const { lines } = this.stage.picture;
    if (before !== this.id && (lines.has(before) || lines.has(this.id))) this.stage.update();
    else this.stage.redraw();
  }

  // A click on a group or on a place of a map makes another picture.
  makesAnother(id) {
    return OPENING.includes(this.stage.nodes.get(id)?.mode);
  }

  keepsPicture() {
    const node = this.stage.nodes.get(this.id);
    return !this.stage.picture.ground && (!node || ELEMENTS.includes(node.mode));
  }

  // Whether the panel opens over free space, so that what was clicked is still below the pointer.
  isBesidePanel() {
    return this.stage.pointer.at.x < this.stage.camera.size.width - PANEL;
  }

  // The other picture comes at once: what then lies below the pointer is not what a second click was meant for.
  open() {
    this.deaf = performance.now() + DOUBLE_CLICK;
    this.tell();
  }

  get isDeaf() {
    return performance.now() < this.deaf;
  }

  tellWhileHeld(open) {
    this.stage.camera.hold(DOUBLE_CLICK);
    if (!open) this.begun = { id: this.id, until: performance.now() + 2 * DOUBLE_CLICK };
    this.tell();
  }

  // What a double click does is done at once; the panel of its first click does not stay open.
  withdraw() {
    clearTimeout(this.telling);
    if (this.begun?.id !== this.id || performance.now() > this.begun.until) return;
    this.id = this.asked = this.begun = null;
    this.tell();
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
    const before = this.id;
    this.asked = undefined;
    this.follow(this.stage.view.selected);
    this.mark(before);
  }

  stop() {
    document.removeEventListener("keydown", this.onEscape);
    clearTimeout(this.waiting);
    clearTimeout(this.telling);
  }
}
