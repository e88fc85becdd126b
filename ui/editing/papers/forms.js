// Fields of a proposal: changing one, making one's own, and "the same as". Joined with review.js, which has `element`.

const FIELDS = {
  actor: ["text", "type"],
  project: ["text", "type", "status"],
  tie: ["source", "type", "target", "status"],
  amount: ["value", "basis", "of"],
  date: ["edtf", "of"],
};

// A form for a proposal of a kind; `done` is given what was typed, `back` is called for Escape.
function editor(data, proposal, names, done, back) {
  const form = element("form", "fields");
  const inputs = {};
  for (const name of FIELDS[proposal.kind]) {
    const label = element("label", "", data.words[`field_${name === "type" && proposal.kind === "tie" ? "tie" : name}`]);
    inputs[name] = input(data, proposal, name, names);
    label.append(inputs[name]);
    form.append(label);
  }
  const save = element("button", "primary", data.words.save_fields);
  save.type = "submit";
  const cancel = element("button", "", data.words.cancel);
  cancel.type = "button";
  cancel.addEventListener("click", back);
  form.append(save, cancel);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    done(Object.fromEntries(Object.entries(inputs).map(([name, field]) => [name, field.value.trim()])));
  });
  return leftByEscape(form, back);
}

function leftByEscape(form, back) {
  form.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") back();
  });
  return form;
}

function input(data, proposal, name, names) {
  const choices = {
    status: data.statuses,
    basis: data.bases,
    type: proposal.kind === "tie" ? data.ties : null,
    source: names.map((known) => [known, known]),
    target: names.map((known) => [known, known]),
    of: names.map((known) => [known, known]),
  }[name];
  if (!choices) {
    const field = document.createElement("input");
    field.value = proposal[name] ?? "";
    field.required = name !== "type";
    return field;
  }
  const field = document.createElement("select");
  const value = proposal[name] ?? "";
  const listed = choices.some(([code]) => code === value) ? choices : [[value, value || "–"], ...choices];
  for (const [code, words] of listed) {
    const option = element("option", "", words);
    option.value = code;
    field.append(option);
  }
  field.value = value;
  return field;
}

// A search among names of the same kind: those of the data, and those proposed.
function sameAs(data, proposal, others, done, back) {
  const form = element("form", "fields");
  const label = element("label", "", data.words.same_as);
  const field = document.createElement("input");
  const list = document.createElement("datalist");
  list.id = "an-same";
  field.setAttribute("list", list.id);
  for (const name of [...data.known[proposal.kind].map(([, known]) => known), ...others]) {
    const option = document.createElement("option");
    option.value = name;
    list.append(option);
  }
  if (proposal.alike) field.value = proposal.alike.name;
  label.append(field, list);
  const save = element("button", "primary", data.words.save_same);
  save.type = "submit";
  form.append(label, save);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const name = field.value.trim();
    const known = data.known[proposal.kind].find(([, title]) => title === name);
    if (known || others.includes(name)) done(known ? { id: known[0], text: name } : { text: name });
  });
  return leftByEscape(form, back);
}

// A choice among names: choosing one changes the proposal, accepting it stays a step of its own.
function choice(state, legend, names, chosen, take) {
  const box = document.createElement("fieldset");
  box.append(element("legend", "", legend));
  for (const name of names) {
    const label = element("label", "switch");
    const field = document.createElement("input");
    Object.assign(field, { type: "radio", name: "an-pick", value: name, checked: name === chosen });
    field.addEventListener("change", () => {
      state.changed[state.at] = { ...state.changed[state.at], ...take(name) };
      state.card.querySelector("h2").textContent = heading(state.data, now(state, state.at));
    });
    label.append(field, element("span", "", name));
    box.append(label);
  }
  return box;
}

// Names that an end of a tie may mean.
const pick = (state, one) => choice(state, state.data.words.pick, one.picks.names, one[one.picks.end], (name) => ({ [one.picks.end]: name }));

// Entries of the data that a name may mean, and a new one; nobody is chosen beforehand.
function pickEntry(state, one) {
  const { words } = state.data;
  const chosen = one.same === "" ? words.fresh : one.alike.all.find(([id]) => id === one.same)?.[2];
  const take = (shown) => {
    const [id, text] = one.alike.all.find(([, , label]) => label === shown) || ["", state.all[state.at].text];
    return { same: id, text };
  };
  return choice(state, words.pick_entry, [...one.alike.all.map(([, , shown]) => shown), words.fresh], chosen, take);
}

// Whether a key belongs to a field: all do, but a choice among names takes only the arrows and the blank.
function typesInto(target, key) {
  if (target.type === "radio") return key === " " || key.length > 1;
  return /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName);
}

function help(state) {
  const { words } = state.data;
  const list = element("ul");
  for (const line of words.help_lines) list.append(element("li", "", line));
  state.card.replaceChildren(element("h2", "", words.help), list, button(state, "P", words.cancel, () => go(state, state.at, true)));
  state.card.focus();
}
