// Buttons for zoom, fit and full screen: real buttons, 40 px, with names.

const ICONS = {
  zoom_in: "M12 5v14M5 12h14",
  zoom_out: "M5 12h14",
  fit: "M4 11.5 12 5l8 6.5M6.5 10v9h11v-9",
  fullscreen: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
};
const SVG = "http://www.w3.org/2000/svg";

export class Toolbar {
  constructor(parent, actions) {
    this.element = document.createElement("div");
    this.element.className = "tools";
    this.element.setAttribute("role", "group");
    this.buttons = new Map(Object.keys(ICONS).map((name) => [name, button(name, actions[name])]));
    this.element.append(...this.buttons.values());
    parent.append(this.element);
  }

  name(words) {
    this.element.setAttribute("aria-label", words.tools);
    for (const [name, element] of this.buttons) {
      element.setAttribute("aria-label", words[name]);
      element.title = words[name];
    }
  }
}

function button(name, action) {
  const element = document.createElement("button");
  element.type = "button";
  element.dataset.action = name;
  element.addEventListener("click", action);
  const icon = document.createElementNS(SVG, "svg");
  icon.setAttribute("viewBox", "0 0 24 24");
  icon.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  icon.append(path);
  element.append(icon);
  return element;
}
