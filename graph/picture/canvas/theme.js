// Colours and typeface of the page, as Streamlit hands them down to the component.

export function readTheme(element, colours) {
  const style = getComputedStyle(element);
  const paper = style.getPropertyValue("--st-background-color").trim() || colours.light.paper;
  const dark = luminance(paper) < 0.4;
  return {
    ...(dark ? colours.dark : colours.light),
    paper,
    dark,
    font: style.getPropertyValue("--st-font").trim() || "sans-serif",
  };
}

function luminance(colour) {
  const [r, g, b] = channels(colour);
  return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
}

function channels(colour) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.fillStyle = colour; // the canvas understands every notation of CSS
  pen.fillRect(0, 0, 1, 1);
  return pen.getImageData(0, 0, 1, 1).data;
}

export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
