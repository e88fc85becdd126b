// What the page itself hears, before any part of the app: into an open popover and out of it by Tab, and what was
// clicked in sight above a panel that lies over the page.

(() => {
  const BODY = "[data-testid=stPopoverBody]";
  const OPENER = "[data-testid=stPopoverButton][aria-expanded=true]";
  const STOPS = "a[href], button, input, select, textarea, summary, [tabindex]";
  const GROUP = "[role=radiogroup], [role=toolbar], [role=group]";
  const SHEET = "an-sheet"; // animation by which a panel comes in over the lower edge
  const ROOM = 48; // px between what was clicked and such a panel
  let clicked = null; // height in the window of the last press of mouse or finger

  // Streamlit puts what pops up at the end of the page, where Tab would lead only after everything else.
  function onTab(event) {
    const body = [...document.querySelectorAll(BODY)].at(-1);
    const opener = document.querySelector(OPENER);
    if (!body || !opener) return;
    const there = next(active(document), opener, stopsIn(body), event.shiftKey);
    if (!there) return;
    event.preventDefault();
    event.stopPropagation();
    there.focus();
  }

  // Where Tab leads from the button that opened it, and from its two ends; between them the browser knows.
  function next(here, opener, inside, back) {
    if (here === opener) return back ? null : inside[0];
    if (!inside.includes(here)) return null;
    const group = here.closest(GROUP);
    const others = inside.filter((each) => each === here || !group?.contains(each)); // in a group arrows lead on
    if (here === others[0] && back) return opener;
    if (here !== others.at(-1) || back) return null;
    const all = stopsIn(document.body);
    return all[all.indexOf(opener) + 1];
  }

  function stopsIn(root) {
    return within(root).filter((each) => each.matches(STOPS) && !each.disabled && each.tabIndex >= 0 && each.checkVisibility());
  }

  function within(root) {
    return [...root.querySelectorAll("*")].flatMap((each) => [each, ...(each.shadowRoot ? within(each.shadowRoot) : [])]);
  }

  function active({ activeElement }) {
    return activeElement?.shadowRoot?.activeElement ? active(activeElement.shadowRoot) : activeElement;
  }

  function onSheet({ animationName, target }) {
    if (animationName !== SHEET || clicked === null) return;
    const hidden = clicked + ROOM - (innerHeight - target.offsetHeight);
    if (hidden > 0) document.querySelector("[data-testid=stMain]")?.scrollBy({ top: hidden });
  }

  addEventListener("pointerdown", ({ clientY }) => (clicked = clientY), true);
  addEventListener("keydown", (event) => {
    clicked = null;
    if (event.key === "Tab" && !event.altKey && !event.ctrlKey && !event.metaKey) onTab(event);
  }, true);
  addEventListener("animationstart", onSheet, true);
})();
