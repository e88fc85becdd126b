// The keys of a presentation. The canvas and fields stop the keys they need themselves, or say so by `defaultPrevented`.

const STEPS = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };
const SCROLLS = { ArrowDown: 1, ArrowUp: -1 }; // for a list longer than the screen, which shows no bar
const OWN_KEYS = "input, textarea, select, [contenteditable=true], [role=listbox], [role=combobox], [role=slider]";
const OPEN = "[data-testid=stPopoverBody], [data-baseweb=popover] [role=listbox], [role=dialog]";
const BEGIN = ".st-key-present button"; // where a presentation is begun
const BACK = 500; // ms until the page is there again
const PATIENCE = 3000; // ms until a slide that was asked for counts as not coming

let listener;
let wanted = null; // slide the presses lead to; presses that come faster than slides are added up
let asked = null; // slide that is on its way: the next is asked for when it has arrived
let waiting;

export default function ({ data, parentElement, setTriggerValue }) {
  listener?.stop();
  listener = new Listener(data, setTriggerValue);
  const status = parentElement.querySelector("[role=status]");
  if (status.textContent !== data.says) status.textContent = data.says;
  const mine = listener;
  return () => {
    mine.stop();
    setTimeout(goBack, BACK);
  };
}

// The button that ended it is gone with it: who used it goes on where the presentation was begun from.
function goBack() {
  if (document.activeElement === document.body) document.querySelector(BEGIN)?.focus({ preventScroll: true });
}

class Listener {
  constructor(data, tell) {
    this.data = data;
    this.tell = tell;
    this.arrive();
    this.before = () => (this.wasOpen = Boolean(document.querySelector(OPEN)));
    this.after = (event) => this.onKey(event);
    document.addEventListener("keydown", this.before, true); // Esc closes what is open before it ends anything
    document.addEventListener("keydown", this.after);
  }

  stop() {
    document.removeEventListener("keydown", this.before, true);
    document.removeEventListener("keydown", this.after);
  }

  onKey(event) {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === "Escape") return this.wasOpen || document.fullscreenElement ? undefined : this.tell("leave", true);
    if (this.wasOpen || event.composedPath()[0].closest?.(OWN_KEYS)) return;
    if (STEPS[event.key]) this.step(STEPS[event.key]);
    else if (SCROLLS[event.key]) scroll(SCROLLS[event.key]);
    else return;
    event.preventDefault();
  }

  step(by) {
    const from = wanted ?? this.data.number;
    const to = Math.min(Math.max(from + by, 1), this.data.slides);
    if (!this.data.slides || to === from) return;
    wanted = to;
    if (asked === null) this.ask();
  }

  ask() {
    asked = wanted;
    this.tell("slide", asked);
    clearTimeout(waiting);
    waiting = setTimeout(() => (wanted = asked = null), PATIENCE);
  }

  arrive() {
    if (asked !== this.data.number) return;
    asked = null;
    if (wanted === this.data.number) wanted = null;
    else this.ask();
  }
}

function scroll(by) {
  document.querySelector("[data-testid=stMain]").scrollBy({ top: by * innerHeight * 0.4 });
}
