// One network of the page: its canvas, search, filter, details and table always show the same.

import { Details } from "./details.js";
import { Finder } from "./finder.js";
import { readPicture } from "./picture.js";
import { Rows } from "./rows.js";
import { Stage } from "./stage.js";

const FONT = 14; // px of the names of actors

export class Explorer {
  constructor(section, network, { words, canvas_words }) {
    this.words = words;
    this.picture = readPicture({ ...network.message, words: canvas_words });
    this.facts = new Map(network.facts);
    this.pages = new Map(network.pages ?? []); // where more is said of an element, on a published site
    this.selected = null;
    this.centre = network.focus; // the node all else is dimmed around, once somebody asks for it
    this.around = null;
    this.finder = new Finder(section.querySelector(".finder"), this, network.fields);
    this.details = new Details(section.querySelector(".details"), this);
    this.rows = new Rows(section.querySelector("table"), this);
    const place = section.querySelector(".canvas").attachShadow({ mode: "open" });
    this.stage = new Stage(place, new Map());
    this.stage.setState = (name, value) => name === "selected" && this.select(value);
    this.stage.trigger = (name, id) => name === "focus" && this.stepAround(id);
    this.show();
  }

  node(id) {
    return this.picture.nodes.get(id);
  }

  select(id, { bring = false } = {}) {
    this.selected = id ?? null;
    this.details.show(this.node(this.selected));
    this.rows.mark(this.selected);
    this.show();
    if (bring && id && this.stage.network) this.stage.camera.bringIntoView(this.node(id));
  }

  // Only a node and what it is tied to stays in full colour; asked again, everything does.
  stepAround(id) {
    this.around = this.around === id ? null : id;
    this.centre = this.around ?? this.centre;
    this.show();
    this.details.show(this.node(this.selected));
  }

  near(node) {
    const centre = this.node(this.around);
    return !centre || node === centre || centre.neighbours.has(node);
  }

  show() {
    const fits = (node) => this.finder.fits(node) && this.near(node);
    const hits = this.stage.byRank.length || this.picture.nodes.size ? [...this.picture.nodes.values()].filter(fits) : [];
    const all = hits.length === this.picture.nodes.size;
    const shown = new Set(hits);
    const ranked = [...this.picture.nodes.values()];
    this.finder.count(hits.length);
    this.rows.filter(shown);
    this.stage.show(this.picture, {
      selected: this.selected,
      focus: this.centre,
      dimmed: all ? null : (rank) => !shown.has(ranked[rank]),
      emphasis: JSON.stringify([this.finder.state, this.around, this.centre]),
      font_size: FONT,
      height: 640,
    });
  }
}
