// From the columns of the message to plain nodes and lines.

export function readPicture(data) {
  const nodes = new Map();
  const { nodes: n, looks } = data;
  const apart = new Set(data.unconnected?.apart);
  n.id.forEach((id, i) => {
    const [shape, fill, colour, ink, code, dashed] = looks[n.look[i]];
    const kind = data.kinds[n.kind[i]]; // as recorded; the word for it is in the language of the page
    nodes.set(id, {
      id, shape, fill, colour, ink, code, dashed,
      mode: data.modes[n.mode[i]], status: data.statuses[n.status[i]], kind: data.words?.[`recorded.${kind}`] ?? kind,
      name: n.name[i], label: n.label[i] ?? n.name[i], rank: i,
      home: [n.x[i], n.y[i]], usual: n.size[i], size: n.size[i], neighbours: new Set(), lines: [], apart: apart.has(n.id[i]),
      beside: data.beside?.[i] ?? null,
    });
  });
  const lines = new Map();
  const { lines: l, line_looks: lineLooks } = data;
  l.from.forEach((from, i) => {
    const [kind, width, role, dashed, arrow, curved] = lineLooks[l.look[i]];
    const source = nodes.get(n.id[from]);
    const target = nodes.get(n.id[l.to[i]]);
    const line = {
      id: `${source.id}>${target.id}${curved ? ">funds" : ""}`, source, target, kind, width, role, dashed, arrow, curved,
      ties: l.ties[i], amount: data.amounts[i] ?? null, bend: data.bends?.[i] ?? 0,
    };
    source.neighbours.add(target);
    target.neighbours.add(source);
    source.lines.push(line);
    target.lines.push(line);
    lines.set(line.id, line);
  });
  const { frame, ground, borders, unconnected, measured } = data;
  return { nodes, lines, frame, ground, borders, unconnected, measured, words: data.words, options: data.options, colours: data.colours, library: data.library };
}

export function readView(data) {
  const { dimmed, focus, font_size, all_names, most_names, room, slide } = data;
  const emphasis = JSON.stringify([dimmed, focus, font_size, all_names, most_names, room, slide]);
  return { ...data, dimmed: dimmed ? bits(dimmed) : null, emphasis };
}

// One bit per node in the order of the picture, most significant bit first.
function bits(base64) {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  return (index) => Boolean(bytes[index >> 3] & (128 >> (index & 7)));
}

// What is gone, new and different between two lists of vis-network items.
export function difference(before, after) {
  const gone = [...before.keys()].filter((id) => !after.has(id));
  const changed = [...after.values()].filter((item) => {
    const old = before.get(item.id);
    return !old || Object.keys(item).some((name) => !same(old[name], item[name]));
  });
  return { gone, changed };
}

function same(a, b) {
  return a === b || (typeof a === "object" && JSON.stringify(a) === JSON.stringify(b));
}
