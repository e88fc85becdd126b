// Keeps one text in the browser. A browser that keeps nothing (private window, storage switched off) is no fault.

const NAME = "akteursnetz.mappe";

export default function ({ data, setTriggerValue }) {
  if (data.text) {
    write(data.text);
  } else {
    const kept = read();
    if (kept) setTriggerValue("found", kept);
  }
}

function read() {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null;
  }
}

function write(text) {
  try {
    if (localStorage.getItem(NAME) !== text) localStorage.setItem(NAME, text);
  } catch {
    // full or switched off: the portfolio still lives in the session, and can be saved as a file
  }
}
