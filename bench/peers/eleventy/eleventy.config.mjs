// The corpus as Eleventy's users would have it: records as global data, a template for each kind, prose through markdown-it.
import fs from "node:fs";
import path from "node:path";
import MarkdownIt from "markdown-it";
import footnote from "markdown-it-footnote";
import yaml from "js-yaml";

const KINDS = ["explainers", "claims", "actors", "sources", "places", "events", "terms"];
const QUALIFIERS = { "more-than": "more than ", about: "about ", nearly: "nearly ", "at-least": "at least ", "up-to": "up to " };
const markdown = new MarkdownIt({ html: false }).use(footnote);

function read(kind) {
  const records = new Map();
  for (const name of fs.readdirSync(path.join("records", kind)).sort()) {
    const record = yaml.load(fs.readFileSync(path.join("records", kind, name), "utf8"), { schema: yaml.FAILSAFE_SCHEMA });
    record.id = name.slice(0, -4);
    records.set(record.id, record);
  }
  return records;
}

const titleOf = (r) => r.label ?? r.name ?? r.question ?? r.term ?? r.csl.title;

// All records, their names and addresses, and what leads to each.
function link() {
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, read(kind)]));
  const all = new Map();
  const terms = new Map();
  const back = new Map();
  const add = (kind, id, row) => {
    const key = `${kind}:${id}`;
    if (!back.has(key)) back.set(key, []);
    back.get(key).push(row);
  };
  for (const [kind, records] of Object.entries(kinds)) {
    for (const [id, record] of records) {
      const url = kind === "terms" ? `/x/glossary/#${id}` : `/x/${kind}/${id}/`;
      all.set(id, { url, title: titleOf(record) });
    }
  }
  for (const { term } of kinds.terms.values()) {
    const first = term.split(" ")[0];
    terms.set(first, [...(terms.get(first) ?? []), term].sort((a, b) => b.length - a.length));
  }
  for (const [id, claim] of kinds.claims) {
    for (const attribution of claim.attributions) {
      for (const actor of attribution.by) add("said", actor, { id, words: attribution.stance ?? "affirms" });
      for (const cited of attribution.cites) add("cited", cited.source, { id, words: cited.locator });
    }
    for (const subject of claim.about) add("about", subject, { id });
    for (const relation of claim.relations ?? []) add("related", relation.to, { id, words: relation.type });
  }
  for (const [id, explainer] of kinds.explainers) for (const claim of explainer.claims) add("explained", claim, { id });
  for (const [id, source] of kinds.sources) add("published", source.publisher, { id });
  for (const [id, event] of kinds.events) add("here", event.where[0], { id });
  return { kinds, all, terms, back };
}

// Text as HTML: links, citations as footnotes, terms marked.
function prose(text, { kinds, all, terms }) {
  let notes = "";
  let count = 0;
  let result = text.replace(/ ?\[@([a-z0-9-]+)(?:, ([^\]]+))?\]/g, (_, id, where) => {
    const source = kinds.sources.get(id);
    count += 1;
    notes += `\n[^${count}]: [${source.csl.title}](${all.get(id).url}), *${source.csl["container-title"]}*, ${source.published.edtf}, ${where ?? ""}.\n`;
    return `[^${count}]`;
  });
  result = result.replace(/\[\[([a-z0-9-]+)(?:\|([^\]]+))?\]\]/g, (_, id, words) => `[${words ?? all.get(id).title}](${all.get(id).url})`);
  return markdown.render(marked(result, terms) + "\n" + notes);
}

// The text with the terms of the glossary led to it, the longest where several begin with a word.
function marked(text, terms) {
  let result = "";
  let done = 0;
  for (const word of text.matchAll(/[a-z]+/gi)) {
    if (word.index < done || !terms.has(word[0])) continue;
    const label = terms.get(word[0]).find((l) => text.startsWith(l, word.index) && !/[a-z]/i.test(text[word.index + l.length] ?? ""));
    if (!label) continue;
    result += `${text.slice(done, word.index)}[${label}](/x/glossary/ "term")`;
    done = word.index + label.length;
  }
  return result + text.slice(done);
}

function statement(claim) {
  let text = claim.statement;
  for (const [name, quantity] of Object.entries(claim.quantities ?? {})) {
    // An open figure has no number: each telling gives its own.
    const number = quantity.value === undefined ? "" : Number(quantity.value).toLocaleString("en");
    text = text.replace(`{${name}}`, (QUALIFIERS[quantity.relation] ?? "") + number);
  }
  return text;
}

export default function (config) {
  let site = link();
  // In a preview the records are read again for every build.
  config.on("eleventy.before", ({ runMode }) => { if (runMode !== "build") site = link(); });
  config.addWatchTarget("records");
  config.addPassthroughCopy({ static: "." });
  for (const kind of KINDS) config.addGlobalData(kind, () => [...site.kinds[kind].values()]);
  config.addGlobalData("search", () => site);
  config.addFilter("title", titleOf);
  config.addFilter("ref", (id) => site.all.get(id));
  config.addFilter("record", (id, kind) => site.kinds[kind].get(id));
  config.addFilter("back", (id, kind) => site.back.get(`${kind}:${id}`));
  config.addFilter("statement", statement);
  config.addFilter("prose", (text) => prose(text, site));
  config.addFilter("remarks", (claim) => {
    const told = [...claim.attributions, ...(claim.relations ?? [])].map((part) => part.note).filter(Boolean);
    return [...told, ...(claim.gaps ?? [])].map((text) => `- ${text}\n`).join("");
  });
  config.addFilter("explained", (explainer) => {
    const sections = explainer.sections.map((s) => `## ${s.heading}\n\n${s.text.replaceAll("\n", "\n\n")}\n\n`).join("");
    const gaps = (explainer.gaps ?? []).map((gap) => `- ${gap}\n`).join("");
    return `${explainer.answer}\n\n${sections}## Gaps\n\n${gaps}\n## Method\n\n${explainer.method}\n`;
  });
  config.addFilter("entries", ({ kinds, all }) => JSON.stringify(
    KINDS.slice(0, 6).flatMap((kind) => [...kinds[kind].values()].map((record) => ({
      location: all.get(record.id).url,
      title: titleOf(record),
      text: prose(record.summary, site).replace(/<[^>]+>/g, ""),
    })))));
  return { dir: { input: "src", output: "_site" } };
}
