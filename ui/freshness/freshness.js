// Asks the server once a second for the number of the last change, while the page is seen.

const EVERY = 1000; // ms
const WATCHES = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  const watch = WATCHES.get(parentElement) ?? new Watch();
  WATCHES.set(parentElement, watch);
  watch.tell = setTriggerValue; // a new one on every run
  watch.show(data);
  return () => {
    watch.stop();
    WATCHES.delete(parentElement);
  };
}

class Watch {
  constructor() {
    this.ask = this.ask.bind(this);
    this.timer = setInterval(this.ask, EVERY);
    document.addEventListener("visibilitychange", this.ask);
  }

  show(data) {
    this.data = data;
    this.told = data.revision;
    clearTimeout(this.end);
    if (data.seconds !== null) this.end = setTimeout(() => this.tell("news", -1), data.seconds * 1000);
  }

  async ask() {
    if (document.hidden || this.asking) return;
    this.asking = true;
    const revision = await latest(this.data.address);
    this.asking = false;
    if (revision > this.told) {
      this.told = revision; // once is enough, however long the page takes to be drawn
      this.tell("news", revision);
    }
  }

  stop() {
    clearInterval(this.timer);
    clearTimeout(this.end);
    document.removeEventListener("visibilitychange", this.ask);
  }
}

async function latest(address) {
  try {
    const answer = await fetch(address, { cache: "no-store" });
    return answer.ok ? (await answer.json()).revision : -1;
  } catch {
    return -1; // the server is away: Streamlit says so itself
  }
}
