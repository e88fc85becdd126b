// What is pasted into the field of the paper keeps its tables: a cell ends with a tab, a row with a line end.
// The page of the clipboard is read by DOMParser, which runs nothing and fetches nothing.

const BLOCKS = /^(P|DIV|SECTION|ARTICLE|H[1-6]|UL|OL|LI|TABLE|TR|BLOCKQUOTE|PRE|BR)$/;
const SILENT = /^(SCRIPT|STYLE|HEAD|TITLE|TEMPLATE|NOSCRIPT)$/;

function words(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue.replace(/\s+/g, " ");
  if (SILENT.test(node.nodeName)) return "";
  if (node.nodeName === "TR") return `${[...node.cells].map((cell) => words(cell).replace(/\s+/g, " ").trim()).join("\t")}\n`;
  const inner = [...node.childNodes].map(words).join("");
  if (node.nodeName === "LI") return `\n• ${inner.trim()}`;
  return BLOCKS.test(node.nodeName) ? `\n${inner}\n` : inner;
}

function tidy(text) {
  return text.replace(/ ?\n ?/g, "\n").replace(/\n{3,}/g, "\n\n").trim();
}

function pasted(event) {
  const field = event.target;
  const page = event.clipboardData?.getData("text/html") || "";
  if (!field.matches?.(".st-key-desk_paper_text textarea") || !/<table/i.test(page)) return;
  event.preventDefault();
  // as if it were typed: the field knows of it, and it can be taken back
  document.execCommand("insertText", false, tidy(words(new DOMParser().parseFromString(page, "text/html").body)));
}

export default function () {
  document.addEventListener("paste", pasted, true);
  return () => document.removeEventListener("paste", pasted, true);
}
