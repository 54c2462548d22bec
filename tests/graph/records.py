"""Records in few words: a test says what matters to it, the rest is filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from explainers.build.load import load
from explainers.graph.graph import Graph
from explainers.graph.link import link
from explainers.kinds import KINDS, kind_of
from explainers.kinds.claim.model import Claim
from explainers.model.decode import Document
from explainers.text.diagnostic import Diagnostic

Fields = Mapping[str, Any]
DATE = {"edtf": "2024-11-11", "basis": "stated"}


def record(kind: str, id: str, /, **fields: Any) -> Document:
    """A record of a kind, as if it had been read from its file."""
    model = kind_of(KINDS, kind)
    found = model.model.model_validate({"id": id, **fields})
    return Document(id, kind, f"content/{model.plural}/{id}.yml", None, found)


def actor(id: str, name: str = "", **fields: Any) -> Document:
    return record("actor", id, **{"name": name or id.replace("-", " ").title(), "kind": "person"} | fields)


def place(id: str, name: str = "", **fields: Any) -> Document:
    return record("place", id, **{"name": name or id.replace("-", " ").title(), "kind": "water"} | fields)


def term(id: str, label: str = "", **fields: Any) -> Document:
    definition = f"What {label or id} means."
    return record("term", id, **{"term": label or id.replace("-", " "), "definition": definition} | fields)


def source(id: str, *made_from: str, csl: Fields | None = None, **fields: Any) -> Document:
    """A source that is made from others."""
    whole = {"type": "webpage", "title": id.replace("-", " ").title()} | dict(csl or {})
    dates = {"published": DATE, "accessed": DATE}
    derived = [{"source": other, "how": "rewrites"} for other in made_from]
    given = {"publisher": "gazette", "role": "secondary", "seen": "full-text", "derived_from": derived}
    return record("source", id, csl=whole, **dates | given | fields)


def claim(id: str = "rain", /, statement: str = "The lake is full.", **fields: Any) -> Document:
    """A claim. Each `a1={…}` is an attribution: `by` is `[mara]`, `act` is `say`, it is read in `paper`."""
    said = {key: fields.pop(key) for key in list(fields) if key[0] == "a" and key[1:].isdigit()}
    attributions = [
        {"id": key, "by": ["mara"], "act": "say", "cites": [{"source": "paper"}]} | given
        for key, given in (said or {"a1": {}}).items()
    ]
    whole = {"label": id, "type": "event", "about": ["lake"], "statement": statement}
    return record("claim", id, **whole | {"attributions": attributions} | fields)


def read_in(*sources: str) -> list[Fields]:
    """The `cites` of an attribution that is read in some sources."""
    return [{"source": source} for source in sources]


def graph_of(*documents: Document) -> Graph:
    """The graph of some records; a claim that rests on nothing else needs no more than itself."""
    return link(documents)[0]


def claim_of(graph: Graph, id: str = "rain") -> Claim:
    found = graph.get(id, Claim)
    assert found is not None
    return found


def linked(files: Mapping[str, str]) -> tuple[Graph, list[Diagnostic]]:
    """The graph of some files by path (`claims/rain`), and what linking says of them."""
    documents, loading = load({f"content/{path}.yml": text.encode() for path, text in files.items()}, KINDS)
    assert loading == []
    return link(documents)


def reports_in(diagnostics: list[Diagnostic]) -> list[str]:
    """Diagnostics as one line each: place, code, message."""
    return [
        f"{d.span.path.removeprefix('content/')}:{d.span.line}:{d.span.column} {d.code}: {d.message}"
        for d in diagnostics
    ]
