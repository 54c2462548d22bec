"""The corpus as Markdown pages, as a site of MkDocs or Zensical would have them: every record a page, linked both ways.

    python markdown_pages.py RECORDS DOCS

Pages that have not changed are not written again. `pages` is used by MkDocs' generator of files too.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

KINDS = ("explainers", "claims", "actors", "sources", "places", "events", "terms")
_CITED = re.compile(r" ?\[@([a-z0-9-]+)(?:, ([^\]]+))?\]")
_LINKED = re.compile(r"\[\[([a-z0-9-]+)(?:\|([^\]]+))?\]\]")
_WORD = re.compile(r"[^\W\d_]+")
_QUALIFIERS = {
    "more-than": "more than ",
    "about": "about ",
    "nearly": "nearly ",
    "at-least": "at least ",
    "up-to": "up to ",
}
Record = dict[str, Any]


class Records:
    """All records by id, and what leads to each."""

    def __init__(self, folder: Path) -> None:
        self.kinds = {kind: dict(_read(folder / kind)) for kind in KINDS}
        self.places = {id: f"{kind}/{id}.md" for kind, found in self.kinds.items() for id in found}
        self.all = {id: record for found in self.kinds.values() for id, record in found.items()}
        self.terms: dict[str, list[str]] = defaultdict(list)
        for record in self.kinds["terms"].values():
            self.terms[record["term"].split()[0]].append(record["term"])
        for labels in self.terms.values():
            labels.sort(key=len, reverse=True)
        self.incoming: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        for id, claim in self.kinds["claims"].items():
            self._link_claim(id, claim)
        for id, explainer in self.kinds["explainers"].items():
            for claim in explainer["claims"]:
                self.incoming["explained", claim].append(("", id))
        for id, source in self.kinds["sources"].items():
            self.incoming["published", source["publisher"]].append(("", id))
        for id, event in self.kinds["events"].items():
            self.incoming["here", event["where"][0]].append(("", id))

    def _link_claim(self, id: str, claim: Record) -> None:
        for attribution in claim["attributions"]:
            for actor in attribution["by"]:
                self.incoming["said", actor].append((attribution.get("stance", "affirms"), id))
            for cited in attribution.get("cites", ()):
                self.incoming["cited", cited["source"]].append((cited.get("locator", ""), id))
        for subject in claim["about"]:
            self.incoming["about", subject].append(("", id))
        for relation in claim.get("relations", ()):
            self.incoming["related", relation["to"]].append((relation["type"], id))

    def title(self, id: str) -> str:
        """A record's name."""
        record = self.all[id]
        named = ("label", "name", "question", "term")
        return str(next((record[key] for key in named if key in record), None) or record["csl"]["title"])

    def link(self, id: str, words: str = "") -> str:
        """A link from one record's page to another's."""
        if id in self.kinds["terms"]:
            return f"[{words or self.title(id)}](../glossary.md#{id})"
        return f"[{words or self.title(id)}](../{self.places[id]})"

    def backlinks(self, heading: str, kind: str, id: str) -> str:
        """A list of the records that lead to one."""
        found = self.incoming.get((kind, id), ())
        rows = "".join(f"- {words}{': ' if words else ''}{self.link(other)}\n" for words, other in found)
        return f"## {heading}\n\n{rows}\n" if rows else ""

    def prose(self, text: str, notes: list[str]) -> str:
        """Text with its links, its citations as footnotes and its terms marked."""

        def note(match: re.Match[str]) -> str:
            source = self.all[match[1]]
            where = f", {match[2]}" if match[2] else ""
            paper = source["csl"]["container-title"]
            notes.append(f"{self.link(match[1])}, *{paper}*, {source['published']['edtf']}{where}.")
            return f"[^{len(notes)}]"

        text = _LINKED.sub(lambda match: self.link(match[1], match[2] or ""), _CITED.sub(note, text))
        return _marked(text, self.terms)


def pages(folder: Path) -> Iterator[tuple[str, str]]:
    """Every page by its path."""
    records = Records(folder)
    writers = {"claims": _claim, "explainers": _explainer, "sources": _source}
    writers |= dict.fromkeys(("actors", "places", "events"), _other)
    for kind, writer in writers.items():
        rows = "".join(f"- [{records.title(id)}]({id}.md)\n" for id in records.kinds[kind])
        yield f"{kind}/index.md", f"# {kind.capitalize()}\n\n{rows}"
        for id, record in records.kinds[kind].items():
            notes: list[str] = []
            body = writer(records, id, record, notes)
            ends = "".join(f"\n[^{number}]: {text}" for number, text in enumerate(notes, 1))
            yield (
                f"{kind}/{id}.md",
                f'---\ntitle: "{records.title(id)}"\n---\n\n# {records.title(id)}\n\n{body}{ends}\n',
            )
    terms = (
        f"## {t['term']} {{ #{id} }}\n\n{t['definition']}\n\n{t.get('note', '')}\n\n"
        for id, t in records.kinds["terms"].items()
    )
    yield "glossary.md", f"# Glossary\n\n{''.join(terms)}"
    rows = "".join(
        f"- [{record['question']}](explainers/{id}.md)\n" for id, record in records.kinds["explainers"].items()
    )
    yield "index.md", f"# Explainers\n\n{rows}"


