// What is pasted into the field of the paper keeps its tables: a cell ends with a tab, a row with a line end.
// The page of the clipboard is read by DOMParser, which runs nothing and fetches nothing.

const BLOCKS = /^(P|DIV|SECTION|ARTICLE|H[1-6]|UL|OL|LI|TABLE|TR|BLOCKQUOTE|PRE|BR)$/;
const SILENT = /^(SCRIPT|STYLE|HEAD|TITLE|TEMPLATE|NOSCRIPT)$/;

function words(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue.replace(/\s+/g, " ");
  if (SILENT.test(node.nodeName)) return "";
  if (node.nodeName === "TABLE") return `\n${node.caption ? `${words(node.caption)}\n` : ""}${rows(node).join("\n")}\n\n`;
  const inner = [...node.childNodes].map(words).join("");
  if (node.nodeName === "LI") return `\n• ${inner.trim()}`;
  return BLOCKS.test(node.nodeName) ? `\n${inner}\n` : inner;
}

// A merged cell stands once in its row, and again in each row it reaches down to.
function rows(table) {
  const above = [];
  return [...table.rows].map((row) => {
    const shown = [];
    const down = () => { for (let at = shown.length; above[at]?.left > 0; at += 1) { above[at].left -= 1; shown.push(above[at].text); } };
    for (const cell of row.cells) {
      down();
      const text = words(cell).replace(/\s+/g, " ").trim();
      for (let at = 0; at < Math.min(cell.colSpan, 60); at += 1) {
        above[shown.length] = { left: Math.min(cell.rowSpan, 500) - 1, text: at ? "" : text };
        shown.push(at ? "" : text);
      }
    }
    down();
    return shown.join("\t");
  });
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
