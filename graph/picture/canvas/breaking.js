// Where a long word is broken over two lines or cut: the rule of graph/picture/breaking.py.

const SOFT = "\u00ad"; // at the end of a part of a word: a hyphen at the end of a line, and nothing within one
const LEAST = 3; // characters before and after a break
const JOINT = /ungs|afts|eits|ions|täts/g;
const SYLLABLE = /(?<=[a-zäöüß])(?=(?:sch|(?<!s)ch|ck|ph|(?<!s)[pt]|(?<!c)k|(?<![cps])h|[bdfgjlmnqrsvwxzß])[aeiouäöüy])/g;

// Two parts of a word for lines of so many characters; what the second line cannot hold is cut.
export function parted(word, most) {
  const text = word.trimEnd();
  if (!/^\p{L}+$/u.test(text)) return [`${text.slice(0, most - 1)}… `];
  const at = place(text, most - 1);
  const rest = text.slice(at);
  const second = rest.length <= most ? rest : `${rest.slice(0, place(rest, most - 1))}…`;
  return [text.slice(0, at) + SOFT, second + (word.endsWith(" ") ? " " : "")];
}

export function joined(parts) {
  const line = parts.join("").trim();
  return line.endsWith(SOFT) ? `${line.slice(0, -1).replaceAll(SOFT, "")}-` : line.replaceAll(SOFT, "");
}

// A line that ends with one ellipsis, since parts follow that are left out.
export function cutOff(parts) {
  const line = joined(parts);
  return parts.at(-1).endsWith(SOFT) ? `${line.slice(0, -1)}…` : dotted(line);
}

// A line that ends with one ellipsis, without a dash or dots of its own before it.
export function dotted(line) {
  const said = line.split(/\s+/).filter(Boolean);
  while (said.length && saysNothing(said.at(-1))) said.pop();
  const text = said.join(" ");
  return text.endsWith("…") ? text : `${text} …`.trimStart();
}

export const saysNothing = (line) => /^[ …–—-]*$/.test(line);

// Characters before the last break that leaves no more than so many, or all of these without one.
function place(word, room) {
  const most = Math.min(room, word.length - LEAST);
  const ends = (pattern) => [...word.matchAll(pattern)].map((found) => found.index + found[0].length).filter((end) => end <= most);
  return ends(JOINT).filter((end) => end > room / 2).at(-1) ?? ends(SYLLABLE).filter((end) => end >= LEAST).at(-1) ?? room;
}
