// Shown until it was closed once in this browser; opening one of the ways closes it, too.

const CLOSED = "akteursnetz-welcome-closed";

export default function ({ data, parentElement, setTriggerValue }) {
  const card = parentElement.querySelector(".an-welcome");
  card.hidden = closed();
  if (card.hidden) return card.replaceChildren();
  card.lang = data.lang;
  card.setAttribute("aria-label", data.title);
  const close = button(data.close, () => {
    remember();
    card.hidden = true;
  });
  close.className = "an-close";
  const ways = element("div", "");
  for (const [label, target] of data.ways) {
    ways.append(
      button(label, () => {
        remember();
        setTriggerValue("open", target);
      }),
    );
  }
  card.replaceChildren(element("h2", data.title), element("p", data.text), ways, close);
}

function closed() {
  try {
    return localStorage.getItem(CLOSED) === "yes";
  } catch {
    return true; // a browser that remembers nothing would show it on every page
  }
}

function remember() {
  try {
    localStorage.setItem(CLOSED, "yes");
  } catch {
    // then it is shown once more
  }
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function button(label, onClick) {
  const made = element("button", label);
  made.type = "button";
  made.addEventListener("click", onClick);
  return made;
}
