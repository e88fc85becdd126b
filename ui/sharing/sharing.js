// Copies the link and says what it holds. Without a secure connection browsers hide their clipboard: then the older way.

const LINKS = new WeakMap();

export default function ({ data, parentElement }) {
  const [button, said] = ["button", "p"].map((name) => parentElement.querySelector(name));
  button.textContent = data.copy;
  if (LINKS.get(parentElement)?.link !== data.link) said.textContent = "";
  LINKS.set(parentElement, data);
  button.onclick = async () => {
    said.textContent = (await copied(data.link)) ? data.copied : data.refused;
  };
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedFromField(text);
  }
}

function copiedFromField(text) {
  const field = Object.assign(document.createElement("textarea"), { value: text, readOnly: true });
  field.style.position = "fixed";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}
