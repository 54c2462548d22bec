// Between a record's file and what the form shows of it.
//
// A file is read as the program reads it: every value is text. What the form has no field for is carried along. When a
// record is saved, what did not change keeps its bytes, comments and all; only what changed is rewritten.
import { changedText, isMap, newText, read, same } from "./record_text.js";

// Keys that are in no file: the text that was read, what there is no field for, and what the CMS looks records up by.
const SOURCE = "_source";
const KEPT = "_kept";
const NAME = "_name";
const KIND = "_kind";
// A word, and a note in brackets after it.
const NOTED = /^(\S+)\s+\((.+)\)$/s;

// What the form shows of a file's text. A shape says how a kind of record is written.
export function shown(text, shape, kind) {
  const raw = read(text);
  if (!isMap(raw)) throw new Error("this is not a record: it has no lines of `key: value`");
  const name = shape.title.reduce((value, key) => (isMap(value) ? value[key] : undefined), raw);
  return { ...partToForm(raw, shape), [NAME]: typeof name === "string" ? name : "", [KIND]: kind, [SOURCE]: text };
}

// The text of a file for what the form shows now.
export function written(content, shape) {
  const wanted = keysToFile(content, shape);
  const says = (text) => {
    try {
      return same(canonical(read(text), shape), wanted);
    } catch {
      return false;
    }
  };
  const old = content[SOURCE];
  const changed = old ? changedText(`${old.trimEnd()}\n`, wanted, shape, { canonical, canonicalEntry, inFull }) : "";
  if (changed && says(changed)) return changed;
  const written = newText(wanted);
  if (!says(written)) throw new Error("this record cannot be written without a loss");
  return written;
}

// What the keys of a file say, each in the shortest way, however it is written.
const canonical = (raw, shape) => keysToFile(partToForm(raw, shape), shape);
const canonicalEntry = (raw, shape) => toFile(toForm(raw, shape), shape);

// --- From a file to the form ---

// A value of a file as the form has it; undefined where the form cannot hold it.
function toForm(value, shape) {
  if (shape.list) return listToForm(value, shape);
  if (shape.map) return figuresToForm(value, shape);
  if (shape.part) return isMap(value) ? partToForm(value, shape) : wordToForm(value, shape);
  if (typeof value !== "string") return undefined;
  return shape.switch ? { true: true, false: false }[value.toLowerCase()] : value;
}

function listToForm(value, shape) {
  const entries = shape.one && typeof value === "string" ? [value] : value;
  const found = Array.isArray(entries) ? entries.map((entry) => toForm(entry, shape.list)) : [undefined];
  return found.includes(undefined) ? undefined : found;
}

// Figures by their names are a list of entries that have a name; texts by the names of figures stay what they are.
function figuresToForm(value, shape) {
  if (!isMap(value)) return undefined;
  const found = Object.entries(value).map(([name, entry]) => [name, toForm(entry, shape.map)]);
  if (found.some(([, entry]) => entry === undefined)) return undefined;
  return shape.name ? found.map(([name, entry]) => ({ [shape.name]: name, ...entry })) : Object.fromEntries(found);
}

// A part that is written as one word: the date of `said: 2024-11-11`; with a note in brackets it says something else.
function wordToForm(value, { part, short, besides, noted }) {
  if (!short || typeof value !== "string") return undefined;
  const [, word, note] = (noted && NOTED.exec(value.trim())) || [];
  const found = word ? { ...noted.besides, [short]: word, [noted.key]: note } : { ...besides, [short]: value };
  return partToForm(found, { part });
}

// A part with a key for all that it says, where its first line says two things: `a1: id-of-an-actor`.
function inFull(value, { line }) {
  const [key] = (line && isMap(value) && Object.keys(value)) || [];
  const isInFull = key === undefined || line.first in value || line.second in value || line.others.includes(key);
  if (isInFull || !new RegExp(`^(?:${line.pattern})$`).test(key) || isMap(value[key])) return value;
  const { [key]: second, ...others } = value;
  return { [line.first]: key, [line.second]: second, ...others };
}

