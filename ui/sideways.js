// Pictures that go on sideways on a phone can be reached and moved with the keyboard there.

const PICTURES = ".stPrintGraphic:is([class*='st-key-flow_'], [class*='st-key-timeline_'])";
const narrow = matchMedia("(max-width: 640px)"); // as in serving/frame.css
let label = "";

function reach(picture) {
  const attributes = { tabindex: "0", role: "region", "aria-label": label };
  for (const [name, value] of Object.entries(attributes)) {
    if (!narrow.matches) picture.removeAttribute(name);
    else if (picture.getAttribute(name) !== value) picture.setAttribute(name, value);
  }
}

const mark = () => document.querySelectorAll(PICTURES).forEach(reach);

export default ({ data }) => {
  label = data.label;
  const seen = new MutationObserver(mark); // charts come and go while the page stays
  seen.observe(document.body, { subtree: true, childList: true });
  narrow.addEventListener("change", mark);
  mark();
  return () => {
    seen.disconnect();
    narrow.removeEventListener("change", mark);
  };
};
