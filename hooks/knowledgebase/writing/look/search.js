/* The search, last: it loads parts of the index, answers what is asked on search.html or in its address, and shows the
   results. The parts are scripts that call kbSearch with what they hold (made in writing/search), because a page opened
   from a folder may load scripts and nothing else. Nothing is kept and nothing is sent. */

const PAUSE = 150;  // milliseconds without a key before what was typed is looked up
const PATIENCE = 600;  // milliseconds before it is said that the search is going on
const SHOWN = 10;  // results at a time

const home = new URL(".", document.currentScript.src);
const page = document.querySelector(".kb-search");
const [field, status, list, more, nothing] = ["input", "[role=status]", "ol", ".kb-search-more", ".kb-search-nothing"].map(
  (name) => page.querySelector(name),
);
const parts = new Map();  // name → promise of what a part holds
const awaited = new Map();  // name → what to call when it is there
let index = null;  // what the list of the parts holds, also of which edition each part must be to fit
let latest = 0;  // the number of the question that is being answered
let typing = 0;  // the timer of the pause

window.kbSearch = function (name, made, content) {
  if (name === "parts") start(content);
  else if (made === index.editions[name]) awaited.get(name).arrived(content);
  else awaited.get(name).failed(new Error(`${name} is of another edition`));
};

function part(name) {
  if (!parts.has(name)) {
    parts.set(name, new Promise((arrived, failed) => load(name, { arrived, failed })));
    parts.get(name).catch(() => parts.delete(name));
  }
  return parts.get(name);
}

function load(name, then) {
  awaited.set(name, then);
  const script = document.createElement("script");
  script.src = new URL(`${name}.js?${index.editions[name]}`, home);
  script.onerror = then.failed;
  document.head.append(script);
}

function start(content) {
  const weights = Array.from({ length: 26 }, (_, n) => content.lightest * 2 ** (n / content.steps));
  index = { ...content, weights, stop: new Set(content.stop.split(" ")) };
  field.addEventListener("input", () => soon(() => ask(true), PAUSE));
  field.addEventListener("keydown", (event) => event.key === "Escape" && clear(event));
  field.form.addEventListener("submit", function (event) {
    event.preventDefault();
    soon(() => ask(false), 0);
  });
  field.value = new URLSearchParams(location.search).get("q") || "";
  if (field.value) answer(field.value, false);
  else field.focus();
}

function soon(action, pause) {
  clearTimeout(typing);
  typing = setTimeout(action, pause);
}

function clear(event) {
  event.preventDefault();
  field.value = "";
  soon(() => ask(false), 0);
}

function ask(unfinished) {
  const asked = field.value.trim() ? `?q=${encodeURIComponent(field.value)}` : "";
  try {
    history.replaceState(null, "", location.pathname + asked);
  } catch (forbidden) { /* in a folder, the address may have to stay as it is */ }
  answer(field.value, unfinished);
}

/* Answers a question, unless another one is asked before it is done. Its last word may be unfinished. */
async function answer(question, unfinished) {
  const turn = ++latest;
  const waiting = setTimeout(() => turn === latest && (status.textContent = "Searching …"), PATIENCE);
  try {
    const answered = await found(question, unfinished, () => turn === latest);
    if (turn === latest) show(answered);
  } catch (failed) {
    if (turn === latest) status.textContent = "A part of the search could not be loaded. Please load this page again.";
  }
  clearTimeout(waiting);
}

async function found(question, unfinished, wanted) {
  const words = wordsOf(question);
  const looked = await Promise.all(words.map((word, n) => lookUp(word, unfinished && n === words.length - 1)));
  const asked = looked.filter((word) => word.found.length > 0 || !word.unfinished);
  const results = new Map();
  for (const word of asked) {
    await breath();
    if (wanted()) add(weightsOf(word.found), results);
  }
  const named = weightsOf(await namedJust(words));
  await breath();
  const order = ranked(results, asked.length, named);
  const first = await told(order.slice(0, SHOWN));
  return { question: asked.length > 0 || (question.trim() !== "" && !unfinished), order, looked: asked, first };
}

function breath() {
  return new Promise((go) => setTimeout(go));  // lets the browser attend to the keys
}

/* What is said of results: the entry's title, kind, address and opening, and the anchor and text of its passage. */
function told(results) {
  return Promise.all(results.map(async function ({ entry, passage }) {
    const number = index.entries.findLastIndex((first) => first <= entry);
    const [title, kind, address, opening, passages] = (await part(`entries-${number}`))[entry - index.entries[number]];
    const [anchor, text] = passage ? passages.slice(passage * 2 - 2) : [];
    return { title, kind, address, opening, anchor, text };
  }));
}

function show({ question, order, looked, first }) {
  list.replaceChildren(...first.map(item));
  more.hidden = order.length <= SHOWN;
  more.onclick = () => showMore(order, latest);
  nothing.hidden = !question || order.length > 0;
  status.textContent = question ? said(order.length, looked) : "";
}

async function showMore(order, turn) {
  const before = list.children.length;
  const next = await told(order.slice(before, before + SHOWN));
  if (turn !== latest || before !== list.children.length) return;
  list.append(...next.map(item));
  more.hidden = order.length <= list.children.length;
  list.children[before].querySelector("a").focus();
}

function said(number, looked) {
  const quoted = (words) => words.map(({ word }) => `“${word}”`).join(", ");
  const unknown = looked.filter((word) => !word.known && !word.unfinished);
  const taken = quoted(unknown.filter((word) => word.found.length > 0));
  const missing = quoted(unknown.filter((word) => word.found.length === 0));
  const count = { 0: "Nothing was found.", 1: "1 result." }[number] || `${number} results.`;
  const more = [taken && `Words like these were taken: ${taken}.`, missing && `Not on this site: ${missing}.`];
  return [count, ...more].filter(Boolean).join(" ");
}

/* Texts of the index become text on the page, never markup. */
function item({ title, kind, address, opening, anchor, text }) {
  const head = element("h2", "", link(address, title));
  const made = element("li", "kb-result", head, element("p", "kb-result-kind", kind), element("p", "", opening));
  if (anchor) made.append(element("p", "kb-result-passage", link(`${address}#${anchor}`, text)));
  return made;
}

function link(address, text) {
  const made = element("a", "", text);
  made.href = new URL(`../${address}`, home);
  return made;
}

function element(name, style, ...content) {
  const made = document.createElement(name);
  if (style) made.className = style;
  made.append(...content);
  return made;
}