// The same with what it says first in one line, if that is read as the same.
function inLine(value, shape) {
  if (!shape.line) return value;
  const { [shape.line.first]: first, [shape.line.second]: second, ...others } = value;
  const made = first && second ? { [first]: second, ...others } : value;
  return inFull(made, shape) === made ? value : made;
}

function partToForm(written, shape) {
  const value = inFull(written, shape);
  const found = {};
  const kept = {};
  for (const [key, inner] of Object.entries(value)) {
    const made = shape.part[key] && toForm(inner, shape.part[key]);
    if (made === undefined) kept[key] = inner;
    else found[key] = made;
  }
  for (const [key, inner] of Object.entries(shape.part)) {
    if ("default" in inner && !(key in value)) found[key] = inner.default;
  }
  return Object.keys(kept).length ? { ...found, [KEPT]: JSON.stringify(kept) } : found;
}

// --- From the form to a file ---

// A value of the form as a file says it, in the shortest way; undefined where it is empty, or goes without saying.
function toFile(value, shape) {
  if (value === undefined || value === null || value === "") return undefined;
  if (shape.list) return listToFile(value, shape);
  if (shape.map) return figuresToFile(value, shape);
  if (shape.part) return partToFile(value, shape);
  return value === shape.default ? undefined : String(value).replace(/\n+$/, "");
}

function listToFile(value, shape) {
  const made = (Array.isArray(value) ? value : []).map((entry) => toFile(entry, shape.list));
  const found = made.filter((entry) => entry !== undefined);
  if (!found.length) return undefined;
  if (shape.list.part?.id) return numbered(found, shape.list);
  return shape.one && found.length === 1 && typeof found[0] === "string" ? found[0] : found;
}

// An attribution without an id, or with one that another has, gets the next that is free.
function numbered(entries, shape) {
  const full = entries.map((entry) => inFull(entry, shape));
  const next = names("a", full.map(({ id }) => id));
  return full.map(({ id, ...others }) => inLine({ id: next(id), ...others }, shape));
}

// Gives each entry its name or, where that is empty or taken, the next number after a letter.
function names(letter, given) {
  const taken = new Set();
  let last = Math.max(0, ...given.map((name) => Number(name?.startsWith(letter) ? name.slice(1) : 0) || 0));
  return (name) => {
    const found = name && !taken.has(name) ? name : `${letter}${(last += 1)}`;
    taken.add(found);
    return found;
  };
}

function figuresToFile(value, shape) {
  const entries = Array.isArray(value)
    ? value.map(({ [shape.name]: name, ...entry }) => [name, entry])
    : Object.entries(value);
  const made = entries.map(([name, entry]) => [name, toFile(entry, shape.map)]);
  const found = made.filter(([, entry]) => entry !== undefined);
  const next = names("q", found.map(([name]) => name));
  return found.length ? Object.fromEntries(found.map(([name, entry]) => [next(name), entry])) : undefined;
}

function keysToFile(value, shape) {
  const found = {};
  for (const [key, inner] of Object.entries(shape.part)) {
    const made = toFile(value[key], inner);
    if (made !== undefined) found[key] = made;
  }
  return inLine({ ...JSON.parse(value[KEPT] || "{}"), ...found }, shape);
}

function partToFile(value, shape) {
  const { short, besides = {}, noted } = shape;
  const found = keysToFile(value, shape);
  const said = Object.keys(found).filter((key) => found[key] !== besides[key]);
  if (!said.length) return undefined;
  const word = found[short];
  if (typeof word !== "string" || NOTED.test(word.trim())) return found;
  const isShort = said.length === 1 && said[0] === short && Object.keys(besides).every((key) => key in found);
  if (isShort && !shape.line) return word;
  const isNoted = noted && same(found, { ...noted.besides, [short]: word, [noted.key]: found[noted.key] ?? "" });
  const withNote = isNoted ? `${word} (${found[noted.key]})` : "";
  return NOTED.exec(withNote.trim())?.[1] === word ? withNote : found;
}
