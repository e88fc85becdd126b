// Keeps one text in the browser. A browser that keeps nothing (private window, storage switched off) is no fault.


export default function ({ data, parentElement, setTriggerValue }) {
  parentElement.querySelector("p").textContent = data.says;
  const name = ["akteursnetz.mappe", data.owner].filter(Boolean).join(".");
  if (data.text) {
    write(name, data.text);
  } else {
    const kept = read(name);
    if (kept) setTriggerValue("found", kept);
  }
}

function read(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function write(name, text) {
  try {
    if (localStorage.getItem(name) !== text) localStorage.setItem(name, text);
  } catch {
    // full or switched off: the portfolio still lives in the session, and can be saved as a file
  }
}
