// Buttons for zoom, fit and full screen: real buttons, 40 px, with names.

const BUTTONS = {
  zoom_in: { icon: "M12 5v14M5 12h14", act: (camera) => camera.closer() },
  zoom_out: { icon: "M5 12h14", act: (camera) => camera.farther() },
  fit: { icon: "M4 11.5 12 5l8 6.5M6.5 10v9h11v-9", act: (camera) => camera.fit() },
  fullscreen: { icon: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5", act: (camera) => camera.toggleFullscreen() },
};
const SVG = "http://www.w3.org/2000/svg";

export class Toolbar {
  constructor(parent, camera) {
    this.element = document.createElement("div");
    this.element.className = "tools";
    this.element.setAttribute("role", "group");
    this.buttons = new Map(Object.entries(BUTTONS).map(([name, { icon, act }]) => [name, button(icon, () => act(camera))]));
    this.element.append(...this.buttons.values());
    parent.append(this.element);
    parent.addEventListener("fullscreenchange", () => this.name(this.words));
  }

  // The room it takes on the canvas, in px, for names to keep away from.
  rectangle() {
    const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = this.element;
    return [offsetLeft - 4, offsetTop - 4, offsetLeft + offsetWidth + 4, offsetTop + offsetHeight + 4];
  }

  name(words) {
    this.words = words;
    this.element.setAttribute("aria-label", words.tools);
    for (const [name, element] of this.buttons) {
      const says = name === "fullscreen" && document.fullscreenElement ? words.leave_fullscreen : words[name];
      element.setAttribute("aria-label", says);
      element.title = says;
    }
  }
}

function button(icon, act) {
  const element = document.createElement("button");
  element.type = "button";
  element.addEventListener("click", act);
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", "0 0 24 24");
  picture.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", icon);
  picture.append(path);
  element.append(picture);
  return element;
}
