// The visitor's own organisation: kept in this browser alone, offered where one may start from it.

const KEPT = "akteursnetz.organisation";

export default function ({ data, parentElement, setTriggerValue }) {
  const place = parentElement.querySelector(".an-home");
  const again = () => show(place, data, (target) => setTriggerValue("open", target), again);
  again();
}

function show(place, data, open, again) {
  const kept = read();
  const isOwn = kept && data.own.id === kept.id;
  const parts = kept && (isOwn || !data.own.id) ? chosen(data, kept, open, again) : offered(data, again);
  place.lang = data.lang;
  place.setAttribute("aria-label", data.label);
  place.replaceChildren(...parts);
  place.hidden = !parts.length;
}

function chosen(data, kept, open, again) {
  const ways = data.ways.map(([label, target]) =>
    button(label, () => open(target.replace(data.here, encodeURIComponent(kept.id)))),
  );
  const forget = button(data.forget, () => {
    write(null);
    again();
  });
  forget.className = "an-forget";
  return [text(`${data.label}: ${kept.name}`), ...ways, forget];
}

function offered(data, again) {
  const choose = () => {
    write(data.own);
    again();
  };
  return data.own.id ? [button(data.choose, choose)] : [];
}

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? "null");
    return typeof kept?.id === "string" && typeof kept?.name === "string" ? kept : null;
  } catch {
    return null; // nothing is kept there, or not by us
  }
}

function write(own) {
  try {
    if (own) localStorage.setItem(KEPT, JSON.stringify(own));
    else localStorage.removeItem(KEPT);
  } catch {
    // a browser that keeps nothing
  }
}

function text(words) {
  return Object.assign(document.createElement("span"), { textContent: words });
}

function button(label, onclick) {
  return Object.assign(document.createElement("button"), { type: "button", textContent: label, onclick });
}
