// The style of the canvas, served by the app beside its modules.

export function styleSheet() {
  const element = document.createElement("link");
  element.rel = "stylesheet";
  element.href = new URL("./canvas.css", import.meta.url).href;
  const ready = new Promise((done) => (element.onload = element.onerror = done));
  return { element, ready };
}
