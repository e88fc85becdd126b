// Says the language of the page, and in German the few words that Streamlit itself knows in English only.
// Names for who listens are attributes; texts are changed in their own text nodes, so that React keeps its tree.

const GERMAN = [
  [/^Skip to main content$/, "Zum Inhalt springen"],
  [/^Help for (.+)$/, "Hilfe zu $1"],
  [/^Shortcut (.+)$/, "Tastenkürzel $1"],
  [/^Open$/, "Öffnen"],
  [/^Close$/, "Schließen"],
  [/^Clear all$/, "Alles entfernen"],
  [/^Clear value$/, "Auswahl entfernen"],
  [/^Upload$/, "Hochladen"],
  [/^file upload$/, "Dateien hochladen"],
  [/^Page not found$/, "Seite nicht gefunden"],
  [/^The page that you have requested does not seem to exist\. Running the app's main page\.$/, "Diese Seite gibt es nicht. Gezeigt wird der Überblick."],
  [/^(\d+) ?MB per file(.*)$/, "höchstens $1 MB je Datei$2"],
  [/^Ctrl \+ (.+)$/, "Strg + $1"],
  [/^Ctrl$/, "Strg"],
  [/^(\d+) more$/, "$1 weitere"],
];
const TEXTS = "a[href^='#'], kbd, [data-testid='stTopNavSection'] p, [data-testid='stFileUploader'] :is(button, span, small, div, p), [role='dialog'] > h2, [role='dialog'] > div > div";

export default ({ data }) => {
  document.documentElement.lang = data.language;
  window.akteursnetzWords ??= new Words();
  window.akteursnetzWords.speak(data.language);
};

class Words {
  constructor() {
    this.before = new WeakMap(); // node -> [what Streamlit wrote, what stands there now]
    this.observer = new MutationObserver((changes) => {
      for (const change of changes) {
        if (change.type === "attributes") this.name(change.target);
        else change.addedNodes.forEach((node) => node.nodeType === Node.ELEMENT_NODE && this.all(node));
      }
    });
    this.observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ["aria-label"] });
  }

  speak(language) {
    if (this.language === language) return;
    this.language = language;
    this.all(document.body);
  }

  all(root) {
    if (root.matches("[aria-label]")) this.name(root);
    root.querySelectorAll("[aria-label]").forEach((node) => this.name(node));
    const holders = [...root.querySelectorAll(TEXTS), ...(root.matches(TEXTS) ? [root] : [])];
    holders.forEach((holder) => holder.childNodes.forEach((node) => node.nodeType === Node.TEXT_NODE && this.text(node)));
  }

  name(node) {
    this.put(node, node.getAttribute("aria-label"), (word) => node.setAttribute("aria-label", word));
  }

  text(node) {
    this.put(node, node.data, (word) => (node.data = word));
  }

  put(node, now, write) {
    const [original, ours] = this.before.get(node) ?? [];
    const source = now === ours ? original : now;
    const word = this.language === "de" ? german(source) : source;
    if (word === now) return;
    this.before.set(node, [source, word]);
    write(word);
  }
}

function german(text) {
  const [pattern, word] = GERMAN.find(([each]) => each.test(text)) ?? [];
  return pattern ? text.replace(pattern, word) : text;
}
