// The style of the canvas stands in the page itself.

export function styleSheet() {
  const element = document.createElement("style");
  element.textContent = JSON.parse(document.getElementById("data").textContent).canvas_style;
  return { element, ready: Promise.resolve() };
}
