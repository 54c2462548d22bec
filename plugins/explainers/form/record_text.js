// The text of a record's file: read, changed where it says something else, or written whole.
import { FAILSAFE_SCHEMA, dump, getScalarValue, load, parseEvents } from "./js-yaml.js";

const OPTIONS = { schema: FAILSAFE_SCHEMA };
const WIDTH = 100;
// Of the parser: the types of its events, and the style of lines below each other.
const DOCUMENT = 1;
const SEQUENCE = 2;
const SCALAR = 4;
const POP = 6;
const BLOCK = 1;

export const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
export const read = (text) => load(text, OPTIONS);
export const same = (one, other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
export const newText = (wanted) => keyLines(wanted, 0);

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isMap(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}

// The text that says what is wanted, changed where it said something else; empty where that cannot be done.
// `meaning` tells what values of a file mean: the keys of a part, and the entries of a list.
export function changedText(text, wanted, shape, meaning) {
  try {
    const root = nodes(text);
    return root.isBlock && root.pairs ? new Changed(text, meaning).part(root, 0, text.length, wanted, shape) : "";
  } catch {
    return "";
  }
}

// The nodes of a text: values, and where they begin.
function nodes(text) {
  const events = parseEvents(text, OPTIONS);
  let next = 0;
  const node = () => {
    const event = events[next++];
    if (event.type === DOCUMENT) return node();
    if (event.type === SCALAR) {
      return { at: event.valueStart, end: event.valueEnd, value: getScalarValue(text, event) };
    }
    const inner = [];
    while (events[next].type !== POP) inner.push(node());
    next += 1;
    const made = { at: event.start, isBlock: event.style === BLOCK };
    if (event.type === SEQUENCE) return { ...made, entries: inner, value: inner.map(({ value }) => value) };
    const pairs = [];
    for (let i = 0; i < inner.length; i += 2) pairs.push({ key: inner[i].value, at: inner[i].at, node: inner[i + 1] });
    return { ...made, pairs, value: Object.fromEntries(pairs.map((pair) => [pair.key, pair.node.value])) };
  };
  return node();
}

// Where the last word of a node ends.
function endOf(node) {
  const last = node.pairs ? node.pairs.at(-1)?.node : node.entries?.at(-1);
  return last ? endOf(last) : (node.end ?? node.at);
}

class Changed {
  constructor(text, meaning) {
    this.text = text;
    this.meaning = meaning;
  }

  lineStart(at) {
    return this.text.lastIndexOf("\n", at - 1) + 1;
  }

  lineEnd(at) {
    const end = this.text.indexOf("\n", at);
    return end < 0 ? this.text.length : end;
  }

  // Where a line begins with the comments right above it that are as far in as it is.
  start(at, indent) {
    let from = this.lineStart(at);
    const isComment = (start) => this.text.startsWith(`${" ".repeat(indent)}#`, start);
    while (from > 0 && isComment(this.lineStart(from - 1))) from = this.lineStart(from - 1);
    return from;
  }

  // Where the blank lines and the comments begin that are between the end of a node and what comes next.
  tail(node, to) {
    const end = endOf(node);
    let from = to;
    for (;;) {
      const line = this.lineStart(from - 1);
      if (line < end || !/^[ \t]*(#.*)?\n$/.test(this.text.slice(line, from))) return from;
      from = line;
    }
  }

  // Whether the first line of a part says two things, and so has no key for either.
  isInLine(node, shape) {
    return this.meaning.inFull(node.value, shape) !== node.value;
  }

  // The lines of a part from one place to another; the first may be in the middle of a line, after a dash.
  part(node, from, to, wants, shape) {
    const asWritten = (value) => (this.isInLine(node, shape) ? value : this.meaning.inFull(value, shape));
    const wanted = asWritten(wants);
    const old = asWritten(this.meaning.canonical(node.value, shape));
    const indent = node.pairs[0].at - this.lineStart(node.pairs[0].at);
    const isBehindDash = indent > 0 && from === node.pairs[0].at;
    const starts = node.pairs.map(({ at }, i) => (i ? this.start(at, indent) : from));
    const found = new Map();
    const end = this.tail(node, to);
    node.pairs.forEach((pair, i) => {
      const { key } = pair;
      const margin = !i && isBehindDash ? " ".repeat(indent) : "";
      const [start, next] = [starts[i], starts[i + 1] ?? end];
      if (same(old[key], wanted[key])) {
        found.set(key, margin + this.text.slice(start, next));
      } else if (wanted[key] !== undefined) {
        const tail = this.tail(pair.node, next);
        const change = { old: old[key], wanted: wanted[key], shape: shape.part[key], indent, margin };
        found.set(key, this.key(pair, start, tail, change) + this.text.slice(tail, next));
      }
    });
    const lines = withNew(found, Object.keys(wanted), (key) => keyLine(key, wanted[key], indent)).join("");
    return (isBehindDash ? lines.slice(indent) : lines) + this.text.slice(end, to);
  }

  // The lines of a key that says something else now.
  key({ key, at, node }, from, to, { old, wanted, shape, indent, margin }) {
    const below = this.lineEnd(at) + 1;
    const above = margin + this.text.slice(from, below);
    if (node.isBlock && node.pairs && isMap(old) && isMap(wanted)) {
      return above + this.part(node, below, to, wanted, shape.map ? asPart(shape, { ...old, ...wanted }) : shape);
    }
    if (node.isBlock && node.entries && Array.isArray(old) && Array.isArray(wanted)) {
      return above + this.list(node, below, to, wanted, shape.list);
    }
    const comments = this.text.slice(from, Math.max(from, this.lineStart(at)));
    return comments + this.withComment(keyLine(key, wanted, indent), node);
  }

  // A line with the comment that was after its value.
  withComment(made, node) {
    if (node.end === undefined || made.indexOf("\n") < made.length - 1) return made;
    const comment = /^["']?([ \t]+#.*)$/.exec(this.text.slice(node.end, this.lineEnd(node.end)))?.[1] ?? "";
    return `${made.trimEnd()}${comment}\n`;
  }

  // The lines of a list. An entry that stays the same goes where it is wanted, with its comments.
  list(node, from, to, wanted, shape) {
    const dashes = node.entries.map((entry) => this.text.lastIndexOf("-", (entry.pairs?.[0].at ?? entry.at) - 1));
    const indent = dashes[0] - this.lineStart(dashes[0]);
    const starts = dashes.map((at, i) => (i ? this.start(at, indent) : from));
    const old = node.entries.map(({ value }) => this.meaning.canonicalEntry(value, shape));
    const was = pairedUp(old, wanted);
    const end = this.tail(node, to);
    const made = wanted.map((entry, i) => {
      if (was[i] === undefined) return entryLines(entry, indent);
      const [start, next] = [starts[was[i]], starts[was[i] + 1] ?? end];
      if (same(old[was[i]], entry)) return this.text.slice(start, next);
      const inner = node.entries[was[i]];
      if (!inner.isBlock || !inner.pairs || !isMap(entry)) return entryLines(entry, indent);
      const first = inner.pairs[0].at;
      return this.text.slice(start, first) + this.part(inner, first, next, entry, shape);
    });
    return made.join("") + this.text.slice(end, to);
  }
}

// The shape of figures by their names, as that of a part whose keys these are.
const asPart = (shape, keys) => ({ part: Object.fromEntries(Object.keys(keys).map((key) => [key, shape.map])) });

// The lines that there are and, after the nearest one before each, those of new keys.
function withNew(found, order, lineOf) {
  const all = [...found];
  order.forEach((key, i) => {
    if (found.has(key)) return;
    const before = order.slice(0, i);
    const at = all.findLastIndex(([other]) => before.includes(other));
    all.splice(at + 1, 0, [key, lineOf(key)]);
  });
  return all.map(([, lines]) => lines);
}

// For each entry that is wanted, the index of the one that it was: the same, or that of its id, or of its place.
function pairedUp(old, wanted) {
  const free = new Set(old.keys());
  const found = wanted.map(() => undefined);
  const pair = (fits) =>
    wanted.forEach((entry, i) => {
      if (found[i] !== undefined) return;
      found[i] = [...free].find((index) => fits(old[index], entry, index === i));
      free.delete(found[i]);
    });
  pair(same);
  pair((one, other) => isMap(one) && isMap(other) && idOf(one) !== undefined && idOf(one) === idOf(other));
  pair((one, other, isInPlace) => isInPlace && isMap(one) && isMap(other) && idOf(one) === undefined);
  return found;
}

// The id of an attribution, which may be its first key: `a1: id-of-an-actor`.
const idOf = (entry) => entry.id ?? Object.keys(entry).find((key) => /^a[1-9]\d*$/.test(key));

// --- Lines that are new ---

function keyLines(value, indent) {
  return Object.entries(value).map(([key, inner]) => keyLine(key, inner, indent)).join("");
}

function keyLine(key, value, indent) {
  const start = `${" ".repeat(indent)}${/^[\w-]+$/.test(key) ? key : JSON.stringify(key)}:`;
  if (isMap(value)) return `${start}\n${keyLines(value, indent + 2)}`;
  if (!Array.isArray(value)) return `${start} ${scalar(value, indent)}\n`;
  const inLine = `${start} [${value.join(", ")}]`;
  if (inLine.length <= WIDTH && value.every((entry) => /^[\w#-]+$/.test(entry))) return `${inLine}\n`;
  return `${start}\n${value.map((entry) => entryLines(entry, indent + 2)).join("")}`;
}

function entryLines(value, indent) {
  const dash = `${" ".repeat(indent)}- `;
  return isMap(value) ? dash + keyLines(value, indent + 2).slice(indent + 2) : `${dash}${scalar(value, indent)}\n`;
}

// A text on its line, or folded below it.
function scalar(value, indent) {
  const hasLines = value.includes("\n");
  const canBeFolded = /\S\s\S/.test(value) && !/^\s|\s$|[\t\r]| {2}| \n|\n /.test(value);
  if (!canBeFolded && hasLines) return JSON.stringify(value);
  const isLong = hasLines || value.length + indent > WIDTH;
  if (!canBeFolded || !isLong) return dump(value, { ...OPTIONS, lineWidth: -1 }).trimEnd();
  const margin = " ".repeat(indent + 2);
  const rows = value.replace(/\n+/g, (breaks) => `${breaks}\n`).split("\n");
  const lines = rows.flatMap((row) => wrapped(row, WIDTH - margin.length));
  return `>-\n${lines.map((line) => (line ? margin + line : "")).join("\n")}`;
}

function wrapped(text, width) {
  const rows = [""];
  for (const word of text.split(" ")) {
    const row = rows.at(-1);
    if (row && row.length + word.length >= width) rows.push(word);
    else rows[rows.length - 1] = row ? `${row} ${word}` : word;
  }
  return rows;
}