def _claim(records: Records, id: str, claim: Record, notes: list[str]) -> str:
    first = claim["attributions"][0]
    speakers = ", ".join(records.link(actor) for actor in first["by"])
    parts = [f"{speakers}: {figures(claim)}\n\n{records.prose(claim['summary'], notes)}\n\n"]
    notes_of = [a["note"] for a in claim["attributions"] if "note" in a]
    drawn = [r["note"] for r in claim.get("relations", ()) if "note" in r]
    remarks = "".join(f"- {records.prose(text, notes)}\n" for text in (*notes_of, *drawn, *claim.get("gaps", ())))
    parts += [f"## Remarks\n\n{remarks}\n"] if remarks else []
    parts += ["## Positions\n\n", *(_attribution(records, a) for a in claim["attributions"])]
    related = "".join(f"- {r['type']} {records.link(r['to'])}\n" for r in claim.get("relations", ()))
    parts += [f"\n## Related claims\n\n{related}"] if related else []
    parts += ["\n", records.backlinks("Referred to by", "related", id)]
    about = "".join(f"- {records.link(subject)}\n" for subject in claim["about"])
    return "".join([*parts, f"## About\n\n{about}\n", records.backlinks("Part of", "explained", id)])


def _attribution(records: Records, attribution: Record) -> str:
    speakers = ", ".join(records.link(actor) for actor in attribution["by"])
    when = attribution.get("said") or attribution.get("as_of") or {"edtf": ""}
    rests = ", ".join(attribution.get("based_on", ()))
    row = (
        f"- {speakers}: {attribution.get('stance', 'affirms')}, {attribution.get('act', '')}, {when['edtf']}, {rests}\n"
    )
    for cited in attribution.get("cites", ()):
        exact = f": “{cited['exact']}”" if "exact" in cited else ""
        row += f"    - {records.link(cited['source'])}, {cited.get('locator', '')}{exact}\n"
    return row


def figures(claim: Record) -> str:
    """The statement with its figures."""
    text: str = claim["statement"]
    for name, quantity in claim.get("quantities", {}).items():
        # An open figure has no number: each telling gives its own.
        number = f"{int(quantity['value']):,}" if "value" in quantity else ""
        number = f"{_QUALIFIERS.get(quantity.get('relation', ''), '')}{number}"
        text = text.replace(f"{{{name}}}", number)
    return text


def _explainer(records: Records, id: str, explainer: Record, notes: list[str]) -> str:
    parts = [f"{records.prose(explainer['answer'], notes)}\n\n"]
    for section in explainer["sections"]:
        parts.append(f"## {section['heading']}\n\n{records.prose(_paragraphs(section['text']), notes)}\n\n")
    claims = "".join(f"- {records.link(claim)}: {figures(records.all[claim])}\n" for claim in explainer["claims"])
    gaps = "".join(f"- {records.prose(gap, notes)}\n" for gap in explainer.get("gaps", ()))
    method = records.prose(explainer["method"], notes)
    return "".join([*parts, f"## Claims\n\n{claims}\n## Gaps\n\n{gaps}\n## Method\n\n{method}\n"])


def _source(records: Records, id: str, source: Record, notes: list[str]) -> str:
    csl = source["csl"]
    authors = ", ".join(f"{author['given']} {author['family']}" for author in csl.get("author", ()))
    facts = f"| {authors} | {records.link(source['publisher'])} | {source['published']['edtf']} | {csl['type']} |"
    made = "".join(f"- {d['how']} {records.link(d['source'])}\n" for d in source.get("derived_from", ()))
    return (
        f"{records.prose(source['summary'], notes)}\n\n| Authors | Publisher | Published | Type |\n|---|---|---|---|\n"
        f"{facts}\n\n<{csl['URL']}>\n\n{made}\n{records.backlinks('Cited for', 'cited', id)}"
    )


def _other(records: Records, id: str, record: Record, notes: list[str]) -> str:
    """An actor, a place or an event."""
    parts = [f"{records.prose(record['summary'], notes)}\n\nKind: {record['kind']}\n\n"]
    for key in ("part_of", "within"):
        if key in record:
            parts.append(f"{key.replace('_', ' ').capitalize()}: {records.link(record[key])}\n\n")
    took_part = "".join(f"- {records.link(p['actor'])}: {p['role']}\n" for p in record.get("participants", ()))
    parts += [f"## Who took part\n\n{took_part}\n"] if took_part else []
    lists = {
        "said": "Positions taken",
        "about": "What is said about it",
        "published": "What it published",
        "here": "What happened here",
    }
    return "".join([*parts, *(records.backlinks(heading, kind, id) for kind, heading in lists.items())])


def _marked(text: str, terms: dict[str, list[str]]) -> str:
    """The text with the terms of the glossary led to it, the longest where several begin with a word."""
    parts, done = [], 0
    for word in _WORD.finditer(text):
        if word[0] in terms and word.start() >= done:
            label = next((label for label in terms[word[0]] if _stands(label, text, word.start())), "")
            if label:
                parts += [text[done : word.start()], f'[{label}](../glossary.md "term")']
                done = word.start() + len(label)
    return "".join([*parts, text[done:]])


def _stands(label: str, text: str, at: int) -> bool:
    end = at + len(label)
    return text.startswith(label, at) and not text[end : end + 1].isalpha()


def _paragraphs(text: str) -> str:
    """A folded block keeps one line break where a paragraph ends."""
    return text.replace("\n", "\n\n")


def _read(folder: Path) -> Iterator[tuple[str, Record]]:
    for path in sorted(folder.iterdir()):
        yield path.stem, yaml.load(path.read_bytes(), yaml.CBaseLoader)


def main(folder: Path, docs: Path) -> None:
    """Write the pages that are new or have changed."""
    for path, text in pages(folder):
        page = docs / path
        if not page.exists() or page.read_text("utf-8") != text:
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(text, "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
